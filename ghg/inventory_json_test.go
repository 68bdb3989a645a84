package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var gpcJSON = ghg.JSONFormat{Schemes: []ghg.Scheme{gpc.Scheme}}

func TestInventoryJSONRoundTrip(t *testing.T) {
	own, err := ghg.NewMetric("city", "local study", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("30")})
	require.NoError(t, err)
	in, err := gpc.Scheme.Category("I.1.2")
	require.NoError(t, err)
	ie, err := ghg.IncludedIn(in, "one meter")
	require.NoError(t, err)
	partly, err := ghg.Partly(mass("7.50 t"), ghg.KeyedAsFound(ghg.NE, "the port is missing"))
	require.NoError(t, err)
	inOwn, err := ghg.NewCO2e(dec("12"), ghg.Tonne, own)
	require.NoError(t, err)
	full := rec("I.3.1", ghg.CO2, mass("0.1 t"))
	full.Fuel, full.Activity, full.Facility = "coal", "heat", "염색산단"
	full.Variant, full.Tags, full.Status, full.Scope = ghg.FuelBased, ghg.MakeTags("ets"), ghg.Provisional, ghg.Scope1
	full.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.Low, Method: "m", Source: "s", Assumption: "a"})
	full.Line = 12
	records := []ghg.Record{full,
		rec("I.1.1", ghg.CH4, mass("3 t")),
		rec("I.1.1", ghg.Gas{}, co2e("5 tCO2e")),
		rec("I.1.1", ghg.CH4, co2e("5 tCO2e (AR4)")),
		rec("I.1.1", ghg.Gas{}, ghg.Equivalent(inOwn)),
		rec("II.1.2", ghg.Gas{}, ie),
		rec("II.3.1", ghg.CO2, partly),
		rec("IV.2", ghg.MustGas("R-410A"), mass("1 kg")),
		rec("V.1", ghg.Gas{}, ghg.Value{}),
	}
	for i := range records {
		records[i].Period = ghg.FiscalYear(2018, time.April)
	}
	i, _, err := ghg.NewInventory("Daegu", ghg.FiscalYear(2018, time.April), 2, gpc.Scheme, records)
	require.NoError(t, err)
	text, err := json.Marshal(i)
	require.NoError(t, err)
	again, findings, err := ghg.ReadJSON(strings.NewReader(string(text)), ghg.JSONFormat{Schemes: gpcJSON.Schemes, Metrics: []ghg.Metric{own}})
	require.NoError(t, err)
	assert.Equal(t, "missing-value all-gases-and-gases", codesOf(findings))
	assert.Equal(t, ghg.Vintage(2), again.Vintage())
	assert.Equal(t, i.Period(), again.Period())
	require.Equal(t, i.Len(), again.Len())
	n := 0
	for got := range again.Records() {
		want := records[n]
		assert.True(t, want.Value.Equal(got.Value), "%s and %s", want.Value, got.Value)
		got.Value, want.Value = ghg.Value{}, ghg.Value{}
		assert.Equal(t, want, got)
		n++
	}
	second, err := json.Marshal(again)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(second))
	assert.Contains(t, string(text), `"co2e":"5 t","metric":"unstated"`)
	assert.Contains(t, string(text), `"mass":"7.50 t","key":"NE"`)
}

