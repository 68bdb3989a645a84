package ghg_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func factorsOf(t *testing.T, of string, per ghg.Unit, years ...ghg.Factor) ghg.Factors {
	t.Helper()
	f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: of, Source: "x", Per: per, Years: years})
	require.NoError(t, err)
	return f
}

// The product is that of rationals: exact where it has a last decimal place, and
// within half a unit of the last place otherwise.
func TestFactorsAgainstRationals(t *testing.T) {
	rats, r := unitRats(t), rand.New(rand.NewSource(4))
	exactly, rounded := 0, 0
	for range 2000 {
		units := []string{"J", "kWh", "MWh", "MJ", "TJ", "Gcal", "toe", "BTU", "therm"}
		from, per := units[r.Intn(len(units))], units[r.Intn(len(units))]
		factor := decimal.New(r.Int63n(1e6), int32(r.Intn(6)-9))
		f := factorsOf(t, "power", ghg.MustUnit(per), ghg.Factor{CO2e: inAR5(t, factor)})
		q := randomQuantity(r, ghg.MustUnit(from))
		got, _, err := f.For(2020, q)
		require.NoError(t, err)
		want := new(big.Rat).Mul(factor.Rat(), q.Amount().Rat())
		want.Mul(want, new(big.Rat).Quo(rats[from], rats[per]))
		off := new(big.Rat).Sub(got.Tonnes().Rat(), want)
		if off.Sign() == 0 {
			exactly++
			continue
		}
		rounded++
		require.LessOrEqual(t, off.Abs(off).Cmp(decimal.New(5, -13).Rat()), 0, "%s × %s per %s = %s", q, factor, per, got)
		require.False(t, new(big.Rat).Mul(want, decimal.New(1, 200).Rat()).IsInt())
	}
	assert.Greater(t, min(exactly, rounded), 200)
}

func inAR5(t *testing.T, tonnes decimal.Decimal) ghg.CO2e {
	t.Helper()
	c, err := ghg.NewCO2e(tonnes, ghg.Tonne, ghg.AR5)
	require.NoError(t, err)
	return c
}

// A gas factor on a metric, times an amount, is the CO2e of its masses.
func TestFactorsOnAMetricAreThoseOfTheirMasses(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 200 {
		f := factorsOf(t, "waste", ghg.Tonne.Unit(), ghg.Factor{Year: 2021, Gases: []ghg.Mass{
			of(ghg.MustMass("0.1 kg"), ghg.N2O), of(someMass(t, r), ghg.CO2Biogenic), of(someMass(t, r), ghg.CH4NonFossil),
			of(someMass(t, r), ghg.CO2)}})
		q := randomQuantity(r, ghg.MustUnit("kg"))
		for _, m := range []ghg.Metric{ghg.AR4, ghg.AR5, ghg.AR6} {
			on, err := f.On(m)
			require.NoError(t, err)
			got, _, err := on.For(2021, q)
			require.NoError(t, err)
			masses, _, err := f.Masses(2021, q)
			require.NoError(t, err)
			sum, err := ghg.CO2eOf(ghg.Mass{}, m)
			require.NoError(t, err)
			for _, x := range masses {
				c, err := x.CO2e(m)
				require.NoError(t, err)
				sum, err = sum.Add(c)
				require.NoError(t, err)
			}
			require.True(t, sum.Equal(got), "%s and %s", sum, got)
		}
	}
}

func someMass(t *testing.T, r *rand.Rand) ghg.Mass {
	t.Helper()
	m, err := ghg.NewMass(decimal.New(r.Int63n(1e6), -6), ghg.Kilogram)
	require.NoError(t, err)
	return m
}

