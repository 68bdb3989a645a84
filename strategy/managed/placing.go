package managed

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// HeldPlaces is the precision, in decimal places of a tonne (of an activity, of its unit),
// to which the part of [Rule].ShareIn is held. Of an effect, what is not managed is rounded
// up, and of a source down, so that no cut exceeds what is managed by its rounding.
const HeldPlaces = 12

// Where says where an effect cuts, or a source emits, in a year.
type Where struct {
	Position  Position
	Ownership carveout.Ownership // whose site it is; unstated where it is none
	// Share is the part of it that stands there; the rest is outside.
	Share ghg.Ratio
	// Managed says whether what stands there is managed. The rest always is.
	Managed bool
	Rule    Rule // that said so
}

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
	areas  []string // of each rule, by code
	met    []int    // how many items each rule counts for, and
	would  []int    // how many it would meet,
	hidden []int    // and of these, how many are not of an exception by action or area
	placed map[itemKey]placed
	carved map[carvedKey]carved
	faults ghg.Faults
	errs   []error
}

type carvedKey struct {
	category     ghg.Category
	fuel         string
	year, shared int
}

type carved struct {
	part, whole ghg.CO2e
	err         error
}

// maxErrors is how many errors on shares are listed.
const maxErrors = 100

// newPlacing takes rules that stand beside a register and a framework.
func newPlacing(r carveout.Register, rules []Rule, areas strategy.Framework) *placing {
	p := &placing{r: r, rules: rules, areas: make([]string, len(rules)), met: make([]int, len(rules)), would: make([]int, len(rules)),
		hidden: make([]int, len(rules)), placed: map[itemKey]placed{}, carved: map[carvedKey]carved{}}
	for i, rule := range rules {
		rule.within(&p.faults, r, areas)
		p.areas[i], _ = areaOf(areas, rule.Area)
	}
	return p
}

// meets reports whether a rule meets an item.
func (p *placing) meets(i int, x item) bool {
	r := p.rules[i]
	if r.Rest != x.rest || x.action == "" && r.forEffects() {
		return false
	}
	on, of := x.on.Folded(), strategy.EmissionSource{Fuel: r.Fuel, EndUse: r.EndUse}.Folded()
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
			} else if !p.rules[first].forEffects() {
				p.hidden[i]++
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
	out.site, _ = p.r.Facility(rule.Facility)
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

// unmet are findings on rules that count for nothing. One that may be meant for the other
// call is a note, as one list splits effects and sources.
func (p *placing) unmet(isPlan bool) (out ghg.Findings) {
	for i, r := range p.rules {
		if p.met[i] > 0 || isPlan && r.Rest || !isPlan && r.forEffects() {
			continue
		}
		f := ghg.Finding{Code: FindingNotMet, Severity: ghg.Note, Of: r.String()}
		if r.forEffects() || r.Rest || p.hidden[i] > 0 {
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

// placed is an item with the rule that counts for it.
type placed struct {
	p *placing
	Rule
	on    strategy.EmissionSource
	scope ghg.Scope
	site  carveout.Facility
}

// at is position and owner in a year.
func (x placed) at(year int) (Position, carveout.Ownership) {
	switch {
	case x.Facility == "" && x.Position == InsideETS:
		return InsideETS, carveout.OthersOwned
	case x.Facility == "":
		return x.Position, carveout.OwnershipUnstated
	case x.site.Covered(year) && x.p.r.Trading().Covers(x.scope):
		return InsideETS, x.site.Ownership
	case x.scope == ghg.Scope2:
		return IndirectETS, x.site.Ownership
	}
	return OutsideETS, x.site.Ownership
}

// counts reports whether what stands at the position is managed.
//
//	inside_ets     at council-owned sites only
//	indirect_ets   where it is the user's purchased energy, not the power
//	               station's own emissions, which are carved out
//	outside        always
func (x placed) counts(year int) bool {
	switch p, owner := x.at(year); p {
	case InsideETS:
		return owner == carveout.CouncilOwned
	case IndirectETS:
		return x.scope == ghg.Scope2
	}
	return true
}

// part is the part that stands at the position, as a quotient.
func (x placed) part(year int) (part, whole decimal.Decimal, err error) {
	one := decimal.New(1, 0)
	switch {
	case !x.Share.IsUnset():
		return x.Share.Fraction(), one, nil
	case x.ShareIn == 0:
		return one, one, nil
	}
	key := carvedKey{x.on.Category, x.on.Fuel, year, x.ShareIn}
	c, known := x.p.carved[key]
	if !known {
		c.part, c.whole, c.err = x.p.r.Carved(key.category, key.fuel, x.ShareIn, year)
		x.p.carved[key] = c
	}
	return c.part.Tonnes(), c.whole.Tonnes(), c.err
}

// standing is the part of a number that stands at the position: exact where the rule
// states a share, else held to [HeldPlaces], rounded up or down.
func (x placed) standing(d decimal.Decimal, year int, up bool) (decimal.Decimal, error) {
	part, whole, err := x.part(year)
	switch {
	case err != nil:
		return decimal.Decimal{}, err
	case part.Equal(whole):
		return d, nil
	case x.ShareIn == 0:
		return d.Mul(part), nil
	}
	product := d.Mul(part)
	q, err := exact.Quotient(product, whole, HeldPlaces)
	if err != nil {
		return decimal.Decimal{}, err
	}
	switch unit := decimal.New(1, -HeldPlaces); q.Mul(whole).Cmp(product) {
	case -1:
		if up {
			q = q.Add(unit)
		}
	case 1:
		if !up {
			q = q.Sub(unit)
		}
	}
	return q, nil
}

// standingAmount is the part of an amount that stands at the position.
func (x placed) standingAmount(c ghg.CO2e, year int, up bool) (ghg.CO2e, error) {
	d, err := x.standing(c.Tonnes(), year, up)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.NewCO2e(d, ghg.Tonne, c.Metric())
}

// where says where the item stands in a year.
func (x placed) where(year int) Where {
	out := Where{Rule: x.Rule, Managed: x.counts(year)}
	out.Position, out.Ownership = x.at(year)
	part, whole, err := x.part(year)
	if err != nil {
		out.Share = ghg.Undefined(err.Error())
		return out
	}
	out.Share = ghg.Quotient(part, whole, "the records have none of it")
	return out
}

// wrong keeps an error on the part of an item.
func (p *placing) wrong(x item, err error) {
	if err != nil && len(p.errs) < maxErrors {
		p.errs = append(p.errs, fmt.Errorf("%s: %w", x, err))
	}
}

func (p *placing) err() error { return errors.Join(append([]error{p.faults.Err()}, p.errs...)...) }
