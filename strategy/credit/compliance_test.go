package credit_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A closed year can be read without its input.
func ExampleClosedYear() {
	a := must(must(credit.NewTradingAccount(facilities())).Close(year2020()))
	y, _ := a.Year(2020)
	fmt.Println(y)
	fmt.Println(y.UnitsSold, "in", len(y.Sold), "trade;", y.Banked, "banked")
	// Output:
	// 2020: 1312000 allowances held, 1177000 t verified, surplus of 135000
	// 110000 allowances in 1 trade; 25000 allowances banked
}

// Random years, some of which close: what is refused differs as the error says,
// and over all years what came in went out, allowance by allowance.
func TestWhatCameInWentOut(t *testing.T) {
	rng := rand.New(rand.NewPCG(2021, 6))
	closed, refused := 0, map[string]int{}
	for range 300 {
		a := trading(t)
		banked, borrowed := 0, 0
		in, out := 0, 0 // of all years: allocated, bought; surrendered, sold, cancelled
		for year := 2020; year < 2026; year++ {
			n := func() int { return rng.IntN(200) }
			verified, allocated, lent, cancelled := n(), n(), rng.IntN(2)*n(), rng.IntN(2)*n()
			bought, sold := []int{1 + n(), 1 + n()}, 1+n()
			carried, repaid := banked, borrowed
			surrendered := rng.IntN(verified + 1)
			// What is left closes the year, most times.
			left := carried + allocated + bought[0] + bought[1] + lent - surrendered - sold - cancelled - repaid
			off := 0
			if rng.IntN(20) == 0 {
				off = 1 - 2*rng.IntN(2)
			}
			if left+off < 0 {
				break
			}
			y := credit.ComplianceYear{Year: year, Verified: sar(fmt.Sprint(verified)),
				Allocated: credit.Allowances(allocated), CarriedIn: credit.Allowances(carried),
				Borrowed: credit.Allowances(lent), Surrendered: credit.Allowances(surrendered), Banked: credit.Allowances(left + off),
				Cancelled: credit.Allowances(cancelled), Repaid: credit.Allowances(repaid)}
			for _, u := range bought {
				y.Bought = append(y.Bought, credit.Trade{Units: credit.Allowances(u), With: "KRX", On: day(year, 6, 1)})
			}
			y.Sold = []credit.Trade{{Units: credit.Allowances(sold), With: "KRX", On: day(year, 6, 2)}}
			if rng.IntN(15) == 0 && year > 2020 {
				y.CarriedIn++
			}
			b, err := a.Close(y)
			var e *credit.BalanceError
			if errors.As(err, &e) {
				refused[e.What]++
				require.Contains(t, []credit.Allowances{-1, 1}, e.Difference)
				require.Len(t, slices.Collect(a.Years()), year-2020, "nothing is half applied")
				break
			}
			require.NoError(t, err)
			a, banked, borrowed = b, left, lent
			in, out = in+allocated+bought[0]+bought[1], out+surrendered+sold+cancelled
			closed++
			c, ok := a.Year(year)
			require.True(t, ok)
			require.EqualValues(t, carried+allocated+bought[0]+bought[1]-repaid, c.Held)
			require.EqualValues(t, verified, c.Due)
			require.EqualValues(t, c.UnitsSold+c.Banked+c.Cancelled-c.Borrowed-c.Uncovered, c.Surplus)
			require.GreaterOrEqual(t, c.Uncovered, credit.Allowances(0))
		}
		require.Equal(t, in+borrowed, out+banked, "what is banked or borrowed last is still open")
	}
	require.Greater(t, closed, 300)
	require.Greater(t, refused["allowances in and out"], 10)
	require.Greater(t, refused["carried in"], 10)
}

// Offsets take the place of allowances, which are then left over: they are not
// in the surplus.
func TestOffsetsAreNotInTheSurplus(t *testing.T) {
	_, ets, err := holding(t).Convert("2019", 50, day(2021, 1, 4), trading(t))
	require.NoError(t, err)
	y := credit.ComplianceYear{Year: 2020, Verified: sar("1000"), Allocated: 1010, Surrendered: 960, Offsets: 30,
		OffsetLimit: ghg.MustShare("3%"), Banked: 50}
	c, _ := must(ets.Close(y)).Year(2020)
	require.Equal(t, credit.Allowances(10), c.Surplus)
	require.Equal(t, credit.Allowances(10), c.Uncovered)
	require.Equal(t, c.UnitsSold+c.Banked-credit.Allowances(c.Offsets)-c.Uncovered, c.Surplus)
}

