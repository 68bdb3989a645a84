package ghg

import (
	"errors"
	"iter"
	"strconv"
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
	rows    []row
}

// out is why a row counts in no view, or 0.
func (inv *inventory) out(i int) Why { return inv.rows[i].out }

// NewInventory checks records and makes an inventory of them. Several records
// of one category add up; they never overwrite each other.
//
// Records that cannot belong (another place, period or scheme; an unknown or
// unreportable category; a key that the scheme does not have; a mass without a
// gas) are refused: the error is [Faults] with all of them. What stands but
// should be looked at comes back as findings.
func NewInventory(place PlaceID, period Period, vintage Vintage, scheme Scheme, records []Record) (Inventory, Findings, error) {
	return newInventory(place, period, vintage, scheme, len(records), func(yield func(*Record) bool) {
		for i := range records {
			if !yield(&records[i]) {
				return
			}
		}
	})
}

// InventoryFrom is [NewInventory] of records that come one after the other, so that they
// need not be held together: there is room for some of them from the beginning.
func InventoryFrom(place PlaceID, period Period, vintage Vintage, scheme Scheme, some int, records iter.Seq[Record]) (
	Inventory, Findings, error) {
	return newInventory(place, period, vintage, scheme, min(max(some, 0), 1<<20), func(yield func(*Record) bool) {
		var r Record // one for all: an inventory keeps a row of each
		for r = range records {
			if !yield(&r) {
				return
			}
		}
	})
}

func newInventory(place PlaceID, period Period, vintage Vintage, scheme Scheme, some int, records iter.Seq[*Record]) (
	Inventory, Findings, error) {
	var faults Faults
	place, err := ParsePlace(string(place))
	if err != nil {
		faults.Add(asFaultOf(err))
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
	inv := &inventory{place: place, period: period, vintage: vintage, scheme: scheme, rows: make([]row, 0, some)}
	var findings Findings
	remarkPlace(&findings, place)
	if !period.IsTwelveMonths() {
		findings.Add(Finding{Code: FindingNotTwelveMonths, Severity: Warning, Found: period.String(),
			Detail: "an inventory covers twelve months without a break"})
	}
	keep, together := keeper{}, alike{}
	entered := uint8(0) // the bits of the entries met
	n := 0
	for r := range records {
		n++
		// A reader has looked the category up already; a record made in code has not, and
		// a record holds the code, as it may outlive the scheme.
		node, fault := inv.check(r)
		if fault != nil {
			fault.Line, fault.Place, fault.Period = r.Line, r.Place, r.Period
			if fault.Line == 0 {
				fault.Of = "record " + strconv.Itoa(n-1)
			}
			faults.Add(*fault)
			continue
		}
		inv.rows = append(inv.rows, keep.row(r, int32(node)))
		inv.remark(&together, len(inv.rows)-1)
		entered |= 1 << r.Value.entry
	}
	if err := faults.Err(); err != nil {
		return Inventory{}, Findings{}, err
	}
	together.tell(&findings, inv)
	if entered>>ProviderDefault&1 != 0 && entered>>LocalOverride&1 != 0 {
		inv.overridden(&findings)
	}
	inv.remarkEntries(&findings)
	inv.remarkKeys(&findings)
	inv.remarkVariants(&findings)
	inv.remarkTwice(&findings)
	inv.remarkLevels(&findings)
	return Inventory{inv}, findings, nil
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
func (inv Inventory) Len() int { return len(inv.get().rows) }

// Records yields the records in the order given.
func (inv Inventory) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		d := inv.get()
		for i := range d.rows {
			if !yield(d.record(i)) {
				return
			}
		}
	}
}

// ErrNoInventory says that the zero Inventory was asked.
var ErrNoInventory = errors.New("no inventory: make one with ghg.NewInventory")

func (inv Inventory) get() *inventory {
	if inv.def == nil {
		return &inventory{}
	}
	return inv.def
}
