package track_test

import (
	"fmt"
	"math/rand"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func judged(id, cut string, c track.Credibility) track.JudgedCut {
	return track.JudgedCut{
		Action: id, Kind: strategy.Expected, Cut: ghg.MustCO2e(cut + " ktCO2e"), Credibility: c, Reason: "funded until 2030"}
}

func ExampleAssessPlan() {
	p, err := track.AssessPlan(2030, ghg.MustCO2e("3600 ktCO2e"), []track.JudgedCut{
		judged("buses", "270", track.Credible),
		judged("solar", "950", track.SomeRisk),
		judged("retrofit", "430", track.SignificantRisk),
		judged("campaign", "1200", track.Insufficient),
		judged("waste", "100", track.Credible),
	})
	fmt.Println(err)
	for _, c := range p.Classes() {
		fmt.Println(c.Name(), c.Actions, c.CO2e.Format(ghg.Kilotonne, 0), c.Share.Percent(2))
	}
	// Output:
	// <nil>
	// credible 2 370 ktCO2e 10.28%
	// some risk 1 950 ktCO2e 26.39%
	// significant risk 1 430 ktCO2e 11.94%
	// insufficient 1 1200 ktCO2e 33.33%
	// missing 0 650 ktCO2e 18.06%
}

func ExampleJudgedCut() {
	pledge := judged("1110", "2450", track.SomeRisk)
	pledge.Kind = strategy.Potential
	_, err := track.AssessPlan(2030, ghg.MustCO2e("3600 ktCO2e"), []track.JudgedCut{pledge})
	fmt.Println(err)
	// Output:
	// cut 1, action "1110", kind "potential": expected is needed: reductions of two kinds are never added
}

func ExamplePlanCredibility() {
	p, _ := track.AssessPlan(2030, ghg.MustCO2e("300 tCO2e"), []track.JudgedCut{judged("solar", "0.4", track.Credible)})
	fmt.Println(p.Details())
	// Output:
	// required cut in 2030, 300 tCO2e: credible 133.3%, some risk 0.0%, significant risk 0.0%, insufficient 0.0%, missing -33.3%
	//   credible: 400 tCO2e / 300 tCO2e = 1.333333333333
	//     solar: 400 tCO2e, funded until 2030
	//   some risk: 0 tCO2e / 300 tCO2e = 0
	//   significant risk: 0 tCO2e / 300 tCO2e = 0
	//   insufficient: 0 tCO2e / 300 tCO2e = 0
	//   missing: -100 tCO2e / 300 tCO2e = -0.333333333333
}

func ExampleClassSum() {
	p, _ := track.AssessPlan(2030, ghg.MustCO2e("3600 ktCO2e"), []track.JudgedCut{judged("solar", "950", track.SomeRisk)})
	some := p.Class(track.SomeRisk)
	fmt.Println(p.Year(), p.Required().Format(ghg.Kilotonne, 0), "needed:", some.Actions, "action,", some.Name(), some.Share.Percent(1))
	m := p.Missing()
	fmt.Println(m.Name(), m.CO2e.Format(ghg.Kilotonne, 0), m.Share.Percent(1))
	// Output:
	// 2030 3600 ktCO2e needed: 1 action, some risk 26.4%
	// missing 2650 ktCO2e 73.6%
}

func ExampleCredibility() {
	_, err := track.AssessPlan(2030, ghg.MustCO2e("3600 ktCO2e"), []track.JudgedCut{judged("solar", "950", 0)})
	fmt.Println(err)
	// Output:
	// cut 1, action "solar", class "not judged": one from credible to insufficient is needed
}

func TestAssessPlanRefuses(t *testing.T) {
	need := ghg.MustCO2e("3600 ktCO2e")
	for want, cuts := range map[string][]track.JudgedCut{
		`cut 2, action "a", action "a": an ID is needed t`:    {judged("a", "1", track.Credible), judged("a", "1", track.Credible)},
		`cut 1, action "", action: an`:                        {judged("", "1", track.Credible)},
		`class "not judged": one from credible to insufficie`: {judged("a", "1", 0)},
		`class "unknown class (5)"`:                           {judged("a", "1", 5)},
		`reason: say why this class`:                          {{Action: "a", Kind: strategy.Expected, Cut: need, Credibility: track.Credible}},
	} {
		_, err := track.AssessPlan(2030, need, cuts)
		assert.ErrorContains(t, err, want)
	}
	for _, bad := range []string{"0 tCO2e", "-1 tCO2e"} {
		_, err := track.AssessPlan(2030, ghg.MustCO2e(bad), nil)
		assert.ErrorContains(t, err, "above 0 is needed")
	}
	_, err := track.AssessPlan(1849, need, nil)
	assert.ErrorContains(t, err, "years from 1850")
	_, err = track.AssessPlan(2030, need, make([]track.JudgedCut, 100001))
	assert.ErrorContains(t, err, "at most 100000")
	_, err = track.AssessPlan(2030, ghg.MustCO2e("1 tCO2e (AR5)"), []track.JudgedCut{judged("a", "1", track.Credible)})
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
	noKind := judged("a", "1", track.Credible)
	noKind.Kind = 0
	_, err = track.AssessPlan(2030, need, []track.JudgedCut{noKind})
	assert.ErrorContains(t, err, `cut 1, action "a", kind "no kind": expected is needed`)
}

func TestNoPlanAssessed(t *testing.T) {
	assert.Equal(t, "no plan assessed", track.PlanCredibility{}.String())
	assert.Equal(t, "no plan assessed", track.PlanCredibility{}.Details())
}

func TestPlanCredibilityCopies(t *testing.T) {
	cuts := []track.JudgedCut{judged("a", "1", track.Credible)}
	p, err := track.AssessPlan(2030, ghg.MustCO2e("3 ktCO2e (AR5)"), nil)
	require.NoError(t, err)
	assert.Equal(t, "1", p.Missing().Share.String())
	assert.Equal(t, ghg.AR5.ID(), p.Missing().CO2e.Metric().ID())
	p, err = track.AssessPlan(2030, ghg.MustCO2e("3 ktCO2e"), cuts)
	require.NoError(t, err)
	cuts[0].Action = "b"
	assert.Contains(t, p.Details(), "\n    a: 1000 tCO2e")
	p.Classes()[0].Actions = 7
	assert.Equal(t, 1, p.Class(track.Credible).Actions)
	assert.Equal(t, track.ClassSum{}, p.Class(0))
	assert.Equal(t, track.ClassSum{}, p.Class(5))
	assert.Equal(t, 2030, p.Year())
	assert.Equal(t, "3000 tCO2e", p.Required().String())
}

// Amounts and shares of classes and what is missing add up exactly.
func TestPlanCredibilityProperty(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	for range 200 {
		var cuts []track.JudgedCut
		for i := range r.Intn(12) {
			cuts = append(cuts, judged(strconv.Itoa(i), fmt.Sprint(r.Intn(1000)-100), track.Credibility(1+r.Intn(4))))
		}
		need := ghg.MustCO2e(fmt.Sprintf("%d tCO2e", 1+r.Intn(7000)))
		p, err := track.AssessPlan(2030, need, cuts)
		require.NoError(t, err)
		var share decimal.Decimal
		sum, _ := need.Sub(need)
		for _, c := range p.Classes() {
			v, ok := c.Share.Value()
			require.True(t, ok)
			share = share.Add(v)
			sum, err = sum.Add(c.CO2e)
			require.NoError(t, err)
			near, err := c.CO2e.Ratio(need, 12)
			require.NoError(t, err)
			assert.True(t, v.Sub(near).Abs().LessThanOrEqual(dec("0.000000000001")))
		}
		assert.True(t, share.Equal(decimal.New(1, 0)), share.String())
		assert.True(t, sum.Equal(need))
	}
}
