package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// text is what is printed of a sheet, in one language.
type text struct {
	strings.Builder
	lang words.Language
}

// say writes a line.
func (t *text) say(en, ko string, a ...any) { fmt.Fprintf(t, words.In(t.lang, en, ko)+"\n", a...) }

// either is what there is in both languages.
func (t *text) either(x interface{ Korean() string }, en string) string {
	return words.In(t.lang, en, x.Korean())
}

// writeText prints a sheet as a table that a person likes to read: whole tonnes
// that add up, remarks gathered by kind.
func writeText(w io.Writer, s sheet, lang words.Language) error {
	t := text{lang: lang}
	if s.id.Place == "" {
		t.say("The file as a whole", "파일 전체")
	} else {
		year := s.id.Period.String()
		if s.id.Period == ghg.CalendarYear(s.id.Period.Year()) {
			year += words.In(lang, "", "년")
		}
		t.say("%s, %s", "%s, %s", s.id.Place, year)
	}
	if len(s.views) > 0 {
		t.table(s)
	}
	t.findings(s.findings)
	if len(s.faults) > 0 {
		t.say("  could not be read:", "  읽지 못한 것:")
		for _, f := range s.faults {
			t.say("    %s", "    %s", t.either(f, f.Error()))
		}
	}
	t.say("", "")
	_, err := io.WriteString(w, t.String())
	return err
}

// nothing stands where no number is reported, which is not 0.
const nothing = "–"

// width is the room that a text takes, in columns: Korean letters take two.
func width(s string) (n int) {
	for _, r := range s {
		n++
		if unicode.Is(unicode.Hangul, r) {
			n++
		}
	}
	return n
}

// left and right are a text in a column, at its left or at its right.
func left(s string, room int) string  { return s + strings.Repeat(" ", max(0, room-width(s))) }
func right(s string, room int) string { return strings.Repeat(" ", max(0, room-width(s))) + s }

// number is a rounded number as the language prints it.
func (t *text) number(x ghg.Shown) string {
	return words.In(t.lang, words.Grouped(x.Number()), x.NumberKo())
}

// tonnes is an amount in whole tonnes, where it stands alone.
func (t *text) tonnes(c ghg.CO2e) string {
	shown, err := ghg.ShowList(ghg.Tonne, 0, c)
	if err != nil {
		return c.Tonnes().Round(0).String()
	}
	return t.number(shown.Total())
}

// room is how wide the first column and the others are.
func (t *text) room(s sheet) (first, each int) {
	first, each = 20, 16
	for _, v := range s.views {
		name := width(t.name(v.view)) + 2
		first, each = max(first, name), max(each, name)
		for _, part := range v.sectors {
			first = max(first, width(t.sector(part))+2)
		}
	}
	return first, each
}

