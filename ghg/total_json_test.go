package ghg_test

import (
	"encoding/json"
	"maps"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPartsOfATotalAsJSON(t *testing.T) {
	read := func(v any) string {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		return string(text)
	}
	total, err := inv(t, rec("I.1.1", ghg.CH4, mass("3 t")), rec("I.1.2", ghg.CO2, mass("7 t"))).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.JSONEq(t, `{"record": {"scheme": "GPC 1.1", "place": "Daegu", "period": "2018", "category": "I.1.1", "gas": "CH4", "mass": "3 t"},
		"co2e": "84 tCO2e (AR5)", "gwp": "28"}`, read(total.Lines.At(0)))
	assert.Equal(t, "null", read(ghg.Line{}))

	restated, err := inv(t, rec("I.1.1", ghg.CH4, co2e("21 tCO2e (SAR)"))).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Contains(t, read(restated.Lines.At(0)), `"co2e":"28 tCO2e (AR5)","gwp":"1","from":"SAR"}`)

	bad, err := inv(t, rec("I.1.1", ghg.Gas{}, co2e("5 tCO2e (AR4)"))).Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	assert.Regexp(t, `^\{"record":\{.*"co2e":"5 t","metric":"AR4"\},"why":"CO2e on metric AR4 and on metric AR5 do not meet`,
		read(bad.Unjoined[0]))
	assert.Equal(t, "null", read(ghg.Unjoined{}))
	assert.Equal(t, "null", read(ghg.LeftOut{}))
}

func TestSmallAnswersAsJSON(t *testing.T) {
	figure, err := ghg.ParseFigure("9.43", ghg.Megatonne)
	require.NoError(t, err)
	fault := ghg.Fault{Code: ghg.FaultNumber, Line: 7, Field: "amount", Value: "x", Detail: "a number is needed",
		Period: ghg.CalendarYear(2018)}
	for want, v := range map[string]any{
		`["9.43 Mt", ""]`:    []ghg.Figure{figure, {}},
		`["kt", "t"]`:        []ghg.MassUnit{ghg.Kilotonne, {}},
		`"GPC 1.1 BASIC"`:    gpc.Basic.ID(),
		`["2018-12-31", ""]`: []ghg.Date{{Year: 2018, Month: 12, Day: 31}, {}},
		`[null, "0 t"]`:      []any{ghg.CO2e{}, ghg.MustMass("0 t")},
		`[{"year": 2020, "value": "7%"}, {"year": 2030, "value": "-3%"}]`: ghg.InYears(maps.All(map[int]ghg.Share{
			2030: ghg.MustShare("-3%"), 2020: ghg.MustShare("7%")})),
		`[]`: ghg.InYears(maps.All(map[int]int{})),
		`[{"code": "number", "name": "no such number", "name_ko": "수가 아니거나 범위를 벗어남",
			"line": 7, "field": "amount", "value": "x", "detail": "a number is needed", "period": "2018"},
			{"code": "more", "name": "there are more", "name_ko": "그 밖에 더 있음",
			"detail": "and 3 more", "detail_ko": "외 3개"}]`: ghg.Faults{All: []ghg.Fault{fault}, More: 3},
	} {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		assert.JSONEq(t, want, string(text))
	}
	var day ghg.Date
	require.NoError(t, day.UnmarshalText([]byte("2018-12-31")))
	assert.Equal(t, ghg.Date{Year: 2018, Month: 12, Day: 31}, day)
	assert.Error(t, day.UnmarshalText([]byte("2018-02-30")))
	require.NoError(t, day.UnmarshalText(nil))
	assert.Equal(t, ghg.Date{}, day)
}
