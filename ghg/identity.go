package ghg

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/shopspring/decimal"
)

// Identity is content: what is made of a definition of one's own has an ID that
// ends with a checksum of what it says. The IDs of published tables are fixed text
// without one, so that nothing is computed where a program starts.

// checksumBytes are kept of a SHA-256: 128 bits, so that no two contents of one
// checksum are found by trying.
const checksumBytes = 16

// maxID is the length of the longest name with its checksum.
const maxID = MaxName + 1 + 2*checksumBytes

// checksumOf is the checksum of a content in its canonical form: one text for one
// content, and no two contents with one text.
func checksumOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:checksumBytes])
}

// ownID is a name with the checksum of what it stands for.
func ownID(name, checksum string) string { return name + "@" + checksum }

// nameOfID is an ID without its checksum, and whether it had one.
func nameOfID(id string) (name string, own bool) {
	i := len(id) - 1 - 2*checksumBytes
	if i < 0 || id[i] != '@' {
		return id, false
	}
	if _, err := hex.DecodeString(id[i+1:]); err != nil {
		return id, false
	}
	return id[:i], true
}

// sumList writes a list into a canonical form: its length tells it from what
// follows.
func sumList[T any](b *strings.Builder, list []T) {
	fmt.Fprintf(b, "%d", len(list))
	for _, x := range list {
		fmt.Fprintf(b, " %q", fmt.Sprint(x))
	}
	b.WriteByte('\n')
}

// checksum is that of the tree: codes, names, and what the scheme allows where,
// in the order of the standard, and how codes may be spelt. Titles, sources and
// notes are not in it.
func (s *scheme) checksum() string {
	var b strings.Builder
	b.WriteString("scheme 1\n")
	sumList(&b, sortedSet(s.Keys))
	sumList(&b, sortedSet(s.Prefixes))
	for _, n := range s.Nodes {
		fmt.Fprintf(&b, "node %q %q %q %q %d %t %t %t %q\n",
			n.Code, n.Name, n.NameKo, n.Parent, n.Scope, n.Reportable, n.Negative, n.Memo, n.CH4)
	}
	if s.AnyLevel {
		b.WriteString("any level\n")
	}
	for _, alias := range slices.Sorted(maps.Keys(s.Aliases)) {
		fmt.Fprintf(&b, "alias %q %q\n", alias, s.Aliases[alias])
	}
	for _, e := range s.Exclusive {
		b.WriteString("exclusive\n")
		sumList(&b, e.A)
		sumList(&b, e.B)
	}
	return checksumOf(b.String())
}

// checksum is that of what the view selects, and whether its totals may be added.
// Reasons, sources and the Korean name are not in it.
func (v *view) checksum() string {
	var b strings.Builder
	fmt.Fprintf(&b, "view 1\n%q %t\n", v.Scheme.ID(), v.Addable)
	sumList(&b, v.Categories)
	sumList(&b, v.Required)
	sumList(&b, v.Variants)
	sumList(&b, v.With)
	sumList(&b, v.Without)
	return checksumOf(b.String())
}

// checksumOfGWP is that of a table of warming potentials. Sources are not in it.
func checksumOfGWP(table map[Gas]decimal.Decimal) string {
	lines := make([]string, 0, len(table))
	for g, v := range table {
		lines = append(lines, fmt.Sprintf("%q %s\n", g, v))
	}
	slices.Sort(lines)
	return checksumOf("metric 1\n" + strings.Join(lines, ""))
}

// MustPublishedScheme is the scheme of a standard, whose ID is fixed text. It is for
// the packages of this library: nobody else can name a standard.Table, and what
// [NewScheme] makes carries a checksum. An embedded table stands, or is wrong.
func MustPublishedScheme(t standard.Table, d SchemeDefinition) Scheme {
	d.ID = SchemeID(t.ID())
	return must(newScheme(d, true))
}

// MustPublishedView is a view that a standard defines, as [MustPublishedScheme] is its
// scheme.
func MustPublishedView(t standard.Table, d ViewDefinition) View {
	if string(d.Scheme.ID()) != t.ID() || !t.HasView(d.Name) {
		panic(Refusal("view", "name", d.Name, "it is no published view of "+t.ID()))
	}
	return must(newView(d, true))
}

// MustCH4Origin is methane of the origin that an embedded table names, fossil or
// nonfossil, and no gas where it names none.
func MustCH4Origin(word string) Gas {
	if word == "" {
		return Gas{}
	}
	return MustGas("CH4-" + word)
}

// publishedScheme reports whether a text is the ID of a published scheme.
func publishedScheme(text string) bool {
	return slices.ContainsFunc(standard.Tables(), func(t standard.Table) bool { return foldCode(t.ID()) == foldCode(text) })
}

