package ghg_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every aspect that differs is named, whichever side is asked.
func TestBasisMeets(t *testing.T) {
	gross := ghg.MustDeclaredView("gross", "council")
	edition := func(v ghg.View, e ghg.SchemeID) ghg.View {
		w, err := v.WithEdition(e)
		require.NoError(t, err)
		return w
	}
	twin, err := ghg.NewView(ghg.ViewDefinition{Name: "BASIC", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}})
	require.NoError(t, err)
	daegu := ghg.Basis{Place: "Daegu", View: gpc.Basic, Metric: ghg.AR5}
	of := func(v ghg.View) ghg.Basis { return ghg.Basis{Place: "Daegu", View: v, Metric: ghg.AR5} }
	for name, x := range map[string]struct {
		a, b ghg.Basis
		want []ghg.Aspect
	}{
		"equal":            {daegu, of(gpc.Basic), nil},
		"place":            {daegu, ghg.Basis{Place: "Busan", View: gpc.Basic, Metric: ghg.AR5}, []ghg.Aspect{ghg.AspectPlace}},
		"view":             {daegu, of(gpc.Territorial), []ghg.Aspect{ghg.AspectView}},
		"view of one name": {daegu, of(twin), []ghg.Aspect{ghg.AspectView}},
		"metric":           {daegu, ghg.Basis{Place: "Daegu", View: gpc.Basic, Metric: ghg.SAR}, []ghg.Aspect{ghg.AspectMetric}},
		"unstated metric":  {daegu, ghg.Basis{Place: "Daegu", View: gpc.Basic, Metric: ghg.Unstated}, []ghg.Aspect{ghg.AspectMetric}},
		"all": {daegu, ghg.Basis{Place: "Busan", View: gross, Metric: ghg.SAR},
			[]ghg.Aspect{ghg.AspectPlace, ghg.AspectView, ghg.AspectMetric}},
		"editions": {of(edition(gross, "1996")), of(edition(gross, "2006")), []ghg.Aspect{ghg.AspectEdition}},
		"editions, names": {of(edition(gross, "1996")), of(edition(ghg.MustDeclaredView("net", "council"), "2006")),
			[]ghg.Aspect{ghg.AspectEdition, ghg.AspectView}},
		"edition unstated":  {of(edition(gross, "1996")), of(gross), []ghg.Aspect{ghg.AspectView}},
		"editions unstated": {of(gross), of(ghg.MustDeclaredView("gross", "council")), nil},
		"no view":           {daegu, of(ghg.View{}), []ghg.Aspect{ghg.AspectView}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, err := range []error{x.a.Meets("a", x.b, "b"), x.b.Meets("b", x.a, "a")} {
				if x.want == nil {
					assert.NoError(t, err)
					continue
				}
				var m *ghg.MismatchError
				require.ErrorAs(t, err, &m)
				var got []ghg.Aspect
				for _, d := range m.Differ {
					got = append(got, d.Aspect)
					assert.True(t, m.In(d.Aspect))
					assert.NotEqual(t, d.A, d.B)
					assert.Contains(t, err.Error(), d.Remedy)
				}
				assert.Equal(t, x.want, got)
				var metric *ghg.MetricMismatchError
				assert.Equal(t, m.In(ghg.AspectMetric), errors.As(err, &metric))
			}
		})
	}
	series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, nil)
	require.NoError(t, err)
	assert.Equal(t, daegu, series.Basis())
	assert.Equal(t, gpc.Scheme.ID(), daegu.Edition())
}
