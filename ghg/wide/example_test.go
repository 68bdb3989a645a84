package wide_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/wide"
)

// A city downloads its electricity use, as the statistics publish it: a title, merged
// cells, thousands, districts beside their city, and months still to come as 0.
func Example() {
	const file = `시군구별 전력 사용량 (만든 자료),,,,,
시군구,용도,10월,11월,12월,합계
가람시,가정용,"12,300.5","13,021",0,"25,321.5"
,산업용,"40,010","41,250",0,"81,260"
,소계,"52,310.5","54,271",0,"106,581.5"
가람시 남구,가정용,"7,300.5","8,001",0,"15,301.5"
가람시 남구,산업용,"20,000","20,250",0,"40,250"
가람시 북구,가정용,"5,000","5,020",0,"10,020"
가람시 북구,산업용,"20,010","21,000",0,"41,010"
합계,,"52,310.5","54,271",0,"106,581.5"
`
	format := wide.Format{
		CSV:        ghg.CSVFormat{Thousands: ','},
		Labels:     []string{"시군구", "용도"},
		Merged:     []string{"시군구"},
		Unit:       wide.UnitOf("MWh"),
		Year:       2026,
		Through:    ghg.MustDate("2026-11-30"),
		SumColumns: []wide.Column{{Head: "합계"}},
		SumRows: []wide.SumRow{
			{Label: "시군구", Text: "합계"},
			{Label: "시군구", Text: "가람시", Of: []string{"가람시 남구", "가람시 북구"}},
			{Label: "용도", Text: "소계"},
		},
	}
	table, report, err := wide.Read(strings.NewReader(file), format)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Faults.Len(), report.Findings.Len())
	for row := range table.Rows() {
		fmt.Print(row.Label("시군구"), " ", row.Label("용도"))
		for f := range row.Cells() {
			fmt.Print(" | ", f)
		}
		fmt.Println()
	}
	// Output:
	// 0 0
	// 가람시 남구 가정용 | 7300.5 MWh | 8001 MWh | to come
	// 가람시 남구 산업용 | 20000 MWh | 20250 MWh | to come
	// 가람시 북구 가정용 | 5000 MWh | 5020 MWh | to come
	// 가람시 북구 산업용 | 20010 MWh | 21000 MWh | to come
}

