package target

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// UnitStatus says what became of a transferable emissions unit.
type UnitStatus uint8

// What can become of a unit. Only units that were sold or retired change what a
// place accounts for.
const (
	UnitIssued    UnitStatus = iota + 1 // certified, and still held
	UnitSold                            // another may count it: it is added to emissions
	UnitRetired                         // used for this target: it is subtracted
	UnitCancelled                       // taken out of use for no target
)

var unitStatusNames = [...]string{"not stated", "issued", "sold", "retired", "cancelled"}

// String is "sold".
func (s UnitStatus) String() string {
	if int(s) < len(unitStatusNames) {
		return unitStatusNames[s]
	}
	return fmt.Sprintf("unknown (%d)", uint8(s))
}

// Korean is the same in Korean: 발급.
func (s UnitStatus) Korean() string { return words.SetName("target.UnitStatus", s.String()) }

// MarshalText writes what String says.
func (s UnitStatus) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnitType says what a unit stands for.
type UnitType uint8

// What a unit can stand for.
const (
	ReductionUnit UnitType = iota + 1 // emissions avoided or reduced
	RemovalUnit                       // greenhouse gas taken out of the air
)

var unitTypeNames = [...]string{"not stated", "reduction", "removal"}

// String is "reduction" or "removal".
func (t UnitType) String() string {
	if int(t) < len(unitTypeNames) {
		return unitTypeNames[t]
	}
	return fmt.Sprintf("unknown (%d)", uint8(t))
}

// Korean is the same in Korean: 감축.
func (t UnitType) Korean() string { return words.SetName("target.UnitType", t.String()) }

// MarshalText writes what String says.
func (t UnitType) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Units are transferable emissions units of one kind: credits or allowances.
type Units struct {
	// Year is the year that they count in: of units sold, the year of the
	// reduction, which is their vintage; of units retired, the year that they
	// are retired for. What counts in a year that does not decide the goal
	// changes nothing: a goal for the single year 2030 does not see what was
	// sold of 2029.
	Year    int
	Vintage int      // the year of the reduction or removal
	Amount  ghg.Mass // tonnes of CO2e in the target's metric, above zero
	Type    UnitType
	Status  UnitStatus
	// CorrespondingAdjustment says that the other side counts the unit the other
	// way round (Paris Agreement, Article 6).
	CorrespondingAdjustment bool
	Source                  string
}

// LandChange is the change of net emissions of the land sector since the base
// year, for a goal that leaves the land sector out of its boundary and counts
// its change as an offset. It is below zero where the land takes up more.
type LandChange struct {
	Year   int
	Change ghg.Mass
	Source string
}

// Adjustments are what stands between the emissions of an inventory and those
// that a place accounts for under a goal:
//
//	accountable = emissions + units sold - units retired + change in net land-sector emissions
//
// (after the GHG Protocol Mitigation Goal Standard, 2014). The zero Adjustments
// say that there are none.
type Adjustments struct {
	Units []Units
	Land  []LandChange
}

// Adjusted is what adjustments come to in one year, in tonnes of CO2e.
type Adjusted struct {
	Sold, Retired, Land ghg.CO2e
}

// The codes of findings on units.
const (
	// FindingUnitsNotAccounted: a goal looks achieved, and nobody said whether
	// units were sold.
	FindingUnitsNotAccounted = "units-not-accounted"
	// FindingNoCorrespondingAdjustment: retired units may be counted by the
	// place that sold them too.
	FindingNoCorrespondingAdjustment = "no-corresponding-adjustment"
	// FindingOtherYears: units or changes of the land sector are of years that
	// do not count here, and were left out.
	FindingOtherYears = "adjustments-of-other-years"
)

