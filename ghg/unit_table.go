package ghg

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
	"github.com/shopspring/decimal"
)

//go:embed data/units.tsv
var unitRows string

// unitDef is what is known of a unit.
type unitDef struct {
	dimension Dimension
	amount    decimal.Decimal     // in the base unit of the dimension
	korean    string              // as Korean files write it
	calorific CalorificBasis      // of energy
	celsius   decimal.NullDecimal // of a volume of gas, at 101.325 kPa
	massUnit  MassUnit            // of mass
}

// meets reports whether amounts in two units can be added.
func (d *unitDef) meets(o *unitDef) bool {
	return d.dimension == o.dimension && d.calorific == o.calorific &&
		d.celsius.Valid == o.celsius.Valid && d.celsius.Decimal.Equal(o.celsius.Decimal)
}

type unitTable struct {
	byName  map[string]*unitDef
	byAlias map[string]string // folded spelling to name, without multiples and calorific basis
	order   []string          // names in the order of the table
}

// multiples are the words that a unit may be counted by, as Korean files count:
// 천㎥ is a thousand cubic metres.
var multiples = [...]struct {
	power          int32
	english, korea string
}{
	{8, "hundred million ", "억"},
	{7, "ten million ", "천만"},
	{6, "million ", "백만"},
	{5, "hundred thousand ", "십만"},
	{4, "ten thousand ", "만"},
	{3, "thousand ", "천"},
}

// units parses the embedded table at the first call. A fault in it is a fault of
// this package and stops the program; a test reads every cell.
var units = sync.OnceValue(func() *unitTable {
	t := &unitTable{byName: map[string]*unitDef{}, byAlias: map[string]string{}}
	for spelling, u := range massUnits {
		t.byName[u.name] = &unitDef{dimension: DimensionMass, amount: decimal.New(1, u.power), korean: u.name, massUnit: MassUnit{u.name}}
		t.byAlias[foldUnit(spelling)] = u.name
	}
	for r := range table.MustRead(unitRows, "unit", "dimension", "amount", "conditions", "korean", "aliases").Rows() {
		unit, korean := r.Cell("unit"), r.Cell("korean")
		d := unitDef{amount: must(exact.Parse(r.Cell("amount"))), korean: korean}
		for dim := range AllDimensions() {
			if dim.String() == r.Cell("dimension") {
				d.dimension = dim
			}
		}
		if at := r.Cell("conditions"); at != "" {
			d.celsius = decimal.NewNullDecimal(must(exact.Parse(at)))
		}
		t.order = append(t.order, unit)
		t.add(unit, d)
		for _, alias := range append(r.List("aliases"), unit, korean) {
			t.byAlias[foldUnit(alias)] = unit
		}
		if d.dimension == DimensionEnergy {
			for _, b := range [...]CalorificBasis{NetCalorific, GrossCalorific} {
				d.calorific, d.korean = b, korean+" ("+b.Korean()+")"
				t.add(unit+" ("+b.String()+")", d)
			}
		}
	}
	return t
})

// add keeps a unit and its multiples.
func (t *unitTable) add(name string, d unitDef) {
	t.byName[name] = &d
	for _, m := range multiples {
		by := d
		by.amount, by.korean = d.amount.Shift(m.power), m.korea+d.korean
		t.byName[m.english+name] = &by
	}
}

// foldUnit folds the ways in which files write one unit: compatibility forms,
// exponents, the dots between units, blanks.
func foldUnit(s string) string {
	return unitForms.Replace(string(composeHangul([]byte(s))))
}

var unitForms = strings.NewReplacer(
	"㎾", "kW", "㎿", "MW", "㎉", "kcal", "㎈", "cal",
	"㎥", "m3", "㎡", "m2", "㎢", "km2", "㎞", "km", "ℓ", "L", "㎘", "kL", "㎏", "kg", "㎎", "mg", "㏊", "ha",
	"³", "3", "²", "2", "^", "",
	"\u318d", "·", "\u30fb", "·", "\u2022", "·", "\u22c5", "·", "\u2027", "·", "\uff65", "·", // ㆍ ・ • ⋅ ‧ ･
	"\u2010", "-", "\u2011", "-", "\u2013", "-",
	" ", "", "\u00a0", "", "\t", "",
)
