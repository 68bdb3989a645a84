package drivers

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// maxUses is how many uses a [Split] may have.
const maxUses = 1000

// Split is the change of a city's emissions, ours or the grid's: how much of it
// came from factors that are attributed to the grid, to own measures and to
// activity, and how much is unattributed. Over several years it is chained:
// the parts of each step from year to year are added up. The parts add up to
// the change exactly.
//
// A split of some uses or of one step is a Split too: see [Split.Steps] and
// [Split.Uses].
type Split struct {
	years []int // of the steps
	parts []part
}

// part is one step of one use.
type part struct {
	use       string
	step      int // from years[step] to years[step+1]
	from, to  ghg.CO2e
	by        [attributions]ghg.CO2e
	effects   []partEffect
	remainder ghg.CO2e   // unattributed beside the effects
	why       words.Term // why there is a remainder, or no effect
	identity  Identity
	change    change // where there are effects
}

type partEffect struct {
	factor Factor
	co2e   ghg.CO2e
}

// Attribute splits the change of uses between two years by the attributions of
// their factors.
//
// All uses need figures of both years, and of the same years in between (else a
// [*ghg.NoFigureError]), on one metric, and each has a name of its own. What does not
// stand is a [ghg.Fault], all of it at once, and beside two metrics stands a
// [*ghg.MetricMismatchError]. Where the factors of one end of a
// step are not known, the change of that use is unattributed, and so is what
// emissions differ from the product of the factors.
func Attribute(from, to int, uses ...Use) (Split, error) {
	if err := checkUses(from, to, uses); err != nil {
		return Split{}, err
	}
	var s Split
	for i, u := range uses {
		years, err := u.between(from, to)
		if err != nil {
			return Split{}, err
		}
		if i == 0 {
			for _, y := range years {
				s.years = append(s.years, y.year)
			}
		}
		if err := s.sameYears(uses[0], u, years); err != nil {
			return Split{}, err
		}
		for step := range years[1:] {
			p, err := newPart(u, years[step], years[step+1])
			if err != nil {
				return Split{}, fmt.Errorf("%s, %w", words.Quote(u.name), err)
			}
			p.step = step
			s.parts = append(s.parts, p)
		}
	}
	return s, nil
}

// checkUses refuses what no split is made of, before any figure is read.
func checkUses(from, to int, uses []Use) error {
	const of = "split"
	var faults ghg.Faults
	var mismatch error
	if to <= from {
		faults.Refuse(of, "later year", strconv.Itoa(to), fmt.Sprintf("one after %d is needed", from))
	}
	if n := len(uses); n == 0 || n > maxUses {
		faults.Refuse(of, "uses", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxUses))
		return faults
	}
	for i, u := range uses {
		field := fmt.Sprintf("use %d", i+1)
		switch {
		case u.name == "":
			faults.Refuse(of, field, "", "none given: make it with drivers.NewUse")
		case slices.ContainsFunc(uses[:i], func(o Use) bool { return o.name == u.name }):
			faults.Refuse(of, field, u.name, "given twice: one of a name is allowed")
		case uses[0].name != "" && u.metric.ID() != uses[0].metric.ID():
			err := &ghg.MetricMismatchError{A: uses[0].metric.ID(), B: u.metric.ID()}
			faults.Refuse(of, field, u.name, err.Error())
			if mismatch == nil {
				mismatch = err
			}
		}
	}
	if err := faults.Err(); err != nil {
		return errors.Join(err, mismatch)
	}
	return nil
}

// sameYears refuses a use whose years are not those of the first.
func (s Split) sameYears(first, u Use, years []useYear) error {
	for _, y := range years {
		if !slices.Contains(s.years, y.year) {
			return first.lacks(y.year)
		}
	}
	for _, year := range s.years {
		if !slices.ContainsFunc(years, func(y useYear) bool { return y.year == year }) {
			return u.lacks(year)
		}
	}
	return nil
}

