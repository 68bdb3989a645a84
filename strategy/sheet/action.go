package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

var actionColumns = []ghg.CSVColumn{
	column("id*", "관리번호 과제번호 사업번호 사업코드"), column("name*", "사업명 과제명 세부사업명 감축사업명"), column("name_ko", "한글명 국문명"),
	column("area*", "부문 분야 영역"), column("lead", "주관부서 담당부서 소관부서 추진부서 주관기관"),
	column("partners", "협조부서 협업부서 관련부서 협력기관 협조기관"), column("proposed_by", "제안기관 제안 제안자 제안주체 제안처"), column("level", "추진수준 추진주체"),
	column("stage", "추진단계 추진상태"), column("purpose", "사업목적 감축적응구분"), column("start", "시작일 착수일"), column("end", "종료일 완료예정일"),
	column("continuous", "계속사업 계속여부"),
	column("target_group", "대상 사업대상 추진대상"), column("legal_basis", "법적근거 근거법령 추진근거"),
	column("requires", "선행사업 선행과제"), column("excludes", "배타사업 배타과제"), column("into", "승계사업 통합사업"),
	column("codes", "분류코드 연계분류"), column("source", "출처 문서"), column("note", "비고"), column("links", "링크 누리집"),
}

// ReadActions reads the actions of a plan, one a line: delimited text as
// [ghg.ReadCSV] reads it, with the columns of [WriteActions], in any order
// and under their English or Korean names. The columns id, name and area must
// be there, and hold something.
//
// In Korean: 관리번호 (id), 사업명 (name), 부문 (area), 주관부서 (lead), 협조부서
// (partners), 제안기관 or 제안 (proposed_by), 추진수준 (level), 추진단계 (stage), 사업목적 (purpose), 시작일 (start), 종료일 (end), 계속사업
// (continuous), 사업대상 (target_group), 법적근거 (legal_basis), 선행사업 (requires), 배타사업
// (excludes), 승계사업 (into), 분류코드 (codes), 출처 (source), 비고 (note), 링크 (links), 한글명
// (name_ko).
//
//   - partners, proposed_by, requires, excludes, into, codes and links are lists,
//     separated by semicolons. A partner that leads too is written "housing office
//     (co-lead)", a key "SDG:7", with the framework before the colon.
//   - a body that proposed the action may have its members in brackets: "Citizens
//     Council (40 members, 2 chairs)", 시민협의회(42명), 시민협의회(위원 40명, 위원장 2명).
//     What is said otherwise is part of the name.
//   - level and stage are words as their String method prints them, or Korean
//     ones; case does not matter.
//   - start and end are days: 2026-03-01 or 2026.3.1.
//   - continuous is true or false, yes or no, O or X.
//
// A line that cannot be used is a fault, and the next one is read. What an
// action says of itself is checked here, with its line; how it stands to
// framework and other actions is for [strategy.NewPortfolio] to say.
func ReadActions(r io.Reader, f Format) ([]strategy.Action, ghg.Report, error) {
	var out []strategy.Action
	lines := map[string]int{}
	report, err := readRows(r, &f, actionColumns, func(row csvRow) {
		a := row.action()
		if line, taken := lines[a.ID]; taken && a.ID != "" {
			row.Refuse(strategy.FaultDuplicateAction, "id", fmt.Errorf("line %d has this ID too", line))
		} else {
			lines[a.ID] = row.Line()
		}
		if len(out) == strategy.MaxActions {
			row.Refuse(strategy.FaultAction, "id", fmt.Errorf("at most %d actions are allowed", strategy.MaxActions))
		}
		if !row.IsFaulty() {
			out = append(out, a)
		}
	})
	return out, report, err
}

func (r csvRow) action() strategy.Action {
	a := strategy.Action{
		ID: r.ID("id"), Name: r.Need("name"), NameKo: r.Text("name_ko"), Area: r.area(), Lead: r.Text("lead"),
		Level:   ghg.CSVWord(r.CSVRow, strategy.FaultStage, "level", levelWords),
		Stage:   ghg.CSVWord(r.CSVRow, strategy.FaultStage, "stage", stageWords),
		Purpose: ghg.CSVWord(r.CSVRow, strategy.FaultStage, "purpose", purposeWords),
		Start:   r.Day("start"), End: r.Day("end"), Continuous: ghg.CSVWord(r.CSVRow, ghg.FaultField, "continuous", yesWords) == 1,
		TargetGroup: r.Text("target_group"), LegalBasis: r.Text("legal_basis"),
		Requires: r.List("requires"), Excludes: r.List("excludes"), Into: r.List("into"), Links: r.List("links"),
		Source: r.Text("source"), Note: r.Text("note"),
	}
	if a.Source == "" {
		a.Source = r.format.Source
	}
	for _, item := range r.List("partners") {
		a.Partners = append(a.Partners, parsePartner(item))
	}
	for _, item := range r.List("proposed_by") {
		a.ProposedBy = append(a.ProposedBy, parseProposer(item))
	}
	var wrong []string
	for _, item := range r.List("codes") {
		k, ok := parseKey(item)
		if !ok {
			wrong = append(wrong, item)
			continue
		}
		a.Codes = append(a.Codes, k)
	}
	if n := len(wrong); n > 0 {
		more := ""
		if n > 1 {
			more = fmt.Sprintf(" and %d more", n-1)
		}
		r.Refuse(strategy.FaultTaxonomy, "codes",
			fmt.Errorf("%.60q%s: write taxonomy and code with a colon between them, as SDG:7", wrong[0], more))
	}
	for _, x := range a.Check().All {
		if x.Code == strategy.FaultRepeated { // an item of a list
			x.Detail = words.Quote(x.Value) + strings.TrimPrefix(x.Detail, "it")
		}
		r.Refuse(x.Code, x.Field, errors.New(x.Detail))
	}
	return a
}

