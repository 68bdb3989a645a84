package ghg

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// FactorPlaces is the precision, in decimal places of a tonne, of an amount ×
// factor that has no last decimal place: 100 MJ with a factor per kWh. All others
// are exact.
const FactorPlaces = 12

// Factors is a series of emission factors: the amount that one unit of activity
// emits, by year, of gases or as CO2e on one metric. The factor of a year is that
// year's alone: none is carried over. It is immutable; the zero Factors is
// refused where one is needed.
type Factors struct{ def *factors }

type factors struct {
	FactorsDefinition
	id     string
	use    string // Of in one word
	metric Metric // zero where by gas
	gases  []Gas
	byYear Years[Factor]
	always *Factor // where one holds in all years
}

// FactorsDefinition is what [NewFactors] makes a series of.
type FactorsDefinition struct {
	Of      string   // what is used: "electricity", "도시가스"
	Edition string   // of the table or method, "" where it has none
	Source  string   // document; of every factor that states none of its own
	Per     Unit     // the unit of activity
	Years   []Factor // by year, or one of Year 0: the same in all years
}

// Factor is the emission factor of one year: what one unit of activity emits, as
// CO2e or of gases.
type Factor struct {
	Year      int // 0 for one that holds in all years
	CO2e      CO2e
	Gases     []Mass // each of a gas; beside CO2e none
	From, To  int    // the years that a mean is of; 0 for the year itself
	Published Date   // the zero Date where it is not known
	Status    Status // projected for years to come
	Source    string // "" for that of the series
}

// ErrNoFactors says that a series of factors was needed and none was given.
var ErrNoFactors = errors.New("no emission factors given: make them with ghg.NewFactors")

// ErrFactorsByGas says that CO2e was asked of factors that are of gases.
var ErrFactorsByGas = errors.New("the factors are of gases and give no CO2e: name a metric with Factors.On, or ask for Masses")

// ErrFactorsOfCO2e says that masses were asked of factors that are CO2e of all
// gases together.
var ErrFactorsOfCO2e = errors.New("the factors are CO2e and give no masses of gases: ask For")

// NewFactors makes a series of factors, in any order. It refuses, all at once: a
// series that does not say what is used, its unit or a source; a year out of range
// (a [*YearError]), or given twice (a [*TwiceError]); one factor for all years
// beside others; one below 0, or with both CO2e and gases or neither; an interval
// that does not exist; CO2e on two metrics (a [*MetricMismatchError]), or other
// gases than the first year has.
func NewFactors(d FactorsDefinition) (Factors, error) {
	var errs []error
	of := "factors of " + words.Clip(d.Of, maxKept)
	refuse := func(text string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: %w", of, fmt.Errorf(text, args...)))
	}
	if d.Of == "" || len(d.Of) > MaxName || len(d.Edition) > MaxName {
		return Factors{}, fmt.Errorf("factors of %s: what is used is needed, such as electricity; it and the edition have at most %d bytes",
			words.Quote(d.Of), MaxName)
	}
	if d.Per.Dimension() == 0 {
		refuse("a unit of activity is needed, such as ghg.MegawattHour")
	}
	if len(d.Years) == 0 {
		refuse("at least one factor is needed")
	}
	f := &factors{FactorsDefinition: d, use: foldUse(d.Of)}
	f.Years = slices.Clone(d.Years)
	var byYear []OfYear[Factor]
	for i := range f.Years {
		x := &f.Years[i]
		if x.Source == "" {
			x.Source = d.Source
		}
		x.Gases = slices.Clone(x.Gases)
		slices.SortFunc(x.Gases, func(a, b Mass) int { return cmp.Compare(a.gas.n, b.gas.n) })
		if err := x.check(); err != nil {
			refuse("%s: %w", x.when(), err)
		} else if err := x.like(&f.Years[0]); err != nil {
			refuse("%s: %w", x.when(), err)
		}
		if x.Year != 0 {
			byYear = append(byYear, OfYear[Factor]{x.Year, *x, x.Status, x.Source})
			continue
		}
		if x.Status > Projected {
			errs = append(errs, &UnknownError{of, "status", x.Status.String(), statusNames[:]})
		}
		if f.always = x; len(f.Years) > 1 {
			refuse("one factor holds in all years, and others stand beside it: give each its year")
		}
	}
	var err error
	if f.byYear, err = NewYears(of, "", nil, byYear...); err != nil {
		errs = append(errs, err)
	}
	if err := joined(errs); err != nil {
		return Factors{}, err
	}
	if f.always == nil {
		f.Years = f.Years[:0]
		for y := range f.byYear.All() {
			f.Years = append(f.Years, y.Value)
		}
	}
	if first := f.Years[0]; len(first.Gases) == 0 {
		f.metric = first.CO2e.Metric()
	} else {
		for _, m := range first.Gases {
			f.gases = append(f.gases, m.gas)
		}
	}
	f.id = f.checksum()
	return Factors{f}, nil
}

// when is the year of a factor in a message.
func (x *Factor) when() string {
	if x.Year == 0 {
		return "in all years"
	}
	return strconv.Itoa(x.Year)
}