func TestFactorsAreCopied(t *testing.T) {
	gases := []ghg.Mass{ghg.MustMass("1 t CO2"), ghg.MustMass("2 kg CH4")}
	years := []ghg.Factor{{Year: 2022, Gases: gases}, {Year: 2020, Gases: gases}}
	f := factorsOf(t, "waste", ghg.Tonne.Unit(), years...)
	id := f.ID()
	gases[0], years[0].Year = ghg.Mass{}, 7
	x, err := f.At(2022)
	require.NoError(t, err)
	x.Gases[0] = ghg.Mass{}
	for y := range f.All() {
		y.Gases[0] = ghg.Mass{}
	}
	f.Gases()[0] = ghg.SF6
	masses, x, err := f.Masses(2022, ghg.MustQuantity("3 t"))
	require.NoError(t, err)
	assert.Equal(t, "[3 t CO2 0.006 t CH4] 2022", fmt.Sprint(masses, x.Year))
	assert.Equal(t, []ghg.Gas{ghg.CO2, ghg.CH4}, f.Gases())
	assert.Equal(t, id, f.ID())
	assert.Equal(t, 2020, years[1].Year, "the argument is not sorted")
}

// What is used may be named in as many bytes as are allowed.
func TestFactorsOfALongUse(t *testing.T) {
	d := ghg.FactorsDefinition{Of: strings.Repeat("x", ghg.MaxName), Source: "x", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2020, CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")}}}
	_, err := ghg.NewFactors(d)
	require.NoError(t, err)
	d.Of += "x"
	_, err = ghg.NewFactors(d)
	assert.ErrorContains(t, err, "at most 200 bytes")
}

func TestFactorsAreIdentifiedByWhatTheySay(t *testing.T) {
	base := ghg.FactorsDefinition{Of: "electricity", Edition: "2", Source: "x", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2020, CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")}, {Year: 2021, CO2e: ghg.MustCO2e("0.45 tCO2e (AR5)")}}}
	id := func(change func(*ghg.FactorsDefinition)) string {
		d := base
		d.Years = append([]ghg.Factor(nil), base.Years...)
		change(&d)
		f, err := ghg.NewFactors(d)
		require.NoError(t, err)
		assert.Regexp(t, `^[^@]+@[0-9a-f]{32}$`, f.ID())
		return f.ID()
	}
	same := id(func(*ghg.FactorsDefinition) {})
	assert.Equal(t, same, id(func(d *ghg.FactorsDefinition) { d.Of, d.Source = " 전기 ", "y" }))
	assert.Equal(t, same, id(func(d *ghg.FactorsDefinition) { d.Years[0], d.Years[1] = d.Years[1], d.Years[0] }))
	seen := map[string]bool{same: true}
	for _, change := range []func(*ghg.FactorsDefinition){
		func(d *ghg.FactorsDefinition) { d.Of = "heat" },
		func(d *ghg.FactorsDefinition) { d.Edition = "" },
		func(d *ghg.FactorsDefinition) { d.Per = ghg.KilowattHour },
		func(d *ghg.FactorsDefinition) { d.Years[0].CO2e = ghg.MustCO2e("0.4542 tCO2e (AR5)") },
		func(d *ghg.FactorsDefinition) {
			d.Years[0].CO2e, d.Years[1].CO2e = ghg.MustCO2e("0.4541 tCO2e (AR6)"), ghg.MustCO2e("0.45 tCO2e (AR6)")
		},
		func(d *ghg.FactorsDefinition) { d.Years[0].From, d.Years[0].To = 2018, 2020 },
		func(d *ghg.FactorsDefinition) { d.Years[0].Published = ghg.MustDate("2022-12-30") },
		func(d *ghg.FactorsDefinition) { d.Years[0].Status = ghg.Provisional },
		func(d *ghg.FactorsDefinition) { d.Years = d.Years[:1] },
		func(d *ghg.FactorsDefinition) { d.Years = []ghg.Factor{{CO2e: d.Years[0].CO2e}} },
		func(d *ghg.FactorsDefinition) {
			d.Years = []ghg.Factor{{Gases: []ghg.Mass{ghg.MustMass("0.4541 t CO2")}}}
		},
	} {
		other := id(change)
		assert.False(t, seen[other], other)
		seen[other] = true
	}
	sorted := factorsOf(t, "waste", ghg.Tonne.Unit(), ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("1 t CO2"), ghg.MustMass("2 t CH4")}})
	turned := factorsOf(t, "waste", ghg.Tonne.Unit(), ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("2 t CH4"), ghg.MustMass("1 t CO2")}})
	assert.Equal(t, sorted.ID(), turned.ID())
}

