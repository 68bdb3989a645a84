package netzero_test

import (
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func t5(amount string) ghg.CO2e { return ghg.MustCO2e(amount + " tCO2e (AR5)") }

// account is one of a base of 1000 t, with an actual figure of 2050.
func account(gross, removals, removalOffsets, avoidance string) netzero.Account {
	return netzero.Account{Place: "Daegu", Gross: ghg.YearFigure{Year: 2050, CO2e: t5(gross), Vintage: ghg.FirstVintage},
		Removals: t5(removals), RemovalOffsets: t5(removalOffsets), AvoidanceOffsets: t5(avoidance), Base: t5("1000")}
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
		assert.Equal(t, c.residualIs, b.ResidualCheck.Result, b.Explain())
		assert.Equal(t, c.insideIs, b.NetZeroInside.Result, b.Explain())
		assert.Equal(t, c.removalsIs, b.NetZeroWithRemovals.Result, b.Explain())
		assert.Equal(t, c.is, b.CarbonNeutral.Result, b.Explain())
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
	assert.Equal(t, 4, strings.Count(b.Explain(), "\ncheck "))
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
			a := account(gross, "90", "0", "0")
			c.change(&a.Gross)
			b, err := netzero.NewBalance(a, 2050, limit)
			require.NoError(t, err)
			for _, check := range b.Checks() {
				assert.Equal(t, netzero.CannotTell, check.Result, name)
				assert.Contains(t, check.Reason, c.reason)
				assert.Contains(t, check.Reason, ";", "the figure is told beside it")
			}
		}
	}
	a := account("90", "90", "0", "0")
	a.Gross.Year = 2055 // a later year is as good
	b, err := netzero.NewBalance(a, 2050, limit)
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, b.NetZeroInside.Result)
}

func TestWhatABalanceRefuses(t *testing.T) {
	limit := threshold(t, "sbti-residual-2021")
	for name, c := range map[string]struct {
		change func(*netzero.Account)
		field  string
	}{
		"no place":                {func(a *netzero.Account) { a.Place = "" }, "place"},
		"long place":              {func(a *netzero.Account) { a.Place = ghg.PlaceID(strings.Repeat("x", 2001)) }, "place"},
		"no year":                 {func(a *netzero.Account) { a.Gross.Year = 0 }, "gross.year"},
		"no such status":          {func(a *netzero.Account) { a.Gross.Status = 99 }, "gross.status"},
		"negative gross":          {func(a *netzero.Account) { a.Gross.CO2e = t5("-1") }, "gross"},
		"negative removals":       {func(a *netzero.Account) { a.Removals = t5("-1") }, "removals"},
		"negative offsets":        {func(a *netzero.Account) { a.RemovalOffsets = t5("-1") }, "removal offsets"},
		"negative avoidance":      {func(a *netzero.Account) { a.AvoidanceOffsets = t5("-1") }, "avoidance offsets"},
		"no base":                 {func(a *netzero.Account) { a.Base = t5("0") }, "base"},
		"negative base":           {func(a *netzero.Account) { a.Base = t5("-1") }, "base"},
		"removals on another":     {func(a *netzero.Account) { a.Removals = ghg.MustCO2e("90 tCO2e (AR4)") }, "removals"},
		"offsets left out":        {func(a *netzero.Account) { a.AvoidanceOffsets = ghg.CO2e{} }, "avoidance offsets"},
		"base of unstated metric": {func(a *netzero.Account) { a.Base = ghg.MustCO2e("1000 tCO2e") }, "base"},
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
	a.Removals = ghg.MustCO2e("90 tCO2e (AR4)")
	_, err := netzero.NewBalance(a, 2050, limit)
	assert.ErrorContains(t, err, "CO2e on metric AR4 and on metric AR5 do not meet")

	a = account("90", "90", "0", "0")
	huge := t5("1")
	for range 41 {
		huge, err = huge.Scale(decimal.New(1, 10))
		if err != nil {
			break
		}
	}
	a.Gross.CO2e = huge
	if _, err := netzero.NewBalance(a, 2050, limit); huge.Tonnes().NumDigits() > 400 {
		assert.Error(t, err)
	}

	_, err = netzero.NewBalance(account("90", "90", "0", "0"), 1849, limit)
	assert.ErrorContains(t, err, "claim's year")
	_, err = netzero.NewBalance(account("90", "90", "0", "0"), 2050, netzero.Threshold{})
	assert.ErrorContains(t, err, "no threshold given")
	var measure ghg.Fault
	_, err = netzero.NewBalance(account("90", "90", "0", "0"), 2050, threshold(t, "carbon-law-2017"))
	assert.ErrorAs(t, err, &measure)
}

func TestBalanceIsACopy(t *testing.T) {
	a := account("90", "90", "0", "0")
	a.Gross.Coverage = ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Scheme: "GPC 1.1", Code: "I.1.1"}}}
	b, err := netzero.NewBalance(a, 2050, threshold(t, "sbti-residual-2021"))
	require.NoError(t, err)
	a.Gross.Coverage.Gaps[0].Code = "changed"
	assert.Equal(t, "I.1.1", b.Account.Gross.Coverage.Gaps[0].Code)
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
		a := account("0", "0", "0", "0")
		a.Gross.CO2e, a.Removals, a.RemovalOffsets, a.AvoidanceOffsets = amount(), amount(), amount(), amount()
		b, err := netzero.NewBalance(a, 2050, limit)
		require.NoError(t, err)
		sum := new(big.Rat).Sub(a.Gross.CO2e.Tonnes().Rat(), a.Removals.Tonnes().Rat())
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
