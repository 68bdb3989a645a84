package target_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func mustHistory(t *testing.T, d target.Definition) target.History {
	t.Helper()
	if !d.Published.Valid() {
		d.Published = ghg.Date{Year: 2021, Month: 12, Day: 1}
	}
	if d.Source == "" {
		d.Source = "constructed"
	}
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	return h
}

func policy(t *testing.T, significance, cumulative string, always ...bridge.CauseKind) target.RecalculationPolicy {
	t.Helper()
	p, err := target.NewRecalculationPolicy("policy", "constructed", ghg.MustShare(significance), ghg.MustShare(cumulative), always...)
	require.NoError(t, err)
	return p
}

// basic is an amount in BASIC and AR5.
func basic(amount string) target.ViewLevel {
	return target.ViewLevel{View: gpc.Basic, CO2e: ghg.MustCO2e(amount + "CO2e (AR5)")}
}

// restating is a restatement of one base to another.
func restating(cause bridge.CauseKind, from, to target.ViewLevel) target.Restatement {
	return target.Restatement{Cause: cause, From: from, To: to,
		Change: target.Change{Reason: "because", Date: ghg.OnDay(ghg.Date{Year: 2024, Month: 2, Day: 29}), Document: "constructed"}}
}

// hundred is a cut of half from a base of 100 t.
func hundred(t *testing.T) target.History {
	d := daegu2030()
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("50%")}
	return mustHistory(t, d)
}

func TestJudge(t *testing.T) {
	h := hundred(t)
	for _, x := range []struct {
		name     string
		p        target.RecalculationPolicy
		cause    bridge.CauseKind
		between  []target.ViewLevel
		to       target.ViewLevel
		required bool
		says     []string
	}{
		{"just under", policy(t, "5%", "10%"), bridge.CauseData, nil, basic("95.0000001 t"), false,
			[]string{"a change of -5.00%, -5.00% since the last recalculation, is below 5% and 10%"}},
		{"exactly at", policy(t, "5%", "10%"), bridge.CauseData, nil, basic("95 t"), true, []string{"a change of -5.00% reaches 5%"}},
		{"exactly at, upwards", policy(t, "5%", "10%"), bridge.CauseData, nil, basic("105 t"), true, []string{"a change of 5.00% reaches 5%"}},
		{"a third, which no decimal holds", policy(t, "5%", "10%"), bridge.CauseData, []target.ViewLevel{basic("99 t")}, basic("96 t"),
			false, []string{"a change of -3.03%, -4.00% since the last recalculation, is below 5% and 10%"}},
		{"small changes add up", policy(t, "5%", "8%"), bridge.CauseData, []target.ViewLevel{basic("97 t"), basic("95 t")},
			basic("92 t"), true, []string{"a change of -8.00% since the last recalculation reaches 8%"}},
		{"not quite", policy(t, "5%", "8%"), bridge.CauseData, []target.ViewLevel{basic("97 t"), basic("95 t")}, basic("92.1 t"), false, nil},
		{"both", policy(t, "5%", "10%"), bridge.CauseMethod, []target.ViewLevel{basic("96 t")}, basic("90 t"), true,
			[]string{"a change of -6.25% reaches 5%", "a change of -10.00% since the last recalculation reaches 10%"}},
		{"opposite changes cancel", policy(t, "5%", "5%"), bridge.CauseData, []target.ViewLevel{basic("97 t")}, basic("101 t"), false, nil},
		{"a cause that always counts", policy(t, "5%", "10%", bridge.CauseCorrection, bridge.CauseStructural, bridge.CauseCorrection),
			bridge.CauseCorrection, nil, basic("100.1 t"), true, []string{"the policy recalculates for every change of cause error"}},
		{"a cause that does not", policy(t, "5%", "10%", bridge.CauseCorrection), bridge.CauseMethod, nil, basic("100.1 t"), false, nil},
		{"another metric", policy(t, "100%", "100%"), bridge.CauseMetric, nil, target.ViewLevel{View: gpc.Basic,
			CO2e: ghg.MustCO2e("100 tCO2e (SAR)")}, true,
			[]string{"the base moves from metric AR5 to SAR: the target cannot be held against figures made like the new base"}},
		{"another view", policy(t, "100%", "100%"), bridge.CauseBoundary, nil, target.ViewLevel{View: gpc.BasicPlus,
			CO2e: ghg.MustCO2e("104 tCO2e (AR5)")}, true,
			[]string{"the base moves from view GPC 1.1 BASIC to GPC 1.1 BASIC+: the target cannot be held against figures made like the new base"}},
		{"published on another metric in between", policy(t, "5%", "5%"), bridge.CauseData, []target.ViewLevel{{View: gpc.Basic,
			CO2e: ghg.MustCO2e("90 tCO2e (SAR)")}}, basic("99 t"), false,
			[]string{"a change across metrics, which is none of emissions, -1.00% since the last recalculation, is below 5% and 5%"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			r, err := x.p.Judge(h, restating(x.cause, basic("100 t"), x.to), x.between...)
			require.NoError(t, err)
			assert.Equal(t, x.required, r.Required, r)
			if x.says != nil {
				assert.Equal(t, x.says, r.Reasons)
			}
			assert.Equal(t, 1, h.Len(), "judging restates nothing")
			level, err := r.Restated().Limit(2030)
			require.NoError(t, err)
			assert.True(t, level.Tonnes().Mul(dec("2")).Equal(x.to.CO2e.Tonnes()))
			assert.Contains(t, r.Details(), r.Reasons[0])
		})
	}
}

