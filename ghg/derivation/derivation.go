package derivation

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// Definition is what a derivation is made of.
type Definition struct {
	Title   words.Term
	Indices []Index
	Steps   []Step
}

// Derivation is how a figure came about. It is immutable. The zero Derivation has no step.
type Derivation struct {
	def      Definition
	hasLater bool
	index    map[string]int // of a symbol
	indices  map[string]int // of a letter
	parsed   []formulas
}

// formulas are those of a step.
type formulas struct {
	formula, when node
	cases         []node
}

// New checks a definition and makes a derivation of it. What does not stand is in the
// error.
func New(d Definition) (Derivation, error) {
	c := checker{d: Derivation{index: map[string]int{}, indices: map[string]int{}}}
	c.d.def = Definition{d.Title, slices.Clone(d.Indices), slices.Clone(d.Steps)}
	if n := len(d.Steps); n == 0 || n > maxSteps {
		return Derivation{}, fmt.Errorf("a derivation has 1 to %d steps, and not %d", maxSteps, n)
	}
	c.text("0", "title", d.Title, true)
	values := 0
	for i := range c.d.def.Indices {
		c.rows(i, &c.d.def.Indices[i])
		c.d.hasLater = c.d.hasLater || d.Indices[i].Later.Len > 0
	}
	for i := range c.d.def.Steps {
		s := &c.d.def.Steps[i]
		s.Values, s.Cases = slices.Clone(s.Values), slices.Clone(s.Cases)
		values += s.len()
		c.d.hasLater = c.d.hasLater || s.Later.Len > 0
		c.step(i, s)
		if len(c.faults) > 20 {
			break
		}
	}
	if values > maxValues {
		c.refuse("0", "values", strconv.Itoa(values), fmt.Sprintf("at most %d are allowed", maxValues))
	}
	if len(c.faults) > 0 {
		return Derivation{}, errors.Join(c.faults...)
	}
	c.totals()
	if len(c.faults) > 0 {
		return Derivation{}, errors.Join(c.faults...)
	}
	return c.d, nil
}

// checker makes a derivation.
type checker struct {
	d      Derivation
	parser parser // of one formula after the other
	faults []error
}

func (c *checker) refuse(step, field, value, detail string) {
	if value != "" {
		field += " " + words.Quote(words.Clip(value, 60))
	}
	c.faults = append(c.faults, fmt.Errorf("step %s, %s: %s", step, field, detail))
}

// text refuses one that is too long, or is not in both languages where it is needed.
func (c *checker) text(of, field string, t words.Term, needed bool) {
	switch {
	case len(t.En) > maxText || len(t.Ko) > maxText:
		c.refuse(of, field, t.En, fmt.Sprintf("at most %d bytes are allowed", maxText))
	case (t.En == "") != (t.Ko == "") || needed && t.En == "":
		c.refuse(of, field, t.En+t.Ko, "it is needed in English and Korean")
	}
}

func (c *checker) step(i int, s *Step) {
	of := s.Symbol
	if !isName(of) {
		of = strconv.Itoa(i + 1)
		c.refuse(of, "symbol", s.Symbol, "a letter, then letters, digits and underscores, and no word of a formula")
	} else if _, twice := c.d.index[of]; twice {
		c.refuse(of, "symbol", s.Symbol, "it stands above already: one symbol, one step")
		return
	}
	c.text(of, "what", s.What, true)
	c.text(of, "note", s.Note, s.Kind == Told || s.Kind == Found)
	for _, x := range [...]struct{ field, text string }{{"unit", s.Unit}, {"source", s.Source}, {"equation", s.Equation}} {
		if len(x.text) > maxText {
			c.refuse(of, x.field, x.text, fmt.Sprintf("at most %d bytes are allowed", maxText))
		}
	}
	if !parseUnit(s.Unit).isBounded() {
		c.refuse(of, "unit", s.Unit, fmt.Sprintf("at most %d names are allowed, to the power of %d at most", mostNames, mostPower))
	}
	if !s.Kind.Valid() {
		c.refuse(of, "kind", strconv.Itoa(int(s.Kind)), "given, computed, solved, decided, found and told are allowed")
		return
	}
	c.column(of, s)
	own := []string{}
	if s.Index != "" {
		own = []string{s.Index}
	}
	f := formulas{}
	needs := s.Kind == Computed || s.Kind == Solved
	switch {
	case needs:
		if s.Kind == Solved || s.Symbol == of && s.Index != "" { // it is about itself, or its own rows above
			c.d.index[s.Symbol] = i
		}
		f.formula = c.formula(of, "formula", s.Formula, own)
		if s.Kind == Computed && s.Index != "" && !refersBack(f.formula, s) {
			c.refuse(of, "formula", s.Formula, fmt.Sprintf("of its own column a formula reads rows above, as %s[%s - 1], outside of sums",
				s.Symbol, s.Index))
		}
	case s.Formula != "":
		c.refuse(of, "formula", s.Formula, "a computed or solved step has one")
	}
	if s.When != "" {
		if !needs {
			c.refuse(of, "when", s.When, "a computed or solved step has one")
		}
		if s.Kind == Computed {
			delete(c.d.index, s.Symbol)
		}
		f.when = c.formula(of, "when", s.When, own)
	}
	c.rounding(of, s)
	f.cases = c.cases(of, s)
	if s.Symbol == of {
		c.d.index[of] = i
	}
	c.d.parsed = append(c.d.parsed, f)
}

