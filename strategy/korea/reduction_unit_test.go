package korea_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReductionUnits(t *testing.T) {
	count, ids := 0, map[string]bool{}
	for u := range korea.ReductionUnits() {
		count++
		d := u.Definition()
		assert.False(t, ids[d.ID], d.ID)
		ids[d.ID] = true
		assert.Positive(t, d.Saves.Sign())
		assert.Equal(t, ghg.Unstated.ID(), d.Saves.Metric().ID())
		assert.NotEmpty(t, d.Sector)
		assert.NotEmpty(t, d.Project)
		assert.Equal(t, "medium", d.Confidence)
		got, ok := korea.FindReductionUnit(d.ID)
		assert.True(t, ok)
		assert.Equal(t, u, got)
	}
	assert.Equal(t, 106, count)
	_, ok := korea.FindReductionUnit("99-1")
	assert.False(t, ok)
	// A street tree of 30 years: 10.1 kg, where others count a pine at 9.1 kg.
	assert.Equal(t, "8-3/5 [도시숲조성] 가로수 심기: 0.0101 tCO2e per 그루 (보급나무수(수령30년))", unit("8-3/5").String())
	assert.Equal(t, "5-5 친환경 비료사용 등 친환경농업 확대: 0.00000632 tCO2e per ㎡ (보급면적)", unit("5-5").String())
	// The unit of electricity is the grid factor of 2021 on SAR, rounded.
	sar := n("474.7").Add(n("0.0125").Mul(n("21"))).Add(n("0.01").Mul(n("310")))
	assert.True(t, unit("1-1/2").Saves().Tonnes().Equal(sar.Shift(-6).Round(7)))
	grid := must(gir.ReductionUnitGrid.Prescribed())
	perKWh := must(grid.Value.For(ghg.MustQuantity("1 kWh")))
	assert.True(t, unit("1-1/2").Saves().Tonnes().Equal(perKWh.Tonnes()))
}

func TestNewReductionUnit(t *testing.T) {
	good := korea.ReductionUnitDefinition{ID: "own", Factor: "대수", Per: ghg.Vehicle, Saves: ghg.MustCO2e("1 tCO2e"),
		Source: "county", Year: 2025}
	u := must(korea.NewReductionUnit(good))
	assert.Equal(t, "own: 1 tCO2e per 대 (대수)", u.String())
	assert.Equal(t, "no reduction unit", korea.ReductionUnit{}.String())
	assert.Empty(t, korea.ReductionUnit{}.ID())
	for name, change := range map[string]func(*korea.ReductionUnitDefinition){
		"factor": func(d *korea.ReductionUnitDefinition) { d.Factor = "" },
		"per":    func(d *korea.ReductionUnitDefinition) { d.Per = ghg.Unit{} },
		"two":    func(d *korea.ReductionUnitDefinition) { d.Written = "RT" },
		"clear":  func(d *korea.ReductionUnitDefinition) { d.Per, d.Written = ghg.Unit{}, "kW" },
		"saves":  func(d *korea.ReductionUnitDefinition) { d.Saves = ghg.CO2e{} },
		"source": func(d *korea.ReductionUnitDefinition) { d.Source = "" },
		"year":   func(d *korea.ReductionUnitDefinition) { d.Year = 20 },
	} {
		bad := good
		change(&bad)
		_, err := korea.NewReductionUnit(bad)
		assert.Error(t, err, name)
	}
	good.Year = 0
	_, err := korea.NewReductionUnit(good)
	assert.NoError(t, err)

	_, err = korea.ReductionUnit{}.AssumeMetric(ghg.SAR, "x")
	assert.ErrorContains(t, err, "no reduction unit given")
	_, err = u.AssumeMetric(ghg.Metric{}, "x")
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = u.AssumeMetric(ghg.SAR, "")
	assert.ErrorContains(t, err, "say why")
	noted := must(unit("5-5").AssumeMetric(ghg.AR5, "plan, page 3"))
	assert.Equal(t, "printed as 6.32×10-6; taken as AR5: plan, page 3", noted.Definition().Note)
	assert.Empty(t, u.Definition().Note)
	_, err = korea.NewReductionUnit(korea.ReductionUnitDefinition{})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 4, "all at once")
}

