package sheet_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Some actions count households and others people; one saves electricity, at the factor
// of the year, and one on two sources.
const townCitizens = `연도,실천번호,실천행동,생활분야,참여단위,대상수,참여율,기준참여율,증빙수준,배출원,연료,상호작용,단위당절감량,절감단위,계수,계수연도,지속률,중복제외율,출처
2025,1,난방온도 2℃ 낮추기,난방,세대,"5,000",30%,10%,표본조사,I.1.1,도시가스,중복,75.1,kgCO2eq,,,80%,100%,실천계획 2025
2025,2,대기전력 차단,전기,명,12000,25%,5%,표본조사,I.1.2,전력,중복,40,kWh,전력,해당연도,,,실천계획 2025
2025,2,,,,,,,,I.1.1,도시가스,,3.5,kgCO2eq,,,,,실천계획 2025
2026,2,대기전력 차단,전기,명,12100,30%,5%,표본조사,I.1.2,전력,중복,40,kWh,전력,해당연도,80%,100%,실천계획 2025
`

func citizensOf(t testing.TB, text string) ([]participation.Programme, ghg.Report) {
	power, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2025, CO2e: ghg.MustCO2e("0.4 tCO2e (AR5)")}, {Year: 2026, CO2e: ghg.MustCO2e("0.3 tCO2e (AR5)")}}})
	require.NoError(t, err)
	f := townFormat()
	f.Thousands = ','
	all, report, err := sheet.ReadProgrammes(strings.NewReader(text), f, sheet.Named{Factors: []ghg.Factors{power}},
		participation.Definition{Name: "생활실천", Source: "실천계획 2025"})
	require.NoError(t, err)
	return all, report
}

func TestReadProgrammes(t *testing.T) {
	all, report := citizensOf(t, townCitizens)
	require.NoError(t, report.Err())
	require.Len(t, all, 2)
	r, err := all[0].Result()
	require.NoError(t, err)
	// By hand: 5000 × 20 % × 75.1 kg = 75,100 kg; 12000 × 20 % × (40 × 0.4 + 3.5) kg = 46,800 kg; × 80 %.
	assert.Equal(t, "97.52 tCO2e (AR5)", r.Total.Net.String())
	r, err = all[1].Result()
	require.NoError(t, err)
	// 12100 × 25 % × 40 kWh × 0.3 = 36,300 kg, × 80 %.
	assert.Equal(t, "29.04 tCO2e (AR5)", r.Total.Net.String())
	d := all[0].Definition()
	assert.Equal(t, []any{2025, "생활실천", "80%", "100%"}, []any{d.Year, d.Name, d.Persistence.String(), d.Overlap.String()})
	assert.Equal(t, ghg.Household, d.Actions[0].Unit)
	assert.Equal(t, []any{"2", "", "대기전력 차단", "전기", ghg.Person, int64(12000), 2},
		[]any{d.Actions[1].ID, d.Actions[1].NameKo, d.Actions[1].Name, d.Actions[1].Domain, d.Actions[1].Unit, d.Actions[1].Eligible,
			len(d.Actions[1].Saves)})
	assert.Equal(t, strategy.Overlapping, d.Actions[0].Saves[0].Interaction)

	// Where one of them saves is not known.
	all, report = citizensOf(t, strings.ReplaceAll(townCitizens, "75.1,kgCO2eq", ","))
	require.NoError(t, report.Err())
	assert.False(t, all[0].Definition().Actions[0].IsQuantified())
}

