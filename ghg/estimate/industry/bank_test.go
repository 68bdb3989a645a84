package industry_test

import (
	"encoding/csv"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// within fails unless two numbers differ by no more than a part of the second.
func within(t *testing.T, got, want decimal.Decimal, part string, of ...any) {
	t.Helper()
	if got.Sub(want).Abs().GreaterThan(dec(part).Mul(want.Abs())) {
		t.Error(of, "is", got, "and not", want)
	}
}

// flows are those of years from one on, in kg: A, B, C, D, E, N, O, P of each.
func flows(from int, of ...[8]string) ghg.Years[industry.Flow] {
	var out []ghg.OfYear[industry.Flow]
	for i, f := range of {
		q := func(at int) ghg.Quantity { return ghg.MustQuantity(f[at] + " kg") }
		out = append(out, ghg.OfYear[industry.Flow]{Year: from + i, Source: "customs", Value: industry.Flow{Produced: q(0), Imported: q(1), Exported: q(2),
			EquipmentImported: q(3), EquipmentExported: q(4), Recycled: q(5), Destroyed: q(6), UsedExported: q(7)}})
	}
	return must(ghg.NewYears("flows", "", nil, out...))
}

func bank(year int, f ghg.Years[industry.Flow]) industry.Bank {
	first, _ := f.First()
	return industry.Bank{Use: words.Term{En: "mobile air conditioning", Ko: "차량용 냉방"}, Gas: ghg.MustGas("HFC-134a"),
		Charging: p("2 %"), InUse: p("0.1 1/yr"), Lifetime: 12, Introduced: first.Year, Flows: f, Year: year}
}

// example is the IPCC's, with the rows of its spreadsheet by their columns.
func example(t testing.TB) (industry.Bank, []map[string]string) {
	t.Helper()
	text, err := os.ReadFile("testdata/hfc_2f1_tier2_example.tsv")
	require.NoError(t, err)
	r := csv.NewReader(strings.NewReader(string(text)))
	r.Comma, r.Comment = '\t', '#'
	lines, err := r.ReadAll()
	require.NoError(t, err)
	var rows []map[string]string
	var of [][8]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
			if line[i] == "" {
				row[name] = "0" // as the spreadsheet takes it
			}
		}
		rows = append(rows, row)
		of = append(of, [8]string{row["A_produced"], row["B_import_bulk"], row["C_export_bulk"], row["D_import_in_equip"],
			row["E_export_in_equip"], row["N_recycled"], row["O_destroyed"], row["P_exported_used_equip"]})
	}
	return bank(2017, flows(1989, of...)), rows
}

// Every column of every year of the IPCC's example, and of each year the estimate by itself.
func TestBankExample(t *testing.T) {
	b, rows := example(t)
	require.Len(t, rows, 29)
	all := must(b.Years())
	for _, row := range rows {
		year := must(strconv.Atoi(row["year"]))
		got := must(all.Need(year)).Value
		for column, m := range map[string]ghg.Mass{"bank_jan1": got.Opening, "F_domestic_sales_bulk": got.Sold, "G_fill_new": got.Filled,
			"H_emit_fill": got.Charging, "J_added_to_bank": got.Added, "K_servicing_refill": got.Refilled, "L_emit_in_use": got.InUse,
			"M_in_retired": got.Retired, "Q_emitted_end_of_life": got.EndOfLife, "bank_dec31": got.Closing, "emission_total": got.Emitted} {
			within(t, m.In(ghg.Kilogram), dec(row[column]), "1e-9", year, column)
		}
		b.Year = year
		e := of(t, b)
		assert.True(t, tonnes(t, e, b.Gas).Equal(got.Emitted.Tonnes()), "%d", year)
		assert.Empty(t, codes(e))
	}
}

