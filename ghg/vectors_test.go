package ghg_test

import (
	"encoding/json"
	"maps"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is one published worked number, with its source in the file.
type vector struct {
	ID       string          `json:"id"`
	Group    string          `json:"group"`
	Topic    string          `json:"topic"`
	Input    json.RawMessage `json:"input"`
	Inputs   json.RawMessage `json:"inputs"`
	Expected json.RawMessage `json:"expected"`
}

// vectorGroups says how the vectors of a group are proven here.
var vectorGroups = map[string]func(*testing.T, vector){
	"gwp":               testGWPVector,
	"blend":             testBlendVector,
	"gas_basket":        testBasketVector,
	"aggregate_missing": testSumOfMissingVector,
	"fill_missing":      testFillMissingVector,
	"unit_text":         testUnitTextVector,
	"category_code":     testCategoryCodeVector,
	"notation_key":      testNotationKeyVector,
	"unit":              testUnitVector,
	"methods rounding":  testPrintedFactorVector,
	"methods gwp":       testGWPRatioVector,
}

// exceptions are the vectors that the library does not reproduce, and why. Each
// comes with the call that refuses today: once that passes, the exception is
// stale and the test fails.
var exceptions = map[string]struct {
	reason  string
	refusal func() error
}{
	"gwp-TARGWP500-C5F12": {"a horizon of 500 years is outside: no inventory standard uses it",
		func() error { _, err := ghg.ParseMetric("TARGWP500"); return err }},
	"unit-text-MtC-CO": {"carbon is no gas of an inventory, and CO no greenhouse gas: 'Mt C' is refused, not relabelled",
		func() error { _, _, err := ghg.ParseMassUnit("MtC"); return err }},
	"unit-text-GgN2ON-N2O": {"'Gg N' would lose that it is the nitrogen within N2O: refused",
		func() error { _, _, err := ghg.ParseMassUnit("GgN2ON"); return err }},
	"n-to-no2":  {"chemistry of nitrogen beyond N and N2O is outside", refusesGas("NO2")},
	"n-to-n2on": {"N2ON counts the nitrogen of N2O twice there: here it is nitrogen, and its content in N2O is 28/44", refusesGas("N2ON")},
	"nox-to-n":  {"chemistry of nitrogen beyond N and N2O is outside", refusesGas("NOx")},
	"nh3-to-n":  {"chemistry of nitrogen beyond N and N2O is outside", refusesGas("NH3")},
	"year-in-days": {"a period is made of calendar days, not of Julian years",
		func() error { _, err := ghg.ParseUnit("day"); return err }},
}

func refusesGas(text string) func() error {
	return func() error { _, err := ghg.ParseGas(text); return err }
}

func TestVectors(t *testing.T) {
	vectors := readVectors(t, "testdata/data-model.json", "data-model")
	vectors = append(vectors, readVectors(t, "testdata/methods.json", "methods")...)
	require.Len(t, vectors, 96)
	stale := maps.Clone(exceptions)
	for _, v := range vectors {
		group := v.Group
		if v.Topic != "" {
			group = "methods " + v.Topic
		}
		t.Run(v.ID, func(t *testing.T) {
			if x, ok := exceptions[v.ID]; ok {
				delete(stale, v.ID)
				require.Error(t, x.refusal(), "a stale exception: %s", x.reason)
				t.Log("not reproduced: " + x.reason)
				return
			}
			prove := vectorGroups[group]
			require.NotNil(t, prove, "nothing proves a vector of group %q", group)
			prove(t, v)
		})
	}
	assert.Empty(t, stale, "exceptions for vectors that are not in the files")
}

func readVectors(t *testing.T, path, name string) []vector {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(b, &file), name)
	return file.Vectors
}

// into reads a part of a vector; numbers are decimals, exactly.
func into[T any](t *testing.T, raw json.RawMessage) T {
	t.Helper()
	var v T
	require.NoError(t, json.Unmarshal(raw, &v))
	return v
}

// metricOf reads a metric as the vectors write it. They mean by AR6GWP100 the
// table with one value for methane, which is AR6Single here.
func metricOf(t *testing.T, name string) ghg.Metric {
	t.Helper()
	if name == "AR6GWP100" {
		return ghg.AR6Single
	}
	m, err := ghg.ParseMetric(name)
	require.NoError(t, err)
	return m
}

func equalDec(t *testing.T, want, got decimal.Decimal) {
	t.Helper()
	assert.True(t, want.Equal(got), "want %s, got %s", want, got)
}

