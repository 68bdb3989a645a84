package sheet_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// One series on two lines: what was approved, and what is projected.
func ExampleReadFactors() {
	factors, report, err := sheet.ReadFactors(strings.NewReader(townFactors+"도시가스,tCO2eq,확정,국가 고시,2.1,\n"), townFormat())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range factors {
		fmt.Println(f)
		for x := range f.All() {
			fmt.Println(x.Year, x.CO2e, x.Status, x.Source)
		}
	}
	fmt.Println(report.Faults)
	// Output:
	// 전력, CO2e (AR5) per MWh, 2024 and 2025
	// 2024 0.4173 tCO2e (AR5) actual 국가 고시
	// 2025 0.39 tCO2e (AR5) projected 국가 고시
	// line 4, 단위 "tCO2eq": write the unit of CO2e and that of activity, as tCO2eq/MWh
}

// Two series of one use need editions, or a sheet could not tell them apart.
func ExampleWriteFactors() {
	series := func(edition, amount string) ghg.Factors {
		f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Edition: edition, Source: "GIR", Per: ghg.MegawattHour,
			Years: []ghg.Factor{{Year: 2024, CO2e: ghg.MustCO2e(amount)}}})
		if err != nil {
			panic(err)
		}
		return f
	}
	err := sheet.WriteFactors(os.Stdout, []ghg.Factors{series("", "0.4173 tCO2e (AR5)"), series("", "0.4781 tCO2e (AR5)")})
	var twice *ghg.TwiceError
	fmt.Println(errors.As(err, &twice), twice.ID)
	err = sheet.WriteFactors(os.Stdout, []ghg.Factors{series("", "0.4173 tCO2e (AR5)"), series("2021", "0.4781 tCO2e (AR5)")})
	fmt.Println(err)
	// Output:
	// true electricity
	// factor,edition,unit,metric,status,source,factor_source,mean_from,mean_to,published,all_years,2024
	// electricity,,tCO2e/MWh,AR5,actual,GIR,,,,,,0.4173
	// electricity,2021,tCO2e/MWh,AR5,actual,GIR,,,,,,0.4781
	// <nil>
}

// What quantifications take, each series once; an amount that is the same in all years is
// none.
func ExampleFactorsOf() {
	factors, _, _ := sheet.ReadFactors(strings.NewReader(townFactors), townFormat())
	actions, _, err := sheet.ReadQuantifications(strings.NewReader(townProjects), townFormat(),
		[]strategy.Action{{ID: "B-1"}, {ID: "T-1"}}, sheet.Named{Factors: factors, Units: townUnits()})
	fmt.Println(sheet.FactorsOf(actions...), err)
	// Output: [전력, CO2e (AR5) per MWh, 2024 and 2025] <nil>
}

func TestReadFactorsFaults(t *testing.T) {
	head := "factor,edition,unit,metric,status,source,factor_source,mean_from,mean_to,published,all_years,2024,2025\n"
	good := "electricity,,tCO2e/MWh,,,GIR,,,,,,0.4,\n"
	for _, c := range []struct{ line, want string }{
		{",,tCO2e/MWh,,,GIR,,,,,,1,", "missing-field: line 3, factor: it is needed"},
		{"gas,,,,,GIR,,,,,,1,", "missing-field: line 3, unit: it is needed"},
		{"gas,,tCO2e/yard,,,GIR,,,,,,1,", `unit: line 3, unit "tCO2e/yard": not known`},
		{"gas,,carrots/L,,,GIR,,,,,,1,", `unit: line 3, unit "carrots/L"`},
		{"gas,,t/L,,,GIR,,,,,,1,", `unit: line 3, unit "t/L": CO2e is needed before the stroke`},
		{"gas,,tCH4/L,,,GIR,,,,,,1,", `unit: line 3, unit "tCH4/L": CO2e is needed before the stroke`},
		{"gas,,tCO2e/L,AR9,,GIR,,,,,,1,", `unknown-metric: line 3, metric "AR9"`},
		{"gas,,tCO2e/L,,sure,GIR,,,,,,1,", `field: line 3, status "sure": allowed are actual, provisional, estimated, nowcast, projected`},
		{"gas,,tCO2e/L,,,GIR,,2020,,,,1,", `period: line 3, mean_to: a mean is of years from the first to the last`},
		{"gas,,tCO2e/L,,,GIR,,,2020,,,1,", `period: line 3, mean_to "2020": a mean is of years`},
		{"gas,,tCO2e/L,,,GIR,,2021,2020,,,1,", `period: line 3, mean_to "2020": a mean is of years`},
		{"gas,,tCO2e/L,,,GIR,,,,soon,,1,", `period: line 3, published "soon": write a day`},
		{"gas,,tCO2e/L,,,GIR,,,,,,,", `missing-field: line 3, factor "gas": a factor is needed under a year, or under all_years`},
		{"gas,,tCO2e/L,,,GIR,,,,,,x,", `number: line 3, 2024 "x": not a number`},
		{"gas,,tCO2e/L,,,GIR,,,,,,-1,", `number: line 3, 2024 "-1": a factor is 0 or more`},
		{"gas,,MtCO2e/L,,,GIR,,,,,,1e29,", `number: line 3, 2024 "1e29": mass in tonnes`},
		{"gas,,tCO2e/L,,,,,,,,,1,", `field: line 3, factor "gas": factors of gas, 2024, source`},
		{"gas,,tCO2e/L,,,GIR,,,,,2,1,", `field: line 3, factor "gas": factors of gas, year "0": one factor holds in all years`},
		{"electricity,,tCO2e/MWh,,,GIR,,,,,,0.5,", `repeated: line 3, 2024 "0.5": line 2 has this year of the series too`},
		{"electricity,,tCO2e/kWh,,,GIR,,,,,,,0.5",
			`mismatch: line 3, unit "tCO2e/kWh": lines from 2 on say "MWh": a series has one unit of activity`},
		{"electricity,,tCO2e/MWh,AR4,,GIR,,,,,,,0.5", `mismatch: line 3, metric "AR4": lines from 2 on say "AR5": a series has one metric`},
		{"electricity,,tCO2e/MWh,,,other,,,,,,,0.5", `mismatch: line 3, source "other": lines from 2 on say "GIR": a series has one`},
		{"전력,,tCO2e/MWh,,,GIR,,,,,,,0.5", `field: line 3, factor "전력": line 2 has factors of this use too`},
		{"gas," + strings.Repeat("x", 201) + ",tCO2e/L,,,GIR,,,,,,1,", `field: line 3, factor "gas": factors of gas, edition`},
	} {
		read, report, err := sheet.ReadFactors(strings.NewReader(head+good+c.line+"\nheat,,tCO2e/GJ,,,GIR,,,,,,1,\n"), plainCSV)
		require.NoError(t, err)
		faults := faultLines(report.Faults)
		assert.Contains(t, faults, c.want)
		assert.Equal(t, 1, report.Faults.Len(), faults)
		if assert.NotEmpty(t, read) {
			assert.Equal(t, "heat", read[len(read)-1].Of(), "the rest is read")
		}
	}
	_, report, err := sheet.ReadFactors(strings.NewReader(head+strings.ReplaceAll(good, ",GIR", ",")), sheet.Format{})
	require.NoError(t, err)
	assert.Contains(t, report.Faults.Error(), "metric: a metric is needed, such as AR5 or unstated")
	_, _, err = sheet.ReadFactors(iotest.ErrReader(errors.New("no disk")), plainCSV)
	assert.ErrorContains(t, err, "no disk")
	_, _, err = sheet.ReadFactors(strings.NewReader(head), sheet.Format{CSVFormat: ghg.CSVFormat{MostFaults: -1}})
	assert.Error(t, err)

	var many strings.Builder
	for i := range 1001 {
		fmt.Fprintf(&many, "f%d,,tCO2e/L,,,s,,,,,1,,\n", i)
	}
	read, report, err := sheet.ReadFactors(strings.NewReader(head+many.String()), plainCSV)
	require.NoError(t, err)
	assert.Len(t, read, 1000)
	assert.Equal(t, `line 1002, factor "f1000": at most 1000 series are allowed`, report.Faults.Error())
}

