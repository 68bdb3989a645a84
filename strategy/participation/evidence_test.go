package participation_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
)

func ExampleEvidenceLevel() {
	fmt.Println(participation.Pledge.Supports(strategy.Potential), participation.Pledge.Supports(strategy.Expected))
	fmt.Println(participation.Metered.Korean(), participation.Metered.Supports(strategy.Verified))
	// Output:
	// true false
	// 계측 true
}

// What is only pledged cannot be verified: the city counts it as what it bears.
func ExampleEvidenceError() {
	kind := strategy.Verified
	_, err := participation.Quantifications(kind, town())
	var falls *participation.EvidenceError
	if errors.As(err, &falls) && falls.Evidence == participation.Pledge {
		kind = strategy.Potential
	}
	list, _ := participation.Quantifications(kind, town())
	fmt.Println(err)
	for k := range list[0].Kinds() {
		fmt.Println(k)
	}
	// Output:
	// programme of 2026: action "cycling": pledged adoption bears no verified reduction, only potential
	// potential
}

func TestEvidenceTable(t *testing.T) {
	bears := map[participation.EvidenceLevel]string{
		0: "", participation.Pledge: "potential ", participation.SelfReport: "potential claimed ", 5: "",
		participation.Sampled: "potential expected implemented claimed ",
		participation.Metered: "potential expected implemented verified claimed "}
	for e, want := range bears {
		got := ""
		for _, k := range strategy.Kinds() {
			if e.Supports(k) {
				got += k.String() + " "
			}
		}
		assert.Equal(t, want, got, e)
		assert.False(t, e.Supports(0))
	}
	assert.Equal(t, "no evidence", participation.EvidenceLevel(0).String())
	assert.Equal(t, "unknown (5)", participation.EvidenceLevel(5).String())
	assert.Equal(t, "", participation.EvidenceLevel(5).Korean())
	assert.EqualError(t, &participation.EvidenceError{Action: "x", Evidence: participation.Sampled, Kind: strategy.Verified},
		`action "x": sampled adoption bears no verified reduction, only potential, claimed, expected and implemented`)
	assert.ErrorContains(t, &participation.EvidenceError{Action: "x"}, "only nothing")
}