func newPart(u Use, a, b useYear) (part, error) {
	p := part{use: u.name, from: a.emissions, to: b.emissions}
	rest := b.emissions.Tonnes().Sub(a.emissions.Tonnes())
	var sums [attributions]decimal.Decimal
	switch {
	case u.identity.IsZero():
		p.why = noActivity
	case !a.isSplit():
		p.why = noFactors.With(a.year)
	case !b.isSplit():
		p.why = noFactors.With(b.year)
	default:
		c, err := newChange(a.row, b.row)
		if err != nil {
			return part{}, err
		}
		p.identity, p.change = u.identity, c
		for j, f := range u.identity.factors {
			z := c.effects[j]
			rest = rest.Sub(z)
			sums[f.Attribution] = sums[f.Attribution].Add(z)
			co2e, err := tonnesOn(u.metric, z)
			if err != nil {
				return part{}, fmt.Errorf("effect of %s: %w", f.Name, err)
			}
			p.effects = append(p.effects, partEffect{f, co2e})
		}
		if !rest.IsZero() {
			p.why = differs
		}
	}
	sums[Unattributed] = sums[Unattributed].Add(rest)
	var err error
	if p.remainder, err = tonnesOn(u.metric, rest); err != nil {
		return part{}, fmt.Errorf("remainder: %w", err)
	}
	for a, sum := range sums {
		if p.by[a], err = tonnesOn(u.metric, sum); err != nil {
			return part{}, fmt.Errorf("%s: %w", Attribution(a), err)
		}
	}
	return p, nil
}

// IsZero reports whether the split is the zero Split.
func (s Split) IsZero() bool { return len(s.parts) == 0 }

// From is the first year.
func (s Split) From() int {
	if s.IsZero() {
		return 0
	}
	return s.years[0]
}

// To is the last year.
func (s Split) To() int {
	if s.IsZero() {
		return 0
	}
	return s.years[len(s.years)-1]
}

// EmissionsFrom is what all uses emitted in the first year.
func (s Split) EmissionsFrom() ghg.CO2e {
	return s.sum(func(p part) ghg.CO2e {
		if p.step == 0 {
			return p.from
		}
		return p.nothing()
	})
}

// EmissionsTo is what all uses emitted in the last year.
func (s Split) EmissionsTo() ghg.CO2e {
	return s.sum(func(p part) ghg.CO2e {
		if p.step == len(s.years)-2 {
			return p.to
		}
		return p.nothing()
	})
}

// Change is EmissionsTo less EmissionsFrom.
func (s Split) Change() ghg.CO2e { return less(s.EmissionsTo(), s.EmissionsFrom()) }

// less is a - b of amounts on one metric.
func less(a, b ghg.CO2e) ghg.CO2e { c, _ := a.Sub(b); return c }

// nothing is 0 on the metric of the part.
func (p part) nothing() ghg.CO2e { return less(p.to, p.to) }

// Of is the part of the change that is attributed so.
func (s Split) Of(a Attribution) ghg.CO2e {
	if int(a) >= attributions {
		return s.sum(part.nothing)
	}
	return s.sum(func(p part) ghg.CO2e { return p.by[a] })
}

// sum adds up amounts of the parts. They are on one metric, as Attribute made
// sure, so adding cannot fail.
func (s Split) sum(of func(part) ghg.CO2e) ghg.CO2e {
	if s.IsZero() {
		return ghg.CO2e{}
	}
	sum := of(s.parts[0])
	for _, p := range s.parts[1:] {
		sum, _ = sum.Add(of(p))
	}
	return sum
}

// Steps yields the split of each step from year to year.
func (s Split) Steps() iter.Seq[Split] {
	return func(yield func(Split) bool) {
		for step := range max(len(s.years)-1, 0) {
			out := Split{years: s.years[step : step+2]}
			for _, p := range s.parts {
				if p.step == step {
					p.step = 0
					out.parts = append(out.parts, p)
				}
			}
			if !yield(out) {
				return
			}
		}
	}
}

// Uses yields the split of each use, with its name.
func (s Split) Uses() iter.Seq2[string, Split] {
	return func(yield func(string, Split) bool) {
		steps := len(s.years) - 1
		for i := 0; i < len(s.parts); i += steps {
			if !yield(s.parts[i].use, Split{s.years, s.parts[i : i+steps]}) {
				return
			}
		}
	}
}

// Show rounds the split in a unit, to a number of decimal places, so that it adds up
// ([ghg.ShowTable]): a row for each of [Split.Uses], a column for each of
// [AllAttributions].
func (s Split) Show(unit ghg.MassUnit, places int32) (ghg.ShownTable, error) {
	var rows [][]ghg.CO2e
	for _, u := range s.Uses() {
		rows = append(rows, u.byAttribution())
	}
	return ghg.ShowTable(unit, places, rows)
}

// byAttribution is the parts in the order of [AllAttributions].
func (s Split) byAttribution() []ghg.CO2e {
	var out []ghg.CO2e
	for a := range AllAttributions() {
		out = append(out, s.Of(a))
	}
	return out
}
