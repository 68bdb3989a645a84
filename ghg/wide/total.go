package wide

import (
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// What is said of sums beside the codes of ghg.
const (
	// FindingNoParts says that a row is a sum of which the table has no parts: its figures
	// are in no row.
	FindingNoParts = "total-without-parts"
	// FindingToCome says that the last periods are 0 in every row.
	FindingToCome = "last-periods-zero"
	// FindingUnfinished says that years lack months: no figure is made of those they have.
	FindingUnfinished = "unfinished-year"
)

// sumKind is what comes of holding a sum against its parts, the worst first.
type sumKind uint8

const (
	mismatch sumKind = iota
	rounded
	unchecked
	agrees
)

// sumKinds are what is said of each, of a column and of a row.
var sumKinds = [agrees]struct {
	code        string
	severity    ghg.Severity
	column, row words.Term
}{
	mismatch: {ghg.FindingTotalMismatch, ghg.Serious,
		words.Term{En: "the figures of the row give another sum than its column states, on %s", Ko: "행의 수치를 더한 값이 합계 열과 다릅니다 (%s)"},
		words.Term{En: "its %d parts give another sum, beyond rounding, in %s", Ko: "부분 %d개의 합이 반올림을 넘어 다릅니다: %s"}},
	rounded: {ghg.FindingTotalRounded, ghg.Note,
		words.Term{En: "the figures of the row give another sum, which rounding explains, on %s", Ko: "행의 수치를 더한 값이 합계 열과 다르나 반올림으로 설명됩니다 (%s)"},
		words.Term{En: "its %d parts give another sum, which rounding explains, in %s", Ko: "부분 %d개의 합과 다르나 반올림으로 설명됩니다: %s"}},
	unchecked: {ghg.FindingUnreconciled, ghg.Warning,
		words.Term{En: "the sum is not checked, as some figures are blank or in other units, on %s",
			Ko: "빈칸이 있거나 단위가 달라 합계 열을 확인하지 못했습니다 (%s)"},
		words.Term{En: "it is not checked, as some of its %d parts are blank, not read or in other units, in %s",
			Ko: "부분 %d개 중 빈칸이나 읽지 못한 행이 있거나 단위가 달라 확인하지 못했습니다: %s"}},
}

// partSum is what figures add up to, in tonnes where their units are of mass.
type partSum struct {
	number, slack decimal.Decimal
	kind          string
	open          bool // a part is no number, or of another kind
}

// half is how far rounding may have taken a figure off: half a unit of its last digit.
func (f Cell) half() decimal.Decimal { return exact.HalfUnit(f.number).Mul(f.unit.per) }

func (s *partSum) add(f Cell) {
	if f.missing != there {
		s.open = s.open || f.missing == blank
		return
	}
	s.open = s.open || s.kind != "" && s.kind != f.unit.kind
	s.kind = f.unit.kind
	s.number, s.slack = s.number.Add(f.number.Mul(f.unit.per)), s.slack.Add(f.half())
}

// compare holds a stated sum against its parts.
func (s *partSum) compare(stated Cell) sumKind {
	off := s.number.Sub(stated.number.Mul(stated.unit.per)).Abs()
	switch {
	case s.open || s.kind != "" && s.kind != stated.unit.kind:
		return unchecked
	case off.IsZero():
		return agrees
	case off.LessThanOrEqual(s.slack.Add(stated.half())):
		return rounded
	}
	return mismatch
}

func (s *partSum) String() string { return s.number.String() + " " + strings.TrimSpace(s.kind) }

// check holds the rows that are sums against their parts.
type check struct {
	table   Table
	notRead []Row
	format  Format
}

// sum is what parts add up to in each period.
type sum struct {
	parts int
	of    []partSum
}

// pattern says which cells the parts of a sum share with it: at 0 is any cell, at 1 the
// same one, and from 2 on those of a total.
type pattern [maxLabels]int32

// totals checks each sum. The parts of all that share a pattern are added up in one pass.
func (c check) totals(report *ghg.Report) {
	by := map[pattern]map[string]*sum{}
	for _, t := range c.table.totals {
		p := c.patternOf(t)
		sums, ok := by[p]
		if !ok {
			sums = c.add(p)
			by[p] = sums
		}
		s := sums[p.key(t.cells)]
		if s == nil {
			f := ghg.Finding{Code: FindingNoParts, Severity: ghg.Serious, Line: t.line, Stated: nameOfRow(t)}
			report.Findings.Add(f.Said(noParts))
			continue
		}
		c.compare(report, t, s)
	}
}

var noParts = words.Term{En: "the row is a sum, and no row is a part of it: its figures are in none",
	Ko: "합계 행인데 그 부분이 되는 행이 없습니다: 이 수치는 어느 행에도 들어 있지 않습니다"}

func (c check) patternOf(t Row) (p pattern) {
	for i, cell := range t.cells {
		switch total := c.format.sumAt(i, cell); {
		case total >= 0 && len(c.format.SumRows[total].Of) > 0:
			p[i] = int32(total) + 2
		case total < 0 && cell != "":
			p[i] = 1
		}
	}
	return p
}

// key is the cells that rows of a pattern share.
func (p pattern) key(cells []string) string {
	var b strings.Builder
	for i, cell := range cells {
		if p[i] == 1 {
			b.WriteString(cell)
		}
		b.WriteByte(0)
	}
	return b.String()
}

// add adds up all rows, by the cells that the pattern shares.
func (c check) add(p pattern) map[string]*sum {
	of := make([]map[string]bool, len(c.table.labels))
	for i := range of {
		if p[i] >= 2 {
			of[i] = map[string]bool{}
			for _, cell := range c.format.SumRows[p[i]-2].Of {
				of[i][clean(cell)] = true
			}
		}
	}
	isPart := func(r Row) bool {
		for i, cell := range r.cells {
			if of[i] != nil && !of[i][cell] {
				return false
			}
		}
		return true
	}
	sums := map[string]*sum{}
	at := func(r Row) *sum {
		key := p.key(r.cells)
		if sums[key] == nil {
			sums[key] = &sum{of: make([]partSum, len(r.figures))}
		}
		return sums[key]
	}
	for _, r := range c.table.rows {
		if isPart(r) {
			at(r).add(r)
		}
	}
	for _, r := range c.notRead {
		if isPart(r) {
			at(r).lack()
		}
	}
	return sums
}

// lack leaves a sum open, as a part of it was not read.
func (s *sum) lack() {
	s.parts++
	for i := range s.of {
		s.of[i].open = true
	}
}

func (s *sum) add(r Row) {
	s.parts++
	for i, f := range r.figures {
		s.of[i].add(f)
	}
}

// compare tells where a sum is not that of its parts: one finding of each kind for a row.
func (c check) compare(report *ghg.Report, t Row, s *sum) {
	var periods [agrees][]string
	var first [agrees]int
	for i, f := range t.figures {
		if f.missing != there {
			continue
		}
		kind := s.of[i].compare(f)
		if kind == agrees {
			continue
		}
		if len(periods[kind]) == 0 {
			first[kind] = i
		}
		periods[kind] = append(periods[kind], f.name())
	}
	for kind, list := range periods {
		if len(list) == 0 {
			continue
		}
		says, at := sumKinds[kind], first[kind]
		f := ghg.Finding{Code: says.code, Severity: says.severity, Line: t.line, Of: nameOfRow(t),
			Stated: t.figures[at].String(), Found: s.of[at].String()}
		report.Findings.Add(f.Said(says.row, s.parts, clip(list)))
	}
}

// clip lists the first periods of many.
func clip(list []string) string {
	const most = 12
	if len(list) > most {
		return strings.Join(list[:most], ", ") + ", …"
	}
	return strings.Join(list, ", ")
}

// nameOfRow is a row by its labels.
func nameOfRow(r Row) string {
	return words.Clip(strings.Join(slices.DeleteFunc(slices.Clone(r.cells), func(s string) bool { return s == "" }), " / "), ghg.MaxName)
}
