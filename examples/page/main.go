// Command page makes a web page of an answer that was written as JSON, and of nothing else:
// what it comes to, what is remarked on it, and how each figure came about, folded open. It
// needs no script to be read.
//
//	go run ./examples/page [-lang en|ko] [ANSWER.json] > page.html
//	go run ./examples/page -json > answer.json
//
// Without a file it takes the answer of the quick start, which -json writes.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/answer.json
var quickstart string

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("page", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the page: en or ko")
	asJSON := flags.Bool("json", false, "write the quick start's answer as JSON")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil || flags.NArg() > 1 {
		return 2
	}
	answer := io.Reader(strings.NewReader(quickstart))
	if flags.NArg() == 1 {
		f, err := os.Open(flags.Arg(0))
		if err != nil {
			fmt.Fprintln(stderr, "page:", spoken.Text(lang, err))
			return 1
		}
		defer f.Close()
		answer = f
	}
	tell := func() error { return write(stdout, answer, lang) }
	if *asJSON {
		tell = func() error { return writeAnswer(stdout) }
	}
	if err := tell(); err != nil {
		fmt.Fprintln(stderr, "page:", spoken.Text(lang, err))
		return 1
	}
	return 0
}
