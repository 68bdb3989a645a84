package crosswalk_test

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// treeOf is a scheme of parents and children, in which all hold records.
func treeOf(t *testing.T, id string, children map[string][]string) ghg.Scheme {
	t.Helper()
	d := ghg.SchemeDefinition{ID: ghg.SchemeID(id), Source: "a vector", AnyLevel: true, Keys: []ghg.Key{ghg.NO}}
	seen := map[string]bool{}
	var add func(code, parent string)
	add = func(code, parent string) {
		if seen[code] {
			return
		}
		seen[code] = true
		d.Nodes = append(d.Nodes, ghg.Node{Code: code, Parent: parent, Reportable: true})
		for _, c := range children[code] {
			add(c, code)
		}
	}
	var tops []string
	for code := range children {
		if !slices.ContainsFunc(mapValues(children), func(list []string) bool { return slices.Contains(list, code) }) {
			tops = append(tops, code)
		}
	}
	slices.Sort(tops)
	for _, code := range tops {
		add(code, "")
	}
	s, err := ghg.NewScheme(d)
	require.NoError(t, err)
	return s
}

func mapValues(m map[string][]string) (out [][]string) {
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

// flat is a scheme of categories side by side.
func flat(t *testing.T, id string, codes ...string) ghg.Scheme {
	t.Helper()
	children := map[string][]string{}
	for _, c := range codes {
		children[c] = nil
	}
	return treeOf(t, id, children)
}

func own(t *testing.T, from, to ghg.Scheme, rules ...crosswalk.RuleDefinition) crosswalk.Crosswalk {
	t.Helper()
	x, err := crosswalk.New(crosswalk.Definition{Name: words.Term{En: "own", Ko: "자체"}, From: from, To: to, Rules: rules,
		Source: "this test", Basis: crosswalk.OwnMapping})
	require.NoError(t, err)
	return x
}

// inventoryOf holds a mass of a gas in each category; a nil one is missing.
func inventoryOf(t *testing.T, s ghg.Scheme, gas ghg.Gas, values map[string]*decimal.Decimal) ghg.Inventory {
	t.Helper()
	var records []ghg.Record
	for n := range s.Nodes() {
		v, ok := values[n.Code]
		if !ok {
			continue
		}
		r := ghg.Record{Place: "가람시", Period: ghg.CalendarYear(2020), Gas: gas, Category: ghg.Category{Scheme: s.ID(), Code: n.Code}}
		if v != nil {
			r.Value = ghg.Emitted(mass(t, *v))
		}
		records = append(records, r)
	}
	inv, _, err := ghg.NewInventory("가람시", ghg.CalendarYear(2020), ghg.FirstVintage, s, records)
	require.NoError(t, err)
	return inv
}

// amounts are the sums by category; a category that has records without a number is there
// with nil.
func amounts(inv ghg.Inventory) map[string]*decimal.Decimal {
	out := map[string]*decimal.Decimal{}
	for r := range inv.Records() {
		m, ok := r.Value.Mass()
		was := out[r.Category.Code]
		switch {
		case !ok && was == nil:
			out[r.Category.Code] = nil
		case ok:
			sum := m.Tonnes()
			if was != nil {
				sum = sum.Add(*was)
			}
			out[r.Category.Code] = &sum
		}
	}
	return out
}
