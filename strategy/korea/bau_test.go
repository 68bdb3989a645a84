package korea_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city published 102.2 % for 2022 and no formula, beside 8,819 kt.
func ExampleImpliedAllowanceOf() {
	implied, err := korea.ImpliedAllowanceOf(ghg.MustCO2e("8819 kt CO2e"), ghg.MustShare("102.2%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(implied.ByAllowedToActual.Format(ghg.Kilotonne, 0), implied.ByLessExcess.Format(ghg.Kilotonne, 0))
	a := korea.Allowance{Allowed: implied.ByAllowedToActual, Actual: ghg.MustCO2e("8819 kt CO2e")}
	fmt.Println(a.AllowedToActual().Percent(2), a.LessExcess().Percent(2))
	// Output:
	// 9013 ktCO2e 9017 ktCO2e
	// 102.20% 102.15%
}

func TestAllowance(t *testing.T) {
	kt := func(s string) ghg.CO2e { return ghg.MustCO2e(s + " kt CO2e") }
	over := korea.Allowance{Allowed: kt("100"), Actual: kt("125")}
	assert.Equal(t, "80.0%", over.AllowedToActual().Percent(1))
	assert.Equal(t, "75.0%", over.LessExcess().Percent(1))
	kept := korea.Allowance{Allowed: kt("100"), Actual: kt("100")}
	assert.Equal(t, "100.0% 100.0%", kept.AllowedToActual().Percent(1)+" "+kept.LessExcess().Percent(1))
	for why, a := range map[string]korea.Allowance{
		"needed":     {Allowed: kt("1")},
		"do not":     {Allowed: kt("1"), Actual: ghg.MustCO2e("1 t CO2e (AR5)")},
		"below 0":    {Allowed: kt("1"), Actual: kt("-1")},
		"is allowed": {Allowed: kt("0"), Actual: kt("1")},
	} {
		assert.Contains(t, a.LessExcess().Undefined(), why)
	}
	assert.Equal(t, "nothing was emitted", korea.Allowance{Allowed: kt("1"), Actual: kt("0")}.AllowedToActual().Undefined())
	for _, rate := range []string{"0%", "200%", "-5%"} {
		_, err := korea.ImpliedAllowanceOf(kt("1"), ghg.MustShare(rate))
		assert.Error(t, err, rate)
	}
	_, err := korea.ImpliedAllowanceOf(ghg.CO2e{}, ghg.MustShare("90%"))
	assert.Error(t, err)
}

// means are those of a place that grew half as fast as the country.
func means() korea.BAUDefinition {
	return korea.BAUDefinition{BaseYear: 2023, Base: ghg.MustCO2e("1000 tCO2e"),
		National:     map[int]ghg.Share{2024: ghg.MustShare("2%"), 2025: ghg.MustShare("1%")},
		LocalMean:    korea.MeanGrowth{Rate: ghg.MustShare("1.5%"), From: 2010, To: 2018, Source: "regional statistics"},
		NationalMean: korea.MeanGrowth{Rate: ghg.MustShare("3%"), From: 2010, To: 2018, Source: "national inventory"}}
}

// The place grew half as fast as the country, and is forecast to.
func ExampleForecastBAU() {
	d := means()
	bau, findings, err := korea.ForecastBAU(d)
	for year, co2e := range bau.ByYear() {
		fmt.Println(year, co2e)
	}
	fmt.Println(bau, findings.Len(), err)

	d.LocalMean.To, d.NationalMean.To = 2022, 2022
	d.LocalMean.LeftOut, d.NationalMean.LeftOut = []int{2020, 2021}, []int{2020, 2021}
	d.LocalMean.Why, d.NationalMean.Why = "코로나19", "코로나19"
	_, findings, err = korea.ForecastBAU(d)
	fmt.Println(findings, err)

	d.NationalMean.Rate = ghg.MustShare("0%")
	_, _, err = korea.ForecastBAU(d)
	fmt.Println(err)
	// Output:
	// 2024 1010 tCO2e
	// 2025 1015.05 tCO2e
	// BAU in tCO2e, 2024 and 2025 0 <nil>
	// BAU, years-of-covid: the means count years of COVID: 2019
	// BAU, years-of-covid: the means leave out 2020 and 2021: 코로나19 <nil>
	// BAU, mean of the country, rate "0%": nothing is a ratio to 0: forecast by another method
}

// Against fractions: each year is rounded once, from what is exact before it.
func TestForecastAgainstRationals(t *testing.T) {
	d := means()
	d.Base, d.LocalMean.Rate, d.NationalMean.Rate = ghg.MustCO2e("7654321.98 tCO2e"), ghg.MustShare("1.13%"), ghg.MustShare("0.71%")
	d.National = map[int]ghg.Share{}
	want := new(big.Rat).SetFrac64(765432198, 100)
	exactly := map[int]*big.Rat{}
	for i := range 27 {
		d.National[2024+i] = ghg.MustShare(fmt.Sprintf("%d.%d%%", i%3, i+1))
		g := d.National[2024+i].Fraction().Rat()
		step := g.Mul(g, big.NewRat(113, 71))
		want = new(big.Rat).Mul(want, step.Add(step, big.NewRat(1, 1)))
		exactly[2024+i] = want
	}
	got, _, err := korea.ForecastBAU(d)
	require.NoError(t, err)
	require.Equal(t, 27, got.Len())
	for y, w := range exactly {
		off := new(big.Rat).Sub(w, must(got.Need(y)).Value.Tonnes().Rat())
		assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 2e12)), 0, y)
	}
}

