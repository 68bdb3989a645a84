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

	"github.com/localghg/localghg/ghg/words"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("daegu", flag.ContinueOnError)
	flags.SetOutput(stderr)
	lang := flags.String("lang", "en", "language of the story: en or ko")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 || *lang != "en" && *lang != "ko" {
		fmt.Fprintln(stderr, "daegu: -lang is en or ko, and there are no other arguments")
		return 2
	}
	text, err := tell(*lang == "ko")
	if err == nil {
		_, err = io.WriteString(stdout, text)
	}
	if err != nil {
		message := err.Error()
		if *lang == "ko" {
			message, _ = words.InKorean(message)
		}
		fmt.Fprintln(stderr, "daegu:", message)
		return 1
	}
	return 0
}
