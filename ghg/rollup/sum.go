package rollup

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Sum is what the places of a group come to in one year, and which of them are in it.
type Sum struct {
	Name   ghg.PlaceID `json:"name"`
	Day    ghg.Date    `json:"day,omitzero"` // on which places are taken as they were
	Year   int         `json:"year"`
	View   ghg.View    `json:"view"`
	Metric ghg.Metric  `json:"metric"`
	// CO2e is the exact sum of what is counted; no figure where nothing is
	// ([Sum.IsReported]).
	CO2e    ghg.CO2e  `json:"co2e"`
	Counted []Counted `json:"counted,omitempty"` // in the order of codes, from province to province
	// ByParts are the places whose figure is that of their parts.
	ByParts []place.Place `json:"byParts,omitempty"`
	// Covered have a figure, or are members, and add nothing: they are in that of another.
	Covered []Covered `json:"covered,omitempty"`
	// Missing should be in the sum and have no figure, which is not 0.
	Missing []place.Place `json:"missing,omitempty"`
	// Keyed are the categories in which not all that is counted has a number.
	Keyed []CategoryKeys `json:"keyed,omitempty"`
	// Compared are the own figures of places held against the sums of their parts.
	Compared []Comparison `json:"compared,omitempty"`
	// Coverage is that of all that should be in the sum, added up: a category that is
	// required counts once for each place. It is empty where what stands behind figures is
	// not known.
	Coverage ghg.Coverage `json:"coverage,omitzero"`
	// Findings say what a reader of the sum has to know.
	Findings ghg.Findings `json:"findings"`

	roots []*node
}

// Counted is a place whose figure is in a sum.
type Counted struct {
	Place   place.Place `json:"place"`
	Year    int         `json:"year"` // of the figure; another one than that of the sum where that was told
	Period  ghg.Period  `json:"period,omitzero"`
	Vintage ghg.Vintage `json:"vintage"`
	// CO2e is what it adds: of a portion, the share of its figure.
	CO2e  ghg.CO2e  `json:"co2e"`
	Share ghg.Share `json:"share"` // of a portion; unset where the whole counts
	// IsReported reports whether there is a number, or NO in all that is required.
	IsReported bool       `json:"reported"`
	Status     ghg.Status `json:"status"`

	figure amount
}

// Covered is a place that is in the figure of another one.
type Covered struct {
	Place place.Place `json:"place"`
	By    place.Place `json:"by"`
}

// amount is what a place reports.
type amount struct {
	co2e     ghg.CO2e
	scaled   bool // it is that of a portion already
	reported bool
	status   ghg.Status
	coverage ghg.Coverage
	parts    []ghg.YearPart
	half     func() decimal.Decimal // how far the rounding of what is printed may take it off, in tonnes
}

// The codes of findings on a sum.
const (
	FindingMissingMember  = "missing-member"  // it has no figure, and is not 0
	FindingYearAligned    = "year-aligned"    // a figure of another year counts
	FindingVintageAligned = "vintage-aligned" // it was told which vintage counts
	FindingEstimatedShare = "estimated-share" // a stated share of a figure counts
	FindingNoNumber       = "member-without-number"
)

var (
	missingMember = words.Term{En: "%s has no figure for %d: it is missing from the sum, and not 0",
		Ko: "%s의 %d년 수치가 없습니다. 합계에서 빠져 있으며 0이 아닙니다"}
	toldMissing = words.Term{En: "%s was told to be missing in %d: it is not in the sum, and not 0",
		Ko: "%s은(는) %d년에 없는 것으로 지정되어 합계에서 빠져 있으며 0이 아닙니다"}
	yearAligned = words.Term{En: "the figure of %s for %d counts in %d, as was told",
		Ko: "%s의 %d년 수치를 %d년 합계에 넣었습니다(사용자 지정)"}
	vintageAligned = words.Term{En: "of %s the %s counts, as was told", Ko: "%s은(는) %s을(를) 집계했습니다(사용자 지정)"}
	estimatedShare = words.Term{En: "%s of the figure of %s counts, as %s says: it is estimated",
		Ko: "%[2]s 수치의 %[1]s만 집계했습니다(%[3]s). 추정값입니다"}
	noNumber = words.Term{En: "%s reports no number for %d, and not NO in all that is required: nothing of it is in the sum",
		Ko: "%s은(는) %d년에 수치가 없고 모두 NO도 아닙니다. 합계에 들어간 것이 없습니다"}
)

