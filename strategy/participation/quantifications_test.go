package participation_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A town wants its thermostat campaign to grow from 10 % of 20,000 households to 40 %,
// while 5 % and later 8 % would turn down the heating anyway; from 2030 on fewer habits
// are lost. In its plan that is two ways to count one action.
func ExampleQuantifications() {
	saving, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "난방"}, strategy.Overlapping, "난방", ghg.Household,
		ghg.MustCO2e("75.1 kgCO2e"), "programme's own figure")
	if err != nil {
		fmt.Println(err)
		return
	}
	var programmes []participation.Programme
	for _, year := range []struct {
		year                            int
		adoption, baseline, persistence string
	}{{2026, "10%", "5%", "80%"}, {2028, "25%", "6%", "80%"}, {2030, "40%", "8%", "90%"}} {
		p, err := participation.New(participation.Definition{
			Name: "Thermostat", Year: year.year, Persistence: ghg.MustShare(year.persistence), Overlap: ghg.MustShare("100%"), Source: "survey",
			Actions: []participation.CitizenAction{{ID: "thermostat", NameKo: "난방온도 낮추기", Unit: ghg.Household, Eligible: 20000,
				Adoption: ghg.MustShare(year.adoption), Baseline: ghg.MustShare(year.baseline),
				Saves: []strategy.UnitEffect{saving}, Evidence: participation.Sampled}},
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		programmes = append(programmes, p)
	}
	quantifications, err := participation.Quantifications(strategy.Expected, programmes...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range quantifications {
		net, err := q.Net(strategy.Expected, 2026, 2030)
		if err != nil {
			fmt.Println(err)
			return
		}
		for year, cut := range net.All() {
			doing, _ := q.Quantity(strategy.Expected, year)
			fmt.Printf("%s: %d %s, %s, %s\n", q.ID(), year, q.Counts(), doing.Korean(), cut)
		}
	}
	action := strategy.Action{ID: "C-1", Quantifications: quantifications} // and so into a plan
	fmt.Println(len(action.Quantifications))
	_, err = participation.Quantifications(strategy.Verified, programmes...)
	fmt.Println(err)
	// Output:
	// thermostat: 2026 난방온도 낮추기, 2000 가구, 60.08 tCO2e
	// thermostat: 2028 난방온도 낮추기, 5000 가구, 228.304 tCO2e
	// thermostat 2030: 2030 난방온도 낮추기, 8000 가구, 432.576 tCO2e
	// 2
	// programme of 2026: action "thermostat": sampled adoption bears no verified reduction, only potential, claimed, expected and implemented
}

// A pledge is no verified reduction. The metered part is, and says who verified it.
func ExampleProgramme_Supporting() {
	p := town()
	_, err := participation.Quantifications(strategy.Verified, p)
	var evidence *participation.EvidenceError
	if errors.As(err, &evidence) {
		fmt.Println("without", evidence.Action)
	}
	metered, _ := p.Supporting(strategy.Verified)
	list, err := participation.Quantifications(strategy.Verified, metered)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range list {
		by, _ := q.Verifier(2026)
		fmt.Println(by)
		fmt.Println(q.Explain(strategy.Verified, 2026))
	}
	// Output:
	// without cycling
	// 점검위원회 2027-03
	// heating: verified reduction in 2026 = 18 tCO2e (AR5)
	//   x[y]   # heating, done in the year
	//   x0[y]   # without the project
	//       y     x [person]  x0 [person]
	//       2026  300         50           점검위원회 2027-03
	//   K    = x[2026] - x0[2026] = 300 - 50 = 250 person   # quantity that works in 2026
	//   k[j]   # share that counts
	//       j  k
	//       1  0.9  persistence; council paper
	//       2  0.8  overlap within; council paper
	//   kept = prod(j: k[j]) = 0.9 × 0.8 = 0.72   # share that counts of all reasons
	//   N    = (x[2026] - x0[2026]) × kept = (300 - 50) × 0.72 = 180 person   # quantity that counts
	//   s1   = 1 person/person   # what one saves on heating; source: survey
	//   f1   = 0.1 tCO2e (AR5)/person   # factor of heating, of all years; source: survey
	//   C1   = N × s1 × f1 = 180 × 1 × 0.1 = 18 tCO2e (AR5)   # reduction on heating
	// rounding: to 24 decimal places, half away from zero: K, N
	// rounding: to 12 decimal places, half away from zero: C1
}

// Years that are counted in one way are one quantification, whatever lies between; what
// differs in documents or in what one saves is another.
func TestQuantifications(t *testing.T) {
	of := func(year int, change func(d *participation.Definition)) participation.Programme {
		d := programme("90%", "100%", action("heating", "30%", "0%", "0.1 tCO2e", participation.Metered),
			action("bus", "10%", "0%", "0.2 tCO2e", participation.Metered), participation.CitizenAction{ID: "e-mail"})
		d.Year = year
		if change != nil {
			change(&d)
		}
		return must(participation.New(d))
	}
	list := must(participation.Quantifications(strategy.Expected, of(2029, nil), of(2026, nil),
		of(2027, func(d *participation.Definition) { d.Persistence = ghg.MustShare("70%") }),
		of(2028, func(d *participation.Definition) {
			d.Actions[0].Unit, d.Actions[0].Saves = ghg.Household, saves("heating", ghg.Household, "0.1 tCO2e")
			d.Source = "survey of 2028"
		}),
		of(2030, func(d *participation.Definition) {
			d.Actions[0].Baseline, d.Actions = ghg.MustShare("1%"), d.Actions[:1]
		}),
		of(2031, func(d *participation.Definition) {
			d.Actions = []participation.CitizenAction{action("walk", "10%", "0%", "0.2 tCO2e", participation.Metered)}
		})))
	var got []string
	for _, q := range list {
		line := q.ID() + ":"
		for y := range q.Years(strategy.Expected) {
			line += fmt.Sprintf(" %d", y)
		}
		got = append(got, line)
	}
	assert.Equal(t, []string{"heating: 2026 2029 2030", "heating 2027: 2027", "heating 2028: 2028", "bus: 2026 2028 2029", "bus 2027: 2027",
		"walk: 2031"}, got)

	d := list[0].Definition()
	assert.Equal(t, "heating", d.Counts, "it has no other name")
	assert.Equal(t, strategy.DoneInYear, d.Counting)
	assert.Equal(t, []strategy.Judged{{Why: strategy.Persistence, Kept: ghg.MustShare("90%")}}, d.Judged, "what keeps all is left out")
	assert.Equal(t, "council paper", d.Source)
	require.Len(t, d.Quantities, 1)
	same(t, "300", d.Quantities[0].ByYear[2030])
	same(t, "10", d.Quantities[0].Without[2030])
	same(t, "0", d.Quantities[0].Without[2026])
	assert.Nil(t, list[3].Definition().Quantities[0].Without, "nobody would anyway")
	assert.Equal(t, "", list[3].Definition().Quantities[0].Source)
	assert.Equal(t, "survey of 2028", list[3].Definition().Quantities[1].Source, "each year keeps its document")
}

// In a plan the action counts what the result says, and where its years differ too.
func TestInAPlan(t *testing.T) {
	of := func(year int, persistence string) participation.Programme {
		d := programme(persistence, "90%", action("heating", "30%", "5%", "0.1 tCO2e (AR5)", participation.Sampled),
			action("bus", "10%", "5%", "0.2 tCO2e (AR5)", participation.Sampled))
		d.Year, d.Actions[0].Eligible = year, 700
		return must(participation.New(d))
	}
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "C", Name: "Citizens"}}}))
	years := []participation.Programme{of(2026, "80%"), of(2027, "70%"), of(2028, "80%")}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "town", Framework: framework,
		View: gpc.Basic, Metric: ghg.AR5, Through: 2030, Actions: []strategy.Action{{ID: "C-1", Name: "1110", Area: "C", Source: "plan",
			Quantifications: must(participation.Quantifications(strategy.Expected, years...))}}})
	require.NoError(t, err)
	want := []string{"19.8", "17.325", "19.8"} // (700 × 0.25 × 0.1 + 1000 × 0.05 × 0.2) × p × 0.9
	for i, year := range years {
		total := must(p.Total(strategy.Expected, year.Year()))
		same(t, want[i], total.CO2e.Tonnes())
		assert.True(t, total.CO2e.Equal(must(year.Result()).Total.Net))
		assert.Equal(t, 1, total.Quantified)
	}
}

