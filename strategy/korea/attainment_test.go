package korea_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAttainment(t *testing.T) {
	d := digester()
	a := must(korea.AttainmentOf("W-01", must(strategy.NewQuantification(d)), 2028, noBase))
	assert.Equal(t, "the year was not monitored", a.OfQuantity.Undefined())
	assert.Equal(t, `project "W-01", quantification "1" in 2028: quantity monitored not stated / planned 2400.5 톤 = undefined: `+
		"the year was not monitored; reduction implemented not stated / expected 134.428 tCO2e = undefined: "+
		"no reduction is known of what was done", a.Details())
	a = must(korea.AttainmentOf("W-01", must(strategy.NewQuantification(d)), 2040, noBase))
	assert.Equal(t, "no target quantity is stated for the year", a.OfQuantity.Undefined())
	assert.Equal(t, "no reduction is planned for the year", a.OfReduction.Undefined())
	d.Quantities[1].ByYear[2026] = n("12")
	a = must(korea.AttainmentOf("W-01", must(strategy.NewQuantification(d)), 2026, noBase))
	assert.Equal(t, "nothing was planned for the year", a.OfQuantity.Undefined(), "12 tonnes of 0 planned is no rate")
	assert.Equal(t, "the planned reduction is 0", a.OfReduction.Undefined())
	assert.Equal(t, "0.672 tCO2e", a.Implemented.String())

	rows := must(korea.MonitoringPerformance(2028, korea.OwnStatusRules, county(), noBase))
	assert.Len(t, rows, 3)
	assert.Zero(t, rows[0].Status)
	assert.Empty(t, must(korea.MonitoringPerformance(2040, korea.OwnStatusRules, county(), noBase)))
	_, err := korea.MonitoringPerformance(2027, korea.StatusRules{}, county(), noBase)
	assert.ErrorContains(t, err, "no rules of status given")
}

// The attainment of quantity is not that of the reduction: those who would have acted
// anyway are among those who take part.
func TestAttainmentOfReductionIsAnother(t *testing.T) {
	d := strategy.QuantificationDefinition{ID: "1", Counts: "참여 가구", Unit: ghg.Household, Counting: strategy.StandingInYear, Source: "1110",
		Quantities: []strategy.Quantities{
			{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2026: n("316988.1")}, Without: map[int]decimal.Decimal{2026: n("105662.7")}},
			{Kind: strategy.Implemented, ByYear: map[int]decimal.Decimal{2026: n("250000")}, Without: map[int]decimal.Decimal{2026: n("105662.7")}}},
		Effects: []strategy.UnitEffect{must(strategy.FixedSaving(strategy.EmissionSource{EndUse: "가정"}, 0, "가구", ghg.Household,
			ghg.MustCO2e("0.0751 tCO2e"), "1110"))}}
	a := must(korea.AttainmentOf("C-2", must(strategy.NewQuantification(d)), 2026, noBase))
	assert.Equal(t, "78.9%", a.OfQuantity.Percent(1))
	assert.Equal(t, "68.3%", a.OfReduction.Percent(1))
	assert.Equal(t, "15870.53754 tCO2e", a.Expected.String())
}

// What was verified was done too. Who verified it is said.
func TestVerifiedQuantities(t *testing.T) {
	d := cars()
	d.Quantities = append(d.Quantities[:1], strategy.Quantities{Kind: strategy.Verified, By: "KECO, letter of 2027-05-02",
		ByYear: map[int]decimal.Decimal{2026: n("96")}})
	q := must(strategy.NewQuantification(d))
	a := must(korea.AttainmentOf("T-01", q, 2026, noBase))
	assert.Equal(t, "96 vehicle", a.Monitored.String())
	assert.Equal(t, "93.12 tCO2e", a.Implemented.String())
	assert.Equal(t, "80.0%", a.OfQuantity.Percent(1))
	assert.Contains(t, a.Details(), "; verified: KECO, letter of 2027-05-02")
	rows := must(korea.MonitoringPerformance(2026, korea.OwnStatusRules, planOf(action("T-01", "T", d)), noBase))
	assert.Equal(t, "KECO, letter of 2027-05-02", rows[0].VerifiedBy)
	for kind, want := range map[strategy.Kind]string{strategy.Expected: "116.4 tCO2e", strategy.Verified: "93.12 tCO2e"} {
		c, ok := must(q.ByPublishedUnit(kind, 2026, 2026)).At(2026)
		assert.True(t, ok)
		assert.Equal(t, want, c.String())
	}

	// Where both are stated, what was done stands, and what was verified of it is another figure.
	d.Quantities = append(d.Quantities, strategy.Quantities{Kind: strategy.Implemented, ByYear: map[int]decimal.Decimal{2026: n("100")}})
	a = must(korea.AttainmentOf("T-01", must(strategy.NewQuantification(d)), 2026, noBase))
	assert.Equal(t, "100 vehicle", a.Monitored.String())
	assert.Equal(t, "KECO, letter of 2027-05-02: 96 대", a.VerifiedBy)
}

// The rate of reductions in a row is held against its two figures.
func TestRateOfReductionInARow(t *testing.T) {
	d := check()
	d.MonitoringPerformance[0].OfReduction = ghg.Quotient(n("9"), n("10"), "")
	_, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	var got []string
	for _, f := range findings.All {
		if f.Code == korea.FindingAttainment {
			got = append(got, f.Detail)
		}
	}
	assert.Equal(t, []string{"implemented 394.88 tCO2e / expected 431.9 tCO2e = 91.43%, and 90.00% is stated"}, got)
}
