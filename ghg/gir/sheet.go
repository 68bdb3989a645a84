package gir

import (
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// SheetFormat says what a sheet of the regional statistics, saved as CSV, does not.
type SheetFormat struct {
	// Name is that of the sheet in the workbook, such as 경기_수원시(vkt),
	// 세종_세종시(연료) or 전북_광역: whose figures they are, and how road transport was
	// estimated.
	Name string
	// Place is what its records call the place, as those of the place's own inventory do; ""
	// is province and municipality as the name has them: 경기 수원시.
	Place ghg.PlaceID
	// Unit and Metric are those of all figures.
	Unit   ghg.MassUnit
	Metric ghg.Metric
	// CSV says how numbers are written, what stands between cells and how much is read.
	// Its scheme and file are not used. Its marks name no column: they are of every year.
	// One that means 0 is 0, and any other is a missing value.
	CSV ghg.CSVFormat
}

// Sheet is what a sheet holds.
type Sheet struct {
	Place    ghg.PlaceID // 경기 수원시 or 전북, unless the format names it
	Province string
	// Municipality is "" where the sheet is of the province.
	Municipality string
	// Variant is [ghg.DistanceBased] or [ghg.FuelBased], where the name says it: the
	// lines of road transport have it, and no others.
	Variant ghg.Variant
	// Records are the lines of the tree, one for each year that the sheet has, in the
	// order of the file. A blank is a missing value.
	Records []ghg.Record
	// Totals are the rows that are sums of others. They are never added:
	// [ghg.Inventory.Reconcile] holds them against the records.
	Totals []SheetTotal
	// Unmapped are the rows that are no line and no sum of the tree.
	Unmapped []SheetRow
}

// SheetTotal is a total that the sheet states for a year.
type SheetTotal struct {
	Year int
	ghg.Declared
}

// SheetRow is a row that is not in the records.
type SheetRow struct {
	Line  int    // of the file, from 1
	Label string // with those above it: 농업-A.장내발효-1.소
	// PartOf is the code of the line that the row is a part of, as the tree has no finer
	// ones; its figure is in that of the line. It is "" where the row is not known.
	PartOf  string
	Figures []ghg.YearFigure
}

// FindingUnmapped says that a row of a sheet is not known: its figure is in no record.
const FindingUnmapped = "unmapped-row"

// FindingSheetPlace says that rows of a sheet name another place than its name.
const FindingSheetPlace = "sheet-place-differs"

var sheetName = regexp.MustCompile(`^([^_()]+)_([^_()]+?)\s*(?:\(([^()]*)\))?$`)

// sheetOf reads the name of a sheet.
func sheetOf(name string) (Sheet, error) {
	refuse := func(why string) (Sheet, error) { return Sheet{}, ghg.Refusal("sheet", "name", name, why) }
	m := sheetName.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil {
		return refuse("write province, _ and municipality, as 경기_수원시(vkt) or 전북_광역")
	}
	s := Sheet{Province: strings.TrimSpace(m[1]), Municipality: strings.TrimSpace(m[2])}
	place := s.Province + " " + s.Municipality
	if s.Municipality == wholeProvince {
		place, s.Municipality = s.Province, ""
	}
	switch strings.ToLower(strings.TrimSpace(m[3])) {
	case "vkt":
		s.Variant = ghg.DistanceBased
	case "연료":
		s.Variant = ghg.FuelBased
	case "":
	default:
		return refuse("in brackets stands vkt or 연료: how road transport was estimated")
	}
	var err error
	s.Place, err = ghg.ParsePlace(place)
	return s, err
}

// wholeProvince stands in place of a municipality.
const wholeProvince = "광역"

// ReadSheet reads one sheet of the regional statistics: a header with 구분, 광역, 기초 and
// years, above which titles may stand; the direct block at the left and the indirect one at
// the right of it, each with its own header cells. Rows are told apart by their numbering
// (A., 1., a.) below the name of a sector.
//
// It is built from a description of that layout alone; no workbook was at hand. A row that
// is not known is kept in [Sheet.Unmapped] with its label, and a [FindingUnmapped]: GIR's
// sheets follow the 2006 guidelines and may have rows that the tree lacks. A cell that is
// no number is a fault of its row, and none of that row is used; nor is a row that is there
// twice.
//
// A place has two sheets where road transport is estimated in two ways. They differ in
// that line alone: [JoinSheets] makes one of both.
func ReadSheet(r io.Reader, f SheetFormat) (Sheet, ghg.Report, error) {
	s, err := sheetOf(f.Name)
	if err != nil {
		return Sheet{}, ghg.Report{}, err
	}
	if f.Place != "" {
		if s.Place, err = ghg.ParsePlace(string(f.Place)); err != nil {
			return Sheet{}, ghg.Report{}, err
		}
	}
	if f.Metric.IsZero() {
		return Sheet{}, ghg.Report{}, ghg.ErrNoMetric
	}
	if f.Unit == (ghg.MassUnit{}) {
		return Sheet{}, ghg.Report{}, ghg.Refusal("sheet", "unit", "", "one is needed, such as ghg.Kilotonne")
	}
	head, r, err := readSheetHeader(r, f.CSV)
	if err != nil {
		return Sheet{}, ghg.Report{}, err
	}
	if f.CSV.Marks, err = head.marks(f.CSV.Marks); err != nil {
		return Sheet{}, ghg.Report{}, err
	}
	read := sheetReader{sheet: s, format: f, blocks: head.blocks}
	report, err := ghg.ReadCSVRows(r, f.CSV, head.columns(), read.row)
	for _, x := range read.findings.All {
		report.Findings.Add(x)
	}
	return read.sheet, report, err
}

// What is said of sheets.
var (
	sheetsDiffer = words.Term{En: "the two sheets differ beyond road transport in %s: the first one counts",
		Ko: "두 시트가 도로수송 외의 항목에서도 다릅니다(%s년): 첫째 시트의 값을 씁니다"}
	placeDiffers = words.Term{En: "the row names another place than the sheet, whose name counts",
		Ko: "행의 지역명이 시트 이름과 다릅니다: 시트 이름을 따릅니다"}
	rowUnmapped = words.Term{En: "no line and no sum of the tree is called so: it is in no record",
		Ko: "분류체계에 이런 이름의 항목이나 합계가 없어 어느 기록에도 들어 있지 않습니다"}
)

// FindingSheetsDiffer says that the two sheets of a place differ beyond road transport.
const FindingSheetsDiffer = "sheets-differ"

// JoinSheets is the sheet of a place with road transport both by distance and by fuel: the
// lines of the first, and of the second those of road transport. They must be of one place
// and of the two variants. A line in which they differ otherwise is a finding, and counts as
// the first has it. Totals and unmapped rows are those of the first: hold the totals of each
// against its own records before.
func JoinSheets(a, b Sheet) (Sheet, ghg.Findings, error) {
	var findings ghg.Findings
	switch {
	case a.Place != b.Place:
		return Sheet{}, findings, ghg.Refusal("sheets", "place", string(b.Place), "both must be of "+string(a.Place))
	case a.Variant == b.Variant || a.Variant == ghg.NoVariant || b.Variant == ghg.NoVariant:
		return Sheet{}, findings, ghg.Refusal("sheets", "variant", b.Variant.String(), "one must be of vkt and one of 연료")
	}
	type key struct {
		ghg.Category
		ghg.Period
	}
	second := map[key]ghg.Record{}
	out := a
	out.Variant = ghg.NoVariant
	out.Records, out.Totals, out.Unmapped = slices.Clone(a.Records), slices.Clone(a.Totals), slices.Clone(a.Unmapped)
	for _, r := range b.Records {
		if r.Variant != ghg.NoVariant {
			out.Records = append(out.Records, r)
			continue
		}
		second[key{r.Category, r.Period}] = r
	}
	differ := func(r ghg.Record, first, second ghg.Value) {
		findings.Add(ghg.Finding{Code: FindingSheetsDiffer, Severity: ghg.Warning, Line: r.Line, Category: r.Category,
			Stated: second.String(), Found: first.String()}.Said(sheetsDiffer, r.Period))
	}
	for _, r := range a.Records {
		if r.Variant != ghg.NoVariant {
			continue
		}
		k := key{r.Category, r.Period}
		if other := second[k]; !other.Value.Equal(r.Value) {
			differ(r, r.Value, other.Value)
		}
		delete(second, k)
	}
	for _, r := range b.Records {
		if _, left := second[key{r.Category, r.Period}]; left && r.Variant == ghg.NoVariant && r.Value.IsNumber() {
			differ(r, ghg.Value{}, r.Value)
		}
	}
	return out, findings, nil
}
