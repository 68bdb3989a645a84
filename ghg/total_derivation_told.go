package ghg

import (
	"errors"
	"strconv"

	"github.com/localghg/localghg/ghg/words"
)

// What the steps of a total are.
var (
	derivedTitle    = words.Term{En: "%s, %s %s", Ko: "%[2]s %[3]s %[1]s 합계"}
	derivedMass     = words.Term{En: "mass", Ko: "배출량(질량)"}
	derivedGWP      = words.Term{En: "GWP", Ko: "지구온난화지수(GWP)"}
	derivedGiven    = words.Term{En: "CO2e as given", Ko: "CO2e 배출량(제시값)"}
	derivedOther    = words.Term{En: "CO2e of one gas on another metric", Ko: "다른 지구온난화지수로 낸 단일 기체의 CO2e"}
	derivedOtherGWP = words.Term{En: "GWP of that metric", Ko: "그 지구온난화지수(GWP)"}
	derivedMoved    = words.Term{En: "CO2e recomputed by the ratio of the GWPs", Ko: "지구온난화지수 비율로 환산한 CO2e"}
	derivedTotal    = words.Term{En: "total", Ko: "합계"}
	derivedRequired = words.Term{En: "categories required", Ko: "필수 분류 수"}
	derivedNO       = words.Term{En: "of them not occurring (NO)", Ko: "그중 활동 없음(NO)"}
	derivedUnjoined = words.Term{En: "records that cannot join", Ko: "합산할 수 없는 기록 수"}
	derivedNothing  = words.Term{En: "nothing is reported, which is not 0", Ko: "보고된 수치 없음(0이 아님)"}
	derivedWithheld = words.Term{En: "withheld: records that cannot join it: %d", Ko: "산출 보류: 합산할 수 없는 기록 %d건"}
	derivedFew      = words.Term{En: "by category and gas: %d records are more than the %d that have a row each",
		Ko: "분류·기체별 합: 기록 %d건은 건별로 적는 %d건을 넘음"}
	derivedForm    = words.Term{En: "form", Ko: "형식"}
	derivedMemo    = words.Term{En: "biogenic CO2, in no total", Ko: "생물기원 CO2(합계 제외, 별도 보고)"}
	derivedCover   = words.Term{En: "coverage", Ko: "완전성"}
	derivedGaps    = words.Term{En: "gaps", Ko: "빠진 분류"}
	derivedLeftOut = words.Term{En: "not counted, %s", Ko: "합계 제외, %s"}
	derivedCannot  = words.Term{En: "cannot join", Ko: "합산 불가"}
	derivedCounted = words.Term{En: ", records: %d", Ko: ", 기록 %d건"}
	ofAllGases     = words.Term{En: "all gases", Ko: "온실가스 전체"}
	statedOn       = words.Term{En: ", stated on %s", Ko: ", %s 기준 제시값"}
	unstatedMetric = words.Term{En: "no metric", Ko: "지구온난화지수 미상"}
	noValue        = words.Term{En: "no value", Ko: "값 없음"}
)

// Why a record cannot join a total.
var (
	onAnotherMetric = words.Term{En: "on %s, and the total is on %s", Ko: "%s 기준 수치이며 합계는 %s 기준"}
	ofUnknownGases  = words.Term{En: "CO2e of all gases on another metric, whose gases are not known",
		Ko: "다른 지구온난화지수로 낸 온실가스 전체의 CO2e로 기체 구성 미상"}
	withoutFactor  = words.Term{En: "%s has no factor for %s", Ko: "%s에 없는 기체: %s"}
	alternativesOf = words.Term{En: "%s and %s figures are alternatives", Ko: "%s·%s 수치는 택일 대상"}
)

// leftOutSymbols are those of the steps that tell what is left out.
var leftOutSymbols = [...]string{OutsideView: "outside", OtherVariant: "variants", OtherTags: "tags", MemoItem: "memos", NotANumber: "keys",
	OtherStatus: "statuses", Overridden: "overridden"}

func metricTerm(id MetricID) words.Term {
	if id == "" {
		return unstatedMetric
	}
	name, _ := nameOfID(string(id))
	return words.Term{En: name, Ko: name}
}

