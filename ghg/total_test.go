package ghg_test

import (
	"encoding/json"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTotalAddsRecordsOfOneCategory(t *testing.T) {
	i := inv(t, rec("I.1.1", ghg.CO2, mass("100.25 t")), rec("I.1.1", ghg.CO2, mass("0.75 kt")), rec("I.1.1", ghg.CH4, mass("2.5 t")),
		rec("I.1.1", ghg.N2O, mass("10 kg")))
	total, err := i.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "922.9 tCO2e (AR5)", total.CO2e.String(), "100.25 + 750 + 2.5 × 28 + 0.010 × 265")
	assert.Equal(t, 4, total.Lines.Len())
	total, err = i.Total(gpc.Basic, ghg.AR4)
	require.NoError(t, err)
	assert.Equal(t, "915.73 tCO2e (AR4)", total.CO2e.String(), "100.25 + 750 + 2.5 × 25 + 0.010 × 298")
}

func TestTotalNeedsItsQuestion(t *testing.T) {
	i := inv(t, rec("I.1.1", ghg.CO2, mass("5 t")))
	_, err := i.Total(ghg.View{}, ghg.AR5)
	assert.ErrorIs(t, err, ghg.ErrNoView)
	_, err = i.Total(gpc.Basic, ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = i.Total(ghg.MustDeclaredView("as announced", "press"), ghg.AR5)
	assert.ErrorContains(t, err, "declared")
	other, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Own 1", Source: "here", Nodes: []ghg.Node{{Code: "A", Reportable: true}}})
	require.NoError(t, err)
	_, err = i.Total(ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: other, Categories: []string{"A"}}), ghg.AR5)
	assert.ErrorContains(t, err, "GPC 1.1")
}

func TestTotalMetrics(t *testing.T) {
	for _, c := range []struct {
		name, code string
		gas        ghg.Gas
		value      ghg.Value
		metric     ghg.Metric
		want       string // "" if it cannot join
	}{
		{"a mass", "I.1.1", ghg.CH4, mass("3 t"), ghg.AR5, "84"},
		{"a blend", "I.1.1", ghg.MustGas("R-410A"), mass("2 t"), ghg.AR4, "4175"},
		{"CO2e as it is", "I.1.1", ghg.Gas{}, co2e("3 tCO2e (AR5)"), ghg.AR5, "3"},
		{"unstated meets unstated", "I.1.1", ghg.Gas{}, co2e("3 tCO2e"), ghg.Unstated, "3"},
		{"CO2 counts 1 anywhere", "I.1.1", ghg.CO2, mass("3 t"), ghg.Unstated, "3"},
		{"CO2e of CO2 too", "I.1.1", ghg.CO2, co2e("3 tCO2e"), ghg.AR5, "3"},
		{"one gas is recomputed", "I.1.1", ghg.CH4, co2e("100 tCO2e (AR4)"), ghg.AR5, "112"},
		{"to twelve places", "I.1.1", ghg.CH4, co2e("1 tCO2e (SAR)"), ghg.AR4, "1.190476190476"},
		{"by the category's origin", "I.8.1", ghg.CH4, co2e("28 tCO2e (AR5)"), ghg.AR6, "29.8"},
		{"all gases cannot be", "I.1.1", ghg.Gas{}, co2e("100 tCO2e (AR4)"), ghg.AR5, ""},
		{"unstated cannot be", "I.1.1", ghg.CH4, co2e("100 tCO2e"), ghg.AR5, ""},
		{"nor to unstated", "I.1.1", ghg.CH4, co2e("100 tCO2e (AR5)"), ghg.Unstated, ""},
		{"a mass of unstated metric", "I.1.1", ghg.CH4, mass("3 t"), ghg.Unstated, ""},
		{"a gas that the metric lacks", "I.1.1", ghg.NF3, mass("3 t"), ghg.SAR, ""},
		{"or the old metric lacks", "I.1.1", ghg.NF3, co2e("3 tCO2e (SAR)"), ghg.AR5, ""},
		{"or the new one", "I.1.1", ghg.NF3, co2e("3 tCO2e (AR5)"), ghg.SAR, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := inv(t, rec(c.code, c.gas, c.value), rec("II.1.1", ghg.CO2, mass("1000 t")))
			total, err := i.Total(gpc.Basic, c.metric)
			if c.want != "" {
				require.NoError(t, err)
				part, err := total.At("I")
				require.NoError(t, err)
				assert.Equal(t, c.want, part.CO2e.Tonnes().String())
				return
			}
			var withheld *ghg.WithheldError
			require.ErrorAs(t, err, &withheld)
			assert.Equal(t, 1, withheld.Lines)
			assert.True(t, total.Withheld())
			assert.True(t, total.CO2e.IsZero())
			require.Len(t, total.Unjoined, 1)
			assert.Equal(t, c.code, total.Unjoined[0].Record().Category.Code)
			part, err := total.At("II")
			require.NoError(t, err)
			assert.Equal(t, "1000", part.CO2e.Tonnes().String(), "a part without the line is given")
			part, err = total.At("I.1")
			require.NoError(t, err)
			assert.True(t, part.Withheld())
			assert.Contains(t, total.Explain().String(), "cannot join: ")
		})
	}
}

