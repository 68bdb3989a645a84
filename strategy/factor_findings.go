package strategy

import (
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// FactorFindings gathers what several quantifications have to say of their factors: of one
// series it is one finding, which names all that take it. The zero FactorFindings is empty.
type FactorFindings struct {
	at   map[factorRemarkID]int
	list []factorRemark
}

// remark is a finding on the making of figures; where it is on factors, years are those
// that it says something of, by the status of their factor.
type remark struct {
	ghg.Finding
	onFactors bool
	series    ghg.Factors // where it is of one, and its years may be added to
	years     map[int]ghg.Status
}

type factorRemarkID struct {
	code     string
	severity ghg.Severity
	what     string // the series, or what is said
}

// factorRemark is a remark on factors with all that it is of.
type factorRemark struct {
	remark
	places []string
}

var alike = struct{ projected, noFactor, same, status words.Term }{
	projected: words.Term{En: "the factor of %s (%s) is %s, and stands behind figures of %d quantifications: %s",
		Ko: "%s 계수(%s)는 %s값이며 정량화 %d건에 쓰임: %s"},
	noFactor: words.Term{En: "there is no factor of %s (%s) for %s: what %d quantifications cut is not known then: %s",
		Ko: "%s 계수(%s)가 %s년에 없어 정량화 %d건의 감축량을 알 수 없음: %s"},
	same:   words.Term{En: "%s; so in %d quantifications: %s", Ko: "%s; 정량화 %d건이 같음: %s"},
	status: words.Term{En: "%s for %s", Ko: "%[2]s년 %[1]s"},
}

// Take adds what a quantification has to say of its factors, and hands back its other
// findings, as [Quantification.Findings] has them. Of names it, with its action.
func (f *FactorFindings) Take(of string, q Quantification, k Kind, first, last int, place ...ghg.Factors) (others ghg.Findings) {
	for _, r := range q.remarks(k, first, last, place) {
		r.Of = of
		if r.onFactors {
			f.add(r)
			continue
		}
		others.Add(r.Finding)
	}
	return others
}

func (f *FactorFindings) add(r remark) {
	id := factorRemarkID{r.Code, r.Severity, r.Detail}
	if !r.series.IsZero() {
		id.what = r.series.ID()
	}
	i, met := f.at[id]
	if !met {
		if f.at == nil {
			f.at = map[factorRemarkID]int{}
		}
		i = len(f.list)
		f.at[id] = i
		f.list = append(f.list, factorRemark{remark: remark{r.Finding, true, r.series, map[int]ghg.Status{}}})
	}
	x := &f.list[i]
	if !slices.Contains(x.places, r.Of) {
		x.places = append(x.places, r.Of)
	}
	for y, s := range r.years {
		x.years[y] = s
	}
}

// Findings are the findings on factors, in the order in which each was first met. One that
// a single quantification has is as it says it.
func (f *FactorFindings) Findings() (out ghg.Findings) {
	for _, r := range f.list {
		out.Add(r.finding())
	}
	return out
}

func (r factorRemark) finding() ghg.Finding {
	n, inKorean := len(r.places), make([]string, len(r.places))
	for i, place := range r.places {
		inKorean[i], _ = words.InKorean(place)
	}
	all := words.Term{En: strings.Join(r.places, "; "), Ko: strings.Join(inKorean, "; ")} // all of them: none is lost
	out := r.Finding
	switch {
	case !r.series.IsZero():
		years := words.Spans(slices.Sorted(maps.Keys(r.years)))
		out.Found = years.En
		projected := r.Code == FindingFactorProjected
		switch {
		case n == 1 && projected:
			return out.Said(quantified.projected, r.series.Of(), years)
		case n == 1:
			return out.Said(quantified.noFactor, r.series.Of(), years)
		}
		out.Of = "factors of " + words.Quote(r.series.Of())
		if projected {
			return out.Said(alike.projected, r.series.Of(), r.series.Source(), r.statuses(), n, all)
		}
		return out.Said(alike.noFactor, r.series.Of(), r.series.Source(), years, n, all)
	case n > 1:
		out.Of = "factors"
		return out.Said(alike.same, words.Term{En: out.Detail, Ko: out.DetailKo}, n, all)
	}
	return out
}

// statuses are the years by the status of their factor: projected for 2026 to 2030.
func (r factorRemark) statuses() words.Term {
	var parts []words.Term
	for _, s := range [...]ghg.Status{ghg.Nowcast, ghg.Projected} {
		var years []int
		for _, y := range slices.Sorted(maps.Keys(r.years)) {
			if r.years[y] == s {
				years = append(years, y)
			}
		}
		if len(years) > 0 {
			var part words.Term
			part.En, part.Ko = alike.status.Fill(words.Term{En: s.String(), Ko: s.Korean()}, words.Spans(years))
			parts = append(parts, part)
		}
	}
	return words.Join(parts, ", ")
}