// whyUnjoined is why a record cannot join, in short.
func whyUnjoined(err error) words.Term {
	var (
		variant  *VariantError
		status   *StatusError
		factor   *NoFactorError
		mismatch *MetricMismatchError
	)
	switch {
	case errors.Is(err, ErrAllGases):
		return ofUnknownGases
	case errors.As(err, &mismatch):
		return onAnotherMetric.With(metricTerm(mismatch.A), metricTerm(mismatch.B))
	case errors.As(err, &factor):
		return withoutFactor.With(metricTerm(factor.Metric), factor.Gas)
	case errors.As(err, &variant):
		return alternativesOf.With(variants[variant.A], variants[variant.B])
	case errors.As(err, &status):
		return alternativesOf.With(statuses[status.A], statuses[status.B])
	}
	return words.Term{En: err.Error(), Ko: err.Error()}
}

// tell tells what is in no sum.
func (s *sheet) tell() {
	t := s.t
	tell := func(symbol string, what, note words.Term) {
		note = words.Term{En: words.Clip(note.En, mostSource), Ko: words.Clip(note.Ko, mostSource)}
		s.Told(symbol, what, note)
	}
	if s.grouped {
		tell("form", derivedForm, derivedFew.With(t.Lines.Len(), mostDerived))
	}
	for why := OutsideView; int(why) < len(whys); why++ {
		var rows []int32
		for _, l := range t.LeftOut {
			if l.Why == why {
				rows = append(rows, l.i)
			}
		}
		if len(rows) > 0 {
			tell(leftOutSymbols[why], derivedLeftOut.With(whys[why]), s.listed(rows))
		}
	}
	if !t.Memo.IsUnset() {
		memo := Mass{t: t.Memo.t}.String()
		tell("memo", derivedMemo, words.Term{En: memo, Ko: memo})
	}
	for i, g := range unjoinedAlike(t.Unjoined) {
		tell("unjoined"+strconv.Itoa(i+1), words.Join([]words.Term{derivedCannot, g.why}, ": "), s.listed(g.rows))
	}
	tell("coverage", derivedCover, words.Term{En: t.Coverage.String(), Ko: t.Coverage.Korean()})
	if len(t.Coverage.Gaps) > 0 {
		var gaps []words.Term
		for _, c := range t.Coverage.Gaps {
			gaps = append(gaps, words.Term{En: c.Code, Ko: c.Code})
		}
		tell("gaps", derivedGaps, words.Listed(gaps))
	}
}

// mostReasons is how many reasons are told apart; what has another stands with the last.
const mostReasons = 20

type unjoinedGroup struct {
	why  words.Term
	rows []int32
}

// unjoinedAlike are the records that cannot join, by why.
func unjoinedAlike(all []Unjoined) []unjoinedGroup {
	var out []unjoinedGroup
	at := map[words.Term]int{}
	for _, u := range all {
		why := whyUnjoined(u.Err)
		i, ok := at[why]
		switch {
		case ok:
		case len(out) == mostReasons:
			i = mostReasons - 1
		default:
			i = len(out)
			at[why] = i
			out = append(out, unjoinedGroup{why: why})
		}
		out[i].rows = append(out[i].rows, u.at.i)
	}
	return out
}

// listed lists records, the first 20 of them, each with its amount and where it stands:
// "I.4.4 CO2 12000 t (line 4); …".
func (s *sheet) listed(rows []int32) words.Term {
	inv := s.t.inv
	items := make([]words.Term, 0, min(len(rows), 21))
	for _, i := range rows {
		if len(items) > 20 {
			items = append(items, words.Term{})
			continue
		}
		r := &inv.rows[i]
		number := r.value
		number.gas = Gas{} // it is named before
		what := words.Term{En: number.numberText(), Ko: number.numberText()}
		switch {
		case r.value.IsNumber():
		case r.value.key != KeyNone:
			what = words.Term{En: r.value.key.String(), Ko: r.value.key.String()}
		case r.value.entry != NoEntry:
			what = entries[r.value.entry]
		default:
			what = noValue
		}
		head := withSeparator(" ", inv.category(r).Code, r.gas.String())
		where := inv.named([]int32{i})
		items = append(items, words.Term{En: head + " " + what.En + " (" + where.En + ")", Ko: head + " " + what.Ko + " (" + where.Ko + ")"})
	}
	return words.Listed(items)
}
