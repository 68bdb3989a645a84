package waste

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Landfill is the methane that waste in a landfill, or in all of a city's, emits in a year,
// by first-order decay.
type Landfill struct {
	Site    words.Term // its name, or none
	Edition estimate.Edition
	Timing  Timing
	Ratio   MethaneRatio
	Streams []Stream
	F       estimate.Parameter // share of CH4 in the gas, by volume: 0.5
	OX      estimate.Parameter // share oxidised in the cover: 0.1 where it is covered, else 0
	// Recovered is what was recovered in each year; the zero Years where nothing ever was.
	// A year that the series lacks is refused.
	Recovered ghg.Years[Recovery]
	Excess    Excess
	Opened    int // year in which the first waste came, or 0 where it is not known
	Year      int
}

// Stream is one kind of waste with one k. Where DOC or MCF changed in a year, the deposits
// before and after are two streams.
type Stream struct {
	Material
	K estimate.Parameter // 0.185 1/yr
	// Deposits are the wet waste of each year: every year from the first, 0 where there was
	// none, to the last that counts.
	Deposits ghg.Years[ghg.Quantity]
	Ended    int // last year with deposits, where none follow; 0 while they go on
}

var (
	landfillTitle = words.Term{En: "methane of landfills", Ko: "폐기물 매립 메탄"}
	siteTitle     = words.Term{En: "methane of landfills, %s", Ko: "%s 폐기물 매립 메탄"}
	generatedOf   = words.Term{En: "CH4 generated", Ko: "메탄 발생량"}
	allGenerated  = words.Term{En: "CH4 generated, all streams", Ko: "메탄 발생량 합계"}
	taken         = words.Term{En: "CH4 generated, by the rule of K-ETS", Ko: "메탄 발생량(배출권거래제 규칙)"}
	mostRecovered = words.Term{En: "largest share that counts as recovered", Ko: "인정되는 최대 회수율"}
	flaredOf      = words.Term{En: "CH4 flared", Ko: "소각(플레어) 메탄"}
	usedOf        = words.Term{En: "CH4 used for energy", Ko: "에너지로 이용한 메탄"}
	recoveredOf   = words.Term{En: "CH4 recovered", Ko: "메탄 회수량"}
	emitted       = words.Term{En: "CH4 emitted", Ko: "메탄 배출량"}
	co2PerCH4     = words.Term{En: "CO2 of CH4 that is burnt", Ko: "메탄 연소 CO2 환산비"}
	flaredCO2     = words.Term{En: "CO2 of the flare, biogenic: a memo item", Ko: "플레어 CO2(생물기원, 별도 보고)"}
	storedOf      = words.Term{En: "carbon stored for long, of the year's deposits", Ko: "당해 매립분의 장기 저장 탄소"}
)

const noneRecovered = "none is stated; 0 is the default (V5 Ch3, 3.2.3)"

// Title is what is estimated.
func (l Landfill) Title() words.Term {
	if l.Site == (words.Term{}) {
		return landfillTitle
	}
	return siteTitle.With(l.Site)
}

// Equation is that of the edition, or of the GPC with its timing.
func (l Landfill) Equation() string {
	if l.Timing == DepositYear || l.Timing == EarlierDeposits {
		return "GPC 1.1, eq. 8.2"
	}
	return l.Edition.String() + " V5 Ch3, eq. 3.1"
}

// Work tells the terms, the decay of each stream and what is emitted.
func (l Landfill) Work(w *estimate.Worksheet) {
	d := l.decay(w)
	if w.Failed() {
		return
	}
	var sum decimal.Decimal
	var parts []string
	for i := range d.streams {
		s := &d.streams[i]
		n := d.generated(s, l.Year)
		if w.Explaining() {
			formula := d.explain(s) // the carbon that decomposed, as a step
			w.Computed("CH4"+s.suffix+"_generated", labelled(w, generatedOf, s.name(), s.suffix), "t CH4", formula, estimate.Rounded, n)
			parts = append(parts, "CH4"+s.suffix+"_generated")
		}
		sum = sum.Add(n)
	}
	symbol := strings.Join(parts, "")
	if len(d.streams) > 1 {
		symbol = "Generated"
		w.Computed(symbol, allGenerated, "t CH4", strings.Join(parts, " + "), estimate.Exactly, sum)
	}
	d.explainStored()
	l.emit(w, symbol, sum, d.ox)
	d.remarks()
}

