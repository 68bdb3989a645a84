package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBackLoading(t *testing.T) {
	for _, x := range []struct {
		name       string
		base, cut  string
		due        int
		milestones []target.Milestone
		pathway    target.Pathway
		index      string
		last       string
		text       string
	}{
		// 100 to 0 in 4 years: the line is 75 + 50 + 25 + 0, the step 100 + 100 + 40 + 0.
		{"stepwise", "100 t", "100%", 2022, []target.Milestone{{Year: 2021, Cut: ghg.MustShare("60%")}}, target.Stepwise, "0.6", "1",
			"stepwise: 60.0% above the straight line, 100.0% of the cut in the last two years"},
		// By milestones 80, 20 at a go: 20 + 13.3 + 6.6 + 0.
		{"front-loaded", "100 t", "100%", 2022, []target.Milestone{{Year: 2019, Cut: ghg.MustShare("80%")}}, target.Linear,
			"-0.733333333333", "0.133333333333",
			"linear: 73.3% below the straight line, 13.3% of the cut in the last two years"},
		{"linear", "100 t", "40%", 2028, nil, target.Linear, "0", "0.2",
			"linear: 0.0% above the straight line, 20.0% of the cut in the last two years"},
		{"two years", "100 t", "40%", 2020, nil, target.Linear, "0", "1",
			"linear: 0.0% above the straight line, 100.0% of the cut in the last two years"},
		{"one year", "100 t", "40%", 2019, nil, target.Linear, "0", "1",
			"linear: 0.0% above the straight line, 100.0% of the cut in the last two years"},
		{"one year to zero", "100 t", "100%", 2019, nil, target.Linear, "undefined: the sum of the straight line is 0", "1",
			"linear: undefined: the sum of the straight line is 0"},
		{"growth", "100 t", "-10%", 2022, nil, target.Stepwise, "-0.035294117647", "undefined: the target asks for no cut",
			"stepwise: 3.5% below the straight line"},
		{"held", "100 t", "0%", 2022, nil, target.Stepwise, "0", "undefined: the target asks for no cut",
			"stepwise: 0.0% above the straight line"},
	} {
		t.Run(x.name, func(t *testing.T) {
			b, err := fromBase(t, 2018, x.base, x.due, x.cut, x.milestones...).BackLoading(x.pathway)
			require.NoError(t, err)
			assert.Equal(t, x.index, b.Index.String())
			assert.Equal(t, x.last, b.LastTwoYears.String())
			assert.Equal(t, x.text, b.String())
		})
	}
}

// A goal that moves is compared in shares, whatever its reference does on the
// way.
func TestBackLoadingOfAGoalThatMoves(t *testing.T) {
	d := daegu2030()
	d.Due = 2022
	d.Milestones = []target.Milestone{{Year: 2021, Cut: ghg.MustShare("60%")}}
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("50 t"), Cut: ghg.MustShare("100%"), Activity: people(t, 2018,
		"7", "", "", "3", "14")}
	tt := mustTarget(t, d)
	b, err := tt.BackLoading(target.Stepwise)
	require.NoError(t, err)
	assert.Equal(t, "0.6", b.Index.String())
	assert.Equal(t, "undefined: the goal moves: only shares are compared", b.Path.String(), "240 of 100 t would be a sum that nobody emits")
	assert.Equal(t, b.Path, b.Line)
	assert.True(t, b.IsBackLoaded(ghg.MustShare("59.9%")))
	assert.False(t, b.IsBackLoaded(ghg.MustShare("60%")))

	_, err = tt.BackLoading(stated(t, "council path", map[int]string{2019: "90", 2020: "80"}))
	var none *target.PathwayError
	require.ErrorAs(t, err, &none)
	assert.Contains(t, err.Error(), "the levels of the goal move, and stated amounts do not; use a pathway that runs in shares")
}

// On the way from 10 t to removals of 20 t the line is 0 - 10 - 20 = -30 t, and
// the step 10 + 10 - 20 = 0: 30 t more, though 0/-30 - 1 is -100%.
func TestBackLoadingToNetRemovals(t *testing.T) {
	d := daegu2030()
	d.Due, d.Goal = 2021, target.FixedLevel{Level: ghg.MustMass("-20 t"), Year: 2018, Base: ghg.MustMass("10 t")}
	b, err := mustTarget(t, d).BackLoading(target.Stepwise)
	require.NoError(t, err)
	assert.Equal(t, "undefined: the sum of the straight line is below 0", b.Index.String())
	assert.Equal(t, "-30 tCO2e (AR5)", b.Line.String())
	assert.Equal(t, "0 tCO2e (AR5)", b.Path.String())
	assert.Equal(t, "1", b.LastTwoYears.String())
	assert.False(t, b.IsBackLoaded(ghg.MustShare("10%")))
	assert.Equal(t, "stepwise: undefined: the sum of the straight line is below 0", b.String())
}

func TestBackLoadingRefuses(t *testing.T) {
	_, err := target.Target{}.BackLoading(target.Linear)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	tt := mustTarget(t, daegu2030())
	_, err = tt.BackLoading(target.Pathway{})
	assert.ErrorContains(t, err, "no pathway given")
	_, err = tt.BackLoading(stated(t, "council path", map[int]string{2019: "9"}))
	var none *target.PathwayError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, 2020, none.Year)
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5 Mt")}
	_, err = mustTarget(t, d).BackLoading(target.Linear)
	assert.EqualError(t, err, `target "Daegu 2030": the goal states no base year: there is no straight line to compare with`)
	var zero target.BackLoading
	assert.Equal(t, "no pathway: undefined: not computed", zero.String())
	assert.False(t, zero.IsBackLoaded(ghg.MustShare("0%")))
}
