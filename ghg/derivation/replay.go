package derivation

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Mismatch is a value, or the unit of a step, that does not follow from what stands above it.
type Mismatch struct {
	Symbol, Row string
	Stated      string // the value, or the case; "" of a unit
	Replayed    string // what the formula comes to; "" where it comes to none
	Detail      string
}

func (m Mismatch) String() string {
	at := m.Symbol
	if m.Row != "" {
		at += "[" + m.Row + "]"
	}
	text := at
	if m.Stated != "" {
		text += " = " + m.Stated
	}
	if m.Replayed != "" {
		text += ", and replayed " + m.Replayed
	}
	if m.Detail != "" {
		text += ": " + m.Detail
	}
	return text
}

// Replay works out the computed, solved and decided steps from what is stated, and returns
// the values that do not follow, and the steps whose formulas do not come to their units:
// none where all do.
func (d Derivation) Replay() []Mismatch {
	d = d.whole()
	r := replayer{evaluator: evaluator{d: &d, whole: map[*over]value{}}}
	for i := range d.def.Steps {
		s := &d.def.Steps[i]
		switch s.Kind {
		case Computed:
			r.computed(s, d.parsed[i])
		case Solved:
			r.solved(s, d.parsed[i])
		case Decided:
			r.decided(s, d.parsed[i])
		}
	}
	r.units()
	return r.out
}

type replayer struct {
	evaluator
	out []Mismatch
}

func (r *replayer) mismatch(s *Step, row, stated, replayed, detail string) {
	r.out = append(r.out, Mismatch{s.Symbol, row, stated, replayed, detail})
}

// textOf is a value as it is stated.
func (v Value) textOf() string {
	if !v.IsDefined() {
		return "undefined"
	}
	return numberText(v.Number)
}

// row is that of a value of a step.
func (r *replayer) row(s *Step, at int) string {
	if s.Index == "" {
		return ""
	}
	return r.d.def.Indices[r.d.indices[s.Index]].Rows[at].ID
}

// scopeOf binds the index of a column to a row.
func (r *replayer) scopeOf(s *Step, at int) scope {
	if s.Index == "" {
		return nil
	}
	return scope{boundTo(s.Index, s.Index, r.row(s, at), at)}
}

// exists reports whether the cell has a value by its condition; a mismatch where what is
// stated says otherwise.
func (r *replayer) exists(s *Step, f formulas, at int) bool {
	c := s.Values[at]
	holds := true
	if f.when != nil {
		v, err := r.number(f.when, r.scopeOf(s, at))
		if err != nil {
			r.mismatch(s, r.row(s, at), c.textOf(), "", "when: "+err.Error())
			return false
		}
		holds = v.r.Sign() != 0
	}
	switch {
	case holds && !c.IsDefined():
		r.mismatch(s, r.row(s, at), c.textOf(), "", "its condition holds, so that it has a value")
	case !holds && c.IsDefined():
		r.mismatch(s, r.row(s, at), c.textOf(), "undefined", "its condition does not hold")
	}
	return holds && c.IsDefined()
}

func (r *replayer) computed(s *Step, f formulas) {
	values := make([]*value, len(s.Values))
	r.own = s.Symbol
	defer func() { r.own = "" }()
	for i, c := range s.Values {
		if !r.exists(s, f, i) {
			continue
		}
		v, err := r.number(f.formula, r.scopeOf(s, i))
		if err != nil {
			r.mismatch(s, r.row(s, i), c.textOf(), "", err.Error())
			continue
		}
		values[i] = &v
	}
	if m := s.Rounding.Mode; m == LargestRemainder || m == OnLargest {
		r.closed(s, values)
		return
	}
	for i, v := range values {
		if v == nil {
			continue
		}
		if got, ok := follows(*v, s.Values[i].Number, s.Rounding); !ok {
			r.mismatch(s, r.row(s, i), s.Values[i].textOf(), got, "")
		}
	}
}

// follows reports whether a stated value is a worked out one, rounded; and else what it is.
func follows(v value, stated decimal.Decimal, by Rounding) (string, bool) {
	if by.Mode == Exact {
		difference := new(big.Rat).Sub(v.r, stated.Rat())
		if difference.Sign() == 0 || v.near && isNear(difference) {
			return "", true
		}
		return textOfRat(v.r), false
	}
	round, reach := floor, []*big.Rat{v.r}
	if by.Mode == HalfAway {
		round = halfAway
	}
	if v.near { // of a tie: either side stands
		reach = append(reach, new(big.Rat).Add(v.r, nearness), new(big.Rat).Sub(v.r, nearness))
	}
	for _, x := range reach {
		if decimal.NewFromBigInt(round(unitsOf(x, by.Places)), -by.Places).Equal(stated) {
			return "", true
		}
	}
	return numberText(decimal.NewFromBigInt(round(unitsOf(v.r, by.Places)), -by.Places)), false
}

