package series_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/series"
	"github.com/shopspring/decimal"
)

// city is a made-up series of gross totals.
func city(amounts map[int]string) ghg.Yearly { return seriesOf("Garam", amounts) }

func seriesOf(place ghg.PlaceID, amounts map[int]string) ghg.Yearly {
	var of []ghg.OfYear[ghg.Mass]
	for year, text := range amounts {
		of = append(of, ghg.OfYear[ghg.Mass]{Year: year, Value: ghg.MustMass(text)})
	}
	y, err := ghg.YearlyFrom(place, ghg.MustDeclaredView("gross", "yearbook"), ghg.AR5, of)
	if err != nil {
		panic(err)
	}
	return y
}

func ExampleFill() {
	totals := city(map[int]string{2018: "1000 t", 2022: "900 t", 2023: "880 t"})
	for gap := range series.Gaps(totals, 2018, 2024) {
		fmt.Println(gap, gap.Years(), gap.Position.Korean())
	}
	filled, err := series.Fill(totals, series.Interpolation{}, 2019, 2020, 2021)
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range filled.Yearly.All() {
		fmt.Println(f.Year, f.CO2e, f.Status)
	}
	fmt.Println(filled.Steps[0])
	_, err = series.Fill(totals, series.Interpolation{}, 2022)
	fmt.Println(err)
	// Output:
	// 2019 to 2021, between figures [2019 2020 2021] 수치 사이
	// 2024, after the last figure [2024] 마지막 수치 이후
	// 2018 1000 tCO2e (AR5) actual
	// 2019 975 tCO2e (AR5) estimated
	// 2020 950 tCO2e (AR5) estimated
	// 2021 925 tCO2e (AR5) estimated
	// 2022 900 tCO2e (AR5) actual
	// 2023 880 tCO2e (AR5) actual
	// Garam, 2019 (estimated): linear interpolation (IPCC 2006, vol. 1, 5.3.3.3): 1000 + (900 - 1000) × (2019 - 2018)/(2022 - 2018) = 975 tCO2e (AR5)
	// Garam, year "2022": it has a figure, 900 t: one that exists is not replaced
}

// What is missing is never made up: interpolation needs a figure on both sides.
func ExampleInterpolation() {
	_, err := series.Fill(city(map[int]string{2018: "1000 t", 2020: "900 t"}), series.Interpolation{}, 2021)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println(missing.Year, missing.Have)
	}
	// Output: 2021 [2018 2020]
}

func ExampleExtrapolation() {
	totals := city(map[int]string{2000: "100 t", 2003: "118 t", 2005: "120 t"})
	trend := series.Extrapolation{From: 2000, To: 2005, Most: 2, Line: series.Through}
	filled, err := series.Fill(totals, trend, 2007)
	if err != nil {
		fmt.Println(err)
		return
	}
	f, _ := filled.Yearly.At(2007)
	fmt.Println(f.CO2e, f.Status)
	fmt.Println(filled.Findings)
	fmt.Println(trend.Line.Korean())
	fmt.Println(filled.Findings.Korean())
	_, err = series.Fill(totals, trend, 2008)
	fmt.Println(err)
	// Output:
	// 128 tCO2e (AR5) projected
	// Garam, 2007, filled: projected, 2 years beyond the last figure (2005): trend extrapolation, line through two years (IPCC 2006, vol. 1, 5.3.3.4), from figures of 2000 and 2005: 120 + (120 - 100) × (2007 - 2005)/(2005 - 2000) = 128 tCO2e (AR5)
	// 두 연도를 지남
	// Garam, 2007, 채운 수치: 마지막 수치보다 2년 뒤(2005년까지 있음)의 전망입니다: 추세 외삽, 두 연도를 지나는 직선(IPCC 2006, 1권 5.3.3.4), 2000, 2005년 수치 이용: 120 + (120 - 100) × (2007 - 2005)/(2005 - 2000) = 128 tCO2e (AR5)
	// trend extrapolation, line through two years (IPCC 2006, vol. 1, 5.3.3.4), 2008: Garam, year "2008": at most 2 years beyond 2000 to 2005 are allowed
}

