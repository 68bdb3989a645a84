package selection

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// MaxExact is the number of open candidates up to which every answer is exact.
const MaxExact = 25

// CutPlaces are the decimal places of the share that is cut of a source.
const CutPlaces = 9

// What a problem may hold.
const (
	maxCandidates = 500 // in all
	maxRules      = 100 // limits, minima, shared sources and years asked, each
	maxOnSource   = 40  // candidates on one shared source
	maxJoint      = 500 // shared sources, times the years asked at once
)

// Definition is what [New] makes a problem of. 1 to 500 Candidates, Kind and
// Metric are needed; of the others, 100 of each are allowed.
type Definition struct {
	Name       string
	Kind       strategy.Kind // of all reductions
	Metric     ghg.Metric    // of all reductions
	Candidates []Candidate
	Shared     []SharedSource
	Limits     []Limit
	Minima     []Minimum
}

// Problem is candidates and the rules that a choice among them has to keep. It
// is immutable. The zero Problem has no candidates and answers no question.
type Problem struct{ def *problem }

type problem struct {
	Definition
	index    map[string]int
	zero     ghg.CO2e       // on the metric
	money    strategy.Money // 0 of the candidates' currency and prices
	requires [][]int        // of each candidate
	excludes [][]int        // likewise, both ways
	fixed    []Choice       // with what follows from the choices made
	conflict []string       // between choices made
}

// New checks a definition and makes a problem of it. The error is a [ghg.Faults]
// of all that is wrong at once, and beside it what metrics and moneys do not meet.
func New(d Definition) (Problem, error) {
	p := &problem{Definition: d, index: map[string]int{}}
	p.Candidates = slices.Clone(d.Candidates)
	for i := range p.Candidates {
		p.Candidates[i] = p.Candidates[i].clone()
	}
	p.Shared = slices.Clone(d.Shared)
	for i := range p.Shared {
		p.Shared[i] = p.Shared[i].clone()
	}
	p.Limits, p.Minima = slices.Clone(d.Limits), slices.Clone(d.Minima)
	c := checker{problem: p}
	c.all()
	if c.faults.Len() > 0 {
		return Problem{}, errors.Join(append([]error{c.faults}, c.mismatches...)...)
	}
	p.settle()
	return Problem{p}, nil
}

// Len is the number of candidates.
func (p Problem) Len() int {
	if p.def == nil {
		return 0
	}
	return len(p.def.Candidates)
}

// checker collects what is wrong with a definition.
type checker struct {
	*problem
	faults     ghg.Faults
	mismatches []error // of metrics and moneys, the first of each: a caller may branch on them
}

// wrong says that a field does not stand, and what is allowed.
func (c *checker) wrong(of, field, value, format string, args ...any) {
	c.faults.Refuse(of, field, value, fmt.Sprintf(format, args...))
}

// refused says it in the words of an error, if there is one.
func (c *checker) refused(of, field, value string, err error) {
	if err == nil {
		return
	}
	c.faults.Refuse(of, field, value, err.Error())
	var metric *ghg.MetricMismatchError
	var money *strategy.MoneyMismatchError
	found := errors.Join(c.mismatches...)
	if errors.As(err, &metric) && !errors.As(found, &metric) || errors.As(err, &money) && !errors.As(found, &money) {
		c.mismatches = append(c.mismatches, fmt.Errorf("%s, %s: %w", of, field, err))
	}
}

// number refuses a number that is out of bounds.
func (c *checker) number(of, field string, d decimal.Decimal) {
	if err := exact.Check(d); err != nil {
		c.refused(of, field, exact.Text(d), err)
	}
}

// of names the problem in a fault.
func (p *problem) of() string {
	if p.Name == "" {
		return "selection"
	}
	return "selection " + words.Quote(p.Name)
}

// candidateOf names a candidate in a fault.
func candidateOf(id string) string { return "candidate " + words.Quote(id) }

