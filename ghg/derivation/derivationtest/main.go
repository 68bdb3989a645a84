// Package derivationtest replays whatever derivations the tests of a package make.
//
// A package that explains its figures has an unexported hook, which is nil but for its
// TestMain:
//
//	var derived func(derivation.Derivation, error)
//
//	func TestMain(m *testing.M) { derivationtest.Main(m, &derived) }
package derivationtest

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
)

// Main runs the tests of a package with its hook set, and ends the program: with a fault
// where a derivation could not be made, or does not replay, or where all tests make none.
func Main(m *testing.M, hook *func(derivation.Derivation, error)) {
	flag.Parse()
	if flag.Lookup("test.fuzz").Value.String() != "" { // extremes that cost more than a replay may
		os.Exit(m.Run())
	}
	seen := 0
	var wrong []string
	*hook = func(d derivation.Derivation, err error) {
		seen++
		if err != nil {
			wrong = append(wrong, err.Error())
			return
		}
		if found := d.Replay(); len(found) > 0 {
			wrong = append(wrong, fmt.Sprintf("%v\n%s\n", found, d))
		}
	}
	code := m.Run()
	all := flag.Lookup("test.run").Value.String() == "" // and no fuzzing, which names no test
	fmt.Println(seen, "derivations replayed")
	for _, w := range wrong[:min(len(wrong), 3)] {
		fmt.Println(w)
	}
	if len(wrong) > 0 || code == 0 && seen == 0 && all {
		fmt.Println(len(wrong), "do not replay")
		code = 1
	}
	os.Exit(code)
}
