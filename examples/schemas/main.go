// Command schemas says which form the documents of localghg are of, and what in them is not
// as its JSON Schema has it:
//
//	go run . FILE.json ...
//
// Exit status 1: a document does not stand; 2: wrong use.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(names []string, out, errs io.Writer) int {
	if len(names) == 0 {
		fmt.Fprintln(errs, "name the files: go run . FILE.json ...")
		return 2
	}
	schemas, err := compile()
	if err != nil {
		fmt.Fprintln(errs, err)
		return 2
	}
	status := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		var form string
		if err == nil {
			form, err = formOf(schemas, text)
		}
		if err != nil {
			fmt.Fprintf(errs, "%s: %v\n", name, err)
			status = 1
			continue
		}
		fmt.Fprintf(out, "%s: %s\n", name, form)
	}
	return status
}
