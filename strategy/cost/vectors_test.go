package cost_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type vector struct {
	ID                         string
	Inputs, Outputs, Published json.RawMessage
	Tolerance                  struct{ Abs decimal.Decimal }
}

func (v vector) read(t *testing.T, inputs, outputs any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Inputs, inputs))
	require.NoError(t, json.Unmarshal(v.Outputs, outputs))
}

// near asserts within the tolerance of the vector, and without one to the
// places that the vector prints.
func (v vector) near(t *testing.T, want string, got decimal.Decimal) {
	t.Helper()
	w := dec(want)
	if v.Tolerance.Abs.IsZero() {
		got = exact.Round(got, -w.Exponent())
	}
	assert.True(t, got.Sub(w).Abs().LessThanOrEqual(v.Tolerance.Abs), "%s, want %s", got, want)
}

var runners = map[string]func(*testing.T, vector){
	"crf-table":                        crfTable,
	"macc-uqx-two-projects":            twoProjects,
	"macc-bars-order":                  barsOrder,
	"macc-levelised-three-definitions": threeDefinitions,
	"macc-negative-cost-flaw":          negativeCostFlaw,
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

func crfTable(t *testing.T, v vector) {
	var in, out struct{ Rows []json.RawMessage }
	v.read(t, &in, &out)
	require.Len(t, in.Rows, len(out.Rows))
	var published map[string]decimal.Decimal
	require.NoError(t, json.Unmarshal(v.Published, &published))
	found := 0
	for i, row := range out.Rows {
		var want struct {
			Rate  decimal.Decimal
			Years int
			CRF   string
		}
		require.NoError(t, json.Unmarshal(row, &want))
		rate := must(ghg.NewShare(want.Rate))
		got := must(cost.CapitalRecoveryFactor(rate, want.Years))
		assert.Equal(t, dec(want.CRF).String(), exact.Round(got, 10).String(), "row %d", i+1)
		if p, ok := published[rate.String()+","+decimal.NewFromInt(int64(want.Years)).String()]; ok {
			found++
			assert.True(t, got.Sub(p).Abs().LessThanOrEqual(v.Tolerance.Abs))
		}
	}
	assert.Equal(t, len(published), found)
}

func twoProjects(t *testing.T, v vector) {
	var in struct {
		Projects []struct{ Name, NPV, T string }
	}
	var out struct {
		MAC   map[string]string
		Order []string
	}
	v.read(t, &in, &out)
	var measures []cost.CurveMeasure
	for _, p := range in.Projects {
		m := onCurve(p.Name, dec(p.NPV).Neg().String(), p.T) // the cost is -NPV
		v.near(t, out.MAC[p.Name], m.PerTonne.Value().Amount())
		measures = append(measures, m)
	}
	for _, o := range []cost.Order{cost.ByDominance, cost.ByCostPerTonne} {
		assert.Equal(t, out.Order, names(must(cost.NewCurve(cost.OverLifetime, o, measures)).Bars()))
	}
}

func barsOrder(t *testing.T, v vector) {
	var in struct {
		Measures []struct {
			Name, Abatement string
			NetCost         string `json:"net_cost"`
		}
	}
	var out struct {
		Bars  []struct{ Name, Mac, Xmin, Xmax string }
		Total string `json:"total_abatement"`
		Below string `json:"abatement_at_or_below_cost_3"`
	}
	v.read(t, &in, &out)
	var measures []cost.CurveMeasure
	for _, m := range in.Measures {
		measures = append(measures, onCurve(m.Name, m.NetCost, m.Abatement))
	}
	curve := must(cost.NewCurve(2030, cost.ByCostPerTonne, measures))
	require.Equal(t, len(out.Bars), curve.Len())
	i := 0
	for b := range curve.Bars() {
		want := out.Bars[i]
		assert.Equal(t, want.Name, b.Name)
		v.near(t, want.Mac, b.PerTonne.Value().Amount())
		v.near(t, want.Xmin, b.From.Tonnes())
		v.near(t, want.Xmax, b.To.Tonnes())
		i++
	}
	v.near(t, out.Total, curve.Total().Tonnes())
	v.near(t, out.Below, must(curve.AtOrBelow(won("3원"))).Tonnes())
}

func threeDefinitions(t *testing.T, v vector) {
	var in struct {
		Capex, Opex, Savings, Rate string
		Life                       int
		TPerYear                   string `json:"t_per_year"`
	}
	var out struct {
		Annualised   string `json:"annualised_cost"`
		PerTonne     string `json:"cost_per_t_annualised"`
		NPV          string `json:"npv_cost"`
		Discounted   string `json:"cost_per_t_npv_over_discounted_t"`
		Undiscounted string `json:"cost_per_t_npv_over_undiscounted_t"`
		Capex        string `json:"first_year_capex_per_t"`
		Payback      string `json:"simple_payback_years"`
	}
	v.read(t, &in, &out)
	m := cost.Measure{
		First: 2025, Lifetime: in.Life, Investment: won(in.Capex + "원"), Running: won(in.Opex + "원"), Saving: won(in.Savings + "원"),
		Kind: strategy.Expected, Reduction: tonnes(in.TPerYear),
	}
	in2 := cost.Terms{Rate: share(in.Rate), Timing: cost.EndOfYear, Perspective: cost.Public}
	per := map[cost.PerTonneDefinition]cost.PerTonne{}
	for _, d := range []cost.PerTonneDefinition{cost.AnnualisedOverAnnual, cost.NPVOverDiscounted, cost.NPVOverUndiscounted} {
		in2.Definition = d
		per[d] = must(m.PerTonne(in2))
	}
	v.near(t, out.Annualised, per[cost.AnnualisedOverAnnual].Cost().Amount())
	v.near(t, out.PerTonne, per[cost.AnnualisedOverAnnual].Value().Amount())
	v.near(t, out.NPV, per[cost.NPVOverDiscounted].Cost().Amount())
	v.near(t, out.NPV, must(must(m.CashFlows()).NPV(in2.Rate, in2.Timing)).Neg().Amount())
	v.near(t, out.Discounted, per[cost.NPVOverDiscounted].Value().Amount())
	v.near(t, out.Undiscounted, per[cost.NPVOverUndiscounted].Value().Amount())

	// The investment over the tonnes of the first year is no cost per tonne: it
	// is how far the money of a budget went.
	r := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2025: m.Reduction}))
	first, ok := must(cost.NewEffectiveness(m.Investment, r, 2025)).MoneyPerTonne()
	assert.True(t, ok)
	v.near(t, out.Capex, first.Amount())

	// 25 years are the investment over the saving of a year, and lie beyond the
	// lifetime of 20: within it, the measure never pays back.
	pays := must(m.SimplePayback())
	years, ok := pays.Years()
	assert.True(t, ok)
	v.near(t, out.Payback, years)
	assert.False(t, pays.WithinLifetime())
	_, ok = must(must(m.CashFlows()).Payback()).Years()
	assert.False(t, ok)
}

func negativeCostFlaw(t *testing.T, v vector) {
	var in struct {
		Measures []struct {
			Name, T string
			NetCost string `json:"net_cost"`
		}
	}
	var out struct {
		MAC         map[string]string
		Naive       []string `json:"naive_order"`
		Front       []string `json:"pareto_front_negative"`
		Dominated   map[string][]string
		Recommended []string `json:"recommended_order"`
	}
	v.read(t, &in, &out)
	var measures []cost.CurveMeasure
	for _, m := range in.Measures {
		measures = append(measures, onCurve(m.Name, m.NetCost, m.T))
		v.near(t, out.MAC[m.Name], measures[len(measures)-1].PerTonne.Value().Amount())
	}
	assert.Equal(t, out.Naive, names(must(cost.NewCurve(2030, cost.ByCostPerTonne, measures)).Bars()))
	curve := must(cost.NewCurve(2030, cost.ByDominance, measures))
	assert.Equal(t, out.Recommended, names(curve.Bars()))
	assert.Equal(t, out.Front, names(curve.Front()))
	for _, m := range in.Measures {
		assert.ElementsMatch(t, out.Dominated[m.Name], names(curve.Dominating(m.Name)), m.Name)
	}
}
