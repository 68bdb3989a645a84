package budget

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// What budgets and their results are in one line, and what is remarked on them.
var said = struct {
	none, budget, forGood, span, course, exceeded, notExceeded, spentBefore, use, spending, over, left, period, report, path,
	allowances words.Term
}{
	none:        words.Term{En: "no budget", Ko: "탄소예산 없음"},
	budget:      words.Term{En: "%s: %s %s", Ko: "%s: %s(%s)"},
	forGood:     words.Term{En: "from %d for good", Ko: "%d년부터 영구"},
	span:        words.Term{En: "for %d to %d", Ko: "%d~%d년"},
	course:      words.Term{En: "constant emissions of %s a year", Ko: "연간 %s 유지"},
	exceeded:    words.Term{En: "exceeded in %d, at %s, on %s", Ko: "%d년에 소진(%s년 시점), 배출 전제: %s"},
	notExceeded: words.Term{En: "not exceeded through %d on %s", Ko: "%d년까지 초과하지 않음, 배출 전제: %s"},
	spentBefore: words.Term{En: "spent before %d", Ko: "%d년 이전에 이미 소진"},
	use:         words.Term{En: "%s used through %d, %s left", Ko: "%[2]d년까지 %[1]s 사용, 잔여 %[3]s"},
	spending:    words.Term{En: "calendar years %d to %d: %s of %s, %s %s", Ko: "%d~%d년 합계 %s / 탄소예산 %s, %s %s"},
	over:        words.Term{En: "over", Ko: "초과"},
	left:        words.Term{En: "left", Ko: "남음"},
	period:      words.Term{En: "%d-%d: %s", Ko: "%d~%d년: %s"},
	report:      words.Term{En: "%s: cut %s a year, nearly spent in %d", Ko: "%s: 연간 %s 감축, %d년에 거의 소진"},
	path:        words.Term{En: "%s, %s, from %s in %d", Ko: "%s, %s, %[4]d년 %[3]s에서 시작"},
	allowances: words.Term{En: "allowances %d to %d: from %s to %s, together %s",
		Ko: "연도별 배출허용량 %d~%d년: %s에서 %s까지, 합계 %s"},
}

// noResult are the texts of results that nobody computed.
var noResult = struct{ budget, path, allowances words.Term }{
	budget:     words.Term{En: "no budget given: make one with budget.New", Ko: "탄소예산이 없음: budget.New로 만드십시오"},
	path:       words.Term{En: noPath, Ko: "배출경로가 없음: Budget.Path로 만드십시오"},
	allowances: words.Term{En: "no allowances", Ko: "배출허용량 없음"},
}

var remarked = struct{ overspent, fiscal, notFinal, gaps, area, discrete, overPath, left, rises words.Term }{
	overspent: words.Term{En: "%s more was emitted than the budget allows", Ko: "탄소예산보다 %s 더 배출했습니다"},
	fiscal: words.Term{En: "a budget counts calendar years, and the figures are of others, from %s on: " +
		"the months before the first of them are not counted, and some after the last are",
		Ko: "탄소예산은 역년 기준이나 수치는 %s부터 다른 기간의 것입니다: 첫 기간 이전의 달은 빠지고 마지막 해 이후의 달이 들어갑니다"},
	notFinal: words.Term{En: "the figure is %s", Ko: "%s 수치입니다"},
	gaps: words.Term{En: "%d required categories have neither number nor key: more was emitted than is counted",
		Ko: "필수 배출원 %d개에 수치도 표기기호도 없어 실제 배출량이 더 많습니다"},
	area: words.Term{En: "the area under the whole path is the budget, the sum of its calendar years is not",
		Ko: "경로 아래의 면적이 탄소예산이며, 역년의 합계는 탄소예산과 다릅니다"},
	discrete: words.Term{En: "; Path.Discrete gives the path whose calendar years add up to it",
		Ko: "; 역년의 합계가 탄소예산인 경로는 Path.Discrete로 구합니다"},
	overPath: words.Term{En: "the calendar years %d to %d add up to %s more than the budget, %s of it",
		Ko: "%d~%d년의 합계가 탄소예산보다 %s 많습니다(탄소예산의 %s)"},
	left: words.Term{En: "by its last year, %d, the path leaves %s of the budget: its form runs on after it",
		Ko: "마지막 해인 %d년까지 탄소예산 %s이(가) 남습니다: 경로가 그 뒤로 이어집니다"},
	rises: words.Term{En: "emissions go above those of %d before they fall", Ko: "%d년보다 배출량이 늘었다가 줄어듭니다"},
}

// filled is a sentence with its values, in both languages.
func filled(t words.Term, values ...any) words.Term {
	t.En, t.Ko = t.Fill(values...)
	return t
}

// percent is a ratio in both languages.
func percent(r ghg.Ratio, places int32) words.Term {
	if !r.IsDefined() {
		return words.Term{En: r.Percent(places), Ko: "계산할 수 없음"}
	}
	return words.Term{En: r.Percent(places), Ko: r.Percent(places)}
}
