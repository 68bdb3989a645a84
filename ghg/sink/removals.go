package sink

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Removals are what a project removes, from the year of its first planting on.
// They are immutable.
type Removals struct {
	project Project
	years   []Year
}

// Year is one year of a project.
type Year struct {
	Year int `json:"year"`
	// Growth is 0 or more; Mortality and Reversal are 0 or less. They add up to
	// Removal.
	Growth    Removal `json:"growth"`
	Mortality Removal `json:"mortality"`
	Reversal  Removal `json:"reversal"`
	Removal   Removal `json:"removal"`
	// HeldBack goes into the buffer, Drawn comes out of it; both are 0 or more.
	HeldBack Removal `json:"heldBack"`
	Drawn    Removal `json:"drawn"`
	// Claimable is Removal − HeldBack + Drawn.
	Claimable Removal `json:"claimable"`
	// Stock is what stands at the end of the year, Buffer the part of it that
	// nobody may claim.
	Stock  Stock    `json:"stock"`
	Buffer Stock    `json:"buffer"`
	Causes []string `json:"causes,omitempty"` // of the reversals of the year
}

// Through computes the years from the first planting to a last one, else a
// [*ghg.YearError]. An age that a growth does not know is refused with a
// [*NoUptakeError].
func (p Project) Through(last int) (Removals, error) {
	if p.def == nil {
		return Removals{}, errNoProject
	}
	if last < p.def.first || last > ghg.LastYear {
		return Removals{}, &ghg.YearError{Of: p.of() + ", last year", Year: last, First: p.def.first, Last: ghg.LastYear}
	}
	zero, err := ghg.CO2eOf(ghg.Mass{}, p.def.Metric)
	if err != nil {
		return Removals{}, err
	}
	r := Removals{project: p, years: make([]Year, last-p.def.first+1)}
	for i := range r.years {
		y := &r.years[i]
		y.Year = p.def.first + i
		y.Growth, y.Mortality, y.Reversal, y.Stock = Removal{zero}, Removal{zero}, Removal{zero}, Stock{zero}
		for _, x := range p.def.Reversals {
			if x.Year == y.Year {
				y.Causes = append(y.Causes, x.Cause)
			}
		}
	}
	for _, c := range p.def.Cohorts {
		if err := r.grow(c); err != nil {
			return Removals{}, fmt.Errorf("%s, cohort %s: %w", p.of(), words.Quote(c.Name), err)
		}
	}
	return r, r.buffer(zero)
}

// grow adds a cohort to the years.
func (r *Removals) grow(c Cohort) error {
	left := decimal.New(1, 0)  // by reversals
	held := c.Growth.zero()    // by one unit that has lived to the year before
	alive := decimal.Decimal{} // of what was planted, the year before
	for i := c.Year - r.project.def.first; i < len(r.years); i++ {
		y := &r.years[i]
		age := y.Year - c.Year
		uptake, err := c.Growth.At(age)
		if err != nil {
			return fmt.Errorf("%d: %w", y.Year, err)
		}
		now := c.Survival.At(age).Fraction()
		standing := c.Planted.Mul(left)
		grown, err := uptake.Scale(standing.Mul(now))
		if err != nil {
			return fmt.Errorf("%d: %w", y.Year, err)
		}
		died, err := held.Scale(standing.Mul(now.Sub(alive)))
		if err != nil {
			return fmt.Errorf("%d: %w", y.Year, err)
		}
		alive, held = now, plus(held, uptake)
		after := r.project.left(left, y.Year)
		if err := exact.CheckResult(after); err != nil {
			return fmt.Errorf("%d: %w", y.Year, err)
		}
		burnt, err := held.Scale(c.Planted.Mul(now).Mul(after.Sub(left)))
		if err != nil {
			return fmt.Errorf("%d: %w", y.Year, err)
		}
		left = after
		y.Growth, y.Mortality = Removal{plus(y.Growth.c, grown)}, Removal{plus(y.Mortality.c, died)}
		y.Reversal = Removal{plus(y.Reversal.c, burnt)}
	}
	return nil
}

