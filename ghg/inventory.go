package ghg

import (
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// Inventory holds the records of one place and period, of one vintage and one
// scheme. It is immutable. The zero Inventory is empty and has no scheme; its
// totals are refused.
type Inventory struct{ def *inventory }

type inventory struct {
	place   PlaceID
	period  Period
	vintage Vintage
	scheme  Scheme
	records []Record
	nodes   []int32 // node index of each record
}

// NewInventory checks records and makes an inventory of them. Several records
// of one category add up; they never overwrite each other.
//
// Records that cannot belong (another place, period or scheme; an unknown or
// unreportable category; a key that the scheme does not have; a mass without a
// gas) are refused: the error is [Faults] with all of them. What stands but
// should be looked at comes back as findings.
func NewInventory(place PlaceID, period Period, vintage Vintage, scheme Scheme, records []Record) (Inventory, Findings, error) {
	var faults Faults
	if place == "" || len(place) > MaxName {
		faults.Add(Fault{Code: FaultPlace, Field: "place", Value: string(place),
			Detail: fmt.Sprintf("a name of 1 to %d bytes is needed", MaxName)})
	}
	if period.IsZero() {
		faults.Add(Fault{Code: FaultPeriod, Field: "period", Detail: "an inventory needs a period, such as ghg.CalendarYear(2018)"})
	}
	if vintage == 0 {
		faults.Add(Fault{Code: FaultField, Field: "vintage", Detail: "an inventory needs a vintage, such as ghg.FirstVintage"})
	}
	if scheme.IsZero() {
		faults.Add(Fault{Code: FaultUnknownScheme, Field: "scheme", Detail: "an inventory needs a scheme, such as gpc.Scheme"})
	}
	if err := faults.Err(); err != nil {
		return Inventory{}, Findings{}, err
	}
	inv := &inventory{place: place, period: period, vintage: vintage, scheme: scheme,
		records: make([]Record, len(records)), nodes: make([]int32, len(records))}
	var findings Findings
	if !period.IsTwelveMonths() {
		findings.Add(Finding{Code: FindingNotTwelveMonths, Severity: Warning, Found: period.String(),
			Detail: "an inventory covers twelve months without a break"})
	}
	var copies []Evidence // in chunks: one for each record would be slow
	for i, r := range records {
		if r.Evidence != nil {
			r.Evidence = keepEvidence(&copies, *r.Evidence)
		}
		// A reader has looked the category up already; a record made in code has not, and
		// a record holds the code, as it may outlive the scheme.
		node, fault := inv.check(r)
		if fault.Code != "" {
			fault.Line, fault.Place, fault.Period = r.Line, r.Place, r.Period
			if fault.Line == 0 {
				fault.Of = "record " + strconv.Itoa(i)
			}
			faults.Add(fault)
			continue
		}
		r.Category.Code = scheme.def.Nodes[node].Code
		inv.records[i], inv.nodes[i] = r, int32(node)
		inv.remark(&findings, r, scheme.def.Nodes[node])
	}
	if err := faults.Err(); err != nil {
		return Inventory{}, Findings{}, err
	}
	inv.remarkKeys(&findings)
	inv.remarkVariants(&findings)
	return Inventory{inv}, findings, nil
}

// check returns the node that a record sits on, or a fault with a code.
func (inv *inventory) check(r Record) (int, Fault) {
	if r.Place != inv.place {
		return 0, Fault{Code: FaultMismatch, Field: "place", Value: string(r.Place),
			Detail: fmt.Sprintf("the inventory is of %s", words.Quote(string(inv.place)))}
	}
	if r.Period != inv.period {
		return 0, Fault{Code: FaultMismatch, Field: "period", Value: r.Period.String(), Detail: fmt.Sprintf("the inventory is of %s", inv.period)}
	}
	if r.Category.Scheme != inv.scheme.ID() {
		return 0, Fault{Code: FaultMismatch, Field: "scheme", Value: string(r.Category.Scheme),
			Detail: fmt.Sprintf("the inventory is of %s", inv.scheme.ID())}
	}
	node, ok := inv.scheme.find(r.Category.Code)
	if !ok {
		return 0, Fault{Code: FaultUnknownCategory, Field: "category", Value: r.Category.Code,
			Detail: "no category of " + string(inv.scheme.ID())}
	}
	if !inv.scheme.def.Nodes[node].Reportable {
		return 0, notReportable(r.Category.Code)
	}
	if r.Variant > FuelBased || r.Status > Projected || r.Scope > Scope3 {
		return 0, Fault{Code: FaultField, Field: "variant, status or scope", Detail: "not one of the values that exist"}
	}
	return node, inv.checkValue(r)
}

func notReportable(code string) Fault {
	return Fault{Code: FaultNotReportable, Field: "category", Value: code,
		Detail: "records sit on the categories below it; a figure for the whole is a declared total"}
}

func (inv *inventory) checkValue(r Record) Fault {
	v := r.Value
	if k := v.key; k != KeyNone && !inv.scheme.AllowsKey(k) {
		return Fault{Code: FaultKey, Field: "key", Value: k.String(),
			Detail: fmt.Sprintf("not a key of %s: allowed are %s", inv.scheme.ID(), inv.scheme.keyList())}
	}
	if v.kind == emitted {
		switch {
		case r.Gas.IsZero() && v.gas.IsZero():
			return Fault{Code: FaultMismatch, Field: "gas", Detail: "a mass needs its gas; a figure for all gases together is CO2e: use Equivalent"}
		case !v.gas.IsZero() && !v.gas.includes(r.Gas):
			return Fault{Code: FaultMismatch, Field: "gas", Value: r.Gas.String(), Detail: "the value is a mass of " + v.gas.String()}
		}
	}
	if v.kind != missing {
		if err := exact.Check(v.t()); err != nil {
			return Fault{Code: FaultNumber, Field: "value", Detail: err.Error()}
		}
	}
	return Fault{}
}

// remark notes what stands but should be looked at in one record.
func (inv *inventory) remark(findings *Findings, r Record, n Node) {
	note := func(code string, s Severity, stated, found, detail string) {
		findings.Add(Finding{Code: code, Severity: s, Line: r.Line, Category: r.Category, Stated: stated, Found: found, Detail: detail})
	}
	v := r.Value
	if v.IsMissing() {
		note(FindingMissingValue, Warning, "", "", "there is neither a number nor a notation key")
	}
	if v.kind != missing && v.number().isNegative() && !n.Negative {
		note(FindingNegative, Warning, v.String(), "", "the scheme has no removals here; it counts as it stands")
	}
	if n.Scope != ScopeUnspecified && r.Scope != ScopeUnspecified && r.Scope != n.Scope {
		note(FindingScope, Warning, r.Scope.String(), n.Scope.String(),
			fmt.Sprintf("the record says %s; the category is %s, and that counts", r.Scope, n.Scope))
	}
	if v.key != KeyNone && v.Explanation() == "" {
		note(FindingKeyUnexplained, Warning, v.key.String(), "", "a notation key needs an explanation")
	}
	if v.key == IE {
		if to, ok := v.IncludedIn(); !ok {
			note(FindingIEWithoutPlace, Warning, "IE", "", "the category that holds the emissions is not named")
		} else if _, known := inv.scheme.find(to.Code); to.Scheme != inv.scheme.ID() || !known {
			note(FindingIEUnknownPlace, Warning, to.Code, "", "no category of "+string(inv.scheme.ID()))
		}
	}
	if r.Status == Nowcast || r.Status == Projected {
		note(FindingNotActual, Note, r.Status.String(), "", "the figure is a "+r.Status.String()+" one and is no achievement")
	}
}

// remarkKeys notes categories where one record denies what another counts.
func (inv *inventory) remarkKeys(findings *Findings) {
	denies := map[int32]Record{}
	for i, r := range inv.records {
		if k := r.Value.key; (k == NO || k == NA) && r.Gas.IsZero() {
			denies[inv.nodes[i]] = r
		}
	}
	for i, r := range inv.records {
		if d, ok := denies[inv.nodes[i]]; ok && r.Value.IsNumber() && !r.Value.number().isZero() {
			findings.Add(Finding{Code: FindingKeyAndNumber, Severity: Warning, Line: r.Line, Category: r.Category,
				Stated: d.Value.key.String(), Found: r.Value.String(), Detail: "another record of the category says " + d.Value.key.String()})
		}
	}
}

// Place is the place that the inventory is of.
func (inv Inventory) Place() PlaceID { return inv.get().place }

// Period is the span of days that it covers.
func (inv Inventory) Period() Period { return inv.get().period }

// Vintage says which publication it is.
func (inv Inventory) Vintage() Vintage { return inv.get().vintage }

// Scheme is the scheme of its categories.
func (inv Inventory) Scheme() Scheme { return inv.get().scheme }

// Len is the number of records.
func (inv Inventory) Len() int { return len(inv.get().records) }

// Records yields the records in the order given.
func (inv Inventory) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, r := range inv.get().records {
			if !yield(r.share()) {
				return
			}
		}
	}
}

