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

// TagRecords marks the records of covered sites, which it finds by
// [ghg.Record.Facility], in the years and scopes that the trading scheme
// covers; tags that an earlier register gave them are taken off. Records of
// sites that the register does not have, and without one, are as they were. A record
// of a covered site that has another place, another scheme, or no scope is
// refused. A covered site without a record in a year that has records is a
// finding. Records that stand in inventories are marked by [CarveOutOf].
func (r Register) TagRecords(records []ghg.Record) ([]ghg.Record, ghg.Findings, error) {
	if r.IsZero() {
		return nil, ghg.Findings{}, ErrNoRegister
	}
	told := newTold(r)
	out := slices.Clone(records)
	for n := range out {
		rec := &out[n]
		i, known := r.def.at(rec.Facility, rec.Period.Year())
		var err error
		if rec.Tags, err = r.tagsOf(rec); err != nil {
			return nil, ghg.Findings{}, fmt.Errorf("record %d, facility %s: %w", n, words.Quote(rec.Facility), err)
		}
		if rec.Place.Is(r.def.Place) && !rec.Period.IsZero() {
			told.year(rec.Period.Year())
		}
		if scope, err := r.scopeOf(rec); known && err == nil {
			told.see(i, rec, scope)
		}
	}
	var findings ghg.Findings
	told.missing(&findings)
	return out, findings, nil
}

// tagsOf are the tags of a record, with those that the register gives it.
func (r Register) tagsOf(rec *ghg.Record) (ghg.Tags, error) {
	i, known := r.def.at(rec.Facility, rec.Period.Year())
	if !known {
		return rec.Tags, nil
	}
	tags := untagged(rec.Tags)
	f := &r.def.Facilities[i]
	if !f.Covered(rec.Period.Year()) {
		return tags, nil
	}
	scope, err := r.scopeOf(rec)
	if err != nil {
		return rec.Tags, err
	}
	if !r.def.Trading.Covers(scope) {
		return tags, nil
	}
	return ghg.MakeTags(tags.String(), TagCovered, ownerTag(f.Ownership)), nil
}

// ownerTag is the tag of a covered site of an owner.
func ownerTag(o Ownership) string {
	if o == CouncilOwned {
		return TagCouncilOwned
	}
	return TagCarvedOut
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
// the register marks as covered and not council-owned. Its name is that of the view with
// "managed" behind it: "BASIC, managed", "베이직, 관리권한". A category that holds nothing else
// is then a gap in the coverage of the managed total, unless a record with a key says so.
func ManagedView(of ghg.View) (ghg.View, error) {
	v, err := of.WithTags(of.Name()+", managed", nil, []string{TagCarvedOut}, "outside the trading scheme, and council-owned")
	if err != nil || of.NameKo() == "" {
		return v, err
	}
	return v.Part(v.Name(), of.NameKo()+", 관리권한", func(ghg.Node) bool { return true })
}
