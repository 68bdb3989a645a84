package korea

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// The codes of the findings on a document.
const (
	FindingUnknownProject = "unknown-project"   // a management number that the projects table lacks
	FindingDuplicateRow   = "duplicate-row"     // two rows for one project and year
	FindingMixedBasis     = "mixed-basis"       // annual and cumulative figures of one project
	FindingProduct        = "product"           // quantity × reduction unit is not the reduction
	FindingNotQuantified  = "not-quantified"    // marked as quantified, without a figure, or the reverse
	FindingSum            = "sum"               // a total that is not the sum of its lines
	FindingBelowTarget    = "below-target"      // the projects cut less than the target asks for
	FindingMixedEnds      = "gross-net"         // base and target count different things
	FindingPlanYears      = "plan-years"        // a plan that is not of ten years
	FindingOutsidePlan    = "outside-plan"      // a year that the plan does not cover
	FindingNoStatus       = "no-status"         // a project checked without a status
	FindingNotChecked     = "not-checked"       // a project that an annual check leaves out
	FindingNoAction       = "no-action"         // late or missed, without a corrective action
	FindingNoReason       = "no-change-reason"  // changed, without a reason
	FindingMetrics        = "different-metrics" // figures that cannot be compared
)

// PlanYears is how many years a local plan covers (Framework Act, articles 11
// and 12).
const PlanYears = 10

// checker collects what does not agree.
type checker struct {
	*document
	findings ghg.Findings
}

func (d *document) check() ghg.Findings {
	c := &checker{document: d}
	c.period()
	c.targets()
	c.projects()
	c.reductions()
	c.money()
	c.performance()
	return c.findings
}

func (c *checker) find(code string, s ghg.Severity, t Table, row int, stated, found, format string, a ...any) {
	c.findings.Add(ghg.Finding{Code: code, Severity: s, Line: row, Stated: stated, Found: found, Detail: string(t) + ": " + fmt.Sprintf(format, a...)})
}

func (c *checker) period() {
	m := c.Meta
	if n := m.Last - m.First + 1; n != PlanYears && !m.IsCheck {
		c.find(FindingPlanYears, ghg.Warning, DocumentMetaTable, 1, fmt.Sprint(n), fmt.Sprint(PlanYears),
			"the plan is of %d to %d: a local plan covers %d years", m.First, m.Last, PlanYears)
	}
}

// outside notes a year that the plan does not cover.
func (c *checker) outside(t Table, row, year int) {
	if m := c.Meta; year != 0 && (year < m.First || year > m.Last) {
		c.find(FindingOutsidePlan, ghg.Note, t, row, fmt.Sprint(year), "", "%d is outside the plan, %d to %d", year, m.First, m.Last)
	}
}

// known notes a management number that no project has.
func (c *checker) known(t Table, row int, number string) {
	if _, ok := c.project(number); !ok {
		c.find(FindingUnknownProject, ghg.Serious, t, row, number, "", "no project has the management number %.60q: sector and name are left blank", number)
	}
}

// targets holds sectors against the whole.
func (c *checker) targets() {
	for i, t := range c.ReductionTargets {
		if t.IsMixed() && t.BaseCounts != (Label{}) && t.YearCounts != (Label{}) {
			c.find(FindingMixedEnds, ghg.Warning, ReductionTargetsTable, i+1, "", "",
				"the base counts %s and the target %s: the rate is the cut of neither", t.BaseCounts, t.YearCounts)
		}
		if t.Level != OverallTarget {
			continue
		}
		var sum ghg.CO2e
		n := 0
		var err error
		for _, s := range c.ReductionTargets {
			if s.Level != SectorTarget || s.Boundary != t.Boundary || s.Year != t.Year || err != nil {
				continue
			}
			if sum, err = plus(sum, s.Emissions, n); err == nil {
				n++
			}
		}
		switch {
		case err != nil:
			c.find(FindingMetrics, ghg.Serious, ReductionTargetsTable, i+1, "", "", "%v", err)
		case n > 0 && !sum.Equal(t.Emissions):
			c.find(FindingSum, ghg.Serious, ReductionTargetsTable, i+1, t.Emissions.String(), sum.String(),
				"the sectors add up to %s in %d, the whole is stated as %s", sum, t.Year, t.Emissions)
		}
	}
}

