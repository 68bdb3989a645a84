package rollup

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// FindingProxyYear is the code of a finding: the weights are of another year than the
// figures that they share.
const FindingProxyYear = "proxy-year-differs"

// FindingFacilities is the code of a finding: what facilities emit is shared to places, and
// each of them stands in one.
const FindingFacilities = "facilities-shared"

// Downscale shares what an inventory has of a category, and of all below it, to the places
// of the proxy: every record by itself, in a unit, to a number of decimal places, so that
// alternatives stay alternatives and masses stay masses of their gas. The records come
// place after place, for [ghg.Inventories]. See the package documentation for the rule and
// for what each record says of itself.
//
// A category that the scheme does not have is a [*ghg.UnknownError]. Refused with
// [ghg.Faults], all of them, are amounts that are finer than the scale
// ([FaultFinerThanScale]), the inventory's own place among the parts, a category without
// records ([FaultNothingToShare]), and more than a million records.
func (p Proxy) Downscale(
	inv ghg.Inventory, category string, unit ghg.MassUnit, places int32,
) ([]ghg.Record, ghg.Findings, error) {
	var findings ghg.Findings
	switch {
	case p.def == nil:
		return nil, findings, ErrNoProxy
	case inv.Scheme().IsZero():
		return nil, findings, ghg.ErrNoInventory
	case unit == ghg.MassUnit{}:
		return nil, findings, errNoScaleUnit
	}
	top, err := inv.Scheme().Category(category)
	if err != nil {
		return nil, findings, err
	}
	of := top.Code + " of " + string(inv.Place())
	var faults ghg.Faults
	for _, x := range p.def.Parts {
		if x.Place.Is(inv.Place()) {
			faults.Add(ghg.Fault{Code: ghg.FaultMismatch, Of: of, Field: "parts", Value: string(x.Place),
				Detail: "it is the whole that is shared: name the places in it, and the rest of it by another name"})
		}
	}
	var whole []ghg.Record
	for r := range inv.Records() {
		if inv.Scheme().IsUnder(r.Category.Code, top.Code) {
			whole = append(whole, r)
		}
	}
	switch n := len(whole); {
	case n == 0:
		faults.Add(ghg.Fault{Code: FaultNothingToShare, Of: of, Detail: "there is nothing to share: no record is of it"})
	case n > maxDownscaled/len(p.def.Parts):
		faults.Add(ghg.Fault{Code: ghg.FaultBeyond, Of: of, Field: "records", Value: fmt.Sprint(n),
			Detail: fmt.Sprintf("times %d places, at most %d are allowed", len(p.def.Parts), maxDownscaled)})
		return nil, findings, faults
	}
	out := p.shareRecords(whole, unit, places, of, &faults)
	if err := faults.Err(); err != nil {
		return nil, findings, err
	}
	if year := inv.Period().Year(); year != p.def.Year {
		f := ghg.Finding{Code: FindingProxyYear, Severity: ghg.Warning, Of: of, Stated: fmt.Sprint(year), Found: fmt.Sprint(p.def.Year)}
		findings.Add(f.Said(proxyYear, year, p.term()))
	}
	facilities := 0
	for _, r := range whole {
		if r.Facility != "" {
			facilities++
		}
	}
	if facilities > 0 {
		f := ghg.Finding{Code: FindingFacilities, Severity: ghg.Serious, Of: of, Found: fmt.Sprint(facilities)}
		findings.Add(f.Said(facilityShared, facilities))
	}
	return out, findings, nil
}

// FaultNothingToShare is the code of a category to share of which there is no record.
const FaultNothingToShare = "nothing-to-share"

var proxyYear = words.Term{En: "figures of %d are shared by the %s: the places may have changed since, one against another",
	Ko: "%d년의 수치를 %s로 배분했습니다: 그사이 지역 간의 비율이 달라졌을 수 있습니다"}

var facilityShared = words.Term{
	En: "%d records are of facilities, and are shared out all the same: each stands in one place, and is known better there",
	Ko: "시설의 기록 %d건도 배분했습니다: 시설은 한 지역에 있으므로 그 지역의 수치로 적는 것이 옳습니다"}

