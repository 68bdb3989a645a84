package ghg_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An inventory as a Korean city keeps it: header and words in Korean.
func ExampleReadCSV_korean() {
	file := strings.NewReader(`지역,연도,배출원,가스,배출량,단위,표기기호,설명,산정방식,상태,품질,비고
대구,2022년,I.1.1,CO2,612.5,천톤,,,,확정,높음,
대구,2022년,I.1.2,CO2,2.1,백만톤,,,지역기반,잠정,보통,한국전력
대구,2022년,I.3.1,,,,NO,시설 없음,,,,
`)
	records, report, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	for _, r := range records {
		fmt.Printf("%s %s: %s, %s %q %q\n", r.Period, r.Category.Code, r.Value, r.Status, r.Variant, r.Evidence.Definition().FactorQuality)
	}
	fmt.Println(report.Err(), err)
	for _, f := range report.Findings.All {
		fmt.Println(f.Code, f.Stated)
	}
	// Output:
	// 2022 I.1.1: 612500 t, actual "" "high"
	// 2022 I.1.2: 2100000 t, provisional "location-based" "medium"
	// 2022 I.3.1: NO, actual "" ""
	// <nil> <nil>
	// column-not-read 비고
}

// A header in Korean, whichever of its names stands for a column, reads as the
// English one.
func TestReadCSVKoreanHeaders(t *testing.T) {
	english := "place,year,category,mass,unit,gas,metric,key,explanation,included_in,scheme,scope,fuel,activity,facility,variant,tags," +
		"status,entry,quality,activity_quality,factor_quality,method,source,assumption," +
		"file,file_sha256,file_sheet,file_line,file_column,as_read"
	korean := map[string][]string{}
	for _, line := range strings.Split(`place 지역 지자체 지역명 지자체명 지방자치단체
year 연도 년도 기간
category 배출원 배출원분류 배출원코드 분류
mass 배출량
unit 단위
gas 가스 온실가스
metric 지구온난화지수 GWP 온난화지수 지표
key 표기기호
explanation 설명 사유
included_in 포함분류 포함배출원
scheme 분류체계
scope 스코프 범위 배출범위
fuel 연료 에너지원
activity 활동
facility 시설 시설명 사업장 사업장명
variant 산정방식
tags 태그
status 상태
entry 입력구분
quality 품질 자료품질
activity_quality 활동자료품질
factor_quality 배출계수품질 계수품질
method 산정방법 방법론
source 출처 자료출처
assumption 가정
file 파일 파일명
file_sha256 파일해시 파일SHA256
file_sheet 시트 시트명
file_line 파일행
file_column 파일열
as_read 원문 원문표기`, "\n") {
		words := strings.Fields(line)
		korean[words[0]] = words[1:]
	}
	rows := "\n" +
		"대구,2018,I.1.1,12.5,tCO2e,CH4,AR5,NE,no meters,,GPC,1,gas,heat,plant,,ets,provisional,confirmed,,M,L,eq. 1,KEPCO,none,a.csv," +
		strings.Repeat("0a", 32) + ",s,4,7,x12.5\n대구,2018,I.2.1,,,,,IE,with I.1.1,I.1.1,,,,,,market,,,,H,,,,,,,,,,,\n"
	want, report := readCSV(t, english+rows)
	require.NoError(t, report.Err())
	require.Len(t, want, 2)
	require.Len(t, korean, len(strings.Split(english, ",")))
	for i := range 5 {
		var heads []string
		for _, name := range strings.Split(english, ",") {
			heads = append(heads, korean[name][i%len(korean[name])])
		}
		got, report := readCSV(t, strings.Join(heads, ",")+rows)
		require.NoError(t, report.Err())
		require.Zero(t, report.Findings.Len(), report.Findings)
		require.Len(t, got, len(want))
		for j := range want {
			assert.True(t, got[j].Value.Equal(want[j].Value))
			assert.Equal(t, want[j].Value.AsRead(), got[j].Value.AsRead())
			assert.True(t, got[j].Evidence.Equal(want[j].Evidence))
			got[j].Value, got[j].Evidence = want[j].Value, want[j].Evidence
			assert.Equal(t, want[j], got[j])
		}
	}
	// A word that means more than one thing names no column.
	_, report = readCSV(t, "지역,연도,배출원,배출량,단위,구분\n대구,2018,I.1.1,1,t,확정\n")
	require.Len(t, report.Findings.All, 1)
	assert.Equal(t, "구분", report.Findings.All[0].Stated)
	assert.Contains(t, report.Findings.All[0].Detail, "gas (가스), metric (지구온난화지수)")
}

