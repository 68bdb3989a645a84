package credit_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSellRefused(t *testing.T) {
	won, euro := krw("1000000"), must(strategy.NewMoney(dec("1000"), strategy.EUR, strategy.Nominal))
	for name, c := range map[string]struct {
		change func(*credit.Sale)
		want   string
	}{
		"no ID":           {func(s *credit.Sale) { s.ID = "" }, `sale "", id`},
		"no buyer":        {func(s *credit.Sale) { s.Buyer = "" }, "buyer"},
		"no type":         {func(s *credit.Sale) { s.Type = 0 }, `type of buyer "not stated"`},
		"unknown type":    {func(s *credit.Sale) { s.Type = 5 }, `type of buyer "unknown (5)"`},
		"none":            {func(s *credit.Sale) { s.Units = 0 }, `units "0"`},
		"below none":      {func(s *credit.Sale) { s.Units = -1 }, `units "-1"`},
		"before issuance": {func(s *credit.Sale) { s.On = day(2020, 8, 31) }, "not before the day of the issuance, 2020-09-01"},
		"no day":          {func(s *credit.Sale) { s.On = ghg.Date{} }, "day"},
		"negative":        {func(s *credit.Sale) { s.Received = won.Neg() }, "received"},
		"unknown batch":   {func(s *credit.Sale) { s.Batch = "2018" }, `unknown batch "2018"`},
		"rate 0": {func(s *credit.Sale) { s.Received, s.Exchange = euro, credit.Exchange{To: strategy.KRW, On: s.On} },
			`exchange "EUR to KRW"`},
		"rate huge": {func(s *credit.Sale) {
			s.Received, s.Exchange = euro, credit.Exchange{strategy.KRW, decimal.New(1, 999), s.On}
		}, "exchange"},
		"no rate day": {func(s *credit.Sale) {
			s.Received, s.Exchange = euro, credit.Exchange{To: strategy.KRW, Rate: dec("1470")}
		}, "exchange"},
		"no rate currency":    {func(s *credit.Sale) { s.Received, s.Exchange = euro, credit.Exchange{Rate: dec("1470"), On: s.On} }, "exchange"},
		"same currency":       {func(s *credit.Sale) { s.Received, s.Exchange = won, credit.Exchange{strategy.KRW, dec("1"), s.On} }, "exchange"},
		"nothing to exchange": {func(s *credit.Sale) { s.Exchange = credit.Exchange{strategy.KRW, dec("1"), s.On} }, "exchange"},
		"just a day":          {func(s *credit.Sale) { s.Received, s.Exchange = euro, credit.Exchange{On: s.On} }, "exchange"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sale("1", "2019", 100, 2021)
			_, err := holding(t).Sell(s)
			require.NoError(t, err)
			c.change(&s)
			_, err = holding(t).Sell(s)
			require.ErrorContains(t, err, c.want)
		})
	}
	s := sale("1", "2019", 100, 2021)
	s.On = day(2020, 9, 1)
	_, err := holding(t).Sell(s)
	require.NoError(t, err, "on the day of the issuance")
}

func TestNothingIsSoldTwice(t *testing.T) {
	a := holding(t)
	a = must(a.Sell(sale("1", "2019", 204000, 2021)))
	_, err := a.Sell(sale("1", "2019", 1, 2021))
	var twice *ghg.TwiceError
	require.ErrorAs(t, err, &twice)
	assert.Equal(t, "sale", twice.What)
	_, err = a.Sell(sale("2", "2019", 127, 2021))
	var not *credit.NotHeldError
	require.ErrorAs(t, err, &not)
	assert.Equal(t, credit.NotHeldError{Batch: "2019", Doing: "sell", Units: 127, Issued: 204126, Held: 126, Sold: 204000}, *not)
	a = must(a.Sell(sale("2", "2019", 126, 2021)))
	for doing, f := range map[string]func() (credit.Account, error){
		"sell":   func() (credit.Account, error) { return a.Sell(sale("3", "2019", 1, 2021)) },
		"retire": func() (credit.Account, error) { return a.Retire("2019", 1, "2021 check", day(2022, 1, 1)) },
		"cancel": func() (credit.Account, error) { return a.Cancel("2019", 1, "nobody", day(2022, 1, 1)) },
	} {
		_, err := f()
		require.ErrorAs(t, err, &not, doing)
		assert.Equal(t, `batch "2019": 1 credit to `+doing+
			", but 0 are held: of 204126 issued, 204126 are sold, 0 retired, 0 cancelled, 0 converted", err.Error())
	}
	assert.Len(t, slices.Collect(a.Sales()), 2)
	before := must(open(t, bangcheonri()).Verify(verification("2019", "2019", "260000")))
	_, err = before.Sell(sale("1", "2019", 1, 2021))
	require.ErrorAs(t, err, &not, "nothing was issued")
}