// isTaken reports whether the view's ID without checksums is that of a published
// view, or of one on a published scheme, which it is not.
func (v View) isTaken() bool {
	scheme, own := nameOfID(string(v.ID().Scheme))
	if own && publishedScheme(scheme) {
		return true
	}
	return slices.ContainsFunc(standard.Tables(), func(t standard.Table) bool { return t.ID() == scheme && t.HasView(v.Name()) })
}

// isCalled reports whether an ID is that of the scheme, or its name as a program's
// source has it. The fixed ID of a published scheme is no name of another.
func (s Scheme) isCalled(id SchemeID) bool {
	return id == s.ID() || string(id) == s.Name() && !publishedScheme(s.Name())
}

// findScheme finds the one scheme that a document means by a text: the scheme of
// that ID, or of a text without a checksum the only one of that name. The fixed ID
// of a published scheme names no other.
func findScheme(schemes []Scheme, text string) (Scheme, error) {
	var named []Scheme
	var allowed []string
	for _, s := range schemes {
		switch {
		case s.IsZero():
			continue
		case foldCode(string(s.ID())) == foldCode(text):
			return s, nil
		}
		allowed = append(allowed, string(s.ID()))
		if bare, _ := nameOfID(text); s.HasName(bare) && !slices.ContainsFunc(named, func(o Scheme) bool { return o.ID() == s.ID() }) {
			named = append(named, s)
		}
	}
	_, states := nameOfID(text)
	if len(named) == 1 && !states && !publishedScheme(text) {
		return named[0], nil
	}
	return Scheme{}, unknownIdentity("scheme", text, len(named), states, sortedSet(allowed))
}

// FindView finds the one view that a document means by a text: the view whose ID
// prints so, or of a text without a checksum, as documents wrote it that are older
// than checksums, the only one of that name. The fixed name of a published view
// means no other. What is not found is an [*UnknownError].
func FindView(text string, views []View) (View, error) {
	var exact, named []View
	var allowed []string
	add := func(list *[]View, v View) {
		if !slices.ContainsFunc(*list, func(o View) bool { return o.ID() == v.ID() }) {
			*list = append(*list, v)
		}
	}
	bare, states := nameOfID(text)
	for _, v := range views {
		switch {
		case v.IsZero():
			continue
		case v.ID().String() == text:
			add(&exact, v)
		case v.String() == bare:
			add(&named, v)
		}
		allowed = append(allowed, v.ID().String())
	}
	switch {
	case len(exact) == 1:
		return exact[0], nil
	case len(exact) == 0 && len(named) == 1 && !states && !named[0].isTaken():
		return named[0], nil
	}
	return View{}, unknownIdentity("view", text, max(len(exact), len(named)), states, sortedSet(allowed))
}

// viewCalled finds the one view that a table calls so, by its name, its name with
// the checksum, or its ID.
func viewCalled(text string, views []View) (View, error) {
	var named []View
	var names []string
	folded := foldCode(text)
	for _, v := range views {
		id := v.ID()
		switch {
		case v.IsZero():
			continue
		case foldCode(v.Name()) == folded:
			if !slices.ContainsFunc(named, func(o View) bool { return o.ID() == id }) {
				named = append(named, v)
			}
		case foldCode(id.named()) == folded, foldCode(id.String()) == folded:
			return v, nil
		}
		if !slices.Contains(names, v.Name()) {
			names = append(names, v.Name())
		}
	}
	if len(named) == 1 {
		return named[0], nil
	}
	e := &UnknownError{What: "view", ID: text, Allowed: names, Advice: "not one of the views " + strings.Join(names, ", ")}
	if len(named) > 1 {
		e.Allowed = nil
		for _, v := range named {
			e.Allowed = append(e.Allowed, v.ID().String())
		}
		e.Advice = fmt.Sprintf("%d of those given are called so: state the ID, %s", len(named), strings.Join(e.Allowed, " or "))
	}
	return View{}, e
}

// unknownIdentity says why a text names none of what a reader was handed: named is
// how many have its name, states whether it has a checksum.
func unknownIdentity(what, text string, named int, states bool, allowed []string) error {
	e := &UnknownError{What: what, ID: text, Allowed: allowed}
	switch {
	case named == 0:
		e.Advice = "it is not one of the " + what + "s handed to the reader"
	case named > 1 && !states:
		e.Advice = fmt.Sprintf("%d of the %ss handed to the reader are called so and differ in content: state the ID of one", named, what)
	case states:
		e.Advice = "the " + what + " handed to the reader that is called so has another content"
	default:
		e.Advice = "this is the published one, and what was handed to the reader under its name has another content"
	}
	const most = 20
	if n := len(allowed); n > 0 {
		e.Advice += ": " + strings.Join(allowed[:min(n, most)], ", ")
	}
	return e
}
