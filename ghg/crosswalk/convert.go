package crosswalk

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Placing says what becomes of records for which no rule gives one category: it changes
// what the converted inventory adds up to, and has no default.
type Placing uint8

const (
	// OwnRule moves a record only where a rule of its own category gives one category.
	OwnRule Placing = iota + 1
	// CommonParent moves what remains to the lowest category that is known to hold all
	// of it: the one above all categories of a sum, or, where the category of the record
	// has no rule, the one that a rule of a category above it gives. Sums of sectors are
	// whole, their parts less divided.
	CommonParent
)

var placings = [...]words.Term{{En: "not said", Ko: "정하지 않음"}, {En: "by rules of the category alone", Ko: "해당 분류의 규칙으로만"},
	{En: "to a common parent where no rule gives one category", Ko: "하나로 정해지지 않으면 공통 상위 분류로"}}

func (p Placing) term() words.Term {
	if int(p) < len(placings) {
		return placings[p]
	}
	return placings[0]
}

// String is the placing in English.
func (p Placing) String() string { return p.term().En }

// Korean is the placing in Korean.
func (p Placing) Korean() string { return p.term().Ko }

// MarshalText writes what String prints.
func (p Placing) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// ErrNoPlacing says that it was not said what becomes of sums.
var ErrNoPlacing = errors.New("say what becomes of records without one category: crosswalk.OwnRule or crosswalk.CommonParent")

// ErrNoRules says that the zero Crosswalk was asked.
var ErrNoRules = errors.New("no crosswalk: take a published one, or make one with crosswalk.New")

// Conversion is an inventory in another scheme, and what could not be taken there.
type Conversion struct {
	Crosswalk Crosswalk
	Placing   Placing
	// Converted are the records that moved, and Remainder those that stayed, in the
	// scheme that they came from. Together they are the inventory, gas by gas.
	Converted, Remainder ghg.Inventory
	// Findings are those of the converted inventory.
	Findings ghg.Findings
	// Moves say what went where, and Left what stayed and why, in the order of the
	// inventory.
	Moves []Move
	Left  []Left
}

// Move is that records went from one category to another.
type Move struct {
	From, To ghg.Category
	Rule     Rule
	// Lifted says that the category holds more than the rule says: a common parent.
	Lifted  bool
	Records int
}

// Left is a record that stayed.
type Left struct {
	Record ghg.Record
	Reason Reason
}

// Convert takes an inventory to the other scheme. A record moves as a whole: place, period,
// gas, value, notation key, fuel, activity, facility, variant, tags, status, evidence and
// line stay as they are, and its category is another. What no rule takes, and what would
// change its meaning, stays in the remainder with the reason. Nothing is divided.
//
// It fails where the inventory is not of the scheme that the crosswalk starts from, or the
// placing is not said.
func (x Crosswalk) Convert(inv ghg.Inventory, placing Placing) (Conversion, error) {
	switch {
	case x.def == nil:
		return Conversion{}, ErrNoRules
	case placing != OwnRule && placing != CommonParent:
		return Conversion{}, ErrNoPlacing
	case inv.Scheme().IsZero():
		return Conversion{}, ghg.ErrNoInventory
	case inv.Scheme().ID() != x.From().ID():
		return Conversion{}, ghg.Fault{Code: ghg.FaultMismatch, Of: "crosswalk " + x.String(), Field: "scheme",
			Value: string(inv.Scheme().ID()), Detail: "it starts from " + string(x.From().ID())}
	}
	w := &walk{router: router{crosswalk: x.get(), placing: placing, met: map[source]route{}}, parts: map[int][]string{}}
	for r := range inv.Records() {
		w.steps = append(w.steps, step{record: r, route: w.route(source{r.Category.Code, r.Gas})})
	}
	// What stays may be what another record needs beside it; each pass leaves more or ends.
	for w.settleKeys() || w.settleAlternatives() {
	}
	return w.conversion(x, inv)
}

// step is a record on its way.
type step struct {
	record ghg.Record
	route
}

// stay leaves a record in the remainder.
func (s *step) stay(why Reason) { s.route = route{why: why} }

// walk is a conversion in the making.
type walk struct {
	router
	steps []step
	parts map[int][]string // that make up what a rule gives
}

func (w *walk) conversion(x Crosswalk, inv ghg.Inventory) (Conversion, error) {
	c := Conversion{Crosswalk: x, Placing: w.placing}
	type way struct {
		from, to string
		rule     int
	}
	at := map[way]int{}
	var moved, stayed []ghg.Record
	for _, s := range w.steps {
		if s.to == "" {
			stayed = append(stayed, s.record)
			c.Left = append(c.Left, Left{s.record, s.why})
			continue
		}
		from, r := s.record.Category, s.record
		r.Category = ghg.Category{Scheme: w.to.ID(), Code: s.to}
		if in, ok := r.Value.IncludedIn(); ok {
			r.Value = r.Value.PointingTo(w.counterpart(in, r.Gas))
		}
		moved = append(moved, r)
		i, met := at[way{from.Code, s.to, s.rule}]
		if !met {
			i = len(c.Moves)
			at[way{from.Code, s.to, s.rule}] = i
			c.Moves = append(c.Moves, Move{From: from, To: r.Category, Rule: w.rules[s.rule], Lifted: s.lifted})
		}
		c.Moves[i].Records++
	}
	var err error
	if c.Converted, c.Findings, err = ghg.NewInventory(inv.Place(), inv.Period(), inv.Vintage(), w.to, moved); err != nil {
		return Conversion{}, err
	}
	c.remarkExclusive()
	c.Remainder, _, err = ghg.NewInventory(inv.Place(), inv.Period(), inv.Vintage(), w.from, stayed)
	return c, err
}

// counterpart is the one category that a category becomes, or the zero Category.
func (w *walk) counterpart(c ghg.Category, g ghg.Gas) ghg.Category {
	in, err := w.from.Category(c.Code)
	if err != nil || c.Scheme != in.Scheme && string(c.Scheme) != w.from.Name() {
		return ghg.Category{}
	}
	if to := w.route(source{in.Code, g}); to.to != "" && !to.lifted {
		return ghg.Category{Scheme: w.to.ID(), Code: to.to}
	}
	return ghg.Category{}
}
