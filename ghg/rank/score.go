package rank

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Score is what one place reaches in an evaluation.
type Score struct {
	Place  ghg.PlaceID
	Points decimal.Decimal // of 100; 0 where they are withheld
	// Withheld is why there are no points, or "".
	Withheld string
	Parts    []CriterionScore

	missing MissingRule
}

// CriterionScore is what one place reaches in one part.
type CriterionScore struct {
	Criterion Criterion
	Weight    decimal.Decimal
	Value     Value
	Fraction  ghg.Ratio       // the score from 0 to 1; undefined where the value is missing
	Points    decimal.Decimal // Weight × Fraction, or what the rule for missing values gives
}

// score is what a place reaches by the parts' own rules.
func (e *jointEvaluation) score(place int) (Score, error) {
	m := e.byRule[0]
	sum, withheld, err := e.total(m, place, -1)
	if err != nil {
		return Score{}, err
	}
	s := Score{Place: e.list[place], Points: sum, Withheld: withheld, missing: e.missing}
	for i, p := range e.Parts {
		x, err := p.Peers.Peer(s.Place)
		if err != nil {
			return Score{}, err
		}
		part := CriterionScore{Criterion: p.Peers.def.criterion, Weight: p.Weight, Value: x.Value,
			Points: m.parts[i].points[place], Fraction: ghg.Undefined(x.Value.String())}
		if q, ok := m.parts[i].share[s.Place]; ok {
			part.Fraction = ghg.Quotient(q.num, q.den, "")
		}
		s.Parts = append(s.Parts, part)
	}
	return s, nil
}

// String is the score as one line.
func (s Score) String() string {
	if s.Withheld != "" {
		return fmt.Sprintf("%s: no points, %s", s.Place, s.Withheld)
	}
	return fmt.Sprintf("%s: %s points of 100", s.Place, s.Points)
}

// Explain is the score as arithmetic, part by part.
func (s Score) Explain() string {
	var b strings.Builder
	b.WriteString(s.String())
	gaps := false
	for _, p := range s.Parts {
		fmt.Fprintf(&b, "\n  %s: ", p.Criterion.Name)
		if !p.Value.known {
			gaps = true
			fmt.Fprintf(&b, "%s; %s of %s points", p.Value, p.Points, p.Weight)
			continue
		}
		fmt.Fprintf(&b, "%s %s, score %s × %s = %s points", p.Value, p.Criterion.Unit, p.Fraction, p.Weight, p.Points)
	}
	if gaps {
		fmt.Fprintf(&b, "\nmissing values: %s", s.missing)
	}
	return b.String()
}
