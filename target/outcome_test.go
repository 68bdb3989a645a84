package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// over is a goal of 100 t to 60 t in 2020 to 2024, over a timeframe: the line
// is 90, 80, 70, 60.
func over(t *testing.T, f target.Timeframe) target.Target {
	t.Helper()
	d := daegu2030()
	d.Due, d.Timeframe = 2024, f
	d.Goal = target.BaseYear{Year: 2020, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("40%")}
	return mustTarget(t, d)
}

// tonnes is a series from 2022 on; "~" before a figure makes it provisional, "!"
// leaves a gap in it, and "" is no figure.
func tonnes(all ...string) ghg.Yearly {
	var out []ghg.YearFigure
	for i, x := range all {
		if x == "" {
			continue
		}
		f := ghg.YearFigure{Year: 2022 + i, Vintage: ghg.FirstVintage}
		switch x[0] {
		case '~':
			f.Status, x = ghg.Provisional, x[1:]
		case '!':
			f.Coverage, x = withGap(), x[1:]
		}
		f.CO2e = ghg.MustCO2e(x + " tCO2e (AR5)")
		out = append(out, f)
	}
	return figures(gpc.Basic, ghg.AR5, out...)
}

func TestOutcome(t *testing.T) {
	average, annual, cumulative := target.AverageFrom(2022), target.AnnualFrom(2022, target.Linear), target.CumulativeFrom(2022, target.Linear)
	for _, x := range []struct {
		name      string
		frame     target.Timeframe
		figures   []string // of 2022, 2023, 2024
		decision  target.Decision
		reason    string
		allowable string
		found     string
		short     string
	}{
		{"single, met", target.SingleYear, []string{"", "", "60"}, target.Met, "emissions of the due year at or below what is allowed",
			"60", "60", "0"},
		{"single, missed", target.SingleYear, []string{"1", "1", "60.1"}, target.Missed,
			"emissions of the due year above what is allowed", "60", "60.1", "0.1"},
		{"single, open", target.SingleYear, []string{"1", "1", "~1"}, target.Undecided, "the figure of 2024 is provisional", "60", "1", "-59"},
		{"single, with a gap", target.SingleYear, []string{"1", "1", "!1"}, target.Undecided, "the figure of 2024 is incomplete (1 gaps)",
			"60", "1", "-59"},
		{"single, none", target.SingleYear, []string{"1", "1"}, target.Undecided, "2024 has no figure", "60", "-", "-"},
		{"average, met", average, []string{"80", "60", "40"}, target.Met, "the mean of the years at or below what is allowed", "60", "60", "0"},
		{"average, a third above", average, []string{"81", "60", "40"}, target.Missed, "the mean of the years above what is allowed",
			"60", "60.333333333333", "0.333333333333"},
		{"average, less above than is shown", average, []string{"80", "60", "40.0000000000001"}, target.Missed,
			"the mean of the years above what is allowed", "60", "60", "0"},
		{"average, open", average, []string{"80", "", "~40"}, target.Undecided, "2023 has no figure, the figure of 2024 is provisional",
			"60", "-", "-"},
		{"annual, met", annual, []string{"80", "70", "60"}, target.Met, "at or below the value of the year in every year", "210", "210", "0"},
		{"annual, one above", annual, []string{"10", "70.1", "60"}, target.Missed, "above the value of the year in 2023", "210", "140.1",
			"-69.9"},
		{"annual, missed already", annual, []string{"80.1", "", "61"}, target.Missed, "above the value of the year in 2022, 2024", "210",
			"-", "-"},
		{"annual, above on a figure that is not final", annual, []string{"~99", "70", "60"}, target.Undecided,
			"the figure of 2022 is provisional", "210", "229", "19"},
		{"cumulative, met", cumulative, []string{"100", "60", "50"}, target.Met, "the sum of the years at or below what is allowed",
			"210", "210", "0"},
		{"cumulative, missed", cumulative, []string{"100", "60", "50.5"}, target.Missed, "the sum of the years above what is allowed",
			"210", "210.5", "0.5"},
		{"cumulative, open though above", cumulative, []string{"300", "~1", "1"}, target.Undecided, "the figure of 2023 is provisional",
			"210", "302", "92"},
	} {
		t.Run(x.name, func(t *testing.T) {
			o, err := over(t, x.frame).Outcome(tonnes(x.figures...), target.Adjustments{})
			require.NoError(t, err)
			assert.Equal(t, x.decision, o.Decision)
			assert.Equal(t, x.reason, o.Reason)
			assert.Equal(t, x.decision.String()+": "+x.reason, o.String())
			assert.Equal(t, x.allowable+" tCO2e (AR5)", o.Allowable.String())
			if x.found == "-" {
				assert.Equal(t, "a year that counts has no figure", o.Accountable.Undefined())
				assert.Equal(t, "a year that counts has no figure", o.Shortfall.Undefined())
			} else {
				assert.Equal(t, x.found+" tCO2e (AR5)", o.Accountable.String())
				assert.Equal(t, x.short+" tCO2e (AR5)", o.Shortfall.String())
			}
			want := 3
			if x.frame.First() == 0 {
				want = 1
			}
			assert.Len(t, o.Years, want)
			text := o.Explain().String()
			assert.Equal(t, x.reason, o.Reason)
			assert.Contains(t, text, "outcome of Daegu 2030: "+x.frame.String()+" = "+x.decision.String()+"\n")
			assert.Contains(t, text, "= "+o.Allowable.String()+"   # allowable\n")

			// The panel of the due year has the same decision.
			if _, ok := o.Years[len(o.Years)-1].Accountable.Value(); ok {
				p := mustProgress(t, over(t, x.frame), 2024, tonnes(x.figures...))
				switch {
				case x.decision == target.Met:
					assert.Equal(t, target.Achieved, p.Status)
				case x.decision == target.Missed:
					assert.Equal(t, target.ExpiredMissed, p.Status)
				case x.frame == target.SingleYear:
					assert.Equal(t, target.BelowTargetLevel, p.Status)
				default:
					assert.Equal(t, target.Undetermined, p.Status)
				}
				if x.frame != target.SingleYear {
					assert.Equal(t, x.reason, p.Reason)
					assert.Contains(t, p.Explain().String(), "whether the goal is met over its timeframe, "+x.frame.String()+"; ")
					met, _ := p.Explain().Step("met")
					assert.Equal(t, o.Explain().ID(), met.Values[0].From, "it leads on to the outcome")
				}
			}
		})
	}
}

