package sink

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Unit is what is planted. The zero Unit is refused.
type Unit uint8

// The units.
const (
	Tree Unit = iota + 1
	Hectare
)

// String is "tree" or "hectare".
func (u Unit) String() string {
	switch u {
	case Tree:
		return "tree"
	case Hectare:
		return "hectare"
	}
	return fmt.Sprintf("unknown unit (%d)", uint8(u))
}

// Korean is the same in Korean: 헥타르.
func (u Unit) Korean() string { return words.SetName("ghg/sink.Unit", u.String()) }

// MarshalText writes what String says.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// Between says what holds at ages between those of a table. The zero Between is
// Listed.
type Between uint8

// The rules for ages that a table does not list.
const (
	// Listed allows no other ages than those of the table.
	Listed Between = iota
	// Held keeps the uptake of the age before, and that of the last age for
	// good.
	Held
	// Linear is the straight line between two ages.
	Linear
)

var betweens = [...]string{"as listed", "held until the next age", "linear between ages"}

// String is the rule in words.
func (b Between) String() string {
	if int(b) < len(betweens) {
		return betweens[b]
	}
	return fmt.Sprintf("unknown rule (%d)", uint8(b))
}

// Korean is the same in Korean: 다음 수령까지 같은 값.
func (b Between) Korean() string { return words.SetName("ghg/sink.Between", b.String()) }

// MarshalText writes what String says.
func (b Between) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// maxAge is the highest age in a table.
const maxAge = 500

// Growth is what one tree or hectare takes up in a year, by age. It is
// immutable; the zero Growth is refused.
type Growth struct{ def *growth }

type growth struct {
	per      Unit
	between  Between
	constant bool
	source   string
	metric   ghg.Metric
	ages     []int
	uptakes  []ghg.CO2e
}

var errNoGrowth = errors.New("no growth given: make one with sink.ByAge or sink.Constant")

// ByAge makes a growth of a table of uptakes by age, with a source. Uptakes are
// 0 or more and on one metric (else a [*ghg.MetricMismatchError]); what falls is a
// matter of survival and reversals. The year of planting is age 0, and has to be in
// the table. What does not stand is a [ghg.Fault], and all of it is reported.
func ByAge(per Unit, uptakes map[int]ghg.CO2e, between Between, source string) (Growth, error) {
	var faults ghg.Faults
	if per != Tree && per != Hectare {
		faults.Refuse("growth", "unit", per.String(), "sink.Tree and sink.Hectare are allowed")
	}
	if int(between) >= len(betweens) {
		faults.Refuse("growth", "ages between", between.String(), "sink.Listed, sink.Held and sink.Linear are allowed")
	}
	if source == "" {
		faults.Refuse("growth", "source", "", "name the study or table of the uptake")
	}
	g := &growth{per: per, between: between, source: source, ages: slices.Sorted(maps.Keys(uptakes))}
	refuseAges("growth", g.ages, &faults)
	for _, age := range g.ages {
		c := uptakes[age]
		if c.Sign() < 0 {
			faults.Refuse("growth", fmt.Sprintf("uptake at age %d", age), c.String(),
				"0 or more is allowed; a loss is a matter of survival or a reversal")
		}
		g.uptakes = append(g.uptakes, c)
	}
	if err := faults.Err(); err != nil {
		return Growth{}, err
	}
	g.metric = uptakes[0].Metric()
	for i, c := range g.uptakes {
		if a, b := g.metric.ID(), c.Metric().ID(); a != b {
			return Growth{}, fmt.Errorf("uptake at age %d: %w", g.ages[i], &ghg.MetricMismatchError{A: a, B: b})
		}
	}
	return Growth{g}, nil
}

// refuseAges refuses a table that does not begin at planting, or goes on for too
// long.
func refuseAges(of string, ages []int, faults *ghg.Faults) {
	if len(ages) == 0 || ages[0] != 0 || ages[len(ages)-1] > maxAge {
		faults.Refuse(of, "ages", strings.Trim(fmt.Sprint(ages), "[]"),
			fmt.Sprintf("ages from 0, the year of planting, to %d at most are needed", maxAge))
	}
}

