package ghg

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

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

// ErrNoFactors says that a series of factors was needed and none was given.
var ErrNoFactors = errors.New("no emission factors given: make them with ghg.NewFactors")

// NewFactors makes a series of factors, in any order. It refuses with [Faults], all
// at once: a series that does not say what is used, its unit or a source; one
// factor for all years beside others; one below 0, or with both CO2e and gases or
// neither; an interval that does not exist; other gases than the first year has.
// Beside them stand a year out of range (a [*YearError]) or given twice (a
// [*TwiceError]), and CO2e on two metrics (a [*MetricMismatchError]).
func NewFactors(d FactorsDefinition) (Factors, error) {
	var faults Faults
	var errs []error
	of := "factors of " + words.Clip(d.Of, maxKept)
	if d.Of == "" || len(d.Of) > MaxName {
		faults.Refuse("factors", "of", d.Of, fmt.Sprintf("what is used is needed, such as electricity, in at most %d bytes", MaxName))
	}
	if len(d.Edition) > MaxName {
		faults.Refuse(of, "edition", d.Edition, fmt.Sprintf("it has at most %d bytes", MaxName))
	}
	if d.Per.Dimension() == 0 {
		faults.Refuse(of, "unit", "", "a unit of activity is needed, such as ghg.MegawattHour")
	}
	if len(d.Years) == 0 {
		faults.Refuse(of, "years", "", "at least one factor is needed")
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
		faults.addOf(of+", "+x.when(), x.check())
		if err := x.like(&f.Years[0]); err != nil && !faults.addOf(of+", "+x.when(), err) {
			errs = append(errs, fmt.Errorf("%s, %s: %w", of, x.when(), err))
		}
		if x.Year != 0 {
			byYear = append(byYear, OfYear[Factor]{x.Year, *x, x.Status, x.Source})
			continue
		}
		if x.Status > Projected {
			errs = append(errs, &UnknownError{Of: of, What: "status", ID: x.Status.String(), Allowed: statusNames})
		}
		if f.always = x; len(f.Years) > 1 {
			faults.Refuse(of, "year", "0", "one factor holds in all years, and others stand beside it: give each its year")
		}
	}
	var err error
	if f.byYear, err = NewYears(words.Clip(of, MaxName-len("…")), "", nil, byYear...); err != nil {
		errs = append(errs, err)
	}
	if err := joined(faults, errs); err != nil {
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

// checksum is the ID of what the series says: use, edition, unit and, by year,
// amounts, interval, day of publication and status. Texts of sources are not in
// it.
func (f *factors) checksum() string {
	var b strings.Builder
	fmt.Fprintf(&b, "factors 1\n%q %q %s\n", f.use, f.Edition, f.Per.identity())
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
	return ownID(strings.TrimSpace(f.use+" "+f.Edition), checksumOf(b.String()))
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
		years = words.Spans(have).En
	}
	s := fmt.Sprintf("%s, %s per %s, %s", f.def.Of, f.def.Years[0].what(), f.def.Per, years)
	if f.def.Edition != "" {
		s += " (" + f.def.Edition + ")"
	}
	return s
}
