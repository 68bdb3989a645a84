package strategy_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A document that is damaged in one place is refused, with the place, the value and what is
// allowed.
func TestPlansNotRead(t *testing.T) {
	text, err := os.ReadFile("testdata/forms/plan_1.json")
	require.NoError(t, err)
	for _, c := range []struct{ from, to, want string }{
		{`"localghg plan 1"`, `"localghg plan 2"`, `format "localghg plan 2": "localghg plan 1" is needed`},
		{`"format": "localghg plan 1",`, ``, `"localghg plan 1" is needed`},
		{`"name_ko": "읍"`, `"nameKo": "읍"`, `unknown field "nameKo"`},
		{`"place": "town"`, `"place": 5`, "place \"number\": a text is needed"},
		{`"place": "town"`, `"place": ""`, "a place is needed"},
		{`"metric": "AR5"`, `"metric": ""`, "metric"},
		{`"metric": "AR5"`, `"metric": "AR9"`, `"AR9"`},
		{`"edition": "GPC 1.1"`, `"edition": "GPC 1.0"`, `edition "GPC 1.0": the view GPC 1.1 BASIC is of edition "GPC 1.1"`},
		{`"scheme": "GPC 1.1"`, `"scheme": "GPC 1.0"`, `unknown scheme "GPC 1.0": allowed are GPC 1.1`},
		{`"view": "GPC 1.1 BASIC"`, `"view": "GPC 1.1 BASIC+"`, `unknown view "GPC 1.1 BASIC+"`},
		{`"through": 2032`, `"through": "2032"`, `through "string": a whole number is needed`},
		{`"through": 2032`, `"through": 2032.5`, `through "number 2032.5": a whole number is needed`},
		{`"idea",`, `"dream",`, `unknown stage "dream": allowed are unstated, idea`},
		{`"idea",`, `"scoping",`, "it is given twice"},
		{`"idea",`, `"cancelled",`, "allowed are the stages from unstated to postponed"},
		{`"code": "E",`, `"code": "E", "color": "red",`, `unknown field "color"`},
		{`"level": "municipality"`, `"level": "town"`, `action 1: unknown level "town": allowed are unstated, municipality`},
		{`"role": "co-lead"`, `"role": "leader"`, `unknown role "leader": allowed are support, co-lead`},
		{`"purpose": "mitigation and adaptation"`, `"purpose": "both"`, `unknown purpose "both"`},
		{`"start": "2024-03-01"`, `"start": "2024-02-30"`, `date "2024-02-30": write a day that exists`},
		{`"members": 40`, `"members": -1`, "members are allowed"},
		{`"weight": "2.5"`, `"weight": 2.5`, `weight "number": a text is needed`},
		{`"weight": "2.5"`, `"weight": "1e1000"`, "1e1000"},
		{`"weight": "2.5"`, `"weight": "0"`, "above 0 is needed"},
		{`"weight": "2.5",`, ``, "above 0 is needed"},
		{`"state": "in progress"`, `"state": "going on"`, `unknown state "going on"`},
		{`"done": "12.5%"`, `"done": "112.5%"`, "between 0% and 100%"},
		{`"funds": "national"`, `"funds": "no source of funds"`, `unknown source of funds "no source of funds": allowed are national`},
		{`"56800000000 KRW (nominal)"`, `"56800000000 KRW"`, "they are needed in brackets"},
		{`"56800000000 KRW (nominal)"`, `null`, "no money given"},
		{`"score": 2`, `"score": 3`, `score "3": scores from -2`},
		{`"interaction": "overlapping"`, `"interaction": "some"`, `effect 1: unknown interaction "some"`},
		{`"kind": "expected"`, `"kind": "hoped"`, `unknown kind of reduction "hoped"`},
		{`"year": 2030`, `"year": 3030`, "3030"},
		{`"value": "20%"`, `"value": null`, "none is given: leave out a year that is not known"},
		{`"value": "20%"`, `"value": "a fifth"`, `"a fifth"`},
		{`"year": 2031`, `"year": 2030`, "2030 is given twice"},
		{`"counting": "new in the year"`, `"counting": "no counting"`, `unknown counting "no counting": allowed are new in the year`},
		{`"decay": "1%"`, `"decay": "101%"`, "decay"},
		{`"value": "2820"`, `"value": "-2820"`, "0 or more are allowed"},
		{`"value": "2820"`, `"value": "2,820"`, "2,820"},
		{`"why": "free riders"`, `"why": "no reason"`, `unknown reason "no reason": allowed are persistence`},
		{`"co2e": "0.4 t"`, `"co2e": "0.5 t"`, "was changed by hand"},
		{`"saves": "1 vehicle"`, `"saves": "1 wagon"`, "wagon"},
		{`"saves": "0.0004781 tCO2e (AR5)"`, `"saves": "0.4781 kg CO2e (SAR)"`, "metric"},
		{`"quantification": "1"`, `"quantification": "2"`, "no quantification of the action has this ID"},
		{`"largestOnly": true`, `"largestOnly": "yes"`, `largestOnly "string": true or false is needed`},
		{`"largestOnly": true`, `"factor": 0.5`, `factor "number": a text is needed`},
	} {
		edited := strings.Replace(string(text), c.from, c.to, 1)
		require.NotEqual(t, string(text), edited, c.from)
		_, _, err := strategy.ReadPortfolioJSON(strings.NewReader(edited), basicOnly)
		assert.ErrorContains(t, err, c.want, c.from+" → "+c.to)
	}
	var p strategy.Portfolio
	var b strategy.Baseline
	assert.ErrorContains(t, json.Unmarshal(text, &p), "ReadPortfolioJSON")
	assert.ErrorContains(t, json.Unmarshal(text, &b), "ReadBaselineJSON")
	_, _, err = strategy.ReadPortfolioJSON(strings.NewReader(string(text)+"{}"), basicOnly)
	assert.ErrorContains(t, err, "text behind")
}

