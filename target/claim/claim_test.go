package claim_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each relation, with every number computed from the others by hand.
func TestClaimRelations(t *testing.T) {
	mt := func(s string) claim.Amount { return claimMt(t, s) }
	pc := claim.MustShareFigure
	type solved struct{ of, formula, value string }
	for _, x := range []struct {
		name     string
		claim    claim.Claim
		relation string
		verdict  claim.Verdict
		solved   []solved // the first is judged
	}{
		{"amounts follow", claim.Claim{Base: mt("8.00"), Level: mt("5.00"), Cut: pc("37%"), Follows: claim.AmountsFollow},
			"level and cut", claim.DoesNotReproduce,
			[]solved{{"level", "base × (1 - cut)", "5.04"}, {"cut", "1 - level/base", "37.5"}, {"base", "level/(1 - cut)", "7.936507936508"}}},
		// 8.05 × 0.63 is 5.0715, and 5.07 stands for 5.065 and more.
		{"amounts follow from a coarse base", claim.Claim{Base: mt("8.0"), Level: mt("5.07"), Cut: pc("37%"),
			Follows: claim.AmountsFollow}, "level and cut", claim.Rounding,
			[]solved{{"level", "base × (1 - cut)", "5.04"}, {"cut", "1 - level/base", "36.625"}, {"base", "level/(1 - cut)", "8.047619047619"}}},
		{"percentage follows", claim.Claim{Base: mt("8.00"), Level: mt("5.00"), Cut: pc("37.5%"), Follows: claim.PercentageFollows},
			"level and cut", claim.Reproduces,
			[]solved{{"cut", "1 - level/base", "37.5"}, {"level", "base × (1 - cut)", "5"}, {"base", "level/(1 - cut)", "8"}}},
		{"a fraction keeps its form", claim.Claim{Base: mt("8.00"), Level: mt("5.00"), Cut: pc("0.375"),
			Follows: claim.PercentageFollows}, "level and cut", claim.Reproduces,
			[]solved{{"cut", "1 - level/base", "0.375"}, {"level", "base × (1 - cut)", "5"}, {"base", "level/(1 - cut)", "8"}}},
		{"amount to cut", claim.Claim{Baseline: mt("12.6"), CutAmount: mt("4.0"), Cut: pc("30%"), Follows: claim.AmountsFollow},
			"cut amount and cut", claim.DoesNotReproduce,
			[]solved{{"cut amount", "baseline × cut", "3.78"}, {"cut", "cut amount/baseline", "31.746031746032"}, {"baseline",
				"cut amount/cut", "13.333333333333"}}},
		{"amount to cut, percentage follows", claim.Claim{Baseline: mt("12.6"), CutAmount: mt("3.9"), Cut: pc("31%"),
			Follows: claim.PercentageFollows}, "cut amount and cut", claim.Reproduces,
			[]solved{{"cut", "cut amount/baseline", "30.952380952381"}, {"cut amount", "baseline × cut", "3.906"}, {"baseline",
				"cut amount/cut", "12.58064516129"}}},
		{"level and amount to cut", claim.Claim{Base: mt("9.43"), Level: mt("5.19"), CutAmount: mt("4.25")}, "cut amount and level",
			claim.Rounding,
			[]solved{{"cut amount", "base - level", "4.24"}, {"level", "base - cut amount", "5.18"}, {"base", "level + cut amount", "9.44"}}},
		{"no reference", claim.Claim{Level: mt("5.0"), CutAmount: mt("3.0"), Cut: pc("37.5%"), Follows: claim.AmountsFollow},
			"level, cut amount and cut", claim.Reproduces,
			[]solved{{"cut amount", "level/(1/cut - 1)", "3"}, {"cut", "1/(1 + level/cut amount)", "37.5"}, {"level",
				"cut amount × (1/cut - 1)", "5"}}},
		{"reduction", claim.Claim{Base: mt("8.0"), Reduced: mt("1.0"), Reduction: pc("12.5%")}, "reduction", claim.Reproduces,
			[]solved{{"reduction", "reduced/base", "12.5"}, {"reduced", "base × reduction", "1"}, {"base", "reduced/reduction", "8"}}},
		{"achieved of the amount", claim.Claim{Base: mt("8.0"), Level: mt("6.0"), CutAmount: mt("2.0"), Reduced: mt("1.0"),
			Achieved: pc("51%")}, "achieved", claim.Rounding,
			[]solved{{"achieved", "reduced/cut amount", "50"}, {"reduced", "cut amount × achieved", "1.02"}, {"cut amount",
				"reduced/achieved", "1.960784313725"}}},
		{"achieved of the levels", claim.Claim{Base: mt("8.0"), Level: mt("6.0"), Reduced: mt("1.0"), Achieved: pc("40%")}, "achieved",
			claim.DoesNotReproduce,
			[]solved{{"achieved", "reduced/(base - level)", "50"}, {"reduced", "(base - level) × achieved", "0.8"},
				{"level", "base - reduced/achieved", "5.5"}, {"base", "level + reduced/achieved", "8.5"}}},
		{"achieved of the percentage", claim.Claim{Base: mt("8.0"), Cut: pc("25%"), Reduced: mt("1.0"), Achieved: pc("50%")}, "achieved",
			claim.Reproduces,
			[]solved{{"achieved", "reduced/(base × cut)", "50"}, {"reduced", "base × cut × achieved", "1"},
				{"cut", "reduced/(achieved × base)", "25"}, {"base", "reduced/(achieved × cut)", "8"}}},
		{"achieved of shares", claim.Claim{Cut: pc("25%"), Reduction: pc("10%"), Achieved: pc("40%")}, "achieved", claim.Reproduces,
			[]solved{{"achieved", "reduction/cut", "40"}, {"reduction", "cut × achieved", "10"}, {"cut", "reduction/achieved", "25"}}},
		{"linear rate", claim.Claim{BaseYear: 2018, Due: 2030, Cut: pc("45%"), LinearRate: pc("3.75%")}, "linear rate", claim.Reproduces,
			[]solved{{"linear rate", "cut/years", "3.75"}, {"cut", "linear rate × years", "45"}}},
		{"linear rate of levels", claim.Claim{BaseYear: 2018, Due: 2028, Base: mt("8.0"), Level: mt("6.0"), LinearRate: pc("2.5%")},
			"linear rate", claim.Reproduces,
			[]solved{{"linear rate", "(1 - level/base)/years", "2.5"}, {"level", "base × (1 - linear rate × years)", "6"}, {"base",
				"level/(1 - linear rate × years)", "8"}}},
		{"linear rate of the amount", claim.Claim{BaseYear: 2018, Due: 2028, Base: mt("8.0"), CutAmount: mt("2.0"),
			LinearRate: pc("2.5%")}, "linear rate", claim.Reproduces,
			[]solved{{"linear rate", "cut amount/base/years", "2.5"}, {"cut amount", "base × linear rate × years", "2"}, {"base",
				"cut amount/(linear rate × years)", "8"}}},
		// mpmath 1.2.1: 1 - 0.55^(1/12) = 0.04859910100174768017
		{"compound rate", claim.Claim{BaseYear: 2018, Due: 2030, Cut: pc("45%"), CompoundRate: pc("4.86%")}, "compound rate", claim.Reproduces,
			[]solved{{"compound rate", "1 - (1 - cut)^(1/years)", "4.859910100175"}, {"cut", "1 - (1 - compound rate)^years", "45.000623644316"}}},
		// 1 - (436.6/727.6)^(1/12) = 0.04166815443828670339
		{"compound rate of levels", claim.Claim{BaseYear: 2018, Due: 2030, Base: mt("727.6"), Level: mt("436.6"),
			CompoundRate: pc("4.17%")}, "compound rate", claim.Reproduces,
			[]solved{{"compound rate", "1 - (level/base)^(1/years)", "4.166815443829"}, {"level", "base × (1 - compound rate)^years",
				"436.425932136747"},
				{"base", "level/(1 - compound rate)^years", "727.890202226717"}}},
		{"compound rate of the amount", claim.Claim{BaseYear: 2018, Due: 2020, Base: mt("100"), CutAmount: mt("19"),
			CompoundRate: pc("10%")}, "compound rate", claim.Reproduces,
			[]solved{{"compound rate", "1 - (1 - cut amount/base)^(1/years)", "10"}, {"cut amount", "base × (1 - (1 - compound rate)^years)", "19"},
				{"base", "cut amount/(1 - (1 - compound rate)^years)", "100"}}},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := checkClaim(t, x.claim)
			r := claimRelationOf(t, c, x.relation)
			assert.Equal(t, x.verdict, r.Verdict, c.Details())
			assert.Equal(t, x.verdict, r.Numbers)
			require.Len(t, r.Readings, len(x.solved))
			for i, want := range x.solved {
				got := r.Readings[i]
				assert.Equal(t, want.of, got.Of)
				assert.Equal(t, want.formula, got.Formula)
				assert.Equal(t, want.value, claimComputed(t, got).String(), want.of)
			}
		})
	}
}

