package claim_test

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Busan: 16,628 kt, 45 %, and 9,146 kt printed as the amount to cut, which is the level:
// 16628 × 0.55 is 9145.4, and 9146 only by a rounded percentage.
func TestClaimByAndTo(t *testing.T) {
	kt := func(n string) claim.Amount { return figureIn(t, n, ghg.Kilotonne) }
	for _, follows := range []claim.Follows{claim.AmountsFollow, claim.PercentageFollows} {
		for _, x := range []struct {
			cut, level, cutAmount string
			want                  []string
		}{
			{"45%", "", "9146", []string{claim.FindingLevelCalledCut}},
			{"45%", "7482", "", []string{claim.FindingCutCalledLevel}},
			{"55%", "9146", "", []string{claim.FindingCutCalledLevel}}, // "to 55 %"
			{"55%", "", "7482", []string{claim.FindingLevelCalledCut}}, // "to 55 %"
			{"55%", "9146", "7482", []string{claim.FindingLevelCalledCut, claim.FindingCutCalledLevel}},
			{"45%", "9145", "7483", []string{}},
			{"45.0%", "9150", "", nil},                                   // 44.97: neither by nor to
			{"69.9%", "", "4989", []string{claim.FindingLevelCalledCut}}, // 1 - 4989/16628 is 69.996, cut off
		} {
			c := claim.Claim{Base: kt("16628"), Cut: claim.MustShareFigure(x.cut), Follows: follows}
			if x.level != "" {
				c.Level = kt(x.level)
			}
			if x.cutAmount != "" {
				c.CutAmount = kt(x.cutAmount)
			}
			got := claimCodes(checkClaim(t, c))
			if x.want == nil {
				assert.NotContains(t, got, claim.FindingCutCalledLevel, x)
				continue
			}
			for _, code := range x.want {
				assert.Contains(t, got, code, "%v, %s", x, follows)
			}
			if len(x.want) == 0 {
				assert.NotContains(t, got, claim.FindingCutCalledLevel)
				assert.NotContains(t, got, claim.FindingLevelCalledCut)
			}
		}
	}
	f := checkClaim(t, claim.Claim{Base: kt("16628"), Cut: claim.MustShareFigure("45%"), CutAmount: kt("9146"), Follows: claim.AmountsFollow})
	assert.Contains(t, f.Findings.String(), `9146 kt is called the amount to cut, but is the level`)
	assert.Contains(t, f.Findings.String(), `or 45% is what is left, as in "to 45%"`)
	// Half is cut: 50.4 of 100 is neither by nor to.
	half := checkClaim(t, claim.Claim{Base: kt("100.0"), Cut: claim.MustShareFigure("50%"), CutAmount: kt("50.4"),
		Follows: claim.AmountsFollow})
	assert.NotContains(t, claimCodes(half), claim.FindingLevelCalledCut)
}

// 69.991 % printed as 69.9 % was cut off.
func TestClaimCutOff(t *testing.T) {
	for _, follows := range []claim.Follows{claim.AmountsFollow, claim.PercentageFollows} {
		c := checkClaim(t, claim.Claim{Base: figureIn(t, "100000", ghg.Tonne), Level: figureIn(t, "30009", ghg.Tonne),
			Cut: claim.MustShareFigure("69.9%"), Follows: follows})
		assert.Equal(t, claim.DoesNotReproduce, c.Verdict)
		assert.Equal(t, []string{claim.FindingCutOff}, claimCodes(c), follows)
		assert.Contains(t, c.Findings.String(), "printed 69.9%: cut off at its last digit, and not rounded")
	}
	// 5.1865 Mt printed as 5.1, and a part of 29.67 % as 29.
	c := checkClaim(t, claim.Claim{Base: figureIn(t, "9.430", ghg.Megatonne), Level: figureIn(t, "5.1", ghg.Megatonne),
		Cut: claim.MustShareFigure("45%"), Follows: claim.AmountsFollow})
	assert.Contains(t, claimCodes(c), claim.FindingCutOff)
	c = checkClaim(t, claim.Claim{Base: figureIn(t, "1000", ghg.Kilotonne), Reduced: figureIn(t, "296.7", ghg.Kilotonne),
		Reduction: claim.MustShareFigure("29%")})
	assert.Equal(t, []string{claim.FindingCutOff}, claimCodes(c))
	c = checkClaim(t, claim.Claim{Base: figureIn(t, "1000", ghg.Kilotonne), Reduced: figureIn(t, "296.7", ghg.Kilotonne),
		Reduction: claim.MustShareFigure("28%")})
	assert.Empty(t, claimCodes(c), "wrong, and not cut off")
}

