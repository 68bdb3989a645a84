// Command daegu tells one city's way to carbon neutrality from its published
// figures: what it starts from, what it promised, what its plan holds so far,
// and which of its numbers reproduce. Every figure names its source.
//
//	go run ./examples/daegu [-lang en|ko]
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
	flags := flag.NewFlagSet("daegu", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the story: en or ko")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintln(stderr, words.In(lang, "daegu: there are flags, and no other arguments", "daegu: 플래그 밖의 인자는 받지 않습니다"))
		return 2
	}
	text, err := tell(lang == words.Korean)
	if err == nil {
		_, err = io.WriteString(stdout, text)
	}
	if err != nil {
		fmt.Fprintln(stderr, "daegu:", spoken.Text(lang, err))
		return 1
	}
	return 0
}
