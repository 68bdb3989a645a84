package selection

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// ReadSolution reads what a solver chose of the columns that [Problem.WriteMostTonnesMPS]
// and WriteLeastCostMPS write: of each line that names a column, x1 for the first
// candidate, the number that follows the name. A column that is not named is 0. So are
// the lists of CBC, GLPK, Gurobi, HiGHS and SCIP, with whatever else stands there. The
// answer are the IDs, in the order of the candidates; whether they keep all rules is
// told by [Problem.CheckMostTonnes] and [Problem.CheckLeastCost].
func (p Problem) ReadSolution(r io.Reader) ([]string, error) {
	chosen, named := make([]bool, p.Len()), make([]bool, p.Len())
	lines, found := bufio.NewScanner(r), false
	for n := 1; lines.Scan(); n++ {
		i, value, ok := p.solved(strings.Fields(lines.Text()))
		if !ok {
			continue
		}
		at := fmt.Sprintf("line %d", n)
		in := math.Round(value)
		if (in != 0 && in != 1) || math.Abs(value-in) > nearWhole {
			return nil, asked(at, strconv.FormatFloat(value, 'g', -1, 64), "0 or 1 is allowed: an action is chosen whole or not at all")
		}
		if named[i] {
			return nil, asked(at, fmt.Sprint("x", i+1), "it is given twice: one is allowed")
		}
		chosen[i], named[i], found = in == 1, true, true
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if !found {
		return nil, asked("solution", "", "no line names a column, such as x1, with its value")
	}
	var out []string
	for i, in := range chosen {
		if in {
			out = append(out, p.def.Candidates[i].ID)
		}
	}
	return out, nil
}

// nearWhole is how far from a whole number a solver's value may be.
const nearWhole = 1e-4

// solved is the candidate of a line, and its value.
func (p Problem) solved(fields []string) (i int, value float64, ok bool) {
	for k, f := range fields {
		n, found := strings.CutPrefix(f, "x")
		i, err := strconv.Atoi(n)
		if !found || err != nil || i < 1 || i > p.Len() {
			continue
		}
		for _, after := range fields[k+1:] {
			if x, err := strconv.ParseFloat(after, 64); err == nil {
				return i - 1, x, true
			}
		}
	}
	return 0, 0, false
}