func TestFactorsAreRefusedAllAtOnce(t *testing.T) {
	ok := ghg.MustCO2e("0.4 tCO2e (AR5)")
	gas := ghg.MustMass("1 t CO2")
	for want, d := range map[string]ghg.FactorsDefinition{
		"what is used is needed":                              {Source: "x", Per: ghg.Litre, Years: []ghg.Factor{{CO2e: ok}}},
		"factors of x, unit: a unit of activity is needed":    {Of: "x", Source: "x", Years: []ghg.Factor{{CO2e: ok}}},
		"factors of x, years: at least one factor is needed":  {Of: "x", Source: "x", Per: ghg.Litre},
		"factors of x, in all years, source: it is needed":    {Of: "x", Per: ghg.Litre, Years: []ghg.Factor{{CO2e: ok}}},
		"in all years, factor: it is CO2e or masses of gases": {Of: "x", Source: "x", Per: ghg.Litre, Years: []ghg.Factor{{}}},
		"2020, factor: it is CO2e or masses": {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Year: 2020, CO2e: ok, Gases: []ghg.Mass{gas}}}},
		`CO2e "-1 tCO2e (AR5)": 0 or more`: {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{CO2e: ghg.MustCO2e("-1 tCO2e (AR5)")}}},
		`gas "-1 t CO2": 0 or more`: {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Gases: []ghg.Mass{gas.Neg()}}}},
		`gas "1 t": say the gas`: {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Gases: []ghg.Mass{ghg.MustMass("1 t")}}}},
		`gas "CO2": it is given twice`: {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Gases: []ghg.Mass{gas, gas}}}},
		"year 1700: years from 1850": {Of: "x", Source: "x", Per: ghg.Litre, Years: []ghg.Factor{{Year: 1700, CO2e: ok}}},
		"year 2020 is given twice": {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Year: 2020, CO2e: ok}, {Year: 2020, CO2e: ok}}},
		"others stand beside it": {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Year: 2020, CO2e: ok}, {CO2e: ok}}},
		`first year of the mean "0": years from 1850`: {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{Year: 2020, CO2e: ok, To: 2020}}},
		`published "2020-02-30": a day that exists`: {Of: "x", Source: "x", Per: ghg.Litre,
			Years: []ghg.Factor{{CO2e: ok, Published: ghg.Date{Year: 2020, Month: 2, Day: 30}}}},
		"unknown status": {Of: "x", Source: "x", Per: ghg.Litre, Years: []ghg.Factor{{CO2e: ok, Status: 9}}},
		`factor "CO2": the first factor is of CO2e (AR5)`: {Of: "x", Source: "x", Per: ghg.Litre, Years: []ghg.Factor{
			{Year: 2020, CO2e: ok}, {Year: 2021, Gases: []ghg.Mass{gas}}}},
		`2021, factor "CO2e (AR5)": the first factor is of CO2`: {Of: "100 %d", Source: "x", Per: ghg.Litre, Years: []ghg.Factor{
			{Year: 2020, Gases: []ghg.Mass{gas}}, {Year: 2021, CO2e: ok}}},
	} {
		f, err := ghg.NewFactors(d)
		assert.ErrorContains(t, err, want)
		assert.True(t, f.IsZero())
		var fault *ghg.Fault
		assert.ErrorAs(t, err, &fault)
	}
	_, err := ghg.NewFactors(ghg.FactorsDefinition{Years: []ghg.Factor{
		{Year: 2020, CO2e: ghg.MustCO2e("-1 tCO2e (AR5)")}, {Year: 2020, CO2e: ghg.MustCO2e("1 tCO2e (SAR)"), Source: "s"}}})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 4, faults.Len(), "%s", faults)
	var twice *ghg.TwiceError
	assert.ErrorAs(t, err, &twice)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
}

