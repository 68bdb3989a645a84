package target_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case with its published or independently computed answer.
type vector struct {
	ID      string          `json:"id"`
	Inputs  json.RawMessage `json:"inputs"`
	Outputs json.RawMessage `json:"outputs"`
	// Published is what the source states, where it does.
	Published json.RawMessage `json:"published"`
}

func (v vector) readPublished(t *testing.T, published any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Published, published))
}

func (v vector) read(t *testing.T, inputs, outputs any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Inputs, inputs))
	require.NoError(t, json.Unmarshal(v.Outputs, outputs))
}

func TestVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(b, &file))
	run := map[string]func(*testing.T, vector){
		"goal-baseline-scenario-korea-2015-indc":    scenarioKorea,
		"goal-baseline-scenario-korea-2015-options": scenarioOptions,
		"goal-base-year-korea-2021-ndc":             baseYearKorea,
		"gross-net-korea-2021-ndc":                  grossNetKorea,
		"goal-base-year-daegu":                      goalBaseYearDaegu,
		"goal-intensity-gdp":                        intensityOfGDP,
		"goal-fixed-level":                          fixedLevel,
		"goal-rolling-base-year":                    rollingBaseYear,
		"recalc-daegu-2018-restated":                restated,
		"mgs-accountable-emissions-units":           accountable,
		"budget-piecewise-linear-daegu":             piecewiseLinearDaegu,
		"traj-shapes-midpoint":                      shapesMidpoint,
		"traj-itr-cagr-blend":                       blendToZero,
		"carbon-law-halving":                        carbonLaw,
		"ols-vs-compound-confusion":                 linearOrCompound,
		"progress-openclimate-test":                 openClimate,
		"status-rule-pace-ratio":                    statusRule,
		"sbti-aca-rows":                             contractionRates,
		"rate-needed-jokkmokk":                      rateNeeded,
	}
	assert.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if assert.True(t, ok, v.ID) {
			t.Run(v.ID, func(t *testing.T) { f(t, v) })
		}
	}
}

var dec = decimal.RequireFromString

// mt is a level or figure in Mt.
func mt(c ghg.CO2e) decimal.Decimal { return c.In(ghg.Megatonne) }

// near asserts agreement within a tolerance.
func near(t *testing.T, want string, got decimal.Decimal, tolerance string, what ...any) {
	t.Helper()
	assert.True(t, got.Sub(dec(want)).Abs().LessThanOrEqual(dec(tolerance)), "%v: want %s, got %s", what, want, got)
}

func value(t *testing.T, r ghg.Ratio) decimal.Decimal {
	t.Helper()
	v, ok := r.Value()
	require.True(t, ok, r)
	return v
}

// fromBase is a target in BASIC and AR5.
func fromBase(t *testing.T, year int, base string, due int, cut string, m ...target.Milestone) target.Target {
	t.Helper()
	return mustTarget(t, target.Definition{Name: "vector", Place: "Daegu", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: year, Base: ghg.MustMass(base), Cut: ghg.MustShare(cut)}, Milestones: m})
}

type pair struct {
	year  int
	value string
}

func (p *pair) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&p.year, &p.value})
}

func goalBaseYearDaegu(t *testing.T, v vector) {
	var in struct {
		BaseYear   int    `json:"base_year"`
		Base       string `json:"base_mt"`
		Milestones []pair
	}
	var out struct {
		Allowable map[int]string `json:"allowable_mt"`
		Cut       map[int]string `json:"cut_mt"`
	}
	v.read(t, &in, &out)
	require.Len(t, in.Milestones, 3)
	m := in.Milestones
	tt := fromBase(t, in.BaseYear, in.Base+" Mt", m[2].year, m[2].value,
		target.Milestone{Year: m[0].year, Cut: ghg.MustShare(m[0].value)}, target.Milestone{Year: m[1].year, Cut: ghg.MustShare(m[1].value)})
	n := 0
	for year, limit := range tt.Limits() {
		near(t, out.Allowable[year], mt(limit), "0", year)
		cut, err := tt.Base().Sub(limit)
		require.NoError(t, err)
		near(t, out.Cut[year], mt(cut), "0", year)
		n++
	}
	assert.Equal(t, 3, n)
}

// The source names 2005, 2021 and 2035; achieved does not depend on them.
func openClimate(t *testing.T, v vector) {
	var in struct{ Base, Latest, Goal string }
	var out struct {
		Achieved string `json:"percent_achieved"`
		Target   string
	}
	v.read(t, &in, &out)
	tt := fromBase(t, 2005, in.Base+" t", 2035, in.Goal)
	p := mustProgress(t, tt, 2021, one(2021, in.Latest, ghg.Actual))
	near(t, out.Target, amount(t, p.Limit).Tonnes(), "0")
	near(t, out.Achieved, value(t, p.Achieved).Shift(2), "1e-9")
	near(t, "1", value(t, p.Pace), "0") // 53 % of the target in 53 % of the time
}