func TestReadProgrammesFaults(t *testing.T) {
	for _, x := range []struct{ from, to, want string }{
		{"2025,2,,,,,", `2025,2,,,,"13000",`, `line 4, 대상수 "13000": lines from 3 on say "12000": an action has one a year`},
		{"2025,2,,,,,", "2025,2,,,세대,,", `line 4, 참여단위 "세대": lines from 3 on say "person": an action has one a year`},
		{"2025,2,,,,,,", "2025,2,,,,,30%,", `line 4, 참여율 "30%": lines from 3 on say "25%": an action has one a year`},
		{"해당연도,,,실천계획 2025\n2025,2,,", "해당연도,70%,,실천계획 2025\n2025,2,,",
			`line 3, 지속률 "70%": lines from 2 on say "80%": a year's programme has one`},
		{"12000", "12000.5", `line 3, 대상수 "12000.5": write how many there are, as a whole number`},
		{"40,kWh,전력,해당연도,", "40,kWh,가스,해당연도,", `line 3, 계수 "가스": allowed are 전력`},
		{"40,kWh,전력,해당연도,", "40,km,전력,해당연도,", `line 3, year "2025": action "2": quantification "2"`},
		{"5%,표본조사,I.1.2,전력,중복,40,kWh,전력,해당연도,", "5%,소문,I.1.2,전력,중복,40,kWh,전력,해당연도,",
			`line 3, 증빙수준 "소문": allowed are pledge (서약), self-report (자기보고), sampled (표본조사), metered (계측)`},
		{"표본조사,I.1.2,전력,중복,40,kWh,전력,해당연도,", ",I.1.2,전력,중복,40,kWh,전력,해당연도,", `line 3, action "2", evidence`},
		{"100%,실천계획 2025\n2025,2", ",실천계획 2025\n2025,2", `line 2, programme "생활실천", overlap factor`},
		{"세대,", "회전,", `line 2, 참여단위 "회전"`},
	} {
		text := strings.Replace(townCitizens, x.from, x.to, 1)
		require.NotEqual(t, townCitizens, text, x.from)
		all, report := citizensOf(t, text)
		assert.Contains(t, report.Faults.Error(), x.want)
		require.Len(t, all, 1, x.to) // the other year stands
		assert.Equal(t, 2026, all[0].Year())
	}
	// A share that cannot be read is one fault, and the lines after it are not held against it.
	_, report := citizensOf(t, strings.Replace(townCitizens, "80%,100%", "many,100%", 1))
	assert.Equal(t, 1, report.Faults.Len(), report.Faults)
	// A line without a year may be of any: no year is whole.
	all, report := citizensOf(t, strings.Replace(townCitizens, "\n2025,2,,", "\n25년,2,,", 1))
	assert.ErrorContains(t, report.Err(), `line 4, 연도 "25년"`)
	assert.Empty(t, all)
	// One word in two languages is one.
	all, report = citizensOf(t, strings.Replace(townCitizens, "2025,2,,,,,,,,", "2025,2,,,,,,,sampled,", 1))
	require.NoError(t, report.Err())
	assert.Len(t, all, 2)
	_, _, err := sheet.ReadProgrammes(strings.NewReader(townCitizens), sheet.Format{}, sheet.Named{}, participation.Definition{})
	assert.ErrorContains(t, err, "needs the scheme")
	_, _, err = sheet.ReadProgrammes(strings.NewReader(townCitizens), townFormat(), sheet.Named{},
		participation.Definition{Name: "생활실천", Year: 2025})
	assert.ErrorContains(t, err, "has a year or actions already")
	_, report, _ = sheet.ReadProgrammes(strings.NewReader("연도\n2025\n"), townFormat(), sheet.Named{}, participation.Definition{})
	assert.ErrorContains(t, report.Err(), "adoption")
}

// What citizens do is kept in a sheet, an action and year a line, and joins the plan as
// quantifications.
func ExampleReadProgrammes() {
	format := townFormat()
	format.Thousands = ','
	power, _ := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR", Per: ghg.MegawattHour, Years: []ghg.Factor{
		{Year: 2025, CO2e: ghg.MustCO2e("0.4 tCO2e (AR5)")}, {Year: 2026, CO2e: ghg.MustCO2e("0.3 tCO2e (AR5)")}}})
	years, report, err := sheet.ReadProgrammes(strings.NewReader(townCitizens), format, sheet.Named{Factors: []ghg.Factors{power}},
		participation.Definition{Name: "생활실천", Source: "실천계획 2025"})
	if err = errors.Join(err, report.Err()); err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range years {
		r, _ := p.Result()
		fmt.Println(p.Year(), r.Total.Net)
	}
	all, _ := participation.Quantifications(strategy.Expected, years...)
	for _, q := range all {
		d := q.Definition()
		fmt.Println(d.ID, d.Counts, d.Unit)
	}
	// Output:
	// 2025 97.52 tCO2e (AR5)
	// 2026 29.04 tCO2e (AR5)
	// 1 난방온도 2℃ 낮추기 household
	// 2 대기전력 차단 person
	// 2 2026 대기전력 차단 person
}

// Areas come from a table of their own, and actions then name them by code or name.
func ExampleReadAreas() {
	areas, report, err := sheet.ReadAreas(strings.NewReader("부문코드,부문명,한글명\nB,Buildings,건물\nT,Transport,수송\n"), sheet.Format{},
		strategy.FrameworkDefinition{ID: "plan", Name: "Climate plan", Source: "기후계획 2024"})
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	for a := range areas.Areas() {
		fmt.Println(a.Code, a.Name, a.NameKo)
	}
	_, report, _ = sheet.ReadAreas(strings.NewReader("code,name\nB,\n"), sheet.Format{}, strategy.FrameworkDefinition{ID: "plan"})
	fmt.Println(report.Faults)
	// Output:
	// B Buildings 건물
	// T Transport 수송
	// line 2, name: it is needed
}

func TestReadAreas(t *testing.T) {
	d := strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "s"}
	_, report, err := sheet.ReadAreas(strings.NewReader("code,name\nB,Buildings\nB,Borough\n"), sheet.Format{}, d)
	require.NoError(t, report.Err())
	assert.ErrorContains(t, err, "area 1 has it too")
	d.Areas = []strategy.Area{{Code: "B"}}
	_, _, err = sheet.ReadAreas(strings.NewReader("code,name\nB,Buildings\n"), sheet.Format{}, d)
	assert.ErrorContains(t, err, "has areas already")
}