func testGWPVector(t *testing.T, v vector) {
	if v.ID == "iamunits-readme-wrong" {
		// 3500 t × 310, 298 and 265. The page that printed the vector had the
		// results of AR4 and AR5 in each other's place; expected are the right ones.
		mass, err := ghg.NewMass(into[struct {
			T decimal.Decimal `json:"mass_t_N2O"`
		}](t, v.Input).T, ghg.Tonne)
		require.NoError(t, err)
		for name, want := range into[struct {
			Mt map[string]decimal.Decimal `json:"Mt_CO2e"`
		}](t, v.Expected).Mt {
			c, err := of(mass, ghg.N2O).CO2e(metricOf(t, name))
			require.NoError(t, err)
			equalDec(t, want, c.In(ghg.Megatonne))
		}
		return
	}
	in := into[struct {
		Species, Metric string
		Mass            decimal.Decimal
	}](t, v.Input)
	gas, err := ghg.ParseGas(in.Species)
	require.NoError(t, err)
	mass, err := ghg.NewMass(in.Mass, ghg.Tonne)
	require.NoError(t, err)
	c, err := of(mass, gas).CO2e(metricOf(t, in.Metric))
	require.NoError(t, err)
	equalDec(t, into[decimal.Decimal](t, v.Expected), c.Tonnes())
}

func testBlendVector(t *testing.T, v vector) {
	if v.ID == "blend-constituents-sum" {
		n := 0
		for g := range ghg.AllGases() {
			if !g.IsBlend() {
				continue
			}
			n++
			var sum decimal.Decimal
			for _, share := range g.Components() {
				sum = sum.Add(share.Fraction())
			}
			equalDec(t, into[decimal.Decimal](t, v.Expected), sum.Shift(2))
		}
		assert.Equal(t, into[struct{ Blends int }](t, v.Input).Blends, n)
		return
	}
	in := into[struct {
		Composition string `json:"composition_mass_pct"`
		Metric      string
	}](t, v.Input)
	want := into[struct {
		Exact   decimal.Decimal
		Rounded decimal.Decimal `json:"upstream_rounded"`
	}](t, v.Expected)
	gas := ghg.MustGas(strings.Split(v.ID, "-")[1])
	var parts []string
	for part, share := range gas.Components() {
		parts = append(parts, part.String()+" "+share.Fraction().Shift(2).String())
	}
	var stated []string
	for _, s := range strings.Split(in.Composition, " + ") {
		code, percent, _ := strings.Cut(s, " ")
		stated = append(stated, ghg.MustGas(code).String()+" "+percent)
	}
	assert.Equal(t, stated, parts)
	gwp, err := metricOf(t, in.Metric).GWP(gas)
	require.NoError(t, err)
	equalDec(t, want.Exact, gwp)
	assert.True(t, gwp.Sub(want.Rounded).Abs().LessThanOrEqual(dec("0.5")))
}

func testUnitTextVector(t *testing.T, v vector) {
	in := into[struct{ Unit, Entity string }](t, v.Input)
	unit, substance, err := ghg.ParseMassUnit(in.Unit)
	want := into[string](t, v.Expected)
	if want == "error" {
		var refused *ghg.UnknownError
		require.ErrorAs(t, err, &refused)
		return
	}
	require.NoError(t, err)
	switch v.ID {
	case "unit-text-GgCO2eq-KYOTOGHG":
		// Expected reads "Gg CO2 / yr": here it stays CO2-equivalent.
		assert.Equal(t, ghg.Gigagram, unit)
		assert.Equal(t, ghg.Substance{CO2e: true}, substance)
		_, err := ghg.ParseGas(in.Entity)
		assert.ErrorContains(t, err, "names a group of gases")
	default:
		// The unit says no substance, the entity does.
		assert.Zero(t, substance)
		mass, err := ghg.NewMass(dec("1"), unit)
		require.NoError(t, err)
		assert.Equal(t, "1 "+want, of(mass, ghg.MustGas(in.Entity)).String()+" / yr")
	}
}

func testCategoryCodeVector(t *testing.T, v vector) {
	scheme, err := ghg.NewScheme(ghg.SchemeDefinition{
		ID: "IPCC 2006, in part", Source: "IPCC 2006 Guidelines, volume 1, Table 8.2", Prefixes: []string{"IPC"},
		Nodes: []ghg.Node{
			{Code: "1"}, {Code: "1.A", Parent: "1"}, {Code: "1.A.1", Parent: "1.A"}, {Code: "1.A.1.b", Parent: "1.A.1"},
			{Code: "1.A.1.b.ii", Parent: "1.A.1.b"}, {Code: "1.A.1.b.ii.3", Parent: "1.A.1.b.ii", Reportable: true},
			{Code: "1.A.1.c", Parent: "1.A.1", Reportable: true},
			{Code: "1.A.2", Parent: "1.A"}, {Code: "1.A.2.b", Parent: "1.A.2", Reportable: true},
		},
	})
	require.NoError(t, err)
	category, err := scheme.Category(into[string](t, v.Input))
	if want := into[string](t, v.Expected); want != "error" {
		require.NoError(t, err)
		assert.Equal(t, ghg.Category{Scheme: scheme.ID(), Code: want}, category)
		return
	}
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
}