func TestRetiredAndCancelled(t *testing.T) {
	a := holding(t)
	a = must(a.Retire("2019", 4000, "2021 check", day(2022, 1, 1)))
	a = must(a.Cancel("2019", 126, "city marathon", day(2022, 1, 2)))
	at, err := a.Batch("2019")
	require.NoError(t, err)
	assert.Equal(t, credit.Credits(4000), at.Retired)
	assert.Equal(t, credit.Credits(126), at.Cancelled)
	assert.Equal(t, credit.Credits(200000), at.Held)
	tonnes(t, "204000", at.Claimable, "retired may be claimed, cancelled not")
	assert.Equal(t, []credit.Disposal{
		{"2019", 4000, "retired", "2021 check", day(2022, 1, 1)}, {"2019", 126, "cancelled", "city marathon", day(2022, 1, 2)},
	}, slices.Collect(a.Disposals()))
	_, err = a.Retire("2019", 1, "", day(2022, 1, 1))
	require.ErrorContains(t, err, "purpose")
	_, err = a.Cancel("2019", 200001, "nobody", day(2022, 1, 1))
	var not *credit.NotHeldError
	require.ErrorAs(t, err, &not)
	assert.Equal(t, credit.NotHeldError{Batch: "2019", Doing: "cancel", Units: 200001, Issued: 204126, Held: 200000, Retired: 4000,
		Cancelled: 126}, *not)
}

// Daegu sold some 173 kt of CERs at BlueNext in 2010 for EUR 2,164,900, which
// the press gives as KRW 3.183 bn: 1470.3 won a euro.
func TestRevenueInTwoCurrencies(t *testing.T) {
	euro := must(strategy.NewMoney(dec("2164900"), strategy.EUR, strategy.Nominal))
	a := holding(t)
	s := sale("2010", "2019", 173000, 2021)
	s.Received, s.Type = euro, credit.Trader
	bare := must(a.Sell(s))
	got, err := bare.Revenue(strategy.EUR)
	require.NoError(t, err)
	assert.True(t, got.Equal(euro))
	price, err := s.Price()
	require.NoError(t, err)
	same(t, "12.51387283", price.Amount()) // 2,164,900/173,000
	_, err = bare.Revenue(strategy.KRW)
	var currency *strategy.MoneyMismatchError
	require.ErrorAs(t, err, &currency)
	assert.Equal(t, `revenue, sale "2010": money in KRW (nominal) and in EUR (nominal) does not meet: convert one at a stated rate`,
		err.Error())
	_, err = bare.Revenue("won")
	require.ErrorContains(t, err, `revenue, sale "2010": money, currency "won"`)

	s.Exchange = credit.Exchange{To: strategy.KRW, Rate: dec("1470.3"), On: day(2021, 12, 22)}
	a = must(a.Sell(s))
	t2 := sale("2021", "2019", 1000, 2021)
	t2.Received = krw("12737231")
	a = must(a.Sell(t2))
	got, err = a.Revenue(strategy.KRW)
	require.NoError(t, err)
	same(t, "3195789701", got.Amount()) // 2,164,900 × 1470.3 + 12,737,231
	_, err = a.Revenue(strategy.EUR)
	require.ErrorAs(t, err, &currency)

	t3 := sale("2022", "2019", 1000, 2022)
	t3.Received = must(strategy.NewMoney(dec("1"), strategy.KRW, 2020))
	mixed := must(a.Sell(t3))
	var money *strategy.MoneyMismatchError
	_, err = mixed.Revenue(strategy.KRW)
	require.ErrorAs(t, err, &money, "two price years do not meet")

	t3.Received = strategy.Money{}
	_, err = must(a.Sell(t3)).Revenue(strategy.KRW)
	require.ErrorIs(t, err, strategy.ErrNoMoney)
	require.ErrorContains(t, err, `"2022"`)
	_, err = t3.Price()
	require.ErrorIs(t, err, strategy.ErrNoMoney)
	_, err = holding(t).Revenue(strategy.KRW)
	require.ErrorIs(t, err, strategy.ErrNoMoney)
	s.Units = 0
	_, err = s.Price()
	require.ErrorIs(t, err, exact.ErrDivisionByZero)

	t3.Received, t3.Exchange = euro, credit.Exchange{strategy.KRW, dec("1234567890.12345678901234567890"), day(2022, 1, 1)}
	_, err = must(a.Sell(t3)).Revenue(strategy.KRW)
	require.NoError(t, err)
}

// The city's announcement of December 2021: 53.5 bn won of credits and 3.3 bn of
// allowances are 56.8 bn.
func TestRevenueOfDaegu(t *testing.T) {
	p := bangcheonri()
	p.Own, p.Partner = ghg.MustShare("100%"), ""
	a := must(open(t, p).Verify(verification("2007-2020", "2007-08-21/2020-12-31", "2800000")))
	a = must(a.Issue(issuance("2007-2020", 2800000, 2021)))
	s := sale("until 2019", "2007-2020", 1960000, 2021)
	s.Received = krw("40800000000")
	a = must(a.Sell(s))
	s = sale("2021-12-22", "2007-2020", 390000, 2021)
	s.Received = krw("12700000000")
	a = must(a.Sell(s))
	credits, err := a.Revenue(strategy.KRW)
	require.NoError(t, err)
	same(t, "53500000000", credits.Amount())
	both, err := credits.Add(strategy.MustMoney("3.3 bn KRW", strategy.Nominal))
	require.NoError(t, err)
	same(t, "56800000000", both.Amount())
}

