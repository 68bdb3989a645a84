package claim_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
)

func TestClaimBasisNotStated(t *testing.T) {
	view := ghg.MustDeclaredView("net", "NDC")
	note := func(c claim.Claim) []string {
		out := []string{}
		for _, f := range checkClaim(t, c).Findings.All {
			assert.Equal(t, claim.FindingBasisNotStated, f.Code)
			assert.Equal(t, ghg.Note, f.Severity)
			out = append(out, f.Detail)
		}
		return out
	}
	base, level := claimMt(t, "10"), claimMt(t, "6")
	stated := claim.Claim{Base: base, Level: level, Cut: claim.MustShareFigure("40%"), Follows: claim.AmountsFollow}
	assert.Equal(t, []string{"no view is stated for base, level: " +
		"whether all amounts are on one basis, such as gross or net, was not checked"}, note(stated))
	stated.Base.View = view
	assert.Equal(t, []string{"no view is stated for level: whether all amounts are on one basis, such as gross or net, was not checked"},
		note(stated))
	stated.Level.View = view
	assert.Empty(t, note(stated))
	// One amount alone has no other to differ from.
	assert.Empty(t, note(claim.Claim{BaseYear: 2018, Due: 2028, Base: base, Cut: claim.MustShareFigure("40%"),
		LinearRate: claim.MustShareFigure("4%")}))
	// An amount that no relation uses does not count.
	stated.Reduced = claimMt(t, "1")
	assert.Empty(t, note(stated))
}

func TestClaimMisnamed(t *testing.T) {
	mt := func(s string) claim.Amount { return claimMt(t, s) }
	pc := claim.MustShareFigure
	goal := claim.Claim{Baseline: mt("850.8"), Cut: pc("37%"), Follows: claim.AmountsFollow}
	with := func(f func(*claim.Claim)) []string {
		c := goal
		f(&c)
		return claimCodes(checkClaim(t, c))
	}
	assert.Equal(t, []string{claim.FindingLevelCalledCut}, with(func(c *claim.Claim) { c.CutAmount = mt("536") }))
	assert.Equal(t, []string{claim.FindingLevelCalledCut}, with(func(c *claim.Claim) { c.CutAmount, c.Level = mt("536"), mt("536") }))
	assert.Equal(t, []string{claim.FindingCutCalledLevel}, with(func(c *claim.Claim) { c.Level = mt("315") }))
	assert.Equal(t, []string{claim.FindingLevelCalledCut, claim.FindingCutCalledLevel}, with(func(c *claim.Claim) {
		c.CutAmount,
			c.Level = mt("536"), mt("315")
	}))
	assert.Empty(t, with(func(c *claim.Claim) { c.CutAmount, c.Level = mt("315"), mt("536") }))
	assert.Empty(t, with(func(c *claim.Claim) { c.CutAmount, c.Level = mt("400"), mt("500") }), "wrong, and no exchange")
	// Half is cut: the two are one number, and nothing is exchanged.
	assert.Empty(t, with(func(c *claim.Claim) { c.Cut, c.CutAmount, c.Level = pc("50%"), mt("425.4"), mt("425.4") }))
	// No percentage is printed, and level and amount to cut are one number.
	assert.Equal(t, []string{claim.FindingLevelCalledCut}, with(func(c *claim.Claim) {
		c.Cut, c.CutAmount,
			c.Level = claim.ShareFigure{}, mt("536"), mt("536")
	}))
	assert.Empty(t, with(func(c *claim.Claim) { c.Cut, c.CutAmount, c.Level = claim.ShareFigure{}, mt("400"), mt("536") }))

	// 4.5 × 0.47 is 2.115, and too little; 4.5 × 0.475 is 2.1375.
	coarse := claim.Claim{Base: mt("4"), Cut: pc("47%"), CutAmount: mt("2.120"), Follows: claim.AmountsFollow}
	assert.Equal(t, []string{claim.FindingCoarseDigits, claim.FindingLevelCalledCut}, claimCodes(checkClaim(t, coarse)))
	coarse.Follows = claim.PercentageFollows
	assert.Equal(t, []string{claim.FindingCoarseDigits}, claimCodes(checkClaim(t, coarse)), "53 % is six digits from 47 %")

	rate := claim.Claim{BaseYear: 2018, Due: 2030, Cut: pc("45%")}
	for _, x := range []struct {
		linear, compound string
		want             []string
	}{
		{"3.75%", "4.86%", []string{}},
		{"4.86%", "3.75%", []string{claim.FindingRateKind, claim.FindingRateKind}},
		{"4.86%", "", []string{claim.FindingRateKind}},
		{"", "3.75%", []string{claim.FindingRateKind}},
		{"5%", "5%", []string{claim.FindingRateKind}}, // 3.75 is 4 %; 4.86 is 5 %
		{"6%", "", []string{}},
	} {
		c := rate
		if x.linear != "" {
			c.LinearRate = pc(x.linear)
		}
		if x.compound != "" {
			c.CompoundRate = pc(x.compound)
		}
		assert.Equal(t, x.want, claimCodes(checkClaim(t, c)), x)
	}
	c := rate
	c.LinearRate = pc("4.86%")
	f := checkClaim(t, c).Findings.All[0]
	assert.Equal(t, "4.86% is called the linear rate, but is the compound rate: "+
		"the compound rate = 1 - (1 - 45%)^(1/12) = 4.859910100175%; the linear rate = 45%/12 = 3.75%", f.Detail)
	assert.Equal(t, "4.86%", f.Stated)
	assert.Equal(t, "3.75%", f.Found)
}

