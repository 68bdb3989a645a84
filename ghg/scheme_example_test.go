package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// stove is a scheme of a village: what its stoves and its dump emit.
func stove() ghg.SchemeDefinition {
	return ghg.SchemeDefinition{
		ID: "Village 1", Title: "Village guideline", Source: "Village guideline, Table 1", Keys: []ghg.Key{ghg.NO, ghg.NE},
		Nodes: []ghg.Node{
			{Code: "1", Name: "Energy"},
			{Code: "1.A", Name: "Stoves", Parent: "1", Reportable: true, Scope: ghg.Scope1},
			{Code: "1.B", Name: "Heat from the dump", Parent: "1", Reportable: true, Scope: ghg.Scope2},
			{Code: "2", Name: "Dump", Reportable: true, CH4: ghg.CH4NonFossil},
		},
		Exclusive: []ghg.Exclusive{{A: []string{"1.B"}, B: []string{"2"}, Why: "the gas of the dump would count twice"}},
	}
}

func ExampleScheme() {
	for _, code := range []string{"I.1.1", "i11", "GPC_III.1.2"} {
		n, ok := gpc.Scheme.Node(code)
		fmt.Println(n.Code, n.Scope, ok)
	}
	sector, _ := gpc.Scheme.Sector("II.1.1")
	fmt.Println(sector.Code, sector.Name)
	// Output:
	// I.1.1 scope 1 true
	// I.1.1 scope 1 true
	// III.1.2 scope 3 true
	// II Transportation
}

func ExampleNewScheme() {
	d := stove()
	s, err := ghg.NewScheme(d) // its ID says what is in it
	fmt.Println(s.Name(), s.ID(), s.AllowsKey(ghg.NE), s.AllowsKey(ghg.NA), err)
	// Records on a whole and on its part would count twice.
	d.Nodes[0].Reportable = true
	_, err = ghg.NewScheme(d)
	fmt.Println(err)
	// Output:
	// Village 1 Village 1@48a185c05047cdbd43c3099c70779513 true false <nil>
	// scheme Village 1, code "1.A": it and 1, of which it is a part, cannot both hold records
	// scheme Village 1, code "1.B": it and 1, of which it is a part, cannot both hold records
}

func ExampleSchemeDefinition() {
	d := stove()
	d.Aliases = map[string]string{"stoves": "1.A"}
	s, err := ghg.NewScheme(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := s.Category("Stoves")
	fmt.Println(c, err)
	// Output:
	// Village 1 1.A <nil>
}

// A code alone means nothing: "4" is agriculture in one guideline and waste in
// the next.
func ExampleCategory() {
	agriculture := ghg.Category{Scheme: "IPCC 1996", Code: "4"}
	waste := ghg.Category{Scheme: "IPCC 2006", Code: "4"}
	fmt.Println(agriculture == waste, waste)
	// Output:
	// false IPCC 2006 4
}

func ExampleNode() {
	s, _ := ghg.NewScheme(stove())
	for n := range s.Nodes() {
		fmt.Printf("%s %s: %v, %q\n", n.Code, n.Name, n.Reportable, n.CH4)
	}
	// Output:
	// 1 Energy: false, ""
	// 1.A Stoves: true, ""
	// 1.B Heat from the dump: true, ""
	// 2 Dump: true, "CH4-nonfossil"
}

func ExampleExclusive() {
	s, _ := ghg.NewScheme(stove())
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "all", Scheme: s, Categories: []string{"1.A", "1.B", "2"}})
	fmt.Println(err)
	// Output:
	// view all, categories "1.B and 2": they cannot stand in one total: the gas of the dump would count twice
}

func ExampleUnknownError_category() {
	_, err := gpc.Scheme.Category("I.9.1")
	var unknown *ghg.UnknownError
	fmt.Println(errors.As(err, &unknown), err)
	// Output:
	// true GPC 1.1: unknown category "I.9.1": it is no code or name of the scheme
}

func ExampleSchemeID() {
	fmt.Println(gpc.Scheme.ID(), gpc.Scheme.HasName("gpc"))
	// Output:
	// GPC 1.1 true
}

func ExampleScheme_Title() {
	fmt.Println(gpc.Scheme.Title())
	fmt.Println(gpc.Scheme.Source() != "")
	// Output:
	// Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1 (2021)
	// true
}

// What stands below a sector, in whatever spelling.
func ExampleScheme_IsUnder() {
	for _, pair := range [][2]string{{"I.1.1", "I"}, {"I", "I"}, {"II.1.1", "I"}, {"I", "I.1.1"}, {"X", "I"}, {"I", "X"}} {
		fmt.Print(gpc.Scheme.IsUnder(pair[0], pair[1]), " ")
	}
	// Output: true true false false false false
}
