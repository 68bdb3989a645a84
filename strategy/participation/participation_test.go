package participation_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func same(t *testing.T, want string, got decimal.Decimal, what ...any) {
	t.Helper()
	assert.True(t, dec(want).Equal(got), "want %s, got %s %s", want, got, fmt.Sprint(what...))
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID     string
			Inputs struct {
				Population int64
				Actions    []struct {
					ID, Adoption string
					Saving       string `json:"t_per_person"`
				}
				AlreadyDoing []string `json:"already_doing"`
				Persistence  string
				Overlap      string `json:"overlap_factor"`
			}
			Outputs struct {
				GrossPerCapita      string `json:"gross_t_per_capita"`
				Gross               string `json:"gross_mt"`
				AdditionalPerCapita string `json:"additional_t_per_capita"`
				Net                 string `json:"net_mt"`
				OfPotential         string `json:"share_of_potential_1t"`
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Vectors, 1)
	v := file.Vectors[0]
	require.Equal(t, "participation-adoption", v.ID)
	t.Run(v.ID, func(t *testing.T) {
		d := programme(v.Inputs.Persistence, v.Inputs.Overlap)
		for i, a := range v.Inputs.Actions {
			d.Actions = append(d.Actions, action(a.ID, a.Adoption, v.Inputs.AlreadyDoing[i], a.Saving+" tCO2e", participation.Sampled))
			d.Actions[i].Eligible = v.Inputs.Population
		}
		r := must(must(participation.New(d)).Result())
		one := must(r.PerOne())
		same(t, v.Outputs.GrossPerCapita, one.Gross.Tonnes())
		same(t, v.Outputs.AdditionalPerCapita, one.Additional.Tonnes())
		same(t, v.Outputs.Gross, r.Total.Gross.In(ghg.Megatonne))
		same(t, v.Outputs.Net, r.Total.Net.In(ghg.Megatonne))
		of, ok := r.OfPotential.Value()
		require.True(t, ok)
		same(t, v.Outputs.OfPotential, of)
		same(t, "2.45", r.Total.Potential.In(ghg.Megatonne)) // the savings add up to 1 t
		same(t, "1", one.Potential.Tonnes())
		// By hand: 0.1829 × 0.72.
		same(t, "0.131688", one.Net.Tonnes())
	})
}

// claim-daegu-1110, by hand: 75.1 kg in each of 1,056,627 households are
// 79,352.6877 t. The publication cut the decimals off; rounded it would be
// 79,353, so by rounding the figure does not reproduce.
func TestClaimDaegu1110(t *testing.T) {
	d := programme("100%", "100%", action("3", "100%", "0%", "75.1 kgCO2e", participation.Pledge))
	d.Actions[0].Unit, d.Actions[0].Eligible, d.Actions[0].Saves = ghg.Household, 1056627, saves("homes", ghg.Household, "75.1 kgCO2e")
	r := must(must(participation.New(d)).Result())
	same(t, "79352.6877", r.Total.Potential.Tonnes())
	same(t, "79352.6877", r.Total.Net.Tonnes())
	printed := must(ghg.ParseFigure("79352", ghg.Tonne))
	assert.False(t, printed.Reproduces(r.Total.Net.Tonnes()))
	assert.True(t, printed.Reproduces(r.Total.Net.Tonnes().Truncate(0)))
	assert.Equal(t, "79353 tCO2e", r.Total.Net.Format(ghg.Tonne, 0))

	// 2.45 Mt by 2.45 million people at 1 t each need all of them. With half of
	// the people, or 0.9 t, or a fifth of the habits lost, it is out of reach.
	whole := programme("100%", "100%", action("all ten", "30%", "0%", "1 tCO2e", participation.SelfReport))
	whole.Actions[0].Eligible = 2450000
	claimed := ghg.MustCO2e("2.45 MtCO2e")
	b := must(must(participation.New(whole)).BreakEven(claimed))
	assert.Equal(t, "1", b.Exact().RatString())
	assert.True(t, b.Reachable())
	assert.True(t, b.Missing().IsZero())
	whole.Persistence = ghg.MustShare("80%")
	b = must(must(participation.New(whole)).BreakEven(claimed))
	assert.Equal(t, "5/4", b.Exact().RatString())
	assert.False(t, b.Reachable())
	same(t, "490000", b.Missing().Tonnes())
	same(t, "1960000", b.Most().Tonnes())
}