// remarkVariants notes figures without a variant in categories that have
// figures with one: totals count both, and they may be the same energy.
func (inv *inventory) remarkVariants(findings *Findings) {
	stated := map[int32]Variant{}
	for i, r := range inv.records {
		if r.Variant != NoVariant && r.Value.IsNumber() {
			stated[inv.nodes[i]] = r.Variant
		}
	}
	for i, r := range inv.records {
		if v, ok := stated[inv.nodes[i]]; ok && r.Variant == NoVariant && r.Value.IsNumber() {
			findings.Add(Finding{Code: FindingVariantPartly, Severity: Warning, Line: r.Line, Category: r.Category, Stated: v.String(),
				Detail: "another record of the category is " + v.String() +
					", and this one says no variant: it counts in every view that takes the category, so make sure that it is not the same energy"})
		}
	}
}

// keepEvidence keeps a copy that no other record shares, in a chunk of many.
func keepEvidence(chunk *[]Evidence, e Evidence) *Evidence {
	if len(*chunk) == cap(*chunk) {
		*chunk = make([]Evidence, 0, min(chunkRecords, 2*cap(*chunk)+16))
	}
	*chunk = append(*chunk, e)
	return &(*chunk)[len(*chunk)-1]
}

// copyOf is a record that its holder may change; the zero Record of nothing.
func copyOf(r *Record) Record {
	if r == nil {
		return Record{}
	}
	return r.share()
}

