package budget_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target/budget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// byYear is a series of the values of years.
var own = words.Term{En: "own", Ko: "자체"}

func byYear[T any](name string, values map[int]T) ghg.Years[T] {
	var of []ghg.OfYear[T]
	for year, v := range values {
		of = append(of, ghg.OfYear[T]{Year: year, Value: v})
	}
	return must(ghg.NewYears(name, "", nil, of...))
}

func means(values map[int]ghg.CO2e) ghg.Years[ghg.CO2e] { return byYear("mean per head", values) }
func people(values map[int]int64) ghg.Years[int64]      { return byYear("people", values) }

var town = budget.Recipient{Name: "town", Place: "town", View: view}

func TestAllocate(t *testing.T) {
	b := must(budget.New(budget.Definition{Name: "nation", Place: "nation", View: view, Amount: co2e("1000"), First: 2023, Last: 2025,
		Warming: "1.5 °C", Likelihood: ghg.MustShare("50%")}))
	local, all := yearly("town", 2020, "5", "6", "9"), yearly("nation", 2020, "100", "110", "90")
	mean := means(map[int]ghg.CO2e{2024: co2e("2"), 2025: co2e("1.5"), 2021: co2e("77"), 2090: co2e("78")})
	heads := people(map[int]int64{2023: 10, 2024: 11, 2025: 12})
	for _, x := range []struct {
		method budget.Method
		want   string
		lines  []string
	}{
		{budget.PopulationShare{Year: 2020, People: 30, Of: 700, Source: "census"}, "42.857142857143",
			[]string{"R0 = 1000 tCO2e   # carbon budget: nation (nation), for 2023 to 2025; 1.5 °C with a likelihood of 50%\n",
				"p  = 30 persons   # people of town in 2020; source: census\n", "P  = 700 persons   # people of nation in 2020; source: census\n",
				"R  = R0 × p / P = 1000 × 30 / 700 = 42.857142857143 tCO2e   # population share\n"}},
		{budget.PopulationShare{Year: 2020, People: 7, Of: 7}, "1000", nil},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2020, Last: 2022, Source: "inventories"}, "66.666666666667", // 20/300
			[]string{"e_sum = sum(i = 2020..2022: e[i]) = 5 + 6 + 9 = 20 tCO2e   # sum of the emissions of town\n",
				"e[i]   # emissions of town; source: inventories\n", "R     = R0 × e_sum / E_sum = 1000 × 20 / 300 = "}},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2022, Last: 2022}, "100", nil},
		// (1000 + 200) × 30/700 - 15
		{budget.EqualCumulative{Since: 2021, Emissions: local, Of: all, People: 30, PeopleOf: 700, PeopleNote: "people in 2020",
			Source: "both"}, "36.428571428571",
			[]string{"E_sum = sum(j = 2021..2022: E[j]) = 110 + 90 = 200 tCO2e", "e_sum = sum(i = 2021..2022: e[i]) = 6 + 9 = 15 tCO2e",
				"p     = 30 persons   # town, people in 2020; source: both\n",
				"P     = 700 persons   # nation, people in 2020", "R     = round((R0 + E_sum) × p / P; 12) - e_sum = round((1000 + 200) × 30 / " +
					"700; 12) - 15 = "}},
		{budget.EqualCumulative{Since: 2022, Emissions: local, Of: all, People: 700, PeopleOf: 700, PeopleNote: "people"}, "1081", nil},
		// h: 2023 lies 3/4 of the way from 4 to 2, so 2.5; 10 × 2.5 + 11 × 2 + 12 × 1.5.
		{budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2024, Mean: mean, People: heads, Source: "city"}, "65",
			[]string{"h     = 4 tCO2e/persons   # emissions per head of town in the start year; source: city\n", "Hc    = 2 tCO2e/persons ",
				"c     = 2024 ",
				"e[i] = n[i] × (h + (Hc - h) × (i - start) / (c - start))", "      2023  10           25\n",
				"      2025  1.5                12           18\n",
				"R     = sum(i: e[i]) + sum(j: E[j]) = 25 + (22 + 18) = 65 tCO2e"}},
		// Not converged by 2025: 10 × 4 + 11 × 10/3 + 12 × 8/3.
		{budget.ContractionConvergence{Start: 2023, PerHead: co2e("4"), Converge: 2026,
			Mean:   means(map[int]ghg.CO2e{2026: co2e("2")}),
			People: heads}, "108.666666666667",
			[]string{"Hc    = 2 tCO2e"}},
	} {
		part, err := b.Allocate(x.method, town)
		require.NoError(t, err)
		assert.Equal(t, x.want+" tCO2e", part.Amount().String())
		assert.Equal(t, []any{"town", ghg.PlaceID("town"), 2023, 2025, "1.5 °C"}, []any{part.Name(), part.Place(), part.First(),
			part.Last(), part.Warming()})
		text := part.Explain().String()
		for _, l := range x.lines {
			assert.Contains(t, text, l)
		}
		assert.NotContains(t, text, "77")
		assert.NotContains(t, text, "78 ")
	}
	assert.Equal(t, "nation", b.Name(), "the larger budget stays as it is")
}