// The vectors expect 0 for keys that deny or move emissions and null for the
// others. A key is a status here and never a number, and of several the one
// that hides no gap is read: 0 for "NO,NE" would look complete.
func testNotationKeyVector(t *testing.T, v vector) {
	want, ok := map[string]ghg.Key{
		"IE": ghg.IE, "NO,NE": ghg.NE, "IE, NE, NO": ghg.NE, "IE,NA,NO": ghg.IE,
		"NE": ghg.NE, "NE0": ghg.NE, "NA,NE": ghg.NE,
	}[into[string](t, v.Input)]
	require.True(t, ok)
	key, place, plain, err := ghg.ReadKeys(into[string](t, v.Input))
	require.NoError(t, err)
	assert.Equal(t, want, key)
	assert.Empty(t, place)
	assert.Equal(t, into[string](t, v.Input) == want.String(), plain, "a finding follows where it is not plain")
	value := ghg.KeyedAsFound(key, "")
	assert.False(t, value.IsNumber())
	assert.False(t, value.IsMissing())
}

func testUnitVector(t *testing.T, v vector) {
	in := into[struct {
		From, To string
		Value    decimal.Decimal
		Context  *string
	}](t, v.Input)
	if string(v.Expected) == `"error"` {
		// Neither is a gas here, so there is no mass of it to convert; nor is it a unit.
		require.Error(t, refusesGas(in.From)())
		var refused *ghg.UnknownError
		_, err := ghg.ParseUnit(in.From)
		require.ErrorAs(t, err, &refused)
		_, err = ghg.ParseMass("1 t " + in.From)
		require.Error(t, err)
		return
	}
	if in.Context != nil && *in.Context == "CH4_conversions" {
		testCarbonVector(t, in.From, in.To, in.Value, into[struct{ Fraction string }](t, v.Expected).Fraction)
		return
	}
	from, gas, err := ghg.ParseMassUnit(in.From)
	require.NoError(t, err)
	to, same, err := ghg.ParseMassUnit(in.To)
	require.NoError(t, err)
	assert.Equal(t, ghg.Substance{Gas: ghg.CO2}, gas)
	assert.Equal(t, gas, same)
	mass, err := ghg.NewMass(in.Value, from)
	require.NoError(t, err)
	whole, ok := strings.CutSuffix(into[struct{ Fraction string }](t, v.Expected).Fraction, "/1")
	require.True(t, ok)
	equalDec(t, dec(whole), mass.In(to))

	// The same as a quantity, which says no gas and no year.
	q, err := ghg.NewQuantity(in.Value, from.Unit())
	require.NoError(t, err)
	q, err = q.In(to.Unit())
	require.NoError(t, err)
	equalDec(t, dec(whole), q.Amount())
	back, err := q.Mass()
	require.NoError(t, err)
	equalDec(t, mass.Tonnes(), back.Tonnes())
	_, err = ghg.ParseUnit(in.From)
	require.Error(t, err, "a unit that weighs a gas")
}

// Carbon goes from gas to gas: chemistry, and no warming potential.
func testCarbonVector(t *testing.T, from, to string, value decimal.Decimal, fraction string) {
	unsaid, err := ghg.NewMass(value, ghg.Tonne)
	require.NoError(t, err)
	mass := of(unsaid, ghg.MustGas(from))
	amount, err := mass.Content(ghg.Carbon, 12)
	require.NoError(t, err)
	if to != "C" {
		m, err := ghg.MassFromContent(amount, ghg.Carbon, ghg.MustGas(to), 12)
		require.NoError(t, err)
		amount = m.Tonnes()
	}
	want, ok := new(big.Rat).SetString(fraction)
	require.True(t, ok)
	assert.Zero(t, amount.Rat().Cmp(want), "%s, not %s", amount, fraction)
}

// Emission factors as IPCC 2006, volume 2, Table 1.4 prints them: carbon × 44/12
// × 1000, to three significant digits.
func testPrintedFactorVector(t *testing.T, v vector) {
	carbon := into[struct {
		C decimal.Decimal `json:"carbon_kg_per_gj"`
	}](t, v.Inputs).C
	co2, err := ghg.MassFromContent(carbon, ghg.Carbon, ghg.CO2, 9)
	require.NoError(t, err)
	factor := co2.Tonnes().Shift(3)
	equalDec(t, into[struct {
		F decimal.Decimal `json:"co2_kg_per_tj"`
	}](t, v.Expected).F, exact.RoundSignificant(factor, 3))
}

func testGWPRatioVector(t *testing.T, v vector) {
	in := into[struct{ AR5, AR6 decimal.Decimal }](t, v.Inputs)
	gwp5, err := ghg.AR5.GWP(ghg.N2O)
	require.NoError(t, err)
	gwp6, err := ghg.AR6.GWP(ghg.N2O)
	require.NoError(t, err)
	equalDec(t, in.AR5, gwp5)
	equalDec(t, in.AR6, gwp6)
	ratio, err := exact.Quotient(gwp5, gwp6, 6)
	require.NoError(t, err)
	equalDec(t, into[struct{ Ratio decimal.Decimal }](t, v.Expected).Ratio, ratio)
}