// plus adds an amount to a sum of n others.
func plus(sum, x ghg.CO2e, n int) (ghg.CO2e, error) {
	if n == 0 {
		return x, nil
	}
	return sum.Add(x)
}

// projects holds the mark of quantified projects against the figures.
func (c *checker) projects() {
	figures := map[string]bool{}
	for _, r := range c.QuantitativeReductions {
		figures[r.Project] = true
	}
	for i, p := range c.MitigationProjects {
		switch {
		case p.Quantified && !figures[p.Number] && !c.Meta.IsCheck:
			c.find(FindingNotQuantified, ghg.Warning, MitigationProjectsTable, i+1, p.Number, "", "project %.60q is marked as quantified and has no reduction", p.Number)
		case !p.Quantified && figures[p.Number]:
			c.find(FindingNotQuantified, ghg.Warning, MitigationProjectsTable, i+1, p.Number, "", "project %.60q has a reduction and is not marked as quantified", p.Number)
		}
	}
	seen := map[key]bool{}
	for i, a := range c.AnnualImplementation {
		c.known(AnnualImplementationTable, i+1, a.Project)
		c.outside(AnnualImplementationTable, i+1, a.Year)
		c.once(seen, AnnualImplementationTable, i+1, key{a.Project, a.Year, fmt.Sprint(a.From, a.To)})
	}
}

// key is what may have one row.
type key struct {
	project string
	year    int
	other   string
}

func (c *checker) once(seen map[key]bool, t Table, row int, k key) {
	if seen[k] {
		c.find(FindingDuplicateRow, ghg.Serious, t, row, k.project, "", "project %.60q has another row for %d", k.project, k.year)
	}
	seen[k] = true
}

// reductions holds products, bases and sums of the quantified projects.
func (c *checker) reductions() {
	const t = QuantitativeReductionsTable
	seen, first := map[key]bool{}, map[string]Basis{}
	sums, ns, errs := map[int]ghg.CO2e{}, map[int]int{}, map[int]error{}
	for i, r := range c.QuantitativeReductions {
		c.known(t, i+1, r.Project)
		c.outside(t, i+1, r.Year)
		// One project may monitor several factors, each with a unit of its own.
		c.once(seen, t, i+1, key{r.Project, r.Year, r.Basis.String() + " " + r.UnitID + " " + r.Factor})
		if b, ok := first[r.Project]; ok && b != r.Basis {
			c.find(FindingMixedBasis, ghg.Serious, t, i+1, r.Basis.String(), b.String(), "project %.60q has %s figures and %s ones: they are never added", r.Project, b, r.Basis)
		} else {
			first[r.Project] = r.Basis
		}
		if product, err := r.PerUnit.Scale(r.Quantity.amount); err == nil && r.PerUnit != (ghg.CO2e{}) && !r.Quantity.IsUnset() && !product.Equal(r.Expected) {
			c.find(FindingProduct, ghg.Serious, t, i+1, r.Expected.String(), product.String(), "%s × %s per %.60s = %s", r.Quantity, r.PerUnit, r.Quantity.unit, product)
		}
		if r.Basis != Annual || r.Expected == (ghg.CO2e{}) || errs[r.Year] != nil {
			continue
		}
		sums[r.Year], errs[r.Year] = plus(sums[r.Year], r.Expected, ns[r.Year])
		ns[r.Year]++
	}
	for _, y := range sortedKeys(errs) {
		if errs[y] != nil {
			c.find(FindingMetrics, ghg.Serious, t, 0, "", "", "the reductions of %d cannot be added: %v", y, errs[y])
		}
	}
	for i, goal := range c.ReductionTargets {
		need, ok := goal.TargetReduction()
		if goal.Level != OverallTarget || !ok || ns[goal.Year] == 0 || errs[goal.Year] != nil {
			continue
		}
		sum := sums[goal.Year]
		switch short, err := need.Sub(sum); {
		case err != nil:
			c.find(FindingMetrics, ghg.Serious, ReductionTargetsTable, i+1, "", "", "target and projects cannot be compared in %d: %v", goal.Year, err)
		case short.Sign() > 0:
			c.find(FindingBelowTarget, ghg.Warning, ReductionTargetsTable, i+1, need.String(), sum.String(),
				"the target asks for %s in %d and the quantified projects, simply added, cut %s: %s are missing", need, goal.Year, sum, short)
		}
	}
}

