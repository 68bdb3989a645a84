package beside

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// entry is a record that counts on a side.
type entry struct {
	Source
	code    string           // in the comparison; "" where it stays
	stays   crosswalk.Reason // why it does
	crossed decimal.Decimal  // on the metric of the other side
	across  bool             // it can be taken there
}

// keyed is a notation key as it stands for a category of the comparison.
type keyed struct {
	key    ghg.Key
	value  ghg.Value
	inView bool
}

// reading is a side, line by line.
type reading struct {
	Side
	total   ghg.Total
	scheme  ghg.Scheme // of the comparison
	entries []entry
	keys    map[string]keyed
	inView  []bool              // of the keys without a number, in the order of the inventory
	stayed  []crosswalk.Left    // keys of the view that have no place in the comparison
	counted map[string]bool     // categories of the comparison in which something counts
	sums    map[string]bool     // categories of the side of which only a sum is known
	within  map[string]string   // what of the side is not converted and may hold a category of the comparison
	leftOut map[string]ghg.Why  // numbers that the view does not count, by category of the comparison
	codes   map[string][]string // categories of the comparison that a category of the side has come to
}

// schemeOf is the scheme of categories to which a side comes.
func (s Side) schemeOf() ghg.Scheme {
	if s.converts() {
		return s.Crosswalk.To()
	}
	return s.Inventory.Scheme()
}

func (s Side) converts() bool { return !s.Crosswalk.From().IsZero() }

// read takes a side apart, with its amounts on the metric of the other too. Where the error
// is a [*ghg.WithheldError] the total is there.
func read(s Side, other ghg.Metric) (*reading, error) {
	r := &reading{Side: s, scheme: s.schemeOf(), keys: map[string]keyed{}, leftOut: map[string]ghg.Why{},
		counted: map[string]bool{}, sums: map[string]bool{}, within: map[string]string{}, codes: map[string][]string{}}
	var err error
	if r.total, err = s.Inventory.Total(s.View, s.Metric); err != nil {
		return r, err
	}
	if !r.total.IsReported() {
		return r, &ghg.NoFigureError{Of: fmt.Sprintf("%s, %s", s.Name.En, s.View), Year: s.Inventory.Period().Year(),
			Remedy: "no record that counts has a number: a comparison needs one on each side"}
	}
	// Records are told apart by their place in the list while they are converted: the line
	// of the copy is its number.
	var records, others []ghg.Record
	var whys []ghg.Why // of the others
	number := func(list []ghg.Record, x ghg.Record) []ghg.Record {
		x.Line = len(list) + 1
		return append(list, x)
	}
	for l := range r.total.Lines.All() {
		x := l.Record()
		r.entries = append(r.entries, entry{Source: Source{Record: x, Tonnes: l.CO2e.Tonnes()}})
		records = number(records, x)
	}
	if err := r.cross(records, other); err != nil {
		return r, err
	}
	for _, l := range r.total.LeftOut {
		switch x := l.Record(); {
		case !x.Value.IsNumber() && x.Value.Key() != ghg.KeyNone: // outside the view too: it may say why
			records = number(records, x)
			r.inView = append(r.inView, l.Why == ghg.NotANumber)
		case x.Value.IsNumber() && l.Why != ghg.MemoItem && l.Why != ghg.OtherStatus && l.Why != ghg.Overridden:
			others, whys = number(others, x), append(whys, l.Why)
		}
	}
	if err := r.convert(records); err != nil {
		return r, err
	}
	return r, r.seeLeftOut(others, whys)
}

// inventory is one of some of the records.
func (r *reading) inventory(records []ghg.Record) (ghg.Inventory, error) {
	inv, _, err := ghg.NewInventory(r.Inventory.Place(), r.Inventory.Period(), r.Inventory.Vintage(), r.Inventory.Scheme(), records)
	return inv, err
}

// cross counts the records on the metric of the other side.
func (r *reading) cross(records []ghg.Record, other ghg.Metric) error {
	inv, err := r.inventory(records)
	if err != nil {
		return err
	}
	t, _ := inv.Total(r.View, other) // where withheld, it has the lines that can be taken there
	for l := range t.Lines.All() {
		e := &r.entries[l.Record().Line-1]
		e.crossed, e.across = l.CO2e.Tonnes(), true
	}
	return nil
}

