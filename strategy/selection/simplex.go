package selection

import (
	"cmp"
	"math"
	"slices"
)

// simplex is the dual simplex method with bounds, on a full table in float64:
//
//	x of a row = value − Σ t × x of the columns
//
// Its multipliers make a bound that is proved apart ([programme.lagrange]), so
// nothing rests on how exact it is. Products are converted before they are added,
// as fused operations would take another course on some machines.
type simplex struct {
	n         int
	low, high []float64 // of the positions, then the slacks of the inequalities
	column    []int     // which variable each column is
	atHigh    []bool    // by column
	cost      []float64 // by column: what the objective gains by a unit of it
	row       []int     // which variable each row is
	value     []float64
	t         [][]float64
	steps     int
}

const (
	tolerance = 1e-9
	pivotable = 1e-8
)

func newSimplex(cost []float64) *simplex {
	s := &simplex{n: len(cost), cost: slices.Clone(cost), atHigh: make([]bool, len(cost))}
	for i := range cost {
		s.column = append(s.column, i)
		s.low, s.high = append(s.low, 0), append(s.high, 1)
	}
	return s
}

// add adds an inequality Σ each × x ≤ most.
func (s *simplex) add(each []float64, most float64) {
	t, value := make([]float64, s.n), most
	for col, v := range s.column {
		if v < s.n {
			t[col] = each[v]
		}
	}
	for r, v := range s.row {
		if v < s.n && each[v] != 0 {
			value -= float64(each[v] * s.value[r])
			for col := range t {
				t[col] -= float64(each[v] * s.t[r][col])
			}
		}
	}
	s.row = append(s.row, len(s.low))
	s.low, s.high = append(s.low, 0), append(s.high, math.Inf(1))
	s.value, s.t = append(s.value, value), append(s.t, t)
}

// rest puts each column at the bound where it gains most.
func (s *simplex) rest() {
	for col, v := range s.column {
		if c := s.cost[col]; c > tolerance {
			s.atHigh[col] = !math.IsInf(s.high[v], 1)
		} else if c < -tolerance {
			s.atHigh[col] = false
		}
	}
}

func (s *simplex) at(col int) float64 {
	if s.atHigh[col] {
		return s.high[s.column[col]]
	}
	return s.low[s.column[col]]
}

// now are the values of the rows.
func (s *simplex) now(out []float64) []float64 {
	out = append(out[:0], s.value...)
	for col := range s.column {
		if x := s.at(col); x != 0 {
			for r := range out {
				out[r] -= float64(s.t[r][col] * x)
			}
		}
	}
	return out
}

// solve goes to the optimum. If a row cannot be brought within its bounds, it is
// returned, and −1 otherwise; done is false if the steps were not enough.
func (s *simplex) solve(steps int) (stuck int, above, done bool) {
	s.rest()
	var now []float64
	for {
		now = s.now(now)
		r := s.worst(now)
		if r < 0 {
			return -1, false, true
		}
		if steps--; steps < 0 {
			return -1, false, false
		}
		s.steps++
		bound := s.low[s.row[r]]
		if above = now[r] > s.high[s.row[r]]; above {
			bound = s.high[s.row[r]]
		}
		col := s.enter(r, above, math.Abs(now[r]-bound))
		if col < 0 {
			return r, above, true
		}
		s.pivot(r, col)
		s.atHigh[col] = above
	}
}

// worst is the row that is farthest out of its bounds for its length.
func (s *simplex) worst(now []float64) int {
	worst, most := -1, 0.0
	for r, v := range s.row {
		out := max(s.low[v]-now[r], now[r]-s.high[v])
		if out <= tolerance {
			continue
		}
		length := 1.0
		for _, x := range s.t[r] {
			length += float64(x * x)
		}
		if far := out * out / length; far > most {
			worst, most = r, far
		}
	}
	return worst
}

// enter is the column that takes the place of a row; those that reach their other
// bound before are put there. It is −1 if all of them together are not enough.
func (s *simplex) enter(r int, above bool, out float64) int {
	type turn struct {
		col         int
		ratio, step float64
	}
	var turns []turn
	for col, x := range s.t[r] {
		v := s.column[col]
		if math.Abs(x) <= pivotable || s.low[v] == s.high[v] {
			continue
		}
		if (x > 0) == (s.atHigh[col] != above) {
			turns = append(turns, turn{col, math.Abs(s.cost[col] / x), math.Abs(x)})
		}
	}
	slices.SortFunc(turns, func(a, b turn) int {
		return cmp.Or(cmp.Compare(a.ratio, b.ratio), cmp.Compare(b.step, a.step), cmp.Compare(a.col, b.col))
	})
	for k, x := range turns {
		v := s.column[x.col]
		if out -= float64(x.step * (s.high[v] - s.low[v])); out < -tolerance {
			for _, y := range turns[:k] {
				s.atHigh[y.col] = !s.atHigh[y.col]
			}
			return x.col
		}
	}
	if out <= tolerance && len(turns) > 0 { // just enough
		for _, y := range turns[:len(turns)-1] {
			s.atHigh[y.col] = !s.atHigh[y.col]
		}
		return turns[len(turns)-1].col
	}
	return -1
}

// pivot exchanges a row and a column.
func (s *simplex) pivot(r, col int) {
	p := s.t[r][col]
	top := s.t[r]
	for j := range top {
		top[j] /= p
	}
	top[col] = 1 / p
	s.value[r] /= p
	for i, line := range s.t {
		x := line[col]
		if i == r || x == 0 {
			continue
		}
		line[col] = 0
		for j, y := range top {
			line[j] -= float64(x * y)
		}
		s.value[i] -= float64(x * s.value[r])
	}
	c := s.cost[col]
	s.cost[col] = 0
	for j, y := range top {
		s.cost[j] -= float64(c * y)
	}
	s.row[r], s.column[col] = s.column[col], s.row[r]
}

// solution are the values of the positions.
func (s *simplex) solution() []float64 {
	x := make([]float64, s.n)
	for col, v := range s.column {
		if v < s.n {
			x[v] = s.at(col)
		}
	}
	now := s.now(nil)
	for r, v := range s.row {
		if v < s.n {
			x[v] = now[r]
		}
	}
	return x
}

// multipliers are those of the inequalities: what a unit more of each would gain.
func (s *simplex) multipliers() []float64 {
	y := make([]float64, len(s.low)-s.n)
	for col, v := range s.column {
		if v >= s.n {
			y[v-s.n] = max(0, -s.cost[col])
		}
	}
	return y
}

// proof are multipliers of the inequalities whose sum no values within the bounds
// keep, as a row is stuck.
func (s *simplex) proof(r int, above bool) []float64 {
	y := make([]float64, len(s.low)-s.n)
	sign := 1.0
	if above {
		sign = -1
	}
	for col, v := range s.column {
		if v >= s.n {
			y[v-s.n] = max(0, float64(sign*s.t[r][col]))
		}
	}
	if v := s.row[r]; v >= s.n && !above {
		y[v-s.n] = 1
	}
	return y
}