// check refuses units and changes that cannot be accounted for by a target.
func (a Adjustments) check(t Target) error {
	var faults ghg.Faults
	for i, u := range a.Units {
		of := fmt.Sprintf("%s, units %d (%s of %s)", t.of(), i+1,
			cmp.Or(given(u.Amount), "an amount not stated"), cmp.Or(u.Source, "a source not stated"))
		year := !faults.RefuseYear(of, "year", u.Year)
		vintage := !faults.RefuseYear(of, "vintage", u.Vintage)
		if u.Status < UnitIssued || u.Status > UnitCancelled {
			faults.Refuse(of, "status", u.Status.String(), fmt.Sprintf("allowed are %q", unitStatusNames[UnitIssued:]))
		}
		if u.Type < ReductionUnit || u.Type > RemovalUnit {
			faults.Refuse(of, "type", u.Type.String(), fmt.Sprintf("allowed are %q", unitTypeNames[ReductionUnit:]))
		}
		if u.Amount.Sign() <= 0 || !u.Amount.Gas().IsZero() || u.Amount.Tonnes().GreaterThan(maxLevel) {
			faults.Refuse(of, "amount", given(u.Amount), "an amount of CO2e above zero is needed, that names no gas")
		}
		switch {
		case !year || !vintage:
		case u.Status == UnitSold && u.Vintage != u.Year:
			faults.Refuse(of, "year", strconv.Itoa(u.Year), fmt.Sprintf("a unit sold counts in the year of its reduction, %d", u.Vintage))
		case u.Status == UnitRetired && u.Vintage > u.Year:
			faults.Refuse(of, "year", strconv.Itoa(u.Year), fmt.Sprintf("a unit of %d cannot be retired for it", u.Vintage))
		}
	}
	for i, l := range a.Land {
		of := fmt.Sprintf("%s, land sector %d", t.of(), i+1)
		faults.RefuseYear(of, "year", l.Year)
		if l.Change.IsUnset() || !l.Change.Gas().IsZero() || l.Change.Tonnes().Abs().GreaterThan(maxLevel) {
			faults.Refuse(of, "change", given(l.Change), "a change in CO2e is needed, that names no gas")
		}
	}
	return faults.Err()
}

// in is what the adjustments come to in a year, and what emissions of that
// amount come to with them.
func (a Adjustments) in(year int, emissions ghg.CO2e) (Adjusted, ghg.CO2e, error) {
	var sold, retired, land decimal.Decimal
	for _, u := range a.Units {
		switch {
		case u.Year != year:
		case u.Status == UnitSold:
			sold = sold.Add(u.Amount.Tonnes())
		case u.Status == UnitRetired:
			retired = retired.Add(u.Amount.Tonnes())
		}
	}
	for _, l := range a.Land {
		if l.Year == year {
			land = land.Add(l.Change.Tonnes())
		}
	}
	m := emissions.Metric()
	var out Adjusted
	var err error
	for _, x := range []struct {
		into *ghg.CO2e
		t    decimal.Decimal
	}{{&out.Sold, sold}, {&out.Retired, retired}, {&out.Land, land}} {
		if *x.into, err = ghg.NewCO2e(x.t, ghg.Tonne, m); err != nil {
			return out, ghg.CO2e{}, err
		}
	}
	accountable, err := ghg.NewCO2e(emissions.Tonnes().Add(sold).Sub(retired).Add(land), ghg.Tonne, m)
	return out, accountable, err
}

// findings are remarks on the units that count in a year.
func (a Adjustments) findings(first, last int) []ghg.Finding {
	var out []ghg.Finding
	for _, u := range a.Units {
		if u.Status == UnitRetired && !u.CorrespondingAdjustment && u.Year >= first && u.Year <= last {
			out = append(out, ghg.Finding{Code: FindingNoCorrespondingAdjustment, Severity: ghg.Warning, Of: strconv.Itoa(u.Year),
				Found: u.Amount.String(),
				Detail: fmt.Sprintf("%s of units retired for it (%s) have no corresponding adjustment: the place that sold them may count them too",
					u.Amount, cmp.Or(u.Source, "not stated"))})
		}
	}
	return out
}

// others remarks on adjustments of years that do not count. A ledger of many
// years is no mistake, but what it holds beside the goal should be seen.
func (a Adjustments) others(first, last int) []ghg.Finding {
	others := 0
	for _, u := range a.Units {
		if (u.Status == UnitSold || u.Status == UnitRetired) && (u.Year < first || u.Year > last) {
			others++
		}
	}
	for _, l := range a.Land {
		if l.Year < first || l.Year > last {
			others++
		}
	}
	if others == 0 {
		return nil
	}
	return []ghg.Finding{{Code: FindingOtherYears, Severity: ghg.Note, Of: yearsText(first, last),
		Detail: fmt.Sprintf("adjustments of other years than %s: %d, left out", yearsText(first, last), others)}}
}
