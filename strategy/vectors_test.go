package strategy_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID      string
			Inputs  json.RawMessage
			Outputs json.RawMessage
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	runs := map[string]func(t *testing.T, in, out json.RawMessage){
		"interaction-two-sources": twoSources,
		"wedge-kausal-multiplier": wedgeMultiplier,
	}
	require.Len(t, file.Vectors, len(runs))
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) { runs[v.ID](t, v.Inputs, v.Outputs) })
	}
}

func number(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(s)
	require.NoError(t, err)
	return d
}

// Measures overlap where they share a source, and nowhere else.
func twoSources(t *testing.T, input, output json.RawMessage) {
	var in struct {
		Sources  map[string]string
		Measures []struct{ ID, Source, R string }
	}
	var out struct {
		Power string `json:"power_after"`
		Heat  string `json:"heat_after"`
		Cut   string `json:"total_cut"`
		Naive string `json:"naive_cut"`
		Wrong string `json:"city_level_wrong_multiplicative"`
	}
	require.NoError(t, json.Unmarshal(input, &in))
	require.NoError(t, json.Unmarshal(output, &out))
	source := map[string]strategy.EmissionSource{"power": on("I.1.2", "", ""), "heat": on("I.1.1", "", "")}
	emits := map[strategy.EmissionSource]string{}
	for name, s := range in.Sources {
		emits[source[name]] = s
	}
	var actions []strategy.Action
	for _, m := range in.Measures {
		actions = append(actions, action(m.ID, "E", share(source[m.Source], m.R, strategy.Overlapping)))
	}
	y := evaluate(t, town(actions...), baseline(emits), strategy.Shapley)
	after := map[strategy.EmissionSource]ghg.CO2e{}
	for s := range y.BySource() {
		after[s.On] = s.Emissions
	}
	assert.True(t, after[source["power"]].Tonnes().Equal(number(t, out.Power)))
	assert.True(t, after[source["heat"]].Tonnes().Equal(number(t, out.Heat)))
	assert.True(t, y.Reduction().Tonnes().Equal(number(t, out.Cut)))
	assert.True(t, y.Alone().Tonnes().Equal(number(t, out.Naive)))
	// On one source for all, the same measures cut 18 %, 12 % and 10 % of it:
	// 1000 × (1 − 0.82 × 0.88 × 0.90) is what the vector calls wrong.
	city := on("I", "", "")
	y = evaluate(t, town(action("A", "E", share(city, "0.18", 0)), action("B", "E", share(city, "0.12", 0)),
		action("C", "E", share(city, "0.10", 0))),
		baseline(map[strategy.EmissionSource]string{city: "1000"}), strategy.Shapley)
	assert.True(t, y.Reduction().Tonnes().Equal(number(t, out.Wrong)))
}

// Raw impacts of 200, 50 and 100 on 1000 leave 0.80 × 0.95 × 0.90 of it: 684.
func wedgeMultiplier(t *testing.T, input, output json.RawMessage) {
	var in struct {
		Baseline, Current string
		Raw               []int64 `json:"raw_impacts"`
	}
	var out struct {
		Multiplier string
		Wedges     []string
		Sum        string
	}
	require.NoError(t, json.Unmarshal(input, &in))
	require.NoError(t, json.Unmarshal(output, &out))
	source := on("I.1.1", "", "")
	var actions []strategy.Action
	for i, raw := range in.Raw {
		actions = append(actions, action(string(rune('a'+i)), "E", expected(source, decimal.NewFromInt(-raw).String(), strategy.Overlapping)))
	}
	y := evaluate(t, town(actions...), baseline(map[strategy.EmissionSource]string{source: in.Baseline}), strategy.Proportional)
	assert.True(t, y.Emissions().Tonnes().Equal(number(t, in.Current)))
	assert.True(t, y.Reduction().Tonnes().Equal(number(t, out.Sum)))
	within := decimal.New(1, -7)
	i := 0
	for a := range y.Total().ByAction() {
		got := a.CO2e.Tonnes()
		assert.True(t, got.Sub(number(t, out.Wedges[i])).Abs().LessThanOrEqual(within), "%s", got)
		raw := decimal.NewFromInt(in.Raw[i])
		assert.True(t, raw.Mul(number(t, out.Multiplier)).Sub(got).Abs().LessThanOrEqual(within))
		i++
	}
	assert.Equal(t, 3, i)
}

// evaluate is the year 2030 of a definition on a baseline.
func evaluate(t *testing.T, p strategy.PortfolioDefinition, b strategy.BaselineDefinition, by strategy.Division) strategy.YearEffect {
	t.Helper()
	base, err := strategy.NewBaseline(b)
	require.NoError(t, err)
	e, err := portfolio(t, p).Evaluate(base, strategy.Expected, by)
	require.NoError(t, err)
	y, ok := e.Year(2030)
	require.True(t, ok)
	require.False(t, y.Explain().IsZero())
	return y
}
