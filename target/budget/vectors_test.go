package budget_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case with its published or independently computed answer.
type vector struct {
	ID        string
	Inputs    json.RawMessage
	Outputs   json.RawMessage
	Published json.RawMessage
}

func (v vector) read(t *testing.T, inputs, outputs any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Inputs, inputs))
	require.NoError(t, json.Unmarshal(v.Outputs, outputs))
}

func TestVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(b, &file))
	run := map[string]func(*testing.T, vector){
		"budget-heidelberg-population-share": heidelberg,
		"budget-exponential-path-norrkoping": norrkoping,
		"national-overhead-klimatkollen":     overheads,
		"budget-linear-klimawatch-muenster":  muenster,
		"budget-exp-decay-pypsa":             cappedDecay,
		"budget-contraction-convergence":     convergence,
		"budget-piecewise-linear-daegu":      daegu,
	}
	assert.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if assert.True(t, ok, v.ID) {
			t.Run(v.ID, func(t *testing.T) { f(t, v) })
		}
	}
}

var dec = decimal.RequireFromString

// near asserts agreement within a tolerance.
func near(t *testing.T, want string, got decimal.Decimal, tolerance string, what ...any) {
	t.Helper()
	assert.True(t, got.Sub(dec(want)).Abs().LessThanOrEqual(dec(tolerance)), "%v: want %s, got %s", what, want, got)
}

// nearRel asserts agreement within a share of the value, or half a unit of the
// last digit that is printed of it: no more of it is known.
func nearRel(t *testing.T, want, rel string, got decimal.Decimal, what ...any) {
	t.Helper()
	w := dec(want)
	near(t, want, got, decimal.Max(w.Abs().Mul(dec(rel)), decimal.New(5, w.Exponent()-1)).String(), what...)
}

func value(t *testing.T, r ghg.Ratio) decimal.Decimal {
	t.Helper()
	v, ok := r.Value()
	require.True(t, ok, r)
	return v
}

// view is that of figures whose selection the source does not say.
var view = ghg.MustDeclaredView("city total", "test")

// co2e is an amount in tonnes, in the unstated metric.
func co2e(tonnes string) ghg.CO2e {
	c, err := ghg.NewCO2e(dec(tonnes), ghg.Tonne, ghg.Unstated)
	if err != nil {
		panic(err)
	}
	return c
}

func kt(kilotonnes string) ghg.CO2e { return co2e(dec(kilotonnes).Shift(3).String()) }

func inKt(b budget.Budget) decimal.Decimal { return b.Amount().In(ghg.Kilotonne) }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// made is a budget of amounts in tonnes.
func made(amount string, first, last int) budget.Budget {
	return must(budget.New(budget.Definition{Name: "test", Place: "city", View: view, Amount: co2e(amount), First: first, Last: last}))
}

// yearly is a series of a place from a first year on, in tonnes.
func yearly(place ghg.PlaceID, first int, tonnes ...string) ghg.Yearly {
	var all []ghg.YearFigure
	for i, x := range tonnes {
		all = append(all, ghg.YearFigure{Year: first + i, CO2e: co2e(x), Vintage: ghg.FirstVintage})
	}
	return must(ghg.NewYearly(place, view, ghg.Unstated, all))
}