// A decided percentage gives one amount and no other; where a rounded one would
// give the printed amount, a finding says so.
func TestClaimCoarseDigits(t *testing.T) {
	for cutAmount, want := range map[string]int{
		"1.38": 0,            // 1.3752 is 1.38
		"1.37": 0,            // 11.455 × 12 % is 1.3746: rounding, one digit off
		"1.36": 1, "1.39": 1, // 11.87 and 12.13 %
		"1.32": 1, "1.43": 1, // 1.425/11.465 is 12.43 %
		"1.31": 0, "1.44": 0, // 1.315/11.455 is 11.48 %, 1.435/11.465 is 12.52 %: not 12
	} {
		c := checkClaim(t, claim.Claim{Baseline: claimMt(t, "11.46"), Cut: claim.MustShareFigure("12%"), CutAmount: claimMt(t, cutAmount),
			Follows: claim.AmountsFollow})
		assert.Len(t, claimCodes(c), want, cutAmount)
	}
	c := checkClaim(t, claim.Claim{Baseline: claimMt(t, "11.46"), Cut: claim.MustShareFigure("12%"), CutAmount: claimMt(t, "1.32"),
		Follows: claim.AmountsFollow})
	f := c.Findings.All[0]
	assert.Equal(t, ghg.Warning, f.Severity)
	assert.Equal(t, "1.32 Mt", f.Stated)
	assert.Equal(t, "1.3752 Mt", f.Found)
	assert.Equal(t, "cut amount = 11.46 Mt × 12% = 1.3752 Mt, printed 1.32 Mt: "+
		"off by 0.0552 Mt; it agrees only where the decided cut of 12% is a rounded one, from 11.5 to 11.567001309472%", f.Detail)
	// 2.5 against 1 is one unit and a half of the last digit, and rounds to 3: two digits away.
	c = checkClaim(t, claim.Claim{Base: claimMt(t, "5"), Cut: claim.MustShareFigure("0.5"), CutAmount: claimMt(t, "1"),
		Follows: claim.AmountsFollow})
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict, "1.5 is below 4.5 × 0.5, and below 4.5 × 0.45")
	c = checkClaim(t, claim.Claim{Base: claimMt(t, "5"), Cut: claim.MustShareFigure("5e1%"), CutAmount: claimMt(t, "1"),
		Follows: claim.AmountsFollow})
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict, "1.5 is below 4.5 × 0.5, and below 4.5 × 0.45")
	c = checkClaim(t, claim.Claim{Base: claimMt(t, "5"), Cut: claim.MustShareFigure("1e2%"), CutAmount: claimMt(t, "3"),
		Follows: claim.AmountsFollow})
	assert.Equal(t, []string{claim.FindingCoarseDigits}, claimCodes(c), "5 is two digits from 3")
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict, "3.5 is below 4.5 × 1")
	assert.Contains(t, c.Findings.String(), "where the decided cut of 1e2% is a rounded one, from 50 to 77.777777777778%") // 3.5/4.5

	// Within rounding by the digits of the base alone: the level is 6.25 or
	// more, and 6.25/0.6 is 10.41666…. One digit off is no finding, two are.
	stated := claim.Claim{Base: claimMt(t, "10"), Cut: claim.MustShareFigure("40%"), Level: claimMt(t, "6.1"), Follows: claim.AmountsFollow}
	c = checkClaim(t, stated)
	assert.Equal(t, claim.Rounding, c.Verdict)
	assert.Empty(t, claimCodes(c))
	stated.Level = claimMt(t, "6.3")
	c = checkClaim(t, stated)
	assert.Equal(t, claim.Rounding, c.Verdict)
	assert.Contains(t, c.Findings.String(),
		"printed 6.3 Mt: off by -0.3 Mt; it agrees only where base, printed 10 Mt, lies from 10.416666666667 to 10.5 Mt\n")
	assert.Contains(t, c.Details(), "to both sides; the others follow from the decided cut as it is;")
	// Of a percentage that follows, the digits count: 37 % is three from 40, and
	// 6.25/0.605 is 10.3305….
	stated.Follows = claim.PercentageFollows
	c = checkClaim(t, stated)
	assert.Equal(t, claim.Rounding, c.Verdict)
	assert.Contains(t, c.Findings.String(),
		"printed 40%: off by -3%; it agrees only where base, printed 10 Mt, lies from 10.330578512397 to 10.5 Mt\n")
	assert.NotContains(t, c.Details(), "decided")
}

