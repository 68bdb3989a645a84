package netzero_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func milestone(year int, cut string) target.Milestone {
	return target.Milestone{Year: year, Cut: ghg.MustShare(cut)}
}

// The rate of "55 % by 2030, zero by 2050" from 2018 is 55/12 = 4.583 % a year, not
// 100/32 = 3.125 %.
func TestTheNearTermRateIsThatToTheFirstLevel(t *testing.T) {
	both := goal(t, 2018, "9.43 Mt", 2050, "100%", milestone(2030, "55%"))
	floor := threshold(t, "sbti-aca-1.5c-2019") // 4.2 %
	c, err := netzero.AnnualReduction(both, floor)
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, c.Result)
	assert.Equal(t, "0.045833333333", c.Figures[0].Value.String())
	assert.True(t, figure(t, c, "linear annual reduction to 2050").Equal(dec("0.03125")))
	assert.Contains(t, c.Formula, "(2030 - 2018)")
	require.Equal(t, 1, c.Findings.Len())
	f := c.Findings.All[0]
	assert.Equal(t, []string{netzero.FindingRatesDiffer, "2050"}, []string{f.Code, f.Of})

	alone := goal(t, 2018, "9.43 Mt", 2050, "100%")
	c, err = netzero.AnnualReduction(alone, floor)
	require.NoError(t, err)
	assert.Equal(t, netzero.Fail, c.Result)
	assert.True(t, figure(t, c, c.Figures[0].Name).Equal(dec("0.03125")))
	require.Equal(t, 1, c.Findings.Len())
	assert.Equal(t, netzero.FindingOnlyDueYear, c.Findings.All[0].Code)
}

func TestRatesToSeveralLevels(t *testing.T) {
	floor := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Value = dec("0.04") })
	compound := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure, d.Value = netzero.CompoundRate, dec("0.04") })
	for name, c := range map[string]struct {
		target  target.Target
		th      netzero.Threshold
		want    netzero.CheckResult
		judged  string
		differs []string
	}{
		// 4, 3 and 3 % a year: exactly at the floor, then below it
		"slower later": {goal(t, 2020, "8 t", 2050, "90%", milestone(2030, "40%"), milestone(2040, "60%")), floor, netzero.Pass, "0.04",
			[]string{"2040", "2050"}},
		// 1 and 5 %
		"back-loaded": {goal(t, 2020, "8 t", 2040, "100%", milestone(2025, "5%")), floor, netzero.Fail, "0.01", []string{"2040"}},
		// 5 and 5 %
		"even": {goal(t, 2020, "8 t", 2040, "100%", milestone(2030, "50%")), floor, netzero.Pass, "0.05", nil},
		// a level of 2 t of 8 t in two years is a half each year, and zero is more than any
		"compound": {goal(t, 2020, "8 t", 2040, "100%", milestone(2022, "75%")), compound, netzero.Pass, "0.5", nil},
		// a stated amount is a level too: 6 t of 8 t in 5 years
		"an amount": {goal(t, 2020, "8 t", 2040, "80%", target.Milestone{Year: 2025, Level: ghg.MustMass("6 t")}), floor, netzero.Pass,
			"0.05", nil},
	} {
		got, err := netzero.AnnualReduction(c.target, c.th)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, got.Result, name)
		assert.True(t, figure(t, got, got.Figures[0].Name).Equal(dec(c.judged)), "%s: %s", name, got.Figures[0])
		var differs []string
		for _, f := range got.Findings.All {
			assert.Equal(t, netzero.FindingRatesDiffer, f.Code, name)
			differs = append(differs, f.Of)
		}
		assert.Equal(t, c.differs, differs, name)
	}
}

// Zero in 2050 alone passes any path; the checks say that they see no more.
func TestChecksThatSeeOnlyTheDueYear(t *testing.T) {
	alone, both := goal(t, 2018, "9.43 Mt", 2050, "100%"), goal(t, 2018, "9.43 Mt", 2050, "100%", milestone(2030, "20%"))
	for name, run := range map[string]func(target.Target) (netzero.Check, error){
		"annual": func(x target.Target) (netzero.Check, error) {
			return netzero.AnnualReduction(x, threshold(t, "sbti-aca-1.5c-2026"))
		},
		"carbon law": func(x target.Target) (netzero.Check, error) {
			return netzero.CarbonLaw(x, threshold(t, "carbon-law-2017"))
		},
		"net zero": func(x target.Target) (netzero.Check, error) {
			return netzero.NetZeroBy(x, threshold(t, "race-to-zero-net-zero-2020"))
		},
		"interim": func(x target.Target) (netzero.Check, error) {
			return netzero.InterimCut(x, threshold(t, "race-to-zero-half-2022"), target.Linear)
		},
	} {
		c, err := run(alone)
		require.NoError(t, err, name)
		require.Equal(t, 1, c.Findings.Len(), name)
		assert.Equal(t, netzero.FindingOnlyDueYear, c.Findings.All[0].Code, name)
		assert.Contains(t, c.Details(), "finding    2050, only-due-year:", name)
		c, err = run(both)
		require.NoError(t, err, name)
		assert.Zero(t, c.Findings.Len(), name)
	}
	// The milestone of 2030 is above the halving path, and the zero of 2050 hides it.
	c, err := netzero.CarbonLaw(both, threshold(t, "carbon-law-2017"))
	require.NoError(t, err)
	assert.Equal(t, netzero.Fail, c.Result)
	c, err = netzero.CarbonLaw(alone, threshold(t, "carbon-law-2017"))
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, c.Result)
}

// Where no level is set for the year, those that there are are named.
func TestInterimCutNamesTheLevels(t *testing.T) {
	c, err := netzero.InterimCut(goal(t, 2018, "10 Mt", 2050, "100%", milestone(2028, "55%")), threshold(t, "race-to-zero-half-2022"),
		target.Pathway{})
	require.NoError(t, err)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Equal(t, "the target sets no level for 2030, and no pathway was given to find one; "+
		"its levels are those of 2028 (4500000 tCO2e (AR5)), 2050 (0 tCO2e (AR5))", c.Reason)
}