func TestZeroFactorsAreRefused(t *testing.T) {
	var f ghg.Factors
	assert.True(t, f.IsZero())
	assert.Empty(t, f.ID()+f.Of()+f.Edition()+f.Source())
	assert.True(t, f.Per().IsZero() && f.Metric().IsZero() && len(f.Gases()) == 0 && !f.IsOf(""))
	assert.Equal(t, "no factors", f.String())
	for range f.All() {
		t.Fatal("a factor in the zero series")
	}
	_, _, err := f.For(2020, ghg.MustQuantity("1 kWh"))
	require.ErrorIs(t, err, ghg.ErrNoFactors)
	_, _, err = f.Masses(2020, ghg.MustQuantity("1 kWh"))
	require.ErrorIs(t, err, ghg.ErrNoFactors)
	_, err = f.At(2020)
	require.ErrorIs(t, err, ghg.ErrNoFactors)
	_, err = f.On(ghg.AR5)
	require.ErrorIs(t, err, ghg.ErrNoFactors)
	_, err = json.Marshal(f)
	require.ErrorIs(t, err, ghg.ErrNoFactors)
}

func TestWhatFactorsDoNotGive(t *testing.T) {
	f := grid()
	assert.Equal(t, "2025 GIR, approved national factors AR5 MWh",
		strings.Join([]string{f.Edition(), f.Source(), f.Metric().String(), f.Per().String()}, " "))
	_, _, err := f.Masses(2023, ghg.MustQuantity("1 kWh"))
	require.ErrorIs(t, err, ghg.ErrFactorsOfCO2e)
	var year *ghg.YearError
	_, err = f.At(0)
	require.ErrorAs(t, err, &year)
	var mismatch *ghg.UnitMismatchError
	_, _, err = f.For(2023, ghg.Quantity{})
	require.ErrorAs(t, err, &mismatch)
	_, _, err = f.For(2023, ghg.MustQuantity("1 MWh (net)"))
	require.ErrorAs(t, err, &mismatch)
	same, err := f.On(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, f.ID(), same.ID())
	var metrics *ghg.MetricMismatchError
	_, err = f.On(ghg.AR6)
	require.ErrorAs(t, err, &metrics)
	_, err = f.On(ghg.Metric{})
	require.ErrorIs(t, err, ghg.ErrNoMetric)
	var lacks *ghg.NoFactorError
	_, err = factorsOf(t, "x", ghg.Litre, ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("1 t CH4")}}).On(ghg.AR6)
	require.ErrorAs(t, err, &lacks)
	always := factorsOf(t, "x", ghg.Litre, ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("1 t CO2"), ghg.MustMass("1 t CH4")}})
	assert.Equal(t, "x, CO2, CH4 per L, all years", always.String())
	for _, f := range []ghg.Factors{f, always} {
		for range f.All() {
			break
		}
	}
	// A result that would grow beyond bounds.
	big := ghg.MustQuantity("1e30 TJ")
	for range 13 {
		big, _ = big.Scale(decimal.New(1, 28))
	}
	_, _, err = factorsOf(t, "x", ghg.Terajoule, ghg.Factor{CO2e: ghg.MustCO2e("1e20 tCO2e (AR5)")}).For(2020, big)
	var bounds *exact.BoundsError
	require.ErrorAs(t, err, &bounds)
	_, _, err = factorsOf(t, "x", ghg.Terajoule, ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("1e20 t CO2")}}).Masses(2020, big)
	require.ErrorAs(t, err, &bounds)
}

func TestUsesAreOneWordEach(t *testing.T) {
	for use, texts := range map[string][]string{
		"electricity": {"전력", "전기", "Electricity", "grid  electricity", "Grid-Electricity", "\u110c\u1165\u11ab\u1105\u1167\u11a8"},
		"heat":        {"지역난방", "District heat", "열"},
		"petrol":      {"휘발유", "Gasoline"},
		"방류수":         {"방류수", "방류 수"},
	} {
		for _, text := range texts {
			f := factorsOf(t, text, ghg.MegawattHour, ghg.Factor{CO2e: ghg.MustCO2e("1 tCO2e (AR5)")})
			assert.True(t, f.IsOf(use), text)
			assert.Equal(t, text, f.Of())
			assert.True(t, strings.HasPrefix(f.ID(), use+"@"), f.ID())
			assert.False(t, f.IsOf("city gas"))
		}
	}
	text, err := os.ReadFile("data/uses.tsv")
	require.NoError(t, err)
	seen := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if line[0] == '#' || cells[0] == "use" {
			continue
		}
		require.Len(t, cells, 3)
		for _, s := range append(strings.Split(cells[2], " | "), cells[:2]...) {
			assert.False(t, s != "" && seen[s], "%q is of two uses", s)
			seen[s] = true
		}
	}
}

