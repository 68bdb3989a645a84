package strategy

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on a quantification.
const (
	FindingRequiredByLaw       = "required-by-law"
	FindingCommonPractice      = "common-practice"
	FindingPaysForItself       = "pays-for-itself"
	FindingFactorOfAnotherYear = "factor-of-another-year"  // a frozen factor is used for years that it is not of
	FindingFactorProjected     = "factor-projected"        // a projection or nowcast stands behind figures
	FindingNoFactor            = "no-factor"               // quantities are known in years that have no factor
	FindingFactorDiffers       = "factor-differs"          // from that of the place for the same use
	FindingPublishedDiffers    = "published-unit-differs"  // from what the effects come to
	FindingDeemed              = "verified-by-deemed-unit" // the quantity was verified, the saving of one was not
	FindingBelowWithout        = "below-without"           // less than there would be without the project
	FindingDeductedTwice       = "deducted-twice"          // two reasons may be one
)

var quantified = struct {
	judged, judgedArgued, frozen, projected, noFactor, differs, published, deemed, below, twice words.Term
}{
	judged:       words.Term{En: "%s: %s; %s is kept", Ko: "%s: %s, %s 인정"},
	judgedArgued: words.Term{En: "%s, and all of it counts: %s", Ko: "%s이나 전량 인정: %s"},
	frozen:       words.Term{En: "the factor of %s is that of %d in all years", Ko: "%s 계수는 모든 연도에 %d년 값"},
	projected:    words.Term{En: "the factor of %s is projected or nowcast for %s", Ko: "%s 계수는 %s년에 전망 또는 잠정추계값"},
	noFactor:     words.Term{En: "there is no factor of %s for %s: what is cut is not known then", Ko: "%s 계수가 %s년에 없어 감축량을 알 수 없음"},
	differs: words.Term{En: "the factor of %s in %s is %s %s and not the %s of %s: %s%%",
		Ko: "%s 계수(%s)는 %s(%s)(으)로, %s(%s)와(과) 다름: %s%%"},
	published: words.Term{En: "in %d the published unit gives %s, and the effects give %s", Ko: "%d년 감축원단위로는 %s, 단위효과로는 %s"},
	deemed: words.Term{En: "the quantities are verified, but what one saves is a stated figure and was not measured",
		Ko: "물량은 검증되었으나 단위당 감축량은 측정값이 아닌 제시값"},
	below: words.Term{En: "in %s there is less than there would be without the project", Ko: "%s년 물량이 사업이 없을 때보다 적음"},
	twice: words.Term{En: "%s and %s may take off the same part twice", Ko: "%s 및 %s: 같은 부분을 두 번 뺄 수 있음"},
}

// onFactors are the codes of what is said of factors, and so of all that take them.
var onFactors = map[string]bool{FindingFactorOfAnotherYear: true, FindingFactorProjected: true, FindingNoFactor: true,
	FindingFactorDiffers: true, FindingDeemed: true}

// Findings are remarks on the making of the figures of a kind in the years of a span, in a
// stable order. Factors of the place are held against those of the same use that are in
// it, in effects and in a published unit; none need be given.
func (q Quantification) Findings(k Kind, first, last int, place ...ghg.Factors) (out ghg.Findings) {
	for _, r := range q.remarks(k, first, last, place) {
		out.Add(r.Finding)
	}
	return out
}

func (q Quantification) remarks(k Kind, first, last int, place []ghg.Factors) (out []remark) {
	d := q.definition()
	c := d.kinds[k]
	if c == nil {
		return nil
	}
	n := noter{out: &out, q: d, c: c}
	for _, y := range c.years {
		if y >= first && y <= last {
			n.years = append(n.years, y)
		}
	}
	n.judged()
	n.twice()
	for _, u := range c.effects {
		n.factors(u, n.working(first, last))
	}
	n.published()
	for _, p := range place {
		n.place(p)
	}
	n.below()
	return out
}

// noter adds findings of one kind.
type noter struct {
	out *[]remark
	q   *quantification
	c   *counted
	// years are those of the span that quantities are given for.
	years []int
}

func (n noter) add(code string, s ghg.Severity, stated, found string, t words.Term, values ...any) {
	f := ghg.Finding{Code: code, Severity: s, Of: n.q.of(), Stated: stated, Found: found}.Said(t, values...)
	*n.out = append(*n.out, remark{Finding: f, onFactors: onFactors[code]})
}

// inYears adds a finding whose last value is years.
func (n noter) inYears(code string, s ghg.Severity, years []int, t words.Term, values ...any) {
	when := words.Spans(years)
	n.add(code, s, "", when.En, t, append(values, when)...)
}

// working are the years of a span in which something is known to work: those of the
// quantities, and where nothing is new after a last year those up to the end of its life.
func (n noter) working(first, last int) []int {
	out := slices.Clone(n.years)
	if life := n.q.Life.years(); n.c.last > 0 {
		for y := max(first, n.c.years[len(n.c.years)-1]+1); y < n.c.last+life && y <= last; y++ {
			out = append(out, y)
		}
	}
	return out
}

func (n noter) judged() {
	for _, j := range n.q.Judged {
		code := judgements[j.Why].code
		switch {
		case code == "":
		case j.Why == RequiredByLaw && j.Kept.Complement().Fraction().IsZero():
			n.add(code, ghg.Serious, j.Text, j.Kept.String(), quantified.judgedArgued, j.Why.term(), j.Text)
		default:
			n.add(code, ghg.Warning, j.Text, j.Kept.String(), quantified.judged, j.Why.term(), j.Text, j.Kept)
		}
	}
}