// An inventory with years as columns. What a row is, the caller says.
func ExampleTable_Records() {
	const file = `sector,2017 (kt),2018 (kt),2019 (kt)
Residential,812.4,798.1,-
On-road,1204.9,1199.35,1187
Total,2017.3,1997.45,1187
`
	table, report, err := wide.Read(strings.NewReader(file), wide.Format{
		CSV:     ghg.CSVFormat{Marks: []ghg.CSVMark{{Text: "-", Means: ghg.KeyedAsFound(ghg.NE, "")}}},
		Labels:  []string{"sector"},
		Unit:    wide.UnitInHeader,
		SumRows: []wide.SumRow{{Label: "sector", Text: "Total"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	codes := map[string]string{"Residential": "I.1.1", "On-road": "II.1.1"}
	records, faults := table.Records(ghg.AR5, func(r wide.Row) (ghg.Record, error) {
		category, err := gpc.Scheme.Category(codes[r.Label("sector")])
		return ghg.Record{Place: "Garam", Category: category}, err
	})
	fmt.Println(report.Findings, faults.Len())
	for _, r := range records {
		fmt.Println(r.Category.Code, r.Period, r.Value)
	}
	// Output:
	// line 4, Total, declared-unreconciled: it is not checked, as some of its 2 parts are blank, not read or in other units, in 2019 0
	// I.1.1 2017 812400 tCO2e (AR5)
	// I.1.1 2018 798100 tCO2e (AR5)
	// I.1.1 2019 NE
	// II.1.1 2017 1204900 tCO2e (AR5)
	// II.1.1 2018 1199350 tCO2e (AR5)
	// II.1.1 2019 1187000 tCO2e (AR5)
}

// Months add up to a year only if all are there.
func ExampleTable_ByYear() {
	const file = `지역,2025년 11월,2025년 12월,2026년 1월
가람시,12,13,9
`
	table, _, err := wide.Read(strings.NewReader(file), wide.Format{Labels: []string{"지역"}, Unit: wide.UnitOf("천톤")})
	if err != nil {
		fmt.Println(err)
		return
	}
	years, findings := table.ByYear()
	for row := range years.Rows() {
		for f := range row.Cells() {
			fmt.Println(f.Period, f)
		}
	}
	fmt.Println(findings.All[0].Korean())
	// Output:
	// 2025 unfinished
	// 2026 unfinished
	// 2행, 끝나지 않은 해: 01, 02, 03, 04, 05, 06, 07, 08, 09, 10이 없어 있는 달만으로 연간값을 만들지 않습니다 (2행)
}

// A row that looks like a sum is refused until it is named as one: it is neither added
// nor dropped in silence.
func ExampleRead_totalNotNamed() {
	const file = "지역,2018\n가람시,12\n합계,12\n"
	_, report, err := wide.Read(strings.NewReader(file), wide.Format{Labels: []string{"지역"}, Unit: wide.UnitOf("천톤")})
	fmt.Println(err, report.Err())
	// Output:
	// <nil> line 3, 지역 "합계": it looks like the sum of other rows: name it in Format.SumRows
}

// Units may stand in the row below the header.
func ExampleUnitBelow() {
	const file = "구분,2023,2024\n단위,MWh,GWh\n가로등,812.5,0.79\n"
	table, _, _ := wide.Read(strings.NewReader(file), wide.Format{Labels: []string{"구분"}, Unit: wide.UnitBelow})
	for row := range table.Rows() {
		for f := range row.Cells() {
			q, err := f.Quantity()
			fmt.Println(f.Period, q, err)
		}
	}
	// Output:
	// 2023 812.5 MWh <nil>
	// 2024 0.79 GWh <nil>
}

// Sums are no rows, and are kept beside them.
func ExampleTable_SumRows() {
	const file = "지역,2018\n가람시,12\n나래시,30\n도계,43\n"
	table, report, _ := wide.Read(strings.NewReader(file), wide.Format{Labels: []string{"지역"}, Unit: wide.UnitOf("천톤"),
		SumRows: []wide.SumRow{{Label: "지역", Text: "도계"}}})
	for row := range table.SumRows() {
		for f := range row.Cells() {
			fmt.Println("line", row.Line(), row.Label("지역"), f)
		}
	}
	fmt.Println(report.Findings)
	// Output:
	// line 4 도계 43 천톤
	// line 4, 도계, total-rounded: its 2 parts give another sum, which rounding explains, in 2018
}

// Gases beside each other, in the unit of the row; their headers do not say what they are.
func ExampleColumn() {
	const file = "use,unit,carbon dioxide,methane,all\nboilers,t CO2e,12.5,0.5,13\n"
	year := ghg.CalendarYear(2022)
	table, report, _ := wide.Read(strings.NewReader(file), wide.Format{
		Labels: []string{"use"}, Unit: wide.UnitIn("unit"),
		Columns:    []wide.Column{{Head: "carbon dioxide", Period: year, Gas: ghg.CO2}, {Head: "methane", Period: year, Gas: ghg.CH4}},
		SumColumns: []wide.Column{{Head: "all"}},
	})
	for row := range table.Rows() {
		for f := range row.Cells() {
			number, ok := f.Number()
			fmt.Println(f.Gas, number, f.Unit, ok)
		}
	}
	fmt.Println(report.Findings.Len())
	// Output:
	// CO2 12.5 t CO2e true
	// CH4 0.5 t CO2e true
	// 0
}

// A header of two rows, as statistics are downloaded: years above, uses below each of them,
// and their sum beside them.
func ExampleFormat() {
	const file = `시군구별 전력 사용량 (만든 자료; MWh),,,,,,
시군구,2021,,,2022,,
,합계,가정용,산업용,합계,가정용,산업용
가람시,"1,600","1,200",400,"1,575","1,150",425
나래군,400,400,-,410,405,5
`
	table, report, err := wide.Read(strings.NewReader(file), wide.Format{
		CSV:    ghg.CSVFormat{Thousands: ',', Marks: []ghg.CSVMark{{Text: "-", Means: ghg.KeyedAsFound(ghg.NO, "no industry")}}},
		Labels: []string{"시군구"}, Below: "용도", Unit: wide.UnitOf("MWh"), SumRows: []wide.SumRow{{Label: "용도", Text: "합계"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range table.Rows() {
		fmt.Print(row.Line(), " ", row.Label("시군구"), " ", row.Label("용도"))
		for f := range row.Cells() {
			fmt.Print(" | ", f)
		}
		fmt.Println()
	}
	fmt.Println(report.Findings)
	// Output:
	// 4 가람시 가정용 | 1200 MWh | 1150 MWh
	// 4 가람시 산업용 | 400 MWh | 425 MWh
	// 5 나래군 가정용 | 400 MWh | 405 MWh
	// 5 나래군 산업용 | "-" | 5 MWh
	// line 5, 나래군 / 합계, declared-unreconciled: it is not checked, as some of its 2 parts are blank, not read or in other units, in 2021
}
