package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fromScenario is a target against a baseline of one year, and the baseline.
func fromScenario(t *testing.T, bau string, due int, cut string) target.Target {
	t.Helper()
	view := ghg.MustDeclaredView("national total", "INDC 2015")
	y, err := ghg.NewYearly("KR", view, ghg.Unstated, []ghg.YearFigure{
		{Year: due, CO2e: ghg.MustCO2e(bau + " MtCO2e"), Status: ghg.Projected, Vintage: ghg.FirstVintage}})
	require.NoError(t, err)
	return mustTarget(t, target.Definition{Name: "INDC 2015", Place: "KR", Due: due, Views: target.Same(view), Metric: ghg.Unstated,
		Goal: target.BaselineScenario{Kind: target.StaticBaseline, Baseline: y, Cut: ghg.MustShare(cut)}})
}

func scenarioKorea(t *testing.T, v vector) {
	var in struct {
		BAU string `json:"bau_target_year_mt"`
		Cut string `json:"reduction"`
		Due int    `json:"target_year"`
	}
	var out struct {
		Allowable string `json:"allowable_mt"`
		Cut       string `json:"required_cut_mt"`
	}
	var published struct {
		Level int64 `json:"target_level_mt"`
	}
	v.read(t, &in, &out)
	v.readPublished(t, &published)
	tt := fromScenario(t, in.BAU, in.Due, in.Cut)
	limit, err := tt.Limit(in.Due)
	require.NoError(t, err)
	near(t, out.Allowable, mt(limit), "0")
	assert.Equal(t, decimal.New(published.Level, 0).String(), mt(limit).Round(0).String(), "536 Mt is the level; press texts call it the cut")
	near(t, out.Cut, dec(in.BAU).Sub(mt(limit)), "0")
}

// Two of the four published levels do not reproduce: 850.6 × (1 - 19.2%) is
// 687.2848 and not 688, and 850.6 × (1 - 31.3%) is 584.3622 and not 585.
func scenarioOptions(t *testing.T, v vector) {
	var in struct {
		BAU  string   `json:"bau_target_year_mt"`
		Cuts []string `json:"reductions"`
	}
	var out struct {
		Rows []struct {
			Cut        string `json:"reduction"`
			Computed   string `json:"computed_mt"`
			Published  int64  `json:"published_mt"`
			Reproduces bool   `json:"reproduces_to_nearest_mt"`
		}
	}
	v.read(t, &in, &out)
	require.Len(t, out.Rows, len(in.Cuts))
	for i, row := range out.Rows {
		limit, err := fromScenario(t, in.BAU, 2030, in.Cuts[i]).Limit(2030)
		require.NoError(t, err)
		near(t, row.Computed, mt(limit), "0", row.Cut)
		assert.Equal(t, row.Reproduces, mt(limit).Round(0).Equal(decimal.New(row.Published, 0)), row.Cut)
		near(t, decimal.New(row.Published, 0).String(), mt(limit), "1", row.Cut)
	}
}

// grossAndNet are views of one national edition.
func grossAndNet(t *testing.T) (gross, net ghg.View) {
	t.Helper()
	gross, err := ghg.MustDeclaredView("gross", "national inventory").WithEdition("IPCC 1996")
	require.NoError(t, err)
	net, err = ghg.MustDeclaredView("net", "national inventory").WithEdition("IPCC 1996")
	require.NoError(t, err)
	return gross, net
}

// ndc2021 is 40% from a gross base of 2018 to a net level of 2030, in Mt.
func ndc2021(t *testing.T, base, level string) target.Target {
	t.Helper()
	gross, net := grossAndNet(t)
	return mustTarget(t, target.Definition{Name: "NDC 2030", Place: "KR", Due: 2030, Views: target.Views{Base: gross, Due: net},
		Metric: ghg.SAR,
		Goal:   target.FixedLevel{Level: ghg.MustMass(level + " Mt"), Year: 2018, Base: ghg.MustMass(base + " Mt")}})
}

func baseYearKorea(t *testing.T, v vector) {
	var in struct {
		BaseYear int    `json:"base_year"`
		Base     string `json:"base_gross_mt"`
		Due      int    `json:"target_year"`
		Level    string `json:"target_net_mt"`
	}
	var out struct {
		Reduction string `json:"stated_reduction"`
		Cut       string `json:"cut_mt"`
	}
	var published struct {
		Reduction int64 `json:"reduction_pct"`
		Cut       int64 `json:"cut_mt"`
	}
	v.read(t, &in, &out)
	v.readPublished(t, &published)
	tt := ndc2021(t, in.Base, in.Level)
	assert.Equal(t, in.BaseYear, tt.BaseYear())
	assert.Equal(t, in.Due, tt.Due())
	near(t, out.Reduction, value(t, tt.EquivalentCut()), "1e-6")
	near(t, decimal.New(published.Reduction, -2).String(), value(t, tt.EquivalentCut()), "0.0005")
	limit, err := tt.Limit(in.Due)
	require.NoError(t, err)
	cut, err := tt.Base().Sub(limit)
	require.NoError(t, err)
	near(t, out.Cut, mt(cut), "0")
	near(t, decimal.New(published.Cut, 0).String(), mt(cut), "0")

	// The published share, the other way round.
	gross, _ := grossAndNet(t)
	share, err := ghg.Percent(decimal.New(published.Reduction, 0))
	require.NoError(t, err)
	limit, err = mustTarget(t, target.Definition{Name: "NDC 2030", Place: "KR", Due: in.Due, Views: target.Same(gross), Metric: ghg.SAR,
		Goal: target.BaseYear{Year: in.BaseYear, Base: ghg.MustMass(in.Base + " Mt"), Cut: share}}).Limit(in.Due)
	require.NoError(t, err)
	near(t, in.Level, mt(limit), "0.05")
}

