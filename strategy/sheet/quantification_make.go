package sheet

import (
	"cmp"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// make makes the quantification of its lines, or says what of them does not stand.
func (l *quantificationLines) make(named Named, table yearTable) []ghg.Fault {
	p := placer{lines: l, table: table}
	l.documents()
	if p.complete(); l.said["unit"].text == "" {
		return p.faults
	}
	p.numbers()
	p.withouts()
	p.fixed()
	p.published(named)
	if len(p.faults) > 0 {
		return p.faults
	}
	var err error
	if l.made, err = strategy.NewQuantification(l.QuantificationDefinition); err != nil {
		p.all(err)
	}
	return p.faults
}

// placer puts faults on lines that were read before.
type placer struct {
	lines  *quantificationLines
	table  yearTable
	faults []ghg.Fault
}

func (p *placer) refuse(code string, line int, column, value, detail string) {
	p.faults = append(p.faults, ghg.Fault{Code: code, Line: line, Field: p.table.head(column), Value: value, Detail: detail})
}

// line is that of what lines agree in, or the first.
func (p *placer) line(column string) int { return cmp.Or(p.lines.said[column].line, p.lines.first) }

// complete refuses what is told by a word in a sheet, and is nothing in a definition.
func (p *placer) complete() {
	l := p.lines
	if l.said["unit"].text == "" {
		p.refuse(ghg.FaultMissingField, l.first, "unit", "", "give that of the quantities, such as 대 or MWh; % where they are shares of a source")
	}
	switch _, found := l.said["life"]; {
	case l.Counting == strategy.NewInYear && !found:
		p.refuse(ghg.FaultMissingField, l.first, "life", "", "what is new in a year works for some years, or for good (영구): say how long")
	case l.Counting.Valid() && l.Counting != strategy.NewInYear && found && l.Life.Years == 0 && len(l.Life.ByAge) == 0:
		p.refuse(ghg.FaultMismatch, p.line("life"), "life", l.said["life"].text, "it is given only where what is new is counted")
	}
}

// numbers puts the figures of lines into quantities, in the unit that one of them states.
func (p *placer) numbers() {
	for i, x := range p.lines.figures {
		p.lines.quantities(i).ByYear = p.number(x)
	}
}

func (p *placer) number(x figureLine) map[int]decimal.Decimal {
	isShare := p.lines.said["unit"].text == "%"
	out := make(map[int]decimal.Decimal, len(x.byYear))
	for _, y := range slices.Sorted(maps.Keys(x.byYear)) {
		f := x.byYear[y]
		switch {
		case f.isPercent && !isShare:
			p.refuse(ghg.FaultUnit, x.line, yearText(y), exact.Text(f.number.Shift(2))+"%", "the unit is not %")
		case isShare && !f.isPercent:
			f.number = f.number.Shift(-2)
		}
		out[y] = f.number
	}
	return out
}

// withouts puts what there would be without the project beside the quantities of its years:
// what is of a kind goes before what is of all.
func (p *placer) withouts() {
	l := p.lines
	numbers := map[item]map[int]decimal.Decimal{} // a year is in one line of an item
	for _, x := range l.without {
		if numbers[x.item] == nil {
			numbers[x.item] = map[int]decimal.Decimal{}
		}
		maps.Copy(numbers[x.item], p.number(x))
	}
	used := map[takenKey]bool{}
	for i := range l.figures {
		q := l.quantities(i)
		of := itemWithout + item(q.Kind)
		if numbers[of] == nil {
			of = itemWithout
		}
		for y := range q.ByYear {
			n, ok := numbers[of][y]
			if !ok {
				continue
			}
			if q.Without == nil {
				q.Without = map[int]decimal.Decimal{}
			}
			q.Without[y], used[takenKey{of, y}] = n, true
		}
	}
	for _, x := range l.without {
		for _, y := range slices.Sorted(maps.Keys(x.byYear)) {
			if !used[takenKey{x.item, y}] {
				p.refuse(ghg.FaultMismatch, x.line, yearText(y), "", "no quantity is given for this year")
			}
		}
	}
}

// fixed makes the effects of amounts that are stated.
func (p *placer) fixed() {
	l := p.lines
	for i, x := range l.effects {
		if !x.isStated {
			continue
		}
		u := l.effectAt(i)
		use := cmp.Or(x.use, l.Counts, u.On.String())
		made, err := strategy.FixedSaving(u.On, u.Interaction, use, l.Unit, x.saves, cmp.Or(u.Source, l.Source))
		if err != nil {
			detail := err.Error()
			if l.Unit.IsZero() {
				detail = "an amount is that of one, and a share of a source has none: write whole source (배출원 전체)"
			}
			p.refuse(ghg.FaultMismatch, x.line, "per_one", "", detail)
			continue
		}
		*u = made
	}
}

// published finds the published unit: as a line states it, or under its number.
func (p *placer) published(named Named) {
	l := p.lines
	own, said := l.ownUnit, l.unit != strategy.PublishedUnit{}
	if own == nil && !said {
		return
	}
	if own == nil && l.unit.ID == "" {
		column := "category"
		if l.unit.On == (strategy.EmissionSource{}) {
			column = "interaction"
		}
		p.refuse(ghg.FaultMismatch, p.line(column), column, l.said[column].text,
			"on a line of quantities it is that of a published unit: give its number, or a line of the item unit effect")
		return
	}
	unit := strategy.PublishedUnit{}
	if own != nil && own.isStated {
		unit = own.PublishedUnit
		unit.Source = cmp.Or(unit.Source, l.Source)
	} else {
		found, err := named.unit(l.unit.ID)
		if err != nil {
			p.refuse(ghg.FaultField, p.line("unit_id"), "unit_id", l.unit.ID, detailOf(err))
			return
		}
		if why := meets(found.Per, l.Unit); why != "" {
			p.refuse(ghg.FaultUnit, p.line("unit"), "unit", l.said["unit"].text, why)
		}
		unit = found
		if len(l.Effects) > 0 { // they say what is acted on
			unit.On, unit.Interaction = strategy.EmissionSource{}, 0
		}
		if own != nil {
			unit.Source = cmp.Or(own.Source, unit.Source)
			if !own.Contains.IsZero() {
				unit.Contains = own.Contains
			}
		}
	}
	unit.ID = l.unit.ID
	unit.Interaction = cmp.Or(l.unit.Interaction, unit.Interaction)
	if l.unit.On != (strategy.EmissionSource{}) {
		unit.On = l.unit.On
	}
	l.Published = unit
}
