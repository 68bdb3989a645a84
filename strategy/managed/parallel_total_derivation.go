package managed

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// standing is an amount with where it stands.
type standing struct {
	action        string
	on            strategy.EmissionSource
	amount, there ghg.CO2e
	position      Position
	isCouncils    bool
	isManaged     bool // what stands there
	rule          string
}

// parallelWords are the labels of the derivation of a parallel total.
var parallelWords = struct {
	title, amount, there, position, councils, counts, inside, ofCouncil, indirect, outside, citywide, managed, rest words.Term
}{
	title:     words.Term{En: "%s reductions in %d, citywide less managed", Ko: "%s 감축량, %d년, 전체와 관리권한의 차이"},
	amount:    words.Term{En: "what the effect cuts", Ko: "효과별 감축량"},
	there:     words.Term{En: "part of it that stands at the position; the rest is outside", Ko: "구분 안의 감축량(나머지는 비대상)"},
	position:  words.Term{En: "position: 1 inside the trading scheme, 2 indirect, 3 outside", Ko: "구분: 1 배출권거래제 대상, 2 간접, 3 비대상"},
	councils:  words.Term{En: "1 at a site of the council", Ko: "지자체 소유 사업장이면 1"},
	counts:    words.Term{En: "1 where what stands there is managed", Ko: "관리권한 대상이면 1"},
	inside:    words.Term{En: "inside the trading scheme", Ko: "배출권거래제 대상 감축량"},
	ofCouncil: words.Term{En: "of it at sites of the council", Ko: "지자체 소유 사업장 감축량"},
	indirect:  words.Term{En: "indirect", Ko: "배출권거래제 간접 감축량"}, outside: words.Term{En: "outside", Ko: "배출권거래제 비대상 감축량"},
	citywide: words.Term{En: "citywide", Ko: "전체 감축량"}, managed: words.Term{En: "managed", Ko: "관리권한 감축량"},
	rest: words.Term{En: "not managed", Ko: "관리권한 외 감축량"},
}

// Explain is the two totals as a derivation: each amount with where it stands, the sums by
// position, what is managed, and what is not.
func (t ParallelTotal) Explain() derivation.Derivation {
	if t.Citywide.Kind == 0 {
		return derivation.Derivation{}
	}
	var s derivation.Sheet
	unit := t.Citywide.CO2e.Metric().Unit()
	flag := func(is bool) derivation.Value {
		if is {
			return derivation.Number(decimal.New(1, 0))
		}
		return derivation.Number(decimal.Decimal{})
	}
	var rows []derivation.Row
	var amounts, there, positions, councils, counts []derivation.Value
	for i, x := range t.standing {
		label := x.action + ", " + x.on.String()
		rows = append(rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: words.Term{En: label, Ko: label}, Source: x.rule})
		amounts, there = append(amounts, derivation.Number(x.amount.Tonnes())), append(there, derivation.Number(x.there.Tonnes()))
		positions = append(positions, derivation.Number(decimal.NewFromInt(int64(x.position))))
		councils, counts = append(councils, flag(x.isCouncils)), append(counts, flag(x.isManaged))
	}
	of := func(formula string) string {
		if len(rows) == 0 {
			return "0"
		}
		return "sum(i: " + formula + ")"
	}
	sum := func(symbol string, what words.Term, formula string, c ghg.CO2e) {
		s.Computed(symbol, what, unit, formula, derivation.Rounding{}, derivation.Number(c.Tonnes()))
	}
	if len(rows) > 0 {
		s.Index("i", rows...)
		s.Given("c", parallelWords.amount, unit, "", amounts...).Index = "i"
		s.Given("t", parallelWords.there, unit, "", there...).Index = "i"
		s.Given("at", parallelWords.position, "", "", positions...).Index = "i"
		s.Given("own", parallelWords.councils, "", "", councils...).Index = "i"
		s.Given("m", parallelWords.counts, "", "", counts...).Index = "i"
	}
	sum("I", parallelWords.inside, of("(at[i] = 1) × t[i]"), t.Inside)
	sum("S", parallelWords.ofCouncil, of("(at[i] = 1) × own[i] × t[i]"), t.CouncilOwned)
	sum("D", parallelWords.indirect, of("(at[i] = 2) × t[i]"), t.Indirect)
	sum("O", parallelWords.outside, of("c[i] - (at[i] < 3) × t[i]"), t.Outside)
	sum("C", parallelWords.citywide, "I + D + O", t.Citywide.CO2e)
	sum("M", parallelWords.managed, of("c[i] - (1 - m[i]) × t[i]"), t.Managed.CO2e)
	sum("N", parallelWords.rest, "C - M", t.NotManaged())
	kind := words.Term{En: t.Citywide.Kind.String(), Ko: t.Citywide.Kind.Korean()}
	return s.Made(parallelWords.title.With(kind, t.Citywide.Year), derived)
}

// stand keeps where an amount stands.
func (t *ParallelTotal) stand(action string, on strategy.EmissionSource, x placed, amount, there ghg.CO2e, year int) {
	p, owner := x.at(year)
	t.standing = append(t.standing, standing{action, on, amount, there, p, owner == carveout.CouncilOwned, x.counts(year), x.Source})
}
