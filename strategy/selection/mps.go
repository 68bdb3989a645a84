package selection

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// WriteMostTonnesMPS writes the question of [Problem.MostTonnes] as free MPS, for a
// solver of integer programmes. Candidates are columns x1, x2, … in their order, the
// objective is what they cut below 0, to be made least. Comments name candidates and
// rules. Numbers are exact; a solver rounds them, and what it chooses is to be checked
// ([Problem.ReadSolution], [Problem.CheckMostTonnes]). Joint effects on shared sources
// are no sums, and refused.
func (p Problem) WriteMostTonnesMPS(w io.Writer, budget strategy.Money, years ...int) error {
	q, err := p.def.mostTonnes(budget, years)
	if err != nil {
		return err
	}
	return q.writeMPS(w)
}

// WriteLeastCostMPS writes the question of [Problem.LeastCost] in the same way: the
// objective is what candidates cost.
func (p Problem) WriteLeastCostMPS(w io.Writer, need map[int]ghg.CO2e) error {
	q, err := p.def.leastCost(need)
	if err != nil {
		return err
	}
	return q.writeMPS(w)
}

// mpsText is a question in the rows and columns of the text.
type mpsText struct {
	rows    []string   // in section ROWS
	of      []string   // what each row is, as a comment
	rhs     []string   // in section RHS
	columns [][]string // by candidate, in section COLUMNS
}

func (t *mpsText) row(kind, name, of string, most decimal.Decimal) {
	t.rows = append(t.rows, kind+" "+name)
	t.of = append(t.of, name+" "+strconv.QuoteToGraphic(of))
	t.rhs = append(t.rhs, name+" "+most.String())
}

func (t *mpsText) put(i int, row string, a decimal.Decimal) {
	t.columns[i] = append(t.columns[i], fmt.Sprintf("x%d %s %s", i+1, row, a))
}

func (q *question) mpsText() *mpsText {
	t := &mpsText{columns: make([][]string, len(q.Candidates))}
	for i, x := range q.value.each {
		t.put(i, "obj", x.Neg())
	}
	for n, r := range q.rules {
		kind, name := "L", fmt.Sprint("r", n+1)
		if r.atLeast {
			kind = "G"
		}
		t.row(kind, name, r.name, r.bound)
		for i, a := range r.each {
			if !a.IsZero() {
				t.put(i, name, a)
			}
		}
	}
	for i, c := range q.Candidates {
		for _, j := range q.requires[i] {
			name := fmt.Sprintf("q%d_%d", i+1, j+1)
			t.row("L", name, c.ID+" requires "+q.Candidates[j].ID, decimal.Decimal{})
			t.put(i, name, one)
			t.put(j, name, one.Neg())
		}
		for _, j := range q.excludes[i] {
			if i < j {
				name := fmt.Sprintf("e%d_%d", i+1, j+1)
				t.row("L", name, c.ID+" excludes "+q.Candidates[j].ID, one)
				t.put(i, name, one)
				t.put(j, name, one)
			}
		}
	}
	return t
}

func (q *question) writeMPS(w io.Writer) error {
	joint := len(q.value.joints)
	for _, r := range q.rules {
		joint += len(r.joints)
	}
	if joint > 0 {
		return asked("shared sources", strconv.Itoa(len(q.Shared)),
			"joint effects are no sums, which a linear programme is made of: none are allowed")
	}
	t := q.mpsText()
	b := bufio.NewWriter(w)
	lines := func(before string, of []string) {
		for _, x := range of {
			fmt.Fprintln(b, before+x)
		}
	}
	fmt.Fprintf(b, "* %s, %s\n", q.of(), q.objective)
	for i, c := range q.Candidates {
		fmt.Fprintf(b, "* x%d %s\n", i+1, strconv.QuoteToGraphic(c.ID))
	}
	lines("* ", t.of)
	fmt.Fprint(b, "NAME selection\nROWS\n N obj\n")
	lines(" ", t.rows)
	fmt.Fprint(b, "COLUMNS\n M1 'MARKER' 'INTORG'\n")
	for _, x := range t.columns {
		lines(" ", x)
	}
	fmt.Fprint(b, " M2 'MARKER' 'INTEND'\nRHS\n")
	lines(" rhs ", t.rhs)
	fmt.Fprint(b, "BOUNDS\n")
	for i := range q.Candidates {
		switch q.fixed[i] {
		case MustHave:
			fmt.Fprintf(b, " FX bnd x%d 1\n", i+1)
		case Barred:
			fmt.Fprintf(b, " FX bnd x%d 0\n", i+1)
		default:
			fmt.Fprintf(b, " BV bnd x%d\n", i+1)
		}
	}
	fmt.Fprint(b, "ENDATA\n")
	return b.Flush()
}
