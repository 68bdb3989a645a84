package exact

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxTableCells is how many cells [ControlledRounding] takes.
const MaxTableCells = 100_000

// ControlledRounding rounds a two-way table to the given number of decimal
// places so that it adds up exactly along its rows and along its columns
// (Bacharach 1966; Cox and Ernst 1982, "Controlled rounding"; Causey, Cox and
// Ernst 1985). Of what it returns
//
//   - each cell, row total, column total and the grand total is the true one,
//     of unrounded cells, rounded up or down to an adjacent unit; one that is a
//     whole number of units stays;
//   - the grand total is rounded to the nearest, half away from zero;
//   - the totals of rows and columns are then as near as can be, by the sum of
//     their distances from the true ones, and after them the cells;
//   - of several roundings that are equally near, one has units as early as
//     can be in the order given: the smallest sum of positions, row by row, of
//     the cells rounded up. Where this too leaves a choice, the same table
//     always gets the same one, but its transpose may get another.
//
// A rounding with the first two properties always exists. The totals of rows
// and columns are sums of what is returned. A table of one row, or of one
// column, is rounded as [LargestRemainder] does. Negative cells are rounded as
// others are; a table without cells is returned as it is.
//
// Refused are rows of different lengths, more than [MaxTableCells] cells,
// places outside -[MaxResultDigits] to +[MaxResultDigits], and cells that fail
// [CheckResult].
//
// It is a flow of least cost, and exact: costs are whole numbers. For N cells
// in R rows and C columns, it takes at most N/2 rounds of O(N log(R+C)) steps,
// each of a length that grows with the digits rounded off. A table of
// [MaxTableCells] cells has been seen to need seconds at most: nearly all moves
// are made before the first round.
func ControlledRounding(rows [][]decimal.Decimal, places int32) ([][]decimal.Decimal, error) {
	if err := checkTable(rows, places); err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return [][]decimal.Decimal{}, nil
	}
	return newTable(rows, places).rounded(rows, places), nil
}

func checkTable(rows [][]decimal.Decimal, places int32) error {
	if err := checkUnits(places); err != nil {
		return err
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			return fmt.Errorf("row %d of a table has length %d, row 1 has length %d: all must have one length", i+1, len(row), len(rows[0]))
		}
	}
	if len(rows) > 0 && len(rows)*len(rows[0]) > MaxTableCells {
		return fmt.Errorf("a table of %d rows and %d columns: at most %d cells are rounded together", len(rows), len(rows[0]), MaxTableCells)
	}
	for i, row := range rows {
		for j, d := range row {
			if err := CheckResult(d); err != nil {
				return fmt.Errorf("row %d, column %d: %w", i+1, j+1, err)
			}
		}
	}
	return nil
}

// table is a two-way table in whole units, rounded down, and what is left.
type table struct {
	rows, columns int
	unit          *big.Int   // what makes a unit of what is left
	floors, left  []*big.Int // by row and column
	up            []bool     // whether the cell is rounded up
}

func newTable(rows [][]decimal.Decimal, places int32) *table {
	t := &table{rows: len(rows), columns: len(rows[0])}
	cells := make([]decimal.Decimal, 0, t.rows*t.columns)
	for _, row := range rows {
		cells = append(cells, row...)
	}
	s := newScale(places, cells...)
	c := s.close(cells, s.unit)
	t.unit, t.floors, t.left, t.up = s.unit, c.floors, c.left, make([]bool, len(cells))
	if c.open == 0 {
		return t
	}
	sum := new(big.Int)
	for _, d := range cells {
		sum.Add(sum, s.whole(d))
	}
	missing := nearest(sum, s.unit)
	t.round(int(missing.Sub(missing, c.sum).Int64()))
	return t
}

