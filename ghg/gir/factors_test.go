package gir

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allSets are those of the grid and of heat.
func allSets() []factorSet { return slices.Concat(gridSets, heatSets()) }

// Every factor is in a set, and every set has some.
func TestSetsOfFactors(t *testing.T) {
	have := map[string]bool{}
	for _, s := range allSets() {
		have[s.key] = true
	}
	assert.Len(t, have, table.MustRead(factorSetText).Len())
	n := 0
	for r := range table.MustRead(emissionText).Rows() {
		assert.Contains(t, have, r.Cell("set"))
		n++
	}
	for _, s := range allSets() {
		for range s.All() {
			n--
		}
	}
	assert.Zero(t, n)
}

// The tables have the rows that they had, each with its source, and every word of theirs
// is known.
func TestFactorTables(t *testing.T) {
	for _, x := range []struct {
		text string
		rows int
	}{{emissionText, 35}, {factorSetText, 16}, {calorificText, 45}, {carbonText, 27}, {fuelText, 27}} {
		rows := table.MustRead(x.text)
		assert.Equal(t, x.rows, rows.Len())
		columns := map[string]bool{}
		for _, c := range rows.Columns() {
			columns[c] = true
		}
		if !columns["standing"] {
			continue
		}
		names := map[string]bool{}
		for r := range rows.Rows() {
			name := r.Cell("name")
			assert.False(t, names[name], "%s is there twice", name)
			names[name] = true
			assert.NotEmpty(t, r.Cell("source"), name)
			for column, set := range map[string]func(string) bool{
				"standing":   func(w string) bool { _, ok := factorStandings.Find(w); return ok },
				"confidence": func(w string) bool { _, err := ghg.ParseConfidence(w); return err == nil && w != "" },
				"kind":       func(w string) bool { _, ok := factorKinds.Find(w); return ok || w == "" },
			} {
				if !columns[column] {
					continue
				}
				assert.True(t, set(r.Cell(column)), "%s: %s %q", name, column, r.Cell(column))
			}
		}
	}
	standings := map[factor.Standing]int{}
	named := 0
	for _, s := range allSets() {
		for p := range s.All() {
			standings[p.Standing]++
			if p.Standing == factor.Reference || p.Confidence < ghg.MediumConfidence {
				named++
			}
		}
	}
	assert.Equal(t, map[factor.Standing]int{factor.Approved: 11, factor.Announced: 16, factor.Prescribed: 5, factor.Reference: 3}, standings)
	assert.Equal(t, 6, named, "two single years, one year of the power exchange, three of heat")
}

// Every total that stands beside its gases is on the metric that it says, and on none of
// the others.
func TestPrintedTotals(t *testing.T) {
	n := 0
	for _, s := range allSets() {
		for p := range s.All() {
			e := p.Value
			if len(e.Gases()) == 0 || e.Metric().IsZero() {
				continue
			}
			n++
			for _, m := range []ghg.Metric{ghg.SAR, ghg.AR5} {
				sum, err := e.Weighed(m)
				require.NoError(t, err)
				assert.Equal(t, m.ID() == e.Metric().ID(), e.Printed().Reproduces(sum.Tonnes()), "%s on %s", p.Name, m)
			}
		}
	}
	assert.Equal(t, 5, n)
}

// The consumption end is above the generation end of the same notice and kind.
func TestEndsOfTheGrid(t *testing.T) {
	n := 0
	for use := range ConsumptionEnd.All() {
		for gen := range GenerationEnd.All() {
			if use.On != gen.On || use.Kind != gen.Kind || use.From != gen.From || use.Standing != gen.Standing {
				continue
			}
			n++
			a, errA := use.Value.CO2e(ghg.AR5)
			b, errB := gen.Value.CO2e(ghg.AR5)
			require.NoError(t, errA)
			require.NoError(t, errB)
			up, err := a.Cmp(b)
			require.NoError(t, err)
			assert.Positive(t, up, use.Name)
		}
	}
	assert.Equal(t, 5, n)
}

// Every name of a fuel or of a set of heat means one, and every row is of a fuel that has
// a name.
func TestNamesOfFuels(t *testing.T) {
	seen := map[string]string{}
	for code, name := range fuels() {
		for _, n := range []string{code, name.En, name.Ko} {
			assert.NotEmpty(t, n)
			other, twice := seen[words.Fold(n)]
			assert.False(t, twice && other != code, "%s is %s and %s", n, code, other)
			seen[words.Fold(n)] = code
		}
	}
	used := map[string]bool{}
	for r := range table.MustRead(calorificText).Rows() {
		used[r.Cell("fuel")] = true
		assert.Contains(t, []string{"net", "gross"}, r.Cell("basis"))
	}
	for r := range table.MustRead(carbonText).Rows() {
		assert.Contains(t, []string{"GIR", "K-ETS"}, r.Cell("set"))
		for _, fuel := range r.List("fuels") {
			used[fuel] = true
		}
	}
	assert.Len(t, used, len(fuels()))
	for code := range used {
		assert.Contains(t, fuels(), code)
	}
	_, err := NetCalorific("uranium")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Len(t, unknown.Allowed, 27)
	_, err = TradingCarbonContent("crude")
	assert.ErrorContains(t, err, "carbon content of fuels")
	_, err = GrossCalorific("나프타")
	assert.ErrorAs(t, err, &unknown, "it has a net one alone")
	_, err = CarbonContent("petrol")
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, []string{"diesel", "city gas (LNG)"}, unknown.Allowed)
}

