package korea

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// findings are remarks on the plan and the year, in the order of the projects; what is said
// of factors stands before them, once for all that take them.
func (d CheckDefinition) findings(rows DocumentDefinition) (out ghg.Findings) {
	add := func(code string, s ghg.Severity, of string, t words.Term, values ...any) {
		out.Add(ghg.Finding{Code: code, Severity: s, Of: of}.Said(t, values...))
	}
	if m := d.Meta; d.Year < m.First || d.Year > m.Last {
		add(FindingOutsidePlan, ghg.Warning, DocumentMetaTable.row(1), checked.outside, d.Year, m.First, m.Last)
	}
	above := out
	out = ghg.Findings{}
	var factors strategy.FactorFindings
	for x := range quantifieds(d.Plan, d.Evaluation.Baseline()) {
		if !x.q.IsZero() {
			d.making(&out, &factors, x)
		}
		planned, years := x.has(strategy.Expected, d.Year), x.years(strategy.Expected)
		_, works, _ := x.at(strategy.Expected, d.Year)
		done := x.has(strategy.Implemented, d.Year) || x.has(strategy.Verified, d.Year)
		switch {
		case !planned && !works && len(years) > 0 && years[0] < d.Year:
			add(FindingNoFigure, ghg.Warning, x.of(), checked.noFigure, d.Year, words.Spans(years))
		case planned && !done:
			add(FindingNotMonitored, ghg.Warning, x.of(), checked.notMonitored, d.Year)
		case done && !x.q.IsZero() && x.q.Unit().IsZero():
			add(FindingNoAmount, ghg.Note, x.of(), checked.share, d.Year)
		}
	}
	above.AddAll(factors.Findings(), out)
	out = above
	for a := range d.Plan.Actions() {
		spent, is := a.SpentIn(d.Year)
		budget := rows.budget(a.ID, d.Year)
		switch {
		case a.Stage.IsWithdrawn() && is && spent.Sign() != 0:
			stage := words.Term{En: a.Stage.String(), Ko: a.Stage.Korean()}
			add(FindingWithdrawn, ghg.Serious, projectOf(a.ID), checked.withdrawn, words.Term{En: spent.String(), Ko: spent.StringKo()},
				d.Year, stage)
		case !is && budget.Sign() != 0:
			add(FindingNoSpending, ghg.Warning, projectOf(a.ID), checked.noSpending, words.Term{En: budget.String(), Ko: budget.StringKo()}, d.Year)
		}
	}
	d.heading(rows, add)
	d.jointly(add)
	return out
}

// adder adds a finding in both languages.
type adder func(code string, s ghg.Severity, of string, t words.Term, values ...any)

// making adds what is to be said of a quantification's figures; what is said of factors is
// added to that of the other projects.
func (d CheckDefinition) making(out *ghg.Findings, factors *strategy.FactorFindings, x quantified) {
	var said []ghg.Finding
	for k := range x.q.Kinds() {
		first, last := d.Year, d.Year
		if k == strategy.Expected || k == strategy.Potential {
			first, last = ghg.FirstYear, max(x.through, d.Year)
		}
		for _, f := range factors.Take(x.of(), x.q, k, first, last, d.Factors...).All {
			if !slices.Contains(said, f) {
				said = append(said, f)
				out.Add(f)
			}
		}
	}
}

// budget is what a project has for a year, of all funds.
func (d DocumentDefinition) budget(project string, year int) (sum strategy.Money) {
	for _, l := range d.FinancialPlan {
		if l.Project != project || l.Year != year {
			continue
		}
		if sum.IsUnset() {
			sum = l.Budget
			continue
		}
		sum, _ = sum.Add(l.Budget) // FinancialPlan has added them
	}
	return sum
}

// heading holds the years of the heading against those of the rows.
func (d CheckDefinition) heading(rows DocumentDefinition, add adder) {
	with := map[Table]map[int]bool{AnnualImplementationTable: {}, QuantitativeReductionsTable: {}, ReductionTargetsTable: {}}
	for _, r := range rows.AnnualImplementation {
		with[AnnualImplementationTable][r.Year] = true
	}
	for _, r := range rows.QuantitativeReductions {
		with[QuantitativeReductionsTable][r.Year] = true
	}
	for _, r := range rows.ReductionTargets {
		with[ReductionTargetsTable][r.Year] = true
	}
	missing := func(t Table, years []int) (out []int) {
		for _, y := range slices.Compact(slices.Sorted(slices.Values(years))) {
			if !with[t][y] && len(with[t]) > 0 {
				out = append(out, y)
			}
		}
		return out
	}
	m := d.Meta
	var all []int
	if ghg.CheckYear("", m.First) == nil && ghg.CheckYear("", m.Last) == nil {
		for y := m.First; y <= m.Last; y++ {
			all = append(all, y)
		}
	}
	for _, t := range []Table{AnnualImplementationTable, QuantitativeReductionsTable} {
		if years := missing(t, all); len(years) > 0 {
			add(FindingYearsMissing, ghg.Warning, string(t), checked.years, m.First, m.Last, words.Spans(years))
		}
	}
	if years := missing(ReductionTargetsTable, m.TargetYears); len(years) > 0 {
		add(FindingYearsMissing, ghg.Warning, string(ReductionTargetsTable), checked.targets, words.Spans(years))
	}
}

// jointly holds what the targets of the whole ask for against what the plan cuts, with
// what overlaps counted once. What they ask for with additional reductions is not the
// plan's to give.
func (d CheckDefinition) jointly(add adder) {
	for i, t := range d.Targets {
		need, ok := t.TargetReduction()
		y, evaluated := d.Evaluation.Year(t.Year)
		if t.Level != OverallTarget || t.Boundary == ManagementAndAdditional || !ok || !evaluated {
			continue
		}
		of, cut := ReductionTargetsTable.row(i+1), y.Reduction()
		switch short, err := need.Sub(cut); {
		case err != nil:
			add(FindingMetrics, ghg.Serious, of, words.Term{En: "target and plan cannot be compared in %d: %v", Ko: "%d년 목표와 계획을 비교할 수 없음: %v"},
				t.Year, err)
		case short.Sign() > 0:
			add(FindingBelowJointly, ghg.Warning, of, checked.below, need, t.Year, cut, short)
		}
	}
}
