package track

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Fulfilment says how far a criterion is met. The zero Fulfilment is refused:
// what nobody judged is not unmet.
type Fulfilment uint8

// The degrees of fulfilment, with 0, 5 and 10 points.
const (
	Unmet Fulfilment = iota + 1
	PartlyMet
	Met
)

var fulfilments = []string{"not judged", "unmet", "partly met", "met"}

// String is the degree in small letters.
func (f Fulfilment) String() string { return word("fulfilment", fulfilments, uint8(f)) }

// Valid reports whether the degree is one of those above.
func (f Fulfilment) Valid() bool { return f >= Unmet && f <= Met }

// PointsPerCriterion is what a criterion that is met counts.
const PointsPerCriterion = 10

// Points are 10, 5 or 0.
func (f Fulfilment) Points() int {
	switch f {
	case Met:
		return PointsPerCriterion
	case PartlyMet:
		return PointsPerCriterion / 2
	}
	return 0
}

// Criterion is one question of a scorecard and its answer.
type Criterion struct {
	Name       string
	Fulfilment Fulfilment
	Evidence   string
}

// Scorecard is a plan judged by criteria of equal weight, each met, partly met
// or unmet. It is immutable. The zero Scorecard has no criteria, and its share
// is undefined.
type Scorecard struct {
	name     string
	criteria []Criterion
}

// NewScorecard makes a scorecard of at most 1000 criteria, each judged, with
// names of their own.
func NewScorecard(name string, criteria ...Criterion) (Scorecard, error) {
	if name == "" || len(criteria) > 1000 {
		return Scorecard{}, fmt.Errorf("scorecard %.60q of %d criteria: a name and at most 1000 criteria are allowed", name, len(criteria))
	}
	seen := map[string]bool{}
	for i, c := range criteria {
		if c.Name == "" || seen[c.Name] {
			return Scorecard{}, fmt.Errorf("scorecard %.60q, criterion %d, %.60q: a name is needed that no other has", name, i+1, c.Name)
		}
		if !c.Fulfilment.Valid() {
			return Scorecard{}, fmt.Errorf("scorecard %.60q, criterion %d, %.60q: %s: allowed are unmet, partly met and met", name, i+1, c.Name, c.Fulfilment)
		}
		seen[c.Name] = true
	}
	return Scorecard{name, slices.Clone(criteria)}, nil
}

// Criteria yields the criteria in the order given.
func (s Scorecard) Criteria() iter.Seq[Criterion] { return slices.Values(s.criteria) }

// Points is the sum of the points.
func (s Scorecard) Points() int {
	n := 0
	for _, c := range s.criteria {
		n += c.Fulfilment.Points()
	}
	return n
}

// Most is the points that a plan would have that meets every criterion.
func (s Scorecard) Most() int { return PointsPerCriterion * len(s.criteria) }

// Share is points divided by the most, or undefined without criteria.
func (s Scorecard) Share() ghg.Ratio {
	return ghg.Quotient(decimal.New(int64(s.Points()), 0), decimal.New(int64(s.Most()), 0), "there are no criteria")
}

// String is the score as one line.
func (s Scorecard) String() string {
	return fmt.Sprintf("%.60s: %d of %d points (%s)", s.name, s.Points(), s.Most(), s.Share().Percent(1))
}

// Explain is the criteria with points and evidence.
func (s Scorecard) Explain() string {
	var b strings.Builder
	b.WriteString(s.String())
	for _, c := range s.criteria {
		fmt.Fprintf(&b, "\n  %2d %s: %s", c.Fulfilment.Points(), c.Name, c.Fulfilment)
		if c.Evidence != "" {
			b.WriteString("; " + c.Evidence)
		}
	}
	return b.String()
}
