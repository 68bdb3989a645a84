package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city has the share of a larger place's data that it has of its population (GPC equation 5.1).
func TestVectorsOfGPC(t *testing.T) {
	estimatetest.Vectors(t, "../estimate/testdata/gpc-equations.json", func(v estimatetest.Vector) bool { return v.ID == "SCALE-1" },
		map[string]func(*testing.T, estimatetest.Vector){"SCALE-1": func(t *testing.T, v estimatetest.Vector) {
			in := func(name string) decimal.Decimal { return decimal.RequireFromString(v.In(t, name)) }
			people := func(n decimal.Decimal) ghg.Quantity { return ghg.MustQuantity(n.String() + " person") }
			city := in("population_city")
			p, err := rollup.NewProxy(rollup.ProxyDefinition{
				By: rollup.ByPopulation, Year: 2022, Source: "statistics",
				Parts: []rollup.ProxyPart{{Place: "city", Quantity: people(city)},
					{Place: "rest", Quantity: people(in("population_available").Sub(city))}},
			})
			require.NoError(t, err)
			split, err := p.Split(ghg.MustCO2e(v.In(t, "available")+" tCO2e (AR5)"), ghg.Tonne, 0)
			require.NoError(t, err)
			share, ok := split.Of("city")
			require.True(t, ok)
			want, _ := v.Expected.(string)
			assert.Equal(t, want, share.Tonnes().String())
		}})
}
