package korea_test

import (
	"fmt"
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
	assert.Equal(t, "5-5 친환경 비료사용 등 친환경농업 확대: 0.00000632 tCO2e per m2 (보급면적)", unit("5-5").String())
	// The unit of electricity is the grid factor of 2021 on SAR, rounded.
	sar := n("474.7").Add(n("0.0125").Mul(n("21"))).Add(n("0.01").Mul(n("310")))
	assert.True(t, unit("1-1/2").Saves().Tonnes().Equal(sar.Shift(-6).Round(7)))
	grid := must(gir.ReductionUnitGrid.Prescribed())
	perKWh := must(grid.Value.For(ghg.MustQuantity("1 kWh")))
	assert.True(t, unit("1-1/2").Saves().Tonnes().Equal(perKWh.Tonnes()))
}

func TestNewReductionUnit(t *testing.T) {
	good := korea.ReductionUnitDefinition{ID: "own", Factor: "대수", Per: "대", Saves: ghg.MustCO2e("1 tCO2e"), Source: "county", Year: 2025}
	u := must(korea.NewReductionUnit(good))
	assert.Equal(t, "own: 1 tCO2e per 대 (대수)", u.String())
	assert.Equal(t, "no reduction unit", korea.ReductionUnit{}.String())
	assert.Empty(t, korea.ReductionUnit{}.ID())
	for name, change := range map[string]func(*korea.ReductionUnitDefinition){
		"factor": func(d *korea.ReductionUnitDefinition) { d.Factor = "" },
		"per":    func(d *korea.ReductionUnitDefinition) { d.Per = "" },
		"long":   func(d *korea.ReductionUnitDefinition) { d.Per = fmt.Sprintf("%201d", 1) },
		"saves":  func(d *korea.ReductionUnitDefinition) { d.Saves = ghg.CO2e{} },
		"source": func(d *korea.ReductionUnitDefinition) { d.Source = "" },
		"year":   func(d *korea.ReductionUnitDefinition) { d.Year = 20 },
	} {
		bad := good
		change(&bad)
		_, err := korea.NewReductionUnit(bad)
		assert.Error(t, err, name)
	}
	good.Per, good.Year = fmt.Sprintf("%200d", 1), 0
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
	q := must(korea.NewQuantification(korea.QuantificationDefinition{Project: "A", Unit: noted, Counting: korea.DoneInYear,
		Planned: map[int]decimal.Decimal{2026: n("1000")}}))
	assert.Contains(t, q.Explain(strategy.Expected, 2026),
		"1000 m2 done in the year (보급면적) × 0.00000632 tCO2e (AR5) per m2 = 0.00632 tCO2e (AR5)")
	assert.Contains(t, q.Explain(strategy.Expected, 2026), "; medium; printed as")
}