// check refuses a factor that does not stand by itself.
func (x *Factor) check() error {
	byGas, hasCO2e := len(x.Gases) > 0, x.CO2e != CO2e{}
	switch {
	case byGas == hasCO2e:
		return errors.New("a factor is CO2e or masses of gases, one of the two")
	case x.CO2e.Sign() < 0:
		return fmt.Errorf("%s: 0 or more is allowed", x.CO2e)
	case x.Source == "":
		return errors.New("a source is needed, of the factor or of the series")
	case x.Published != Date{} && !x.Published.Valid():
		return fmt.Errorf("published %s: a day that exists is needed", x.Published)
	case x.From != 0 || x.To != 0:
		if err := errors.Join(CheckYear("first of the interval", x.From), CheckYear("last of the interval", x.To)); err != nil {
			return err
		}
		if x.To < x.From {
			return fmt.Errorf("a mean of %d to %d: the years must stand in this order", x.From, x.To)
		}
	}
	for i, m := range x.Gases {
		switch {
		case m.gas.IsZero():
			return fmt.Errorf("%s: say the gas, as in 0.4567 t CO2", m)
		case m.Sign() < 0:
			return fmt.Errorf("%s: 0 or more is allowed", m)
		case i > 0 && x.Gases[i-1].gas == m.gas:
			return &TwiceError{What: "gas", ID: m.gas.String()}
		}
	}
	return exact.CheckResult(x.CO2e.t)
}

// like refuses a factor of another metric or other gases than the first has.
func (x *Factor) like(first *Factor) error {
	if len(x.Gases) == 0 && len(first.Gases) == 0 {
		return x.CO2e.mismatch(first.CO2e)
	}
	if !slices.EqualFunc(x.Gases, first.Gases, func(a, b Mass) bool { return a.gas == b.gas }) {
		return fmt.Errorf("it is of %s, and the first factor is of %s: one series has one set of gases, or one metric", x.what(), first.what())
	}
	return nil
}

// what names the gases of a factor, or its metric.
func (x *Factor) what() string {
	if len(x.Gases) == 0 {
		return "CO2e (" + x.CO2e.Metric().String() + ")"
	}
	names := make([]string, len(x.Gases))
	for i, m := range x.Gases {
		names[i] = m.gas.String()
	}
	return strings.Join(names, ", ")
}

// checksum is the ID of what the series says: use, edition, unit and, by year,
// amounts, interval, day of publication and status. Texts of sources are not in
// it.
func (f *factors) checksum() string {
	var b strings.Builder
	fmt.Fprintf(&b, "factors 1\n%q %q %s\n", f.use, f.Edition, f.Per)
	for _, x := range f.Years {
		fmt.Fprintf(&b, "%d %d-%d %s %s", x.Year, x.From, x.To, x.Published, x.Status)
		if len(x.Gases) == 0 {
			fmt.Fprintf(&b, " %s %q", x.CO2e.t, x.CO2e.m.ID())
		}
		gases := slices.Clone(x.Gases) // by name: the order of the table may change
		slices.SortFunc(gases, func(a, b Mass) int { return strings.Compare(a.gas.String(), b.gas.String()) })
		for _, m := range gases {
			fmt.Fprintf(&b, " %s %q", m.t, m.gas)
		}
		b.WriteByte('\n')
	}
	sum := sha256.Sum256([]byte(b.String()))
	return strings.TrimSpace(f.use+" "+f.Edition) + "@" + hex.EncodeToString(sum[:16])
}

// IsZero reports whether there are no factors.
func (f Factors) IsZero() bool { return f.def == nil }

func (f Factors) definition() *factors {
	if f.def == nil {
		return &factors{}
	}
	return f.def
}

// ID names the series by what it says, such as "electricity 2023@1b7a…": two
// series of one ID have the same factors.
func (f Factors) ID() string { return f.definition().id }

// Of is what is used, as it was given.
func (f Factors) Of() string { return f.definition().Of }

// IsOf reports whether the factors are of a use, however it is written:
// electricity, 전력 and "grid electricity" are one.
func (f Factors) IsOf(use string) bool { return f.def != nil && f.def.use == foldUse(use) }

// Edition is that of the table or method, or "".
func (f Factors) Edition() string { return f.definition().Edition }

// Source is the document of the series.
func (f Factors) Source() string { return f.definition().Source }

// Per is the unit of activity.
func (f Factors) Per() Unit { return f.definition().Per }

// Metric is the metric of the factors; the zero Metric where they are of gases.
func (f Factors) Metric() Metric { return f.definition().metric }

// Gases are the gases of the factors; none where they are CO2e.
func (f Factors) Gases() []Gas { return slices.Clone(f.definition().gases) }

// All yields the factors by year.
func (f Factors) All() iter.Seq[Factor] {
	return func(yield func(Factor) bool) {
		for _, x := range f.definition().Years {
			if !yield(x.share()) {
				return
			}
		}
	}
}

// share copies what a holder of the factor could otherwise change.
func (x Factor) share() Factor {
	x.Gases = slices.Clone(x.Gases)
	return x
}

