package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/localghg/localghg/ghg/words"
)

// story is what is printed, in one language.
type story struct {
	book    *book
	ko      bool
	nested  rollup.Nesting
	metric  ghg.Metric
	views   []ghg.View
	unit    ghg.MassUnit
	places  int32
	group   rollup.Group
	whole   place.Place          // that the group is the parts of, or none
	own     *rollup.InventoryOf  // its own inventory
	reports []rollup.InventoryOf // of the group
	outside []string             // inventories of places that do not belong to it
	text    strings.Builder
	refused bool
}

// say writes a line in the language of the story.
func (s *story) say(t words.Term, values ...any) {
	en, ko := t.Fill(values...)
	if s.ko {
		en = ko
	}
	s.text.WriteString(en + "\n")
}

// choose makes the group, and says which inventories belong to it.
func (s *story) choose(of, membersPath string) error {
	if of != "" {
		p, _, err := place.Korea().Find(ghg.PlaceID(of), s.book.day)
		if err != nil {
			return err
		}
		on, err := p.On(s.book.day)
		if err != nil {
			return err
		}
		s.whole = p
		s.group, err = rollup.NewGroup(rollup.Definition{Name: ghg.PlaceID(on.Name), Day: s.book.day, Members: []place.Place{p}})
		if err != nil {
			return err
		}
	} else {
		d, err := s.book.readMembers(membersPath)
		if err != nil {
			return err
		}
		c, err := place.NewCoalition(d)
		if err != nil {
			return err
		}
		var findings ghg.Findings
		if s.group, findings, err = rollup.OfCoalition(c, s.book.day); err != nil {
			return err
		}
		for _, f := range findings.All {
			s.book.findings = append(s.book.findings, s.finding(f))
		}
	}
	members := s.group.Members()
	for i, r := range s.book.reports {
		belongs := slices.ContainsFunc(members, func(m place.Place) bool { return r.Place.IsWithin(m, s.book.day) })
		switch {
		case r.Place == s.whole:
			s.own = &s.book.reports[i]
		case belongs:
			s.reports = append(s.reports, r)
		default:
			s.outside = append(s.outside, r.Place.String())
		}
	}
	return nil
}

// amount is an amount as it is shown: rounded once, to the places asked for.
func (s *story) amount(c ghg.CO2e) string {
	return c.In(s.unit).StringFixed(s.places) + " " + s.unit.String()
}

// exactly is an amount with all its digits.
func (s *story) exactly(c ghg.CO2e) string { return c.In(s.unit).String() + " " + s.unit.String() }

// tell writes the whole story.
func (s *story) tell() {
	s.say(heading, s.group.Name(), s.book.year, s.book.tree.scheme.Name(), s.metric, s.group.Day(), len(s.reports))
	var first *rollup.Sum
	for _, v := range s.views {
		if sum := s.view(v); sum != nil && first == nil {
			first = sum
		}
	}
	s.rows()
	if first != nil {
		s.perHead(*first)
	}
	s.list(notUsed, s.outside)
	s.list(otherYears, s.book.others)
	s.list(readerFindings, s.book.findings)
	s.list(readerFaults, s.book.faults)
}

// view tells of one view: what it comes to, or why it is refused.
func (s *story) view(v ghg.View) *rollup.Sum {
	s.say(viewHeading, s.nameOf(v))
	out, err := s.group.Inventory(rollup.Question{View: v, Metric: s.metric, Nested: s.nested}, s.book.year, s.reports)
	if err != nil {
		s.refuse(err)
		return nil
	}
	sum := out.Sum
	s.say(sumLine, s.amount(out.Total.CO2e), sum.Members(), yesNo(sum.IsComplete()))
	counted, of := sum.Count()
	s.say(countLine, counted, of)
	for _, m := range s.book.measures {
		s.extent(sum, m)
	}
	s.whys(v)
	s.against(v, sum)
	for _, code := range v.Categories() {
		s.row(v, code)
	}
	s.say(findingsLine, sum.Findings.Len())
	for _, f := range sum.Findings.All {
		s.text.WriteString("  - " + s.finding(f) + "\n")
	}
	return &sum
}

// whys says why the view is added.
func (s *story) whys(v ghg.View) {
	_, why := v.Addable()
	s.say(addedBecause, why, words.Term{En: v.Waste().String(), Ko: v.Waste().NameKo()})
}

// row tells of one category.
func (s *story) row(of ghg.View, code string) {
	v, err := s.book.tree.row(of, code)
	if err != nil {
		s.refuse(err)
		return
	}
	out, err := s.group.Inventory(rollup.Question{View: v, Metric: s.metric, Nested: s.nested}, s.book.year, s.reports)
	if err != nil {
		s.say(rowRefused, code)
		s.refuse(err)
		return
	}
	if !out.Sum.IsReported() {
		return
	}
	counted, all := out.Sum.Count()
	s.say(rowLine, code, s.category(code), s.amount(out.Sum.CO2e), counted, all)
	if missing := lacking(out.Sum); len(missing) > 0 {
		s.say(rowMissing, s.named(missing))
	}
	s.against(v, out.Sum)
}