func TestAllocateRefuses(t *testing.T) {
	b := must(budget.New(budget.Definition{Name: "nation", Place: "nation", View: view, Amount: co2e("1000"), First: 2023, Last: 2025}))
	share := budget.PopulationShare{Year: 2020, People: 30, Of: 700}
	_, err := b.Allocate(nil, town)
	assert.ErrorContains(t, err, "no method of allocation given")
	_, err = b.Allocate(budget.MethodFunc(nil), town)
	assert.ErrorContains(t, err, "no method of allocation given")
	for field, to := range map[string]budget.Recipient{"name": {Place: "town", View: view}, "place": {Name: "town", View: view},
		"view": {Name: "town", Place: "town"}} {
		_, err = b.Allocate(share, to)
		var refused ghg.Fault
		require.ErrorAs(t, err, &refused)
		assert.Equal(t, field, refused.Field)
	}
	local, all := yearly("town", 2020, "5", "6", "-12", "900"), yearly("nation", 2020, "100", "110", "-300", "20")
	mean := means(map[int]ghg.CO2e{2024: co2e("2"), 2025: co2e("1.5")})
	heads := people(map[int]int64{2023: 10, 2024: 11, 2025: 12})
	for _, x := range []struct {
		method budget.Method
		text   string
	}{
		{budget.PopulationShare{Year: 2020, People: 0, Of: 700},
			`budget "town": population share, people "0": a number of people above zero is needed`},
		{budget.PopulationShare{Year: 2020, People: 30, Of: -1},
			`budget "town": population share, of "-1": a number of people above zero is needed`},
		{budget.PopulationShare{Year: 2020, People: 701, Of: 700},
			`budget "town": population share, people "701": a part of the 700 people of the larger place is needed`},
		{budget.PopulationShare{People: 30, Of: 700}, `budget "town": population share, year "0": years from 1850 to 2300 are allowed`},
		{budget.Grandfathering{Emissions: local, Of: all}, `budget "town": grandfathering, first year "0": years from 1850 to 2300 are allowed`},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2021, Last: 2020},
			`budget "town": grandfathering, last year "2020": it lies before the first, 2021`},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2021, Last: 2301},
			`budget "town": grandfathering, last year "2301": years from 1850 to 2300 are allowed`},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2022, Last: 2022},
			`budget "town": grandfathering, emissions "-12 tCO2e": a sum of at least 0 is needed`},
		{budget.Grandfathering{Emissions: yearly("town", 2022, "1"), Of: all, First: 2022, Last: 2022},
			`budget "town": grandfathering, of "-300 tCO2e": a sum above zero is needed`},
		{budget.Grandfathering{Emissions: yearly("town", 2022, "1"), Of: yearly("nation", 2022, "0"), First: 2022, Last: 2022},
			`budget "town": grandfathering, of "0 tCO2e": a sum above zero is needed`},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2023, Last: 2023},
			`budget "town": grandfathering, emissions "900 tCO2e": a part of the larger place's 20 tCO2e is needed`},
		{budget.Grandfathering{Emissions: all, Of: all, First: 2020, Last: 2020},
			`budget "town": the recipient and the series do not meet: place "town" and "nation": both must be of one place`},
		{budget.Grandfathering{Emissions: local, Of: local, First: 2020, Last: 2020},
			`budget "town": budget "nation" and the series do not meet: place "nation" and "town": both must be of one place`},
		{budget.Grandfathering{Emissions: local, Of: all, First: 2019, Last: 2020}, "no figure for 2019"},
		{budget.EqualCumulative{Since: 2020, Emissions: local, Of: all, PeopleOf: 700, PeopleNote: "x"},
			`budget "town": equal cumulative per head, people "0": a number of people above zero is needed`},
		{budget.EqualCumulative{Since: 2020, Emissions: local, Of: all, People: 30, PeopleNote: "x"},
			`budget "town": equal cumulative per head, people of "0": a number of people above zero is needed`},
		{budget.EqualCumulative{Since: 2020, Emissions: local, Of: all, People: 701, PeopleOf: 700, PeopleNote: "x"}, "a part of the 700 people"},
		{budget.EqualCumulative{Since: 2020, Emissions: local, Of: all, People: 30, PeopleOf: 700},
			`budget "town": equal cumulative per head, people note: say which people are counted, such as "people in 2020"`},
		{budget.EqualCumulative{Since: 2023, Emissions: local, Of: all, People: 30, PeopleOf: 700, PeopleNote: "x"},
			`budget "town": equal cumulative per head, last year "2022": it lies before the first, 2023`},
		{budget.EqualCumulative{Since: 2019, Emissions: local, Of: all, People: 30, PeopleOf: 700, PeopleNote: "x"}, "no figure for 2019"},
		{budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2024, Mean: mean, People: people(map[int]int64{2023: 1})},
			`budget "town": contraction and convergence, people: no figure for 2024 (there`},
		{budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2024, Mean: mean, People: people(map[int]int64{2023: 0})},
			`budget "town": contraction and convergence in 2023, people "0": a number of people above zero is needed`},
		{budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2023, Mean: mean, People: heads},
			`budget "town": contraction and convergence, mean per head: no figure for 2023`},
		{budget.ContractionConvergence{Start: 2024, PerHead: co2e("4"), Converge: 2025, Mean: mean, People: heads},
			"year 2023: years from 2024 to 2300"},
		{budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2020, Mean: mean, People: heads},
			`budget "town": contraction and convergence, converge "2020": a year after the start in 2020 is needed`},
		{budget.ContractionConvergence{Start: 1849, PerHead: co2e("4"), Converge: 2020, Mean: mean, People: heads},
			`budget "town": contraction and convergence, `},
		{budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2301, Mean: mean, People: heads},
			`budget "town": contraction and convergence, `},
		{budget.ContractionConvergence{Start: 2020, PerHead: ghg.MustCO2e("4 tCO2e (AR5)"), Converge: 2024, Mean: mean, People: heads}, "AR5"},
		{budget.ContractionConvergence{Start: 2020, Converge: 2023, PerHead: co2e("4"),
			Mean: means(map[int]ghg.CO2e{2023: ghg.MustCO2e("4 tCO2e (AR5)")}), People: heads},
			"2023: CO2e on metric unstated and on metric AR5"},
		{budget.MethodFunc(func(budget.Budget, budget.Recipient) (budget.Stage, error) {
			return budget.Stage{Name: own, Amount: ghg.MustCO2e("4 tCO2e (AR5)")}, nil
		}), "own: CO2e on metric AR5"},
		{budget.MethodFunc(func(budget.Budget, budget.Recipient) (budget.Stage, error) {
			return budget.Stage{Name: own, Amount: co2e("2e21")}, nil
		}), "own: at most"},
		{budget.MethodFunc(func(budget.Budget, budget.Recipient) (budget.Stage, error) {
			return budget.Stage{Name: own, Formula: "R × w", Amount: co2e("4")}, nil
		}), `own, formula "R × w": step R, formula "R0 × w": no step "w" stands above`},
		{budget.MethodFunc(func(budget.Budget, budget.Recipient) (budget.Stage, error) {
			return budget.Stage{Name: own, Formula: "R × 2", Amount: co2e("4")}, nil
		}), `own, amount "4 tCO2e": it does not follow from what is stated: R = 4, and replayed `},
	} {
		_, err := b.Allocate(x.method, town)
		assert.ErrorContains(t, err, x.text)
		assert.ErrorContains(t, err, `budget "town"`)
	}
	_, err = made("1", 2023, budget.ForGood).Allocate(budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2024,
		Mean: mean, People: heads}, town)
	assert.ErrorContains(t, err, "it is for good")
	m := budget.ContractionConvergence{Start: 2020, PerHead: co2e("4"), Converge: 2024,
		Mean: means(map[int]ghg.CO2e{2024: co2e("2"),
			2300: co2e("0")})}
	assert.Equal(t, "4 tCO2e", must(m.At(2020)).String())
	assert.Equal(t, "2 tCO2e", must(m.At(2024)).String())
	assert.Equal(t, "0 tCO2e", must(m.At(2300)).String())
	_, err = m.At(2301)
	assert.ErrorContains(t, err, "year 2301")
}