// At is the factor of a year, or a [*NoFigureError]. A year outside [FirstYear] to
// [LastYear] is a [*YearError].
func (f Factors) At(year int) (Factor, error) {
	x, err := f.at(year)
	if err != nil {
		return Factor{}, err
	}
	return x.share(), nil
}

func (f Factors) at(year int) (Factor, error) {
	if f.def == nil {
		return Factor{}, ErrNoFactors
	}
	if err := CheckYear("factors of "+f.def.Of, year); err != nil {
		return Factor{}, err
	}
	if f.def.always != nil {
		return *f.def.always, nil
	}
	y, err := f.def.byYear.Need(year)
	return y.Value, err
}

// For is what an amount of activity emits in a year, with the factor that it was
// multiplied by:
//
//	CO2e = quantity × factor          exact, or rounded once to FactorPlaces
//
// A year without a factor is a [*NoFigureError], a quantity that does not convert
// to the unit of the factors a [*UnitMismatchError], factors of gases are
// [ErrFactorsByGas].
func (f Factors) For(year int, q Quantity) (CO2e, Factor, error) {
	x, ratio, err := f.times(year, q)
	if err != nil {
		return CO2e{}, Factor{}, err
	}
	if f.def.metric.IsZero() {
		return CO2e{}, Factor{}, ErrFactorsByGas
	}
	t, err := ratio.of(x.CO2e.t)
	return CO2e{t, x.CO2e.m}, x.share(), err
}

// Masses is what an amount of activity emits of each gas in a year, as
// [Factors.For] has it for CO2e. Factors that are CO2e are [ErrFactorsOfCO2e].
func (f Factors) Masses(year int, q Quantity) ([]Mass, Factor, error) {
	x, ratio, err := f.times(year, q)
	if err != nil {
		return nil, Factor{}, err
	}
	if !f.def.metric.IsZero() {
		return nil, Factor{}, ErrFactorsOfCO2e
	}
	out := make([]Mass, len(x.Gases))
	for i, m := range x.Gases {
		t, err := ratio.of(m.t)
		if err != nil {
			return nil, Factor{}, err
		}
		out[i] = Mass{t, m.gas}
	}
	return out, x.share(), nil
}

// fraction is a quotient that is not yet computed.
type fraction struct{ num, den decimal.Decimal }

// of is t × the fraction: exact, or rounded once.
func (r fraction) of(t decimal.Decimal) (decimal.Decimal, error) {
	product, ok := ended(t.Mul(r.num), r.den)
	if !ok {
		return exact.Quotient(t.Mul(r.num), r.den, FactorPlaces)
	}
	return product, exact.CheckResult(product)
}

// times is the factor of a year and how many of its units a quantity is.
func (f Factors) times(year int, q Quantity) (Factor, fraction, error) {
	x, err := f.at(year)
	if err != nil {
		return Factor{}, fraction{}, err
	}
	if err := mismatch(q.unit, f.def.Per); err != nil {
		return Factor{}, fraction{}, fmt.Errorf("factors of %s: %w", f.def.Of, err)
	}
	if q.unit == f.def.Per {
		return x, fraction{q.amount, decimal.New(1, 0)}, nil
	}
	return x, fraction{q.base(), f.def.Per.def().amount}, nil
}

// On is the series on a metric: exactly the sum of mass × GWP by year, where it is
// of gases. Biogenic CO2 counts 0. Factors that are on the metric already stay
// what they are; on another they are a [*MetricMismatchError]. A gas that the
// metric lacks is a [*NoFactorError].
func (f Factors) On(m Metric) (Factors, error) {
	if f.def == nil {
		return Factors{}, ErrNoFactors
	}
	if m.IsZero() {
		return Factors{}, ErrNoMetric
	}
	if !f.def.metric.IsZero() {
		if err := (CO2e{m: f.def.metric}).mismatch(CO2e{m: m}); err != nil {
			return Factors{}, fmt.Errorf("factors of %s: %w", f.def.Of, err)
		}
		return f, nil
	}
	d := f.def.FactorsDefinition
	d.Years = slices.Clone(d.Years)
	for i := range d.Years {
		sum := CO2e{m: m}
		for _, mass := range d.Years[i].Gases {
			c, err := mass.CO2e(m)
			if err != nil {
				return Factors{}, fmt.Errorf("factors of %s: %w", d.Of, err)
			}
			sum.t = sum.t.Add(c.t)
		}
		d.Years[i].CO2e, d.Years[i].Gases = sum, nil
	}
	return NewFactors(d)
}

// String is the series in one line: "electricity, CO2e (AR5) per MWh, 2018 to
// 2022 (2024)".
func (f Factors) String() string {
	if f.def == nil {
		return "no factors"
	}
	years := "all years"
	if f.def.always == nil {
		var have []int
		for _, x := range f.def.Years {
			have = append(have, x.Year)
		}
		years = spans(have)
	}
	s := fmt.Sprintf("%s, %s per %s, %s", f.def.Of, f.def.Years[0].what(), f.def.Per, years)
	if f.def.Edition != "" {
		s += " (" + f.def.Edition + ")"
	}
	return s
}
