package gir_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// co2e is kt on a metric.
func co2e(t *testing.T, kt string, m ghg.Metric) ghg.CO2e {
	t.Helper()
	c, err := ghg.NewCO2e(number(t, kt), ghg.Kilotonne, m)
	require.NoError(t, err)
	return c
}

// Two published bases of one year are two declared views, which do not meet; and no
// figure stands without its vintage.
func testBaseYearsVector(t *testing.T, v vector) {
	in := read[struct {
		Bases amounts `json:"2018"`
		Cut   string
	}](t, v.Inputs)
	want := read[struct {
		Target_2030_kt, Cut_kt amounts
		Base_difference_kt     string
	}](t, v.Expected)
	var all []ghg.Basis
	difference := decimal.Zero
	for source, kt := range in.Bases {
		cut := number(t, kt).Mul(number(t, in.Cut))
		equal(t, want.Cut_kt[source], cut)
		equal(t, want.Target_2030_kt[source], number(t, kt).Sub(cut))
		difference = number(t, kt).Sub(difference)
		view := ghg.MustDeclaredView("온실가스 배출량", source)
		_, err := ghg.NewYearly("대구", view, ghg.Unstated, []ghg.YearFigure{{Year: 2018, CO2e: co2e(t, kt, ghg.Unstated)}})
		assert.ErrorContains(t, err, "vintage")
		all = append(all, basis(view, ghg.Unstated))
	}
	equal(t, want.Base_difference_kt, difference.Abs())
	require.Len(t, all, 2)
	assert.Error(t, all[0].Meets("the one", all[1], "the other"))
}

// A gross base and a net target are two views: they meet only where somebody says so.
func testGrossBaseVector(t *testing.T, v vector) {
	in := read[map[string]any](t, v.Inputs)
	want := read[struct{ Gross_to_net, Net_to_net string }](t, v.Expected)
	text := func(names ...string) decimal.Decimal {
		for _, name := range names {
			if s, ok := in[name].(string); ok {
				return number(t, s)
			}
		}
		t.Fatalf("none of %v is given", names)
		return decimal.Decimal{}
	}
	target := text("target_2030_kt", "net_target_2030_kt")
	for expected, base := range map[string]decimal.Decimal{
		want.Gross_to_net: text("base_2018_kt", "gross_2018_kt"), want.Net_to_net: text("net_2018_kt"),
	} {
		near(t, expected, target.Sub(base), base)
	}
	for _, pair := range [][2]ghg.View{{gir.Gross, gir.Net}, {gir.ManagedWithoutSinks, gir.ManagedWithSinks}} {
		var differs *ghg.MismatchError
		require.ErrorAs(t, basis(pair[0], ghg.SAR).Meets("the base", basis(pair[1], ghg.SAR), "the target"), &differs)
		assert.True(t, differs.In(ghg.AspectView))
		assert.False(t, differs.In(ghg.AspectEdition))
	}
}

// One year on two guidelines and two metrics is two figures.
func testNDC2035Vector(t *testing.T, v vector) {
	in := read[struct {
		Net_2018_kt, Printed_level_kt string
		Cut                           []string
	}](t, v.Inputs)
	want := read[struct{ Level_kt []string }](t, v.Expected)
	require.Len(t, want.Level_kt, 2)
	for i, cut := range in.Cut {
		equal(t, want.Level_kt[i], number(t, in.Net_2018_kt).Mul(decimal.New(1, 0).Sub(number(t, cut))))
	}
	printed, err := ghg.ParseFigure("348.9", ghg.Megatonne)
	require.NoError(t, err)
	equal(t, in.Printed_level_kt, printed.Mass().Tonnes().Shift(-3))
	assert.True(t, printed.Reproduces(number(t, want.Level_kt[0]).Shift(3)), "the end of 53 %")
	assert.False(t, printed.Reproduces(number(t, want.Level_kt[1]).Shift(3)))
	edition := func(e ghg.SchemeID) ghg.View {
		view, err := ghg.MustDeclaredView("순배출량", "국가 온실가스 인벤토리").WithEdition(e)
		require.NoError(t, err)
		return view
	}
	var differs *ghg.MismatchError
	is, was := basis(edition("2006 IPCC Guidelines"), ghg.AR5), basis(edition("1996 IPCC Guidelines"), ghg.SAR)
	require.ErrorAs(t, is.Meets("742.3 Mt", was, "686.35 Mt"), &differs)
	assert.True(t, differs.In(ghg.AspectEdition))
	assert.True(t, differs.In(ghg.AspectMetric))
}

// Sinks, captured carbon and credits from abroad are parts below zero.
func testNDC2030Vector(t *testing.T, v vector) {
	in := read[struct{ KT amounts }](t, v.Inputs)
	want := read[amounts](t, v.Expected)
	sum, credits := ghg.CO2e{}, co2e(t, in.KT["NDC_ITMO"], ghg.Unstated)
	for name, kt := range in.KT {
		if name == "NDC_TOTAL" {
			continue
		}
		var err error
		sum, err = sum.Add(co2e(t, kt, ghg.Unstated))
		require.NoError(t, err)
	}
	equal(t, want["sum_of_parts_kt"], sum.Tonnes().Shift(-3))
	equal(t, want["difference_kt"], sum.Tonnes().Shift(-3).Sub(number(t, in.KT["NDC_TOTAL"])))
	within, err := sum.Sub(credits)
	require.NoError(t, err)
	equal(t, want["territorial_without_ITMO_kt"], within.Tonnes().Shift(-3))
}
