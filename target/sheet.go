package target

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// derived sees each derivation that is made. It is nil but in tests, which replay
// what comes.
var derived func(derivation.Derivation, error)

// sheet is a derivation in the making.
type sheet struct {
	derivation.Sheet
	unit string // of amounts
}

func newSheet(title words.Term, m ghg.Metric) *sheet {
	s := &sheet{unit: m.Unit()}
	s.Title = title
	s.Steps = make([]derivation.Step, 0, 50)
	return s
}

// done is the derivation. What is built is built right: an error is a fault of this
// package, which its tests find.
func (s *sheet) done() derivation.Derivation { return s.Made(s.Title, derived) }

// year adds a year, or another whole number, that is stated.
func (s *sheet) year(symbol string, what words.Term, year int) {
	s.Given(symbol, what, "", "", derivation.Number(years(year)))
}

// ratio adds a ratio, and amount an amount that is a quotient.
func (s *sheet) ratio(symbol string, what words.Term, formula, when string, r ghg.Ratio) {
	s.Computed(symbol, what, "", formula, derivation.ToPlaces(ghg.RatioPlaces), ofRatio(r)).When = when
}

func (s *sheet) amount(symbol string, what words.Term, formula, when string, a Amount) {
	s.Computed(symbol, what, s.unit, formula, derivation.ToPlaces(PathwayPlaces), ofAmount(a)).When = when
}

// exact adds an amount that is not rounded.
func (s *sheet) exact(symbol string, what words.Term, formula, when string, a Amount) {
	s.Computed(symbol, what, s.unit, formula, derivation.Rounding{}, ofAmount(a)).When = when
}

// comesFrom names the derivations of the totals behind figures, where there are any.
func comesFrom(step *derivation.Step, figures ...ghg.YearFigure) {
	step.ComesFrom(func(i int) string { return figures[i].DerivationID() })
}

func ofRatio(r ghg.Ratio) derivation.Value {
	if v, ok := r.Value(); ok {
		return derivation.Number(v)
	}
	return derivation.Undefined(reason(r.Undefined()))
}

func ofAmount(a Amount) derivation.Value {
	if a.ok {
		return ofCO2e(a.co2e)
	}
	return derivation.Undefined(reason(a.Undefined()))
}

func ofCO2e(c ghg.CO2e) derivation.Value { return derivation.Number(c.Tonnes()) }

// known is an amount that there is.
func known(c ghg.CO2e) Amount { return Amount{co2e: c, ok: true} }

// yearRow is the row of a year.
func yearRow(year int) derivation.Row { return derivation.Row{ID: strconv.Itoa(year)} }

// all joins conditions, of which some may be empty.
func all(conditions ...string) string {
	var out []string
	for _, c := range conditions {
		if c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, " and ")
}

// reason is why a figure is undefined, in both languages.
func reason(en string) words.Term {
	for _, t := range reasons {
		if values, ok := fit(t.En, en); ok {
			if !strings.Contains(t.Ko, "%") {
				values = nil
			}
			return words.Term{En: en, Ko: fmt.Sprintf(asText.Replace(t.Ko), values...)}
		}
	}
	return words.Term{En: en, Ko: undefinedKo}
}

// asText makes verbs those of texts.
var asText = strings.NewReplacer("%d", "%s", "]d", "]s")

// fit is what stands in a text for the verbs of a pattern, if it is of the pattern.
func fit(pattern, text string) (values []any, ok bool) {
	for {
		literal, rest, found := strings.Cut(pattern, "%")
		if !found {
			return values, text == literal
		}
		if text, ok = strings.CutPrefix(text, literal); !ok {
			return nil, false
		}
		pattern = rest[1:] // the verb
		literal, _, _ = strings.Cut(pattern, "%")
		end := len(text)
		if literal != "" {
			if end = strings.Index(text, literal); end < 0 {
				return nil, false
			}
		}
		values = append(values, text[:end])
		text = text[end:]
	}
}

// reasons are why figures are undefined, each as the package says it.
var reasons = []words.Term{
	{En: noBase, Ko: "목표에 기준연도 없음"},
	{En: noBase + ", and its first level is for %d", Ko: "목표에 기준연도가 없고 첫 목표 수준은 %d년"},
	{En: "%s is not above 0: of such an amount no share is taken", Ko: "비율의 기준이 되는 양이 0 이하"},
	{En: "the target asks for no cut", Ko: "감축을 요구하지 않는 목표"},
	{En: "the target asks for no cut in this view", Ko: "이 집계범위에서는 감축을 요구하지 않는 목표"},
	{En: "the levels ask for no cut by then", Ko: "그 해까지 감축을 요구하지 않는 목표 수준"},
	{En: "no time has passed in the base year %d", Ko: "기준연도 %d년에는 경과한 기간 없음"},
	{En: "no year has passed since the base year %d", Ko: "기준연도 %d년 이후 경과한 연도 없음"},
	{En: "no year is left before the due year %d", Ko: "목표연도 %d년까지 남은 연도 없음"},
	{En: "no level is left", Ko: "남은 목표 수준 없음"},
	{En: "a compound rate needs both ends above 0", Ko: "연평균 변화율은 양 끝이 모두 0보다 커야 함"},
	{En: "a figure is not of the months that follow those of the figure before", Ko: "앞 수치의 기간에 이어지지 않는 수치"},
	{En: "the series has no figure for %d", Ko: "%d년 수치 없음"},
	{En: "the series in %s has no figure for %d", Ko: "%[2]d년 수치 없음(집계범위: %[1]s)"},
	{En: "emissions of %d are not above 0", Ko: "%d년 배출량이 0 이하"},
	{En: "emissions of %d are 0", Ko: "%d년 배출량이 0"},
	{En: "emissions of %d are below 0", Ko: "%d년 배출량이 0 미만"},
	{En: "emissions have not changed since the base year", Ko: "기준연도 이후 배출량 변화 없음"},
	{En: "the level is of another view", Ko: "목표 수준의 집계범위가 다름"},
	{En: "emissions are 0", Ko: "배출량이 0"},
	{En: "emissions are below 0", Ko: "배출량이 0 미만"},
	{En: "the pathway's value is 0", Ko: "감축경로 값이 0"},
	{En: "the pathway's value is below 0", Ko: "감축경로 값이 0 미만"},
	{En: "the baseline of the year is 0", Ko: "해당연도 배출전망치가 0"},
	{En: "the baseline of the year is below 0", Ko: "해당연도 배출전망치가 0 미만"},
	{En: "the level of the total is 0", Ko: "전체의 목표 수준이 0"},
	{En: "the level of the total is below 0", Ko: "전체의 목표 수준이 0 미만"},
	{En: "a year that counts has no figure", Ko: "대상 연도 가운데 수치 없는 해 있음"},
}