func TestReadJSONRefuses(t *testing.T) {
	doc := func(records string) string {
		return `{"scheme":"GPC 1.1","place":"Daegu","period":"2018","vintage":1,"records":[` + records + `]}`
	}
	for _, c := range []struct{ text, says string }{
		{``, "EOF"},
		{`{`, "EOF"},
		{`[]`, "cannot unmarshal"},
		{doc(``) + `{}`, "behind the document"},
		{strings.Replace(doc(``), "GPC 1.1", "IPCC", 1), "handed to the reader"},
		{strings.Replace(doc(``), "2018", "18", 1), "period"},
		{strings.Replace(doc(``), `"vintage":1`, `"vintage":0`, 1), "vintage"},
		{doc(`{"category":"I.1.1","gas":"CO2","mas":"3 t"}`), "unknown field"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":"3 t","Mass":"4 t"}`), "given twice"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":3}`), "cannot unmarshal number"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":"1e1000000000 t"}`), "out of bounds"},
		{doc(`{"category":"I.1.1","gas":"CO7","mass":"3 t"}`), "unknown gas"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":"3 t","co2e":"3 t","metric":"AR5"}`), "not both"},
		{doc(`{"category":"I.1.1","co2e":"3 t"}`), "states its metric"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":"3 t","metric":"AR5"}`), "states its metric"},
		{doc(`{"category":"I.1.1","co2e":"3 t","metric":"AR9"}`), "unknown metric"},
		{doc(`{"category":"I.1.1","co2e":"3 t CH4","metric":"AR5"}`), "not CO2e"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":"3 t","key":"NO"}`), "beside a number"},
		{doc(`{"category":"I.1.1","key":"XX"}`), "unknown notation key"},
		{doc(`{"category":"I.1.1","key":"NA"}`), "not a key of GPC 1.1"},
		{doc(`{"category":"I.1.1","key":"NE","includedIn":"I.1.2"}`), "IE"},
		{doc(`{"category":"I.9","gas":"CO2","mass":"3 t"}`), "no category"},
		{doc(`{"category":"I.1.1","gas":"CO2","mass":"3 t","status":"final"}`), "unknown status"},
	} {
		_, _, err := ghg.ReadJSON(strings.NewReader(c.text), gpcJSON)
		require.Error(t, err, c.text)
		assert.Contains(t, err.Error(), c.says, c.text)
	}
	_, _, err := ghg.ReadJSON(strings.NewReader(doc(`{"category":"I.1.1","key":"IE","includedIn":"see notes","explanation":"x"}`)), gpcJSON)
	assert.NoError(t, err, "where IE points may be unknown; it is a finding")
	broken := errors.New("the disk is gone")
	_, _, err = ghg.ReadJSON(iotest.ErrReader(broken), gpcJSON)
	assert.ErrorIs(t, err, broken)
	var i ghg.Inventory
	assert.ErrorContains(t, json.Unmarshal([]byte(`{}`), &i), "ReadJSON")
}

// All records that cannot be used are told at once, each for what is wrong with it first.
func TestReadJSONTellsEachRecord(t *testing.T) {
	_, _, err := ghg.ReadJSON(strings.NewReader(`{"scheme":"GPC 1.1","place":"Daegu","period":"2018","vintage":1,"records":[
		{"category":"I.1","gas":"CO2","mass":"3 t"}, {"category":"I.9","gas":"CO2","mass":"3 t"},
		{"category":"I.1","gas":"CO2","mass":"3 t","metric":"AR5"}]}`), gpcJSON)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.All, 3)
	for i, want := range []string{"a declared total", "no category of GPC 1.1", "states its metric"} {
		assert.Equal(t, fmt.Sprintf("record %d", i), faults.All[i].Of)
		assert.Contains(t, faults.All[i].Detail, want)
	}
}

func TestYearlyJSONRoundTrip(t *testing.T) {
	declared := ghg.MustDeclaredView("total", "strategy of 2021")
	for _, view := range []ghg.View{gpc.Basic, declared} {
		y, err := ghg.NewYearly("대구", view, ghg.Unstated, []ghg.YearFigure{
			{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Vintage: 1, Source: "press"},
			{Year: 2017, CO2e: ghg.MustCO2e("9.89 MtCO2e"), Vintage: 2, Status: ghg.Provisional,
				Coverage: ghg.Coverage{Required: 2, Reported: 1, Gaps: []ghg.Category{category("I.1.2")}}},
		})
		require.NoError(t, err)
		text, err := json.Marshal(y)
		require.NoError(t, err)
		again, err := ghg.ReadYearlyJSON(strings.NewReader(string(text)), gpc.Views())
		require.NoError(t, err)
		assert.Equal(t, y.View().ID(), again.View().ID())
		assert.Equal(t, y.Place(), again.Place())
		f, ok := again.At(2017)
		require.True(t, ok)
		assert.Equal(t, "9890000 tCO2e", f.CO2e.String())
		assert.Equal(t, ghg.Provisional, f.Status)
		assert.Equal(t, "2 required: 1 reported, 1 gaps", f.Coverage.String())
		second, err := json.Marshal(again)
		require.NoError(t, err)
		assert.Equal(t, string(text), string(second))
	}
}

func TestReadYearlyJSONRefuses(t *testing.T) {
	const good = `{"place":"D","view":"BASIC","edition":"GPC 1.1","metric":"AR5","figures":[{"year":2018,"co2e":"3 ` +
		`t","status":"actual","vintage":1}]}`
	_, err := ghg.ReadYearlyJSON(strings.NewReader(good), gpc.Views())
	require.NoError(t, err)
	for _, c := range [][3]string{
		{"BASIC", "BASIS", "handed to the reader"},
		{"GPC 1.1", "GPC 2", "handed to the reader"},
		{`"AR5"`, `"AR9"`, "unknown metric"},
		{`"AR5"`, `""`, "no metric given"},
		{"3 t", "3 t CH4", "2018"},
		{`"vintage":1`, `"vintage":0`, "vintage"},
		{"2018", "18", "1850"},
		{`"status"`, `"state"`, "unknown field"},
		{`"view":"BASIC","edition":"GPC 1.1"`, `"view":"` + strings.Repeat("x", 300) + `","source":"s"`, "at most 200"},
	} {
		_, err := ghg.ReadYearlyJSON(strings.NewReader(strings.Replace(good, c[0], c[1], 1)), gpc.Views())
		require.Error(t, err, c[1])
		assert.Contains(t, err.Error(), c[2])
	}
	var y ghg.Yearly
	assert.ErrorContains(t, json.Unmarshal([]byte(`{}`), &y), "ReadYearlyJSON")
}

