package power

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Allocation is how the emissions of a plant are shared between its heat and its power.
type Allocation uint8

// The allocations of the GHG Protocol. They differ by tens of percent, and none is the usual one.
const (
	ByEfficiency    Allocation = iota + 1 // by the fuel that each would take alone: H/e_H and P/e_P
	ByEnergyContent                       // by energy: H and P
	ByWorkPotential                       // by work: H·(1 − T0/T), or the exergy of steam, and P
)

var allocations = [...]words.Term{
	{En: "allocation not stated", Ko: "배분방법 미기재"}, {En: "by efficiency", Ko: "효율법"}, {En: "by energy content", Ko: "에너지법"},
	{En: "by work potential", Ko: "일 잠재력법"},
}

// term is the name in both languages.
func (a Allocation) term() words.Term { return named(allocations[:], int(a)) }

// String is the name in English: "by efficiency".
func (a Allocation) String() string { return a.term().En }

// Korean is the name in Korean.
func (a Allocation) Korean() string { return a.term().Ko }

// Cogeneration is the share of heat or of power in the emissions of a plant that makes both.
// The two shares of one plant add up to its emissions, to the last digit.
type Cogeneration struct {
	Of            Carrier // whose share it is: Electricity, or Heat or Steam
	Total         []ghg.Mass
	Source        string       // of the total: "combustion of city gas, 2023"
	Heat, Power   ghg.Quantity // what the plant delivers
	OutputsSource string
	By            Allocation

	// HeatEfficiency and PowerEfficiency are those of making each alone, ByEfficiency. Fuel
	// is the fuel's net energy, where it is known: efficiencies that do not come to it are a
	// finding.
	HeatEfficiency, PowerEfficiency estimate.Parameter
	Fuel                            ghg.Quantity

	// Surroundings and Supply are the temperatures T0 and T of the heat in kelvins,
	// ByWorkPotential: 288.15 K and 423.15 K. Of steam, Steam is the share of its heat that
	// is work, of steam tables, in their place.
	Surroundings, Supply estimate.Parameter
	Steam                estimate.Parameter
}

// FindingEfficiencies is the code of the finding that assumed efficiencies do not come to
// the fuel of the plant.
const FindingEfficiencies = "efficiencies-do-not-fit"

// mostUnfit is how far, as a share of the fuel, what efficiencies come to may lie from it.
var mostUnfit = decimal.New(5, -2)

var (
	shareOf     = words.Term{En: "share of %s in a plant of heat and power", Ko: "열병합발전의 %s 배분 배출량"}
	delivered   = words.Term{En: "%s delivered", Ko: "%s 공급량"}
	efficiency  = words.Term{En: "efficiency of making %s alone", Ko: "%s 단독 생산 효율"}
	fuelAlone   = words.Term{En: "fuel that %s would take alone", Ko: "%s 단독 생산 시 연료"}
	temperature = words.Term{En: "temperature of %s", Ko: "%s 온도"}
	workShare   = words.Term{En: "share of the heat that is work", Ko: "열 가운데 일로 바꿀 수 있는 비율"}
	workOf      = words.Term{En: "work of the heat", Ko: "열의 일 환산량"}
	ofPlant     = words.Term{En: "%s of the plant", Ko: "발전소의 %s"}
	ofHeat      = words.Term{En: "%s, share of heat", Ko: "%s, 열 배분"}
	ofPower     = words.Term{En: "%s, share of power", Ko: "%s, 전기 배분"}
	theSupply   = words.Term{En: "the heat", Ko: "공급 열"}
	theOutside  = words.Term{En: "the surroundings", Ko: "주변"}
	notFitting  = words.Term{En: "by the efficiencies the plant takes %s of fuel, and it took %s", Ko: "효율로 계산한 연료는 %s, 실제 연료는 %s"}
)

// Title is what is shared.
func (c Cogeneration) Title() words.Term { return shareOf.With(c.Of.term()) }

// Equation is the document of the method.
func (c Cogeneration) Equation() string {
	return "GHG Protocol, allocation of emissions from CHP, v1.0"
}

// Work is the equation of the allocation.
func (c Cogeneration) Work(w *estimate.Worksheet) {
	if c.Of != Electricity && c.Of != Heat && c.Of != Steam {
		w.Refuse("Of", c.Of.String(), "power.Electricity, power.Heat or power.Steam is accepted")
	}
	if len(c.Total) == 0 || len(c.Total) > mostMetered {
		w.Refuse("Total", strconv.Itoa(len(c.Total)), "the masses of the plant's gases are accepted, at least one and at most 100")
	}
	h := w.Quantity("H", delivered.With(Heat.term()), c.Heat, ghg.Gigajoule, c.OutputsSource)
	p := w.Quantity("P", delivered.With(Electricity.term()), c.Power, ghg.Gigajoule, c.OutputsSource)
	heat, power, heatSymbol, powerSymbol := h, p, "H", "P"
	switch c.By {
	case ByEfficiency:
		heat, power = c.alone(w, h, p)
		heatSymbol, powerSymbol = "H_fuel", "P_fuel"
	case ByEnergyContent:
	case ByWorkPotential:
		heat, heatSymbol = c.work(w, h), "W"
	default:
		w.Refuse("By", "", "power.ByEfficiency, power.ByEnergyContent or power.ByWorkPotential is accepted: they differ")
	}
	both := heat.Add(power)
	if !w.Failed() && both.IsZero() {
		w.Refuse("Heat", c.Heat.String(), "a plant that delivers heat or power is accepted")
	}
	for _, m := range c.Total {
		c.share(w, m, heat, both, heatSymbol, heatSymbol+" + "+powerSymbol)
	}
}