func TestNamesInPlans(t *testing.T) {
	d := programme("90%", "80%", action("a", "30%", "5%", "1 tCO2e", participation.Metered),
		action("b", "30%", "5%", "1 tCO2e", participation.Metered), action("c", "30%", "5%", "1 tCO2e", participation.Metered))
	d.Actions[0].Name, d.Actions[0].NameKo, d.Actions[1].NameKo = "cycling", "자전거", "난방"
	list := must(participation.Quantifications(strategy.Implemented, must(participation.New(d))))
	assert.Equal(t, "cycling", list[0].Counts())
	assert.Equal(t, "난방", list[1].Counts())
	assert.Equal(t, "c", list[2].Counts())
	net, _ := must(list[0].Net(strategy.Implemented, 2026, 2026)).At(2026)
	same(t, "180", net.Tonnes()) // 1000 × 0.25 × 0.72
	d.Actions[0].Adoption = ghg.MustShare("2%")
	list = must(participation.Quantifications(strategy.Implemented, must(participation.New(d))))
	net, _ = must(list[0].Net(strategy.Implemented, 2026, 2026)).At(2026)
	same(t, "-21.6", net.Tonnes())
}

// The factors of the grid are those of each year, as one series through the plan.
func TestQuantificationsByFactorsOfTheYear(t *testing.T) {
	of := func(year int) participation.Programme {
		d := programme("100%", "100%", participation.CitizenAction{ID: "heating", Unit: ghg.Household, Eligible: 1000,
			Adoption: ghg.MustShare("50%"), Baseline: ghg.MustShare("0%"), Saves: heating("2"), Evidence: participation.Sampled})
		d.Year = year
		return must(participation.New(d))
	}
	list := must(participation.Quantifications(strategy.Expected, of(2026), of(2027)))
	require.Len(t, list, 1)
	net := must(list[0].Net(strategy.Expected, 2026, 2027))
	a, _ := net.At(2026)
	b, _ := net.At(2027)
	same(t, "34.74828", a.Tonnes()) // 500 × (12.4 × 0.4594 + 31.9 × 2) kg = 500 × 69.49656
	same(t, "34.38", b.Tonnes())    // 500 × (12.4 × 0.4 + 63.8) kg = 500 × 68.76
}

