package netzero_test

import (
	"testing"

	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
)

// Every name has one in both languages.
func TestNamesInTwoLanguages(t *testing.T) {
	for _, ko := range []string{netzero.CannotTell.Korean(), netzero.Warn.Korean(), netzero.Fail.Korean(), netzero.Pass.OfPledge().Ko,
		netzero.CannotTell.OfPledge().Ko, netzero.Reach.Name().Ko, netzero.EndCoalPower.Name().Ko, netzero.BeginNoCoalPower.Name().Ko,
		netzero.BeginNoFossilPower.Name().Ko, netzero.RaceToZero.Name().Ko, netzero.PoweringPastCoal.Name().Ko,
		netzero.ReplacementIsNew.Korean(), netzero.ReplacementIsNotNew.Korean(), netzero.ReplacementsNotStated.Korean()} {
		assert.Regexp(t, `\p{Hangul}`, ko)
	}
	assert.Equal(t, "unknown (9)", netzero.Kind(9).String())
}
