// Command plan adds up one city's plan from its published figures: what its
// eight areas cut, what was sold and may not be claimed, what a citizens'
// programme would need, what is missing until 2030, and what happens to rooftop
// solar when the grid gets cleaner. Every figure names its source; what is
// assumed says so.
//
//	go run ./examples/plan [-lang en|ko]
//
// With -actions, -effects and -baseline it adds up a plan of one's own files, in the
// columns that package sheet reads, in English or Korean:
//
//	go run ./examples/plan -actions actions.csv -effects effects.csv -baseline baseline.csv \
//	    -areas "E=Energy;T=Transport" -place Suwon -metric AR5 -source "plan of 2024" -year 2030
//
// Beside effects, or in place of them, -quantifications says how many there are of what is
// counted and what one of them changes, and -factors holds the factors that it names. The
// reduction units of the Korean guideline are known by their numbers:
//
//	go run ./examples/plan -actions examples/plan/testdata/actions.csv -quantifications examples/plan/testdata/quantifications.csv \
//	    -factors examples/plan/testdata/factors.csv -baseline examples/plan/testdata/baseline.csv \
//	    -areas "B=건물;T=수송" -place 가람시 -metric AR5 -source "기본계획 2024" -year 2030 -lang ko
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
	flags := flag.NewFlagSet("plan", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the report: en or ko")
	var mine own
	mine.register(flags)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintln(stderr, words.In(lang, "plan: there are flags, and no other arguments", "plan: 플래그 밖의 인자는 받지 않습니다"))
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "plan:", spoken.Text(lang, err))
		return 1
	}
	if mine.actions != "" {
		if err := mine.report(stdout, lang == words.Korean); err != nil {
			return fail(err)
		}
		return 0
	}
	text, err := report(lang == words.Korean)
	if err == nil {
		_, err = io.WriteString(stdout, text)
	}
	if err != nil {
		return fail(err)
	}
	return 0
}
