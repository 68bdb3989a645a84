package credit_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProjectRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*credit.Project)
		want   string
	}{
		"no ID":            {func(p *credit.Project) { p.ID = "" }, `project "", id: a text of 1 to 500 bytes is needed`},
		"long ID":          {func(p *credit.Project) { p.ID = string(make([]byte, 501)) }, "id"},
		"no place":         {func(p *credit.Project) { p.Place = "" }, "place"},
		"no programme":     {func(p *credit.Project) { p.Programme.Name = "" }, "programme"},
		"no methodology":   {func(p *credit.Project) { p.Methodology = "" }, "methodology"},
		"no period":        {func(p *credit.Project) { p.Crediting = ghg.Period{} }, `crediting period "no period"`},
		"no metric":        {func(p *credit.Project) { p.Metric = ghg.Metric{} }, "metric"},
		"no share":         {func(p *credit.Project) { p.Own = ghg.Share{} }, "own share"},
		"no partner":       {func(p *credit.Project) { p.Partner = "" }, `partner: a name is needed`},
		"needless partner": {func(p *credit.Project) { p.Own = ghg.MustShare("100%") }, `partner "민간 사업자"`},
	} {
		t.Run(name, func(t *testing.T) {
			p := bangcheonri()
			c.change(&p)
			_, err := credit.NewAccount(p)
			require.ErrorContains(t, err, c.want)
		})
	}
	p := bangcheonri()
	p.Methodology, p.Place = "", ""
	_, err := credit.NewAccount(p)
	require.ErrorContains(t, err, "place")
	require.ErrorContains(t, err, "methodology", "all at once")
	p = bangcheonri()
	p.ID = string(make([]byte, 500))
	a, err := credit.NewAccount(p)
	require.NoError(t, err)
	assert.Equal(t, p, a.Project())
}

func TestZeroAccountTakesNothing(t *testing.T) {
	var a credit.Account
	_, e1 := a.Verify(verification("2019", "2019", "1"))
	_, e2 := a.Issue(issuance("2019", 1, 2020))
	_, e3 := a.Sell(sale("1", "2019", 1, 2021))
	_, e4 := a.Retire("2019", 1, "2021", day(2021, 1, 1))
	_, e5 := a.Claim(credit.Claim{})
	_, e6 := a.Total()
	_, e7 := a.Batch("2019")
	_, e8 := a.Reductions()
	_, e9 := a.SoldUnits(ghg.SAR)
	_, e10 := a.Against(credit.Forecast{})
	_, e11 := a.Issuable("2019", ghg.MustShare("0%"), ghg.MustShare("0%"))
	_, e12 := a.WithPartnerSales("2019", credit.PartnerSoldNothing())
	for i, err := range []error{e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12} {
		require.ErrorContains(t, err, "no account: make one", i+1)
	}
	assert.Zero(t, a.Findings().Len())
}

func TestVerifyRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*credit.Verification)
		want   string
	}{
		"no batch":     {func(v *credit.Verification) { v.Batch = "" }, "batch"},
		"no period":    {func(v *credit.Verification) { v.Period = ghg.Period{} }, "period"},
		"no day":       {func(v *credit.Verification) { v.On = ghg.Date{} }, "day"},
		"early":        {func(v *credit.Verification) { v.On = day(2018, 12, 30) }, "not before the last day monitored, 2018-12-31"},
		"below zero":   {func(v *credit.Verification) { v.Amount = sar("-1") }, "0 to 100000000000 t are allowed"},
		"too much":     {func(v *credit.Verification) { v.Amount = sar("100000000000.1") }, "are allowed"},
		"too fine":     {func(v *credit.Verification) { v.Amount = sar("1.0000001") }, "at most 6 decimal places of a tonne"},
		"other metric": {func(v *credit.Verification) { v.Amount = ghg.MustCO2e("1 tCO2e (AR5)") }, "an amount on the metric SAR is needed"},
		"overlaps": {func(v *credit.Verification) { v.Period, v.On = period("2018-12-31/2019-01-01"), day(2019, 6, 1) },
			`batch "2019" has days of it: 2019-01-01 to 2019-12-31`},
		"partner":       {func(v *credit.Verification) { v.Partner = credit.PartnerSold(sar("214.91")) }, "the partner owns 214.9 t"},
		"partner below": {func(v *credit.Verification) { v.Partner = credit.PartnerSold(sar("-1")) }, "partner's sales"},
		"partner other": {func(v *credit.Verification) { v.Partner = credit.PartnerSold(ghg.MustCO2e("1 tCO2e (AR5)")) }, "metric"},
		"more than computed": {func(v *credit.Verification) {
			v.Computed = must(acm0001().Reduction(sar("0"), reading("2018", "flare", "132849", "50%", "100%")))
		}, "no more than was computed from the monitored gas, 999.8"},
		"gas of before": {func(v *credit.Verification) {
			v.Computed = must(acm0001().Reduction(sar("0"), reading("2017-12-31/2018-12-31", "flare", "132900", "50%", "100%")))
		}, "gas monitored within the period is needed, 2018-01-01 to 2018-12-31"},
		"gas of after": {func(v *credit.Verification) {
			v.Computed = must(acm0001().Reduction(sar("0"),
				reading("2018", "engine", "1", "50%", "100%"), reading("2018-01-01/2019-01-01", "flare", "132900", "50%", "100%")))
		}, "gas monitored within the period is needed"},
		"computed otherwise": {func(v *credit.Verification) {
			g := acm0001()
			g.Metric = ghg.AR5
			v.Computed = must(g.Reduction(ghg.MustCO2e("0 tCO2e (AR5)"), reading("2018", "flare", "1", "50%", "100%")))
		}, "AR5"},
	} {
		t.Run(name, func(t *testing.T) {
			v := verification("2018", "2018", "1000")
			_, err := holding(t).Verify(v)
			require.NoError(t, err)
			c.change(&v)
			_, err = holding(t).Verify(v)
			require.ErrorContains(t, err, c.want)
		})
	}
	var twice *ghg.TwiceError
	_, err := holding(t).Verify(verification("2019", "2018", "1000"))
	require.ErrorAs(t, err, &twice)
	assert.Equal(t, `project "방천리 매립가스": batch 2019 is given twice: one is allowed`, err.Error())
	_, err = holding(t).Verify(credit.Verification{Batch: "x", Amount: ghg.MustCO2e("1 tCO2e (AR5)")})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 2, faults.Len(), "amount and period, at once")
	v := verification("2018", "2018", "1000")
	v.On = day(2018, 12, 31)
	v.Partner = credit.PartnerSold(sar("214.9"))
	v.Computed = must(acm0001().Reduction(sar("0"), reading("2018", "flare", "132900", "50%", "100%")))
	_, err = holding(t).Verify(v)
	require.NoError(t, err, "on the last day monitored, all that the partner owns, less than computed")
	v.Amount, v.Partner = sar("7.5264"), credit.PartnerSales{}
	v.Computed = must(acm0001().Reduction(sar("0"), reading("2018", "flare", "1000", "50%", "100%")))
	_, err = holding(t).Verify(v)
	require.NoError(t, err, "just what was computed")
}

func TestIssuableIsRoundedDown(t *testing.T) {
	a := open(t, bangcheonri())
	a, err := a.Verify(verification("2008", "2008", "371864"))
	require.NoError(t, err)
	for _, c := range []struct {
		levy, buffer string
		want         int64
	}{
		{"0%", "0%", 291950},      // 371,864 × 0.7851 = 291,950.4264
		{"2%", "0%", 286111},      // × 0.98 = 286,111.417872
		{"2%", "10%", 256916},     // × 0.88 = 256,916.375232
		{"40%", "60%", 0},         // all of it
		{"0%", "99.9999%", 0},     // 0.29
		{"0%", "99.9996%", 1},     // 1.17
		{"100%", "0%", 0},         //
		{"0%", "0.0002%", 291949}, // 291,949.84
	} {
		got, err := a.Issuable("2008", ghg.MustShare(c.levy), ghg.MustShare(c.buffer))
		require.NoError(t, err)
		assert.Equal(t, credit.Credits(c.want), got, c)
	}
	_, err = a.Issuable("2008", ghg.MustShare("50%"), ghg.MustShare("50.1%"))
	require.ErrorContains(t, err, "together at most 100%")
	_, err = a.Issuable("2008", ghg.Share{}, ghg.MustShare("0%"))
	require.ErrorContains(t, err, "levy")
	_, err = a.Issuable("2008", ghg.MustShare("0%"), ghg.Share{})
	require.ErrorContains(t, err, "buffer")
	_, err = a.Issuable("2009", ghg.MustShare("0%"), ghg.MustShare("0%"))
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, `project "방천리 매립가스": unknown batch "2009": allowed are 2008`, err.Error())
}