// area is the code of an area, which may be written by its name.
func (r csvRow) area() string {
	text := r.Need("area")
	f := r.format.Framework
	if f.IsZero() || text == "" {
		return text
	}
	if _, ok := f.Area(text); ok {
		return text
	}
	var found []string
	name := words.Fold(text)
	for a := range f.Areas() {
		if name == words.Fold(a.Name) || name != "" && name == words.Fold(a.NameKo) {
			found = append(found, a.Code)
		}
	}
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		r.Refuse(strategy.FaultUnknownArea, "area", fmt.Errorf("no area of %s: allowed are %s", f.ID(), strings.Join(f.AreaCodes(), ", ")))
	default:
		r.Refuse(strategy.FaultUnknownArea, "area", fmt.Errorf("the name of several areas: write one of the codes %s", strings.Join(found, ", ")))
	}
	return ""
}

// parsePartner reads a body, with its role in brackets where it is not support.
func parsePartner(item string) strategy.Partner {
	if body, found := strings.CutSuffix(item, ")"); found {
		if i := strings.LastIndexByte(body, '('); i > 0 {
			if v, ok := roleWords.Find(body[i+1:]); ok {
				return strategy.Partner{Body: strings.TrimSpace(body[:i]), Role: v}
			}
		}
	}
	return strategy.Partner{Body: item}
}

// partnerText is what parsePartner reads.
func partnerText(p strategy.Partner) string {
	if plain := (strategy.Partner{Body: p.Body}); p == plain && parsePartner(p.Body) == plain {
		return p.Body
	}
	return p.Body + " (" + p.Role.String() + ")"
}

func parseKey(item string) (strategy.TaxonomyCode, bool) {
	framework, code, _ := strings.Cut(item, ":")
	k := strategy.TaxonomyCode{Taxonomy: strings.TrimSpace(framework), Code: strings.TrimSpace(code)}
	return k, k.Taxonomy != "" && k.Code != ""
}

// WriteActions writes actions so that [ReadActions] reads the same
// values: UTF-8 with a comma between fields and the columns id, name, name_ko,
// area, lead, partners, proposed_by, level, stage, purpose, start, end, continuous, target_group,
// legal_basis, requires, excludes, into, codes, source, note and links. Effects,
// budget and phases have files of their own; co-benefits have none, and are not
// written.
//
// A text that begins with =, +, - or @ is written with an apostrophe before it,
// as a spreadsheet would take it for a formula; reading takes it off again. An
// action that would not be read as it is, such as one with a semicolon in the
// name of a partner, is refused, and nothing is written.
func WriteActions(w io.Writer, actions []strategy.Action) error {
	var rows []cells
	for _, a := range actions {
		var partners, proposers, codes []string
		for _, p := range a.Partners {
			if parsePartner(partnerText(p)) != p {
				return unwritable(a.ID, "partners", p.Body)
			}
			partners = append(partners, partnerText(p))
		}
		for _, p := range a.ProposedBy {
			if parseProposer(p.String()) != p {
				return unwritable(a.ID, "proposed_by", p.String())
			}
			proposers = append(proposers, p.String())
		}
		for _, k := range a.Codes {
			item := k.Taxonomy + ":" + k.Code
			if again, ok := parseKey(item); !ok || again != k {
				return unwritable(a.ID, "codes", item)
			}
			codes = append(codes, item)
		}
		row := cells{
			"id": a.ID, "name": a.Name, "name_ko": a.NameKo,
			"area": a.Area, "lead": a.Lead,
			"level": wordOrNone(a.Level), "stage": wordOrNone(a.Stage), "purpose": wordOrNone(a.Purpose), "start": dayText(a.Start),
			"end":          dayText(a.End),
			"target_group": a.TargetGroup, "legal_basis": a.LegalBasis, "source": a.Source,
			"note": a.Note,
		}
		if a.Continuous {
			row["continuous"] = "true"
		}
		for _, l := range []struct {
			column string
			items  []string
		}{{"partners", partners}, {"proposed_by", proposers}, {"requires", a.Requires}, {"excludes", a.Excludes}, {"into", a.Into},
			{"codes", codes}, {"links", a.Links}} {
			text := strings.Join(l.items, "; ")
			if !slices.Equal(ghg.SplitList(text), l.items) {
				return unwritable(a.ID, l.column, text)
			}
			row[l.column] = text
		}
		rows = append(rows, row)
	}
	return writeRows(w, actionColumns, rows, func(r io.Reader) (ghg.Report, error) {
		_, report, err := ReadActions(r, Format{})
		return report, err
	})
}
