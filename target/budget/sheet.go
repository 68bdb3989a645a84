package budget

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// derived sees each derivation that is made. It is nil but in tests, which replay
// what comes.
var derived func(derivation.Derivation, error)

// sheet is a derivation in the making.
type sheet struct {
	derivation.Sheet
	unit string // of amounts
}

// done is the derivation. What is built is built right: an error is a fault of this
// package, which its tests find.
func (s *sheet) done() derivation.Derivation { return s.Made(s.Title, derived) }

// replay lets a test replay what a result explains, whenever one is made.
func replay(explain func() derivation.Derivation) {
	if derived != nil {
		explain()
	}
}

// given adds a number that is stated.
func (s *sheet) given(symbol string, what words.Term, d decimal.Decimal) {
	s.Given(symbol, what, "", "", derivation.Number(d))
}

// sum adds an amount that follows exactly from what stands above.
func (s *sheet) sum(symbol string, what words.Term, formula string, c ghg.CO2e) {
	s.Computed(symbol, what, s.unit, formula, derivation.Rounding{}, derivation.Number(c.Tonnes()))
}

// ratio adds a ratio, undefined where its condition does not hold.
func (s *sheet) ratio(symbol string, what words.Term, formula, when string, r ghg.Ratio, why words.Term) {
	v, ok := r.Value()
	value := derivation.Number(v)
	if !ok {
		value = derivation.Undefined(why)
	}
	s.Computed(symbol, what, "", formula, derivation.ToPlaces(ghg.RatioPlaces), value).When = when
}

// column adds a column of amounts that follow by a formula.
func (s *sheet) column(symbol, index string, what words.Term, formula string, r derivation.Rounding, values []derivation.Value) {
	s.Computed(symbol, what, s.unit, formula, r, values...).Index = index
}

// years adds an index of years with their values.
func (s *sheet) years(letter string, all []pathYear) []derivation.Value {
	rows, values := make([]derivation.Row, len(all)), make([]derivation.Value, len(all))
	for i, y := range all {
		rows[i], values[i] = derivation.Row{ID: strconv.Itoa(y.year)}, derivation.Number(y.co2e.Tonnes())
	}
	s.Index(letter, rows...)
	return values
}

// figureIndex is the index of figures, and their column, with the totals behind them.
func figureIndex(letter, symbol string, what words.Term, unit string, figures []ghg.YearFigure) (derivation.Index, derivation.Step) {
	index := derivation.Index{Letter: letter}
	step := derivation.Step{Symbol: symbol, What: what, Unit: unit, Index: letter}
	for _, f := range figures {
		index.Rows = append(index.Rows, derivation.Row{ID: strconv.Itoa(f.Year), Source: f.Source,
			Label: words.Term{En: f.Status.String(), Ko: f.Status.Korean()}})
		step.Values = append(step.Values, derivation.Number(f.CO2e.Tonnes()))
	}
	step.ComesFrom(func(i int) string { return figures[i].DerivationID() })
	return index, step
}

// checkPlaces refuses places that a derivation does not round to.
func checkPlaces(b Budget, places int32) error {
	if places < -30 || places > 100 {
		return refuse(b.of(), "places", places, "-30 to 100 decimal places are allowed")
	}
	return nil
}

// shown adds amounts that are rounded to a unit, so that they add up to the rounded budget.
func (s *sheet) shown(of, index string, unit ghg.MassUnit, places int32, l ghg.ShownList) {
	one, _ := ghg.NewCO2e(decimal.New(1, 0), ghg.Tonne, l.Metric()) // a metric there is
	shown := unit.String() + strings.TrimPrefix(s.unit, "t")
	s.Given("units", allowed.unit.With(unit), derivation.Per(shown, s.unit), "", derivation.Number(one.In(unit)))
	var values []derivation.Value
	for _, x := range l.Parts() {
		values = append(values, derivation.Number(x.Amount()))
	}
	s.Computed("shown_total", allowed.total, shown, "R × units", derivation.ToPlaces(places), derivation.Number(l.Total().Amount()))
	s.Computed("shown", allowed.shown, shown, of+"["+index+"] × units", derivation.ClosingTo("shown_total", places), values...).Index = index
}

// atPath is how amounts are rounded that are quotients.
var atPath = derivation.ToPlaces(target.PathwayPlaces)
