package derivation_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// one is a step of one value.
func one(symbol, en, ko, unit, value string) derivation.Step {
	return derivation.Step{Symbol: symbol, What: words.Term{En: en, Ko: ko}, Unit: unit, Values: []derivation.Value{{Number: dec(value)}}}
}

// by makes a step computed.
func by(s derivation.Step, formula string, r derivation.Rounding) derivation.Step {
	s.Kind, s.Formula, s.Rounding = derivation.Computed, formula, r
	return s
}

// progress is that of a city toward its target.
func progress() derivation.Definition {
	given := func(s derivation.Step, source string) derivation.Step {
		s.Source = source
		return s
	}
	status := derivation.Step{Symbol: "status", What: words.Term{En: "status", Ko: "이행 상태"}, Kind: derivation.Decided,
		Cases: []derivation.Case{
			{Name: "achieved", What: words.Term{En: "achieved", Ko: "달성"}, If: "E ≤ T"},
			{Name: "on_track", What: words.Term{En: "on track", Ko: "정상 추진"}, If: "pace ≥ 0.95"},
			{Name: "behind", What: words.Term{En: "slightly behind", Ko: "다소 지연"}, If: "pace ≥ 0.75", Holds: true},
			{Name: "off_track", What: words.Term{En: "off track", Ko: "지연"}, Holds: true},
		}}
	return derivation.Definition{Title: words.Term{En: "Daegu in 2022", Ko: "대구 2022년"}, Steps: []derivation.Step{
		given(one("B", "emissions of the base year", "기준연도 배출량", "tCO2e (AR5)", "9430000"), "strategy of December 2021"),
		given(one("E", "emissions of the year", "해당연도 배출량", "tCO2e (AR5)", "8200000"), "inventory 2022"),
		given(one("cut", "cut by 2030", "2030년 감축률", "", "0.45"), "strategy of December 2021"),
		by(one("T", "level of 2030", "2030년 목표 배출량", "tCO2e (AR5)", "5186500"), "B × (1 - cut)", derivation.Rounding{}),
		by(one("achieved", "share of the target achieved", "목표 달성 비율", "", "0.289855072464"), "(B - E)/(B - T)", derivation.ToPlaces(12)),
		by(one("pace", "pace: achieved over time gone by", "속도: 달성 비율/경과 비율", "", "0.869565217391"),
			"(B - E) × (2030 - 2018)/((B - T) × (2022 - 2018))", derivation.ToPlaces(12)),
		status}}
}

// A figure is followed down to what was given, and replays to the digit.
func ExampleDerivation() {
	d, err := derivation.New(progress())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d)
	fmt.Println(len(d.Replay()), "mismatches;", d.Precedents("pace"))
	// Output:
	// Daegu in 2022 = slightly behind
	//   B        = 9,430,000 tCO2e (AR5)   # emissions of the base year; source: strategy of December 2021
	//   E        = 8,200,000 tCO2e (AR5)   # emissions of the year; source: inventory 2022
	//   cut      = 0.45   # cut by 2030; source: strategy of December 2021
	//   T        = B × (1 - cut) = 9,430,000 × (1 - 0.45) = 5,186,500 tCO2e (AR5)   # level of 2030
	//   achieved = (B - E) / (B - T) = (9,430,000 - 8,200,000) / (9,430,000 - 5,186,500) = 0.289855072464   # share of the target achieved
	//   pace     = (B - E) × (2030 - 2018) / ((B - T) × (2022 - 2018)) = (9,430,000 - 8,200,000) × (2030 - 2018) / ((9,430,000 - 5,186,500) × (2022 - 2018)) = 0.869565217391   # pace: achieved over time gone by
	//   status   = behind   # status, the first case that holds
	//             ✗ achieved  achieved: E ≤ T: 8,200,000 ≤ 5,186,500
	//             ✗ on_track  on track: pace ≥ 0.95: 0.869565217391 ≥ 0.95
	//             ✓ behind    slightly behind: pace ≥ 0.75: 0.869565217391 ≥ 0.75
	//             ✓ off_track off track
	// rounding: to 12 decimal places, half away from zero: achieved, pace
	// 0 mismatches; [B E T]
}

