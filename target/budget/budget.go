package budget

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ForGood is the last year of a budget that is never renewed, such as the
// remaining carbon budget of a warming limit.
const ForGood = -1

// maxAmount bounds amounts in tonnes, so that every value of a path can be
// given to [target.PathwayPlaces] decimal places.
var maxAmount = decimal.New(1, 21)

// Definition is what [New] makes a budget of.
type Definition struct {
	Name  string      // "Daegu 2026-2050"
	Place ghg.PlaceID // whose budget it is
	View  ghg.View    // what counts against it
	// Amount is all that the counted years may emit together, with its metric.
	// A budget of CO2 alone is on [ghg.CO2Only]: "2100 MtCO2". One of 0 tCO2e, of which nothing
	// may be emitted, has to be said.
	Amount ghg.CO2e
	// First and Last are the first and the last calendar year that count. Last
	// has to be said: it is [ForGood] where the budget is for all time.
	First, Last int
	// Warming is the limit that the budget stands for, such as "1.5 °C", and
	// Likelihood the chance of holding it. Both are for the reader: they enter
	// no figure, and may be left out where the source does not state them.
	Warming    string
	Likelihood ghg.Share
	Source     string // document and table; "" where not stated
}

// Budget is an amount of CO2e that a place may emit in a period of calendar
// years, its first and last year included. It is immutable. What is left of a
// budget may be below zero: it is then overspent. The zero Budget is refused.
type Budget struct{ def *budget }

type budget struct {
	Definition
	stated Definition // as it was made
	stages []Stage
}

var errNoBudget = errors.New("no budget given: make one with budget.New")

// New checks a definition and makes a budget of it. All that does not stand is
// returned at once as [ghg.Faults].
func New(d Definition) (Budget, error) {
	var faults ghg.Faults
	of := named(d.Name)
	checkWhose(&faults, of, d.Name, &d.Place, d.View)
	if d.Amount.IsUnset() {
		faults.Refuse(of, "amount", "", "state the amount, with its metric; 0 tCO2e has to be said")
	} else if err := checkAmount(d.Amount); err != nil {
		faults.Refuse(of, "amount", "", err.Error())
	}
	faults.RefuseYear(of, "first", d.First)
	if d.Last != ForGood && (d.Last > ghg.LastYear || d.Last < max(d.First, ghg.FirstYear)) {
		faults.Refuse(of, "last", strconv.Itoa(d.Last),
			fmt.Sprintf("a last counted year from the first one to %d is needed, or budget.ForGood", ghg.LastYear))
	}
	if l := d.Likelihood; !l.IsUnset() && (l.Fraction().IsNegative() || l.Fraction().GreaterThan(decimal.New(1, 0))) {
		faults.Refuse(of, "likelihood", l.String(), "a chance from 0% to 100% is needed, or none")
	}
	if err := faults.Err(); err != nil {
		return Budget{}, err
	}
	return Budget{&budget{Definition: d, stated: d}}, nil
}

// checkWhose notes what a budget lacks to be told from others.
func checkWhose(faults *ghg.Faults, of, name string, place *ghg.PlaceID, view ghg.View) {
	if name == "" || len(name) > ghg.MaxName {
		faults.Refuse(of, "name", name, fmt.Sprintf("a name of 1 to %d bytes is needed", ghg.MaxName))
	}
	if *place == "" {
		faults.Refuse(of, "place", "", "say whose budget it is")
	} else {
		faults.CleanPlace(of, "place", place)
	}
	if view.IsZero() {
		faults.Refuse(of, "view", "", ghg.ErrNoView.Error())
	}
}

// named is a budget in messages: `budget "Daegu 2026-2050"`.
func named(name string) string { return "budget " + words.Quote(name) }

// of is the budget in messages.
func (b Budget) of() string { return named(b.Name()) }

// Basis is what a series must be of to be held against the budget.
func (b Budget) Basis() ghg.Basis {
	return ghg.Basis{Place: b.Place(), View: b.View(), Metric: b.Metric()}
}