func heidelberg(t *testing.T, v vector) {
	var in struct {
		Global    map[string]json.Number `json:"global_budget_kt_from_2020"`
		Emissions map[int]json.Number    `json:"global_emissions_t"`
		City      int64                  `json:"city_population"`
		World     int64                  `json:"world_population"`
		Coverage  struct {
			Inventory  json.Number `json:"inventory_t"`
			Population int64
			PerPerson  string `json:"t_per_person_all"`
		} `json:"coverage_factor"`
	}
	var out struct {
		Budget   map[string]string `json:"budget_2016_kt"`
		Coverage string            `json:"coverage_factor"`
	}
	v.read(t, &in, &out)
	f, err := budget.CoverageOf(co2e(in.Coverage.Inventory.String()), in.Coverage.Population, co2e(in.Coverage.PerPerson), "BISKO inventory")
	require.NoError(t, err)
	near(t, out.Coverage, value(t, f.Factor()), "0.0000000001")
	past := yearly("world", 2016, in.Emissions[2016].String(), in.Emissions[2017].String(), in.Emissions[2018].String(),
		in.Emissions[2019].String())
	require.Len(t, in.Global, 6)
	for name, amount := range in.Global {
		global := must(budget.New(budget.Definition{Name: name, Place: "world", View: view, Amount: kt(amount.String()), First: 2020,
			Last: budget.ForGood}))
		early, err := global.From(2016, past)
		require.NoError(t, err)
		city, err := early.Allocate(budget.PopulationShare{Year: 2016, People: in.City, Of: in.World},
			budget.Recipient{Name: "Heidelberg " + name, Place: "Heidelberg", View: view})
		require.NoError(t, err)
		city, err = city.Covering(f)
		require.NoError(t, err)
		near(t, out.Budget[name], inKt(city), "0.05", name)
		assert.Equal(t, 2016, city.First())
	}
}

func norrkoping(t *testing.T, v vector) {
	var in struct {
		Start  int    `json:"start_year"`
		E0     string `json:"E0"`
		Budget string
	}
	var out struct {
		Values    map[int]string
		Rate      string `json:"annual_rate"`
		Sum       string `json:"sum_of_discrete_years_2024_2050"`
		Overshoot string `json:"overshoot_of_discrete_sum"`
	}
	v.read(t, &in, &out)
	b := made(in.Budget, in.Start, budget.ForGood)
	start := budget.Start{Year: in.Start, Emissions: co2e(in.E0)}
	p, err := b.Path(budget.Exponential, start)
	require.NoError(t, err)
	require.Len(t, out.Values, 7)
	for year, want := range out.Values {
		nearRel(t, want, "1e-9", must(p.At(year)).Tonnes(), year)
	}
	var published map[int]json.Number
	require.NoError(t, json.Unmarshal(v.Published, &published))
	for year, want := range published {
		nearRel(t, want.String(), "1e-9", must(p.At(year)).Tonnes(), year)
	}
	nearRel(t, out.Rate, "1e-9", value(t, p.AnnualRate()))
	s, err := p.Spending(2050)
	require.NoError(t, err)
	nearRel(t, out.Sum, "1e-9", s.Sum.Tonnes())
	nearRel(t, out.Overshoot, "1e-9", value(t, s.OverShare))
	require.Equal(t, 2, s.Findings.Len())
	assert.Equal(t, budget.FindingOverspent, s.Findings.All[1].Code)

	// The pitfall: both discrete ratios keep the budget.
	for _, first := range []int{in.Start, in.Start + 1} {
		b := made(in.Budget, first, budget.ForGood)
		p, err := must(b.Path(budget.Exponential, start)).Discrete()
		require.NoError(t, err)
		s, err := p.Spending(2300)
		require.NoError(t, err)
		assert.LessOrEqual(t, s.Over.Sign(), 0)
		near(t, "0", s.Over.Tonnes(), "0.000000001")
		q := dec("1").Sub(dec(in.E0).DivRound(dec(in.Budget), 30))
		if first > in.Start {
			q = dec(in.Budget).DivRound(dec(in.E0).Add(dec(in.Budget)), 30)
		}
		near(t, dec("1").Sub(q).String(), value(t, p.AnnualRate()), "0.000000000001")
	}
}

