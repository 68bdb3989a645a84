package participation_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
)

func ExampleEvidenceLevel() {
	fmt.Println(participation.Pledge.Supports(strategy.Potential), participation.Pledge.Supports(strategy.Expected))
	fmt.Println(participation.Metered, participation.Metered.Supports(strategy.Verified))
	// Output:
	// true false
	// metered true
}

func ExampleEvidenceError() {
	err := error(&participation.EvidenceError{Action: "cycling", Evidence: participation.SelfReport, Kind: strategy.Verified})
	fmt.Println(err)
	// Output: action "cycling": self-reported adoption bears no verified reduction, only potential and claimed
}

func TestEvidenceTable(t *testing.T) {
	bears := map[participation.EvidenceLevel]string{0: "", participation.Pledge: "potential ", participation.SelfReport: "potential claimed ",
		participation.Sampled: "potential expected implemented claimed ", participation.Metered: "potential expected implemented verified claimed ", 5: ""}
	for e, want := range bears {
		got := ""
		for _, k := range strategy.Kinds() {
			if e.Supports(k) {
				got += k.String() + " "
			}
		}
		assert.Equal(t, want, got, e)
		assert.False(t, e.Supports(0))
		assert.Equal(t, want != "", e.Valid())
	}
	assert.Equal(t, "no evidence", participation.EvidenceLevel(0).String())
	assert.Equal(t, "unknown (5)", participation.EvidenceLevel(5).String())
	assert.EqualError(t, &participation.EvidenceError{Action: "x", Evidence: participation.Sampled, Kind: strategy.Verified},
		`action "x": sampled adoption bears no verified reduction, only potential, claimed, expected and implemented`)
	assert.ErrorContains(t, &participation.EvidenceError{Action: "x"}, "only nothing")
}