func TestCoverageFactor(t *testing.T) {
	f := must(budget.CoverageOf(co2e("50"), 7, co2e("10"), "statistics"))
	assert.Equal(t, "0.714285714286", f.Factor().String())
	assert.Equal(t, "71.43%", f.String())
	b := must(made("700", 2020, 2029).Covering(f))
	assert.Equal(t, "500 tCO2e", b.Amount().String(), "five sevenths, not their rounding")
	for _, l := range []string{"R      = R0 × I / (n × a) = 700 × 50 / (7 × 10) = 500 tCO2e   # coverage factor\n", "R0     = 700 tCO2e ",
		"factor = I / (n × a) = 50 / (7 × 10) = 0.714285714286   # coverage factor\n", "n      = 7 persons ", "source: statistics"} {
		assert.Contains(t, b.Explain().String(), l)
	}
	full := must(budget.CoverageOf(co2e("70"), 7, co2e("10"), ""))
	assert.Equal(t, "1", full.Factor().String())
	huge := co2e("1e30")
	for range 12 {
		huge = must(huge.Scale(dec("1e30")))
	}
	huge = must(huge.Scale(dec("1e9")))
	var in ghg.Fault
	for text, make := range map[string]func() (budget.CoverageFactor, error){
		`coverage factor, people "0": a number of people above zero is needed`: func() (budget.CoverageFactor, error) {
			return budget.CoverageOf(co2e("50"), 0, co2e("10"), "")
		},
		`coverage factor, inventory "0 tCO2e": an inventory above zero is needed`: func() (budget.CoverageFactor, error) {
			return budget.CoverageOf(co2e("0"), 7, co2e("10"), "")
		},
		`coverage factor, all per person "0 tCO2e": emissions above zero are needed`: func() (budget.CoverageFactor, error) {
			return budget.CoverageOf(co2e("50"), 7, co2e("0"), "")
		},
		`coverage factor, f "1.001": above 0 and at most 1 is allowed: an inventory th`: func() (budget.CoverageFactor, error) {
			return budget.CoverageOf(co2e("70.07"), 7, co2e("10"), "")
		},
		`coverage factor, share: state a share above 0, such as ghg.MustShare("60%")`: func() (budget.CoverageFactor, error) {
			return budget.StatedCoverage(ghg.Share{}, "x")
		},
		"coverage factor, source: say who states it": func() (budget.CoverageFactor, error) {
			return budget.StatedCoverage(ghg.MustShare("1%"), "")
		},
		`coverage factor, f "0": above 0 and at most 1 is allowed: an inventory that c`: func() (budget.CoverageFactor, error) {
			return budget.StatedCoverage(ghg.MustShare("0%"), "x")
		},
		`coverage factor, f "-0.01": above 0 and at most 1 is allowed: an inventory th`: func() (budget.CoverageFactor, error) {
			return budget.StatedCoverage(ghg.MustShare("-1%"), "x")
		},
	} {
		_, err := make()
		require.ErrorAs(t, err, &in, text)
		assert.ErrorContains(t, err, text)
	}
	_, err := budget.CoverageOf(co2e("50"), 7, ghg.MustCO2e("10 tCO2e (AR5)"), "")
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
	_, err = budget.CoverageOf(co2e("50"), 1000, huge, "")
	assert.ErrorContains(t, err, "out of bounds")
}

