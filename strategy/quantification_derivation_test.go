package strategy_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every way to count, live, judge and take factors gives a derivation that replays, in
// each year; its last step is the effect or the net sum.
func TestQuantificationsReplay(t *testing.T) {
	lives := []strategy.Life{{Years: 10}, {Years: 3, RenewedTo: 2029}, {Years: 2, RenewedTo: 2033}, {Decay: ghg.MustShare("2.5%")},
		{Years: 4, Decay: ghg.MustShare("1.25%"), RenewedTo: 2030}, {ByAge: []ghg.Share{ghg.MustShare("50%"), ghg.MustShare("100%"),
			ghg.MustShare("33.3%")}}, {}}
	perYear := petrolCar("1.8", "1.77", "1.71", "1.7", "1.66", "1.6", "1.5")
	known := 0
	for _, life := range lives {
		for _, rule := range []strategy.FactorOf{strategy.OfYear, strategy.OfInstallation, strategy.FrozenAt(2026)} {
			for variant := range 4 {
				d := electricCars(perYear, rule)
				d.Life = life
				if variant&1 == 1 {
					d.Judged = append(judged(strategy.FreeRiders, "33.3%", "survey"), judged(strategy.Persistence, "90%", "survey")...)
				}
				if variant&2 == 2 {
					d.Quantities[0].Without = carsByYear(2024, 20, 31, 47, 0, 5, 7, 11)
					d.Published = strategy.PublishedUnit{ID: "4-1", Saves: ghg.MustCO2e("0.97 tCO2e (AR5)"), Source: "appendix 3"}
				}
				q := must(strategy.NewQuantification(d))
				for year := 2023; year <= 2034; year++ {
					x := q.Explain(strategy.Expected, year)
					require.False(t, x.IsZero())
					require.Empty(t, x.Replay(), x)
					r, err := q.Net(strategy.Expected, year, year)
					if err != nil {
						continue
					}
					known++
					want, _ := r.At(year)
					net, ok := x.Step("C")
					require.True(t, ok, x)
					require.True(t, net.Values[0].Number.Equal(want.Tonnes()), x)
				}
			}
		}
	}
	assert.Greater(t, known, 300)
}

// A year that is not given is a gap only for those that it works in.
func TestExplainedGap(t *testing.T) {
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Effects = d.Effects[:1]
	d.Life = strategy.Life{Years: 2, RenewedTo: 2032}
	d.Quantities[0].ByYear = map[int]decimal.Decimal{2024: decimal.New(100, 0), 2026: decimal.New(50, 0), 2027: decimal.New(25, 0)}
	q := must(strategy.NewQuantification(d))
	unknown := q.Explain(strategy.Expected, 2026)
	assert.Contains(t, unknown.Korean(), "미상")
	d.Life = strategy.Life{Years: 1}
	q = must(strategy.NewQuantification(d))
	x := q.Explain(strategy.Expected, 2027)
	assert.Contains(t, x.String(), "sum(y = max(2024; 2027 - L + 1)..2027: x[y]) = 25 vehicle")
	assert.Contains(t, x.String(), "2025  undefined")
}
