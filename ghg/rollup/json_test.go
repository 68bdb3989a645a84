package rollup_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An answer is written whole: no place, view or choice of it is an empty object.
func TestMarshal(t *testing.T) {
	reports := tables(t, "2018-12-31", 2018, map[string]string{"27": "9430", "27290": "1500"})
	g := groupOf(t, "2018-12-31", "27", "48120")
	out, err := g.Yearly(nestedAs(rollup.OwnAndParts), []int{2018}, reports)
	require.NoError(t, err)
	s := out.Sums[0]
	m := statistic(t, rollup.LivingPopulation, map[string]string{"27": "100", "48120": "300"})
	text, err := json.Marshal([]any{g, s, s.Extent(m), s.PerHeadOfEach(m), rollup.OwnFigure, ghg.WasteByGenerator, rollup.Group{}})
	require.NoError(t, err)
	for _, want := range []string{`"group 2018-12-31"`, `"Place":"27 대구광역시"`, `"Missing":["48120 창원시"]`, `"By":"27 대구광역시"`,
		`"Statistic":"living population of 2018"`, `"missing-member"`, `"Share":{"value":"0.75"}`, `"Value":{"value":"94300"}`,
		`"own figure","waste where it is generated",""]`} {
		assert.Contains(t, string(text), want)
	}
	assert.Equal(t, strings.Count(string(text), "{}"), strings.Count(string(text), `"Gaps":{}`), string(text))
	text, err = json.Marshal(rollup.LandArea)
	require.NoError(t, err)
	assert.Equal(t, `"land area"`, string(text))
	var k rollup.StatisticKind
	require.NoError(t, json.Unmarshal([]byte(`"생활인구"`), &k))
	assert.Equal(t, rollup.LivingPopulation, k)
	assert.Error(t, json.Unmarshal([]byte(`"people"`), &k))
}

// The tag of a place is its code on the day, or its last one where it was not there.
func TestMemberTag(t *testing.T) {
	gunwi := on(t, "27720", "2023-12-31")
	assert.Equal(t, "member:47720", rollup.MemberTag(gunwi, endOf2018))
	assert.Equal(t, "member:27720", rollup.MemberTag(gunwi, ghg.MustDate("1980-01-01")))
}
