package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func told(t *testing.T, text string, lang words.Language) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, tell(&out, strings.NewReader(text), lang))
	return out.String()
}

// The texts in both languages, of which the README shows the Korean one.
func TestGolden(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	for _, lang := range []words.Language{words.English, words.Korean} {
		out, path := told(t, file, lang), filepath.Join("testdata", lang.String()+".golden")
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(out), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, string(want), out)
		assert.Equal(t, lang == words.Korean, strings.Contains(string(readme), "```text\n"+out+"```"))
	}
}

// Worked out by hand from the file, in 천톤.
func TestFigures(t *testing.T) {
	english, korean := told(t, file, words.English), told(t, file, words.Korean)
	for _, want := range []string{
		// 2018: power 410, industry 96.4, road by distance 251.3, rail 2.6, buildings 64.2 + 121.7, farm fuel 3.9,
		// fugitive 1.4, HFCs 18.5, agriculture 2.3 + 1.9 + 1.6 + 2.7 + 0.4 + 0.1 + 0.2, treatment 14.8 + 3.7 + 21.5
		"2018  1019.2",
		"2018  980.6", // 1019.2 - 38.6 of forests
		// 건물 64.2 + 121.7 + 318.6 + 142.9 + 6.4 + 13.2 = 667, 수송 251.3 + 1.1 = 252.4,
		// 농축산 2.3 + 1.9 + 1.6 + 2.7 + 0.1 + 0.2 = 8.8 without burning, 폐기물 as generated 44.7
		"2018  972.9",
		"2018  934.3", // 972.9 - 38.6
		// 2021: 388.5 + 90.1 + 236.8 + 2.1 + 58.9 + 117.3 + 3.6 + 1.3 + 21.2 + 8.6 + 40.1
		"2021  968.5",
		"2021  931.3", // 968.5 - 37.2
		"2021  932.5", // 642.2 + 239.7 + 8.3 + 42.3
		"2021  895.3", // 932.5 - 37.2
		// 2022: 402.7 + 88.3 + 229.4 + 2.2 + 57.1 + 112.8 + 3.5 + 1.2 + 22 + 8.1 + 40.6
		"2022  967.9",
		"2022  931.4",     // 967.9 - 36.5: net emissions rose where gross ones fell
		"2022  911.7",     // 629.4 + 233.6 + 7.8 + 40.9
		"2022  875.2",     // 911.7 - 36.5
		"10.04%",          // (972.9 - 875.2)/972.9, from gross to net
		"25.11%",          // 97.7/(972.9 × 0.4)
		"32020 tCO2e",     // 875.2 - (972.9 - 389.16 × 4/12) = 875.2 - 843.18
		"9.92%",           // 38.6/389.16: there before anything was cut
		"37.5%",           // 1 - 583.74/934.3, from net to net,
		"16.9%",           // of which (934.3 - 875.2)/(934.3 - 583.74) is achieved in a third of the time
		"33", "34", "15;", // required lines of gross and net, and none of the managed authority lacks a number
	} {
		assert.Contains(t, english, strings.Replace(want, "15;", "15 required", 1))
		assert.Contains(t, korean, strings.NewReplacer("15;", "필수 15개", "1019.2", "1,019.2천톤").Replace(want))
	}
	for _, code := range []string{target.FindingTwoViews, ghg.FindingNotActual} { // 2022 is provisional
		name, _ := words.CodeName(code)
		assert.Contains(t, english, code+": ")
		assert.Contains(t, korean, name.Ko+": ")
	}
	assert.Equal(t, 2, strings.Count(english, "6.3% reduced")) // 61.2/972.9 and 59.1/934.3
	assert.Equal(t, 2, strings.Count(korean, "6.3% 감축"))
}

// The file has road transport by distance and by fuel, and waste where it is treated and
// where it is generated: no total has both.
func TestAlternativesAreNotAdded(t *testing.T) {
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gir.Scheme})
	require.NoError(t, errors.Join(err, report.Err()))
	for _, r := range records {
		assert.Contains(t, r.Place, "(가상)", "the district is made up, and says so on every line")
		assert.Equal(t, "가상의 자료", r.Evidence.Definition().Source)
	}
	inventories, _, err := ghg.Inventories(records, gir.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	require.Len(t, inventories, 3)
	_, err = inventories[2].Total(gir.Gross, ghg.AR5)
	var variants *ghg.VariantError
	require.ErrorAs(t, err, &variants)
	byFuel, err := gir.Gross.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	total, err := inventories[2].Total(byFuel, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "955700 tCO2e (AR5)", total.CO2e.String()) // 967.9 - 229.4 + 217.2
}