// oracle is the same bank by fractions, by cohort: what each year puts into equipment is kept apart
// until it is retired, and leaks of the whole are what the cohorts do not say.
func oracle(k, x *big.Rat, d int, of [][8]string) (emitted, closing []*big.Rat) {
	rat := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			panic(s)
		}
		return r
	}
	sum := func(of ...*big.Rat) *big.Rat {
		out := new(big.Rat)
		for _, r := range of {
			out.Add(out, r)
		}
		return out
	}
	neg := func(r *big.Rat) *big.Rat { return new(big.Rat).Neg(r) }
	var cohorts []*big.Rat
	held, leaked, sold := new(big.Rat), new(big.Rat), new(big.Rat)
	for y, f := range of {
		sales := sum(rat(f[0]), rat(f[1]), neg(rat(f[2])), sold)
		refill := leaked
		if refill.Cmp(sales) > 0 {
			refill = sales
		}
		lost := new(big.Rat).Mul(sum(sales, neg(refill)), k)
		cohorts = append(cohorts, sum(sales, neg(refill), neg(lost), rat(f[3]), neg(rat(f[4]))))
		old := new(big.Rat)
		if y >= d {
			old = cohorts[y-d]
		}
		leaked = new(big.Rat).Mul(held, x)
		sold = rat(f[5])
		emitted = append(emitted, sum(lost, leaked, old, neg(rat(f[5])), neg(rat(f[6])), neg(rat(f[7]))))
		held = sum(held, cohorts[y], refill, neg(leaked), neg(old))
		if held.Sign() < 0 {
			held = new(big.Rat)
		}
		closing = append(closing, held)
	}
	return emitted, closing
}

// Forty years of growing and falling sales, with recycling, destruction and trade in both
// directions: against fractions that are never rounded.
func TestBankAgainstFractions(t *testing.T) {
	for _, c := range []struct {
		k, x string
		d    int
	}{{"0.02", "0.1", 12}, {"0.005", "0.153", 7}, {"0", "0", 1}, {"0.03", "0.35", 15}, {"1", "1", 3}} {
		var of [][8]string
		for y := range 40 {
			n := func(base, step, from int) string {
				if y < from {
					return "0"
				}
				return fmt.Sprintf("%d.%02d", max(0, base+step*y), (y*37)%100)
			}
			of = append(of, [8]string{n(900, 30, 5), n(4000, -60, 0), n(10, 1, 8), n(300, 45, 2), n(7, 1, 3), "0", "0", "0"})
			if c.k != "1" && y > c.d+2 {
				of[y][5], of[y][6], of[y][7] = n(3, 0, 0), n(5, 0, 0), n(1, 0, 0)
			}
		}
		if c.d == 1 { // all of a year is retired in the next: the least that there is
			for y := range of {
				of[y][5], of[y][6], of[y][7] = "0", "1.5", "0.25"
			}
			of[0][6], of[0][7] = "0", "0"
		}
		k, _ := new(big.Rat).SetString(c.k)
		x, _ := new(big.Rat).SetString(c.x)
		if c.k == "1" { // nothing but what comes in equipment is held
			for y := range of {
				of[y][4] = "0"
			}
		}
		emitted, closing := oracle(k, x, c.d, of)
		b := bank(2039, flows(2000, of...))
		b.Charging, b.InUse, b.Lifetime = p(c.k), p(c.x+" 1/yr"), c.d
		all, err := b.Years()
		require.NoError(t, err, c)
		for y := range 40 {
			got := must(all.Need(2000 + y)).Value
			exact := func(r *big.Rat) decimal.Decimal { return must(decimal.NewFromString(r.FloatString(40))) }
			assert.True(t, got.Emitted.In(ghg.Kilogram).Sub(exact(emitted[y])).Abs().LessThan(dec("1e-20")), "%v: emitted of %d", c, y)
			assert.True(t, got.Closing.In(ghg.Kilogram).Sub(exact(closing[y])).Abs().LessThan(dec("1e-20")), "%v: bank of %d", c, y)
		}
		e := must(estimate.Of(b))
		d := e.Explain()
		require.False(t, d.IsZero())
		assert.Empty(t, d.Replay(), "%v", c)
	}
}

