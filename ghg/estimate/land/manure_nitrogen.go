package land

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Excretion is the nitrogen that a head excretes in a year: stated, or by its mass (V4
// equation 10.30).
type Excretion struct {
	Stated  estimate.Parameter // 60 kg N/head/yr; or
	PerMass estimate.Parameter // 0.47 kg N/1000 kg animal mass/day
	Weight  estimate.Parameter // 350 kg animal mass/head
}

// NitrogenSystem is a system as its nitrogen leaves.
type NitrogenSystem struct {
	System
	N2O         estimate.Parameter // EF3, 0.005 kg N2O-N/kg N
	Volatilised estimate.Parameter // Frac_GasMS, for ManureIndirect
	Leached     estimate.Parameter // Frac_LeachMS, for ManureIndirect
}

// ManureNitrogen is N2O that manure emits where it is kept or treated (V4 equation 10.25). What
// falls on pasture, and what is spread, is of [SoilNitrogen].
type ManureNitrogen struct {
	Animals
	Excretion Excretion
	Systems   []NitrogenSystem
	Pasture   estimate.Parameter // share that falls on pasture, 0 where none does; all shares add up to 1
}

// ManureIndirect is N2O of what volatilises and leaches from the manure of [ManureNitrogen]
// (V4 equations 10.26 to 10.29). By the Guidelines of 2006 leaching is of tier 2: systems that
// state none have none. By the Refinement each system states it, 0 where there is none.
type ManureIndirect struct {
	Edition    estimate.Edition
	Manure     ManureNitrogen
	Deposition estimate.Parameter // EF4, 0.01 kg N2O-N/kg N
	Leaching   estimate.Parameter // EF5, 0.0075 kg N2O-N/kg N; where something leaches
}

var (
	manureNitrogenTitle = words.Term{En: "N2O of the manure of %s", Ko: "%s 분뇨 아산화질소"}
	manureIndirectTitle = words.Term{En: "indirect N2O of the manure of %s", Ko: "%s 분뇨 간접 아산화질소"}
	nexOf               = words.Term{En: "nitrogen that a head excretes", Ko: "두당 질소 배설량(Nex)"}
	nRateOf             = words.Term{En: "nitrogen excreted of animal mass", Ko: "체중당 질소 배설량"}
	pastureOf           = words.Term{En: "share that falls on pasture", Ko: "방목지 배설 비율"}
	excretedOf          = words.Term{En: "nitrogen excreted", Ko: "질소 배설량"}
	n2oEFOf             = words.Term{En: "N2O-N of nitrogen", Ko: "질소당 N2O-N 배출계수"}
	gasFracOf           = words.Term{En: "share of nitrogen that volatilises", Ko: "질소 휘발 비율"}
	leachFracOf         = words.Term{En: "share of nitrogen that leaches", Ko: "질소 용탈 비율"}
	volatilisedOf       = words.Term{En: "nitrogen that volatilises", Ko: "휘발 질소량"}
	leachedOf           = words.Term{En: "nitrogen that leaches", Ko: "용탈 질소량"}
	depositionEFOf      = words.Term{En: "N2O-N of nitrogen that volatilises", Ko: "휘발 질소당 N2O-N 배출계수(EF4)"}
	leachingEFOf        = words.Term{En: "N2O-N of nitrogen that leaches", Ko: "용탈 질소당 N2O-N 배출계수(EF5)"}
	depositionN2O       = words.Term{En: "N2O of nitrogen that volatilises", Ko: "휘발 질소의 N2O 배출량"}
	leachingN2O         = words.Term{En: "N2O of nitrogen that leaches", Ko: "용탈 질소의 N2O 배출량"}
	n2oOf               = words.Term{En: "N2O emitted", Ko: "N2O 배출량"}
)

var (
	nPerHead = estimate.RateUnitOf("kg N/head/yr")
	nPerMass = estimate.RateUnitOf("kg N/1000 kg animal mass/day")
	n2oPerN  = estimate.RateUnitOf("kg N2O-N/kg N")
)

// nOfN is how a factor in N2O-N is told: that is a part of the nitrogen.
const nOfN = "kg N/kg N"

// on tells Nex, in kg N a head and year. Symbols end in n.
func (x Excretion) on(w *estimate.Worksheet, n string, days func() decimal.Decimal) decimal.Decimal {
	if x.PerMass.IsUnset() && x.Weight.IsUnset() {
		return w.Parameter("Nex"+n, nexOf, x.Stated, nPerHead())
	}
	if !x.Stated.IsUnset() {
		w.Refuse("Nex"+n, x.Stated.Rate.String(), "excretion of a head, or of its mass, one of them, is accepted")
		return decimal.Zero
	}
	rate := w.Parameter("N_rate"+n, nRateOf, x.PerMass, nPerMass())
	mass := w.Parameter("TAM"+n, weightOfHead, x.Weight, massPerHead())
	return w.Computed("Nex"+n, nexOf, nPerHead().String(), "N_rate"+n+" × TAM"+n+" / "+inThousands(w, n)+" × Days", estimate.Exactly,
		rate.Mul(mass).Shift(-3).Mul(days()))
}

// excreted tells the nitrogen of all animals, in kg, and refuses shares that are not all of it.
func (m ManureNitrogen) excreted(w *estimate.Worksheet) (all decimal.Decimal, shares []decimal.Decimal) {
	yearly := yearOn(w, "eq. 10.1 and 10.30")
	n := m.on(w, "", yearly)
	nex := m.Excretion.on(w, "", yearly)
	all = w.Computed("N_excreted", excretedOf, "kg N", "N × Nex", estimate.Exactly, n.Mul(nex))
	sum := w.Fraction("Pasture", pastureOf, m.Pasture)
	if len(m.Systems) > mostParts {
		countOf(w, "Systems", len(m.Systems))
		return all, nil
	}
	for i := range m.Systems {
		share := m.Systems[i].share(w, "_"+strconv.Itoa(i+1))
		shares, sum = append(shares, share), sum.Add(share)
	}
	wholeManure(w, sum)
	return all, shares
}

// Title is what is estimated.
func (m ManureNitrogen) Title() words.Term { return manureNitrogenTitle.With(m.name()) }

// Equation is that of the IPCC.
func (m ManureNitrogen) Equation() string { return "IPCC 2006 V4 Ch10, eq. 10.25 and 10.30" }

// Work tells the terms and what is emitted.
func (m ManureNitrogen) Work(w *estimate.Worksheet) {
	all, shares := m.excreted(w)
	var sum decimal.Decimal
	var parts []string
	for i, share := range shares {
		s, n := &m.Systems[i], "_"+strconv.Itoa(i+1)
		ef := w.As(nOfN).Parameter("EF"+n, labelled(w, n2oEFOf, s.Name), s.N2O, n2oPerN())
		sum, parts = sum.Add(share.Mul(ef)), append(parts, "Share"+n+" × EF"+n)
	}
	x := w.N2OOfNitrogen()
	w.Emits("N2O", n2oOf, ghg.N2O, ghg.Kilogram, x.Formula("N_excreted × ("+plus(parts)+")"), x.Rounding, x.Of(all.Mul(sum)))
}

// plus is a sum of parts as a formula, 0 of none.
func plus(parts []string) string {
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, " + ")
}