// Results and rates of a decided percentage follow from what it says too; where
// nobody says that it was decided, it has its digits.
func TestClaimDecidedPercentage(t *testing.T) {
	pc := claim.MustShareFigure
	for name, x := range map[string]struct {
		claim    claim.Claim
		relation string
	}{
		// 45/12 is 3.75; 45.24/12 would be 3.77.
		"linear rate": {claim.Claim{BaseYear: 2018, Due: 2030, Cut: pc("45%"), LinearRate: pc("3.77%")}, "linear rate"},
		// 1 - 0.55^(1/12) is 4.86 %; 1 - 0.545^(1/12) would be 4.93 %.
		"compound rate": {claim.Claim{BaseYear: 2018, Due: 2030, Cut: pc("45%"), CompoundRate: pc("4.90%")}, "compound rate"},
		// 10.05/25 is 40.2 %; 10.05/24.5 would be 41.02 %.
		"achieved of shares": {claim.Claim{Cut: pc("25%"), Reduction: pc("10.0%"), Achieved: pc("40.4%")}, "achieved"},
		// 1.0005/(7.995 × 25 %) is 50.06 %; 1.0005/(7.995 × 24.5 %) would be 51.08 %.
		"achieved of the base": {claim.Claim{Base: claimMt(t, "8.00"), Cut: pc("25%"), Reduced: claimMt(t, "1.000"),
			Achieved: pc("50.4%")}, "achieved"},
	} {
		x.claim.Follows = claim.AmountsFollow
		c := checkClaim(t, x.claim)
		assert.Equal(t, claim.DoesNotReproduce, claimRelationOf(t, c, x.relation).Verdict, name)
		assert.Equal(t, []string{claim.FindingCoarseDigits}, claimCodes(c), name)
		assert.True(t, claimReadingOf(t, c, x.relation, "cut").Within, name)
		assert.Empty(t, c.Unused, name)
		for _, x.claim.Follows = range []claim.Follows{0, claim.PercentageFollows} {
			assert.Equal(t, claim.Rounding, checkClaim(t, x.claim).Verdict, name)
		}
	}
}
