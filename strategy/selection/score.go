package selection

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// MarkPlaces are the decimal places of a mark that is a mean.
const MarkPlaces = 12

// Criterion is something that actions are judged by, such as their impact, how
// they fit the city's aims, and how feasible they are.
type Criterion struct {
	Name   string
	Weight ghg.Share // 0 or more; those of all criteria add up to 100 %
}

// Criteria are weights as data. They are immutable; the zero Criteria judge
// nothing.
type Criteria struct{ list []Criterion }

// NewCriteria makes criteria of names and weights. Weights that are below 0, or
// do not add up to 100 %, are refused: they are the caller's to choose and to
// explain.
func NewCriteria(list ...Criterion) (Criteria, error) {
	if n := len(list); n == 0 || n > MaxRules {
		return Criteria{}, fmt.Errorf("%d criteria given: 1 to %d are allowed", n, MaxRules)
	}
	var sum decimal.Decimal
	for i, c := range list {
		if c.Name == "" || len(c.Name) > maxID || slices.ContainsFunc(list[:i], func(x Criterion) bool { return x.Name == c.Name }) {
			return Criteria{}, fmt.Errorf("criterion %d %.60q: a name of 1 to %d bytes is needed, each once", i+1, c.Name, maxID)
		}
		if c.Weight.IsUnset() || c.Weight.Fraction().Sign() < 0 {
			return Criteria{}, fmt.Errorf("criterion %d %.60q: a weight of %s: 0 or more is needed, and stated", i+1, c.Name, c.Weight)
		}
		sum = sum.Add(c.Weight.Fraction())
	}
	if !sum.Equal(one) {
		return Criteria{}, fmt.Errorf("the weights add up to %s%%, and 100%% is needed", sum.Shift(2))
	}
	return Criteria{slices.Clone(list)}, nil
}

// Marked is an action with a mark from 0 to 100 % by name of the criterion. A
// criterion without a mark is missing.
type Marked struct {
	ID    string
	Marks map[string]ghg.Share
}

// Score is the weighted mean of an action's marks, from 0 to 1. It compares
// actions under one set of weights, and is no tonne and no money.
type Score struct {
	ID string
	// Value takes ½ for a missing mark, and is a convention; Low takes 0 and
	// High 1, and nothing that is missing leads out of them.
	Value, Low, High decimal.Decimal
	Missing          []string // names of criteria
	// Rank is by Value; equals share the better one. It may be anything from
	// BestRank to WorstRank once what is missing, here or with another action,
	// is known.
	Rank, BestRank, WorstRank int
	terms                     []string
}

var half = decimal.New(5, -1)

// Rank scores actions, the best first; equals stay in their order:
//
//	score = Σ weight × mark
func (c Criteria) Rank(actions []Marked) ([]Score, error) {
	if len(c.list) == 0 {
		return nil, errors.New("no criteria: make them with selection.NewCriteria")
	}
	if n := len(actions); n > MaxCandidates {
		return nil, fmt.Errorf("%d actions given: at most %d are allowed", n, MaxCandidates)
	}
	var out []Score
	seen := map[string]bool{}
	for i, a := range actions {
		if a.ID == "" || seen[a.ID] {
			return nil, fmt.Errorf("action %d %.60q: an ID is needed, each once", i+1, a.ID)
		}
		seen[a.ID] = true
		s, err := c.score(a)
		if err != nil {
			return nil, fmt.Errorf("action %d %.60q, %w", i+1, a.ID, err)
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Score) int { return b.Value.Cmp(a.Value) })
	for i := range out {
		s := &out[i]
		s.Rank, s.BestRank, s.WorstRank = 1, 1, 1
		for j, x := range out {
			if x.Value.GreaterThan(s.Value) {
				s.Rank++
			}
			if x.Low.GreaterThan(s.High) {
				s.BestRank++
			}
			if j != i && x.High.GreaterThan(s.Low) {
				s.WorstRank++
			}
		}
	}
	return out, nil
}

func (c Criteria) score(a Marked) (Score, error) {
	s := Score{ID: a.ID}
	known := 0
	for _, x := range c.list {
		mark, ok := a.Marks[x.Name]
		m, w := mark.Fraction(), x.Weight.Fraction()
		if ok && mark.IsUnset() || m.Sign() < 0 || m.GreaterThan(one) {
			return s, fmt.Errorf("%.60q: a mark of %s: 0 to 100%% is allowed, and what is missing is left out", x.Name, mark)
		}
		if !ok {
			s.Missing = append(s.Missing, x.Name)
			s.Value, s.High = s.Value.Add(w.Mul(half)), s.High.Add(w)
			s.terms = append(s.terms, fmt.Sprintf("%s × (%s missing: 0.5)", w, x.Name))
			continue
		}
		known++
		part := w.Mul(m)
		s.Value, s.Low, s.High = s.Value.Add(part), s.Low.Add(part), s.High.Add(part)
		s.terms = append(s.terms, fmt.Sprintf("%s × %s (%s)", w, m, x.Name))
	}
	if known < len(a.Marks) {
		return s, errors.New("marks: one is of no criterion here")
	}
	return s, nil
}

// String is the score as one line, with its range where a mark is missing.
func (s Score) String() string {
	text := fmt.Sprintf("%d. %s: %s", s.Rank, s.ID, s.Value)
	if len(s.Missing) > 0 {
		text += fmt.Sprintf(" [%s, %s], %s missing", s.Low, s.High, strings.Join(s.Missing, ", "))
	}
	if s.BestRank != s.WorstRank {
		text += fmt.Sprintf(", rank %d to %d", s.BestRank, s.WorstRank)
	}
	return text
}

// Explain is the score as arithmetic.
func (s Score) Explain() string {
	return fmt.Sprintf("%s\n  %s = %s", s, strings.Join(s.terms, " + "), s.Value)
}

// ImpactMark is the mark of a cut by its share of the emissions that it is held
// against: 20, 40, 60, 80 or 100 % by fifths, where a fifth begins with its
// lower end: 0 to under 20 % is marked 20 %. Shares outside 0 to 100 % are
// refused.
func ImpactMark(cut ghg.Share) (ghg.Share, error) {
	x := cut.Fraction()
	if cut.IsUnset() || x.Sign() < 0 || x.GreaterThan(one) {
		return ghg.Share{}, fmt.Errorf("impact of %s: 0 to 100%% is allowed", cut)
	}
	fifth := x.Mul(decimal.New(5, 0)).Floor().Add(one)
	return ghg.NewShare(decimal.Min(one, fifth.Mul(decimal.New(2, -1))))
}

// CoBenefitMark is the mark of an action's co-benefits: the mean of (score +
// 2)/4, so that much worse is 0, no change 50 % and much better 100 %. It is
// rounded once to [MarkPlaces]. Without co-benefits ok is false: the mark is
// missing. They are never tonnes.
func CoBenefitMark(all []strategy.CoBenefit) (mark ghg.Share, ok bool, err error) {
	var sum int64
	for _, b := range all {
		if b.Score < -2 || b.Score > 2 {
			return ghg.Share{}, false, fmt.Errorf("co-benefit %.60q: a score of %d: -2 to 2 is allowed", b.Key, b.Score)
		}
		sum += int64(b.Score) + 2
	}
	if len(all) == 0 {
		return ghg.Share{}, false, nil
	}
	mean, err := exact.Quotient(decimal.NewFromInt(sum), decimal.NewFromInt(4*int64(len(all))), MarkPlaces)
	if err != nil {
		return ghg.Share{}, false, err
	}
	mark, err = ghg.NewShare(mean)
	return mark, err == nil, err
}
