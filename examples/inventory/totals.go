package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// addTotals computes every view and notes what each lacks.
func (s *sheet) addTotals(inv ghg.Inventory, otherFile func(ghg.Record) string) {
	told := map[source]bool{}
	tell := func(r ghg.Record, f ghg.Finding) { // once, though several views meet it
		from := source{otherFile(r), spot{r.Line, r.Category}}
		if told[from] {
			return
		}
		told[from] = r.Line > 0 // without a line it may be another
		f.Line, f.Category, f.Stated = r.Line, r.Category, r.Value.String()
		s.findings = append(s.findings, remark{f, from.file})
	}
	for _, v := range gpc.Views() {
		total, err := inv.Total(v, s.metric)
		s.views = append(s.views, viewTotal{v, total, total.By(ghg.BySector)})
		for _, u := range total.Unjoined {
			tell(u.Record(), ghg.Finding{Code: ghg.FindingCannotJoin, Severity: ghg.Serious, Detail: u.Err.Error()})
		}
		if err != nil {
			hint := ""
			var status *ghg.StatusError
			var variant *ghg.VariantError
			switch {
			case errors.As(err, &status):
				hint = "; say which figures count, as in -status actual,provisional,estimated"
			case s.metric.ID() == "" && !errors.As(err, &variant):
				hint = "; ask for a metric, as in -metric AR5"
			}
			s.add(ghg.Finding{Code: ghg.FindingTotalWithheld, Severity: ghg.Serious,
				Detail: fmt.Sprintf("%s is withheld; lines that cannot join it: %d%s", v.Name(), len(total.Unjoined), hint)})
		}
		if gaps := total.Coverage.Gaps; len(gaps) > 0 {
			s.add(ghg.Finding{Code: ghg.FindingGaps, Severity: ghg.Warning,
				Detail: fmt.Sprintf("%s cannot be claimed: %d categories have neither a number nor a key: %s", v.Name(), len(gaps), codes(gaps))})
		}
		for _, l := range total.LeftOut {
			if l.Why != ghg.OutsideView && l.Why != ghg.NotANumber { // those keep their number
				r := l.Record()
				tell(r, ghg.Finding{Code: findingLeftOut, Severity: ghg.Note, Detail: fmt.Sprintf("%s is in no total: %s", r.Value, l.Why)})
			}
		}
		for l := range total.Lines.All() {
			if !l.From.IsZero() {
				if r := l.Record(); r.Gas != ghg.CO2 {
					tell(r, ghg.Finding{Code: ghg.FindingRecomputed, Found: l.CO2e.String(), Detail: l.String()})
				}
			}
		}
	}
}

func codes(categories []ghg.Category) string {
	var out []string
	for _, c := range categories {
		out = append(out, c.Code)
	}
	return strings.Join(out, ", ")
}
