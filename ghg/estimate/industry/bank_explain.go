package industry

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// The codes of findings.
const (
	FindingBankShort   = "bank-history-short" // the bank starts empty: flows before the first are missing
	FindingBankEmptied = "bank-emptied"       // more left the bank than it held, which is taken as 0
)

var (
	bankShort = words.Term{
		En: "flows start in %d, and it is not known when the gas was introduced: equipment filled before is in no bank",
		Ko: "%d년부터의 자료뿐이고 냉매 도입연도를 알 수 없어, 그 전에 충전한 기기는 뱅크에 들지 않습니다"}
	bankLate = words.Term{
		En: "the gas was introduced in %d, and flows are stated from %d on: equipment filled before is in no bank",
		Ko: "냉매는 %d년에 도입했으나 자료는 %d년부터 있어, 그 전에 충전한 기기는 뱅크에 들지 않습니다"}
	bankEmptied = words.Term{
		En: "more left the bank than it held in %s, and it is taken as 0: lifetime, leaks or flows do not fit",
		Ko: "%s에 뱅크보다 많은 양이 빠져나가 뱅크를 0으로 두었습니다: 수명, 손실률, 자료 가운데 맞지 않는 것이 있습니다"}
)

// remarks are what is to be said of the flows.
func (s *stock) remarks() {
	switch {
	case s.b.Introduced == 0:
		s.w.Remark(ghg.Finding{Code: FindingBankShort, Severity: ghg.Warning, Found: strconv.Itoa(s.from)}.Said(bankShort, s.from))
	case s.b.Introduced < s.from:
		s.w.Remark(ghg.Finding{Code: FindingBankShort, Severity: ghg.Serious, Stated: strconv.Itoa(s.b.Introduced), Found: strconv.Itoa(s.from)}.
			Said(bankLate, s.b.Introduced, s.from))
	}
	var emptied []int
	for i, y := range s.years {
		if y.emptied {
			emptied = append(emptied, s.from+i)
		}
	}
	if len(emptied) > 0 {
		spans := words.Spans(emptied)
		s.w.Remark(ghg.Finding{Code: FindingBankEmptied, Severity: ghg.Serious, Stated: spans.En}.Said(bankEmptied, spans))
	}
}

// explain tells the flows as columns, the bank, and the last year by the letters of the example.
func (s *stock) explain() {
	if !s.w.Explaining() {
		return
	}
	s.explainFlows()
	s.explainBank()
	d, at := s.b.Lifetime, s.b.Year
	last := s.years[len(s.years)-1]
	step := func(symbol string, what words.Term, formula string, n decimal.Decimal) {
		s.w.Computed(symbol, what, inKilograms(s.b.Gas), formula, estimate.Exactly, n)
	}
	year := strconv.Itoa(at)
	step("K", refilledOf, s.refill("F["+year+"]", at), last.k)
	step("G", chargedOf, "F["+year+"] - K", last.g)
	step("H", chargingIs, "G × k", last.h)
	leak := "0" // the bank of the first year is empty on 1 January
	if at > s.from {
		leak = fmt.Sprintf("Bank[%d] × x", at-1)
	}
	step("L", inUseIs, leak, last.l)
	retired := "0"
	if old := at - d; old >= s.from {
		retired = fmt.Sprintf("(F[%[1]d] - %[2]s) × (1 - k) + D[%[1]d] - E[%[1]d]", old, s.refill(fmt.Sprintf("F[%d]", old), old))
	}
	step("M", retiredInIt, retired, last.m)
	flow := s.flows[len(s.flows)-1]
	s.w.Number("O", destroyedOf, inKilograms(s.b.Gas), s.source(at), flow[6])
	s.w.Number("P", usedExported, inKilograms(s.b.Gas), s.source(at), flow[7])
	step("Q", endOfLife, "M - N["+year+"] - O - P", last.q)
}

// refill is the formula of what is refilled in a year.
func (s *stock) refill(sales string, year int) string {
	if year-2 < s.from {
		return "0" // nothing leaked in the year before
	}
	return fmt.Sprintf("min(Bank[%d] × x; %s)", year-2, sales)
}

// source is that of the flows of a year.
func (s *stock) source(year int) string {
	of, ok := s.b.Flows.At(year)
	if !ok {
		return "before the first flow"
	}
	return of.Source
}

// explainFlows tells A to E and N. What is retired, and what was recycled, are of earlier years:
// rows stand for those too, 0 before the first flow.
func (s *stock) explainFlows() {
	sheet := s.w.Sheet()
	index := func(letter string, from int) {
		rows := make([]derivation.Row, 0, s.b.Year-from+1)
		for year := from; year <= s.b.Year; year++ {
			rows = append(rows, derivation.Row{ID: strconv.Itoa(year)})
		}
		sheet.Index(letter, rows...)
	}
	lead := s.b.Lifetime + 1
	index("s", s.from-lead) // stated
	index("i", s.from-lead+1)
	index("y", s.from)
	for c, letter := range letters[:6] {
		values := make([]decimal.Decimal, lead, lead+len(s.flows))
		for _, f := range s.flows {
			values = append(values, f[c])
		}
		given := sheet.Given(letter, flowTerms[c], inKilograms(s.b.Gas), "", derivation.Numbers(values...)...)
		given.Index = "s"
		for i := range given.Values {
			given.Values[i].Source = s.stated(s.from-lead+i, c)
		}
	}
	sales := make([]decimal.Decimal, lead-1, lead+len(s.flows))
	for _, y := range s.years {
		sales = append(sales, y.f)
	}
	x := sheet.Computed("F", salesOf, inKilograms(s.b.Gas), "A[i] + B[i] - C[i] + N[i - 1]", estimate.Exactly, derivation.Numbers(sales...)...)
	x.Index, x.Equation = "i", s.b.Equation()
}

// stated is the source of a cell, with the amount as it was stated where that was in another unit.
func (s *stock) stated(year, column int) string {
	of, ok := s.b.Flows.At(year)
	if !ok {
		return s.source(year)
	}
	if q := of.Value.all()[column]; q.Unit() != ghg.Kilogram.Unit() {
		return strings.TrimPrefix(of.Source+"; stated as "+q.String(), "; ")
	}
	return of.Source
}

// explainBank tells the bank of each year, of flows and of itself alone.
func (s *stock) explainBank() {
	closing := make([]decimal.Decimal, len(s.years))
	for i, y := range s.years {
		closing[i] = y.closing
	}
	d := s.b.Lifetime
	formula := "max(0; Bank[y - 1] × (1 - x)" +
		" + (F[y] - min(Bank[y - 2] × x; F[y])) × (1 - k) + D[y] - E[y]" +
		" + min(Bank[y - 2] × x; F[y])" +
		fmt.Sprintf(" - (F[y - %[1]d] - min(Bank[y - %[2]d] × x; F[y - %[1]d])) × (1 - k) - D[y - %[1]d] + E[y - %[1]d])", d, d+2)
	bank := s.w.Sheet().Computed("Bank", bankAtEnd, inKilograms(s.b.Gas), formula, estimate.Rounded, derivation.Numbers(closing...)...)
	bank.Index, bank.Equation = "y", s.b.Equation()
}