func grossNetKorea(t *testing.T, v vector) {
	var in struct {
		Gross18 string            `json:"gross_2018_mt"`
		Sink18  string            `json:"sink_2018_mt"`
		Sectors map[string]string `json:"sectors_2030_mt"`
		Sink30  string            `json:"sink_2030_mt"`
		CCUS    string            `json:"ccus_2030_mt"`
		Credits string            `json:"international_credits_2030_mt"`
	}
	var out struct {
		Net18      string `json:"net_2018_mt"`
		Gross30    string `json:"gross_2030_mt"`
		Net30      string `json:"net_2030_mt"`
		GrossNet   string `json:"reduction_gross_base_net_target"`
		GrossGross string `json:"reduction_gross_gross"`
		NetNet     string `json:"reduction_net_net"`
		Domestic   string `json:"reduction_net_net_without_international_credits"`
	}
	v.read(t, &in, &out)
	var gross30 decimal.Decimal
	for _, x := range in.Sectors {
		gross30 = gross30.Add(dec(x))
	}
	near(t, out.Gross30, gross30, "0")
	net18 := dec(in.Gross18).Sub(dec(in.Sink18))
	near(t, out.Net18, net18, "0")
	domestic30 := gross30.Sub(dec(in.Sink30)).Sub(dec(in.CCUS))
	net30 := domestic30.Sub(dec(in.Credits))
	near(t, out.Net30, net30, "0")

	gross, net := grossAndNet(t)
	domestic, err := ghg.MustDeclaredView("domestic net", "national inventory").WithEdition("IPCC 1996")
	require.NoError(t, err)
	level := func(v ghg.View, x decimal.Decimal) target.ViewLevel {
		return target.ViewLevel{View: v, CO2e: ghg.MustCO2e(x.String() + " MtCO2e (SAR)"), Source: "2030 NDC"}
	}
	tt := ndc2021(t, in.Gross18, net30.String())
	bases, err := tt.StatedCuts([]target.ViewLevel{level(net, net18)}, []target.ViewLevel{level(gross, gross30), level(domestic, domestic30)})
	require.NoError(t, err)
	require.Len(t, bases, 6, "two bases, three levels")
	want := map[string]string{"gross/net": out.GrossNet, "gross/gross": out.GrossGross, "net/net": out.NetNet,
		"net/domestic net": out.Domestic}
	for i, b := range bases {
		name := b.Base.View.Name() + "/" + b.Due.View.Name()
		assert.Equal(t, i == 0, b.Headline, name)
		assert.Equal(t, b.Base.View.Name() != b.Due.View.Name(), b.IsMixed(), name)
		if w, ok := want[name]; ok {
			near(t, w, value(t, b.Cut), "1e-6", name)
			delete(want, name)
		}
	}
	assert.Empty(t, want)
}

func intensityOfGDP(t *testing.T, v vector) {
	var in struct {
		Base         string `json:"base_mt"`
		BaseActivity string `json:"base_activity"`
		Cut          string `json:"reduction"`
		Activity     string `json:"target_activity"`
	}
	var out struct {
		BaseIntensity string `json:"base_intensity"`
		Intensity     string `json:"target_intensity"`
		Allowable     string `json:"allowable_mt"`
		Absolute      string `json:"equivalent_absolute_reduction"`
	}
	v.read(t, &in, &out)
	gdp, err := ghg.NewYears("GDP", "trillion won", nil, []ghg.OfYear[decimal.Decimal]{
		{Year: 2018, Value: dec(in.BaseActivity)}, {Year: 2030, Value: dec(in.Activity), Status: ghg.Projected}}...)
	require.NoError(t, err)
	d := daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass(in.Base + " Mt"), Cut: ghg.MustShare(in.Cut), Activity: gdp}
	tt := mustTarget(t, d)
	limit, err := tt.Limit(2030)
	require.NoError(t, err)
	near(t, out.Allowable, mt(limit), "0")
	near(t, out.Absolute, value(t, tt.EquivalentCut()), "0")
	near(t, out.BaseIntensity, value(t, ghg.Quotient(mt(tt.Base()), dec(in.BaseActivity), "")), "0")
	near(t, out.Intensity, value(t, ghg.Quotient(mt(limit), dec(in.Activity), "")), "0")
}

