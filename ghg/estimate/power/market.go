package power

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Instrument is a contract, certificate or tariff that covers electricity.
type Instrument struct {
	Name   string // "green tariff of the town hall"
	Covers ghg.Quantity
	Source string
	Factor Factor
}

// MarketBased is purchased electricity by contracts: beside the location-based figure and
// never added to it. Instruments cover what is used in their order, and no more than it;
// the rest is of the residual mix or, where there is none, of the grid, with a finding.
type MarketBased struct {
	Used        ghg.Quantity
	Source      string
	Instruments []Instrument
	Residual    Factor // of the residual mix; the zero Factor where none is published
	Grid        Factor // of the grid, in its place
}

// The codes of findings.
const (
	FindingNoResidual = "no-residual-mix"       // the rest is of the grid
	FindingAboveUse   = "instruments-above-use" // what they cover beyond it does not count
)

var (
	marketBased = words.Term{En: "purchased electricity, market-based", Ko: "구입 전기(시장기반)"}
	coveredBy   = words.Term{En: "covered by %s", Ko: "%s 적용량"}
	usedBy      = words.Term{En: "of it used", Ko: "그중 사용량에 해당"}
	restOf      = words.Term{En: "not covered", Ko: "미적용량"}
	noResidual  = words.Term{En: "no residual mix is published: %s not covered are by the factor of the grid",
		Ko: "잔여믹스 계수가 없어 미적용량 %s에 전력망 계수를 적용함"}
	aboveUse = words.Term{En: "instruments cover %s and %s is used: what is beyond it covers nothing",
		Ko: "수단 적용량 %s이 사용량 %s보다 많음: 넘는 양은 적용하지 않음"}
)

// Title is what is estimated.
func (m MarketBased) Title() words.Term { return marketBased }

// Equation is the document of the method.
func (m MarketBased) Equation() string { return "GHG Protocol Scope 2 Guidance, market-based" }

// Variant says that it is the market-based of two ways: no total has it beside the other.
func (m MarketBased) Variant() ghg.Variant { return ghg.MarketBased }

// Work is the equation.
func (m MarketBased) Work(w *estimate.Worksheet) {
	if len(m.Instruments) > mostMetered {
		w.Refuse("Instruments", strconv.Itoa(len(m.Instruments)), "at most 100 are accepted")
		return
	}
	unit := ghg.MegawattHour
	q := w.Quantity("Q", usedOf.With(Electricity.term()), m.Used, unit, m.Source)
	rest, restSymbol, covered := q, "Q", decimal.Zero
	var used []decimal.Decimal
	var usedSymbols, fields, prefixes []string
	var factors []Factor
	for i, x := range m.Instruments {
		n := strconv.Itoa(i + 1)
		covers := w.Quantity("Covers"+n, coveredBy.With(x.Name), x.Covers, unit, x.Source)
		covered = covered.Add(covers)
		part := w.Computed("Used"+n, usedBy, unit.String(), "min(Covers"+n+"; "+restSymbol+")", estimate.Exactly, decimal.Min(covers, rest))
		rest = w.Computed("Rest"+n, restOf, unit.String(), restSymbol+" - Used"+n, estimate.Exactly, rest.Sub(part))
		restSymbol = "Rest" + n
		used, usedSymbols, factors = append(used, part), append(usedSymbols, "Used"+n), append(factors, x.Factor)
		fields, prefixes = append(fields, "Instruments "+n), append(prefixes, "EF"+n)
	}
	if covered.GreaterThan(q) {
		has, needs := covered.String()+" "+unit.String(), q.String()+" "+unit.String()
		w.Remark(ghg.Finding{Code: FindingAboveUse, Severity: ghg.Warning, Stated: has, Found: needs}.Said(aboveUse, has, needs))
	}
	if rest.IsPositive() || len(m.Instruments) == 0 {
		f, field, prefix := m.Residual, "Residual", "EF_rest"
		if f.IsZero() {
			f, field = m.Grid, "Grid"
			amount := rest.String() + " " + unit.String()
			w.Remark(ghg.Finding{Code: FindingNoResidual, Severity: ghg.Warning, Found: amount}.Said(noResidual, amount))
		}
		used, usedSymbols, factors = append(used, rest), append(usedSymbols, restSymbol), append(factors, f)
		fields, prefixes = append(fields, field), append(prefixes, prefix)
	}
	each, missing := shared(w, fields, factors)
	for _, x := range each {
		var sum decimal.Decimal
		var terms []string
		for i, p := range x.of {
			sum = sum.Add(used[i].Mul(p.factor(w, prefixes[i], unit)))
			if w.Explaining() {
				terms = append(terms, usedSymbols[i]+" × "+prefixes[i]+"_"+p.symbol)
			}
		}
		x.of[0].emits(w, strings.Join(terms, " + "), estimate.Exactly, sum)
	}
	w.NotEstimated(missing...)
}

// alike is one gas of several factors, or their totals.
type alike struct{ of []part }

// shared are the gases that all factors have, or their totals where all are on one metric;
// missing the gases that one of them lacks. Factors that do not meet are refused.
func shared(w *estimate.Worksheet, fields []string, factors []Factor) (out []alike, missing []ghg.Gas) {
	all := make([][]part, len(factors))
	for i, f := range factors {
		var lacks []ghg.Gas
		all[i], lacks = f.parts(w, fields[i])
		if len(all[i]) == 0 {
			return nil, nil
		}
		missing = append(missing, lacks...)
		a, b := all[0][0], all[i][0]
		switch {
		case a.gas.IsZero() != b.gas.IsZero():
			w.Refuse(fields[i], b.by.Rate.String(), "totals and masses of gases do not add up: all factors by one of them are accepted")
			return nil, nil
		case a.gas.IsZero() && a.metric.ID() != b.metric.ID():
			w.Refuse(fields[i], b.metric.String(), "totals on one metric are accepted, as that of the first")
			return nil, nil
		}
	}
	missing = inOrder(missing)
	for _, x := range all[0] {
		var same alike
		for _, parts := range all {
			if i := slices.IndexFunc(parts, func(p part) bool { return p.gas == x.gas }); i >= 0 {
				same.of = append(same.of, parts[i])
			}
		}
		if len(same.of) == len(all) {
			out = append(out, same)
		}
	}
	return out, missing
}

// inOrder is a list of gases by name, each once.
func inOrder(gases []ghg.Gas) []ghg.Gas {
	slices.SortFunc(gases, func(a, b ghg.Gas) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(gases)
}
