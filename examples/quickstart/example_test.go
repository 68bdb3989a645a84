// Package quickstart holds the program that the README begins with.
package quickstart

import (
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Example() {
	file := strings.NewReader(`place,year,category,gas,mass,unit
대구,2022,I.1.1,CO2,612.5,천톤
대구,2022,I.1.1,CH4,55,t
대구,2022,II.1.1,CO2,2.05,Mt
대구,2022,III.1.1,CH4,9.8,kt
`)
	records, report, err1 := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	year := ghg.CalendarYear(2022)
	inv, findings, err2 := ghg.NewInventory("대구", year, ghg.FirstVintage, gpc.Scheme, records)
	basic, err3 := inv.Total(gpc.Basic, ghg.AR5)
	yearly, err4 := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	t, err5 := target.New(target.Definition{
		Name: "2030", Place: "대구", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("3.6 Mt"), Cut: ghg.MustShare("45%")},
	})
	p, err6 := t.Progress(2022, target.Linear, target.DefaultRules, yearly)
	if err := errors.Join(err1, report.Err(), err2, err3, err4, err5, err6); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(records), "records,", report.Faults.Len(), "faults,", findings.Len(), "findings")
	fmt.Println(basic.CO2e, "·", basic.Coverage)
	fmt.Println(p.Status, "· reduced by", p.Reduction.Percent(1), "· gap to the pathway", p.Gap)
	fmt.Println(p.Findings)
	// Output:
	// 4 records, 0 faults, 0 findings
	// 2938440 tCO2e (AR5) · 32 required: 3 reported, 29 gaps
	// ahead · reduced by 18.4% · gap to the pathway -121560 tCO2e (AR5)
	// 2022, incomplete-figure: the figure lacks required categories (32 required: 3 reported, 29 gaps): emissions may be higher, and it is no evidence of an achievement
}

// The README shows these programs, to the letter, in some 30 lines each.
func TestReadmeShowsTheExamples(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	for file, name := range map[string]string{"example_test.go": "Example", "faults_example_test.go": "Example_faults",
		"plan_example_test.go": "Example_plan"} {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		_, body, _ := strings.Cut(string(source), "func "+name+"() {\n")
		body, output, _ := strings.Cut(body, "\t// Output:\n")
		var shown strings.Builder
		for line := range strings.Lines(body) {
			shown.WriteString(strings.TrimPrefix(line, "\t"))
		}
		assert.Contains(t, string(readme), "```go\n"+shown.String()+"```", name)
		assert.LessOrEqual(t, strings.Count(shown.String(), "\n"), 40, name)
		for line := range strings.Lines(output) {
			if printed, found := strings.CutPrefix(line, "\t// "); found {
				assert.Contains(t, string(readme), printed, name)
			}
		}
	}
}
