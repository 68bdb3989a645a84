package korea_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func record(code, gas, mass string) ghg.Record {
	return ghg.Record{Place: "하늘군", Period: ghg.CalendarYear(2023), Category: category(code),
		Gas: ghg.MustGas(gas), Value: ghg.Emitted(ghg.MustMass(mass))}
}

func inventory(t testing.TB, view ghg.View, records ...ghg.Record) ghg.Total {
	t.Helper()
	inv, _, err := ghg.NewInventory("하늘군", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	total, err := inv.Total(view, ghg.AR5)
	if err != nil {
		var withheld *ghg.WithheldError
		require.True(t, errors.As(err, &withheld))
	}
	return total
}

func TestEmissions(t *testing.T) {
	total := inventory(t, gpc.BasicPlus,
		record("I.1.1", "CO2", "12000.5 t"), record("I.1.1", "CH4", "2 t"), record("I.1.2", "CO2", "30000 t"),
		record("II.1.1", "CO2", "45000 t"), record("III.1.1", "CH4", "100 t"), record("III.1.2", "CH4", "10 t"),
		record("V.2", "CO2", "-90000 t"), record("V.3", "N2O", "2 t"))
	rows, err := korea.EmissionsRegional("GIR", total)
	require.NoError(t, err)
	var got []string
	sum := total.CO2e
	for _, r := range rows {
		got = append(got, fmt.Sprint(r.Kind, " ", r.Sector, " ", r.Year, " ", r.Emissions.Tonnes()))
		sum = must(sum.Sub(r.Emissions))
	}
	assert.Equal(t, []string{
		"direct Stationary energy 2023 12056.5", "indirect Stationary energy 2023 30000", "direct Transportation 2023 45000",
		"direct Waste 2023 2800", "indirect Waste 2023 280", "sink AFOLU 2023 -90000", "direct AFOLU 2023 530",
	}, got)
	assert.True(t, sum.IsZero(), "the rows add up to the total")

	buildings := korea.Label{Ko: "건물", En: "buildings"}
	managed, err := korea.EmissionsManagement("GIR", total, func(r ghg.Record) korea.Label {
		if r.Category.Code[:2] == "V." {
			return korea.Label{Ko: "흡수원"}
		}
		return buildings
	})
	require.NoError(t, err)
	require.Len(t, managed, 4)
	assert.Equal(t, "89856.5", managed[0].Emissions.Tonnes().Add(n("30000")).String(), "12056.5 + 45000 + 2800 direct, and 30000")
	assert.True(t, managed[0].InTotal && managed[1].InTotal)
	assert.False(t, managed[2].InTotal)
	_, err = korea.EmissionsManagement("GIR", total, func(ghg.Record) korea.Label { return korea.Label{} })
	assert.ErrorContains(t, err, "GPC 1.1 I.1.1, sector: none is given")

	_, err = korea.EmissionsRegional("GIR", ghg.Total{})
	assert.ErrorIs(t, err, ghg.ErrNothingReported)
	mixed := record("I.1.1", "CH4", "2 t")
	mixed.Gas, mixed.Value = ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e("10 tCO2e (SAR)"))
	_, err = korea.EmissionsRegional("GIR", inventory(t, gpc.Basic, mixed))
	assert.ErrorContains(t, err, "withheld")
	_, err = korea.EmissionsManagement("GIR", inventory(t, gpc.Basic, mixed), nil)
	assert.ErrorContains(t, err, "withheld")
}

