package korea

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// TagError says that a budget line has a tag that is not of the scheme.
type TagError struct {
	Scheme string
	Line   int // from 1
	Tag    string
	Tags   string // those allowed
}

func (e *TagError) Error() string {
	return fmt.Sprintf("budget line %d: %.60q is no class of scheme %s: allowed are %s", e.Line, e.Tag, e.Scheme, e.Tags)
}

// TaggedLine is budget that was tagged: one project, or several of one class
// together.
type TaggedLine struct {
	Name     string
	Tag      string // code or name of a class
	Projects int    // how many it stands for, 1 or more
	Money    strategy.Money
}

// TaggedBudget is a budget by class. It is immutable. The zero TaggedBudget holds
// nothing.
type TaggedBudget struct {
	scheme   TaggingScheme
	projects []int
	money    []strategy.Money // by class; zero Money where none was tagged
	total    strategy.Money
}

// ClassSum is the part of a budget in one class.
type ClassSum struct {
	Class    BudgetClass
	Projects int
	Money    strategy.Money
	// Share is the part of the money, to [ghg.RatioPlaces]; undefined where
	// the total is 0.
	Share ghg.Ratio
}

// hundred is the whole in percent.
var hundred = decimal.New(100, 0)

// maxTagged is how many lines, and how many projects in a line, a budget may have.
const maxTagged = 1_000_000

// Tally adds lines up by class. Each line is in one class, so that counts and
// sums of the classes add up exactly to those of the whole. A tag that is not
// of the scheme is a [*TagError], all of them at once up to a hundred; money in two
// currencies or prices is a [*strategy.MoneyMismatchError]; a line without money
// or below 0, or of no project, is refused.
func (s TaggingScheme) Tally(lines []TaggedLine) (TaggedBudget, error) {
	if s.def == nil {
		return TaggedBudget{}, ErrNoTaggingScheme
	}
	if len(lines) == 0 || len(lines) > maxTagged {
		return TaggedBudget{}, fmt.Errorf("budget of %d lines: 1 to %d are allowed", len(lines), maxTagged)
	}
	b := TaggedBudget{scheme: s, projects: make([]int, len(s.def.classes)), money: make([]strategy.Money, len(s.def.classes))}
	if i := slices.IndexFunc(lines, func(l TaggedLine) bool { return !l.Money.IsUnset() }); i >= 0 {
		b.total = lines[i].Money.Zero()
	}
	for i := range b.money {
		b.money[i] = b.total
	}
	var errs []error
	for i, l := range lines {
		class := s.class(l.Tag)
		sum, err := b.total.Add(l.Money)
		switch {
		case class < 0:
			errs = append(errs, &TagError{s.def.id, i + 1, l.Tag, s.names()})
		case l.Money.IsUnset():
			errs = append(errs, fmt.Errorf("budget line %d: %w", i+1, strategy.ErrNoMoney))
		case l.Money.Sign() < 0 || l.Projects < 1 || l.Projects > maxTagged:
			errs = append(errs, fmt.Errorf("budget line %d: %d projects, %s: 1 to %d projects and 0 or more are allowed", i+1, l.Projects, l.Money, maxTagged))
		case err != nil:
			errs = append(errs, fmt.Errorf("budget line %d: %w", i+1, err))
		default:
			b.total = sum
			b.money[class], _ = b.money[class].Add(l.Money)
			b.projects[class] += l.Projects
		}
		if len(errs) == 100 {
			break
		}
	}
	if err := errors.Join(errs...); err != nil {
		return TaggedBudget{}, err
	}
	return b, nil
}

// Scheme is the scheme that the budget was tagged in.
func (b TaggedBudget) Scheme() TaggingScheme { return b.scheme }

// Total is the money of all classes.
func (b TaggedBudget) Total() strategy.Money { return b.total }

// Projects is the number of projects of all classes.
func (b TaggedBudget) Projects() int {
	n := 0
	for _, p := range b.projects {
		n += p
	}
	return n
}

// Classes yields the part of each class, in the order of the scheme, with
// classes that hold nothing.
func (b TaggedBudget) Classes() iter.Seq[ClassSum] {
	return func(yield func(ClassSum) bool) {
		i := 0
		for c := range b.scheme.Classes() {
			s := ClassSum{c, b.projects[i], b.money[i], ghg.Quotient(b.money[i].Amount(), b.total.Amount(), "the budget is 0")}
			if !yield(s) {
				return
			}
			i++
		}
	}
}

// Percentages are the shares of the classes in percent, rounded to decimal
// places so that they add up to exactly 100 (largest remainder). Rounded one by
// one they may add up to 99 or 101. There are none where the budget is 0. Places from
// 0 to 6 are allowed.
func (b TaggedBudget) Percentages(places int32) ([]decimal.Decimal, error) {
	if places < 0 || places > 6 {
		return nil, fmt.Errorf("percentages to %d decimal places: 0 to 6 are allowed", places)
	}
	if b.total.Sign() == 0 {
		return nil, exact.ErrDivisionByZero
	}
	// Quotients of the stated precision need not add up to 100; the last class
	// that holds money takes the difference, of less than a millionth.
	parts := make([]decimal.Decimal, len(b.money))
	rest, last := hundred, 0
	for i, m := range b.money {
		parts[i], _ = exact.Quotient(m.Amount().Mul(hundred), b.total.Amount(), ghg.RatioPlaces)
		rest = rest.Sub(parts[i])
		if m.Sign() > 0 {
			last = i
		}
	}
	parts[last] = parts[last].Add(rest)
	return exact.LargestRemainder(parts, places), nil
}

// Explain is the budget by class, with shares to one decimal place that add up
// to 100 %.
func (b TaggedBudget) Explain() string {
	if b.scheme.def == nil {
		return "no budget"
	}
	var out strings.Builder
	fmt.Fprintf(&out, "climate budget, scheme %s (%s): %d projects, %s", b.scheme.def.name, b.scheme.def.source, b.Projects(), b.total)
	percentages, err := b.Percentages(1)
	i := 0
	for c := range b.Classes() {
		share := "no share: the budget is 0"
		if err == nil {
			share = percentages[i].StringFixed(1) + "%"
		}
		fmt.Fprintf(&out, "\n  %s (%s): %d projects, %s, %s", c.Class.Name.In(Korean), cmp.Or(c.Class.Name.En, c.Class.Code), c.Projects, c.Money, share)
		i++
	}
	return out.String()
}
