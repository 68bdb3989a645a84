package cost_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// heatPump is that of one home.
func heatPump() cost.Measure {
	return cost.Measure{
		Name: "heat pump", NameKo: "히트펌프", First: 2026, Lifetime: 15,
		Investment: won("1000만원"), Running: won("90만원"), Saving: won("170만원"),
		Kind: strategy.Expected, Reduction: tonnes("1.8"),
	}
}

// heatPumpPaid is who pays for it: the subsidies, and the household the rest and the bills.
func heatPumpPaid() cost.Payers {
	return must(heatPump().PaidBy(
		cost.Payment{By: strategy.NationalFunds, Investment: won("400만원")},
		cost.Payment{By: strategy.ProvincialFunds, Investment: won("200만원")},
		cost.Payment{By: strategy.MunicipalFunds, Investment: won("100만원")},
		cost.Payment{By: strategy.HouseholdFunds, Investment: won("300만원"), Running: won("90만원"), Saving: won("170만원")},
	))
}

// Who gains by a heat pump? The household does, as others pay most of it.
func ExampleMeasure_PaidBy() {
	npv, err := heatPumpPaid().NPV(share("4.5%"), cost.EndOfYear)
	if err != nil {
		fmt.Println(err)
		return
	}
	for payer, m := range npv.All() {
		fmt.Println(payer.Korean(), m.Round(0).Amount())
	}
	home, _ := npv.Of(strategy.HouseholdFunds)
	fmt.Println("together", npv.Total().Round(0), "the household", home.Sign())
	// Output:
	// 국비 -4000000
	// 시·도비 -2000000
	// 시·군·구비 -1000000
	// 가계 5591637
	// together -1408363 KRW (2024 prices) the household 1
}

// What a tonne costs the city, and what it costs everyone.
func ExamplePayers_PerTonne() {
	byYear := map[int]ghg.CO2e{}
	for y := 2026; y <= 2040; y++ {
		byYear[y] = tonnes("1.8")
	}
	r, err := strategy.NewReductions(strategy.Expected, ghg.AR5, byYear)
	if err != nil {
		fmt.Println(err)
		return
	}
	each, err := heatPumpPaid().PerTonne(terms(cost.NPVOverUndiscounted), r)
	if err != nil {
		fmt.Println(err)
		return
	}
	city, _ := each.Of(strategy.MunicipalFunds)
	fmt.Println(city)
	fmt.Println("of", each.Total())
	for payer, p := range each.All() {
		fmt.Println(payer, p.Value().Amount())
	}
	_, err = city.Cmp(each.Total())
	fmt.Println(err)
	// Output:
	// 37037.04 KRW (2024 prices) per tCO2e, net present cost over undiscounted tonnes, at 4.5%, flows at end of year, public perspective, paid by municipal
	// of 52161.61 KRW (2024 prices) per tCO2e, net present cost over undiscounted tonnes, at 4.5%, flows at end of year, public perspective
	// national 148148.14814815
	// provincial 74074.07407407
	// municipal 37037.03703704
	// household -207097.65115011
	// one cost per tonne and the other do not meet: paid by municipal and all: take those of one payer, or of all
}

