package topdown

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// yearWords are the labels of the derivation of a year.
var yearWords = struct {
	title, base, inventory, change, driver, driven, topDown, cuts, inBase, bottomUp, explained, none, rose, residual, notAdjusted words.Term
}{
	title:       words.Term{En: "change from %d to %d that nobody explains", Ko: "%d~%d년 설명되지 않은 변화량"},
	base:        words.Term{En: "emissions of %d, %s", Ko: "%d년 배출량(%s)"},
	inventory:   words.Term{En: "emissions of %d, %s", Ko: "%d년 배출량(%s)"},
	change:      words.Term{En: "change", Ko: "변화량"},
	driver:      words.Term{En: "what the driver did", Ko: "요인별 변화량"},
	driven:      words.Term{En: "what the drivers did", Ko: "요인 변화량 합계"},
	topDown:     words.Term{En: "fall beyond the drivers (top-down)", Ko: "요인 외 감소량(하향식)"},
	cuts:        words.Term{En: "reductions that are counted in %d", Ko: "%d년 집계 감축량"},
	inBase:      words.Term{En: "of them in the base year, %s", Ko: "기준연도 감축량(%s)"},
	bottomUp:    words.Term{En: "reductions since (bottom-up)", Ko: "기준연도 이후 감축량(상향식)"},
	explained:   words.Term{En: "share that is explained", Ko: "설명된 비율"},
	none:        words.Term{En: "nothing changed beyond what the drivers explain", Ko: "요인 외 변화 없음"},
	rose:        words.Term{En: "emissions rose beyond what the drivers explain", Ko: "요인 외 배출량 증가"},
	notAdjusted: words.Term{En: "not adjusted for activity", Ko: "활동량 변화 미반영"},
	residual:    words.Term{En: "what nobody explains", Ko: "설명되지 않은 변화량"},
}

// Explain is the year as a derivation, with the total of the cuts behind it.
func (y Year) Explain() derivation.Derivation {
	if y.inBase == 0 {
		return derivation.Derivation{}
	}
	var s derivation.Sheet
	unit := y.Change.Metric().Unit()
	figure := func(symbol string, what words.Term, f ghg.YearFigure) {
		status := words.Term{En: f.Status.String(), Ko: f.Status.Korean()}
		s.Given(symbol, what.With(f.Year, status), unit, f.Source, derivation.Number(f.CO2e.Tonnes()))
	}
	sum := func(symbol string, what words.Term, formula string, c ghg.CO2e) {
		s.Computed(symbol, what, unit, formula, derivation.Rounding{}, derivation.Number(c.Tonnes()))
	}
	figure("B", yearWords.base, y.Base)
	figure("E", yearWords.inventory, y.Inventory)
	sum("D", yearWords.change, "E - B", y.Change)
	driven := "0"
	if len(y.Drivers) > 0 {
		var rows []derivation.Row
		var values []decimal.Decimal
		for i, x := range y.Drivers {
			rows = append(rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: words.Term{En: x.Name, Ko: x.Name}, Source: x.Source})
			values = append(values, x.CO2e.Tonnes())
		}
		s.Index("i", rows...)
		s.Given("d", yearWords.driver, unit, "", derivation.Numbers(values...)...).Index = "i"
		driven = "sum(i: d[i])"
	} else {
		s.Told("n", yearWords.driven, yearWords.notAdjusted)
	}
	sum("V", yearWords.driven, driven, y.Driven)
	sum("T", yearWords.topDown, "V - D", y.TopDown)
	s.Given("C", yearWords.cuts.With(y.Inventory.Year), unit, "",
		derivation.Value{Number: y.Cuts.CO2e.Tonnes(), From: y.Cuts.Explain().ID()})
	s.Given("C0", yearWords.inBase.With(words.Term{En: y.inBase.String(), Ko: y.inBase.Korean()}), unit, "",
		derivation.Number(y.InBase.Tonnes()))
	sum("U", yearWords.bottomUp, "C - C0", y.BottomUp)
	share := derivation.Undefined(yearWords.none)
	if value, ok := y.Explained.Value(); ok {
		share = derivation.Number(value)
	} else if y.TopDown.Sign() < 0 {
		share = derivation.Undefined(yearWords.rose)
	}
	s.Computed("x", yearWords.explained, "", "U / T", derivation.ToPlaces(ghg.RatioPlaces), share).When = "T > 0"
	sum("R", yearWords.residual, "T - U", y.Residual)
	return s.Made(yearWords.title.With(y.Base.Year, y.Inventory.Year), derived)
}