// A press release of parts: what was cut in Daegu in 2021, in kt.
func TestClaimParts(t *testing.T) {
	kt := func(s string) claim.Amount {
		f, err := ghg.ParseFigure(s, ghg.Kilotonne)
		require.NoError(t, err)
		return claim.Amount{Figure: f}
	}
	list := claim.Parts{Name: "2021", Whole: kt("1520"),
		Parts: []claim.StatedPart{
			{Name: "carbon points", Amount: kt("310"), Share: claim.MustShareFigure("20.4%")},
			{Name: "city gas and renewables", Amount: kt("560"), Share: claim.MustShareFigure("36.9%")},
			{Name: "clean cars", Amount: kt("470")},
			{Name: "other", Amount: kt("180")}},
		Total: claim.StatedPart{Amount: claimMt(t, "1.52")}}
	c := checkClaim(t, claim.Claim{Parts: []claim.Parts{list}})
	assert.Equal(t, claim.Rounding, c.Verdict)
	sum := claimRelationOf(t, c, "2021: sum")
	assert.Equal(t, claim.Reproduces, sum.Verdict)
	require.Len(t, sum.Readings, 1)
	assert.Equal(t, "2021: carbon points + 2021: city gas and renewables + 2021: clean cars + 2021: other", sum.Readings[0].Formula)
	claimSame(t, "1.52", claimComputed(t, sum.Readings[0]))
	claimSame(t, "1.518", sum.Readings[0].Allowed.Low) // four parts of half a kt each
	claimSame(t, "1.522", sum.Readings[0].Allowed.High)
	assert.Equal(t, claim.Reproduces, claimRelationOf(t, c, "2021: share of carbon points").Verdict) // 20.39
	// 560/1520 is 36.84, printed 36.9; 560.5/1519.5 is 36.887: within rounding.
	assert.Equal(t, claim.Rounding, claimRelationOf(t, c, "2021: share of city gas and renewables").Verdict)
	assert.Len(t, c.Relations, 3, "one part without a share: no sum of shares")
	assert.Empty(t, c.Unused)

	// Without all amounts there is no sum.
	list.Parts[3].Amount = claim.Amount{}
	c = checkClaim(t, claim.Claim{Parts: []claim.Parts{list}})
	assert.Equal(t, []string{"2021: clean cars", "2021: total"}, c.Unused)
	assert.Len(t, c.Relations, 2)
	// No parts, no sum.
	c = checkClaim(t, claim.Claim{Parts: []claim.Parts{{Total: claim.StatedPart{Amount: kt("3"), Share: claim.MustShareFigure("4%")}}}})
	assert.Equal(t, claim.NotCheckable, c.Verdict)
	// The share of the total is checked with its amount.
	c = checkClaim(t, claim.Claim{Parts: []claim.Parts{{Whole: kt("8"), Total: claim.StatedPart{Amount: kt("4"),
		Share: claim.MustShareFigure("50%")}}}})
	assert.Equal(t, claim.Reproduces, c.Verdict)
	// A sum that is far off, though within what coarse parts allow.
	c = checkClaim(t, claim.Claim{Parts: []claim.Parts{{Total: claim.StatedPart{Amount: kt("12")},
		Parts: []claim.StatedPart{{Name: "a", Amount: kt("3")}, {Name: "b", Amount: kt("3")}, {Name: "c", Amount: kt("4")}}}}})
	assert.Equal(t, claim.Rounding, c.Verdict, "2.5 + 2.5 + 3.5 to 11.5, and 12 stands for 11.5 to 12.5")
	assert.Equal(t, []string{claim.FindingCoarseDigits}, claimCodes(c))
	assert.Contains(t, c.Findings.String(), "total = 3 kt + 3 kt + 4 kt = 10 kt, printed 12 kt: off by -2 kt\n")
}

