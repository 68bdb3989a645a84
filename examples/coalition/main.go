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

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/localghg/localghg/ghg/words"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run tells the story that the arguments ask for, and says how it went.
func run(args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2 // the flags have said why
	}
	s, err := o.story()
	if err == nil {
		err = o.read(s)
	}
	if err == nil {
		s.tell()
		_, err = io.WriteString(stdout, s.text.String())
	}
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "coalition:", spoken.Text(o.lang, err))
		return 2
	case s.refused || len(s.book.faults) > 0:
		return 1
	}
	return 0
}

// options are the arguments as they were written.
type options struct {
	scheme, metric, day, view, unit, nested string
	of, members, declared                   string
	lang                                    words.Language
	statistics                              paths
	year, places                            int
	tables                                  *tableflags.Flags
	records                                 []string // files or folders, of which there is one
}

// paths is a flag that may be given more than once.
type paths []string

func (p *paths) String() string { return fmt.Sprint(*p) }

func (p *paths) Set(s string) error {
	*p = append(*p, s)
	return nil
}

func parse(args []string, stderr io.Writer) (o options, err error) {
	flags := flag.NewFlagSet("coalition", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.scheme, "scheme", "", "what the categories are of: gpc, gir or gyeongnam")
	flags.StringVar(&o.metric, "metric", "", "metric of the sums, such as AR5; unstated where the publication says none")
	flags.IntVar(&o.year, "year", 0, "year of the inventories")
	flags.StringVar(&o.day, "day", "", "day on which places are taken as they were; the last of the year where it is empty")
	flags.StringVar(&o.of, "of", "", "code or name of a place: what stands right below it is added up")
	flags.StringVar(&o.members, "members", "", "CSV of members: place, joined, left")
	flags.StringVar(&o.nested, "nested", "", "where a place and others below it are members: own, parts or both")
	flags.StringVar(&o.view, "view", "", "the one view that is asked for; all of the scheme where it is empty")
	flags.StringVar(&o.declared, "declared", "", "CSV of totals that are stated for rows: place,year,view,mass,unit,node")
	flags.StringVar(&o.unit, "unit", "kt", "unit of amounts")
	flags.IntVar(&o.places, "places", 2, "decimal places of amounts, from 0 to 12")
	flags.TextVar(&o.lang, "lang", words.English, "language: en or ko")
	flags.Var(&o.statistics, "statistic", "CSV of populations or areas: place,kind,on,number,source")
	o.tables = tableflags.Register(flags)
	err = flags.Parse(args)
	o.records = flags.Args()
	return o, err
}

var nestings = map[string]rollup.Nesting{"": 0, "own": rollup.OwnFigure, "parts": rollup.SumOfParts, "both": rollup.OwnAndParts}

// story is the story of what was asked, of which nothing is read yet.
func (o options) story() (*story, error) {
	nesting, known := nestings[o.nested]
	switch {
	case len(o.records) != 1:
		return nil, spoken.New("one file or folder of records is needed", "기록 파일이나 폴더를 하나 적어야 합니다")
	case !known:
		return nil, spoken.New("-nested is own, parts or both", "-nested에는 own, parts, both 가운데 하나를 적어야 합니다")
	case (o.of == "") == (o.members == ""):
		return nil, spoken.New("one of -of and -members is needed", "-of와 -members 가운데 하나를 적어야 합니다")
	case o.places < 0 || o.places > 12:
		return nil, spoken.New("-places is from 0 to 12", "-places는 0에서 12까지입니다")
	}
	if err := ghg.CheckYear("-year", o.year); err != nil {
		return nil, err
	}
	tree, err1 := treeOf(o.scheme)
	if err1 != nil {
		return nil, err1
	}
	views, err2 := viewsOf(tree, o.view)
	metric, err3 := metricOf(o.metric)
	day, err4 := dayOf(o.day, o.year)
	unit, _, err5 := ghg.ParseMassUnit(o.unit)
	format, err6 := o.tables.Format()
	format.Scheme = tree.scheme
	b := &book{tree: tree, year: o.year, day: day, format: format, declared: map[place.Place][]ghg.DeclaredTotal{}}
	return &story{book: b, ko: o.lang == words.Korean, nested: nesting, metric: metric, views: views, unit: unit, places: int32(o.places)},
		errors.Join(err2, err3, err4, err5, err6)
}

// read reads the files, and chooses whose figures are told of.
func (o options) read(s *story) error {
	if err := s.book.readRecords(o.records[0]); err != nil {
		return err
	}
	if o.declared != "" {
		if err := s.book.readDeclared(o.declared); err != nil {
			return err
		}
	}
	for _, path := range o.statistics {
		if err := s.book.readStatistic(path); err != nil {
			return err
		}
	}
	return s.choose(o.of, o.members)
}

// metricOf is the metric of a name; unstated has to be said.
func metricOf(name string) (ghg.Metric, error) {
	switch name {
	case "":
		return ghg.Metric{}, spoken.New("-metric is needed: AR5, or unstated where the publication says none",
			"-metric을 적어야 합니다(예: AR5). 공표 자료에 없으면 unstated라고 적습니다")
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
	return nil, spoken.New("-view: %s has none that is called %q", "-view: %s에 없는 집계범위입니다: %q", t.name, name)
}