func ExampleSurrogate() {
	people, err := ghg.NewYears("population", "persons", nil,
		ghg.OfYear[decimal.Decimal]{Year: 2018, Value: decimal.NewFromInt(410), Source: "census"},
		ghg.OfYear[decimal.Decimal]{Year: 2019, Value: decimal.NewFromInt(400), Source: "census"})
	if err != nil {
		fmt.Println(err)
		return
	}
	filled, err := series.Fill(city(map[int]string{2018: "1025 t", 2020: "990 t"}), series.Surrogate{Of: people, Reference: 2018}, 2019)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(filled.Steps[0])
	// Output: Garam, 2019 (estimated): surrogate data (IPCC 2006, vol. 1, eq. 5.2): 1025 × 400/410, population of 2019 and 2018 = 1000 tCO2e (AR5)
}

// The registers of cars were lost for two years; the fuel sold is known, and sells more to
// others since. The ratio of the two moves from one side of the gap to the other.
func ExampleLocalTrends() {
	var sold []ghg.OfYear[decimal.Decimal]
	for i, n := range []int64{500, 510, 520, 560, 500, 550, 560, 570} {
		sold = append(sold, ghg.OfYear[decimal.Decimal]{Year: 2014 + i, Value: decimal.NewFromInt(n), Source: "fuel statistics"})
	}
	fuel, err := ghg.NewYears("fuel sold", "TJ", nil, sold...)
	if err != nil {
		fmt.Println(err)
		return
	}
	cars := city(map[int]string{2014: "1000 t", 2015: "1020 t", 2016: "1040 t", 2019: "880 t", 2020: "896 t", 2021: "912 t"})
	method := series.LocalTrends{Of: fuel, TrendYears: 3}
	filled, err := series.Fill(cars, method, 2017, 2018)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range filled.Steps {
		fmt.Println(s.Year, s.Result)
	}
	for part := range strings.SplitSeq(filled.Steps[0].Arithmetic, "; ") {
		fmt.Println(part)
	}
	fmt.Println(method.Korean())
	method.TrendYears = 4
	_, err = series.Fill(cars, method, 2017)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println(missing.Year, missing.Have)
	}
	// Output:
	// 2017 1120 tCO2e (AR5)
	// 2018 800 tCO2e (AR5)
	// 560 × (2 + (1.6 - 2) × (2017 - 2017)/(2018 - 2017)), fuel sold of 2017
	// 2 = 1060/530 in 2017, lines of 2014-2016
	// 1.6 = 864/540 in 2018, lines of 2019-2021
	// 국지 추세 사이의 대체자료(IPCC의 식이 아님; Gütschow 외 2016)
	// 2013 [2014 2015 2016 2019 2020 2021]
}

// A new method begins in 2018; the old one has the years before it.
func ExampleOverlap() {
	recalculated := city(map[int]string{2018: "900 t", 2019: "891 t", 2020: "800 t"})
	before := city(map[int]string{2016: "1100 t", 2017: "1050 t", 2018: "1000 t", 2019: "990 t", 2020: "1000 t"})
	splice := series.Overlap{Old: before, From: 2018, To: 2019, Ratio: series.MeanOfRatios, Spread: ghg.MustShare("5%")}
	filled, err := series.Fill(recalculated, splice, 2016, 2017)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range filled.Steps {
		fmt.Println(s)
	}
	fmt.Println(splice.Ratio.Korean())
	splice.To = 2020
	filled, err = series.Fill(recalculated, splice, 2016)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(filled.Findings.All[1])
	// Output:
	// Garam, 2016 (estimated): overlap, mean of ratios (IPCC 2006, vol. 1, eq. 5.1): 1100 × 0.9 = 990 tCO2e (AR5)
	// Garam, 2017 (estimated): overlap, mean of ratios (IPCC 2006, vol. 1, eq. 5.1): 1050 × 0.9 = 945 tCO2e (AR5)
	// 중첩, 비율의 평균(IPCC 2006, 1권 식 5.1)
	// Garam, ratios-differ: the ratios of new to old lie from 0.8000 to 0.9000 in 2018 to 2020: further apart than 5% of their mean: the overlap is not consistent
}

