package industry

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Dust is how the dust that leaves a kiln and does not come back counts: carbonate of it gave
// off CO2 and is in no product.
type Dust uint8

// The ways.
const (
	DustInFactor Dust = iota + 1 // the emission factor holds it, as 0.52 t CO2/t clinker does
	DustReturned                 // all of it goes back to the kiln, or it is not counted, as by tier 1 of lime
	DustByFactor                 // a stated correction, as 1.02
	DustMeasured                 // its mass, by equation 2.5
)

var dustNames = [...]words.Term{
	notStated,
	{En: "dust in the emission factor", Ko: "배출계수에 킬른먼지 포함"},
	{En: "dust returned to the kiln, or not counted", Ko: "킬른먼지 전량 재투입 또는 미반영"},
	{En: "dust by a correction factor", Ko: "킬른먼지 보정계수 적용"},
	{En: "dust measured", Ko: "킬른먼지 실측"},
}

func (d Dust) valid() bool { return d > 0 && int(d) < len(dustNames) }

func (d Dust) term() words.Term {
	if !d.valid() {
		return notStated
	}
	return dustNames[d]
}

// String is the way in English.
func (d Dust) String() string { return d.term().En }

// Korean is the way in Korean.
func (d Dust) Korean() string { return d.term().Ko }

// MarshalText writes the way in English.
func (d Dust) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// KilnDust is the correction for dust, of cement (CKD) or of lime (LKD). Which way it counts is
// always stated; the rest is what that way takes, and nothing else.
type KilnDust struct {
	Counted    Dust
	Correction estimate.Parameter // DustByFactor: CF, from 1 on

	// DustMeasured: the dust that is not returned, the share of it that was carbonate (C_d) and
	// of that what was calcined (F_d).
	Mass                ghg.Quantity
	Source              string
	Carbonate, Calcined estimate.Parameter
	// CO2 of the carbonate (EF_c), 0.43971 t CO2/t carbonate; of clinker alone.
	CO2 estimate.Parameter
}

var (
	correctionOf  = words.Term{En: "correction for kiln dust", Ko: "킬른먼지 보정계수"}
	dustOf        = words.Term{En: "kiln dust that is not returned", Ko: "재투입하지 않은 킬른먼지량"}
	carbonateOf   = words.Term{En: "share of the dust that was carbonate", Ko: "킬른먼지의 원래 탄산염 비율(Cd)"}
	dustCalcined  = words.Term{En: "share of that carbonate that was calcined", Ko: "킬른먼지 탄산염의 소성률(Fd)"}
	dustCarbonate = words.Term{En: "emission factor of the carbonate", Ko: "탄산염 배출계수(EFc)"}
)

// corrects is the CO2 of a product with its dust, in t, and the formula of it, of that without;
// suffix is "_2" of its symbols.
func (k KilnDust) corrects(w *estimate.Worksheet, product, suffix, formula string, mass, ef decimal.Decimal) (string, decimal.Decimal) {
	k.checks(w, suffix)
	n := mass.Mul(ef)
	switch k.Counted {
	case DustByFactor:
		symbol := "CF" + suffix
		cf := w.Parameter(symbol, correctionOf, k.Correction, ghg.RateUnit{})
		if !k.Correction.IsUnset() && cf.LessThan(one) {
			w.Refuse(symbol, k.Correction.Rate.String(), "1 or more, as 1.02, is accepted: dust adds to the CO2")
		}
		return formula + " × " + symbol, n.Mul(cf)
	case DustMeasured:
		dust, of := k.measured(w, product, suffix, formula, n, ef)
		return "(" + formula + " + " + of + ")", n.Add(dust)
	}
	return formula, n
}

// checks refuses a way that is not stated, and terms of another.
func (k KilnDust) checks(w *estimate.Worksheet, suffix string) {
	if !k.Counted.valid() {
		w.Refuse("Dust"+suffix, "", "industry.DustInFactor, industry.DustReturned, industry.DustByFactor or industry.DustMeasured is accepted: "+
			"it moves the CO2 by some percent")
	}
	if k.Counted != DustByFactor && !k.Correction.IsUnset() {
		w.Refuse("CF"+suffix, k.Correction.Rate.String(), "dust counted twice: a correction with industry.DustByFactor alone is accepted")
	}
	if k.Counted != DustMeasured && !k.Mass.IsUnset() {
		w.Refuse("M_d"+suffix, k.Mass.String(), "dust counted twice: its mass with industry.DustMeasured alone is accepted")
	}
}

// measured is the CO2 that the dust gave off, with its formula: equation 2.5 without its last
// division, so that nothing is rounded; of lime the carbonate has the factor of the lime, as
// equation 2.6 says. The correction that it comes to is told.
func (k KilnDust) measured(w *estimate.Worksheet, product, suffix, formula string, without, ef decimal.Decimal) (decimal.Decimal, string) {
	dust := w.As("t dust").Quantity("M_d"+suffix, dustOf, k.Mass, ghg.Tonne.Unit(), k.Source)
	of := product // whose factor it has
	if product == clinkerIs {
		of = "carbonate"
	}
	share := w.As("t "+of+"/t dust").Fraction("C_d"+suffix, carbonateOf, k.Carbonate)
	calcined := w.Fraction("F_d"+suffix, dustCalcined, k.Calcined)
	by, symbol := ef, "EF"+suffix
	if product == clinkerIs {
		symbol = "EF_c" + suffix
		by = w.Parameter(symbol, dustCarbonate, k.CO2, perCarbonate())
	} else if !k.CO2.IsUnset() {
		w.Refuse("EF_c"+suffix, k.CO2.Rate.String(), "none is accepted: the correction of lime has no factor of the carbonate")
	}
	n := dust.Mul(share).Mul(calcined).Mul(by)
	term := "M_d" + suffix + " × C_d" + suffix + " × F_d" + suffix + " × " + symbol
	switch {
	case w.Failed():
	case without.IsZero():
		w.Refuse("M_d"+suffix, k.Mass.String(), "dust of a kiln that makes something is accepted: the product, or its factor, is 0")
	default:
		w.Computed("CF"+suffix, correctionOf, "", "1 + "+term+" / ("+formula+")", estimate.Rounded, one.Add(w.Quotient(n, without)))
	}
	return n, term
}