// A subsidy for each year that the city pays the household is in none of the sums.
func ExampleNewPayers() {
	flows := func(upfront string, years ...string) cost.CashFlows {
		var all []strategy.Money
		for _, y := range years {
			all = append(all, won(y))
		}
		return must(cost.NewCashFlows(won(upfront), 2026, all...))
	}
	p, err := cost.NewPayers(map[strategy.Funds]cost.CashFlows{
		strategy.MunicipalFunds: flows("0원", "-50만원", "-50만원"),
		strategy.HouseholdFunds: flows("-300만원", "230만원", "230만원"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Together())
	home, _ := p.Of(strategy.HouseholdFunds)
	irr, err := home.IRR(cost.EndOfYear)
	fmt.Println(irr, err)
	for payer, c := range p.All() {
		fmt.Println(payer, c)
	}
	_, err = heatPump().PaidBy(cost.Payment{By: strategy.NationalFunds, Investment: won("400만원")})
	fmt.Println(err)
	// Output:
	// -3000000 KRW (2024 prices) upfront, 1800000 in 2026, 1800000 in 2027
	// 33.9163397263% <nil>
	// municipal 0 KRW (2024 prices) upfront, -500000 in 2026, -500000 in 2027
	// household -3000000 KRW (2024 prices) upfront, 2300000 in 2026, 2300000 in 2027
	// measure "heat pump", investment "4000000 KRW (2024 prices)": the payments come to this, and that of the measure is 10000000 KRW (2024 prices)
	// measure "heat pump", saving less running cost "0 KRW (2024 prices)": the payments come to this, and that of the measure is 800000 KRW (2024 prices)
}

// By hand: 1000 for two years at 10 %; tonnes 2 and 3.
func TestPayersByHand(t *testing.T) {
	flows := func(upfront string, years ...string) cost.CashFlows {
		var all []strategy.Money
		for _, y := range years {
			all = append(all, nominal(y+" KRW"))
		}
		return must(cost.NewCashFlows(nominal(upfront+" KRW"), 2026, all...))
	}
	p := must(cost.NewPayers(map[strategy.Funds]cost.CashFlows{
		strategy.NationalFunds: flows("-1000", "0", "0"), strategy.BusinessFunds: flows("-210", "121", "242")}))
	npv := must(p.NPV(share("10%"), cost.EndOfYear)) // 121/1.1 + 242/1.21 − 210 = 110 + 200 − 210
	nation, ok := npv.Of(strategy.NationalFunds)
	require.True(t, ok)
	assert.Equal(t, "-1000", nation.Amount().String())
	firm, _ := npv.Of(strategy.BusinessFunds)
	assert.Equal(t, "100", firm.Amount().String())
	assert.Equal(t, "-900 KRW (nominal): national -1000, business 100", npv.String())
	_, ok = npv.Of(strategy.CreditRevenue)
	assert.False(t, ok)

	r := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("2"), 2027: tonnes("3")}))
	nominalTerms := cost.Terms{Definition: cost.NPVOverUndiscounted, Rate: share("10%"), Timing: cost.EndOfYear, Perspective: cost.Social}
	each := must(p.PerTonne(nominalTerms, r))
	assert.Equal(t, "180", each.Total().Value().Amount().String())
	want := map[strategy.Funds][2]string{strategy.NationalFunds: {"200", "1000"}, strategy.BusinessFunds: {"-20", "-100"}}
	n := 0
	for f, x := range each.All() {
		assert.Equal(t, want[f], [2]string{x.Value().Amount().String(), x.Cost().Amount().String()})
		assert.Equal(t, f, x.Terms().PaidBy)
		assert.True(t, x.Tonnes().Equal(tonnes("5")))
		n++
	}
	assert.Equal(t, 2, n)
	_, ok = each.Of(strategy.LocalFunds)
	assert.False(t, ok)
	for range each.All() {
		break
	}
	for range npv.All() {
		break
	}
	for range p.All() {
		break
	}
	one, ok := p.Of(strategy.BusinessFunds)
	assert.True(t, ok)
	assert.Equal(t, "-210", one.Upfront().Amount().String())
	_, ok = p.Of(strategy.CreditRevenue)
	assert.False(t, ok)
}