// share copies what a holder of the record could otherwise change.
func (r Record) share() Record {
	if r.Evidence != nil {
		e := *r.Evidence
		r.Evidence = &e
	}
	return r
}

// ErrNoInventory says that the zero Inventory was asked.
var ErrNoInventory = errors.New("no inventory: make one with ghg.NewInventory")

func (inv Inventory) get() *inventory {
	if inv.def == nil {
		return &inventory{}
	}
	return inv.def
}

// PrevailingMetric is the metric that the figures in CO2e share. Where they do
// not share one it is that of most of them, of equally many the one met first:
// a total in it withholds what the others hold. It is [Unstated] where there
// are no figures in CO2e.
func (inv Inventory) PrevailingMetric() Metric {
	best, most := Unstated, 0
	counts := map[MetricID]int{}
	for _, r := range inv.get().records {
		if r.asksForMetric() {
			counts[r.Value.metricOf().ID()]++
		}
	}
	for _, r := range inv.get().records {
		if n := counts[r.Value.metricOf().ID()]; r.asksForMetric() && n > most {
			best, most = r.Value.metricOf(), n
		}
	}
	return best
}

// asksForMetric reports whether the record can join totals of its own metric
// only, or by recomputing: CO2 counts 1 in all, and memo items in none.
func (r *Record) asksForMetric() bool {
	return r.Value.kind == equivalent && r.Gas != CO2 && !r.Gas.IsMemo()
}

// AssumeMetric returns the inventory with every figure in CO2e of unstated
// metric taken to be in the metric given. The reason is kept as evidence, and
// each line is a finding.
func (inv Inventory) AssumeMetric(m Metric, reason string) (Inventory, Findings, error) {
	switch {
	case inv.def == nil:
		return Inventory{}, Findings{}, ErrNoInventory
	case m.ID() == "":
		return Inventory{}, Findings{}, errors.New("an assumed metric must be a stated one, such as ghg.AR5")
	case reason == "":
		return Inventory{}, Findings{}, fmt.Errorf("assuming metric %s needs a reason", m)
	}
	next := *inv.def
	next.records = make([]Record, len(inv.def.records))
	var findings Findings
	for i, r := range inv.def.records {
		if r.Value.kind == equivalent && r.Value.metricOf().ID() == "" {
			r = r.share()
			r.Value = r.Value.withMetric(m)
			if r.Evidence == nil {
				r.Evidence = &Evidence{}
			}
			assumption := fmt.Sprintf("metric %s: %s", m, reason)
			r.Evidence.Assumption = strings.TrimPrefix(r.Evidence.Assumption+"; "+assumption, "; ")
			findings.Add(Finding{Code: FindingMetricAssumed, Severity: Warning, Line: r.Line, Category: r.Category,
				Stated: "unstated", Found: m.String(), Detail: assumption})
		}
		next.records[i] = r
	}
	return Inventory{&next}, findings, nil
}