// What came in is emitted, destroyed, exported, recycled and not sold yet, or still held.
func TestBankKeepsItsMass(t *testing.T) {
	of := [][8]string{
		{"0", "1000", "0", "200", "0", "0", "0", "0"}, {"100", "1500", "20", "300", "10", "0", "0", "0"},
		{"250", "1400", "30", "500", "20", "0", "0", "0"}, {"300", "900", "10", "100", "0", "350", "70", "30"},
		{"0", "700", "0", "0", "0", "200", "0", "0"}, {"0", "0", "0", "0", "0", "0", "1.25", "0"},
	}
	b := bank(2005, flows(2000, of...))
	b.Lifetime = 3
	var came, left decimal.Decimal
	for y := range must(b.Years()).All() {
		f := of[y.Year-2000]
		came = came.Add(dec(f[0])).Add(dec(f[1])).Sub(dec(f[2])).Add(dec(f[3])).Sub(dec(f[4]))
		left = left.Add(y.Value.Emitted.In(ghg.Kilogram)).Add(dec(f[6])).Add(dec(f[7]))
		unsold := dec(f[5])
		held := y.Value.Closing.In(ghg.Kilogram)
		assert.True(t, came.Sub(left).Sub(held).Sub(unsold).Abs().LessThan(dec("1e-20")), "%d: %s came, %s left, %s held", y.Year, came, left, held)
		assert.False(t, y.Value.Emitted.Sign() < 0)
	}
}

func TestBankRefused(t *testing.T) {
	b := bank(2001, flows(2000, [8]string{"0", "100", "0", "0", "0", "0", "0", "0"}, [8]string{"0", "100", "0", "0", "0", "0", "0", "0"}))
	with := func(change func(*industry.Bank)) string {
		c := b
		change(&c)
		return refused(t, c)
	}
	flow := func(of [8]string) func(*industry.Bank) {
		return func(b *industry.Bank) { b.Flows, b.Year, b.Lifetime = flows(2000, of), 2000, 1 }
	}
	assert.Contains(t, with(func(b *industry.Bank) { b.Lifetime = 61 }), `Lifetime "61": 1 to 60 whole years are accepted`)
	assert.Contains(t, with(func(b *industry.Bank) { b.Year = 1999 }), `Year "1999": a year from the first flow, of 2000, on is accepted`)
	assert.Contains(t, with(func(b *industry.Bank) { b.Year = -1 }), `Year "-1"`)
	assert.Contains(t, with(func(b *industry.Bank) { b.Introduced = 2001 }), `Introduced "2001": a year no later than the first flow, of 2000`)
	assert.Contains(t, with(func(b *industry.Bank) { b.Year = 2003 }), "Flows[2002]")
	assert.Contains(t, with(func(b *industry.Bank) { b.InUse = p("10 1/yr") }), `x "10 1/yr": no more than 1/yr is accepted: 15 % a year is 0.15 1/yr`)
	assert.Contains(t, with(func(b *industry.Bank) { b.InUse = p("10 %") }), `x "10 %"`, "of a year is to be said")
	assert.Contains(t, with(func(b *industry.Bank) { b.Charging = estimate.Parameter{} }), "k: none is given")
	assert.Contains(t, with(func(b *industry.Bank) { b.Gas = ghg.Gas{} }), "Gas: the gas that the equipment holds is accepted")
	assert.Contains(t, with(func(b *industry.Bank) { b.Flows = ghg.Years[industry.Flow]{} }), "Flows: flows by year (ghg.NewYears) are accepted")
	assert.Contains(t, with(func(b *industry.Bank) { b.Use.Ko = "" }), `What 0 "mobile air conditioning"`)
	assert.Contains(t, with(flow([8]string{"0", "100", "101", "0", "0", "0", "0", "0"})), `C[2000] "101 kg": no more is exported in bulk than there is`)
	assert.Contains(t, with(flow([8]string{"0", "100", "0", "2", "101", "0", "0", "0"})),
		`E[2000] "101 kg": no more is exported in new equipment than was filled and imported`)
	assert.Contains(t, with(flow([8]string{"0", "100", "0", "0", "0", "0", "1", "0"})),
		`M[2000] "0 kg": no more is recycled, destroyed and exported than is in the equipment that is retired`)
	bad := func(q ghg.Quantity) func(*industry.Bank) {
		return func(b *industry.Bank) {
			b.Flows = must(ghg.NewYears("flows", "", nil, ghg.OfYear[industry.Flow]{Year: 2001, Value: industry.Flow{Produced: q}}))
			b.Introduced = 0
		}
	}
	assert.Contains(t, with(bad(ghg.Quantity{})), "A[2001]: a mass from 0 on, as 1200 kg, is accepted: 0 kg where there was none")
	assert.Contains(t, with(bad(ghg.MustQuantity("-1 kg"))), `A[2001] "-1 kg": a mass from 0 on`)
	assert.Contains(t, with(bad(ghg.MustQuantity("1 km"))), `A[2001] "1 km"`)
	_, err := industry.Bank{}.Years()
	assert.ErrorContains(t, err, "Lifetime")
}

