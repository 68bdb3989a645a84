package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
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
		s.book.remark("", findings)
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
	s.say(heading, s.group.Name(), s.book.year, s.book.tree.title, s.metricName(), s.group.Day(), len(s.reports))
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
	var remarks []string
	for _, r := range s.book.remarks {
		remarks = append(remarks, strings.TrimPrefix(r.of+": "+s.finding(r.Finding), ": "))
	}
	s.list(readerFindings, remarks)
	var faults []string
	for _, f := range s.book.faults {
		faults = append(faults, words.In(s.lang(), f.En, f.Ko))
	}
	s.list(readerFaults, faults)
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
	for _, m := range s.book.statistics {
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
	s.say(addedBecause, told(why), words.Term{En: v.Waste().String(), Ko: v.Waste().Korean()})
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

// refuse says what was refused and why.
func (s *story) refuse(err error) {
	s.refused = true
	text := told(err.Error())
	var korean interface{ Korean() string }
	if errors.As(err, &korean) {
		text.Ko = korean.Korean()
	}
	s.say(refusedLine, text)
}
