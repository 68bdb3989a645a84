package target_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A target on the old guidelines, restated twice: within the edition, and onto
// the new one and another metric.
func nationalHistory(t testing.TB) (target.History, []ghg.View) {
	view := func(edition ghg.SchemeID) ghg.View {
		v, err := ghg.MustDeclaredView("gross", "GIR").WithEdition(edition)
		require.NoError(t, err)
		return v
	}
	old, now := view("IPCC 1996"), view("IPCC 2006")
	day := func(y int) ghg.Date { return ghg.Date{Year: y, Month: 1, Day: 2} }
	first, err := target.New(target.Definition{Name: "national", Place: "KR", Due: 2030, Views: target.Same(old), Metric: ghg.SAR,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("725.0 Mt"), Cut: ghg.MustShare("40%")},
		Source: "constructed goal", Published: day(2021)})
	require.NoError(t, err)
	h, err := target.NewHistory(first)
	require.NoError(t, err)
	at := func(v ghg.View, amount string) target.ViewLevel {
		return target.ViewLevel{View: v, CO2e: ghg.MustCO2e(amount), Source: "press"}
	}
	h, err = h.Restate(target.Restatement{Cause: bridge.CauseCorrection, From: at(old, "725.0 MtCO2e (SAR)"),
		To:     at(old, "732.9 MtCO2e (SAR)"),
		Change: target.Change{Reason: "coal that was left out", Date: ghg.OnDay(day(2025)), Document: "GIR"}})
	require.NoError(t, err)
	h, err = h.Restate(target.Restatement{Cause: bridge.CauseMethod, From: at(old, "732.9 MtCO2e (SAR)"), To: at(now,
		"783.9 MtCO2e (AR5)"),
		Change: target.Change{Reason: "2006 guidelines and AR5", Date: ghg.OnDay(day(2025)), Document: "GIR"}})
	require.NoError(t, err)
	return h, []ghg.View{old, now}
}

func TestReadHistoryJSON(t *testing.T) {
	h, views := nationalHistory(t)
	text, err := json.Marshal(h)
	require.NoError(t, err)
	back, err := target.ReadHistoryJSON(strings.NewReader(string(text)), views)
	require.NoError(t, err)
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again))
	assert.Equal(t, h.Details(), back.Details())
	require.Equal(t, 3, back.Len())
	assert.True(t, back.Current().Base.IsZero() == h.Current().Base.IsZero())
	limit, err := back.Current().Target.Limit(2030)
	require.NoError(t, err)
	assert.Equal(t, "470340000 tCO2e (AR5)", limit.String(), "783.9 × 0.6")

	for name, edit := range map[string][2]string{
		"a derived level":      {`"435000000 tCO2e (SAR)"`, `"435000001 tCO2e (SAR)"`},
		"a derived change":     {`"value":"7900000 tCO2e (SAR)"`, `"value":"7900001 tCO2e (SAR)"`},
		"a number":             {`"version":2`, `"version":4`},
		"a cause":              {`"cause":"error"`, `"cause":"whim"`},
		"a kind":               {`"kind":"restated"`, `"kind":"whim"`},
		"no kind":              {`"kind":"restated",`, ``},
		"a trigger beside it":  {`"kind":"restated"`, `"kind":"restated","trigger":"error"`},
		"an old trigger":       {`"kind":"restated","cause":"error"`, `"trigger":"whim"`},
		"a cause of a goal":    {`"kind":"restated","cause":"error"`, `"kind":"revised","cause":"error"`},
		"a second first":       {`"kind":"restated","cause":"error"`, `"kind":"first"`},
		"the first kind":       {`"kind":"first"`, `"kind":"restated"`},
		"no reason":            {`"reason":"coal that was left out"`, `"reason":""`},
		"a date":               {`"date":"2021-01-02"`, `"date":"soon"`},
		"an earlier date":      {`"date":"2025-01-02"`, `"date":"2019-01-02"`},
		"a document":           {`"document":"constructed goal"`, `"document":"another"`},
		"an unknown field":     {`"version":1`, `"version":1,"more":2`},
		"a base not handed":    {`"baseRestated":{"from":{"view":"IPCC 1996`, `"baseRestated":{"from":{"view":"IPCC 1995`},
		"a base of no amount":  {`"co2e":"725000000 tCO2e (SAR)"`, `"co2e":"much"`},
		"a county that joined": {`"baseRestated":null`, `"joined":"군위","baseRestated":null,"joined":"군위"`},
	} {
		changed := strings.Replace(string(text), edit[0], edit[1], 1)
		require.NotEqual(t, string(text), changed, name)
		_, err := target.ReadHistoryJSON(strings.NewReader(changed), views)
		assert.ErrorContains(t, err, "document of a history", name)
	}
	_, err = target.ReadHistoryJSON(strings.NewReader(strings.Replace(string(text), `"place":"KR"`, `"place":"JP"`, 1)), views)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.Differing{Aspect: ghg.AspectPlace, A: `"JP"`, B: `"KR"`, Remedy: "both must be of one place"}, mismatch.Differ[0])
	_, err = target.ReadHistoryJSON(strings.NewReader(`{"versions":[]}`), views)
	assert.ErrorContains(t, err, "no history given")
	_, err = target.ReadHistoryJSON(iotest.ErrReader(errors.New("cut off")), views)
	assert.ErrorContains(t, err, "cut off")
	_, err = target.ReadHistoryJSON(strings.NewReader(strings.Repeat(" ", 5<<20)), views)
	assert.ErrorContains(t, err, "longer than")
	var h2 target.History
	assert.ErrorContains(t, json.Unmarshal(text, &h2), "ReadHistoryJSON")
}

