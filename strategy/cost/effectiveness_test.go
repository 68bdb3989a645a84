package cost_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/stretchr/testify/assert"
)

func ExampleEffectiveness() {
	r, _ := strategy.NewReductions(strategy.Verified, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("1720")})
	lights := strategy.Action{ID: "lights", Spent: []strategy.SpendingLine{{Year: 2025, Money: nominal("28.4억원")}}}
	spent, _ := lights.SpentIn(2025)
	e, err := cost.NewEffectiveness(spent, r, 2026)
	fmt.Println(e, err)
	each, _ := e.MoneyPerTonne()
	fmt.Println(each.Round(0), "per t")
	per, _ := e.Per(nominal("1억원"))
	fmt.Println(per.String(), "t per 1억원")
	fmt.Println(e.Details())
	_, err = cost.NewEffectiveness(nominal("28.4억원"), r, 2027)
	fmt.Println(err)
	// Output:
	// 1720 tCO2e (AR5) of verified reductions in 2026 for 2840000000 KRW (nominal) <nil>
	// 1651163 KRW (nominal) per t
	// 60.56338028169 t per 1억원
	// 1720 tCO2e (AR5) of verified reductions in 2026 for 2840000000 KRW (nominal): 2840000000 / 1720 t = 1651162.79069767 KRW (nominal) per tCO2e
	// effectiveness of a budget: reductions: no figure for 2027 (there are figures for 2026): what is missing is not 0, and none is carried over from another year: state it
}

func TestEffectiveness(t *testing.T) {
	r := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("0"), 2027: tonnes("-3"), 2028: tonnes("7")}))
	for year := 2026; year <= 2027; year++ {
		e := must(cost.NewEffectiveness(nominal("5원"), r, year))
		_, ok := e.MoneyPerTonne()
		assert.False(t, ok)
		assert.Contains(t, e.Details(), "no money per tonne, as nothing was cut")
	}
	e := must(cost.NewEffectiveness(nominal("0원"), r, 2028))
	per := must(e.Per(nominal("5원")))
	assert.Equal(t, "no money was spent", per.Undefined())
	m, ok := e.MoneyPerTonne()
	assert.True(t, ok && m.Sign() == 0)
	_, err := e.Per(nominal("0원"))
	var term ghg.Fault
	assert.ErrorAs(t, err, &term)
	_, err = e.Per(won("1원"))
	var money *strategy.MoneyMismatchError
	assert.ErrorAs(t, err, &money)
	_, err = cost.NewEffectiveness(strategy.Money{}, r, 2028)
	assert.EqualError(t, err, "effectiveness of a budget, money: "+strategy.ErrNoMoney.Error())
	assert.Equal(t, "no effectiveness computed", cost.Effectiveness{}.String())
	assert.Equal(t, "no effectiveness computed: no money per tonne, as nothing was cut", cost.Effectiveness{}.Details())
}