func (t *text) table(s sheet) {
	if s.metric.ID() == "" {
		t.say("  tonnes of CO2e; the records do not state their metric\n", "  단위: 톤CO2e, 지구온난화지수 미상(기록에 없음)\n")
	} else {
		t.say("  tonnes of CO2e, %[2]s\n", "  단위: 톤CO2e, 지구온난화지수 %[1]s\n", s.metric.ID(), s.metric.Title())
	}
	firstColumn, eachColumn := t.room(s)
	withheld, total := words.In(t.lang, "withheld", "보류"), words.In(t.lang, "total", "합계")
	cells := map[[2]string]string{} // by sector and view
	var sectors []string
	t.WriteString("  " + left("", firstColumn))
	for _, v := range s.views {
		name := t.name(v.view)
		t.WriteString(right(name, eachColumn))
		shown, err := ghg.ShowParts(ghg.Tonne, 0, v.sectors...)
		var rounded []string
		for _, p := range shown.Parts() {
			rounded = append(rounded, t.number(p))
		}
		for i, part := range v.sectors {
			sector := t.sector(part)
			if !slices.Contains(sectors, sector) {
				sectors = append(sectors, sector)
			}
			cell := withheld
			if !part.IsReported() {
				cell = nothing
			} else if err == nil {
				cell = rounded[i]
			} else if !part.Withheld() {
				cell = t.tonnes(part.CO2e)
			}
			cells[[2]string{sector, name}] = cell
		}
		cells[[2]string{total, name}] = withheld
		if err == nil {
			cells[[2]string{total, name}] = t.number(shown.Total())
		}
		if !v.total.IsReported() {
			cells[[2]string{total, name}] = nothing
		}
	}
	t.WriteString("\n")
	for _, sector := range append(sectors, total) {
		t.WriteString("  " + left(sector, firstColumn))
		for _, v := range s.views {
			t.WriteString(right(cells[[2]string{sector, t.name(v.view)}], eachColumn))
		}
		t.WriteString("\n")
	}
	t.say("  whole tonnes, rounded so that each column adds up\n", "  톤 단위로 반올림하되 열마다 합계가 맞도록 함\n")
	for i, v := range s.views {
		t.say("  %s%s", "  %s%s", left(t.name(v.view), firstColumn), t.either(v.total.Coverage, v.total.Coverage.String()))
		if gaps := v.total.Coverage.Gaps; i == 0 && len(gaps) > 0 {
			t.say("  %sgaps: %s", "  %s빠진 분류: %s", left("", firstColumn), codes(gaps))
		}
		if memo := v.total.Memo; !memo.IsZero() {
			t.say("  %smemo, in no total: %s t of biogenic CO2", "  %s별도 기재(합계 제외): 생물기원 CO2 %s톤", left("", firstColumn),
				words.Grouped(memo.Tonnes().Round(0).String()))
		}
	}
}

// name is the name of a view.
func (t *text) name(v ghg.View) string { return words.In(t.lang, v.Name(), v.NameKo()) }

// sector is the name of a part that is a sector.
func (t *text) sector(p ghg.Part) string {
	if n, ok := gpc.Scheme.Node(p.Label); ok {
		return words.In(t.lang, p.Name, n.NameKo)
	}
	return p.Name
}

// namedInKorean is the finding with the Korean name of the view that it is of.
func (r remark) namedInKorean() ghg.Finding {
	name, rest, _ := strings.Cut(r.Of, " ")
	name, comma := strings.CutSuffix(name, ",") // behind it is the variant that was chosen
	for _, v := range gpc.Views() {
		if name != v.Name() {
			continue
		}
		if comma {
			rest = ", " + rest
			for x := ghg.LocationBased; x <= ghg.FuelBased; x++ {
				rest = strings.ReplaceAll(rest, ", "+x.String(), ", "+x.Korean())
			}
			r.Of = v.NameKo() + rest
			break
		}
		r.Of = strings.TrimSpace(v.NameKo() + " " + rest)
		break
	}
	return r.Finding
}

// findings prints findings in full, and gathers by code those that come often and do not
// weigh most.
func (t *text) findings(findings []remark) {
	const often = 3
	const most = 12 // lines named of those gathered
	lines := map[string][]string{}
	for _, f := range findings {
		lines[f.Code] = append(lines[f.Code], fmt.Sprint(f.Line))
	}
	for _, f := range findings {
		list := lines[f.Code]
		switch {
		case f.Code == ghg.FindingGaps: // the coverage has said so
		case f.Severity == ghg.Serious || len(list) <= often && list != nil:
			from := ""
			if f.file != "" {
				from = f.file + ": "
			}
			t.say("  %s%s", "  %s%s", from, t.either(f.namedInKorean(), f.String()))
		case list != nil:
			n := len(list)
			more := n - min(n, most)
			listed := strings.Join(list[:n-more], ", ")
			if more > 0 {
				t.say("  %s: line %s and %d more", "  %s: %s행, 그 밖에 %d건", f.Code, listed, more)
			} else {
				t.say("  %s: line %s", "  %s: %s행", f.Code, listed)
			}
			lines[f.Code] = nil
		}
	}
}