func TestLessOverheadsRefuses(t *testing.T) {
	b := made("100", 2020, 2029)
	var in ghg.Fault
	for _, o := range []budget.Overheads{{Amount: co2e("1")}, {Amount: co2e("1"), Of: co2e("-1")}, {Amount: co2e("-1"), Of: co2e("10")}} {
		_, err := b.LessOverheads(o)
		assert.ErrorAs(t, err, &in)
	}
	// By hand: -100 - 10/100 × -100 = -90, more than there was.
	_, err := made("-100", 2020, 2029).LessOverheads(budget.Overheads{Amount: co2e("10"), Of: co2e("100")})
	require.ErrorAs(t, err, &in)
	assert.Equal(t, "R", in.Field)
	assert.Equal(t, "0 tCO2e", must(must(made("30", 2020, 2029).From(2021, yearly("city", 2020,
		"30"))).LessOverheads(budget.Overheads{Amount: co2e("1"), Of: co2e("10")})).Amount().String())
	// Overheads above the budget leave less than nothing; none leave it whole.
	assert.Equal(t, "-50 tCO2e", must(b.LessOverheads(budget.Overheads{Amount: co2e("15"), Of: co2e("10")})).Amount().String())
	assert.Equal(t, "100 tCO2e", must(b.LessOverheads(budget.Overheads{Of: co2e("10")})).Amount().String())
	var metric *ghg.MetricMismatchError
	ar5 := ghg.MustCO2e("10 tCO2e (AR5)")
	for _, o := range []budget.Overheads{{Amount: co2e("1"), Of: ar5}, {Amount: ar5, Of: ar5}} {
		_, err := b.LessOverheads(o)
		assert.ErrorAs(t, err, &metric)
	}
	_, err = b.LessOverheads(budget.Overheads{Amount: co2e("1e29"), Of: co2e("1e-5")})
	assert.Error(t, err)
	_, err = b.Covering(budget.CoverageFactor{})
	assert.ErrorContains(t, err, "no coverage factor given")
}

