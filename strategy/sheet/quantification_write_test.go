package sheet_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// boilers is a quantification to change.
func boilers(change func(*strategy.QuantificationDefinition)) strategy.Quantification {
	d := strategy.QuantificationDefinition{ID: "1", Counts: "boilers", Unit: ghg.Household, Counting: strategy.StandingInYear, Source: "plan",
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2030: decimal.New(100, 0)}}},
		Effects: []strategy.UnitEffect{{On: on("I.1.1", "gas", ""), Interaction: strategy.Overlapping, Saves: ghg.MustQuantity("100 L"),
			Factors: must(ghg.NewFactors(ghg.FactorsDefinition{Of: "gas", Source: "own", Per: ghg.Litre,
				Years: []ghg.Factor{{CO2e: ghg.MustCO2e("0.002 tCO2e")}}}))}}}
	change(&d)
	return must(strategy.NewQuantification(d))
}

func TestWriteQuantificationsRefuses(t *testing.T) {
	plain := boilers(func(*strategy.QuantificationDefinition) {})
	other := func(of, amount string) func(*strategy.QuantificationDefinition) {
		return func(d *strategy.QuantificationDefinition) {
			d.ID = "2"
			d.Effects[0].Factors = must(ghg.NewFactors(ghg.FactorsDefinition{Of: of, Source: "own", Per: ghg.Litre,
				Years: []ghg.Factor{{CO2e: ghg.MustCO2e(amount)}}}))
		}
	}
	long := must(must(ghg.NewCO2e(decimalOf("0."+strings.Repeat("1", 25)), ghg.Tonne, ghg.Unstated)).
		Scale(decimal.New(1234567890123456789, -10)))
	for want, quantifications := range map[string][]strategy.Quantification{
		`action "A": quantification 1: none is given`: {{}},
		`quantification 1 is given twice`:             {plain, plain},
		`series of factors gas is given twice`:        {plain, boilers(other("Gas", "0.003 tCO2e"))},
		`semicolons are not allowed`:                  {boilers(other("gas; oil", "1 tCO2e"))},
		`it would not be read as it is`:               {boilers(func(d *strategy.QuantificationDefinition) { d.Counts = " x" })},
		`a source needs a category of a scheme`: {boilers(func(d *strategy.QuantificationDefinition) {
			d.Effects[0].On = strategy.EmissionSource{Fuel: "gas"}
		})},
		`out of bounds`: {boilers(func(d *strategy.QuantificationDefinition) {
			d.Published = strategy.PublishedUnit{Saves: long, Source: "s"}
		})},
	} {
		var b strings.Builder
		err := sheet.WriteQuantifications(&b, []strategy.Action{{ID: "A", Quantifications: quantifications}})
		assert.ErrorContains(t, err, want)
		assert.Empty(t, b.String())
	}
	assert.Error(t, sheet.WriteQuantifications(&strings.Builder{}, []strategy.Action{{ID: "A"}, {ID: "A"}}))
	var b strings.Builder
	require.NoError(t, sheet.WriteQuantifications(&b, nil))
	assert.Equal(t, 1, strings.Count(b.String(), "\n"), "the header alone")
}

// What is worked out of a quantification is not written as if it were stated, and what is
// read beside it is a figure of its own.
func TestEffectsOfQuantifications(t *testing.T) {
	a := action("A", "E", expected(on("I.1.1", "oil", ""), "5", strategy.Overlapping))
	a.Quantifications = []strategy.Quantification{boilers(func(*strategy.QuantificationDefinition) {})}
	d := town(a)
	d.Through = 2030
	plan, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	var actions []strategy.Action
	for a := range plan.Actions() {
		actions = append(actions, a)
	}
	require.Len(t, actions[0].Effects, 2)
	var b strings.Builder
	require.NoError(t, sheet.WriteEffects(&b, actions))
	assert.Equal(t, 1, strings.Count(b.String(), "expected"), b.String())
	assert.Contains(t, b.String(), "oil")

	b.Reset()
	require.NoError(t, sheet.WriteEffects(&b, []strategy.Action{actions[0].AsStated()}))
	assert.Contains(t, b.String(), "A,expected,I.1.1,GPC 1.1,gas,,1,overlapping,2030,20,tCO2e,unstated,,plan,,")

	text := effectHead + "A,expected,I.1.1,gas,,1,,2030,7,t,unstated,,,,,\nA,expected,I.1.1,oil,,,,2029,4,t,unstated,,,,,\n"
	read, report, err := sheet.ReadEffects(strings.NewReader(text), plainCSV, actions)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Len(t, read[0].Effects, 3)
	d.Actions = read
	plan, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err)
	for a := range plan.Actions() {
		var stated []string
		for _, e := range a.Effects {
			if c, ok := e.Reductions.At(2030); ok && e.Quantification() == "" {
				stated = append(stated, c.String())
			}
		}
		assert.Equal(t, []string{"5 tCO2e", "7 tCO2e"}, stated)
	}
	b.Reset()
	require.NoError(t, sheet.WriteQuantifications(&b, read))
	assert.Contains(t, b.String(), "A,1,expected,boilers,household,standing in the year")
}
