package carveout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The tags of records of covered sites.
const (
	TagCovered      = "ets"           // the trading scheme covers it
	TagCouncilOwned = "council-owned" // covered, and the council's own
	TagCarvedOut    = "ets-others"    // covered and not the council's: not managed
)

// FindingNoRecord is the code of a finding: a covered site has no record of a
// scope that the scheme covers, so its emissions stand in other lines and stay
// in the managed total.
const FindingNoRecord = "site-without-record"

// TagRecords marks the records of covered sites, which it finds by
// [ghg.Record.Facility], in the years and scopes that the trading scheme
// covers; tags that an earlier register gave them are taken off. Records of
// sites that the register does not have, and without one, are as they were. A record
// of a covered site that has another place, another scheme, or no scope is
// refused. A covered site without a record in a year that has records is a
// finding.
func (r Register) TagRecords(records []ghg.Record) ([]ghg.Record, ghg.Findings, error) {
	if r.IsZero() {
		return nil, ghg.Findings{}, ErrNoRegister
	}
	type key struct {
		facility int
		year     int
		scope    ghg.Scope
	}
	seen := map[key]bool{}
	var years []int
	out := slices.Clone(records)
	for n := range out {
		rec := &out[n]
		year := rec.Period.Year()
		if rec.Place.Is(r.def.Place) && !rec.Period.IsZero() && !slices.Contains(years, year) {
			years = append(years, year)
		}
		i, ok := r.def.index[rec.Facility]
		if !ok {
			continue
		}
		rec.Tags = untagged(rec.Tags)
		if !r.def.Facilities[i].Covered(year) {
			continue
		}
		scope, err := r.scopeOf(rec)
		if err != nil {
			return nil, ghg.Findings{}, fmt.Errorf("record %d, facility %s: %w", n, words.Quote(rec.Facility), err)
		}
		seen[key{i, year, scope}] = true
		if !r.def.Trading.Covers(scope) {
			continue
		}
		owner := TagCarvedOut
		if r.def.Facilities[i].Ownership == CouncilOwned {
			owner = TagCouncilOwned
		}
		rec.Tags = ghg.MakeTags(rec.Tags.String(), TagCovered, owner)
	}
	slices.Sort(years)
	var findings ghg.Findings
	for _, year := range years {
		for i, f := range r.def.Facilities {
			for _, s := range r.def.Trading.def.scopes {
				if f.Covered(year) && !seen[key{i, year, s}] {
					findings.Add(ghg.Finding{Code: FindingNoRecord, Severity: ghg.Serious, Of: "facility " + words.Quote(f.ID), Stated: f.ID,
						Detail: fmt.Sprintf("it is covered in %d and has no record of %s: if it emits any, it stays in the managed total", year, s)})
				}
			}
		}
	}
	return out, findings, nil
}

// untagged is tags without those of a covered site.
func untagged(t ghg.Tags) ghg.Tags {
	var rest []string
	for _, tag := range strings.Split(t.String(), ";") {
		if tag != TagCovered && tag != TagCouncilOwned && tag != TagCarvedOut {
			rest = append(rest, tag)
		}
	}
	return ghg.MakeTags(rest...)
}

// scopeOf is the scope of a record of a site.
func (r Register) scopeOf(rec *ghg.Record) (ghg.Scope, error) {
	if !rec.Place.Is(r.def.Place) {
		register := ghg.Basis{Place: r.def.Place} // a record has no view, and masses no metric
		return 0, ghg.Basis{Place: rec.Place}.Meets("the record", register, "the register")
	}
	n, ok := r.def.Scheme.Node(rec.Category.Code)
	if !ok || rec.Category.Scheme != r.def.Scheme.ID() {
		return 0, fmt.Errorf("%s is no category of %s, which the register has", rec.Category, r.def.Scheme.ID())
	}
	scope := n.Scope
	if scope == ghg.ScopeUnspecified {
		scope = rec.Scope
	}
	if scope == ghg.ScopeUnspecified {
		return 0, fmt.Errorf("category %s leaves the scope open, and the record states none: it decides whether the trading scheme covers it",
			n.Code)
	}
	return scope, nil
}

// ManagedView is the managed view of a view: the same selection, but for records that
// [Register.TagRecords] marked as covered and not council-owned. Ask an
// inventory for both totals. A category that holds nothing else is then a gap
// in the coverage of the managed total, unless a record with a key says so.
func ManagedView(of ghg.View, name string) (ghg.View, error) {
	if name == of.Name() {
		return ghg.View{}, fmt.Errorf("view %s: the managed view needs a name of its own", words.Quote(name))
	}
	return of.WithTags(name, nil, []string{TagCarvedOut}, "outside the trading scheme, and council-owned")
}
