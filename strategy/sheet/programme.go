package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
)

var programmeColumns = []ghg.CSVColumn{
	column("year*", "연도 년도"), column("action*", "실천번호 실천수칙번호"), column("name", "실천행동 실천수칙 행동명"), column("name_ko", "한글명 국문명"),
	column("domain", "생활분야 분야"), column("unit*", "참여단위 단위"), column("eligible*", "대상수 대상"), column("adoption*", "참여율 실천율"),
	column("baseline*", "기준참여율 기존참여율"), column("evidence*", "증빙수준 근거수준"), column("category*", "배출원 배출원분류 배출부문"),
	column("scheme", "분류체계"), column("fuel", "연료 에너지원"), column("end_use", "용도 사용처"), column("interaction", "상호작용 상호관계"),
	column("per_one*", "단위당절감량 단위당감축량"), column("per_one_unit*", "절감단위 감축단위"), column("metric", "지구온난화지수 GWP"),
	column("factor", "계수 배출계수"), column("factor_year", "계수연도"),
	column("persistence*", "지속률"), column("overlap*", "중복제외율"), column("by", "검증자 검증기관"),
	column("source", "출처 문서"), column("note", "비고"),
}

var evidenceWords = words.NewSet(participation.Pledge, namesOf(participation.Pledge, participation.Metered),
	koreanNames(participation.Pledge, participation.Metered))

// koreanNames are the values of a closed set by their Korean names, from its first to its last.
func koreanNames[T interface {
	~uint8
	Korean() string
}](first, last T) map[string]T {
	all := map[string]T{}
	for v := first; v <= last; v++ {
		all[v.Korean()] = v
	}
	return all
}

// programmeLines are the lines of a year.
type programmeLines struct {
	participation.Definition
	first                    int // line
	persistence, overlap, by string
	actions                  map[string]*citizenLines
	isFaulty                 bool
}

// citizenLines are the lines of an action of citizens in a year, one a source.
type citizenLines struct {
	at                                           int // in the programme
	first                                        int // line
	unit, eligible, adoption, baseline, evidence string
}

// ReadProgrammes reads a programme of citizens' actions ([participation.Programme]), one
// line an action, year and source on which one who takes part saves, and returns that of
// each year. The definition gives its name and, for lines that name none, its source.
//
// In Korean: 연도 (year), 실천번호 (action), 실천행동 (name), 한글명 (name_ko), 생활분야 (domain),
// 참여단위 (unit: 명, 세대), 대상수 (eligible), 참여율 (adoption), 기준참여율 (baseline), 증빙수준
// (evidence: 서약, 자기보고, 표본조사, 계측), 배출원 (category), 분류체계 (scheme), 연료 (fuel), 용도
// (end_use), 상호작용 (interaction), 단위당절감량 (per_one), 절감단위 (per_one_unit), 지구온난화지수
// (metric), 계수 (factor), 계수연도 (factor_year), 지속률 (persistence), 중복제외율 (overlap), 검증자 (by), 출처 (source),
// 비고 (note).
//
//   - per_one is what one saves in the year: an activity, as 120 kWh, with one of
//     the factors by its name ([Named]) and, where it differs by year, factor_year:
//     해당연도, 설치연도 or 2023; or an amount of CO2e, as 75.1 kgCO2eq. Where it is
//     empty the saving is unknown, and the action is not quantified.
//   - the share that lasts (지속률), the share that is left once double counting is taken
//     off (중복제외율) and who verified (검증자) are of the whole year: one line of it says
//     them, and the others may not differ. The same holds of the lines of one action.
//
// A line that cannot be used is a fault, and the next one is read; a year with one at fault
// is not given, since its programme would be too small. A line whose year is not known may be
// of any of them: then none is given.
func ReadProgrammes(r io.Reader, f Format, named Named, d participation.Definition) ([]participation.Programme, ghg.Report, error) {
	switch {
	case f.Scheme.IsZero():
		return nil, ghg.Report{}, errors.New("reading a programme needs the scheme of its categories, such as gpc.Scheme")
	case d.Year != 0 || len(d.Actions) > 0:
		return nil, ghg.Report{}, fmt.Errorf("programme %.200q has a year or actions already: the file says them", d.Name)
	}
	years, ofNone := map[int]*programmeLines{}, false
	report, err := readRows(r, &f, programmeColumns, func(row csvRow) {
		year := row.needYear()
		if ofNone = ofNone || year == 0; year == 0 {
			return
		}
		p := years[year]
		if p == nil {
			p = &programmeLines{Definition: d, first: row.Line(), actions: map[string]*citizenLines{}}
			p.Year, years[year] = year, p
		}
		p.read(row, named)
		p.isFaulty = p.isFaulty || row.IsFaulty()
	})
	if err != nil || ofNone {
		return nil, report, err
	}
	var out []participation.Programme
	for _, year := range slices.Sorted(maps.Keys(years)) {
		p := years[year]
		if p.isFaulty {
			continue
		}
		made, err := participation.New(p.Definition)
		if err != nil {
			p.refuse(&report.Faults, err)
			continue
		}
		out = append(out, made)
	}
	byLine(report.Faults.All)
	return out, report, nil
}

