package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

var quantificationColumns = []ghg.CSVColumn{
	column("action*", "관리번호 과제번호 사업번호 사업코드"), column("no*", "정량번호 정량화번호"), column("item*", "항목"),
	column("counts", "모니터링인자 산정인자"), column("unit", "단위"), column("counting", "집계방식"), column("life", "내용연수 내구연수"),
	column("decay", "연간감쇠율 감쇠율"), column("renewed_to", "교체종료연도 교체종료"), column("last", "신규종료연도 신규종료"), column("shape", "곡선 보급곡선"),
	column("unit_id", "감축원단위번호 원단위번호"), column("category", "배출원 배출원분류 배출부문"), column("scheme", "분류체계"),
	column("fuel", "연료 에너지원"), column("end_use", "용도 사용처"), column("interaction", "상호작용 상호관계"),
	column("per_one", "단위당절감량 단위당감축량"), column("per_one_unit", "절감단위 감축단위"), column("metric", "지구온난화지수 GWP"),
	column("factor", "계수 배출계수"), column("factor_year", "계수연도"), column("kept", "유지율 인정비율"), column("reason", "사유 근거"),
	column("by", "검증자 검증기관"), column("source", "출처 문서"),
}

// commonFields are the columns that any line of a quantification may have: they say what
// all of it is.
var commonFields = []string{"action", "no", "item", "counts", "unit", "counting", "life", "decay", "renewed_to"}

// fieldsOf are the other columns that the lines of an item may have, and whether these
// may have years.
func fieldsOf(i item) (fields []string, hasYears bool) {
	on := []string{"category", "scheme", "fuel", "end_use", "interaction", "source"}
	switch {
	case i.isQuantities():
		return append(on, "last", "shape", "unit_id", "factor", "by"), true
	case i.isWithout():
		return []string{"shape"}, true
	case i == itemWhole:
		return []string{"source"}, false
	case i == itemEffect:
		return append(on, "per_one", "per_one_unit", "metric", "factor", "factor_year"), false
	case i == itemPublished:
		return append(on, "unit_id", "per_one", "per_one_unit", "metric", "factor"), false
	}
	return []string{"kept", "reason", "source"}, false
}

// FindingNoQuantities is the code of a line of quantities with nothing under its years,
// such as that of results which are still to come.
const FindingNoQuantities = "no-quantities"

var noQuantities = words.Term{En: "it has no quantity under any year, and is not read", Ko: "어느 연도에도 물량이 없어 읽지 않습니다"}

// quantificationKey tells which lines are of one quantification.
type quantificationKey struct{ action, id string }

