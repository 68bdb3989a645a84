package credit_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var dec = decimal.RequireFromString

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func period(s string) ghg.Period { return must(ghg.ParsePeriod(s)) }

func day(y, m, d int) ghg.Date { return ghg.Date{Year: y, Month: time.Month(m), Day: d} }

func sar(tonnes string) ghg.CO2e { return must(ghg.NewCO2e(dec(tonnes), ghg.Tonne, ghg.SAR)) }

func krw(amount string) strategy.Money {
	return must(strategy.NewMoney(dec(amount), strategy.KRW, strategy.Nominal))
}

// bangcheonri is the landfill-gas project of Daegu, registered as a CDM project
// and brought to the K-ETS. The days of the crediting period, the names of partner
// and buyer and the split by year are invented.
func bangcheonri() credit.Project {
	return credit.Project{
		ID: "방천리 매립가스", Place: "daegu", Programme: credit.Programme{Name: "KOC", OffsetName: "KCU"},
		Methodology: "ACM0001", Crediting: period("2007-08-21/2028-08-20"), Metric: ghg.SAR,
		Own: ghg.MustShare("78.51%"), Partner: "민간 사업자", Source: "jjinews 144237",
	}
}

func open(t testing.TB, p credit.Project) credit.Account {
	t.Helper()
	a, err := credit.NewAccount(p)
	require.NoError(t, err)
	return a
}

func verification(batch, when, amount string) credit.Verification {
	p := period(when)
	return credit.Verification{Batch: batch, Period: p, Amount: sar(amount), On: ghg.Date{Year: p.End().Year + 1, Month: 6, Day: 1}}
}

func issuance(batch string, units int64, year int) credit.Issuance {
	return credit.Issuance{Batch: batch, Units: credit.Credits(units), Levy: ghg.MustShare("0%"), Buffer: ghg.MustShare("0%"),
		On: ghg.Date{Year: year, Month: 9, Day: 1}}
}

func sale(id, batch string, units int64, year int) credit.Sale {
	return credit.Sale{ID: id, Batch: batch, Units: credit.Credits(units), Buyer: "발전사 A", Type: credit.ComplianceBuyer,
		On: ghg.Date{Year: year, Month: 12, Day: 22}}
}

// holding is the account with 260,000 t verified for 2019 and all of the own
// units issued.
func holding(t testing.TB) credit.Account {
	t.Helper()
	a := open(t, bangcheonri())
	a, err := a.Verify(verification("2019", "2019", "260000"))
	require.NoError(t, err)
	a, err = a.Issue(issuance("2019", 204126, 2020))
	require.NoError(t, err)
	return a
}

func same(t testing.TB, want string, got decimal.Decimal, what ...any) {
	t.Helper()
	assert.True(t, dec(want).Equal(got), "want %s, got %s %v", want, got, what)
}

func tonnes(t testing.TB, want string, got ghg.CO2e, what ...any) {
	t.Helper()
	same(t, want, got.Tonnes(), what...)
	assert.Equal(t, ghg.SAR.ID(), got.Metric().ID())
}