// Whatever is cut off is found, and what is rounded is not.
func TestClaimCutOffProperty(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 500 {
		base, part := 100_000+r.Intn(900_000), 0
		part = base/5 + r.Intn(base/2)
		share := float64(part) / float64(base) * 100
		cut, rounded := fmt.Sprintf("%.1f%%", float64(int(share*10))/10), fmt.Sprintf("%.1f%%", share)
		of := func(p string) []string {
			return claimCodes(checkClaim(t, claim.Claim{Base: figureIn(t, fmt.Sprint(base), ghg.Tonne), Reduced: figureIn(t, fmt.Sprint(part),
				ghg.Tonne),
				Reduction: claim.MustShareFigure(p)}))
		}
		assert.Equal(t, cut != rounded, len(of(cut)) == 1 && of(cut)[0] == claim.FindingCutOff, "%d of %d as %s", part, base, cut)
		assert.NotContains(t, of(rounded), claim.FindingCutOff)
	}
}

// A decimal mark at the wrong place, in the amount or in the percentage.
func TestClaimFactorOfTen(t *testing.T) {
	for _, x := range []struct{ base, level, cut, of string }{
		{"1662.8", "914.5", "45%", ""},
		{"1662.8", "91.45", "45%", "level"},
		{"1662.8", "9145", "45%", "level"},
		{"1662.8", "0.9145", "45%", "level"},
		{"1662.8", "914.5", "4.5%", "cut"},
		{"166.28", "914.5", "45%", "level"}, // or the base: which of them cannot be told
		{"1662.8", "700.0", "45%", ""},      // wrong otherwise
	} {
		c := checkClaim(t, claim.Claim{Base: figureIn(t, x.base, ghg.Kilotonne), Level: figureIn(t, x.level, ghg.Kilotonne),
			Cut: claim.MustShareFigure(x.cut), Follows: claim.AmountsFollow})
		assert.Equal(t, x.of != "", len(c.Findings.All) > 0 && c.Findings.All[0].Code == claim.FindingFactorOfTen, x)
		if x.of != "" {
			assert.Equal(t, x.of, c.Findings.All[0].Of)
			assert.Contains(t, c.Findings.All[0].Detail, "by a factor of 10")
		}
	}
}

// With one number missing, each reading says what it would be.
func TestClaimImplied(t *testing.T) {
	base, level, cutAmount := figureIn(t, "16628", ghg.Kilotonne), figureIn(t, "9146", ghg.Kilotonne), figureIn(t, "7482", ghg.Kilotonne)
	p := claim.MustShareFigure("45%")
	for _, x := range []struct {
		claim claim.Claim
		want  []string
	}{
		{claim.Claim{Base: base, Cut: p}, []string{
			"by: level = base × (1 - cut) = 9145.4 kt, from 9061.9875 to 9228.8175 kt",
			"by: cut amount = base × cut = 7482.6 kt, from 7399.2375 to 7565.9675 kt",
			"to: level = base × cut = 7482.6 kt, from 7399.2375 to 7565.9675 kt",
			"to: cut amount = base × (1 - cut) = 9145.4 kt, from 9061.9875 to 9228.8175 kt"}},
		{claim.Claim{Level: level, Cut: p, Follows: claim.AmountsFollow}, []string{"by: base = level/(1 - cut) = 16629.090909090909 kt",
			"to: base = level/cut = 20324.444444444444 kt"}},
		{claim.Claim{CutAmount: cutAmount, Cut: p, Follows: claim.AmountsFollow}, []string{"by: base = cut amount/cut = 16626.666666666667 kt",
			"to: base = cut amount/(1 - cut) = 13603.636363636364 kt"}},
		{claim.Claim{Base: base, Level: level}, []string{"by: cut = 1 - level/base = 44.996391628578%",
			"to: cut = level/base = 55.003608371422%"}},
		{claim.Claim{Baseline: base, CutAmount: cutAmount}, []string{"by: cut = cut amount/baseline = 44.996391628578%",
			"to: cut = 1 - cut amount/baseline = 55.003608371422%"}},
		{claim.Claim{Level: level, Cut: claim.MustShareFigure("100%"), Follows: claim.AmountsFollow},
			[]string{"by: base = level/(1 - cut): undefined: it would be divided by zero", "to: base = level/cut = 9146 kt"}},
		{claim.Claim{Base: base}, nil},
		{claim.Claim{Base: base, Level: level, Cut: p, Follows: claim.PercentageFollows}, nil},
	} {
		c := checkClaim(t, x.claim)
		require.Len(t, c.Implied, len(x.want))
		for i, want := range x.want {
			assert.Contains(t, c.Implied[i].String(), want)
			assert.Contains(t, c.Details(), want)
		}
		text, err := json.Marshal(c)
		require.NoError(t, err)
		assert.Equal(t, x.want != nil, len(c.Implied) > 0)
		if x.want != nil {
			assert.Contains(t, string(text), `"implied":[{"reading":"by"`)
		}
	}
}
