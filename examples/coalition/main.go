// Command coalition makes one inventory of those of many local governments: of a province
// from its cities, or of a coalition from its members. It prints what they come to, who is
// missing, what was refused and why, and a ranking per head.
//
//	go run ./examples/coalition -scheme gpc|gir|gyeongnam -metric AR5 -year 2018 [-day 2018-12-31]
//	    -of 48 | -members MEMBERS.csv [-nested own|parts|both] [-view territorial] [-declared ROWS.csv]
//	    [-statistic POPULATION.csv] [-unit kt] [-places 2] [-lang en|ko] [-delimiter ';'] [-decimal-comma] RECORDS.csv | FOLDER
//
// Records have the columns that [ghg.ReadCSV] reads; a folder is all of its CSV files. A
// place is named by its code or its name on the day, which is the last of the year if none
// is given. With -of the governments right below the place are added up, and its own
// figures are held against the sum. With -members they are those of a file of place, joined
// and left that were members on the day; -nested says what counts where a place and others
// below it are members. -declared takes totals of rows that are sums (place, year, view,
// mass, unit, node) and holds them against the records of each place. -statistic takes
// populations or areas (place, kind, on, number, source), and may be given more than once.
//
// The exit status is 0 when all was read and added, 1 where something was refused or not
// read, 2 for wrong use. Everything that can be added is printed in any case.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// paths is a flag that may be given more than once.
type paths []string

func (p *paths) String() string { return fmt.Sprint(*p) }

func (p *paths) Set(s string) error {
	*p = append(*p, s)
	return nil
}

var nestings = map[string]rollup.Nesting{"": 0, "own": rollup.OwnFigure, "parts": rollup.SumOfParts, "both": rollup.OwnAndParts}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("coalition", flag.ContinueOnError)
	flags.SetOutput(stderr)
	scheme := flags.String("scheme", "", "what the categories are of: gpc, gir or gyeongnam")
	metric := flags.String("metric", "", "metric of the sums, such as AR5; unstated where the publication says none")
	year := flags.Int("year", 0, "year of the inventories")
	day := flags.String("day", "", "day on which places are taken as they were; the last of the year where it is empty")
	of := flags.String("of", "", "code or name of a place: what stands right below it is added up")
	membersPath := flags.String("members", "", "CSV of members: place, joined, left")
	nested := flags.String("nested", "", "where a place and others below it are members: own, parts or both")
	view := flags.String("view", "", "the one view that is asked for; all of the scheme where it is empty")
	declaredPath := flags.String("declared", "", "CSV of totals that are stated for rows: place,year,view,mass,unit,node")
	unit := flags.String("unit", "kt", "unit of amounts")
	places := flags.Int("places", 2, "decimal places of amounts, from 0 to 12")
	lang := flags.String("lang", "en", "language: en or ko")
	var statistics paths
	flags.Var(&statistics, "statistic", "CSV of populations or areas: place,kind,on,number,source")
	tables := tableflags.Register(flags)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "coalition:", err)
		return 2
	}
	nesting, known := nestings[*nested]
	switch {
	case flags.NArg() != 1:
		return fail(errors.New("one file or folder of records is needed"))
	case *lang != "en" && *lang != "ko":
		return fail(errors.New("-lang is en or ko"))
	case !known:
		return fail(errors.New("-nested is own, parts or both"))
	case (*of == "") == (*membersPath == ""):
		return fail(errors.New("one of -of and -members is needed"))
	}
	b := &book{year: *year, declared: map[place.Place][]ghg.DeclaredTotal{}}
	s := &story{book: b, ko: *lang == "ko", nested: nesting}
	var err error
	if b.tree, err = treeOf(*scheme); err != nil {
		return fail(err)
	}
	if err = ghg.CheckYear("-year", *year); err != nil {
		return fail(err)
	}
	if s.metric, err = metricOf(*metric); err != nil {
		return fail(err)
	}
	if b.day, err = dayOf(*day, *year); err != nil {
		return fail(err)
	}
	if s.views, err = viewsOf(b.tree, *view); err != nil {
		return fail(err)
	}
	if s.unit, _, err = ghg.ParseMassUnit(*unit); err != nil {
		return fail(err)
	}
	if s.places = int32(*places); *places < 0 || *places > 12 {
		return fail(errors.New("-places is from 0 to 12"))
	}
	if b.format, err = tables.Format(); err != nil {
		return fail(err)
	}
	b.format.Scheme = b.tree.scheme
	if err := b.readRecords(flags.Arg(0)); err != nil {
		return fail(err)
	}
	if *declaredPath != "" {
		if err := b.readDeclared(*declaredPath); err != nil {
			return fail(err)
		}
	}
	for _, path := range statistics {
		if err := b.readStatistic(path); err != nil {
			return fail(err)
		}
	}
	if err := s.choose(*of, *membersPath); err != nil {
		return fail(err)
	}
	s.tell()
	if _, err := io.WriteString(stdout, s.text.String()); err != nil {
		return fail(err)
	}
	if s.refused || len(b.faults) > 0 {
		return 1
	}
	return 0
}

// metricOf is the metric of a name; unstated has to be said.
func metricOf(name string) (ghg.Metric, error) {
	switch name {
	case "":
		return ghg.Metric{}, errors.New("-metric is needed: AR5, or unstated where the publication says none")
	case "unstated":
		return ghg.Unstated, nil
	}
	return ghg.ParseMetric(name)
}

func dayOf(text string, year int) (ghg.Date, error) {
	if text == "" {
		return ghg.CalendarYear(year).End(), nil
	}
	return ghg.ParseDate(text)
}

func viewsOf(t tree, name string) ([]ghg.View, error) {
	if name == "" {
		return t.views, nil
	}
	for _, v := range t.views {
		if v.Name() == name || v.NameKo() == name {
			return []ghg.View{v}, nil
		}
	}
	return nil, fmt.Errorf("-view: %s has none that is called %q", t.name, name)
}