func ExampleDerivation_Print() {
	d, _ := derivation.New(progress())
	fmt.Println(d.Print(words.Korean, -1))
	// Output:
	// 대구 2022년 = 다소 지연
	//   B        = 9,430,000 tCO2e (AR5)   # 기준연도 배출량; 출처: strategy of December 2021
	//   E        = 8,200,000 tCO2e (AR5)   # 해당연도 배출량; 출처: inventory 2022
	//   cut      = 0.45   # 2030년 감축률; 출처: strategy of December 2021
	//   T        = B × (1 - cut) = 9,430,000 × (1 - 0.45) = 5,186,500 tCO2e (AR5)   # 2030년 목표 배출량
	//   achieved = (B - E) / (B - T) = (9,430,000 - 8,200,000) / (9,430,000 - 5,186,500) = 0.289855072464   # 목표 달성 비율
	//   pace     = (B - E) × (2030 - 2018) / ((B - T) × (2022 - 2018)) = (9,430,000 - 8,200,000) × (2030 - 2018) / ((9,430,000 - 5,186,500) × (2022 - 2018)) = 0.869565217391   # 속도: 달성 비율/경과 비율
	//   status   = behind   # 이행 상태, 성립하는 첫 경우
	//             ✗ achieved  달성: E ≤ T: 8,200,000 ≤ 5,186,500
	//             ✗ on_track  정상 추진: pace ≥ 0.95: 0.869565217391 ≥ 0.95
	//             ✓ behind    다소 지연: pace ≥ 0.75: 0.869565217391 ≥ 0.75
	//             ✓ off_track 지연
	// 반올림 규칙: 소수 12자리, 반올림: achieved, pace
}

// A column has a row for each record; the total stands behind it.
func ExampleStep() {
	rows := derivation.Index{Letter: "i", Rows: []derivation.Row{
		{ID: "1", Label: words.Term{En: "I.1.2 CO2, line 2", Ko: "I.1.2 CO2, 2행"}, Source: "KEPCO 2019"},
		{ID: "2", Label: words.Term{En: "I.1.2 CH4, line 3", Ko: "I.1.2 CH4, 3행"}, Source: "KEPCO 2019"}}}
	mass := derivation.Step{Symbol: "m", What: words.Term{En: "mass", Ko: "질량"}, Unit: "t", Index: "i",
		Values: []derivation.Value{derivation.Number(dec("12000.5")), derivation.Number(dec("0.75"))}}
	gwp := derivation.Step{Symbol: "g", What: words.Term{En: "GWP", Ko: "지구온난화지수"}, Unit: "tCO2e (AR5)/t", Index: "i", Source: "AR5",
		Values: []derivation.Value{derivation.Number(dec("1")), derivation.Number(dec("28"))}}
	d, err := derivation.New(derivation.Definition{Title: words.Term{En: "total of a town", Ko: "읍 합계"},
		Indices: []derivation.Index{rows}, Steps: []derivation.Step{mass, gwp,
			by(one("T", "total", "합계", "tCO2e (AR5)", "12021.5"), "sum(i: m[i] × g[i])", derivation.Rounding{})}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d)
	fmt.Println(d.Replay())
	// Output:
	// total of a town = 12,021.5 tCO2e (AR5)
	//   m[i]   # mass
	//   g[i]   # GWP; source: AR5
	//       i  m [t]     g [tCO2e (AR5)/t]
	//       1  12,000.5  1                  I.1.2 CO2, line 2; KEPCO 2019
	//       2  0.75      28                 I.1.2 CH4, line 3; KEPCO 2019
	//   T = sum(i: m[i] × g[i]) = 12,000.5 × 1 + 0.75 × 28 = 12,021.5 tCO2e (AR5)   # total
	// []
}

// A digit that was changed in a file: reading refuses it, and replay names the step that no
// longer follows, where one does not.
func ExampleChecksumError() {
	d, _ := derivation.New(progress())
	text, _ := json.Marshal(d)
	_, err := derivation.Read(strings.NewReader(strings.Replace(string(text), `"8200000"`, `"8300000"`, 1)))
	var changed *derivation.ChecksumError
	if !errors.As(err, &changed) {
		fmt.Println(err)
		return
	}
	fmt.Println(changed.Stated == d.ID(), changed.Read.ID() == d.ID())
	for _, m := range changed.Read.Replay() {
		fmt.Println(m)
	}
	// Output:
	// true false
	// achieved = 0.289855072464, and replayed 0.266289619418
	// pace = 0.869565217391, and replayed 0.798868858254
}

// A value that does not follow is found, whoever made the derivation.
func ExampleDerivation_Replay() {
	def := progress()
	def.Steps[len(def.Steps)-2].Values = derivation.Numbers(dec("0.88"))
	d, _ := derivation.New(def)
	for _, m := range d.Replay() {
		fmt.Println(m)
	}
	// Output:
	// pace = 0.88, and replayed 0.869565217391
}

// What does not stand is said all at once.
func ExampleNew() {
	_, err := derivation.New(derivation.Definition{Title: words.Term{En: "broken", Ko: "오류"}, Steps: []derivation.Step{
		by(one("T", "total", "합계", "t", "1"), "A × 2", derivation.Rounding{}),
		by(one("T", "total", "합계", "t", "1"), "2 +", derivation.Rounding{}),
		one("2x", "", "두 배", "t", "1"),
	}})
	fmt.Println(err)
	// Output:
	// step T, formula "A × 2": no step "A" stands above
	// step T, symbol "T": it stands above already: one symbol, one step
	// step 3, symbol "2x": a letter, then letters, digits and underscores, and no word of a formula
	// step 3, what "두 배": it is needed in English and Korean
}
