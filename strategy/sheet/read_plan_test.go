package sheet_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// townFiles are the files of the example's town in one folder.
func townFiles() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{"actions.csv": file(strings.ReplaceAll(townActions, "구상", "승인")), "effects.csv": file(townEffects),
		"baseline.csv": file(townBaseline + "I.1.2,전력,2030,7,천톤\n"),
		"factors.csv":  file("계수,단위,출처,2030\n전력,tCO2eq/MWh,전망,0.3\n"),
		"quantifications.csv": file("관리번호,정량번호,항목,모니터링인자,단위,집계방식,배출원,연료,단위당절감량,절감단위,계수,계수연도,출처,2030\n" +
			"T-2,1,목표물량,참여자,명,연간 활동량,,,,,,,기후계획 2024,1500\nT-2,1,단위효과,,,,I.1.2,전력,20,kWh,전력,해당연도,,\n"),
		"tasks.csv":  file("관리번호,단계,단계명,세부과제번호,세부과제명,기한,가중치,이행상태\nB-1,2026,2026년까지,1,설계,2025-06-30,4,진행중\n"),
		"budget.csv": file("관리번호,연도,재원,금액,단위\nB-1,2026,국비,3,억원\n"),
		"spent.csv":  file("관리번호,연도,집행액,출처\nB-1,2026,2억원,결산\n")}
}

func folderOfTown() (sheet.Format, sheet.Plan) {
	format := townFormat()
	return format, sheet.Plan{
		Portfolio: strategy.PortfolioDefinition{Name: "기후계획", Place: "군위읍", View: gpc.Basic, Metric: ghg.AR5, Through: 2030},
		Baseline:  strategy.BaselineDefinition{Name: "배출전망", Place: "군위읍", View: gpc.Basic, Metric: ghg.AR5, Source: "배출전망 2024"}}
}

var townNames = sheet.Files{Actions: "actions.csv", Factors: "factors.csv", Effects: "effects.csv", Quantifications: "quantifications.csv",
	Tasks: "tasks.csv", Budget: "budget.csv", Spending: "spent.csv", Baseline: "baseline.csv"}

// The files of a plan lie in one folder: what they say becomes a portfolio and what would
// be emitted without it.
func ExampleReadPlan() {
	format, town := folderOfTown()
	read, err := sheet.ReadPlan(townFiles(), sheet.Files{Actions: "actions.csv", Factors: "factors.csv", Effects: "effects.csv",
		Quantifications: "quantifications.csv", Baseline: "baseline.csv"}, format, town)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, _, err := strategy.NewPortfolio(read.Portfolio)
	if err != nil {
		fmt.Println(err)
		return
	}
	base, err := strategy.NewBaseline(read.Baseline)
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	fmt.Println(plan.Len(), "actions:", y.Baseline(), "−", y.Reduction(), "=", y.Emissions())
	// 29850 t as without the electricity of T-2: 1500 × 20 kWh × 0.3 are 9 t more.

	_, err = sheet.ReadPlan(townFiles(), sheet.Files{Actions: "actions.csv", Baseline: "bau.csv"}, format, town)
	fmt.Println(err)
	// Output:
	// 4 actions: 107000 tCO2e (AR5) − 29859 tCO2e (AR5) = 77141 tCO2e (AR5)
	// open bau.csv: file does not exist
}

func TestReadPlan(t *testing.T) {
	format, town := folderOfTown()
	read, err := sheet.ReadPlan(townFiles(), townNames, format, town)
	require.NoError(t, err)
	assert.Empty(t, town.Portfolio.Actions)
	require.Len(t, read.Portfolio.Actions, 4)
	a := read.Portfolio.Actions
	assert.Equal(t, []int{1, 1, 1, 1}, []int{len(a[0].Phases), len(a[0].Budget), len(a[0].Spent), len(a[3].Quantifications)})
	assert.Equal(t, format.Framework, read.Portfolio.Framework)
	assert.Len(t, read.Named.Factors, 1)
	assert.Len(t, read.Baseline.Sources, 3)

	// What is given comes first, and the caller's slices stay as they were.
	given := make([]strategy.Action, 1, 8)
	given[0] = strategy.Action{ID: "X-1", Name: "x", Area: "B", Source: "s"}
	town.Portfolio.Actions, town.Portfolio.Framework = given, format.Framework
	format.Framework = strategy.Framework{}
	read, err = sheet.ReadPlan(townFiles(), townNames, format, town)
	require.NoError(t, err)
	assert.Len(t, read.Portfolio.Actions, 5)
	assert.Empty(t, given[:2][1].ID)

	_, err = sheet.ReadPlan(townFiles(), sheet.Files{}, format, town)
	assert.ErrorContains(t, err, "the name of the file of its actions")
	for name := range townFiles() {
		files := townFiles()
		delete(files, name)
		_, err = sheet.ReadPlan(files, townNames, format, town)
		assert.ErrorIs(t, err, fs.ErrNotExist, name)
		files = townFiles()
		files[name].Data = append(files[name].Data, "?,?,?,?,?,?,?\n"...)
		_, err = sheet.ReadPlan(files, townNames, format, town)
		assert.ErrorContains(t, err, name+": ", name)
	}

	// A remark names its file.
	files := townFiles()
	files["tasks.csv"].Data = []byte("관리번호,단계,단계명,세부과제번호,세부과제명,기한,가중치,이행상태,색\nB-1,2026,2026년까지,1,설계,2025-06-30,4,진행중,파랑\n")
	format, town = folderOfTown()
	read, err = sheet.ReadPlan(files, townNames, format, town)
	require.NoError(t, err)
	require.Equal(t, 1, read.Findings.Len())
	assert.Contains(t, fmt.Sprint(read.Findings), "tasks.csv")
}
