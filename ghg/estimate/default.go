package estimate

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
)

// Default is a published parameter: of a table, by what it is of, under which condition.
// Where its source prints a range, Rate is unset and Range is it.
type Default struct {
	DefaultKey
	Rate         ghg.Rate
	Range        string // "1.1E-03 to 2.5E-03"
	Lower, Upper string // as printed: "-20%", "0.9"
	Source       string // "IPCC 2006 V5 Ch3 T3.1"
}

// DefaultKey names a default.
type DefaultKey struct {
	Edition   Edition
	Table     string // "MSW composition"
	Item      string // "Paper/cardboard"
	Condition string // "wet temperate"; "" where there is none
	Parameter string // "DOC wet"
	Unit      string // where one is printed per several: "t/km"; "" for whichever there is
}

func (k DefaultKey) String() string {
	parts := slices.DeleteFunc([]string{k.Table, k.Item, k.Condition, k.Parameter, k.Unit}, func(s string) bool { return s == "" })
	return strings.Join(parts, ", ") + " (" + k.Edition.String() + ")"
}

// Defaults is a table of published parameters. It is immutable.
type Defaults struct {
	rows   []Default
	byItem map[string][]int // their places
}

// All yields the defaults in the order of the table.
func (d Defaults) All() iter.Seq[Default] { return slices.Values(d.rows) }

// Of is the default of a key, as a parameter whose source says that it is one. A field of
// the key that is empty is of whichever there is; where several remain, or the source prints
// a range, it is refused and the error lists them. One that there is not is a
// [*ghg.UnknownError]: no neighbour's is taken.
func (d Defaults) Of(k DefaultKey) (Parameter, error) {
	if !k.Edition.Valid() {
		return Parameter{}, fmt.Errorf("default %s: its edition is needed: %s or %s", k, IPCC2006, IPCC2019)
	}
	if unit, err := ghg.ParseRateUnit(k.Unit); err == nil {
		k.Unit = unit.String() // t/10^6 m3 is t/1000000 m3
	}
	found := d.like(k)
	switch {
	case len(found) == 0:
		near := d.like(DefaultKey{Edition: k.Edition, Table: k.Table, Parameter: k.Parameter})
		return Parameter{}, &ghg.UnknownError{What: "default", ID: k.String(), Allowed: keysOf(near)}
	case len(found) > 1:
		return Parameter{}, fmt.Errorf("default %s: %d are meant, name one: %s", k, len(found), strings.Join(keysOf(found), "; "))
	case found[0].Rate.IsUnset():
		return Parameter{}, fmt.Errorf("default %s: its source prints %s: choose one and state it", k, found[0].Range)
	}
	return Parameter{Rate: found[0].Rate, Source: "default: " + found[0].Source}, nil
}

// like are the defaults that a key may mean.
func (d Defaults) like(k DefaultKey) (out []Default) {
	same := func(asked, has string) bool { return asked == "" || asked == has }
	add := func(x *Default) {
		if x.Edition == k.Edition && same(k.Table, x.Table) && same(k.Condition, x.Condition) &&
			same(k.Parameter, x.Parameter) && same(k.Unit, x.Unit) {
			out = append(out, *x)
		}
	}
	if k.Item != "" {
		for _, i := range d.byItem[k.Item] {
			add(&d.rows[i])
		}
		return out
	}
	for i := range d.rows {
		add(&d.rows[i])
	}
	return out
}

// keysOf are the names of defaults.
func keysOf(rows []Default) []string {
	names := make([]string, len(rows))
	for i, x := range rows {
		names[i] = x.DefaultKey.String()
	}
	return names
}

// editionsInTables are the editions as the tables write them.
var editionsInTables = map[string]Edition{"2006": IPCC2006, "2019R": IPCC2019}

// DefaultColumns are the columns of a table of defaults.
func DefaultColumns() []string {
	return []string{"table", "item", "condition", "parameter", "value", "lower", "upper", "unit", "edition", "source"}
}

// ReadDefaults are the defaults of an embedded table with the columns [DefaultColumns]. What
// does not stand of it is an error with its line.
func ReadDefaults(t table.Table) (Defaults, error) {
	d := Defaults{rows: make([]Default, 0, t.Len()), byItem: map[string][]int{}}
	for r := range t.Rows() {
		x := Default{Lower: r.Cell("lower"), Upper: r.Cell("upper"), Source: r.Cell("source")}
		edition, ok := editionsInTables[r.Cell("edition")]
		unit, err := ghg.ParseRateUnit(r.Cell("unit"))
		if err != nil || !ok || x.Source == "" {
			return Defaults{}, fmt.Errorf("default in line %d (%s): unit %q, edition %q and source %q are needed: %w",
				r.Line(), r.Cell("table"), r.Cell("unit"), r.Cell("edition"), x.Source, err)
		}
		x.DefaultKey = DefaultKey{Edition: edition, Table: r.Cell("table"), Item: r.Cell("item"), Condition: r.Cell("condition"),
			Parameter: r.Cell("parameter"), Unit: unit.String()}
		if number, err := exact.Parse(r.Cell("value")); err != nil {
			x.Range = r.Cell("value")
		} else if x.Rate, err = ghg.NewRate(number, unit); err != nil {
			return Defaults{}, fmt.Errorf("default in line %d (%s): %w", r.Line(), x.Table, err)
		}
		d.byItem[x.Item] = append(d.byItem[x.Item], len(d.rows))
		d.rows = append(d.rows, x)
	}
	return d, nil
}

// MustDefaults is [ReadDefaults] for tables that a program embeds; it panics where
// ReadDefaults fails.
func MustDefaults(t table.Table) Defaults {
	d, err := ReadDefaults(t)
	if err != nil {
		panic(err)
	}
	return d
}
