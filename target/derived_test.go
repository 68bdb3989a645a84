package target

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
)

// Every derivation that a test makes replays to the digit, and has all its words in
// Korean.
func TestMain(m *testing.M) {
	derivationtest.Main(m, &derived, func(d derivation.Derivation) error {
		for s := range d.Steps() {
			for _, v := range s.Values {
				if v.Undefined.Ko == undefinedKo {
					return errors.New("no Korean for: " + v.Undefined.En)
				}
			}
		}
		return nil
	})
}
