package participation_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
)

func ExampleUnitSaving() {
	var unknown participation.UnitSaving
	fmt.Println(unknown, unknown.Known())
	_, err := participation.Saves(ghg.MustCO2e("0 tCO2e"), "")
	fmt.Println(err)
	// Output:
	// not quantified false
	// unit saving, amount "0 tCO2e": above 0 is allowed
}

// Heating 2 °C lower, as energy times factor. The release names the energy, not
// the factors: those here are an example.
func ExampleSavesParts() {
	s, err := participation.SavesParts(
		participation.SavingPart{What: "electricity", Quantity: ghg.MustQuantity("12.4 kWh"), Factor: ghg.MustCO2e("0.4594 kgCO2e")},
		participation.SavingPart{What: "city gas", Quantity: ghg.MustQuantity("31.9 Nm3"), Factor: ghg.MustCO2e("2.176 kgCO2e"),
			Source: "example"},
	)
	fmt.Println(s.Explain(), err)
	fmt.Println(s.CO2e().Format(ghg.Kilogram, 1))
	// Output:
	// 12.4 kWh electricity × 0.0004594 tCO2e + 31.9 Nm3 city gas × 0.002176 tCO2e (example) = 0.07511096 tCO2e <nil>
	// 75.1 kgCO2e
}

func ExampleSavingPart() {
	_, err := participation.SavesParts(participation.SavingPart{What: "electricity", Factor: ghg.MustCO2e("0.4594 kgCO2e")})
	fmt.Println(err)
	// Output:
	// unit saving, part 1, quantity: a number with its unit is needed, such as 12.4 kWh
}

func TestUnitSavingRefusals(t *testing.T) {
	part := participation.SavingPart{What: "electricity", Quantity: ghg.MustQuantity("2 kWh"), Factor: ghg.MustCO2e("0.4 kgCO2e")}
	for want, parts := range map[string][]participation.SavingPart{
		`unit saving, parts "0": 1 to 100 are allowed`: nil,
		`unit saving, parts "101"`:                     make([]participation.SavingPart, 101),
		"unit saving, part 2, what: a name":            {part, {Quantity: part.Quantity}},
		"unit saving, part 2, quantity: a number with": {part, {What: "gas", Factor: part.Factor}},
		`sum of the parts "-0.0008 tCO2e": above 0`:    {{What: "power", Quantity: ghg.MustQuantity("-2 kWh"), Factor: part.Factor}},
		"unit saving, gas: CO2e on ": {part,
			{What: "gas", Quantity: ghg.MustQuantity("1 m3"), Factor: ghg.MustCO2e("2 kgCO2e (AR5)")}},
		`sum of the parts "0 tCO2e": above 0 is allow`: {part, {What: "power", Quantity: ghg.MustQuantity("-2 kWh"), Factor: part.Factor}},
	} {
		s, err := participation.SavesParts(parts...)
		assert.Error(t, err, want)
		if want != "unit saving, gas: CO2e on " {
			assert.ErrorContains(t, err, want)
		} else {
			var metric *ghg.MetricMismatchError
			assert.ErrorAs(t, err, &metric)
		}
		assert.False(t, s.Known())
	}
	// A heat pump needs power and saves gas.
	s := must(participation.SavesParts(participation.SavingPart{What: "power", Quantity: ghg.MustQuantity("-2 kWh"), Factor: part.Factor},
		participation.SavingPart{What: "gas", Quantity: ghg.MustQuantity("1 m3"), Factor: ghg.MustCO2e("2 kgCO2e")}))
	same(t, "1.2", s.CO2e().In(ghg.Kilogram))
	assert.True(t, s.Known())
	assert.Equal(t, "0.001 tCO2e", saves("1 kgCO2e").Explain())
	all := make([]participation.SavingPart, 100)
	for i := range all {
		all[i] = part
	}
	same(t, "80", must(participation.SavesParts(all...)).CO2e().In(ghg.Kilogram))
}

// The unit saving of the third action from its parts. The release does not
// state the factors; those of the test are a guess that gives 75.1 kg. With
// Korea's carbon content of city gas (15.272 tC/TJ × 44/12 × 38.9 MJ/Nm3 = 2.178
// kg) it would print as 75.2.
func TestUnitSavingDaegu(t *testing.T) {
	parts := func(gas string) participation.UnitSaving {
		return must(participation.SavesParts(
			participation.SavingPart{What: "electricity", Quantity: ghg.MustQuantity("12.4 kWh"), Factor: ghg.MustCO2e("0.4594 kgCO2e")},
			participation.SavingPart{What: "city gas", Quantity: ghg.MustQuantity("31.9 Nm3"), Factor: ghg.MustCO2e(gas + " kgCO2e")}))
	}
	printed := must(ghg.ParseFigure("75.1", ghg.Kilogram))
	same(t, "75.11096", parts("2.176").CO2e().In(ghg.Kilogram)) // 5.69656 + 69.4144
	assert.True(t, printed.Reproduces(parts("2.176").CO2e().Tonnes()))
	same(t, "75.17476", parts("2.178").CO2e().In(ghg.Kilogram)) // 5.69656 + 69.4782
	assert.False(t, printed.Reproduces(parts("2.178").CO2e().Tonnes()))
}

func saves(co2e string) participation.UnitSaving {
	return must(participation.Saves(ghg.MustCO2e(co2e), ""))
}
