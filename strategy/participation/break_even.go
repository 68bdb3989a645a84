package participation

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ErrNoEffect says that no adoption has an effect, as persistence or the
// overlap factor is 0.
var ErrNoEffect = errors.New("persistence or overlap is 0%: no adoption cuts anything")

// BreakEven is the adoption at which the net reduction of a programme is what
// is claimed for it. The zero BreakEven is none.
type BreakEven struct {
	claimed   ghg.CO2e
	most      ghg.CO2e // net at 100 %
	adoption  *big.Rat
	programme Programme
	action    string // "" where all actions share the adoption
}

// BreakEven finds the one adoption of all quantified actions at which net is
// what is claimed, exactly, whatever each of them counts:
//
//	a* = (claimed/(p o) + Σ N a0 s) / Σ N s
//
// A claim below 0 is refused, one on another metric is a
// [*ghg.MetricMismatchError].
func (p Programme) BreakEven(claimed ghg.CO2e) (BreakEven, error) { return p.breakEven("", claimed) }

// BreakEvenOf finds the adoption of one action at which net is what is claimed,
// all others as they are. It is below 0 where they reach more than the claim
// alone. An action that is not there, or does not say what one saves, is a
// [*ghg.UnknownError].
func (p Programme) BreakEvenOf(id string, claimed ghg.CO2e) (BreakEven, error) {
	e := &ghg.UnknownError{Of: p.definition().of(), What: "action that says what one saves", ID: id}
	for a := range p.definition().quantified() {
		if a.ID == id {
			return p.breakEven(id, claimed)
		}
		e.Allowed = append(e.Allowed, a.ID)
	}
	return BreakEven{}, e
}

func (p Programme) breakEven(id string, claimed ghg.CO2e) (BreakEven, error) {
	if p.IsZero() {
		return BreakEven{}, errNoProgramme
	}
	none, err := p.def.adopting(id, decimal.New(0, 0))
	if err != nil {
		return BreakEven{}, err
	}
	most, err := p.def.adopting(id, decimal.New(1, 0))
	if err != nil {
		return BreakEven{}, err
	}
	if claimed.Sign() < 0 {
		return BreakEven{}, ghg.Refusal("break-even of "+p.def.of(), "claimed reduction", claimed.String(), "0 or more is allowed")
	}
	above, err := claimed.Sub(none)
	if err != nil {
		return BreakEven{}, fmt.Errorf("claimed reduction: %w", err)
	}
	span := most.Tonnes().Sub(none.Tonnes()) // net is linear in adoption
	if span.IsZero() {
		return BreakEven{}, ErrNoEffect
	}
	a := new(big.Rat).Quo(above.Tonnes().Rat(), span.Rat())
	return BreakEven{claimed: claimed, most: most, adoption: a, programme: p, action: id}, nil
}

// adopting is the net reduction where one action, or all for "", has an adoption: N times
// that of one, exactly, as no figure that is rounded is linear in adoption.
func (p *programme) adopting(id string, adoption decimal.Decimal) (ghg.CO2e, error) {
	share, err := ghg.NewShare(adoption)
	if err != nil {
		return ghg.CO2e{}, err
	}
	var sum Amounts
	for a, s := range p.quantified() {
		with := *a
		if id == "" || id == a.ID {
			with.Adoption = share
		}
		x, err := p.perOne(&with, s)
		if err == nil {
			x, err = x.times(a.Eligible)
		}
		if err == nil {
			sum, err = sum.plus(x)
		}
		if err != nil {
			return ghg.CO2e{}, fmt.Errorf("%s: %w", a.of(), err)
		}
	}
	if sum == (Amounts{}) {
		return ghg.CO2e{}, errNothingQuantified
	}
	return sum.Net, nil
}

// Exact is the adoption as a fraction: 1 is 100 %. It is nil for the zero
// BreakEven.
func (b BreakEven) Exact() *big.Rat {
	if b.adoption == nil {
		return nil
	}
	return new(big.Rat).Set(b.adoption)
}

// Adoption is the adoption rounded to [ghg.RatioPlaces].
func (b BreakEven) Adoption() ghg.Ratio {
	if b.adoption == nil {
		return ghg.Ratio{}
	}
	return ghg.Quotient(decimal.NewFromBigInt(b.adoption.Num(), 0), decimal.NewFromBigInt(b.adoption.Denom(), 0), "")
}

// Reachable reports whether the adoption is at most 100 %. Where it is not, no
// adoption reaches the claim: another measure is needed.
func (b BreakEven) Reachable() bool {
	return b.adoption != nil && b.adoption.Cmp(big.NewRat(1, 1)) <= 0
}

// Most is the net reduction at an adoption of 100 %.
func (b BreakEven) Most() ghg.CO2e { return b.most }

// Missing is what full adoption leaves of the claim for other measures, or 0.
func (b BreakEven) Missing() ghg.CO2e {
	missing, _ := b.claimed.Sub(b.most) // on one metric, as was checked
	if missing.Sign() < 0 {
		missing, _ = missing.Scale(decimal.New(0, 0))
	}
	return missing
}

// String is the answer as one line.
func (b BreakEven) String() string {
	what := "one adoption of all actions"
	if b.action != "" {
		what = "adoption of " + words.Quote(b.action)
	}
	switch {
	case b.adoption == nil:
		return "no break-even"
	case !b.Reachable():
		return fmt.Sprintf("%s cannot be reached: %s would have to be %s, and at 100%% the net is %s: another measure is needed for %s",
			b.claimed, what, b.Adoption().Percent(2), b.most, b.Missing())
	case b.adoption.Sign() < 0:
		return fmt.Sprintf("%s is reached without %s", b.claimed, what)
	}
	return fmt.Sprintf("%s needs %s of %s", b.claimed, what, b.Adoption().Percent(2))
}