func ExampleOverlap_Ratios() {
	o := series.Overlap{Old: city(map[int]string{2018: "100 t", 2019: "100 t"}), From: 2018, To: 2019, Ratio: series.MeanOfRatios,
		Spread: ghg.MustShare("10%")}
	r, err := o.Ratios(city(map[int]string{2018: "90 t", 2019: "80 t"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r, r.IsWithinSpread)
	fmt.Println(r.Korean())
	// Output:
	// ratio of new to old 0.85 (0.8 to 0.9, standard deviation 0.05) in 2018 and 2019 false
	// 신/구 비율 0.85(0.8~0.9, 표준편차 0.05), 2018, 2019년
}

func ExampleCurve() {
	c := series.Curve{Coefficients: []decimal.Decimal{decimal.NewFromInt(10), decimal.RequireFromString("0.5")}, Unit: ghg.Kilotonne,
		Metric: ghg.AR5, Zero: 2015, From: 2016, To: 2022, Source: "city, report of 2023"}
	filled, err := series.Fill(city(map[int]string{2016: "10500 t", 2022: "13500 t"}), c, 2019)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(filled.Steps[0].Arithmetic, "=", filled.Steps[0].Result)
	// Output: (10 + 0.5 × 4^1) kt, t = 2019 - 2015 = 12000 tCO2e (AR5)
}

// A figure of another source is taken only where the two agree.
func ExampleDisagreementError() {
	forest := city(map[int]string{2018: "-100 t"})
	other := city(map[int]string{2018: "-150 t", 2019: "-151 t"})
	_, err := series.Fill(forest, series.Substitution{From: other, Tolerance: ghg.MustShare("1%")}, 2019)
	var differ *series.DisagreementError
	if errors.As(err, &differ) {
		fmt.Println(differ.Years[0].Year, differ.Years[0].Figure, differ.Years[0].Others)
	}
	// Output: 2018 -100 -150
}

// inventory is a made-up inventory with the fuel of homes.
func inventory(year int, records ...ghg.Record) ghg.Inventory {
	for i := range records {
		records[i].Place, records[i].Period = "Garam", ghg.CalendarYear(year)
		if records[i].Category.Code == "" {
			records[i].Category = ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}
		}
	}
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(year), ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		panic(err)
	}
	return inv
}

// Records of a category are filled one by one, each by its gas and fuel.
func ExampleFillCategory() {
	gas := func(t string) ghg.Record {
		return ghg.Record{Gas: ghg.CO2, Fuel: "gas", Value: ghg.Emitted(ghg.MustMass(t))}
	}
	coal := func(t string) ghg.Record {
		return ghg.Record{Gas: ghg.CO2, Fuel: "coal", Value: ghg.Emitted(ghg.MustMass(t))}
	}
	filled, err := series.FillCategory([]ghg.Inventory{
		inventory(2018, gas("400 t"), coal("60 t")),
		inventory(2020, gas("380 t")),
	}, "I.1.1", 2019, series.Interpolation{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range filled.Records {
		fmt.Println(r.Period, r.Fuel, r.Value, r.Status, "·", r.Evidence.Method())
	}
	fmt.Println(filled.Findings.All[1])
	whole, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2019), ghg.FirstVintage, gpc.Scheme, filled.Records)
	fmt.Println(whole.Len(), err)
	// Output:
	// 2019 gas 390 t estimated · linear interpolation (IPCC 2006, vol. 1, 5.3.3.3) (선형 내삽(IPCC 2006, 1권 5.3.3.3))
	// Garam, I.1.1, 2019, not-filled: no figure still: linear interpolation (IPCC 2006, vol. 1, 5.3.3.3), 2019: Garam, I.1.1 CO2 coal: no figure for 2019 (there are figures for 2018): a figure on both sides is needed: nothing is beyond it on one side
	// 1 <nil>
}

// What does not occur in a year does not occur between it and another one.
func ExampleKeyError() {
	number := ghg.Record{Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("400 t"))}
	none := ghg.Record{Gas: ghg.CO2, Value: ghg.KeyedAsFound(ghg.NO, "no boilers left")}
	_, err := series.FillCategory([]ghg.Inventory{inventory(2018, number), inventory(2020, none)}, "I.1.1", 2019, series.Interpolation{})
	var key *series.KeyError
	if errors.As(err, &key) {
		fmt.Println(key.Key, key.Year)
		fmt.Println(key.Korean())
	}
	// Output:
	// NO 2020
	// Garam, I.1.1 CO2: 2020년은 NO입니다: 표기기호는 수치가 아니므로 채우는 데 쓰지 않습니다
}