// rows checks an index.
func (c *checker) rows(i int, x *Index) {
	of := "index " + x.Letter
	if _, twice := c.d.indices[x.Letter]; twice || !isName(x.Letter) {
		c.refuse(of, "letter", x.Letter, "a letter of its own is needed, such as i or y")
		return
	}
	c.d.indices[x.Letter] = i
	if x.len() > maxValues || x.Later.Len > 0 && len(x.Rows) > 0 {
		c.refuse(of, "rows", strconv.Itoa(x.len()), fmt.Sprintf("at most %d are allowed", maxValues))
		return
	}
	x.Rows = slices.Clone(x.Rows)
	seen := make(map[string]bool, len(x.Rows))
	for _, r := range x.Rows {
		if r.ID == "" || len(r.ID) > maxName || seen[r.ID] {
			c.refuse(of, "row", r.ID, fmt.Sprintf("an ID of its own of at most %d bytes is needed", maxName))
		}
		seen[r.ID] = true
		c.text(of, "label", r.Label, false)
		if len(r.Source) > maxText {
			c.refuse(of, "source", r.Source, "it is too long")
		}
		if len(c.faults) > 20 {
			return
		}
	}
}

// column checks the values of a step.
func (c *checker) column(of string, s *Step) {
	want := 1
	if s.Kind == Decided || s.Kind == Told {
		want = 0
	}
	switch i, ok := c.d.indices[s.Index]; {
	case s.Index == "":
	case !ok:
		c.refuse(of, "index", s.Index, "no index has this letter")
		return
	case want == 0 || s.Kind == Solved:
		c.refuse(of, "index", s.Index, "what is solved has one value, and what is decided or told has none")
		return
	default:
		want = c.d.def.Indices[i].len()
	}
	if s.len() != want || s.Later.Len > 0 && len(s.Values) > 0 {
		c.refuse(of, "values", strconv.Itoa(s.len()),
			fmt.Sprintf("%d are needed: one, or one for each row of its index; none where it is decided or told", want))
		return
	}
	for i, x := range s.Values {
		if err := exact.CheckResult(x.Number); err != nil {
			c.refuse(of, "value", strconv.Itoa(i+1), err.Error())
		}
		if x.Undefined != (words.Term{}) {
			c.text(of, "undefined", x.Undefined, true)
			if !x.Number.IsZero() {
				c.refuse(of, "value", exact.Text(x.Number), "what is undefined has no number")
			}
		}
		if len(x.Source) > maxText || len(x.From) > maxName {
			c.refuse(of, "source", x.Source, "it is too long")
		}
		if len(c.faults) > 20 {
			return
		}
	}
}

// formula parses a formula of what stands above.
func (c *checker) formula(of, field, text string, own []string) node {
	n, err := c.parser.parse(text)
	if err != nil {
		c.refuse(of, field, text, err.Error())
		return nil
	}
	if but, ok := unbound(n, own); !ok {
		c.refuse(of, field, text, fmt.Sprintf("%q is no row that is left out here", but))
	}
	names(n, own, func(symbol string, isCell bool) {
		i, ok := c.d.index[symbol]
		switch {
		case !ok:
			c.refuse(of, field, text, fmt.Sprintf("no step %q stands above", symbol))
		case isCell != (c.d.def.Steps[i].Index != ""):
			c.refuse(of, field, text, fmt.Sprintf("%q is a column, and needs its row in brackets, or is none", symbol))
		case c.d.def.Steps[i].Kind == Decided || c.d.def.Steps[i].Kind == Told:
			c.refuse(of, field, text, fmt.Sprintf("%q has no value that is a number", symbol))
		}
	})
	return n
}

