package main

import (
	_ "embed"
	"encoding/json"
	"html/template"
	"io"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed page.html
var pageHTML string

// answer is what is read: findings, and derivations of which the first is the answer's and
// the others stand behind its figures.
type answer struct {
	Findings    []finding               `json:"findings"`
	Derivations []derivation.Derivation `json:"derivations"`
}

type finding struct {
	Code, Name, Severity, Of, Detail string
	NameKo                           string `json:"name_ko"`
	DetailKo                         string `json:"detail_ko"`
}

// page is what the template shows.
type page struct {
	Lang, Title, Answer string
	Words               struct{ Findings, None, How, Behind string }
	Findings            []finding
	Derivations         []sheet
}

type sheet struct {
	ID, Title string
	Steps     []step
	Tables    []*table
}

type step struct {
	At, Symbol, What, Source, From, Formula, Rounding, Value string
	Cases                                                    []choice
}

type choice struct {
	What, If string
	Holds    bool
}

type table struct {
	Heads []string
	Rows  [][]string
}

// most is how many rows of a table a page shows.
const most = 200

// write makes the page of an answer.
func write(w io.Writer, r io.Reader, lang words.Language) error {
	text, err := io.ReadAll(io.LimitReader(r, derivation.MostBytes))
	if err != nil {
		return err
	}
	var a answer
	if err := json.Unmarshal(text, &a); err != nil {
		return err
	}
	if len(a.Derivations) == 0 {
		return spoken.New("the answer has no derivation", "산출 과정이 없는 결과입니다")
	}
	in := func(t words.Term) string { return words.In(lang, t.En, t.Ko) }
	p := page{Lang: lang.String(), Title: in(a.Derivations[0].Title())}
	p.Words.Findings, p.Words.None = words.In(lang, "Remarks", "검토 의견"), words.In(lang, "none", "없음")
	p.Words.How, p.Words.Behind = words.In(lang, "How it came about", "산출 과정"), words.In(lang, "how this came about", "이 값의 산출 과정")
	for _, f := range a.Findings {
		if lang == words.Korean {
			f.Name = f.NameKo
			if f.DetailKo != "" {
				f.Detail = f.DetailKo
			}
		}
		p.Findings = append(p.Findings, f)
	}
	for _, d := range a.Derivations {
		p.Derivations = append(p.Derivations, sheetOf(d, in, lang))
	}
	steps := p.Derivations[0].Steps
	p.Answer = steps[len(steps)-1].Value
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	return t.Execute(w, p)
}

// sheetOf is a derivation as the template shows it.
func sheetOf(d derivation.Derivation, in func(words.Term) string, lang words.Language) sheet {
	s := sheet{ID: anchor(d.ID()), Title: in(d.Title())}
	columns := map[string]*table{}
	for x := range d.Steps() {
		out := step{At: s.ID + "-" + x.Symbol, Symbol: x.Symbol, What: in(x.What), Formula: x.Formula, Source: x.Source}
		if x.Equation != "" {
			out.Source = x.Equation
		}
		if x.Rounding.Mode != derivation.Exact {
			out.Rounding = lang.Of(x.Rounding)
		}
		for _, c := range x.Cases {
			out.Cases = append(out.Cases, choice{in(c.What), c.If, c.Holds})
		}
		c, decided := x.Decision()
		switch {
		case x.Kind == derivation.Told:
			out.Value = in(x.Note)
		case decided:
			out.Value = in(c.What)
		case x.Index == "":
			v := x.Values[0]
			out.Value, out.From = valueOf(v, in)+" "+x.Unit, anchor(v.From)
			if v.Source != "" {
				out.Source = v.Source
			}
		default:
			out.Symbol += "[" + x.Index + "]"
			addColumn(columns, &s, d, x, in)
		}
		s.Steps = append(s.Steps, out)
	}
	return s
}

// anchor is where a derivation is on the page, by its ID.
func anchor(id string) string { return id[:min(len(id), 12)] }

// addColumn puts a column beside those of its index.
func addColumn(columns map[string]*table, s *sheet, d derivation.Derivation, x derivation.Step, in func(words.Term) string) {
	index, _ := d.Index(x.Index)
	t := columns[x.Index]
	if t == nil {
		t = &table{Heads: []string{x.Index, ""}}
		for i, r := range index.Rows {
			if i == most {
				break
			}
			label := in(r.Label)
			if r.Source != "" {
				label += " (" + r.Source + ")"
			}
			t.Rows = append(t.Rows, []string{r.ID, label})
		}
		columns[x.Index] = t
		s.Tables = append(s.Tables, t)
	}
	t.Heads = append(t.Heads, x.Symbol+" "+x.Unit)
	for i := range t.Rows {
		t.Rows[i] = append(t.Rows[i], valueOf(x.Values[i], in))
	}
}

func valueOf(v derivation.Value, in func(words.Term) string) string {
	if !v.IsDefined() {
		return in(v.Undefined)
	}
	text := v.Number.String()
	if whole, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), "."); len(whole) < len("10000") { // 2030 is a year
		return text
	}
	return words.Grouped(text)
}
