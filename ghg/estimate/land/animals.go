package land

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Animals are the livestock of one category: those that there are on average over the year, or
// those that were raised in it and how long each lived.
type Animals struct {
	What     words.Term         // "dairy cattle"
	Head     ghg.Quantity       // on average over the year; or
	Produced ghg.Quantity       // in the year, of animals that live less than one,
	Alive    estimate.Parameter // and how long each lives: 60 day
	Source   string
}

// How many parts a method may have.
const mostParts = 40

var (
	livestock  = words.Term{En: "livestock", Ko: "가축"}
	headOf     = words.Term{En: "animals, on average over the year", Ko: "연평균 사육두수"}
	producedOf = words.Term{En: "animals raised in the year", Ko: "연간 생산두수"}
	aliveOf    = words.Term{En: "days that each is alive", Ko: "사육일수"}
	daysOf     = words.Term{En: "days of a year", Ko: "1년의 일수"}
	shareOf    = words.Term{En: "share of the manure", Ko: "분뇨 처리 비율"}
	methaneOf  = words.Term{En: "CH4 emitted", Ko: "메탄 배출량"}
)

var (
	one        = decimal.New(1, 0)
	metabolic  = decimal.New(75, -2) // power of the weight, footnote of table 10.10
	daysOfYear = decimal.New(365, 0)
	inDays     = estimate.RateUnitOf("day")
)

// name is the category, or that it is livestock.
func (a Animals) name() words.Term {
	if a.What == (words.Term{}) {
		return livestock
	}
	return a.What
}

// yearOn tells the days of a year, once, where they are asked for.
func yearOn(w *estimate.Worksheet, equation string) func() decimal.Decimal {
	told := false
	return func() decimal.Decimal {
		if !told {
			told = true
			w.Number("Days", daysOf, "day", equation, daysOfYear)
		}
		return daysOfYear
	}
}

// on tells the average population N, and Days where it takes them. Symbols end in n.
func (a Animals) on(w *estimate.Worksheet, n string, days func() decimal.Decimal) decimal.Decimal {
	if a.Produced.IsUnset() && a.Alive.IsUnset() {
		return w.Quantity("N"+n, labelled(w, headOf, a.What), a.Head, ghg.Head, a.Source)
	}
	if !a.Head.IsUnset() {
		w.Refuse("N"+n, a.Head.String(), "animals on average over the year, or those raised in it with their days, one of them, are accepted")
		return decimal.Zero
	}
	raised := w.Quantity("Produced"+n, labelled(w, producedOf, a.What), a.Produced, ghg.Head, a.Source)
	alive := w.Parameter("Alive"+n, labelled(w, aliveOf, a.What), a.Alive, inDays())
	if alive.GreaterThan(daysOfYear) {
		w.Refuse("Alive"+n, a.Alive.Rate.String(), "at most 365 days are accepted: longer lives are counted on average over the year")
	}
	return w.Computed("N"+n, labelled(w, headOf, a.What), "head", "Alive"+n+" × Produced"+n+" / Days", estimate.Rounded,
		w.Quotient(alive.Mul(raised), days()))
}

// Enteric is CH4 of the digestion of one category of animals (V4 equation 10.19).
type Enteric struct {
	Animals
	Factor estimate.Parameter // 68 kg CH4/head/yr

	// Weight scales a factor that is of animals of another weight, by (Weight / Reference)^0.75,
	// as table 10.10 has it: 150 and 120 kg animal mass/head. None of both where it is not scaled.
	Weight, Reference estimate.Parameter
}

var (
	entericTitle   = words.Term{En: "enteric fermentation of %s", Ko: "%s 장내발효"}
	entericEF      = words.Term{En: "emission factor of a head", Ko: "두당 배출계수"}
	weightOfFactor = words.Term{En: "mass of a head that the factor is of", Ko: "배출계수의 기준 체중"}
	scaleOf        = words.Term{En: "scale of the factor", Ko: "배출계수 체중 보정"}
	perHeadYear    = estimate.RateUnitOf("kg CH4/head/yr")
)

// Title is what is estimated.
func (e Enteric) Title() words.Term { return entericTitle.With(e.name()) }

// Equation is that of the IPCC.
func (e Enteric) Equation() string { return "IPCC 2006 V4 Ch10, eq. 10.1 and 10.19" }

// Work tells the terms and what is emitted.
func (e Enteric) Work(w *estimate.Worksheet) {
	n := e.on(w, "", yearOn(w, "eq. 10.1"))
	ef := w.Parameter("EF", entericEF, e.Factor, perHeadYear())
	if e.Weight.IsUnset() && e.Reference.IsUnset() {
		w.Emits("CH4", methaneOf, ghg.CH4NonFossil, ghg.Kilogram, "N × EF", estimate.Exactly, n.Mul(ef))
		return
	}
	weight := w.Parameter("W", weightOfHead, e.Weight, massPerHead())
	reference := w.Parameter("W_ref", weightOfFactor, e.Reference, massPerHead())
	scale := power(w, "Scale", scaleOf, "W / W_ref", weight, reference, metabolic)
	w.Emits("CH4", methaneOf, ghg.CH4NonFossil, ghg.Kilogram, "N × EF × Scale", estimate.Exactly, n.Mul(ef).Mul(scale))
}

// labelled is what a term is, of one of several.
func labelled(w *estimate.Worksheet, what, of words.Term) words.Term {
	if of == (words.Term{}) || !w.Explaining() {
		return what
	}
	return words.Term{En: what.En + ", " + of.En, Ko: of.Ko + " " + what.Ko}
}

// countOf refuses none or too many of a list.
func countOf(w *estimate.Worksheet, field string, n int) bool {
	if n == 0 || n > mostParts {
		w.Refuse(field, strconv.Itoa(n), "from 1 to 40 are accepted")
		return false
	}
	return true
}

// System is a way in which manure is kept or treated, and its share of it.
type System struct {
	Name  words.Term         // "solid storage"
	Share estimate.Parameter // of all manure of these animals
}

// share tells the share of a system.
func (s System) share(w *estimate.Worksheet, n string) decimal.Decimal {
	return w.Fraction("Share"+n, labelled(w, shareOf, s.Name), s.Share)
}

// wholeManure refuses shares that are not all of the manure.
func wholeManure(w *estimate.Worksheet, shares decimal.Decimal) {
	if !w.Failed() && !shares.Equal(one) {
		w.Refuse("Share", shares.String(), "shares that add up to 1, pasture among them, are accepted")
	}
}
