package netzero_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ofTown is the balance of a year of the town with the woods.
func ofTown(t *testing.T, g ghg.Yearly, by string, year int, removals ghg.Years[ghg.CO2e]) (netzero.Balance, error) {
	t.Helper()
	return netzero.NewBalance(netzero.Account{Gross: g, GrossBy: by, Year: year, BaseYear: 2018, Removals: removals,
		RemovalOffsets: ghg.MustCO2e("0 tCO2e"), AvoidanceOffsets: ghg.MustCO2e("0 tCO2e")}, 2050, threshold(t, "sbti-residual-2021"))
}

// Removals from land are in BASIC+ and not in BASIC; a declared view is what
// somebody states of it.
func TestAccountRefusesNetAsGross(t *testing.T) {
	for view, counted := range map[ghg.View]bool{
		gpc.Basic: false, gpc.BasicPlus: true, gpc.Territorial: true, ghg.MustDeclaredView("gross", "plan"): false,
		gir.Gross: false, gir.Net: true, gir.RegionWithoutSinks: false, gir.RegionWithSinks: true,
		gir.ManagedWithoutSinks: false, gir.NationalGross: false, gir.NationalNet: true,
	} {
		g := town(view, 2028, "5000 tCO2e")
		_, err := ofTown(t, g, "the council's plan", 2028, must(woods().Claimable(g.Basis(), 2028)))
		assert.Equal(t, counted, errors.Is(err, netzero.ErrSinksCounted), "%s: %v", view, err)
		assert.Equal(t, counted, err != nil, "%s: %v", view, err)
	}
}

func TestDeclaredGrossIsStated(t *testing.T) {
	g := town(ghg.MustDeclaredView("emissions", "plan"), 2028, "5000 tCO2e")
	removals := must(woods().Claimable(g.Basis(), 2028))
	_, err := ofTown(t, g, "", 2028, removals)
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "gross by", refused.Field)
	assert.False(t, errors.Is(err, netzero.ErrSinksCounted), "it is not known")
	b, err := ofTown(t, g, "the council's plan", 2028, removals)
	require.NoError(t, err)
	for _, c := range b.Checks() {
		assert.Contains(t, c.Covers, "the balance of 2028, gross as stated by the council's plan; not")
	}
}

// Whatever is stated, a part below zero is a removal, in the year or the base.
func TestAccountRefusesNegativeParts(t *testing.T) {
	part := func(code, amount string) ghg.YearPart {
		return ghg.YearPart{Category: ghg.Category{Scheme: "2006", Code: code}, CO2e: ghg.MustCO2e(amount + " tCO2e")}
	}
	whole := ghg.YearFigure{CO2e: ghg.MustCO2e("5000 tCO2e"), Vintage: ghg.FirstVintage,
		Parts: []ghg.YearPart{part("1", "5000"), part("3", "0")}}
	net := whole
	net.Parts = []ghg.YearPart{part("1", "5100"), part("3", "-100")}
	for _, view := range []ghg.View{ghg.MustDeclaredView("gross", "plan"), gpc.Basic} {
		for name, c := range map[string]struct {
			base, now ghg.YearFigure
			counted   bool
		}{"none": {whole, whole, false}, "year": {whole, net, true}, "base": {net, whole, true}} {
			c.base.Year, c.now.Year = 2018, 2027
			g := must(ghg.NewYearly("town", view, ghg.Unstated, []ghg.YearFigure{c.base, c.now}))
			_, err := ofTown(t, g, "the plan", 2027, must(woods().Claimable(g.Basis(), 2028)))
			assert.Equal(t, c.counted, errors.Is(err, netzero.ErrSinksCounted), "%s, %s: %v", view, name, err)
			assert.Equal(t, c.counted, err != nil, "%s, %s: %v", view, name, err)
		}
	}
}

func TestBalanceOfTrees(t *testing.T) {
	g := town(gpc.Basic, 2027, "5000 tCO2e")
	b, err := ofTown(t, g, "", 2027, must(woods().Claimable(g.Basis(), 2027)))
	require.NoError(t, err)
	assert.True(t, b.NetInside.Equal(ghg.MustCO2e("2728 tCO2e")), "5000 − 2272")
	assert.True(t, b.Removals.Value.Equal(ghg.MustCO2e("2272 tCO2e")))
	assert.Equal(t, "city woods, with a buffer of 20% (programme rules)", b.Removals.Source)
	assert.Equal(t, "0.1", b.Residual.String(), "5000/50000")
	b, err = ofTown(t, g, "", 2027, must(woods().StockChange(g.Basis(), 2027)))
	require.NoError(t, err)
	assert.True(t, b.NetInside.Equal(ghg.MustCO2e("2160 tCO2e")), "5000 − 2840")
}

// What is released was removed before: else the sign is that of an inventory.
func TestReleases(t *testing.T) {
	series := func(amounts ...string) ghg.Years[ghg.CO2e] {
		var of []ghg.OfYear[ghg.CO2e]
		for i, a := range amounts {
			of = append(of, ghg.OfYear[ghg.CO2e]{Year: 2025 + i, Value: ghg.MustCO2e(a + " tCO2e")})
		}
		return must(ghg.NewYears("removals", "", nil, of...))
	}
	g := town(gpc.Basic, 2027, "5000 tCO2e")
	b, err := ofTown(t, g, "", 2027, series("100", "250", "-350"))
	require.NoError(t, err)
	assert.True(t, b.NetInside.Equal(ghg.MustCO2e("5350 tCO2e")), b)
	for _, amounts := range [][]string{{"100", "250", "-350.01"}, {"-1", "250", "300"}, {"0", "0", "-1"}} {
		_, err = ofTown(t, g, "", 2027, series(amounts...))
		var refused ghg.Fault
		require.ErrorAs(t, err, &refused, amounts)
		assert.Equal(t, "removals", refused.Field)
		assert.Contains(t, refused.Detail, "more is released than was removed")
	}
}

// Sums may grow beyond what is computed with: they are refused.
func TestAccountIsBounded(t *testing.T) {
	huge := ghg.MustCO2e("1 tCO2e")
	for range 4000 {
		huge = must(huge.Add(huge))
	}
	g := town(gpc.Basic, 2027, "5000 tCO2e")
	_, err := ofTown(t, g, "", 2027, must(ghg.NewYears("removals", "", nil, ghg.OfYear[ghg.CO2e]{Year: 2027, Value: huge})))
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "removals", refused.Field)
	assert.Contains(t, refused.Detail, "digits")
}

func TestAccountNeedsItsYears(t *testing.T) {
	g := town(gpc.Basic, 2030, "5000 tCO2e")
	removals := must(woods().Claimable(g.Basis(), 2028))
	for name, c := range map[string]struct {
		year, base int
		text       string
	}{
		"removals": {2030, 2018, `claimable removals of sink "city woods": no figure for 2030`},
		"gross":    {2028, 2018, "the series of town: no figure for 2028"},
		"base":     {2030, 2019, "the series of town: no figure for 2019"},
	} {
		_, err := netzero.NewBalance(netzero.Account{Gross: g, Year: c.year, BaseYear: c.base, Removals: removals,
			RemovalOffsets: ghg.MustCO2e("0 tCO2e"), AvoidanceOffsets: ghg.MustCO2e("0 tCO2e")}, 2050, threshold(t, "sbti-residual-2021"))
		var none *ghg.NoFigureError
		assert.ErrorAs(t, err, &none, name)
		assert.ErrorContains(t, err, c.text, name)
	}
}
