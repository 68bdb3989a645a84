package budget

import "github.com/localghg/localghg/ghg/words"

// allocated are the words of methods.
var allocated = struct {
	population, people, heads, counted, grandfathering, emissions, sum, equal, convergence, perHead, start, converge, meanAt, mean, line,
	after, coverage, factor,
	inventory, perPerson, overheads, overhead, ofBudget, from words.Term
}{
	population:     words.Term{En: "population share", Ko: "인구 비례 배분"},
	people:         words.Term{En: "people of %s in %d", Ko: "%s 인구(%d년)"},
	heads:          words.Term{En: "people of %s", Ko: "%s 인구"},
	counted:        words.Term{En: "%s, %s", Ko: "%s, %s"},
	grandfathering: words.Term{En: "grandfathering", Ko: "과거 배출량 비례 배분"},
	emissions:      words.Term{En: "emissions of %s", Ko: "%s 배출량"},
	sum:            words.Term{En: "sum of the emissions of %s", Ko: "%s 배출량 합계"},
	equal:          words.Term{En: "equal cumulative per head", Ko: "1인당 누적 배출량 균등 배분"},
	convergence:    words.Term{En: "contraction and convergence", Ko: "수렴 배분(1인당 배출량)"},
	perHead:        words.Term{En: "emissions per head of %s in the start year", Ko: "시작연도 %s 1인당 배출량"},
	start:          words.Term{En: "start year", Ko: "시작연도"},
	converge:       words.Term{En: "converge year", Ko: "수렴연도"},
	meanAt:         words.Term{En: "mean per head of %s in the converge year", Ko: "수렴연도 %s 1인당 평균 배출량"},
	mean:           words.Term{En: "mean per head of %s", Ko: "%s 1인당 평균 배출량"},
	line:           words.Term{En: "emissions on the line to the mean", Ko: "평균으로 수렴하는 동안의 배출량"},
	after:          words.Term{En: "emissions at the mean", Ko: "평균에 이른 뒤의 배출량"},
	coverage:       words.Term{En: "coverage factor", Ko: "인벤토리 포함 비율 적용"},
	factor:         words.Term{En: "coverage factor", Ko: "인벤토리 포함 비율"},
	inventory:      words.Term{En: "emissions of the inventory", Ko: "인벤토리 배출량"},
	perPerson:      words.Term{En: "all emissions of a person", Ko: "1인당 전체 배출량"},
	overheads:      words.Term{En: "national overheads", Ko: "국가 공통분 차감"},
	overhead:       words.Term{En: "overheads", Ko: "국가 공통분"},
	ofBudget:       words.Term{En: "the budget that they are known for", Ko: "국가 공통분이 산정된 탄소예산"},
	from:           words.Term{En: "counted from %d", Ko: "%d년부터 산정"},
}
