package strategy_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Heat pumps burn no gas and draw electricity, which the baseline has for lights and
// appliances. Appliances that cut 10 % of it cut 10 % of what the pumps draw. Electric cars
// draw electricity where there was none.
func ExamplePortfolio_Evaluate_electrification() {
	gas, power, charging := on("I.1.1", "gas", ""), on("I.1.2", "electricity", ""), on("II.1.2", "electricity", "")
	plan, _, err := strategy.NewPortfolio(town(
		action("heat-pumps", "E", share(gas, "40%", strategy.Overlapping), expected(power, "-12000", strategy.Overlapping)),
		action("appliances", "E", share(power, "10%", strategy.Overlapping)),
		action("electric-cars", "T", expected(on("II.1.1", "petrol", ""), "9000", strategy.Overlapping),
			expected(charging, "-2500", strategy.Overlapping)),
	))
	if err != nil {
		fmt.Println(err)
		return
	}
	base, err := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{
		gas: "100000", power: "60000", on("II.1.1", "petrol", ""): "50000", charging: "0"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	for s := range y.BySource() {
		fmt.Println(s.On, s.Baseline.Tonnes(), "to", s.Emissions.Tonnes())
	}
	for a := range y.Total().ByAction() {
		fmt.Println(a.Action.ID, a.CO2e.Tonnes())
	}
	// Output:
	// GPC 1.1 I.1.1, gas 100000 to 60000
	// GPC 1.1 I.1.2, electricity 60000 to 64800
	// GPC 1.1 II.1.1, petrol 50000 to 41000
	// GPC 1.1 II.1.2, electricity 0 to 2500
	// heat-pumps 28600
	// appliances 6600
	// electric-cars 6500
}

// What is added is a fraction below 0 of the rule of joint effects: E + a is left of two,
// and a share of cut takes its share of both.
func TestAdditionMeetsCuts(t *testing.T) {
	power := on("I.1.2", "electricity", "")
	base := baseline(map[strategy.EmissionSource]string{power: "60000"})
	pumps := action("pumps", "E", expected(power, "-12000", strategy.Overlapping))
	d := town(pumps, action("less", "E", share(power, "10%", strategy.Overlapping)))
	assert.Equal(t, "-4800 tCO2e", evaluate(t, d, base, strategy.Shapley).Reduction().String()) // 60000 − 72000 × 0.9
	both, err := parts(t, d, base, strategy.Shapley)
	require.NoError(t, err)
	assert.Equal(t, []string{"-11400", "6600"}, both) // each half of what is common: 1200
	first, err := parts(t, d, base, strategy.InOrder("less", "pumps"))
	require.NoError(t, err)
	assert.Equal(t, []string{"-10800", "6000"}, first)
	// Independent, the cut does not reach what is added.
	d = town(action("pumps", "E", expected(power, "-12000", strategy.Independent)),
		action("less", "E", share(power, "10%", strategy.Independent)))
	assert.Equal(t, "-6000 tCO2e", evaluate(t, d, base, strategy.Shapley).Reduction().String())
	// Two that add raise one another as they are told, and not where they are independent.
	d = town(pumps, action("cars", "T", expected(power, "-6000", strategy.Overlapping)))
	assert.Equal(t, "-19200 tCO2e", evaluate(t, d, base, strategy.Shapley).Reduction().String()) // 60000 × 1.2 × 1.1
}

// On a source that emits nothing what is added adds up, to the last digit, by each division.
func TestAdditionToNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	none := on("II.1.2", "electricity", "")
	r := rand.New(rand.NewPCG(5, 13))
	for range 60 {
		var actions []strategy.Action
		sum, want := new(big.Rat), []string{}
		for i := range 1 + r.IntN(5) {
			x := decimal.New(-r.Int64N(1e9), int32(-r.IntN(9)))
			sum.Add(sum, x.Rat())
			want = append(want, exact.Text(x))
			actions = append(actions, action(fmt.Sprint("a", i), "E", expected(none, x.String(), strategy.Interaction(r.IntN(3)))))
		}
		actions = append(actions, action("share", "E", share(none, "30%", strategy.Overlapping)))
		for _, by := range []strategy.Division{strategy.Shapley, strategy.InOrder(), strategy.Proportional, strategy.LogShare} {
			got, err := parts(t, town(actions...), baseline(map[strategy.EmissionSource]string{none: "0", on("I.1.1", "", ""): "5"}), by)
			require.NoError(t, err)
			for i := range want {
				require.True(t, decimal.RequireFromString(want[i]).Equal(decimal.RequireFromString(got[i])), "%s: %s, %s", by, want[i], got[i])
			}
			require.Equal(t, "0", got[len(want)])
		}
		y := evaluate(t, town(actions...), baseline(map[strategy.EmissionSource]string{none: "0"}), strategy.Shapley)
		require.Zero(t, y.Reduction().Tonnes().Rat().Cmp(sum))
		require.Zero(t, y.Emissions().Tonnes().Rat().Cmp(sum.Neg(sum)))
		require.True(t, y.Overlap().IsZero())
	}
}

func TestAdditionToNothingRefuses(t *testing.T) {
	none, other := on("II.1.2", "electricity", ""), on("II.1.2", "hydrogen", "")
	base := baseline(map[strategy.EmissionSource]string{none: "0", other: "0", on("II.1.1", "", ""): "10"})
	for name, effects := range map[string][]strategy.Effect{
		"a cut":         {expected(none, "1", strategy.Independent)},
		"a cut beside":  {expected(none, "-5", strategy.Independent), expected(none, "1", strategy.Independent)},
		"two of them":   {expected(on("II.1.2", "", ""), "-1", strategy.Overlapping)},
		"a cut of both": {expected(on("II.1.2", "", ""), "1", strategy.Overlapping)},
	} {
		_, err := parts(t, town(action("a", "E", effects...)), base, strategy.Shapley)
		var below *strategy.BelowZeroError
		require.ErrorAs(t, err, &below, name)
		assert.Equal(t, 2030, below.Year)
	}
	// A wider source that emits something is raised by shares of what it emits.
	y := evaluate(t, town(action("a", "E", expected(on("II", "", ""), "-1", 0))), base, strategy.Shapley)
	assert.Equal(t, "-1 tCO2e", y.Reduction().String())
	// One that reinforces others, by how much is not said, is refused here too.
	_, err := parts(t, town(action("a", "E", expected(none, "-1", strategy.Reinforcing)), action("b", "E", expected(none, "-1", 0))), base,
		strategy.Shapley)
	assert.ErrorContains(t, err, "is reinforcing, and meets others")
	assert.ErrorContains(t, &strategy.BelowZeroError{Kind: strategy.Expected, Emits: ghg.MustCO2e("0 t CO2e")},
		"what is added to a source that emits nothing names that source alone")
}
