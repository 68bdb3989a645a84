package participation

import (
	"fmt"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
)

// Every derivation that a test of the package makes is replayed; the first that does
// not hold ends the tests.
func TestMain(m *testing.M) {
	seen := 0
	var wrong []string
	derived = func(d derivation.Derivation, err error) {
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
	fmt.Println(seen, "derivations replayed")
	for _, w := range wrong[:min(len(wrong), 3)] {
		fmt.Println(w)
	}
	if len(wrong) > 0 || code == 0 && seen == 0 {
		fmt.Println(len(wrong), "do not replay")
		code = 1
	}
	os.Exit(code)
}
