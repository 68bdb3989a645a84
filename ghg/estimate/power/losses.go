package power

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Convention says what a rate of losses is a share of.
type Convention uint8

// The conventions. They differ: 4 % is 4.17 % of what is consumed where it is of supply.
const (
	OfSupply      Convention = iota + 1 // of what is fed into the network: Q·l/(1−l)
	OfConsumption                       // of what is taken from it: Q·l
	InFactor                            // no rate: the factor of the consumption end holds them
)

var conventions = [...]words.Term{
	{En: "convention not stated", Ko: "손실률 기준 미기재"}, {En: "of supply", Ko: "공급량 대비"}, {En: "of consumption", Ko: "사용량 대비"},
	{En: "in the factor", Ko: "배출계수에 포함"},
}

// term is the name in both languages.
func (c Convention) term() words.Term { return named(conventions[:], int(c)) }

// String is the name in English: "of supply".
func (c Convention) String() string { return c.term().En }

// Korean is the name in Korean.
func (c Convention) Korean() string { return c.term().Ko }

// Losses are those of the network on what was used of it: scope 3, I.x.3 of the GPC.
type Losses struct {
	Carrier Carrier
	Used    ghg.Quantity
	Source  string
	By      Convention
	Rate    estimate.Parameter // 4 %; none where the factor holds them
	Factor  Factor             // of the generation end; of the consumption end where it holds them
	// Scope2 is the category of the purchase, where the factor holds the losses: they are
	// IE, and point there.
	Scope2 ghg.Category
}

var (
	lossesOf  = words.Term{En: "losses of the network, %s", Ko: "송배전·수송 손실: %s"}
	lossRate  = words.Term{En: "rate of losses", Ko: "손실률"}
	lostOf    = words.Term{En: "%s lost on the way", Ko: "%s 손실량"}
	heldByAll = "the factor of the consumption end holds the losses"
)

// Title is what is lost.
func (l Losses) Title() words.Term { return lossesOf.With(l.Carrier.term()) }

// Equation is the document of the method.
func (l Losses) Equation() string { return "GPC ch. 6, transmission and distribution losses" }

// Work is the equation of the convention.
func (l Losses) Work(w *estimate.Worksheet) {
	if !l.Carrier.valid() {
		w.Refuse("Carrier", "", "electricity, heat, steam or cooling is accepted")
	}
	unit := l.Factor.unit(l.Carrier.unit())
	q := w.Quantity("Q", usedOf.With(l.Carrier.term()), l.Used, unit, l.Source)
	if l.By == InFactor {
		l.included(w)
		return
	}
	switch l.Factor.End {
	case GenerationEnd:
	case ConsumptionEnd:
		w.Refuse("Rate", l.Rate.Rate.String(), "losses counted twice: the factor of the consumption end holds them; power.InFactor is accepted")
	default:
		w.Refuse("Factor.End", "", "power.GenerationEnd, or power.ConsumptionEnd where the factor holds the losses, is accepted")
	}
	rate := w.Fraction("L", lossRate, l.Rate)
	what := lostOf.With(l.Carrier.term())
	var lost decimal.Decimal
	switch l.By {
	case OfSupply:
		rest := decimal.New(1, 0).Sub(rate)
		if rest.IsZero() {
			w.Refuse("Rate", l.Rate.Rate.String(), "below 1 is accepted")
		}
		lost = w.Computed("Lost", what, unit.String(), "Q × L / (1 - L)", estimate.Rounded, w.Quotient(q.Mul(rate), rest))
	case OfConsumption:
		lost = w.Computed("Lost", what, unit.String(), "Q × L", estimate.Exactly, q.Mul(rate))
	default:
		w.Refuse("By", "", "what the rate is a share of is asked: power.OfSupply, power.OfConsumption or power.InFactor is accepted")
	}
	l.Factor.Emits(w, "Lost", lost, unit)
}