// Every unit of the table is one of activity data, but for the ton of refrigeration,
// which is read in more than one way. What is electricity alone holds the appendix's grid.
func TestUnitsOfTheAppendix(t *testing.T) {
	var unclear, electric []string
	for u := range korea.ReductionUnits() {
		d := u.Definition()
		if u.Per().IsZero() {
			unclear = append(unclear, u.ID()+" "+d.Written)
		}
		if d.Per == ghg.KilowattHour {
			assert.False(t, d.Contains.IsZero(), u)
		}
		if !d.Contains.IsZero() {
			electric = append(electric, u.ID())
			f := must(d.Contains.At(2030))
			assert.Equal(t, "0.4781 tCO2e (SAR)", f.CO2e.String())
			assert.True(t, d.Contains.IsOf("전력"))
		}
	}
	assert.Equal(t, []string{"1-9/1 RT", "5-3 RT"}, unclear)
	assert.Len(t, electric, 24)
	assert.Equal(t, "use", unit("4-14/1").Per().String())
	assert.Equal(t, "회", unit("4-14/1").Per().Korean())
	assert.True(t, unit("6-10/2").Per() == ghg.Household, "세대")
}

func TestPublishedUnitOfATable(t *testing.T) {
	on := strategy.EmissionSource{EndUse: "전력"}
	p := must(unit("1-1/2").PublishedUnit(on, strategy.Overlapping))
	assert.Equal(t, "1-1/2", p.ID)
	assert.Equal(t, on, p.On)
	assert.Equal(t, ghg.KilowattHour, p.Per)
	assert.Equal(t, strategy.Overlapping, p.Interaction)
	assert.True(t, p.Contains.IsOf("electricity"))
	_, err := korea.ReductionUnit{}.PublishedUnit(on, 0)
	assert.ErrorContains(t, err, "no reduction unit given")

	// 0.4781 kg a kWh are the saving of no car.
	d := strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.Vehicle, Counting: strategy.DoneInYear, Published: p,
		Quantities: planned(map[int]decimal.Decimal{2026: n("5")}, nil), Source: "plan"}
	_, err = strategy.NewQuantification(d)
	assert.ErrorContains(t, err, `published unit "1-1/2", per "kWh": the quantities are in vehicle`)
	d.Unit = ghg.KilowattHour
	_, err = strategy.NewQuantification(d)
	assert.NoError(t, err)
}

func TestChangedUnitsRefuse(t *testing.T) {
	grid := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2024, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")}}}))
	u := unit("1-1/1")
	_, err := u.Restated(grid, 2025)
	var missing *ghg.NoFigureError
	assert.ErrorAs(t, err, &missing)
	_, err = u.Restated(ghg.Factors{}, 2024)
	assert.ErrorIs(t, err, ghg.ErrNoFactors)
	_, err = korea.ReductionUnit{}.Restated(grid, 2024)
	assert.ErrorContains(t, err, "no reduction unit given")
	gases := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2024, Gases: []ghg.Mass{ghg.MustMass("0.41 t CO2")}}}}))
	_, err = u.Restated(gases, 2024)
	assert.ErrorIs(t, err, ghg.ErrFactorsByGas)
	ours := must(u.Restated(grid, 2024))
	assert.Equal(t, "restated from 0.4781 tCO2e (SAR) to 0.4173 tCO2e (AR5) of 2024 (GIR)", ours.Definition().Note)
	assert.True(t, ours.Definition().Contains.IsOf("electricity"))
	again := must(ours.Restated(grid, 2024))
	assert.True(t, again.Saves().Equal(ours.Saves()))

	rt := unit("1-9/1")
	for _, err := range []error{
		second(korea.ReductionUnit{}.AssumePer(ghg.MustUnit("USRT"), "x")), second(u.AssumePer(ghg.MustUnit("kW"), "x")),
		second(rt.AssumePer(ghg.Unit{}, "x")), second(rt.AssumePer(ghg.MustUnit("USRT"), "")),
	} {
		assert.Error(t, err)
	}
}

func second[T any](_ T, err error) error { return err }
