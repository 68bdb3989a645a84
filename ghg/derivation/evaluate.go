package derivation

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// WorkingPlaces are the decimal places of logarithms, exponentials, roots and powers that
// are no whole number.
const WorkingPlaces = 80

// How much a replay may cost.
const (
	maxBits = 200_000    // of a number
	maxCost = 20_000_000 // of all formulas of a derivation; two or three seconds at worst
)

// What a formula cannot come to.
var (
	errUndefined = errors.New("a value that it needs is undefined")
	errZero      = errors.New("it divides by 0")
	errBounds    = fmt.Errorf("it grows beyond what is allowed (numbers of %d bits)", maxBits)
	errCost      = errors.New("it takes more operations than are allowed")
	errNoNumber  = errors.New("a polynomial is no number: divide, compare and raise to whole powers only what is known")
)

// value is an exact fraction, or a polynomial of the variable of an integral.
type value struct {
	r *big.Rat
	p []*big.Rat // coefficients from t^0 on; nil for a number
	// near says that it is a fraction near the value: a logarithm, a root.
	near bool
}

// bound is a letter of a formula and what it stands for there.
type bound struct {
	index string
	row   string   // of an index
	of    string   // the index that the row is of
	place int      // of the row there
	at    *big.Rat // the number of the row, or a value put in
	t     bool     // the variable of an integral
}

// scope are the letters that are bound, the innermost last.
type scope []bound

func (s scope) find(index string) *bound {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i].index == index {
			return &s[i]
		}
	}
	return nil
}

// evaluator works out formulas of a worksheet.
type evaluator struct {
	d     *Derivation
	cost  int
	whole map[*over]value           // products over all rows, of which one is left out
	rows  map[string]map[string]int // of an index, once a cell is looked for by its row
	own   string                    // the column that is worked out
}

// spend counts an operation on numbers of so many bits.
func (e *evaluator) spend(bits int) error {
	if bits > maxBits {
		return errBounds
	}
	w := bits >> 6
	if e.cost += 2 + w*w>>4; e.cost > maxCost {
		return errCost
	}
	return nil
}

func bitsOf(r *big.Rat) int { return r.Num().BitLen() + r.Denom().BitLen() }

func truth(b bool) value {
	if b {
		return value{r: big.NewRat(1, 1)}
	}
	return value{r: new(big.Rat)}
}

// number is a formula as a number.
func (e *evaluator) number(n node, s scope) (value, error) {
	v, err := e.eval(n, s)
	if err == nil && v.p != nil {
		err = errNoNumber
	}
	return v, err
}

func (e *evaluator) eval(n node, s scope) (value, error) {
	if err := e.spend(0); err != nil {
		return value{}, err
	}
	switch n := n.(type) {
	case number:
		return value{r: n.value.Rat()}, nil
	case name:
		return e.symbol(n, s)
	case negation:
		v, err := e.eval(n.of, s)
		if err != nil {
			return v, err
		}
		return e.times(v, value{r: big.NewRat(-1, 1)})
	case *binary:
		return e.operation(n, s)
	case *call:
		return e.call(n, s)
	case *over:
		return e.over(n, s)
	}
	return value{}, errUndefined
}

// symbol is the value of one, or of a row.
func (e *evaluator) symbol(n name, s scope) (value, error) {
	if b := s.find(n.symbol); b != nil && n.row == nil {
		switch {
		case b.t:
			return value{p: []*big.Rat{new(big.Rat), big.NewRat(1, 1)}}, nil
		case b.at == nil:
			return value{}, fmt.Errorf("row %q of %s is no number", b.row, b.index)
		}
		return value{r: b.at}, nil
	}
	c, err := e.cell(n, s)
	switch {
	case err != nil:
		return value{}, err
	case c == nil && n.symbol == e.own && aboveFirst(n, s):
		return value{r: new(big.Rat)}, nil
	case c == nil || !c.IsDefined():
		return value{}, errUndefined
	}
	return value{r: c.Number.Rat()}, nil
}

// aboveFirst reports whether H[y - 1], read in the column H itself, stands above its first row.
func aboveFirst(n name, s scope) bool {
	return n.row.(*binary).right.(number).value.GreaterThan(decimal.NewFromInt(int64(s[0].place)))
}