func TestTotalLeavesOut(t *testing.T) {
	market := rec("I.1.2", ghg.CO2, mass("40 t"))
	market.Variant = ghg.MarketBased
	location := rec("I.1.2", ghg.CO2, mass("50 t"))
	location.Variant = ghg.LocationBased
	ets := rec("I.3.1", ghg.CO2, mass("300 t"))
	ets.Tags = ghg.MakeTags("ets")
	council := rec("I.3.1", ghg.CO2, mass("20 t"))
	council.Tags = ghg.MakeTags("ets", "council")
	i := inv(t, market, location, ets, council,
		rec("I.4.4", ghg.CO2, mass("900 t")),
		rec("I.1.1", ghg.CO2Biogenic, mass("70 t")),
		rec("I.1.1", ghg.CO2Biogenic, co2e("5 tCO2e")),
		rec("I.1.1", ghg.CH4, mass("1 t")),
		rec("II.1.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "later")))
	total, err := i.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "398", total.CO2e.Tonnes().String(), "50 + 300 + 20 + 1 × 28: the CH4 of biomass counts, its CO2 does not")
	assert.Equal(t, "75 t CO2(b)", total.Memo.String())
	var why []string
	for _, l := range total.LeftOut {
		why = append(why, l.Record().Category.Code+" "+l.Why.String())
	}
	assert.Equal(t, []string{"I.1.2 another variant is taken", "I.4.4 outside the view", "I.1.1 memo item", "I.1.1 memo item",
		"II.1.1 no number"}, why)
	assert.Contains(t, total.Explain().String(), "not counted, outside the view: I.4.4 CO2 900 t")

	managed, err := gpc.Basic.WithTags("managed", nil, []string{"ets"}, "what the mayor can manage")
	require.NoError(t, err)
	total, err = i.Total(managed, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "78", total.CO2e.Tonnes().String())
	own, err := gpc.Basic.WithTags("council", []string{"council"}, nil, "the council's own")
	require.NoError(t, err)
	total, err = i.Total(own, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "20", total.CO2e.Tonnes().String())
	byMarket, err := gpc.Basic.WithVariant(ghg.MarketBased)
	require.NoError(t, err)
	total, err = i.Total(byMarket, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "388", total.CO2e.Tonnes().String())
	assert.Equal(t, "BASIC, market-based", total.View.Name())
}

// Two variants of one category are never added.
func TestTotalRefusesTwoVariants(t *testing.T) {
	byDistance := rec("II.1.1", ghg.CO2, mass("40 t"))
	byDistance.Variant = ghg.DistanceBased
	byFuel := rec("II.1.1", ghg.CO2, mass("44 t"))
	byFuel.Variant = ghg.FuelBased
	plain := rec("II.1.1", ghg.CO2, mass("5 t"))
	i := inv(t, byDistance, byFuel, plain, rec("I.1.1", ghg.CO2, mass("7 t")))
	total, err := i.Total(gpc.Basic, ghg.AR5)
	var variants *ghg.VariantError
	require.ErrorAs(t, err, &variants)
	assert.Equal(t, "II.1.1", variants.Category.Code)
	assert.Equal(t, []ghg.Variant{ghg.DistanceBased, ghg.FuelBased}, []ghg.Variant{variants.A, variants.B})
	assert.Contains(t, err.Error(), "WithVariant")
	assert.Len(t, total.Unjoined, 3)
	part, err := total.At("I")
	require.NoError(t, err)
	assert.Equal(t, "7", part.CO2e.Tonnes().String())

	chosen, err := gpc.Basic.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	total, err = i.Total(chosen, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "56", total.CO2e.Tonnes().String())

	i = inv(t, byFuel, plain)
	_, err = i.Total(gpc.Basic, ghg.AR5)
	assert.NoError(t, err, "one variant alone is no conflict")
}

func TestTotalBy(t *testing.T) {
	i := inv(t,
		rec("I.1.1", ghg.CO2, mass("100 t")), rec("I.1.1", ghg.CH4, mass("1 t")), rec("I.1.2", ghg.Gas{}, co2e("30 tCO2e (AR5)")),
		rec("III.1.2", ghg.CH4, mass("2 t")), rec("III.1.2", ghg.Gas{}, co2e("9 tCO2e (AR4)")))
	total, err := i.Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	show := func(g ghg.Grouping) []string {
		var out []string
		for _, p := range total.By(g) {
			s := p.Label + " " + p.CO2e.Tonnes().String()
			if p.Withheld() {
				s = p.Label + " withheld"
			}
			if p.Lines.Len()+len(p.Unjoined) > 0 {
				out = append(out, s)
			}
		}
		return out
	}
	assert.Equal(t, []string{"I 158", "III withheld"}, show(ghg.BySector))
	assert.Equal(t, []string{"I.1.1 128", "I.1.2 30", "III.1.2 withheld"}, show(ghg.ByCategory))
	assert.Equal(t, []string{"scope 1 128", "scope 2 30", "scope 3 withheld"}, show(ghg.ByScope))
	assert.Equal(t, []string{" withheld", "CO2 100", "CH4 84"}, show(ghg.ByGas))
	assert.Len(t, total.By(ghg.BySector), 3, "sectors of the view, also those that hold nothing")
	assert.Len(t, total.By(ghg.ByCategory), 32)
	assert.Nil(t, total.By(0))
	assert.Nil(t, ghg.Total{}.By(ghg.BySector))
	_, err = total.At("I.9")
	var unknown *ghg.UnknownError
	assert.ErrorAs(t, err, &unknown)
	_, err = ghg.Total{}.At("I")
	assert.Error(t, err)
	assert.Equal(t, "Stationary energy", total.By(ghg.BySector)[0].Name)
	var required int
	for _, p := range total.By(ghg.BySector) {
		required += p.Coverage.Required
	}
	assert.Equal(t, 32, required)
	assert.Equal(t, "14 required: 2 reported, 12 gaps", total.By(ghg.BySector)[0].Coverage.String())
	part, err := total.At("III.1")
	require.NoError(t, err)
	assert.Equal(t, "2 required: 1 reported, 1 gaps", part.Coverage.String())
	assert.Equal(t, "III.1.1", part.Coverage.Gaps[0].Code)
	assert.Equal(t, "17 required: 1 reported, 16 gaps", total.By(ghg.ByScope)[0].Coverage.String())
	byGas := total.By(ghg.ByGas)
	assert.Zero(t, byGas[0].Coverage.Required)
	assert.Equal(t, "all gases together", byGas[0].Name)
	assert.Equal(t, ghg.CO2.Name(), byGas[1].Name)
}

// Where the scheme leaves the scope open, the record's counts.
func TestTotalByStatedScope(t *testing.T) {
	s, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Own 1", Source: "here", Nodes: []ghg.Node{{Code: "A", Reportable: true}}})
	require.NoError(t, err)
	r := ghg.Record{Place: "D", Period: ghg.CalendarYear(2018), Category: ghg.Category{Scheme: "Own 1", Code: "A"}, Gas: ghg.CO2,
		Value: mass("3 t"), Scope: ghg.Scope2}
	i, _, err := ghg.NewInventory("D", ghg.CalendarYear(2018), 1, s, []ghg.Record{r})
	require.NoError(t, err)
	total, err := i.Total(ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: s, Categories: []string{"A"}}), ghg.AR5)
	require.NoError(t, err)
	parts := total.By(ghg.ByScope)
	assert.Equal(t, "scope 2", parts[0].Label)
}

