package participation_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Heating 2 °C lower, as energy times the factors of the year. The release names the
// energy, not the factors: those here are an example.
func ExampleCitizenAction() {
	p, err := participation.New(participation.Definition{
		Name: "Cool town", Year: 2026, Persistence: ghg.MustShare("100%"), Overlap: ghg.MustShare("100%"), Source: "council paper",
		Actions: []participation.CitizenAction{{ID: "heating", Unit: ghg.Household, Eligible: 1000,
			Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("5%"), Saves: heating("2.176"), Evidence: participation.Metered}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Result()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Explain())
	for a := range p.Actions() {
		fmt.Println(a.ID, a.IsQuantified())
	}
	// Output:
	// programme "Cool town" in 2026: net reduction as a share of the potential = 0.25
	//   N[i]   # those who may take part
	//   a[i]   # share that takes part
	//   a0[i]   # share that would without the programme
	//   s[i]   # what one saves
	//       i  N     a    a0    s [tCO2e]
	//       1  1000  0.3  0.05  0.07511096  heating, metered; prsinmun 29125; factor example
	//   p = 1   # persistence; source: council paper
	//   o = 1   # share left after overlap; source: council paper
	//   x[i] = N[i] × a[i]   # those who take part
	//   x0[i] = N[i] × a0[i]   # those who would without the programme
	//   Gi[i]   # gross of the action
	//   Ai[i]   # additional of the action
	//   Ci[i]   # net of the action
	//   Mi[i]   # potential of the action
	//       i  x    x0  Gi [tCO2e]  Ai [tCO2e]  Ci [tCO2e]  Mi [tCO2e]
	//       1  300  50  22.533288   18.77774    18.77774    75.11096    heating, metered; prsinmun 29125; factor example
	//   G = sum(i: Gi[i]) = 22.533288 tCO2e   # gross
	//   A = sum(i: Ai[i]) = 18.77774 tCO2e   # additional
	//   C = sum(i: Ci[i]) = 18.77774 tCO2e   # net
	//   M = sum(i: Mi[i]) = 75.11096 tCO2e   # potential
	//   R = C / M = 18.77774 / 75.11096 = 0.25, where M ≠ 0   # net as a share of the potential
	// rounding: to 12 decimal places, half away from zero: R
	// heating true
}

// heating saves electricity and gas in a household.
func heating(kgPerNm3 string) []strategy.UnitEffect {
	factors := func(of string, per ghg.Unit, years ...ghg.Factor) ghg.Factors {
		return must(ghg.NewFactors(ghg.FactorsDefinition{Of: of, Source: "example", Per: per, Years: years}))
	}
	return []strategy.UnitEffect{
		{On: strategy.EmissionSource{Fuel: "전력", EndUse: "냉난방"}, Saves: ghg.MustQuantity("12.4 kWh"), Source: "prsinmun 29125",
			Factors: factors("전력", ghg.MegawattHour, ghg.Factor{Year: 2026, CO2e: ghg.MustCO2e("0.4594 tCO2e")},
				ghg.Factor{Year: 2027, CO2e: ghg.MustCO2e("0.4 tCO2e")}), Of: strategy.OfYear},
		{On: strategy.EmissionSource{Fuel: "도시가스", EndUse: "냉난방"}, Saves: ghg.MustQuantity("31.9 Nm3"), Source: "prsinmun 29125",
			Factors: factors("도시가스", ghg.NormalCubicMetre, ghg.Factor{CO2e: ghg.MustCO2e(kgPerNm3 + " kgCO2e")})},
	}
}

func action(id, adoption, baseline, saving string, e participation.EvidenceLevel) participation.CitizenAction {
	return participation.CitizenAction{ID: id, Unit: ghg.Person, Eligible: 1000,
		Adoption: ghg.MustShare(adoption), Baseline: ghg.MustShare(baseline), Saves: saves(id, ghg.Person, saving), Evidence: e}
}

// saves is a stated amount that one saves.
func saves(on string, unit ghg.Unit, co2e string) []strategy.UnitEffect {
	return []strategy.UnitEffect{must(strategy.FixedSaving(strategy.EmissionSource{EndUse: on}, 0, on, unit, ghg.MustCO2e(co2e), "survey"))}
}

func TestSavesRefusals(t *testing.T) {
	power, gas := heating("2.176")[0], heating("2.176")[1]
	minus := power
	minus.Saves = ghg.MustQuantity("-2 kWh")
	ar5 := saves("gas", ghg.Household, "1 tCO2e (AR5)")[0]
	other := power
	other.Of = strategy.OfInstallation
	for want, list := range map[string][]strategy.UnitEffect{
		`action "x", effect 2, source: name what it acts on`:                {power, {Saves: power.Saves, Factors: power.Factors, Of: power.Of}},
		`action "x", effect 1, saves: say what one saves a year`:            {{On: power.On, Factors: power.Factors, Of: power.Of}},
		`action "x", saves "-0.0009188 tCO2e": what one saves in 2026 on a`: {minus},
		`action "x", effect 2, source "전력, 냉난방": two effects act on it`:     {power, power},
		`action "x", effects "51": at most 50 are allowed`:                  make([]strategy.UnitEffect, 51),
		`action "x", effect 1, factor of "of the year of installation": wh`: {other},
		`action "x", unit "household": quantities that are shares of a sou`: {strategy.WholeSource(power.On, 0)},
		`action "x", effect 2, metric "AR5": CO2e on `:                      {gas, ar5},
		`action "x": quantification "x" on 전력, 냉난방 in 2031: factors of`:     nil,
	} {
		d := programme("1", "1", participation.CitizenAction{ID: "x", Unit: ghg.Household, Eligible: 10, Saves: list,
			Adoption: ghg.MustShare("50%"), Baseline: ghg.MustShare("0%"), Evidence: participation.Pledge})
		if list == nil {
			d.Year, d.Actions[0].Saves = 2031, []strategy.UnitEffect{power}
		}
		_, err := participation.New(d)
		assert.ErrorContains(t, err, want)
		var metric *ghg.MetricMismatchError
		assert.Equal(t, len(list) == 2 && list[1].On == ar5.On, errors.As(err, &metric), want)
		var lacks *ghg.NoFigureError
		assert.Equal(t, list == nil, errors.As(err, &lacks), want)
	}
	// A heat pump needs power and saves gas.
	pump := gas
	pump.Saves = ghg.MustQuantity("1 Nm3")
	d := programme("1", "1", participation.CitizenAction{ID: "x", Unit: ghg.Household, Eligible: 10, Saves: []strategy.UnitEffect{minus, pump},
		Adoption: ghg.MustShare("50%"), Baseline: ghg.MustShare("0%"), Evidence: participation.Pledge})
	r := must(must(participation.New(d)).Result())
	same(t, "0.0012572", r.Actions[0].PerOne.Potential.Tonnes()) // 0.002176 - 0.0009188
	same(t, "0.006286", r.Total.Net.Tonnes())

	// What is wrong of a year and of an effect comes together.
	d.Year, d.Actions[0].Saves = 1, []strategy.UnitEffect{{}}
	_, err := participation.New(d)
	require.ErrorContains(t, err, `year "1"`)
	assert.ErrorContains(t, err, `action "x", effect 1, source`)
	d.Actions[0].Saves = []strategy.UnitEffect{power}
	_, err = participation.New(d)
	assert.EqualError(t, err, `programme "town", year "1": years from 1850 to 2300 are allowed`)
}

// The saving of the third action from its parts. The release does not state the factors;
// those of the test are a guess that gives 75.1 kg. With Korea's carbon content of city
// gas (15.272 tC/TJ × 44/12 × 38.9 MJ/Nm3 = 2.178 kg) it would print as 75.2.
func TestSavingDaegu(t *testing.T) {
	one := func(gas string) ghg.CO2e {
		d := programme("1", "1", participation.CitizenAction{ID: "x", Unit: ghg.Household, Eligible: 1056627, Saves: heating(gas),
			Adoption: ghg.MustShare("50%"), Baseline: ghg.MustShare("0%"), Evidence: participation.Pledge})
		return must(must(must(participation.New(d)).Result()).PerOne()).Potential
	}
	printed := must(ghg.ParseFigure("75.1", ghg.Kilogram))
	same(t, "75.11096", one("2.176").In(ghg.Kilogram)) // 5.69656 + 69.4144
	assert.True(t, printed.Reproduces(one("2.176").Tonnes()))
	same(t, "75.17476", one("2.178").In(ghg.Kilogram)) // 5.69656 + 69.4782
	assert.False(t, printed.Reproduces(one("2.178").Tonnes()))
}
