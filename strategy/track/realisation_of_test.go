package track_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// carsPlan is a plan with electric cars that are counted, of which some were handed out and
// some of these verified; with lessons that are not quantified, a stated claim, and a share.
func carsPlan() strategy.Portfolio {
	saves := must(strategy.FixedSaving(strategy.EmissionSource{EndUse: "passenger cars"}, strategy.Overlapping, "petrol cars", ghg.Vehicle,
		ghg.MustCO2e("1.8 tCO2e (AR5)"), "fleet model"))
	count := func(years ...int64) map[int]decimal.Decimal {
		out := map[int]decimal.Decimal{}
		for i, n := range years {
			out[2024+i] = decimal.New(n, 0)
		}
		return out
	}
	cars := must(strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "cars", Counts: "electric cars", Unit: ghg.Vehicle, Counting: strategy.NewInYear, Life: strategy.Life{Years: 10},
		Quantities: []strategy.Quantities{
			{Kind: strategy.Expected, ByYear: count(2820, 5000)}, {Kind: strategy.Implemented, ByYear: count(2600, 4000)},
			{Kind: strategy.Verified, ByYear: count(2500), By: "audit of 2025"}},
		Effects: []strategy.UnitEffect{saves}, Source: "climate plan, 2024"}))
	on := strategy.EmissionSource{EndUse: "heat"}
	claim := must(strategy.NewReductions(strategy.Claimed, ghg.AR5, map[int]ghg.CO2e{2024: ghg.MustCO2e("900 tCO2e (AR5)")}))
	cuts := must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2024: ghg.MustShare("3%")}))
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "District plan", Place: "district", Framework: areas(), View: gpc.Basic, Metric: ghg.AR5, Through: 2025,
		Actions: []strategy.Action{
			{ID: "cars", Name: "Electric cars", Area: "T", Source: "climate plan", Quantifications: []strategy.Quantification{cars}},
			{ID: "lessons", Name: "Climate lessons", Area: "E", Source: "climate plan"},
			{ID: "stoves", Name: "Stoves", Area: "E", Source: "climate plan", Effects: []strategy.Effect{{On: on, Reductions: claim}}},
			{ID: "heat", Name: "District heat", Area: "E", Source: "climate plan", Effects: []strategy.Effect{{On: on, Cuts: cuts}}},
		}})
	return must(p, err)
}

// What a plan counts is held against itself: cars that were to be handed out, that were,
// and that an audit found.
func ExampleRealisationOf() {
	plan := carsPlan()
	cars, err := track.RealisationOf(plan, "cars")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cars.Details())
	fmt.Println(cars.Korean())
	last, _ := cars.Year(2025)
	fmt.Println(last.Korean())
	_, err = track.RealisationOf(plan, "heat")
	fmt.Println(errors.Is(err, strategy.ErrShares), err)
	total, err := track.Realised(2024, []track.Realisation{cars})
	fmt.Println(total.Korean(), err)
	// Output:
	// action "cars", years planned, reported or verified: 2
	//   2024: planned 5076 tCO2e (AR5), reported 4680 tCO2e (AR5), verified 4500 tCO2e (AR5)
	//     realisation rate = verified/planned = 0.886524822695
	//     verified/reported = 0.961538461538
	//     reported/planned = 0.921985815603
	//   2025: planned 14076 tCO2e (AR5), reported 11880 tCO2e (AR5), verified unknown
	//     realisation rate = verified/planned = undefined: no reduction is verified
	//     verified/reported = undefined: no reduction is verified
	//     reported/planned = 0.843989769821
	// cars, 계획·보고·검증된 해 2개
	//   2024년: 계획감축량 5076 tCO2e (AR5), 보고 4680 tCO2e (AR5), 검증 4500 tCO2e (AR5), 이행률(검증/계획) 88.7%, 보고/계획 92.2%
	//   2025년: 계획감축량 14076 tCO2e (AR5), 보고 11880 tCO2e (AR5), 검증 모름, 이행률(검증/계획) 계산할 수 없음(검증감축량 없음), 보고/계획 84.4%
	// 2025년: 계획감축량 14076 tCO2e (AR5), 보고 11880 tCO2e (AR5), 검증 모름, 이행률(검증/계획) 계산할 수 없음(검증감축량 없음), 보고/계획 84.4%
	// true realisation: action "heat" on heat: it cuts a share of a source, which is no amount until a baseline says what the source emits
	// 2024년: 검증감축량 4500 tCO2e (AR5), 계획감축량 5076 tCO2e (AR5), 이행률 88.7%, 사업 1개 <nil>
}

func TestRealisationOf(t *testing.T) {
	p := carsPlan()
	r, err := track.RealisationOf(p, "lessons")
	require.NoError(t, err)
	assert.Equal(t, `action "lessons", years planned, reported or verified: 0`, r.Details())
	r, err = track.RealisationOf(p, "stoves")
	require.NoError(t, err)
	_, known := r.Year(2024)
	assert.False(t, known, "what is claimed was not given by the implementation")
	r, err = track.RealisationOf(p, "cars", track.CarryForward{Into: 2025, Reason: "audit every second year"})
	require.NoError(t, err)
	y, _ := r.Year(2025)
	assert.Equal(t, "2025년: 계획감축량 14076 tCO2e (AR5), 보고 11880 tCO2e (AR5), 검증 4500 tCO2e (AR5)"+
		"(2024년 값을 이월: audit every second year), 이행률(검증/계획) 32.0%, 보고/계획 84.4%", y.Korean())
	_, err = track.RealisationOf(p, "cars", track.CarryForward{Into: 2024, Reason: "x"})
	assert.ErrorContains(t, err, "this year has a verified reduction already")
	var unknown *ghg.UnknownError
	_, err = track.RealisationOf(p, "trams")
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "trams", unknown.ID)
	_, err = track.RealisationOf(strategy.Portfolio{}, "cars")
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	// Given by hand they are the same.
	given, err := track.NewRealisation("cars", must(p.Reductions("cars", strategy.Expected)).Total,
		must(p.Reductions("cars", strategy.Implemented)).Total, must(p.Reductions("cars", strategy.Verified)).Total)
	require.NoError(t, err)
	r, err = track.RealisationOf(p, "cars")
	require.NoError(t, err)
	assert.Equal(t, r.Details(), given.Details())
}
