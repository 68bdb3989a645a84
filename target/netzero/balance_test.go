package netzero_test

import (
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func t5(amount string) ghg.CO2e { return ghg.MustCO2e(amount + " tCO2e (AR5)") }

// account is one of a base of 1000 t, with an actual figure of 2050.
func account(gross, removals, removalOffsets, avoidance string) netzero.Account {
	return accountOf(ghg.YearFigure{Year: 2050, CO2e: t5(gross), Vintage: ghg.FirstVintage}, removals, removalOffsets, avoidance)
}

func accountOf(f ghg.YearFigure, removals, removalOffsets, avoidance string) netzero.Account {
	return netzero.Account{Gross: gross(f, "1000"), Year: f.Year, BaseYear: 1990, Removals: removed(f.Year, removals+" tCO2e (AR5)"),
		RemovalOffsets: t5(removalOffsets), AvoidanceOffsets: t5(avoidance)}
}

// gross is a series of a base and a figure.
func gross(f ghg.YearFigure, base string) ghg.Yearly {
	return must(ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5,
		[]ghg.YearFigure{f, {Year: 1990, CO2e: t5(base), Vintage: ghg.FirstVintage}}))
}

func TestBalanceTellsTheClaimsApart(t *testing.T) {
	const (
		pass = netzero.Pass
		warn = netzero.Warn
		fail = netzero.Fail
	)
	for _, c := range []struct {
		account                              netzero.Account
		inside, removals, all                string
		residual                             string
		residualIs, insideIs, removalsIs, is netzero.CheckResult
	}{
		{account("90", "90", "0", "0"), "0", "0", "0", "0.09", pass, pass, pass, pass},
		{account("90", "50", "40", "0"), "40", "0", "0", "0.09", pass, fail, pass, pass},
		{account("90", "50", "30", "10"), "40", "10", "0", "0.09", pass, fail, fail, pass},
		{account("90", "50", "30", "9.999"), "40", "10", "0.001", "0.09", pass, fail, fail, fail},
		{account("100", "101", "0", "0"), "-1", "-1", "-1", "0.1", pass, pass, pass, pass}, // at the limit
		{account("100.000000000000000001", "101", "0", "0"), "-0.999999999999999999", "-0.999999999999999999", "-0.999999999999999999",
			"0.1", fail, warn, warn, pass},
		{account("450", "20", "430", "0"), "430", "0", "0", "0.45", fail, fail, warn, pass},
		{account("450", "20", "30", "500"), "430", "400", "-100", "0.45", fail, fail, fail, pass},
		{account("0", "0", "0", "0"), "0", "0", "0", "0", pass, pass, pass, pass},
	} {
		b, err := netzero.NewBalance(c.account, 2050, threshold(t, "sbti-residual-2021"))
		require.NoError(t, err)
		assert.True(t, b.NetInside.Equal(t5(c.inside)), b)
		assert.True(t, b.NetWithRemovals.Equal(t5(c.removals)), b)
		assert.True(t, b.NetWithAll.Equal(t5(c.all)), b)
		assert.Equal(t, c.residual, b.Residual.String())
		assert.Equal(t, c.residualIs, b.ResidualCheck.Result, b.Details())
		assert.Equal(t, c.insideIs, b.NetZeroInside.Result, b.Details())
		assert.Equal(t, c.removalsIs, b.NetZeroWithRemovals.Result, b.Details())
		assert.Equal(t, c.is, b.CarbonNeutral.Result, b.Details())
		assert.True(t, b.CarbonNeutral.Threshold.IsZero(), "the balance alone")
		assert.Len(t, b.Checks(), 4)
	}
}

func TestReasonsOfABalance(t *testing.T) {
	b, err := netzero.NewBalance(account("450", "20", "430", "0"), 2050, threshold(t, "sbti-residual-2021"))
	require.NoError(t, err)
	assert.Equal(t, "45% of the base is still emitted, where 10% of the base at most is allowed", b.ResidualCheck.Reason)
	assert.Equal(t, "the balance is 430 tCO2e (AR5)", b.NetZeroInside.Reason)
	assert.Equal(t, "the balance is 0 tCO2e (AR5), but 45% of the base is still emitted, above the limit: "+
		"what can be cut is not residual", b.NetZeroWithRemovals.Reason)
	assert.Equal(t, "the balance is 0 tCO2e (AR5)", b.CarbonNeutral.Reason)
	assert.Equal(t, "gross - removals - removal offsets - avoidance offsets = 450 - 20 - 430 - 0", b.CarbonNeutral.Formula)
	assert.Equal(t, "gross - removals - removal offsets = 450 - 20 - 430", b.NetZeroWithRemovals.Formula)
	assert.Equal(t, "gross - removals = 450 - 20", b.NetZeroInside.Formula)
	assert.Equal(t, "gross/base = 450/1000", b.ResidualCheck.Formula)
	assert.Equal(t, "Daegu in 2050: net 430 tCO2e (AR5) inside the boundary, 0 tCO2e (AR5) with removal offsets, "+
		"0 tCO2e (AR5) with all offsets", b.String())
	assert.Equal(t, 4, strings.Count(b.Details(), "\ncheck "))
	assert.Equal(t, "no balance", netzero.Balance{}.String())
	assert.Equal(t, netzero.CannotTell, netzero.Balance{}.NetZeroInside.Result)
}

