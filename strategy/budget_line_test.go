package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
)

func ExampleBudgetLine() {
	l := strategy.BudgetLine{Year: 2025, Funds: strategy.NationalFunds, Money: strategy.MustMoney("74억원", strategy.Nominal)}
	fmt.Println(l.Year, l.Funds, l.Money)
	// Output: 2025 national 7400000000 KRW (nominal)
}

func TestFunds(t *testing.T) {
	assert.False(t, strategy.Funds(0).Valid())
	assert.Equal(t, "no source of funds", strategy.Funds(0).String())
	assert.True(t, strategy.CreditRevenue.Valid())
	assert.Equal(t, "credit revenue", strategy.CreditRevenue.String())
	assert.False(t, (strategy.CreditRevenue + 1).Valid())
}