// What each payer pays adds up, to the last digit, to what all pay, and is off what it pays
// alone by less than a unit of the last place.
func TestPayersAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 7))
	all := []strategy.Funds{strategy.NationalFunds, strategy.ProvincialFunds, strategy.MunicipalFunds, strategy.EarmarkedFunds,
		strategy.PrivateFunds, strategy.CreditRevenue}
	unit := decimal.New(1, -8)
	closed := 0
	for range 120 {
		n := 1 + r.IntN(12)
		flows := map[strategy.Funds]cost.CashFlows{}
		exactly := map[strategy.Funds]*big.Rat{}
		rate := decimal.New(r.Int64N(1500)+1, -4)
		g := new(big.Rat).Add(big.NewRat(1, 1), rate.Rat())
		for _, f := range all[:1+r.IntN(len(all))] {
			var years []strategy.Money
			value, discount := new(big.Rat), big.NewRat(1, 1)
			for range n {
				x := decimal.New(r.Int64N(2e9)-1e9, int32(-r.IntN(3)))
				years = append(years, must(strategy.NewMoney(x, strategy.KRW, strategy.Nominal)))
				discount.Quo(discount, g)
				value.Add(value, new(big.Rat).Mul(x.Rat(), discount))
			}
			up := decimal.New(-r.Int64N(1e12), 0)
			flows[f] = must(cost.NewCashFlows(must(strategy.NewMoney(up, strategy.KRW, strategy.Nominal)), 2026, years...))
			exactly[f] = value.Add(value, up.Rat())
		}
		p := must(cost.NewPayers(flows))
		npv := must(p.NPV(must(ghg.NewShare(rate)), cost.EndOfYear))
		sum := decimal.Decimal{}
		whole := new(big.Rat)
		for f, m := range npv.All() {
			sum = sum.Add(m.Amount())
			whole.Add(whole, exactly[f])
			off := new(big.Rat).Sub(m.Amount().Rat(), exactly[f])
			require.Negative(t, off.Abs(off).Cmp(unit.Rat()))
			if c, _ := p.Of(f); !must(c.NPV(must(ghg.NewShare(rate)), cost.EndOfYear)).Equal(m) {
				closed++
			}
		}
		require.True(t, sum.Equal(npv.Total().Amount()))
		require.True(t, npv.Total().Equal(must(p.Together().NPV(must(ghg.NewShare(rate)), cost.EndOfYear))))

		byYear := map[int]ghg.CO2e{}
		for y := range n {
			byYear[2026+y] = must(ghg.NewCO2e(decimal.New(1+r.Int64N(1e6), -1), ghg.Tonne, ghg.AR5))
		}
		cuts := must(strategy.NewReductions(strategy.Expected, ghg.AR5, byYear))
		for _, d := range []cost.PerTonneDefinition{cost.AnnualisedOverAnnual, cost.NPVOverDiscounted, cost.NPVOverUndiscounted} {
			terms := cost.Terms{Definition: d, Rate: must(ghg.NewShare(rate)), Timing: cost.StartOfYear, Perspective: cost.Social}
			each := must(p.PerTonne(terms, cuts))
			for _, one := range each.All() {
				require.False(t, one.Explain().IsZero())
			}
			value, costs := decimal.Decimal{}, decimal.Decimal{}
			for f, x := range each.All() {
				value, costs = value.Add(x.Value().Amount()), costs.Add(x.Cost().Amount())
				alone := terms
				alone.PaidBy = f
				c, _ := p.Of(f)
				y := must(cost.NewPerTonne(alone, c, cuts))
				require.True(t, x.Value().Amount().Sub(y.Value().Amount()).Abs().LessThanOrEqual(unit))
				require.True(t, x.Tonnes().Equal(y.Tonnes()))
				require.Equal(t, y.Terms(), x.Terms())
			}
			require.True(t, value.Equal(each.Total().Value().Amount()))
			require.True(t, costs.Equal(each.Total().Cost().Amount()))
		}
	}
	assert.Positive(t, closed, "rounded alone they would not add up")
}