// Title is what is estimated.
func (m ManureIndirect) Title() words.Term { return manureIndirectTitle.With(m.Manure.name()) }

// Equation is that of the edition.
func (m ManureIndirect) Equation() string { return m.Edition.String() + " V4 Ch10, eq. 10.26 to 10.29" }

// Work tells the terms and what is emitted.
func (m ManureIndirect) Work(w *estimate.Worksheet) {
	if !edited(w, m.Edition) {
		return
	}
	all, shares := m.Manure.excreted(w)
	var gas, leached decimal.Decimal
	var gases, leaches []string
	for i, share := range shares {
		s, n := &m.Manure.Systems[i], "_"+strconv.Itoa(i+1)
		inEdition(w, "Frac_gas"+n, s.Volatilised, m.Edition)
		gas = gas.Add(share.Mul(w.Fraction("Frac_gas"+n, labelled(w, gasFracOf, s.Name), s.Volatilised)))
		gases = append(gases, "Share"+n+" × Frac_gas"+n)
		if s.Leached.IsUnset() && m.Edition == estimate.IPCC2006 {
			continue
		}
		leached = leached.Add(share.Mul(w.Fraction("Frac_leach"+n, labelled(w, leachFracOf, s.Name), s.Leached)))
		leaches = append(leaches, "Share"+n+" × Frac_leach"+n)
	}
	gas = w.Computed("N_volatilised", volatilisedOf, "kg N", "N_excreted × ("+plus(gases)+")", estimate.Exactly, all.Mul(gas))
	leached = w.Computed("N_leached", leachedOf, "kg N", "N_excreted × ("+plus(leaches)+")", estimate.Exactly, all.Mul(leached))
	parts, n2o := indirect(w, w.N2OOfNitrogen(), m.Edition, gas, leached, m.Deposition, m.Leaching)
	w.Emits("N2O", n2oOf, ghg.N2O, ghg.Kilogram, plus(parts), estimate.Exactly, n2o)
}

// indirect tells the N2O of nitrogen that volatilises and leaches, in kg: its steps, and their
// sum. Where nothing does, its factor is not asked.
func indirect(w *estimate.Worksheet, weights estimate.Weights, e estimate.Edition, gas, leached decimal.Decimal,
	deposition, leaching estimate.Parameter,
) (parts []string, sum decimal.Decimal) {
	failed := w.Failed() // what is 0 may be so for that alone
	for _, x := range [...]struct {
		n            decimal.Decimal
		by           estimate.Parameter
		what, result words.Term
		ef, from, to string
	}{
		{gas, deposition, depositionEFOf, depositionN2O, "EF4", "N_volatilised", "N2O_ATD"},
		{leached, leaching, leachingEFOf, leachingN2O, "EF5", "N_leached", "N2O_L"},
	} {
		if x.n.IsZero() && !failed {
			continue
		}
		inEdition(w, x.ef, x.by, e)
		ef := w.As(nOfN).Parameter(x.ef, x.what, x.by, n2oPerN())
		n2o := w.Computed(x.to, x.result, "kg N2O", weights.Formula(x.from+" × "+x.ef), weights.Rounding, weights.Of(x.n.Mul(ef)))
		parts, sum = append(parts, x.to), sum.Add(n2o)
	}
	return parts, sum
}
