package credit_test

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func facilities() credit.Entity {
	return credit.Entity{Name: "대구광역시 환경기초시설", Place: "daegu", Scheme: "K-ETS", Metric: ghg.SAR, OffsetName: "KCU", Source: "dgmbc 582875"}
}

func trading(t testing.TB) credit.TradingAccount {
	t.Helper()
	a, err := credit.NewTradingAccount(facilities())
	require.NoError(t, err)
	return a
}

// year2020 is the compliance year 2020 as it was reported on 14 June 2021; that
// all was surrendered that was due is implied.
func year2020() credit.ComplianceYear {
	return credit.ComplianceYear{
		Year: 2020, Verified: sar("1177000"), AtHand: 1312000, Surrendered: 1177000, Banked: 25000,
		Sold:   []credit.Trade{{Units: 110000, With: "KRX", Value: krw("1860000000"), On: day(2021, 6, 14)}},
		Source: "hankyung 202106146844Y; dgmbc 582875",
	}
}

// 1,312 - 1,177 = 135 = 110 + 25 kt; 1.86 bn won/110 kt = 16,909 won.
func TestYearOfDaegu(t *testing.T) {
	a, err := trading(t).Close(year2020())
	require.NoError(t, err)
	y, ok := a.Year(2020)
	require.True(t, ok)
	assert.Equal(t, credit.Allowances(1312000), y.Held)
	assert.Equal(t, credit.Allowances(1177000), y.Due)
	assert.Equal(t, credit.Allowances(135000), y.Surplus)
	assert.Equal(t, credit.Allowances(110000), y.UnitsSold)
	assert.Zero(t, y.Uncovered)
	price, err := y.Sold[0].Price()
	require.NoError(t, err)
	same(t, "16909.09", price.Round(2).Amount())
	won, err := a.Revenue(strategy.KRW)
	require.NoError(t, err)
	same(t, "1860000000", won.Amount())
	assert.Equal(t, "2020: 1312000 allowances held, 1177000 t verified, surplus of 135000", y.String())
	assert.Equal(t, `대구광역시 환경기초시설, K-ETS, 2020
held = 1312000 at hand, carried in included + 0 bought - 0 repaid = 1312000
surplus = held - 1177000 t verified = 135000; allowances are permits, and a surplus of them is not a reduction
surrendered 1177000 and 0 offsets, uncovered 0
sold 110000, banked 25000, cancelled 0, borrowed 0
source: hankyung 202106146844Y; dgmbc 582875`, y.Details())
	assert.Equal(t, facilities(), a.Entity())
	_, ok = a.Year(2021)
	assert.False(t, ok)
	_, err = trading(t).Revenue(strategy.KRW)
	require.ErrorIs(t, err, strategy.ErrNoMoney)
	assert.Equal(t, "no compliance year", credit.ClosedYear{}.String())
	assert.Equal(t, "no compliance year", credit.ClosedYear{}.Details())
}

func TestYearsFollow(t *testing.T) {
	a := must(trading(t).Close(year2020()))
	next := credit.ComplianceYear{Year: 2021, Verified: sar("1200000"), Allocated: 1100000, CarriedIn: 25000, Borrowed: 60000,
		Bought: []credit.Trade{{Units: 10000, With: "KRX", Value: krw("200000000"), On: day(2022, 6, 1)},
			{Units: 2000, With: "중개회사", On: day(2022, 6, 2)}},
		Surrendered: 1197000}
	b, err := a.Close(next)
	require.NoError(t, err)
	y, _ := b.Year(2021)
	assert.Equal(t, credit.Allowances(1137000), y.Held)
	assert.Equal(t, credit.Allowances(-63000), y.Surplus)
	assert.Equal(t, credit.Allowances(3000), y.Uncovered)
	assert.Equal(t, "2021: 1137000 allowances held, 1200000 t verified, shortfall of 63000", y.String())
	assert.Contains(t, y.Details(), "held = 1100000 allocated + 25000 carried in + 12000 bought - 0 repaid = 1137000")
	assert.NotContains(t, y.Details(), "source")
	assert.Len(t, slices.Collect(b.Years()), 2)
	for y := range b.Years() {
		y.Sold = append(y.Sold, credit.Trade{})
		if len(y.Bought) > 0 {
			y.Bought[0].Units = 1
		}
		y.Sold[0].Units = 1
		break
	}
	y, _ = b.Year(2020)
	assert.Equal(t, credit.Allowances(110000), y.Sold[0].Units, "what was handed out is a copy")
	next.Bought[0].Units = 1
	y, _ = b.Year(2021)
	assert.Equal(t, credit.Allowances(10000), y.Bought[0].Units)
	y.Bought[0].Units = 1
	y, _ = b.Year(2021)
	assert.Equal(t, credit.Allowances(10000), y.Bought[0].Units)
	next.Bought[0].Units = 10000

	third := credit.ComplianceYear{Year: 2022, Verified: sar("1000000"), Allocated: 1100000, Surrendered: 1000000, Repaid: 60000,
		Cancelled: 15000, Banked: 25000}
	c, err := b.Close(third)
	require.NoError(t, err)
	y, _ = c.Year(2022)
	assert.Equal(t, credit.Allowances(1040000), y.Held)
	assert.Equal(t, credit.Allowances(40000), y.Surplus)

	for name, x := range map[string]struct {
		change     func(*credit.ComplianceYear)
		what       string
		difference credit.Allowances
		want       string
	}{
		"carried in": {func(y *credit.ComplianceYear) { y.CarriedIn = 24000 }, "carried in", -1000,
			"2021: 24000 allowances carried in, but the year before says 25000: a difference of -1000"},
		"at hand": {func(y *credit.ComplianceYear) { y.CarriedIn, y.Allocated, y.AtHand = 0, 0, 24999 }, "at hand", -1, "at hand"},
		"repaid":  {func(y *credit.ComplianceYear) { y.Repaid = 5 }, "repaid", 5, "repaid"},
		"balance": {func(y *credit.ComplianceYear) { y.Surrendered = 1196990 }, "allowances in and out", 10,
			"2021: 1197000 allowances came in and 1196990 went out: a difference of 10"},
	} {
		y := next
		x.change(&y)
		_, err := a.Close(y)
		var e *credit.BalanceError
		require.ErrorAs(t, err, &e, name)
		assert.Equal(t, x.what, e.What)
		assert.Equal(t, x.difference, e.Difference)
		assert.Contains(t, err.Error(), x.want)
	}
	y2 := next
	y2.CarriedIn, y2.Allocated, y2.AtHand = 0, 0, 1125000
	_, err = a.Close(y2)
	require.NoError(t, err, "the sum may be all that is known")
	y2.AtHand, y2.Surrendered = 25000, 97000
	_, err = a.Close(y2)
	require.NoError(t, err, "all that is at hand may have been carried in")
	next.Year = 2022
	_, err = a.Close(next)
	require.ErrorContains(t, err, "2021 comes next")
}

func TestTradingRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*credit.Entity)
		want   string
	}{
		"name":   {func(e *credit.Entity) { e.Name = "" }, "name"},
		"place":  {func(e *credit.Entity) { e.Place = "" }, "place"},
		"scheme": {func(e *credit.Entity) { e.Scheme = "" }, "scheme"},
		"metric": {func(e *credit.Entity) { e.Metric = ghg.Metric{} }, "metric"},
	} {
		e := facilities()
		c.change(&e)
		_, err := credit.NewTradingAccount(e)
		require.ErrorContains(t, err, c.want, name)
	}
	for name, c := range map[string]struct {
		change func(*credit.ComplianceYear)
		want   string
	}{
		"year":         {func(y *credit.ComplianceYear) { y.Year = 1 }, "1850 to 2300"},
		"fraction":     {func(y *credit.ComplianceYear) { y.Verified = sar("1177000.5") }, "at most 0 decimal places"},
		"metric":       {func(y *credit.ComplianceYear) { y.Verified = ghg.MustCO2e("1 tCO2e (AR5)") }, "metric"},
		"below 0":      {func(y *credit.ComplianceYear) { y.Banked = -1 }, `banked "-1"`},
		"absurd":       {func(y *credit.ComplianceYear) { y.Allocated = 100_000_000_001 }, "allocated"},
		"both":         {func(y *credit.ComplianceYear) { y.Allocated = 1 }, "not both"},
		"both carried": {func(y *credit.ComplianceYear) { y.CarriedIn = 1 }, "not both"},
		"trade none":   {func(y *credit.ComplianceYear) { y.Sold[0].Units = 0 }, `2020, sold 1, units "0"`},
		"trade with":   {func(y *credit.ComplianceYear) { y.Sold[0].With = "" }, "with"},
		"trade value":  {func(y *credit.ComplianceYear) { y.Sold[0].Value = krw("-1") }, "received"},
		"trade rate":   {func(y *credit.ComplianceYear) { y.Sold[0].Exchange.To = "USD" }, "exchange"},
		"trade day":    {func(y *credit.ComplianceYear) { y.Sold[0].On = ghg.Date{} }, "day"},
		"many trades":  {func(y *credit.ComplianceYear) { y.Bought = make([]credit.Trade, 1001) }, "at most 1000 trades"},
		"surrendered": {func(y *credit.ComplianceYear) { y.Surrendered, y.Banked = 1177001, 24999 },
			"at most one for each of the 1177000 t verified"},
		"no limit":      {func(y *credit.ComplianceYear) { y.Offsets = 1 }, "offset limit"},
		"offsets below": {func(y *credit.ComplianceYear) { y.Offsets = -1 }, "offsets"},
	} {
		y := year2020()
		c.change(&y)
		_, err := trading(t).Close(y)
		require.ErrorContains(t, err, c.want, name)
	}
	e := facilities()
	e.OffsetName = ""
	y := year2020()
	y.Offsets, y.OffsetLimit = 1, ghg.MustShare("5%")
	_, err := must(credit.NewTradingAccount(e)).Close(y)
	require.ErrorContains(t, err, "K-ETS accepts none")
	var none credit.TradingAccount
	_, err = none.Close(year2020())
	require.ErrorContains(t, err, "no account: make one")
}

