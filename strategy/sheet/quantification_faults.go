package sheet

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// detailOf is what an error says is allowed.
func detailOf(err error) string {
	var f ghg.Fault
	if errors.As(err, &f) {
		return f.Detail
	}
	return err.Error()
}

// meets says why quantities of a unit do not become those of a published unit, or "".
func meets(per, unit ghg.Unit) string {
	if per.IsZero() {
		return "the published unit does not say what it is of (PublishedUnit.Per)"
	}
	one, err := ghg.NewQuantity(decimal.New(1, 0), unit)
	if err == nil {
		_, err = strategy.PublishedUnit{Per: per}.Count(one)
	}
	if err != nil {
		return "the published unit is of one " + per.String() + ": give the quantities in that, or in a unit of " + per.Dimension().String()
	}
	return ""
}

// partOf finds the part of a definition that a fault is of, and the year in it.
var partOf = regexp.MustCompile(`^, (quantities|effect|judgement|published unit|\w+ quantities)(?: (\d+))?.*?(?:, (\d{4}))?$`)

// columnOf are the columns of what a constructor calls otherwise.
var columnOf = map[string]string{
	"id": "no", "life by age": "life", "renewed to": "renewed_to", "effects": "item", "judged": "item", "quantities": "item",
	"kind": "item", "years": "item", "factors": "factor", "factor of": "factor_year", "saves": "per_one", "text": "reason",
	"published unit": "unit_id", "per": "per_one_unit",
}

// all puts what a definition lacks on lines and columns.
func (p *placer) all(err error) {
	var faults ghg.Faults
	if !errors.As(err, &faults) {
		p.refuse(strategy.FaultQuantification, p.lines.first, "no", p.lines.ID, err.Error())
		return
	}
	for _, f := range faults.All {
		column := f.Field
		if c, ok := columnOf[column]; ok {
			column = c
		}
		line := p.line(column)
		part := partOf.FindStringSubmatch(strings.TrimPrefix(f.Of, "quantification "+words.Quote(p.lines.ID)))
		if part != nil {
			line, column = p.part(part[1], part[2], part[3], column)
		}
		if !slices.ContainsFunc(p.table.columns, func(c ghg.CSVColumn) bool { return c.Name == column }) {
			column = "item"
		}
		p.refuse(strategy.FaultQuantification, line, column, f.Value, f.Detail)
	}
}

// part is the line and column of a fault of a part: that of quantities is on their line
// and year, that of a published unit on its own line or where its number stands.
func (p *placer) part(name, number, year, column string) (int, string) {
	l := p.lines
	n, _ := strconv.Atoi(number)
	switch name {
	case "quantities":
		if year != "" {
			column = year
		}
		return lineAt(n-1-len(l.Quantities)+len(l.figures), l.figures, func(x figureLine) int { return x.line }, l.first), column
	case "effect":
		if column == "source" {
			column = "category"
		}
		return lineAt(n-1-len(l.Effects)+len(l.effects), l.effects, func(x effectLine) int { return x.line }, l.first), column
	case "judgement":
		if column == "reason" && number != "" {
			column = "reason"
		}
		return lineAt(n-1-len(l.Judged)+len(l.judged), l.judged, func(line int) int { return line }, l.first), column
	case "published unit":
		if column == "source" {
			column = "category"
		}
		if l.ownUnit != nil {
			return l.ownUnit.line, column
		}
		return p.line("unit_id"), column
	}
	kind, _, _ := strings.Cut(name, " ") // of all lines of a kind
	i := slices.IndexFunc(l.figures, func(x figureLine) bool { return x.item.String() == kind })
	return lineAt(i, l.figures, func(x figureLine) int { return x.line }, l.first), column
}

// lineAt is the line of one of the parts that were read, or the first of the quantification.
func lineAt[T any](i int, parts []T, line func(T) int, first int) int {
	if i < 0 || i >= len(parts) {
		return first
	}
	return line(parts[i])
}
