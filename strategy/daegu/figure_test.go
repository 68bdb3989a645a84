package daegu_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleFigureNamed() {
	base, ok := daegu.FigureNamed("base-2018-strategy-2021")
	fmt.Println(base, ok)
	fmt.Println(base.WhatKo)
	// Output:
	// 9.43 Mt CO2e (2018); hani 1023297; kbmaeil 202112140323093 true
	// 산업부문을 포함한 2018년 배출량 (2021년 12월 전략)
}

// The two published bases of one year, side by side.
func ExampleFigures() {
	for f := range daegu.Figures() {
		if strings.HasPrefix(f.ID, "base-2018") {
			fmt.Println(f.Value, f.What, f.Confidence)
		}
	}
	// Output:
	// 9.43 Base-year emissions with industry, strategy of December 2021 high
	// 8.97 Base-year emissions, strategy of December 2022 high
}

// Does the city's claim of 26 % reproduce?
func ExampleFigure() {
	potential, _ := daegu.FigureNamed("carbon-reduction-1110")
	base, _ := daegu.FigureNamed("base-2018-strategy-2021")
	cut, _ := potential.CO2e()
	of, _ := base.CO2e()
	share, _ := cut.Ratio(of, 4)
	fmt.Println(share)
	// Output: 0.2598
}

// Revenue from landfill-gas credits and from emission trading, in won.
func ExampleFigure_Money() {
	credits, _ := daegu.FigureNamed("landfill-gas-revenue")
	trading, _ := daegu.FigureNamed("trading-revenue")
	a, _ := credits.Money()
	b, _ := trading.Money()
	sum, _ := a.Add(b)
	fmt.Println(sum, trading.Confidence)
	// Output: 56800000000 KRW (nominal) medium
}

// A number of tasks is no money.
func ExampleFigure_Money_otherUnit() {
	tasks, _ := daegu.FigureNamed("tasks-2023")
	_, err := tasks.Money()
	var fault ghg.Fault
	if errors.As(err, &fault) && fault.Code == ghg.FaultUnit {
		fmt.Println("in", fault.Value+":", err)
	}
	// Output:
	// in tasks: figure "tasks-2023", unit "tasks": it is no amount of won
}

// figure is one that the test names.
func figure(t *testing.T, id string) daegu.Figure {
	t.Helper()
	f, ok := daegu.FigureNamed(id)
	require.True(t, ok, id)
	return f
}

func number(t *testing.T, id string) decimal.Decimal {
	t.Helper()
	n, err := figure(t, id).Number()
	require.NoError(t, err)
	return n
}

func amount(t *testing.T, id string) ghg.CO2e {
	t.Helper()
	c, err := figure(t, id).CO2e()
	require.NoError(t, err)
	return c
}

func TestFigureUnits(t *testing.T) {
	_, ok := daegu.FigureNamed("none")
	assert.False(t, ok)
	for id, want := range map[string]string{"ets-sale-revenue": "1860000000", "investment-2030": "13000000000000",
		"landfill-gas-revenue": "53500000000"} {
		won, err := figure(t, id).Money()
		require.NoError(t, err)
		assert.True(t, won.Amount().Equal(decimal.RequireFromString(want)), id)
	}
	won, err := daegu.Figure{Value: "250", Unit: "KRW"}.Money()
	require.NoError(t, err)
	assert.True(t, won.Amount().Equal(decimal.RequireFromString("250")))
	share, err := figure(t, "cut-2030").Share()
	require.NoError(t, err)
	assert.True(t, share.Equal(ghg.MustShare("45%")))
	assert.Equal(t, "45% (2030); hani 1023297; hani 1071650; imaeil 2023121318014441387", figure(t, "cut-2030").String())
	assert.Equal(t, "1 t CO2e; prsinmun 27264", figure(t, "carbon-reduction-1110-person").String())
	assert.Equal(t, ghg.Unstated, amount(t, "ets-held").Metric())

	// The 9.396 Mt of 2005 are CO2 alone, and no CO2e.
	var unit ghg.Fault
	_, err = figure(t, "emissions-2005").CO2e()
	assert.ErrorAs(t, err, &unit)
	_, err = figure(t, "ets-held").Share()
	assert.ErrorAs(t, err, &unit)
	assert.Equal(t, ghg.Fault{Code: ghg.FaultUnit, Of: `figure "ets-held"`, Field: "unit", Value: "kt CO2e", Detail: "it is no share"}, unit)

	for _, f := range []daegu.Figure{{ID: "x", Value: "many", Unit: "Mt CO2e"}, {ID: "x", Value: "many", Unit: "%"},
		{ID: "x", Value: "many", Unit: "KRW"}} {
		_, errA := f.CO2e()
		_, errS := f.Share()
		_, errK := f.Money()
		for _, err := range []error{errA, errS, errK} {
			assert.ErrorContains(t, err, `figure "x"`, f.Unit)
		}
	}
	_, err = daegu.Figure{}.CO2e()
	assert.Error(t, err)
}

// What the publications add up and divide, done again.
func TestFiguresReproduce(t *testing.T) {
	sum := func(total string, parts ...string) {
		t.Helper()
		var s decimal.Decimal
		for _, id := range parts {
			s = s.Add(number(t, id))
		}
		assert.True(t, s.Equal(number(t, total)), "%s: %s", total, s)
	}
	sum("credit-and-trading-revenue", "landfill-gas-revenue", "trading-revenue")
	sum("ets-held", "ets-verified", "ets-surplus")
	sum("ets-surplus", "ets-sold", "ets-banked")
	sum("result-2021", "result-2021-carbon-points", "result-2021-gas-renewables", "result-2021-clean-cars-walking", "result-2021-other")

	share := func(part, whole, want string) {
		t.Helper()
		r, err := amount(t, part).Ratio(amount(t, whole), 4)
		require.NoError(t, err)
		assert.True(t, r.Equal(decimal.RequireFromString(want)), "%s: %s", part, r)
	}
	share("carbon-reduction-1110", "base-2018-strategy-2021", "0.2598") // published as 26 %
	share("carbon-reduction-1110", "emissions-2017", "0.2477")          // published as about 25 %
	share("rooftop-pv-cut", "base-2018-strategy-2022", "0.1059")        // published as 10.6 %
	share("result-2021", "forecast-2021", "0.1326")                     // published as 13.3 %

	// 75.1 kg in each of 1,056,627 households are 79,352.6877 t. The
	// publication cut the decimals off, so its figure does not reproduce by
	// rounding.
	unit, err := figure(t, "heating-cooling-unit").CO2e()
	require.NoError(t, err)
	city, err := unit.Scale(number(t, "heating-cooling-households"))
	require.NoError(t, err)
	assert.Equal(t, "79352.6877", city.Tonnes().String())
	printed, err := figure(t, "heating-cooling-city").Amount()
	require.NoError(t, err)
	assert.False(t, printed.Reproduces(city.Tonnes()))
	assert.True(t, printed.Reproduces(city.Tonnes().Truncate(0)))

	// The coalition cannot have shrunk from 219 to 209 unnoticed: the later
	// figure is marked.
	assert.True(t, number(t, "coalition-members-2021-12").LessThan(number(t, "coalition-members-2021-11")))
	assert.Equal(t, "low", figure(t, "coalition-members-2021-12").Confidence)
	assert.Equal(t, "medium", figure(t, "trading-revenue").Confidence)
	assert.True(t, number(t, "tasks-2021").LessThan(number(t, "tasks-2022")))
}
