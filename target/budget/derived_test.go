package budget

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

// Every derivation that a test makes replays to the digit.
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
		replayed++
	}
	code := m.Run()
	if testing.Verbose() {
		fmt.Println(replayed, "derivations replayed")
	}
	os.Exit(code)
}
