package claim_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// claimVector is a published claim with the answers of an independent
// computation.
type claimVector struct {
	ID        string          `json:"id"`
	Inputs    json.RawMessage `json:"inputs"`
	Outputs   json.RawMessage `json:"outputs"`
	Published json.RawMessage `json:"published"`
}

func (v claimVector) read(t *testing.T, inputs, outputs, published any) {
	t.Helper()
	for raw, into := range map[*json.RawMessage]any{&v.Inputs: inputs, &v.Outputs: outputs, &v.Published: published} {
		if into != nil {
			require.NoError(t, json.Unmarshal(*raw, into))
		}
	}
}

func TestClaimVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/claims.json")
	require.NoError(t, err)
	var file struct{ Vectors []claimVector }
	require.NoError(t, json.Unmarshal(b, &file))
	run := map[string]func(*testing.T, claimVector){
		"goal-baseline-scenario-korea-2015-indc":    claimKorea2015,
		"goal-baseline-scenario-korea-2015-options": claimKorea2015Options,
		"goal-base-year-korea-2021-ndc":             claimKorea2021,
		"gross-net-korea-2021-ndc":                  claimKorea2021Bases,
		"claim-daegu-2021-bau-progress":             claimDaegu2021,
		"claim-daegu-rooftop-pv":                    claimDaeguRooftop,
	}
	assert.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if assert.True(t, ok, v.ID) {
			t.Run(v.ID, func(t *testing.T) { f(t, v) })
		}
	}
}

var claimDec = decimal.RequireFromString

func claimRatio(t *testing.T, r ghg.Ratio) decimal.Decimal {
	t.Helper()
	v, ok := r.Value()
	require.True(t, ok, r)
	return v
}

// claimNear asserts agreement within a tolerance.
func claimNear(t *testing.T, want string, got decimal.Decimal, tolerance string) {
	t.Helper()
	assert.True(t, got.Sub(claimDec(want)).Abs().LessThanOrEqual(claimDec(tolerance)), "want %s, got %s", want, got)
}

// claimMt is an amount in Mt that states no basis.
func claimMt(t *testing.T, number string) claim.Amount {
	t.Helper()
	f, err := ghg.ParseFigure(number, ghg.Megatonne)
	require.NoError(t, err)
	return claim.Amount{Figure: f}
}

func claimPercent(t *testing.T, number string) claim.ShareFigure {
	t.Helper()
	f, err := claim.ParsePercentFigure(number)
	require.NoError(t, err)
	return f
}

func checkClaim(t *testing.T, c claim.Claim) claim.Check {
	t.Helper()
	out, err := c.Check()
	require.NoError(t, err)
	return out
}

// claimRelationOf is one of a check by its name.
func claimRelationOf(t *testing.T, c claim.Check, name string) claim.Relation {
	t.Helper()
	for _, r := range c.Relations {
		if r.Name == name {
			return r
		}
	}
	require.Fail(t, "no relation "+name, c.Details())
	return claim.Relation{}
}

// claimReadingOf is a relation solved for one number.
func claimReadingOf(t *testing.T, c claim.Check, name, of string) claim.Reading {
	t.Helper()
	for _, r := range claimRelationOf(t, c, name).Readings {
		if r.Of == of {
			return r
		}
	}
	require.Fail(t, "no reading of "+of, c.Details())
	return claim.Reading{}
}

// claimSame asserts an exact value.
func claimSame(t *testing.T, want string, got decimal.Decimal) {
	t.Helper()
	assert.True(t, got.Equal(claimDec(want)), "want %s, got %s", want, got)
}

func claimComputed(t *testing.T, r claim.Reading) decimal.Decimal {
	return claimRatio(t, r.Computed)
}

// claimCodes are the codes of a check's findings, but for unstated bases.
func claimCodes(c claim.Check) []string {
	out := []string{}
	for _, f := range c.Findings.All {
		if f.Code != claim.FindingBasisNotStated {
			out = append(out, f.Code)
		}
	}
	return out
}

