package drivers

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ShownEffects is a decomposition as it is shown: a table of categories, or of the
// steps of a chain, by factors, rounded to a number of decimal places of the unit.
// Rows and columns add up to their totals and those to the change, as
// [exact.ControlledRounding] makes them: the grand total is the nearest to the true
// change, then the totals of rows and columns are as near as can be, then the
// cells. Compute with the effects that were shown, never with these.
type ShownEffects struct {
	Unit    string     `json:"unit,omitempty"`
	Columns []string   `json:"columns,omitempty"` // the factors, and "unexplained" where anything is
	Rows    []ShownRow `json:"rows,omitempty"`    // categories or steps
	Total   ShownRow   `json:"total"`             // over all rows
	places  int32
}

// ShownRow is one row of [ShownEffects].
type ShownRow struct {
	Name    string            `json:"name"`              // category, years of the step, or "total"
	Effects []decimal.Decimal `json:"effects,omitempty"` // by column
	Change  decimal.Decimal   `json:"change"`            // what they add up to
}

// unexplainedName is the column of what no factor explains.
const unexplainedName = "unexplained"

// shownLine is a row before it is rounded.
type shownLine struct {
	name        string
	effects     []Effect
	unexplained decimal.Decimal
}

func show(id Identity, lines []shownLine, places int32) (ShownEffects, error) {
	s := ShownEffects{Unit: id.unit, Total: ShownRow{Name: "total"}, places: places}
	for _, f := range id.factors {
		s.Columns = append(s.Columns, f.Name)
	}
	table := make([][]decimal.Decimal, len(lines))
	isExplained := true
	for i, l := range lines {
		for _, e := range l.effects {
			table[i] = append(table[i], e.Amount)
		}
		table[i] = append(table[i], l.unexplained)
		isExplained = isExplained && l.unexplained.IsZero()
	}
	if isExplained {
		for i := range table {
			table[i] = table[i][:len(s.Columns)]
		}
	} else {
		s.Columns = append(s.Columns, unexplainedName)
	}
	rounded, err := exact.ControlledRounding(table, places)
	if err != nil {
		return ShownEffects{}, err
	}
	s.Total.Effects = make([]decimal.Decimal, len(s.Columns))
	for i, cells := range rounded {
		r := ShownRow{Name: lines[i].name, Effects: cells}
		for j, d := range cells {
			r.Change = r.Change.Add(d)
			s.Total.Effects[j] = s.Total.Effects[j].Add(d)
		}
		s.Total.Change = s.Total.Change.Add(r.Change)
		s.Rows = append(s.Rows, r)
	}
	return s, nil
}

// String is the table, a row a line.
func (s ShownEffects) String() string {
	if len(s.Rows) == 0 {
		return "no decomposition"
	}
	lines := make([]string, 0, len(s.Rows)+1)
	for _, r := range append(s.Rows[:len(s.Rows):len(s.Rows)], s.Total) {
		parts := make([]string, len(r.Effects))
		for j, d := range r.Effects {
			parts[j] = s.Columns[j] + " " + words.Signed(d.StringFixed(s.places))
		}
		lines = append(lines, fmt.Sprintf("%s: %s %s = %s", r.Name, r.Change.StringFixed(s.places), s.Unit, strings.Join(parts, ", ")))
	}
	return strings.Join(lines, "\n")
}

// Numbers in a text have six digits of the larger total, and all the decimals that
// the totals have, up to 12.
const (
	textDigits    = 6
	mostTextPlace = 12
)

// textPlaces is how far the texts on the change from one point to another round.
func textPlaces(from, to Point) int32 { return placesFor(from.Total(), to.Total()) }

func placesFor(totals ...decimal.Decimal) int32 {
	places, size := int32(0), int32(-mostTextPlace)
	for _, d := range totals {
		if !d.IsZero() {
			size = max(size, magnitude(d))
			places = max(places, decimals(d))
		}
	}
	return min(max(places, textDigits-size), mostTextPlace)
}

// decimals is how many decimals a number has, zeros at its end left out.
func decimals(d decimal.Decimal) int32 {
	_, after, _ := strings.Cut(d.String(), ".")
	return int32(len(after))
}

// sumText is "population -0.34, grid factor +1.48", with the unexplained part
// where there is one: rounded so that the numbers add up to their rounded sum.
func sumText(effects []Effect, unexplained decimal.Decimal, places int32) string {
	var names []string
	var amounts []decimal.Decimal
	for _, e := range effects {
		names, amounts = append(names, e.Factor.Name), append(amounts, e.Amount)
	}
	if !unexplained.IsZero() {
		names, amounts = append(names, unexplainedName), append(amounts, unexplained)
	}
	parts := make([]string, len(names))
	for i, d := range exact.LargestRemainder(amounts, places) {
		parts[i] = names[i] + " " + plus(d)
	}
	return strings.Join(parts, ", ")
}

// plus prints a number with its sign.
func plus(d decimal.Decimal) string { return words.Signed(d.String()) }