// Before the due year, the panel of a multi-year goal is like any other.
func TestPanelOfACumulativeGoalOnTheWay(t *testing.T) {
	p := mustProgress(t, over(t, target.CumulativeFrom(2022, target.Linear)), 2023, tonnes("99", "70"))
	assert.Equal(t, target.OnTrack, p.Status)
}

// A cumulative goal of one due year is a single-year goal, and an average over
// equal years is each of them.
func TestOutcomeYears(t *testing.T) {
	o, err := over(t, target.AnnualFrom(2023, target.Linear)).Outcome(tonnes("", "70", "61"), target.Adjustments{})
	require.NoError(t, err)
	require.Len(t, o.Years, 2)
	assert.Equal(t, "70 tCO2e (AR5)", o.Years[0].Allowable.String())
	assert.Equal(t, "60 tCO2e (AR5)", o.Years[1].Allowable.String())
	assert.True(t, o.Years[1].HasFigure)
	assert.Equal(t, "61 tCO2e (AR5)", o.Years[1].Figure.CO2e.String())
	assert.Equal(t, "0 tCO2e (AR5)", o.Years[1].Adjusted.Sold.String())
	assert.Contains(t, o.Explain().String(),
		"      2023  2020  2024  70               70               0                   0                      0                   70        "+
			"       1      actual\n")

	o, err = over(t, target.AnnualFrom(2022, target.Linear)).Outcome(tonnes("", "70"), target.Adjustments{})
	require.NoError(t, err)
	assert.False(t, o.Years[0].HasFigure)
	assert.Equal(t, "undefined: the series has no figure for 2022", o.Years[0].Accountable.String())
	assert.Contains(t, o.Explain().String(), "      2022  2020  2024  80               undefined        0                   0            "+
		"          0                   undefined        0      no figure; ")
}