// round chooses the cells to round up, so many in all.
//
// The choice is a transportation problem. Say that a row has 3.4 units left:
// three or four of its cells go up. A border cell of 0.6 makes that four
// for certain, and the row total goes up where the border cell does not. With
// such a border, at the right for rows and below for columns, all margins are
// whole and fixed, those of the border itself by the grand total.
func (t *table) round(total int) {
	rowSums, columnSums := make([]*big.Int, t.rows), make([]*big.Int, t.columns)
	for i := range rowSums {
		rowSums[i] = new(big.Int)
	}
	for j := range columnSums {
		columnSums[j] = new(big.Int)
	}
	for k, f := range t.left {
		rowSums[k/t.columns].Add(rowSums[k/t.columns], f)
		columnSums[k%t.columns].Add(columnSums[k%t.columns], f)
	}
	// The longer side makes the rows: that is the faster way.
	arc := func(row, column int) int { return row*(t.columns+1) + column }
	if t.columns > t.rows {
		rowSums, columnSums = columnSums, rowSums
		arc = func(row, column int) int { return column*(t.rows+1) + row }
	}
	rows, columns, w := len(rowSums), len(columnSums), t.weights()
	p := newTransport(rows+1, columns+1, w.words)
	for k, f := range t.left {
		if a := arc(k/t.columns, k%t.columns); f.Sign() > 0 {
			p.arcs[a] = idle
			w.price(p.cost.at(a), f, w.cell, k)
		}
	}
	// border gives a row or column its margin, and the border cell its arc.
	border := func(sum *big.Int, k int) int {
		floor, left := new(big.Int).DivMod(sum, t.unit, new(big.Int))
		margin := int(floor.Int64())
		if left.Sign() > 0 {
			margin++
			p.arcs[k] = idle
			w.price(p.cost.at(k), left.Sub(t.unit, left), w.total, 0)
		}
		return margin
	}
	right, below := -total, -total
	for i, sum := range rowSums {
		p.supply[i] = border(sum, i*(columns+1)+columns)
		right += p.supply[i]
	}
	for j, sum := range columnSums {
		margin := border(sum, rows*(columns+1)+j)
		p.excess[j] = -margin
		below += margin
	}
	p.supply[rows], p.excess[columns] = below, -right
	p.solve()
	for k := range t.up {
		t.up[k] = p.arcs[arc(k/t.columns, k%t.columns)] == used
	}
}

// weights put the aims in their order: what a total is off counts for more
// than all that cells could be off, and that for more than all positions.
type weights struct {
	unit        *big.Int
	total, cell *big.Int
	// words hold any sum of costs that a solution meets: a way has fewer arcs
	// than there are nodes, prices are off by two ways and the first sweeps, and
	// a key is a difference of such sums; all are below 2^5 ways.
	words int
}

func (t *table) weights() weights {
	n := big.NewInt(int64(len(t.left)))
	w := weights{unit: t.unit, cell: new(big.Int).Mul(n, n)}
	w.total = new(big.Int).Mul(n, t.unit)
	w.total.Add(w.total, big.NewInt(1)).Mul(w.total, w.cell)
	most := new(big.Int).Mul(w.total, t.unit)
	most.Add(most, n)
	nodes := big.NewInt(int64(t.rows + t.columns + 2))
	w.words = wideWords(most.Mul(most, nodes).BitLen() + 6)
	return w
}

// price sets cost to what rounding up costs, where that much is left: the
// distance from the unit above less that from the unit below, times the weight
// of the aim, and the position.
func (w weights) price(cost wide, left, weight *big.Int, position int) {
	x := new(big.Int).Lsh(left, 1)
	x.Sub(w.unit, x).Mul(x, weight)
	cost.setBig(x.Add(x, big.NewInt(int64(position))))
}

// rounded is the table as rounded. A cell that is a whole number of units with
// no more digits than asked for stays as it was given.
func (t *table) rounded(rows [][]decimal.Decimal, places int32) [][]decimal.Decimal {
	out := make([][]decimal.Decimal, t.rows)
	for i, row := range rows {
		out[i] = make([]decimal.Decimal, t.columns)
		for j := range row {
			k := i*t.columns + j
			out[i][j] = adjacent(t.floors[k], t.up[k], places)
		}
		asGiven(row, out[i], places)
	}
	return out
}
