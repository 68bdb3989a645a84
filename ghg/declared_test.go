package ghg_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReconcile(t *testing.T) {
	i := inv(t, rec("I.1.1", ghg.CO2, mass("100.00 t")), rec("I.1.2", ghg.CO2, mass("30.00 t")), rec("II.1.1", ghg.CH4, mass("2.000 t")),
		rec("III.1.1", ghg.Gas{}, co2e("7 tCO2e (AR4)")), rec("I.4.4", ghg.CO2, mass("9 t")))
	declare := func(v ghg.View, node, number string, line int) ghg.Declared {
		return ghg.Declared{View: v, Node: node, Figure: figure(t, number, ghg.Tonne), Line: line}
	}
	findings := i.Reconcile(ghg.AR5,
		declare(gpc.Basic, "I", "130", 2),  // agrees: silent
		declare(gpc.Basic, "I", "131", 3),  // 1 less
		declare(gpc.Basic, "ii", "50", 4),  // 6 more
		declare(gpc.Basic, "III", "7", 5),  // withheld: CO2e of all gases, on AR4
		declare(gpc.Basic, "", "193", 6),   // withheld as a whole
		declare(gpc.Basic, "VII", "1", 7),  // no such node
		declare(ghg.View{}, "I", "130", 8), // no view
		declare(ghg.MustDeclaredView("total", "city"), "", "193", 9),
	)
	var lines []string
	for _, f := range findings.All {
		lines = append(lines, f.String())
		assert.NotEmpty(t, f.Stated)
		assert.Equal(t, f.Code == ghg.FindingTotalMismatch, f.Found != "", f.String())
		assert.Equal(t, map[bool]ghg.Severity{true: ghg.Serious, false: ghg.Warning}[f.Code == ghg.FindingTotalMismatch], f.Severity)
	}
	require.Len(t, lines, 7, strings.Join(lines, "\n"))
	assert.Equal(t,
		"line 3, BASIC I, I, total-mismatch: declared as 131 t; its records give 130 t: 1 t less; beyond the rounding of what is printed: 0.49 t", lines[0])
	assert.Equal(t,
		"line 4, BASIC ii, II, total-mismatch: declared as 50 t; its records give 56 t: 6 t more; beyond the rounding of what is printed: 5.486 t", lines[1])
	assert.Equal(t, ghg.Category{Scheme: "GPC 1.1", Code: "II"}, findings.All[1].Category)
	assert.Equal(t, "50 t", findings.All[1].Stated)
	assert.Equal(t, "56 tCO2e (AR5)", findings.All[1].Found)
	assert.Contains(t, lines[2], "line 5, BASIC III, III, declared-unreconciled: the declared total is not checked: CO2e on metric AR4")
	assert.Contains(t, lines[3], "line 6, BASIC, declared-unreconciled: the declared total is not checked: total GPC 1.1 BASIC "+
		"in AR5 is withheld")
	assert.Contains(t, lines[4], `line 7, BASIC VII, declared-unreconciled: the declared total is not checked: GPC 1.1: unknown `+
		`category "VII"`)
	assert.Contains(t, lines[5], "line 8, declared-unreconciled")
	assert.Contains(t, lines[5], "no view given")
	assert.Contains(t, lines[6], "is declared: what it selects is not known")
	assert.Zero(t, i.Reconcile(ghg.AR5).Len())
}