// lacking are the places of a sum without a number in it.
func lacking(s rollup.Sum) []place.Place {
	out := slices.Clone(s.Missing)
	for _, c := range s.Counted {
		if !c.IsReported {
			out = append(out, c.Place)
		}
	}
	return out
}

// against holds the own figure of the whole against the sum of its parts.
func (s *story) against(v ghg.View, sum rollup.Sum) {
	if s.own == nil {
		return
	}
	total, err := s.own.Inventory.Total(v, s.metric)
	if err != nil || !total.IsReported() {
		s.say(noOwn, s.group.Name())
		return
	}
	s.compare(sum.Against(string(s.group.Name()), total.CO2e, total.Lines.HalfUnits()))
	var lacks []string
	for _, part := range total.By(ghg.ByCategory) {
		if !part.IsReported() {
			lacks = append(lacks, part.Label)
		}
	}
	if len(lacks) > 0 {
		s.say(ownLacks, strings.Join(lacks, ", "))
	}
}

// compare tells a comparison.
func (s *story) compare(c rollup.Comparison, err error) {
	if err != nil {
		s.refuse(err)
		return
	}
	rounding, err := ghg.CO2eOf(c.Rounding, s.metric)
	if err != nil {
		s.refuse(err)
		return
	}
	s.say(ownLine, s.amount(c.Own), s.amount(c.Difference), s.exactly(rounding), explained(c.IsExplained))
	for _, f := range c.Findings().All {
		if f.Code == rollup.FindingOneMember {
			s.text.WriteString("      ! " + s.finding(f) + "\n")
		}
	}
}

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
				f.Of = r.Place.String() + " " + f.Of
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

// extent tells which share of the group is in the sum.
func (s *story) extent(sum rollup.Sum, m rollup.Measure) {
	x := sum.Extent(m)
	name := words.Term{En: m.String(), Ko: m.Korean()}
	if !x.Covered.IsDefined() {
		s.say(extentUnknown, name, x.Covered.Undefined())
	} else {
		s.say(extentLine, name, x.Covered.Percent(2), m.Source())
	}
	for _, missing := range x.Missing {
		if missing.Share.IsDefined() {
			s.say(extentMissing, s.named([]place.Place{missing.Place}), missing.Share.Percent(2))
		}
	}
	for _, f := range x.Findings.All {
		s.text.WriteString("    - " + s.finding(f) + "\n")
	}
}

// perHead ranks the places of a sum by what they have per head, for each measure.
func (s *story) perHead(sum rollup.Sum) {
	for _, m := range s.book.measures {
		name := words.Term{En: m.String(), Ko: m.Korean()}
		s.say(rankHeading, s.nameOf(sum.View), name)
		var peers []rank.Peer
		for _, x := range sum.PerHeadOfEach(m) {
			value := rank.Unknown(x.Value.Undefined())
			if v, ok := x.Value.Value(); ok {
				value = rank.Known(v)
			}
			peers = append(peers, rank.Peer{Place: ghg.PlaceID(x.Place.String()), Value: value})
		}
		for _, p := range sum.Missing {
			peers = append(peers, rank.Peer{Place: ghg.PlaceID(p.String()), Value: rank.Unknown("no figure for the year")})
		}
		all, err := rank.NewPeers(string(s.group.Name()), rank.Criterion{ID: "per head", Name: sum.View.String(), NameKo: sum.View.NameKo(),
			Unit: "tCO2e", Better: rank.LowerIsBetter, Source: m.Source()}, peers)
		if err == nil {
			var r rank.Ranking
			if r, err = all.Ranking(rank.Competition, rank.MidPercentile); err == nil {
				s.ranking(r)
			}
		}
		if err != nil {
			s.refuse(err)
		}
	}
}

func (s *story) ranking(r rank.Ranking) {
	for x := range r.All() {
		fmt.Fprintf(&s.text, "  %3s. %s  %s\n", x.Rank, x.Place, x.Value.StringFixed(2))
	}
	var without []string
	for x := range r.Peers().Missing() {
		without = append(without, string(x.Place))
	}
	if len(without) > 0 {
		s.say(rankWithout, strings.Join(without, ", "))
	}
}

// refuse says what was refused and why.
func (s *story) refuse(err error) {
	s.refused = true
	text := err.Error()
	var korean interface{ Korean() string }
	if s.ko && errors.As(err, &korean) {
		text = korean.Korean()
	}
	s.say(refusedLine, text)
}