func TestReadCSVKoreanWords(t *testing.T) {
	read := func(column, word string) (ghg.Record, string) {
		records, report := readCSV(t, "지역,연도,배출원,배출량,단위,"+column+"\n대구,2018,I.1.1,1,t,"+word+"\n")
		if len(records) == 0 {
			return ghg.Record{}, report.Faults.Error()
		}
		return records[0], report.Faults.Error()
	}
	for word, want := range map[string]ghg.Status{"확정": ghg.Actual, "잠정치": ghg.Provisional, "추정": ghg.Estimated, "속보": ghg.Nowcast,
		"전망": ghg.Projected, "Projected": ghg.Projected} {
		r, faults := read("상태", word)
		assert.Equal(t, want, r.Status, word+faults)
	}
	for word, want := range map[string]ghg.Variant{"지역기반": ghg.LocationBased, "시장 기반": ghg.MarketBased, "주행거리기반": ghg.DistanceBased,
		"vkt": ghg.DistanceBased, "VKT": ghg.DistanceBased, "주행거리": ghg.DistanceBased, "연료": ghg.FuelBased,
		"연료 기반": ghg.FuelBased, "market": ghg.MarketBased} {
		r, faults := read("산정방식", word)
		assert.Equal(t, want, r.Variant, word+faults)
	}
	for word, want := range map[string]ghg.Quality{"높음": ghg.High, "중": ghg.Medium, "낮음": ghg.Low, "h": ghg.High} {
		r, faults := read("품질", word)
		assert.Equal(t, want, r.Evidence.Definition().FactorQuality, word+faults)
	}
	for word, want := range map[string]ghg.Scope{"스코프 1": ghg.Scope1, "범위2": ghg.Scope2, "3": ghg.Scope3, "scope 2": ghg.Scope2} {
		r, faults := read("스코프", word)
		assert.Equal(t, want, r.Scope, word+faults)
	}
	for column, want := range map[string]string{
		"상태": `상태 "직접": allowed are actual (실적, 확정), provisional (잠정, 잠정치), estimated (추정, 추정치), nowcast (속보), ` +
			`projected (계획, 목표, 전망, 전망치)`,
		"산정방식": `allowed are location-based (위치기반, 지역기반), market-based (시장기반), distance-based (주행거리, 주행거리기반), fuel-based (연료, 연료기반)`,
		"품질":   `allowed are high (높음, 상), medium (보통, 중), low (낮음, 하)`,
		"스코프":  `allowed are 1 (범위1, 스코프1), 2 (범위2, 스코프2), 3 (범위3, 스코프3)`,
	} {
		_, faults := read(column, "직접")
		assert.Contains(t, faults, want)
	}
}

// Published totals with a Korean header.
func TestReadDeclaredCSVKorean(t *testing.T) {
	totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader("지자체,연도,집계범위,배출량,단위\n대구,2018년,BASIC,9.43,백만톤\n"), ghg.CSVFormat{},
		gpc.Basic)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	require.Len(t, totals, 1)
	assert.Equal(t, "대구 2018 BASIC 9.43 백만톤", fmt.Sprint(totals[0].Place, " ", totals[0].Period, " ", totals[0].View.Name(), " ",
		totals[0].Figure))
}
