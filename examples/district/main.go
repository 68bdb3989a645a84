// Command district takes the inventory of a district (구·시·군) from a file with Korean
// headers to what its plan and its annual check state: 총배출량, 순배출량, 관리권한 배출량
// without and with sinks, and progress from the base year.
//
//	go run ./examples/district [-lang en|ko]
//
// The district does not exist: its figures are made up, and so is its target.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
)

//go:embed data/garam_made_up.csv
var file string

func main() {
	var lang words.Language
	flag.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	flag.Parse()
	if err := tell(os.Stdout, strings.NewReader(file), lang); err != nil {
		log.Fatal(spoken.Text(lang, err))
	}
}

// tell writes the totals of every year, how the district stands, and what there is to
// remark. A file with faults gives no totals, as they would be too small, but the faults.
func tell(w io.Writer, file io.Reader, lang words.Language) error {
	records, report, err1 := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gir.Scheme})
	inventories, findings, err2 := ghg.Inventories(records, gir.Scheme, ghg.FirstVintage)
	if err := errors.Join(err1, report.Err(), err2); err != nil {
		return err
	}
	var series []ghg.Yearly
	for _, view := range []ghg.View{gir.Gross, gir.Net, gir.ManagedWithoutSinks, gir.ManagedWithSinks} {
		view, err1 := view.WithVariant(ghg.DistanceBased) // road transport by VKT; by fuel is the alternative
		yearly, err2 := ghg.YearlyOf(view, ghg.AR5, inventories...)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		fmt.Fprintf(w, "%s, %s\n", yearly.Place(), words.In(lang, view.Name(), view.NameKo()))
		for f := range yearly.All() {
			fmt.Fprintf(w, "  %d  %s  %s; %s\n", f.Year, words.In(lang, f.CO2e.Format(ghg.Kilotonne, 1), f.CO2e.InKorean(ghg.KilotonneKo, 1)),
				words.In(lang, f.Status.String(), f.Status.Korean()), words.In(lang, f.Coverage.String(), f.Coverage.Korean()))
		}
		series = append(series, yearly)
	}
	base, level := series[2], series[3] // gross and net, as the guideline has it
	t, err1 := target.New(target.Definition{Name: "2030", Place: level.Place(), Due: 2030, Metric: ghg.AR5,
		Views: target.Views{Base: base.View(), Due: level.View()},
		Goal:  target.BaseYear{Year: 2018, Base: ghg.MustMass("972.9 천톤"), Cut: ghg.MustShare("40%")}})
	p, err2 := t.Progress(2022, target.Linear, target.DefaultRules, base, level)
	findings.AddAll(report.Findings, t.Findings(), p.Findings)
	fmt.Fprintln(w, words.In(lang, p.String(), p.Korean()))
	fmt.Fprintln(w, words.In(lang, findings.String(), findings.Korean()))
	return errors.Join(err1, err2)
}