// Every property of a fuel makes a set in which no two values hold on one day; a gross
// value is above the net one of the same days.
func TestPropertiesOfFuels(t *testing.T) {
	n := 0
	for code := range fuels() {
		net, err := NetCalorific(code)
		if err != nil {
			continue
		}
		for p := range net.All() {
			held, err := net.InForceOn(p.On)
			require.NoError(t, err)
			assert.Equal(t, p.Name, held.Name)
			assert.Equal(t, ghg.NetCalorific, p.Value.Energy.Unit().Calorific())
			if p.Until != (ghg.Date{}) {
				held, err = net.InForceOn(p.Until)
				require.NoError(t, err)
				assert.Equal(t, p.Name, held.Name)
			}
		}
		gross, err := GrossCalorific(code)
		if err != nil {
			continue
		}
		for p := range gross.All() {
			assert.Equal(t, ghg.GrossCalorific, p.Value.Energy.Unit().Calorific())
			held, err := net.InForceOn(p.On)
			if err != nil {
				continue
			}
			n++
			assert.Equal(t, held.Value.Per, p.Value.Per, code)
			ratio, err := exact.Quotient(held.Value.Energy.Amount(), p.Value.Energy.Amount(), 3)
			require.NoError(t, err)
			low, high := must(exact.Parse("0.89")), must(exact.Parse("0.99"))
			assert.True(t, ratio.LessThan(high) && ratio.GreaterThan(low), "%s: net is %s of gross", code, ratio)
		}
	}
	assert.Equal(t, 15, n)
	for _, s := range []string{"kerosene", "diesel", "경유", "LNG", "citygas_lng", "도시가스(LNG)"} {
		set, err := TradingCarbonContent(s)
		require.NoError(t, err, s)
		_, err = set.Prescribed()
		assert.NoError(t, err)
	}
}

// The amounts that others made of these tables come out: a litre of diesel and a cubic
// metre of city gas in 2022, and a litre of petrol by the trading scheme.
func TestAmountsOfFuels(t *testing.T) {
	day := ghg.MustDate("2022-12-31")
	for _, x := range []struct {
		fuel, amount string
		day          ghg.Date
		ratio        factor.CarbonRatio
		kg           string
		places       int32
	}{
		{"diesel", "1 L", day, factor.WholeWeights, "2.6003", 4},
		{"citygas_lng", "1 Nm3", day, factor.WholeWeights, "2.1508", 4},
		{"gasoline", "1 L", ghg.MustDate("2021-12-31"), factor.AtomicWeights, "2.177", 3}, // 30.4 × 71,600 gives 2.1766
	} {
		ncv := must(must(NetCalorific(x.fuel)).InForceOn(x.day))
		energy, err := ncv.Value.EnergyOf(ghg.MustQuantity(x.amount))
		require.NoError(t, err)
		var content factor.Published[factor.Carbon]
		if x.ratio == factor.WholeWeights {
			content = must(must(CarbonContent(x.fuel)).InForceOn(x.day))
		} else {
			content = must(must(TradingCarbonContent(x.fuel)).Prescribed())
		}
		co2, err := content.Value.CO2Of(energy, x.ratio)
		require.NoError(t, err)
		assert.Equal(t, x.kg, co2.In(ghg.Kilogram).StringFixed(x.places), x.fuel)
	}
}

// Heat is found by every name of its set; of national factors none is given unnamed.
func TestHeatFactors(t *testing.T) {
	n := 0
	for _, s := range heatSets() {
		n++
		for _, name := range []string{s.key, s.Name().En, s.Name().Ko, branchOf(s.Name().Ko)} {
			found, err := HeatFactor(name)
			require.NoError(t, err, name)
			assert.Equal(t, s.Name(), found.Name(), name)
		}
	}
	assert.Equal(t, 11, n)
	national, err := HeatFactor("열평균")
	require.NoError(t, err)
	_, err = national.Prescribed()
	assert.ErrorContains(t, err, "heat.national.average")
	named, err := national.Also("heat.national.average")
	require.NoError(t, err)
	p, err := named.Prescribed()
	require.NoError(t, err)
	assert.Equal(t, factor.FindingLowConfidence, p.Findings().All[0].Code)
	_, err = HeatFactor("GIR grid factor, consumption end")
	assert.Error(t, err)
}

// The factors of the notices hold from their day on, and no day before.
func TestDaysOfPublication(t *testing.T) {
	days := map[string][]string{}
	for p := range ConsumptionEnd.All() {
		days[p.On.String()] = append(days[p.On.String()], p.Name)
	}
	assert.Equal(t, map[string][]string{"2019-01-02": {"elec.use.appr2017"}, "2022-01-10": {"elec.use.appr2021"},
		"2025-03-31": {"elec.use.appr2024"}, "2025-12-18": {"elec.use.avg2021-23", "elec.use.2023", "elec.use.2021", "elec.use.2022"}}, days)
	_, err := ConsumptionEnd.InForceOn(ghg.MustDate("2019-01-01"))
	var none *factor.NotInForceError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, "2019-01-02", none.First.String())
	_, err = ConsumptionEnd.Only(factor.SingleYear).InForceOn(ghg.MustDate("2025-12-17"))
	require.ErrorAs(t, err, &none)
	assert.Equal(t, "2025-12-18", none.First.String())
	_, err = GenerationEnd.InForceOn(ghg.MustDate("2018-12-31"))
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []string{"elec.gen.2011"}, none.ByName)
}

// The tables are ours: what stands in the package would stop a program where it does not
// hold.
func TestBrokenFactorTables(t *testing.T) {
	assert.PanicsWithValue(t, `gir: no set of factors "x"`, func() { mustFactorSet("x") })
	assert.Panics(t, func() { must(ghg.ParseDate("x")) })
	assert.Zero(t, mustYear(""))
	assert.Zero(t, mustDay(""))
	assert.Equal(t, "x", fuelOf("x"))
}
