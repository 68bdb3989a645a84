package main

import (
	"bytes"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/strategytest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func told(t *testing.T, args ...string) string {
	var out, errs bytes.Buffer
	require.Zero(t, run(append([]string{"-dir", "data"}, args...), &out, &errs), errs.String())
	return out.String()
}

// Programs side by side come to what each comes to alone: what packages keep for all is read
// and made by several goroutines.
func TestSideBySide(t *testing.T) {
	var group sync.WaitGroup
	languages := []string{"en", "ko", "en"}
	texts := make([]bytes.Buffer, len(languages))
	for i, lang := range languages {
		group.Add(1)
		go func() {
			defer group.Done()
			run([]string{"-dir", "data", "-lang", lang}, &texts[i], io.Discard)
		}()
	}
	group.Wait()
	for i, lang := range languages {
		isGolden(t, texts[i].String(), filepath.Join("testdata", lang+".golden"))
	}
}

// The town has another tree, other areas and units, and none of the optional files.
func TestGolden(t *testing.T) {
	for _, of := range [][2]string{{"data", ""}, {"testdata/town", "town."}} {
		for _, lang := range []string{"en", "ko"} {
			isGolden(t, told(t, "-dir", of[0], "-lang", lang), filepath.Join("testdata", of[1]+lang+".golden"))
		}
	}
}

func isGolden(t *testing.T, got, path string) {
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

// Figures that were worked out by hand.
func TestFigures(t *testing.T) {
	text := told(t)
	for why, want := range map[string]string{
		"2018: 4286 + 2797 + 1450 + 326 + 119 + 574":                     "2018  gross 9552.0 kt",
		"2018, net: 9552 - 15.9":                                         "net 9536.1 kt",
		"2023, as 2018: sum":                                             "2023  gross 8623.0 kt",
		"reduction: 929 / 9552":                                          "9.73%",
		"population, two points: 929/ln(9552/8623) × ln(1459/1419)":      "-252.4 ktCO2e (AR5) by population",
		"above the line: 9552 - 4298.4 × 5/12 = 7761; 8623 - 7761":       "862000 t",
		"budget: (60000 - 8819 - 8623) / 8623 = 4.935":                   "2028.93",
		"B-1 in 2030: 7 years × 60000 m2 × 0.00459 t":                    "B-1 Green remodelling of public buildings 1.9 kt",
		"grid: (5535586 + 122214 + 2719866) MWh × (0.4173 - 0.2864)":     "the grid alone is worth 1096.6 kt",
		"BAU: 8377666 MWh × 0.2864 + 5288 kt":                            "without it 7687.4 kt",
		"gap: 7019.3 - 9552 × 55 %":                                      "1765.7 ktCO2e (AR5) are missing",
		"citizens: (134400 × 75.1 kg + 294000 × 45 kWh × 0.2864) × 80 %": "net 11.1 ktCO2e (AR5)",
		"break-even: (20000 / 80 % + 4507.7) / 66107":                    "44.6%",
		// 12 × 95 % × 4.98; 18 × 95 % × 4.2; 15 × 95 % × 3.3; 9 × (95 % × 1.5 - 5 % × 0.75).
		"trees: 56.77 + 71.82 + 47.03 + 12.49; × 80 %":               "188 tCO2e (AR5), 150 tCO2e (AR5) of it claimable",
		"T-1 of 2025: 3300 / 3400; 5900 / 6200":                      "Electric cars: quantity 97.1%, reduction 95.2%, spent 38 bn KRW (nominal): on track",
		"what the Korean units were made with: 0.4781 / 0.3799":      "0.3799 tCO2e (AR5)/MWh of 가정: 2030년까지 매년 0.0187씩 하락: +25.8%",
		"national money of 2025 in spent.csv; 268867 / 276700":       "executed 268.87 bn KRW (nominal) (97.2%)",
		"managed in 2023: 8623 - 509 + 164":                          "managed 8278.0 ktCO2e",
		"managed in 2030: 7687.4 - 494 × 100/480 - 779.0 × 245/1100": "without the plan 7410.9 kt",
		"two with 45 %":                  "joint rank 1 of 6",
		"all money of budget.csv":        "budget of the plan: 3.9571 tn KRW (nominal)",
		"private: 7441 억원 of budget.csv": "private 744.1 bn KRW",
		// People ln(1400/1419), output a head ln(452/441 × 1419/1400), on 224/ln(8623/8399).
		"top-down: -114.7 + 324.4 + 224": "top-down 433.7 ktCO2e (AR5)",
	} {
		assert.Contains(t, text, want, why)
	}
}

// Figures of the town, by hand.
func TestTown(t *testing.T) {
	text := told(t, "-dir", "testdata/town")
	for why, want := range map[string]string{
		"2017: 162 + 61 + 112 + 78; less 214":         "2017  gross 413.0 ktCO2e (SAR), net 199.0 kt",
		"BAU of 2035: 141 + 52 + 248 × 0.25 + 56":     "without it 311.0 kt",
		"half of the heat pumps' cut is added again":  "Living 5.9 kt", // 2500 × (3.1 - 2.9 × 0.25)
		"shares of a source: 40 % of 52":              "Wood pellets in greenhouses 20.8 kt",
		"grid: 248 × (0.4329 - 0.25)":                 "the grid alone is worth 45.4 kt",
		"heat pumps: 7.25 × (0.4329 - 0.25)":          "changes what the plan cuts by 1.3 kt",
		"three years late: (12000 - 9600) × 0.8":      "the cut of 2035 changes by -1.9 kt",
		"what 농-2 costs; 1520 and 450 are the others": "with 1: 20.8 ktCO2e (SAR)",
		"2100 / 2000": "quantity 105.0%",
	} {
		assert.Contains(t, text, want, why)
	}
	for _, no := range []string{"citizens in", "trees of", "answers for", "peers"} {
		assert.NotContains(t, text, no)
	}
}

// Another city is put in its place by its files alone.
func TestAnotherCity(t *testing.T) {
	files, err := fs.ReadDir(os.DirFS("data"), ".")
	require.NoError(t, err)
	other := fstest.MapFS{}
	for _, f := range files {
		text, err := os.ReadFile(filepath.Join("data", f.Name()))
		require.NoError(t, err)
		other[f.Name()] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(text), "광주", "가람"))}
	}
	var out bytes.Buffer
	require.NoError(t, tell(page{&out, words.Korean}, other))
	assert.Contains(t, out.String(), "1. 가람의 배출량")
	assert.NotContains(t, out.String(), "광주")
	// What is at fault in a file is said, and not what comes of it; a column that is not read is remarked on.
	rules := other["rules.csv"]
	other["rules.csv"] = &fstest.MapFile{Data: bytes.Replace(rules.Data, []byte("시설번호"), []byte("시설 번지"), 1)}
	err = tell(page{&out, words.English}, other)
	assert.ErrorContains(t, err, "rules.csv: line 3")
	assert.NotContains(t, err.Error(), "no rule meets it")
	other["rules.csv"] = rules
	peers := other["peers.csv"]
	other["peers.csv"] = &fstest.MapFile{Data: bytes.Replace(peers.Data, []byte("출처"), []byte("출처 주소"), 1)}
	out.Reset()
	require.NoError(t, tell(page{&out, words.English}, other))
	assert.Contains(t, out.String(), `peers.csv, column-not-read: the column "출처 주소" is not read`)
	other["peers.csv"] = peers
	for name := range other { // every file is needed, as city.csv says that it is there
		kept := other[name]
		delete(other, name)
		assert.ErrorContains(t, tell(page{&out, words.Korean}, other), name)
		other[name] = kept
	}
}

