package managed

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// item is what rules meet: an effect of an action, a source of a baseline, or its rest.
type item struct {
	action, area string // of an effect
	on           strategy.EmissionSource
	scope        ghg.Scope
	rest         bool
}

// String names an item in a message.
func (x item) String() string {
	switch {
	case x.action != "":
		return "action " + words.Quote(x.action) + ", effect on " + x.on.String()
	case x.rest:
		return "rest"
	}
	return "source " + x.on.String()
}

// itemKey tells an item of a portfolio or a baseline from others.
type itemKey struct {
	action string
	on     strategy.EmissionSource // folded
}

func (x item) key() itemKey { return itemKey{x.action, x.on.Folded()} }

// placing finds the rules that count, and keeps what they say.
type placing struct {
	r      carveout.Register
	rules  []Rule
	areas  []string // of each rule, by code where that is known
	met    []int    // how many items each rule counts for, and
	would  []int    // how many it would meet
	placed map[itemKey]placed
	carved map[carvedKey]carved
	sites  map[siteKey]carveout.Facility
	known  sync.Mutex // of carved and sites, as splits are asked after they are made
	faults ghg.Faults
	errs   []error
}

type carvedKey struct {
	category     ghg.Category
	fuel         string
	year, shared int
}

type siteKey struct {
	id   string
	year int
}

type carved struct {
	part, whole ghg.CO2e
	err         error
}

// maxRules is how many rules a list may have.
const maxRules = 2000

// maxErrors is how many errors on shares are listed.
const maxErrors = 100

// newPlacing takes rules that stand beside a register and a framework.
func newPlacing(r carveout.Register, rules []Rule, areas strategy.Framework) *placing {
	p := &placing{r: r, rules: rules, areas: make([]string, len(rules)), met: make([]int, len(rules)), would: make([]int, len(rules)),
		placed: map[itemKey]placed{}, carved: map[carvedKey]carved{},
		sites: map[siteKey]carveout.Facility{}}
	if n := len(rules); n > maxRules {
		p.faults.Refuse("rules", "length", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxRules))
		return p
	}
	for i, rule := range rules {
		rule.within(&p.faults, r, areas)
		if code, known := areaOf(areas, rule.Area); known {
			p.areas[i] = code
		} else { // a baseline has no areas
			p.areas[i] = words.Fold(rule.Area)
		}
	}
	for i := range rules {
		for j := range i {
			if p.covers(j, i) {
				p.faults.Add(ghg.Fault{Code: FaultRule, Of: rules[i].String(), Detail: "it can never count, as " + rules[j].String() +
					" before it meets all that it meets: exceptions stand first"})
				break
			}
		}
	}
	return p
}

// words are fuel and end use of a rule, folded.
func (r Rule) words() strategy.EmissionSource {
	return strategy.EmissionSource{Fuel: r.Fuel, EndUse: r.EndUse}.Folded()
}

// covers reports whether a rule meets all that another can meet.
func (p *placing) covers(i, j int) bool {
	a, b := p.rules[i], p.rules[j]
	wide, narrow := a.words(), b.words()
	return a.Rest == b.Rest && (a.Action == "" || a.Action == b.Action) && (a.Area == "" || p.areas[i] == p.areas[j] && b.Area != "") &&
		(a.Category == ghg.Category{} || p.r.Scheme().IsUnder(b.Category.Code, a.Category.Code)) &&
		(wide.Fuel == "" || wide.Fuel == narrow.Fuel) && (wide.EndUse == "" || wide.EndUse == narrow.EndUse) &&
		(a.Scope == ghg.ScopeUnspecified || a.Scope == b.Scope)
}

// meets reports whether a rule meets an item.
func (p *placing) meets(i int, x item) bool {
	r := p.rules[i]
	if r.Rest != x.rest || x.action == "" && r.forEffects() {
		return false
	}
	on, of := x.on.Folded(), r.words()
	return (r.Action == "" || r.Action == x.action) && (r.Area == "" || p.areas[i] == x.area) &&
		(r.Category == ghg.Category{} || on.Category.Scheme == r.Category.Scheme && p.r.Scheme().IsUnder(on.Category.Code, r.Category.Code)) &&
		(of.Fuel == "" || of.Fuel == on.Fuel) && (of.EndUse == "" || of.EndUse == on.EndUse) &&
		(r.Scope == ghg.ScopeUnspecified || x.scope == ghg.ScopeUnspecified || x.scope == r.Scope)
}

