package transport

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Factors are what a fuel emits in engines, which may be a blend with a biofuel. A gas without
// a factor is not estimated, and said so.
type Factors struct {
	// CO2 is that of the fossil part; CH4 and N2O are of all that is burnt: 69300 kg CO2/TJ
	// (net), 2.3 kg CO2/L.
	CO2, CH4, N2O estimate.Parameter

	// Biofuel is the share of biofuel: always stated, 0 of a fossil fuel. Between 0 and 1 it
	// says what it is a share of, and CO2 and BiogenicCO2 are per that: a share by volume
	// takes factors per volume.
	Biofuel     estimate.Parameter
	ShareOf     ghg.Dimension // ghg.DimensionVolume, DimensionMass or DimensionEnergy
	BiogenicCO2 estimate.Parameter
}

var (
	biofuelOf   = words.Term{En: "share of biofuel", Ko: "바이오연료 혼합비율"}
	fossilCO2   = words.Term{En: "CO2, fossil", Ko: "CO2(화석)"}
	biogenicCO2 = words.Term{En: "CO2, biogenic: a memo item", Ko: "CO2(생물기원, 별도 보고)"}
	massOf      = words.Term{En: "%s", Ko: "%s"}
	factorOf    = words.Term{En: "emission factor, %s", Ko: "%s 배출계수"}
)

// one is the number 1.
var (
	one      = decimal.New(1, 0)
	thousand = decimal.New(1, 3)
)

// emits tells what is emitted of an amount.
func (f Factors) emits(w *estimate.Worksheet, amount *fuel.Worked) {
	var missing []ghg.Gas
	biofuel := w.Fraction("Biofuel", biofuelOf, f.Biofuel)
	blend := biofuel.IsPositive() && biofuel.LessThan(one)
	if blend {
		f.check(w)
	}
	for _, x := range [...]struct {
		name, of string
		gas      ghg.Gas
		by       estimate.Parameter
		what     words.Term
		share    decimal.Decimal
		times    string
	}{
		{"CO2", "CO2", ghg.CO2, f.CO2, fossilCO2, one.Sub(biofuel), " × (1 - Biofuel)"},
		{"CO2b", "CO2", ghg.CO2Biogenic, f.BiogenicCO2, biogenicCO2, biofuel, " × Biofuel"},
		{"CH4", "CH4", ghg.CH4NonFossil, f.CH4, massOf.With("CH4"), one, ""},
		{"N2O", "N2O", ghg.N2O, f.N2O, massOf.With("N2O"), one, ""},
	} {
		switch {
		case x.share.IsZero():
			continue
		case x.by.IsUnset():
			missing = append(missing, x.gas)
			continue
		case x.share.Equal(one):
			x.times = ""
		}
		symbol, n, ef := amount.ByFactor(x.name, x.of, x.by)
		w.Emits(x.name, x.what, x.gas, ghg.Kilogram, symbol+" × EF_"+x.name+x.times, estimate.Exactly, n.Mul(ef).Mul(x.share))
	}
	w.NotEstimated(missing...)
}

// check refuses a blend whose share and factors are not of one thing.
func (f Factors) check(w *estimate.Worksheet) {
	switch f.ShareOf {
	case ghg.DimensionVolume, ghg.DimensionMass, ghg.DimensionEnergy:
	default:
		w.Refuse("ShareOf", f.ShareOf.String(), "what the share of biofuel is a share of is asked:"+
			" ghg.DimensionVolume, ghg.DimensionMass or ghg.DimensionEnergy is accepted")
		return
	}
	for _, x := range [...]struct {
		field string
		by    estimate.Parameter
	}{{"CO2", f.CO2}, {"BiogenicCO2", f.BiogenicCO2}} {
		if per, ok := x.by.Rate.Unit().Per(); ok && !x.by.IsUnset() && per.Dimension() != f.ShareOf {
			w.Refuse(x.field, x.by.Rate.String(), "a factor per what the biofuel is a share of is accepted:"+
				" a share by volume takes factors per volume")
		}
	}
}

// gases are those that are estimated by distance.
var gases = [...]struct {
	gas    ghg.Gas
	symbol string
}{{ghg.CO2, "CO2"}, {ghg.CH4NonFossil, "CH4"}, {ghg.N2O, "N2O"}}

// part is what one of several emits of a gas, in kg, with the symbol of its factor.
type part struct {
	formula string
	kg      decimal.Decimal
	has     bool // whether there is a factor
}

// emitsAll tells the gases of several: each its own, and their sum. A gas that one of them has
// no factor of is not estimated, for the rest would look like all.
func emitsAll(w *estimate.Worksheet, names []words.Term, each func(i int, gas string) part) {
	var missing []ghg.Gas
	for _, g := range gases {
		var sum decimal.Decimal
		var symbols []string
		parts := make([]part, len(names))
		complete := true
		for i := range names {
			parts[i] = each(i, g.symbol)
			complete = complete && parts[i].has
		}
		switch {
		case !complete:
			missing = append(missing, g.gas)
			continue
		case len(names) == 1:
			w.Emits(g.symbol, massOf.With(g.symbol), g.gas, ghg.Kilogram, parts[0].formula, estimate.Exactly, parts[0].kg)
			continue
		}
		for i, p := range parts {
			symbol := g.symbol + suffix(i, len(names))
			w.Computed(symbol, gasOf.With(g.symbol, names[i]), "kg "+g.symbol, p.formula, estimate.Exactly, p.kg)
			sum, symbols = sum.Add(p.kg), append(symbols, symbol)
		}
		w.Emits(g.symbol, massOf.With(g.symbol), g.gas, ghg.Kilogram, strings.Join(symbols, " + "), estimate.Exactly, sum)
	}
	w.NotEstimated(missing...)
}
