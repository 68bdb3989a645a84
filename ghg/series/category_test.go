package series_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/series"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func mass(gas ghg.Gas, fuel, amount string) ghg.Record {
	return ghg.Record{Gas: gas, Fuel: fuel, Value: ghg.Emitted(ghg.MustMass(amount))}
}

func keyed(gas ghg.Gas, fuel string, k ghg.Key) ghg.Record {
	return ghg.Record{Gas: gas, Fuel: fuel, Value: ghg.KeyedAsFound(k, "as stated")}
}

func with(r ghg.Record, change func(*ghg.Record)) ghg.Record {
	change(&r)
	return r
}

// fillOf fills the fuel of homes for 2019.
func fillOf(m series.Method, gaps []ghg.Key, inventories ...ghg.Inventory) (series.FilledCategory, error) {
	return series.FillCategory(inventories, "I.1", 2019, m, gaps...)
}

func linesOf(f series.FilledCategory) string {
	var out []string
	for _, r := range f.Records {
		out = append(out, fmt.Sprintf("%s %s %s %s %s", r.Category.Code, r.Gas, r.Fuel, r.Value, r.Status))
	}
	return strings.Join(out, "\n")
}

// Records are told apart by what they say of themselves, and those that say the same add up.
func TestFillCategoryByRecord(t *testing.T) {
	co2e := func(amount string) ghg.Record {
		return ghg.Record{Gas: ghg.CH4, Value: ghg.Equivalent(ghg.MustCO2e(amount))}
	}
	local := func(r ghg.Record, v ghg.Entry) ghg.Record {
		return with(r, func(r *ghg.Record) { r.Value, _ = r.Value.EnteredAs(v) })
	}
	at := func(year int, s string) ghg.Inventory {
		return inventory(year, mass(ghg.CO2, "gas", s+"0 t"), mass(ghg.CO2, "gas", "2 t"), co2e(s+" tCO2e (AR5)"),
			with(mass(ghg.N2O, "", s+" t"), func(r *ghg.Record) {
				r.Category = ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.2"}
				r.Status, r.Line = ghg.Provisional, 7
				r.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Source: "meters " + s})
			}), local(mass(ghg.CO2, "oil", s+" t"), ghg.ProviderDefault), local(mass(ghg.CO2, "wood", "0 t"), ghg.Placeholder),
			with(mass(ghg.CO2, "", "9 t"), func(r *ghg.Record) { r.Category = ghg.Category{Scheme: gpc.Scheme.ID(), Code: "II.1.1"} }))
	}
	filled, err := fillOf(series.Interpolation{}, nil, at(2020, "3"), at(2018, "1")) // in any order
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 22 t estimated\nI.1.1 CH4  2 tCO2e (AR5) estimated\nI.1.2 N2O  2 t estimated\n"+
		"I.1.1 CO2 oil 2 t, provider default estimated", linesOf(filled))
	r := filled.Records[2]
	assert.Equal(t, "2019", r.Period.String())
	assert.Zero(t, r.Line)
	assert.Contains(t, r.Evidence.Source(), "1 + (3 - 1) × (2019 - 2018)/(2020 - 2018); meters 1; meters 3")
	assert.Len(t, filled.Steps, 4)
	assert.Equal(t, []int{2018, 2020}, filled.Steps[0].Uses)
	assert.Equal(t, ghg.ProviderDefault, filled.Records[3].Value.Entry())
}

