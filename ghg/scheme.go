package ghg

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// SchemeID names a scheme and its edition, such as "GPC 1.1". That of a scheme of
// one's own ends with a checksum of its content: two schemes of one ID are one.
type SchemeID string

// Category is a code within a scheme. A code alone means nothing: "4" is
// agriculture in one guideline and waste in the next. It is comparable.
type Category struct {
	Scheme SchemeID `json:"scheme"`
	Code   string   `json:"code"`
}

// String is "GPC 1.1 I.1.1", without the checksum that the ID of the scheme may
// have.
func (c Category) String() string {
	scheme, _ := nameOfID(string(c.Scheme))
	return strings.TrimSpace(scheme + " " + c.Code)
}

// Node is a category as its scheme describes it.
type Node struct {
	Code   string
	Name   string
	NameKo string
	Parent string // code of the parent; "" for a sector
	// Scope is the node's scope; unspecified where records state it.
	Scope Scope
	// Reportable says that records may sit on the node; a figure for any other
	// is a declared total.
	Reportable bool
	// Negative says that removals are allowed.
	Negative bool
	// Memo says that the node is disclosed and in no total.
	Memo bool
	// CH4 is the origin of methane whose records do not state it: [CH4Fossil],
	// [CH4NonFossil], or the zero Gas where it must be stated.
	CH4  Gas
	Note string
}

// Exclusive names two sets of nodes that no view may hold together, and why.
type Exclusive struct {
	A, B []string
	Why  string
}

// SchemeDefinition is what [NewScheme] makes a scheme of.
type SchemeDefinition struct {
	ID       SchemeID // name and edition; NewScheme adds the checksum
	Names    []string // other names that files use
	Title    string
	Source   string
	Keys     []Key    // notation keys of the scheme
	Prefixes []string // that codes may carry in files, such as "IPC"
	Nodes    []Node   // in the order of the standard, parents first
	// Aliases gives other spellings of codes; case, spaces, dots, hyphens and
	// underscores never matter.
	Aliases   map[string]string
	Exclusive []Exclusive
	// AnyLevel says that records may sit on nodes above others that hold records, as
	// national inventories have them: a figure on such a node is what is not divided among
	// its parts, and adds up with theirs.
	AnyLevel bool
}

// Scheme is a taxonomy of a standard: the table behind its categories. The
// zero Scheme has none, and is refused where a scheme is needed.
type Scheme struct{ def *scheme }

type scheme struct {
	SchemeDefinition
	name   string         // the ID without its checksum
	index  map[string]int // by code
	folded map[string]int // by folded spelling
	sector []int          // root ancestor of each node
}

// unknownCategory says that a text is no category of a scheme.
func unknownCategory(s Scheme, text string) error {
	e := &UnknownError{Of: s.Name(), What: "category", ID: text, Advice: "it is no code or name of the scheme"}
	if s.IsZero() {
		e.Advice = "there is no scheme"
	}
	return e
}

// NewScheme checks a definition and makes a scheme of it: codes are unique in
// every spelling, parents come first, a reportable node has no reportable
// descendant (but for [SchemeDefinition.AnyLevel]), and aliases and exclusions name nodes that exist. What does not
// stand is refused with [Faults].
//
// The ID ends with a checksum of the content, such as "Village 1@1b7a…": another
// scheme that is called so never meets this one, nor does a published one. Take it
// from [Scheme.ID], and categories from [Scheme.Category].
func NewScheme(d SchemeDefinition) (Scheme, error) { return newScheme(d, false) }

