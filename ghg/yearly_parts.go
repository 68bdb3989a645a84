package ghg

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// YearPart is what one category holds of the figure of a year, by gas: an amount, or
// the key that stands in its place.
type YearPart struct {
	Category Category `json:"category"`
	// Gas is the zero Gas where the amount is of all gases together, or the key is of
	// the category as a whole.
	Gas  Gas  `json:"gas,omitzero"`
	CO2e CO2e `json:"co2e"` // unset beside a key
	Key  Key  `json:"key,omitempty"`
}

// partsSlack is how far, in tonnes, the parts of a figure may miss it: pro rata each of
// them is rounded by itself.
var partsSlack = decimal.New(1, -6)

// checkParts refuses parts that are not those of the figure.
func (f YearFigure) checkParts(faults *Faults, of string) {
	var sum decimal.Decimal
	for _, p := range f.Parts {
		switch {
		case p.Category.Code == "":
			faults.Refuse(of, "parts", "", "a part needs its category")
		case p.Key != KeyNone && !p.CO2e.IsZero():
			faults.Refuse(of, "parts", p.Category.Code, "a part is an amount or a key")
		case p.Key == KeyNone && p.CO2e.mismatch(f.CO2e) != nil:
			faults.Refuse(of, "parts", p.Category.Code, "a part is on the metric of the figure")
		}
		sum = sum.Add(p.CO2e.t)
	}
	if len(f.Parts) > 0 && sum.Sub(f.CO2e.t).Abs().GreaterThan(partsSlack) {
		faults.Refuse(of, "parts", sum.String()+" t", "they must add up to the figure, "+f.CO2e.String())
	}
}

// partsOf are the parts of a total: its lines by category and gas, and the keys of
// what the view selects.
func partsOf(t Total) []YearPart {
	type id struct {
		category Category
		gas      Gas
		key      Key
	}
	var parts []YearPart
	at := map[id]int{}
	add := func(r Record, amount CO2e, key Key) {
		x := id{r.Category, r.Gas, key}
		i, ok := at[x]
		if !ok {
			i = len(parts)
			at[x] = i
			parts = append(parts, YearPart{Category: x.category, Gas: x.gas, Key: key})
			if key == KeyNone {
				parts[i].CO2e = CO2e{m: t.Metric}
			}
		}
		parts[i].CO2e.t = parts[i].CO2e.t.Add(amount.t)
	}
	for l := range t.Lines.All() {
		add(l.Record(), l.CO2e, KeyNone)
	}
	for _, l := range t.LeftOut {
		if r := l.Record(); l.Why == NotANumber && r.Value.Key() != KeyNone {
			add(r, CO2e{}, r.Value.Key())
		}
	}
	return parts
}

// Unlike is what one of the figures of two years counts and the other does not, so
// far as their parts are known: where a category is reported in the one and left out
// or not estimated in the other, its whole amount would pass for a change. What does
// not occur (NO) or is counted elsewhere (IE) is no such part.
type Unlike struct {
	First  int `json:"first"`
	Second int `json:"second"` // the years
	// OnlyFirst is what the first counts and the second does not, OnlySecond the
	// reverse, by category.
	OnlyFirst  []UnlikePart `json:"onlyFirst,omitempty"`
	OnlySecond []UnlikePart `json:"onlySecond,omitempty"`
}

// UnlikePart is what one figure counts of a category and the other does not.
type UnlikePart struct {
	Category Category `json:"category,omitzero"`
	Gases    string   `json:"gases,omitempty"` // "CO2, CH4", "all gases"
	CO2e     CO2e     `json:"co2e"`
	Other    string   `json:"other,omitempty"` // what the other figure has of it: "NE", "no figure", "CO2 alone"
}

// Unlike compares what two figures count, categories and gases. Of a figure whose
// parts are not known, as of a published one, nothing is said.
func (f YearFigure) Unlike(o YearFigure) Unlike {
	u := Unlike{First: f.Year, Second: o.Year}
	if len(f.Parts) == 0 || len(o.Parts) == 0 {
		return u
	}
	a, order := byCategory(f.Parts, nil)
	b, order := byCategory(o.Parts, order)
	for _, c := range order {
		u.OnlyFirst = append(u.OnlyFirst, onlyIn(c, a[c], b[c])...)
		u.OnlySecond = append(u.OnlySecond, onlyIn(c, b[c], a[c])...)
	}
	return u
}

// basketGas names a gas as the basket of the Kyoto Protocol does: methane of any origin
// is one, and so are the HFC, whose species come and go from year to year.
func basketGas(g Gas) string {
	switch {
	case g.IsZero():
		return allGases
	case CH4.includes(g):
		return CH4.String()
	case g.Family() == "base":
		return g.String()
	}
	return g.Family()
}

