package ghg

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/localghg/localghg/ghg/words"
)

// View is a named selection of records for a scheme: BASIC, territorial, net,
// managed authority. Totals, reports, target boundaries and bases all use it.
// A view selects and never adjusts. The zero View is refused where a view is
// needed.
type View struct{ def *view }

// ViewDefinition is what [NewView] makes a view of.
type ViewDefinition struct {
	Name   string // "BASIC"
	NameKo string
	Scheme Scheme
	// Categories are the reportable nodes whose records count.
	Categories []string
	// Required are those of them that must have a number or a key.
	Required []string
	// Variants are the alternatives that the view takes; without one, two
	// variants of a category are refused.
	Variants []Variant
	// With and Without select by tag: records need every tag of With and none
	// of Without.
	With, Without []string
	// Addable says that totals of places without overlap may be added, Why
	// for what reason they may or may not.
	Addable bool
	Why     string
	Waste   WasteConvention // how waste that crosses boundaries counts
	Source  string          // document, chapter or table
}

// ViewID tells views apart: two views of one ID select the same records. It is
// comparable.
type ViewID struct {
	Scheme SchemeID // the edition; of a declared view, as it was told
	Name   string
	Source string // of a declared view: whose figure it is
	sum    string // checksum of the content of a view of one's own
}

// String is the scheme and name of the view. That of a view of one's own ends with
// a checksum of its content, such as "GPC 1.1 buildings@1b7a…"; what the library
// defines, such as "GPC 1.1 BASIC", has none. [FindView] reads it.
func (id ViewID) String() string {
	return strings.TrimSpace(string(id.Scheme)+" "+id.named()) + id.declared()
}

