package target_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Several causes of one restated base, as it is written and read again.
func TestRestatementForSeveralCauses(t *testing.T) {
	view := grossOn("IPCC 1996")
	goal := must(target.New(target.Definition{Name: "country 2030", Place: "KOR", Due: 2030, Views: target.Same(view), Metric: ghg.SAR,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("725 Mt"), Cut: ghg.MustShare("40%")},
		Source: "constructed goal", Published: ghg.MustDate("2021-10-27")}))
	first := must(target.NewHistory(goal))
	published := func(v ghg.Vintage, amount string) ghg.Yearly {
		return must(ghg.NewYearly("KOR", view, ghg.SAR, []ghg.YearFigure{{Year: 2018, CO2e: ghg.MustCO2e(amount + " MtCO2e (SAR)"), Vintage: v,
			Source: "GIR of " + amount}}))
	}
	b := must(bridge.Published(2018, published(1, "725"), published(2, "732.9")))
	coal := bridge.Cause{Kind: bridge.CauseCorrection, What: "coal", Date: ghg.MustDate("2025-01-02"), Document: "GIR 2024"}
	method := bridge.Cause{Kind: bridge.CauseMethod, Document: "GIR 2024"}
	for name, c := range map[string]struct {
		by   []bridge.Contribution
		says string
		add  bool
	}{
		"add up": {[]bridge.Contribution{coal.Of(ghg.MustMass("8 Mt")), method.Of(ghg.MustMass("-0.1 Mt"))},
			"error +8000000 t, method -100000 t, coal", true},
		"do not": {[]bridge.Contribution{coal.Of(ghg.MustMass("8 Mt")), method.Of(ghg.MustMass("0.1 Mt"))},
			"error +8000000 t, method +100000 t, coal", false},
		"one is not": {[]bridge.Contribution{coal.Of(ghg.MustMass("8 Mt")), method.Unquantified()}, "error +8000000 t, method, coal", true},
		"one":        {[]bridge.Contribution{coal.Unquantified()}, "error, coal", true},
	} {
		h := must(first.Restate(target.RestatementOf(b, c.by...)))
		v := h.Current()
		assert.Equal(t, bridge.CauseCorrection, v.Cause, name)
		assert.Equal(t, "GIR 2024", v.Change.Document, "each once")
		assert.Equal(t, "version 2, 2025-01-02: "+c.says+": country 2030: 40% below 2018 by 2030", v.String(), name)
		assert.Equal(t, c.add, h.Findings().Len() == 0, "%s: %s", name, h.Findings())
		text := must(json.Marshal(h))
		again, err := target.ReadHistoryJSON(strings.NewReader(string(text)), []ghg.View{view})
		require.NoError(t, err, name)
		assert.Equal(t, fmt.Sprint(c.by), fmt.Sprint(again.Current().Causes()), name)
		assert.JSONEq(t, string(text), string(must(json.Marshal(again))))
	}

	// No cause: the document is that of the figure, and the date has to be said.
	r := target.RestatementOf(b)
	_, err := first.Restate(r)
	assert.ErrorContains(t, err, "date")
	r.Change.Date = ghg.WithinYear(2025)
	v := must(first.Restate(r)).Current()
	assert.Equal(t, "version 2, 2025: cause not stated: country 2030: 40% below 2018 by 2030", v.String())
	assert.Equal(t, "GIR of 732.9", v.Change.Document)
	assert.Empty(t, v.Causes())

	// Any of the causes is one that a policy recalculates for.
	r = target.RestatementOf(b, coal.Of(ghg.MustMass("8 Mt")), method.Unquantified())
	always := must(target.NewRecalculationPolicy("own", "rules", ghg.MustShare("50%"), ghg.MustShare("50%"), bridge.CauseMethod))
	judged := must(always.Judge(first, r))
	assert.Equal(t, []string{"the policy recalculates for every change of cause method"}, judged.Reasons)
	assert.Contains(t, judged.Details(), "error +8000000 t, method: coal")

	for says, change := range map[string]func(*target.Restatement){
		"none of the causes": func(r *target.Restatement) { r.Cause = bridge.CauseMetric },
		"kind":               func(r *target.Restatement) { r.Causes[0] = bridge.Cause{Document: "x"}.Unquantified() },
		"document":           func(r *target.Restatement) { r.Causes[0] = bridge.Cause{Kind: bridge.CauseData}.Unquantified() },
		"names no gas":       func(r *target.Restatement) { r.Causes[0] = coal.Of(ghg.MustMass("1 t CH4")) },
		"at most 1000":       func(r *target.Restatement) { r.Causes = make([]bridge.Contribution, 1001) },
	} {
		r := target.RestatementOf(b, coal.Unquantified(), method.Unquantified())
		change(&r)
		_, err := first.Restate(r)
		assert.ErrorContains(t, err, says)
	}
	// The kind may be left out where causes are given.
	r = target.RestatementOf(b, method.Unquantified(), coal.Unquantified())
	r.Cause = bridge.CauseUnknown
	assert.Equal(t, bridge.CauseMethod, must(first.Restate(r)).Current().Cause)
	assert.Equal(t, "증감량 미기재, 산정방법 (GIR 2024)", r.Causes[0].Korean())

	// What does not stand in a document.
	text := string(must(json.Marshal(must(first.Restate(target.RestatementOf(b, coal.Of(ghg.MustMass("7.9 Mt"))))))))
	for old, new := range map[string]string{`"amount":"7900000 t"`: `"amount":"x"`, `"kind":"error","amount"`: `"kind":"fun","amount"`,
		`"what":"coal","date":"2025-01-02"`: `"what":"coal","date":"2025-13-02"`, `"cause":"error"`: `"cause":"data"`,
		`"kind":"restated","cause":"error"`: `"kind":"revised"`} {
		require.Contains(t, text, old)
		_, err := target.ReadHistoryJSON(strings.NewReader(strings.Replace(text, old, new, 1)), []ghg.View{view})
		assert.Error(t, err, new)
	}
}
