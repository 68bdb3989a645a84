// Command city tells one city's story from a folder of files: what it emitted and whether it
// is on track; what its plan adds up to, on what would be emitted without it; what a delay
// costs and what a budget buys; how far the plan has been carried out. Another city is put
// in its place by its own folder, without the files of what it does not have.
//
//	go run ./examples/city [-lang en|ko] [-dir FOLDER]
//
// The folder that is there, examples/city/data, is Gwangju's: totals of its sectors as
// published, and a plan of which most figures are assumptions. Each line says its source.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/words"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("city", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	dir := flags.String("dir", "examples/city/data", "the folder with the city's files")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil || flags.NArg() > 0 {
		return 2
	}
	if err := tell(page{stdout, lang}, os.DirFS(*dir)); err != nil {
		fmt.Fprintln(stderr, "city:", spoken.Text(lang, err))
		return 1
	}
	return 0
}

func tell(p page, dir fs.FS) error {
	c, err := open(dir)
	if err != nil {
		return err
	}
	for _, chapter := range []func(page) error{c.emitted, c.addedUp, c.chosen, c.checked, c.answersFor, c.ranked} {
		if c.failed(chapter(p)); c.faults != nil {
			return errors.Join(c.faults...)
		}
	}
	p.say("Remarks on the files", "자료에 대한 의견")
	p.most(c.findings, 3)
	return nil
}