// sumOf adds up what was chosen.
func (a *asking) sumOf(y *year, of func(chosen) (amount, error)) (Sum, error) {
	s := Sum{Name: a.group.name, Day: a.group.day, Year: y.year, View: a.View, Metric: a.Metric, roots: y.roots}
	amounts := map[place.Place]amount{}
	for _, c := range y.counted {
		x, err := of(c)
		if err != nil {
			return Sum{}, err
		}
		amounts[c.place] = x
		n := Counted{Place: c.place, Year: c.year, Period: c.period, Vintage: c.vintage, CO2e: x.co2e, Share: c.portion.Share,
			IsReported: x.reported, Status: x.status, figure: x}
		if !n.Share.IsUnset() && !x.scaled {
			if n.CO2e, err = x.co2e.Scale(n.Share.Fraction()); err != nil {
				return Sum{}, fmt.Errorf("%s of %s: %w", n.Share, c.place, err)
			}
			n.Status = max(n.Status, ghg.Estimated)
		}
		s.Counted = append(s.Counted, n)
	}
	if err := s.add(); err != nil {
		return Sum{}, err
	}
	s.Missing = y.missing()
	walk(y.roots, func(n *node) {
		if len(n.parts) > 0 {
			s.ByParts = append(s.ByParts, n.place)
		}
	})
	s.cover(a)
	s.remark(a, y)
	return s, a.compare(&s, y, amounts, of)
}

// add adds the figures up.
func (s *Sum) add() (err error) {
	s.CO2e, err = addUp(s.Metric, s.Counted)
	return err
}

// addUp is the sum of what is counted, with the digits of the most precise figure.
func addUp(m ghg.Metric, counted []Counted) (sum ghg.CO2e, err error) {
	sum, err = ghg.CO2eOf(ghg.Mass{}, m)
	for i, c := range counted {
		if i == 0 && c.CO2e.Metric().ID() == m.ID() {
			sum = c.CO2e
			continue
		}
		if sum, err = sum.Add(c.CO2e); err != nil {
			return sum, fmt.Errorf("%s: %w", c.Place, err)
		}
	}
	return sum, err
}

// addCoverage adds up the coverage of what is counted, and of what is missing, of which
// all that is required is a gap.
func (s *Sum) addCoverage() {
	for _, c := range s.Counted {
		x := c.figure.coverage
		if x.Required == 0 {
			s.Coverage = ghg.Coverage{}
			return
		}
		t := &s.Coverage
		t.Required += x.Required
		t.Reported += x.Reported
		t.Partly += x.Partly
		t.NO += x.NO
		t.IE += x.IE
		t.NE += x.NE
		t.C += x.C
		t.Zeros += x.Zeros
		t.Defaults += x.Defaults
		t.Placeholders += x.Placeholders
		t.Gaps = append(t.Gaps, x.Gaps...)
	}
	if len(s.Counted) == 0 || s.View.IsDeclared() {
		return
	}
	for range s.Missing {
		for _, code := range s.View.Required() {
			s.Coverage.Required++
			s.Coverage.Gaps = append(s.Coverage.Gaps, ghg.Category{Scheme: s.View.Scheme().ID(), Code: code})
		}
	}
}

