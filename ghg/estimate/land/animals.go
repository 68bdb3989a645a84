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
	daysOfYear = decimal.New(365, 0)
	inDays     = ghg.MustRateUnit("day")
)

// name is the category, or that it is livestock.
func (a Animals) name() words.Term {
	if a.What == (words.Term{}) {
		return livestock
	}
	return a.What
}

// year tells the days of a year.
func year(w *estimate.Worksheet, equation string) decimal.Decimal {
	return w.Number("Days", daysOf, "day", equation, daysOfYear)
}

// on tells the average population N, and Days where it takes them.
func (a Animals) on(w *estimate.Worksheet, days func() decimal.Decimal) decimal.Decimal {
	if a.Produced.IsUnset() && a.Alive.IsUnset() {
		return w.Quantity("N", headOf, a.Head, ghg.Head, a.Source)
	}
	if !a.Head.IsUnset() {
		w.Refuse("N", a.Head.String(), "animals on average over the year, or those raised in it with their days, one of them, are accepted")
		return decimal.Zero
	}
	raised := w.Quantity("Produced", producedOf, a.Produced, ghg.Head, a.Source)
	alive := w.Parameter("Alive", aliveOf, a.Alive, inDays)
	if alive.GreaterThan(daysOfYear) {
		w.Refuse("Alive", a.Alive.Rate.String(), "at most 365 days are accepted: longer lives are counted on average over the year")
	}
	return w.Computed("N", headOf, "head", "Alive × Produced / Days", estimate.Rounded, w.Quotient(alive.Mul(raised), days()))
}

// Enteric is CH4 of the digestion of one category of animals (V4 equation 10.19).
type Enteric struct {
	Animals
	Factor estimate.Parameter // 68 kg CH4/head/yr
}

var (
	entericTitle = words.Term{En: "enteric fermentation of %s", Ko: "%s 장내발효"}
	entericEF    = words.Term{En: "emission factor of a head", Ko: "두당 배출계수"}
	perHeadYear  = ghg.MustRateUnit("kg CH4/head/yr")
)

// Title is what is estimated.
func (e Enteric) Title() words.Term { return entericTitle.With(e.name()) }

// Equation is that of the IPCC.
func (e Enteric) Equation() string { return "IPCC 2006 V4 Ch10, eq. 10.1 and 10.19" }

// Work tells the terms and what is emitted.
func (e Enteric) Work(w *estimate.Worksheet) {
	n := e.on(w, func() decimal.Decimal { return year(w, "eq. 10.1") })
	ef := w.Parameter("EF", entericEF, e.Factor, perHeadYear)
	w.Emits("CH4", methaneOf, ghg.CH4NonFossil, ghg.Kilogram, "N × EF", estimate.Exactly, n.Mul(ef))
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