func TestOutcomeRefuses(t *testing.T) {
	tt := over(t, target.SingleYear)
	_, err := tt.Outcome(figures(gpc.Territorial, ghg.AR5), target.Adjustments{})
	var mismatch *ghg.MismatchError
	assert.ErrorAs(t, err, &mismatch)
	_, err = target.Target{}.Outcome(tonnes("1"), target.Adjustments{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = tt.Outcome(tonnes("", "", "1"), target.Adjustments{Units: []target.Units{{}}})
	assert.ErrorContains(t, err,
		`target "Daegu 2030", units 1 (an amount not stated of a source not stated), status "not stated": allowed are ["issued"`)

	// Amounts beyond what can be held exactly.
	huge := func(year int) ghg.YearFigure {
		return ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e("999999999999e26 tCO2e (AR5)"), Vintage: 1}
	}
	_, err = over(t, target.AverageFrom(2022)).Outcome(figures(gpc.Basic, ghg.AR5, huge(2022), huge(2023), huge(2024)), target.Adjustments{})
	assert.ErrorContains(t, err, "out of bounds")
	_, err = tt.Outcome(figures(gpc.Basic, ghg.AR5, huge(2024)), target.Adjustments{Land: []target.LandChange{{Year: 2024,
		Change: ghg.MustMass("0.00000000001 t")}}})
	assert.ErrorContains(t, err, `target "Daegu 2030", 2024: `)
}

func TestDecision(t *testing.T) {
	var zero target.Outcome
	assert.True(t, zero.Explain().IsZero())
	for v, want := range map[target.Decision]string{target.Undecided: "undecided", target.Met: "met", target.Missed: "missed"} {
		assert.Equal(t, want, v.String())
		b, err := v.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, want, string(b))
	}
}

func TestTimeframeRefuses(t *testing.T) {
	for _, x := range []struct {
		name  string
		frame target.Timeframe
		says  string
	}{
		{"no year", target.AverageFrom(0), "after the base year and before the due year 2030"},
		{"the base year", target.AnnualFrom(2018, target.Linear), "after the base year and before the due year 2030"},
		{"the due year", target.CumulativeFrom(2030, target.Linear), "after the base year and before the due year 2030"},
		{"no pathway", target.AnnualFrom(2026, target.Pathway{}), "name one, such as target.Linear"},
		{"no pathway to sum", target.CumulativeFrom(2026, target.Pathway{}), "name one, such as target.Linear"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			d.Timeframe = x.frame
			refused := refuses(t, d, "timeframe", x.says)
			if x.frame.First() == 2026 {
				assert.ErrorContains(t, refused, "no pathway given")
			}
		})
	}
	// A plan that leaves out a year leaves the goal undecided for ever.
	hole := daegu2030()
	hole.Timeframe = target.CumulativeFrom(2026, stated(t, "plan", map[int]string{2026: "6", 2027: "6", 2029: "6"}))
	refuses(t, hole, "timeframe", "no value for 2028: it is stated year by year, and not for this one")
	hole.Timeframe = target.CumulativeFrom(2028, stated(t, "plan", map[int]string{2028: "6", 2029: "6"}))
	mustTarget(t, hole)
	// Without a base year a pathway starts at the first level.
	d := daegu2030()
	d.Goal, d.Timeframe = target.FixedLevel{Level: ghg.MustMass("5 Mt")}, target.AnnualFrom(2026, target.Linear)
	refuses(t, d, "timeframe", "its first level is for 2030: no pathway has a value before; give a base year or a milestone")
	d.Milestones = []target.Milestone{{Year: 2026, Level: ghg.MustMass("6 Mt")}}
	assert.Equal(t, 2026, mustTarget(t, d).Timeframe().First())
	d.Milestones, d.Timeframe = nil, target.AverageFrom(2026)
	mustTarget(t, d)
	// A goal that does not stand has no first level to speak of.
	d.Goal, d.Timeframe = target.FixedLevel{}, target.AnnualFrom(2026, target.Linear)
	refuses(t, d, "goal.level", "0 t has to be said")
}

func TestTimeframe(t *testing.T) {
	assert.Equal(t, "single year", target.Timeframe{}.String())
	assert.Zero(t, target.SingleYear.First())
	assert.Equal(t, "average from 2026", target.AverageFrom(2026).String())
	f := target.CumulativeFrom(2021, target.Geometric)
	assert.Equal(t, "cumulative from 2021, geometric", f.String())
	assert.Equal(t, "geometric", f.Pathway().String())
	assert.True(t, target.AverageFrom(2026).Pathway().IsZero())
}