func overheads(t *testing.T, v vector) {
	var in struct {
		B15 string `json:"budget_15"`
		B17 string `json:"budget_17"`
		O17 string `json:"overhead_17"`
	}
	var out struct {
		Net string `json:"budget_net"`
	}
	v.read(t, &in, &out)
	net, err := made(in.B15, 2020, budget.ForGood).LessOverheads(budget.Overheads{Amount: co2e(in.O17), Of: co2e(in.B17)})
	require.NoError(t, err)
	near(t, out.Net, net.Amount().Tonnes(), "0")
	var published struct{ R json.Number }
	require.NoError(t, json.Unmarshal(v.Published, &published))
	near(t, published.R.String(), net.Amount().Tonnes(), "0")
}

func muenster(t *testing.T, v vector) {
	var in struct {
		Budget   string              `json:"national_budget_kt"`
		Nation   int64               `json:"national_population"`
		City     int64               `json:"city_population"`
		Coverage string              `json:"coverage"`
		Emitted  map[int]json.Number `json:"emitted_kt"`
		Last     string              `json:"last_emissions"`
	}
	var out struct {
		Budget    string `json:"budget_2019_kt"`
		Remaining string `json:"remaining_after_2022_kt"`
		Slope     string `json:"slope_kt_per_year"`
		Years     string `json:"years_to_zero"`
	}
	v.read(t, &in, &out)
	nation := must(budget.New(budget.Definition{Name: "Germany", Place: "Germany", View: view, Amount: kt(in.Budget), First: 2019,
		Last: budget.ForGood}))
	city, err := nation.Allocate(budget.PopulationShare{Year: 2019, People: in.City, Of: in.Nation}, budget.Recipient{Name: "Münster",
		Place: "Münster", View: view})
	require.NoError(t, err)
	city, err = city.Covering(must(budget.StatedCoverage(ghg.MustShare(in.Coverage), "klimawatch")))
	require.NoError(t, err)
	near(t, out.Budget, inKt(city), "0.0001")
	var tonnes []string
	for y := 2019; y <= 2022; y++ {
		tonnes = append(tonnes, in.Emitted[y].String()+"000")
	}
	series := yearly("Münster", 2019, tonnes...)
	u, err := city.Use(series, 2022)
	require.NoError(t, err)
	near(t, out.Remaining, u.Left.In(ghg.Kilotonne), "0.0001")
	left, err := city.From(2023, series)
	require.NoError(t, err)
	near(t, out.Remaining, inKt(left), "0.0001")
	// The pitfall: 2022 and 2023 are given here, and written nowhere in the code.
	p, err := left.Path(budget.Linear, budget.Start{Year: 2022, Emissions: kt(in.Last)})
	require.NoError(t, err)
	near(t, out.Years, value(t, p.YearsToZero()), "0.0001")
	step := must(p.At(2023)).Tonnes().Sub(must(p.At(2022)).Tonnes()).Shift(-3)
	near(t, out.Slope, step, "0.0001")
	// The start is outside the budget, so the calendar years leave some of it.
	s := must(p.Spending(2050))
	assert.Negative(t, s.Over.Sign())
	over := must(must(p.Discrete()).Spending(2050)).Over
	assert.LessOrEqual(t, over.Sign(), 0)
	near(t, "0", over.Tonnes(), "0.0000000001")
}

