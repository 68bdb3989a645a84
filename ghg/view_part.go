package ghg

import "slices"

// Part is the view narrowed to some of its categories, under another name: a sector, one
// category, what is of scope 2. A series of it ([YearlyOf]) is that of the part. Tags,
// variants, how waste counts and whether places may be added stay those of the view. A
// declared view says of no category whether it counts, and has no parts.
//
//	gpc.Basic.Part("BASIC, transport", "BASIC 수송", func(n ghg.Node) bool { return gpc.Scheme.IsUnder(n.Code, "II") })
func (v View) Part(name, nameKo string, of func(Node) bool) (View, error) {
	if v.def == nil {
		return View{}, ErrNoView
	}
	if v.IsDeclared() {
		return View{}, Refusal("view "+v.String(), "part", name, "it is a declared one, and which categories it counts is not known")
	}
	out := func(code string) bool {
		n, _ := v.def.Scheme.Node(code) // NewView found it
		return !of(n)
	}
	d := v.def.ViewDefinition
	d.Name, d.NameKo = name, nameKo
	d.Categories = slices.DeleteFunc(slices.Clone(d.Categories), out)
	d.Required = slices.DeleteFunc(slices.Clone(d.Required), out)
	return NewView(d)
}
