package words

import "regexp"

// nouns are what findings name things by, before their name in quotation marks or the
// number of a row.
var nouns = map[string]string{
	"action": "사업", "project": "사업", "quantification": "정량화", "factors": "배출계수", "factors of": "배출계수", "portfolio": "계획",
	"baseline": "배출전망", "programme": "시민실천", "source": "배출원", "sector": "부문", "area": "부문", "facility": "시설", "sink": "흡수원",
	"task": "과업", "scenario": "시나리오", "budget": "탄소예산", "target": "목표", "view": "집계범위", "series": "시계열", "batch": "자료",
	"reduction unit": "감축원단위", "cohort": "식재", "stand": "수종", "rule": "규칙", "phase": "단계", "effect": "효과",
}

// naming is a noun with what it names, or without a name at its end.
var naming = regexp.MustCompile(`(^|, |; |: )([a-z]+(?: of| unit)?)( "|$)|(^|, )row ([0-9]+)`)

// Naming is what names a thing in English, in both languages: the noun before a name in
// quotation marks has its Korean word, and the name stays as it was given. What has none
// stays.
//
//	action "B-2", quantification "1"     사업 "B-2", 정량화 "1"
func Naming(of string) Term {
	ko := naming.ReplaceAllStringFunc(of, func(found string) string {
		m := naming.FindStringSubmatch(found)
		if m[5] != "" {
			return m[4] + m[5] + "행"
		}
		if noun, ok := nouns[m[2]]; ok {
			return m[1] + noun + m[3]
		}
		return found
	})
	return Term{En: of, Ko: ko}
}