// What nobody reported is shown as that, beside parts that are reported and alone.
func TestShowPartsOfNothing(t *testing.T) {
	none, err := ghg.Keyed(ghg.NE, "no data")
	require.NoError(t, err)
	text := func(i ghg.Inventory) (string, string, []ghg.Part) {
		total, err := i.Total(gpc.Basic, ghg.AR5)
		require.NoError(t, err)
		parts := total.By(ghg.BySector)
		shown, err := ghg.ShowParts(ghg.Kilotonne, 1, parts...)
		require.NoError(t, err)
		document, err := json.Marshal(shown)
		require.NoError(t, err)
		for n, p := range shown.Parts() {
			assert.Equal(t, parts[n].IsReported(), p.IsReported())
			assert.True(t, p.IsReported() || p.Number() == "–" && p.Amount().IsZero())
		}
		return shown.String(), string(document), parts
	}
	keyed := func(code string) ghg.Record { return rec(code, ghg.Gas{}, none) }
	s, document, parts := text(inv(t, keyed("I.1.1"), keyed("II.1.1"), keyed("III.1.1")))
	assert.Equal(t, "– + – + – = –", s)
	assert.Equal(t, `{"metric":"AR5","parts":[null,null,null],"total":null}`, document)
	part, err := json.Marshal(parts[0])
	require.NoError(t, err)
	assert.Contains(t, string(part), `"co2e":null`)
	amount, err := json.Marshal(parts[0].Amount)
	require.NoError(t, err)
	assert.JSONEq(t, `{"co2e":null,"lines":[]}`, string(amount))

	s, document, parts = text(inv(t, keyed("I.1.1"), rec("II.1.1", ghg.CO2, mass("0 t")), rec("III.1.1", ghg.CO2, mass("1.23 kt"))))
	assert.Equal(t, "– + 0.0 + 1.2 = 1.2 kt", s)
	assert.Equal(t, `{"metric":"AR5","parts":[null,"0.0 kt","1.2 kt"],"total":"1.2 kt"}`, document)
	part, err = json.Marshal(parts[2])
	require.NoError(t, err)
	assert.Contains(t, string(part), `{"label":"III","name":"Waste","co2e":"1230 tCO2e (AR5)","lines":[{`)

	bad := inv(t, rec("I.1.1", ghg.Gas{}, co2e("1 tCO2e (AR4)")))
	withheld, err := bad.Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	amount, err = json.Marshal(withheld.Amount)
	require.NoError(t, err)
	assert.Contains(t, string(amount), `{"co2e":null,"lines":[],"unjoined":[{"record":{`)
	assert.Contains(t, string(amount), `"why":"CO2e on metric AR4 and on metric AR5 do not meet`)
}

