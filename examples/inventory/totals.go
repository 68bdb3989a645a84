package main

import (
	"errors"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// What is remarked on totals.
var (
	withheldTotal = words.Term{En: "%s is withheld; lines that cannot join it: %d%s", Ko: "%s 합계를 산출하지 않음. 더할 수 없는 행: %d개%s"}
	askForStatus  = words.Term{En: "; say which figures count, as in -status actual,provisional,estimated",
		Ko: "; 어느 상태의 수치를 셀지 밝혀야 함(예: -status actual,provisional,estimated)"}
	askForMetric = words.Term{En: "; ask for a metric, as in -metric AR5", Ko: "; 지구온난화지수를 지정해야 함(예: -metric AR5)"}
	hasGaps      = words.Term{En: "%s cannot be claimed: %d categories have neither a number nor a key: %s",
		Ko: "%s 충족을 주장할 수 없음. 수치도 표기기호도 없는 분류 %d개: %s"}
	recomputed = words.Term{En: "on %s, recomputed by the ratio of the GWPs: %s", Ko: "%s 기준 수치를 지구온난화지수 비율로 환산한 값: %s"}
	leftOut    = words.Term{En: "%s is in no total: %s", Ko: "%s: 어느 합계에도 들지 않음(%s)"}
)

// viewName is the name of a view in both languages.
func viewName(v ghg.View) words.Term { return words.Term{En: v.Name(), Ko: v.NameKo()} }

// addTotals computes every view and notes what each lacks.
func (s *sheet) addTotals(inv ghg.Inventory, views []ghg.View, otherFile func(*ghg.Record) string) {
	told := map[source]bool{}
	tell := func(r ghg.Record, f ghg.Finding) { // once, though several views meet it
		from := source{otherFile(&r), spot{r.Line, r.Category}}
		if told[from] {
			return
		}
		told[from] = r.Line > 0 // without a line it may be another
		f.Line, f.Category, f.Stated = r.Line, r.Category, r.Value.String()
		s.findings = append(s.findings, remark{Finding: f, file: from.file})
	}
	s.views = make([]viewTotal, len(views)) // remarks point to them
	s.findings = slices.Grow(s.findings, len(views))
	for i, v := range views {
		total, err := inv.Total(v, s.metric)
		s.views[i] = viewTotal{v, total, total.By(ghg.BySector)}
		for _, u := range total.Unjoined {
			tell(u.Record(), ghg.Finding{Code: ghg.FindingCannotJoin, Severity: ghg.Serious, Detail: u.Err.Error()})
		}
		if err != nil {
			var hint words.Term
			var status *ghg.StatusError
			var variant *ghg.VariantError
			switch {
			case errors.As(err, &status):
				hint = askForStatus
			case s.metric.ID() == "" && !errors.As(err, &variant):
				hint = askForMetric
			}
			s.add(ghg.Finding{Code: ghg.FindingTotalWithheld, Severity: ghg.Serious}.Said(withheldTotal,
				viewName(v), len(total.Unjoined), hint))
		}
		if !total.Coverage.Complete() {
			f := ghg.Finding{Code: ghg.FindingGaps, Severity: ghg.Warning}
			s.findings = append(s.findings, remark{Finding: f, lack: &s.views[i]})
		}
		for _, l := range total.LeftOut {
			if l.Why != ghg.OutsideView && l.Why != ghg.NotANumber { // those keep their number
				r := l.Record()
				why := words.Term{En: l.Why.String(), Ko: l.Why.Korean()}
				tell(r, ghg.Finding{Code: findingLeftOut, Severity: ghg.Note}.Said(leftOut, r.Value, why))
			}
		}
		for l := range total.Lines.Recomputed() {
			if r := l.Record(); r.Gas != ghg.CO2 {
				f := ghg.Finding{Code: ghg.FindingRecomputed, Found: l.CO2e.String()}.Said(recomputed, l.From, l.CO2e)
				f.Detail = l.String()
				tell(r, f)
			}
		}
	}
}
