package effect_test

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/stretchr/testify/require"
)

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID              string
			Inputs, Outputs json.RawMessage
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	run := map[string]func(t *testing.T, inputs, outputs json.RawMessage){
		"ramp-scurve-kausal": logistic, "ramp-linear-and-stepped": linear,
	}
	require.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		require.Contains(t, run, v.ID)
		t.Run(v.ID, func(t *testing.T) { run[v.ID](t, v.Inputs, v.Outputs) })
	}
}

func logistic(t *testing.T, inputs, outputs json.RawMessage) {
	var in struct {
		Max, Value0   string
		MaturityShare string `json:"maturity_share"`
		Year0         int
		MaturityYear  int `json:"maturity_year"`
	}
	require.NoError(t, json.Unmarshal(inputs, &in))
	var out struct {
		K        string
		Midpoint string `json:"midpoint_year"`
		Value    string `json:"value_2030"`
	}
	require.NoError(t, json.Unmarshal(outputs, &out))
	start := must(ghg.NewShare(must(exact.Quotient(dec(in.Value0), dec(in.Max), 12))))
	r := must(effect.Logistic(in.Year0, start, in.MaturityYear, ghg.MustShare(in.MaturityShare)))
	k, x0, ok := r.LogisticParameters()
	require.True(t, ok)
	near(t, out.K, k, "1e-8")
	near(t, out.Midpoint, x0, "1e-8")
	near(t, out.Value, must(r.Share(2030)).Fraction().Mul(dec(in.Max)), "1e-8")
}

func linear(t *testing.T, inputs, outputs json.RawMessage) {
	var in struct {
		Full           string `json:"full_effect_kt"`
		Start          int
		FullIn         int `json:"full"`
		Implementation string
	}
	require.NoError(t, json.Unmarshal(inputs, &in))
	var out struct {
		Expected   map[string]string
		Adjusted   string `json:"adjusted_2030"`
		Cumulative string `json:"cumulative_2025_2031"`
	}
	require.NoError(t, json.Unmarshal(outputs, &out))
	d := effect.PhaseInDefinition{ID: "1", On: strategy.EmissionSource{EndUse: "x"}, Source: "vector",
		Kind: strategy.Expected, Full: must(ghg.NewCO2e(dec(in.Full), ghg.Kilotonne, ghg.Unstated)),
		Ramp: must(effect.Linear(in.Start, in.FullIn)), First: 2025, Last: 2031,
	}
	p := must(effect.NewPhaseIn(d))
	r := must(p.Net(strategy.Expected, 2025, 2031))
	require.Len(t, out.Expected, r.Len())
	for y, want := range out.Expected {
		same(t, want, tonnes(t, r, must(strconv.Atoi(y))).Shift(-3), y)
	}
	// By the annual check a share of it is done.
	share := ghg.MustShare(in.Implementation).Fraction()
	done := must(p.With(must(effect.Along(strategy.Implemented, strategy.StandingInYear, d.Ramp, d.Full.Tonnes().Mul(share), 2025, 2031))))
	same(t, out.Adjusted, tonnes(t, must(done.Net(strategy.Implemented, 2030, 2030)), 2030).Shift(-3))
	same(t, out.Cumulative, must(effect.Cumulate(r, 2025, 2031)).CO2e().In(ghg.Kilotonne))
}
