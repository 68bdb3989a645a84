package strategy

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Area is a field of a plan, such as energy or transport.
type Area struct {
	Code   string `json:"code"` // unique in its framework
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	// Theme is what the plan calls its aim for the area, where it says so.
	Theme   string `json:"theme,omitempty"`
	ThemeKo string `json:"theme_ko,omitempty"`
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
// code of its own. What does not stand is in the error, as [ghg.Faults].
func NewFramework(d FrameworkDefinition) (Framework, error) {
	var faults ghg.Faults
	of := "framework " + words.Quote(d.ID)
	id := fmt.Sprintf("one of at most %d bytes is needed", ghg.MaxName)
	if d.ID == "" || len(d.ID) > ghg.MaxName {
		faults.Refuse(of, "id", d.ID, id)
	}
	if d.Name == "" {
		faults.Refuse(of, "name", "", "a name is needed")
	}
	if d.Source == "" {
		faults.Refuse(of, "source", "", "name the document that the areas are taken from")
	}
	if len(d.Areas) == 0 {
		faults.Refuse(of, "areas", "", "one at least is needed")
	}
	f := &framework{d, make(map[string]int, len(d.Areas))}
	f.Areas = slices.Clone(d.Areas)
	for i, a := range f.Areas {
		area := fmt.Sprintf("%s, area %d", of, i+1)
		if a.Code == "" || len(a.Code) > ghg.MaxName {
			faults.Refuse(area, "code", a.Code, id)
		}
		if a.Name == "" {
			faults.Refuse(area, "name", "", "a name is needed")
		}
		if j, taken := f.index[a.Code]; taken && a.Code != "" {
			faults.Refuse(area, "code", a.Code, fmt.Sprintf("area %d has it too: one code for one area", j+1))
		} else {
			f.index[a.Code] = i
		}
	}
	if err := faults.Err(); err != nil {
		return Framework{}, err
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
