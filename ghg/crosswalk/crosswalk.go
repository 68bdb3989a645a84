package crosswalk

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Bounds of a crosswalk: rules, and categories in all of them.
const (
	maxRules    = 5_000
	maxAllTerms = 10_000
)

// Basis says whose mapping a crosswalk is.
type Basis uint8

// A published mapping is that of a standard, or of a body that others take it from. An own
// mapping was made for this library, or by its user, and no authority stands behind it.
const (
	Published Basis = iota + 1
	OwnMapping
)

var bases = [...]words.Term{{En: "not stated", Ko: "밝히지 않음"}, {En: "published", Ko: "공표된 대응"}, {En: "own mapping", Ko: "자체 대응"}}

func (b Basis) term() words.Term {
	if int(b) < len(bases) {
		return bases[b]
	}
	return bases[0]
}

// String is "published" or "own mapping".
func (b Basis) String() string { return b.term().En }

// Korean is 공표된 대응 or 자체 대응.
func (b Basis) Korean() string { return b.term().Ko }

// MarshalText writes what String prints.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// Definition is what [New] makes a crosswalk of.
type Definition struct {
	Name     words.Term
	From, To ghg.Scheme
	Rules    []RuleDefinition
	// Without are categories that have no counterpart, by code, and why.
	Without map[string]words.Term
	Source  string // document and table
	Basis   Basis
	// OneWay says that the rules hold from left to right alone: what the left has is in
	// the right, which may have more. [Crosswalk.Reversed] refuses it.
	OneWay bool
}

// Crosswalk is the rules between two schemes. It is immutable. The zero Crosswalk has
// none, and converts nothing.
type Crosswalk struct{ def *crosswalk }

type crosswalk struct {
	read     func() *crosswalk // has all that follows, of one that is embedded
	name     words.Term
	from, to ghg.Scheme
	rules    []Rule
	of       map[string][]int    // rules by code of the left
	into     map[string][]string // what rules take to a category of the right or to a part of it
	without  map[string]words.Term
	source   string
	basis    Basis
	oneWay   bool
	left     tree
	right    tree
}

// New checks a definition and makes a crosswalk of it. Codes are those of the schemes in
// any of their spellings; two rules that say the same are refused. What does not stand is
// refused with [ghg.Faults]. What stands but should be looked at is for [Crosswalk.Check].
func New(d Definition) (Crosswalk, error) {
	of := "crosswalk " + words.Clip(d.Name.En, ghg.MaxName)
	var faults ghg.Faults
	for _, text := range []struct{ field, text string }{{"name", d.Name.En}, {"Korean name", d.Name.Ko}, {"source", d.Source}} {
		if text.text == "" || len(text.text) > 10*ghg.MaxName {
			faults.Refuse(of, text.field, text.text, fmt.Sprintf("a text of at most %d bytes is needed", 10*ghg.MaxName))
		}
	}
	if d.Basis != Published && d.Basis != OwnMapping {
		faults.Refuse(of, "basis", d.Basis.String(), "say whose mapping it is: crosswalk.Published or crosswalk.OwnMapping")
	}
	if d.From.IsZero() || d.To.IsZero() {
		faults.Refuse(of, "schemes", "", "both schemes are needed")
		return Crosswalk{}, faults
	}
	if len(d.Rules) == 0 || len(d.Rules) > maxRules {
		faults.Refuse(of, "rules", "", fmt.Sprintf("1 to %d are needed", maxRules))
		return Crosswalk{}, faults
	}
	x := &crosswalk{name: d.Name, from: d.From, to: d.To, source: d.Source, basis: d.Basis, oneWay: d.OneWay,
		without: map[string]words.Term{}}
	said, terms := map[string]bool{}, 0
	for i, r := range d.Rules {
		rule, err := d.rule(r)
		if err != nil {
			faults.Refuse(of, fmt.Sprintf("rule %d", i), r.From+" = "+r.To, err.Error())
			continue
		}
		if text := rule.String(); said[text] {
			faults.Refuse(of, fmt.Sprintf("rule %d", i), text, "it is there twice")
		} else {
			said[text] = true
		}
		if terms += rule.from.Len() + rule.to.Len(); terms > maxAllTerms {
			faults.Refuse(of, "rules", "", fmt.Sprintf("they name more than %d categories", maxAllTerms))
			break
		}
		x.rules = append(x.rules, rule)
	}
	for code, why := range d.Without {
		c, err := d.From.Category(code)
		if err != nil || why.En == "" || why.Ko == "" {
			faults.Refuse(of, "without", code, "it must be a category of "+d.From.Name()+", with the reason in English and in Korean")
			continue
		}
		x.without[c.Code] = why
	}
	if err := faults.Err(); err != nil {
		return Crosswalk{}, err
	}
	return x.indexed(), nil
}

func (d Definition) rule(r RuleDefinition) (Rule, error) {
	from, err := ParseSum(d.From, r.From)
	if err != nil {
		return Rule{}, err
	}
	to, err := ParseSum(d.To, r.To)
	if err != nil {
		return Rule{}, err
	}
	return Rule{from, to, r.Gas, r.Confidence, r.Note}, nil
}

func (x *crosswalk) indexed() Crosswalk {
	x.left, x.right, x.of, x.into = treeOf(x.from), treeOf(x.to), map[string][]int{}, map[string][]string{}
	type pair struct{ code, top string }
	said := map[pair]bool{}
	for i, r := range x.rules {
		for _, t := range r.from.terms {
			code := t.category.Code
			x.of[code] = append(x.of[code], i)
			if r.isSigned() || r.to.Len() > 1 {
				continue
			}
			for _, top := range x.right.path(r.to.terms[0].category.Code) {
				if !said[pair{code, top}] {
					said[pair{code, top}] = true
					x.into[top] = append(x.into[top], code)
				}
			}
		}
	}
	return Crosswalk{x}
}

// Name is what the crosswalk is called.
func (x Crosswalk) Name() words.Term { return x.get().name }

// String is its name in English.
func (x Crosswalk) String() string { return x.get().name.En }

// MarshalText writes the name.
func (x Crosswalk) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// From is the scheme that it starts from.
func (x Crosswalk) From() ghg.Scheme { return x.get().from }

// To is the scheme that it leads to.
func (x Crosswalk) To() ghg.Scheme { return x.get().to }

// Source is the document of the rules.
func (x Crosswalk) Source() string { return x.get().source }

// Basis says whose mapping it is.
func (x Crosswalk) Basis() Basis { return x.get().basis }

// Rules yields the rules in the order of the source.
func (x Crosswalk) Rules() iter.Seq[Rule] { return slices.Values(x.get().rules) }

// Reversed is the crosswalk read from right to left. One that holds one way alone is
// refused.
func (x Crosswalk) Reversed() (Crosswalk, error) {
	d := x.get()
	if d.oneWay || len(d.rules) == 0 {
		return Crosswalk{}, ghg.Refusal("crosswalk "+d.name.En, "direction", "", "its rules hold from left to right alone")
	}
	r := &crosswalk{name: words.Term{En: d.name.En + ", reversed", Ko: d.name.Ko + "(역방향)"}, from: d.to, to: d.from,
		source: d.source, basis: d.basis, without: map[string]words.Term{}}
	for _, rule := range d.rules {
		r.rules = append(r.rules, rule.reversed())
	}
	return r.indexed(), nil
}

func (x Crosswalk) get() *crosswalk {
	switch {
	case x.def == nil:
		return &crosswalk{}
	case x.def.read != nil:
		return x.def.read()
	}
	return x.def
}