// The totals of every year and the progress replay, and any digit changed in them is told.
func TestDerivations(t *testing.T) {
	records, _, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gir.Scheme})
	require.NoError(t, err)
	inventories, _, err := ghg.Inventories(records, gir.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	var all []derivation.Derivation
	var series []ghg.Yearly
	for _, view := range []ghg.View{gir.Gross, gir.Net, gir.ManagedWithoutSinks, gir.ManagedWithSinks} {
		view, err := view.WithVariant(ghg.DistanceBased)
		require.NoError(t, err)
		yearly, err := ghg.YearlyOf(view, ghg.AR5, inventories...)
		require.NoError(t, err)
		for f := range yearly.All() {
			d, found := f.Explain()
			require.True(t, found)
			all = append(all, d)
		}
		series = append(series, yearly)
	}
	goal, err := target.New(target.Definition{Name: "2030", Place: series[3].Place(), Due: 2030, Metric: ghg.AR5,
		Views: target.Views{Base: series[2].View(), Due: series[3].View()},
		Goal:  target.BaseYear{Year: 2018, Base: ghg.MustMass("972.9 천톤"), Cut: ghg.MustShare("40%")}})
	require.NoError(t, err)
	p, err := goal.Progress(2022, target.Linear, target.DefaultRules, series[2], series[3])
	require.NoError(t, err)
	tally := derivationtest.Tampered(t, append(all, p.Explain())...)
	t.Logf("%+v", tally)
	assert.Equal(t, 4*3+1, tally.Derivations)
	assert.Positive(t, tally.Named)
	assert.Positive(t, tally.Silent)
}

// What could not be read is told, and no total of the rest.
func TestFaultsAreTold(t *testing.T) {
	broken := strings.Replace(file, "410,천톤", "41o,천톤", 1)
	broken = strings.Replace(broken, "농업-C.벼재배", "농업-X.벼재배", 1)
	var out bytes.Buffer
	err := tell(&out, strings.NewReader(broken), words.Korean)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, 2, faults.Len())
	assert.Contains(t, err.Error(), `line 2, 배출량 "41o"`)
	assert.Contains(t, err.Error(), `line 14, 배출원 "농업-X.벼재배"`)
	assert.Empty(t, out.String())
}

// Remarks of the reader are told, a base that the file has another figure for too, and a
// line that is missing from one year.
func TestFindingsAreTold(t *testing.T) {
	other := strings.Replace(file, "출처", "비고", 1)
	other = strings.Replace(other, "2018,농업-C.벼재배,1.6", "2018,농업-C.벼재배,2.6", 1)
	other = strings.Replace(other, "2022,농업-H.요소시용,0.1,천톤", "2022,농업-H.요소시용,,천톤", 1)
	english, korean := told(t, other, words.English), told(t, other, words.Korean)
	for _, code := range []string{"column-not-read", "base-year-differs", "missing-value", "incomplete-figure"} {
		name, _ := words.CodeName(code)
		assert.Contains(t, english, code+": ")
		assert.Contains(t, korean, name.Ko+": ")
	}
	assert.Contains(t, korean, "빠짐 1")
}

// A file without a number in a view gives no figure of it, and says so.
func TestNoFigure(t *testing.T) {
	var out bytes.Buffer
	err := tell(&out, strings.NewReader("지역,연도,배출원,배출량,단위\n가람구(가상),2018,M.2,1,천톤CO2eq\n"), words.English)
	assert.ErrorIs(t, err, ghg.ErrNothingReported)
}

// The user's own code: all below the imports that is neither blank nor a comment.
func TestTheProgramIsShort(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	assert.Equal(t, []string{"main.go", "main_test.go"}, files)
	source, err := os.ReadFile("main.go")
	require.NoError(t, err)
	_, body, found := strings.Cut(string(source), "\n)\n")
	require.True(t, found)
	n := 0
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			n++
		}
	}
	assert.LessOrEqual(t, n, 40)
	assert.Greater(t, n, 30, "it was counted")
}

// In Korean nothing is left in English.
func TestKorean(t *testing.T) {
	assert.Empty(t, korean.English(told(t, file, words.Korean)))
	err := tell(io.Discard, strings.NewReader(strings.Replace(file, "410,천톤", "41o,천돈", 1)), words.Korean)
	require.Error(t, err)
	assert.Empty(t, korean.English(spoken.Text(words.Korean, err), "41o"))
}
