package netzero

import (
	_ "embed"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/fuels.tsv
var fuelTable string

//go:embed data/activities.tsv
var activityTable string

//go:embed data/categories.tsv
var categoryTable string

// class is what a name, or a category, says.
type class string

const (
	unnamed class = ""        // nothing is stated
	unknown class = "unknown" // the name is in no table

	coal    class = "coal"
	derived class = "derived" // a gas made of coal
	other   class = "other"   // not coal; or no electricity is generated

	oil       class = "oil" // families of fossil fuels, coal among them
	fossilGas class = "gas"
	fossil    class = "fossil" // a family of its own, by the place's names
	notFossil class = "no"
	unsure    class = "unsure" // a part is fossil, or it is held to be by some

	powers  class = "power"   // electricity is generated; or the category is for it
	may     class = "may"     // fuel is burned, and some may generate electricity
	burns   class = "burns"   // fuel is burned for something else
	none    class = "none"    // no fuel is burned for energy
	outside class = "outside" // emitted outside the boundary
)

var (
	fuelNames      = sync.OnceValue(func() map[string]class { return mustNames(fuelTable, "class") })
	fuelFamilies   = sync.OnceValue(func() map[string]class { return mustNames(fuelTable, "fossil") })
	activityNames  = sync.OnceValue(func() map[string]class { return mustNames(activityTable, "class") })
	categoryByCode = sync.OnceValue(mustCategories)
)

// mustNames reads the class of each name, in both languages, from a column.
func mustNames(text, column string) map[string]class {
	out := map[string]class{}
	for r := range table.MustRead(text, "name", "name_ko", column).Rows() {
		for _, name := range [...]string{r.Cell("name"), r.Cell("name_ko")} {
			if name != "" {
				out[foldName(name)] = class(r.Cell(column))
			}
		}
	}
	return out
}

func mustCategories() map[ghg.Category]class {
	out := map[ghg.Category]class{}
	for r := range table.MustRead(categoryTable, "scheme", "code", "class").Rows() {
		out[ghg.Category{Scheme: ghg.SchemeID(r.Cell("scheme")), Code: r.Cell("code")}] = class(r.Cell("class"))
	}
	return out
}

// foldName makes one of the spellings of a name: letters in small, no spaces,
// hyphens or underscores.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '_', '\t', '\u00a0':
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// Names are a place's own names of fuels and activities, for those that the
// tables of this package do not have.
type Names struct {
	Coal, NotCoal []string // fuels
	// Fossil and NotFossil are fuels that a pledge on [FossilPower] asks about; what is
	// Coal is fossil too.
	Fossil, NotFossil []string
	Power, NotPower   []string // activities: electricity is generated, or is not
}

// lookup is what names mean: those of the tables, and own ones.
type lookup struct{ fuels, families, activities map[string]class }

// lookup joins own names to those of the tables, and notes those that do not
// stand.
func (n Names) lookup(faults *ghg.Faults, of string) lookup {
	l := lookup{maps.Clone(fuelNames()), maps.Clone(fuelFamilies()), maps.Clone(activityNames())}
	for _, own := range []struct {
		field string
		names []string
		as    class
		in    map[string]class
	}{
		{"names.coal", n.Coal, coal, l.fuels}, {"names.not coal", n.NotCoal, other, l.fuels},
		{"names.fossil", n.Fossil, fossil, l.families}, {"names.not fossil", n.NotFossil, notFossil, l.families},
		{"names.power", n.Power, powers, l.activities}, {"names.not power", n.NotPower, other, l.activities},
	} {
		if len(own.names) > maxDocuments {
			faults.Refuse(of, own.field, strconv.Itoa(len(own.names)), fmt.Sprintf("at most %d names are read", maxDocuments))
			continue
		}
		for _, name := range own.names {
			f := foldName(name)
			if f == "" || len(name) > ghg.MaxName {
				faults.Refuse(of, own.field, name, fmt.Sprintf("a name of 1 to %d bytes is needed", ghg.MaxName))
				continue
			}
			if was, known := own.in[f]; known && was != own.as && was != derived && was != unsure {
				if own.as == fossil && was != notFossil { // its family is known
					continue
				}
				faults.Refuse(of, own.field, name, fmt.Sprintf("it is already known as %s and cannot be %s too", was, own.as))
				continue
			}
			own.in[f] = own.as
			if own.as == coal {
				l.families[f] = coal
			}
		}
	}
	return l
}

func classOf(name string, in map[string]class) class {
	if len(name) > ghg.MaxName {
		return unknown
	}
	f := foldName(name)
	if f == "" {
		return unnamed
	}
	if c, ok := in[f]; ok {
		return c
	}
	return unknown
}

// categoryClass is what a category says; one of another scheme says nothing.
func categoryClass(c ghg.Category) class {
	if k, ok := categoryByCode()[c]; ok {
		return k
	}
	return unknown
}