func TestConvert(t *testing.T) {
	a, ets := holding(t), trading(t)
	b, kcu, err := a.Convert("2019", 50000, day(2021, 1, 2), ets)
	require.NoError(t, err)
	assert.Equal(t, credit.Offsets(50000), kcu.Offsets())
	assert.Zero(t, ets.Offsets())
	at := must(b.Batch("2019"))
	assert.Equal(t, credit.Credits(50000), at.Converted)
	assert.Equal(t, credit.Credits(154126), at.Held)
	tonnes(t, "154126", at.Claimable, "what is spent in the scheme is not claimed")
	assert.Equal(t, "대구광역시 환경기초시설, K-ETS", slices.Collect(b.Disposals())[0].For)

	_, _, err = b.Convert("2019", 154127, day(2021, 1, 2), kcu)
	var not *credit.NotHeldError
	require.ErrorAs(t, err, &not)
	assert.Equal(t, credit.Credits(50000), not.Converted)
	claimed := must(b.Claim(claim("1", "2019", "154126")))
	_, _, err = claimed.Convert("2019", 1, day(2021, 1, 2), kcu)
	var double *credit.DoubleClaimError
	require.ErrorAs(t, err, &double)

	// 5 % of 1,177,000 are 58,850.
	y := year2020()
	y.Offsets, y.OffsetLimit, y.Surrendered, y.Banked = 50000, ghg.MustShare("5%"), 1127000, 75000
	closed, err := kcu.Close(y)
	require.NoError(t, err)
	assert.Zero(t, closed.Offsets())
	c, _ := closed.Year(2020)
	assert.Zero(t, c.Uncovered)
	assert.Equal(t, credit.Allowances(135000), c.Surplus)

	var limit *credit.OffsetLimitError
	y.OffsetLimit = ghg.MustShare("4.248%") // 49,998.96
	_, err = kcu.Close(y)
	require.ErrorAs(t, err, &limit)
	assert.Equal(t, "2020: 50000 offsets to surrender, but 50000 are held and the limit is 49998", err.Error())
	y.OffsetLimit, y.Offsets = ghg.MustShare("5%"), 50001
	_, err = kcu.Close(y)
	require.ErrorAs(t, err, &limit)
	assert.Equal(t, credit.Offsets(58850), limit.Limit)
	y.Verified, y.Offsets, y.Surrendered, y.Banked = sar("1000000"), 50000, 1127000, 75000
	_, err = kcu.Close(y)
	require.ErrorContains(t, err, "with 50000 offsets at most one for each of the 1000000 t", "at the limit, but beyond what is due")

	for name, c := range map[string]struct {
		project func(*credit.Project)
		entity  func(*credit.Entity)
		want    string
	}{
		"not convertible": {func(p *credit.Project) { p.Programme = credit.Programme{Name: "CDM CER"} }, nil,
			`programme "CDM CER": it has no offset`},
		"not accepted": {nil, func(e *credit.Entity) { e.OffsetName = "" }, `offset "KCU": K-ETS accepts ""`},
		"another's":    {nil, func(e *credit.Entity) { e.Place = "pohang" }, `place "daegu" and "pohang": both`},
	} {
		p, e := bangcheonri(), facilities()
		if c.project != nil {
			c.project(&p)
		}
		if c.entity != nil {
			c.entity(&e)
		}
		x := must(open(t, p).Verify(verification("2019", "2019", "10")))
		x = must(x.Issue(issuance("2019", 7, 2020)))
		_, _, err := x.Convert("2019", 7, day(2021, 1, 2), must(credit.NewTradingAccount(e)))
		assert.ErrorContains(t, err, c.want, name)
	}
	e := facilities()
	e.Metric = ghg.AR5
	_, _, err = a.Convert("2019", 1, day(2021, 1, 2), must(credit.NewTradingAccount(e)))
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	_, _, err = a.Convert("2019", 1, day(2021, 1, 2), credit.TradingAccount{})
	require.ErrorContains(t, err, "no account: make one")
	_, _, err = credit.Account{}.Convert("2019", 1, day(2021, 1, 2), ets)
	require.ErrorContains(t, err, "no account: make one")
}

// Credits are of the entity's place however that is typed.
func TestAnEntityIsOfOnePlaceHoweverTyped(t *testing.T) {
	e := facilities()
	e.Place = "daegu\u00a0\u200b"
	a, err := credit.NewTradingAccount(e)
	require.NoError(t, err)
	assert.Equal(t, ghg.PlaceID("daegu"), a.Entity().Place)
	e.Place = "\xff"
	_, err = credit.NewTradingAccount(e)
	assert.ErrorContains(t, err, "not UTF-8")
}