func TestPayersRefuse(t *testing.T) {
	flows := func(upfront string, first int, years ...string) cost.CashFlows {
		var all []strategy.Money
		for _, y := range years {
			all = append(all, won(y))
		}
		return must(cost.NewCashFlows(won(upfront), first, all...))
	}
	ok := flows("-1원", 2026, "1원", "1원")
	for says, by := range map[string]map[strategy.Funds]cost.CashFlows{
		"those of one payer at least":                 nil,
		"payers, national, cash flows: no cash flows": {strategy.NationalFunds: {}},
		`payer "no source of funds": one is needed`:   {0: ok},
		`payers, household, years "2027 to 2028": those of national are 2026 to 2027`: {strategy.NationalFunds: ok,
			strategy.HouseholdFunds: flows("-1원", 2027, "1원", "1원")},
		`years "2026 to 2026"`: {strategy.NationalFunds: ok, strategy.HouseholdFunds: flows("-1원", 2026, "1원")},
	} {
		_, err := cost.NewPayers(by)
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, says)
		assert.ErrorContains(t, err, says)
	}
	_, err := cost.NewPayers(map[strategy.Funds]cost.CashFlows{strategy.NationalFunds: ok,
		strategy.HouseholdFunds: must(cost.NewCashFlows(nominal("1원"), 2026, nominal("1원"), nominal("1원")))})
	var money *strategy.MoneyMismatchError
	assert.ErrorAs(t, err, &money)

	nation := cost.Payment{By: strategy.NationalFunds, Investment: won("1000만원"), Running: won("90만원"), Saving: won("170만원")}
	for says, payments := range map[string][]cost.Payment{
		"those of one payer at least": nil,
		`investment "4000000 KRW (2024 prices)": the payments come to this, and that of the measure is 10000000 KRW`: {
			{By: strategy.NationalFunds, Investment: won("400만원"), Saving: won("80만원")}},
		`saving less running cost "790000 KRW (2024 prices)": the payments come to this, and that of the measure is 800000 KRW`: {
			{By: strategy.NationalFunds, Investment: won("1000만원"), Running: won("91만원"), Saving: won("170만원")}},
		`measure "heat pump", payment 2, payer "national": it is given twice`: {nation, {By: strategy.NationalFunds}},
		"running cost": {{By: strategy.NationalFunds, Investment: won("1000만원"), Running: won("-1원")}},
		"payer":        {{Investment: won("1000만원"), Saving: won("80만원")}},
	} {
		_, err := heatPump().PaidBy(payments...)
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, says)
		assert.ErrorContains(t, err, says)
	}
	_, err = heatPump().PaidBy(nation, cost.Payment{By: strategy.PrivateFunds, Running: nominal("1원")})
	assert.ErrorAs(t, err, &money)
	_, err = cost.Measure{}.PaidBy(nation)
	assert.ErrorContains(t, err, "lifetime")
	late := heatPump()
	late.First = 2299
	_, err = late.PaidBy(nation)
	assert.ErrorContains(t, err, "last year")

	p := must(cost.NewPayers(map[strategy.Funds]cost.CashFlows{strategy.NationalFunds: ok}))
	_, err = p.NPV(ghg.Share{}, cost.EndOfYear)
	assert.ErrorContains(t, err, "discount rate")
	r := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("1"), 2027: tonnes("-1")}))
	_, err = p.PerTonne(terms(cost.NPVOverUndiscounted), r)
	assert.ErrorIs(t, err, cost.ErrNoReduction)
	paid := terms(cost.NPVOverUndiscounted)
	paid.PaidBy = strategy.NationalFunds
	_, err = p.PerTonne(paid, r)
	assert.ErrorContains(t, err, `paid by "national": the terms are of all payers`)
	paid.PaidBy = 99
	_, err = cost.NewPerTonne(paid, ok, r)
	assert.ErrorContains(t, err, "paid by \"unknown source of funds (99)\"")
	var none cost.Payers
	_, err = none.NPV(share("1%"), cost.EndOfYear)
	assert.ErrorContains(t, err, "no payers")
	_, err = none.PerTonne(terms(cost.NPVOverUndiscounted), r)
	assert.ErrorContains(t, err, "no payers")
	assert.Equal(t, "no payers", cost.MoneyByPayer{}.String())
}