func claimKorea2015(t *testing.T, v claimVector) {
	var in struct {
		BAU       string `json:"bau_target_year_mt"`
		Reduction string
		Year      int `json:"target_year"`
	}
	var out struct {
		Level string `json:"allowable_mt"`
		Cut   string `json:"required_cut_mt"`
	}
	var published struct {
		Level json.Number `json:"target_level_mt"`
	}
	v.read(t, &in, &out, &published)
	cut, err := claim.ParseShareFigure(in.Reduction)
	require.NoError(t, err)
	stated := claim.Claim{Name: "INDC 2015", Due: in.Year, Baseline: claimMt(t, in.BAU), Cut: cut,
		Level: claimMt(t, published.Level.String()), Follows: claim.AmountsFollow}
	c := checkClaim(t, stated)
	assert.Equal(t, claim.Reproduces, c.Verdict)
	claimSame(t, out.Level, claimComputed(t, claimReadingOf(t, c, "level and cut", "level")))

	// The press text says "reducing emissions by 536 Mt".
	stated.CutAmount, stated.Level = stated.Level, claim.Amount{}
	c = checkClaim(t, stated)
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict)
	claimSame(t, out.Cut, claimComputed(t, claimReadingOf(t, c, "cut amount and cut", "cut amount")))
	assert.Equal(t, []string{claim.FindingLevelCalledCut}, claimCodes(c))
	assert.Equal(t, ghg.Serious, c.Findings.All[0].Severity)
	assert.Equal(t, "the amount to cut, level-called-cut: 536 Mt is called the amount to cut, but is the level: "+
		"the level = 850.8 Mt × (1 - 0.37) = 536.004 Mt; the amount to cut = 850.8 Mt × 0.37 = 314.796 Mt; "+
		"or 0.37 is what is left, as in \"to 0.37\"",
		c.Findings.All[0].String())
}

func claimKorea2015Options(t *testing.T, v claimVector) {
	var in struct {
		BAU        string `json:"bau_target_year_mt"`
		Reductions []string
	}
	var out struct {
		Rows []struct {
			Reduction  string
			Computed   string      `json:"computed_mt"`
			Published  json.Number `json:"published_mt"`
			Reproduces bool        `json:"reproduces_to_nearest_mt"`
		}
	}
	v.read(t, &in, &out, nil)
	require.Len(t, out.Rows, 4)
	// The percentages are rounded ones, so they follow from the levels. What the
	// level may be for all that the printed digits stand for: the lower end is
	// 850.55 × (1 - p - 0.0005), the upper 850.65 × (1 - p + 0.0005). 688 stands
	// for 687.5 and more, and 687.5 lies below 687.750525, which is
	// 850.65 × 0.8085. So rows 2 and 4 are within rounding, though their levels
	// are 1 Mt above what the printed percentages give. Row 1 is within rounding
	// too: 1 - 726/850.6 is 14.6485 %, a hair below what rounds to 14.7 %.
	follows := []struct{ low, high, share string }{
		{"725.093875", "726.029775", "0.146485"}, {"686.819125", "687.750525", "0.191159"},
		{"631.533375", "632.458275", "0.256995"}, {"583.902575", "584.821875", "0.312250"}}
	verdicts := []claim.Verdict{claim.Rounding, claim.Rounding, claim.Reproduces, claim.Rounding}
	// Decided, a percentage is what it says: 850.55 × (1 - p) to 850.65 × (1 - p).
	// 850.65 × 0.808 is 687.3252, below 687.5; 850.65 × 0.687 is 584.39655, below
	// 584.5.
	decided := [][2]string{{"725.51915", "725.60445"}, {"687.2444", "687.3252"}, {"631.95865", "632.03295"}, {"584.32785", "584.39655"}}
	for i, row := range out.Rows {
		assert.Equal(t, in.Reductions[i], row.Reduction)
		cut, err := claim.ParseShareFigure(row.Reduction)
		require.NoError(t, err)
		stated := claim.Claim{Due: 2030, Baseline: claimMt(t, in.BAU), Cut: cut, Level: claimMt(t, row.Published.String()),
			Follows: claim.PercentageFollows}
		c := checkClaim(t, stated)
		level := claimReadingOf(t, c, "level and cut", "level")
		claimSame(t, row.Computed, claimComputed(t, level))
		assert.Equal(t, row.Reproduces, level.AsPrinted, row.Reduction)
		assert.Equal(t, verdicts[i], c.Verdict, row.Reduction)
		claimNear(t, follows[i].share, claimComputed(t, claimReadingOf(t, c, "level and cut", "cut")), "0.0000005")
		claimSame(t, follows[i].low, level.Allowed.Low)
		claimSame(t, follows[i].high, level.Allowed.High)
		assert.Empty(t, claimCodes(c), "at most the next digit: a rounding difference, and no more")

		stated.Follows = claim.AmountsFollow
		c = checkClaim(t, stated)
		level = claimReadingOf(t, c, "level and cut", "level")
		assert.Equal(t, row.Reproduces, level.AsPrinted, row.Reduction)
		claimSame(t, decided[i][0], level.Allowed.Low)
		claimSame(t, decided[i][1], level.Allowed.High)
		if row.Reproduces {
			assert.Equal(t, claim.Reproduces, c.Verdict, row.Reduction)
			assert.Empty(t, claimCodes(c), row.Reduction)
		} else {
			assert.Equal(t, claim.DoesNotReproduce, c.Verdict, row.Reduction)
			assert.Equal(t, []string{claim.FindingCoarseDigits}, claimCodes(c), "the percentages are rounded ones")
		}
	}
}

