package budget

import (
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// formed is what forms are solved for.
var formed = struct{ rest, slope, years, step, ratio, span, bend, initial, decay words.Term }{
	rest:    words.Term{En: "budget for the years after the start", Ko: "시작연도 이후의 탄소예산"},
	slope:   words.Term{En: "slope", Ko: "기울기"},
	years:   words.Term{En: "years with emissions after the start", Ko: "시작연도 이후 배출이 있는 연수"},
	step:    words.Term{En: "cut of each year", Ko: "해마다 줄이는 양"},
	ratio:   words.Term{En: "ratio from year to year", Ko: "전년 대비 비율"},
	span:    words.Term{En: "years", Ko: "기간(년)"},
	bend:    words.Term{En: "coefficient of the curve", Ko: "곡선 계수"},
	initial: words.Term{En: "initial slope a year", Ko: "초기 기울기(연)"},
	decay:   words.Term{En: "rate of decay", Ko: "감쇠율"},
}

// computed is a step of one value.
func computed(symbol string, what words.Term, formula string, d decimal.Decimal, r derivation.Rounding) derivation.Step {
	return derivation.Step{Symbol: symbol, What: what, Kind: derivation.Computed, Formula: formula, Rounding: r,
		Values: []derivation.Value{derivation.Number(d)}}
}

// yearly is a quotient in tonnes a year.
func yearly(symbol string, what words.Term, formula string, a, b decimal.Decimal) derivation.Step {
	s := computed(symbol, what, formula, a.DivRound(b, target.PathwayPlaces), derivation.ToPlaces(target.PathwayPlaces))
	s.Unit = "t/yr"
	return s
}

func number(symbol string, what words.Term, formula string, d decimal.Decimal) derivation.Step {
	return computed(symbol, what, formula, d, derivation.Rounding{})
}

// ratioStep is a ratio to the precision that intermediate results are trusted to.
func ratioStep(symbol string, what words.Term, formula string, d decimal.Decimal) derivation.Step {
	return computed(symbol, what, formula, d.Round(snapPlaces), derivation.ToPlaces(snapPlaces))
}

// rest is what the budget leaves for the years after the start.
func (t terms) rest() derivation.Step {
	formula := "R"
	if t.inside {
		formula = "R - E0"
	}
	s := number("r", formed.rest, formula, t.counted())
	s.Unit = "t"
	return s
}
