package credit_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// two is an account of two batches: 1000 t verified for 2018, of which the
// partner's sales are not known, and 2000 t for 2019, of which it sold 100 t.
// 785.1 t and 1570.2 t are the place's; a levy of 2 % and a buffer of 10 % are
// 31.404 t and 157.02 t of the latter.
func two(t testing.TB) credit.Account {
	t.Helper()
	a := must(open(t, bangcheonri()).Verify(verification("2018", "2018", "1000")))
	v := verification("2019", "2019", "2000")
	v.Partner = credit.PartnerSold(sar("100"))
	a = must(a.Verify(v))
	x := issuance("2019", 1381, 2020) // 1570.2 × 0.88 = 1381.776
	x.Levy, x.Buffer = ghg.MustShare("2%"), ghg.MustShare("10%")
	a = must(a.Issue(x))
	s := sale("1", "2019", 300, 2021)
	s.Type, s.CorrespondingAdjustment = credit.ForeignBuyer, true
	a = must(a.Sell(s))
	a = must(a.Sell(sale("2", "2019", 200, 2021)))
	a = must(a.Retire("2019", 50, "2021 check", day(2022, 1, 1)))
	a = must(a.Cancel("2019", 31, "nobody", day(2022, 1, 1)))
	return must(a.Claim(claim("1", "2019", "60.5")))
}

func TestPosition(t *testing.T) {
	p, err := two(t).Total()
	require.NoError(t, err)
	tonnes(t, "3000", p.Verified)
	tonnes(t, "2355.3", p.Owned)
	tonnes(t, "644.7", p.Partner)
	tonnes(t, "31.404", p.Levy)
	tonnes(t, "157.02", p.Buffer)
	assert.Equal(t, credit.Credits(1381), p.Issued)
	assert.Equal(t, credit.Credits(800), p.Held)
	assert.Equal(t, credit.Credits(500), p.Sold)
	tonnes(t, "785.876", p.NotIssued) // 785.1 + 1570.2 - 188.424 - 1381
	tonnes(t, "60.5", p.Claimed)
	tonnes(t, "1575.376", p.Claimable) // 2355.3 - 188.424 - 500 - 31 - 60.5
	assert.Equal(t, "all batches: 3000 tCO2e (SAR) verified, 2355.3 t owned, 1381 issued, 500 sold, 1575.376 t claimable", p.String())
	assert.Equal(t, `all batches, KOC of daegu, 방천리 매립가스 (ACM0001), in SAR
verified           3000 t, of the whole project
owned              2355.3 t = verified × 78.51%; the other 644.7 t are the partner's
levy, buffer       31.404 t, 157.02 t
issued             1381 whole units, rounded down; 785.876 t were not issued
of them            800 held, 500 sold, 50 retired, 31 cancelled, 0 converted
claimable          1575.376 t = owned - levy - buffer - sold - cancelled - converted - 60.5 t claimed
whole project      1905.176 to 2120.076 t, as the partner's sales are not known
inventory          falls by 3000 t, whoever sold them
to be added back   631.404 to 846.304 t,`+
		` as the partner's sales are not known; a goal that does not add them back counts them twice`, p.Details())

	p, err = two(t).Batch("2019")
	require.NoError(t, err)
	assert.Equal(t, "batch 2019", p.Of)
	partner, err := p.PartnerClaimable()
	require.NoError(t, err)
	tonnes(t, "329.8", partner)
	whole, err := p.WholeProject()
	require.NoError(t, err)
	tonnes(t, "1120.076", whole) // 790.276 + 329.8
	back, err := p.AddBack()
	require.NoError(t, err)
	tonnes(t, "631.404", back) // 31.404 + 500 + 100
	assert.Contains(t, p.Details(), "to be added back   631.404 t;")

	var none credit.Position
	assert.Equal(t, "no position", none.String())
	assert.Equal(t, "no position", none.Details())
}

