package main

import (
	"errors"
	"iter"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings that this program adds to the library's.
const (
	findingLinesNotRead = "lines-not-read" // lines of this place and year are faults
	findingNoRecords    = "no-records"     // declared totals of no inventory, or a file with none
	findingLeftOut      = "left-out"       // a number that no total of its views counts
	findingMore         = "more-findings"  // those that were counted and not listed
	faultMore           = "more-faults"    // likewise
)

// book collects what was read, by place and year, in the order first met.
type book struct {
	metric   ghg.Metric   // zero: the one that the lines share
	statuses []ghg.Status // of the figures that count; none: all
	views    []ghg.View
	file     string // of records; empty for standard input
	order    []ghg.InventoryID
	pages    map[ghg.InventoryID]*page
	nowhere  page // what belongs to no place and year

	moreFindings int    // of reading the records
	declaredFile string // name of the file of declared totals
}

type page struct {
	records  []ghg.Record
	declared []ghg.Declared
	findings []remark
	faults   []ghg.Fault
	notRead  int // how many of the faults are of records

	elsewhere map[spot]string // the other file that records were in before, if they say so
}

// spot is where a finding is: a line and its category.
type spot struct {
	line     int
	category ghg.Category
}

// source is where a record was read.
type source struct {
	file string
	spot
}

// remark is a finding with the file that its line is of, where that is not the
// file of records.
type remark struct {
	ghg.Finding
	file string
	lack *viewTotal // whose gaps the finding is of: they are named when it is printed
}

// told is the finding in full.
func (r remark) told() ghg.Finding {
	if r.lack == nil {
		return r.Finding
	}
	gaps := r.lack.total.Coverage.Gaps
	list := make([]string, len(gaps))
	for i, c := range gaps {
		list[i] = c.Code
	}
	return r.Said(hasGaps, viewName(r.lack.view), len(gaps), strings.Join(list, ", "))
}

// koreanOf is the detail of a finding in Korean.
func koreanOf(f ghg.Finding) string {
	if f.DetailKo != "" {
		return f.DetailKo
	}
	korean, _ := words.InKorean(f.Detail)
	return korean
}

// What this program remarks beside the library.
var (
	faultsNotListed   = words.Term{En: "%s%d more faults are not listed", Ko: "%s그 밖의 오류 %d건은 적지 않았습니다"}
	findingsNotListed = words.Term{En: "%d more findings are not listed", Ko: "그 밖의 검토 의견 %d건은 적지 않았습니다"}
	onlyHeader        = words.Term{En: "the file has a header and no records", Ko: "파일에 머리글만 있고 기록이 없습니다"}
	noRecords         = words.Term{En: "declared as %s and there are no records", Ko: "공표값은 %s인데 기록이 없습니다"}
	linesNotRead      = words.Term{En: "the totals are of the lines that could be read; faults in others: %d",
		Ko: "합계는 읽을 수 있었던 행의 것입니다. 읽지 못한 행의 오류: %d건"}
	fileNotRead = words.Term{En: "faults of the file that name no place and year, and may concern these totals: %d",
		Ko: "지역과 연도를 알 수 없는 행의 오류가 있어 합계가 달라질 수 있습니다: %d건"}
)

func newBook(metric ghg.Metric, file string) *book {
	return &book{metric: metric, views: gpc.Views(), file: file, pages: map[ghg.InventoryID]*page{}}
}

// take is the views with one of two alternatives chosen.
func (b *book) take(x ghg.Variant) error {
	views := make([]ghg.View, len(b.views))
	for i, v := range b.views {
		var err error
		if views[i], err = v.WithVariant(x); err != nil {
			return err
		}
	}
	b.views = views
	return nil
}

func (b *book) page(id ghg.InventoryID) *page {
	p, ok := b.pages[id]
	if !ok {
		p = &page{}
		b.pages[id] = p
		b.order = append(b.order, id)
	}
	return p
}

func (b *book) addRecords(records []ghg.Record, report ghg.Report) {
	at := map[int]ghg.InventoryID{} // by line
	for id, group := range ghg.GroupRecords(records) {
		p := b.page(id)
		p.records = group
		for i := range group {
			r := &group[i]
			if file := b.otherFile(r); file != "" {
				p.comesFrom(file, spot{r.Line, r.Category})
			} else if len(report.Findings.All) > 0 {
				at[r.Line] = id
			}
		}
	}
	for _, f := range report.Findings.All {
		p := &b.nowhere
		if id, found := at[f.Line]; found {
			p = b.page(id)
		}
		p.findings = append(p.findings, remark{Finding: f})
	}
	b.moreFindings = report.Findings.More
	b.addFaults(report.Faults, "")
	for _, p := range b.pages {
		p.notRead = len(p.faults)
	}
	b.nowhere.notRead = len(b.nowhere.faults)
}

// otherFile is the file that a record was in before it came into this one, or "".
func (b *book) otherFile(r *ghg.Record) string {
	if file := r.Evidence.File(); file != b.file {
		return file
	}
	return ""
}

// comesFrom notes the file of a spot.
func (p *page) comesFrom(file string, at spot) {
	if p.elsewhere == nil {
		p.elsewhere = map[spot]string{}
	}
	if other, met := p.elsewhere[at]; met && other != file {
		file = "one of several files"
	}
	p.elsewhere[at] = file
}

func (b *book) addDeclared(totals []ghg.DeclaredTotal, report ghg.Report, file string) {
	b.declaredFile = file
	for _, d := range totals {
		p := b.page(ghg.InventoryID{Place: d.Place, Period: d.Period})
		p.declared = append(p.declared, d.Declared)
	}
	for _, f := range report.Findings.All {
		b.nowhere.findings = append(b.nowhere.findings, remark{Finding: f, file: file})
	}
	b.addFaults(report.Faults, file+": ")
}

func (b *book) addFaults(faults ghg.Faults, prefix string) {
	for _, f := range faults.All {
		f.Detail = prefix + f.Detail
		p := &b.nowhere
		if f.Place != "" && !f.Period.IsZero() {
			p = b.page(ghg.InventoryID{Place: f.Place, Period: f.Period})
		}
		p.faults = append(p.faults, f)
	}
	if faults.More > 0 {
		b.nowhere.faults = append(b.nowhere.faults,
			ghg.Fault{Code: faultMore, Detail: faultsNotListed.With(prefix, faults.More).En})
	}
}

// sheet is what is printed of one place and year.
type sheet struct {
	id       ghg.InventoryID
	metric   ghg.Metric
	views    []viewTotal // none where there are no records
	findings []remark
	faults   []ghg.Fault
}

func (s *sheet) add(f ghg.Finding) { s.findings = append(s.findings, remark{Finding: f}) }

// addMore says how many findings were counted and not listed.
func (s *sheet) addMore(n int) {
	if n > 0 {
		s.add(ghg.Finding{Code: findingMore, Severity: ghg.Serious}.Said(findingsNotListed, n))
	}
}

type viewTotal struct {
	view    ghg.View
	total   ghg.Total
	sectors []ghg.Part
}

// sheets yields a sheet for each place and year, then one for what belongs to
// none, if there is any.
func (b *book) sheets() iter.Seq[sheet] {
	return func(yield func(sheet) bool) {
		for _, id := range b.order {
			if !yield(b.sheet(id)) {
				return
			}
		}
		last := sheet{findings: b.nowhere.findings, faults: b.nowhere.faults}
		last.addMore(b.moreFindings)
		if len(b.order)+len(last.faults) == 0 {
			last.add(ghg.Finding{Code: findingNoRecords, Severity: ghg.Serious}.Said(onlyHeader))
		}
		if len(last.faults)+len(last.findings) > 0 {
			yield(last)
		}
	}
}

func (b *book) sheet(id ghg.InventoryID) sheet {
	p := b.pages[id]
	s := sheet{id: id, metric: b.metric, findings: p.findings, faults: p.faults}
	if len(p.records) == 0 {
		for _, d := range p.declared {
			s.findings = append(s.findings, remark{file: b.declaredFile, Finding: ghg.Finding{
				Code: findingNoRecords, Severity: ghg.Warning, Line: d.Line, Of: d.View.Name(), Stated: d.Figure.String(),
			}.Said(noRecords, d.Figure)})
		}
		return s
	}
	inv, findings, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, p.records)
	for _, f := range findings.All {
		s.findings = append(s.findings, remark{Finding: f, file: p.elsewhere[spot{f.Line, f.Category}]})
	}
	s.addMore(findings.More)
	if err != nil {
		s.faults = append(s.faults, faultsOf(err)...)
		return s
	}
	if len(b.statuses) > 0 {
		if inv, err = inv.Taking(b.statuses...); err != nil {
			s.faults = append(s.faults, faultsOf(err)...)
			return s
		}
	}
	if p.notRead > 0 {
		s.add(ghg.Finding{Code: findingLinesNotRead, Severity: ghg.Serious}.Said(linesNotRead, p.notRead))
	}
	if b.nowhere.notRead > 0 {
		s.add(ghg.Finding{Code: findingLinesNotRead, Severity: ghg.Serious}.Said(fileNotRead, b.nowhere.notRead))
	}
	if s.metric.IsZero() {
		s.metric = inv.PrevailingMetric()
	}
	s.addTotals(inv, b.views, b.otherFile)
	reconciled := inv.Reconcile(s.metric, p.declared...)
	for _, f := range reconciled.All {
		s.findings = append(s.findings, remark{Finding: f, file: b.declaredFile})
	}
	s.addMore(reconciled.More)
	return s
}

// faultsOf takes an error apart into the faults that it holds.
func faultsOf(err error) []ghg.Fault {
	var faults ghg.Faults
	if errors.As(err, &faults) {
		return faults.All
	}
	return []ghg.Fault{{Code: ghg.FaultMismatch, Detail: err.Error()}}
}
