package cost

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Width says which tonnes the width of a bar is: those of a year, given as that
// year, or [OverLifetime]. The zero Width is refused.
type Width int

// OverLifetime is a width of the tonnes of the whole lifetime of each measure.
const OverLifetime Width = 1

// valid reports whether the width is OverLifetime or a year from 1850 to 2300.
func (w Width) valid() bool { return w == OverLifetime || ghg.CheckYear("", int(w)) == nil }

// String is "tonnes of the lifetime" or "tonnes in 2030".
func (w Width) String() string {
	switch {
	case w == OverLifetime:
		return "tonnes of the lifetime"
	case w.valid():
		return fmt.Sprintf("tonnes in %d", int(w))
	}
	return fmt.Sprintf("no width (%d)", int(w))
}

// MarshalText writes what String says.
func (w Width) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

const maxMeasures = 10_000 // of a curve

// CurveMeasure is a measure as it enters a [Curve].
type CurveMeasure struct {
	Name   string `json:"name"` // unique on its curve
	NameKo string `json:"name_ko,omitempty"`
	Group  string `json:"group,omitempty"` // what the colour of its bar shows: an area, a sector
	// PerTonne is the height of the bar.
	PerTonne PerTonne `json:"perTonne"`
	// Tonnes is the width of the bar, above 0: what it cuts in the year of the
	// width or in its lifetime, beside all others on the curve.
	Tonnes ghg.CO2e `json:"tonnes"`
}

// Bar is a measure on a curve, between the tonnes From and To.
type Bar struct {
	CurveMeasure
	From ghg.CO2e `json:"from"`
	To   ghg.CO2e `json:"to"`
	// Front is the number of the Pareto front of a measure that saves money, from
	// 1; 0 for one that costs money or nothing.
	Front int `json:"front"`
}

// Curve is a marginal abatement cost curve (MACC): bars of measures as high as
// they cost per tonne and as wide as they cut. All bars are in the same terms.
// Effects that overlap are not taken apart here: give reductions that can be
// added. It is immutable; the zero Curve has no bars.
type Curve struct {
	width Width
	order Order
	bars  []Bar
}

// NewCurve ranks measures in an order. It reports all that does not stand as
// [ghg.Faults], such as names that are missing or given twice, and with them a
// [*ghg.MismatchError] for every measure that is in other terms than the first;
// two metrics of tonnes are a [*ghg.MetricMismatchError]. At most 10,000 measures
// are taken.
func NewCurve(w Width, o Order, measures []CurveMeasure) (Curve, error) {
	if err := checkCurve(w, o, measures); err != nil {
		return Curve{}, err
	}
	bars := make([]Bar, len(measures))
	for i, m := range measures {
		bars[i] = Bar{CurveMeasure: m}
	}
	setFronts(bars)
	o.sort(bars)
	to, _ := bars[0].Tonnes.Sub(bars[0].Tonnes) // 0 on the metric of all
	for i := range bars {
		bars[i].From = to
		to, _ = to.Add(bars[i].Tonnes)
		bars[i].To = to
	}
	return Curve{w, o, bars}, nil
}

func checkCurve(w Width, o Order, measures []CurveMeasure) error {
	var faults ghg.Faults
	var errs []error
	if !w.valid() {
		faults.Refuse("cost curve", "width", w.String(), "a year from 1850 to 2300 or cost.OverLifetime is needed")
	}
	if !o.valid() {
		faults.Refuse("cost curve", "order", o.String(), "by dominance, by cost per tonne, by tonnes or by cost is needed")
	}
	if n := len(measures); n < 1 || n > maxMeasures {
		faults.Refuse("cost curve", "measures", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxMeasures))
		return faults.Err()
	}
	seen := map[string]bool{}
	for i, m := range measures {
		of := m.of(i)
		switch {
		case m.Name == "" || len(m.Name) > ghg.MaxName:
			faults.Refuse(of, "name", m.Name, fmt.Sprintf("one of at most %d bytes is needed", ghg.MaxName))
		case seen[m.Name]:
			faults.Refuse(of, "name", m.Name, "it is given twice: no two measures may have the same")
		}
		seen[m.Name] = true
		if err := m.refuse(&faults, of, measures[0]); err != nil {
			errs = append(errs, err)
		}
	}
	return together(faults, errs)
}

// of says in messages which measure is meant.
func (m CurveMeasure) of(i int) string {
	return fmt.Sprintf("cost curve, measure %d %s", i+1, words.Quote(m.Name))
}

