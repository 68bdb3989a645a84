package korea

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

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
	Class    BudgetClass    `json:"class"`
	Projects int            `json:"projects"`
	Money    strategy.Money `json:"money"`
	// Share is the part of the money, to [ghg.RatioPlaces]; undefined where
	// the total is 0.
	Share ghg.Ratio `json:"share"`
}

// hundred is the whole in percent.
var hundred = decimal.New(100, 0)

// maxTagged is how many lines, and how many projects in a line, a budget may have.
const maxTagged = 1_000_000

// Tally adds lines up by class. Each line is in one class, so that counts and
// sums of the classes add up exactly to those of the whole. Refused, with a
// [ghg.Faults] of all lines, are a tag that is not of the scheme, money in two
// currencies or prices, and a line without money or below 0, or of no project.
func (s TaggingScheme) Tally(lines []TaggedLine) (TaggedBudget, error) {
	if s.def == nil {
		return TaggedBudget{}, errNoTaggingScheme
	}
	if n := len(lines); n == 0 || n > maxTagged {
		return TaggedBudget{}, refused("budget", "lines", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxTagged))
	}
	b := TaggedBudget{scheme: s, projects: make([]int, len(s.def.classes)), money: make([]strategy.Money, len(s.def.classes))}
	if i := slices.IndexFunc(lines, func(l TaggedLine) bool { return !l.Money.IsUnset() }); i >= 0 {
		b.total = lines[i].Money.Zero()
	}
	for i := range b.money {
		b.money[i] = b.total
	}
	var faults ghg.Faults
	for i, l := range lines {
		of := fmt.Sprintf("budget line %d", i+1)
		if l.Name != "" {
			of += " " + words.Quote(l.Name)
		}
		class := s.class(l.Tag)
		sum, err := b.total.Add(l.Money)
		before := faults.Len()
		if class < 0 {
			faults.Refuse(of, "tag", l.Tag, fmt.Sprintf("no class of scheme %s: allowed are %s", s.def.id, s.names()))
		}
		if l.Projects < 1 || l.Projects > maxTagged {
			faults.Refuse(of, "projects", strconv.Itoa(l.Projects), fmt.Sprintf("1 to %d are allowed", maxTagged))
		}
		switch {
		case l.Money.IsUnset():
			faults.Refuse(of, "money", "", "an amount of 0 or more is needed")
		case l.Money.Sign() < 0:
			faults.Refuse(of, "money", l.Money.String(), "an amount of 0 or more is needed")
		case err != nil:
			faults.Refuse(of, "money", l.Money.String(), err.Error())
		}
		if faults.Len() > before {
			continue
		}
		b.total = sum
		b.money[class], _ = b.money[class].Add(l.Money)
		b.projects[class] += l.Projects
	}
	if err := faults.Err(); err != nil {
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
			share := ghg.Quotient(b.money[i].Amount(), b.total.Amount(), "the budget is 0")
			s := ClassSum{c, b.projects[i], b.money[i], share}
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
		return nil, refused("percentages", "places", strconv.Itoa(int(places)), "0 to 6 are allowed")
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

// Details is the budget by class, with shares to one decimal place that add up
// to 100 %.
func (b TaggedBudget) Details() string {
	if b.scheme.def == nil {
		return "no budget"
	}
	var out strings.Builder
	fmt.Fprintf(&out, "climate budget, scheme %s (%s): %d projects, %s",
		b.scheme.def.name, b.scheme.def.source, b.Projects(), b.total)
	percentages, err := b.Percentages(1)
	i := 0
	for c := range b.Classes() {
		share := "no share: the budget is 0"
		if err == nil {
			share = percentages[i].StringFixed(1) + "%"
		}
		name := cmp.Or(c.Class.Name.En, c.Class.Code)
		fmt.Fprintf(&out, "\n  %s (%s): %d projects, %s, %s", c.Class.Name.In(words.Korean), name, c.Projects, c.Money, share)
		i++
	}
	return out.String()
}