// Only an actual figure without gaps, of the claim's year or later, supports a
// claim; whatever the balance, the others cannot tell.
func TestClaimsNeedAFinalFigure(t *testing.T) {
	limit := threshold(t, "sbti-residual-2021")
	for name, c := range map[string]struct {
		change func(*ghg.YearFigure)
		reason string
	}{
		"earlier": {func(f *ghg.YearFigure) { f.Year = 2049 },
			"the figure is of 2049, and the claim is for 2050: it shows where the place stands, and no more"},
		"provisional": {func(f *ghg.YearFigure) { f.Status = ghg.Provisional }, "the figure is provisional: only an actual one supports a claim"},
		"nowcast":     {func(f *ghg.YearFigure) { f.Status = ghg.Nowcast }, "the figure is nowcast"},
		"projected":   {func(f *ghg.YearFigure) { f.Status = ghg.Projected }, "the figure is projected"},
		"gaps": {func(f *ghg.YearFigure) {
			f.Coverage = ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Scheme: "GPC 1.1", Code: "I.1.1"}}}
		}, "the figure has 1 gap: what is missing is not 0"},
	} {
		for _, gross := range []string{"0", "90", "900"} {
			f := ghg.YearFigure{Year: 2050, CO2e: t5(gross), Vintage: ghg.FirstVintage}
			c.change(&f)
			b, err := netzero.NewBalance(accountOf(f, "90", "0", "0"), 2050, limit)
			require.NoError(t, err)
			for _, check := range b.Checks() {
				assert.Equal(t, netzero.CannotTell, check.Result, name)
				assert.Contains(t, check.Reason, c.reason)
				assert.Contains(t, check.Reason, ";", "the figure is told beside it")
			}
		}
	}
	later := ghg.YearFigure{Year: 2055, CO2e: t5("90"), Vintage: ghg.FirstVintage} // is as good
	b, err := netzero.NewBalance(accountOf(later, "90", "0", "0"), 2050, limit)
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, b.NetZeroInside.Result)
}

// Removals that are not actual support no claim; the residual share rests on
// none.
func TestClaimsNeedFinalRemovals(t *testing.T) {
	a := account("90", "90", "0", "0")
	a.Removals = must(ghg.NewYears("removals", "", nil, ghg.OfYear[ghg.CO2e]{Year: 2050, Value: t5("90"), Status: ghg.Projected}))
	b, err := netzero.NewBalance(a, 2050, threshold(t, "sbti-residual-2021"))
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, b.ResidualCheck.Result)
	for _, c := range b.Checks()[1:] {
		assert.Equal(t, netzero.CannotTell, c.Result)
		assert.Equal(t, "the balance is 0 tCO2e (AR5); the removals are projected: only actual ones support a claim", c.Reason)
	}
}