// cover lists what is in the figure of another place.
func (s *Sum) cover(a *asking) {
	in := map[place.Place]bool{}
	stands := map[place.Place]bool{} // by its own figure, or missing
	walk(s.roots, func(n *node) {
		in[n.place] = true
		stands[n.place] = len(n.parts) == 0
	})
	all := slices.Clone(a.group.members)
	for _, p := range a.places {
		if !a.group.isMember[p] {
			all = append(all, p)
		}
	}
	a.group.sort(all)
	for _, p := range all {
		if in[p] {
			continue
		}
		for above := range p.Ancestors(a.group.day) {
			if stands[above] {
				s.Covered = append(s.Covered, Covered{p, above})
				break
			}
		}
	}
}

// remark says what a reader has to know of the sum.
func (s *Sum) remark(a *asking, y *year) {
	for _, p := range s.Missing {
		t := missingMember
		if take, told := a.align[alignAt{p, s.Year}]; told && take == 0 {
			t = toldMissing
		}
		s.Findings.Add(ghg.Finding{Code: FindingMissingMember, Severity: ghg.Serious, Of: codeOn(p, s.Day)}.Said(t,
			namesOf([]place.Place{p}, s.Day), s.Year))
	}
	for i, c := range s.Counted {
		who := namesOf([]place.Place{c.Place}, s.Day)
		f := ghg.Finding{Severity: ghg.Warning, Of: codeOn(c.Place, s.Day), Found: c.CO2e.String()}
		if y.counted[i].aligned {
			f.Code = FindingYearAligned
			s.Findings.Add(f.Said(yearAligned, who, c.Year, s.Year))
		}
		if _, told := a.vintages[c.Place]; told {
			f.Code = FindingVintageAligned
			s.Findings.Add(f.Said(vintageAligned, who, vintageName(c.Vintage)))
		}
		if !c.Share.IsUnset() {
			f.Code = FindingEstimatedShare
			s.Findings.Add(f.Said(estimatedShare, c.Share, who, y.counted[i].portion.Source))
		}
		if !c.IsReported {
			f.Code, f.Severity, f.Found = FindingNoNumber, ghg.Serious, ""
			s.Findings.Add(f.Said(noNumber, who, s.Year))
		}
		s.remarkTerritory(a, y.counted[i])
	}
}

// IsReported reports whether there is anything that the sum is of: where nothing is
// reported, the amount of 0 is no figure.
func (s Sum) IsReported() bool {
	return slices.ContainsFunc(s.Counted, func(c Counted) bool { return c.IsReported })
}

// IsComplete reports whether all that should be in the sum is in it: no place is missing,
// and none leaves a category open. What does not occur (NO) leaves a sum complete; what is
// included elsewhere (IE) does where it was found there.
func (s Sum) IsComplete() bool {
	open := slices.ContainsFunc(s.Keyed, func(k CategoryKeys) bool { return !k.IsComplete() })
	silent := slices.ContainsFunc(s.Counted, func(c Counted) bool { return !c.IsReported })
	return len(s.Counted) > 0 && len(s.Missing) == 0 && !open && !silent
}

// Members is which places are in the sum, by code: "2 of 3 places: 48120, 48170; missing:
// 48310".
func (s Sum) Members() words.Term {
	codes := func(places []place.Place) string {
		out := make([]string, len(places))
		for i, p := range places {
			out[i] = codeOn(p, s.Day)
		}
		return strings.Join(out, ", ")
	}
	var in []place.Place
	for _, c := range s.Counted {
		in = append(in, c.Place)
	}
	var out words.Term
	n := len(s.Counted) + len(s.Missing)
	out.En, out.Ko = members.Fill(len(in), n, codes(in))
	if len(s.Missing) > 0 {
		en, ko := membersMissing.Fill(codes(s.Missing))
		out = words.Term{En: out.En + en, Ko: out.Ko + ko}
	}
	return out
}

var (
	members        = words.Term{En: "%d of %d places: %s", Ko: "%[2]d곳 가운데 %[1]d곳: %[3]s"}
	membersMissing = words.Term{En: "; missing: %s", Ko: "; 없음: %s"}
)