// emit tells recovery and emission of a year, in t CH4.
func (l Landfill) emit(w *estimate.Worksheet, symbol string, generated, ox decimal.Decimal) (r recovery, n decimal.Decimal) {
	r = l.recovered(w)
	if !r.known {
		return r, n
	}
	formula := "(" + symbol + " - R) × (1 - OX)"
	switch more := r.all.GreaterThan(generated); {
	case l.Excess == KETSRecovery:
		limit := w.Number("Limit", mostRecovered, "", "guideline of the Korean trading scheme", ketsLimit)
		least := w.Quotient(r.all, limit)
		if least.GreaterThan(generated) {
			w.Remark(ketsApplied(r.all, generated, least))
		}
		generated = w.Computed("Taken", taken, "t CH4", "max("+symbol+"; R / Limit)", estimate.Rounded, decimal.Max(generated, least))
		formula = "(Taken - R) × (1 - OX)"
	case more && l.Excess == ClampExcess:
		w.Remark(clamped(r.all, generated))
		generated, formula = r.all, "max(0; "+formula+")"
	case more:
		w.Refuse("R["+strconv.Itoa(l.Year)+"]", r.all.String()+" t CH4", fmt.Sprintf("no more than the %s t CH4 that are generated is accepted: "+
			"deposits, k or the meter are wrong; what else is to be done is named in Excess (waste.ClampExcess, waste.KETSRecovery)",
			shown(generated)))
		return r, n
	}
	l.flare(w, r.flared)
	n = generated.Sub(r.all).Mul(one.Sub(ox)).Round(estimate.Places)
	w.Emits("CH4", emitted, ghg.CH4NonFossil, ghg.Tonne, formula, estimate.Rounded, n)
	return r, n
}

// recovery is what was recovered in a year, in t CH4.
type recovery struct {
	flared, all decimal.Decimal
	status      ghg.Status
	known       bool
}

// recovered tells what was recovered in the year.
func (l Landfill) recovered(w *estimate.Worksheet) (r recovery) {
	if l.Recovered.IsZero() {
		r.all = w.Number("R", recoveredOf, "t CH4", noneRecovered, decimal.Zero)
		r.known = true
		return r
	}
	at := "R[" + strconv.Itoa(l.Year) + "]"
	of, err := l.Recovered.Need(l.Year)
	if err != nil {
		w.RefuseError(at, "", err)
		return r
	}
	if of.Value.Flared.isUnset() && of.Value.Used.isUnset() {
		w.Refuse(at, "", "what was flared or used for energy is accepted: 0 t where it was none")
		return r
	}
	var parts []string
	add := func(symbol string, what words.Term, g LandfillGas) (n decimal.Decimal) {
		if g.isUnset() {
			return n
		}
		g.Source = cmp.Or(g.Source, of.Source)
		parts = append(parts, symbol)
		return g.mass(w, symbol, what)
	}
	r.flared = add("Flared", flaredOf, of.Value.Flared)
	used := add("Used", usedOf, of.Value.Used)
	if used.IsPositive() {
		w.Remark(usedForEnergy(used))
	}
	r.all = w.Computed("R", recoveredOf, "t CH4", strings.Join(parts, " + "), estimate.Exactly, r.flared.Add(used))
	r.status, r.known = of.Status, true
	return r
}

// flare tells the CO2 of what was flared, a memo.
func (l Landfill) flare(w *estimate.Worksheet, flared decimal.Decimal) {
	if !flared.IsPositive() {
		return
	}
	k := w.Number("CO2_per_CH4", co2PerCH4, "t CO2/t CH4", "44/16", decimal.New(275, -2))
	w.Emits("CO2b", flaredCO2, ghg.CO2Biogenic, ghg.Tonne, "Flared × CO2_per_CH4", estimate.Rounded, flared.Mul(k).Round(estimate.Places))
}

var (
	one       = decimal.New(1, 0)
	twelve    = decimal.New(12, 0)
	ketsLimit = decimal.New(75, -2)
)
