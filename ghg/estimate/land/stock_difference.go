package land

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// GrowingStock is what an inventory of forests found: the volume of stems on a hectare
// (임목축적), 165 m3/ha.
type GrowingStock struct {
	Year   int
	Volume estimate.Parameter
}

// StockDifference is the change of carbon in the biomass of one stand in a year, as CO2, by two
// inventories of its growing stock (V4 equation 2.8). CO2 below 0 is a removal. What was cut
// or burnt between the two is in the second already, and is not taken off again. Both are of
// the same area: forest that became something else is a conversion, and no loss of the rest.
type StockDifference struct {
	What      words.Term // "coniferous forest"
	Area      ghg.Quantity
	Source    string
	From, To  GrowingStock
	Density   estimate.Parameter // D, basic wood density, 0.45 t d.m./m3; none where Expansion has it
	Expansion estimate.Parameter // BEF, a plain number with Density; or BCEF, 0.65 t d.m./m3
	Roots     estimate.Parameter // R
	Carbon    estimate.Parameter // CF
	Ratio     factor.CarbonRatio
}

var (
	stockOf     = words.Term{En: "growing stock of a hectare", Ko: "임목축적"}
	befOf       = words.Term{En: "biomass of the stem, with branches", Ko: "바이오매스 확장계수(BEF)"}
	yearOf      = words.Term{En: "year of the inventory", Ko: "조사연도"}
	perVolumeOf = words.Term{En: "carbon of the volume", Ko: "축적당 탄소량"}
	stockCarbon = words.Term{En: "carbon of the stand", Ko: "탄소축적"}
	yearlyOf    = words.Term{En: "carbon gained in a year", Ko: "연간 탄소 변화"}
	stockUnit   = estimate.RateUnitOf("m3/ha")
)

// Title is what is estimated.
func (s StockDifference) Title() words.Term { return gainTitle.With(namedLand(s.What)) }

// Equation is that of the IPCC.
func (s StockDifference) Equation() string { return "IPCC 2006 V4 Ch2, eq. 2.8" }

// Work tells the terms and what is emitted or removed.
func (s StockDifference) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", areaOf, s.Area, ghg.Hectare, s.Source)
	var formula string
	var dry decimal.Decimal
	if s.Density.IsUnset() {
		formula, dry = "BCEF", w.Parameter("BCEF", expansionOf, s.Expansion, expansionUnit())
	} else {
		density := w.Parameter("D", woodDensity, s.Density, expansionUnit())
		formula, dry = "D × BEF", density.Mul(w.Parameter("BEF", befOf, s.Expansion, ghg.RateUnit{}))
	}
	roots := w.Parameter("R", rootsOf, s.Roots, ghg.RateUnit{})
	cf := w.Parameter("CF", carbonOf, s.Carbon, carbonInDry())
	per := w.Computed("C_V", perVolumeOf, "t C/m3", formula+" × (1 + R) × CF", estimate.Exactly, dry.Mul(one.Add(roots)).Mul(cf))
	if s.From.Year < ghg.FirstYear || s.To.Year > ghg.LastYear || s.From.Year >= s.To.Year {
		w.Refuse("t_2", strconv.Itoa(s.To.Year), "a year of the second inventory behind that of the first is accepted")
	}
	before, from := s.From.on(w, "_1", area, per)
	after, to := s.To.on(w, "_2", area, per)
	change := w.Computed("DC", yearlyOf, "t C", "(C_2 - C_1) / (t_2 - t_1)", estimate.Rounded, w.Quotient(after.Sub(before), to.Sub(from)))
	taken(w, s.Ratio, "DC", change)
}

// on tells the carbon that an inventory found, in t, and its year.
func (g GrowingStock) on(w *estimate.Worksheet, n string, area, per decimal.Decimal) (carbon, year decimal.Decimal) {
	year = w.Number("t"+n, yearOf, "", g.Volume.Source, decimal.New(int64(g.Year), 0))
	v := w.Parameter("V"+n, stockOf, g.Volume, stockUnit())
	return w.Computed("C"+n, stockCarbon, "t C", "A × V"+n+" × C_V", estimate.Exactly, area.Mul(v).Mul(per)), year
}
