package netzero_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A Korean page has what English ones have.
func ExampleCheck_Korean() {
	t, err := target.New(target.Definition{Name: "2045", Place: "Garam", Due: 2045, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("9 Mt"), Cut: ghg.MustShare("100%")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	pace, _ := netzero.ThresholdByID("sbti-aca-1.5c-2019")
	c, err := netzero.AnnualReduction(t, pace)
	fmt.Println(c, err)
	fmt.Println(c.Korean())
	fmt.Println(netzero.Check{}.Korean())
	// Output:
	// annual-reduction: fail: the linear annual reduction, 3.704%, is below the threshold of 4.2% of the base a year, linear <nil>
	// 연간 감축률: 미충족: 연간 감축률(선형) 3.704%: 기준(기준배출량의 연 4.2%(선형)) 미만
	// 점검 없음: 판단할 수 없음
}

var latin = regexp.MustCompile(`[A-Za-z]{3,}`)

// Every reason of a balance and of an annual rate has its Korean; of English it has units.
func TestReasonsInKorean(t *testing.T) {
	limit := threshold(t, "sbti-residual-2021")
	for _, f := range []ghg.YearFigure{
		{Year: 2050, CO2e: ghg.MustCO2e("450 tCO2e (AR5)"), Vintage: ghg.FirstVintage},
		{Year: 2050, CO2e: ghg.MustCO2e("15 tCO2e (AR5)"), Vintage: ghg.FirstVintage},
		{Year: 2050, CO2e: ghg.MustCO2e("15 tCO2e (AR5)"), Vintage: ghg.FirstVintage, Status: ghg.Projected},
		{Year: 2049, CO2e: ghg.MustCO2e("15 tCO2e (AR5)"), Vintage: ghg.FirstVintage},
		{Year: 2050, CO2e: ghg.MustCO2e("15 tCO2e (AR5)"), Vintage: ghg.FirstVintage,
			Coverage: ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Scheme: "GPC 1.1", Code: "I.1.1"}}}},
	} {
		a := accountOf(f, "20", "0", "0")
		a.Year = f.Year
		a.Removals = removed(f.Year, "20 tCO2e (AR5)")
		b, err := netzero.NewBalance(a, 2050, limit)
		require.NoError(t, err)
		for _, c := range b.Checks() {
			text := regexp.MustCompile(`tCO2e \(AR5\)`).ReplaceAllString(c.Korean(), "")
			assert.NotRegexp(t, latin, text, c.Reason)
			assert.NotEmpty(t, c.ReasonKo)
			if len(f.Coverage.Gaps) > 0 {
				assert.Contains(t, c.ReasonKo, "배출원 1개가 빠져 있음")
			}
		}
	}
}

// What is below a threshold is never shown as it.
func TestSharesAreShownShort(t *testing.T) {
	for cut, want := range map[string]string{ // over 10 years
		"42%": "reduction, 4.2%, is at or above", "41.99999%": "reduction, 4.199999%, is below", "37.037037%": "reduction, 3.704%, is below",
		"41.93%": "reduction, 4.19%, is below",
	} {
		c, err := netzero.AnnualReduction(goal(t, 2020, "8 Mt", 2030, cut), threshold(t, "sbti-aca-1.5c-2019"))
		require.NoError(t, err)
		assert.Contains(t, c.Reason, want, cut)
	}
}
