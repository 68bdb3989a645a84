package strategy

import (
	"cmp"
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// yearWords are the labels of the derivation of a year.
var yearWords = struct {
	title, emits, counted, first, last, block, top, bottom, joint, reduction, baseline words.Term
	alone, sourceAlone, overlap, left, part, from, to, action                          words.Term
}{
	title:       words.Term{En: "emissions of %s in %d with the plan %s, %s reductions", Ko: "%s %d년 배출량, 계획 %s 반영, %s 감축량 기준"},
	emits:       words.Term{En: "baseline emissions of the source", Ko: "배출원별 배출전망치"},
	counted:     words.Term{En: "what the source is reckoned with: 1 t where it emits nothing", Ko: "배출원별 계산 기준(배출량이 0이면 1톤)"},
	first:       words.Term{En: "number of the first that acts on it", Ko: "첫 효과 번호"},
	last:        words.Term{En: "number of the last", Ko: "끝 효과 번호"},
	block:       words.Term{En: "what those that act as one cut of the source", Ko: "배출원 대비 감축률"},
	top:         words.Term{En: "what those that act as one cut of the source, over D", Ko: "배출원 대비 감축률의 분자"},
	bottom:      jointWords.common,
	joint:       words.Term{En: "joint effect on all sources", Ko: "전체 결합 감축량"},
	reduction:   words.Term{En: "joint effect on the source", Ko: "배출원별 결합 감축량"},
	baseline:    words.Term{En: "baseline emissions", Ko: "배출전망치"},
	alone:       words.Term{En: "what the effects count, added up", Ko: "개별 감축량의 합"},
	sourceAlone: words.Term{En: "what the effects on the source count, added up", Ko: "배출원별 개별 감축량의 합"},
	overlap:     words.Term{En: "overlap", Ko: "중복 감축량"},
	left:        jointWords.left,
	part:        words.Term{En: "part of the joint effect on a source: %s", Ko: "배출원별 배분 감축량: %s"},
	from:        words.Term{En: "number of its first part", Ko: "첫 배분 번호"},
	to:          words.Term{En: "number of its last part", Ko: "끝 배분 번호"},
	action:      words.Term{En: "part of the action", Ko: "과제별 감축량"},
}

// Explain is the year as a derivation: the joint effect on all sources, rounded once, on
// each of them, and what each action has of it. The parts on a source come from the
// derivation of that source ([SourceEffect.Explain]).
func (y YearEffect) Explain() derivation.Derivation {
	if y.e == nil {
		return derivation.Derivation{}
	}
	w := &yearSheet{y: y, unit: y.e.p.Metric().Unit()}
	emits := "E"
	w.sources(&emits)
	formula, sum := "0", "0"
	if w.blocks(); w.block != "" {
		formula = emits + "[s] × (1 - prod(b = first[s]..last[s]: 1 - " + w.block + "))"
		sum = emits + "[s] × sum(b = first[s]..last[s]: " + w.block + ")"
	}
	b := y.e.b.def
	var reductions, alone []derivation.Value
	for s := range y.BySource() {
		reductions, alone = append(reductions, tonnes(s.Reduction)), append(alone, tonnes(s.Alone))
	}
	total := "0"
	if len(b.cells) > 0 {
		total = "sum(s: E[s])"
	}
	if !w.rest.IsZero() || y.restKnown() {
		w.Given("R", restTerm, w.unit, b.Source, derivation.Number(w.rest))
		total += " + R"
	}
	w.Computed("B", yearWords.baseline, w.unit, total, exactly, tonnes(y.Baseline()))
	if len(b.cells) == 0 {
		w.Computed("X", yearWords.left, w.unit, "B", exactly, tonnes(y.Emissions()))
		return w.Made(w.title(), derived)
	}
	w.Computed("S", yearWords.alone, w.unit, "sum(s: "+sum+")", derivation.ToPlaces(heldPlaces), tonnes(y.Alone()))
	w.Computed("a", yearWords.sourceAlone, w.unit, sum, derivation.ClosingTo("S", heldPlaces), alone...).Index = "s"
	w.Computed("J", yearWords.joint, w.unit, "sum(s: "+formula+")", derivation.ToPlaces(heldPlaces), tonnes(y.Reduction()))
	w.Computed("C", yearWords.reduction, w.unit, formula, derivation.ClosingTo("J", heldPlaces), reductions...).Index = "s"
	w.actions()
	w.Computed("O", yearWords.overlap, w.unit, "S - J", exactly, tonnes(y.Overlap()))
	w.Computed("X", yearWords.left, w.unit, "B - J", exactly, tonnes(y.Emissions()))
	return w.Made(w.title(), derived)
}

var restTerm = words.Term{En: "what no action acts on", Ko: "그 밖의 배출전망치"}

// yearSheet is the worksheet of a year in the making.
type yearSheet struct {
	derivation.Sheet
	y     YearEffect
	unit  string
	rest  decimal.Decimal
	block string                  // the formula of what those that act as one cut
	of    []derivation.Derivation // of each source, where they are few
}

func (w *yearSheet) title() words.Term {
	kind := words.Term{En: w.y.e.kind.String(), Ko: w.y.e.kind.Korean()}
	p := w.y.e.p
	return yearWords.title.With(p.def.Place, w.y.Year(), words.Quote(p.Name()), kind)
}

// restKnown reports whether the baseline states what no source holds.
func (y YearEffect) restKnown() bool {
	_, ok := y.e.b.def.rest[y.Year()]
	return ok
}

// sources adds those of the baseline.
func (w *yearSheet) sources(emits *string) {
	b := w.y.e.b.def
	w.rest = b.rest[w.y.Year()].Tonnes()
	if len(b.cells) == 0 {
		return
	}
	rows := make([]derivation.Row, len(b.cells))
	e, counted := make([]derivation.Value, len(rows)), make([]decimal.Decimal, len(rows))
	onNothing := false
	for c := range b.cells {
		rows[c] = derivation.Row{ID: strconv.Itoa(c + 1), Label: same(b.cells[c].On.String()), Source: cmp.Or(b.Sources[c].Source, b.Source)}
		e[c], counted[c] = tonnes(b.emits[c][w.y.i]), b.emits[c][w.y.i].Tonnes()
		if counted[c].IsZero() {
			counted[c] = full
			onNothing = onNothing || len(w.y.year().sources[c].parts) > 0
		}
	}
	w.Index("s", rows...)
	w.Given("E", yearWords.emits, w.unit, "", e...).Index = "s"
	if onNothing {
		*emits = "W"
		w.Computed("W", yearWords.counted, w.unit, "E[s] + (E[s] = 0)", exactly, derivation.Numbers(counted...)...).Index = "s"
	}
}

// blocks adds what acts on each source, each with the derivation that it comes of.
func (w *yearSheet) blocks() {
	var rows []derivation.Row
	var one, top, bottom []derivation.Value
	end, few := true, w.few()
	w.of = make([]derivation.Derivation, len(w.y.year().sources))
	first, last := make([]decimal.Decimal, len(w.of)), make([]decimal.Decimal, len(w.of))
	for c, cut := range w.y.year().sources {
		first[c] = decimal.NewFromInt(int64(len(rows) + 1))
		if last[c] = decimal.NewFromInt(int64(len(rows))); len(cut.parts) == 0 {
			continue
		}
		if few {
			w.of[c] = w.y.jointSheet(c)
		}
		_, effects, blocks := w.y.together(c)
		for _, b := range blocks {
			label := same(w.y.e.p.def.Actions[effects[b.first].x.action].ID)
			if b.group >= 0 {
				label = groupTerm.With(b.group + 1)
			} else if b.n > 1 {
				label = independentTerm
			}
			rows = append(rows, derivation.Row{ID: strconv.Itoa(len(rows) + 1), Label: label})
			d, ok := ended(b.counts)
			end = end && ok
			one = append(one, from(derivation.Number(d), w.of[c]))
			top = append(top, from(derivation.Number(decimal.NewFromBigInt(b.counts.Num(), 0)), w.of[c]))
			bottom = append(bottom, derivation.Number(decimal.NewFromBigInt(b.counts.Denom(), 0)))
		}
		last[c] = decimal.NewFromInt(int64(len(rows)))
	}
	if len(rows) == 0 {
		return
	}
	w.Given("first", yearWords.first, "", "", derivation.Numbers(first...)...).Index = "s"
	w.Given("last", yearWords.last, "", "", derivation.Numbers(last...)...).Index = "s"
	w.Index("b", rows...)
	if end {
		w.Given("r", yearWords.block, "", "", one...).Index = "b"
		w.block = "r[b]"
		return
	}
	w.Given("N", yearWords.top, "", "", top...).Index = "b"
	w.Given("D", yearWords.bottom, "", "", bottom...).Index = "b"
	w.block = "N[b] / D[b]"
}

// few reports whether the derivations of the sources are made for their IDs.
func (w *yearSheet) few() bool {
	n := 0
	for _, cut := range w.y.year().sources {
		n += len(cut.parts)
	}
	return n <= mostFrom
}

// actions adds what each action has: the sum of its parts.
func (w *yearSheet) actions() {
	p, e := w.y.e.p.def, w.y.e
	type part struct {
		row   derivation.Row
		value derivation.Value
	}
	of := make([][]part, len(p.Actions))
	for c, cut := range w.y.year().sources {
		for n, effect := range cut.parts {
			a := p.effects[effect].action
			of[a] = append(of[a], part{derivation.Row{Label: same(p.Actions[a].ID, e.b.def.cells[c].On.String())},
				from(tonnes(e.co2e(cut.shares[n])), w.of[c])})
		}
	}
	var rows, actions []derivation.Row
	var parts, sums []derivation.Value
	var first, last []decimal.Decimal
	for i, units := range w.y.year().actions {
		if units == nil {
			continue
		}
		actions = append(actions, derivation.Row{ID: strconv.Itoa(len(actions) + 1), Label: same(p.Actions[i].ID)})
		first, sums = append(first, decimal.NewFromInt(int64(len(rows)+1))), append(sums, tonnes(e.co2e(units)))
		for _, x := range of[i] {
			x.row.ID = strconv.Itoa(len(rows) + 1)
			rows, parts = append(rows, x.row), append(parts, x.value)
		}
		last = append(last, decimal.NewFromInt(int64(len(rows))))
	}
	if len(rows) == 0 {
		return
	}
	w.Index("e", rows...)
	by := words.Term{En: e.division.String(), Ko: e.division.Korean()}
	w.Given("A", yearWords.part.With(by), w.unit, "", parts...).Index = "e"
	w.Index("k", actions...)
	w.Given("from", yearWords.from, "", "", derivation.Numbers(first...)...).Index = "k"
	w.Given("to", yearWords.to, "", "", derivation.Numbers(last...)...).Index = "k"
	w.Computed("T", yearWords.action, w.unit, "sum(e = from[k]..to[k]: A[e])", exactly, sums...).Index = "k"
}
