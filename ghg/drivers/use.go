package drivers

import (
	"fmt"
	"slices"
	"sort"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// UseYear is what a use of energy, or another source, emitted in a year, and
// the numbers of its factors as in a [Row]. Where they are not known, both
// lists are empty: the year's emissions count, and cannot be split.
type UseYear struct {
	Year       int
	Emissions  ghg.CO2e
	Quantities []decimal.Decimal
	Factors    []decimal.Decimal
}

// Use is a part of a city's emissions with the identity that explains it:
// electricity of homes = floor area × electricity per floor area × grid factor.
// The attributions of the factors say which effects are whose. A use with the
// zero Identity is one without activity data: all its change is [Unattributed].
// It is immutable; the zero Use is refused.
type Use struct {
	name     string
	identity Identity
	metric   ghg.Metric
	years    []useYear // by year
}

type useYear struct {
	year      int
	emissions ghg.CO2e
	row       row // without ratios where the factors are not known
}

func (y useYear) isSplit() bool { return len(y.row.ratios) > 0 }

// NewUse makes a use of its years, which may come in any order. The product of
// the identity must be in tCO2e. It refuses a year given twice, emissions on
// two metrics (a [*ghg.MetricMismatchError]), numbers that cannot be factors (a
// [*ValueError]) and factors that do not reproduce the emissions within the
// tolerance of the identity (an [*IdentityError]).
func NewUse(name string, identity Identity, years ...UseYear) (Use, error) {
	switch {
	case name == "" || len(name) > ghg.MaxName:
		return Use{}, fmt.Errorf("a use needs a name of at most %d bytes", ghg.MaxName)
	case !identity.IsZero() && identity.unit != tonnes:
		return Use{}, fmt.Errorf("%q: the identity gives %s; it must give %s", name, identity.unit, tonnes)
	case len(years) == 0 || len(years) > MaxSteps:
		return Use{}, fmt.Errorf("%q: %d years: 1 to %d are allowed", name, len(years), MaxSteps)
	}
	u := Use{name, identity, years[0].Emissions.Metric(), make([]useYear, len(years))}
	for i, y := range years {
		if !isYear(y.Year) {
			return Use{}, fmt.Errorf("%q: %w", name, yearRange(y.Year))
		}
		if err := sameMetric(u.metric, y.Emissions); err != nil {
			return Use{}, fmt.Errorf("%q, %d: %w", name, y.Year, err)
		}
		u.years[i] = useYear{year: y.Year, emissions: y.Emissions}
		if len(y.Quantities)+len(y.Factors) == 0 {
			continue
		}
		var err error
		stated := decimal.NewNullDecimal(y.Emissions.Tonnes())
		if u.years[i].row, err = newRow(identity, y.Year, Row{name, y.Quantities, y.Factors, stated}); err != nil {
			return Use{}, err
		}
	}
	sort.SliceStable(u.years, func(i, j int) bool { return u.years[i].year < u.years[j].year })
	for i, y := range u.years[1:] {
		if u.years[i].year == y.year {
			return Use{}, fmt.Errorf("%q: %d is given twice", name, y.year)
		}
	}
	return u, nil
}

// Name is the name of the use.
func (u Use) Name() string { return u.name }

// Identity is the identity of the use; the zero Identity where there is none.
func (u Use) Identity() Identity { return u.identity }

// String is the use in one line.
func (u Use) String() string {
	if u.name == "" {
		return "no use"
	}
	return u.name + ": " + u.identity.String()
}

// between are the years of a period, which must both be among them.
func (u Use) between(from, to int) ([]useYear, error) {
	i := sort.Search(len(u.years), func(i int) bool { return u.years[i].year >= from })
	j := sort.Search(len(u.years), func(i int) bool { return u.years[i].year > to })
	years := u.years[i:j]
	for _, year := range [2]int{from, to} {
		if !slices.ContainsFunc(years, func(y useYear) bool { return y.year == year }) {
			return nil, u.lacks(year)
		}
	}
	return years, nil
}

func (u Use) lacks(year int) error {
	return &ghg.NoFigureError{Of: fmt.Sprintf("%q", u.name), Year: year}
}
