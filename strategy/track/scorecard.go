package track

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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

var (
	fulfilments   = []string{"not judged", "unmet", "partly met", "met"}
	fulfilmentsKo = []string{"", "미충족", "부분 충족", "충족"}
)

// String is the degree in small letters.
func (f Fulfilment) String() string { return word("fulfilment", fulfilments, uint8(f)) }

// MarshalText writes what String says.
func (f Fulfilment) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// Korean is the degree in Korean; "" of none.
func (f Fulfilment) Korean() string { return wordKo(fulfilmentsKo, uint8(f)) }

// valid reports whether the degree is one of those above.
func (f Fulfilment) valid() bool { return f >= Unmet && f <= Met }

// pointsPerCriterion is what a criterion that is met counts.
const pointsPerCriterion = 10

// Points are 10, 5 or 0.
func (f Fulfilment) Points() int {
	switch f {
	case Met:
		return pointsPerCriterion
	case PartlyMet:
		return pointsPerCriterion / 2
	}
	return 0
}

// ScorecardCriterion is one question of a scorecard and its answer.
type ScorecardCriterion struct {
	Name       string     `json:"name"`
	Fulfilment Fulfilment `json:"fulfilment"`
	Evidence   string     `json:"evidence,omitempty"`
}

// Scorecard is a plan judged by criteria of equal weight, each met, partly met
// or unmet. It is immutable. The zero Scorecard has no criteria, and its share
// is undefined.
type Scorecard struct {
	name     string
	criteria []ScorecardCriterion
}

// maxCriteria is how many criteria a scorecard may have.
const maxCriteria = 1000

// NewScorecard makes a scorecard of at most 1000 criteria, each judged, with
// names of their own. What does not stand is refused, all at once.
func NewScorecard(name string, criteria ...ScorecardCriterion) (Scorecard, error) {
	of := "scorecard " + words.Quote(name)
	var faults ghg.Faults
	if name == "" || len(name) > ghg.MaxName {
		faults.Refuse(of, "name", name, fmt.Sprintf("one of at most %d bytes is needed", ghg.MaxName))
	}
	if n := len(criteria); n > maxCriteria {
		faults.Refuse(of, "criteria", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxCriteria))
		return Scorecard{}, faults.Err()
	}
	seen := map[string]bool{}
	for i, c := range criteria {
		of := fmt.Sprintf("%s, criterion %d, %s", of, i+1, words.Quote(c.Name))
		if c.Name == "" || seen[c.Name] {
			faults.Refuse(of, "name", c.Name, "one is needed that no other has")
		}
		if !c.Fulfilment.valid() {
			faults.Refuse(of, "fulfilment", c.Fulfilment.String(), "unmet, partly met and met are allowed")
		}
		seen[c.Name] = true
	}
	if err := faults.Err(); err != nil {
		return Scorecard{}, err
	}
	return Scorecard{name, slices.Clone(criteria)}, nil
}

// Criteria yields the criteria in the order given.
func (s Scorecard) Criteria() iter.Seq[ScorecardCriterion] { return slices.Values(s.criteria) }

// Points is the sum of the points.
func (s Scorecard) Points() int {
	n := 0
	for _, c := range s.criteria {
		n += c.Fulfilment.Points()
	}
	return n
}

// Most is the points that a plan would have that meets every criterion.
func (s Scorecard) Most() int { return pointsPerCriterion * len(s.criteria) }

// Share is points divided by the most, or undefined without criteria.
func (s Scorecard) Share() ghg.Ratio {
	return ghg.Quotient(decimal.New(int64(s.Points()), 0), decimal.New(int64(s.Most()), 0), reasons.noCriteria.En)
}

// String is the score as one line.
func (s Scorecard) String() string {
	return fmt.Sprintf("%s: %d of %d points (%s)", words.Clip(s.name, 60), s.Points(), s.Most(), s.Share().Percent(1))
}

// Korean is String in Korean.
func (s Scorecard) Korean() string {
	share := ratioTerm(s.Share(), s.Share().Percent(1)).Ko
	return fmt.Sprintf("%s: %d점 만점에 %d점(%s)", words.Clip(s.name, 60), s.Most(), s.Points(), share)
}

// Details is the criteria with points and evidence.
func (s Scorecard) Details() string {
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