// share tells the share in the mass of a gas.
func (c Cogeneration) share(w *estimate.Worksheet, m ghg.Mass, heat, both decimal.Decimal, heatSymbol, bothFormula string) {
	if m.Gas().IsZero() || m.Sign() < 0 {
		w.Refuse("Total", m.String(), "a mass of 0 or more that says its gas is accepted, as in 1000 t CO2")
		return
	}
	symbol, all := symbolOf(m.Gas()), m.In(ghg.Kilogram)
	name, substance := m.Gas().String(), "kg "+estimate.Substance(m.Gas())
	w.Number(symbol+"_all", ofPlant.With(name), substance, c.Source, all)
	formula := symbol + "_all × " + heatSymbol + " / (" + bothFormula + ")"
	ofIt := w.Quotient(all.Mul(heat), both)
	if c.Of != Electricity {
		w.Emits(symbol, ofHeat.With(name), m.Gas(), ghg.Kilogram, formula, estimate.Rounded, ofIt)
		return
	}
	w.Computed(symbol+"_heat", ofHeat.With(name), substance, formula, estimate.Rounded, ofIt)
	w.Emits(symbol, ofPower.With(name), m.Gas(), ghg.Kilogram, symbol+"_all - "+symbol+"_heat", estimate.Exactly, all.Sub(ofIt))
}

// alone is the fuel that heat and power would take each by itself.
func (c Cogeneration) alone(w *estimate.Worksheet, h, p decimal.Decimal) (heat, power decimal.Decimal) {
	of := func(symbol string, carrier Carrier, out decimal.Decimal, by estimate.Parameter) decimal.Decimal {
		e := w.Fraction("e_"+symbol, efficiency.With(carrier.term()), by)
		if e.IsZero() {
			w.Refuse("e_"+symbol, by.Rate.String(), "above 0")
			return decimal.Zero
		}
		return w.Computed(symbol+"_fuel", fuelAlone.With(carrier.term()), "GJ", symbol+" / e_"+symbol, estimate.Rounded, w.Quotient(out, e))
	}
	heat, power = of("H", Heat, h, c.HeatEfficiency), of("P", Electricity, p, c.PowerEfficiency)
	if c.Fuel.IsUnset() {
		return heat, power
	}
	unit := ghg.MustUnit("GJ (net)")
	fuel := w.Quantity("Fuel", words.Term{En: "fuel of the plant", Ko: "발전소 연료 사용량"}, c.Fuel, unit, c.Source)
	if got := heat.Add(power); got.Sub(fuel).Abs().GreaterThan(fuel.Mul(mostUnfit)) {
		found, stated := got.Round(3).String()+" GJ", fuel.String()+" GJ"
		w.Remark(ghg.Finding{Code: FindingEfficiencies, Severity: ghg.Warning, Stated: stated, Found: found}.Said(notFitting, found, stated))
	}
	return heat, power
}

// work is the work that the heat could do.
func (c Cogeneration) work(w *estimate.Worksheet, h decimal.Decimal) decimal.Decimal {
	if !c.Steam.IsUnset() {
		if !c.Surroundings.IsUnset() || !c.Supply.IsUnset() {
			w.Refuse("Steam", c.Steam.Rate.String(), "temperatures and the share of steam tables are alternatives: one of them is accepted")
		}
		share := w.Fraction("X", workShare, c.Steam)
		return w.Computed("W", workOf, "GJ", "H × X", estimate.Exactly, h.Mul(share))
	}
	kelvin := ghg.MustRateUnit("K")
	t0 := w.Parameter("T0", temperature.With(theOutside), c.Surroundings, kelvin)
	t := w.Parameter("T", temperature.With(theSupply), c.Supply, kelvin)
	if w.Failed() {
		return decimal.Zero
	}
	if !t0.IsPositive() || t.LessThan(t0) {
		w.Refuse("Supply", c.Supply.Rate.String(), "a temperature not below that of the surroundings, in kelvins (°C + 273.15), is accepted")
		return decimal.Zero
	}
	return w.Computed("W", workOf, "GJ", "H × (T - T0) / T", estimate.Rounded, w.Quotient(h.Mul(t.Sub(t0)), t))
}

// symbolOf is a symbol of a gas: "CO2b" of CO2(b).
func symbolOf(g ghg.Gas) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, "M"+g.String())
}
