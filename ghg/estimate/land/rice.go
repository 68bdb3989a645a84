package land

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Rice is CH4 of flooded rice by its days (V4 equations 5.1 to 5.3). All scaling factors are
// stated, 1 where a field is as the factor takes it: continuously flooded, not flooded for less
// than 180 days before, without organic amendments.
type Rice struct {
	Edition estimate.Edition // factors of the two do not mix
	What    words.Term       // "rice, intermittently flooded"
	Area    ghg.Quantity     // harvested in the year
	Source  string
	Days    estimate.Parameter // of cultivation: 130 day
	Daily   estimate.Parameter // EFc, 1.30 kg CH4/ha/day
	Water   estimate.Parameter // SFw, of the water during cultivation
	Before  estimate.Parameter // SFp, of the water before it
	Organic estimate.Parameter // SFo, of organic amendments: 1 where there are none; or

	// Amendments give SFo, (1 + sum of ROA × CFOA)^0.59 (equation 5.3).
	Amendments []Amendment
}

// Amendment is organic matter that paddies take in: straw by its dry weight, all other by its
// fresh one.
type Amendment struct {
	Name   words.Term         // "straw, less than 30 days before"
	Rate   estimate.Parameter // ROA, 5 t/ha
	Factor estimate.Parameter // CFOA, against straw shortly before cultivation: 0.29
}

// SeasonalRice is CH4 of flooded rice by its season, as the Revised Guidelines of 1996 have
// it. It and [Rice] are two editions: no series goes from one to the other but as a
// recalculation.
type SeasonalRice struct {
	What     words.Term
	Area     ghg.Quantity // harvested in the year
	Source   string
	Seasonal estimate.Parameter // of continuously flooded fields: 20 g CH4/m2/yr
	Water    estimate.Parameter // of the water regime: 0.5 where it is intermittent
	Organic  estimate.Parameter // of organic amendments: 1 where there are none
}

var (
	riceTitle    = words.Term{En: "rice", Ko: "벼재배"}
	riceArea     = words.Term{En: "area harvested", Ko: "수확면적"}
	riceDays     = words.Term{En: "days of cultivation", Ko: "재배일수"}
	dailyOf      = words.Term{En: "emission factor of a day, continuously flooded", Ko: "상시담수 일일 배출계수(EFc)"}
	seasonalOf   = words.Term{En: "emission factor of a season, continuously flooded", Ko: "상시담수 작기 배출계수"}
	waterOf      = words.Term{En: "scaling factor of the water during cultivation", Ko: "재배기간 물관리 보정계수(SFw)"}
	beforeOf     = words.Term{En: "scaling factor of the water before cultivation", Ko: "재배 전 물관리 보정계수(SFp)"}
	organicOf    = words.Term{En: "scaling factor of organic amendments", Ko: "유기물 시용 보정계수(SFo)"}
	scaledOf     = words.Term{En: "emission factor, scaled", Ko: "보정 배출계수"}
	amendedOf    = words.Term{En: "organic amendment", Ko: "유기물 시용량(ROA)"}
	amendedBy    = words.Term{En: "factor against straw", Ko: "유기물 환산계수(CFOA)"}
	amendedUnit  = estimate.RateUnitOf("t/ha")
	organicPower = decimal.New(59, -2) // eq. 5.3
	perDay       = estimate.RateUnitOf("kg CH4/ha/day")
	perSeason    = estimate.RateUnitOf("kg CH4/ha/yr")
)

// riceName is what is grown.
func riceName(what words.Term) words.Term {
	if what == (words.Term{}) {
		return riceTitle
	}
	return what
}

// Title is what is grown.
func (r Rice) Title() words.Term { return riceName(r.What) }

// Equation is that of the edition.
func (r Rice) Equation() string { return r.Edition.String() + " V4 Ch5, eq. 5.1 to 5.3" }

// Work tells the terms and what is emitted.
func (r Rice) Work(w *estimate.Worksheet) {
	if !edited(w, r.Edition) {
		return
	}
	area := w.Quantity("A", riceArea, r.Area, ghg.Hectare, r.Source)
	days := w.Parameter("t", riceDays, r.Days, inDays())
	if days.GreaterThan(daysOfYear) {
		w.Refuse("t", r.Days.Rate.String(), "at most 365 days are accepted")
	}
	inEdition(w, "EFc", r.Daily, r.Edition)
	ef := w.Parameter("EFc", dailyOf, r.Daily, perDay())
	sfw := w.Parameter("SFw", waterOf, r.Water, ghg.RateUnit{})
	sfp := w.Parameter("SFp", beforeOf, r.Before, ghg.RateUnit{})
	sfo := r.organic(w)
	ef = w.Computed("EF", scaledOf, perDay().String(), "EFc × SFw × SFp × SFo", estimate.Exactly, ef.Mul(sfw).Mul(sfp).Mul(sfo))
	w.Emits("CH4", methaneOf, ghg.CH4NonFossil, ghg.Kilogram, "EF × t × A", estimate.Exactly, ef.Mul(days).Mul(area))
}

// organic tells SFo.
func (r Rice) organic(w *estimate.Worksheet) decimal.Decimal {
	if len(r.Amendments) == 0 {
		return w.Parameter("SFo", organicOf, r.Organic, ghg.RateUnit{})
	}
	if !r.Organic.IsUnset() || len(r.Amendments) > mostParts {
		w.Refuse("SFo", r.Organic.Rate.String(), "a factor, or at most 40 amendments, one of them, is accepted")
		return decimal.Zero
	}
	sum, formula := one, "1"
	for i := range r.Amendments {
		a, n := &r.Amendments[i], "_"+strconv.Itoa(i+1)
		rate := w.Parameter("ROA"+n, labelled(w, amendedOf, a.Name), a.Rate, amendedUnit())
		sum = sum.Add(rate.Mul(w.As("ha/t").Parameter("CFOA"+n, labelled(w, amendedBy, a.Name), a.Factor, ghg.RateUnit{})))
		formula += " + ROA" + n + " × CFOA" + n
	}
	return power(w, "SFo", organicOf, formula, sum, one, organicPower)
}

// Title is what is grown.
func (r SeasonalRice) Title() words.Term { return riceName(r.What) }

// Equation is that of 1996.
func (r SeasonalRice) Equation() string {
	return "IPCC 1996 Revised Guidelines, Reference Manual, Ch4.3"
}

// Work tells the terms and what is emitted.
func (r SeasonalRice) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", riceArea, r.Area, ghg.Hectare, r.Source)
	ef := w.Parameter("EFc", seasonalOf, r.Seasonal, perSeason())
	sfw := w.Parameter("SFw", waterOf, r.Water, ghg.RateUnit{})
	sfo := w.Parameter("SFo", organicOf, r.Organic, ghg.RateUnit{})
	ef = w.Computed("EF", scaledOf, perSeason().String(), "EFc × SFw × SFo", estimate.Exactly, ef.Mul(sfw).Mul(sfo))
	w.Emits("CH4", methaneOf, ghg.CH4NonFossil, ghg.Kilogram, "EF × A", estimate.Exactly, ef.Mul(area))
}
