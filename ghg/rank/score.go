package rank

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Score is what one place reaches in an evaluation, or in one part of it.
type Score struct {
	Place ghg.PlaceID `json:"place"`
	// Criterion is that of the part; of the whole, its points.
	Criterion Criterion `json:"criterion"`
	// Value is that by the criterion, or why there is none. Of the whole it is the
	// points, or why they are withheld.
	Value    ghg.Ratio       `json:"value"`
	Weight   decimal.Decimal `json:"weight"`   // points of a full score: 100 for the whole
	Fraction ghg.Ratio       `json:"fraction"` // the score from 0 to 1; undefined where the value is missing
	// Points are Weight × Fraction, or what the rule for missing values gives; 0 where
	// they are withheld.
	Points decimal.Decimal `json:"points"`
	Parts  []Score         `json:"parts,omitempty"` // of the whole, in the order of the evaluation

	missing  MissingRule
	counts   bool       // whether the points of the part count
	withheld words.Term // why there are none, of the whole
}

// The sentences of a score.
var (
	noValueOf = words.Term{En: "no value of %s", Ko: "%s 값 없음"}
	noValue   = words.Term{En: "no value of any criterion", Ko: "모든 지표의 값 없음"}
	noPoints  = words.Term{En: "%s: no points, %s", Ko: "%s: 점수 없음, %s"}
	pointsOf  = words.Term{En: "%s: %s points of %s", Ko: "%[1]s: %[3]s점 만점에 %[2]s점"}
)

// total sums up the parts by the rule for missing values.
func (s *Score) total(places int32) error {
	var weights decimal.Decimal
	for _, p := range s.Parts {
		if p.counts {
			s.Points, weights = s.Points.Add(p.Points), weights.Add(p.Weight)
		} else if s.missing == Withhold && s.withheld.En == "" {
			s.withheld = noValueOf.With(words.Term{En: words.Quote(p.Criterion.ID), Ko: cmp.Or(p.Criterion.NameKo, p.Criterion.Name)})
		}
	}
	if s.withheld.En == "" && weights.IsZero() {
		s.withheld = noValue
	}
	if s.withheld.En != "" {
		s.Points, s.Value = decimal.Decimal{}, ghg.Undefined(s.withheld.En)
		s.Fraction = s.Value
		return nil
	}
	if !weights.Equal(hundred) {
		var err error
		if s.Points, err = exact.Quotient(s.Points.Mul(hundred), weights, places); err != nil {
			return err
		}
	}
	s.Value, s.Fraction = ghg.RatioOf(s.Points), ghg.Quotient(s.Points, hundred, "")
	return nil
}

// term is the score as one line.
func (s Score) term() words.Term {
	if s.withheld.En != "" {
		return noPoints.With(s.Place, s.withheld)
	}
	return pointsOf.With(s.Place, s.Points, s.Weight)
}

// String is the score as one line.
func (s Score) String() string { return s.term().En }

// Korean is the score as one line in Korean.
func (s Score) Korean() string { return s.term().Ko }

// Details is the score as arithmetic, part by part.
func (s Score) Details() string {
	var b strings.Builder
	b.WriteString(s.String())
	gaps := false
	for _, p := range s.Parts {
		fmt.Fprintf(&b, "\n  %s: ", p.Criterion.Name)
		if !p.Value.IsDefined() {
			gaps = true
			fmt.Fprintf(&b, "%s; %s of %s points", valueText(p.Value), p.Points, p.Weight)
			continue
		}
		fmt.Fprintf(&b, "%s %s, score %s × %s = %s points", p.Value, p.Criterion.Unit, p.Fraction, p.Weight, p.Points)
	}
	if gaps {
		fmt.Fprintf(&b, "\nmissing values: %s", s.missing)
	}
	return b.String()
}
