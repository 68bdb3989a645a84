package track

import (
	"cmp"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// reasons say why there is no number.
var reasons = struct {
	noTask, notDue, noBudget, noSpending, noneBudgeted, noneReported, nothingSpent, ofPhases, neitherKnown,
	noCriteria, goalIsStart, noValue words.Term
}{
	noTask:       words.Term{En: "there is no task that counts", Ko: "산정할 과업 없음"},
	notDue:       words.Term{En: "no task was due by ", Ko: "기한이 지난 과업 없음: "}, // and the day
	noBudget:     words.Term{En: "no budget above 0", Ko: "0보다 큰 예산 없음"},
	noSpending:   words.Term{En: "no spending reported", Ko: "집행액 미보고"},
	noneBudgeted: words.Term{En: "no action with tasks has a budget", Ko: "과업과 예산이 모두 있는 사업 없음"},
	noneReported: words.Term{En: "spending is not reported for every year with a budget", Ko: "예산이 있는 해의 집행액 미보고"},
	nothingSpent: words.Term{En: "nothing was spent", Ko: "집행액이 0"},
	neitherKnown: words.Term{En: "of no action planned and verified reductions are both known", Ko: "계획과 검증이 모두 있는 사업 없음"},
	noCriteria:   words.Term{En: "there are no criteria", Ko: "평가 항목 없음"},
	goalIsStart:  words.Term{En: "the goal is the start", Ko: "목표가 시작값과 같음"},
	noValue:      words.Term{En: "no value after the start is known by ", Ko: "시작 이후 알려진 값 없음: "}, // and the year
	ofPhases:     words.Term{En: "budgets are of actions, not of phases", Ko: "예산은 단계가 아닌 사업의 것"},
}

// reductionNames are the reductions of a realisation.
var reductionNames = []words.Term{{En: "planned", Ko: "계획"}, {En: "reported", Ko: "보고"}, {En: "verified", Ko: "검증"}}

// reasonKo is a reason in Korean.
func reasonKo(why string) string {
	for _, t := range []words.Term{reasons.notDue, reasons.noValue} {
		if day, ok := strings.CutPrefix(why, t.En); ok {
			return t.Ko + day
		}
	}
	for _, t := range []words.Term{reasons.noTask, reasons.noBudget, reasons.noSpending, reasons.noneBudgeted, reasons.noneReported,
		reasons.nothingSpent, reasons.ofPhases, reasons.neitherKnown, reasons.noCriteria, reasons.goalIsStart} {
		if t.En == why {
			return t.Ko
		}
	}
	for _, t := range reductionNames {
		switch why {
		case "no reduction is " + t.En:
			return t.Ko + "감축량 없음"
		case "the " + t.En + " reduction is 0":
			return t.Ko + "감축량이 0"
		case "the " + t.En + " reduction is below 0, an increase":
			return t.Ko + "감축량이 음수(증가)"
		}
	}
	return "미산정"
}

// ratioTerm is a ratio as text, or why there is none.
func ratioTerm(r ghg.Ratio, text string) words.Term {
	t := words.Term{En: text, Ko: text}
	if !r.IsDefined() {
		t.Ko = "계산할 수 없음(" + reasonKo(r.Undefined()) + ")"
	}
	return t
}

func percentTerm(r ghg.Ratio, places int32) words.Term { return ratioTerm(r, r.Percent(places)) }

// indexTerm is an index of earned value, to three places as it is read.
func indexTerm(r ghg.Ratio) words.Term {
	text := r.String()
	if v, ok := r.Value(); ok {
		text = v.Round(3).String()
	}
	return ratioTerm(r, text)
}

// joined is one sentence behind the other.
func joined(parts ...words.Term) words.Term { return words.Join(parts, "") }

// named is a code with its name in both languages, clipped; one stands for the other where
// there is only one.
func named(code, name, nameKo string) words.Term {
	with := func(name string) string {
		if name == "" || name == code {
			return words.Clip(code, 60)
		}
		return words.Clip(code+" "+name, 60)
	}
	return words.Term{En: with(cmp.Or(name, nameKo)), Ko: with(cmp.Or(nameKo, name))}
}
