package series

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Surrogate follows a statistic that goes with the emissions, such as population or
// vehicle-kilometres, from a year in which both are known (IPCC 2006, vol. 1, eq. 5.2):
//
//	y₀ = yₜ × s₀/sₜ
//
// The statistic must have a value for each of these years. It is 0 or more, and in the
// reference year more than 0.
type Surrogate struct {
	Of        ghg.Years[decimal.Decimal]
	Reference int // the year t
}

// String is the method with its equation.
func (Surrogate) String() string { return methodNames.surrogate.En }

// Korean is the method in Korean.
func (Surrogate) Korean() string { return methodNames.surrogate.Ko }

func (s Surrogate) check(faults *ghg.Faults) {
	const of = "surrogate"
	checkStatistic(faults, of, s.Of)
	faults.RefuseYear(of, "reference", s.Reference)
}

func (s Surrogate) fill(l *line, year int) (step, error) {
	known, err := l.need(s.Reference)
	if err != nil {
		return step{}, err
	}
	there, err := need(s.Of, s.Reference)
	if err != nil {
		return step{}, err
	}
	here, err := need(s.Of, year)
	if err != nil {
		return step{}, err
	}
	if there.tonnes.IsZero() {
		return step{}, ghg.Refusal(s.Of.Name(), "value", "0",
			"in the reference year "+strconv.Itoa(s.Reference)+" it must be more than 0: it is divided by")
	}
	x := new(big.Rat).Mul(known.tonnes.Rat(), here.tonnes.Rat())
	return step{value: x.Quo(x, there.tonnes.Rat()), uses: []point{known}, others: []point{there, here},
		arithmetic: fmt.Sprintf("%s × %s/%s, %s of %d and %d", known.tonnes, here.tonnes, there.tonnes, s.Of.Name(), year, s.Reference)}, nil
}

func checkStatistic(faults *ghg.Faults, of string, statistic ghg.Years[decimal.Decimal]) {
	if statistic.IsZero() {
		faults.Refuse(of, "of", "", "a statistic is needed: make one with ghg.NewYears")
	}
}

// need is the value of a statistic in a year.
func need(statistic ghg.Years[decimal.Decimal], year int) (point, error) {
	v, err := statistic.Need(year)
	if err != nil {
		return point{}, err
	}
	if err := exact.Check(v.Value); err != nil {
		return point{}, fmt.Errorf("%s in %d: %w", statistic.Name(), year, err)
	}
	if v.Value.IsNegative() {
		return point{}, ghg.Refusal(fmt.Sprintf("%s in %d", statistic.Name(), year), "value", v.Value.String(), "0 or more is needed")
	}
	return point{year: year, tonnes: v.Value, status: v.Status, source: v.Source}, nil
}
