package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const actionHead = "id,name,area,partners,level,stage,start,end,continuous,requires,into,codes,source\n"

func readActions(t *testing.T, f sheet.Format, text string) ([]strategy.Action, ghg.Faults) {
	t.Helper()
	actions, report, err := sheet.ReadActions(strings.NewReader(text), f)
	require.NoError(t, err)
	return actions, report.Faults
}

func TestReadActionsValues(t *testing.T) {
	for _, c := range []struct{ line, dump string }{
		{"A,a,E,,,,,,,,,,", `"A" "a" "" "E" [] "" [] "" unstated "" "0000-00-00" "0000-00-00" false unstated [] [] [] [] "plan" ""`},
		{"A,a,E,x (co-lead);y (Support) ; z (co);,Municipality,In-Progress,2024-2-29,2030.12.31.,no,B; C ,,SDG: 7;CRF:1:2,act",
			`"A" "a" "" "E" [{"SDG" "7"} {"CRF" "1:2"}] "" [{x co-lead} {y support} {z (co) support}] "" municipality "" "2024-02-29" ` +
				`"2030-12-31" false in progress [] ["B" "C"] [] [] "act" ""`},
		{"'=A,''-a,+E,(co-lead);) (협조),광역,superseded,,,x,,B,,'a",
			`"=A" "'-a" "" "+E" [] "" [{(co-lead) support} {) support}] "" province "" "0000-00-00" "0000-00-00" false superseded ["B"] ` +
				`[] [] [] "'a" ""`},
	} {
		actions, faults := readActions(t, plainCSV, actionHead+c.line+"\n")
		require.Empty(t, faults.All)
		assert.Equal(t, c.dump, strings.TrimSpace(dump(actions[0])))
	}
}

func TestReadActionsFaults(t *testing.T) {
	long := strings.Repeat("x", 201)
	for _, c := range []struct{ line, faults string }{
		{",a,E,,,,,,,,,,", `missing-field: line 2, id: it is needed`},
		{"A,,,,,,,,,,,,", "missing-field: line 2, name: it is needed\nmissing-field: line 2, area: it is needed"},
		{long + ",a,E,,,,,,,,,,", `field: line 2, id "` + long[:60] + `"…: longer than 200 bytes`},
		{"A,a,E,,county,,,,,,,,", `stage: line 2, level "county": allowed are unstated, municipality, province, nation`},
		{"A,a,E,,,,2024-02-30,,,,,,", `period: line 2, start "2024-02-30": write a day from 1850 to 2300 as 2026-03-01`},
		{"A,a,E,,,,24-02-03,,,,,,", `period: line 2, start "24-02-03": write a day from 1850 to 2300 as 2026-03-01`},
		{"A,a,E,,,,2024,,,,,,", `period: line 2, start "2024": write a day from 1850 to 2300 as 2026-03-01`},
		{"A,a,E,,,,2024-2-x,,,,,,", `period: line 2, start "2024-2-x": write a day from 1850 to 2300 as 2026-03-01`},
		{"A,a,E,,,,2025-01-02,2025-01-01,,,,,", `dates: line 2, end "2025-01-01": it starts on 2025-01-02: the end cannot be before`},
		{"A,a,E,,,,,2025-01-01,계속사업,,,,", `dates: line 2, end "2025-01-01": a continuous action has no end`},
		{"A,a,E,,,,,,maybe,,,,", `field: line 2, continuous "maybe": allowed are false, true`},
		{"A,a,E,,,,,,,B;B,,,", `repeated: line 2, requires "B;B": "B" is given twice`},
		{"A,a,E,,,,,,,,B,,", `into: line 2, into "B": only an action that is merged or superseded lives on in others; this one is unstated`},
		{"A,a,E,,,,,,,,,SDG,", `taxonomy: line 2, codes "SDG": "SDG": write taxonomy and code with a colon between them, as SDG:7`},
		{"A,a,E,,,,,,,,,S:1;S: 1,", `repeated: line 2, codes "S:1;S: 1": "S 1" is given twice`},
	} {
		actions, faults := readActions(t, plainCSV, actionHead+c.line+"\nZ,z,E,,,,,,,,,,\n")
		assert.Equal(t, c.faults, faultLines(faults), c.line)
		require.Len(t, actions, 1, c.line)
		assert.Equal(t, "Z", actions[0].ID)
	}
	actions, faults := readActions(t, plainCSV, "id,name,area\n"+long[:200]+",a,E\n")
	assert.Len(t, actions, 1)
	assert.Empty(t, faults.All)
	actions, faults = readActions(t, plainCSV, "id,name,area\nA,a,E\nB,b,E\nA,c,E\n")
	assert.Len(t, actions, 2)
	assert.Equal(t, `duplicate-action: line 4, id "A": line 2 has this ID too`, faultLines(faults))
}

// With a framework an area may be written by its name, where that is the name
// of one.
func TestReadActionsAreas(t *testing.T) {
	f := plainCSV
	f.Framework = must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "F", Name: "f", Source: "s", Areas: []strategy.Area{
		{Code: "1", Name: "Energy"}, {Code: "2", Name: "Waste and Water", NameKo: "자원·순환"}, {Code: "3", Name: "Energy"},
		{Code: "Energy-2", Name: "4"},
	}}))
	for area, want := range map[string]string{"1": "1", "자원 순환": "2", "WASTE and water": "2", "4": "Energy-2", "Energy-2": "Energy-2"} {
		actions, faults := readActions(t, f, "id,name,area\nA,a,"+area+"\n")
		require.Empty(t, faults.All, area)
		assert.Equal(t, want, actions[0].Area)
	}
	for area, says := range map[string]string{
		"Energy": `unknown-area: line 2, area "Energy": the name of several areas: write one of the codes 1, 3`,
		"-":      `unknown-area: line 2, area "-": no area of F: allowed are 1, 2, 3, Energy-2`,
		"":       `missing-field: line 2, area: it is needed`,
	} {
		_, faults := readActions(t, f, "id,name,area\nA,a,"+area+"\n")
		assert.Equal(t, says, faultLines(faults))
	}
}

