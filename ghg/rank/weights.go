package rank

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Weight is what a criterion counts for, such as impact, fit with the city's
// aims, and feasibility.
type Weight struct {
	Criterion string
	Share     ghg.Share // 0 or more; those of all criteria add up to 100 %
}

// Weights rank options by what is not one number: each has a mark by criterion,
// and its score is the weighted mean of them. They are data, the caller's to
// choose and to explain, and immutable; the zero Weights judge nothing.
//
// Where places are compared by points of 100, as the state does, a
// [JointEvaluation] is meant.
type Weights struct{ list []Weight }

// Bounds of a ranking by weights.
const (
	mostWeights = 100
	mostOptions = 500
)

// NewWeights refuses, all at once, criteria without a name of their own, and
// weights that are below 0 or do not add up to 100 %.
func NewWeights(list ...Weight) (Weights, error) {
	const of = "weights"
	var faults ghg.Faults
	if n := len(list); n == 0 || n > mostWeights {
		faults.Refuse(of, "criteria", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", mostWeights))
		return Weights{}, faults
	}
	var sum decimal.Decimal
	for i, w := range list {
		isTaken := slices.ContainsFunc(list[:i], func(x Weight) bool { return x.Criterion == w.Criterion })
		if w.Criterion == "" || len(w.Criterion) > ghg.MaxName || isTaken {
			faults.Refuse(fmt.Sprintf("criterion %d", i+1), "name", w.Criterion,
				fmt.Sprintf("a name of its own of 1 to %d bytes is needed", ghg.MaxName))
		}
		switch of := "criterion " + words.Quote(w.Criterion); {
		case w.Share.IsUnset():
			faults.Refuse(of, "weight", "", "state it, if only as 0%")
		case w.Share.Fraction().Sign() < 0:
			faults.Refuse(of, "weight", w.Share.String(), "0% or more is needed")
		}
		sum = sum.Add(w.Share.Fraction())
	}
	if faults.Len() == 0 && !sum.Equal(wholeWeight) {
		faults.Refuse(of, "sum", sum.Shift(2).String()+"%", "the weights add up to 100%")
	}
	if err := faults.Err(); err != nil {
		return Weights{}, err
	}
	return Weights{slices.Clone(list)}, nil
}

// Marked is an option, such as a place or a measure, with a mark from 0 to 100 %
// by name of the criterion. A criterion without a mark is missing.
type Marked struct {
	ID    string
	Marks map[string]ghg.Share
}

// WeightedScore is the weighted mean of an option's marks, from 0 to 1. It
// compares options under one set of weights, and is no tonne and no money.
type WeightedScore struct {
	ID string
	// Value takes ½ for a missing mark, and is a convention; Low takes 0 and
	// High 1, and nothing that is missing leads out of them.
	Value, Low, High decimal.Decimal
	Missing          []string // names of criteria
	// Rank is by Value; equals share the better one. It may be anything from
	// BestRank to WorstRank once what is missing, here or with another option,
	// is known.
	Rank, BestRank, WorstRank int
	// Joint says that another option has the same value and rank.
	Joint bool
	terms []string
}

var (
	wholeWeight = decimal.New(1, 0)
	halfMark    = decimal.New(5, -1)
)

// Rank scores options, the best first; equals stay in their order:
//
//	score = Σ weight × mark
//
// The error is a [ghg.Faults] of all marks that do not stand. At most 500 options
// are allowed.
func (w Weights) Rank(options []Marked) ([]WeightedScore, error) {
	if len(w.list) == 0 {
		return nil, errors.New("no weights: make them with rank.NewWeights")
	}
	var faults ghg.Faults
	if n := len(options); n > mostOptions {
		faults.Refuse("ranking", "options", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", mostOptions))
		return nil, faults
	}
	var out []WeightedScore
	seen := map[string]bool{}
	for i, o := range options {
		if o.ID == "" || seen[o.ID] {
			faults.Refuse(fmt.Sprintf("option %d", i+1), "id", o.ID, "one of its own is needed")
		}
		seen[o.ID] = true
		out = append(out, w.score(o, &faults))
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b WeightedScore) int { return b.Value.Cmp(a.Value) })
	for i := range out {
		s := &out[i]
		s.Rank, s.BestRank, s.WorstRank = 1, 1, 1
		for j, x := range out {
			if x.Value.GreaterThan(s.Value) {
				s.Rank++
			}
			s.Joint = s.Joint || j != i && x.Value.Equal(s.Value)
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

func (w Weights) score(o Marked, faults *ghg.Faults) WeightedScore {
	s := WeightedScore{ID: o.ID}
	of := "option " + words.Quote(o.ID)
	known := 0
	for _, x := range w.list {
		mark, ok := o.Marks[x.Criterion]
		m, weight := mark.Fraction(), x.Share.Fraction()
		if !ok {
			s.Missing = append(s.Missing, x.Criterion)
			s.Value, s.High = s.Value.Add(weight.Mul(halfMark)), s.High.Add(weight)
			s.terms = append(s.terms, fmt.Sprintf("%s × (%s missing: 0.5)", weight, x.Criterion))
			continue
		}
		known++
		field := "mark of " + words.Quote(x.Criterion)
		if mark.IsUnset() {
			faults.Refuse(of, field, "", "what is missing is left out")
		} else {
			faults.RefuseShare(of, field, mark)
		}
		part := weight.Mul(m)
		s.Value, s.Low, s.High = s.Value.Add(part), s.Low.Add(part), s.High.Add(part)
		s.terms = append(s.terms, fmt.Sprintf("%s × %s (%s)", weight, m, x.Criterion))
	}
	if known < len(o.Marks) {
		faults.Refuse(of, "marks", "", "one is of no criterion here")
	}
	return s
}

// String is the score as one line, with its range where a mark is missing.
func (s WeightedScore) String() string {
	text := fmt.Sprintf("%d. %s: %s", s.Rank, s.ID, s.Value)
	if s.Joint {
		text = "joint " + text
	}
	if len(s.Missing) > 0 {
		text += fmt.Sprintf(" [%s, %s], %s missing", s.Low, s.High, strings.Join(s.Missing, ", "))
	}
	if s.BestRank != s.WorstRank {
		text += fmt.Sprintf(", rank %d to %d", s.BestRank, s.WorstRank)
	}
	return text
}

// Explain is the score as arithmetic.
func (s WeightedScore) Explain() string {
	return fmt.Sprintf("%s\n  %s = %s", s, strings.Join(s.terms, " + "), s.Value)
}

// ImpactMark is the mark of a cut by its share of the emissions that it is held
// against: 20, 40, 60, 80 or 100 % by fifths, where a fifth begins with its
// lower end: 0 to under 20 % is marked 20 %. Shares outside 0 to 100 % are
// refused.
func ImpactMark(cut ghg.Share) (ghg.Share, error) {
	var faults ghg.Faults
	if faults.RefuseShare("impact mark", "cut", cut) {
		return ghg.Share{}, faults
	}
	fifth := cut.Fraction().Mul(decimal.New(5, 0)).Floor().Add(wholeWeight)
	return ghg.NewShare(decimal.Min(wholeWeight, fifth.Mul(decimal.New(2, -1))))
}