// Households and people are never counted in one row, whatever one of them saves.
func TestAnotherUnitIsAnotherQuantification(t *testing.T) {
	of := func(year int, unit ghg.Unit, eligible int64) participation.Programme {
		d := programme("100%", "100%", participation.CitizenAction{ID: "heating", Unit: unit, Eligible: eligible,
			Adoption: ghg.MustShare("50%"), Baseline: ghg.MustShare("10%"), Saves: heating("2"), Evidence: participation.Sampled})
		d.Year = year
		return must(participation.New(d))
	}
	list := must(participation.Quantifications(strategy.Expected, of(2026, ghg.Household, 1000), of(2027, ghg.Person, 2400)))
	require.Len(t, list, 2)
	first, _ := list[0].Quantity(strategy.Expected, 2026)
	second, _ := list[1].Quantity(strategy.Expected, 2027)
	assert.Equal(t, []string{"500 household", "1200 person"}, []string{first.String(), second.String()})
}

// Overlap is said once: by the programme, or by its savings.
func TestOverlapSaidTwice(t *testing.T) {
	for overlap, want := range map[string]int{"100%": 0, "80%": 1} {
		d := programme("90%", overlap, action("heating", "30%", "5%", "0.1 tCO2e", participation.Sampled))
		d.Actions[0].Saves[0].Interaction = strategy.Overlapping
		list := must(participation.Quantifications(strategy.Expected, must(participation.New(d))))
		n := 0
		for _, f := range list[0].Findings(strategy.Expected, 2026, 2026).All {
			if f.Code == strategy.FindingDeductedTwice {
				n++
			}
		}
		assert.Equal(t, want, n, overlap)
	}
}

func TestQuantificationsRefusals(t *testing.T) {
	of := func(kind strategy.Kind, programmes ...participation.Programme) error {
		list, err := participation.Quantifications(kind, programmes...)
		assert.Nil(t, list)
		return err
	}
	year := func(y int, a ...participation.CitizenAction) participation.Programme {
		d := programme("90%", "80%", a...)
		d.Year = y
		return must(participation.New(d))
	}
	x := action("x", "30%", "5%", "1 tCO2e", participation.Metered)
	p := year(2025, x)
	assert.ErrorContains(t, of(strategy.Expected), "quantifications, programmes: that of at least one year is needed")
	assert.ErrorContains(t, of(0, p), strategy.ErrNoKind.Error())
	assert.ErrorContains(t, of(77, p), `unknown kind of reduction "unknown (77)"`)
	assert.ErrorContains(t, of(strategy.Expected, p, participation.Programme{}), "no programme given")
	var twice *ghg.TwiceError
	require.ErrorAs(t, of(strategy.Expected, p, year(2026, x), p), &twice)
	assert.Equal(t, "2025", twice.ID)
	require.ErrorAs(t, of(strategy.Expected, p, year(2026, action("x", "30%", "5%", "2 tCO2e", participation.Metered),
		action("x 2026", "30%", "5%", "2 tCO2e", participation.Metered))), &twice)
	assert.Equal(t, "x 2026", twice.ID)
	var metric *ghg.MetricMismatchError
	err := of(strategy.Expected, year(2026, action("x", "30%", "5%", "1 tCO2e (AR5)", participation.Metered)), p)
	require.ErrorAs(t, err, &metric)
	assert.ErrorContains(t, err, "programme of 2026")
	var evidence *participation.EvidenceError
	err = of(strategy.Verified, p, year(2026, action("x", "30%", "5%", "1 tCO2e", participation.Sampled)))
	require.ErrorAs(t, err, &evidence)
	assert.True(t, strings.HasPrefix(err.Error(), `programme of 2026: action "x": sampled`), err)
	assert.ErrorContains(t, of(strategy.Verified, p), `quantities 1, by: say who verified, and in which document`)
	list, err := participation.Quantifications(strategy.Expected, year(2025, participation.CitizenAction{ID: "e-mail"}))
	assert.NoError(t, err)
	assert.Empty(t, list)
}
