package credit_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// An account holds at most 1000 entries of a kind.
func TestAccountsAreBounded(t *testing.T) {
	a := open(t, bangcheonri())
	var err error
	for i := range 1001 {
		d := time.Date(2010, 1, 1+i, 0, 0, 0, 0, time.UTC)
		x := day(d.Year(), int(d.Month()), d.Day())
		v := credit.Verification{Batch: fmt.Sprint(i), Period: must(ghg.NewPeriod(x, x)), Amount: sar("10000"), On: day(2019, 1, 1)}
		if i < 1000 {
			a = must(a.Verify(v))
			continue
		}
		_, err = a.Verify(v)
		require.ErrorContains(t, err, `batches "1001": at most 1000 are kept`)
	}
	a = holding(t)
	for i := range 1001 {
		s, when := sale(fmt.Sprint(i), "2019", 1, 2021), day(2021, 1, 1)
		if i < 1000 {
			a = must(must(must(a.Sell(s)).Retire("2019", 1, "check", when)).Claim(claim(fmt.Sprint(i), "2019", "1")))
			continue
		}
		_, err = a.Sell(s)
		require.ErrorContains(t, err, `entries "1001": at most 1000 are kept`)
		_, err = a.Retire("2019", 1, "check", when)
		require.ErrorContains(t, err, "at most 1000 are kept")
		_, err = a.Claim(claim(fmt.Sprint(i), "2019", "1"))
		require.ErrorContains(t, err, `claims "1001": at most 1000 are kept`)
	}
}

// Whatever amounts and shares are accepted, the position is exact and within
// bounds.
func FuzzPosition(f *testing.F) {
	f.Add("260000", "0.7851", "0", "0", "204126", "0")
	f.Add("99999999999.999999", "0.99999999", "0.01234567", "0.12345678", "1", "0.0000000000000000000001")
	f.Add("1.000000", "0.50000000", "0.5", "0.5", "0", "0")
	f.Add("1e10", "1", "0.02", "0.1", "1", "7")
	f.Fuzz(func(t *testing.T, amount, own, levy, buffer, partner, claimed string) {
		read := func(s string) ghg.CO2e {
			c, err := ghg.ParseCO2e(s + " tCO2e (SAR)")
			if err != nil {
				t.Skip()
			}
			return c
		}
		share := func(s string) ghg.Share {
			x, err := ghg.ParseShare(s)
			if err != nil {
				t.Skip()
			}
			return x
		}
		p := bangcheonri()
		p.Own = share(own)
		if p.Own.Fraction().Equal(decimal.New(1, 0)) {
			p.Partner = ""
		}
		a, err := credit.NewAccount(p)
		if err != nil {
			return
		}
		a, err = a.Verify(credit.Verification{Batch: "2019", Period: period("2019"), Amount: read(amount), On: day(2020, 6, 1),
			Partner: credit.PartnerSold(read(partner))})
		if err != nil {
			return
		}
		x := credit.Issuance{Batch: "2019", Levy: share(levy), Buffer: share(buffer), On: day(2020, 9, 1)}
		if x.Units, err = a.Issuable("2019", x.Levy, x.Buffer); err != nil || x.Units == 0 {
			return
		}
		a, err = a.Issue(x)
		require.NoError(t, err)
		if b, err := a.Claim(claim("1", "2019", read(claimed).Tonnes().String())); err == nil {
			a = b
		}
		at, err := a.Batch("2019")
		require.NoError(t, err)
		for _, c := range []ghg.CO2e{at.Verified, at.Owned, at.Partner, at.Levy, at.Buffer, at.NotIssued, at.Claimed, at.Claimable} {
			require.Equal(t, ghg.SAR.ID(), c.Metric().ID())
			require.GreaterOrEqual(t, c.Sign(), 0)
		}
		r := func(c ghg.CO2e) decimal.Decimal { return c.Tonnes() }
		verified := r(read(amount))
		owned := verified.Mul(p.Own.Fraction())
		require.True(t, r(at.Verified).Equal(verified))
		require.True(t, r(at.Owned).Equal(owned))
		require.True(t, r(at.Partner).Equal(verified.Sub(owned)))
		require.True(t, r(at.Levy).Equal(owned.Mul(x.Levy.Fraction())))
		require.True(t, r(at.Buffer).Equal(owned.Mul(x.Buffer.Fraction())))
		units := decimal.NewFromInt(int64(at.Issued))
		require.True(t, r(at.Levy).Add(r(at.Buffer)).Add(units).Add(r(at.NotIssued)).Equal(owned))
		require.True(t, r(at.NotIssued).LessThan(decimal.New(1, 0)), "less than a unit is rounded off")
		require.True(t, r(at.Claimable).Add(r(at.Claimed)).Add(r(at.Levy)).Add(r(at.Buffer)).Equal(owned))
		back, err := at.AddBack()
		require.NoError(t, err)
		require.True(t, r(back).Equal(r(at.Levy).Add(r(read(partner)))))
	})
}
