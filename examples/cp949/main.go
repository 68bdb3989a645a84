// Command cp949 makes UTF-8 of a file that Korean Excel wrote in CP949, so that the
// library reads it.
//
//	go run -C examples/cp949 . [-force] <IN.csv >OUT.csv
//
// CP949 is EUC-KR with the other modern syllables, also called UHC or Windows-949. What
// is no CP949 is refused with its line and byte, and never replaced. Plain ASCII goes
// through as it is. Input that is UTF-8 already, with or without a byte order mark, is
// refused too: it needs no conversion, and one more would spoil it. A few short texts
// are both, such as the two bytes of ² in UTF-8 and of 짼 in CP949; if a file holds
// nothing that decides, -force takes it as CP949.
//
// The exit status is 0 when all was converted, 1 when something was refused, 2 for
// wrong use. A file is converted line by line, and what was written before a refusal is
// no whole file. On Windows redirect in the command prompt: PowerShell has no <, and its
// > may write another encoding.
//
// It is a module of its own, so that the library does not depend on tables of encodings.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Exit statuses.
const (
	converted = iota
	refused
	wrongUse
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("cp949", flag.ContinueOnError)
	flags.SetOutput(stderr)
	force := flags.Bool("force", false, "take as CP949 what is also UTF-8")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return converted
	} else if err != nil {
		return wrongUse
	}
	if flags.NArg() > 0 {
		fmt.Fprintln(stderr, "cp949: it takes no files: it reads standard input and writes standard output")
		return wrongUse
	}
	if err := convert(stdout, stdin, *force); err != nil {
		fmt.Fprintln(stderr, "cp949:", err)
		return refused
	}
	return converted
}