// A figure of the year is not replaced, be it of more than the record, and a key is no gap
// unless it is told to be one.
func TestFillCategoryOfTheYear(t *testing.T) {
	a, b := inventory(2018, mass(ghg.CO2, "gas", "10 t")), inventory(2020, mass(ghg.CO2, "gas", "30 t"))
	none := series.Interpolation{}
	for _, there := range []ghg.Record{mass(ghg.CO2, "gas", "5 t"), mass(ghg.CO2, "", "5 t"),
		{Value: ghg.Equivalent(ghg.MustCO2e("5 tCO2e (AR5)"))}} {
		_, err := fillOf(none, nil, a, inventory(2019, there), b)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, series.FaultNotAGap, fault.Code)
	}
	filled, err := fillOf(none, nil, a, inventory(2019, mass(ghg.CH4, "gas", "5 t"), mass(ghg.CO2, "oil", "5 t")), b)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 20 t estimated", linesOf(filled))
	assert.Equal(t, 1, filled.Findings.Len()) // the others are there
	oil := inventory(2018, mass(ghg.CO2, "gas", "10 t"), mass(ghg.CO2, "oil", "10 t"))
	filled, err = fillOf(none, nil, oil, inventory(2019, keyed(ghg.CO2, "oil", ghg.NO)), b)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 20 t estimated", linesOf(filled))
	assert.Equal(t, ghg.Note, filled.Findings.All[1].Severity)
	assert.Contains(t, filled.Findings.All[1].Korean(), "NO입니다")
	fossil := func(year int) ghg.Inventory { return inventory(year, mass(ghg.CH4Fossil, "", "1 t")) }
	_, err = fillOf(none, nil, fossil(2018), inventory(2019, mass(ghg.CH4, "", "5 t")), fossil(2020))
	assert.ErrorContains(t, err, "it has a figure, 5 t")
	_, err = fillOf(none, nil, fossil(2018), inventory(2019, mass(ghg.CH4NonFossil, "", "5 t")), fossil(2020))
	assert.NoError(t, err)
	road := func(v ghg.Variant, tags string, s ghg.Status) ghg.Record {
		return with(mass(ghg.CO2, "", "4 t"), func(r *ghg.Record) { r.Variant, r.Tags, r.Status = v, ghg.MakeTags(tags), s })
	}
	for _, there := range []ghg.Record{road(ghg.DistanceBased, "ets", 0), road(ghg.FuelBased, "own", 0)} { // others
		filled, err = fillOf(none, nil, inventory(2018, road(ghg.FuelBased, "ets", ghg.Projected), road(ghg.FuelBased, "ets", ghg.Projected)),
			inventory(2019, there), inventory(2020, road(ghg.FuelBased, "ets", 0)))
		require.NoError(t, err)
		assert.Equal(t, "I.1.1 CO2  6 t projected", linesOf(filled)) // two projections of one year add up
		assert.Equal(t, ghg.FuelBased, filled.Records[0].Variant)
	}
	for _, k := range []ghg.Key{ghg.NE, ghg.NO, ghg.C} {
		_, err := fillOf(none, nil, a, inventory(2019, keyed(ghg.CO2, "", k)), b)
		var key *series.KeyError
		require.ErrorAs(t, err, &key)
		assert.Equal(t, k, key.Key)
		assert.Equal(t, 2019, key.Year)
	}
	filled, err = fillOf(none, []ghg.Key{ghg.NE}, a, inventory(2019, keyed(ghg.CO2, "gas", ghg.NE)), b)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 20 t estimated", linesOf(filled))
	assert.Equal(t, series.FindingKeyFilled, filled.Findings.All[1].Code)
	assert.Contains(t, filled.Findings.Korean(), "NE")
	partly, err := ghg.Partly(ghg.Emitted(ghg.MustMass("3 t")), ghg.KeyedAsFound(ghg.NE, "small boilers"))
	require.NoError(t, err)
	_, err = fillOf(none, []ghg.Key{ghg.NE}, a, inventory(2019, ghg.Record{Gas: ghg.CO2, Fuel: "gas", Value: partly}), b)
	assert.ErrorContains(t, err, "it has a figure, 3 t")
	for _, k := range []ghg.Key{ghg.NO, ghg.IE, ghg.NA} {
		_, err = fillOf(none, []ghg.Key{k}, a, b)
		assert.ErrorContains(t, err, "NE and C may be told")
	}
}

