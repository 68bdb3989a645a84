package target_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reported is a figure of AR5 of categories in Mt, of CO2; NE is a key.
func reported(year int, of ...string) ghg.YearFigure {
	f := ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e("0 tCO2e (AR5)"), Vintage: ghg.FirstVintage}
	for i := 0; i < len(of); i += 2 {
		p := ghg.YearPart{Category: ghg.Category{Scheme: "GPC 1.1", Code: of[i]}, Gas: ghg.CO2}
		if of[i+1] == "NE" {
			p.Gas, p.Key = ghg.Gas{}, ghg.NE
		} else {
			p.CO2e = ghg.MustCO2e(of[i+1] + " MtCO2e (AR5)")
			f.CO2e, _ = f.CO2e.Add(p.CO2e)
		}
		f.Parts = append(f.Parts, p)
	}
	return f
}

// A sector that was reported in the base year and is NE in the year asked is no cut
// of 36 %: the finding says how much it is, and nothing is achieved.
func TestProgressOnUnlikeYears(t *testing.T) {
	tt := fromBase(t, 2018, "10 Mt", 2030, "30%")
	for name, now := range map[string]func(int) ghg.YearFigure{
		"not estimated": func(y int) ghg.YearFigure { return reported(y, "I.1.1", "6.4", "II.1.1", "NE") },
		"absent":        func(y int) ghg.YearFigure { return reported(y, "I.1.1", "6.4") },
	} {
		s := figures(gpc.Basic, ghg.AR5, reported(2018, "I.1.1", "6.4", "II.1.1", "3.6"), now(2023), now(2030))
		p := mustProgress(t, tt, 2023, s)
		f := found(t, p.Findings, target.FindingUnlike)
		assert.Equal(t, ghg.Serious, f.Severity, name)
		assert.Equal(t, "3600000 tCO2e (AR5)", f.Stated)
		assert.Contains(t, f.Detail, "II.1.1 CO2 (in 2023 ")
		p = mustProgress(t, tt, 2030, s)
		assert.Equal(t, target.BelowTargetLevel, p.Status, name)
		assert.Contains(t, p.Reason, "not like that of the base year")
		o, err := tt.Outcome(s, target.Adjustments{})
		require.NoError(t, err)
		assert.Equal(t, target.Undecided, o.Decision)
		assert.Equal(t, "the figure of 2030 is not like that of the base year", o.Reason)
		found(t, o.Findings, target.FindingUnlike)
		sum, err := tt.Summary("total", s, target.Adjustments{})
		require.NoError(t, err)
		found(t, sum.Findings, target.FindingUnlike)
	}
	s := figures(gpc.Basic, ghg.AR5, reported(2018, "I.1.1", "6.4", "II.1.1", "3.6"), reported(2030, "I.1.1", "4", "II.1.1", "2"))
	p := mustProgress(t, tt, 2030, s)
	assert.Equal(t, target.Achieved, p.Status)
	assert.NotContains(t, p.Findings.String(), target.FindingUnlike)
}

// Of many years that are not like the base there is one finding.
func TestOutcomeOnUnlikeYears(t *testing.T) {
	d := fromBase(t, 2018, "10 Mt", 2030, "30%").Definition()
	d.Timeframe = target.AnnualFrom(2021, target.Linear)
	var all []ghg.YearFigure
	for y := 2021; y <= 2030; y++ {
		all = append(all, reported(y, "I.1.1", "6.4"))
	}
	s := figures(gpc.Basic, ghg.AR5, append(all, reported(2018, "I.1.1", "6.4", "II.1.1", "3.6"))...)
	o, err := mustTarget(t, d).Outcome(s, target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, target.Undecided, o.Decision)
	n := 0
	for _, f := range o.Findings.All {
		if f.Code == target.FindingUnlike {
			n++
			assert.Contains(t, f.Detail, "and so 7 more years")
		}
	}
	assert.Equal(t, 1, n)
}

func TestRollingOnUnlikeYears(t *testing.T) {
	got, err := rolling(t, 2020, 1, "2%").Rolling(figures(gpc.Basic, ghg.AR5, reported(2020, "I.1.1", "6", "II.1.1", "3"),
		reported(2021, "I.1.1", "6"), reported(2022, "I.1.1", "5")))
	require.NoError(t, err)
	assert.False(t, got[0].Met, "II.1.1 is not in it")
	assert.Equal(t, "II.1.1 CO2 (in 2021 no figure), 3000000 tCO2e (AR5) of 2020", got[0].Unlike.String())
	assert.True(t, got[1].Met)
}

// A calendar year is compared with a fiscal one, and said; they are not added.
func TestFiscalYears(t *testing.T) {
	var all []ghg.YearFigure
	for _, p := range []ghg.Period{ghg.CalendarYear(2018), ghg.FiscalYear(2019, time.April), ghg.FiscalYear(2020, time.July),
		ghg.CalendarYear(2021)} {
		all = append(all, ghg.YearFigure{Year: p.Year(), Period: p, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1})
	}
	s := figures(gpc.Basic, ghg.AR5, all...)
	tt := fromBase(t, 2018, "9 Mt", 2021, "30%")
	for year, differ := range map[int]bool{2018: false, 2019: true, 2020: true, 2021: false} {
		p := mustProgress(t, tt, year, s)
		assert.Equal(t, differ, contains(p.Findings, target.FindingPeriods), year)
		if year > 2018 {
			assert.Equal(t, "undefined: a figure is not of the months that follow those of the figure before", p.AchievedYearOnYear.String())
		}
	}
	assert.Contains(t, mustProgress(t, tt, 2020, s).Findings.String(),
		"the base is of 2018, and the figure is of 2020-07-01/2021-06-30: the months between them are in neither, or in both")
	alone := figures(gpc.Basic, ghg.AR5, all[1])
	assert.True(t, contains(mustProgress(t, tt, 2019, alone).Findings, target.FindingPeriods), "the target means calendar years")

	var periods *ghg.PeriodError
	_, err := target.MeanBase(s, 2018, 2020)
	require.ErrorAs(t, err, &periods)
	assert.Len(t, periods.Breaks, 2)
	for frame, refused := range map[target.Timeframe]bool{target.AverageFrom(2019): true, target.CumulativeFrom(2019, target.Linear): true,
		target.AnnualFrom(2019, target.Linear): false} {
		d := tt.Definition()
		d.Timeframe = frame
		o, err := mustTarget(t, d).Outcome(s, target.Adjustments{})
		assert.Equal(t, refused, err != nil, frame)
		if refused {
			assert.ErrorAs(t, err, &periods)
			continue
		}
		assert.True(t, contains(o.Findings, target.FindingPeriods))
	}
}

func contains(f ghg.Findings, code string) bool {
	for _, x := range f.All {
		if x.Code == code {
			return true
		}
	}
	return false
}

// found is the one finding of a code.
func found(t *testing.T, f ghg.Findings, code string) ghg.Finding {
	t.Helper()
	var out []ghg.Finding
	for _, x := range f.All {
		if x.Code == code {
			out = append(out, x)
		}
	}
	require.Len(t, out, 1, code)
	return out[0]
}