func TestForecastFindsAndRefuses(t *testing.T) {
	codes := func(change func(*korea.BAUDefinition)) (out []string) {
		d := means()
		change(&d)
		_, f, err := korea.ForecastBAU(d)
		require.NoError(t, err)
		for _, x := range f.All {
			out = append(out, fmt.Sprint(x.Code, " ", x.Severity))
		}
		return out
	}
	assert.Equal(t, []string{"national-growth-near-zero serious"},
		codes(func(d *korea.BAUDefinition) { d.NationalMean.Rate = ghg.MustShare("0.09%") }))
	assert.Empty(t, codes(func(d *korea.BAUDefinition) { d.NationalMean.Rate = ghg.MustShare("0.1%") }))
	assert.Equal(t, []string{"growth-signs-differ serious"}, codes(func(d *korea.BAUDefinition) { d.LocalMean.Rate = ghg.MustShare("-1%") }))
	assert.Empty(t, codes(func(d *korea.BAUDefinition) { d.LocalMean.Rate = ghg.MustShare("0%") }))
	for want, change := range map[string]func(*korea.BAUDefinition){
		"base year":         func(d *korea.BAUDefinition) { d.BaseYear = 1 },
		"emissions above 0": func(d *korea.BAUDefinition) { d.Base = ghg.CO2e{} },
		"for the years":     func(d *korea.BAUDefinition) { d.National = nil },
		"the same years":    func(d *korea.BAUDefinition) { d.LocalMean.From = 2011 },
		"the same ones": func(d *korea.BAUDefinition) {
			d.LocalMean.LeftOut, d.LocalMean.Why = []int{2012}, "flood"
		},
		"say why":               func(d *korea.BAUDefinition) { d.LocalMean.LeftOut, d.NationalMean.LeftOut = []int{2012}, []int{2012} },
		"none of the years":     func(d *korea.BAUDefinition) { d.LocalMean.LeftOut = []int{2020} },
		"a year after 2010":     func(d *korea.BAUDefinition) { d.LocalMean.To, d.NationalMean.To = 2010, 2010 },
		"name the document":     func(d *korea.BAUDefinition) { d.LocalMean.Source = "" },
		"after the base year":   func(d *korea.BAUDefinition) { d.National[2023] = ghg.MustShare("1%") },
		"no figure for 2024":    func(d *korea.BAUDefinition) { delete(d.National, 2024) },
		`mean of the place, to`: func(d *korea.BAUDefinition) { d.LocalMean.To, d.NationalMean.To = 9999, 9999 },
		"if only as 0%":         func(d *korea.BAUDefinition) { d.LocalMean.Rate = ghg.Share{} },
	} {
		d := means()
		change(&d)
		_, _, err := korea.ForecastBAU(d)
		assert.ErrorContains(t, err, want)
	}
}
