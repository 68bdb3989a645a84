package selection

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// What a problem may hold.
const (
	MaxExact      = 25  // open candidates up to which every answer is exact
	MaxCandidates = 500 // in all
	MaxRules      = 100 // limits, minima and years asked, each
	MaxOnSource   = 40  // candidates on one shared source
	MaxJoint      = 500 // shared sources, times the years asked at once
	CutPlaces     = 9   // decimal places of the share that is cut of a source
)

const maxID = 200 // bytes of an ID or name

// Definition is what [New] makes a problem of. Candidates, Kind and Metric are
// needed.
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

// ErrNoProblem says that the zero Problem was asked.
var ErrNoProblem = errors.New("no problem: make one with selection.New")

// DefinitionError says that a field of a definition does not stand.
type DefinitionError struct {
	Field  string // `candidate 3 "bus", cost`
	Detail string // what is wrong and what is allowed
	Err    error  // the cause that has a type of its own, or nil
}

func (e *DefinitionError) Error() string {
	if e.Err != nil {
		return e.Field + ": " + e.Err.Error()
	}
	return e.Field + ": " + e.Detail
}

// Unwrap is the cause that has a type of its own, if there is one.
func (e *DefinitionError) Unwrap() error { return e.Err }

// CycleError says that candidates require one another in a circle, so that
// none of them can be done first. Make one action of them, or drop a
// requirement.
type CycleError struct{ IDs []string } // each requires the next, the last the first

func (e *CycleError) Error() string {
	text := "requirements in a circle: "
	for _, id := range e.IDs {
		text += fmt.Sprintf("%q requires ", id)
	}
	for _, first := range e.IDs[:min(1, len(e.IDs))] {
		text += fmt.Sprintf("%q", first)
	}
	return text + ": make one action of them, or drop a requirement"
}

// New checks a definition and makes a problem of it. The error holds all that
// is wrong at once, each a [*DefinitionError] or a [*CycleError].
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
	if err := errors.Join(c.errs...); err != nil {
		return Problem{}, fmt.Errorf("selection %.200q: %w", d.Name, err)
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
	errs []error
}

const maxErrors = 1000

func (c *checker) wrong(field, format string, args ...any) {
	c.add(&DefinitionError{Field: field, Detail: fmt.Sprintf(format, args...)})
}

func (c *checker) wrap(field string, err error) {
	if err != nil {
		c.add(&DefinitionError{Field: field, Err: err})
	}
}

func (c *checker) add(err error) {
	switch n := len(c.errs); {
	case n < maxErrors:
		c.errs = append(c.errs, err)
	case n == maxErrors:
		c.errs = append(c.errs, errors.New("and more"))
	}
}

func (c *checker) all() {
	if !c.Kind.Valid() {
		c.wrap("kind", strategy.ErrNoKind)
	}
	zero, err := ghg.CO2eOf(ghg.Mass{}, c.Metric)
	c.wrap("metric", err)
	c.zero = zero
	if n := len(c.Candidates); n == 0 || n > MaxCandidates {
		c.wrong("candidates", "%d given: 1 to %d are allowed", n, MaxCandidates)
		return
	}
	for _, list := range []struct {
		field string
		n     int
	}{{"shared sources", len(c.Shared)}, {"limits", len(c.Limits)}, {"minima", len(c.Minima)}} {
		if list.n > MaxRules {
			c.wrong(list.field, "%d given: at most %d are allowed", list.n, MaxRules)
			return
		}
	}
	for i, x := range c.Candidates {
		if j, taken := c.index[x.ID]; taken {
			c.wrong(c.at(i), "candidate %d has this ID too", j+1)
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

// at names a candidate in an error.
func (p *problem) at(i int) string { return fmt.Sprintf("candidate %d %.60q", i+1, p.Candidates[i].ID) }

func (c *checker) candidate(i int, onShared bool) {
	x, at := &c.Candidates[i], c.at(i)
	if x.ID == "" || len(x.ID) > maxID || len(x.Area) > maxID {
		c.wrong(at, "an ID of 1 to %d bytes is needed, and an area of no more", maxID)
	}
	if int(x.Choice) >= len(choices) {
		c.wrong(at+", choice", "%d: open, must-have and barred are allowed", x.Choice)
	}
	switch {
	case x.Cost.IsUnset():
		c.wrap(at+", cost", strategy.ErrNoMoney)
	case c.money.IsUnset():
		c.money = x.Cost.Zero()
		fallthrough
	default:
		_, err := c.money.Add(x.Cost)
		c.wrap(at+", cost", err)
		c.wrap(at+", cost", exact.Check(x.Cost.Amount()))
	}
	switch r := x.Reductions; {
	case r.IsZero():
		if !onShared {
			c.wrong(at+", reductions", "none given, and it cuts on no shared source: leave out what is not quantified")
		}
	case !c.Kind.Valid(): // said once
	case r.Kind() != c.Kind:
		c.wrap(at+", reductions", &strategy.KindMismatchError{A: c.Kind, B: r.Kind()})
	case r.Metric().ID() != c.Metric.ID():
		c.wrap(at+", reductions", &ghg.MetricMismatchError{A: c.Metric.ID(), B: r.Metric().ID()})
	default:
		for year, amount := range r.All() {
			c.wrap(fmt.Sprintf("%s, reductions in %d", at, year), exact.Check(amount.Tonnes()))
		}
	}
	if len(x.Uses) > MaxRules {
		c.wrong(at+", uses", "%d given: at most %d are allowed", len(x.Uses), MaxRules)
		return
	}
	for _, resource := range sortedKeys(x.Uses) {
		c.wrap(fmt.Sprintf("%s, use of %.60q", at, resource), exact.Check(x.Uses[resource]))
		if !slices.ContainsFunc(c.Limits, func(l Limit) bool { return l.Resource == resource }) {
			c.wrong(fmt.Sprintf("%s, use of %.60q", at, resource), "no limit of this resource is given")
		}
	}
}

func (c *checker) limits() {
	seen := map[string]bool{}
	for i, l := range c.Limits {
		at := fmt.Sprintf("limit %d %.60q", i+1, l.Resource)
		if l.Resource == "" || len(l.Resource) > maxID || seen[l.Resource] {
			c.wrong(at, "a resource of 1 to %d bytes is needed, each once", maxID)
		}
		seen[l.Resource] = true
		c.wrap(at, exact.Check(l.Most))
	}
}

func (c *checker) minima() {
	seen := map[string]bool{}
	for i, m := range c.Minima {
		at := fmt.Sprintf("minimum %d %.60q", i+1, m.Area)
		if seen[m.Area] {
			c.wrong(at, "this area has a minimum already")
		}
		seen[m.Area] = true
		if !slices.ContainsFunc(c.Candidates, func(x Candidate) bool { return x.Area == m.Area }) {
			c.wrong(at, "no candidate is in this area")
		}
		if m.Actions < 0 || m.Actions == 0 && m.Money.IsUnset() {
			c.wrong(at, "a number of actions of 1 or more, or money, is needed")
		}
		if !m.Money.IsUnset() {
			_, err := c.money.Add(m.Money)
			c.wrap(at+", money", err)
			c.wrap(at+", money", exact.Check(m.Money.Amount()))
		}
	}
}

func sortedKeys[K interface{ ~int | ~string }, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

var one = decimal.New(1, 0)