func TestIssueRefused(t *testing.T) {
	verified := must(open(t, bangcheonri()).Verify(verification("2019", "2019", "260000")))
	for name, c := range map[string]struct {
		change func(*credit.Issuance)
		want   string
	}{
		"none":   {func(x *credit.Issuance) { x.Units = 0 }, "1 to 100000000000 are allowed"},
		"absurd": {func(x *credit.Issuance) { x.Units = 100_000_000_001 }, "1 to 100000000000 are allowed"},
		"too many": {func(x *credit.Issuance) { x.Units = 204127 },
			"at most 204126: own tonnes 204126 × (1 - 0% levy - 0% buffer), rounded down"},
		"with levy": {func(x *credit.Issuance) { x.Levy = ghg.MustShare("2%") }, "at most 200043"},
		"no levy":   {func(x *credit.Issuance) { x.Levy = ghg.Share{} }, "levy"},
		"early":     {func(x *credit.Issuance) { x.On = day(2020, 5, 31) }, "not before the day of the verification, 2020-06-01"},
		"unknown":   {func(x *credit.Issuance) { x.Batch = "2018" }, `unknown batch "2018"`},
	} {
		t.Run(name, func(t *testing.T) {
			x := issuance("2019", 204126, 2020)
			c.change(&x)
			_, err := verified.Issue(x)
			require.ErrorContains(t, err, c.want)
		})
	}
	var twice *ghg.TwiceError
	_, err := holding(t).Issue(issuance("2019", 1, 2020))
	require.ErrorAs(t, err, &twice)
}

func TestNothingIsIssuedOutsideTheCreditingPeriod(t *testing.T) {
	for when, ok := range map[string]bool{
		"2007-08-21/2007-12-31": true, "2007-08-20/2007-12-31": false,
		"2028-01-01/2028-08-20": true, "2028-01-01/2028-08-21": false, "2029": false,
	} {
		a := must(open(t, bangcheonri()).Verify(verification("x", when, "1000")))
		_, err := a.Issue(issuance("x", 700, 2031))
		if ok {
			require.NoError(t, err, when)
			continue
		}
		assert.Contains(t, err.Error(), "the crediting period is 2007-08-21 to 2028-08-20")
		_, err = a.Claim(credit.Claim{ID: "1", Batch: "x", Amount: sar("785.1"), For: "check", On: day(2031, 5, 31)})
		require.NoError(t, err, "what was verified may still be claimed")
	}
}

func TestIssueTakesNoClaimedTonnes(t *testing.T) {
	a := must(open(t, bangcheonri()).Verify(verification("2019", "2019", "1000")))
	a = must(a.Claim(credit.Claim{ID: "1", Batch: "2019", Amount: sar("785.1"), For: "2020 check", On: day(2020, 6, 1)}))
	x := issuance("2019", 700, 2020)
	x.Levy, x.Buffer = ghg.MustShare("2%"), ghg.MustShare("3%")
	_, err := a.Issue(x)
	var double *credit.DoubleClaimError
	require.ErrorAs(t, err, &double)
	assert.Equal(t, "issue", double.Doing)
	tonnes(t, "39.255", double.Asked) // 785.1 × 5 %
	tonnes(t, "0", double.Free)
	x.Levy, x.Buffer = ghg.MustShare("0%"), ghg.MustShare("0%")
	_, err = a.Issue(x)
	require.NoError(t, err, "without levy and buffer nothing is taken")
	a = must(a.Withdraw("1"))
	a = must(a.Claim(credit.Claim{ID: "1", Batch: "2019", Amount: sar("745.845"), For: "2020 check", On: day(2020, 6, 1)}))
	x.Levy, x.Buffer = ghg.MustShare("2%"), ghg.MustShare("3%")
	_, err = a.Issue(x)
	require.NoError(t, err, "785.1 - 39.255 are just enough")
}

func TestMethodsReturnNewAccounts(t *testing.T) {
	a := holding(t)
	b := must(a.Sell(sale("1", "2019", 100, 2021)))
	c := must(a.Sell(sale("2", "2019", 7, 2021)))
	for want, x := range map[credit.Credits]credit.Account{0: a, 100: b, 7: c} {
		at, err := x.Total()
		require.NoError(t, err)
		assert.Equal(t, want, at.Sold)
	}
}

// A batch is named as it was verified, and a contract entered once: whoever keeps
// the account asks which of the two it was.
func ExampleAccount_Sell() {
	a := holdingAccount()
	for _, s := range []credit.Sale{sale("2023-06", "2018", 1000, 2023), sale("2023-06", "2019", 1000, 2023),
		sale("2023-06", "2019", 1000, 2023)} {
		after, err := a.Sell(s)
		var unknown *ghg.UnknownError
		var twice *ghg.TwiceError
		switch {
		case errors.As(err, &unknown):
			fmt.Println("no batch", unknown.ID, "but", unknown.Allowed)
		case errors.As(err, &twice):
			fmt.Println(twice.What, twice.ID, "stands already")
		default:
			a = after
		}
	}
	for s := range a.Sales() {
		fmt.Println(s.ID, s.Units)
	}
	// Output:
	// no batch 2018 but [2019]
	// sale 2023-06 stands already
	// 2023-06 1000 credits
}
