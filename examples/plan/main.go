// Command plan adds up one city's plan from its published figures: what its
// eight areas cut, what was sold and may not be claimed, what a citizens'
// programme would need, what is missing until 2030, and what happens to rooftop
// solar when the grid gets cleaner. Every figure names its source; what is
// assumed says so.
//
//	go run ./examples/plan [-lang en|ko]
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("plan", flag.ContinueOnError)
	flags.SetOutput(stderr)
	lang := flags.String("lang", "en", "language of the report: en or ko")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 || *lang != "en" && *lang != "ko" {
		fmt.Fprintln(stderr, "plan: -lang is en or ko, and there are no other arguments")
		return 2
	}
	text, err := report(*lang == "ko")
	if err == nil {
		_, err = io.WriteString(stdout, text)
	}
	if err != nil {
		fmt.Fprintln(stderr, "plan:", err)
		return 1
	}
	return 0
}
