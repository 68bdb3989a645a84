package ghg

import (
	"errors"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// What Korean files call the columns of records, the first as messages name it. A
// name stands for one column only: 구분, which may be gas, status or sector, for none.
var recordKorean = map[string]string{
	"place":            "지역 지자체 지역명 지자체명 지방자치단체",
	"year":             "연도 년도 기간",
	"category":         "배출원 배출원분류 배출원코드 분류",
	"mass":             "배출량",
	"unit":             "단위",
	"gas":              "가스 온실가스",
	"metric":           "지구온난화지수 GWP 온난화지수 지표",
	"key":              "표기기호",
	"explanation":      "설명 사유",
	"included_in":      "포함분류 포함배출원",
	"scheme":           "분류체계",
	"scope":            "스코프 범위 배출범위",
	"fuel":             "연료 에너지원",
	"activity":         "활동",
	"facility":         "시설 시설명 사업장 사업장명",
	"variant":          "산정방식",
	"tags":             "태그",
	"status":           "상태",
	"entry":            "입력구분",
	"quality":          "품질 자료품질",
	"activity_quality": "활동자료품질",
	"factor_quality":   "배출계수품질 계수품질",
	"method":           "산정방법 방법론",
	"source":           "출처 자료출처",
	"assumption":       "가정",
	"file":             "파일 파일명",
	"file_sha256":      "파일해시 파일SHA256",
	"file_sheet":       "시트 시트명",
	"file_line":        "파일행",
	"file_column":      "파일열",
	"as_read":          "원문 원문표기",
}

// columnsOf are columns of these names, of which the first must be there, with their
// Korean names.
func columnsOf(names []string, required int, korean map[string]string) []CSVColumn {
	var out []CSVColumn
	for i, name := range names {
		out = append(out, CSVColumn{Name: name, Aliases: strings.Fields(korean[name]), Required: i < required})
	}
	return out
}

var recordHeads = headsOf(columnsOf(csvColumns, csvRequired, recordKorean))

var declaredHeads = headsOf(columnsOf(declaredColumns, declaredRequired, map[string]string{
	"place": recordKorean["place"], "year": recordKorean["year"], "view": "집계범위 집계기준",
	"mass": "배출량 공표배출량", "unit": recordKorean["unit"], "node": "부문 배출원",
}))

// What cells of closed sets say, in English and as Korean files write it.
var (
	statusWords = words.NewSet(Actual, statusNames, map[string]Status{
		"확정": Actual, "실적": Actual, "잠정": Provisional, "잠정치": Provisional, "추정": Estimated, "추정치": Estimated,
		"속보": Nowcast, "전망": Projected, "전망치": Projected, "계획": Projected, "목표": Projected,
	})
	variantWords = words.NewSet(LocationBased, variantNames[LocationBased:], map[string]Variant{
		"지역기반": LocationBased, "위치기반": LocationBased, "시장기반": MarketBased,
		"주행거리기반": DistanceBased, "주행거리": DistanceBased, "VKT": DistanceBased, "연료기반": FuelBased, "연료": FuelBased,
	})
	qualityWords = words.NewSet(High, qualityNames[High:], map[string]Quality{
		"높음": High, "상": High, "보통": Medium, "중": Medium, "낮음": Low, "하": Low,
	})
	scopeWords = words.NewSet(Scope1, []string{"1", "2", "3"}, map[string]Scope{
		"스코프1": Scope1, "스코프2": Scope2, "스코프3": Scope3, "범위1": Scope1, "범위2": Scope2, "범위3": Scope3,
	})
)

// How the words are read: each once, as a function made for every cell would cost one.
var (
	readStatusWord  = orKorean(ParseStatus, statusWords)
	readVariantWord = orKorean(ParseVariant, variantWords)
	readQualityWord = orKorean(ParseQuality, qualityWords)
	readScopeWord   = orKorean(ParseScope, scopeWords)
)

// orKorean reads a word of a closed set as parse does, or as one of the set.
func orKorean[T ~uint8](parse func(string) (T, error), set words.Set[T]) func(string) (T, error) {
	return func(text string) (T, error) {
		v, err := parse(text)
		if err == nil {
			return v, nil
		}
		if v, ok := set.Find(text); ok {
			return v, nil
		}
		if !isASCII(text) {
			err = errors.New("allowed are " + set.List(text))
		}
		return v, err
	}
}
