package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func runWith(t *testing.T, stdin string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), status
}

func TestGolden(t *testing.T) {
	in := func(name string) string { return filepath.Join("testdata", name) }
	for _, c := range []struct {
		golden string
		status int
		args   []string
	}{
		{"suseong.txt", allRead, []string{in("suseong.csv")}},
		{"suseong.json", allRead, []string{"-json", in("suseong.csv")}},
		{"suseong_ar6.txt", allRead, []string{"-metric", "AR6", in("suseong.csv")}},
		{"suseong_declared.txt", hadFaults, []string{"-declared", in("suseong_totals.csv"), in("suseong.csv")}},
		{"broken.txt", hadFaults, []string{in("broken.csv")}},
		{"broken.json", hadFaults, []string{"-json", in("broken.csv")}},
		{"suseong_ko.txt", hadFaults, []string{"-lang", "ko", "-declared", in("suseong_totals.csv"), in("suseong.csv")}},
		{"suseong_ar6_ko.txt", allRead, []string{"-lang", "ko", "-metric", "AR6", in("suseong.csv")}},
		{"broken_ko.txt", hadFaults, []string{"-lang", "ko", in("broken.csv")}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			got, errs, status := runWith(t, "", c.args...)
			assert.Equal(t, c.status, status)
			assert.Empty(t, errs)
			path := in(c.golden + ".golden")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

// In Korean nothing is left in English but the names of columns and of views as files have them.
func TestKorean(t *testing.T) {
	asWritten := strings.Fields("place year category mass unit gas metric key explanation included in scheme scope fuel activity facility " +
		"variant tags status entry quality factor method source assumption file sha256 sheet line column as read note view " +
		"territorial Jung gu Nam MT recomputed e1000000000")
	for _, args := range [][]string{
		{"testdata/suseong.csv"}, {"-metric", "AR6", "testdata/suseong.csv"},
		{"-declared", "testdata/suseong_totals.csv", "testdata/suseong.csv"},
		{"testdata/broken.csv"},
	} {
		out, errs, _ := runWith(t, "", append([]string{"-lang", "ko"}, args...)...)
		assert.Empty(t, korean.English(out, append(asWritten, "CSVFormat", "Thousands")...), args)
		assert.Empty(t, errs)
	}
	for _, args := range [][]string{{"a.csv", "b.csv"}, {"-metric", "AR9"}, {"no/such/file.csv"}, {"-delimiter", ";;"}, {"-status", "guessed"}} {
		_, errs, status := runWith(t, "place,year,category,mass,unit\n", append([]string{"-lang", "ko"}, args...)...)
		assert.Equal(t, wrongUse, status, args)
		assert.Empty(t, korean.English(errs, strings.Fields("inventory delimiter tab guessed no such file csv "+
			"AR5Split AR5Feedback AR6Single actual provisional estimated nowcast projected")...), args)
	}
	_, _, status := runWith(t, "", "-lang", "fr")
	assert.Equal(t, wrongUse, status)
}

func TestStandardInput(t *testing.T) {
	out, _, status := runWith(t, "place,year,category,mass,unit\nD,2018,I.1.1,5,t\n", "-json")
	assert.Equal(t, allRead, status)
	var d document
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	assert.Equal(t, "D", *d.Place)
	assert.Equal(t, 2018, *d.Year)
	assert.Equal(t, "unstated", *d.Metric)
	assert.Equal(t, "5", *d.Totals["BASIC"])
	assert.Equal(t, "5", *d.Sectors["Stationary energy"]["BASIC"])
	assert.Nil(t, d.Sectors["Waste"]["territorial"], "nothing is reported there, which is not 0")
	assert.NotContains(t, d.Sectors["IPPU"], "BASIC", "IPPU is not in BASIC")
}

// A year as measured and as planned is withheld, unless it is said which counts.
func TestStatuses(t *testing.T) {
	const file = "place,year,category,mass,unit,status\nD,2021,I.1.1,7455,kt,actual\nD,2021,I.1.1,7455,kt,projected\n"
	out, _, _ := runWith(t, file, "-json")
	assert.Contains(t, out, `"totals":{"BASIC":null,`)
	assert.Contains(t, out, "alternatives and never added")
	assert.Contains(t, out, "as in -status actual")
	assert.NotContains(t, out, "ask for a metric")
	out, _, _ = runWith(t, file, "-json", "-status", "actual,estimated")
	assert.Contains(t, out, `"totals":{"BASIC":"7455000",`)
	for _, wrong := range []string{"guessed", "actual,actual"} {
		_, errs, status := runWith(t, file, "-status", wrong)
		assert.True(t, status == wrongUse && errs != "" || status == hadFaults, wrong)
	}
}

// An inventory that only says what it does not estimate has no total, and its zeros
// beside the keys are none.
// Two ways to one figure are never added: one is chosen, and the views say which.
func TestVariants(t *testing.T) {
	const file = "place,year,category,mass,unit,metric,variant\n" +
		"D,2021,II.1.1,310,kt,AR5,fuel-based\nD,2021,II.1.1,287,kt,AR5,distance-based\n"
	out, _, _ := runWith(t, file, "-metric", "AR5")
	assert.Contains(t, out, "withheld")
	for variant, want := range map[string]string{"fuel-based": "310,000", "distance": "287,000", "distance-based,location-based": "287,000"} {
		out, errs, status := runWith(t, file, "-metric", "AR5", "-variant", variant)
		assert.True(t, status == allRead && errs == "" && !strings.Contains(out, "withheld"), variant)
		assert.Contains(t, out, want)
		assert.Contains(t, out, "BASIC, "+strings.SplitN(variant, "-", 2)[0]+"-based")
	}
	for _, wrong := range []string{"guessed", "fuel-based market"} {
		_, errs, status := runWith(t, file, "-variant", wrong)
		assert.Equal(t, wrong == "guessed", status == wrongUse && errs != "", wrong)
	}
	path := filepath.Join(t.TempDir(), "declared.csv")
	require.NoError(t, os.WriteFile(path, []byte("place,year,view,mass,unit\nD,2021,\"BASIC, fuel-based\",311,kt\n"), 0o600))
	out, _, _ = runWith(t, file, "-metric", "AR5", "-variant", "fuel-based", "-declared", path, "-lang", "ko")
	assert.Contains(t, out, "연료기반")
	assert.NotContains(t, out, "fuel-based, ")
}

func TestMetricIsAskedFor(t *testing.T) {
	out, _, _ := runWith(t, "place,year,category,gas,mass,unit\nD,2018,III.1.1,CH4,5,t\nD,2018,I.1.1,,5,t\n")
	assert.Contains(t, out, "ask for a metric, as in -metric AR5")
}

func TestNothingReportedIsNoZero(t *testing.T) {
	const file = "place,year,category,mass,unit,key,explanation\nD,2018,I.1.1,0,t,NE,no data\nD,2018,II.1.1,,,NE,no data\n"
	out, _, status := runWith(t, file, "-json")
	assert.Equal(t, allRead, status)
	var d document
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	assert.Contains(t, d.Totals, "BASIC")
	assert.Nil(t, d.Totals["BASIC"])
	assert.NotContains(t, out, `"BASIC":"0",`)
	text, _, _ := runWith(t, file)
	assert.Regexp(t, `total +– +– +–`, text)
}

func TestWithheldTotalIsNull(t *testing.T) {
	out, _, status := runWith(t,
		"place,year,category,mass,unit,metric\nD,2018,I.1.1,5,t,AR5\nD,2018,I.1.1,2,t,AR5\nD,2018,III.1.1,7,t,AR4\n", "-json")
	assert.Equal(t, allRead, status, "findings alone do not change the status")
	var d document
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	assert.Equal(t, "AR5", *d.Metric)
	assert.Nil(t, d.Totals["BASIC"])
	assert.Contains(t, d.Totals, "BASIC")
	assert.Equal(t, "7", *d.Sectors["Stationary energy"]["BASIC"])
	assert.Nil(t, d.Sectors["Waste"]["BASIC"])
	var lines []int
	for _, f := range d.Findings {
		if f.Code == "cannot-join" {
			lines = append(lines, f.Line)
		}
	}
	assert.Equal(t, []int{4}, lines, "listed once")
}

func TestFiscalYear(t *testing.T) {
	out, _, _ := runWith(t, "place,year,category,mass,unit\nD,2018-04-01/2019-03-31,I.1.1,5,t\n", "-json")
	var d document
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	assert.Equal(t, 2018, *d.Year)
	assert.Equal(t, "2018-04-01/2019-03-31", d.Period)
}

func TestHelp(t *testing.T) {
	_, errs, status := runWith(t, "", "-h")
	assert.Equal(t, allRead, status)
	assert.Contains(t, errs, "-declared")
}

// A header without records is told from a file that was read in full.
func TestNoRecords(t *testing.T) {
	out, _, status := runWith(t, "place,year,category,mass,unit\n", "-json")
	assert.Equal(t, allRead, status)
	assert.Contains(t, out, `"code":"no-records"`)
}

// A line that cannot be placed marks every total of the file.
func TestUnplacedFaultMarksTotals(t *testing.T) {
	out, _, status := runWith(t, "place,year,category,mass,unit\nD,2018,I.1.1,5,t\n\xff,2018,I.1.2,5,t\n", "-json")
	assert.Equal(t, hadFaults, status)
	first, _, _ := strings.Cut(out, "\n")
	assert.Contains(t, first, `"code":"lines-not-read"`)
}

// One number out of bounds costs its line, not the inventory.
func TestOneBadNumber(t *testing.T) {
	out, _, status := runWith(t, "place,year,category,mass,unit\nD,2018,I.1.1,5,t\nD,2018,I.1.2,1e30,Mt\n", "-json")
	assert.Equal(t, hadFaults, status)
	assert.Contains(t, out, `"BASIC":"5"`)
	assert.Contains(t, out, `"code":"number","line":3`)
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{
		{"a.csv", "b.csv"}, {"-metric", "AR9"}, {"-nonsense"}, {"no/such/file.csv"}, {"-declared", "no/such/file.csv"},
		{"-delimiter", ";;"}, {"-delimiter", ""}, {"-delimiter", "§"}, {"-delimiter", "5"}, {"-decimal-comma"},
	} {
		out, errs, status := runWith(t, "place,year,category,mass,unit\n", args...)
		assert.Equal(t, wrongUse, status, args)
		assert.NotEmpty(t, errs, args)
		assert.Empty(t, out, args)
	}
}

func TestDelimiterAndDecimalComma(t *testing.T) {
	dir := t.TempDir()
	for delimiter, name := range map[string]string{";": ";", "\t": "tab"} {
		write := func(file, text string) string {
			path := filepath.Join(dir, file)
			require.NoError(t, os.WriteFile(path, []byte(strings.ReplaceAll(text, "|", delimiter)), 0o644))
			return path
		}
		records := write("records.csv", "place|year|category|mass|unit\nD|2018|I.1.1|12,5|t\nD|2018|I.1.2|1.5|t\n")
		totals := write("totals.csv", "place|year|view|mass|unit\nD|2018|BASIC|12,7|t\n")
		out, errs, status := runWith(t, "", "-json", "-delimiter", name, "-decimal-comma", "-declared", totals, records)
		assert.Equal(t, hadFaults, status)
		assert.Empty(t, errs)
		var d document
		require.NoError(t, json.Unmarshal([]byte(out), &d))
		assert.Equal(t, "12.5", *d.Totals["BASIC"])
		require.Len(t, d.Faults, 1)
		assert.Equal(t, "number", d.Faults[0].Code, "the other mark is no mark")
		assert.Equal(t, 3, d.Faults[0].Line)
		assert.Contains(t, out, `"code":"total-mismatch","line":2,"file":"totals.csv"`)
	}
}

// Remarks on records that were in another file before are of its lines, and name it:
// line 2 of this file is another record.
func TestLinesOfAnotherFile(t *testing.T) {
	text := "place,year,category,mass,unit,metric,file,file_line,key\n" +
		"D,2018,I.1.1,5,t,AR5,,,\nD,2018,I.1.1,6,t,AR5,,,\n" +
		"E,2018,I.1.2,7,t,AR4,waste.xlsx,2,\nE,2018,I.1.2,7,t,AR4,heat.xlsx,2,\nE,2018,I.1.2,9,t,AR4,heat.xlsx,,\n" +
		"E,2018,II.1.1,-1,t,AR4,waste.xlsx,3,\nE,2018,III.1.1,,,,waste.xlsx,4,ne\n"
	path := filepath.Join(t.TempDir(), "records.csv")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	out, _, status := runWith(t, "", "-json", "-metric", "AR5", path)
	assert.Equal(t, allRead, status)
	place := func(line string) (files []string, d document) {
		require.NoError(t, json.Unmarshal([]byte(line), &d))
		for _, f := range d.Findings {
			if f.Code == "cannot-join" || f.Code == "negative-value" {
				files = append(files, fmt.Sprint(f.Line, " ", f.File))
			}
		}
		return files, d
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.NotEmpty(t, lines)
	files, d := place(lines[0])
	assert.Equal(t, "D", *d.Place)
	assert.Empty(t, files, "nothing is wrong with the lines of this file")
	files, d = place(lines[1])
	assert.Equal(t, "E", *d.Place)
	assert.Equal(t, []string{"3 waste.xlsx", "2 waste.xlsx", "2 heat.xlsx", "0 heat.xlsx", "3 waste.xlsx"}, files[:5])
	require.Len(t, lines, 3)
	assert.Contains(t, lines[2], `{"place":null,`)
	assert.Contains(t, lines[2], `{"code":"key-normalised","line":8,"detail":"III.1.1:`, "what the reader remarks is of its own lines")
}

func TestManyFaultsAreCounted(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	text := "place,year,category,mass,unit\n" + strings.Repeat("D,2018,X,5,t\n", mostFaults+3)
	out, _, status := runWith(t, text, "-json")
	assert.Equal(t, hadFaults, status)
	assert.Contains(t, out, "3 more faults are not listed")
}

func TestManyFindingsAreCounted(t *testing.T) {
	text := "place,year,category,mass,unit,key,explanation\n"
	for i := range 1002 {
		text += fmt.Sprintf("D,2018,I.1.1,,,IE (X%d),why\n", i)
	}
	out, _, status := runWith(t, text, "-json")
	assert.Equal(t, allRead, status)
	assert.Contains(t, out, `"code":"more-findings"`)
}
