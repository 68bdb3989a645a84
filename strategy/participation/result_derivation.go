package participation

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// tonnePlaces is to how many decimal places of a tonne what an effect cuts is held.
const tonnePlaces = 12

// resultWords are the labels of the derivations of this package.
var resultWords = struct {
	title, eligible, adoption, baseline, saves, persistence, overlap, doIt, would, gross, additional, net, potential, ofAction, share, none,
	breakEven, claimed, varies, solved, most, reachable, yes, no words.Term
}{
	title:       words.Term{En: "programme %s in %d: net reduction as a share of the potential", Ko: "실천 프로그램 %s, %d년 잠재량 대비 순감축량"},
	eligible:    words.Term{En: "those who may take part", Ko: "참여 대상 수"},
	adoption:    words.Term{En: "share that takes part", Ko: "참여율"},
	baseline:    words.Term{En: "share that would without the programme", Ko: "기준 참여율"},
	saves:       words.Term{En: "what one saves", Ko: "단위당 감축량"},
	persistence: words.Term{En: "persistence", Ko: "지속률"},
	overlap:     words.Term{En: "share left after overlap", Ko: "중복 제외 비율"},
	doIt:        words.Term{En: "those who take part", Ko: "참여 수"},
	would:       words.Term{En: "those who would without the programme", Ko: "사업이 없을 때 참여 수"},
	gross:       words.Term{En: "gross", Ko: "총감축량"},
	additional:  words.Term{En: "additional", Ko: "추가 감축량"},
	net:         words.Term{En: "net", Ko: "순감축량"},
	potential:   words.Term{En: "potential", Ko: "잠재 감축량"},
	ofAction:    words.Term{En: "%s of the action", Ko: "실천행동별 %s"},
	share:       words.Term{En: "net as a share of the potential", Ko: "잠재량 대비 순감축량"},
	none:        words.Term{En: "the potential is 0", Ko: "잠재량 0"},
	breakEven:   words.Term{En: "adoption at which the net of %s in %d is what is claimed", Ko: "%s %d년 순감축량이 주장 감축량과 같아지는 참여율"},
	claimed:     words.Term{En: "reduction that is claimed", Ko: "주장 감축량"},
	varies:      words.Term{En: "1 where the adoption is looked for, 0 where it is as it is", Ko: "참여율을 구하면 1, 그대로 두면 0"},
	solved:      words.Term{En: "adoption that is needed", Ko: "필요 참여율"},
	most:        words.Term{En: "net at an adoption of 100%", Ko: "참여율 100%일 때 순감축량"},
	reachable:   words.Term{En: "whether it can be reached", Ko: "달성 가능 여부"},
	yes:         words.Term{En: "it can be reached", Ko: "달성 가능"},
	no:          words.Term{En: "it cannot be reached: another measure is needed", Ko: "달성 불가: 다른 수단 필요"},
}

// String is the result as one line.
func (r Result) String() string {
	if r.Programme.IsZero() {
		return "no result"
	}
	return fmt.Sprintf("%s: net %s in %d, gross %s, of potential %s",
		r.Programme.def.Name, r.Total.Net, r.Programme.def.Year, r.Total.Gross, r.OfPotential.Percent(2))
}

// actions adds those that are quantified, with their numbers.
func (p *programme) actions(s *derivation.Sheet) {
	var rows []derivation.Row
	var n, a, a0, saves []decimal.Decimal
	unit := ""
	for x, one := range p.quantified() {
		label := words.Term{En: x.ID + ", " + x.Evidence.String(), Ko: x.ID + ", " + x.Evidence.Korean()}
		rows = append(rows, derivation.Row{ID: strconv.Itoa(len(rows) + 1), Label: label, Source: documents(x.Saves[0])})
		n, a, a0 = append(n, decimal.NewFromInt(x.Eligible)), append(a, x.Adoption.Fraction()), append(a0, x.Baseline.Fraction())
		saves, unit = append(saves, one.Tonnes()), one.Metric().Unit()
	}
	s.Index("i", rows...)
	column := func(symbol string, what words.Term, unit string, values []decimal.Decimal) {
		s.Given(symbol, what, unit, "", derivation.Numbers(values...)...).Index = "i"
	}
	column("N", resultWords.eligible, "", n)
	column("a", resultWords.adoption, "", a)
	column("a0", resultWords.baseline, "", a0)
	column("s", resultWords.saves, unit, saves)
	s.Given("p", resultWords.persistence, "", p.Source, derivation.Number(p.Persistence.Fraction()))
	s.Given("o", resultWords.overlap, "", p.Source, derivation.Number(p.Overlap.Fraction()))
}

