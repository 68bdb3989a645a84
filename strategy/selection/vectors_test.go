package selection_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type vector struct {
	ID     string
	Inputs struct {
		Measures []struct {
			ID   string
			Cost int64
			Kt   int64
		}
		Budget   int64
		TargetKt int64 `json:"target_kt"`
	}
	Outputs struct {
		MaxKt        int64    `json:"max_kt"`
		MaxKtCost    int64    `json:"max_kt_cost"`
		MaxKtSet     []string `json:"max_kt_set"`
		CheapestCost int64    `json:"cheapest_cost"`
		CheapestSet  []string `json:"cheapest_set"`
		CheapestKt   int64    `json:"cheapest_kt"`
		GreedySet    []string `json:"greedy_set"`
		GreedyKt     int64    `json:"greedy_kt"`
	}
}

var runners = map[string]func(*testing.T, vector){
	"portfolio-knapsack": func(t *testing.T, v vector) {
		d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
		for _, m := range v.Inputs.Measures {
			d.Candidates = append(d.Candidates, selection.Candidate{ID: m.ID, Cost: won(m.Cost), Reductions: cuts(1000 * m.Kt)})
		}
		p := must(selection.New(d))
		holds := func(r selection.Answer, err error, set []string, cost, kt int64) {
			t.Helper()
			require.NoError(t, err)
			assert.Equal(t, set, r.Chosen)
			assert.True(t, r.CO2e.Equal(tonnes(1000*kt)), r.String())
			if cost > 0 {
				assert.True(t, r.Cost.Equal(won(cost)), r.String())
			}
		}
		want := v.Outputs
		most, err := p.MostTonnes(won(v.Inputs.Budget), 0, 2030)
		holds(most, err, want.MaxKtSet, want.MaxKtCost, want.MaxKt)
		assert.True(t, most.IsExact)
		cheapest, err := p.LeastCost(map[int]ghg.CO2e{2030: tonnes(1000 * v.Inputs.TargetKt)}, 0)
		holds(cheapest, err, want.CheapestSet, want.CheapestCost, want.CheapestKt)
		assert.True(t, cheapest.IsExact)
		greedy, err := p.Greedy(won(v.Inputs.Budget), 2030)
		holds(greedy, err, want.GreedySet, 0, want.GreedyKt)
		assert.False(t, greedy.IsExact, "a heuristic")
	},
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Vectors, len(runners))
	for _, v := range file.Vectors {
		require.Contains(t, runners, v.ID)
		t.Run(v.ID, func(t *testing.T) { runners[v.ID](t, v) })
	}
}
