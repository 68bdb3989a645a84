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
	// share "△45%": "△45" is not a number: "△" is not allowed in it; △ is a sign of change: write a cut without it, and growth as -5%
	// share "−45%": "−45" is not a number: "−" is not allowed in it; − is a sign of change: write a cut without it, and growth as -5%
	// share "x%": "x" is not a number: it needs digits
}
