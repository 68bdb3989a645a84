// Command inventory reads greenhouse-gas records from CSV and prints, for each
// place and year, the totals that the GPC defines.
//
//	go run ./examples/inventory [-lang en|ko] [-metric AR5] [-json] [-declared TOTALS.csv]
//	    [-variant fuel-based] [-delimiter ';'] [-decimal-comma] [RECORDS.csv]
//
// It reads the file, or standard input without one. The columns are
// place,year,category,mass,unit and any of those that [ghg.ReadCSV] lists. A
// metric is asked for with -metric; without it, totals are in the metric that
// the lines share. Lines that cannot join are listed, and the totals that they
// belong to are withheld. -declared takes place,year,view,mass,unit and
// compares published totals with what the records give. -variant takes one of two ways where
// a category holds both, as fuel-based or distance-based, which are never added: the views say
// so in their names. -lang is the language of the
// text; -json has the same codes in either, and remarks in both. -delimiter (one character, or
// tab) and -decimal-comma say how both files are written.
//
// Records keep the name of their file and its SHA-256. Lines are of that file; where
// the records say that they came from another (column file), remarks on them name it.
//
// The exit status is 0 when all was read, 1 when there were faults, 2 for wrong
// use. Everything readable is printed in any case.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Exit statuses.
const (
	allRead = iota
	hadFaults
	wrongUse
)

// mostFaults is how many faults and findings of one file are listed; beyond
// them they are counted.
const mostFaults = 100_000

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("inventory", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	metricName := flags.String("metric", "", "metric of the totals, such as AR5; without it, the one that the lines share")
	asJSON := flags.Bool("json", false, "print one JSON document a line for each place and year")
	statusNames := flags.String("status", "", "which figures count where a file has several, such as actual,provisional,estimated")
	variantNames := flags.String("variant", "", "which of two alternatives the totals take: fuel-based, distance-based, market-based")
	declaredPath := flags.String("declared", "", "CSV of published totals to compare with: place,year,view,mass,unit and node")
	tables := tableflags.Register(flags)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return allRead
	} else if err != nil {
		return wrongUse
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "inventory:", spoken.Text(lang, err))
		return wrongUse
	}
	if flags.NArg() > 1 {
		return fail(spoken.New("one file of records at most, not %d", "기록 파일은 하나만 쓸 수 있습니다: %d개를 받음", flags.NArg()))
	}
	var metric ghg.Metric
	if *metricName != "" {
		var err error
		if metric, err = ghg.ParseMetric(*metricName); err != nil {
			return fail(err)
		}
	}
	format, err := tables.Format()
	if err != nil {
		return fail(err)
	}
	format.Scheme, format.MostFaults = gpc.Scheme, mostFaults
	if path := flags.Arg(0); path != "" {
		format.File = filepath.Base(path)
	}
	b := newBook(metric, format.File)
	for _, name := range fields(*statusNames) {
		status, err := ghg.ParseStatus(name)
		if err != nil {
			return fail(err)
		}
		b.statuses = append(b.statuses, status)
	}
	for _, name := range fields(*variantNames) {
		variant, err := ghg.ParseVariant(name)
		if err != nil {
			return fail(err)
		}
		if err := b.take(variant); err != nil {
			return fail(err)
		}
	}
	if err := open(flags.Arg(0), stdin, func(r io.Reader) error {
		records, report, err := ghg.ReadCSV(r, format)
		b.addRecords(records, report)
		return err
	}); err != nil {
		return fail(err)
	}
	if *declaredPath != "" {
		if err := open(*declaredPath, stdin, func(r io.Reader) error {
			totals, report, err := ghg.ReadDeclaredCSV(r, format, b.views...)
			b.addDeclared(totals, report, filepath.Base(*declaredPath))
			return err
		}); err != nil {
			return fail(err)
		}
	}
	write := (&text{lang: lang}).write
	if *asJSON {
		write = writeJSON
	}
	faults := 0
	for s := range b.sheets() {
		faults += len(s.faults)
		if err := write(stdout, s); err != nil {
			return fail(err)
		}
	}
	if faults > 0 {
		return hadFaults
	}
	return allRead
}

// fields are the words of a flag.
func fields(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' })
}

// open hands a file to use, or standard input where no path is given.
func open(path string, stdin io.Reader, use func(io.Reader) error) error {
	if path == "" {
		return use(stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return use(f)
}
