package ghg_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"slices"
	"sync"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLines(t *testing.T) {
	total, err := inv(t, rec("I.1.1", ghg.CO2, mass("3 t")), rec("II.1.1", ghg.CH4, mass("2.50 t"))).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	for _, i := range []int{-1, 2, math.MaxInt} {
		assert.Equal(t, ghg.Line{}, total.Lines.At(i))
	}
	for l := range total.Lines.All() {
		assert.Equal(t, total.Lines.At(0), l)
		break
	}
	b, err := json.Marshal(total.Lines)
	require.NoError(t, err)
	assert.JSONEq(t, `[{"record":{"scheme":"GPC 1.1","place":"Daegu","period":"2018","category":"I.1.1","gas":"CO2","mass":"3 t"},
		"co2e":"3 tCO2e (AR5)","gwp":"1"},
		{"record":{"scheme":"GPC 1.1","place":"Daegu","period":"2018","category":"II.1.1","gas":"CH4","mass":"2.50 t"},
		"co2e":"70 tCO2e (AR5)","gwp":"28"}]`, string(b))

	var none ghg.Lines
	assert.Zero(t, none.Len())
	assert.Equal(t, ghg.Line{}, none.At(0))
	for range none.All() {
		t.Fatal("there are none")
	}
	b, err = json.Marshal(none)
	require.NoError(t, err)
	assert.Equal(t, "[]", string(b))
}

// wideMetric has a factor of more digits than a word holds.
func wideMetric(t *testing.T) ghg.Metric {
	return ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("30.25"), ghg.N2O: dec("12345678901234567890.5"),
		ghg.SF6: dec("20000"), ghg.MustGas("R-407C"): dec("1700"), ghg.MustGas("R-410A"): dec("2000.125")})
}

// mixedInventory has everything that a line may be, and what cannot be one.
func mixedInventory(t *testing.T, r *rand.Rand, withheld bool) ghg.Inventory {
	own := wideMetric(t)
	codes := gpc.BasicPlus.Categories()
	gases := []ghg.Gas{ghg.CO2, ghg.CH4, ghg.CH4Fossil, ghg.N2O, ghg.SF6, ghg.MustGas("R-407C"), ghg.MustGas("R-410A"), ghg.CO2Biogenic}
	numbers := []string{"0.000", "12.50", "-3", "123456789012345678", "12345678901234567890.123", "99999999999999999999999999999999"}
	metrics := []ghg.Metric{ghg.AR5, ghg.AR4, ghg.SAR}
	var records []ghg.Record
	for range r.Intn(60) {
		amount := ghg.MustMass(numbers[r.Intn(len(numbers))] + " t")
		x := rec(codes[r.Intn(len(codes))], gases[r.Intn(len(gases))], ghg.Emitted(amount))
		switch r.Intn(8) {
		case 0:
			x.Value = ghg.KeyedAsFound([]ghg.Key{ghg.NE, ghg.NO, ghg.IE, ghg.C}[r.Intn(4)], "why")
		case 1, 2:
			c, err := ghg.CO2eOf(amount, metrics[r.Intn(len(metrics))])
			require.NoError(t, err)
			x.Value = ghg.Equivalent(c)
		case 3:
			if withheld {
				c, err := ghg.CO2eOf(amount, own)
				require.NoError(t, err)
				x.Gas, x.Value = ghg.Gas{}, ghg.Equivalent(c)
			}
		}
		records = append(records, x)
	}
	return inv(t, records...)
}

// recomputed checks that the lines recomputed are those of all that say from what.
func recomputed(t *testing.T, lines ghg.Lines) {
	t.Helper()
	var want []ghg.Line
	for l := range lines.All() {
		if !l.From.IsZero() {
			want = append(want, l)
		}
	}
	require.Equal(t, want, slices.Collect(lines.Recomputed()))
	for l := range lines.Recomputed() {
		require.Equal(t, want[0], l)
		break
	}
}

