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
	"sync"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
)

// replayed are the derivations of this run of tests.
var replayed struct {
	sync.Mutex
	n     int
	wrong []string
}

// Replayed is how many derivations were replayed so far.
func Replayed() int {
	replayed.Lock()
	defer replayed.Unlock()
	return replayed.n
}

// Main runs the tests of a package with its hook set, and ends the program: with a fault
// where a derivation could not be made, does not replay or does not pass a check of the
// package's own, or where all tests make none. Benchmarks are left alone, as a replay is not
// to be measured, and so is fuzzing, whose extremes cost more than a replay may.
func Main(m *testing.M, hook *func(derivation.Derivation, error), checks ...func(derivation.Derivation) error) {
	flag.Parse()
	set := func(name string) bool { return flag.Lookup(name).Value.String() != "" }
	if set("test.fuzz") || set("test.bench") {
		os.Exit(m.Run())
	}
	*hook = func(d derivation.Derivation, err error) {
		var wrong []string
		if err != nil {
			wrong = append(wrong, err.Error())
		} else if found := d.Replay(); len(found) > 0 {
			wrong = append(wrong, fmt.Sprintf("%v\n%s\n", found, d))
		}
		for _, check := range checks {
			if err := check(d); err != nil {
				wrong = append(wrong, err.Error())
			}
		}
		replayed.Lock()
		defer replayed.Unlock()
		replayed.n++
		replayed.wrong = append(replayed.wrong, wrong...)
	}
	code := m.Run()
	fmt.Println(replayed.n, "derivations replayed")
	for _, w := range replayed.wrong[:min(len(replayed.wrong), 3)] {
		fmt.Println(w)
	}
	if len(replayed.wrong) > 0 || code == 0 && replayed.n == 0 && !set("test.run") {
		fmt.Println(len(replayed.wrong), "do not replay")
		code = 1
	}
	os.Exit(code)
}
