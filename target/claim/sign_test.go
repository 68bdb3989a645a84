package claim_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
)

// Busan, management scope: 16,628 kt in 2018 and 9,146 kt in 2030, printed as
// "-45%" (Dong-A Ilbo, 27 March 2024). 1 - 9146/16628 is 44.996 %.
func TestClaimSignReversed(t *testing.T) {
	kt := func(n string) claim.Amount {
		f, err := ghg.ParseFigure(n, ghg.Kilotonne)
		assert.NoError(t, err)
		return claim.Amount{Figure: f}
	}
	busan := claim.Claim{Base: kt("16628"), Level: kt("9146"), Cut: claim.MustShareFigure("-45%"), Follows: claim.PercentageFollows}
	c := checkClaim(t, busan)
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict)
	assert.Contains(t, claimCodes(c), claim.FindingSignReversed)
	assert.Contains(t, c.Findings.String(), "as a cut of 45% the numbers come out as reproduces: write a cut without a minus")

	busan.Cut = claim.MustShareFigure("-30%") // wrong either way
	assert.NotContains(t, claimCodes(checkClaim(t, busan)), claim.FindingSignReversed)
	busan.Cut, busan.Level = claim.MustShareFigure("-45%"), kt("24110.6") // growth, and true
	assert.NotContains(t, claimCodes(checkClaim(t, busan)), claim.FindingSignReversed)
	busan.Cut, busan.Level = claim.MustShareFigure("45%"), kt("24110.6")
	assert.NotContains(t, claimCodes(checkClaim(t, busan)), claim.FindingSignReversed)
}

func ExampleParseShareFigure_sign() {
	for _, printed := range []string{"△45%", "−45%", "x%"} {
		_, err := claim.ParseShareFigure(printed)
		fmt.Println(err)
	}
	// Output:
	// share "△45%": "△45" is not a number: △ is a sign of change: write a cut without it, and growth as -5%
	// share "−45%": "−45" is not a number: − is a sign of change: write a cut without it, and growth as -5%
	// share "x%": "x" is not a number: it needs digits
}

// Of a goal that lets emissions grow nothing is achieved by emitting less or more:
// -2 of -10 is no 20 %.
func TestClaimNoShareBelowZero(t *testing.T) {
	c := checkClaim(t, claim.Claim{CutAmount: figureIn(t, "-10", ghg.Kilotonne), Reduced: figureIn(t, "-2", ghg.Kilotonne),
		Achieved: claim.MustShareFigure("20%")})
	assert.Equal(t, claim.NotCheckable, c.Verdict)
	assert.Equal(t, "undefined: no share is taken of an amount below zero", c.Relations[0].Readings[0].Computed.String())
	c = checkClaim(t, claim.Claim{Level: figureIn(t, "-5", ghg.Kilotonne), CutAmount: figureIn(t, "3", ghg.Kilotonne),
		Cut: claim.MustShareFigure("-150%"), Follows: claim.PercentageFollows})
	assert.Equal(t, claim.NotCheckable, c.Verdict, "the base would be -2")
}

func figureIn(t *testing.T, n string, u ghg.MassUnit) claim.Amount {
	f, err := ghg.ParseFigure(n, u)
	assert.NoError(t, err)
	return claim.Amount{Figure: f}
}
