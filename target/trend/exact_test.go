package trend_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Figures that lie on the straight line of their target come down to its level in the
// due year, for certain, and every date says so.
func TestExactFitMeetsItsOwnTarget(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	for i := range 1500 {
		base := decimal.New(1+r.Int63n(1_000_000_000), -int32(r.Intn(4)))
		cut := ghg.MustShare(fmt.Sprintf("%d%%", 1+r.Intn(100)))
		first := 1990 + r.Intn(30)
		due := first + 6 + r.Intn(40)
		mass, err := ghg.NewMass(base, []ghg.MassUnit{ghg.Tonne, ghg.Kilotonne, ghg.Kilogram}[r.Intn(3)])
		require.NoError(t, err)
		tt, err := target.New(target.Definition{Name: "x", Place: "Daegu", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
			Goal: target.BaseYear{Year: first, Base: mass, Cut: cut}})
		require.NoError(t, err)
		var all []ghg.YearFigure
		for year := first; year <= first+2+r.Intn(due-first-2) && year < due; year++ {
			v, err := tt.Pathway(target.Linear, year)
			require.NoError(t, err)
			all = append(all, ghg.YearFigure{Year: year, CO2e: v, Vintage: 1})
		}
		series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, all)
		require.NoError(t, err)
		points, err := trend.Choose(series, trend.AllYears, ghg.Actual)
		require.NoError(t, err)
		fit, err := trend.LeastSquares(points)
		require.NoError(t, err)
		o, err := trend.NewOutlook(tt, fit, ghg.MustShare("95%"))
		require.NoError(t, err)
		say := fmt.Sprintf("%d: %s by %s from %d to %d, %d figures: %s", i, mass, cut, first, due, len(all), o.Attainment)
		require.Equal(t, 1.0, o.Probability.Value, say)
		require.Equal(t, trend.Likely, o.Likelihood(), say)
		require.Equal(t, trend.Reaches, o.Attainment.Answer, say)
		require.Equal(t, []int{due, due, due}, []int{o.Attainment.FirstYear, o.Attainment.Earliest, o.Attainment.Latest}, say)
		require.InDelta(t, due, o.Attainment.Year, 1e-6, say)
		require.Contains(t, fit.Findings().String(), trend.FindingExactFit, say)
		sen, err := o.Sen.Attainment(o.Limit)
		require.NoError(t, err)
		require.Equal(t, due, sen.FirstYear, say)

		// A level under the line by a millionth of the base is not met.
		tight, err := o.Limit.Sub(ghg.MustCO2e("0 tCO2e (AR5)"))
		require.NoError(t, err)
		little, err := tt.Base().Scale(decimal.New(1, -6))
		require.NoError(t, err)
		tight, err = tight.Sub(little)
		require.NoError(t, err)
		p, err := fit.Probability(tight, due)
		require.NoError(t, err)
		assert.Zero(t, p.Value, say)
	}
}