// Nothing comes of a key in a year that is needed, nor of a part of a figure.
func TestFillCategoryFromKeys(t *testing.T) {
	a := inventory(2018, mass(ghg.CO2, "gas", "10 t"))
	partly, err := ghg.Partly(ghg.Emitted(ghg.MustMass("3 t")), ghg.KeyedAsFound(ghg.NE, "small boilers"))
	require.NoError(t, err)
	number, people := mass(ghg.CO2, "gas", "3 t"), stat(t, map[int]string{2019: "1", 2020: "1"})
	for name, records := range map[string][]ghg.Record{
		"of the gas":      {keyed(ghg.CO2, "gas", ghg.NE)},
		"of the category": {keyed(ghg.Gas{}, "", ghg.NE)},
		"partly":          {{Gas: ghg.CO2, Fuel: "gas", Value: partly}},
		"beside":          {number, keyed(ghg.CO2, "gas", ghg.NE)},
		"one of two":      {number, {Gas: ghg.CO2, Fuel: "gas", Value: partly}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, m := range []series.Method{series.Interpolation{}, series.Surrogate{Of: people, Reference: 2020},
				series.Extrapolation{From: 2018, To: 2020, Most: 3, Line: series.LeastSquares}} {
				year := 2019
				if _, is := m.(series.Extrapolation); is {
					year = 2022
				}
				_, err := series.FillCategory([]ghg.Inventory{a, inventory(2020, records...)}, "I.1.1", year, m)
				var key *series.KeyError
				require.ErrorAs(t, err, &key)
				assert.Equal(t, 2020, key.Year)
				assert.Contains(t, err.Error(), "NE in 2020: a key is no figure")
			}
		})
	}
	_, err = fillOf(series.Interpolation{}, []ghg.Key{ghg.NE}, a,
		inventory(2020, number, ghg.Record{Gas: ghg.CO2, Fuel: "gas", Value: partly}))
	assert.ErrorContains(t, err, "NE in 2020") // a part of a figure stays one
	// Told to be a gap, the next figure is looked for behind it.
	far := inventory(2022, mass(ghg.CO2, "gas", "18 t"))
	filled, err := fillOf(series.Interpolation{}, []ghg.Key{ghg.NE}, a, inventory(2020, keyed(ghg.CO2, "gas", ghg.NE)), far)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 12 t estimated", linesOf(filled))
	// Within a least-squares trend a key counts too, and what is keyed after the last figure is no figure.
	squares := series.Extrapolation{From: 2018, To: 2022, Most: 3, Line: series.LeastSquares}
	_, err = series.FillCategory([]ghg.Inventory{a, inventory(2020, keyed(ghg.CO2, "gas", ghg.NE)), far}, "I.1.1", 2024, squares)
	assert.ErrorContains(t, err, "NE in 2020")
	through := series.Extrapolation{From: 2018, To: 2022, Most: 3, Line: series.Through}
	filled, err = series.FillCategory([]ghg.Inventory{a, far, inventory(2024, keyed(ghg.CO2, "gas", ghg.NO))}, "I.1.1", 2023, through)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 20 t projected", linesOf(filled))
}

// Records are spliced with those of the same description in other inventories.
func TestFillCategorySpliced(t *testing.T) {
	y := []ghg.Inventory{inventory(2020, mass(ghg.CO2, "gas", "45 t"), mass(ghg.CO2, "coal", "5 t"))}
	o := series.Overlap{OldInventories: []ghg.Inventory{
		inventory(2019, mass(ghg.CO2, "gas", "60 t")), inventory(2020, mass(ghg.CO2, "gas", "50 t"))},
		From: 2020, To: 2020, Ratio: series.MeanOfRatios, Spread: ghg.MustShare("0%")}
	filled, err := fillOf(o, nil, y...)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 54 t estimated", linesOf(filled))
	last := filled.Findings.All[filled.Findings.Len()-1]
	assert.Equal(t, series.FindingNotFilled, last.Code)
	assert.Contains(t, last.Korean(), "수치가 필요합니다")
	s := series.Substitution{FromInventories: o.OldInventories, Tolerance: ghg.MustShare("10%")}
	filled, err = fillOf(s, nil, y...)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2 gas 60 t estimated", linesOf(filled))
	assert.Equal(t, "채우지 못했습니다: Garam, I.1.1 CO2 coal, the other inventories: 2019년의 수치가 필요합니다",
		filled.Findings.All[filled.Findings.Len()-1].DetailKo)
	s.Tolerance = ghg.MustShare("1%")
	_, err = fillOf(s, nil, y...)
	assert.ErrorContains(t, err, "45 and 50 t in 2020")
}

