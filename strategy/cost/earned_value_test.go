package cost_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// 45 % of the street lights are replaced, at 29억원 of a budget of 56.8억원.
func ExampleEarnedValue() {
	e, err := cost.NewEarnedValue(nominal("56.8억원"), ghg.MustShare("45%"), nominal("29억원"))
	fmt.Println(e, err)
	if cpi, ok := e.CostPerformanceIndex().Value(); ok && cpi.LessThan(decimal.NewFromInt(1)) {
		fmt.Println("work worth", e.Earned(), "cost more than that:", e.CostVariance())
	}
	fmt.Println(e.Explain())
	// Output:
	// CPI 0.881379310345, cost variance -344000000 KRW (nominal) <nil>
	// work worth 2556000000 KRW (nominal) cost more than that: -344000000 KRW (nominal)
	// earned value: 5680000000 KRW (nominal) × 45% = 2556000000
	//   CPI = 2556000000 / 2900000000 = 0.881379310345
	//   CV = 2556000000 - 2900000000 = -344000000
}

func TestEarnedValue(t *testing.T) {
	e, err := cost.NewEarnedValue(nominal("100원"), share("0%"), nominal("0원"))
	assert.NoError(t, err)
	assert.Equal(t, "nothing was spent", e.CostPerformanceIndex().Undefined())
	assert.Equal(t, "0", e.Earned().Amount().String())
	e = must(cost.NewEarnedValue(nominal("100원"), share("100%"), nominal("80원")))
	assert.Equal(t, "1.25", e.CostPerformanceIndex().String())
	assert.Equal(t, "20", e.CostVariance().Amount().String())

	var term ghg.Fault
	var money *strategy.MoneyMismatchError
	for _, c := range []struct {
		budget strategy.Money
		done   ghg.Share
		actual strategy.Money
		as     any
	}{
		{nominal("0원"), share("5%"), nominal("1원"), &term}, {nominal("1원"), share("5%"), nominal("-1원"), &term},
		{nominal("1원"), ghg.Share{}, nominal("1원"), &term}, {nominal("1원"), share("-1%"), nominal("1원"), &term},
		{nominal("1원"), share("101%"), nominal("1원"), &term}, {nominal("1원"), share("5%"), won("1원"), &money},
		{must(nominal("1e30원").Scale(dec("1e30"))), share("5%"), nominal("1원"), &term},
	} {
		_, err := cost.NewEarnedValue(c.budget, c.done, c.actual)
		assert.ErrorAs(t, err, c.as, "%v", c)
	}
	_, err = cost.NewEarnedValue(strategy.Money{}, share("5%"), nominal("1원"))
	assert.EqualError(t, err, "earned value, budget: no money given: make an amount with strategy.NewMoney")
	_, err = cost.NewEarnedValue(nominal("1원"), share("5%"), strategy.Money{})
	assert.ErrorContains(t, err, "actual cost")
	assert.Equal(t, "no earned value computed", cost.EarnedValue{}.Explain())
	assert.Equal(t, "CPI undefined: not computed, cost variance no money", cost.EarnedValue{}.String())
}