func TestShowParts(t *testing.T) {
	i := inv(t, rec("I.1.1", ghg.CO2, mass("1.4 t")), rec("II.1.1", ghg.CO2, mass("2.4 t")), rec("III.1.1", ghg.CO2, mass("3.4 t")))
	total, err := i.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	shown, err := ghg.ShowParts(ghg.Tonne, 0, total.By(ghg.BySector)...)
	require.NoError(t, err)
	assert.Equal(t, "2 + 2 + 3 = 7 t", shown.String(), "7.2 rounds to 7; the largest remainder takes the unit, of equal ones the first")
	shown, err = ghg.ShowParts(ghg.Kilotonne, 4, total.By(ghg.BySector)...)
	require.NoError(t, err)
	assert.Equal(t, "0.0014 + 0.0024 + 0.0034 = 0.0072 kt", shown.String())
	shown, err = ghg.ShowParts(ghg.Tonne, 0)
	require.NoError(t, err)
	assert.Equal(t, "0 t", shown.String())

	bad := inv(t, rec("I.1.1", ghg.Gas{}, co2e("1 tCO2e (AR4)")))
	withheld, err := bad.Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	_, err = ghg.ShowParts(ghg.Tonne, 0, withheld.By(ghg.BySector)...)
	assert.ErrorContains(t, err, "withheld")
	other, err := i.Total(gpc.Basic, ghg.AR4)
	require.NoError(t, err)
	_, err = ghg.ShowParts(ghg.Tonne, 0, append(total.By(ghg.BySector), other.By(ghg.BySector)...)...)
	var mismatch *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &mismatch)
}