// Constant is the same uptake at every age. Published figures such as 9.1 kg a
// year for a pine are of one age, here 30 years: a seedling takes up far less,
// and a [Project] says so in a finding.
func Constant(per Unit, uptake ghg.CO2e, source string) (Growth, error) {
	g, err := ByAge(per, map[int]ghg.CO2e{0: uptake}, Held, source)
	if err == nil {
		g.def.constant = true
	}
	return g, err
}

// NoUptakeError says that a growth has no uptake for an age.
type NoUptakeError struct {
	Age, Last int // the age that was asked for, and the last of the table
	Between   Between
}

func (e *NoUptakeError) Error() string {
	return fmt.Sprintf("no uptake at age %d: the table goes to age %d, %s; what is missing is not 0", e.Age, e.Last, e.Between)
}

// Per is the unit that the uptake is of.
func (g Growth) Per() Unit {
	if g.def == nil {
		return 0
	}
	return g.def.per
}

// At is the uptake of one unit in the year in which it has an age, or a
// [*NoUptakeError].
func (g Growth) At(age int) (ghg.CO2e, error) {
	if g.def == nil {
		return ghg.CO2e{}, errNoGrowth
	}
	d := g.def
	last := d.ages[len(d.ages)-1]
	fail := func() (ghg.CO2e, error) {
		return ghg.CO2e{}, &NoUptakeError{Age: age, Last: last, Between: d.between}
	}
	i := sort.SearchInts(d.ages, age)
	switch {
	case i < len(d.ages) && d.ages[i] == age:
		return d.uptakes[i], nil
	case age < 0 || d.between == Listed:
		return fail()
	case d.between == Held:
		return d.uptakes[i-1], nil
	case age > last:
		return fail()
	}
	a, z := d.uptakes[i-1], d.uptakes[i]
	all, gone := decimal.New(int64(d.ages[i]-d.ages[i-1]), 0), decimal.New(int64(age-d.ages[i-1]), 0)
	sum, err := a.Scale(all.Sub(gone))
	if err != nil {
		return ghg.CO2e{}, err
	}
	rise, err := z.Scale(gone)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return plus(sum, rise).Quotient(all, ghg.RecomputePlaces)
}

// Survival is the share of what was planted that is alive, by age. It is
// immutable; the zero Survival is refused.
type Survival struct {
	ages   []int
	alive  []ghg.Share
	source string
}

// NewSurvival makes a survival of shares by age, each of which holds until the
// next; age 0 is the year of planting. Shares lie between 0 % and 100 % and
// never rise. That all survive has to be said: 100 % at age 0. What does not stand
// is a [ghg.Fault], and all of it is reported.
func NewSurvival(alive map[int]ghg.Share, source string) (Survival, error) {
	s := Survival{ages: slices.Sorted(maps.Keys(alive)), source: source}
	var faults ghg.Faults
	if source == "" {
		faults.Refuse("survival", "source", "", "name it, or who assumes the survival")
	}
	refuseAges("survival", s.ages, &faults)
	for i, age := range s.ages {
		x := alive[age]
		field := fmt.Sprintf("share at age %d", age)
		switch {
		case faults.RefuseShare("survival", field, x):
		case i > 0 && x.Cmp(s.alive[i-1]) > 0:
			faults.Refuse("survival", field, x.String(),
				fmt.Sprintf("it is more than %s before: what is planted anew is another cohort", s.alive[i-1]))
		}
		s.alive = append(s.alive, x)
	}
	if err := faults.Err(); err != nil {
		return Survival{}, err
	}
	return s, nil
}

// At is the share that is alive at an age; 0 % before planting.
func (s Survival) At(age int) ghg.Share {
	i := sort.Search(len(s.ages), func(i int) bool { return s.ages[i] > age })
	if i == 0 {
		return ghg.MustShare("0%")
	}
	return s.alive[i-1]
}
