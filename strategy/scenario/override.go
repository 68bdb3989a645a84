package scenario

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Override changes an action in one scenario. It is made by [Replace],
// [SwapEffect], [Delay] or [Scale]; the zero Override is refused.
type Override struct {
	action string
	text   string
	apply  func(strategy.Action) (strategy.Action, error)
}

// String says what is changed: "solar: 2 years later".
func (o Override) String() string {
	if o.apply == nil {
		return "no override"
	}
	return o.action + ": " + o.text
}

// Replace puts an action in the place of the one that has its ID.
func Replace(with strategy.Action) Override {
	return Override{with.ID, "replaced", func(strategy.Action) (strategy.Action, error) { return with, nil }}
}

// SwapEffect puts an effect in the place of the one that the action has on the
// same source in the same kind. The action must have exactly one of them.
func SwapEffect(action string, with strategy.Effect) Override {
	text := fmt.Sprintf("another %s effect on %s", with.Kind(), with.On)
	return Override{action, text, func(a strategy.Action) (strategy.Action, error) {
		n := 0
		a = a.AsStated()
		effects := make([]strategy.Effect, 0, len(a.Effects))
		for _, e := range a.Effects {
			if e.On == with.On && e.Kind() == with.Kind() {
				e = with
				n++
			}
			effects = append(effects, e)
		}
		if n != 1 {
			return a, fmt.Errorf("the action has %d such effects: 1 is needed", n)
		}
		a.Effects = effects
		return a, nil
	}}
}

// maxDelay is by how many years an action can be delayed.
const maxDelay = 100

// Delay lets an action begin so many years later, with no change of its ramp; 1 to 100
// years are allowed. What is planned in its quantifications comes later, and meets the
// factors of its new years ([strategy.Quantification.Delayed]). Effects that are merely
// stated move with the factors that they were made with: potential and expected ones of a
// year are those of so many years before, and 0 before they begin. Their years stay as
// they are. One that is stated only for some years cannot be delayed where the year that
// is needed is not known.
func Delay(action string, years int) Override {
	return Override{action, fmt.Sprintf("%d years later", years), func(a strategy.Action) (strategy.Action, error) {
		if years < 1 || years > maxDelay {
			return a, fmt.Errorf("1 to %d years are allowed", maxDelay)
		}
		return beforehand(a,
			func(q strategy.Quantification) (strategy.Quantification, error) { return q.Delayed(years) },
			func(r strategy.Reductions) (map[int]ghg.CO2e, error) {
				nothing, err := ghg.CO2eOf(ghg.Mass{}, r.Metric())
				if err != nil {
					return nil, err
				}
				return delayed(r.All(), r.At, nothing, years)
			},
			func(c strategy.Cuts) (map[int]ghg.Share, error) {
				return delayed(c.All(), c.At, ghg.MustShare("0%"), years)
			})
	}}
}

// delayed are values that come so many years later.
func delayed[T any](all func(func(int, T) bool), at func(int) (T, bool), nothing T, years int) (map[int]T, error) {
	out := map[int]T{}
	first := 0
	for year := range all {
		if first == 0 {
			first = year
		}
		v, ok := at(year - years)
		if !ok {
			if year-years >= first {
				return nil, &ghg.NoFigureError{Of: fmt.Sprintf("the effect in %d", year), Year: year - years,
					Remedy: "the delayed effect needs it: state the effect for every year, or swap it"}
			}
			v = nothing
		}
		out[year] = v
	}
	return out, nil
}

// Scale multiplies what is planned of an action by a factor of 0 or more, the quantities
// of its quantifications and the potential and expected effects that are stated: half as
// many heat pumps cut half as much. Shares of a source must stay between -100 % and 100 %.
func Scale(action string, factor decimal.Decimal) Override {
	if err := exact.Check(factor); err != nil {
		fails := func(a strategy.Action) (strategy.Action, error) { return a, fmt.Errorf("factor: %w", err) }
		return Override{action, "scaled", fails}
	}
	return Override{action, "scaled by " + factor.String(), func(a strategy.Action) (strategy.Action, error) {
		if factor.Sign() < 0 {
			return a, errors.New("a factor of 0 or more is allowed")
		}
		return beforehand(a,
			func(q strategy.Quantification) (strategy.Quantification, error) { return q.Scaled(factor) },
			func(r strategy.Reductions) (map[int]ghg.CO2e, error) {
				out := map[int]ghg.CO2e{}
				for year, c := range r.All() {
					scaled, err := c.Scale(factor)
					if err != nil {
						return nil, err
					}
					out[year] = scaled
				}
				return out, nil
			},
			func(c strategy.Cuts) (map[int]ghg.Share, error) {
				out := map[int]ghg.Share{}
				for year, s := range c.All() {
					scaled, err := ghg.NewShare(s.Fraction().Mul(factor))
					if err != nil {
						return nil, fmt.Errorf("%d: %w", year, err)
					}
					out[year] = scaled
				}
				return out, nil
			})
	}}
}

// beforehand changes the figures of an action that are made before the fact.
func beforehand(a strategy.Action, model func(strategy.Quantification) (strategy.Quantification, error),
	amounts func(strategy.Reductions) (map[int]ghg.CO2e, error),
	shares func(strategy.Cuts) (map[int]ghg.Share, error)) (strategy.Action, error) {
	n := len(a.Quantifications)
	a.Quantifications = slices.Clone(a.Quantifications)
	for i, q := range a.Quantifications {
		var err error
		if a.Quantifications[i], err = model(q); err != nil {
			return a, err
		}
	}
	effects := make([]strategy.Effect, 0, len(a.Effects))
	for _, e := range a.Effects {
		if a.Derives(e) {
			continue // the plan works it out again
		}
		if k := e.Kind(); k == strategy.Potential || k == strategy.Expected {
			n++
			if !e.Reductions.IsZero() {
				byYear, err := amounts(e.Reductions)
				if err == nil {
					e.Reductions, err = strategy.NewReductions(k, e.Reductions.Metric(), byYear)
				}
				if err != nil {
					return a, err
				}
			}
			if !e.Cuts.IsZero() {
				byYear, err := shares(e.Cuts)
				if err == nil {
					e.Cuts, err = strategy.NewCuts(k, byYear)
				}
				if err != nil {
					return a, err
				}
			}
		}
		effects = append(effects, e)
	}
	if n == 0 {
		return a, errors.New("the action has no potential or expected effect")
	}
	a.Effects = effects
	return a, nil
}