// included reports losses that the factor holds.
func (l Losses) included(w *estimate.Worksheet) {
	if !l.Rate.IsUnset() {
		w.Refuse("Rate", l.Rate.Rate.String(), "losses counted twice: the factor holds them, and none is accepted")
	}
	if l.Factor.End != ConsumptionEnd {
		w.Refuse("Factor.End", l.Factor.End.String(), "a factor of the consumption end holds losses: power.ConsumptionEnd is accepted")
	}
	l.Factor.parts(w, "Factor")
	v, err := ghg.IncludedIn(l.Scope2, heldByAll)
	if err != nil || l.Scope2.Code == "" {
		w.Refuse("Scope2", l.Scope2.String(), "the category of the purchase, where the losses are included, is accepted")
		return
	}
	w.Reports(ghg.Gas{}, v)
}

// LossesAndOwnUse is what the two ends of the grid differ by: what the network loses and
// what the plants themselves use. It is no figure of losses until it is split.
type LossesAndOwnUse struct {
	Used                        ghg.Quantity
	Source                      string
	AtGeneration, AtConsumption Factor
	// Lost is the share of the difference that the network loses; where there is none, the
	// losses are not estimated, and the difference stands in the finding.
	Lost estimate.Parameter
}

// FindingOwnUse is the code of the finding that losses are not told from the plants' own use.
const FindingOwnUse = "own-use-in-losses"

var (
	betweenEnds = words.Term{En: "losses of the network between the ends of the grid", Ko: "발전단·소비단 차이의 송배전 손실"}
	difference  = words.Term{En: "losses and the plants' own use, %s", Ko: "손실과 발전소 소내소비, %s"}
	lostShare   = words.Term{En: "share of it that the network loses", Ko: "차이 가운데 송배전 손실 비율"}
	notSplit    = words.Term{
		En: "%s between generation end and consumption end is of losses and of the plants' own use: no figure for losses without a split",
		Ko: "발전단과 소비단의 차이 %s에는 손실과 소내소비가 함께 있음: 나누지 않으면 손실 배출량이 아님"}
)

// Title is what is estimated.
func (l LossesAndOwnUse) Title() words.Term { return betweenEnds }

// Equation is the document of the method.
func (l LossesAndOwnUse) Equation() string {
	return "GIR grid factors: consumption end − generation end"
}

// Work is the equation.
func (l LossesAndOwnUse) Work(w *estimate.Worksheet) {
	if l.AtGeneration.End != GenerationEnd {
		w.Refuse("AtGeneration.End", l.AtGeneration.End.String(), "power.GenerationEnd is accepted")
	}
	if l.AtConsumption.End != ConsumptionEnd {
		w.Refuse("AtConsumption.End", l.AtConsumption.End.String(), "power.ConsumptionEnd is accepted")
	}
	unit := l.AtConsumption.unit(ghg.MegawattHour)
	q := w.Quantity("Q", usedOf.With(Electricity.term()), l.Used, unit, l.Source)
	split := !l.Lost.IsUnset()
	share := decimal.Zero
	if split {
		share = w.Fraction("Lost", lostShare, l.Lost)
	}
	both, missing := shared(w, []string{"AtGeneration", "AtConsumption"}, []Factor{l.AtGeneration, l.AtConsumption})
	for _, x := range both {
		gen, use := x.of[0].factor(w, "EF_gen", unit), x.of[1].factor(w, "EF_use", unit)
		if use.LessThan(gen) {
			w.Refuse("AtConsumption", x.of[1].by.Rate.String(), "a factor of the consumption end is not below that of the generation end")
			continue
		}
		at := x.of[0]
		between := w.Computed("Between_"+at.symbol, difference.With(at.symbol), at.unit(),
			"Q × (EF_use_"+at.symbol+" - EF_gen_"+at.symbol+")", estimate.Exactly, q.Mul(use.Sub(gen)))
		if split {
			at.emits(w, "Between_"+at.symbol+" × Lost", estimate.Exactly, between.Mul(share))
			continue
		}
		v, err := ghg.Keyed(ghg.NE, "losses are not told from the plants' own use")
		if err != nil {
			w.RefuseError("NE", "", err)
			continue
		}
		w.Reports(at.gas, v)
		amount := between.String() + " " + at.shownUnit()
		w.Remark(ghg.Finding{Code: FindingOwnUse, Severity: ghg.Warning, Of: at.symbol, Found: amount}.Said(notSplit, amount))
	}
	w.NotEstimated(missing...)
}
