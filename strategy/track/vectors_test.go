package track_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type vector struct {
	ID        string
	Inputs    json.RawMessage
	Outputs   map[string]decimal.Decimal
	Published map[string]decimal.Decimal
	Tolerance struct{ Abs float64 }
}

var runners = map[string]func(*testing.T, vector){
	"implementation-score":          implementationScore,
	"claim-daegu-2021-bau-progress": daegu2021,
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Vectors, len(runners))
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.Contains(t, runners, v.ID)
			runners[v.ID](t, v)
		})
	}
}

// near compares with what a vector expects, within half a unit of its last
// digit or its tolerance.
func near(t *testing.T, v vector, name string, got ghg.Ratio) {
	t.Helper()
	require.Contains(t, v.Outputs, name)
	x, ok := got.Value()
	require.True(t, ok, got)
	want := v.Outputs[name]
	tolerance := decimal.New(5, want.Exponent()-1)
	if v.Tolerance.Abs > 0 {
		tolerance = decimal.NewFromFloat(v.Tolerance.Abs)
	}
	assert.True(t, x.Sub(want).Abs().LessThanOrEqual(tolerance), "%s: %s, not %s", name, x, want)
}

func implementationScore(t *testing.T, v vector) {
	var in struct {
		Milestones []struct {
			W            int64
			PlannedByNow bool `json:"planned_by_now"`
			Done         decimal.Decimal
		}
	}
	require.NoError(t, json.Unmarshal(v.Inputs, &in))
	now := day(2025, 6, 30)
	a := action("a", "E")
	whole := 0
	for i, m := range in.Milestones {
		x := strategy.Task{ID: strconv.Itoa(i), Weight: decimal.New(m.W, 0), Due: day(2026, 1, 1), State: strategy.TaskInProgress}
		if m.PlannedByNow {
			x.Due = now
		}
		if m.Done.Equal(decimal.New(1, 0)) {
			x = completed(x, day(2025, 6, 1))
			whole++
		} else {
			share, err := ghg.NewShare(m.Done)
			require.NoError(t, err)
			x.Done = share
		}
		a.Phases[0].Tasks = append(a.Phases[0].Tasks, x)
	}
	i, err := track.AssessImplementation(slices.Values([]strategy.Action{a}), strategy.Framework{}, now, track.ByTaskWeight)
	require.NoError(t, err)
	s := i.Plan()
	near(t, v, "planned_value", s.PV)
	near(t, v, "earned_value", s.EV)
	near(t, v, "schedule_performance_index", s.SPI)
	// For contrast: completed tasks of all tasks, which knows neither weights nor
	// what is half done.
	near(t, v, "unweighted_task_ratio_kausal", ghg.Quotient(decimal.New(int64(whole), 0), decimal.New(int64(s.Tasks), 0), ""))
}

// The vector's shares of the forecast are a claim about a target. Here it is
// what was reported of what was planned: 1.52/1.32 = 1.1515…; the printed
// percents would give 13.3/12 = 1.108, as the 12 % does not reproduce.
func daegu2021(t *testing.T, v vector) {
	var in struct {
		Achieved string `json:"achieved_mt"`
		Target   string `json:"target_mt"`
	}
	require.NoError(t, json.Unmarshal(v.Inputs, &in))
	of := func(kind strategy.Kind, mt string) strategy.Reductions {
		r, err := strategy.NewReductions(kind, ghg.Unstated, map[int]ghg.CO2e{2021: ghg.MustCO2e(mt + " MtCO2e")})
		require.NoError(t, err)
		return r
	}
	r, err := track.NewRealisation("plan", of(strategy.Expected, in.Target), of(strategy.Claimed, in.Achieved), strategy.Reductions{})
	require.NoError(t, err)
	y, _ := r.Year(2021)
	near(t, v, "target_achievement", y.ReportedOfPlanned())
	assert.Equal(t, "no reduction is verified", y.Rate().Undefined())
	printed := ghg.Quotient(v.Published["achieved_pct"], v.Published["target_pct"], "")
	assert.Equal(t, "1.108333333333", printed.String())
}
