package ghg_test

import (
	"encoding/json"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func amounts(t *testing.T, unit ghg.MassUnit, metric ghg.Metric, numbers ...string) []ghg.CO2e {
	t.Helper()
	out := make([]ghg.CO2e, len(numbers))
	for i, n := range numbers {
		var err error
		out[i], err = ghg.NewCO2e(dec(n), unit, metric)
		require.NoError(t, err)
	}
	return out
}

func TestShowList(t *testing.T) {
	parts := amounts(t, ghg.Tonne, ghg.AR5, "12344", "-2346", "3344")
	for _, x := range []struct {
		unit   ghg.MassUnit
		places int32
		want   string
	}{
		// 12.344 - 2.346 + 3.344 = 13.342
		{ghg.Kilotonne, 0, "12 + -2 + 3 = 13 kt"},
		{ghg.Kilotonne, 1, "12.3 + -2.3 + 3.3 = 13.3 kt"},       // 0.054 is the largest that is left
		{ghg.KilotonneKo, 2, "12.35 + -2.35 + 3.34 = 13.34 천톤"}, // three that have 0.004 left
		{ghg.ManTonneKo, 1, "1.2 + -0.2 + 0.3 = 1.3 만톤"},
		{ghg.Tonne, -3, "12000 + -2000 + 3000 = 13000 t"},
		{ghg.MassUnit{}, 1, "12344.0 + -2346.0 + 3344.0 = 13342.0 t"},
	} {
		l, err := ghg.ShowList(x.unit, x.places, parts...)
		require.NoError(t, err)
		assert.Equal(t, x.want, l.String())
		assert.Equal(t, 3, l.Len())
		assert.Equal(t, ghg.AR5, l.Metric())
	}
}

func TestShowNothing(t *testing.T) {
	l, err := ghg.ShowList(ghg.Kilotonne, 1)
	require.NoError(t, err)
	assert.Equal(t, "0.0 kt", l.String())
	assert.Equal(t, ghg.Unstated, l.Metric())
	assert.Zero(t, l.Len())
	for _, rows := range [][][]ghg.CO2e{nil, {}, {nil, {}}} {
		table, err := ghg.ShowTable(ghg.Kilotonne, 1, rows)
		require.NoError(t, err)
		assert.Equal(t, "0.0 kt", table.Total().String())
		assert.Equal(t, ghg.Unstated, table.Metric())
		for range table.Columns() {
			t.Error("no columns")
		}
		text, err := json.Marshal(table)
		require.NoError(t, err)
		assert.Contains(t, string(text), `"columnTotals":{"parts":[],"total":"0.0 kt"}`)
	}
	var zero ghg.ShownList
	assert.Equal(t, "0 t", zero.String())
	text, err := json.Marshal(zero)
	require.NoError(t, err)
	assert.Equal(t, `{"metric":"unstated","parts":[],"total":"0 t"}`, string(text))
	text, err = json.Marshal(ghg.ShownTable{})
	require.NoError(t, err)
	assert.Equal(t, `{"metric":"unstated","rows":[],"columnTotals":{"parts":[],"total":"0 t"}}`, string(text))
	assert.Equal(t, "0 t", ghg.ShownTable{}.String())
}

func TestShowRefuses(t *testing.T) {
	ar4, ar5 := amounts(t, ghg.Tonne, ghg.AR4, "1")[0], amounts(t, ghg.Tonne, ghg.AR5, "1")[0]
	var mismatch *ghg.MetricMismatchError
	_, err := ghg.ShowList(ghg.Tonne, 0, ar5, ar5, ar4)
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.MetricMismatchError{A: "AR5", B: "AR4"}, *mismatch)
	assert.ErrorContains(t, err, "part 3: CO2e on metric AR5")
	_, err = ghg.ShowTable(ghg.Tonne, 0, [][]ghg.CO2e{{}, {ar4, ar4}, {ar4, ar5}})
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.MetricMismatchError{A: "AR4", B: "AR5"}, *mismatch)
	assert.ErrorContains(t, err, "row 3, column 2: ")

	for _, places := range []int32{401, -401, 1 << 30, -1 << 31} {
		_, err = ghg.ShowList(ghg.Tonne, places, ar5)
		assert.ErrorContains(t, err, "-400 to 400 are allowed")
		_, err = ghg.ShowTable(ghg.Tonne, places, [][]ghg.CO2e{{ar5}})
		assert.ErrorContains(t, err, "-400 to 400 are allowed")
	}
	_, err = ghg.ShowTable(ghg.Tonne, 0, [][]ghg.CO2e{{ar5}, {ar5, ar5}})
	assert.ErrorContains(t, err, "row 2 of a table has length 2")
}

