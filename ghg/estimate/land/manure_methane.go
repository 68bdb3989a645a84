package land

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Solids are the volatile solids of a head: stated, by the energy of its feed (equation 10.24),
// or by its mass (equation 10.22A of the Refinement). One of them.
type Solids struct {
	Stated estimate.Parameter // 2.8 kg VS/head/day; or

	GrossEnergy estimate.Parameter // of the feed, 200 MJ/head/day,
	Digestible  estimate.Parameter // share of it that is digested, DE
	Urinary     estimate.Parameter // share of it in urine, UE: 0.04, added to what is not digested
	Ash         estimate.Parameter // share of ash in the manure; or

	PerMass estimate.Parameter // 8.2 kg VS/1000 kg animal mass/day
	Weight  estimate.Parameter // 350 kg animal mass/head
}

// MethaneSystem is a system as it makes CH4: by its conversion factor, or by a yield.
type MethaneSystem struct {
	System
	MCF   estimate.Parameter // methane conversion factor, with Bo; or
	Yield estimate.Parameter // 13.4 g CH4/kg VS, of the Refinement
}

// ManureMethane is CH4 of the manure of one category of animals: by a factor of the climate
// (V4 equation 10.22, tier 1), or by volatile solids and systems (equation 10.23, or 10.22 of
// the Refinement where the systems have a yield).
type ManureMethane struct {
	Animals
	Factor estimate.Parameter // 9 kg CH4/head/yr ([ManureFactor]); or

	Solids  Solids
	Bo      estimate.Parameter // 0.13 m3 CH4/kg VS; none with yields
	Systems []MethaneSystem    // of all the manure: the shares add up to 1
}

var (
	manureMethaneTitle = words.Term{En: "CH4 of the manure of %s", Ko: "%s 분뇨 메탄"}
	vsOf               = words.Term{En: "volatile solids of a head", Ko: "두당 휘발성 고형물(VS)"}
	geOf               = words.Term{En: "gross energy of the feed", Ko: "총에너지 섭취량(GE)"}
	deOf               = words.Term{En: "share that is digested", Ko: "소화율(DE)"}
	ueOf               = words.Term{En: "share of the energy in urine", Ko: "요 에너지 비율(UE)"}
	ashOf              = words.Term{En: "share of ash in the manure", Ko: "분뇨 회분 비율(ASH)"}
	energyOfDry        = words.Term{En: "energy of dry matter", Ko: "건물의 에너지 함량"}
	vsRateOf           = words.Term{En: "volatile solids of animal mass", Ko: "체중당 휘발성 고형물"}
	weightOfHead       = words.Term{En: "mass of a head", Ko: "두당 체중(TAM)"}
	boOf               = words.Term{En: "CH4 that the manure can make (Bo)", Ko: "최대 메탄생성능(Bo)"}
	densityOf          = words.Term{En: "density of CH4", Ko: "메탄 밀도"}
	mcfOf              = words.Term{En: "methane conversion factor", Ko: "메탄전환계수(MCF)"}
	mcfMean            = words.Term{En: "methane conversion factor, weighted", Ko: "가중 메탄전환계수(MCF)"}
	yieldOf            = words.Term{En: "CH4 of volatile solids", Ko: "휘발성 고형물당 메탄"}
	yieldMean          = words.Term{En: "CH4 of volatile solids, weighted", Ko: "가중 휘발성 고형물당 메탄"}
)

var (
	inThousandOf  = words.Term{En: "kilograms of animals in the unit of the rate", Ko: "산정단위 환산(kg)"}
	solidsPerDay  = estimate.RateUnitOf("kg VS/head/day")
	energyPerDay  = estimate.RateUnitOf("MJ/head/day")
	solidsPerMass = estimate.RateUnitOf("kg VS/1000 kg animal mass/day")
	massPerHead   = estimate.RateUnitOf("kg animal mass/head")
	perSolids     = estimate.RateUnitOf("m3 CH4/kg VS")
	yieldUnit     = estimate.RateUnitOf("kg CH4/kg VS")
	ch4Density    = decimal.New(67, -2)   // kg/m3 at 20 °C and 101.325 kPa, eq. 10.23
	dryEnergy     = decimal.New(1845, -2) // MJ/kg, eq. 10.24
)

// ways are those of the feed and of the mass, by what is stated of them.
func (s Solids) ways() (byFeed, byMass bool) {
	return !s.GrossEnergy.IsUnset() || !s.Digestible.IsUnset() || !s.Urinary.IsUnset() || !s.Ash.IsUnset(),
		!s.PerMass.IsUnset() || !s.Weight.IsUnset()
}

// isUnset reports whether nothing of them is stated.
func (s Solids) isUnset() bool {
	byFeed, byMass := s.ways()
	return s.Stated.IsUnset() && !byFeed && !byMass
}