func TestWriteFactorsRefuses(t *testing.T) {
	of := func(name string, x ghg.Factor) []ghg.Factors {
		return []ghg.Factors{must(ghg.NewFactors(ghg.FactorsDefinition{Of: name, Source: "s", Per: ghg.Litre, Years: []ghg.Factor{x}}))}
	}
	long := must(must(ghg.NewCO2e(decimalOf("0."+strings.Repeat("1", 25)), ghg.Tonne, ghg.AR5)).Scale(decimal.New(1234567890123456789, -10)))
	for want, factors := range map[string][]ghg.Factors{
		"factors 1: no emission factors given": {{}},
		ghg.ErrFactorsByGas.Error():            of("gas", ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("2 kg CO2")}}),
		"it would not be read as it is":        of("gas\r\n", ghg.Factor{CO2e: ghg.MustCO2e("1 tCO2e")}),
		"out of bounds":                        of("gas", ghg.Factor{CO2e: long}),
	} {
		var b strings.Builder
		assert.ErrorContains(t, sheet.WriteFactors(&b, factors), want)
		assert.Empty(t, b.String())
	}
}

// A name finds one series, or it is said which there are.
func TestNamesOfSeries(t *testing.T) {
	series := func(of, edition, amount string) ghg.Factors {
		return must(ghg.NewFactors(ghg.FactorsDefinition{Of: of, Edition: edition, Source: "s", Per: ghg.MegawattHour,
			Years: []ghg.Factor{{CO2e: ghg.MustCO2e(amount + " tCO2e (AR5)")}}}))
	}
	a, b, c := series("전력", "2021", "0.48"), series("electricity", "2024", "0.41"), series("grid electricity", "", "0.5")
	for _, x := range []struct {
		factors []ghg.Factors
		name    string
		want    string
	}{
		{[]ghg.Factors{a}, "Electricity", "0.48"},
		{[]ghg.Factors{a, b, c}, "전력", "0.5"},
		{[]ghg.Factors{a, b, c}, "전력 2021", "0.48"},
		{[]ghg.Factors{a, b}, "전력", `line 3, factor "전력": allowed are electricity 2024, 전력 2021`},
		{[]ghg.Factors{a, series("전력", "2021", "0.4")}, "전력",
			`line 3, factor "전력": several series have this name: give each an edition of its own`},
		{nil, "전력", `line 3, factor "전력": none is allowed`},
	} {
		effect := row("effect", "category", "II.1.2", "per_one", "1", "per_one_unit", "MWh", "factor", x.name)
		read, report, err := sheet.ReadQuantifications(strings.NewReader(modelHead+carsRow+effect), plainCSV,
			[]strategy.Action{{ID: "A", Source: "plan"}}, sheet.Named{Factors: x.factors})
		require.NoError(t, err)
		if report.Faults.Len() > 0 {
			assert.Equal(t, x.want, report.Faults.Error())
			continue
		}
		one, ok := read[0].Quantifications[0].PerOne(strategy.Expected, 2024)
		assert.True(t, ok)
		assert.Equal(t, x.want, one.Tonnes().String())
	}
}
