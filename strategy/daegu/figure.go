package daegu

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

//go:embed data/figures.tsv
var figureTable string

var figures = sync.OnceValue(func() []Figure { return mustFigures(figureTable) })

// Figure is a number that was published, with the digits it was published in.
type Figure struct {
	ID    string `json:"id"`              // "base-2018-strategy-2021"
	Value string `json:"value,omitempty"` // "9.43"
	Unit  string `json:"unit,omitempty"`  // "Mt CO2e", "%", "KRW bn", "households"
	// Year is the year that the figure is for, or the last of a span; 0 where
	// none is stated.
	Year       int    `json:"year"`
	What       string `json:"what,omitempty"`
	WhatKo     string `json:"what_ko,omitempty"`
	Source     string `json:"source,omitempty"`     // outlet and article number, or document
	Confidence string `json:"confidence,omitempty"` // "high", "medium", "low" or "derived"
	Note       string `json:"note,omitempty"`
	NoteKo     string `json:"note_ko,omitempty"`
}

// isNo is the fault of a figure that is asked for as what it is not.
func (f Figure) isNo(wanted string) error {
	return ghg.Fault{Code: ghg.FaultUnit, Of: f.of(), Field: "unit", Value: f.Unit, Detail: "it is no " + wanted}
}

// of names the figure in a message.
func (f Figure) of() string { return "figure " + words.Quote(f.ID) }

// Figures yields all figures in the order of the table.
func Figures() iter.Seq[Figure] { return slices.Values(figures()) }

// FigureNamed finds a figure by its ID.
func FigureNamed(id string) (Figure, bool) {
	i := slices.IndexFunc(figures(), func(f Figure) bool { return f.ID == id })
	if i < 0 {
		return Figure{}, false
	}
	return figures()[i], true
}

// Number is the value in the figure's own unit.
func (f Figure) Number() (decimal.Decimal, error) {
	d, err := exact.Parse(f.Value)
	if err != nil {
		return d, fmt.Errorf("%s: %w", f.of(), err)
	}
	return d, nil
}

// Amount is an amount of CO2e as published, which knows how far its last digit
// reaches. A figure in another unit is a [ghg.Fault].
func (f Figure) Amount() (ghg.Figure, error) {
	unit, substance, err := ghg.ParseMassUnit(f.Unit)
	if err != nil || !substance.CO2e {
		return ghg.Figure{}, f.isNo("amount of CO2e")
	}
	a, err := ghg.ParseFigure(f.Value, unit)
	if err != nil {
		return a, fmt.Errorf("%s: %w", f.of(), err)
	}
	return a, nil
}

// CO2e is an amount of CO2e, on the unstated metric: no source says which. A
// figure in another unit is a [ghg.Fault].
func (f Figure) CO2e() (ghg.CO2e, error) {
	a, err := f.Amount()
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.CO2eOf(a.Mass(), ghg.Unstated)
}

// Share is a figure in percent; one in another unit is a [ghg.Fault].
func (f Figure) Share() (ghg.Share, error) {
	d, err := f.Number()
	switch {
	case f.Unit != "%":
		return ghg.Share{}, f.isNo("share")
	case err != nil:
		return ghg.Share{}, err
	}
	return ghg.Percent(d)
}

// Money is an amount of won, in the prices of its day; a figure in another unit
// is a [ghg.Fault].
func (f Figure) Money() (strategy.Money, error) {
	power, ok := map[string]int32{"KRW": 0, "KRW bn": 9, "KRW tn": 12}[f.Unit]
	if !ok {
		return strategy.Money{}, f.isNo("amount of won")
	}
	d, err := f.Number()
	if err != nil {
		return strategy.Money{}, err
	}
	return strategy.NewMoney(d.Shift(power), strategy.KRW, strategy.Nominal)
}

// String is the figure with its unit, year and source: "9.43 Mt CO2e (2018);
// hani 1023297".
func (f Figure) String() string {
	s := f.Value + " " + f.Unit
	if f.Unit == "%" {
		s = f.Value + "%"
	}
	if f.Year != 0 {
		s += fmt.Sprintf(" (%d)", f.Year)
	}
	return strings.TrimSpace(s + "; " + f.Source)
}

func mustFigures(text string) []Figure {
	var out []Figure
	for r := range table.MustRead(text, "id", "value", "unit", "year", "what", "what_ko", "source", "confidence", "note", "note_ko").Rows() {
		f := Figure{ID: r.Cell("id"), Value: r.Cell("value"), Unit: r.Cell("unit"), What: r.Cell("what"), WhatKo: r.Cell("what_ko"),
			Source: r.Cell("source"), Confidence: r.Cell("confidence"), Note: r.Cell("note"), NoteKo: r.Cell("note_ko")}
		if year := r.Cell("year"); year != "" {
			f.Year = mustYear(year)
		}
		must(f.Number())
		out = append(out, f)
	}
	return out
}

// mustYear reads a year of the tables.
func mustYear(s string) int { return must(ghg.ParsePeriod(s)).Year() }

// mustFigure is a figure that the code or another table names.
func mustFigure(id string) Figure {
	f, ok := FigureNamed(id)
	if !ok {
		panic("daegu: no figure " + id)
	}
	return f
}

// must is for what the embedded tables hold.
func must[T any](v T, err error) T {
	if err != nil {
		panic("daegu: " + err.Error())
	}
	return v
}