// zero is no uptake, on the growth's metric.
func (g Growth) zero() ghg.CO2e {
	c, _ := ghg.CO2eOf(ghg.Mass{}, g.def.metric)
	return c
}

// left is what the reversals of a year leave.
func (p Project) left(before decimal.Decimal, year int) decimal.Decimal {
	for _, x := range p.def.Reversals {
		if x.Year == year {
			before = before.Mul(x.Share.Complement().Fraction())
		}
	}
	return before
}

// buffer makes the stock and what may be claimed of it.
func (r *Removals) buffer(zero ghg.CO2e) error {
	stock, balance := zero, zero
	for i := range r.years {
		y := &r.years[i]
		f := plus(plus(y.Growth.c, y.Mortality.c), y.Reversal.c)
		heldBack, drawn := zero, zero
		if f.Sign() > 0 {
			c, err := f.Scale(r.project.def.Buffer.Fraction())
			if err != nil {
				return fmt.Errorf("%d: %w", y.Year, err)
			}
			heldBack = c
		} else if need := f.Neg(); need.Tonnes().LessThan(balance.Tonnes()) {
			drawn = need
		} else {
			drawn = balance
		}
		stock = plus(stock, f)
		balance = plus(plus(balance, heldBack), drawn.Neg())
		y.Removal, y.HeldBack, y.Drawn = Removal{f}, Removal{heldBack}, Removal{drawn}
		y.Claimable = Removal{plus(plus(f, heldBack.Neg()), drawn)}
		y.Stock, y.Buffer = Stock{stock}, Stock{balance}
	}
	return nil
}

// Years yields the years from the first planting on.
func (r Removals) Years() iter.Seq[Year] {
	return func(yield func(Year) bool) {
		for _, y := range r.years {
			y.Causes = slices.Clone(y.Causes)
			if !yield(y) {
				return
			}
		}
	}
}

// Year is one of the years.
func (r Removals) Year(year int) (Year, bool) {
	for y := range r.Years() {
		if y.Year == year {
			return y, true
		}
	}
	return Year{}, false
}

// Details is the year as arithmetic.
func (y Year) Details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d: growth %s + mortality %s + reversal %s", y.Year, y.Growth.c, y.Mortality.c, y.Reversal.c)
	if len(y.Causes) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(y.Causes, ", "))
	}
	fmt.Fprintf(&b, " = removal %s; − held back %s + drawn %s = claimable %s; %s, of it %s in the buffer",
		y.Removal.c, y.HeldBack.c, y.Drawn.c, y.Claimable.c, y.Stock, y.Buffer.c)
	return b.String()
}

// String is the removals in one line.
func (r Removals) String() string {
	if len(r.years) == 0 {
		return "no removals"
	}
	last := r.years[len(r.years)-1]
	return fmt.Sprintf("%s: %s at the end of %d, of it %s in the buffer", r.project.name(), last.Stock, last.Year, last.Buffer.c)
}

// Details is what was planted, with its sources, and every year.
func (r Removals) Details() string {
	var b strings.Builder
	b.WriteString(r.String())
	d := r.project.definition()
	for _, c := range d.Cohorts {
		fmt.Fprintf(&b, "\n%s: %s %ss in %d; growth: %s, %s; survival: %s", c.Name, c.Planted, c.Growth.Per(), c.Year,
			c.Growth.def.source, c.Growth.def.between, c.Survival.source)
		if c.Source != "" {
			b.WriteString("; " + c.Source)
		}
	}
	if len(r.years) > 0 {
		fmt.Fprintf(&b, "\nbuffer: %s; %s", d.Buffer, d.Source)
	}
	for _, y := range r.years {
		b.WriteString("\n" + y.Details())
	}
	return b.String()
}