// What the rounding of printed lines explains is a note.
func TestReconcileRoundedLines(t *testing.T) {
	kt := func(s string) ghg.Value { return co2e(s + " ktCO2e (AR5)") }
	for _, c := range []struct {
		name            string
		lines           []ghg.Record
		declared        string
		code, detail    string
		declaredInTonne bool
	}{
		{"Dortmund", []ghg.Record{rec("I.1.1", ghg.Gas{}, kt("1138.29")), rec("I.3.1", ghg.Gas{}, kt("1623.28")),
			rec("II.1.1", ghg.Gas{}, kt("1361.77"))}, "4123.33", ghg.FindingTotalRounded, "10 t more", false},
		{"agrees", []ghg.Record{rec("I.1.1", ghg.Gas{}, kt("1138.29")), rec("I.3.1", ghg.Gas{}, kt("1623.28"))}, "2761.57", "", "", false},
		{"at the edge: 5 t for each line", []ghg.Record{rec("I.1.1", ghg.Gas{}, kt("1.00")), rec("I.3.1", ghg.Gas{}, kt("2.00"))}, "3010",
			ghg.FindingTotalRounded, "10 t less", true},
		{"beyond it", []ghg.Record{rec("I.1.1", ghg.Gas{}, kt("1.00")), rec("I.3.1", ghg.Gas{}, kt("2.00"))}, "3017",
			ghg.FindingTotalMismatch, "17 t less; beyond the rounding of what is printed: 6.5 t", true},
		{"a gas counts its factor", []ghg.Record{rec("I.1.1", ghg.CH4, mass("3.0 t"))}, "85", ghg.FindingTotalRounded, "1 t less", true},
		{"recomputed", []ghg.Record{rec("I.1.1", ghg.CH4, co2e("25 tCO2e (AR4)"))}, "29", ghg.FindingTotalRounded, "1 t less", true},
		{"recomputed, beyond", []ghg.Record{rec("I.1.1", ghg.CH4, co2e("25.0 tCO2e (AR4)"))}, "29", ghg.FindingTotalMismatch,
			"1 t less; beyond the rounding of what is printed: 0.444 t", true},
		{"a key has no digits", []ghg.Record{rec("I.1.1", ghg.CO2, mass("3.0 t")), rec("I.3.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "x"))},
			"4", ghg.FindingTotalMismatch, "0.45 t", true},
		{"nothing is reported", []ghg.Record{rec("I.3.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "x"))}, "4", ghg.FindingUnreconciled,
			"what is missing is not 0", true},
		{"nothing, declared as 0", []ghg.Record{rec("I.3.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "x"))}, "0", "", "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			unit := ghg.Kilotonne
			if c.declaredInTonne {
				unit = ghg.Tonne
			}
			findings := inv(t, c.lines...).Reconcile(ghg.AR5, ghg.Declared{View: gpc.Basic, Figure: figure(t, c.declared, unit)})
			require.Equal(t, c.code, codesOf(findings))
			if c.code == "" {
				return
			}
			f := findings.All[0]
			assert.Contains(t, f.Detail, c.detail)
			assert.Equal(t, map[string]ghg.Severity{ghg.FindingTotalRounded: ghg.Note, ghg.FindingTotalMismatch: ghg.Serious,
				ghg.FindingUnreconciled: ghg.Warning}[c.code], f.Severity)
		})
	}
}

// Printed lines and their printed total, each rounded by itself, are never a mismatch.
func TestReconcileNeverBlamesRounding(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	codes := gpc.Basic.Categories()
	for range 300 {
		var records []ghg.Record
		var sum decimal.Decimal
		for i := range 2 + r.Intn(20) {
			exactly := decimal.New(r.Int63n(1_000_000_000), -5) // kt
			sum = sum.Add(exactly)
			printed := exactly.StringFixed(int32(r.Intn(4)))
			records = append(records, rec(codes[i], ghg.Gas{}, co2e(printed+" ktCO2e (AR5)")))
		}
		total := figure(t, sum.StringFixed(int32(r.Intn(4))), ghg.Kilotonne)
		findings := inv(t, records...).Reconcile(ghg.AR5, ghg.Declared{View: gpc.Basic, Figure: total})
		assert.NotContains(t, codesOf(findings), ghg.FindingTotalMismatch, findings)
	}
}

// The digits that a line was printed with are kept on the way through a file.
func TestPrintedDigitsAreKept(t *testing.T) {
	read := func(text string) []ghg.Record {
		records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
		require.NoError(t, err)
		require.NoError(t, report.Err())
		return records
	}
	check := func(records []ghg.Record, say string) {
		t.Helper()
		i, _, err := ghg.NewInventory("D", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, records)
		require.NoError(t, err)
		findings := i.Reconcile(ghg.AR5, ghg.Declared{View: gpc.Basic, Figure: figure(t, "4123.33", ghg.Kilotonne)})
		assert.Equal(t, ghg.FindingTotalRounded, codesOf(findings), "%s: %s", say, findings)
	}
	records := read("place,year,category,mass,unit,metric\nD,2021,I.1.1,1138.29,kt,AR5\nD,2021,I.3.1,1623.28,Gg,AR5\nD,2021,II.1.1,1361770.0,t,AR5\n")
	check(records, "as read")
	var text strings.Builder
	require.NoError(t, ghg.WriteCSV(&text, records))
	assert.Contains(t, text.String(), ",1138.29,ktCO2e,")
	assert.Contains(t, text.String(), ",1361770.0,tCO2e,")
	again := read(text.String())
	check(again, "CSV")
	i, _, err := ghg.NewInventory("D", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	document, err := i.MarshalJSON()
	require.NoError(t, err)
	assert.Contains(t, string(document), `"co2e":"1138.29 kt"`)
	fromJSON, _, err := ghg.ReadJSON(strings.NewReader(string(document)), gpcJSON)
	require.NoError(t, err)
	findings := fromJSON.Reconcile(ghg.AR5, ghg.Declared{View: gpc.Basic, Figure: figure(t, "4123.33", ghg.Kilotonne)})
	assert.Equal(t, ghg.FindingTotalRounded, codesOf(findings))
}

// A published total may be of a sector or a sub-sector.
func ExampleReadDeclaredCSV_node() {
	totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(`place,year,view,node,mass,unit
대구,2022,BASIC,,3.2,Mt
대구,2022,BASIC,II,1.25,Mt
대구,2022,BASIC,IV,0.1,Mt
`), ghg.CSVFormat{}, gpc.Views()...)
	for _, d := range totals {
		fmt.Println(d.View.Name(), d.Node, d.Figure)
	}
	fmt.Println(report.Faults, err)
	// Output:
	// BASIC  3.2 Mt
	// BASIC II 1.25 Mt
	// line 4, node "IV": view BASIC selects nothing under it <nil>
}