func (c *checker) rounding(of string, s *Step) {
	r := s.Rounding
	ofColumn := r.Mode == LargestRemainder || r.Mode == OnLargest
	switch {
	case !r.Mode.Valid() || r.Places < -30 || r.Places > 100:
		c.refuse(of, "rounding", strconv.Itoa(int(r.Mode)),
			"exact, half away, down, largest remainder and on largest are allowed, to -30 to 100 places")
	case r != (Rounding{}) && s.Kind != Computed && s.Kind != Solved:
		c.refuse(of, "rounding", r.Mode.String(), "a computed or solved step has one")
	case s.Kind == Solved && r.Mode != HalfAway && r.Mode != Down:
		c.refuse(of, "rounding", r.Mode.String(), "what is solved is rounded half away or down")
	case ofColumn != (r.To != "") || ofColumn && s.Index == "":
		c.refuse(of, "rounding", r.Mode.String(), "a column that adds up names the step that it adds up to, and others do not")
	}
}

// totals checks that what columns add up to is there.
func (c *checker) totals() {
	for _, s := range c.d.def.Steps {
		if i, ok := c.d.index[s.Rounding.To]; s.Rounding.To != "" && (!ok || len(c.d.def.Steps[i].Values) != 1) {
			c.refuse(s.Symbol, "rounding", s.Rounding.To, "no step of one value has this symbol")
		}
	}
}

func (c *checker) cases(of string, s *Step) (out []node) {
	if (len(s.Cases) > 0) != (s.Kind == Decided) || len(s.Cases) > 100 {
		c.refuse(of, "cases", strconv.Itoa(len(s.Cases)), "a decided step has some, at most 100, and no other does")
		return nil
	}
	for i, x := range s.Cases {
		if x.Name == "" || len(x.Name) > maxName {
			c.refuse(of, "case", x.Name, fmt.Sprintf("a name of at most %d bytes is needed", maxName))
		}
		c.text(of, "case "+x.Name, x.What, true)
		var n node
		if x.If != "" {
			n = c.formula(of, "case "+x.Name, x.If, nil)
		} else if i != len(s.Cases)-1 || !x.Holds {
			c.refuse(of, "case "+x.Name, "", "the last one alone may have no condition, and holds")
		}
		out = append(out, n)
	}
	return out
}

// IsZero reports whether there is no step.
func (d Derivation) IsZero() bool { return len(d.def.Steps) == 0 }

// Title is what is derived.
func (d Derivation) Title() words.Term { return d.def.Title }

// Index is that of a letter, and whether there is one.
func (d Derivation) Index(letter string) (Index, bool) {
	i, ok := d.indices[letter]
	if !ok {
		return Index{}, false
	}
	x := d.whole().def.Indices[i]
	x.Rows = slices.Clone(x.Rows)
	return x, true
}

// Steps yields the steps in their order.
func (d Derivation) Steps() iter.Seq[Step] {
	return func(yield func(Step) bool) {
		for _, s := range d.whole().def.Steps {
			s.Values, s.Cases = slices.Clone(s.Values), slices.Clone(s.Cases)
			if !yield(s) {
				return
			}
		}
	}
}

// Step is that of a symbol, and whether there is one.
func (d Derivation) Step(symbol string) (Step, bool) {
	i, ok := d.index[symbol]
	if !ok {
		return Step{}, false
	}
	s := d.whole().def.Steps[i]
	s.Values, s.Cases = slices.Clone(s.Values), slices.Clone(s.Cases)
	return s, true
}

// Precedents are the symbols that a step is worked out of, with what it is closed to, in the
// order in which they stand.
func (d Derivation) Precedents(symbol string) []string {
	i, ok := d.index[symbol]
	if !ok {
		return nil
	}
	used := map[string]bool{}
	own := []string{d.def.Steps[i].Index}
	f := d.parsed[i]
	for _, n := range append([]node{f.formula, f.when}, f.cases...) {
		if n != nil {
			names(n, own, func(s string, _ bool) { used[s] = true })
		}
	}
	used[d.def.Steps[i].Rounding.To] = true
	var out []string
	for _, s := range d.def.Steps {
		if used[s.Symbol] && s.Symbol != symbol {
			out = append(out, s.Symbol)
		}
	}
	return out
}
