// Command activity turns a table of activity data, one bill or sale a line, into records of
// emissions, in the form that the command inventory reads.
//
//	go run ./examples/activity [-lang en|ko] [-metric AR5] [-explain] ACTIVITY.csv > RECORDS.csv
//	go run ./examples/activity -mapping MAPPING.csv -labels 구분,용도 -unit-column 단위 -year 2023 -months added MONTHLY.csv
//	go run ./examples/inventory -metric AR5 RECORDS.csv
//
// The columns are those of [activity.Read], in English or Korean. The records are written to
// standard output, what there is to remark and what could not be used to standard error.
// With -mapping the file has months or years as columns, and the mapping, a CSV file too, says
// what its labels stand for ([activity.ReadWide]); -sum-rows and -sum-columns name what adds up
// others, and is no use of anybody.
//
// With -explain the derivation of each line is written in place of the records. The flags of
// package tableflags say how the table is written.
//
// The exit status is 0 when all was read, 1 when there were faults, 2 for wrong use.
//
// The district of data/district.csv does not exist: its figures are made up, and its factors
// are published ones.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/activity"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("activity", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	metric := flags.String("metric", "", "metric that the records are for, such as AR5; without it, printed totals are on their own")
	explain := flags.Bool("explain", false, "write the derivation of each line in place of the records")
	tables, wide := tableflags.Register(flags), registerWide(flags)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "activity:", spoken.Text(lang, err))
		return 2
	}
	if flags.NArg() != 1 {
		return fail(spoken.New("one file of activity data is asked, not %d", "활동자료 파일 하나를 적어야 합니다: %d개를 받음", flags.NArg()))
	}
	format, err := tables.Format()
	if err != nil {
		return fail(err)
	}
	sheet, report, err := read(flags.Arg(0), format, *metric, wide)
	if err != nil {
		return fail(err)
	}
	if *explain {
		err = tell(stdout, sheet, lang)
	} else {
		err = ghg.WriteCSV(stdout, slices.Collect(sheet.Records()))
	}
	if err != nil {
		return fail(err)
	}
	if report.Findings.Len() > 0 {
		fmt.Fprintln(stderr, words.In(lang, report.Findings.String(), report.Findings.Korean()))
	}
	if report.Faults.Len() > 0 {
		fmt.Fprintln(stderr, words.In(lang, report.Faults.Error(), report.Faults.Korean()))
		return 1
	}
	return 0
}

// read is the table of a file, on a metric where one is named.
func read(path string, format ghg.CSVFormat, metric string, w wideFlags) (activity.Sheet, ghg.Report, error) {
	var m ghg.Metric
	var err error
	if metric != "" {
		if m, err = ghg.ParseMetric(metric); err != nil {
			return activity.Sheet{}, ghg.Report{}, err
		}
	}
	file, err := os.Open(path)
	if err != nil {
		return activity.Sheet{}, ghg.Report{}, err
	}
	defer file.Close()
	format.Scheme, format.Schemes, format.File = gpc.Scheme, []ghg.Scheme{gir.Scheme}, filepath.Base(path)
	if w.mapping != nil && *w.mapping != "" {
		return w.read(file, format, m)
	}
	return activity.Read(file, format, m)
}

// tell writes how each line came about.
func tell(w io.Writer, sheet activity.Sheet, lang words.Language) error {
	for line, r := range sheet.Lines() {
		d, _ := sheet.ExplainRecord(r)
		head := fmt.Sprintf(words.In(lang, "line %d", "%d행"), line)
		if _, err := fmt.Fprintf(w, "%s, %s, %s, %s\n%s\n\n", head, r.Place, r.Category.Code, r.Activity, d.Print(lang, 0)); err != nil {
			return err
		}
	}
	return nil
}
