package sheet

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Named is what lines of a sheet of quantifications call by name: series of factors, read
// from a sheet of their own ([ReadFactors]) or made in code, and reduction units that a
// document numbers. A series that is changed here is changed for all that name it.
type Named struct {
	// Factors are called by their use, 전력, or where several are of one use by use and
	// edition, "전력 2025"; the use alone is then that without an edition.
	Factors []ghg.Factors
	// Units are called by their ID, and say the unit of what is counted (Per). The source
	// that one acts on may be left out, and is then the sheet's to say.
	Units []strategy.PublishedUnit
}

// Series is the series of a name, or an [*ghg.UnknownError].
func (n Named) Series(name string) (ghg.Factors, error) {
	var of, bare, edition []ghg.Factors
	for _, f := range n.Factors {
		switch {
		case f.IsOf(name):
			if of = append(of, f); f.Edition() == "" {
				bare = append(bare, f)
			}
		case nameOf(f) == name:
			edition = append(edition, f)
		}
	}
	for _, found := range [][]ghg.Factors{of, bare, edition} {
		if len(found) == 1 {
			return found[0], nil
		}
	}
	var names []string
	if len(of) == 0 {
		for _, f := range n.Factors {
			names = append(names, nameOf(f))
		}
		return ghg.Factors{}, &ghg.UnknownError{What: "series of factors", ID: name, Allowed: names}
	}
	for _, f := range of {
		names = append(names, nameOf(f))
	}
	slices.Sort(names)
	if names = slices.Compact(names); len(names) == 1 {
		return ghg.Factors{}, errors.New("several series have this name: give each an edition of its own")
	}
	return ghg.Factors{}, &ghg.UnknownError{What: "series of factors", ID: name, Allowed: names}
}

// Plain are the series without an edition: what a use alone calls, and what an inventory
// is made with.
func (n Named) Plain() (out []ghg.Factors) {
	for _, f := range n.Factors {
		if f.Edition() == "" {
			out = append(out, f)
		}
	}
	return out
}

// nameOf is the use and edition of a series.
func nameOf(f ghg.Factors) string {
	if f.Edition() == "" {
		return f.Of()
	}
	return f.Of() + " " + f.Edition()
}

// nameIn is the name that finds a series among those given.
func (n Named) nameIn(f ghg.Factors) (string, error) {
	for _, name := range []string{f.Of(), nameOf(f)} {
		if found, err := n.Series(name); err == nil && sameFactors(found, f) {
			return name, nil
		}
	}
	return "", fmt.Errorf("factors of %.60q: %w", f.Of(), &ghg.TwiceError{What: "series of factors", ID: nameOf(f)})
}

// unit is the reduction unit with a number.
func (n Named) unit(id string) (strategy.PublishedUnit, error) {
	var names []string
	for _, u := range n.Units {
		if u.ID == id {
			return u, nil
		}
		names = append(names, u.ID)
	}
	return strategy.PublishedUnit{}, &ghg.UnknownError{What: "published unit", ID: id, Allowed: names}
}

// sameFactors reports whether two series say the same, texts of sources too.
func sameFactors(a, b ghg.Factors) bool { return a.ID() == b.ID() && textOf(a) == textOf(b) }

// textOf is all that a series says.
func textOf(f ghg.Factors) string {
	b, _ := f.MarshalJSON() // of no factors it is nothing
	return string(b)
}

// FactorsOf are the series of factors that quantifications of actions take, each once, in
// the order in which they are first taken: what [WriteQuantifications] calls by name, for
// [WriteFactors]. An amount that one saves in all years is no series, and is written where
// it stands.
func FactorsOf(actions ...strategy.Action) []ghg.Factors {
	var out []ghg.Factors
	seen := map[string]bool{}
	take := func(f ghg.Factors) {
		if text := textOf(f); !f.IsZero() && !seen[text] {
			seen[text] = true
			out = append(out, f)
		}
	}
	for _, a := range actions {
		for _, q := range a.Quantifications {
			d := q.Definition()
			for _, u := range d.Effects {
				if _, fixed := fixedSaving(d.Unit, u); !fixed {
					take(u.Factors)
				}
			}
			for _, line := range d.Quantities {
				for _, f := range line.Factors {
					take(f)
				}
			}
			take(d.Published.Contains)
		}
	}
	return out
}

// fixedSaving is the amount that one saves in all years, where the effect is what
// [strategy.FixedSaving] makes of it.
func fixedSaving(unit ghg.Unit, u strategy.UnitEffect) (ghg.CO2e, bool) {
	x, err := u.Factors.At(ghg.FirstYear)
	if err != nil || x.Year != 0 || u.Of != (strategy.FactorOf{}) {
		return ghg.CO2e{}, false
	}
	amount := x.CO2e
	if u.Saves.Sign() < 0 {
		amount = amount.Neg()
	}
	again, err := strategy.FixedSaving(u.On, u.Interaction, u.Factors.Of(), unit, amount, u.Source)
	same := err == nil && u.Saves.Unit() == unit && again.Saves.Equal(u.Saves) && sameFactors(again.Factors, u.Factors)
	return amount, same
}