func claimKorea2021(t *testing.T, v claimVector) {
	var in struct {
		BaseYear int    `json:"base_year"`
		Base     string `json:"base_gross_mt"`
		Due      int    `json:"target_year"`
		Level    string `json:"target_net_mt"`
	}
	var out struct {
		Cut       string `json:"stated_reduction"`
		CutAmount string `json:"cut_mt"`
	}
	var published struct {
		Cut       json.Number `json:"reduction_pct"`
		CutAmount json.Number `json:"cut_mt"`
	}
	v.read(t, &in, &out, &published)
	stated := claim.Claim{BaseYear: in.BaseYear, Due: in.Due, Base: claimMt(t, in.Base), Level: claimMt(t, in.Level),
		Cut: claimPercent(t, published.Cut.String()), CutAmount: claimMt(t, published.CutAmount.String()), Follows: claim.AmountsFollow}
	c := checkClaim(t, stated)
	assert.Equal(t, claim.Reproduces, c.Verdict, c.Details())
	claimNear(t, out.Cut, claimComputed(t, claimReadingOf(t, c, "level and cut", "cut")).Shift(-2), "0.0005")
	claimSame(t, out.CutAmount, claimComputed(t, claimReadingOf(t, c, "cut amount and level", "cut amount")))
	claimSame(t, "436.56", claimComputed(t, claimReadingOf(t, c, "level and cut", "level")))

	stated.Base.View = ghg.MustDeclaredView("gross", "2030 NDC")
	stated.Level.View = ghg.MustDeclaredView("net", "2030 NDC")
	c = checkClaim(t, stated)
	assert.Equal(t, claim.BasisMismatch, c.Verdict)
	r := claimRelationOf(t, c, "level and cut")
	assert.Equal(t, claim.Reproduces, r.Numbers, "the arithmetic is right; what it says is of two bases")
	assert.Equal(t, "base is stated in gross (as declared by 2030 NDC), level in net (as declared by 2030 NDC)", r.Reason)
}

func claimKorea2021Bases(t *testing.T, v claimVector) {
	var in struct {
		Gross string `json:"gross_2018_mt"`
	}
	var out struct {
		NetBase  string `json:"net_2018_mt"`
		Gross    string `json:"gross_2030_mt"`
		Net      string `json:"net_2030_mt"`
		GrossNet string `json:"reduction_gross_base_net_target"`
		GG       string `json:"reduction_gross_gross"`
		NN       string `json:"reduction_net_net"`
	}
	v.read(t, &in, &out, nil)
	on := func(number, view string) claim.Amount {
		a := claimMt(t, number)
		a.View = ghg.MustDeclaredView(view, "2030 NDC")
		return a
	}
	c := checkClaim(t, claim.Claim{BaseYear: 2018, Due: 2030, Base: on(in.Gross, "gross"), Level: on(out.Net, "net"),
		Cut:        claimPercent(t, "40"),
		Follows:    claim.AmountsFollow,
		OtherBases: []claim.Amount{on(out.NetBase, "net")}, OtherLevels: []claim.Amount{on(out.Gross, "gross")}})
	assert.Equal(t, claim.BasisMismatch, c.Verdict)
	claimNear(t, out.GrossNet, claimComputed(t, claimReadingOf(t, c, "level and cut", "cut")).Shift(-2), "0.000001")
	require.Len(t, c.OneBasis, 2)
	for i, want := range []struct{ view, cut, percent string }{{"gross", out.GG, "30.3%"}, {"net", out.NN, "36.4%"}} {
		assert.Equal(t, want.view, c.OneBasis[i].View.Name())
		claimNear(t, want.cut, claimRatio(t, c.OneBasis[i].Cut), "0.000001")
		assert.Equal(t, want.percent, c.OneBasis[i].Cut.Percent(1))
		assert.Equal(t, claim.DoesNotReproduce, c.OneBasis[i].Verdict)
	}
}

