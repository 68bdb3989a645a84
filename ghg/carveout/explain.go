package carveout

import (
	"cmp"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// String is the year as one line.
func (y YearFigures) String() string {
	en, _ := y.line()
	return en
}

// Korean is the year as one line in Korean.
func (y YearFigures) Korean() string {
	_, ko := y.line()
	return ko
}

func (y YearFigures) line() (en, ko string) {
	return yearLine.Fill(y.Year, y.Citywide, y.Covered, y.Managed)
}

var yearLine = words.Term{En: "%d: citywide %s, covered %s, managed %s", Ko: "%d년: 전체 %s, 할당대상 %s, 관리권한 %s"}

// explained are the labels of a derivation.
var explained = struct {
	title, citywide, direct, purchased, council, covered, councilOwned, managed, coveredShare, managedShare words.Term
	ofSector, coveredOf, councilOf, managedOf, none, leftOut, site, nameless, emission                      words.Term
}{
	title:        words.Term{En: "managed emissions in %d", Ko: "%d년 관리권한 배출량"},
	citywide:     words.Term{En: "citywide", Ko: "전체 배출량"},
	direct:       words.Term{En: "direct", Ko: "직접배출량"},
	purchased:    words.Term{En: "purchased energy", Ko: "간접배출량(구매 에너지)"},
	council:      words.Term{En: "1 where council-owned", Ko: "지자체 소유이면 1"},
	covered:      words.Term{En: "covered", Ko: "할당대상 배출량"},
	councilOwned: words.Term{En: "covered and council-owned", Ko: "할당대상 가운데 지자체 소유 배출량"},
	managed:      words.Term{En: "managed", Ko: "관리권한 배출량"},
	coveredShare: words.Term{En: "covered share of citywide", Ko: "전체 가운데 할당대상 비율"},
	managedShare: words.Term{En: "managed share of citywide", Ko: "전체 가운데 관리권한 비율"},
	ofSector:     words.Term{En: "citywide, of the sector", Ko: "부문 전체 배출량"},
	coveredOf:    words.Term{En: "covered, of the sector", Ko: "부문 할당대상 배출량"},
	councilOf:    words.Term{En: "covered and council-owned, of the sector", Ko: "부문 할당대상 가운데 지자체 소유 배출량"},
	managedOf:    words.Term{En: "managed, of the sector", Ko: "부문 관리권한 배출량"},
	none:         words.Term{En: "the citywide total is 0", Ko: "전체 배출량이 0"},
	leftOut:      words.Term{En: "not subtracted", Ko: "빼지 않은 배출량"},
	site:         words.Term{En: "%s, %s, %s", Ko: "%s, %s, %s"},
	nameless:     words.Term{En: "%s, %s", Ko: "%s, %s"},
	emission:     words.Term{En: "%s, %s %s: %s", Ko: "%s, %s %s: %s"},
}

// derived is what tests look at each derivation with.
var derived func(derivation.Derivation, error)

// Explain is how the managed emissions of the year come about, M = E − C + O: what each
// covered site emits, direct (d) and through purchased energy (p), which of them are
// council-owned (o), the sectors, and what is not subtracted. A row is a site, in the
// order of the register, from 1.
func (y YearFigures) Explain() derivation.Derivation {
	unit := y.Citywide.Metric().Unit()
	def := derivation.Definition{Title: explained.title.With(y.Year)}
	step := func(symbol string, what words.Term, formula string, values ...derivation.Value) derivation.Step {
		s := derivation.Step{Symbol: symbol, What: what, Unit: unit, Formula: formula, Values: values}
		if formula != "" {
			s.Kind = derivation.Computed
		}
		return s
	}
	add := func(s derivation.Step) { def.Steps = append(def.Steps, s) }
	citywide := step("E", explained.citywide, "", number(y.Citywide))
	citywide.Source = y.citywide
	add(citywide)
	covered, councilOwned := "0", "0"
	if len(y.Sites) > 0 {
		covered, councilOwned = "sum(i: d[i] + p[i])", "sum(i: o[i] × (d[i] + p[i]))"
		index := derivation.Index{Letter: "i"}
		direct, purchased, council := step("d", explained.direct, ""), step("p", explained.purchased, ""), step("o", explained.council, "")
		direct.Source, council.Source, council.Unit = y.register, y.register, ""
		purchased.Source = y.register
		for i, s := range y.Sites {
			index.Rows = append(index.Rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: s.label()})
			direct.Values, purchased.Values = append(direct.Values, number(s.Direct)), append(purchased.Values, number(s.Purchased))
			council.Values = append(council.Values, derivation.Number(decimal.Zero))
			if s.Ownership == CouncilOwned {
				council.Values[i].Number = decimal.NewFromInt(1)
			}
		}
		def.Indices = append(def.Indices, index)
		for _, s := range []derivation.Step{direct, purchased, council} {
			s.Index = "i"
			add(s)
		}
	}
	if len(y.LeftOut) > 0 {
		add(derivation.Step{Symbol: "leftOut", What: explained.leftOut, Kind: derivation.Told, Note: y.leftOut()})
	}
	if len(y.Sectors) > 0 {
		index := derivation.Index{Letter: "s"}
		of, cov, own, managed := step("Es", explained.ofSector, ""), step("Cs", explained.coveredOf, ""), step("Os", explained.councilOf, ""),
			step("Ms", explained.managedOf, "Es[s] - Cs[s] + Os[s]")
		for i, s := range y.Sectors {
			name := s.Category.String()
			index.Rows = append(index.Rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: words.Term{En: name, Ko: name}})
			of.Values, cov.Values = append(of.Values, number(s.Citywide)), append(cov.Values, number(s.Covered))
			own.Values, managed.Values = append(own.Values, number(s.CouncilOwned)), append(managed.Values, number(s.Managed))
		}
		def.Indices = append(def.Indices, index)
		for _, s := range []derivation.Step{of, cov, own, managed} {
			s.Index = "s"
			add(s)
		}
	}
	add(step("C", explained.covered, covered, number(y.Covered)))
	add(step("O", explained.councilOwned, councilOwned, number(y.CouncilOwned)))
	ratio := func(symbol string, what words.Term, formula string, r ghg.Ratio) derivation.Step {
		v, defined := r.Value()
		s := step(symbol, what, formula, derivation.Number(v))
		if s.Unit, s.When, s.Rounding = "", "E ≠ 0", derivation.ToPlaces(ghg.RatioPlaces); !defined {
			s.Values[0] = derivation.Undefined(explained.none)
		}
		return s
	}
	add(ratio("coveredShare", explained.coveredShare, "C/E", y.CoveredShare()))
	add(ratio("managedShare", explained.managedShare, "(E - C + O)/E", y.ManagedShare()))
	add(step("M", explained.managed, "E - C + O", number(y.Managed)))
	s := derivation.Sheet{Definition: def}
	return s.Made(def.Title, derived)
}

func number(c ghg.CO2e) derivation.Value { return derivation.Number(c.Tonnes()) }

// label is the site with its names and owner.
func (s SiteFigure) label() words.Term {
	owner := words.Term{En: s.Ownership.String(), Ko: s.Ownership.Korean()}
	name := words.Term{En: words.Clip(cmp.Or(s.Name, s.NameKo), 300), Ko: words.Clip(cmp.Or(s.NameKo, s.Name), 300)}
	if name.En == "" {
		return explained.nameless.With(s.Facility, owner)
	}
	return explained.site.With(s.Facility, name, owner)
}

// leftOut lists the emissions that are not subtracted, and why.
func (y YearFigures) leftOut() words.Term {
	var items []words.Term
	for _, l := range y.LeftOut {
		items = append(items, explained.emission.With(words.Clip(l.Facility, 60), scopeTerm(l.Emission.Scope), l.Emission.CO2e, l.Why))
	}
	listed := words.Listed(items)
	return words.Term{En: words.Clip(listed.En, 1900), Ko: words.Clip(listed.Ko, 1900)}
}
