package managed

import (
	"errors"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

var ruleColumns = []ghg.CSVColumn{
	{Name: "action", Aliases: strings.Fields("관리번호 과제번호 사업번호 사업코드")},
	{Name: "area", Aliases: strings.Fields("부문 분야 영역")},
	{Name: "category", Aliases: strings.Fields("배출원 배출원분류 배출부문")},
	{Name: "scheme", Aliases: strings.Fields("분류체계")},
	{Name: "fuel", Aliases: strings.Fields("연료 에너지원")},
	{Name: "end_use", Aliases: strings.Fields("용도 사용처")},
	{Name: "scope", Aliases: strings.Fields("스코프 배출범위")},
	{Name: "facility", Aliases: strings.Fields("시설 시설번호 사업장 사업장번호")},
	{Name: "position", Aliases: strings.Fields("적용구분 배출권거래제구분 거래제구분")},
	{Name: "share", Aliases: strings.Fields("비율 적용비율 해당비율")},
	{Name: "share_in", Aliases: strings.Fields("비율연도 비율기준연도")},
	{Name: "source", Aliases: strings.Fields("출처 자료 문서 근거"), Required: true},
	{Name: "note", Aliases: strings.Fields("비고 참고")},
}

// ReadRules reads rules, one a line, in the order in which they count: delimited text as
// [ghg.ReadCSV] reads it. What a rule meets stands in the columns action (관리번호), area
// (부문), category (배출원), scheme (분류체계), fuel (연료), end_use (용도) and scope (스코프);
// where that stands in facility (시설번호), position (거래제구분: 대상, 간접, 비대상), share
// (비율: 30%, or 0.3) and share_in (비율연도); source (출처) says who says so, and note (비고)
// is not read. A line whose category is the word rest (나머지) is of the rest of a baseline.
//
// A rule that cannot be used is a fault of the report ([ghg.Report.Err]): without it,
// others would count in its stead, so no rule is returned then. Facilities and areas are
// held against register and plan by [Split] and [SplitBaseline].
func ReadRules(r io.Reader, f ghg.CSVFormat) ([]Rule, ghg.Report, error) {
	if f.Scheme.IsZero() {
		return nil, ghg.Report{}, errors.New("reading rules needs the scheme of their categories, such as gpc.Scheme")
	}
	var out []Rule
	report, err := ghg.ReadCSVRows(r, f, ruleColumns, func(row ghg.CSVRow) {
		x := Rule{Action: row.Text("action"), Area: row.Text("area"), Fuel: row.Text("fuel"), EndUse: row.Text("end_use"),
			Scope: row.Scope("scope"), Facility: row.Text("facility"), Position: ghg.CSVWord(row, FaultRule, "position", positionWords),
			Share: row.Share("share"), ShareIn: row.Year("share_in"), Source: row.Text("source"), Line: row.Line()}
		switch category := words.Fold(row.Text("category")); category {
		case "":
		case "rest", "나머지":
			x.Rest = true
		default:
			x.Category, _ = row.Category("category", row.Scheme("scheme"))
		}
		if !row.IsFaulty() {
			x.refuse(func(field, _, detail string) {
				if field == "rest" {
					field = "category"
				}
				row.Refuse(FaultRule, field, errors.New(detail))
			})
		}
		out = append(out, x)
	})
	if err != nil || report.Faults.Len() > 0 {
		return nil, report, err
	}
	return out, report, nil
}