// A claim is what its text says: more digits are a stronger claim.
func TestClaimDigitsCount(t *testing.T) {
	stated := claim.Claim{Base: claimMt(t, "727.6"), Level: claimMt(t, "436.6"), Follows: claim.PercentageFollows}
	for text, want := range map[string]claim.Verdict{
		"40%": claim.Reproduces, "40.0%": claim.Reproduces, "39.99%": claim.Reproduces,
		"40.00%": claim.Rounding, // 39.9945 as printed; 39.9835 to 40.0055 within the digits of the amounts
		"40.01%": claim.Rounding, "39.97%": claim.DoesNotReproduce, "41%": claim.DoesNotReproduce,
	} {
		stated.Cut = claim.MustShareFigure(text)
		assert.Equal(t, want, checkClaim(t, stated).Verdict, text)
	}
}

func TestClaimNothingToCheck(t *testing.T) {
	c := checkClaim(t, claim.Claim{})
	assert.Equal(t, claim.NotCheckable, c.Verdict)
	assert.Equal(t, "claim: not_checkable", c.String())
	assert.Contains(t, c.Details(), "source         not stated\n")
	assert.Empty(t, c.Findings.All)
	b, err := json.Marshal(c)
	require.NoError(t, err)
	assert.JSONEq(t, `{"claim":"","source":"","follows":"not said","printed":[],"verdict":"not_checkable","relations":[],`+
		`"oneBasis":[],"unused":[],"findings":[]}`, string(b))
	assert.Equal(t, claim.Check{}.Verdict, claim.NotCheckable)
	assert.Equal(t, "not_checkable", claim.Relation{}.String())

	// A rate of numbers that do not tell the cut.
	c = checkClaim(t, claim.Claim{BaseYear: 2018, Due: 2030, Level: claimMt(t, "5"), LinearRate: claim.MustShareFigure("3%"),
		Achieved: claim.MustShareFigure("3%")})
	assert.Equal(t, claim.NotCheckable, c.Verdict)
	assert.Equal(t, []string{"level", "achieved", "linear rate"}, c.Unused)
	assert.Empty(t, c.Findings.All, "nothing was compared")
}

