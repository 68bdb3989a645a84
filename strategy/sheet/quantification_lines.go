package sheet

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// quantificationLines are the lines of one quantification.
type quantificationLines struct {
	strategy.QuantificationDefinition
	action   string // ID
	given    int    // index among those that the action has already, or -1
	first    int    // line
	fallback string // document of the action
	// firstSource is the document of the first line of quantities.
	firstSource string
	hasFirst    bool
	isFaulty    bool
	made        strategy.Quantification

	said     map[string]saidText // what lines must agree in, by column
	taken    map[takenKey]int    // line of a year of quantities, or of those without the project
	figures  []figureLine        // of Quantities that are not given already
	without  []figureLine
	effects  []effectLine           // of Effects that are not given already
	judged   []int                  // line of each of Judged that is not given already
	unit     strategy.PublishedUnit // its number and source, as lines say them
	ownUnit  *unitLine
	isStated bool // a line of the item quantification states the document
}

// saidText is what lines agree in, and the line that said it first: 0 where it was read
// before.
type saidText struct {
	text string
	line int
}

// takenKey is a year of quantities of an item.
type takenKey struct {
	item item
	year int
}

// figureLine is a line with figures under its years.
type figureLine struct {
	item   item
	line   int
	byYear map[int]figure
}

// figure is a number, or one of percent.
type figure struct {
	number    decimal.Decimal
	isPercent bool
}

// effectLine is the line of a unit effect, with the amount that one saves where it is stated.
type effectLine struct {
	line     int
	isStated bool
	saves    ghg.CO2e
	use      string
}

// unitLine is the line of a published unit.
type unitLine struct {
	strategy.PublishedUnit
	line     int
	isStated bool // its amount stands in the sheet
}

// quantificationReader reads lines.
type quantificationReader struct {
	table    yearTable
	named    Named
	known    map[string]ghg.Factors
	findings ghg.Findings
}

// extend begins with what the action has of the quantification.
func (l *quantificationLines) extend(d strategy.QuantificationDefinition) {
	l.QuantificationDefinition = d
	for column, text := range commonCells(d) {
		if text != "" {
			l.said[column] = saidText{text: text}
		}
	}
	if p := d.Published; !p.IsZero() {
		l.said["unit_id"] = saidText{text: p.ID}
		if p.On != (strategy.EmissionSource{}) {
			l.said["category"] = saidText{text: p.On.Folded().String()}
		}
		if p.Interaction != 0 {
			l.said["interaction"] = saidText{text: p.Interaction.String()}
		}
	}
	for _, q := range d.Quantities {
		for year := range q.ByYear {
			l.taken[takenKey{item(q.Kind), year}] = 0
		}
	}
}

// read takes a line.
func (in *quantificationReader) read(l *quantificationLines, row csvRow, what item) {
	in.only(row, what)
	l.common(row)
	source := row.Text("source")
	switch {
	case what.isQuantities():
		in.quantities(l, row, what)
	case what.isWithout():
		if x, found := in.figures(l, row, what); found {
			l.without = append(l.without, x)
		} else {
			row.Refuse(ghg.FaultMissingField, "item", errors.New("a number is needed under a year"))
		}
	case what == itemWhole:
		if l.isStated = l.isStated || source != ""; l.agree(row, "source", source) {
			l.Source = source
		}
	case what == itemEffect:
		in.effect(l, row)
	case what == itemPublished:
		in.unit(l, row)
	default:
		l.judge(row, strategy.Judged{Why: what.why(), Kept: row.Share("kept"), Text: row.Text("reason"), Source: source})
	}
}

// judge takes a judgement, which would be deducted twice if it were read again.
func (l *quantificationLines) judge(row csvRow, j strategy.Judged) {
	again := slices.ContainsFunc(l.Judged[:min(len(l.Judged), maxCompared)], func(o strategy.Judged) bool {
		return o.Why == j.Why && o.Kept.Equal(j.Kept) && o.Text == j.Text && o.Source == j.Source
	})
	if again {
		row.Refuse(strategy.FaultRepeated, "item", errors.New("the quantification has this judgement already"))
	}
	l.Judged = append(l.Judged, j)
	l.judged = append(l.judged, row.Line())
}

// maxCompared is how many judgements another is compared with: more are refused anyway.
const maxCompared = 100