// allGases stands for the family of a figure of all gases together.
const allGases = "all gases"

// held is what a figure has of one category.
type held struct {
	families []string // that have an amount, in the order of the parts
	amount   map[string]CO2e
	keys     map[string]Key
}

func byCategory(parts []YearPart, order []Category) (map[Category]*held, []Category) {
	out := map[Category]*held{}
	for _, p := range parts {
		h := out[p.Category]
		if h == nil {
			h = &held{amount: map[string]CO2e{}, keys: map[string]Key{}}
			out[p.Category] = h
			if !slices.Contains(order, p.Category) {
				order = append(order, p.Category)
			}
		}
		family := basketGas(p.Gas)
		if p.Key != KeyNone {
			if k := h.keys[family]; k == KeyNone || p.Key < k { // the one that hides no gap
				h.keys[family] = p.Key
			}
			continue
		}
		sum, ok := h.amount[family]
		if !ok {
			h.families = append(h.families, family)
			sum = CO2e{m: p.CO2e.m}
		}
		sum.t = sum.t.Add(p.CO2e.t)
		h.amount[family] = sum
	}
	return out, order
}

// says is what a figure has in place of an amount of a family: a key, or no figure.
func (h *held) says(family string) string {
	if h == nil {
		return noPart
	}
	k, ok := h.keys[family]
	if !ok {
		k = h.keys[allGases]
	}
	if k == KeyNone && len(h.families) == 0 { // keys of single gases alone
		for _, other := range h.keys {
			if k == KeyNone || other < k {
				k = other
			}
		}
	}
	return cmp.Or(k.String(), noPart)
}

const noPart = "no figure"

// onlyIn is what a counts of a category and b does not.
func onlyIn(c Category, a, b *held) []UnlikePart {
	if a == nil {
		return nil
	}
	var out []UnlikePart
	for _, family := range a.families {
		amount := a.amount[family]
		other := ""
		switch {
		case amount.IsZero() || b != nil && slices.Contains(b.families, family):
			continue
		case family == allGases && b != nil && len(b.families) > 0: // which may be all there are
			if len(b.families) > 1 || b.families[0] != CO2.String() {
				continue
			}
			other = "CO2 alone"
		case b != nil && slices.Contains(b.families, allGases):
			continue
		default:
			if other = b.says(family); other == NO.String() || other == NA.String() || other == IE.String() {
				continue
			}
		}
		if n := len(out); n > 0 && out[n-1].Other == other {
			out[n-1].Gases += ", " + family
			out[n-1].CO2e.t = out[n-1].CO2e.t.Add(amount.t)
			continue
		}
		out = append(out, UnlikePart{c, family, amount, other})
	}
	return out
}

// IsZero reports whether both count the same, so far as is known.
func (u Unlike) IsZero() bool { return len(u.OnlyFirst)+len(u.OnlySecond) == 0 }

// Amounts are what the first figure counts and the second does not, and the reverse.
func (u Unlike) Amounts() (first, second CO2e) { return sumOf(u.OnlyFirst), sumOf(u.OnlySecond) }

func sumOf(parts []UnlikePart) CO2e {
	var sum CO2e
	for i, p := range parts {
		if i == 0 {
			sum = CO2e{decimal.Decimal{}, p.CO2e.m}
		}
		sum.t = sum.t.Add(p.CO2e.t)
	}
	return sum
}

// String is "I.1.1 CO2, CH4 (in 2023 NE), 1200 tCO2e (AR5) of 2018".
func (u Unlike) String() string { return u.Text(strconv.Itoa(u.First), strconv.Itoa(u.Second)) }

// Text is what String is, with words for the two figures in place of their years: of two
// figures of one year "first vintage" and "vintage 2", for one.
func (u Unlike) Text(first, second string) string {
	if u.IsZero() {
		return "both count the same, so far as is known"
	}
	var sides []string
	for _, side := range []struct {
		parts    []UnlikePart
		in, none string
	}{{u.OnlyFirst, first, second}, {u.OnlySecond, second, first}} {
		if len(side.parts) == 0 {
			continue
		}
		const most = 8
		var list []string
		for _, p := range side.parts[:min(most, len(side.parts))] {
			list = append(list, fmt.Sprintf("%s %s (in %s %s)", p.Category.Code, p.Gases, side.none, p.Other))
		}
		if more := len(side.parts) - most; more > 0 {
			list = append(list, fmt.Sprintf("and %d more", more))
		}
		sides = append(sides, strings.Join(list, ", ")+", "+sumOf(side.parts).String()+" of "+side.in)
	}
	return strings.Join(sides, "; ")
}
