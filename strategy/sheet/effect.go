package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
)

var effectColumns = []ghg.CSVColumn{
	column("action*", "관리번호 과제번호 사업번호 사업코드"), column("kind*", "감축구분 감축량구분 감축종류"),
	column("category*", "배출원 배출원분류 배출부문"), column("scheme", "분류체계"), column("fuel", "연료 에너지원"), column("end_use", "용도 사용처"),
	column("effect", "효과번호"), column("interaction", "상호작용 상호관계"), column("year*", "연도 년도"),
	column("amount", "감축량"), column("unit", "단위"), column("metric", "지구온난화지수 GWP"), column("share", "감축률 감축율"),
	column("source", "출처 문서"), column("confidence", "신뢰도"), column("note", "비고"),
}

// effectKey tells which lines are of one effect.
type effectKey struct {
	action string // ID
	kind   strategy.Kind
	on     strategy.EmissionSource
	label  string
}

// keyOf tells an effect of an action from its others.
func keyOf(action string, e strategy.Effect) effectKey {
	return effectKey{action, e.Kind(), e.On.Folded(), e.Label}
}

// effectLines are the lines of one effect.
type effectLines struct {
	strategy.Effect
	action  string // ID
	kind    strategy.Kind
	first   int         // line, or 0 where the action has the effect already
	given   []int       // the effects of the action that this may be
	lines   map[int]int // by year; 0 where the action has it already
	amounts map[int]ghg.CO2e
	shares  map[int]ghg.Share
}

// ReadEffects reads what actions cut, one line an effect and year, and
// returns new actions with these effects. It reads delimited text as
// [ghg.ReadCSV] does, with the columns of [WriteEffects] in any order and
// under their English or Korean names. The columns action, kind, category and
// year must be there.
//
// In Korean: 관리번호 (action), 감축구분 (kind: 잠재, 예상, 이행, 검증, 주장), 배출원
// (category), 분류체계 (scheme), 연료 (fuel), 용도 (end_use), 효과번호 (effect), 상호작용
// (interaction: 독립, 중복, 상승), 연도 (year), 감축량 (amount), 단위 (unit), 지구온난화지수
// (metric), 감축률 (share), 출처 (source), 신뢰도 (confidence), 비고 (note).
//
//   - Lines of one action, kind and source are one effect. Two effects that
//     agree in these are told apart by any word in the column effect, their Label.
//   - A line has an amount and a unit of mass, which is CO2e, or a share, 30% or
//     0.3, of what the source would emit; one effect has only one of the two.
//     A share needs no metric.
//   - kind and interaction are words as their String method prints them, or
//     Korean ones.
//   - interaction, source, confidence and note need to stand on one line of an
//     effect only, and may not differ.
//
// Effects of one action may come in several files, read one after the other: what
// was expected in one and what was verified in another, or later years of an effect
// that the action has.
//
// A line that cannot be used is a fault, and the next one is read: a year that
// an effect has already, even with the same value and of another file, and an action
// that is not among those given. An action with a line at fault gets none of the
// file's effects.
func ReadEffects(r io.Reader, f Format, actions []strategy.Action) ([]strategy.Action, ghg.Report, error) {
	if f.Scheme.IsZero() {
		return nil, ghg.Report{}, errors.New("reading effects needs the scheme of their categories, such as gpc.Scheme")
	}
	index := map[effectKey]*effectLines{}
	var all []*effectLines
	given := map[effectKey][]int{}
	for _, a := range actions {
		for i, e := range a.Effects {
			if !a.Derives(e) { // what is worked out goes on with its quantities
				given[keyOf(a.ID, e)] = append(given[keyOf(a.ID, e)], i)
			}
		}
	}
	sound, report, err := actionLines(r, &f, effectColumns, actions, func(row csvRow, action *strategy.Action) {
		kind := needWord(row, ghg.FaultField, "kind", kindWords)
		on, known := row.on()
		key := effectKey{action.ID, kind, on.Folded(), row.Text("effect")}
		e := index[key]
		if known = known && kind != 0; e == nil || !known {
			e = &effectLines{Effect: strategy.Effect{On: on, Label: key.label}, action: action.ID, kind: kind, first: row.Line(),
				lines: map[int]int{}, amounts: map[int]ghg.CO2e{}, shares: map[int]ghg.Share{}}
		}
		if known && index[key] == nil {
			e.extend(action, given[key])
			index[key] = e
			all = append(all, e)
		}
		e.read(row)
	})
	if err != nil {
		return nil, report, err
	}
	out := clones(actions)
	for _, e := range all {
		i, ok := sound[e.action]
		if !ok {
			continue
		}
		if len(e.amounts) > 0 {
			var metric ghg.Metric
			for _, c := range e.amounts {
				metric = c.Metric()
			}
			e.Reductions, err = strategy.NewReductions(e.kind, metric, e.amounts)
		} else {
			e.Cuts, err = strategy.NewCuts(e.kind, e.shares)
		}
		if err != nil {
			return nil, report, fmt.Errorf("line %d: %w", e.first, err)
		}
		if len(e.given) == 1 {
			out[i].Effects = slices.Clone(out[i].Effects)
			out[i].Effects[e.given[0]] = e.Effect
			continue
		}
		out[i].Effects = append(out[i].Effects, e.Effect)
	}
	return out, report, nil
}

// extend begins with the effect that the action has, where it is one of those given.
func (e *effectLines) extend(action *strategy.Action, given []int) {
	e.given = given
	if len(given) == 0 {
		return
	}
	e.first, e.Effect = 0, action.Effects[given[0]]
	for _, i := range given {
		for year, c := range action.Effects[i].Reductions.All() {
			e.lines[year], e.amounts[year] = 0, c
		}
		for year, s := range action.Effects[i].Cuts.All() {
			e.lines[year], e.shares[year] = 0, s
		}
	}
}