// A total is the sum of its lines as decimals add up, to the digit and the place;
// so is each part, and every line is in one.
func TestTotalsAreTheSumOfTheirLines(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(8))
	add := func(lines ghg.Lines) (sum decimal.Decimal) {
		for l := range lines.All() {
			if m, ok := l.Record().Value.Mass(); ok {
				require.True(t, l.CO2e.Tonnes().Equal(m.Tonnes().Mul(l.GWP)))
			}
			sum = sum.Add(l.CO2e.Tonnes())
		}
		return sum
	}
	same := func(a ghg.Amount) {
		want := decimal.Decimal{}
		if !a.Withheld() {
			want = add(a.Lines)
		}
		require.True(t, a.CO2e.Tonnes().Equal(want), "%s and %s", a.CO2e, want)
		require.Equal(t, want.Exponent(), a.CO2e.Tonnes().Exponent())
	}
	for i := range 150 {
		from := mixedInventory(t, r, i%3 == 0)
		for _, view := range []ghg.View{gpc.Basic, gpc.BasicPlus} {
			for _, metric := range []ghg.Metric{ghg.AR5, ghg.AR6, ghg.AR4, wideMetric(t)} {
				total, _ := from.Total(view, metric)
				require.Equal(t, from.Len(), total.Lines.Len()+len(total.LeftOut)+len(total.Unjoined))
				same(total.Amount)
				recomputed(t, total.Lines)
				derivesIts(t, total)
				for _, g := range []ghg.Grouping{ghg.BySector, ghg.ByCategory, ghg.ByScope, ghg.ByGas} {
					lines, unjoined := 0, 0
					var covered ghg.Coverage
					for _, p := range total.By(g) {
						same(p.Amount)
						covered = addCoverage(covered, p.Coverage)
						lines += p.Lines.Len()
						unjoined += len(p.Unjoined)
					}
					require.Equal(t, total.Lines.Len(), lines)
					require.Equal(t, len(total.Unjoined), unjoined)
					if g != ghg.ByGas {
						require.ElementsMatch(t, total.Coverage.Gaps, covered.Gaps)
						covered.Gaps = total.Coverage.Gaps
						require.Equal(t, total.Coverage, covered)
					}
				}
				part, err := total.At("I")
				require.NoError(t, err)
				same(part.Amount)
			}
		}
	}
}

func addCoverage(a, b ghg.Coverage) ghg.Coverage {
	return ghg.Coverage{Required: a.Required + b.Required, Reported: a.Reported + b.Reported, Partly: a.Partly + b.Partly, NO: a.NO + b.NO,
		IE: a.IE + b.IE, NE: a.NE + b.NE, C: a.C + b.C, Gaps: append(a.Gaps, b.Gaps...),
		Zeros: a.Zeros + b.Zeros, Defaults: a.Defaults + b.Defaults, Placeholders: a.Placeholders + b.Placeholders}
}

// Inventories, totals and lines may be asked by several at once.
func TestTotalsAreSafeToShare(t *testing.T) {
	from := mixedInventory(t, rand.New(rand.NewSource(1)), true)
	total, _ := from.Total(gpc.Basic, ghg.AR5)
	want := total.Explain().String()
	var all sync.WaitGroup
	for range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			again, _ := from.Total(gpc.Basic, ghg.AR5)
			assert.Equal(t, want, again.Explain().String())
			assert.Equal(t, want, total.Explain().String())
			for _, p := range total.By(ghg.ByCategory) {
				for l := range p.Lines.All() {
					_ = l.Record()
				}
			}
			_, err := json.Marshal(from)
			assert.NoError(t, err)
		}()
	}
	all.Wait()
}

// Lines that cannot join for one reason share it, and a document lists the first.
func TestManyLinesThatCannotJoin(t *testing.T) {
	var records []ghg.Record
	for i := range 1500 {
		r := rec("I.1.1", ghg.Gas{}, co2e(fmt.Sprintf("%d tCO2e", 1+i)))
		if i%3 == 0 {
			r.Value = co2e(fmt.Sprintf("%d tCO2e (AR4)", 1+i))
		}
		records = append(records, r)
	}
	total, err := inv(t, records...).Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	require.Len(t, total.Unjoined, 1500)
	reasons := map[error]int{}
	for _, u := range total.Unjoined {
		reasons[u.Err]++
	}
	assert.Len(t, reasons, 2)
	assert.Equal(t, 500, reasons[total.Unjoined[0].Err])
	var doc struct {
		CO2e     *string `json:"co2e"`
		Unjoined []any   `json:"unjoined"`
		More     int     `json:"unjoinedMore"`
	}
	text, err := json.Marshal(total)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &doc))
	assert.Nil(t, doc.CO2e)
	assert.Len(t, doc.Unjoined, 1000)
	assert.Equal(t, 500, doc.More)
}
