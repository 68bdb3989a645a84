package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// text is what is printed of a sheet, in one language. It is used for one sheet after
// another.
type text struct {
	bytes.Buffer
	lang words.Language

	rows    []tableRow
	numbers []string // of a column
}

// say writes a line.
func (t *text) say(en, ko string, a ...any) {
	fmt.Fprintf(t, words.In(t.lang, en, ko), a...)
	t.WriteByte('\n')
}

// bilingual is what says itself in both languages.
type bilingual interface {
	String() string
	Korean() string
}

// in is what there is in both languages.
func (t *text) in(x bilingual) string {
	if t.lang == words.Korean {
		return x.Korean()
	}
	return x.String()
}

// write prints a sheet as a table that a person likes to read: whole tonnes
// that add up, remarks gathered by kind.
func (t *text) write(w io.Writer, s sheet) error {
	t.Reset()
	if s.id.Place == "" {
		t.say("The file as a whole", "파일 전체")
	} else {
		year := s.id.Period.String()
		if s.id.Period == ghg.CalendarYear(s.id.Period.Year()) {
			year += words.In(t.lang, "", "년")
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
			t.say("    %s", "    %s", spoken.Text(t.lang, f))
		}
	}
	t.say("", "")
	_, err := w.Write(t.Bytes())
	return err
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

// named is the finding with the name of the view that it is of in a language.
func (r remark) named(lang words.Language) ghg.Finding {
	if lang != words.Korean {
		return r.Finding
	}
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

// ownNames are the Korean names of the codes that this program adds.
var ownNames = map[string]string{
	findingLinesNotRead: "읽지 못한 행", findingNoRecords: "기록 없음", findingLeftOut: "합계에 넣지 않음", findingMore: "적지 않은 검토 의견",
}

// code is the code of a finding, or its Korean name.
func (t *text) code(r remark) string {
	if name, own := ownNames[r.Code]; own {
		return words.In(t.lang, r.Code, name)
	}
	return words.In(t.lang, r.Code, r.Name().Ko)
}

// findings prints findings in full, and gathers by code those that come often and do not
// weigh most.
func (t *text) findings(findings []remark) {
	if len(findings) == 0 {
		return
	}
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
			line := t.in(f.named(t.lang))
			if name, own := ownNames[f.Code]; own && t.lang == words.Korean {
				line = strings.Replace(line, f.Code+": ", name+": ", 1)
			}
			t.say("  %s%s", "  %s%s", from, line)
		case list != nil:
			n := len(list)
			more := n - min(n, most)
			listed := strings.Join(list[:n-more], ", ")
			if more > 0 {
				t.say("  %s: line %s and %d more", "  %s: %s행, 그 밖에 %d건", t.code(f), listed, more)
			} else {
				t.say("  %s: line %s", "  %s: %s행", t.code(f), listed)
			}
			lines[f.Code] = nil
		}
	}
}