func TestReadActionsMost(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,name,area\n")
	for i := range strategy.MaxActions + 1 {
		fmt.Fprintf(&b, "%d,a,E\n", i)
	}
	actions, faults := readActions(t, plainCSV, b.String())
	assert.Len(t, actions, strategy.MaxActions)
	assert.Equal(t, `action: line 10002, id "10000": at most 10000 actions are allowed`, faultLines(faults))
}

func TestWriteActionsRefuses(t *testing.T) {
	ok := strategy.Action{ID: "A", Name: "a", Area: "E", Source: "s"}
	for says, change := range map[string]func(*strategy.Action){
		`partners "x; y": it would not be read`: func(a *strategy.Action) { a.Partners = []strategy.Partner{{Body: "x; y"}} },
		`partners " x": it would not be read`: func(a *strategy.Action) {
			a.Partners = []strategy.Partner{{Body: " x",
				Role: strategy.CoLead}}
		},
		`partners "x": it would not be read`:     func(a *strategy.Action) { a.Partners = []strategy.Partner{{Body: "x", Role: 9}} },
		`codes "S:T:": it would not be read`:     func(a *strategy.Action) { a.Codes = []strategy.TaxonomyCode{{Taxonomy: "S:T"}} },
		`codes "S:": it would not be read`:       func(a *strategy.Action) { a.Codes = []strategy.TaxonomyCode{{Taxonomy: "S"}} },
		`requires "B; ": it would not be read`:   func(a *strategy.Action) { a.Requires = []string{"B", ""} },
		`excludes " B": it would not be read`:    func(a *strategy.Action) { a.Excludes = []string{" B"} },
		`into "B;": it would not be read`:        func(a *strategy.Action) { a.Into = []string{"B;"} },
		`links "": it would not be read`:         func(a *strategy.Action) { a.Links = []string{""} },
		`note "x\r\ny": it would not be read`:    func(a *strategy.Action) { a.Note = "x\r\ny" },
		`note "x ": it would not be read`:        func(a *strategy.Action) { a.Note = "x " },
		`line 2, not UTF-8 text`:                 func(a *strategy.Action) { a.Note = "\xff" },
		`within 200 lines`:                       func(a *strategy.Action) { a.Note = strings.Repeat("x\n", 250) + "x" },
		`longer than 10000 bytes`:                func(a *strategy.Action) { a.Note = "=" + strings.Repeat("x", 10_000) },
		`level "unknown level (9)": allowed are`: func(a *strategy.Action) { a.Level = 9 },
		`start "2024-02-30": write a day`:        func(a *strategy.Action) { a.Start = ghg.Date{Year: 2024, Month: 2, Day: 30} },
		`name: it is needed`:                     func(a *strategy.Action) { a.Name = "" },
		`end "2024-01-01": a continuous`: func(a *strategy.Action) {
			a.Continuous, a.End = true,
				ghg.Date{Year: 2024, Month: 1, Day: 1}
		},
		"a line without anything in it":              func(a *strategy.Action) { *a = strategy.Action{} },
		`lead "대구": it would not be read as it is`: func(a *strategy.Action) { a.Lead = "\u1103\u1162\u1100\u116e" },
	} {
		a := ok
		change(&a)
		err := sheet.WriteActions(&strings.Builder{}, []strategy.Action{a})
		assert.ErrorContains(t, err, says)
	}
	assert.ErrorContains(t, sheet.WriteActions(&strings.Builder{}, []strategy.Action{ok, ok}), "line 2 has this ID too")
	ok.Note = "=" + strings.Repeat("x", 9998)
	assert.NoError(t, sheet.WriteActions(&strings.Builder{}, []strategy.Action{ok}))
}

// However often a list says one thing, it is said once that it does.
func TestEqualItemsAreOneFault(t *testing.T) {
	for column, want := range map[string]string{
		"requires": `"a" is given 4900 times`,
		"excludes": `"a" is given 4900 times`,
		"codes":    `"a" and 4899 more: write taxonomy and code with a colon between them, as SDG:7`,
	} {
		_, report, err := sheet.ReadActions(strings.NewReader(equalItems(column, 3)), plainCSV)
		require.NoError(t, err)
		lines := map[int]int{}
		for _, f := range report.Faults.All {
			assert.Contains(t, f.Error(), want, column)
			lines[f.Line]++
		}
		assert.Equal(t, map[int]int{2: 1, 3: 1, 4: 1}, lines, column)
	}
	const several = "id,name,area,source,requires,codes\n1,x,E,s,b;a;b;c;a,SDG:7;SDG: 7;SDG:8;SDG:8;SDG:9;SDG:9\n"
	_, report, err := sheet.ReadActions(strings.NewReader(several), plainCSV)
	require.NoError(t, err)
	assert.Equal(t, `repeated: line 2, codes "SDG:7;SDG: 7;SDG:8;SDG:8;SDG:9;SDG:9": "SDG 7" is given twice, and 2 more are repeated
repeated: line 2, requires "b;a;b;c;a": "b" is given twice, and 1 more are repeated`, faultLines(report.Faults))
}
