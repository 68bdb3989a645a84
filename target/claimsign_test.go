package target_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
)

// Busan, management scope: 16,628 kt in 2018 and 9,146 kt in 2030, printed as
// "-45%" (Dong-A Ilbo, 27 March 2024). 1 - 9146/16628 is 44.996 %.
func TestClaimSignReversed(t *testing.T) {
	kt := func(n string) target.ClaimAmount {
		f, err := ghg.ParseFigure(n, ghg.Kilotonne)
		assert.NoError(t, err)
		return target.ClaimAmount{Figure: f}
	}
	busan := target.Claim{Base: kt("16628"), Level: kt("9146"), Cut: target.MustShareFigure("-45%"), Follows: target.PercentageFollows}
	c := checkClaim(t, busan)
	assert.Equal(t, target.DoesNotReproduce, c.Verdict)
	assert.Contains(t, claimCodes(c), target.FindingSignReversed)
	assert.Contains(t, c.Findings.String(), "as a cut of 45% the numbers come out as reproduces: write a cut without a minus")

	busan.Cut = target.MustShareFigure("-30%") // wrong either way
	assert.NotContains(t, claimCodes(checkClaim(t, busan)), target.FindingSignReversed)
	busan.Cut, busan.Level = target.MustShareFigure("-45%"), kt("24110.6") // growth, and true
	assert.NotContains(t, claimCodes(checkClaim(t, busan)), target.FindingSignReversed)
	busan.Cut, busan.Level = target.MustShareFigure("45%"), kt("24110.6")
	assert.NotContains(t, claimCodes(checkClaim(t, busan)), target.FindingSignReversed)
}

func ExampleParseShareFigure_sign() {
	for _, printed := range []string{"△45%", "−45%", "x%"} {
		_, err := target.ParseShareFigure(printed)
		fmt.Println(err)
	}
	// Output:
	// share "△45%": "△45" is not a number: "△" is not allowed in it; △ is a sign of change: write a cut without it, and growth as -5%
	// share "−45%": "−45" is not a number: "−" is not allowed in it; − is a sign of change: write a cut without it, and growth as -5%
	// share "x%": "x" is not a number: it needs digits
}