// A scheme that leaves the scope to the record needs it there.
func TestEmissionsScope(t *testing.T) {
	scheme := must(ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Title: "own", Source: "own",
		Nodes: []ghg.Node{{Code: "1", Name: "Energy", NameKo: "에너지", Reportable: true, CH4: ghg.MustGas("CH4")}}}))
	view := must(ghg.NewView(ghg.ViewDefinition{Name: "all", Scheme: scheme, Categories: []string{"1"}}))
	total := func(scope ghg.Scope) ghg.Total {
		r := record("I.1.1", "CO2", "5 t")
		r.Category, r.Scope = must(scheme.Category("1")), scope
		inv, _, err := ghg.NewInventory("하늘군", ghg.CalendarYear(2023), ghg.FirstVintage, scheme, []ghg.Record{r})
		require.NoError(t, err)
		return must(inv.Total(view, ghg.AR5))
	}
	for scope, want := range map[ghg.Scope]korea.EmissionKind{ghg.Scope1: korea.Direct, ghg.Scope2: korea.Indirect,
		ghg.Scope3: korea.Indirect} {
		rows, err := korea.EmissionsRegional("own", total(scope))
		require.NoError(t, err)
		assert.Equal(t, want, rows[0].Kind)
		assert.Equal(t, korea.Label{Ko: "에너지", En: "Energy"}, rows[0].Sector)
	}
	_, err := korea.EmissionsRegional("own", total(ghg.ScopeUnspecified))
	assert.ErrorContains(t, err, "scope: none is given")
}