// refuse puts what does not stand of a programme on its lines.
func (p *programmeLines) refuse(faults *ghg.Faults, err error) {
	var all ghg.Faults
	if !errors.As(err, &all) {
		faults.Add(ghg.Fault{Code: ghg.FaultField, Line: p.line(err.Error()), Field: "year", Value: strconv.Itoa(p.Year), Detail: err.Error()})
	}
	for _, x := range all.All {
		x.Code, x.Line = ghg.FaultField, p.line(x.Of)
		faults.Add(x)
	}
}

// line is that of the action that a fault begins with, or the first of the year.
func (p *programmeLines) line(of string) int {
	for id, c := range p.actions {
		if rest, ok := strings.CutPrefix(of, "action "+words.Quote(id)); ok && !strings.HasPrefix(rest, " ") {
			return c.first
		}
	}
	return p.first
}

// read takes a line of the year.
func (p *programmeLines) read(row csvRow, named Named) {
	const ofYear = "a year's programme has one"
	p.Persistence = agreeShare(row, "persistence", p.Persistence, &p.persistence, p.first, ofYear)
	p.Overlap = agreeShare(row, "overlap", p.Overlap, &p.overlap, p.first, ofYear)
	row.agreeIn("by", row.Text("by"), &p.by, p.first, ofYear)
	p.VerifiedBy = cmp.Or(p.VerifiedBy, p.by)
	id := row.ID("action")
	c := p.actions[id]
	if c == nil {
		c = &citizenLines{at: len(p.Actions), first: row.Line()}
		p.actions[id] = c
		p.Actions = append(p.Actions, participation.CitizenAction{ID: id, Name: row.Text("name"), NameKo: row.Text("name_ko"),
			Domain: row.Text("domain"), Note: row.Text("note")})
	}
	a := &p.Actions[c.at]
	const ofAction = "an action has one a year"
	if e := ghg.CSVWord(row.CSVRow, ghg.FaultField, "evidence", evidenceWords); e != 0 {
		row.agreeIn("evidence", e.String(), &c.evidence, c.first, ofAction)
		a.Evidence = cmp.Or(a.Evidence, e)
	}
	a.Adoption = agreeShare(row, "adoption", a.Adoption, &c.adoption, c.first, ofAction)
	a.Baseline = agreeShare(row, "baseline", a.Baseline, &c.baseline, c.first, ofAction)
	if text := row.Text("unit"); text != "" {
		u, err := ghg.ParseUnit(text)
		if err != nil {
			row.Refuse(ghg.FaultUnit, "unit", err)
		}
		if row.agreeIn("unit", u.String(), &c.unit, c.first, ofAction); a.Unit.IsZero() {
			a.Unit = u
		}
	}
	if n, ok := row.Number("eligible"); ok {
		if !n.IsInteger() || n.BigInt().BitLen() > 62 {
			row.Refuse(ghg.FaultNumber, "eligible", errors.New("write how many there are, as a whole number"))
		} else if row.agreeIn("eligible", n.String(), &c.eligible, c.first, ofAction); a.Eligible == 0 {
			a.Eligible = n.IntPart()
		}
	}
	if row.Text("per_one") != "" && !row.IsFaulty() {
		a.Saves = append(a.Saves, row.saving(named, a))
	}
}

// agreeShare is the share of a column in which lines agree.
func agreeShare(row csvRow, column string, before ghg.Share, kept *string, first int, why string) ghg.Share {
	if row.Text(column) == "" {
		return before
	}
	s := row.Share(column)
	if s.IsUnset() { // a fault of the row: the others are not held against it
		return before
	}
	if row.agreeIn(column, s.String(), kept, first, why); before.IsUnset() {
		return s
	}
	return before
}

// saving is what one who takes part changes on the source of a line.
func (r csvRow) saving(named Named, a *participation.CitizenAction) (u strategy.UnitEffect) {
	on, _ := r.on()
	u = strategy.UnitEffect{On: on, Source: cmp.Or(r.Text("source"), r.format.Source),
		Interaction: ghg.CSVWord(r.CSVRow, strategy.FaultInteraction, "interaction", interactionWords)}
	if !isOfCO2e(r.Need("per_one_unit")) {
		u.Saves, _ = r.Quantity("per_one", "per_one_unit")
		if name := r.Need("factor"); name != "" {
			var err error
			if u.Factors, err = named.Series(name); err != nil {
				r.Refuse(ghg.FaultField, "factor", err)
			}
		}
		u.Of = r.factorYear()
		return u
	}
	amount, _ := r.CO2e("per_one", "per_one_unit", "metric", r.format.Metric)
	if r.IsFaulty() {
		return u
	}
	use := cmp.Or(r.Text("factor"), a.Name, a.NameKo, a.ID)
	made, err := strategy.FixedSaving(on, u.Interaction, use, a.Unit, amount, u.Source)
	if err != nil {
		r.Refuse(ghg.FaultMismatch, "per_one", err)
	}
	return made
}