// A relation that divides by zero says so, and judges nothing.
func TestClaimUndefined(t *testing.T) {
	c := checkClaim(t, claim.Claim{CutAmount: claimMt(t, "0"), Reduced: claimMt(t, "1"), Achieved: claim.MustShareFigure("0%")})
	assert.Equal(t, claim.NotCheckable, c.Verdict)
	r := claimRelationOf(t, c, "achieved")
	assert.Equal(t, "it would be divided by zero", r.Readings[0].Computed.Undefined())
	assert.Equal(t, "it would be divided by zero", r.Readings[0].Off.Undefined())
	assert.True(t, r.Readings[0].Allowed.Open)
	assert.Equal(t, "any", r.Readings[0].Allowed.String())
	_, ok := r.Readings[0].Needs()
	assert.False(t, ok)
	claimSame(t, "0", claimComputed(t, r.Readings[1]))
	assert.Contains(t, c.Details(),
		"achieved = reduced/cut amount = 1 Mt/0 Mt = undefined: it would be divided by zero; printed 0% stands for -0.5 to 0.5%\n")

	// More than everything has no compound rate.
	c = checkClaim(t, claim.Claim{BaseYear: 2018, Due: 2030, Cut: claim.MustShareFigure("120%"), CompoundRate: claim.MustShareFigure("9%")})
	assert.Equal(t, claim.NotCheckable, c.Verdict)
	assert.Equal(t, "more than the whole would be cut", c.Relations[0].Readings[0].Computed.Undefined())
	// Everything has one: all of it every year.
	c = checkClaim(t, claim.Claim{BaseYear: 2018, Due: 2030, Cut: claim.MustShareFigure("100%"), CompoundRate: claim.MustShareFigure("100%")})
	assert.Equal(t, claim.Reproduces, c.Verdict)
	allowed := c.Relations[0].Readings[0].Allowed
	claimSame(t, "100", allowed.High)          // what cannot be cut is not allowed
	claimNear(t, "35.69", allowed.Low, "0.01") // 1 - 0.005^(1/12) = 0.35695
}

