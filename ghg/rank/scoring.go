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
// [ByAttainment] or [ByBand]. No other scoring can be made.
type Scoring interface {
	// String is the rule with its figures.
	String() string
	check(of string, c Criterion, faults *ghg.Faults)
	// fractions are the scores of the values, each as a quotient.
	fractions(p Peers, ties TieRule) (map[ghg.PlaceID]quotient, error)
}

// own is a scoring that the caller cannot change, or nil for what is none of
// the three, such as a pointer to one.
func own(s Scoring) Scoring {
	switch s := s.(type) {
	case ByRank, ByAttainment:
		return s
	case ByBand:
		s.Bands = slices.Clone(s.Bands)
		return s
	}
	return nil
}

type quotient struct{ num, den decimal.Decimal }

// ByRank gives 1 to the best and 0 to the last, where no other ties with them:
// (n − rank)/(n − 1). A place that is alone, or dense with all others, is the
// best.
type ByRank struct{ Ties TieRule }

// String is the rule with its rule for ties.
func (s ByRank) String() string { return "by rank, ties " + s.Ties.String() }

func (s ByRank) check(of string, _ Criterion, faults *ghg.Faults) {
	if !s.Ties.isTieRule() {
		faults.Refuse(of, "rule for ties", "", tieRuleNeeded)
	}
}

func (s ByRank) fractions(p Peers, ties TieRule) (map[ghg.PlaceID]quotient, error) {
	if ties == 0 {
		ties = s.Ties
	}
	r, err := p.Ranking(ties, MidPercentile)
	if err != nil {
		return nil, err
	}
	n := decimal.New(int64(r.Len()), 0)
	if ties == Dense {
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

// ByAttainment gives 0 up to From, 1 from Goal on, and what lies between in
// proportion. Goal is the better of the two.
type ByAttainment struct{ From, Goal decimal.Decimal }

// String is the rule with its figures.
func (s ByAttainment) String() string {
	return fmt.Sprintf("by attainment, from %s to %s", s.From, s.Goal)
}

func (s ByAttainment) check(of string, c Criterion, faults *ghg.Faults) {
	before := faults.Len()
	refuseNumber(of, "from", s.From, faults)
	refuseNumber(of, "goal", s.Goal, faults)
	if faults.Len() == before && c.better(s.Goal, s.From) <= 0 {
		faults.Refuse(of, "goal", s.Goal.String(), fmt.Sprintf("it is not better than %s, where %s", s.From, c.Better))
	}
}

// refuseNumber refuses a number that is out of bounds.
func refuseNumber(of, field string, d decimal.Decimal, faults *ghg.Faults) {
	if err := exact.Check(d); err != nil {
		faults.Refuse(of, field, exact.Text(d), err.Error())
	}
}

func (s ByAttainment) fractions(p Peers, _ TieRule) (map[ghg.PlaceID]quotient, error) {
	out := make(map[ghg.PlaceID]quotient, p.Known())
	for x := range p.All() {
		if !x.Value.known {
			continue
		}
		switch c := p.def.criterion; {
		case c.better(x.Value.d, s.From) <= 0:
			out[x.Place] = quotient{decimal.Decimal{}, one}
		case c.better(x.Value.d, s.Goal) >= 0:
			out[x.Place] = quotient{one, one}
		default:
			out[x.Place] = quotient{x.Value.d.Sub(s.From), s.Goal.Sub(s.From)}
		}
	}
	return out, nil
}

// ByBand gives a value the score of the best band that it reaches, or Rest if
// it reaches none. Bands come from the best to the worst.
type ByBand struct {
	Bands []Band
	Rest  ghg.Share
}

// Band is a step of a scale: a value as good as Bound, or better, has the score.
type Band struct {
	Bound decimal.Decimal
	Score ghg.Share
}

// maxBands is how many steps a scale may have.
const maxBands = 100

// String is the rule with its bounds.
func (s ByBand) String() string {
	out := "by band:"
	for _, b := range s.Bands {
		out += fmt.Sprintf(" %s from %s,", b.Score, b.Bound)
	}
	return out + fmt.Sprintf(" else %s", s.Rest)
}

func (s ByBand) check(of string, c Criterion, faults *ghg.Faults) {
	if n := len(s.Bands); n == 0 || n > maxBands {
		faults.Refuse(of, "bands", strconv.Itoa(n), fmt.Sprintf("from 1 to %d are allowed", maxBands))
		return
	}
	before := faults.Len()
	for i, b := range s.Bands {
		refuseNumber(of, fmt.Sprintf("bound of band %d", i+1), b.Bound, faults)
	}
	if faults.Len() > before {
		return // they cannot be compared
	}
	for i, b := range s.Bands[1:] {
		if c.better(s.Bands[i].Bound, b.Bound) <= 0 {
			faults.Refuse(of, fmt.Sprintf("bound of band %d", i+2), b.Bound.String(),
				"it is not worse than the one before: bands come from the best to the worst")
		}
	}
	for i := range len(s.Bands) + 1 {
		field, x := "rest", s.Rest
		if i < len(s.Bands) {
			field, x = fmt.Sprintf("score of band %d", i+1), s.Bands[i].Score
		}
		if !faults.RefuseShare(of, field, x) && i > 0 && x.Cmp(s.Bands[i-1].Score) > 0 {
			faults.Refuse(of, field, x.String(), "none above the score of a better band is allowed")
		}
	}
}

func (s ByBand) fractions(p Peers, _ TieRule) (map[ghg.PlaceID]quotient, error) {
	out := make(map[ghg.PlaceID]quotient, p.Known())
	for x := range p.All() {
		if !x.Value.known {
			continue
		}
		score := s.Rest
		for _, b := range s.Bands {
			if p.def.criterion.better(x.Value.d, b.Bound) >= 0 {
				score = b.Score
				break
			}
		}
		out[x.Place] = quotient{score.Fraction(), one}
	}
	return out, nil
}
