package target_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// However its place is typed, a target is held against the series of that place.
func TestAPlaceIsOneHoweverTyped(t *testing.T) {
	d := daegu2030()
	series, err := ghg.NewYearly("대구", d.Views.Due, d.Metric, nil)
	require.NoError(t, err)
	for _, place := range []ghg.PlaceID{"대구", " 대구", "\u1103\u1162\u1100\u116e", "대구\u00a0", "대\u200b구"} {
		d.Place = place
		x := mustTarget(t, d)
		assert.Equal(t, ghg.PlaceID("대구"), x.Place())
		assert.NoError(t, x.Match(series))
		text := strings.Replace(canonical(t, x), `"대구"`, `"`+string(place)+`"`, 1)
		back, err := target.ReadTargetJSON(strings.NewReader("\uFEFF"+text), gpc.Views())
		require.NoError(t, err)
		assert.Equal(t, ghg.PlaceID("대구"), back.Place())
	}
	d.Place = "\xb4\xeb\xb1\xb8"
	_, err = target.New(d)
	assert.ErrorContains(t, err, "CP949")

	a := target.AccessionDefinition{Place: "대구 ", Joined: "\u1103\u1162\u1100\u116e", Date: ghg.Date{Year: 2023, Month: 7, Day: 1}}
	_, err = target.NewAccession(a)
	assert.ErrorContains(t, err, "which is another place")
	a.Joined, a.Place = "군위\u00a0군", "\xff"
	_, err = target.NewAccession(a)
	assert.ErrorContains(t, err, "not UTF-8")
}