// The parts of the vector that need no recalculation: the change between two
// bases, two targets, and the two figures of progress.
func restated(t *testing.T, v vector) {
	var in struct {
		Old     string `json:"base_old_mt"`
		New     string `json:"base_new_mt"`
		Goal    string
		Current string `json:"current_year_mt_on_new_method"`
	}
	var out struct {
		Change    string `json:"relative_change"`
		TargetOld string `json:"target_2030_old_mt"`
		TargetNew string `json:"target_2030_new_mt"`
		Shift     string `json:"target_shift_mt"`
		OnOld     string `json:"progress_if_base_not_recalculated"`
		OnNew     string `json:"progress_if_recalculated"`
	}
	v.read(t, &in, &out)
	first := ghg.MustDeclaredView("city total incl. industry", "strategy of 2021")
	second := ghg.MustDeclaredView("city total", "strategy of 2022")
	on := func(view ghg.View, base string) target.Target {
		return mustTarget(t, target.Definition{Name: "Daegu 2030", Place: "Daegu", Due: 2030, Views: target.Same(view), Metric: ghg.Unstated,
			Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass(base + " Mt"), Cut: ghg.MustShare(in.Goal)}})
	}
	current := ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e(in.Current + " MtCO2e"), Vintage: ghg.FirstVintage}
	older, newer := on(first, in.Old), on(second, in.New)
	change, err := newer.Base().Sub(older.Base())
	require.NoError(t, err)
	rel, err := change.Ratio(older.Base(), 8)
	require.NoError(t, err)
	near(t, out.Change, rel, "0")
	oldLimit, err := older.Limit(2030)
	require.NoError(t, err)
	newLimit, err := newer.Limit(2030)
	require.NoError(t, err)
	near(t, out.TargetOld, mt(oldLimit), "0")
	near(t, out.TargetNew, mt(newLimit), "0")
	near(t, out.Shift, mt(newLimit).Sub(mt(oldLimit)), "0")

	p := mustProgress(t, newer, 2022, figures(second, ghg.Unstated, current))
	near(t, out.OnNew, value(t, p.Achieved), "1e-8")

	// A figure on the new method does not meet the old base by mistake. Only
	// who declares both to count the same gets the figure that inflates it.
	_, err = older.Progress(2022, target.Linear, target.DefaultRules, figures(second, ghg.Unstated, current))
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.AspectView, mismatch.Differ[0].Aspect)
	p = mustProgress(t, older, 2022, figures(first, ghg.Unstated, current))
	near(t, out.OnOld, value(t, p.Achieved), "1e-8")
}

// statusExceptions are rows whose status the vector states otherwise.
var statusExceptions = map[string]struct{ status, why string }{
	"1.02": {"below_target_level", "an achievement takes an actual figure of the due year; at 0.4 of the time the level is only fallen below"},
}

func statusRule(t *testing.T, v vector) {
	var in struct{ Bands map[string]json.Number }
	var out struct {
		Rows []struct {
			Achieved, Elapsed json.Number
			Pace              json.Number `json:"pace_ratio"`
			Status            string
		}
	}
	v.read(t, &in, &out)
	rules, err := target.NewRules("vector", "vector", target.ByPace, dec(in.Bands["ahead"].String()),
		dec(in.Bands["on_track"].String()), dec(in.Bands["slightly_behind"].String()))
	require.NoError(t, err)
	// B = 100 t and T = 50 t over 10 years, so that E = 100 - 50 × achieved.
	tt := fromBase(t, 2020, "100 t", 2030, "50%")
	require.Len(t, out.Rows, 7)
	for _, row := range out.Rows {
		year := 2020 + int(dec(row.Elapsed.String()).Shift(1).IntPart())
		e := dec("100").Sub(dec("50").Mul(dec(row.Achieved.String())))
		want := row.Status
		if x, ok := statusExceptions[row.Achieved.String()]; ok {
			assert.NotEqual(t, want, x.status, x.why)
			want = x.status
		}
		for _, r := range []target.Rules{rules, target.DefaultRules} {
			p, err := tt.Progress(year, target.Linear, r, one(year, e.String(), ghg.Actual))
			require.NoError(t, err)
			near(t, row.Achieved.String(), value(t, p.Achieved), "0")
			near(t, row.Elapsed.String(), value(t, p.Elapsed), "0")
			near(t, row.Pace.String(), value(t, p.Pace), "0")
			assert.Equal(t, want, p.Status.String(), row)
		}
	}
}

// The rates only; which of them meets a threshold is a check of campaigns.
func contractionRates(t *testing.T, v vector) {
	var in struct {
		Rows [][]any
	}
	var out struct {
		Rows []struct {
			BaseYear int `json:"base_year"`
			Due      int `json:"target_year"`
			Ambition string
			Linear   string `json:"lar"`
			Compound string `json:"equivalent_compound"`
		}
	}
	v.read(t, &in, &out)
	require.Len(t, out.Rows, 5)
	assert.Len(t, in.Rows, 5)
	for _, row := range out.Rows {
		tt := fromBase(t, row.BaseYear, "9.43 Mt", row.Due, row.Ambition)
		p := mustProgress(t, tt, row.BaseYear, one(row.BaseYear, "9430000", ghg.Actual))
		near(t, row.Linear, value(t, p.RequiredLinearShare), "1e-9", row.Ambition)
		near(t, row.Compound, value(t, p.RequiredCompound), "1e-9", row.Ambition)
	}
}

// One year before the due year, the compound rate is the cut of that year.
func rateNeeded(t *testing.T, v vector) {
	var in struct{ Y1, Y2 string }
	var out struct {
		Needed string `json:"needed_pct"`
	}
	v.read(t, &in, &out)
	// A base of 10^5 t makes the level of the due year exactly y2.
	left := dec(in.Y2).Shift(-5)
	tt := fromBase(t, 2015, "100000 t", 2030, dec("1").Sub(left).String())
	p := mustProgress(t, tt, 2029, one(2029, in.Y1, ghg.Actual))
	assert.Equal(t, in.Y2+" tCO2e (AR5)", p.Limit.String())
	near(t, out.Needed, value(t, p.RequiredCompound).Shift(2), "1e-9")
}