func TestJudgeRefuses(t *testing.T) {
	h, p := hundred(t), policy(t, "5%", "5%")
	ok := restating(bridge.CauseData, basic("100 t"), basic("99 t"))
	_, err := target.RecalculationPolicy{}.Judge(h, ok)
	assert.ErrorContains(t, err, "no recalculation policy given")
	_, err = p.Judge(target.History{}, ok)
	assert.ErrorContains(t, err, "no history given")
	_, err = p.Judge(h, ok, basic("98 t"), basic("0 t"))
	assert.EqualError(t, err, `change of target "Daegu 2030", base published in between 2, base "0 tCO2e (AR5) in GPC 1.1 BASIC": an `+
		`amount above zero and its view are needed`)
	_, err = p.Judge(h, ok, target.ViewLevel{CO2e: ghg.MustCO2e("98 tCO2e (AR5)")})
	assert.ErrorContains(t, err,
		`change of target "Daegu 2030", base published in between 1, base "98 tCO2e (AR5) in no view": an amount above zero and its view`)
	_, err = p.Judge(h, restating(8, basic("100 t"), basic("99 t")))
	var c ghg.Fault
	require.ErrorAs(t, err, &c)
	assert.Equal(t, "cause", c.Field)
}

func TestPolicyRefuses(t *testing.T) {
	five, none := ghg.MustShare("5%"), ghg.Share{}
	for says, f := range map[string]func() (target.RecalculationPolicy, error){
		`recalculation policy "", name: a name of 1 to 200 bytes is needed`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("", "x", five, five)
		},
		`recalculation policy "x", source: say who decided it`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "", five, five)
		},
		`recalculation policy "x", significance: a share of the base above 0% and`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "x", none, five)
		},
		`recalculation policy "x", cumulative: a share of the base above 0% and a`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "x", five, none)
		},
		`recalculation policy "x", cumulative "-5%": a share of the base above 0% and`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "x", five, ghg.MustShare("-5%"))
		},
		`recalculation policy "x", cumulative "100.1%": a share of the base above 0% a`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "x", five, ghg.MustShare("100.1%"))
		},
		`recalculation policy "x", significance: a number of 1 digits with exponent -3`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "x", ghg.MustShare("1e-30%"), five)
		},
		`recalculation policy "x", always "unknown (8)": no kind of cause`: func() (target.RecalculationPolicy, error) {
			return target.NewRecalculationPolicy("x", "x", five, five, bridge.CauseData, 8)
		},
	} {
		p, err := f()
		assert.ErrorContains(t, err, says)
		assert.True(t, p.IsZero())
	}
	_, err := target.NewRecalculationPolicy("x", "x", ghg.MustShare("100%"), ghg.MustShare("100%"))
	assert.NoError(t, err)
}

func TestPolicy(t *testing.T) {
	p := policy(t, "5%", "10%", bridge.CauseStructural, bridge.CauseCorrection, bridge.CauseStructural)
	assert.Equal(t, "policy (from 5%, cumulated from 10%, always for error, structural)", p.String())
	assert.Equal(t, "policy (from 5%, cumulated from 10%)", policy(t, "5%", "10%").String())
	assert.False(t, p.IsZero())
	zero := target.RecalculationPolicy{}
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no policy", zero.String())
	assert.Equal(t, "no recalculation judged", target.Recalculation{}.String())
	assert.Equal(t, "no recalculation judged", target.Recalculation{}.Details())
	_, err := json.Marshal(target.Recalculation{})
	assert.ErrorContains(t, err, "no recalculation policy given")
	_, err = target.Recalculation{}.Sensitivity(2022, target.Linear, target.DefaultRules)
	assert.ErrorContains(t, err, "no history given")
}