// Where the line has reached the mean before the budget begins, h_s enters no
// sum, and is an input still.
func TestConvergenceNeedsWhereItStarts(t *testing.T) {
	larger := must(budget.New(budget.Definition{Name: "nation", Place: "nation", View: view, Amount: co2e("900"), First: 2034, Last: 2034}))
	m := budget.ContractionConvergence{Start: 2020, PerHead: co2e("9"), Converge: 2030, Mean: means(map[int]ghg.CO2e{2034: co2e("3")}),
		People: people(map[int]int64{2034: 7})}
	town := budget.Recipient{Name: "town", Place: "town", View: view}
	assert.Equal(t, "21 tCO2e", must(larger.Allocate(m, town)).Amount().String())

	m.PerHead = ghg.CO2e{}
	_, err := larger.Allocate(m, town)
	var in ghg.Fault
	require.ErrorAs(t, err, &in)
	assert.Equal(t, "per head", in.Field)
	m.PerHead = ghg.MustCO2e("9 tCO2e (AR5)")
	_, err = larger.Allocate(m, town)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
}

// A share of a budget that is overspent turns round: the smaller part would leave
// more. No method that takes a share of it answers.
func TestNoShareOfAnOverspentBudget(t *testing.T) {
	for _, amount := range []string{"-100", "0"} {
		d := definition()
		d.Amount = co2e(amount)
		b, err := budget.New(d)
		require.NoError(t, err)
		_, err = b.Allocate(budget.PopulationShare{Year: 2020, People: 1, Of: 10}, budget.Recipient{Name: "part", Place: "town", View: view})
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, "no share is taken of an amount that is not above zero", fault.Detail)
		f, err := budget.StatedCoverage(ghg.MustShare("60%"), "study")
		require.NoError(t, err)
		_, err = b.Covering(f)
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, "R", fault.Field)
		u, err := b.Use(yearly("city", 2020, "5"), 2020)
		require.NoError(t, err)
		assert.Equal(t, "undefined: the budget is not above zero", u.Share.String())
		assert.Equal(t, amount == "0", u.Exhaustion.Answer == budget.Exceeded, "one of 0 runs out in its first year")
	}
}