// only refuses what stands in columns that a line of the item does not have: it would be
// lost.
func (in *quantificationReader) only(row csvRow, what item) {
	fields, hasYears := fieldsOf(what)
	for _, c := range in.table.columns {
		allowed := slices.Contains(commonFields, c.Name) || slices.Contains(fields, c.Name) || hasYears && yearOf(c.Name) != 0
		if !allowed && row.Text(c.Name) != "" {
			row.Refuse(ghg.FaultMismatch, c.Name, fmt.Errorf("a line of the item %s has none", what))
		}
	}
}

// common takes what all of the quantification is.
func (l *quantificationLines) common(row csvRow) {
	if text := row.Text("counts"); l.agree(row, "counts", text) {
		l.Counts = text
	}
	if text := row.Text("unit"); text == "%" {
		l.agree(row, "unit", text)
	} else if text != "" {
		u, err := ghg.ParseUnit(text)
		if err != nil {
			row.Refuse(ghg.FaultUnit, "unit", err)
		} else if l.agree(row, "unit", u.String()) {
			l.Unit = u
		}
	}
	if c := ghg.CSVWord(row.CSVRow, ghg.FaultField, "counting", countingWords); c != 0 && l.agree(row, "counting", c.String()) {
		l.Counting = c
	}
	if life, ok := row.life(); ok && l.agree(row, "life", lifeText(life)) {
		l.Life.Years, l.Life.ByAge = life.Years, life.ByAge
	}
	if decay := row.Share("decay"); !decay.IsUnset() && l.agree(row, "decay", decay.String()) {
		l.Life.Decay = decay
	}
	if year := row.Year("renewed_to"); l.agree(row, "renewed_to", yearText(year)) {
		l.Life.RenewedTo = year
	}
}

// figures reads the numbers under the years of a line.
func (in *quantificationReader) figures(l *quantificationLines, row csvRow, what item) (figureLine, bool) {
	out := figureLine{item: what, line: row.Line(), byYear: map[int]figure{}}
	found := false
	for _, y := range in.table.years {
		column := yearText(y)
		text := row.Text(column)
		if text == "" {
			continue
		}
		found = true
		if line, taken := l.taken[takenKey{what, y}]; taken {
			row.Refuse(strategy.FaultRepeated, column, fmt.Errorf("%s this year of the item too", has(line)))
		}
		l.taken[takenKey{what, y}] = row.Line()
		if strings.HasSuffix(text, "%") {
			out.byYear[y] = figure{row.Share(column).Fraction(), true}
		} else {
			n, _ := row.Number(column)
			out.byYear[y] = figure{number: n}
		}
		if out.byYear[y].number.Sign() < 0 {
			row.Refuse(ghg.FaultNumber, column, errors.New("0 or more is allowed"))
		}
	}
	in.fill(l, row, out)
	return out, found
}

// quantities reads those of a kind.
func (in *quantificationReader) quantities(l *quantificationLines, row csvRow, what item) {
	x, found := in.figures(l, row, what)
	if l.numbered(row); !l.hasFirst {
		l.hasFirst, l.firstSource = true, row.Text("source")
	}
	q := strategy.Quantities{Kind: what.kind(), Last: row.Year("last"), By: row.Text("by"), Source: row.Text("source")}
	for _, name := range row.List("factor") {
		if f, ok := in.series(row, name); ok {
			q.Factors = append(q.Factors, f)
		}
	}
	if !found {
		in.findings.Add(ghg.Finding{Code: FindingNoQuantities, Severity: ghg.Note, Line: row.Line(), Of: l.action + "/" + l.ID,
			Stated: what.String()}.Said(noQuantities))
		return
	}
	l.Quantities = append(l.Quantities, q)
	l.figures = append(l.figures, x)
}

// numbered takes the number of a published unit and the source that it acts on.
func (l *quantificationLines) numbered(row csvRow) {
	if text := row.Text("unit_id"); l.agree(row, "unit_id", text) {
		l.unit.ID = text
	}
	if row.namesSource() {
		if on, ok := row.on(); ok && l.agree(row, "category", on.Folded().String()) {
			l.unit.On = on
		}
	}
	i := ghg.CSVWord(row.CSVRow, strategy.FaultInteraction, "interaction", interactionWords)
	if i != 0 && l.agree(row, "interaction", i.String()) {
		l.unit.Interaction = i
	}
}

// namesSource reports whether a row says anything of a source.
func (r csvRow) namesSource() bool {
	return slices.ContainsFunc([]string{"category", "scheme", "fuel", "end_use"}, func(c string) bool { return r.Text(c) != "" })
}
