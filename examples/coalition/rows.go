package main

import (
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/localghg/localghg/ghg/words"
)

// rows holds the rows that publications state as sums against the records of each place, and
// the rows of all places against that of the whole.
func (s *story) rows() {
	if len(s.book.declared) == 0 {
		return
	}
	s.say(rowsHeading)
	type sumOf struct {
		view ghg.View
		node string
	}
	var kinds []sumOf
	stated := map[sumOf]map[place.Place]ghg.CO2e{}
	all := s.reports
	if s.own != nil {
		all = append(slices.Clone(all), *s.own)
	}
	for _, r := range all {
		for _, d := range s.book.declared[r.Place] {
			for _, f := range r.Inventory.Reconcile(s.metric, d.Declared).All {
				f.Of = r.Place.String() + " " + words.In(s.lang(), f.Of, strings.Replace(f.Of, d.View.Name(), s.nameOf(d.View).Ko, 1))
				if f.Severity > ghg.Note {
					s.text.WriteString("  - " + s.finding(f) + "\n")
				}
			}
			k := sumOf{d.View, d.Node}
			if stated[k] == nil {
				stated[k] = map[place.Place]ghg.CO2e{}
				kinds = append(kinds, k)
			}
			amount, err := ghg.CO2eOf(d.Figure.Mass(), s.metric)
			if err != nil {
				s.refuse(err)
				continue
			}
			stated[k][r.Place] = amount
		}
	}
	for _, k := range kinds {
		s.rowsOf(k.view, k.node, stated[k])
	}
}

// rowsOf adds the stated rows of all places, beside the sum of their parts.
func (s *story) rowsOf(v ghg.View, node string, stated map[place.Place]ghg.CO2e) {
	_, why := v.Addable()
	declared, err := ghg.DeclaredView(v.Name()+" "+node, "rows as stated")
	if err == nil {
		declared, err = declared.WithAdding(why, v.Waste())
	}
	if err != nil {
		s.refuse(err)
		return
	}
	var reports []rollup.SeriesOf
	for _, r := range s.reports {
		if c, there := stated[r.Place]; there {
			y, err := ghg.NewYearly(r.Inventory.Place(), declared, s.metric,
				[]ghg.YearFigure{{Year: s.book.year, CO2e: c, Vintage: ghg.FirstVintage}})
			if err != nil {
				s.refuse(err)
				return
			}
			reports = append(reports, rollup.SeriesOf{Place: r.Place, Yearly: y})
		}
	}
	out, err := s.group.Yearly(rollup.Question{View: declared, Metric: s.metric, Nested: s.nested}, []int{s.book.year}, reports)
	if err != nil {
		s.refuse(err)
		return
	}
	sum := out.Sums[0]
	s.say(rowsLine, node, s.category(node), s.amount(sum.CO2e), len(sum.Counted), len(sum.Counted)+len(sum.Missing))
	if len(sum.Missing) > 0 {
		s.say(rowMissing, s.named(sum.Missing))
	}
	if own, there := stated[s.whole]; there {
		s.compare(sum.Against(string(s.group.Name()), own, own.Figure().HalfUnit()))
		parts := s.partsOf(v, node)
		if parts != nil {
			s.say(partsLine, s.amount(parts.CO2e))
			s.compare(parts.Against(string(s.group.Name()), own, own.Figure().HalfUnit()))
		}
	}
}

// partsOf is the sum of what stands below a node, or nil where it is refused.
func (s *story) partsOf(of ghg.View, node string) *rollup.Sum {
	var below []string
	for _, code := range of.Categories() {
		if strings.HasPrefix(code, node+".") {
			below = append(below, code)
		}
	}
	can, why := of.Addable()
	v, err := ghg.NewView(ghg.ViewDefinition{Name: node, Scheme: s.book.tree.scheme, Categories: below, Addable: can, Why: why})
	if err != nil {
		s.refuse(err)
		return nil
	}
	out, err := s.group.Inventory(rollup.Question{View: v, Metric: s.metric, Nested: s.nested}, s.book.year, s.reports)
	if err != nil {
		s.refuse(err)
		return nil
	}
	return &out.Sum
}