// newScheme makes a scheme; the ID of a published one is fixed text.
func newScheme(d SchemeDefinition, published bool) (Scheme, error) {
	of := strings.TrimSpace("scheme " + words.Clip(string(d.ID), maxKept))
	var faults Faults
	if d.ID == "" || len(d.ID) > MaxName {
		faults.Refuse(of, "ID", string(d.ID), fmt.Sprintf("an ID of at most %d bytes is needed", MaxName))
	} else if why := notKept(string(d.ID)); why != "" {
		faults.Refuse("scheme", "ID", string(d.ID), why)
	}
	if d.Source == "" {
		faults.Refuse(of, "source", "", "the document of the scheme is needed")
	}
	if len(d.Nodes) == 0 {
		faults.Refuse(of, "nodes", "", "at least one is needed")
	}
	d.Names, d.Keys, d.Nodes = slices.Clone(d.Names), slices.Clone(d.Keys), slices.Clone(d.Nodes)
	d.Prefixes, d.Exclusive, d.Aliases = slices.Clone(d.Prefixes), slices.Clone(d.Exclusive), maps.Clone(d.Aliases)
	s := &scheme{SchemeDefinition: d, name: string(d.ID), index: map[string]int{}, folded: map[string]int{}, sector: make([]int, len(d.Nodes))}
	for i, n := range d.Nodes {
		if why := s.refusesCode(n.Code); why != "" {
			faults.Refuse(of, "code", n.Code, why)
			continue
		}
		if why := notKept(n.Code); why != "" {
			faults.Refuse(of, "code", n.Code, why)
			continue
		}
		s.sector[i] = i
		if n.Parent != "" {
			p, ok := s.index[n.Parent]
			if !ok {
				faults.Refuse(of, "parent", n.Parent, "it must come before its part "+n.Code)
				continue
			}
			s.sector[i] = s.sector[p]
			for ; n.Reportable && !d.AnyLevel; p = s.index[d.Nodes[p].Parent] {
				if d.Nodes[p].Reportable {
					faults.Refuse(of, "code", n.Code, "it and "+d.Nodes[p].Code+", of which it is a part, cannot both hold records")
					break
				}
				if d.Nodes[p].Parent == "" {
					break
				}
			}
		}
		s.index[n.Code], s.folded[foldCode(n.Code)] = i, i
	}
	for _, alias := range slices.Sorted(maps.Keys(d.Aliases)) {
		code := d.Aliases[alias]
		i, ok := s.index[code]
		if j, taken := s.folded[foldCode(alias)]; !ok || taken && i != j {
			faults.Refuse(of, "alias", alias, "it must be of a code of the scheme, and of one alone: "+words.Quote(code))
			continue
		}
		s.folded[foldCode(alias)] = i
	}
	for i, e := range s.Exclusive {
		for _, code := range slices.Concat(e.A, e.B) {
			if _, ok := s.index[code]; !ok {
				faults.Refuse(of, "exclusive code", code, "it is no code of the scheme")
			}
		}
		s.Exclusive[i].A, s.Exclusive[i].B = slices.Clone(e.A), slices.Clone(e.B)
	}
	if err := faults.Err(); err != nil {
		return Scheme{}, err
	}
	if !published {
		s.ID = SchemeID(ownID(s.name, s.checksum()))
	}
	return Scheme{s}, nil
}

// ID names the scheme and its edition, and ends with a checksum where the scheme
// is one's own.
func (s Scheme) ID() SchemeID {
	if s.def == nil {
		return ""
	}
	return s.def.ID
}

// MarshalText writes the ID. Reading it takes the scheme itself.
func (s Scheme) MarshalText() ([]byte, error) { return []byte(s.ID()), nil }

// IsZero reports whether there is no scheme.
func (s Scheme) IsZero() bool { return s.def == nil }

// Title is the name of the standard; Source its document and tables.
func (s Scheme) Title() string {
	if s.def == nil {
		return "no scheme"
	}
	return s.def.Title
}

// Source is the document and tables that the scheme is taken from.
func (s Scheme) Source() string {
	if s.def == nil {
		return ""
	}
	return s.def.Source
}

// Name is the ID without its checksum.
func (s Scheme) Name() string {
	if s.def == nil {
		return ""
	}
	return s.def.name
}

// HasName reports whether files may call the scheme so: by its ID, the name in it,
// or another of its names; case, spaces and punctuation do not matter.
func (s Scheme) HasName(name string) bool {
	if s.def == nil {
		return false
	}
	f := foldCode(name)
	return f == foldCode(string(s.def.ID)) || f == foldCode(s.def.name) ||
		slices.ContainsFunc(s.def.Names, func(n string) bool { return foldCode(n) == f })
}

// Node finds a category by its code or another spelling of it.
func (s Scheme) Node(code string) (Node, bool) {
	i, ok := s.find(code)
	if !ok {
		return Node{}, false
	}
	return s.def.Nodes[i], true
}

// Category reads a code in any of its spellings, or fails with an
// [*UnknownError].
func (s Scheme) Category(code string) (Category, error) {
	i, ok := s.find(code)
	if !ok {
		return Category{}, unknownCategory(s, code)
	}
	return Category{s.def.ID, s.def.Nodes[i].Code}, nil
}

func (s Scheme) find(code string) (int, bool) {
	if s.def == nil {
		return 0, false
	}
	if i, ok := s.def.index[code]; ok {
		return i, true
	}
	if len(code) > MaxName {
		return 0, false
	}
	f := foldCode(code)
	i, ok := s.def.folded[f]
	for _, p := range s.def.Prefixes {
		if rest, found := strings.CutPrefix(f, foldCode(p)); !ok && found {
			i, ok = s.def.folded[rest]
		}
	}
	return i, ok
}

// Sector is the top of the tree above a category.
func (s Scheme) Sector(code string) (Node, bool) {
	i, ok := s.find(code)
	if !ok {
		return Node{}, false
	}
	return s.def.Nodes[s.def.sector[i]], true
}

// IsUnder reports whether a category is another one, or below it in the tree.
func (s Scheme) IsUnder(code, top string) bool {
	i, ok := s.find(code)
	j, there := s.find(top)
	return ok && there && s.under(int32(i), j)
}

// Nodes yields the nodes in the order of the standard.
func (s Scheme) Nodes() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if s.def == nil {
			return
		}
		for _, n := range s.def.Nodes {
			if !yield(n) {
				return
			}
		}
	}
}

// AllowsKey reports whether a notation key belongs to the scheme.
func (s Scheme) AllowsKey(k Key) bool { return s.def != nil && slices.Contains(s.def.Keys, k) }
