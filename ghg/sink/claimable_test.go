package sink_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestClaimableRefuses(t *testing.T) {
	r := must(woods().Through(2028))
	town := ghg.Basis{Place: "town", View: gpc.Basic, Metric: ghg.Unstated}
	_, err := sink.Removals{}.Claimable(town, 2028)
	assert.EqualError(t, err, "no project given: make one with sink.New")
	_, err = sink.Removals{}.StockChange(town, 2028)
	assert.EqualError(t, err, "no project given: make one with sink.New")
	_, err = r.Claimable(ghg.Basis{Place: "city", View: gpc.Basic, Metric: ghg.AR5}, 2028)
	assert.EqualError(t, err, `the emissions and sink "city woods" do not meet: place "city" and "town": both must be of one place; `+
		`metric AR5 and unstated: make both with one metric, or restate one in the other's`)
}

// Every year is handed over as it was computed; those beyond the count of trees
// are projected.
func TestClaimableIsOfEveryYear(t *testing.T) {
	r := must(woods().Through(2028))
	town := ghg.Basis{Place: "town", View: gpc.Basic, Metric: ghg.Unstated}
	claimable, change := must(r.Claimable(town, 2026)), must(r.StockChange(town, 2026))
	assert.Equal(t, 4, claimable.Len())
	for i, want := range []struct {
		claimable, change string
		status            ghg.Status
	}{{"0", "0", ghg.Actual}, {"960", "1200", ghg.Actual}, {"2272", "2840", ghg.Projected}, {"0", "-368", ghg.Projected}} {
		c, err := claimable.Need(2025 + i)
		require.NoError(t, err)
		assert.True(t, c.Value.Equal(tonnes(want.claimable)), c)
		s, err := change.Need(2025 + i)
		require.NoError(t, err)
		assert.True(t, s.Value.Equal(tonnes(want.change)), s)
		assert.Equal(t, want.status, c.Status)
		assert.Equal(t, want.status, s.Status)
	}
}

// A long name is cut, not refused.
func TestClaimableOfALongName(t *testing.T) {
	pine := must(sink.Constant(sink.Tree, tonnes("0.0091"), "study"))
	p := must(sink.New(sink.Definition{Name: strings.Repeat("\u200b", 500), Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("0%"),
		Source: "rules", Cohorts: []sink.Cohort{{Name: "a", Year: 2025, Planted: dec("5"), Growth: pine, Survival: allLive}}}))
	c, err := must(p.Through(2025)).Claimable(ghg.Basis{Place: "town", View: gpc.Basic, Metric: ghg.Unstated}, 2025)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(c.Name()), ghg.MaxName)
}