// place finds the rule that counts for an item.
func (p *placing) place(x item) placed {
	fault := func(code, detail string) {
		p.faults.Add(ghg.Fault{Code: code, Of: x.String(), Detail: detail})
	}
	scheme := p.r.Scheme()
	n, known := scheme.Node(x.on.Category.Code)
	if x.on.Category != (ghg.Category{}) && (!known || x.on.Category.Scheme != scheme.ID()) {
		fault(FaultRule, fmt.Sprintf("its category is none of %s, which the register has", scheme.ID()))
		return placed{}
	}
	x.scope = n.Scope
	first := -1
	for i := range p.rules {
		if p.meets(i, x) {
			p.would[i]++
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		fault(FaultNoRule, "no rule meets it: say where it stands, by facility or as inside_ets, indirect_ets or outside")
		return placed{}
	}
	p.met[first]++
	rule := p.rules[first]
	out := placed{p: p, Rule: rule, on: x.on.Folded(), scope: cmp.Or(x.scope, rule.Scope)}
	switch {
	case out.scope == ghg.ScopeUnspecified && (rule.Facility != "" || rule.Position == IndirectETS):
		fault(FaultRule, rule.String()+" needs the scope of what it meets: 1 where it is emitted, 2 at the user of purchased energy")
	case rule.Position == IndirectETS && out.scope == ghg.Scope3:
		fault(FaultRule, rule.String()+" says indirect_ets of scope 3: allowed are scope 1, the power station, and 2, the user")
	case rule.ShareIn != 0 && x.on.Category == (ghg.Category{}):
		fault(FaultRule, rule.String()+" takes a share of records, and it names no category: state the share")
	}
	p.placed[x.key()] = out
	return out
}

// site is a facility as it is in a year.
func (p *placing) site(id string, year int) carveout.Facility {
	p.known.Lock()
	defer p.known.Unlock()
	key := siteKey{id, year}
	site, known := p.sites[key]
	if !known {
		site, _ = p.r.Facility(id, year)
		p.sites[key] = site
	}
	return site
}

// share is the part that covered sites of others have of a category and fuel.
func (p *placing) share(key carvedKey) carved {
	p.known.Lock()
	defer p.known.Unlock()
	c, known := p.carved[key]
	if !known {
		c.part, c.whole, c.err = p.r.Carved(key.category, key.fuel, key.shared, key.year)
		p.carved[key] = c
	}
	return c
}

// unmet are findings on rules that count for nothing: a note, as one list splits effects
// and sources, but for what names an action or an area.
func (p *placing) unmet(isPlan bool) (out ghg.Findings) {
	for i, r := range p.rules {
		if p.met[i] > 0 || isPlan && r.Rest || !isPlan && r.forEffects() {
			continue
		}
		f := ghg.Finding{Code: FindingNotMet, Severity: ghg.Note, Of: r.String()}
		if r.forEffects() { // a slip in a number
			f.Severity = ghg.Warning
		}
		if p.would[i] > 0 {
			out.Add(f.Said(notMet.shadowed, p.would[i]))
		} else {
			out.Add(f.Said(notMet.none))
		}
	}
	return out
}

var notMet = struct{ none, shadowed words.Term }{
	none:     words.Term{En: "it meets nothing", Ko: "이 규칙에 해당하는 것이 없음"},
	shadowed: words.Term{En: "rules before it count for all that it meets (%d)", Ko: "이 규칙에 해당하는 %d건을 모두 앞의 규칙이 정함"},
}

// wrong keeps an error on the part of an item.
func (p *placing) wrong(x item, err error) {
	if err != nil && len(p.errs) < maxErrors {
		p.errs = append(p.errs, fmt.Errorf("%s: %w", x, err))
	}
}

func (p *placing) err() error { return errors.Join(append([]error{p.faults.Err()}, p.errs...)...) }
