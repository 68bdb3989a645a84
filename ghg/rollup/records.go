package rollup

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
)

// gathering is the records of a consolidated inventory as they come together.
type gathering struct {
	place  ghg.PlaceID
	period ghg.Period
	keyed  keyed
}

// tagOf is what the records of a place are tagged with.
func tagOf(x chosen, day ghg.Date) (string, error) {
	tag := MemberTag(x.place, day)
	if !ghg.MakeTags(tag).Has(tag) {
		return "", ghg.Refusal(x.place.String(), "code", tag, "it cannot be a tag")
	}
	if x.aligned {
		tag += fmt.Sprintf(";year:%d", x.year)
	}
	return tag, nil
}

// take takes the records behind the total of a place: its lines, and what is left out of
// it as a key or a memo item.
func (g *gathering) take(c *Counted, t ghg.Total, tag string, yield func(ghg.Record) bool) bool {
	tagged := map[ghg.Tags]ghg.Tags{}
	numbers := map[ghg.Category]bool{}
	last := ghg.Category{}
	for r := range countedIn(t) {
		r.Place, r.Period = g.place, g.period
		tags, known := tagged[r.Tags]
		if !known {
			tags = ghg.MakeTags(r.Tags.String(), tag)
			tagged[r.Tags] = tags
		}
		r.Tags = tags
		if r.Value.IsNumber() {
			if r.Category != last {
				numbers[r.Category], last = true, r.Category
			}
			c.Status = max(c.Status, r.Status)
		}
		if key := r.Value.Key(); key != ghg.KeyNone {
			in, _ := r.Value.IncludedIn()
			if named, err := t.View.Scheme().Category(in.Code); err == nil {
				in = named // however it was written
			}
			g.keyed.see(c.Place, r.Category, key, in)
		}
		if !yield(r) {
			return false
		}
	}
	g.keyed.settle(func(in ghg.Category) bool { return numbers[in] })
	g.keyed.gaps(*c)
	return true
}

// countedIn are the records behind a total: its lines, and what is left out of it as a key
// or a memo item.
func countedIn(t ghg.Total) iter.Seq[ghg.Record] {
	return func(yield func(ghg.Record) bool) {
		for r := range t.Lines.Records() {
			if !yield(r) {
				return
			}
		}
		for _, left := range t.LeftOut {
			if (left.Why == ghg.NotANumber || left.Why == ghg.MemoItem) && !yield(left.Record()) {
				return
			}
		}
	}
}

// portionOf is the total of a share of each record behind a total.
func portionOf(t ghg.Total, c chosen) (ghg.Total, error) {
	var records []ghg.Record
	of := ghg.PlaceID(codeOn(c.place, c.period.End()))
	for r := range countedIn(t) {
		if err := portioned(&r, c.portion); err != nil {
			return t, fmt.Errorf("%s: %w", r.Category.Code, err)
		}
		r.Place = of
		records = append(records, r)
	}
	inv, _, err := ghg.NewInventory(of, c.period, c.vintage, t.View.Scheme(), records)
	if err != nil {
		return t, err
	}
	return inv.Total(t.View, t.Metric)
}

// portioned makes a record that of a share of it, which is estimated.
func portioned(r *ghg.Record, p Portion) error {
	v := r.Value
	if !v.IsNumber() {
		return nil
	}
	var scaled ghg.Value
	if m, ok := v.Mass(); ok {
		m, err := m.Scale(p.Share.Fraction())
		if err != nil {
			return err
		}
		scaled = ghg.Emitted(m)
	} else {
		c, _ := v.CO2e()
		c, err := c.Scale(p.Share.Fraction())
		if err != nil {
			return err
		}
		scaled = ghg.Equivalent(c)
	}
	if v.Key() != ghg.KeyNone {
		rest := ghg.KeyedAsFound(v.Key(), v.Explanation())
		if in, ok := v.IncludedIn(); ok {
			if named, err := ghg.IncludedIn(in, v.Explanation()); err == nil {
				rest = named
			}
		}
		if partly, err := ghg.Partly(scaled, rest); err == nil {
			scaled = partly
		}
	}
	if entered, err := scaled.EnteredAs(v.Entry()); err == nil {
		scaled = entered
	}
	e := r.Evidence.Definition()
	if e.Assumption != "" {
		e.Assumption += "; "
	}
	e.Assumption += p.Share.String() + " of " + p.Place.String() + " (" + p.Source + ")"
	r.Value, r.Status, r.Evidence = scaled, max(r.Status, ghg.Estimated), ghg.NewEvidence(e)
	return nil
}
