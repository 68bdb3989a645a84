package carveout

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
)

var facilityColumns = []ghg.CSVColumn{
	{Name: "facility", Aliases: strings.Fields("id 시설 시설번호 시설코드 사업장 사업장번호 관리번호"), Required: true},
	{Name: "name", Aliases: strings.Fields("시설명 사업장명 업체명 명칭"), Required: true},
	{Name: "name_ko", Aliases: strings.Fields("국문명 한글명 국문시설명")},
	{Name: "registration", Aliases: strings.Fields("등록번호 할당업체번호 업체번호")},
	{Name: "from", Aliases: strings.Fields("적용시작 적용시작연도 시작연도 지정연도 할당시작")},
	{Name: "to", Aliases: strings.Fields("적용종료 적용종료연도 종료연도 할당종료")},
	{Name: "owner", Aliases: strings.Fields("소유 소유구분 소유자 소유주체"), Required: true},
	{Name: "source", Aliases: strings.Fields("출처 자료 문서 근거"), Required: true},
	{Name: "note", Aliases: strings.Fields("비고 참고")},
}

// ReadFacilities reads a table of facilities: delimited text as [ghg.ReadCSV] reads it,
// a line for each. Its columns are facility (시설번호), which is what records say
// ([ghg.Record.Facility]), name (시설명), owner (소유구분: 지자체 or 민간, "council-owned" or
// "owned by others") and source (출처), and, where there are any, name_ko (국문명), from and
// to (적용시작, 적용종료), the first and last year that the trading scheme covers,
// registration (등록번호) and note (비고).
// A site that never traded has no from; one that still trades no to. One that left the
// scheme and came back, or was sold, has a line for each of its times, whose years do not meet.
//
// The table holds no emissions: they are those of the records ([RegisterOf]). A line that
// cannot be used is a fault of the report, and no facility: see [ghg.Report.Err].
func ReadFacilities(r io.Reader, f ghg.CSVFormat) ([]Facility, ghg.Report, error) {
	var out []Facility
	rows := map[string][]Facility{}
	report, err := ghg.ReadCSVRows(r, f, facilityColumns, func(row ghg.CSVRow) {
		x := Facility{ID: row.ID("facility"), Name: row.Need("name"), NameKo: row.Text("name_ko"), Registration: row.Text("registration"),
			From: row.Year("from"), To: row.Year("to"), Source: row.Need("source"), Note: row.Text("note"), Line: row.Line()}
		if row.Need("owner") != "" {
			x.Ownership = ghg.CSVWord(row, FaultFacility, "owner", ownershipWords)
		}
		if why := x.spanWrong(); why != "" && !row.IsFaulty() {
			row.Refuse(FaultCoverage, "to", errors.New(why))
		}
		for _, first := range rows[x.ID] {
			if x.ID != "" && x.meets(first) {
				row.Refuse(FaultDuplicateFacility, "facility", fmt.Errorf("line %d has it too: one line for one site, "+
					"unless it is covered in other years", first.Line))
				break
			}
		}
		rows[x.ID] = append(rows[x.ID], x)
		if !row.IsFaulty() {
			out = append(out, x)
		}
	})
	return out, report, err
}