// on tells VS, in kg a head and day.
func (s Solids) on(w *estimate.Worksheet) decimal.Decimal {
	byFeed, byMass := s.ways()
	switch {
	case byFeed && byMass, !s.Stated.IsUnset() && (byFeed || byMass):
		w.Refuse("VS", s.Stated.Rate.String(), "volatile solids as a number, by the feed or by the mass of a head, one of them, are accepted")
		return decimal.Zero
	case byFeed:
		ge := w.Parameter("GE", geOf, s.GrossEnergy, energyPerDay())
		de := w.Fraction("DE", deOf, s.Digestible)
		ue := w.Fraction("UE", ueOf, s.Urinary)
		ash := w.Fraction("ASH", ashOf, s.Ash)
		per := w.Number("E_dry", energyOfDry, "MJ/kg VS", "eq. 10.24", dryEnergy)
		return w.Computed("VS", vsOf, solidsPerDay().String(), "GE × (1 - DE + UE) × (1 - ASH) / E_dry", estimate.Rounded,
			w.Quotient(ge.Mul(one.Sub(de).Add(ue)).Mul(one.Sub(ash)), per))
	case byMass:
		rate := w.Parameter("VS_rate", vsRateOf, s.PerMass, solidsPerMass())
		mass := w.Parameter("TAM", weightOfHead, s.Weight, massPerHead())
		return w.Computed("VS", vsOf, solidsPerDay().String(), "VS_rate × TAM / "+inThousands(w, ""), estimate.Exactly, rate.Mul(mass).Shift(-3))
	}
	return w.Parameter("VS", vsOf, s.Stated, solidsPerDay())
}

// inThousands tells how many kilograms are in the mass that a rate is for, and its symbol.
func inThousands(w *estimate.Worksheet, n string) string {
	symbol := "Thousand" + n
	w.Number(symbol, inThousandOf, derivation.Per("kg animal mass", "1000 kg animal mass"), "", decimal.New(1, 3))
	return symbol
}

// Title is what is estimated.
func (m ManureMethane) Title() words.Term { return manureMethaneTitle.With(m.name()) }

// yields reports whether the systems state yields.
func (m ManureMethane) yields() bool {
	for _, s := range m.Systems {
		if !s.Yield.IsUnset() {
			return true
		}
	}
	return false
}

// Equation is that of the terms that are stated.
func (m ManureMethane) Equation() string {
	switch {
	case m.yields():
		return "IPCC 2019 Refinement V4 Ch10, eq. 10.22 and 10.22A"
	case len(m.Systems) > 0:
		return "IPCC 2006 V4 Ch10, eq. 10.23 and 10.24"
	}
	return "IPCC 2006 V4 Ch10, eq. 10.22"
}

// Work tells the terms and what is emitted.
func (m ManureMethane) Work(w *estimate.Worksheet) {
	yearly := yearOn(w, "eq. 10.1 and 10.23")
	n := m.on(w, "", yearly)
	var ef decimal.Decimal
	switch {
	case m.Factor.IsUnset():
		ef = m.perHead(w, yearly)
	case len(m.Systems) > 0 || !m.Solids.isUnset() || !m.Bo.IsUnset():
		w.Refuse("EF", m.Factor.Rate.String(), "a factor, or volatile solids with systems, one of them, is accepted")
	default:
		ef = w.Parameter("EF", entericEF, m.Factor, perHeadYear())
	}
	w.Emits("CH4", methaneOf, ghg.CH4NonFossil, ghg.Kilogram, "N × EF", estimate.Exactly, n.Mul(ef))
}

// perHead tells the factor of volatile solids and systems, in kg CH4 a head and year.
func (m ManureMethane) perHead(w *estimate.Worksheet, days func() decimal.Decimal) decimal.Decimal {
	if !countOf(w, "Systems", len(m.Systems)) {
		return decimal.Zero
	}
	byYield := m.yields()
	symbol, mean, unit := "MCF", mcfMean, ""
	if byYield {
		symbol, mean, unit = "Yield", yieldMean, yieldUnit().String()
	}
	var shares, sum decimal.Decimal
	var parts []string
	for i := range m.Systems {
		s := &m.Systems[i]
		n := "_" + strconv.Itoa(i+1)
		share, by := s.share(w, n), decimal.Zero
		switch {
		case byYield && !s.MCF.IsUnset():
			w.Refuse("MCF"+n, s.MCF.Rate.String(), "conversion factors or yields, one of them for all systems, are accepted")
		case byYield:
			by = w.Parameter("Yield"+n, labelled(w, yieldOf, s.Name), s.Yield, yieldUnit())
		default:
			by = w.Fraction("MCF"+n, labelled(w, mcfOf, s.Name), s.MCF)
		}
		shares, sum = shares.Add(share), sum.Add(share.Mul(by))
		if w.Explaining() {
			parts = append(parts, "Share"+n+" × "+symbol+n)
		}
	}
	wholeManure(w, shares)
	sum = w.Computed(symbol, mean, unit, strings.Join(parts, " + "), estimate.Exactly, sum)
	vs := m.Solids.on(w)
	if byYield {
		if !m.Bo.IsUnset() {
			w.Refuse("Bo", m.Bo.Rate.String(), "Bo is part of a yield: none is accepted with it")
		}
		return w.Computed("EF", entericEF, perHeadYear().String(), "VS × Days × Yield", estimate.Exactly, vs.Mul(days()).Mul(sum))
	}
	bo := w.Parameter("Bo", boOf, m.Bo, perSolids())
	density := w.Number("Density", densityOf, "kg CH4/m3 CH4", "eq. 10.23", ch4Density)
	return w.Computed("EF", entericEF, perHeadYear().String(), "VS × Days × Bo × Density × MCF", estimate.Exactly,
		vs.Mul(days()).Mul(bo).Mul(density).Mul(sum))
}
