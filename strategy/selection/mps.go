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

// mpsRow is an inequality of the text.
type mpsRow struct {
	name, kind, of string
	most           decimal.Decimal
	each           map[int]decimal.Decimal // by candidate
}

func (q *question) mpsRows() []mpsRow {
	var out []mpsRow
	for i, r := range q.rules {
		x := mpsRow{fmt.Sprint("r", i+1), "L", r.name, r.bound, map[int]decimal.Decimal{}}
		if r.atLeast {
			x.kind = "G"
		}
		for j, a := range r.each {
			if !a.IsZero() {
				x.each[j] = a
			}
		}
		out = append(out, x)
	}
	link := func(letter, word string, i, j int, most, other decimal.Decimal) {
		of := fmt.Sprintf("%s %s %s", q.Candidates[i].ID, word, q.Candidates[j].ID)
		out = append(out, mpsRow{fmt.Sprint(letter, len(out)+1-len(q.rules)), "L", of, most, map[int]decimal.Decimal{i: one, j: other}})
	}
	for i := range q.Candidates {
		for _, j := range q.requires[i] {
			link("q", "requires", i, j, decimal.Decimal{}, one.Neg())
		}
		for _, j := range q.excludes[i] {
			if i < j {
				link("e", "excludes", i, j, one, one)
			}
		}
	}
	return out
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
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "* %s of selection.Problem, %s\n", q.objective, strconv.QuoteToGraphic(q.Name))
	rows := q.mpsRows()
	for i, c := range q.Candidates {
		fmt.Fprintf(b, "* x%d %s\n", i+1, strconv.QuoteToGraphic(c.ID))
	}
	for _, r := range rows {
		fmt.Fprintf(b, "* %s %s\n", r.name, strconv.QuoteToGraphic(r.of))
	}
	fmt.Fprint(b, "NAME selection\nROWS\n N obj\n")
	for _, r := range rows {
		fmt.Fprintf(b, " %s %s\n", r.kind, r.name)
	}
	fmt.Fprint(b, "COLUMNS\n M1 'MARKER' 'INTORG'\n")
	for i := range q.Candidates {
		fmt.Fprintf(b, " x%d obj %s\n", i+1, q.value.each[i].Neg())
		for _, r := range rows {
			if a, ok := r.each[i]; ok {
				fmt.Fprintf(b, " x%d %s %s\n", i+1, r.name, a)
			}
		}
	}
	fmt.Fprint(b, " M2 'MARKER' 'INTEND'\nRHS\n")
	for _, r := range rows {
		fmt.Fprintf(b, " rhs %s %s\n", r.name, r.most)
	}
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