func TestFactorsAsJSON(t *testing.T) {
	gases := factorsOf(t, "경유", ghg.MustUnit("TJ (net)"), ghg.Factor{Status: ghg.Estimated, Source: "y",
		Gases: []ghg.Mass{ghg.MustMass("74.1 t CO2"), ghg.MustMass("3.9 kg CH4")}})
	own, err := ghg.NewMetric("city", "x", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("30")})
	require.NoError(t, err)
	onOwn, err := gases.On(own)
	require.NoError(t, err)
	for _, f := range []ghg.Factors{grid(), gases, onOwn} {
		b, err := json.Marshal(f)
		require.NoError(t, err)
		back, err := ghg.ReadFactorsJSON(strings.NewReader(string(b)), own)
		require.NoError(t, err)
		assert.Equal(t, f.ID(), back.ID())
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.Equal(t, string(b), string(again))
		assert.ErrorContains(t, json.Unmarshal(b, &back), "ghg.ReadFactorsJSON")
	}
	b, err := json.Marshal(grid())
	require.NoError(t, err)
	for old, changed := range map[string][2]string{
		"0.4541 t":        {"0.4542 t", "the document was changed by hand"},
		`"metric":"AR5",`: {"", "no metric given"},
		`"AR5"`:           {`"AR9"`, "unknown metric"},
		`2025-12-18`:      {"2025-12-32", "write a day that exists"},
		`"0.4541 t"`:      {`"0.4541 t CO2"`, "is not CO2e"},
		`"per"`:           {`"pro"`, "unknown field"},
		`"MWh"`:           {`""`, "a unit of activity is needed"},
	} {
		_, err := ghg.ReadFactorsJSON(strings.NewReader(strings.Replace(string(b), old, changed[0], 1)))
		assert.ErrorContains(t, err, changed[1])
	}
}

func BenchmarkFactorsFor(b *testing.B) {
	f, err := grid().On(ghg.AR5)
	require.NoError(b, err)
	for name, q := range map[string]ghg.Quantity{
		"same unit": ghg.MustQuantity("1290.5 MWh"), "exact": ghg.MustQuantity("1290500 kWh"), "rounded": ghg.MustQuantity("1290.7 MJ")} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				if _, _, err := f.For(2023, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// One unit in two spellings makes one series.
func TestFactorsIDKnowsUnits(t *testing.T) {
	id := func(unit string) string {
		f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "waste", Source: "s", Per: ghg.MustUnit(unit),
			Years: []ghg.Factor{{CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")}}})
		require.NoError(t, err)
		return f.ID()
	}
	assert.Equal(t, id("t"), id("톤"))
	assert.Equal(t, id("Mt"), id("백만톤"))
	assert.Equal(t, id("Gg"), id("천톤"))
	assert.NotEqual(t, id("t"), id("kt"))
	assert.NotEqual(t, id("t"), id("MWh"))
}

// A mean may be of one year.
func TestFactorsOfOneYear(t *testing.T) {
	for to, stands := range map[int]bool{2021: true, 2022: true, 2020: false} {
		_, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "grid electricity", Per: ghg.MustUnit("MWh"), Source: "s", Years: []ghg.Factor{
			{Year: 2024, CO2e: ghg.MustCO2e("0.433 tCO2e (AR5)"), From: 2021, To: to}}})
		assert.Equal(t, stands, err == nil, "%d: %v", to, err)
	}
}

// A gas that is not emitted is 0 in a factor, and no fault.
func TestFactorsOfAGasThatIsZero(t *testing.T) {
	f := factorsOf(t, "wood", ghg.MegawattHour, ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("0 t CO2"), ghg.MustMass("0.03 kg CH4")}})
	masses, _, err := f.Masses(2020, ghg.MustQuantity("1 MWh"))
	require.NoError(t, err)
	assert.Len(t, masses, 2)
	below := []ghg.Factor{{Gases: []ghg.Mass{ghg.MustMass("-1 t CO2")}}}
	_, err = ghg.NewFactors(ghg.FactorsDefinition{Of: "wood", Source: "x", Per: ghg.MegawattHour, Years: below})
	assert.ErrorContains(t, err, "0 or more is allowed")
}
