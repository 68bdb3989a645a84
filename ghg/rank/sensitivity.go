package rank

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Outcome is what a place would reach in an evaluation under other rules.
type Outcome struct {
	Place   ghg.PlaceID
	LeftOut string // ID of the criterion that is left out; "" for none
	Ties    TieRule
	Points  decimal.Decimal
	// Rank is 0 where the points are withheld.
	Rank     decimal.Decimal
	Of       int // places with points
	Tied     int // others of these with as many points
	Without  int // places without points
	Withheld string
}

// Sensitivity shows how the rank of a place changes: for each rule for ties,
// which then holds in the ranking and in the parts scored by rank, with all
// criteria and with each left out in turn. The other weights are taken to 100.
func (e JointEvaluation) Sensitivity(place ghg.PlaceID) ([]Outcome, error) {
	d := e.definition()
	if _, err := e.Score(place); err != nil {
		return nil, err
	}
	var out []Outcome
	for without := -1; without < len(d.Parts); without++ {
		if without >= 0 && len(d.Parts) == 1 {
			break
		}
		for _, ties := range TieRules() {
			o, err := d.outcome(d.index[clean(place)], ties, without)
			if err != nil {
				return nil, err
			}
			out = append(out, o)
		}
	}
	return out, nil
}

func (e *jointEvaluation) outcome(place int, ties TieRule, without int) (Outcome, error) {
	o := Outcome{Place: e.list[place], Ties: ties}
	if without >= 0 {
		o.LeftOut = e.Parts[without].Peers.def.criterion.ID
	}
	m := e.byRule[ties]
	var err error
	if o.Points, o.Withheld, err = e.total(m, place, without); err != nil {
		return Outcome{}, err
	}
	var better []decimal.Decimal
	tied := 0
	for other := range e.list {
		sum, withheld, err := e.total(m, other, without)
		if err != nil {
			return Outcome{}, err
		}
		if withheld != "" {
			o.Without++
			continue
		}
		o.Of++
		switch sum.Cmp(o.Points) {
		case 1:
			better = append(better, sum)
		case 0:
			tied++
		}
	}
	if o.Withheld != "" {
		return o, nil
	}
	n := len(better)
	o.Tied = tied - 1 // but for the place itself
	slices.SortFunc(better, decimal.Decimal.Cmp)
	better = slices.CompactFunc(better, decimal.Decimal.Equal)
	o.Rank = ties.rank(n, n+tied-1, len(better)+1)
	return o, nil
}

// String is the outcome as one line.
func (o Outcome) String() string {
	what := "all criteria"
	if o.LeftOut != "" {
		what = "without " + o.LeftOut
	}
	if o.Withheld != "" {
		return fmt.Sprintf("%s, %s: no rank, %s", what, o.Ties, o.Withheld)
	}
	joint, without := "", ""
	if o.Tied > 0 {
		joint = "joint "
	}
	if o.Without > 0 {
		without = fmt.Sprintf("; %d without points", o.Without)
	}
	return fmt.Sprintf("%s, %s: %srank %s of %d with %s points%s", what, o.Ties, joint, o.Rank, o.Of, o.Points, without)
}
