package claim_test

import (
	"encoding/json"
	"math"
	"math/rand"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// print writes a number as a publication would: rounded to decimal places.
func claimPrint(x decimal.Decimal, places int) string { return x.StringFixed(int32(places)) }

// Numbers that are true, and printed to any digits, are never found wrong; and
// each relation agrees or not, whichever number it is solved for. A decided
// percentage is true as printed: the other numbers are worked out from it.
func TestTrueClaimsAreNeverRefuted(t *testing.T) {
	r := rand.New(rand.NewSource(20))
	verdicts := map[claim.Verdict]int{}
	for range 150 {
		base := decimal.New(1000+r.Int63n(99_000), -2)
		cut := decimal.New(5+r.Int63n(990), -3)
		reduced := decimal.New(1+r.Int63n(900), -2)
		left := decimal.New(1, 0).Sub(cut)
		years := 1 + r.Intn(40)
		follows := claim.Follows(1 + r.Intn(2))
		printedCut := claimPrint(cut.Shift(2), r.Intn(4))
		if follows == claim.AmountsFollow {
			cut = decimal.RequireFromString(printedCut).Shift(-2)
			left = decimal.New(1, 0).Sub(cut)
		}
		float := func(f float64, places int) string { return strconv.FormatFloat(100*f, 'f', places, 64) }
		p := cut.InexactFloat64()
		places := func() int { return r.Intn(4) }
		c := claim.Claim{BaseYear: 2000, Due: 2000 + years, Follows: follows,
			Base:         claimMt(t, claimPrint(base, places())),
			Level:        claimMt(t, claimPrint(base.Mul(left), places())),
			CutAmount:    claimMt(t, claimPrint(base.Mul(cut), places())),
			Cut:          claim.MustShareFigure(printedCut + "%"),
			Reduced:      claimMt(t, claimPrint(reduced, places())),
			Reduction:    claim.MustShareFigure(float(reduced.InexactFloat64()/base.InexactFloat64(), places()) + "%"),
			Achieved:     claim.MustShareFigure(float(reduced.InexactFloat64()/base.InexactFloat64()/p, places()) + "%"),
			LinearRate:   claim.MustShareFigure(float(p/float64(years), places()) + "%"),
			CompoundRate: claim.MustShareFigure(float(1-math.Pow(1-p, 1/float64(years)), places()) + "%"),
		}
		switch r.Intn(4) { // other ways to the rates and to what is achieved
		case 0:
			c.Cut = claim.ShareFigure{}
		case 1:
			c.CutAmount = claim.Amount{}
		case 2:
			c.Cut, c.Level = claim.ShareFigure{}, claim.Amount{}
		}
		out := checkClaim(t, c)
		verdicts[out.Verdict]++
		require.NotEqual(t, claim.DoesNotReproduce, out.Verdict, out.Details())
		for _, rel := range out.Relations {
			for _, x := range rel.Readings {
				require.True(t, x.Within || x.Computed.Undefined() != "", out.Details())
			}
		}
	}
	assert.Greater(t, verdicts[claim.Rounding], 20)
	assert.Greater(t, verdicts[claim.Reproduces], 1)
}

// What the digits of base and percentage allow the level to be, by trying them:
// the lowest and highest lie at the ends, none lies outside. Of a decided
// percentage there is one to try.
func TestAllowedRangeHoldsAllTrials(t *testing.T) {
	r := rand.New(rand.NewSource(21))
	for i := range 100 {
		base, cut := 10+r.Intn(900), 1+r.Intn(98)
		follows, half := claim.PercentageFollows, 0.5
		if i%2 == 0 {
			follows, half = claim.AmountsFollow, 0
		}
		c := checkClaim(t, claim.Claim{Base: claimMt(t, strconv.Itoa(base)), Cut: claim.MustShareFigure(strconv.Itoa(cut) + "%"),
			Level: claimMt(t, "1"), Follows: follows})
		level := claimReadingOf(t, c, "level and cut", "level").Allowed
		share := claimReadingOf(t, c, "level and cut", "cut")
		low, high := math.Inf(1), math.Inf(-1)
		for i := 0; i <= 20; i++ {
			for j := 0; j <= 20; j++ {
				b, p := float64(base)-0.5+float64(i)/20, float64(cut)+half*(float64(j)/10-1)
				x := b * (1 - p/100)
				low, high = math.Min(low, x), math.Max(high, x)
			}
		}
		assert.InDelta(t, low, level.Low.InexactFloat64(), 1e-9)
		assert.InDelta(t, high, level.High.InexactFloat64(), 1e-9)
		assert.InDelta(t, 100*(1-1.5/(float64(base)-0.5)), share.Allowed.Low.InexactFloat64(), 1e-9)
		assert.InDelta(t, 100*(1-0.5/(float64(base)+0.5)), share.Allowed.High.InexactFloat64(), 1e-9)
	}
}

// The unit changes nothing: 943만톤 claims what 9.43 Mt does.
func TestClaimUnits(t *testing.T) {
	man := func(number string) claim.Amount {
		f, err := ghg.ParseFigure(number, ghg.ManTonneKo)
		require.NoError(t, err)
		return claim.Amount{Figure: f}
	}
	for level, want := range map[string]claim.Verdict{"519": claim.Reproduces, "518": claim.Rounding, "525": claim.DoesNotReproduce} {
		stated := claim.Claim{Base: man("943"), Level: man(level), Cut: claim.MustShareFigure("45%"), Follows: claim.AmountsFollow}
		a := checkClaim(t, stated)
		stated.Base, stated.Level = claimMt(t, "9.43"), claimMt(t, level[:1]+"."+level[1:])
		b := checkClaim(t, stated)
		assert.Equal(t, want, a.Verdict, a.Details())
		assert.Equal(t, a.Verdict, b.Verdict)
		assert.Equal(t, "518.65", a.Relations[0].Readings[0].Computed.String())
		assert.Equal(t, "만톤", a.Relations[0].Readings[0].Unit)
		assert.Equal(t, "5.1865", b.Relations[0].Readings[0].Computed.String())
		// Mixed units too.
		stated.Base = man("943")
		assert.Equal(t, want, checkClaim(t, stated).Verdict)
	}
}

func FuzzClaim(f *testing.F) {
	f.Add("850.8", "536", "536", "37%", "314.8", "37.0%", "100%", "3.1%", "3.8%", uint16(2015), uint16(2030), uint8(1))
	f.Add("9.43", "5.19", "4.24", "0.45", "1.23", "13%", "29%", "3.75%", "4.86%", uint16(2018), uint16(2030), uint8(2))
	f.Add("1e30", "-1e30", "1e-30", "100000%", "0", "0%", "0%", "100%", "-100%", uint16(1850), uint16(2300), uint8(1))
	f.Add("9.4", "9.3", "0.1", "1e1%", "0.02", "-5%", "1e4%", "99.99999999999999999999999999999%", "1e-29%", uint16(1900),
		uint16(2290), uint8(2))
	f.Fuzz(func(t *testing.T, base, level, cutAmount, cut, reduced, reduction, achieved, linear, compound string, baseYear, due uint16,
		follows uint8) {
		amount := func(s string) claim.Amount {
			x, _ := ghg.ParseFigure(s, ghg.Megatonne) // the zero Figure where it is none: not printed
			return claim.Amount{Figure: x}
		}
		share := func(s string) claim.ShareFigure {
			x, _ := claim.ParseShareFigure(s)
			return x
		}
		stated := claim.Claim{Base: amount(base), Level: amount(level), CutAmount: amount(cutAmount), Cut: share(cut), Reduced: amount(reduced),
			Reduction: share(reduction), Achieved: share(achieved), LinearRate: share(linear), CompoundRate: share(compound),
			BaseYear: int(baseYear), Due: int(due), Follows: claim.Follows(follows)}
		c, err := stated.Check()
		if err != nil {
			return
		}
		worst := claim.NotCheckable
		for _, r := range c.Relations {
			worst = max(worst, r.Verdict)
			defined := 0
			for _, x := range r.Readings {
				if x.AsPrinted && !x.Within {
					t.Fatalf("%s is as printed, but not within: %s", x.Of, c.Details())
				}
				if x.Computed.Undefined() == "" && !x.Allowed.Open {
					defined++
				}
			}
			if defined == len(r.Readings) && r.Name != "compound rate" { // roots are cut off
				for _, x := range r.Readings {
					// Solved for, a decided percentage has its digits: that may agree alone.
					alone := x.Of == "cut" && stated.Follows == claim.AmountsFollow && x.Within
					if x.Within != r.Readings[0].Within && !alone {
						t.Fatalf("%s agrees one way and not the other: %s", r.Name, c.Details())
					}
				}
			}
		}
		if worst != c.Verdict {
			t.Fatalf("verdict %s, worst relation %s", c.Verdict, worst)
		}
		b, err := json.Marshal(c)
		if err != nil || !json.Valid(b) {
			t.Fatal(err)
		}
		if len(c.Details()) > 1<<20 {
			t.Fatal("an endless explanation")
		}
	})
}