// isSum reports whether a line of the financial plan is a sum of others.
func (f FinancialLine) isSum() bool {
	return f.IsTotal || f.Project == "" && f.Part != FoundationPart && f.Part != OtherPart
}

// money holds totals against their lines.
func (c *checker) money() {
	const t = FinancialPlanTable
	lines := false
	for i, f := range c.FinancialPlan {
		lines = lines || !f.isSum()
		if f.Project != "" {
			c.known(t, i+1, f.Project)
		}
		c.outside(t, i+1, f.Year)
	}
	if !lines {
		return // totals alone are held against nothing
	}
	for i, f := range c.FinancialPlan {
		if !f.isSum() {
			continue
		}
		sum, err := c.linesOf(f)
		switch {
		case err != nil:
			c.find(FindingSum, ghg.Serious, t, i+1, f.Budget.String(), "", "its lines in %d cannot be added: %v", f.Year, err)
		case !sum.Equal(f.Budget):
			c.find(FindingSum, ghg.Serious, t, i+1, f.Budget.String(), sum.String(), "its lines in %d add up to %s, it is stated as %s", f.Year, sum, f.Budget)
		}
	}
}

// linesOf adds the lines that a sum stands for.
func (c *checker) linesOf(sum FinancialLine) (strategy.Money, error) {
	total := sum.Budget.Zero()
	var errs error
	for _, f := range c.FinancialPlan {
		p, _ := c.project(f.Project)
		switch {
		case f.isSum(), f.Year != sum.Year:
		case sum.Project != "" && f.Project != sum.Project:
		case sum.Project == "" && sum.Sector != (Label{}) && p.Sector != sum.Sector:
		case !sum.IsTotal && f.Funds != sum.Funds:
		case sum.Part != 0 && sum.Part != AllParts && f.Part != sum.Part:
		default:
			next, err := total.Add(f.Budget)
			if err != nil {
				errs = errors.Join(errs, err)
				continue
			}
			total = next
		}
	}
	return total, errs
}

// performance holds the check against the projects and the corrective actions.
func (c *checker) performance() {
	const t = MonitoringPerformanceTable
	type of struct {
		project string
		year    int
	}
	action, reason := map[of]bool{}, map[of]bool{}
	for i, a := range c.ChangesActions {
		c.known(ChangesActionsTable, i+1, a.Project)
		k := of{a.Project, a.Year}
		action[k] = action[k] || a.Action != ""
		reason[k] = reason[k] || a.ChangeReason != ""
	}
	seen, checked := map[key]bool{}, map[string]bool{}
	for i, p := range c.MonitoringPerformance {
		checked[p.Project] = true
		c.known(t, i+1, p.Project)
		c.once(seen, t, i+1, key{p.Project, p.Year, p.Planned.unit})
		k := of{p.Project, p.Year}
		switch {
		case p.Status == 0:
			c.find(FindingNoStatus, ghg.Warning, t, i+1, p.Project, "", "project %.60q has no status in %d: %s", p.Project, p.Year, p.Attainment)
		case (p.Status == Delayed || p.Status == Missed) && !action[k]:
			c.find(FindingNoAction, ghg.Warning, t, i+1, p.Status.String(), "", "project %.60q is %s in %d, and no corrective action is stated", p.Project, p.Status, p.Year)
		}
		if p.Kind == ChangedInCheck && !reason[k] {
			c.find(FindingNoReason, ghg.Warning, t, i+1, p.Kind.String(), "", "project %.60q was changed in %d, and no reason is stated", p.Project, p.Year)
		}
	}
	if !c.Meta.IsCheck {
		return
	}
	for i, p := range c.MitigationProjects {
		if !checked[p.Number] {
			c.find(FindingNotChecked, ghg.Note, MitigationProjectsTable, i+1, p.Number, "", "project %.60q is not in the check", p.Number)
		}
	}
}