func (c *checker) all() {
	of := c.of()
	if !c.Kind.Valid() {
		c.wrong(of, "kind", "", "name one, such as strategy.Expected")
	}
	zero, err := ghg.CO2eOf(ghg.Mass{}, c.Metric)
	c.refused(of, "metric", "", err)
	c.zero = zero
	if n := len(c.Candidates); n == 0 || n > maxCandidates {
		c.wrong(of, "candidates", strconv.Itoa(n), "1 to %d are allowed", maxCandidates)
		return
	}
	for _, list := range []struct {
		field string
		n     int
	}{{"shared sources", len(c.Shared)}, {"limits", len(c.Limits)}, {"minima", len(c.Minima)}} {
		if list.n > maxRules {
			c.wrong(of, list.field, strconv.Itoa(list.n), "at most %d are allowed", maxRules)
			return
		}
	}
	for i, x := range c.Candidates {
		at := fmt.Sprintf("candidate %d", i+1)
		if x.ID == "" || len(x.ID) > ghg.MaxName {
			c.wrong(at, "id", x.ID, "1 to %d bytes are needed", ghg.MaxName)
		}
		if j, taken := c.index[x.ID]; taken {
			c.wrong(at, "id", x.ID, "candidate %d has this ID too", j+1)
			continue
		}
		c.index[x.ID] = i
	}
	shared := c.shared()
	for i := range c.Candidates {
		c.candidate(i, shared[i])
	}
	c.limits()
	c.minima()
	c.links()
}

func (c *checker) candidate(i int, onShared bool) {
	x := &c.Candidates[i]
	of := candidateOf(x.ID)
	if len(x.Area) > ghg.MaxName {
		c.wrong(of, "area", x.Area, "at most %d bytes are allowed", ghg.MaxName)
	}
	if int(x.Choice) >= len(choices) {
		c.wrong(of, "choice", strconv.Itoa(int(x.Choice)), "open, must-have and barred are allowed")
	}
	if c.money.IsUnset() && !x.Cost.IsUnset() {
		c.money = x.Cost.Zero()
	}
	c.sameMoney(of, "cost", x.Cost)
	switch r := x.Reductions; {
	case r.IsZero():
		if !onShared {
			c.wrong(of, "reductions", "", "none given, and it cuts on no shared source: leave out what is not quantified")
		}
	case !c.Kind.Valid(): // said once
	case r.Kind() != c.Kind:
		c.wrong(of, "reductions", r.Kind().String(), "all are to be %s: reductions of two kinds are never added", c.Kind)
	case r.Metric().ID() != c.Metric.ID():
		c.refused(of, "reductions", "", &ghg.MetricMismatchError{A: c.Metric.ID(), B: r.Metric().ID()})
	default:
		for year, amount := range r.All() {
			c.number(fmt.Sprintf("%s, %d", of, year), "reductions", amount.Tonnes())
		}
	}
	if n := len(x.Uses); n > maxRules {
		c.wrong(of, "uses", strconv.Itoa(n), "at most %d are allowed", maxRules)
		return
	}
	for _, resource := range slices.Sorted(maps.Keys(x.Uses)) {
		c.number(of+", "+words.Quote(resource), "use", x.Uses[resource])
		if !slices.ContainsFunc(c.Limits, func(l Limit) bool { return l.Resource == resource }) {
			c.wrong(of, "uses", resource, "no limit of this resource is given")
		}
	}
}

// sameMoney refuses money that is none, out of bounds, or not in the currency
// and prices of the candidates.
func (c *checker) sameMoney(of, field string, m strategy.Money) {
	if m.IsUnset() {
		c.wrong(of, field, "", "an amount with its currency and prices is needed")
		return
	}
	_, err := c.money.Add(m)
	c.refused(of, field, "", err)
	c.number(of, field, m.Amount())
}

func (c *checker) limits() {
	seen := map[string]bool{}
	for i, l := range c.Limits {
		if l.Resource == "" || len(l.Resource) > ghg.MaxName || seen[l.Resource] {
			c.wrong(fmt.Sprintf("limit %d", i+1), "resource", l.Resource, "a name of its own of 1 to %d bytes is needed", ghg.MaxName)
		}
		seen[l.Resource] = true
		c.number("limit "+words.Quote(l.Resource), "most", l.Most)
	}
}

func (c *checker) minima() {
	seen := map[string]bool{}
	for i, m := range c.Minima {
		at, of := fmt.Sprintf("minimum %d", i+1), "minimum of area "+words.Quote(m.Area)
		if seen[m.Area] {
			c.wrong(at, "area", m.Area, "it has a minimum already")
		}
		seen[m.Area] = true
		if !slices.ContainsFunc(c.Candidates, func(x Candidate) bool { return x.Area == m.Area }) {
			c.wrong(at, "area", m.Area, "no candidate is in it")
		}
		if m.Actions < 0 || m.Actions == 0 && m.Money.IsUnset() {
			c.wrong(of, "actions", strconv.Itoa(m.Actions), "1 or more, or money, is needed")
		}
		if !m.Money.IsUnset() {
			c.sameMoney(of, "money", m.Money)
		}
	}
}

var one = decimal.New(1, 0)
