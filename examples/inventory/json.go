package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// document is what -json prints of one place and year, on one line. Place,
// year and metric are null where what is told belongs to none.
type document struct {
	Place    *string                       `json:"place"`
	Year     *int                          `json:"year"`
	Period   string                        `json:"period,omitempty"` // where it is not a calendar year
	Metric   *string                       `json:"metric"`
	Totals   map[string]*string            `json:"totals"`   // view → tonnes, null if withheld or nothing is reported
	Sectors  map[string]map[string]*string `json:"sectors"`  // sector → view → tonnes
	Memo     map[string]*string            `json:"memo"`     // view → tonnes of biogenic CO2, in no total; null if none is reported
	Coverage map[string]string             `json:"coverage"` // view → how much of it is reported
	Findings []entry                       `json:"findings"`
	Faults   []entry                       `json:"faults"`
}

type entry struct {
	Code   string `json:"code"`
	Line   int    `json:"line"`           // 0 where it concerns no single line
	File   string `json:"file,omitempty"` // that the line is of, if not the file of records
	Detail string `json:"detail"`

	DetailKo string `json:"detail_ko,omitempty"`
}

func writeJSON(w io.Writer, s sheet) error {
	d := document{Totals: map[string]*string{}, Sectors: map[string]map[string]*string{},
		Memo: map[string]*string{}, Coverage: map[string]string{}, Findings: []entry{}, Faults: []entry{}}
	if s.id.Place != "" {
		place, year, metric := string(s.id.Place), s.id.Period.Year(), s.metric.String()
		d.Place, d.Year, d.Metric = &place, &year, &metric
		if s.id.Period != ghg.CalendarYear(year) {
			d.Period = s.id.Period.String()
		}
	}
	for _, v := range s.views {
		name := v.view.Name()
		d.Totals[name] = tonnes(v.total.Amount)
		d.Memo[name] = nil
		if memo := v.total.Memo; !memo.IsUnset() {
			t := memo.Tonnes().String()
			d.Memo[name] = &t
		}
		d.Coverage[name] = v.total.Coverage.String()
		for _, sector := range v.sectors {
			if d.Sectors[sector.Name] == nil {
				d.Sectors[sector.Name] = map[string]*string{}
			}
			d.Sectors[sector.Name][name] = tonnes(sector.Amount)
		}
	}
	for _, r := range s.findings {
		f := r.told()
		detail, detailKo := f.Detail, koreanOf(f)
		if f.Category.Code != "" {
			detail, detailKo = f.Category.Code+": "+detail, f.Category.Code+": "+detailKo
		}
		d.Findings = append(d.Findings, entry{f.Code, f.Line, r.file, detail, detailKo})
	}
	for _, f := range s.faults {
		line, korean := f.Line, strings.TrimPrefix(f.Korean(), fmt.Sprintf("%d행, ", f.Line))
		f.Line = 0 // it has a field of its own
		d.Faults = append(d.Faults, entry{Code: f.Code, Line: line, Detail: f.Error(), DetailKo: korean})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(d)
}

// tonnes is the exact amount, or null if it is withheld or nothing is reported.
func tonnes(a ghg.Amount) *string {
	if a.Withheld() || !a.IsReported() {
		return nil
	}
	t := a.CO2e.Tonnes().String()
	return &t
}