// ReadQuantifications reads how what actions do is counted and what one of it changes
// ([strategy.Quantification]), with years as columns, and returns new actions with these
// quantifications. It reads delimited text as [ghg.ReadCSV] does, with the columns of
// [WriteQuantifications] in any order and under their English or Korean names; action, no
// and item must be there. Titles may stand above the header.
//
// In Korean: 관리번호 (action), 정량번호 (no), 항목 (item), 모니터링인자 (counts), 단위 (unit),
// 집계방식 (counting: 연간 신규, 누적 보급, 연간 활동량), 내용연수 (life), 연간감쇠율 (decay),
// 교체종료연도 (renewed_to), 신규종료연도 (last), 곡선 (shape), 감축원단위번호 (unit_id), 배출원 (category),
// 분류체계 (scheme), 연료 (fuel), 용도 (end_use), 상호작용 (interaction), 단위당절감량 (per_one),
// 절감단위 (per_one_unit), 지구온난화지수 (metric), 계수 (factor), 계수연도 (factor_year),
// 유지율 (kept), 사유 (reason), 검증자 (by), 출처 (source), and years as 2024 or 2024년.
//
// Lines of one action and number (no) are one quantification. What a line gives is its item:
//
//   - quantities of a kind, potential (잠재물량), expected (목표물량), implemented
//     (실적물량), verified (검증물량) or claimed (주장물량), a number under each year, in the
//     unit; a blank is unknown, not 0. Where the unit is %, they are shares of a source. A
//     line that has none is a finding. Where shape (곡선) is linear (선형) or step (계단형), the
//     years between those given are filled ([effect.Along]), with a note: a target of 2026 and
//     of 2030 needs no others. last is the year after which nothing is new, and by
//     says who verified. factor names series of the kind's own.
//   - without (사업 없이): what there would be without the project, of all kinds in its years,
//     or of one ("expected without", 목표물량 사업 없이).
//   - unit effect (단위효과): what one changes on a source in a year: per_one and its unit, as
//     -2000 kWh, with a factor by its name and, where it differs by year, factor_year:
//     해당연도, 설치연도 or 2023. An amount of CO2e, as 1.8 tCO2eq, needs no factor; what stands
//     in that column is the name of its use. per_one may be "whole source" (배출원 전체).
//   - persistence (지속률) and the other reasons of [strategy.JudgedAs]: the share that is
//     kept, and in reason what that rests on.
//   - published unit (감축원단위): its number, amount and source, as a document states them;
//     by another unit than the quantities are in, as tCO2eq/kWh beside MWh, it says so.
//   - quantification (정량화): nothing but what all lines may say.
//
// The usual project has two lines, target and result, with the number of a published unit
// of those given and the source that it acts on; then it needs no other line. What a sheet
// states of a unit itself goes before what is given.
//
// counts, unit, counting, life, decay, renewed_to, unit_id and, on lines of quantities, the
// source that the unit acts on need to stand on one line, and may not differ. A life is a
// number of years, "for good" (영구), or what one does at each age: 50%; 100%; 50%; what is
// new in a year needs one. The document of the quantification is that of its first line of
// quantities (or of the item quantification), or else the action's; other lines may have
// another.
//
// Lines may come in several files: what monitoring found joins what was planned.
//
// A line that cannot be used is a fault, and the next one is read; so is what
// [strategy.NewQuantification] refuses. An action with a line at fault gets nothing of the
// file.
func ReadQuantifications(r io.Reader, f Format, actions []strategy.Action, named Named) ([]strategy.Action, ghg.Report, error) {
	if f.Scheme.IsZero() {
		return nil, ghg.Report{}, errors.New("reading quantifications needs the scheme of their categories, such as gpc.Scheme")
	}
	under, table, err := underYears(r, &f, quantificationColumns)
	if err != nil {
		return nil, ghg.Report{}, err
	}
	in := quantificationReader{table: table, named: named, known: map[string]ghg.Factors{}}
	index := map[quantificationKey]*quantificationLines{}
	var all []*quantificationLines
	sound, report, err := actionLines(under, &f, table.columns, actions, func(row csvRow, action *strategy.Action) {
		id := row.ID("no")
		what := needWord(row, ghg.FaultField, "item", itemWords)
		key := quantificationKey{action.ID, id}
		l := index[key]
		if l == nil {
			l = newQuantificationLines(action, id, row.Line())
			if index[key] = l; id != "" {
				all = append(all, l)
			}
		}
		if what != 0 {
			in.read(l, row, what)
		}
		l.isFaulty = l.isFaulty || row.IsFaulty()
	})
	if err != nil {
		return nil, report, err
	}
	report.Findings.AddAll(in.findings)
	for _, l := range all {
		if l.isFaulty {
			continue
		}
		if faults := l.make(named, table); len(faults) > 0 {
			delete(sound, l.action)
			for _, x := range faults {
				report.Faults.Add(x)
			}
		}
	}
	byLine(report.Faults.All)
	out := clones(actions)
	for _, l := range all {
		i, ok := sound[l.action]
		switch {
		case !ok:
		case l.given >= 0:
			out[i].Quantifications = slices.Clone(out[i].Quantifications)
			out[i].Quantifications[l.given] = l.made
		default:
			out[i].Quantifications = append(out[i].Quantifications, l.made)
		}
	}
	return out, report, nil
}

// newQuantificationLines are the lines of a quantification, with what the action has of it
// already.
func newQuantificationLines(action *strategy.Action, id string, first int) *quantificationLines {
	l := &quantificationLines{action: action.ID, given: -1, first: first, said: map[string]saidText{}, taken: map[takenKey]int{}}
	l.ID, l.fallback = id, action.Source
	for i, q := range action.Quantifications {
		if q.ID() == id {
			l.given = i
			l.extend(q.Definition())
		}
	}
	return l
}

// agree takes what the lines of a quantification must agree in, as a text, and reports
// whether it is said first here.
func (l *quantificationLines) agree(row csvRow, column, text string) bool {
	before, found := l.said[column]
	switch {
	case text == "" || found && before.text == text:
	case !found:
		l.said[column] = saidText{text, row.Line()}
		return true
	default:
		row.Refuse(ghg.FaultMismatch, column, fmt.Errorf("%s %.60q: a quantification has one", said(before.line), before.text))
	}
	return false
}