// Explain is the result as a derivation: who takes part in each action, what the action
// comes to, with the derivation of its quantification behind it, and the sums.
func (r Result) Explain() derivation.Derivation {
	if r.Programme.IsZero() {
		return derivation.Derivation{}
	}
	d, unit := r.Programme.def, r.Total.Net.Metric().Unit()
	var s derivation.Sheet
	d.actions(&s)
	var with, without []decimal.Decimal
	several := false // sources of an action: each is rounded, as the derivations behind it show
	for _, a := range r.Actions {
		several = several || len(a.Action.Saves) > 1
		n := decimal.NewFromInt(a.Action.Eligible)
		with, without = append(with, n.Mul(a.Action.Adoption.Fraction())), append(without, n.Mul(a.Action.Baseline.Fraction()))
	}
	s.Computed("x", resultWords.doIt, "", "N[i] × a[i]", derivation.Rounding{}, derivation.Numbers(with...)...).Index = "i"
	s.Computed("x0", resultWords.would, "", "N[i] × a0[i]", derivation.Rounding{}, derivation.Numbers(without...)...).Index = "i"
	for k, x := range []struct {
		symbol  string
		what    words.Term
		formula string
	}{{"G", resultWords.gross, "x[i] × s[i]"}, {"A", resultWords.additional, "(x[i] - x0[i]) × s[i]"},
		{"C", resultWords.net, "(x[i] - x0[i]) × s[i] × p × o"}, {"M", resultWords.potential, "N[i] × s[i]"}} {
		values := make([]derivation.Value, len(r.Actions))
		for i := range r.Actions {
			values[i] = derivation.Value{Number: r.Actions[i].Total.each()[k].Tonnes(), From: d.behind(&r.Actions[i].Action, k)}
		}
		if what := resultWords.ofAction.With(x.what); several {
			s.Given(x.symbol+"i", what, unit, "", values...).Index = "i"
		} else {
			s.Computed(x.symbol+"i", what, unit, x.formula, derivation.ToPlaces(tonnePlaces), values...).Index = "i"
		}
	}
	for k, x := range []string{"G", "A", "C", "M"} {
		what := []words.Term{resultWords.gross, resultWords.additional, resultWords.net, resultWords.potential}[k]
		s.Computed(x, what, unit, fmt.Sprintf("sum(i: %si[i])", x), derivation.Rounding{}, derivation.Number(r.Total.each()[k].Tonnes()))
	}
	value := derivation.Undefined(resultWords.none)
	if share, ok := r.OfPotential.Value(); ok {
		value = derivation.Number(share)
	}
	s.Computed("R", resultWords.share, "", "C / M", derivation.ToPlaces(ghg.RatioPlaces), value).When = "M ≠ 0"
	return s.Made(resultWords.title.With(words.Quote(d.Name), d.Year), derived)
}

// behind is the ID of the derivation of the quantification that an amount of an action
// comes of, in the order of [Amounts].
func (p *programme) behind(a *CitizenAction, amount int) string {
	n := decimal.NewFromInt(a.Eligible)
	with, without := n.Mul(a.Adoption.Fraction()), n.Mul(a.Baseline.Fraction())
	switch amount {
	case 0:
		without = decimal.Decimal{}
	case 3:
		with, without = n, decimal.Decimal{}
	}
	q, err := p.quantification(a, with, without, amount == 2)
	if err != nil {
		return ""
	}
	return q.Explain(strategy.Potential, p.Year).ID()
}

// documents are those of what is saved and of its factor.
func documents(u strategy.UnitEffect) string {
	if u.Source == "" || u.Source == u.Factors.Source() {
		return u.Factors.Source()
	}
	return u.Source + "; factor " + u.Factors.Source()
}

// Explain is the adoption as a derivation: net is linear in it, so that it follows from the
// claim, exactly, and is rounded once.
func (b BreakEven) Explain() derivation.Derivation {
	if b.adoption == nil {
		return derivation.Derivation{}
	}
	d, unit := b.programme.def, b.claimed.Metric().Unit()
	var s derivation.Sheet
	d.actions(&s)
	var varies []decimal.Decimal
	for x := range d.quantified() {
		v := decimal.Decimal{}
		if b.action == "" || b.action == x.ID {
			v = decimal.New(1, 0)
		}
		varies = append(varies, v)
	}
	s.Given("v", resultWords.varies, "", "", derivation.Numbers(varies...)...).Index = "i"
	s.Given("C", resultWords.claimed, unit, "", derivation.Number(b.claimed.Tonnes()))
	s.Computed("M", resultWords.most, unit, "sum(i: N[i] × (v[i] + (1 - v[i]) × a[i] - a0[i]) × s[i]) × p × o", derivation.Rounding{},
		derivation.Number(b.most.Tonnes()))
	can := b.claimed.Tonnes().Cmp(b.most.Tonnes()) <= 0
	s.Decided("reachable", resultWords.reachable, derivation.Case{Name: "yes", What: resultWords.yes, If: "C ≤ M", Holds: can},
		derivation.Case{Name: "no", What: resultWords.no, Holds: true})
	adoption, _ := b.Adoption().Value()
	s.Computed("b", resultWords.solved, "",
		"(C / (p × o) - sum(i: N[i] × ((1 - v[i]) × a[i] - a0[i]) × s[i])) / sum(i: v[i] × N[i] × s[i])", derivation.ToPlaces(ghg.RatioPlaces),
		derivation.Number(adoption))
	return s.Made(resultWords.breakEven.With(words.Quote(d.Name), d.Year), derived)
}