// cell is the value that a name means, or nil where the column has no such row.
func (e *evaluator) cell(n name, s scope) (*Value, error) {
	i, ok := e.d.index[n.symbol]
	if !ok {
		return nil, fmt.Errorf("no step %q stands above", n.symbol)
	}
	step := &e.d.def.Steps[i]
	if n.row == nil {
		return &step.Values[0], nil
	}
	row := ""
	if x, ok := n.row.(name); ok && x.row == nil {
		if b := s.find(x.symbol); b != nil {
			if b.of == step.Index {
				return &step.Values[b.place], nil
			}
			row = b.row
		}
	}
	if row == "" {
		v, err := e.number(n.row, s)
		switch {
		case err != nil:
			return nil, err
		case !v.r.IsInt():
			return nil, fmt.Errorf("%s has no row %s", n.symbol, v.r.RatString())
		}
		row = v.r.Num().String()
	}
	at, ok := e.place(step.Index, row)
	if !ok {
		return nil, nil
	}
	return &step.Values[at], nil
}

// place is where a row stands in its index.
func (e *evaluator) place(index, row string) (int, bool) {
	rows, ok := e.rows[index]
	if !ok {
		all := e.d.def.Indices[e.d.indices[index]].Rows
		rows = make(map[string]int, len(all))
		for i, r := range all {
			rows[r.ID] = i
		}
		if e.rows == nil {
			e.rows = map[string]map[string]int{}
		}
		e.rows[index] = rows
	}
	at, ok := rows[row]
	return at, ok
}

// operation is one of two parts.
func (e *evaluator) operation(n *binary, s scope) (value, error) {
	a, err := e.eval(n.left, s)
	if err != nil {
		return a, err
	}
	// What is decided already needs no second part, which may be undefined.
	if a.p == nil && (n.mark == "and" && a.r.Sign() == 0 || n.mark == "or" && a.r.Sign() != 0) {
		return truth(n.mark == "or"), nil
	}
	b, err := e.eval(n.right, s)
	if err != nil {
		return b, err
	}
	switch n.mark {
	case "+":
		return e.plus(a, b, (*big.Rat).Add)
	case "-":
		return e.plus(a, b, (*big.Rat).Sub)
	case "×":
		return e.times(a, b)
	}
	if b.p != nil || a.p != nil && n.mark != "/" && n.mark != "^" {
		return value{}, errNoNumber
	}
	switch n.mark {
	case "/":
		if b.r.Sign() == 0 {
			return value{}, errZero
		}
		return e.times(a, value{r: new(big.Rat).Inv(b.r), near: b.near})
	case "^":
		return e.power(a, b)
	case "and", "or":
		return truth(b.r.Sign() != 0), nil
	}
	c := a.r.Cmp(b.r)
	if (a.near || b.near) && isNear(new(big.Rat).Sub(a.r, b.r)) {
		c = 0
	}
	holds := map[string]bool{"=": c == 0, "≠": c != 0, "<": c < 0, "≤": c <= 0, ">": c > 0, "≥": c >= 0}
	return truth(holds[n.mark]), nil
}

// plus is a sum, or difference.
func (e *evaluator) plus(a, b value, by func(z, x, y *big.Rat) *big.Rat) (value, error) {
	if a.p == nil && b.p == nil {
		if err := e.spend(bitsOf(a.r) + bitsOf(b.r)); err != nil {
			return value{}, err
		}
		return value{r: by(new(big.Rat), a.r, b.r), near: a.near || b.near}, nil
	}
	p, q := a.poly(), b.poly()
	out := make([]*big.Rat, max(len(p), len(q)))
	for i := range out {
		out[i] = new(big.Rat)
		if i < len(p) {
			out[i].Set(p[i])
		}
		if i < len(q) {
			by(out[i], out[i], q[i])
		}
		if err := e.spend(bitsOf(out[i])); err != nil {
			return value{}, err
		}
	}
	return value{p: out, near: a.near || b.near}, nil
}

func (v value) poly() []*big.Rat {
	if v.p != nil {
		return v.p
	}
	return []*big.Rat{v.r}
}

func (e *evaluator) times(a, b value) (value, error) {
	if a.p == nil && b.p == nil {
		if err := e.spend(bitsOf(a.r) + bitsOf(b.r)); err != nil {
			return value{}, err
		}
		return value{r: new(big.Rat).Mul(a.r, b.r), near: a.near || b.near}, nil
	}
	p, q := a.poly(), b.poly()
	if len(p)+len(q) > maxRange {
		return value{}, errBounds
	}
	out := make([]*big.Rat, len(p)+len(q)-1)
	for i := range out {
		out[i] = new(big.Rat)
	}
	for i, x := range p {
		for j, y := range q {
			out[i+j].Add(out[i+j], new(big.Rat).Mul(x, y))
			if err := e.spend(bitsOf(out[i+j])); err != nil {
				return value{}, err
			}
		}
	}
	return value{p: out, near: a.near || b.near}, nil
}