func TestPartnerSalesNotKnown(t *testing.T) {
	p := must(two(t).Total())
	var e *credit.PartnerSalesError
	_, err := p.PartnerClaimable()
	require.ErrorAs(t, err, &e)
	tonnes(t, "329.8", e.Low)
	tonnes(t, "544.7", e.High)
	assert.Equal(t, []string{"2018"}, e.Batches)
	assert.Equal(t, `what the partner may claim: what the partner sold of batch "2018" is not known: `+
		"between 329.8 tCO2e (SAR) and 544.7 tCO2e (SAR)", err.Error())
	_, err = p.WholeProject()
	require.ErrorAs(t, err, &e)
	tonnes(t, "1905.176", e.Low)
	tonnes(t, "2120.076", e.High)
	_, err = p.AddBack()
	require.ErrorAs(t, err, &e)
	tonnes(t, "631.404", e.Low)
	tonnes(t, "846.304", e.High)

	a := must(two(t).WithPartnerSales("2018", credit.PartnerSold(sar("214.9"))))
	back, err := must(a.Total()).AddBack()
	require.NoError(t, err)
	tonnes(t, "846.304", back)
	a = must(two(t).WithPartnerSales("2018", credit.PartnerSoldNothing()))
	back, err = must(a.Total()).AddBack()
	require.NoError(t, err)
	tonnes(t, "631.404", back)
	_, err = two(t).WithPartnerSales("2018", credit.PartnerSold(sar("215")))
	require.ErrorContains(t, err, "the partner owns 214.9 t")
	_, err = two(t).WithPartnerSales("2017", credit.PartnerSoldNothing())
	require.Error(t, err)
	assert.Equal(t, "unknown", credit.PartnerSales{}.String())
	assert.Equal(t, "nothing sold", credit.PartnerSoldNothing().String())
	assert.Equal(t, "214.9 tCO2e (SAR) sold", credit.PartnerSold(sar("214.9")).String())
	assert.Equal(t, "nothing sold", credit.PartnerSold(sar("0")).String())
}

func TestReductions(t *testing.T) {
	a := two(t)
	a = must(a.Verify(verification("2019 b", "2017-05-01/2017-06-30", "10")))
	a = must(a.Verify(verification("2017 c", "2017-07-01/2017-12-31", "20")))
	r, err := a.Reductions()
	require.NoError(t, err)
	assert.Equal(t, strategy.Verified, r.Kind())
	for year, want := range map[int]string{2017: "23.553", 2018: "785.1", 2019: "850.776"} {
		got, ok := r.At(year)
		require.True(t, ok)
		tonnes(t, want, got, year)
	}
	assert.Equal(t, 3, r.Len())
	_, err = open(t, bangcheonri()).Reductions()
	require.Error(t, err, "nothing was verified")

	a = must(a.Verify(verification("span", "2020-08-01/2021-07-31", "20")))
	_, err = a.Reductions()
	assert.EqualError(t, err, `batch "span", period "2020-08-01 to 2021-07-31": `+
		"it is of more than one calendar year: enter one batch for each year, with the amount that was verified for it")
	_, err = must(a.WithPartnerSales("span", credit.PartnerSoldNothing())).SoldUnits(ghg.SAR)
	require.Error(t, err)
}

func TestSoldUnits(t *testing.T) {
	a := must(two(t).WithPartnerSales("2018", credit.PartnerSoldNothing()))
	got, err := a.SoldUnits(ghg.SAR)
	require.NoError(t, err)
	require.Len(t, got, 4)
	for i, want := range []struct {
		amount, source string
		adjusted       bool
	}{
		{"300", "방천리 매립가스, sale 1 to 발전사 A", true},
		{"200", "방천리 매립가스, sale 2 to 발전사 A", false},
		{"100", "방천리 매립가스, sold by 민간 사업자", false},
		{"31.404", "방천리 매립가스, levy of KOC", false},
	} {
		u := got[i]
		same(t, want.amount, u.Amount.Tonnes())
		u.Amount = ghg.Mass{}
		assert.Equal(t, target.Units{Year: 2019, Vintage: 2019, Type: target.ReductionUnit, Status: target.UnitSold,
			CorrespondingAdjustment: want.adjusted, Source: want.source}, u)
	}
	_, err = two(t).SoldUnits(ghg.SAR)
	var partner *credit.PartnerSalesError
	require.ErrorAs(t, err, &partner)
	var metric *ghg.MetricMismatchError
	_, err = a.SoldUnits(ghg.AR5)
	require.ErrorAs(t, err, &metric)
	_, err = a.SoldUnits(ghg.Metric{})
	require.ErrorAs(t, err, &metric)
}