// The county that joined is kept with the versions, so that it does not join
// twice, in another program either.
func TestReadHistoryJSONWithAccession(t *testing.T) {
	change := target.Change{Reason: "Gunwi-gun joined", Date: ghg.OnDay(ghg.Date{Year: 2023, Month: 12, Day: 31}),
		Document: "constructed resolution"}
	county := series("Gunwi-gun", gpc.Territorial, 2018, 365)
	h, err := target.NewHistory(mustTarget(t, territorial()))
	require.NoError(t, err)
	h, err = gunwi(target.ProRata).Restate(h, change, county)
	require.NoError(t, err)
	text, err := json.Marshal(h)
	require.NoError(t, err)
	assert.Equal(t, 2, strings.Count(string(text), `"joined":"Gunwi-gun"`), "one version for 2023, one for the years after it")

	back, err := target.ReadHistoryJSON(strings.NewReader(string(text)), []ghg.View{gpc.Territorial})
	require.NoError(t, err)
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again))
	assert.Equal(t, h.Details(), back.Details())

	for _, rule := range []target.AccessionRule{target.ProRata, target.AsAtYearEnd} {
		_, err = gunwi(rule).Restate(back, change, county)
		var twice *ghg.TwiceError
		require.ErrorAs(t, err, &twice)
		assert.EqualError(t, err, `target "Daegu 2030": accession of Gunwi-gun is given twice: one is allowed`)
	}
	// Another county may still join.
	next, err := target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Chilgok-gun", Date: ghg.Date{Year: 2025,
		Month: 1, Day: 1}, Rule: target.AsAtYearEnd})
	require.NoError(t, err)
	change.Date = ghg.OnDay(ghg.Date{Year: 2025, Month: change.Date.First().Month, Day: change.Date.First().Day})
	back, err = next.Restate(back, change, series("Chilgok-gun", gpc.Territorial, 2018, 205))
	require.NoError(t, err)
	assert.Equal(t, "10000000 tCO2e (AR5)", back.Current().Target.Base().String(), "9430 + 365 + 205 kt")
}

// A history outlives the program that wrote it.
func ExampleReadHistoryJSON() {
	h, views := nationalHistory(&testing.T{})
	text, _ := json.Marshal(h)
	back, err := target.ReadHistoryJSON(strings.NewReader(string(text)), views)
	fmt.Println(err)
	for v := range back.All() {
		fmt.Println(v.Number, v.Change.Date, v.Change.Reason, "·", v.Base)
	}
	_, err = target.ReadHistoryJSON(strings.NewReader(strings.Replace(string(text), "435000000", "400000000", 1)), views)
	fmt.Println(err != nil)
	// Output:
	// <nil>
	// 1 2021-01-02 first set · no base restated
	// 2 2025-01-02 coal that was left out · 725000000 tCO2e (SAR) to 732900000 tCO2e (SAR): 1.09%
	// 3 2025-01-02 2006 guidelines and AR5 · 732900000 tCO2e (SAR) to 783900000 tCO2e (AR5): the number changes by 6.96%, which is not a change of emissions
	// true
}