// Printed to a tenth, the base and the level may be one number: the share of
// the cut between them is anything.
func TestClaimOpenRange(t *testing.T) {
	c := checkClaim(t, claim.Claim{Base: claimMt(t, "9.4"), Level: claimMt(t, "9.3"), Reduced: claimMt(t, "0.02"),
		Achieved: claim.MustShareFigure("50%")})
	r := claimRelationOf(t, c, "achieved")
	assert.Equal(t, claim.Rounding, r.Verdict)
	assert.Equal(t, "20", r.Readings[0].Computed.String())
	assert.True(t, r.Readings[0].Allowed.Open)
	needs, ok := r.Readings[0].Needs()
	assert.True(t, ok)
	assert.Equal(t, "49.5 to 50.5", needs.String())
	b, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Contains(t, string(b), `"allowed":{"low":null,"high":null}`)
	assert.NotContains(t, r.Readings[0].String(), "the others allow")

	// A base of which nothing is known explains nothing: 12 × 8.35 % is all of it.
	c = checkClaim(t, claim.Claim{BaseYear: 2018, Due: 2030, Base: claimMt(t, "8.0"), Level: claimMt(t, "6.0"),
		LinearRate: claim.MustShareFigure("8.3%")})
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict)
	assert.True(t, claimReadingOf(t, c, "linear rate", "base").Allowed.Open)
	assert.Empty(t, claimCodes(c))
}

func TestClaimBases(t *testing.T) {
	gross, net := ghg.MustDeclaredView("gross", "NDC"), ghg.MustDeclaredView("net", "NDC")
	on := func(number string, v ghg.View, m ghg.Metric) claim.Amount {
		return claim.Amount{Figure: claimMt(t, number).Figure, View: v, Metric: m}
	}
	cut := claim.MustShareFigure("40%")
	verdict := func(base, level claim.Amount) (claim.Verdict, string) {
		c := checkClaim(t, claim.Claim{Base: base, Level: level, Cut: cut, Follows: claim.AmountsFollow})
		return c.Verdict, c.Relations[0].Reason
	}
	for _, x := range []struct {
		name        string
		base, level claim.Amount
		want        claim.Verdict
		reason      string
	}{
		{"one view", on("10", net, ghg.AR5), on("6", net, ghg.AR5), claim.Reproduces, ""},
		{"two views", on("10", gross, ghg.AR5), on("6", net, ghg.AR5), claim.BasisMismatch,
			"base is stated in gross (as declared by NDC), level in net (as declared by NDC)"},
		{"two metrics", on("10", net, ghg.SAR), on("6", net, ghg.AR5), claim.BasisMismatch, "base is stated on metric SAR, level on AR5"},
		{"metrics alone", on("10", ghg.View{}, ghg.SAR), on("6", ghg.View{}, ghg.AR5), claim.BasisMismatch,
			"base is stated on metric SAR, level on AR5"},
		{"one metric unstated", on("10", net, ghg.Unstated), on("6", net, ghg.AR5), claim.Reproduces, ""},
		{"one view unstated", on("10", gross, ghg.AR5), on("6", ghg.View{}, ghg.AR5), claim.Reproduces, ""},
		{"wrong on two bases", on("10", gross, ghg.AR5), on("7", net, ghg.AR5), claim.BasisMismatch,
			"base is stated in gross (as declared by NDC), level in net (as declared by NDC)"},
	} {
		got, reason := verdict(x.base, x.level)
		assert.Equal(t, x.want, got, x.name)
		assert.Equal(t, x.reason, reason, x.name)
	}
	// The amount in the middle states nothing, the two around it differ.
	c := checkClaim(t, claim.Claim{Base: on("10", gross, ghg.SAR), Level: claimMt(t, "6"), CutAmount: on("4", net, ghg.SAR)})
	assert.Equal(t, claim.BasisMismatch, c.Verdict)
	assert.Equal(t, claim.Reproduces, c.Relations[0].Numbers)
	assert.Contains(t, c.String(), "cut amount and level basis_mismatch")
	assert.Contains(t, c.Details(), "; the numbers alone: reproduces\n")
}