func TestShowTable(t *testing.T) {
	rows := [][]ghg.CO2e{
		amounts(t, ghg.Kilotonne, ghg.AR6, "0.7", "0.5", "2"),
		amounts(t, ghg.Kilotonne, ghg.AR6, "0.6", "0.9", "-3"),
	}
	table, err := ghg.ShowTable(ghg.Kilotonne, 0, rows)
	require.NoError(t, err)
	assert.Equal(t, "0 + 1 + 2 = 3 kt\n1 + 1 + -3 = -1 kt\n1 + 2 + -1 = 2 kt", table.String())
	assert.Equal(t, "3 + -1 = 2 kt", table.RowTotals().String())
	assert.Equal(t, ghg.AR6, table.Metric())
	assert.Equal(t, ghg.AR6, table.ColumnTotals().Metric())
	var columns []string
	for j, c := range table.Columns() {
		assert.Equal(t, len(columns), j)
		assert.Equal(t, ghg.AR6, c.Metric())
		columns = append(columns, c.String())
		if j == 1 {
			break
		}
	}
	assert.Equal(t, []string{"0 + 1 = 1 kt", "1 + 1 = 2 kt"}, columns)
	for i, r := range table.Rows() {
		assert.Equal(t, ghg.AR6, r.Metric())
		assert.Equal(t, []string{"3 kt", "-1 kt"}[i], r.Total().String())
	}
	text, err := json.Marshal(table)
	require.NoError(t, err)
	assert.Equal(t, `{"metric":"AR6","rows":[{"parts":["0 kt","1 kt","2 kt"],"total":"3 kt"},`+
		`{"parts":["1 kt","1 kt","-3 kt"],"total":"-1 kt"}],"columnTotals":{"parts":["1 kt","2 kt","-1 kt"],"total":"2 kt"}}`, string(text))
}

// What is shown is the exact package's rounding, in every unit, and a table of
// one row is a list.
func TestShownIsRoundedAsInExact(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 200 {
		rows, numbers := make([][]ghg.CO2e, 1+r.Intn(4)), [][]decimal.Decimal{}
		width := 1 + r.Intn(5)
		unit := []ghg.MassUnit{ghg.Tonne, ghg.Kilotonne, ghg.MegatonneKo, ghg.Gigagram, ghg.ManTonneKo}[r.Intn(5)]
		for i := range rows {
			var row []decimal.Decimal
			for range width {
				row = append(row, decimal.New(r.Int63n(20000)-9000, -3))
				c, err := ghg.NewCO2e(row[len(row)-1], unit, ghg.AR5)
				require.NoError(t, err)
				rows[i] = append(rows[i], c)
			}
			numbers = append(numbers, row)
		}
		places := int32(r.Intn(4) - 1)
		table, err := ghg.ShowTable(unit, places, rows)
		require.NoError(t, err)
		want, err := exact.ControlledRounding(numbers, places)
		require.NoError(t, err)
		for i, row := range table.Rows() {
			for j, cell := range row.Parts() {
				require.True(t, want[i][j].Equal(cell.Amount()))
			}
		}
		one, err := ghg.ShowTable(unit, places, rows[:1])
		require.NoError(t, err)
		list, err := ghg.ShowList(unit, places, rows[0]...)
		require.NoError(t, err)
		for _, row := range one.Rows() {
			require.Equal(t, list.String(), row.String())
		}
		require.Equal(t, list.Total().String(), one.Total().String())
	}
}