// read takes a line of the effect.
func (e *effectLines) read(row csvRow) {
	if n := len(e.given); n > 1 {
		row.Refuse(ghg.FaultMismatch, "effect", fmt.Errorf("the action has %d effects of this kind, source and label already: "+
			"which of them goes on is not known", n))
		return
	}
	if i := ghg.CSVWord(row.CSVRow, strategy.FaultInteraction, "interaction", interactionWords); i != 0 && e.Interaction != 0 &&
		i != e.Interaction {
		row.Refuse(ghg.FaultMismatch, "interaction", fmt.Errorf("%s %s: an effect has one", said(e.first), e.Interaction))
	} else if i != 0 {
		e.Interaction = i
	}
	row.agree("source", &e.Source, e.first, "an effect")
	row.agree("confidence", &e.Confidence, e.first, "an effect")
	row.agree("note", &e.Note, e.first, "an effect")
	year := row.needYear()
	if line, taken := e.lines[year]; taken && year != 0 {
		row.Refuse(strategy.FaultRepeated, "year", fmt.Errorf("%s this year of the effect too", has(line)))
	}
	e.lines[year] = row.Line()
	share := row.Share("share")
	switch {
	case row.Text("share") == "":
		e.readAmount(row, year)
	case row.Text("amount") != "" || row.Text("unit") != "":
		row.Refuse(ghg.FaultMismatch, "share", errors.New("a line has an amount and its unit, or a share, not both"))
	case len(e.amounts) > 0:
		row.Refuse(strategy.FaultReductions, "share", fmt.Errorf("the effect has amounts%s: it has amounts or shares, not both",
			from(e.first)))
	case !share.IsUnset() && !row.IsFaulty():
		e.shares[year] = share
	}
}

func (e *effectLines) readAmount(row csvRow, year int) {
	if row.Text("amount") == "" && row.Text("unit") == "" {
		row.Refuse(ghg.FaultMissingField, "amount",
			errors.New("an amount with its unit, or a share, is needed: leave the line out where the year is not quantified"))
		return
	}
	c := row.co2e(row.format.Metric)
	if len(e.shares) > 0 {
		row.Refuse(strategy.FaultReductions, "amount",
			fmt.Errorf("the effect has shares%s: it has amounts or shares, not both", from(e.first)))
	}
	if row.IsFaulty() {
		return
	}
	for _, o := range e.amounts {
		if a, b := o.Metric().ID(), c.Metric().ID(); a != b {
			row.Refuse(strategy.FaultMetric, "metric",
				fmt.Errorf("it is %s here and %s on other lines of the effect: amounts on two metrics do not meet", b, a))
			return
		}
		break // all of them are on one
	}
	e.amounts[year] = c
}

// WriteEffects writes the effects of actions so that [ReadEffects] reads
// the same values: the columns action, kind, category, scheme, fuel, end_use,
// effect, interaction, year, amount, unit, metric, share, source, confidence
// and note, in the form of [WriteActions]. Amounts are in tonnes with every
// digit. Effects without a label that agree in kind and source are numbered from the
// second on, and the number is their label when they are read. Effects that come of a
// quantification are not written: [WriteQuantifications] writes what they are worked out
// of, and [strategy.Action.AsStated] makes figures of them. What would not be read as it is,
// an effect without figures among it, is refused, and nothing is written.
func WriteEffects(w io.Writer, actions []strategy.Action) error {
	if _, err := actionIndex(actions); err != nil {
		return err
	}
	var rows []cells
	for _, a := range actions {
		seen := map[effectKey]int{}
		for n, e := range a.Effects {
			if a.Derives(e) {
				continue
			}
			bad := func(why string) error { return fmt.Errorf("action %.60q, effect %d: %s", a.ID, n+1, why) }
			switch {
			case e.Reductions.IsZero() == e.Cuts.IsZero():
				return bad("it needs reductions or cuts, and not both")
			case !e.Interaction.Valid():
				return bad(e.Interaction.String())
			case (e.On.Category.Scheme == "") != (e.On.Category.Code == "") || e.On.Category.Code == "" && e.On.Folded().EndUse == "":
				return bad("its source needs a category of a scheme, or an end use in words")
			}
			key := keyOf(a.ID, e)
			seen[key]++
			row := cells{
				"action": a.ID, "kind": e.Kind().String(), "category": e.On.Category.Code,
				"scheme": string(e.On.Category.Scheme),
				"fuel":   e.On.Fuel, "end_use": e.On.EndUse, "interaction": wordOrNone(e.Interaction),
				"source": e.Source, "confidence": e.Confidence, "note": e.Note,
				"effect": e.Label,
			}
			if k := seen[key]; k > 1 {
				key.label = strconv.Itoa(k)
				if seen[key]++; e.Label != "" || seen[key] > 1 {
					return bad("another of its effects has this kind, source and label")
				}
				row["effect"] = key.label
			}
			for year, c := range e.Reductions.All() {
				if err := exact.Check(c.Tonnes()); err != nil {
					return bad(err.Error())
				}
				line := row.with("year", yearText(year))
				line["amount"], line["unit"], line["metric"] = c.Tonnes().String(), "tCO2e", c.Metric().String()
				rows = append(rows, line)
			}
			for year, s := range e.Cuts.All() {
				line := row.with("year", yearText(year))
				line["share"] = s.String()
				rows = append(rows, line)
			}
		}
	}
	return writeRows(w, effectColumns, rows, func(io.Reader) (ghg.Report, error) { return ghg.Report{}, nil })
}