func TestClaimOneBasis(t *testing.T) {
	gross, net := ghg.MustDeclaredView("gross", "NDC"), ghg.MustDeclaredView("net", "NDC")
	on := func(number string, v ghg.View, m ghg.Metric) claim.Amount {
		return claim.Amount{Figure: claimMt(t, number).Figure, View: v, Metric: m}
	}
	list := func(c claim.Claim) []string {
		out := []string{}
		for _, o := range checkClaim(t, c).OneBasis {
			out = append(out, o.String())
		}
		return out
	}
	stated := claim.Claim{Base: on("727.6", gross, ghg.Metric{}), Level: on("436.6", net, ghg.Metric{}),
		Cut: claim.MustShareFigure("40%"), Follows: claim.AmountsFollow,
		OtherBases: []claim.Amount{on("686.3", net, ghg.Metric{}), on("690", net, ghg.AR5)}}
	assert.Equal(t, []string{"net (as declared by NDC): 1 - 436.6 Mt/686.3 Mt = 36.38%, the printed cut does_not_reproduce"}, list(stated))
	// Other levels pair with the claim's own base, and with other bases.
	stated.OtherLevels = []claim.Amount{on("507.1", gross, ghg.Metric{}), on("414", net, ghg.AR5)}
	assert.Equal(t, []string{
		"gross (as declared by NDC): 1 - 507.1 Mt/727.6 Mt = 30.31%, the printed cut does_not_reproduce",
		"net (as declared by NDC): 1 - 436.6 Mt/686.3 Mt = 36.38%, the printed cut does_not_reproduce",
		"net (as declared by NDC) on metric AR5: 1 - 414 Mt/690 Mt = 40.00%, the printed cut reproduces",
	}, list(stated))
	// Without a printed percentage there is nothing to hold it against.
	stated.Cut, stated.OtherLevels = claim.ShareFigure{}, nil
	assert.Equal(t, []string{"net (as declared by NDC): 1 - 436.6 Mt/686.3 Mt = 36.38%"}, list(stated))
	// Only a level is printed elsewhere.
	assert.Equal(t, []string{"gross (as declared by NDC): 1 - 507.1 Mt/727.6 Mt = 30.31%"},
		list(claim.Claim{Base: stated.Base, Level: stated.Level, OtherLevels: []claim.Amount{on("507.1", gross, ghg.Metric{})}}))
	// Only others are printed.
	assert.Len(t, list(claim.Claim{OtherBases: stated.OtherBases[:1], OtherLevels: []claim.Amount{stated.Level}}), 1)
	// A pair that the claim prints itself is in its relations.
	assert.Empty(t, list(claim.Claim{Base: on("727.6", gross, ghg.Metric{}), Level: on("507.1", gross, ghg.Metric{}),
		OtherBases: stated.OtherBases}))
}

// The caller's lists are copied.
func TestClaimIsCopied(t *testing.T) {
	view := ghg.MustDeclaredView("net", "city")
	other := claim.Amount{Figure: claimMt(t, "8").Figure, View: view}
	stated := claim.Claim{OtherBases: []claim.Amount{other}, OtherLevels: []claim.Amount{other},
		Parts: []claim.Parts{{Parts: []claim.StatedPart{{Name: "bus", Amount: claimMt(t, "1")}}}}}
	c := checkClaim(t, stated)
	stated.Parts[0].Parts[0].Name = "changed"
	stated.OtherBases[0], stated.OtherLevels[0] = claim.Amount{}, claim.Amount{}
	assert.Equal(t, "bus", c.Claim.Parts[0].Parts[0].Name)
	assert.Equal(t, view, c.Claim.OtherBases[0].View)
	assert.Equal(t, view, c.Claim.OtherLevels[0].View)
	stated.Parts[0].Name = "changed"
	assert.Equal(t, "", c.Claim.Parts[0].Name)
	assert.Contains(t, c.Details(), "printed        bus 1 Mt\n")
}

func TestFollowsString(t *testing.T) {
	assert.Equal(t, "not said", claim.Follows(0).String())
	assert.Equal(t, "the amounts follow from the percentage", claim.AmountsFollow.String())
	assert.Equal(t, "the percentage follows from the amounts", claim.PercentageFollows.String())
}
