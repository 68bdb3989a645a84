package target

import (
	goflag "flag"
	"fmt"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
)

var replayed int

// Replayed is how many derivations were replayed.
func Replayed() int { return replayed }

// Unhook stops replaying until what it returns is called.
func Unhook() func() {
	hook := derived
	derived = nil
	return func() { derived = hook }
}

// Every derivation that a test makes replays to the digit, and has all its words in
// Korean.
func TestMain(m *testing.M) {
	goflag.Parse()
	if goflag.Lookup("test.fuzz").Value.String() != "" { // extremes that cost more than a replay may
		os.Exit(m.Run())
	}
	derived = func(d derivation.Derivation, err error) {
		if err != nil {
			panic(err)
		}
		if m := d.Replay(); len(m) > 0 {
			panic(fmt.Sprintf("%v\n%s", m, d))
		}
		for s := range d.Steps() {
			for _, v := range s.Values {
				if v.Undefined.Ko == undefinedKo {
					panic("no Korean for: " + v.Undefined.En)
				}
			}
		}
		replayed++
	}
	code := m.Run()
	if testing.Verbose() {
		fmt.Println(replayed, "derivations replayed")
	}
	os.Exit(code)
}