func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(`{"scheme":"GPC 1.1","place":"D","period":"2018","vintage":1,"records":[{"category":"I.1.1","gas":"CO2","mass":"3 ` +
		`t"},{"category":"II.1.2","key":"IE","includedIn":"I.1.2"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		i, _, err := ghg.ReadJSON(strings.NewReader(string(text)), gpcJSON)
		if err != nil {
			return
		}
		out, err := json.Marshal(i)
		if err != nil {
			t.Fatal(err)
		}
		again, _, err := ghg.ReadJSON(strings.NewReader(string(out)), gpcJSON)
		if err != nil {
			t.Fatalf("%s is not read again: %v", out, err)
		}
		second, _ := json.Marshal(again)
		if string(second) != string(out) {
			t.Fatalf("%s became %s", out, second)
		}
	})
}

func TestRecordAndTotalJSON(t *testing.T) {
	r := rec("I.1.1", ghg.CH4, mass("3 t"))
	text, err := json.Marshal(r)
	require.NoError(t, err)
	assert.JSONEq(t, `{"scheme":"GPC 1.1","place":"Daegu","period":"2018","category":"I.1.1","gas":"CH4","mass":"3 t"}`, string(text))
	assert.ErrorContains(t, json.Unmarshal(text, &r), "ReadJSON")

	i := inv(t, r, rec("III.1.1", ghg.Gas{}, co2e("9 tCO2e (AR4)")), rec("I.1.1", ghg.CO2Biogenic, mass("2 t")))
	total, err := i.Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	text, err = json.Marshal(total)
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(text, &got))
	assert.Nil(t, got["co2e"])
	assert.Contains(t, got, "co2e")
	assert.Equal(t, "BASIC AR5 GPC 1.1 2018 Daegu",
		strings.Join([]string{got["view"].(string), got["metric"].(string), got["edition"].(string), got["period"].(string),
			got["place"].(string)}, " "))
	assert.Equal(t, "2 t CO2(b)", got["memo"])
	assert.Contains(t, string(text), `"categories":[{"category":"I.1.1","co2e":"84 t","lines":1},{"category":"III.1.1","co2e":null,`+
		`"lines":1}]`)
	assert.Contains(t, string(text), `"unjoined":[{"record":{"scheme":"GPC 1.1"`)
	assert.Contains(t, string(text), `"required":32,"reported":2`)
	_, err = json.Marshal(ghg.Total{})
	assert.ErrorIs(t, err, ghg.ErrNoView)
}

// Opaque values write their names, so that no document shows an empty object.
func TestOpaqueValuesWriteTheirNames(t *testing.T) {
	text, err := json.Marshal([]any{gpc.Scheme, gpc.Basic, ghg.AR5, ghg.Unstated, mass("3 t"), ghg.CO2, ghg.NE, ghg.Scope2,
		ghg.MustShare("45%"), category("I.1")})
	require.NoError(t, err)
	assert.Equal(t, `["GPC 1.1","GPC 1.1 BASIC","AR5","unstated","3 t","CO2","NE","2","45%",{"scheme":"GPC 1.1","code":"I.1"}]`, string(text))
}

// A 0 that no key stands beside is 0, and not missing.
func TestReadJSONZero(t *testing.T) {
	const text = `{"format":"localghg inventory 3","scheme":"GPC 1.1","place":"대구","period":"2018","vintage":1,"records":[` +
		`{"category":"I.1.1","gas":"CO2","mass":"0 t"},{"category":"I.1.2","co2e":"0 t","metric":"AR5"},` +
		`{"category":"I.2.1","gas":"CO2","mass":"0 t","key":"NE","explanation":"not surveyed"}]}`
	inv, _, err := ghg.ReadJSON(strings.NewReader(text), ghg.JSONFormat{Schemes: []ghg.Scheme{gpc.Scheme}})
	require.NoError(t, err)
	var got []string
	for r := range inv.Records() {
		got = append(got, r.Value.String())
	}
	assert.Equal(t, []string{"0 t", "0 tCO2e (AR5)", "NE"}, got)
}