func TestVersionKindText(t *testing.T) {
	korean := map[string]bool{}
	for k := target.VersionFirst; k <= target.VersionSuperseding; k++ {
		var back target.VersionKind
		b, err := k.MarshalText()
		require.NoError(t, err)
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, k, back)
		korean[k.Korean()] = true
	}
	assert.Len(t, korean, 5)
	assert.Equal(t, []string{"unknown (5)", "알 수 없음 (5)"}, []string{target.VersionKind(5).String(), target.VersionKind(5).Korean()})
	k := target.VersionRevised
	assert.ErrorContains(t, k.UnmarshalText([]byte("data")), "allowed are first, restated, revised, reforecast, superseding")
	assert.Equal(t, target.VersionRevised, k)
}

// TestRecalculationVector runs the published restatement of Daegu's 2018 base
// through policy, history and sensitivity.
func TestRecalculationVector(t *testing.T) {
	b, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID     string
			Inputs struct {
				Old       string `json:"base_old_mt"`
				New       string `json:"base_new_mt"`
				Goal      string
				Threshold string `json:"significance_threshold"`
				Current   string `json:"current_year_mt_on_new_method"`
			}
			Outputs struct {
				Relative string `json:"relative_change"`
				Exceeds  bool   `json:"exceeds_5pct_threshold"`
				OldLevel string `json:"target_2030_old_mt"`
				NewLevel string `json:"target_2030_new_mt"`
				Before   string `json:"progress_if_base_not_recalculated"`
				After    string `json:"progress_if_recalculated"`
			}
		}
	}
	// Other vectors have inputs of other shapes.
	var raw struct{ Vectors []json.RawMessage }
	require.NoError(t, json.Unmarshal(b, &raw))
	for _, v := range raw.Vectors {
		var id struct{ ID string }
		require.NoError(t, json.Unmarshal(v, &id))
		if id.ID == "recalc-daegu-2018-restated" {
			require.NoError(t, json.Unmarshal([]byte(`{"vectors":[`+string(v)+`]}`), &file))
		}
	}
	require.Len(t, file.Vectors, 1)
	in, out := file.Vectors[0].Inputs, file.Vectors[0].Outputs

	d := daegu2030()
	cut, err := ghg.ParseShare(in.Goal)
	require.NoError(t, err)
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass(in.Old + " Mt"), Cut: cut}
	p := policy(t, in.Threshold, in.Threshold)
	r, err := p.Judge(mustHistory(t, d), restating(bridge.CauseData, basic(in.Old+" Mt"), basic(in.New+" Mt")))
	require.NoError(t, err)
	assert.Equal(t, out.Exceeds, r.Required)
	near(t, out.Relative, value(t, r.Latest.Relative), "1e-8")
	near(t, out.Relative, value(t, r.Cumulated.Relative), "1e-8")
	both, err := r.Sensitivity(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e(in.Current + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	require.NoError(t, err)
	require.Len(t, both, 2)
	for i, want := range []struct{ level, progress string }{{out.OldLevel, out.Before}, {out.NewLevel, out.After}} {
		require.NoError(t, both[i].Err)
		near(t, want.level, mt(amount(t, both[i].Progress.Limit)), "0")
		near(t, want.progress, value(t, both[i].Progress.Achieved), "1e-8")
	}
}

func TestRecalculationJSON(t *testing.T) {
	r, err := policy(t, "5%", "10%", bridge.CauseCorrection).Judge(hundred(t), restating(bridge.CauseData, basic("100 t"),
		basic("98 t")), basic("99 t"))
	require.NoError(t, err)
	b, err := json.Marshal(r)
	require.NoError(t, err)
	restated, err := json.Marshal(r.Restated())
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"policy": "policy", "policySource": "constructed", "significance": "5%", "cumulative": "10%", "always": ["error"],
		"cause": "data", "reason": "because", "date": "2024-02-29", "document": "constructed",
		"latest": {"from": {"view": "GPC 1.1 BASIC", "co2e": "99 tCO2e (AR5)"}, "to": {"view": "GPC 1.1 BASIC", "co2e": "98 tCO2e (AR5)"},
			"change": {"value": "-1 tCO2e (AR5)"}, "relative": {"value": "-0.010101010101"}, "apparent": {"value": "-0.010101010101"}},
		"cumulated": {"from": {"view": "GPC 1.1 BASIC", "co2e": "100 tCO2e (AR5)"}, "to": {"view": "GPC 1.1 BASIC", "co2e": "98 tCO2e (AR5)"},
			"change": {"value": "-2 tCO2e (AR5)"}, "relative": {"value": "-0.02"}, "apparent": {"value": "-0.02"}},
		"required": false, "reasons": ["a change of -1.01%, -2.00% since the last recalculation, is below 5% and 10%"],
		"restated": `+string(restated)+`
	}`, string(b))
}