// convert gives each record its category in the comparison.
func (r *reading) convert(records []ghg.Record) error {
	if !r.converts() {
		for i, x := range records {
			r.place(i, x, x.Category.Code)
		}
		return nil
	}
	inv, err := r.inventory(records)
	if err != nil {
		return err
	}
	c, err := r.Crosswalk.Convert(inv, r.Placing)
	if err != nil {
		return err
	}
	for x := range c.Converted.Records() {
		r.place(x.Line-1, x, x.Category.Code)
	}
	for _, l := range c.Left {
		if i := l.Record.Line - 1; i < len(r.entries) {
			r.entries[i].stays = l.Reason
			r.holdSum(l)
		} else if r.inView[i-len(r.entries)] {
			r.stayed = append(r.stayed, l)
		}
	}
	r.rules(c.Moves)
	return nil
}

// place puts a record, which is the i-th that was converted, into its category.
func (r *reading) place(i int, x ghg.Record, code string) {
	if k := x.Value.Key(); k != ghg.KeyNone {
		in := i < len(r.entries) || r.inView[i-len(r.entries)]
		if met, ok := r.keys[code]; !ok || k < met.key { // the one that hides no gap
			r.keys[code] = keyed{k, x.Value, in || met.inView}
		}
	}
	if i >= len(r.entries) {
		return
	}
	e := &r.entries[i]
	e.code = code
	r.counted[code] = true
	own := e.Record.Category.Code
	for _, c := range r.codes[own] {
		if c == code {
			return
		}
	}
	r.codes[own] = append(r.codes[own], code)
}

// rules tells each record the rule by which it moved.
func (r *reading) rules(moves []crosswalk.Move) {
	type way struct {
		from, to string
		gas      ghg.Gas
	}
	by := map[way]crosswalk.Move{}
	for _, m := range moves {
		by[way{m.From.Code, m.To.Code, m.Rule.Gas()}] = m
	}
	for i := range r.entries {
		e := &r.entries[i]
		w := way{e.Record.Category.Code, e.code, e.Record.Gas}
		m, met := by[w]
		if !met {
			w.gas = ghg.Gas{}
			m = by[w]
		}
		e.Rule, e.Lifted = m.Rule, m.Lifted
	}
}

// seeLeftOut notes in which categories there are numbers that the view does not count.
func (r *reading) seeLeftOut(records []ghg.Record, whys []ghg.Why) error {
	inv, err := r.inventory(records)
	if err != nil {
		return err
	}
	if r.converts() {
		c, err := r.Crosswalk.Convert(inv, r.Placing)
		if err != nil {
			return err
		}
		inv = c.Converted
	}
	for x := range inv.Records() {
		if _, met := r.leftOut[x.Category.Code]; !met {
			r.leftOut[x.Category.Code] = whys[x.Line-1]
		}
	}
	return nil
}

// sumOf is the rule for a category, or for the nearest one above it, for what only a sum is
// known of.
func (r *reading) sumOf(code string, gas ghg.Gas) (crosswalk.Rule, bool) {
	for code != "" {
		for rule := range r.Crosswalk.Rules() {
			for c := range rule.From().All() {
				if c.Code == code && (rule.Gas().IsZero() || rule.Gas() == gas) {
					return rule, true
				}
			}
		}
		n, _ := r.Inventory.Scheme().Node(code)
		code = n.Parent
	}
	return crosswalk.Rule{}, false
}

// holdSum notes which categories of the comparison a sum that stays may hold.
func (r *reading) holdSum(l crosswalk.Left) {
	code := l.Record.Category.Code
	if l.Reason != crosswalk.OnlySum || r.sums[code] {
		return
	}
	r.sums[code] = true
	rule, _ := r.sumOf(code, l.Record.Gas)
	for c := range rule.To().All() {
		if _, met := r.within[c.Code]; !met {
			r.within[c.Code] = code
		}
	}
}

// why is why a line of the side stays, in words.
func (r *reading) why(x ghg.Record, reason crosswalk.Reason) words.Term {
	t := words.Term{En: reason.String(), Ko: reason.Korean()}
	add := words.Term{En: "%s: %s", Ko: "%s: %s"}
	switch reason {
	case crosswalk.KnownToHaveNone:
		if w := r.Crosswalk.Why(x.Category.Code); w != (words.Term{}) {
			t.En, t.Ko = add.Fill(t, w)
		}
	case crosswalk.OnlySum:
		if rule, known := r.sumOf(x.Category.Code, x.Gas); known {
			t.En, t.Ko = add.Fill(t, rule)
		}
	}
	return t
}