// yearError says that a year lies outside those from first to the budget's last.
func (b Budget) yearError(what string, year, first int) error {
	return &ghg.YearError{Of: b.of() + ", " + what, Year: year, First: first, Last: b.lastYear()}
}

// checkAmount refuses what figures cannot be computed with.
func checkAmount(c ghg.CO2e) error {
	if err := exact.CheckResult(c.Tonnes()); err != nil {
		return err
	}
	if c.Tonnes().Abs().GreaterThan(maxAmount) {
		return fmt.Errorf("at most %s t are allowed", maxAmount)
	}
	return nil
}

// IsZero reports whether there is no budget.
func (b Budget) IsZero() bool { return b.def == nil }

func (b Budget) definition() Definition {
	if b.def == nil {
		return Definition{}
	}
	return b.def.Definition
}

// Name is the budget's name.
func (b Budget) Name() string { return b.definition().Name }

// Place is whose budget it is.
func (b Budget) Place() ghg.PlaceID { return b.definition().Place }

// View is what counts against the budget.
func (b Budget) View() ghg.View { return b.definition().View }

// Amount is all that the counted years may emit together: R in the formulas.
func (b Budget) Amount() ghg.CO2e { return b.definition().Amount }

// Metric is the metric of the amount.
func (b Budget) Metric() ghg.Metric { return b.Amount().Metric() }

// First is the first calendar year that counts.
func (b Budget) First() int { return b.definition().First }

// Last is the last calendar year that counts, or [ForGood].
func (b Budget) Last() int { return b.definition().Last }

// Warming is the limit that the budget stands for, or "".
func (b Budget) Warming() string { return b.definition().Warming }

// Likelihood is the chance of holding the limit; unset where it is not stated.
func (b Budget) Likelihood() ghg.Share { return b.definition().Likelihood }

// Source is where the budget was published, or "".
func (b Budget) Source() string { return b.definition().Source }

// Counts reports whether the emissions of a year are inside the budget.
func (b Budget) Counts(year int) bool {
	return b.def != nil && year >= b.First() && year <= b.lastYear()
}

// lastYear is the last year that figures are given for.
func (b Budget) lastYear() int {
	if b.Last() == ForGood {
		return ghg.LastYear
	}
	return b.Last()
}

// Stages yields how the amount was computed, if it was: by [Budget.From],
// [Budget.Allocate], [Budget.Covering] and [Budget.LessOverheads].
func (b Budget) Stages() iter.Seq[Stage] {
	return func(yield func(Stage) bool) {
		if b.def == nil {
			return
		}
		for _, s := range b.def.stages {
			if !yield(s.clone()) {
				return
			}
		}
	}
}

// stage is the budget with another amount, and how it came about.
func (b Budget) stage(s Stage, change func(*Definition)) (Budget, error) {
	next, err := b.next(s, change)
	if err == nil {
		replay(next.Explain)
	}
	return next, err
}

// next is [Budget.stage] with a stage that may be another's.
func (b Budget) next(s Stage, change func(*Definition)) (Budget, error) {
	next := &budget{Definition: b.def.Definition, stated: b.def.stated, stages: append(slices.Clone(b.def.stages), s.clone())}
	next.Amount = s.Amount
	change(&next.Definition)
	if err := checkAmount(s.Amount); err != nil {
		return Budget{}, refuse(named(next.Name), "amount", "", s.Name.En+": "+err.Error())
	}
	return Budget{next}, nil
}

// String is the budget in one line.
func (b Budget) String() string { return b.term().En }

// Korean is the budget in one line of Korean.
func (b Budget) Korean() string { return b.term().Ko }

func (b Budget) term() words.Term {
	if b.def == nil {
		return said.none
	}
	return filled(said.budget, b.Name(), b.Amount(), b.years())
}

// years is the counted years in words.
func (b Budget) years() words.Term { return b.definition().years() }

func (d Definition) years() words.Term {
	if d.Last == ForGood {
		return filled(said.forGood, d.First)
	}
	return filled(said.span, d.First, d.Last)
}
