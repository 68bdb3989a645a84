// Command announcement answers a city's press release statement by statement, from
// data: what it says, which published figures it is held against, and what comes of it.
// Without a folder it is the announcement of Daegu of December 2021.
//
//	go run ./examples/announcement [-lang en|ko] [-csv] [-data FOLDER]
//
// The folder holds statements.tsv, figures.tsv and sources.tsv; those in
// examples/announcement/data are the pattern. A verdict is one of: reproduces, as
// published, contradicted, cannot tell, no accounting.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/words"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("announcement", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the table: en or ko")
	asCSV := flags.Bool("csv", false, "print the table as CSV")
	folder := flags.String("data", "", "folder of another city's release: statements.tsv, figures.tsv, sources.tsv")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintln(stderr, words.In(lang, "announcement: there are flags, and no other arguments", "announcement: 플래그 밖의 인자는 받지 않습니다"))
		return 2
	}
	var err error
	r := ofDaegu()
	if *folder != "" {
		r, err = read(os.DirFS(*folder))
	}
	var rows []row
	if err == nil {
		rows, err = r.answer(lang == words.Korean)
	}
	if err == nil && *asCSV {
		err = writeCSV(stdout, rows, lang == words.Korean)
	} else if err == nil {
		err = writeText(stdout, rows, lang == words.Korean)
	}
	if err != nil {
		fmt.Fprintln(stderr, "announcement:", spoken.Text(lang, err))
		return 1
	}
	return 0
}