// twice are reasons that may be one: what there would be without the project stands in
// the quantities, in the baseline and in a share of free riders; things that meet on a
// source are deducted here and by the effect's interaction.
func (n noter) twice() {
	var same []words.Term
	if len(n.c.x0) > 0 {
		same = append(same, words.Term{En: "quantities without the project", Ko: "사업이 없을 때의 물량"})
	}
	for _, j := range n.q.Judged {
		if j.Why == InBaseline && !j.Kept.Complement().Fraction().IsZero() {
			same = append(same, j.Why.term())
		}
	}
	pair := func(a, b words.Term) { n.add(FindingDeductedTwice, ghg.Warning, "", "", quantified.twice, a, b) }
	if len(same) > 1 {
		pair(same[0], same[1])
	}
	within := slices.ContainsFunc(n.q.Judged, func(j Judged) bool {
		return j.Why == OverlapWithin && !j.Kept.Complement().Fraction().IsZero()
	})
	overlapping := slices.ContainsFunc(n.c.effects, func(u UnitEffect) bool { return u.Interaction == Overlapping })
	if within && overlapping {
		pair(OverlapWithin.term(), words.Term{En: "overlapping effects on the source", Ko: "배출원의 중복 효과"})
	}
}

// factors are remarks on the series of an effect.
func (n noter) factors(u UnitEffect, working []int) {
	if u.whole || u.Factors.IsZero() {
		return
	}
	of := u.Factors.Of()
	if u.constant() {
		if n.c.kind == Verified {
			n.add(FindingDeemed, ghg.Note, "", "", quantified.deemed)
		}
		return
	}
	if u.Of.rule == frozenAt && len(n.years) > 0 && !slices.Equal(n.years, []int{u.Of.year}) {
		n.add(FindingFactorOfAnotherYear, ghg.Warning, fmt.Sprint(u.Of.year), "", quantified.frozen, of, u.Of.year)
	}
	ahead, missing := map[int]ghg.Status{}, map[int]ghg.Status{}
	for _, y := range working {
		switch x, err := u.Factors.At(u.factorYear(y)); {
		case err != nil:
			missing[y] = ghg.Actual
		case x.Status == ghg.Projected || x.Status == ghg.Nowcast:
			ahead[y] = x.Status
		}
	}
	n.ofSeries(FindingFactorProjected, ghg.Note, u.Factors, ahead, quantified.projected)
	n.ofSeries(FindingNoFactor, ghg.Serious, u.Factors, missing, quantified.noFactor)
}

// ofSeries adds a finding on a series of factors in some years, if there are any.
func (n noter) ofSeries(code string, s ghg.Severity, series ghg.Factors, years map[int]ghg.Status, t words.Term) {
	if len(years) == 0 {
		return
	}
	n.inYears(code, s, slices.Sorted(maps.Keys(years)), t, series.Of())
	r := &(*n.out)[len(*n.out)-1]
	r.series, r.years = series, years
}

// published holds the published unit against the effects, in the last year that both give.
func (n noter) published() {
	d := n.q
	if d.Published.IsZero() || len(d.Effects) == 0 {
		if n.c.kind == Verified && !d.Published.IsZero() {
			n.add(FindingDeemed, ghg.Note, d.Published.Saves.String(), "", quantified.deemed)
		}
		return
	}
	if len(n.years) == 0 {
		return
	}
	first, last := n.years[0], n.years[len(n.years)-1]
	q := Quantification{d}
	net, err := q.Net(n.c.kind, first, last)
	if err != nil {
		return
	}
	official, err := q.ByPublishedUnit(n.c.kind, first, last)
	if err != nil {
		return
	}
	for y := last; y >= first; y-- {
		a, known := official.At(y)
		b, too := net.At(y)
		if known && too {
			if !a.Equal(b) {
				n.add(FindingPublishedDiffers, ghg.Serious, a.String(), b.String(), quantified.published, y, a, b)
			}
			return
		}
	}
}

// place holds a series of the place against those of the same use.
func (n noter) place(p ghg.Factors) {
	for _, u := range n.c.effects {
		if !u.whole && u.Factors.IsOf(p.Of()) {
			n.against(p, u.Factors, u.factorYear)
		}
	}
	if contains := n.q.Published.Contains; !contains.IsZero() && contains.IsOf(p.Of()) {
		n.against(p, contains, func(year int) int { return year })
	}
}

// against compares two series in the years of the quantities, and tells the first in
// which they differ.
func (n noter) against(place, used ghg.Factors, yearOf func(int) int) {
	for _, y := range n.years {
		mine, err := used.At(yearOf(y))
		if err != nil {
			continue
		}
		one, err := ghg.NewQuantity(full, used.Per())
		if err != nil {
			return
		}
		theirs, its, err := place.For(y, one)
		if err != nil || theirs.Equal(mine.CO2e) {
			continue
		}
		percent := "–"
		// Where they are on two metrics too, the numbers are still what the figures differ by.
		if r, err := exact.Quotient(mine.CO2e.Tonnes(), theirs.Tonnes(), 3); err == nil {
			percent = words.Signed(r.Sub(full).Shift(2).StringFixed(1))
		}
		per := "/" + used.Per().String()
		n.add(FindingFactorDiffers, ghg.Serious, mine.CO2e.String(), theirs.String(), quantified.differs,
			words.Term{En: used.Of(), Ko: place.Of()}, fmt.Sprint(y), mine.CO2e.String()+per, cmp.Or(mine.Source, used.Source()),
			theirs.String()+per, cmp.Or(its.Source, place.Source()), percent)
		return
	}
}

func (n noter) below() {
	var years []int
	for _, y := range n.years {
		if n.c.x[y].LessThan(n.c.x0[y]) {
			years = append(years, y)
		}
	}
	if len(years) > 0 {
		n.inYears(FindingBelowWithout, ghg.Warning, years, quantified.below)
	}
}