// refuse adds what does not stand of one measure, and returns the error where it
// does not meet the first.
func (m CurveMeasure) refuse(faults *ghg.Faults, of string, first CurveMeasure) error {
	if m.PerTonne.IsZero() {
		faults.Refuse(of, "cost per tonne", "", errNoPerTonne.Error())
		return nil
	}
	if !first.PerTonne.IsZero() { // else it is refused itself
		if err := m.PerTonne.meets(of, first.PerTonne, first.of(0)); err != nil {
			return err
		}
	}
	if _, err := m.Tonnes.Cmp(m.PerTonne.tonnes); err != nil {
		return fmt.Errorf("%s, width: %w", of, err)
	}
	if m.Tonnes.Sign() <= 0 {
		faults.Refuse(of, "width", m.Tonnes.String(), "above 0 is allowed: what increases emissions is not on a curve")
	} else if err := exact.Check(m.Tonnes.Tonnes()); err != nil {
		faults.Refuse(of, "width", "", err.Error())
	}
	return nil
}

// Width says which tonnes the bars are as wide as.
func (c Curve) Width() Width { return c.width }

// Order says how the bars are ranked.
func (c Curve) Order() Order { return c.order }

// Len is the number of bars.
func (c Curve) Len() int { return len(c.bars) }

// Bars yields the bars from left to right.
func (c Curve) Bars() iter.Seq[Bar] { return c.where(func(Bar) bool { return true }) }

// Front yields the measures that save money and are dominated by no other.
func (c Curve) Front() iter.Seq[Bar] { return c.where(func(b Bar) bool { return b.Front == 1 }) }

// Dominating yields the measures that dominate a saver: they save at least as
// much and cut at least as much, and more of one of them. There are none for a
// measure that costs money, or that is not on the curve.
func (c Curve) Dominating(name string) iter.Seq[Bar] {
	return func(yield func(Bar) bool) {
		b, ok := c.Bar(name)
		if !ok || b.Front < 2 {
			return
		}
		c.where(func(x Bar) bool { return x.Front > 0 && x.PerTonne.dominates(b.PerTonne) })(yield)
	}
}

// Bar finds a bar by the name of its measure.
func (c Curve) Bar(name string) (Bar, bool) {
	for b := range c.Bars() {
		if b.Name == name {
			return b, true
		}
	}
	return Bar{}, false
}

func (c Curve) where(in func(Bar) bool) iter.Seq[Bar] {
	return func(yield func(Bar) bool) {
		for _, b := range c.bars {
			if in(b) && !yield(b) {
				return
			}
		}
	}
}

// Total is the width of all bars. The zero Curve has 0, in the unstated metric.
func (c Curve) Total() ghg.CO2e {
	if len(c.bars) == 0 {
		return ghg.CO2e{}
	}
	return c.bars[len(c.bars)-1].To
}

// AtOrBelow is what the measures cut that cost at most the price per tonne. It
// does not depend on the order. A price in another currency or other prices is
// a [*strategy.MoneyMismatchError].
func (c Curve) AtOrBelow(price strategy.Money) (ghg.CO2e, error) {
	var sum ghg.CO2e
	for i, b := range c.bars {
		p := b.PerTonne
		if err := checkMoney(price, p.value); err != nil {
			return ghg.CO2e{}, fmt.Errorf("price per tonne: %w", err)
		}
		if i == 0 {
			sum = b.From // 0 on the metric of all
		}
		if p.num.LessThanOrEqual(price.Amount().Mul(p.den)) {
			sum, _ = sum.Add(b.Tonnes)
		}
	}
	return sum, nil
}

// String is the curve as one line.
func (c Curve) String() string {
	if len(c.bars) == 0 {
		return "no cost curve"
	}
	return fmt.Sprintf("cost curve of %d measures %s, %s: %s", len(c.bars), c.order, c.width, c.Total())
}

// Details has a line for each bar, and the terms of all of them.
func (c Curve) Details() string {
	var b strings.Builder
	b.WriteString(c.String())
	for i, x := range c.bars {
		if i == 0 {
			p := x.PerTonne
			fmt.Fprintf(&b, "\n  %s; %s reductions", p.terms, p.kind)
		}
		fmt.Fprintf(&b, "\n  %s to %s: %s at %s", x.From.Tonnes(), x.To.Tonnes(), x.Name, x.PerTonne.value.Round(2))
		if x.Front > 0 {
			fmt.Fprintf(&b, ", saves: front %d", x.Front)
		}
	}
	return b.String()
}
