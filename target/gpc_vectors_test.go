package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city's printed target, from its base year and cut.
func TestVectorsOfGPC(t *testing.T) {
	estimatetest.Vectors(t, "../ghg/estimate/testdata/gpc-equations.json",
		func(v estimatetest.Vector) bool { return v.ID == "GOAL-BASE-2" },
		map[string]func(*testing.T, estimatetest.Vector){"GOAL-BASE-2": func(t *testing.T, v estimatetest.Vector) {
			goal, err := target.New(target.Definition{
				Name: "2030", Place: "고양", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
				Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass(v.In(t, "base") + " t"), Cut: ghg.MustShare(v.In(t, "p"))},
			})
			require.NoError(t, err)
			level, err := goal.Pathway(target.Linear, 2030)
			require.NoError(t, err)
			want, _ := v.Expected.(string)
			assert.Equal(t, want, level.Tonnes().String())
		}})
}