func fixedLevel(t *testing.T, v vector) {
	var in struct {
		Level     string `json:"level_mt"`
		Reporting string `json:"reporting_mt"`
	}
	var out struct {
		Allowable string `json:"allowable_mt"`
		Cut       string `json:"remaining_cut_mt"`
		Share     string `json:"remaining_cut_share_of_reporting"`
	}
	v.read(t, &in, &out)
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass(in.Level + " Mt")}
	p := mustProgress(t, mustTarget(t, d), 2023, one(2023, dec(in.Reporting).Shift(6).String(), ghg.Provisional))
	near(t, out.Allowable, mt(amount(t, p.Limit)), "0")
	near(t, out.Cut, mt(p.Remaining), "0")
	near(t, out.Share, value(t, p.RemainingShare), "1e-8")
}

func rollingBaseYear(t *testing.T, v vector) {
	var in struct {
		Emissions map[int]int64 `json:"emissions_mt"`
		Cut       string        `json:"annual_goal"`
	}
	var out struct {
		Allowed  map[int]string `json:"rolling_allowable_mt"`
		Met      map[int]bool   `json:"rolling_met"`
		Linear   map[int]string `json:"fixed_allowable_mt"`
		Compound map[int]string `json:"compounded_fixed_mt"`
	}
	v.read(t, &in, &out)
	var all []ghg.YearFigure
	for year, e := range in.Emissions {
		all = append(all, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(decimal.New(e, 0).String() + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage})
	}
	years, err := rolling(t, 2020, 1, in.Cut).Rolling(figures(gpc.Basic, ghg.AR5, all...))
	require.NoError(t, err)
	require.Len(t, years, len(out.Allowed))
	for _, y := range years {
		near(t, out.Allowed[y.Year], mt(amount(t, y.Allowed)), "0", y.Year)
		assert.Equal(t, out.Met[y.Year], y.Met, y.Year)
		near(t, out.Linear[y.Year], mt(amount(t, y.FixedLinear)), "0", y.Year)
		near(t, out.Compound[y.Year], mt(amount(t, y.FixedCompound)), "0", y.Year)
	}
}

// rolling is a goal that cuts a share from the emissions some years before.
func rolling(t *testing.T, first, every int, cut string) target.Target {
	t.Helper()
	d := daegu2030()
	d.Name, d.Goal = "Daegu rolling", target.RollingBaseYear{Year: first, Every: every, Cut: ghg.MustShare(cut)}
	return mustTarget(t, d)
}

func accountable(t *testing.T, v vector) {
	var in struct {
		Inventory string `json:"inventory_in_boundary_mt"`
		Retired   string `json:"units_retired_mt"`
		Sold      string `json:"units_sold_mt"`
		Land      string `json:"net_land_sector_change_since_base_mt"`
		Allowable string `json:"allowable_mt"`
	}
	var out struct {
		Accountable string `json:"accountable_mt"`
		Achieved    bool
		Shortfall   string `json:"shortfall_mt"`
		Ignored     bool   `json:"achieved_if_sold_units_ignored"`
		Without     string `json:"accountable_if_sold_ignored_mt"`
	}
	v.read(t, &in, &out)
	tt := mustTarget(t, daegu2030())
	limit, err := tt.Limit(2030)
	require.NoError(t, err)
	near(t, in.Allowable, mt(limit), "0")
	series := one(2030, dec(in.Inventory).Shift(6).String(), ghg.Actual)
	units := func(s target.UnitStatus, mt string) target.Units {
		return target.Units{Year: 2030, Vintage: 2030, Amount: ghg.MustMass(mt + " Mt"), Type: target.ReductionUnit, Status: s,
			Source: "registry"}
	}
	told := target.Adjustments{Units: []target.Units{units(target.UnitSold, in.Sold), units(target.UnitRetired, in.Retired)},
		Land: []target.LandChange{{Year: 2030, Change: ghg.MustMass(in.Land + " Mt")}}}
	forgot := told
	forgot.Units = told.Units[1:]
	for _, x := range []struct {
		adjustments target.Adjustments
		accountable string
		achieved    bool
	}{{told, out.Accountable, out.Achieved}, {forgot, out.Without, out.Ignored}} {
		o, err := tt.Outcome(series, x.adjustments)
		require.NoError(t, err)
		near(t, x.accountable, mt(amount(t, o.Accountable)), "0")
		assert.Equal(t, x.achieved, o.Decision == target.Met, o)
		if !x.achieved {
			near(t, out.Shortfall, mt(amount(t, o.Shortfall)), "0")
		}
		p, err := mustProgress(t, tt, 2030, series).Account(x.adjustments)
		require.NoError(t, err)
		near(t, x.accountable, mt(p.Emissions), "0")
		assert.Equal(t, x.achieved, p.Status == target.Achieved, p.Status)
	}
}