func TestExplain(t *testing.T) {
	a := rec("I.1.1", ghg.CH4, mass("3 t"))
	a.Line = 7
	a.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Method: "GPC 1.1, eq. 5.2", Source: "city gas sales"})
	total, err := inv(t, a, rec("I.1.2", ghg.CH4, co2e("25 tCO2e (AR4)"))).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CH4: 3 t × 28 = 84 tCO2e (AR5), line 7, GPC 1.1, eq. 5.2, city gas sales", total.Lines.At(0).String())
	assert.Equal(t, "I.1.2 CH4: 25 tCO2e (AR4), recomputed by the ratio of the GWPs = 28 tCO2e (AR5)", total.Lines.At(1).String())
	assert.Contains(t, total.Explain().String(), "GPC 1.1 BASIC, Daegu 2018 = 112 tCO2e (AR5)\n")
	assert.Equal(t, "I.1.1", total.Lines.At(0).Record().Category.Code)
	assert.True(t, total.Lines.At(0).From.IsZero())
	assert.Equal(t, ghg.AR4, total.Lines.At(1).From)
	carbon, err := inv(t, rec("I.1.1", ghg.CO2, co2e("5 tCO2e"))).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, ghg.Unstated, carbon.Lines.At(0).From)
	assert.Equal(t, "I.1.1 CO2: 5 tCO2e, as CO2 counts 1 in every metric = 5 tCO2e (AR5)", carbon.Lines.At(0).String())
	assert.Equal(t, "unknown (9)", ghg.Why(9).String())
}

// The total agrees with an independent, slow auditor on random inventories,
// however the records are ordered and split.
func TestTotalAgreesWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	codes := gpc.BasicPlus.Categories()
	gases := []ghg.Gas{ghg.CO2, ghg.CH4, ghg.N2O, ghg.SF6, ghg.MustGas("HFC-134a"), ghg.MustGas("R-407C")}
	gwp := map[ghg.Gas]string{ghg.CO2: "1", ghg.CH4: "28", ghg.N2O: "265", ghg.SF6: "23500", ghg.MustGas("HFC-134a"): "1300",
		ghg.MustGas("R-407C"): "1624.21"}
	for range 200 {
		want := new(big.Rat)
		var records []ghg.Record
		for range r.Intn(40) {
			g := gases[r.Intn(len(gases))]
			amount := big.NewRat(r.Int63n(2_000_000_000)-1_000_000_000, []int64{1, 10, 1000, 1_000_000}[r.Intn(4)])
			text := amount.FloatString(6)
			factor, _ := new(big.Rat).SetString(gwp[g])
			want.Add(want, new(big.Rat).Mul(amount, factor))
			records = append(records, rec(codes[r.Intn(len(codes))], g, mass(text+" t")))
		}
		r.Shuffle(len(records), func(a, b int) { records[a], records[b] = records[b], records[a] })
		total, err := inv(t, records...).Total(gpc.BasicPlus, ghg.AR5)
		require.NoError(t, err)
		derivesIts(t, total)
		require.Zero(t, total.CO2e.Tonnes().Rat().Cmp(want), "%s and %s", total.CO2e.Tonnes(), want.FloatString(12))
		for _, g := range []ghg.Grouping{ghg.BySector, ghg.ByCategory, ghg.ByScope, ghg.ByGas} {
			var sum ghg.CO2e
			for i, p := range total.By(g) {
				if i == 0 {
					sum = p.CO2e
				} else if sum, err = sum.Add(p.CO2e); err != nil {
					t.Fatal(err)
				}
			}
			if len(records) > 0 {
				require.True(t, sum.Equal(total.CO2e), "the parts add up")
			}
		}
	}
}

// Zero values say that they are nothing; they do not panic.
func TestZeroTotal(t *testing.T) {
	assert.True(t, ghg.Total{}.Explain().IsZero())
	assert.Equal(t, "no line", ghg.Line{}.String())
	assert.Equal(t, ghg.Record{}, ghg.Line{}.Record())
	assert.Equal(t, ghg.Record{}, ghg.LeftOut{}.Record())
	assert.Equal(t, ghg.Record{}, ghg.Unjoined{}.Record())
}

// A figure with a variant and one without count together, with a warning.
func TestVariantPartlyStated(t *testing.T) {
	location := rec("I.1.2", ghg.CO2, mass("50 t"))
	location.Variant = ghg.LocationBased
	plain := rec("I.1.2", ghg.CO2, mass("7 t"))
	plain.Line = 9
	_, findings, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), 1, gpc.Scheme,
		[]ghg.Record{location, plain, rec("I.2.2", ghg.CO2, mass("3 t")), rec("I.1.2", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "rest"))})
	require.NoError(t, err)
	assert.Equal(t, "variant-partly-stated", codesOf(findings))
	assert.Equal(t, 9, findings.All[0].Line)
	assert.Contains(t, findings.All[0].Detail, "location-based")
}
