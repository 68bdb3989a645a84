package strategy

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Area is a field of a plan, such as energy or transport.
type Area struct {
	Code   string // unique in its framework
	Name   string
	NameKo string
	// Theme is what the plan calls its aim for the area, where it says so.
	Theme, ThemeKo string
}

// FrameworkDefinition is what [NewFramework] makes a framework of.
type FrameworkDefinition struct {
	ID     string
	Name   string
	NameKo string
	Source string // the document that the areas are taken from
	Areas  []Area // in the order of the document
}

// Framework is a plan's list of areas: data, never code. It is immutable. The
// zero Framework has no areas, and is refused where a framework is needed.
type Framework struct{ def *framework }

type framework struct {
	FrameworkDefinition
	index map[string]int
}

// NewFramework checks a definition and makes a framework of it: an ID, a name
// and a source are needed, and at least one area; every area has a name and a
// code of its own.
func NewFramework(d FrameworkDefinition) (Framework, error) {
	if d.ID == "" || len(d.ID) > ghg.MaxName || d.Name == "" || d.Source == "" || len(d.Areas) == 0 {
		return Framework{}, fmt.Errorf("framework %.200q: an ID of at most %d bytes, a name, a source and areas are needed", d.ID, ghg.MaxName)
	}
	f := &framework{d, make(map[string]int, len(d.Areas))}
	f.Areas = slices.Clone(d.Areas)
	for i, a := range f.Areas {
		if a.Code == "" || len(a.Code) > ghg.MaxName || a.Name == "" {
			return Framework{}, fmt.Errorf("framework %q: area %d, %.200q, needs a code of at most %d bytes and a name", d.ID, i+1, a.Code, ghg.MaxName)
		}
		if j, taken := f.index[a.Code]; taken {
			return Framework{}, fmt.Errorf("framework %q: areas %d and %d both have the code %q", d.ID, j+1, i+1, a.Code)
		}
		f.index[a.Code] = i
	}
	return Framework{f}, nil
}

// ID names the framework.
func (f Framework) ID() string { return f.definition().ID }

// Name is the framework's name.
func (f Framework) Name() string { return f.definition().Name }

// NameKo is the framework's name in Korean, or "".
func (f Framework) NameKo() string { return f.definition().NameKo }

// Source is the document that the areas are taken from.
func (f Framework) Source() string { return f.definition().Source }

// IsZero reports whether there is no framework.
func (f Framework) IsZero() bool { return f.def == nil }

// Len is the number of areas.
func (f Framework) Len() int { return len(f.definition().Areas) }

// Areas yields the areas in the order of the document.
func (f Framework) Areas() iter.Seq[Area] { return slices.Values(f.definition().Areas) }

// Area finds an area by its code.
func (f Framework) Area(code string) (Area, bool) {
	if f.def == nil {
		return Area{}, false
	}
	i, ok := f.def.index[code]
	if !ok {
		return Area{}, false
	}
	return f.def.Areas[i], true
}

// definition is the framework's, or an empty one for the zero Framework.
func (f Framework) definition() FrameworkDefinition {
	if f.def == nil {
		return FrameworkDefinition{}
	}
	return f.def.FrameworkDefinition
}

// AreaCodes are the codes of the areas, in their order.
func (f Framework) AreaCodes() []string {
	var out []string
	for a := range f.Areas() {
		out = append(out, a.Code)
	}
	return out
}