func cappedDecay(t *testing.T, v vector) {
	var in struct {
		E0     string `json:"e0"`
		Budget string
		R      []string
	}
	var out struct {
		T    string
		M0   string `json:"m_r0"`
		M1   string `json:"m_r001"`
		E10  string `json:"e10_r0"`
		Area string `json:"integral_r0"`
		A1   string `json:"integral_r001"`
	}
	v.read(t, &in, &out)
	require.Equal(t, []string{"0", "0.01"}, in.R)
	b := made(in.Budget, 2020, budget.ForGood)
	for i, r := range in.R {
		p, err := b.Path(budget.CappedDecay(ghg.MustShare(r)), budget.Start{Year: 2020, Emissions: co2e(in.E0)})
		require.NoError(t, err)
		// m as the explanation shows it, and the area that it gives.
		m := shown(t, p.Explain(), "m")
		near(t, []string{out.M0, out.M1}[i], m, "1e-9")
		near(t, out.T, shown(t, p.Explain(), "T"), "0")
		area := dec(in.E0).Mul(m.Add(m).Add(dec(r))).DivRound(m.Mul(m), 20)
		near(t, []string{out.Area, out.A1}[i], area, "1e-9")
		// Simpson's rule over the yearly values, as an oracle for the values.
		sum := decimal.Decimal{}
		for k := 0; k <= 280; k++ {
			w := dec("2")
			switch {
			case k == 0 || k == 280:
				w = dec("1")
			case k%2 == 1:
				w = dec("4")
			}
			sum = sum.Add(must(p.At(2020 + k)).Tonnes().Mul(w))
		}
		near(t, in.Budget, sum.DivRound(dec("3"), 12), "0.02")
		if i == 0 {
			near(t, out.E10, must(p.At(2030)).Tonnes(), "1e-9")
		}
	}
}

// shown is the value of an input in an explanation.
func shown(t *testing.T, d derivation.Derivation, symbol string) decimal.Decimal {
	t.Helper()
	step, ok := d.Step(symbol)
	require.True(t, ok, d)
	return step.Values[0].Number
}

func convergence(t *testing.T, v vector) {
	var in struct {
		PerHead  string         `json:"city_pc_2020"`
		Global   map[int]string `json:"global_pc"`
		Converge int            `json:"converge_year"`
		People   string         `json:"population_m"`
	}
	var out struct {
		PerHead   string `json:"pc_2027"`
		Emissions string `json:"emissions_2027_mt"`
	}
	v.read(t, &in, &out)
	m := budget.ContractionConvergence{Start: 2020, PerHead: co2e(in.PerHead), Converge: in.Converge,
		Mean:   byYear("mean per head", map[int]ghg.CO2e{2020: co2e(in.Global[2020]), 2035: co2e(in.Global[2035])}),
		People: byYear("people", map[int]int64{2027: dec(in.People).Shift(6).IntPart()})}
	near(t, out.PerHead, must(m.At(2027)).Tonnes(), "1e-7")
	near(t, out.Emissions, must(m.Emissions(2027)).In(ghg.Megatonne), "1e-7")
}

func daegu(t *testing.T, v vector) {
	var in struct{ Milestones [][2]any }
	var out struct {
		Values     map[int]string `json:"values_mt"`
		Area       string         `json:"area_trapezoid_2018_2050_mt"`
		From19     string         `json:"sum_of_years_2019_2050_mt"`
		From18     string         `json:"sum_of_years_2018_2050_mt"`
		Difference string         `json:"difference_sum2018_minus_area_mt"`
	}
	v.read(t, &in, &out)
	require.Len(t, in.Milestones, 4)
	tt := must(target.New(target.Definition{Name: "Daegu", Place: "Daegu", Due: 2050, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal:       target.BaseYear{Year: 2018, Base: ghg.MustMass(in.Milestones[0][1].(string) + " Mt"), Cut: ghg.MustShare("100%")},
		Milestones: []target.Milestone{{Year: 2030, Cut: ghg.MustShare("45%")}, {Year: 2040, Cut: ghg.MustShare("70%")}}}))
	path := must(tt.Along(target.Linear))
	for year, e := range path {
		if want, ok := out.Values[year]; ok {
			near(t, want, e.In(ghg.Megatonne), "1e-7", year)
		}
	}
	s, err := budget.SumAndArea(path)
	require.NoError(t, err)
	for want, got := range map[string]ghg.CO2e{out.Area: s.Area, out.From19: s.AfterFirst, out.From18: s.Sum, out.Difference: s.Difference} {
		near(t, want, got.In(ghg.Megatonne), "1e-7")
	}
	assert.Equal(t, []int{2018, 2050}, []int{s.First, s.Last})
}
