// Command progress tells where a country, two cities and a province stand
// against their targets, from published figures: on which basis the cut is stated, how
// far the year is from the pathway, where the trend leads, and how sure that is.
// A city with two figures is refused a trend.
//
//	go run ./examples/progress [-lang en|ko]
//
// With -series it tells the same of a file of one's own, with the columns year, amount,
// unit and, where there are any, status and source:
//
//	go run ./examples/progress -series city.csv -place Suwon -view "city total" -source "annual report" \
//	    -base-year 2018 -cut 40% -due 2030
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
	flags := flag.NewFlagSet("progress", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	var mine own
	mine.register(flags)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintln(stderr, words.In(lang, "progress: there are flags, and no other arguments", "progress: 플래그 밖의 인자는 받지 않습니다"))
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "progress:", spoken.Text(lang, err))
		return 1
	}
	if mine.series != "" {
		if err := mine.tell(stdout, lang == words.Korean); err != nil {
			return fail(err)
		}
		return 0
	}
	text, err := tell(lang == words.Korean)
	if err == nil {
		_, err = io.WriteString(stdout, text)
	}
	if err != nil {
		return fail(err)
	}
	return 0
}
