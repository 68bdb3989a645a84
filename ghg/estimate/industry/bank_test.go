package industry_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
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
		out = append(out, ghg.OfYear[industry.Flow]{Year: from + i, Source: "customs",
			Value: industry.Flow{Produced: q(0), Imported: q(1), Exported: q(2),
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
	assert.Contains(t, with(func(b *industry.Bank) { b.InUse = p("10 1/yr") }),
		`x "10 1/yr": no more than 1/yr is accepted: 15 % a year is 0.15 1/yr`)
	assert.Contains(t, with(func(b *industry.Bank) { b.InUse = p("10 %") }), `x "10 %"`, "of a year is to be said")
	assert.Contains(t, with(func(b *industry.Bank) { b.Charging = estimate.Parameter{} }), "k: none is given")
	assert.Contains(t, with(func(b *industry.Bank) { b.Gas = ghg.Gas{} }), "Gas: the gas that the equipment holds is accepted")
	assert.Contains(t, with(func(b *industry.Bank) { b.Flows = ghg.Years[industry.Flow]{} }),
		"Flows: flows by year (ghg.NewYears) are accepted")
	assert.Contains(t, with(func(b *industry.Bank) { b.Use.Ko = "" }), `What 0 "mobile air conditioning"`)
	assert.Contains(t, with(flow([8]string{"0", "100", "101", "0", "0", "0", "0", "0"})),
		`C[2000] "101 kg": no more is exported in bulk than there is`)
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
