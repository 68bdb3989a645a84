package strategy

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// effect adds what one source is cut by; false where it is not known.
func (s *quantifiedSheet) effect(n string, u UnitEffect) bool {
	if u.whole {
		share, ok, err := s.r.share(s.year)
		if err != nil || !ok {
			s.told("C"+n, quantifiedWords.share.With(u.On))
			return false
		}
		s.Computed("C"+n, quantifiedWords.share.With(u.On), "", "K"+s.judges, to24, derivation.Number(share.Fraction()))
		return true
	}
	co2e, ok, err := s.r.amount(u, s.year)
	if err != nil || !ok {
		s.told("C"+n, quantifiedWords.cut.With(u.On))
		return false
	}
	byYear := u.Of.rule == ofInstallation && !u.constant()
	what, unit := quantifiedWords.cut.With(u.On), co2e.Metric().Unit()
	_, worth, _ := s.r.cohorts(s.year)
	isNothing, of := true, ""
	for _, w := range worth {
		isNothing = isNothing && w.IsZero()
	}
	if !byYear {
		of = s.kept(s.all)
		isNothing = sumOf(worth).IsZero()
	}
	s.Given("s"+n, quantifiedWords.saves.With(u.On), derivation.Per(u.Saves.Unit().String(), s.unit()),
		u.Source, derivation.Number(u.Saves.Amount()))
	if isNothing { // of what is not there no factor is needed
		s.Computed("C"+n, what, unit, "0", exactly, tonnes(co2e)).When = "K = 0"
		return true
	}
	ratio := ""
	if per := u.Factors.Per(); per != u.Saves.Unit() {
		a, b, ok := inBase(u.Saves.Unit(), per)
		if !ok {
			s.told("C"+n, what)
			return false
		}
		s.Given("u"+n, quantifiedWords.ofUnit.With(u.Saves.Unit()), perOne(u.Saves.Unit()), "", derivation.Number(a))
		s.Given("v"+n, quantifiedWords.ofUnit.With(per), perOne(per), "", derivation.Number(b))
		ratio = fmt.Sprintf(" × u%s / v%s", n, n)
	}
	if !byYear {
		year := s.year
		if u.Of.rule == frozenAt {
			year = u.Of.year
		}
		f, _ := u.Factors.At(year) // amount found it
		s.Given("f"+n, u.factorTerm(f, year), f.CO2e.Metric().Unit()+"/"+u.Factors.Per().String(), u.Factors.Source(), tonnes(f.CO2e))
		s.Computed("C"+n, what, unit, fmt.Sprintf("%s × s%s%s × f%s", of, n, ratio, n), derivation.ToPlaces(heldPlaces), tonnes(co2e))
		return true
	}
	factors := make([]derivation.Value, len(s.Indices[0].Rows))
	var last ghg.Factor
	for i, row := range s.Indices[0].Rows {
		y, _ := strconv.Atoi(row.ID)
		f, err := u.Factors.At(y)
		if factors[i] = tonnes(f.CO2e); err == nil {
			last = f
		}
		if at := y - s.year + len(worth) - 1; err != nil && (at < 0 || !worth[at].IsZero()) {
			factors[i] = derivation.Undefined(quantifiedWords.why)
		}
	}
	s.Given("f"+n, u.factorTerm(last, s.year), unit+"/"+u.Factors.Per().String(), u.Factors.Source(), factors...).Index = "y"
	one := fmt.Sprintf("round(%s%s%s; %d) × s%s%s × f%s[y]", s.each, s.worth, s.judges, workingPlaces, n, ratio, n)
	if ratio != "" {
		one = fmt.Sprintf("round(%s; %d)", one, heldPlaces)
	}
	s.Computed("C"+n, what, unit, s.over(one), derivation.ToPlaces(heldPlaces), tonnes(co2e))
	return true
}

// factorTerm says which factor it is.
func (u UnitEffect) factorTerm(f ghg.Factor, year int) words.Term {
	rule := words.Term{En: u.Of.String(), Ko: u.Of.Korean()}
	switch {
	case u.constant():
		rule = ofAllYears
	case u.Of.rule == ofYear:
		rule = words.Term{En: fmt.Sprintf("of %d", year), Ko: fmt.Sprintf("%d년", year)}
	}
	if f.Status != ghg.Actual {
		rule = words.Term{En: rule.En + ", " + f.Status.String(), Ko: rule.Ko + ", " + f.Status.Korean()}
	}
	return quantifiedWords.factor.With(u.Factors.Of(), rule)
}

var ofAllYears = words.Term{En: "of all years", Ko: "모든 연도"}

func sumOf(worth []decimal.Decimal) (sum decimal.Decimal) {
	for _, w := range worth {
		sum = sum.Add(w)
	}
	return sum
}

// grossOf is a formula of quantities with what there would be without the project.
func grossOf(formula string) string {
	i := strings.Index(formula, "(x[")
	if i < 0 {
		return formula
	}
	end := i + strings.Index(formula[i:], ")")
	x, _, _ := strings.Cut(formula[i+1:end], " - ")
	return formula[:i] + x + formula[end+1:]
}