// Daegu's 26 environmental facilities in 2020: a surplus of 135 kt, of which 110
// kt were sold and 25 kt banked. None of it is a reduction.
func ExampleTradingAccount() {
	a, err := credit.NewTradingAccount(credit.Entity{Name: "대구광역시 환경기초시설", Place: "daegu", Scheme: "K-ETS", Metric: ghg.SAR,
		OffsetName: "KCU"})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err = a.Close(credit.ComplianceYear{
		Year: 2020, Verified: ghg.MustCO2e("1177 ktCO2e (SAR)"), AtHand: 1_312_000, Surrendered: 1_177_000, Banked: 25_000,
		Sold: []credit.Trade{{Units: 110_000, With: "KRX", Value: strategy.MustMoney("1.86 bn KRW", strategy.Nominal), On: day(2021, 6, 14)}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := a.Year(2020)
	fmt.Println(y.Details())
	price, _ := y.Sold[0].Price()
	fmt.Println(price.Round(0), "each")
	// Output:
	// 대구광역시 환경기초시설, K-ETS, 2020
	// held = 1312000 at hand, carried in included + 0 bought - 0 repaid = 1312000
	// surplus = held - 1177000 t verified = 135000; allowances are permits, and a surplus of them is not a reduction
	// surrendered 1177000 and 0 offsets, uncovered 0
	// sold 110000, banked 25000, cancelled 0, borrowed 0
	// 16909 KRW (nominal) each
}

// A year that does not close says by how much: here as many as were banked and
// not entered.
func ExampleBalanceError() {
	y := year2020()
	y.Banked = 20000
	a := must(credit.NewTradingAccount(facilities()))
	_, err := a.Close(y)
	var open *credit.BalanceError
	if errors.As(err, &open) && open.Difference > 0 {
		y.Banked += open.Difference
		fmt.Println("bank", open.Difference, "more")
	}
	fmt.Println(err)
	a, _ = a.Close(y)
	won, _ := a.Revenue(strategy.KRW)
	for y := range a.Years() {
		fmt.Println(a.Entity().Place, y, "-", won)
	}
	// Output:
	// bank 5000 allowances more
	// 2020: 1312000 allowances came in and 1307000 went out: a difference of 5000
	// daegu 2020: 1312000 allowances held, 1177000 t verified, surplus of 135000 - 1860000000 KRW (nominal)
}

// Offsets cover at most the scheme's share of what was verified.
func ExampleOffsetLimitError() {
	_, ets, _ := holdingAccount().Convert("2019", 60000, day(2021, 1, 4), must(credit.NewTradingAccount(facilities())))
	y := year2020()
	y.Offsets, y.OffsetLimit, y.Surrendered, y.Banked = 60000, ghg.MustShare("5%"), 1117000, 85000
	_, err := ets.Close(y)
	var limit *credit.OffsetLimitError
	if errors.As(err, &limit) {
		fmt.Println(limit.Asked, "asked,", limit.Limit, "allowed")
	}
	// Output:
	// 60000 offsets asked, 58850 offsets allowed
}

func TestYearThatIsJustCovered(t *testing.T) {
	a := must(trading(t).Close(credit.ComplianceYear{Year: 2019, Verified: sar("1000"), Allocated: 1000, Surrendered: 1000}))
	y, _ := a.Year(2019)
	assert.Equal(t, "2019: 1000 allowances held, 1000 t verified, surplus of 0", y.String())
	for y := range must(a.Close(credit.ComplianceYear{Year: 2020, Verified: sar("0")})).Years() {
		assert.Equal(t, 2019, y.Year)
		break
	}
}

// What an allowance cost, where the value of the trade is known.
func ExampleTrade() {
	t := credit.Trade{Units: 12400, With: "KRX", Value: strategy.MustMoney("251900000 KRW", strategy.Nominal), On: day(2023, 7, 18)}
	price, _ := t.Price()
	fmt.Println(price.Round(0))
	t.Value = strategy.Money{}
	_, err := t.Price()
	fmt.Println(err)
	// Output:
	// 20315 KRW (nominal)
	// no money given: make an amount with strategy.NewMoney
}

// The environmental facilities of Changwon emitted more than they held, and used
// 3,950 allowances of the next year, which has to give them back. The figures are
// made up.
func ExampleComplianceYear() {
	a := must(credit.NewTradingAccount(credit.Entity{Name: "창원특례시 환경기초시설", Place: "changwon", Scheme: "K-ETS", Metric: ghg.AR5}))
	a, err := a.Close(credit.ComplianceYear{Year: 2022, Verified: ghg.MustCO2e("412350 tCO2e (AR5)"),
		Allocated: 381200, CarriedIn: 14800, Borrowed: 3950, Surrendered: 412350,
		Bought: []credit.Trade{{Units: 12400, With: "KRX", On: day(2023, 7, 18)}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := a.Year(2022)
	fmt.Println(y)
	_, err = a.Close(credit.ComplianceYear{Year: 2023, Verified: ghg.MustCO2e("395700 tCO2e (AR5)"), Allocated: 401000, Surrendered: 395700,
		Banked: 5300})
	fmt.Println(err)
	// Output:
	// 2022: 408400 allowances held, 412350 t verified, shortfall of 3950
	// 2023: 0 allowances repaid, but the year before says 3950: a difference of -3950
}
