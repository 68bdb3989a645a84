package gir_test

import (
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kg is an amount of tonnes in kg.
func kg(c ghg.CO2e) decimal.Decimal { return c.In(ghg.Kilogram) }

func testFactorBasisVector(t *testing.T, v vector) {
	in := read[struct {
		Gases   amounts `json:"kg_per_MWh"`
		Printed string  `json:"printed_tCO2eq_per_MWh"`
	}](t, v.Inputs)
	want := read[struct {
		SAR string `json:"SAR_kg_per_MWh"`
		AR5 string `json:"AR5_kg_per_MWh"`
		Is  string `json:"printed_is"`
	}](t, v.Expected)
	i := 0
	for f := range gir.ConsumptionEnd.All() {
		if printed(f) != in.Printed {
			continue
		}
		i++
		require.Len(t, f.Value.Gases(), len(in.Gases))
		for _, m := range f.Value.Gases() {
			equal(t, in.Gases[m.Gas().String()], m.In(ghg.Kilogram))
		}
		for m, sum := range map[ghg.Metric]string{ghg.SAR: want.SAR, ghg.AR5: want.AR5} {
			c, err := f.Value.Weighed(m)
			require.NoError(t, err)
			equal(t, sum, kg(c))
			assert.Equal(t, m.String() == want.Is, f.Value.Printed().Reproduces(c.Tonnes()), m)
		}
		assert.Equal(t, want.Is, f.Value.Metric().String())
	}
	assert.Equal(t, 1, i)
}

func testNotReweighedVector(t *testing.T, v vector) {
	in := read[struct{ Printed amounts }](t, v.Inputs)
	want := read[struct {
		AR5      string `json:"AR5_kg_per_MWh"`
		SAR      string `json:"SAR_reweighed_kg_per_MWh"`
		Off      string `json:"printed_SAR_minus_reweighed_kg_per_MWh"`
		Findings []string
	}](t, v.Expected)
	f, err := gir.ConsumptionEnd.OfYear(2023)
	require.NoError(t, err)
	old, err := gir.ConsumptionEnd1996.OfYear(2023)
	require.NoError(t, err)
	assert.Equal(t, in.Printed["AR5, 2006 Guidelines"], printed(f))
	assert.Equal(t, in.Printed["SAR, 1996 Guidelines"], printed(old))
	c, err := f.Value.Weighed(ghg.AR5)
	require.NoError(t, err)
	equal(t, want.AR5, kg(c))
	c, err = f.Value.Weighed(ghg.SAR)
	require.NoError(t, err)
	equal(t, want.SAR, kg(c))
	on, err := old.Value.CO2e(ghg.SAR)
	require.NoError(t, err)
	off, err := on.Sub(c)
	require.NoError(t, err)
	equal(t, want.Off, kg(off))
	differences := factor.Differences(f, old)
	assert.Equal(t, want.Findings, codesOf(differences))
	assert.Contains(t, differences.All[0].Detail, off.String())
}

func testPrintedMeanVector(t *testing.T, v vector) {
	in := read[struct {
		Years amounts `json:"single_years"`
		Mean  string  `json:"printed_mean_2021_2023"`
	}](t, v.Inputs)
	want := read[struct {
		Mean string `json:"arithmetic_mean"`
		Off  string `json:"printed_minus_arithmetic"`
		Use  string
	}](t, v.Expected)
	set, err := gir.ConsumptionEnd.Also("elec.use.2021", "elec.use.2022")
	require.NoError(t, err)
	sum := decimal.Zero
	for year, value := range in.Years {
		n, err := strconv.Atoi(year)
		require.NoError(t, err)
		f, err := set.OfYear(n)
		require.NoError(t, err)
		assert.Equal(t, value, printed(f))
		sum = sum.Add(number(t, value))
	}
	three := decimal.New(3, 0)
	near(t, want.Mean, sum, three)
	near(t, want.Off, number(t, in.Mean).Mul(three).Sub(sum), three)
	f, err := gir.ConsumptionEnd.Only(factor.MeanOfYears).InForceOn(ghg.MustDate("2025-12-31"))
	require.NoError(t, err)
	assert.Equal(t, want.Use, printed(f), "as it is printed")
}
