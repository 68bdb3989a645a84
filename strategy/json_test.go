package strategy_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A plan and what it does, held against testdata/answers.json: alone the two actions on the
// gas would cut 20,000 t, together they leave 0.7 × 0.8 of it. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	gas := on("I.1.1", "gas", "space heating")
	p := portfolio(t, town(action("windows", "E", share(gas, "30%", strategy.Overlapping)),
		action("boilers", "E", share(gas, "20%", strategy.Overlapping)), action("lessons", "T")))
	d := baseline(map[strategy.EmissionSource]string{gas: "40000"})
	d.Rest = map[int]ghg.CO2e{2030: ghg.MustCO2e("35 kt CO2e")}
	b := must(strategy.NewBaseline(d))
	e := must(p.Evaluate(b, strategy.Expected, strategy.Shapley))
	y, _ := e.Year(2030)
	w, _ := must(e.Wedges(strategy.ByArea)).Year(2030)
	petrol := must(strategy.FixedSaving(on("II.1.1", "petrol", ""), strategy.Overlapping, "petrol car", ghg.Vehicle,
		ghg.MustCO2e("1.8 tCO2e (AR5)"), "fleet model"))
	cars := must(strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: "cars", Counts: "전기승용차 보급대수", Unit: ghg.Vehicle, Counting: strategy.NewInYear, Life: strategy.Life{Years: 10},
		Quantities: []strategy.Quantities{
			{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2025: decimal.New(5000, 0), 2024: decimal.New(2820, 0)}}},
		Effects: []strategy.UnitEffect{petrol}, Source: "climate plan, 2024"}))
	trams := must(strategy.NewLifecycle("trams", strategy.StageChange{Stage: strategy.Approved, On: ghg.Date{Year: 2024,
		Month: 3, Day: 1}, By: "council"}))
	limits := strategy.ConcentrationLimits{Top1: ghg.MustShare("50%"), Top3: ghg.MustShare("70%")}
	answerstest.Check(t, map[string]any{
		"portfolio":      p,
		"baseline":       b,
		"evaluation":     e,
		"wedges":         must(e.Wedges(strategy.ByAction)),
		"shown wedges":   must(w.Show(ghg.Kilotonne, 1)),
		"concentration":  must(y.Total().Concentration(strategy.ByAction, limits)),
		"table":          must(y.Table(strategy.ByAction, ghg.Tonne, 0)),
		"placed effects": must(p.EffectsOn(b, strategy.Expected)),
		"quantification": cars,
		"lifecycle":      trams,
		"texts":          []any{strategy.Shapley, strategy.Together, strategy.OfYear, p.CountedStages()},
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{strategy.Reductions{}, strategy.Cuts{}, strategy.Wedges{}, strategy.Evaluation{},
		strategy.YearEffect{}, strategy.Framework{}, strategy.Lifecycle{}, strategy.Portfolio{}, strategy.Baseline{},
		strategy.Quantification{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