func TestWhatABalanceRefuses(t *testing.T) {
	limit := threshold(t, "sbti-residual-2021")
	of := func(amount, base string) ghg.Yearly {
		return gross(ghg.YearFigure{Year: 2050, CO2e: t5(amount), Vintage: ghg.FirstVintage}, base)
	}
	for name, c := range map[string]struct {
		change func(*netzero.Account)
		field  string
	}{
		"no series":            {func(a *netzero.Account) { a.Gross = ghg.Yearly{} }, "gross"},
		"base after the year":  {func(a *netzero.Account) { a.Year, a.BaseYear = 1990, 2050 }, "base year"},
		"negative gross":       {func(a *netzero.Account) { a.Gross = of("-1", "1000") }, "gross"},
		"no removals":          {func(a *netzero.Account) { a.Removals = ghg.Years[ghg.CO2e]{} }, "removals"},
		"negative removals":    {func(a *netzero.Account) { a.Removals = removed(2050, "-1 tCO2e (AR5)") }, "removals"},
		"negative offsets":     {func(a *netzero.Account) { a.RemovalOffsets = t5("-1") }, "removal offsets"},
		"negative avoidance":   {func(a *netzero.Account) { a.AvoidanceOffsets = t5("-1") }, "avoidance offsets"},
		"no base":              {func(a *netzero.Account) { a.Gross = of("90", "0") }, "base"},
		"negative base":        {func(a *netzero.Account) { a.Gross = of("90", "-1") }, "base"},
		"removals on another":  {func(a *netzero.Account) { a.Removals = removed(2050, "90 tCO2e (AR4)") }, "removals"},
		"offsets left out":     {func(a *netzero.Account) { a.AvoidanceOffsets = ghg.CO2e{} }, "avoidance offsets"},
		"long word of a party": {func(a *netzero.Account) { a.GrossBy = strings.Repeat("x", 2001) }, "gross by"},
	} {
		a := account("90", "90", "0", "0")
		c.change(&a)
		_, err := netzero.NewBalance(a, 2050, limit)
		var refused ghg.Fault
		if assert.ErrorAs(t, err, &refused, name) {
			assert.Equal(t, c.field, refused.Field, name)
		}
	}
	a := account("90", "90", "0", "0")
	a.Removals = removed(2050, "90 tCO2e (AR4)")
	_, err := netzero.NewBalance(a, 2050, limit)
	assert.ErrorContains(t, err, "CO2e on metric AR4 and on metric AR5 do not meet")

	// A figure that cannot stand in a series comes to no balance.
	for name, f := range map[string]ghg.YearFigure{
		"no year":         {CO2e: t5("90"), Vintage: ghg.FirstVintage},
		"no such status":  {Year: 2050, CO2e: t5("90"), Vintage: ghg.FirstVintage, Status: 99},
		"unstated metric": {Year: 2050, CO2e: ghg.MustCO2e("1000 tCO2e"), Vintage: ghg.FirstVintage},
	} {
		_, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
		assert.Error(t, err, name)
	}
	_, err = ghg.NewYearly(ghg.PlaceID(strings.Repeat("x", 2001)), gpc.Basic, ghg.AR5, nil)
	assert.Error(t, err, "long place")

	_, err = netzero.NewBalance(account("90", "90", "0", "0"), 1849, limit)
	assert.ErrorContains(t, err, "claim's year")
	_, err = netzero.NewBalance(account("90", "90", "0", "0"), 2050, netzero.Threshold{})
	assert.ErrorContains(t, err, "no threshold given")
	var measure ghg.Fault
	_, err = netzero.NewBalance(account("90", "90", "0", "0"), 2050, threshold(t, "carbon-law-2017"))
	assert.ErrorAs(t, err, &measure)
}

func TestBalanceIsACopy(t *testing.T) {
	f := ghg.YearFigure{Year: 2050, CO2e: t5("90"), Vintage: ghg.FirstVintage,
		Coverage: ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Scheme: "GPC 1.1", Code: "I.1.1"}}}}
	b, err := netzero.NewBalance(accountOf(f, "90", "0", "0"), 2050, threshold(t, "sbti-residual-2021"))
	require.NoError(t, err)
	f.Coverage.Gaps[0].Code = "changed"
	assert.Equal(t, "I.1.1", b.Gross.Coverage.Gaps[0].Code)
	b.Gross.Coverage.Gaps[0].Code = "changed"
	again, err := b.Account.Gross.Figure(2050)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1", again.Coverage.Gaps[0].Code)
}

// Whatever the amounts: nets are exact sums, each offset only lowers its own
// net, and a claim never passes where a stronger one does and it does not.
func TestPropertiesOfABalance(t *testing.T) {
	limit := threshold(t, "sbti-residual-2021")
	r := rand.New(rand.NewSource(2))
	amount := func() ghg.CO2e {
		c, err := ghg.NewCO2e(decimal.New(r.Int63n(200_000), -int32(r.Intn(6))), ghg.Tonne, ghg.AR5)
		require.NoError(t, err)
		return c
	}
	for range 500 {
		emitted, taken := amount(), amount()
		a := accountOf(ghg.YearFigure{Year: 2050, CO2e: emitted, Vintage: ghg.FirstVintage}, "0", "0", "0")
		a.Removals, a.RemovalOffsets, a.AvoidanceOffsets = removed(2050, taken.String()), amount(), amount()
		b, err := netzero.NewBalance(a, 2050, limit)
		require.NoError(t, err)
		sum := new(big.Rat).Sub(emitted.Tonnes().Rat(), taken.Tonnes().Rat())
		assert.Zero(t, sum.Cmp(b.NetInside.Tonnes().Rat()))
		sum.Sub(sum, a.RemovalOffsets.Tonnes().Rat())
		assert.Zero(t, sum.Cmp(b.NetWithRemovals.Tonnes().Rat()))
		sum.Sub(sum, a.AvoidanceOffsets.Tonnes().Rat())
		assert.Zero(t, sum.Cmp(b.NetWithAll.Tonnes().Rat()))
		assert.Equal(t, sum.Sign() <= 0, b.CarbonNeutral.Result == netzero.Pass)
		if b.NetZeroInside.Result == netzero.Pass {
			assert.Equal(t, netzero.Pass, b.NetZeroWithRemovals.Result)
			assert.Equal(t, netzero.Pass, b.ResidualCheck.Result)
		}
		if b.NetZeroWithRemovals.Result == netzero.Pass {
			assert.Equal(t, netzero.Pass, b.CarbonNeutral.Result)
		}
	}
}
