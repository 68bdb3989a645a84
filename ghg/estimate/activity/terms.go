package activity

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/terms.tsv
var termText string

// closed is a closed set, from 1 on, of names in both languages.
type closed[T ~uint8] struct {
	words.Set[T]
	names []words.Term
}

func setOf[T ~uint8](names ...words.Term) closed[T] {
	english, korean := make([]string, len(names)), map[string]T{}
	for i, n := range names {
		english[i], korean[n.Ko] = n.En, T(i+1)
	}
	return closed[T]{words.NewSet(1, english, korean), names}
}

// namesOf is a closed set that has names itself, all its values from 1 on.
func namesOf[T interface {
	~uint8
	words.Named
}](values ...T) closed[T] {
	names := make([]words.Term, len(values))
	for i, v := range values {
		names[i] = words.Term{En: v.String(), Ko: v.Korean()}
	}
	return setOf[T](names...)
}

// list are the names, each with its Korean one.
func (c closed[T]) list() string {
	out := make([]string, len(c.names))
	for i, n := range c.names {
		out[i] = n.En + " (" + n.Ko + ")"
	}
	return strings.Join(out, ", ")
}

// term is one of a closed set of the table, by its place in it.
type term uint8

// terms are a closed set of what rows say of waste, each an item of the tables of package waste.
type terms struct {
	closed[term]
	items []string
}

var termSets = sync.OnceValue(func() map[string]terms {
	out := map[string]terms{}
	add := func(set string, r table.Row) {
		t := out[set]
		t.names, t.items = append(t.names, words.Term{En: r.Cell("en"), Ko: r.Cell("ko")}), append(t.items, r.Cell("item"))
		out[set] = t
	}
	for r := range table.MustRead(termText, "set", "item", "en", "ko").Rows() {
		add(r.Cell("set"), r)
		if r.Cell("set") == "material" { // of landfills, and burnt too
			add("burnt material", r)
		}
	}
	for name, t := range out {
		t.closed = setOf[term](t.names...)
		out[name] = t
	}
	return out
})

// termOf is the name and item of a text, and whether the set has it.
func termOf(set, text string) (name words.Term, item string, ok bool) {
	t := termSets()[set]
	i, ok := t.Find(text)
	if !ok {
		return words.Term{}, "", false
	}
	return t.names[i-1], t.items[i-1], true
}

// published is a default for an item: of IPCC 2006, or of its Refinement where that alone has
// the item. Which items a method takes, the sets of the table say.
func published(in estimate.Defaults, table, item, condition, parameter string) (estimate.Parameter, error) {
	k := estimate.DefaultKey{Edition: estimate.IPCC2006, Table: table, Item: item, Condition: condition, Parameter: parameter}
	p, err := in.Of(k)
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		k.Edition = estimate.IPCC2019
		if refined, err := in.Of(k); err == nil {
			return refined, nil
		}
	}
	return p, err
}

// named takes a parameter that names an item of a set out of those that the row states, and
// gives its default; the zero Parameter where the row states a number or nothing.
func (s stated) named(p parameter, set string, in estimate.Defaults, table, parameter string) (estimate.Parameter, error) {
	_, item, ok := termOf(set, s.texts[p])
	if !ok {
		return estimate.Parameter{}, nil
	}
	delete(s.texts, p)
	x, err := published(in, table, item, "", parameter)
	return x, inColumn(colParameters, err)
}

// orNamed is a parameter that must be there: the name of an item of a set, or a number.
func (s stated) orNamed(p parameter, set string, in estimate.Defaults, table, parameter string) (estimate.Parameter, error) {
	if _, found := s.texts[p]; !found {
		return estimate.Parameter{}, inColumn(colParameters, neededOr(p, set))
	}
	x, err := s.named(p, set, in, table, parameter)
	if err != nil || !x.IsUnset() {
		return x, err
	}
	return s.rate(p)
}

// choose is one of a closed set that a row must choose in its parameters.
func choose[T ~uint8](s stated, p parameter, set closed[T]) (T, error) {
	v, ok := set.Find(s.texts[p])
	if !ok {
		return 0, inColumn(colParameters, notChosen(p, set.list()))
	}
	return v, nil
}

func notChosen(p parameter, list string) error {
	return fmt.Errorf("%s is to be chosen, as it changes the figure; accepted are %s", p, list)
}

func neededOr(p parameter, set string) error {
	return fmt.Errorf("%s is needed: a number with its source, or one of %s", p, termSets()[set].list())
}

// without refuses parameters that the method would not read.
func (s stated) without(refused ...parameter) error {
	for _, p := range refused {
		if _, found := s.texts[p]; found {
			return inColumn(colParameters, fmt.Errorf("%s is not read with the other cells: leave it out", p))
		}
	}
	return nil
}