// MarshalText writes the ID as String does, as [FindView] reads it.
func (id ViewID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// named is the name with the checksum.
func (id ViewID) named() string {
	if id.sum == "" {
		return id.Name
	}
	return ownID(id.Name, id.sum)
}

// label is the ID without checksums.
func (id ViewID) label() string {
	scheme, _ := nameOfID(string(id.Scheme))
	return strings.TrimSpace(scheme+" "+id.Name) + id.declared()
}

func (id ViewID) declared() string {
	if id.Source == "" {
		return ""
	}
	return fmt.Sprintf(" (as declared by %s)", id.Source)
}

type view struct {
	ViewDefinition
	id       ViewID
	selects  []bool // by node index
	required []bool
	parts    *[ByGas]atomic.Pointer[parting] // of its totals, by grouping, once they were asked for
}

// ErrNoView says that a view was needed and none was given.
var ErrNoView = errors.New("no view given: name one, such as gpc.Basic")

// NewView checks a definition and makes a view of it: its categories are
// reportable nodes of the scheme, none is a memo item, and no two are declared
// [Exclusive]. A view that could select nothing is refused.
//
// Its ID carries a checksum of the content: a view of one's own that is called
// BASIC is never the BASIC of the GPC, nor another that is called so.
func NewView(d ViewDefinition) (View, error) { return newView(d, false) }

// newView makes a view; the ID of a published one is fixed text.
func newView(d ViewDefinition, published bool) (View, error) {
	of := strings.TrimSpace("view " + words.Clip(d.Name, maxKept))
	var faults Faults
	refuse := func(field, value, detail string) { faults.Refuse(of, field, value, detail) }
	if d.Name == "" || len(d.Name) > MaxName {
		refuse("name", d.Name, fmt.Sprintf("a name of at most %d bytes is needed", MaxName))
	} else if why := notKept(d.Name); why != "" {
		faults.Refuse("view", "name", d.Name, why)
	}
	if len(d.Categories) == 0 {
		refuse("categories", "", "it selects none")
	}
	if d.Waste > WasteByGenerator {
		refuse("waste", d.Waste.String(), "a convention that exists is needed")
	}
	if d.Scheme.IsZero() {
		refuse("scheme", "", "that of the categories is needed")
		return View{}, faults
	}
	nodes := d.Scheme.def.Nodes
	v := &view{ViewDefinition: d, selects: make([]bool, len(nodes)), required: make([]bool, len(nodes)),
		parts: new([ByGas]atomic.Pointer[parting])}
	v.With, v.Without, v.Variants = sortedSet(d.With), sortedSet(d.Without), sortedSet(d.Variants)
	for _, code := range d.Categories {
		i, ok := d.Scheme.find(code)
		if !ok || !nodes[i].Reportable || nodes[i].Memo {
			refuse("category", code, "it is no category of "+d.Scheme.Name()+" that counts")
			continue
		}
		v.selects[i] = true
	}
	for _, code := range d.Required {
		i, ok := d.Scheme.find(code)
		if !ok || !v.selects[i] {
			refuse("required category", code, "it is not selected")
			continue
		}
		v.required[i] = true
	}
	v.Categories, v.Required = v.codes(v.selects), v.codes(v.required)
	v.checkAlternatives(refuse)
	if err := faults.Err(); err != nil {
		return View{}, err
	}
	v.id = ViewID{Scheme: d.Scheme.ID(), Name: d.Name}
	if !published {
		v.id.sum = v.checksum()
	}
	return View{v}, nil
}

// checkAlternatives refuses variants, tags and categories that cannot stand in one
// view.
func (v *view) checkAlternatives(refuse func(field, value, detail string)) {
	for _, x := range v.Variants {
		if x == NoVariant || x > FuelBased {
			refuse("variant", x.String(), "it is not one of two alternatives")
		} else if slices.Contains(v.Variants, x.alternative()) && x < x.alternative() {
			refuse("variant", x.String(), "it and "+x.alternative().String()+" cannot both be chosen")
		}
	}
	for _, tag := range slices.Concat(v.With, v.Without) {
		if !MakeTags(tag).Has(tag) {
			refuse("tag", tag, "no record can have it")
		}
	}
	for _, tag := range v.With {
		if slices.Contains(v.Without, tag) {
			refuse("tag", tag, "it is both asked for and excluded")
		}
	}
	for _, e := range v.Scheme.def.Exclusive {
		if a, b := v.first(e.A), v.first(e.B); a != "" && b != "" {
			refuse("categories", a+" and "+b, "they cannot stand in one total: "+e.Why)
		}
	}
}

// sortedSet copies a list whose order and repetitions mean nothing.
func sortedSet[T cmp.Ordered](list []T) []T {
	s := slices.Clone(list)
	slices.Sort(s)
	return slices.Compact(s)
}

func (v *view) codes(in []bool) []string {
	var out []string
	for i, yes := range in {
		if yes {
			out = append(out, v.Scheme.def.Nodes[i].Code)
		}
	}
	return out
}

// first is the first of the codes that the view selects.
func (v *view) first(codes []string) string {
	for _, c := range codes {
		if slices.Contains(v.Categories, c) {
			return c
		}
	}
	return ""
}

// MustView is [NewView] for definitions that a program's source holds; it
// panics where NewView fails.
func MustView(d ViewDefinition) View { return must(NewView(d)) }

// DeclaredView names the unknown selection behind a published figure, and
// whose figure it is. Two figures of one declared view may meet; no total can
// be computed through it.
func DeclaredView(name, source string) (View, error) {
	var faults Faults
	for _, x := range [...]struct{ field, text string }{{"name", name}, {"source", source}} {
		if x.text == "" || len(x.text) > MaxName {
			faults.Refuse("declared view", x.field, x.text, fmt.Sprintf("a name and a source of at most %d bytes each are needed", MaxName))
		} else if why := notKept(x.text); why != "" {
			faults.Refuse("declared view", x.field, x.text, why)
		}
	}
	if err := faults.Err(); err != nil {
		return View{}, err
	}
	d := ViewDefinition{Name: name, Source: source, Why: "what the figure contains is not known"}
	return View{&view{ViewDefinition: d, id: ViewID{Name: name, Source: source}, parts: new([ByGas]atomic.Pointer[parting])}}, nil
}

// MustDeclaredView is [DeclaredView] for literals; it panics where
// DeclaredView fails.
func MustDeclaredView(name, source string) View { return must(DeclaredView(name, source)) }

// WithEdition is a declared view that says which guideline edition its figures
// follow: "2006 IPCC Guidelines". Figures on two editions do not meet.
func (v View) WithEdition(e SchemeID) (View, error) {
	switch {
	case v.def == nil:
		return View{}, ErrNoView
	case !v.IsDeclared():
		return View{}, Fault{Code: FaultDefinition, Of: "view " + v.String(), Field: "edition", Value: words.Clip(string(e), maxKept),
			Detail: "it follows the edition of its scheme: only a declared view is told one"}
	case e == "" || len(e) > maxID:
		return View{}, Fault{Code: FaultDefinition, Of: "view " + v.String(), Field: "edition", Value: words.Clip(string(e), maxKept),
			Detail: fmt.Sprintf("an edition of at most %d bytes is needed", MaxName)}
	case notKept(string(e)) != "":
		return View{}, Refusal("view "+v.String(), "edition", string(e), notKept(string(e)))
	}
	d := *v.def
	d.id.Scheme = e
	return View{&d}, nil
}

// WithTags is the view narrowed to records that have every tag of with and
// none of without, under another name: the managed-authority part of
// territorial, for one.
func (v View) WithTags(name string, with, without []string, why string) (View, error) {
	if v.def == nil {
		return View{}, ErrNoView
	}
	d := v.def.ViewDefinition
	d.Name, d.NameKo, d.Why = name, "", why
	d.With = slices.Concat(d.With, with)
	d.Without = slices.Concat(d.Without, without)
	return NewView(d)
}

// WithVariant is the view that takes one of two alternatives, under a name that
// says so: "BASIC, fuel-based", "총배출량, 연료기반".
func (v View) WithVariant(x Variant) (View, error) {
	if v.def == nil {
		return View{}, ErrNoView
	}
	d := v.def.ViewDefinition
	for _, y := range []Variant{x, x.alternative()} {
		if y != NoVariant {
			d.Name = strings.ReplaceAll(d.Name, ", "+y.String(), "")
			d.NameKo = strings.ReplaceAll(d.NameKo, ", "+y.Korean(), "")
		}
	}
	d.Name += ", " + x.String()
	if d.NameKo != "" {
		d.NameKo += ", " + x.Korean()
	}
	d.Variants = append(slices.DeleteFunc(slices.Clone(d.Variants), func(y Variant) bool { return y == x.alternative() || y == x }), x)
	return NewView(d)
}

// ID tells the view apart from others.
func (v View) ID() ViewID {
	if v.def == nil {
		return ViewID{}
	}
	return v.def.id
}

// Name is the view's name, such as "BASIC".
func (v View) Name() string { return v.ID().Name }

// NameKo is the view's name in Korean, or "".
func (v View) NameKo() string {
	if v.def == nil {
		return ""
	}
	return v.def.NameKo
}

// IsZero reports whether there is no view.
func (v View) IsZero() bool { return v.def == nil }

// IsDeclared reports whether the selection behind the view is unknown.
func (v View) IsDeclared() bool { return v.def != nil && v.def.Scheme.IsZero() }

// Scheme is the scheme that the view selects from.
func (v View) Scheme() Scheme {
	if v.def == nil {
		return Scheme{}
	}
	return v.def.Scheme
}

// Categories are the codes of the categories that count, in the order of the
// standard.
func (v View) Categories() []string {
	if v.def == nil {
		return nil
	}
	return slices.Clone(v.def.Categories)
}

// Required are the codes that must have a number or a key.
func (v View) Required() []string {
	if v.def == nil {
		return nil
	}
	return slices.Clone(v.def.Required)
}

// Selects reports whether records of the category count in the view.
func (v View) Selects(code string) bool {
	if v.def == nil {
		return false
	}
	i, ok := v.def.Scheme.find(code)
	return ok && v.def.selects[i]
}

// selectsUnder reports whether the view selects a category at or below a node.
func (v View) selectsUnder(code string) bool {
	top, ok := v.Scheme().find(code)
	if !ok {
		return false
	}
	for i, selected := range v.def.selects {
		if selected && v.def.Scheme.under(int32(i), top) {
			return true
		}
	}
	return false
}

// MarshalText writes the ID. Reading it takes [FindView].
func (v View) MarshalText() ([]byte, error) { return []byte(v.ID().String()), nil }

// String is the view's name with that of its scheme, for people: it is not the ID,
// which may have a checksum.
func (v View) String() string { return v.ID().label() }
