package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// netZero is the whole published goal, with its milestones.
func netZero() target.Definition {
	d := daegu2030()
	d.Name, d.Due = "Daegu 2050", 2050
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("943만톤"), Cut: ghg.MustShare("100%")}
	d.Milestones = []target.Milestone{{Year: 2040, Cut: ghg.MustShare("70%")}, {Year: 2030, Cut: ghg.MustShare("45%")}}
	return d
}

func mustTarget(t *testing.T, d target.Definition) target.Target {
	t.Helper()
	tt, err := target.New(d)
	require.NoError(t, err)
	return tt
}

func TestAccessors(t *testing.T) {
	tt := mustTarget(t, netZero())
	assert.Equal(t, "Daegu 2050", tt.Name())
	assert.Equal(t, ghg.PlaceID("Daegu"), tt.Place())
	assert.Equal(t, 2050, tt.Due())
	assert.Equal(t, 2018, tt.BaseYear())
	assert.Equal(t, gpc.Basic.ID(), tt.Views().Base.ID())
	assert.Equal(t, gpc.Basic.ID(), tt.Views().Due.ID())
	assert.Equal(t, ghg.AR5.ID(), tt.Metric().ID())
	assert.Equal(t, "9430000 tCO2e (AR5)", tt.Base().String())
	assert.Equal(t, "Daegu carbon neutrality strategy, December 2021", tt.Source())
	assert.Equal(t, "Daegu 2050: 100% below 2018 by 2050", tt.String())
	assert.Equal(t, "100% below 2018", tt.Goal().String())
	assert.False(t, tt.IsZero())
}

func TestLimits(t *testing.T) {
	tt := mustTarget(t, netZero())
	var years []int
	for y, limit := range tt.Limits() {
		years = append(years, y)
		same, err := tt.Limit(y)
		require.NoError(t, err)
		assert.True(t, limit.Equal(same))
	}
	assert.Equal(t, []int{2030, 2040, 2050}, years)
	for y := range tt.Limits() {
		assert.Equal(t, 2030, y)
		break
	}
	for _, y := range []int{2018, 2029, 2031, 2051} {
		limit, err := tt.Limit(y)
		var none *ghg.NoFigureError
		require.ErrorAs(t, err, &none)
		assert.Equal(t, y, none.Year)
		assert.Equal(t, years, none.Have)
		assert.Equal(t, `level of target "Daegu 2050"`, none.Of)
		assert.Contains(t, err.Error(), "(there are figures for 2030, 2040 and 2050): ask a pathway")
		assert.True(t, limit.IsZero())
	}
}

func TestZeroTarget(t *testing.T) {
	var zero target.Target
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no target", zero.String())
	assert.Zero(t, zero.Name()+zero.Source()+string(zero.Place()))
	assert.Zero(t, zero.Due()+zero.BaseYear())
	assert.Nil(t, zero.Goal())
	assert.True(t, zero.Metric().IsZero())
	assert.True(t, zero.Views().Due.IsZero())
	assert.True(t, zero.Base().IsZero())
	assert.Zero(t, zero.Findings().Len())
	for range zero.Milestones() {
		t.Error("a milestone")
	}
	for range zero.Limits() {
		t.Error("a limit")
	}
	_, err := zero.Limit(2030)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = zero.Pathway(target.Linear, 2030)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = zero.Along(target.Linear)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = zero.Progress(2030, target.Linear, target.DefaultRules, ghg.Yearly{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = zero.MarshalJSON()
	assert.ErrorIs(t, err, target.ErrNoTarget)
}