func TestBankFindings(t *testing.T) {
	row := [8]string{"0", "100", "0", "0", "0", "0", "0", "0"}
	none := [8]string{"0", "0", "0", "0", "0", "0", "0", "0"}
	b := bank(2001, flows(2000, row, row))
	assert.Empty(t, codes(of(t, b)))
	b.Introduced = 0
	assert.Equal(t, []string{industry.FindingBankShort}, codes(of(t, b)))
	b.Introduced = 1995
	assert.Equal(t, []string{industry.FindingBankShort}, codes(of(t, b)))
	assert.Contains(t, of(t, b).Findings().String(), "the gas was introduced in 1995, and flows are stated from 2000 on")

	// Nothing is refilled: what is retired is what was filled in, though 10 % of it leaked.
	b = bank(2002, flows(2000, row, none, none))
	b.Lifetime = 2
	e := of(t, b)
	assert.Equal(t, []string{industry.FindingBankEmptied}, codes(e))
	assert.Contains(t, e.Findings().String(), "more left the bank than it held in 2002")
	assert.Equal(t, "0.10682", tonnes(t, e, b.Gas).String(), "98 retired, and 8.82 leaked of the 88.2 held: more than there is")
	b.Year = 2001
	assert.Empty(t, codes(of(t, b)))
}

// A blend is the gases in it; tonnes are stated as they were; what is projected says so.
func TestBankOfBlend(t *testing.T) {
	zero := ghg.MustQuantity("0 kg")
	f := industry.Flow{Produced: zero, Imported: ghg.MustQuantity("1.5 t"), Exported: zero, EquipmentImported: zero, EquipmentExported: zero,
		Recycled: zero, Destroyed: zero, UsedExported: zero}
	b := bank(2001, must(ghg.NewYears("flows", "", nil, ghg.OfYear[industry.Flow]{Year: 2000, Value: f},
		ghg.OfYear[industry.Flow]{Year: 2001, Value: f, Status: ghg.Projected})))
	b.Gas, b.Introduced = ghg.MustGas("R-404A"), 2000
	e := of(t, b)
	assert.Equal(t, "177", step(t, e, "Emitted").String(), "1500 × 2 % = 30, and 1470 × 10 % = 147")
	for gas, want := range map[string]string{"HFC-125": "0.07788", "HFC-143a": "0.09204", "HFC-134a": "0.00708"} {
		assert.Equal(t, want, tonnes(t, e, ghg.MustGas(gas)).String())
	}
	whole := must(b.Years())
	last, _ := whole.Last()
	assert.Equal(t, ghg.Projected, last.Status)
	assert.Equal(t, "0.177 t R-404A", last.Value.Emitted.String())
	assert.True(t, must(e.CO2e(ghg.AR5)).Equal(must(last.Value.Emitted.CO2e(ghg.AR5))), "the parts weigh what the blend does")
	s, ok := e.Explain().Step("B")
	require.True(t, ok)
	assert.Equal(t, "stated as 1.5 t", s.Values[len(s.Values)-1].Source)
	assert.Equal(t, "before the first flow", s.Values[0].Source)
}

// The longest bank that there can be is explained, and replays.
func TestLongestBank(t *testing.T) {
	var of [][8]string
	for y := ghg.FirstYear; y <= ghg.LastYear; y++ {
		of = append(of, [8]string{"12.345", "1000.01", "0.5", fmt.Sprint(y), "3", "0", "0", "0"})
	}
	b := bank(ghg.LastYear, flows(ghg.FirstYear, of...))
	b.Lifetime = 60
	estimatetest.Worked(t, b)
}