// textOfRat is a fraction as a decimal: whole, or its first digits.
func textOfRat(x *big.Rat) string {
	if bitsOf(x) > 4000 {
		return "a number of many digits"
	}
	n, ok := x.FloatPrec()
	if ok && n <= 40 {
		return x.FloatString(n)
	}
	return x.FloatString(40) + "…"
}

// closed checks a column that adds up to a step.
func (r *replayer) closed(s *Step, values []*value) {
	var parts []decimal.Decimal
	var at []int
	largest := 0
	for i, v := range values {
		if v == nil {
			if s.Values[i].IsDefined() {
				return // it is a mismatch already
			}
			continue
		}
		parts, at = append(parts, decimal.NewFromBigInt(halfAway(unitsOf(v.r, WorkingPlaces)), -WorkingPlaces)), append(at, i)
		if parts[len(parts)-1].Abs().GreaterThan(parts[largest].Abs()) {
			largest = len(parts) - 1
		}
	}
	if len(parts) == 0 {
		return
	}
	total := r.d.def.Steps[r.d.index[s.Rounding.To]].Values[0].Number
	closed, err := exact.CloseTo(parts, total, s.Rounding.Places)
	if s.Rounding.Mode == OnLargest {
		closed, err = make([]decimal.Decimal, len(parts)), nil
		rest := total
		for i, p := range parts {
			if closed[i] = exact.Round(p, s.Rounding.Places); i != largest {
				rest = rest.Sub(closed[i])
			}
		}
		closed[largest] = rest
	}
	if err != nil {
		r.mismatch(s, "", s.Rounding.To, "", err.Error())
		return
	}
	for k, i := range at {
		if c := s.Values[i]; !closed[k].Equal(c.Number) {
			r.mismatch(s, r.row(s, i), c.textOf(), numberText(closed[k]), "")
		}
	}
}

// solved puts values on both sides of the stated one into the formula.
func (r *replayer) solved(s *Step, f formulas) {
	for i, c := range s.Values {
		if !r.exists(s, f, i) {
			continue
		}
		unit := fromUnits(big.NewInt(1), max(s.Rounding.Places, 0))
		below, above := c.Number.Rat(), c.Number.Rat()
		if above.Add(above, unit); s.Rounding.Mode == HalfAway {
			half := new(big.Rat).Quo(unit, big.NewRat(2, 1))
			below.Sub(below, half)
			above.Sub(above, half)
		}
		var signs [2]int
		var errs [2]error
		for k, x := range []*big.Rat{below, above} {
			v, err := r.number(f.formula, append(r.scopeOf(s, i), bound{index: s.Symbol, at: x}))
			if errs[k] = err; err == nil {
				if signs[k] = v.r.Sign(); v.near && isNear(v.r) {
					signs[k] = 0
				}
			}
		}
		switch err := errors.Join(errs[:]...); {
		case err != nil:
			r.mismatch(s, r.row(s, i), c.textOf(), "", err.Error())
		case signs[0]*signs[1] > 0:
			r.mismatch(s, r.row(s, i), c.textOf(), "", fmt.Sprintf("the formula does not change its sign between %s and %s",
				textOfRat(below), textOfRat(above)))
		}
	}
}

func (r *replayer) decided(s *Step, f formulas) {
	for i, c := range s.Cases {
		if f.cases[i] == nil {
			continue
		}
		v, err := r.number(f.cases[i], nil)
		holds := err == nil && v.r.Sign() != 0
		switch {
		case err != nil && !(errors.Is(err, errUndefined) && !c.Holds): // of what is undefined nothing holds
			r.mismatch(s, c.Name, said(c.Holds), "", err.Error())
		case err == nil && holds != c.Holds:
			r.mismatch(s, c.Name, said(c.Holds), said(holds), "")
		}
	}
	if _, ok := s.Decision(); !ok {
		r.mismatch(s, "", "no case", "", "none of the cases holds")
	}
}

func said(holds bool) string {
	if holds {
		return "holds"
	}
	return "does not hold"
}
