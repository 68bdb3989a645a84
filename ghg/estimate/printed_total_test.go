package estimate_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// totals tells several totals by printed factors.
type totals struct {
	amount  string // MWh
	factors []estimate.Parameter
	metrics []ghg.Metric
}

func (totals) Title() words.Term { return words.Term{En: "totals", Ko: "합계"} }
func (totals) Equation() string  { return "a test's" }
func (totals) Variant() ghg.Variant {
	return ghg.MarketBased
}

func (m totals) Work(w *estimate.Worksheet) {
	name := words.Term{En: "electricity", Ko: "전기"}
	q := w.Quantity("Q", name, ghg.MustQuantity(m.amount), ghg.MegawattHour, "bills")
	for i, f := range m.factors {
		n := string(rune('A' + i))
		ef := w.Parameter("EF_"+n, name, f, ghg.MustRateUnit("t CO2e/MWh"))
		w.EmitsCO2e("E_"+n, name, m.metrics[i], "Q × EF_"+n, estimate.Exactly, q.Mul(ef))
	}
}

func TestTotalsAddUpOnOneMetric(t *testing.T) {
	m := totals{"20 MWh", []estimate.Parameter{estimate.MustParameter("0.3 t CO2e/MWh", ""), estimate.MustParameter("50 kg CO2e/MWh", "")},
		[]ghg.Metric{ghg.AR5, ghg.AR5}}
	e, err := estimate.Of(m)
	require.NoError(t, err)
	sum, err := e.CO2e(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "7 tCO2e (AR5)", sum.String())
	assert.Empty(t, e.Explain().Replay())
	records := e.Records(ghg.Record{})
	require.Len(t, records, 1)
	assert.True(t, records[0].Gas.IsZero())
	assert.Equal(t, ghg.MarketBased, records[0].Variant)

	m.metrics[1] = ghg.SAR
	_, err = estimate.Of(m)
	assert.ErrorContains(t, err, "do not meet")
	m.metrics[1] = ghg.Metric{}
	_, err = estimate.Of(m)
	assert.ErrorContains(t, err, "E_B")
}

// A product with more decimal places than are reported is rounded to them, and says so.
func TestWhatIsEmittedHasItsPlaces(t *testing.T) {
	m := totals{"0.0000000000001 MWh", []estimate.Parameter{estimate.MustParameter("0.12345678901250001 t CO2e/MWh", "")},
		[]ghg.Metric{ghg.AR5}}
	e, err := estimate.Of(m)
	require.NoError(t, err)
	sum, err := e.CO2e(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "0.000000000000012345678901", sum.Tonnes().String())
	assert.Empty(t, e.Explain().Replay())
	assert.Contains(t, e.Explain().String(), "to 24 decimal places")
}

func TestPrintedTotal(t *testing.T) {
	gases, err := factor.NewEmission(ghg.MegawattHour, ghg.Figure{}, ghg.Metric{}, ghg.MustMass("400 kg CO2"))
	require.NoError(t, err)
	p, err := estimate.PrintedTotal(factor.Published[factor.Emission]{Value: gases})
	require.NoError(t, err)
	assert.True(t, p.IsUnset(), "there is none")
	figure, err := ghg.ParseFigure("417.3", ghg.Kilogram)
	require.NoError(t, err)
	total, err := factor.NewEmission(ghg.MegawattHour, figure, ghg.Unstated)
	require.NoError(t, err)
	p, err = estimate.PrintedTotal(factor.Published[factor.Emission]{Name: "x", Value: total, Source: "a notice",
		On:       ghg.MustDate("2025-12-18"),
		Standing: factor.Approved, Confidence: ghg.HighConfidence})
	require.NoError(t, err)
	assert.Equal(t, "0.4173 t CO2e/MWh (x; a notice; in force from 2025-12-18)", p.String())
	assert.Equal(t, "gwp-basis-not-stated", p.Findings.All[0].Code)
}