func TestRefused(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-lang", "fr"}, &out, &errs))
	assert.Equal(t, 2, run([]string{"more"}, &out, &errs))
	assert.Equal(t, 0, run([]string{"-h"}, &out, &errs))
	assert.Equal(t, 1, run([]string{"-dir", "nowhere"}, &out, &errs))
	errs.Reset()
	assert.Equal(t, 1, run([]string{"-dir", "nowhere", "-lang", "ko"}, &out, &errs))
	assert.Contains(t, errs.String(), "city: ")
	err := tell(page{&out, words.English}, fstest.MapFS{"city.csv": {Data: []byte("item,value,source\nplace,Garam,\nmetric,AR9,\n")}})
	assert.ErrorContains(t, err, "city.csv")
	err = tell(page{&out, words.English}, fstest.MapFS{"city.csv": {Data: []byte("item,value,source\nplace,Garam,\nplace,Nuri,\n")}})
	assert.ErrorContains(t, err, `city.csv: line 3, item "place": it is given twice`)
}

// In Korean nothing is left in English but names.
func TestKorean(t *testing.T) {
	for _, folder := range []string{"data", "testdata/town"} {
		assert.Empty(t, korean.English(told(t, "-dir", folder, "-lang", "ko")), folder)
	}
	for file, text := range map[string]string{
		"no such metric": "item,value,source\nplace,가람,\nmetric,AR9,\n", "an item twice": "item,value,source\nplace,가람,\nplace,가람,\n",
		"nothing": "", "no value": "item,value,source\nplace,,\n",
	} {
		err := tell(page{io.Discard, words.Korean}, fstest.MapFS{"city.csv": {Data: []byte(text)}})
		require.Error(t, err, file)
		assert.Empty(t, korean.English(spoken.Text(words.Korean, err),
			"item", "value", "place", "metric", "plan", "AR5Split", "AR5Feedback", "AR6Single"), file)
	}
}

// The plans of both folders are read back from their documents, and come to the same.
func TestPlansThroughJSON(t *testing.T) {
	for _, dir := range []string{"data", "testdata/town"} {
		c, err := open(os.DirFS(dir))
		require.NoError(t, err)
		strategytest.ReadBack(t, c.plan, c.base, strategy.JSONFormat{Views: []ghg.View{c.gross.View(), c.net.View()}})
	}
}