// What does not stand is refused.
func TestFillCategoryRefuses(t *testing.T) {
	a, b := inventory(2018, mass(ghg.CO2, "gas", "10 t")), inventory(2020, mass(ghg.CO2, "gas", "30 t"))
	other := func(place ghg.PlaceID, p ghg.Period, s ghg.Scheme, code string) ghg.Inventory {
		c, err := s.Category(code)
		require.NoError(t, err)
		r := mass(ghg.CO2, "gas", "1 t")
		r.Place, r.Period, r.Category = place, p, c
		inv, _, err := ghg.NewInventory(place, p, ghg.FirstVintage, s, []ghg.Record{r})
		require.NoError(t, err)
		return inv
	}
	half, err := ghg.NewPeriod(ghg.MustDate("2021-01-01"), ghg.MustDate("2021-06-30"))
	require.NoError(t, err)
	fiscal := other("Garam", ghg.FiscalYear(2021, 4), gpc.Scheme, "I.1.1")
	line, elsewhere := series.Interpolation{}, other("Haneul", ghg.CalendarYear(2019), gpc.Scheme, "I.1.1")
	curve := series.Curve{Coefficients: []decimal.Decimal{{}}, Unit: ghg.Tonne, Metric: ghg.AR5, Zero: 2018, From: 2018, To: 2020, Source: "x"}
	totals := series.Substitution{From: city(two), Tolerance: ghg.MustShare("1%")}
	tooLarge := series.Surrogate{Of: stat(t, map[int]string{2018: "1e-30", 2019: "1e30"}), Reference: 2018}
	substitute := func(of ...ghg.Inventory) series.Method {
		return series.Substitution{FromInventories: of, Tolerance: ghg.MustShare("1%")}
	}
	for name, c := range map[string]struct {
		inventories []ghg.Inventory
		code        string
		method      series.Method
		says        string
	}{
		"none":               {nil, "I.1", line, ghg.ErrNoInventory.Error()},
		"zero":               {[]ghg.Inventory{{}}, "I.1", line, ghg.ErrNoInventory.Error()},
		"no such code":       {[]ghg.Inventory{a}, "I.99", line, "I.99"},
		"no method":          {[]ghg.Inventory{a, b}, "I.1", nil, "method"},
		"empty method":       {[]ghg.Inventory{a, b}, "I.1", series.Surrogate{}, "reference"},
		"no record":          {[]ghg.Inventory{a, b}, "II.1", line, "nothing to come to one from"},
		"another place":      {[]ghg.Inventory{a, other("Haneul", ghg.CalendarYear(2021), gpc.Scheme, "I.1.1")}, "I.1", line, "one place"},
		"another scheme":     {[]ghg.Inventory{a, other("Garam", ghg.CalendarYear(2021), ipcc.Scheme2006, "1.A.4.b")}, "I.1", line, "one scheme"},
		"half a year":        {[]ghg.Inventory{a, other("Garam", half, gpc.Scheme, "I.1.1")}, "I.1", line, "twelve months"},
		"fiscal":             {[]ghg.Inventory{a, fiscal}, "I.1", line, "same part of its year"},
		"twice":              {[]ghg.Inventory{a, b, a}, "I.1", line, "given twice"},
		"a curve":            {[]ghg.Inventory{a, b}, "I.1", curve, "of a total"},
		"totals":             {[]ghg.Inventory{a, b}, "I.1", totals, "spliced with records"},
		"nothing to splice":  {[]ghg.Inventory{a, b}, "I.1", substitute(), ghg.ErrNoInventory.Error()},
		"other descriptions": {[]ghg.Inventory{a, b}, "I.1", substitute(inventory(2019, mass(ghg.CO2, "oil", "1 t"))), "same description"},
		"another's":          {[]ghg.Inventory{a, b}, "I.1", substitute(elsewhere), "one place"},
		"another's period":   {[]ghg.Inventory{a, b}, "I.1", substitute(fiscal), "same part of its year"},
		"ahead": {[]ghg.Inventory{a, inventory(2020, mass(ghg.CO2, "gas", "30 t"),
			with(mass(ghg.CO2, "gas", "31 t"), func(r *ghg.Record) { r.Status = ghg.Projected }))}, "I.1", line, "ghg.Inventory.Taking"},
		"too large": {[]ghg.Inventory{a, b}, "I.1", tooLarge, "out of bounds"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := series.FillCategory(c.inventories, c.code, 2019, c.method)
			assert.ErrorContains(t, err, c.says)
		})
	}
	_, err = series.FillCategory([]ghg.Inventory{a, b}, "I.1", 1, line)
	assert.ErrorContains(t, err, "1850")
	co2e := inventory(2018, ghg.Record{Gas: ghg.CO2, Value: ghg.Equivalent(ghg.MustCO2e("1 tCO2e (AR5)"))})
	_, err = fillOf(tooLarge, nil, co2e)
	assert.ErrorContains(t, err, "out of bounds")
	var many []ghg.Record
	for i := range 20_001 {
		many = append(many, mass(ghg.CO2, fmt.Sprint(i), "1 t"))
	}
	_, err = fillOf(line, nil, a, inventory(2020, many...))
	assert.ErrorContains(t, err, "at most 20000")
}
