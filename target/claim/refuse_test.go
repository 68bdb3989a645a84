package claim_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestClaimRefused(t *testing.T) {
	mt := func(s string) claim.Amount { return claimMt(t, s) }
	pc := claim.MustShareFigure
	view := ghg.MustDeclaredView("net", "city")
	for _, x := range []struct {
		name  string
		claim claim.Claim
		want  []string // every line of the error, in order
	}{
		{"due year before the base year", claim.Claim{BaseYear: 2030, Due: 2018},
			[]string{`due "2018": the due year must come after the base year 2030: look whether the two were exchanged`}},
		{"due year is the base year", claim.Claim{BaseYear: 2018, Due: 2018}, []string{`due "2018": the due year must come after`}},
		{"years out of range", claim.Claim{BaseYear: 18, Due: 2301}, []string{`base year "18": years from 1850 to 2300 are allowed`,
			`due "2301": years from 1850`}},
		{"negative year", claim.Claim{Due: -1}, []string{`due "-1": years from`}},
		{"two references", claim.Claim{Base: mt("9.43"), Baseline: mt("12.6")},
			[]string{`baseline "12.6 Mt": a claim counts from a base year or from a baseline scenario: check it as two claims`}},
		{"base of zero", claim.Claim{Base: mt("0.0")}, []string{`base "0.0 Mt": it must be above zero`}},
		{"baseline below zero", claim.Claim{Baseline: mt("-1")}, []string{`baseline "-1 Mt": it must be above zero`}},
		{"what follows is not said", claim.Claim{Base: mt("9.43"), Cut: pc("45%"), Level: mt("5.19")},
			[]string{`follows: say what follows from what`}},
		{"what follows is not said of an amount to cut", claim.Claim{Cut: pc("45%"), CutAmount: mt("4.24")},
			[]string{`follows: say what follows from what`}},
		{"unknown follows", claim.Claim{Follows: 3}, []string{`follows "3": claim.AmountsFollow or claim.PercentageFollows is needed`}},
		{"rate over 100 %", claim.Claim{BaseYear: 2018, Due: 2030, LinearRate: pc("375%")},
			[]string{`linear rate "375%": a rate of -100% to 100% a year is needed`}},
		{"rate below -100 %", claim.Claim{BaseYear: 2018, Due: 2030, CompoundRate: pc("-100.1%")},
			[]string{`compound rate "-100.1%": a rate of`}},
		{"rate of a scenario", claim.Claim{BaseYear: 2018, Due: 2030, Baseline: mt("12.6"), LinearRate: pc("3%")},
			[]string{`linear rate "3%": a baseline scenario stands for the due year alone`}},
		{"rate without years", claim.Claim{Due: 2030, LinearRate: pc("3%"), CompoundRate: pc("4%")},
			[]string{`linear rate "3%": a rate a year needs the base year and the due year`,
				`compound rate "4%": a rate a year needs the base year and the due year`}},
		{"rate without a due year", claim.Claim{BaseYear: 2018, LinearRate: pc("3%")}, []string{`linear rate "3%": a rate a year needs`}},
		{"share beyond use", claim.Claim{Cut: pc("100001%"), Reduction: pc("-1e6%"), Achieved: pc("1e9%")},
			[]string{`cut "100001%": at most 100000% is allowed`, `reduction "-1e6%": at most`, `achieved "1e9%": at most`}},
		{"basis without figure", claim.Claim{Level: claim.Amount{View: view}, Reduced: claim.Amount{Metric: ghg.AR5}},
			[]string{`level: a view or metric is stated, but no figure`, `reduced: a view or metric is stated, but no figure`}},
		{"other base without view", claim.Claim{OtherBases: []claim.Amount{mt("8")}, OtherLevels: []claim.Amount{{View: view}}},
			[]string{`other base 1, view: the view that it is stated in is needed`, `other level 1, figure: a figure is needed`}},
		{"other base of zero", claim.Claim{OtherBases: []claim.Amount{{Figure: mt("0").Figure, View: view}}},
			[]string{`other base 1, figure "0 Mt": a base must be above zero`}},
		{"too many others", claim.Claim{OtherLevels: make([]claim.Amount, 21)}, []string{`other levels "21": at most 20`}},
		{"too many other bases", claim.Claim{OtherBases: make([]claim.Amount, 21)}, []string{`other bases "21": at most 20`}},
		{"parts", claim.Claim{Parts: []claim.Parts{{Whole: mt("0"), Parts: []claim.StatedPart{{}, {Name: "bus", Share: pc("1e8%")}},
			Total: claim.StatedPart{Amount: claim.Amount{View: view}}}}},
			[]string{`list of parts 1, whole "0 Mt": it must be above zero`, `list of parts 1, total, amount: a view or metric`,
				`list of parts 1, part 1, name: a part needs a name`, `list of parts 1, part 2, share "1e8%": at most`}},
		{"too many parts", claim.Claim{Parts: []claim.Parts{{Parts: make([]claim.StatedPart, 500)}}},
			[]string{`parts: at most 500 lists and parts together`}},
		{"long texts", claim.Claim{Source: strings.Repeat("x", 501), Parts: []claim.Parts{{Name: strings.Repeat("x", 501),
			Total: claim.StatedPart{Name: strings.Repeat("x", 501)}}}},
			[]string{`source: at most 500 bytes`, `list of parts 1, name: at most 500 bytes`, `list of parts 1, total, name: at most 500 bytes`}},
	} {
		t.Run(x.name, func(t *testing.T) {
			x.claim.Name = "release"
			c, err := x.claim.Check()
			var first ghg.Fault
			require.ErrorAs(t, err, &first)
			assert.True(t, strings.HasPrefix(first.Of, `claim "release"`), first.Of)
			assert.NotEmpty(t, first.Field)
			lines := strings.Split(err.Error(), "\n")
			require.Len(t, lines, len(x.want), err)
			for i, want := range x.want {
				assert.Contains(t, lines[i], `claim "release", `+want)
			}
			assert.Equal(t, claim.NotCheckable, c.Verdict)
			assert.Empty(t, c.Relations)
		})
	}
	_, err := claim.Claim{Name: strings.Repeat("x", 501)}.Check()
	assert.ErrorContains(t, err, "name: at most 500 bytes")
	assert.Less(t, len(err.Error()), 200)
}

// What lies at the edge of what is refused.
func TestClaimEdges(t *testing.T) {
	pc := claim.MustShareFigure
	parts := make([]claim.StatedPart, 499)
	for i := range parts {
		parts[i] = claim.StatedPart{Name: "district", Amount: claimTonnes(t, "1")}
	}
	others := make([]claim.Amount, 20)
	for i := range others {
		others[i] = claim.Amount{Figure: claimMt(t, "8.9").Figure, View: ghg.MustDeclaredView("net", "city")}
	}
	c := checkClaim(t, claim.Claim{Name: strings.Repeat("x", 500), BaseYear: 1850, Due: 2300, Base: claimTonnes(t, "1"), Cut: pc("100000%"),
		LinearRate: pc("100%"), CompoundRate: pc("-100%"), OtherBases: others, OtherLevels: others,
		Parts: []claim.Parts{{Parts: parts, Total: claim.StatedPart{Amount: claimTonnes(t, "499")}}}})
	assert.Equal(t, claim.Reproduces, claimRelationOf(t, c, "sum").Verdict)
	assert.Len(t, c.OneBasis, 400)
	var none ghg.Fault
	_, err := claim.Claim{Due: 2030, BaseYear: 2029}.Check()
	assert.False(t, errors.As(err, &none))
}