// shareRecords shares each record, and puts the parts of one place together.
func (p Proxy) shareRecords(whole []ghg.Record, unit ghg.MassUnit, places int32, of string, faults *ghg.Faults) []ghg.Record {
	n := len(p.def.Parts)
	out := make([]ghg.Record, n*len(whole))
	known := map[ghg.Evidence][]ghg.Evidence{} // of the parts, by that of the whole
	for i, r := range whole {
		parts, err := p.values(r.Value, unit, places)
		if err != nil {
			faults.Add(sharingFault(err, of, r))
			continue
		}
		evidence, isKnown := known[r.Evidence]
		if !isKnown {
			evidence = p.evidence(r)
			known[r.Evidence] = evidence
		}
		for j := range n {
			part := r
			part.Place, part.Value, part.Evidence = p.def.Parts[j].Place, parts[j], evidence[j]
			part.Status = max(r.Status, ghg.Estimated)
			out[j*len(whole)+i] = part
		}
	}
	return out
}

// sharingFault is why a record cannot be shared.
func sharingFault(err error, of string, r ghg.Record) ghg.Fault {
	f := ghg.Fault{Code: ghg.FaultNumber, Detail: err.Error()}
	_ = errors.As(err, &f) // where it is one already
	f.Of, f.Line, f.Field, f.Place, f.Period = of, r.Line, r.Category.Code, r.Place, r.Period
	f.Value = r.Value.String()
	return f
}

// values are the parts of a value: its number shared, its key on each.
func (p Proxy) values(v ghg.Value, unit ghg.MassUnit, places int32) ([]ghg.Value, error) {
	out, err := p.numbers(v, unit, places)
	if err != nil {
		return nil, err
	}
	rest := p.key(v)
	for i, number := range out {
		switch {
		case rest.Key() == ghg.KeyNone:
		case !v.IsNumber() || isZeroNumber(number):
			out[i] = rest
		default:
			if out[i], err = ghg.Partly(number, rest); err != nil {
				return nil, err
			}
		}
		// A default and what stands in its stead stay so, or both would count.
		if e := v.Entry(); e == ghg.ProviderDefault || e == ghg.LocalOverride || e == ghg.Placeholder {
			if out[i], err = out[i].EnteredAs(e); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// numbers are the parts of the number of a value; of one without they are missing.
func (p Proxy) numbers(v ghg.Value, unit ghg.MassUnit, places int32) ([]ghg.Value, error) {
	out := make([]ghg.Value, len(p.def.Parts))
	m, isMass := v.Mass()
	c, isCO2e := v.CO2e()
	if !isMass && !isCO2e {
		return out, nil
	}
	whole := m.In(unit)
	if isCO2e {
		whole = c.In(unit)
	}
	parts, err := p.share(whole, places)
	if err != nil {
		return nil, err
	}
	for i, d := range parts {
		part, mass := ghg.CO2e{}, ghg.Mass{}
		if isCO2e {
			part, err = ghg.NewCO2e(d, unit, c.Metric())
			out[i] = ghg.Equivalent(part)
		} else {
			mass, err = ghg.NewMass(d, unit)
			if err == nil { // of the gas that the whole says it is of, if it does
				mass, err = mass.Of(m.Gas())
			}
			out[i] = ghg.Emitted(mass)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func isZeroNumber(v ghg.Value) bool {
	m, isMass := v.Mass()
	c, isCO2e := v.CO2e()
	return isMass && m.IsZero() || isCO2e && c.IsZero()
}

// key is the notation key of a value without its number.
func (p Proxy) key(v ghg.Value) ghg.Value {
	why := v.Explanation()
	if in, ok := v.IncludedIn(); ok {
		if why == "" {
			why = "as stated of the whole"
		}
		if rest, err := ghg.IncludedIn(in, why); err == nil {
			return rest
		}
	}
	return ghg.KeyedAsFound(v.Key(), why)
}

// evidence is that of each part of a record.
func (p Proxy) evidence(r ghg.Record) []ghg.Evidence {
	d, name := p.def, p.String()
	e := r.Evidence.Definition()
	e.ActivityQuality = d.Quality
	e.Method = andAlso(e.Method, fmt.Sprintf("downscaling by %s (%s 비례 배분)", d.By, d.By.Korean()))
	e.Source = andAlso(e.Source, name)
	assumption, of := e.Assumption, strings.TrimSpace(d.sum.String()+" "+d.unit)
	out := make([]ghg.Evidence, len(d.Parts))
	for j, w := range d.weights {
		e.Assumption = andAlso(assumption, fmt.Sprintf("shared from %s by %s: %s of %s", r.Place, name, w, of))
		out[j] = ghg.NewEvidence(e)
	}
	return out
}

// andAlso is a text with another behind it.
func andAlso(text, more string) string {
	if text == "" {
		return more
	}
	return text + "; " + more
}