func TestBuyerTypes(t *testing.T) {
	for x, want := range map[credit.BuyerType]string{0: "not stated", credit.ComplianceBuyer: "compliance", credit.ForeignBuyer: "foreign",
		credit.VoluntaryBuyer: "voluntary", credit.Trader: "trader", 5: "unknown (5)"} {
		assert.Equal(t, want, x.String())
	}
}

func TestUnitsAsText(t *testing.T) {
	assert.Equal(t, "1 credit", credit.Credits(1).String())
	assert.Equal(t, "-1 allowance", credit.Allowances(-1).String())
	assert.Equal(t, "0 offsets", credit.Offsets(0).String())
	c, err := credit.Credits(204126).CO2e(ghg.SAR)
	require.NoError(t, err)
	tonnes(t, "204126", c)
	_, err = credit.Credits(1).CO2e(ghg.Metric{})
	require.ErrorIs(t, err, ghg.ErrNoMetric)
}

// A credit is sold once: what is left is sold instead.
func ExampleNotHeldError() {
	a := must(holdingAccount().Sell(sale("2023-06", "2019", 200000, 2023)))
	more := sale("2023-07", "2019", 5000, 2023)
	_, err := a.Sell(more)
	fmt.Println(err)
	var not *credit.NotHeldError
	if errors.As(err, &not) && not.Held > 0 {
		more.Units = not.Held
	}
	p, _ := must(a.Sell(more)).Total()
	fmt.Println(more.Units, "sold,", p.Held, "left")
	// Output:
	// batch "2019": 5000 credits to sell, but 4126 are held: of 204126 issued, 200000 are sold, 0 retired, 0 cancelled, 0 converted
	// 4126 credits sold, 0 credits left
}

// First issuance of November 2009: 225,919 t for 3.2 bn won.
func ExampleSale_Price() {
	s := credit.Sale{Units: 225919, Received: strategy.MustMoney("3.2 bn KRW", strategy.Nominal)}
	fmt.Println(s.Price())
	// Output:
	// 14164.3686454 KRW (nominal) <nil>
}

// Won and euro do not add up without a rate.
func ExampleAccount_Revenue() {
	a := must(must(credit.NewAccount(bangcheonri())).Verify(verification("2009", "2009", "260000")))
	a = must(a.Issue(issuance("2009", 204126, 2010)))
	s := sale("BlueNext", "2009", 173000, 2010)
	s.Type, s.Received = credit.Trader, strategy.MustMoney("2164900 EUR", strategy.Nominal)
	_, err := must(a.Sell(s)).Revenue(strategy.KRW)
	var mismatch *strategy.MoneyMismatchError
	if errors.As(err, &mismatch) {
		fmt.Println("ask for the rate of", mismatch.B.Currency())
	}
	s.Exchange = credit.Exchange{To: strategy.KRW, Rate: decimal.RequireFromString("1470.3"), On: day(2010, 3, 2)}
	fmt.Println(must(a.Sell(s)).Revenue(strategy.KRW))
	// Output:
	// ask for the rate of EUR
	// 3183052470 KRW (nominal) <nil>
}

// All fields that do not stand are named, each with what may stand there.
func ExampleSale() {
	s := sale("2023-06", "2019", 1000, 2023)
	s.Type, s.Buyer = 0, ""
	_, err := holdingAccount().Sell(s)
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f.Of, "-", f.Field, "-", f.Detail)
		}
	}
	// Output:
	// sale "2023-06" - buyer - a text of 1 to 500 bytes is needed
	// sale "2023-06" - type of buyer - compliance, foreign, voluntary or trader
}

// Who may count a unit depends on who bought it.
func ExampleBuyerType() {
	fmt.Println(credit.ComplianceBuyer, credit.ForeignBuyer, credit.VoluntaryBuyer, credit.Trader)
	// Output:
	// compliance foreign voluntary trader
}

// The rate of a currency is stated with its day, or not at all.
func ExampleExchange() {
	s := sale("BlueNext-2", "2019", 41000, 2020)
	s.Type, s.Received = credit.ForeignBuyer, strategy.MustMoney("512500 EUR", strategy.Nominal)
	s.Exchange = credit.Exchange{To: strategy.KRW, Rate: dec("1338.24")}
	_, err := holdingAccount().Sell(s)
	fmt.Println(err)
	s.Exchange.On = day(2020, 12, 22)
	fmt.Println(must(holdingAccount().Sell(s)).Revenue(strategy.KRW))
	// Output:
	// sale "BlueNext-2", exchange "EUR to KRW": two currencies, a rate above 0 and its day are needed, or nothing at all
	// 685848000 KRW (nominal) <nil>
}