func TestFindings(t *testing.T) {
	a := two(t)
	s := sale("3", "2019", 7, 2021)
	s.Type = credit.ForeignBuyer
	a = must(a.Sell(s))
	s.ID, s.Type = "4", credit.Trader
	a = must(a.Sell(s))
	s.ID, s.Type = "5", credit.VoluntaryBuyer
	a = must(a.Sell(s))
	a, _, err := a.Convert("2019", 9, day(2022, 2, 1), trading(t))
	require.NoError(t, err)
	var got []string
	for _, f := range a.Findings().All {
		got = append(got, f.Severity.String()+" "+f.String()+" ["+f.Found+"]")
	}
	assert.Equal(t, []string{
		"warning sale 2, double-claim: 발전사 A surrenders 200 credits of batch 2019 for its emissions; " +
			"the inventory of daegu shows the same reduction: add them back, or do not claim it [200 credits]",
		"warning sale 3, no-corresponding-adjustment: 발전사 A counts 7 credits of batch 2019 abroad, " +
			"with no corresponding adjustment at home [7 credits]",
		"note sale 4, buyer-unknown: 발전사 A sells on 7 credits of batch 2019: who counts them is not known [7 credits]",
		"note batch 2019, converted-to-offsets: 9 credits were converted for 대구광역시 환경기초시설, K-ETS: " +
			"their tonnes are spent in the trading scheme and not claimable [9 credits]",
		"warning batch 2018, partner-sales-unknown: 민간 사업자 owns 214.9 tCO2e (SAR), and what it sold is not known [214.9 tCO2e (SAR)]",
	}, got)
}

func TestForecast(t *testing.T) {
	a := two(t)
	f := credit.Forecast{Period: period("2018-01-01/2020-12-31"), Reduction: sar("1212000"), Revenue: krw("43"), Source: "PDD: 404 kt a year"}
	d, err := a.Against(f)
	require.NoError(t, err)
	tonnes(t, "3000", d.Verified)
	assert.Equal(t, 2, d.Batches)
	assert.Equal(t, 1096, d.Days)
	assert.Equal(t, 730, d.Monitored)
	assert.Zero(t, d.Outside)
	assert.Equal(t, "2018-01-01/2020-12-31: 1212000 tCO2e (SAR) expected, 3000 tCO2e (SAR) verified in 730 of 1096 days", d.String())
	f.Period = period("2028")
	d, err = a.Against(f)
	require.NoError(t, err)
	assert.Equal(t, 133, d.Outside) // 21 August to 31 December
	tonnes(t, "0", d.Verified)
	assert.Contains(t, d.String(), "; 133 days lie outside the crediting period, for which nothing is issued")
	f.Period = period("2030")
	d, err = a.Against(f)
	require.NoError(t, err)
	assert.Equal(t, 365, d.Outside)
	f.Period = period("2007")
	d, err = a.Against(f)
	require.NoError(t, err)
	assert.Equal(t, 232, d.Outside) // 1 January to 20 August

	f.Period = period("2018-01-02/2020-12-31")
	_, err = a.Against(f)
	require.ErrorContains(t, err, `batch "2018" lies partly outside it: 2018-01-01 to 2018-12-31`)
	f.Period = period("2018-01-01/2019-12-30")
	_, err = a.Against(f)
	require.ErrorContains(t, err, `batch "2019"`)
	_, err = a.Against(credit.Forecast{Reduction: ghg.MustCO2e("1 tCO2e (AR5)"), Revenue: krw("-1")})
	require.ErrorContains(t, err, "period")
	require.ErrorContains(t, err, "metric")
	require.ErrorContains(t, err, "received")
}

// Nothing is sold yet: the city may claim its own share.
func ExamplePosition() {
	p, err := holdingAccount().Batch("2019")
	fmt.Println(p, err)
	fmt.Println(p.Partner, "are the partner's")
	// Output:
	// batch 2019: 260000 tCO2e (SAR) verified, 204126 t owned, 204126 issued, 0 sold, 204126 t claimable <nil>
	// 55874 tCO2e (SAR) are the partner's
}
