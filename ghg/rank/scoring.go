package rank

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Scoring makes a score from 0 to 1 of the values of a part: [ByRank],
// [ByAttainment] or [ByBand]. It is immutable; the zero Scoring is refused.
type Scoring struct{ rule scoring }

type scoring interface {
	String() string
	check(of string, c Criterion, faults *ghg.Faults)
	// fractions are the scores of the values, each as a quotient.
	fractions(p Peers) (map[ghg.PlaceID]quotient, error)
}

type quotient struct{ num, den decimal.Decimal }

// ByRank gives 1 to the best and 0 to the last, where no other ties with them:
// (n − rank)/(n − 1). A place that is alone, or dense with all others, is the
// best.
func ByRank(ties TieRule) Scoring { return Scoring{byRank{ties}} }

// ByAttainment gives 0 up to from, 1 from the goal on, and what lies between in
// proportion. The goal is the better of the two.
func ByAttainment(from, goal decimal.Decimal) Scoring { return Scoring{byAttainment{from, goal}} }

// ByBand gives a value the score of the best band that it reaches, or rest if
// it reaches none. Bands come from the best to the worst; 1 to 100 are allowed.
func ByBand(rest ghg.Share, bands ...Band) Scoring { return Scoring{byBand{slices.Clone(bands), rest}} }

// Band is a step of a scale: a value as good as Bound, or better, has the score.
type Band struct {
	Bound decimal.Decimal `json:"bound"`
	Score ghg.Share       `json:"score"`
}

// String is the rule with its figures.
func (s Scoring) String() string {
	if s.rule == nil {
		return "no scoring"
	}
	return s.rule.String()
}

// MarshalText writes what String says.
func (s Scoring) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

type byRank struct{ ties TieRule }

func (s byRank) String() string { return "by rank, ties " + s.ties.String() }

func (s byRank) check(of string, _ Criterion, faults *ghg.Faults) {
	if !s.ties.isTieRule() {
		faults.Refuse(of, "rule for ties", "", tieRuleNeeded)
	}
}

func (s byRank) fractions(p Peers) (map[ghg.PlaceID]quotient, error) {
	r, err := p.Ranking(s.ties)
	if err != nil {
		return nil, err
	}
	n := whole(r.Len())
	if s.ties == Dense {
		n = r.list[len(r.list)-1].Rank
	}
	out := make(map[ghg.PlaceID]quotient, r.Len())
	for x := range r.All() {
		out[x.Place] = quotient{one, one}
		if n.GreaterThan(one) {
			out[x.Place] = quotient{n.Sub(x.Rank), n.Sub(one)}
		}
	}
	return out, nil
}

type byAttainment struct{ from, goal decimal.Decimal }

func (s byAttainment) String() string {
	return fmt.Sprintf("by attainment, from %s to %s", s.from, s.goal)
}

func (s byAttainment) check(of string, c Criterion, faults *ghg.Faults) {
	before := faults.Len()
	refuseNumber(of, "from", s.from, faults)
	refuseNumber(of, "goal", s.goal, faults)
	if faults.Len() == before && c.better(s.goal, s.from) <= 0 {
		faults.Refuse(of, "goal", s.goal.String(), fmt.Sprintf("it is not better than %s, where %s", s.from, c.Better))
	}
}

// refuseNumber refuses a number that is out of bounds.
func refuseNumber(of, field string, d decimal.Decimal, faults *ghg.Faults) {
	if err := exact.Check(d); err != nil {
		faults.Refuse(of, field, exact.Text(d), err.Error())
	}
}

func (s byAttainment) fractions(p Peers) (map[ghg.PlaceID]quotient, error) {
	c := p.def.criterion
	return p.each(func(v decimal.Decimal) quotient {
		switch {
		case c.better(v, s.from) <= 0:
			return quotient{decimal.Decimal{}, one}
		case c.better(v, s.goal) >= 0:
			return quotient{one, one}
		}
		return quotient{v.Sub(s.from), s.goal.Sub(s.from)}
	}), nil
}

// each scores the values that are known, one by one.
func (p Peers) each(score func(decimal.Decimal) quotient) map[ghg.PlaceID]quotient {
	out := make(map[ghg.PlaceID]quotient, p.Len())
	for x := range p.All() {
		if v, known := x.Value.Value(); known {
			out[x.Place] = score(v)
		}
	}
	return out
}

type byBand struct {
	bands []Band
	rest  ghg.Share
}

// maxBands is how many steps a scale may have.
const maxBands = 100

func (s byBand) String() string {
	out := "by band:"
	for _, b := range s.bands {
		out += fmt.Sprintf(" %s from %s,", b.Score, b.Bound)
	}
	return out + fmt.Sprintf(" else %s", s.rest)
}

func (s byBand) check(of string, c Criterion, faults *ghg.Faults) {
	if n := len(s.bands); n == 0 || n > maxBands {
		faults.Refuse(of, "bands", strconv.Itoa(n), fmt.Sprintf("from 1 to %d are allowed", maxBands))
		return
	}
	before := faults.Len()
	for i, b := range s.bands {
		refuseNumber(of, fmt.Sprintf("bound of band %d", i+1), b.Bound, faults)
	}
	if faults.Len() > before {
		return // they cannot be compared
	}
	for i, b := range s.bands[1:] {
		if c.better(s.bands[i].Bound, b.Bound) <= 0 {
			faults.Refuse(of, fmt.Sprintf("bound of band %d", i+2), b.Bound.String(),
				"it is not worse than the one before: bands come from the best to the worst")
		}
	}
	for i := range len(s.bands) + 1 {
		field, x := "rest", s.rest
		if i < len(s.bands) {
			field, x = fmt.Sprintf("score of band %d", i+1), s.bands[i].Score
		}
		if !faults.RefuseShare(of, field, x) && i > 0 && x.Cmp(s.bands[i-1].Score) > 0 {
			faults.Refuse(of, field, x.String(), "none above the score of a better band is allowed")
		}
	}
}

func (s byBand) fractions(p Peers) (map[ghg.PlaceID]quotient, error) {
	return p.each(func(v decimal.Decimal) quotient {
		score := s.rest
		for _, b := range s.bands {
			if p.def.criterion.better(v, b.Bound) >= 0 {
				score = b.Score
				break
			}
		}
		return quotient{score.Fraction(), one}
	}), nil
}
