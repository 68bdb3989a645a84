package drivers

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// UseYear is what a use of energy, or another source, emitted in a year, and
// the numbers of its factors as in a [Row]. Where they are not known, both
// lists are empty: the year's emissions count, and cannot be split.
type UseYear struct {
	Year       int               `json:"year"`
	Emissions  ghg.CO2e          `json:"emissions"`
	Quantities []decimal.Decimal `json:"quantities,omitempty"`
	Factors    []decimal.Decimal `json:"factors,omitempty"`
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
// the identity must be in tCO2e. A year given twice, numbers that cannot be factors,
// emissions on two metrics and factors that do not reproduce the emissions within the
// tolerance of the identity ([ghg.FaultMismatch]) are each a [ghg.Fault], and all are
// reported; beside two metrics stands a [*ghg.MetricMismatchError].
func NewUse(name string, identity Identity, years ...UseYear) (Use, error) {
	var faults ghg.Faults
	of := "use " + words.Quote(name)
	if name == "" || len(name) > ghg.MaxName {
		faults.Refuse("use", "name", name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
	}
	if !identity.IsZero() && identity.unit != tonnes {
		faults.Refuse(of, "identity", identity.unit, "it must give "+tonnes)
	}
	if n := len(years); n == 0 || n > maxSteps {
		faults.Refuse(of, "years", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxSteps))
		return Use{}, faults // what is too long is not looked through
	}
	u := Use{name, identity, years[0].Emissions.Metric(), make([]useYear, len(years))}
	var mismatch error
	for i, y := range years {
		if err := sameMetric(u.metric, y.Emissions); err != nil {
			faults.Refuse(fmt.Sprintf("%s in %d", of, y.Year), "emissions", y.Emissions.String(), err.Error())
			mismatch = cmp.Or(mismatch, err)
		}
		faults.RefuseYear(of, "year", y.Year)
		u.years[i] = useYear{year: y.Year, emissions: y.Emissions}
		if len(y.Quantities)+len(y.Factors) > 0 && (identity.IsZero() || identity.unit == tonnes) {
			c := checker{fmt.Sprintf("%d, %s", y.Year, words.Quote(name)), &faults}
			u.years[i].row, _ = c.row(identity, Row{name, y.Quantities, y.Factors, decimal.NewNullDecimal(y.Emissions.Tonnes())})
		}
	}
	sort.SliceStable(u.years, func(i, j int) bool { return u.years[i].year < u.years[j].year })
	for i, y := range u.years[1:] {
		if u.years[i].year == y.year {
			faults.Refuse(of, "year", strconv.Itoa(y.year), "given twice: a year has one figure")
		}
	}
	if err := faults.Err(); err != nil {
		return Use{}, errors.Join(err, mismatch)
	}
	return u, nil
}

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
	return &ghg.NoFigureError{Of: words.Quote(u.name), Year: year}
}
