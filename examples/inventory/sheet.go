package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
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
	metric  ghg.Metric // zero: the one that the lines share
	order   []ghg.InventoryID
	pages   map[ghg.InventoryID]*page
	nowhere page // what belongs to no place and year

	moreFindings int    // of reading the records
	declaredFile string // name of the file of declared totals
}

type page struct {
	records  []ghg.Record
	declared []ghg.Declared
	findings []remark
	faults   []ghg.Fault
	notRead  int // how many of the faults are of records
}

// remark is a finding with the file that its line is of, where that is not the
// file of records.
type remark struct {
	ghg.Finding
	file string
}

func newBook(metric ghg.Metric) *book {
	return &book{metric: metric, pages: map[ghg.InventoryID]*page{}}
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
	at := make(map[int]ghg.InventoryID, len(records)) // by line
	for id, group := range ghg.GroupRecords(records) {
		b.page(id).records = group
		for _, r := range group {
			at[r.Line] = id
		}
	}
	for _, f := range report.Findings.All {
		p := &b.nowhere
		if id, ok := at[f.Line]; ok {
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

func (b *book) addDeclared(totals []ghg.DeclaredTotal, report ghg.Report, file string) {
	b.declaredFile = file
	for _, d := range totals {
		p := b.page(ghg.InventoryID{Place: d.Place, Period: d.Period})
		p.declared = append(p.declared, d.Declared)
	}
	for _, f := range report.Findings.All {
		b.nowhere.findings = append(b.nowhere.findings, remark{f, file})
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
			ghg.Fault{Code: faultMore, Detail: fmt.Sprintf("%s%d more faults are not listed", prefix, faults.More)})
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
		s.add(ghg.Finding{Code: findingMore, Severity: ghg.Serious, Detail: fmt.Sprintf("%d more findings are not listed", n)})
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
		last := sheet{faults: b.nowhere.faults, findings: b.nowhere.findings}
		last.addMore(b.moreFindings)
		if len(b.order)+len(last.faults) == 0 {
			last.add(ghg.Finding{Code: findingNoRecords, Severity: ghg.Serious, Detail: "the file has a header and no records"})
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
			s.findings = append(s.findings, remark{ghg.Finding{Code: findingNoRecords, Severity: ghg.Warning, Line: d.Line,
				Of: d.View.Name(), Stated: d.Figure.String(), Detail: fmt.Sprintf("declared as %s and there are no records", d.Figure)},
				b.declaredFile})
		}
		return s
	}
	inv, findings, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, p.records)
	for _, f := range findings.All {
		s.add(f)
	}
	s.addMore(findings.More)
	if err != nil {
		s.faults = append(s.faults, faultsOf(err)...)
		return s
	}
	if p.notRead > 0 {
		s.add(ghg.Finding{Code: findingLinesNotRead, Severity: ghg.Serious,
			Detail: fmt.Sprintf("the totals are of the lines that could be read; faults in others: %d", p.notRead)})
	}
	if b.nowhere.notRead > 0 {
		s.add(ghg.Finding{Code: findingLinesNotRead, Severity: ghg.Serious,
			Detail: fmt.Sprintf("faults of the file that name no place and year, and may concern these totals: %d", b.nowhere.notRead)})
	}
	if s.metric.IsZero() {
		s.metric = inv.PrevailingMetric()
	}
	s.addTotals(inv)
	reconciled := inv.Reconcile(s.metric, p.declared...)
	for _, f := range reconciled.All {
		s.findings = append(s.findings, remark{f, b.declaredFile})
	}
	s.addMore(reconciled.More)
	return s
}

// addTotals computes every view and notes what each lacks.
func (s *sheet) addTotals(inv ghg.Inventory) {
	told := map[int]bool{} // lines that cannot join, each listed once
	for _, v := range gpc.Views() {
		total, err := inv.Total(v, s.metric)
		s.views = append(s.views, viewTotal{v, total, total.By(ghg.BySector)})
		for _, u := range total.Unjoined {
			if r := u.Record(); !told[r.Line] {
				told[r.Line] = true
				s.add(ghg.Finding{Code: ghg.FindingCannotJoin, Severity: ghg.Serious, Line: r.Line,
					Category: r.Category, Stated: r.Value.String(), Detail: u.Err.Error()})
			}
		}
		if err != nil {
			hint := ""
			if s.metric.ID() == "" {
				hint = "; ask for a metric, as in -metric AR5"
			}
			s.add(ghg.Finding{Code: ghg.FindingTotalWithheld, Severity: ghg.Serious,
				Detail: fmt.Sprintf("%s is withheld; lines that cannot join it: %d%s", v.Name(), len(total.Unjoined), hint)})
		}
		if gaps := total.Coverage.Gaps; len(gaps) > 0 {
			s.add(ghg.Finding{Code: ghg.FindingGaps, Severity: ghg.Warning,
				Detail: fmt.Sprintf("%s cannot be claimed: %d categories have neither a number nor a key: %s", v.Name(), len(gaps), codes(gaps))})
		}
		for _, l := range total.LeftOut {
			r := l.Record()
			if numberKept := l.Why == ghg.OutsideView || l.Why == ghg.NotANumber; !numberKept && !told[r.Line] {
				told[r.Line] = true
				s.add(ghg.Finding{Code: findingLeftOut, Severity: ghg.Note, Line: r.Line, Category: r.Category,
					Stated: r.Value.String(), Detail: fmt.Sprintf("%s is in no total: %s", r.Value, l.Why)})
			}
		}
		for l := range total.Lines.All() {
			if r := l.Record(); !l.From.IsZero() && r.Gas != ghg.CO2 && !told[r.Line] {
				told[r.Line] = true
				s.add(ghg.Finding{Code: ghg.FindingRecomputed, Line: r.Line, Category: r.Category,
					Stated: r.Value.String(), Found: l.CO2e.String(), Detail: l.Explain()})
			}
		}
	}
}

func codes(categories []ghg.Category) string {
	var out []string
	for _, c := range categories {
		out = append(out, c.Code)
	}
	return strings.Join(out, ", ")
}

// faultsOf takes an error apart into the faults that it holds.
func faultsOf(err error) []ghg.Fault {
	var faults ghg.Faults
	if errors.As(err, &faults) {
		return faults.All
	}
	return []ghg.Fault{{Code: ghg.FaultMismatch, Detail: err.Error()}}
}