func TestBaselinesNotRead(t *testing.T) {
	text, err := os.ReadFile("testdata/forms/baseline_1.json")
	require.NoError(t, err)
	for _, c := range []struct{ from, to, want string }{
		{`"localghg baseline 1"`, `"localghg plan 1"`, `"localghg baseline 1" is needed`},
		{`"source": "gas forecast"`, `"sources": "gas forecast"`, `unknown field "sources"`},
		{`"value": "40000 tCO2e (AR5)"`, `"value": "40000 tCO2e (SAR)"`, `in 2029, emissions "40000 tCO2e (SAR)"`},
		{`"value": "40000 tCO2e (AR5)"`, `"value": 40000`, "a text is needed"},
		{`"value": "40000 tCO2e (AR5)"`, `"value": "41000 tCO2e (AR5)"`, "does not follow"}, // the total does not
		{`"value": "4000 GWh"`, `"value": null`, "unit"},
		{`"value": "4000 GWh"`, `"value": "4001 GWh"`, "source 4, emissions: a figure is stated that does not follow"},
		{`"year": 2029`, `"year": 2028`, "missing here"},
	} {
		edited := strings.Replace(string(text), c.from, c.to, 1)
		require.NotEqual(t, string(text), edited, c.from)
		_, err := strategy.ReadBaselineJSON(strings.NewReader(edited), basicOnly)
		assert.ErrorContains(t, err, c.want, c.from+" → "+c.to)
	}
}

// What follows from the rest may be left out, or be written in another unit; what does not
// follow is refused.
func TestWhatFollowsInPlans(t *testing.T) {
	text, err := os.ReadFile("testdata/forms/plan_1.json")
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, json.Unmarshal(text, &doc))
	cars := doc["actions"].([]any)[3].(map[string]any)
	effects := cars["effects"].([]any)
	one := effects[1].(map[string]any)["reductions"].(map[string]any)["years"].([]any)[0].(map[string]any)
	was, ok := one["value"].(string)
	require.True(t, ok)
	amount := ghg.MustCO2e(was)
	read := func() error {
		edited, err := json.Marshal(doc)
		require.NoError(t, err)
		p, _, err := strategy.ReadPortfolioJSON(bytes.NewReader(edited), basicOnly)
		if err == nil {
			again, err := json.MarshalIndent(p, "", " ")
			require.NoError(t, err)
			assert.Equal(t, string(text), string(again)+"\n")
		}
		return err
	}
	one["value"] = amount.Tonnes().Shift(-3).String() + " ktCO2e (AR5)"
	require.NoError(t, read(), "in kilotonnes")
	one["value"] = "1 tCO2e (AR5)"
	assert.ErrorContains(t, read(), `action "T-1", effects "1": an effect is stated that does not follow from the quantification`)
	cars["effects"] = effects[:1]
	require.NoError(t, read(), "left out")
}

// Whatever is read is written and read again as it was; nothing makes the reader panic.
func FuzzReadPortfolioJSON(f *testing.F) {
	for _, file := range []string{"plan_1.json", "baseline_1.json"} {
		text, err := os.ReadFile("testdata/forms/" + file)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add([]byte(`{"format": "localghg plan 1", "actions": [{"effects": [{"cuts": null}]}]}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if b, err := strategy.ReadBaselineJSON(bytes.NewReader(text), basicOnly); err == nil {
			written, err := json.Marshal(b)
			require.NoError(t, err)
			again, err := strategy.ReadBaselineJSON(bytes.NewReader(written), basicOnly)
			require.NoError(t, err, "%s", written)
			twice, err := json.Marshal(again)
			require.NoError(t, err)
			assert.Equal(t, string(written), string(twice))
		}
		p, _, err := strategy.ReadPortfolioJSON(bytes.NewReader(text), basicOnly)
		if err != nil {
			return
		}
		written, err := json.Marshal(p)
		require.NoError(t, err)
		again, _, err := strategy.ReadPortfolioJSON(bytes.NewReader(written), basicOnly)
		require.NoError(t, err, "%s", written)
		twice, err := json.Marshal(again)
		require.NoError(t, err)
		assert.Equal(t, string(written), string(twice))
	})
}