func TestReductionTargetsRefuse(t *testing.T) {
	goal := must(target.New(target.Definition{Name: "t", Place: "하늘군", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("40%")}}))
	yearly := func(place ghg.PlaceID, view ghg.View, m ghg.Metric, year int) ghg.Yearly {
		figure := ghg.YearFigure{Year: year, CO2e: must(ghg.NewCO2e(n("90"), ghg.Tonne, m)), Vintage: ghg.FirstVintage}
		return must(ghg.NewYearly(place, view, m, []ghg.YearFigure{figure}))
	}
	rows := func(bau ghg.Yearly) ([]korea.ReductionTarget, error) {
		return korea.ReductionTargets(korea.SectorTarget, korea.WholeRegion, korea.Label{}, goal, bau)
	}
	_, err := korea.ReductionTargets(korea.SectorTarget, korea.WholeRegion, korea.Label{}, target.Target{}, ghg.Yearly{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	for aspect, bau := range map[ghg.Aspect]ghg.Yearly{
		ghg.AspectPlace:  yearly("바다군", gpc.Basic, ghg.AR5, 2030),
		ghg.AspectView:   yearly("하늘군", gpc.BasicPlus, ghg.AR5, 2030),
		ghg.AspectMetric: yearly("하늘군", gpc.Basic, ghg.SAR, 2030),
	} {
		_, err = rows(bau)
		var mismatch *ghg.MismatchError
		require.ErrorAs(t, err, &mismatch)
		assert.True(t, mismatch.In(aspect) && len(mismatch.Differ) == 1, mismatch)
	}
	_, err = rows(yearly("하늘군", gpc.Basic, ghg.AR5, 2029))
	var none *ghg.NoFigureError
	assert.ErrorAs(t, err, &none)
	got, err := rows(ghg.Yearly{})
	require.NoError(t, err)
	require.Len(t, got, 1)
	assert.Equal(t, korea.SectorTarget, got[0].Level)
	_, ok := got[0].TargetReduction()
	assert.False(t, ok)
	assert.Equal(t, "40.00%", got[0].Rate().Percent(2))
	got, err = rows(yearly("하늘군", gpc.Basic, ghg.AR5, 2030))
	require.NoError(t, err)
	c, _ := got[0].TargetReduction()
	assert.Equal(t, "30 tCO2e (AR5)", c.String())

	// A goal without a base year has neither base nor rate.
	fixed := must(target.New(target.Definition{Name: "t", Place: "하늘군", Due: 2050, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.FixedLevel{Level: ghg.MustMass("0 t")}}))
	got, err = korea.ReductionTargets(korea.OverallTarget, korea.WholeRegion, korea.Label{}, fixed, ghg.Yearly{})
	require.NoError(t, err)
	assert.Zero(t, got[0].BaseYear)
	assert.NotEmpty(t, got[0].Rate().Undefined())

	// Gross at one end and net at the other: Gyeongnam's 40.4 % is the cut of neither.
	mixed := must(target.New(target.Definition{Name: "Gyeongnam 2030", Place: "경상남도", Due: 2030, Metric: ghg.Unstated,
		Views: target.Views{Base: ghg.MustDeclaredView("gross", "plan"), Due: ghg.MustDeclaredView("net", "plan")},
		Goal:  target.BaseYear{Year: 2018, Base: ghg.MustMass("20998.2 kt"), Cut: ghg.MustShare("40.4%")}}))
	got, err = korea.ReductionTargets(korea.OverallTarget, korea.ManagementAuthority, korea.Label{}, mixed, ghg.Yearly{})
	require.NoError(t, err)
	assert.True(t, got[0].IsMixed())
	assert.Equal(t, "40.40%", got[0].Rate().Percent(2))
	d := korea.DocumentDefinition{Place: "경상남도", Meta: korea.DocumentMeta{First: 2024, Last: 2033}, ReductionTargets: got}
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Equal(t, "reduction_targets, row 1, gross-net: the base counts gross and the target net: the rate is the cut of neither",
		findings.String())
}

func TestFinancialPlanRefuses(t *testing.T) {
	with := func(lines ...strategy.BudgetLine) ([]korea.FinancialLine, error) {
		d := county().Definition()
		d.Actions[0].Budget = lines
		p, _, err := strategy.NewPortfolio(d)
		require.NoError(t, err)
		return korea.FinancialPlan(p)
	}
	_, err := with(strategy.BudgetLine{Year: 2026, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("1원", 2024)})
	var mismatch *strategy.MoneyMismatchError
	assert.ErrorAs(t, err, &mismatch)
	assert.ErrorContains(t, err, `project "T-01", 2026`)
	lines, err := with()
	require.NoError(t, err)
	assert.Len(t, lines, 4)
	assert.Equal(t, "3100000000 KRW (nominal)", lines[3].Budget.String())
	_, err = korea.FinancialPlan(strategy.Portfolio{})
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	assert.Empty(t, korea.MitigationProjects(strategy.Portfolio{}))
}

// Two projects that spend from the same funds in the same year keep a line each.
func TestFinancialPlanKeepsProjectsApart(t *testing.T) {
	lines := must(korea.FinancialPlan(county()))
	var national []string
	for _, l := range lines {
		if l.Funds == strategy.NationalFunds {
			national = append(national, l.Project+" "+l.Budget.Amount().String())
		}
	}
	assert.Equal(t, []string{"E-01 300000000", "T-01 600000000"}, national)
}

func TestQuantitativeReductionsBasis(t *testing.T) {
	_, err := korea.QuantitativeReductions(0, county(), noBase)
	assert.ErrorContains(t, err, "quantitative reductions, basis: name it")
	_, err = korea.QuantitativeReductions(3, county(), noBase)
	assert.Error(t, err)
	_, err = korea.QuantitativeReductions(korea.Annual, strategy.Portfolio{}, noBase)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, err = korea.MonitoringPerformance(2027, korea.OwnStatusRules, strategy.Portfolio{}, noBase)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	assert.Empty(t, korea.AnnualImplementations(strategy.Portfolio{}))
}

func TestCodes(t *testing.T) {
	for want, got := range map[string]fmt.Stringer{
		"basic": korea.Basic, "indirect": korea.Indirect, "with policies": korea.WithPolicies, "sector": korea.SectorTarget,
		"whole region": korea.WholeRegion, "expanded": korea.ExpandedProject, "new": korea.NewInCheck, "foundations": korea.FoundationPart,
		"cumulative": korea.Cumulative, "no counting": strategy.Counting(0), "delayed": korea.Delayed,
		"unknown boundary (4)": korea.Boundary(4), "": korea.ProjectKind(0),
		"건물": korea.Label{Ko: "건물"},
	} {
		assert.Equal(t, want, got.String())
	}
	assert.Equal(t, "누적", korea.Cumulative.Label().Ko)
	assert.Equal(t, "buildings", korea.Label{En: "buildings"}.In(words.Korean))
	for range korea.Tables() {
		break
	}
}
