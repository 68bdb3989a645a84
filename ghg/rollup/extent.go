package rollup

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// sharePlaces is the precision of shares of a population or an area, in decimal places.
const sharePlaces = 20

// FindingOtherYear is the code of a statistic that is of another year than the sum.
const FindingOtherYear = "population-of-another-year"

var otherYear = words.Term{En: "the %s is held against figures for %d", Ko: "%s을(를) %d년 수치와 비교했습니다"}

// Extent is how much of a group is in a sum, by what is counted of places.
type Extent struct {
	Statistic Statistic `json:"statistic"`
	// Covered is the share that has figures with a number, and MissingShare the rest: to
	// 20 decimal places, or undefined where a number that is needed is not known.
	Covered      ghg.Ratio `json:"covered"`
	MissingShare ghg.Ratio `json:"missingShare"`
	// Missing are the places that are not covered, each with its share of the whole.
	Missing  []MissingShare `json:"missing,omitempty"`
	Findings ghg.Findings   `json:"findings"`
}

// MissingShare is a place that is missing from a sum, and its share of the whole group.
type MissingShare struct {
	Place place.Place `json:"place"`
	Share ghg.Ratio   `json:"share"`
}

// Extent is how much of the group is in the sum by a statistic. The number of a whole is that
// which is stated for a member, or else the sum of what its parts have; what is missing is
// held against it. By count it is [Sum.Count].
func (s Sum) Extent(m Statistic) Extent {
	out := Extent{Statistic: m}
	if !m.on.IsZero() && m.on.Year() != s.Year {
		name := words.Term{En: m.String(), Ko: m.Korean()}
		out.Findings.Add(ghg.Finding{Code: FindingOtherYear, Severity: ghg.Warning, Stated: m.on.String()}.Said(otherYear, name, s.Year))
	}
	silent := map[place.Place]bool{}
	for _, c := range s.Counted {
		silent[c.Place] = !c.IsReported
	}
	whole, why := m.whole(s.roots)
	missing, missingWhy := decimal.Decimal{}, ""
	walk(s.roots, func(n *node) {
		if !n.isMissing() && !silent[n.place] {
			return
		}
		x := MissingShare{Place: n.place, Share: ghg.Undefined(m.unknown(n.place))}
		if v, ok := m.of[n.place]; !ok {
			missingWhy = m.unknown(n.place)
		} else if missing = missing.Add(v); why == "" {
			x.Share = share(v, whole)
		} else {
			x.Share = ghg.Undefined(why)
		}
		out.Missing = append(out.Missing, x)
	})
	if why == "" {
		why = missingWhy
	}
	if why == "" && missing.GreaterThan(whole) {
		why = "the places that are missing have more than the whole"
	}
	if why != "" {
		out.Covered, out.MissingShare = ghg.Undefined(why), ghg.Undefined(why)
		return out
	}
	out.MissingShare, out.Covered = share(missing, whole), share(whole.Sub(missing), whole)
	return out
}

// share is a part of a whole.
func share(part, whole decimal.Decimal) ghg.Ratio {
	v, err := exact.Quotient(part, whole, sharePlaces)
	if err != nil {
		return ghg.Undefined(err.Error())
	}
	return ghg.RatioOf(v)
}

// unknown says that the number of a place is not known.
func (m Statistic) unknown(p place.Place) string {
	return "the " + m.String() + " has no number of " + p.String()
}

// whole is the number of places with all that they should hold, or why it is not known.
func (m Statistic) whole(nodes []*node) (sum decimal.Decimal, why string) {
	for _, n := range nodes {
		v, ok := m.of[n.place]
		switch {
		case ok:
		case len(n.parts) > 0:
			if v, why = m.whole(n.parts); why != "" {
				return sum, why
			}
		default:
			return sum, m.unknown(n.place)
		}
		sum = sum.Add(v)
	}
	return sum, ""
}

// Count is how many places are in the sum with a number, and how many should be.
func (s Sum) Count() (counted, of int) {
	for _, c := range s.Counted {
		if c.IsReported {
			counted++
		}
	}
	return counted, len(s.Counted) + len(s.Missing)
}

// PerHead is an amount per head, or per km2.
type PerHead struct {
	Place  place.Place `json:"place"` // the zero Place for the whole sum
	Amount ghg.CO2e    `json:"amount"`
	// Value is tonnes a head to [ghg.RatioPlaces], or undefined where the number of a
	// place is not known.
	Value     ghg.Ratio `json:"value"`
	Statistic Statistic `json:"statistic"`
}

// PerHead is the sum per head of the places that have a number in it: those that are
// missing are in neither. A share of a place has no number of heads.
func (s Sum) PerHead(m Statistic) PerHead {
	out := PerHead{Amount: s.CO2e, Statistic: m}
	silent := map[place.Place]bool{}
	for _, c := range s.Counted {
		silent[c.Place] = !c.IsReported
		if !c.Share.IsUnset() {
			out.Value = ghg.Undefined("a share of " + c.Place.String() + " counts, and how many heads it has is not known")
			return out
		}
	}
	total, _, why := m.counted(s.roots, silent)
	if out.Value = ghg.Undefined(why); why == "" {
		out.Value = ghg.Quotient(s.CO2e.Tonnes(), total, "nothing is counted")
	}
	return out
}

// counted is the number of the places that have a number in a sum, or why it is not known;
// whole reports whether there are no others. Of a place that counts by all of its parts its
// own number will do.
func (m Statistic) counted(nodes []*node, silent map[place.Place]bool) (sum decimal.Decimal, whole bool, why string) {
	whole = true
	for _, n := range nodes {
		v, known := m.of[n.place]
		if n.isMissing() || silent[n.place] {
			whole = false
			continue
		}
		if len(n.parts) > 0 {
			parts, all, unknown := m.counted(n.parts, silent)
			whole = whole && all
			if unknown == "" {
				v, known = parts, true
			} else if !all || !known {
				why, known = unknown, true
			}
		}
		if !known {
			why = m.unknown(n.place)
		}
		sum = sum.Add(v)
	}
	return sum, whole, why
}

// PerHeadOfEach is what each counted place has per head, in the order of the sum: what
// places are ranked by.
func (s Sum) PerHeadOfEach(m Statistic) []PerHead {
	out := make([]PerHead, 0, len(s.Counted))
	for _, c := range s.Counted {
		x := PerHead{Place: c.Place, Amount: c.CO2e, Statistic: m, Value: ghg.Undefined(m.unknown(c.Place))}
		if v, ok := m.of[c.Place]; ok && c.IsReported && c.Share.IsUnset() {
			x.Value = ghg.Quotient(c.CO2e.Tonnes(), v, "")
		}
		out = append(out, x)
	}
	return slices.Clip(out)
}

// String is the amount per head with what it is of: "2.5 t/person by registered population
// of 2018-12-31".
func (p PerHead) String() string {
	unit := " t/person by "
	if !p.Statistic.kind.isPopulation() {
		unit = " t/km2 by "
	}
	if _, ok := p.Value.Value(); !ok {
		unit = " by "
	}
	return p.Value.String() + unit + p.Statistic.String()
}

// Korean is the amount per head in Korean: "1인당 2.5톤, 주민등록인구(2018-12-31)".
func (p PerHead) Korean() string {
	v, ok := p.Value.Value()
	switch {
	case !ok:
		return "계산할 수 없음, " + p.Statistic.Korean()
	case p.Statistic.kind.isPopulation():
		return "1인당 " + v.String() + "톤, " + p.Statistic.Korean()
	}
	return "km2당 " + v.String() + "톤, " + p.Statistic.Korean()
}
