package land

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/land.tsv
var defaultText string

//go:embed data/names.tsv
var nameText string

// Defaults are the published parameters of V4: livestock and manure, managed soils, rice, soil
// carbon, urban trees.
func Defaults() estimate.Defaults { return defaults() }

var defaults = sync.OnceValue(func() estimate.Defaults {
	return estimate.MustDefaults(table.MustRead(defaultText, estimate.DefaultColumns()...))
})

var items = sync.OnceValue(func() estimate.Items { return estimate.NewItems("item", table.MustRead(nameText, "english", "korean")) })

// Item is what a default is of, in both languages: "Zelkova", "느티나무". It is found by
// either; one that the table does not have is a [*ghg.UnknownError].
func Item(name string) (words.Term, error) { return items().Of(name) }

// The ends of table 10.14, in °C.
const (
	coldest = 10
	hottest = 28
)

// ManureFactor is the default of tier 1 for CH4 of manure: of a region of table 10.14 ("Asia")
// at a mean annual temperature in whole °C, or of table 10.15 ("developed", "developing") in
// its climate. It is of the Guidelines of 2006: the Refinement has one per mass of volatile
// solids.
func ManureFactor(animal, region string, celsius int) (estimate.Parameter, error) {
	k := estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "manure CH4", Item: animal, Parameter: "CH4"}
	switch {
	case region != "developed" && region != "developing":
		k.Condition = fmt.Sprintf("%s; mean annual temp %d C", region, celsius)
		if celsius <= coldest {
			k.Condition = region + "; mean annual temp <=10 C"
		} else if celsius >= hottest {
			k.Condition = region + "; mean annual temp >=28 C"
		}
	case celsius < 15:
		k.Condition = region + "; cool <15 C"
	case celsius <= 25:
		k.Condition = region + "; temperate 15-25 C"
	default:
		k.Condition = region + "; warm >25 C"
	}
	return Defaults().Of(k)
}

// editions are those of the sources of defaults.
var editions = sync.OnceValue(func() map[string]estimate.Edition {
	out := map[string]estimate.Edition{}
	for d := range Defaults().All() {
		out["default: "+d.Source] = d.Edition
	}
	return out
})

// edited reports whether the edition is stated.
func edited(w *estimate.Worksheet, e estimate.Edition) bool {
	if !e.Valid() {
		w.Refuse("Edition", "", "estimate.IPCC2006 or estimate.IPCC2019 is accepted")
		return false
	}
	return true
}

// inEdition refuses a default of another edition than that of the method.
func inEdition(w *estimate.Worksheet, symbol string, p estimate.Parameter, e estimate.Edition) {
	if other, isDefault := editions()[p.Source]; isDefault && other != e {
		w.Refuse(symbol, p.String(), fmt.Sprintf("a default of %s, or a value of one's own, is accepted: editions do not mix in one sum", e))
	}
}