// The result reproduces as printed. The promise does not: 12 % of 11.46 Mt is
// 1.3752 Mt, and 1.32 Mt is printed, which is 11.518 %. A promise is decided as a
// percentage and its amount follows, so 12 % is 12 %: the two disagree by
// 0.0552 Mt, more than the 0.005 Mt of rounding. The finding says that a rounded
// percentage would agree, as 11.518 % rounds to 12 %.
func claimDaegu2021(t *testing.T, v claimVector) {
	var in struct {
		BAU      string `json:"bau_2021_mt"`
		Achieved string `json:"achieved_mt"`
		Target   string `json:"target_mt"`
	}
	var out struct {
		AchievedShare string `json:"achieved_share"`
		TargetShare   string `json:"target_share"`
		Achievement   string `json:"target_achievement"`
	}
	var published struct {
		Achieved json.Number `json:"achieved_pct"`
		Target   json.Number `json:"target_pct"`
	}
	v.read(t, &in, &out, &published)
	c := checkClaim(t, claim.Claim{Name: "Daegu 2021", Due: 2021, Baseline: claimMt(t, in.BAU),
		Cut: claimPercent(t, published.Target.String()), CutAmount: claimMt(t, in.Target), Follows: claim.AmountsFollow,
		Reduced: claimMt(t, in.Achieved), Reduction: claimPercent(t, published.Achieved.String()), Achieved: claimPercent(t, "115")})
	result := claimRelationOf(t, c, "reduction")
	assert.Equal(t, claim.Reproduces, result.Verdict)
	claimNear(t, out.AchievedShare, claimComputed(t, result.Readings[0]).Shift(-2), "0.0000005")
	achieved := claimRelationOf(t, c, "achieved")
	assert.Equal(t, claim.Reproduces, achieved.Verdict)
	claimNear(t, out.Achievement, claimComputed(t, achieved.Readings[0]).Shift(-2), "0.0000005")

	promise := claimRelationOf(t, c, "cut amount and cut")
	assert.Equal(t, claim.DoesNotReproduce, promise.Verdict)
	amount := promise.Readings[0]
	assert.Equal(t, "cut amount", amount.Of)
	assert.False(t, amount.AsPrinted)
	claimSame(t, "1.3752", claimComputed(t, amount))
	claimSame(t, "0.0552", claimRatio(t, amount.Off))
	assert.False(t, amount.Within)
	claimSame(t, "1.3746", amount.Allowed.Low)  // 11.455 × 12 %
	claimSame(t, "1.3758", amount.Allowed.High) // 11.465 × 12 %
	_, ok := amount.Needs()
	assert.False(t, ok)
	share := promise.Readings[1]
	assert.True(t, share.AsPrinted)
	claimNear(t, out.TargetShare, claimComputed(t, share).Shift(-2), "0.0000005")
	claimSame(t, "11.5", share.Stands.Low) // solved for, it has its digits
	claimSame(t, "12.5", share.Stands.High)
	needs, ok := share.Needs()
	require.True(t, ok)
	claimSame(t, "11.5", needs.Low)
	claimNear(t, "11.567", needs.High, "0.0001") // 1.325/11.455
	assert.Equal(t, []string{claim.FindingCoarseDigits}, claimCodes(c))
	assert.Equal(t, "cut amount = 11.46 Mt × 12% = 1.3752 Mt, printed 1.32 Mt: "+
		"off by 0.0552 Mt; it agrees only where the decided cut of 12% is a rounded one, from 11.5 to 11.567001309472%",
		c.Findings.All[0].Detail)
	assert.Equal(t, claim.DoesNotReproduce, c.Verdict)
}

// The press adds the measure to the goal: 45 % and 10.6 % are "56 %".
func claimDaeguRooftop(t *testing.T, v claimVector) {
	var in struct {
		Base    string `json:"base_mt"`
		Measure string `json:"measure_mt"`
	}
	var out struct {
		Share string `json:"measure_share"`
		Total string `json:"goal_plus_measure"`
	}
	var published struct {
		Measure json.Number `json:"measure_pct"`
		Total   json.Number `json:"total_pct"`
	}
	v.read(t, &in, &out, &published)
	c := checkClaim(t, claim.Claim{Name: "rooftop PV", Parts: []claim.Parts{{Whole: claimMt(t, in.Base),
		Parts: []claim.StatedPart{{Name: "goal", Share: claimPercent(t, "45")},
			{Name: "rooftop PV", Amount: claimMt(t, in.Measure), Share: claimPercent(t, published.Measure.String())}},
		Total: claim.StatedPart{Share: claimPercent(t, published.Total.String())}}}})
	assert.Equal(t, claim.Reproduces, c.Verdict, c.Details())
	claimNear(t, out.Share, claimComputed(t, claimReadingOf(t, c, "share of rooftop PV", "share of rooftop PV")).Shift(-2), "0.0000005")
	total := claimComputed(t, claimReadingOf(t, c, "sum of shares", "share of the total"))
	claimSame(t, "55.6", total)                        // of the printed shares
	claimNear(t, out.Total, total.Shift(-2), "0.0005") // of the unrounded one: 55.59
	assert.Empty(t, c.Unused, "every printed number is checked")
}
