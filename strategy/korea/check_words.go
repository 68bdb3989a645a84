package korea

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// checkedKo are the remarks on a document in Korean, by the English ones.
var checkedKo = map[string]string{
	"the plan is of %d to %d: a local plan covers %d years":                   "계획기간 %d~%d년: 지방정부 기본계획의 계획기간은 %d년",
	"%d is outside the plan, %d to %d":                                        "%d년은 계획기간(%d~%d년) 밖",
	"no project has the management number %s: sector and name are left blank": "관리번호 %s인 사업이 없어 부문과 사업명을 비움",
	"the sectors add up to %s in %d, the whole is stated as %s":               "부문 합계 %s(%d년)이(가) 전체로 적힌 %s와 다름",
	"%s is marked as quantified and has no reduction":                         "%s: 정량사업이나 감축량이 없음",
	"%s has a reduction and is not marked as quantified":                      "%s: 감축량이 있으나 정량사업이 아님",
	"%s has another row for %d":                                               "%s: %d년 행이 또 있음",
	"%s has %s figures and %s ones: they are never added":                     "%s: %s 수치와 %s 수치가 섞여 있어 더할 수 없음",
	"the reductions of the year cannot be added: %v":                          "그 해의 감축량을 더할 수 없음: %v",
	"target and projects cannot be compared in %d: %v":                        "%d년 목표와 사업 감축량을 비교할 수 없음: %v",
	"%s × %s per %s = %s":                                                     "%s × %s(단위 %s) = %s",
	"its lines in %d cannot be added: %v":                                     "%d년 재원별 금액을 더할 수 없음: %v",
	"its lines in %d add up to %s, it is stated as %s":                        "%d년 재원별 합계 %s, 적힌 금액 %s",
	"%s has no status in %d: %s":                                              "%s: %d년 이행상태가 없음(%s)",
	"%s is %s in %d, and no reason is stated":                                 "%s: %[3]d년 %[2]s이나 사유가 없음",
	"%s is %s in %d, and no corrective action is stated":                      "%s: %[3]d년 %[2]s이나 조치계획이 없음",
	"%s was changed in %d, and no reason is stated":                           "%s: %d년 변경되었으나 사유가 없음",
	"%s is not in the check":                                                  "%s: 점검에 없음",
	"monitored %s / planned %s = %s, and %s is stated":                        "실적 %s / 계획 %s = %s, 적힌 값 %s",
	"implemented %s / expected %s = %s, and %s is stated":                     "실적감축량 %s / 예상감축량 %s = %s, 적힌 값 %s",
	"the target asks for %s in %d and the quantified projects, simply added, cut %s: %s are missing"://
	"필요감축량 %s(%d년), 정량사업 감축량의 단순 합계 %s: %s 부족",
}

// checkedWhy are the reasons of a row without a rate in Korean.
var checkedWhy = map[string]string{
	"no target quantity is stated for the year":             "목표물량이 없음",
	"nothing was planned for the year":                      "계획이 없음",
	"nothing is counted: the plan states a reduction alone": "감축량만 있고 물량이 없음",
	"the year was not monitored":                            "실적이 없음",
	"the project is not quantified":                         "비정량사업",
	"neither a plan nor a result is stated for the year":    "계획도 실적도 없음",
}

// unrated is a rate, or why there is none.
func unrated(r ghg.Ratio) words.Term {
	return words.Term{En: r.String(), Ko: cmp.Or(checkedWhy[r.Undefined()], r.String())}
}

// remark is what is said of a row in both languages.
func remark(format string, values ...any) words.Term {
	ko, known := checkedKo[format]
	if !known { // the text of an error
		text := fmt.Sprintf(format, values...)
		in, _ := words.InKorean(text)
		return words.Term{En: text, Ko: in}
	}
	for i, v := range values {
		switch v := v.(type) {
		case strategy.Money:
			values[i] = words.Term{En: v.String(), Ko: v.StringKo()}
		case interface{ Label() Label }:
			values[i] = v.Label().term()
		case string:
			in, _ := words.InKorean(v)
			values[i] = words.Term{En: v, Ko: in}
		}
	}
	return words.Term{En: format, Ko: ko}.With(values...)
}
