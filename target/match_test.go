package target_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// edition is a scheme of an invented later edition, with one category.
func edition(t *testing.T) ghg.View {
	s, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "GPC 2.0", Source: "invented", Nodes: []ghg.Node{{Code: "I", Name: "all",
		Reportable: true}}})
	require.NoError(t, err)
	v, err := ghg.NewView(ghg.ViewDefinition{Name: "BASIC", Scheme: s, Categories: []string{"I"}})
	require.NoError(t, err)
	return v
}

func TestMatch(t *testing.T) {
	narrowed, err := gpc.Basic.WithTags("BASIC", nil, []string{"ets"}, "without covered facilities")
	require.NoError(t, err)
	declared := ghg.MustDeclaredView("city total", "strategy 2021")
	restated := ghg.MustDeclaredView("city total", "strategy 2022")
	series := func(place ghg.PlaceID, v ghg.View, m ghg.Metric) ghg.Yearly {
		y, err := ghg.NewYearly(place, v, m, nil)
		require.NoError(t, err)
		return y
	}
	for _, x := range []struct {
		name   string
		view   ghg.View
		metric ghg.Metric
		series ghg.Yearly
		aspect ghg.Aspect
		says   string
	}{
		{"another place", gpc.Basic, ghg.AR5, series("Seoul", gpc.Basic, ghg.AR5), ghg.AspectPlace,
			`target "Daegu 2030" and the series do not meet: place "Daegu" and "Seoul": both must be of one place`},
		{"no series", gpc.Basic, ghg.Unstated, ghg.Yearly{}, ghg.AspectPlace, `"Daegu" and ""`},
		{"another edition", gpc.Basic, ghg.AR5, series("Daegu", edition(t), ghg.AR5), ghg.AspectEdition,
			": what is made on one guideline edition"},
		{"another view", gpc.Basic, ghg.AR5, series("Daegu", gpc.BasicPlus, ghg.AR5), ghg.AspectView, "GPC 1.1 BASIC and GPC 1.1 BASIC+"},
		{"another view of that name", gpc.Basic, ghg.AR5, series("Daegu", narrowed, ghg.AR5), ghg.AspectView,
			"GPC 1.1 BASIC and another selection of that name"},
		{"a declared view", gpc.Basic, ghg.AR5, series("Daegu", declared, ghg.AR5), ghg.AspectView, "city total (as declared by strategy 2021)"},
		{"a declared target", declared, ghg.AR5, series("Daegu", gpc.Basic, ghg.AR5), ghg.AspectView, "restate one in the other's"},
		{"another source", declared, ghg.AR5, series("Daegu", restated, ghg.AR5), ghg.AspectView,
			"strategy 2021) and city total (as declared by strategy 2022)"},
		{"another metric", gpc.Basic, ghg.AR5, series("Daegu", gpc.Basic, ghg.SAR), ghg.AspectMetric, "metric AR5 and SAR"},
		{"an unstated metric", gpc.Basic, ghg.AR5, series("Daegu", gpc.Basic, ghg.Unstated), ghg.AspectMetric, "AR5 and unstated"},
		{"a stated metric", gpc.Basic, ghg.Unstated, series("Daegu", gpc.Basic, ghg.AR5), ghg.AspectMetric, "unstated and AR5"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			d.Views, d.Metric = target.Same(x.view), x.metric
			p, err := mustTarget(t, d).Progress(2022, target.Linear, target.DefaultRules, x.series)
			var mismatch *ghg.MismatchError
			require.ErrorAs(t, err, &mismatch)
			assert.Equal(t, x.aspect, mismatch.Differ[0].Aspect)
			assert.Equal(t, []string{`target "Daegu 2030"`, "the series"}, []string{mismatch.A, mismatch.B})
			assert.Contains(t, err.Error(), x.says)
			assert.NotEmpty(t, mismatch.Differ[0].Remedy)
			assert.True(t, p.Target.IsZero())
			var metrics *ghg.MetricMismatchError
			if assert.Equal(t, x.aspect == ghg.AspectMetric, errors.As(err, &metrics)) && metrics != nil {
				assert.Equal(t, x.metric.ID(), metrics.A)
				assert.Equal(t, x.series.Metric().ID(), metrics.B)
			}
		})
	}
}

// A published figure of unknown selection and metric meets its like.
func TestDeclaredMeetsDeclared(t *testing.T) {
	d := daegu2030()
	d.Views, d.Metric = target.Same(ghg.MustDeclaredView("city total", "strategy 2021")), ghg.Unstated
	series := figures(ghg.MustDeclaredView("city total", "strategy 2021"), ghg.Unstated,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e"), Vintage: ghg.FirstVintage})
	p := mustProgress(t, mustTarget(t, d), 2022, series)
	assert.Equal(t, "184500 tCO2e", p.Gap.String())
	assert.Contains(t, p.Explain().String(), "= 8,200,000 tCO2e   # emissions of the year: city total (as declared by strategy 2021), "+
		"actual, first vintage")
}
