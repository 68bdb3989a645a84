package korea

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of the findings on a document.
const (
	FindingUnknownProject = "unknown-project"         // a management number that the projects table lacks
	FindingDuplicateRow   = "duplicate-row"           // two rows for one thing that a project counts, or one scenario, and year
	FindingMixedBasis     = "mixed-basis"             // annual and cumulative figures of one project
	FindingProduct        = "product"                 // quantity × reduction unit is not the reduction
	FindingNotQuantified  = "quantified-mark-differs" // marked as quantified, without a figure, or the reverse
	FindingSum            = "sum"                     // a total that is not the sum of its lines
	FindingBelowTarget    = "below-target"            // the projects cut less than the target asks for
	FindingMixedEnds      = "gross-net"               // base and target count different things
	FindingNoHeadline     = "no-headline-rate"        // a rate with additional reductions alone
	FindingPlanYears      = "plan-years"              // a plan that is not of ten years
	FindingOutsidePlan    = "outside-plan"            // a year that the plan does not cover
	FindingNoStatus       = "no-status"               // a project checked without a status
	FindingNotChecked     = "not-checked"             // a project that an annual check leaves out
	FindingNoAction       = "no-action"               // late or missed, without a corrective action
	FindingNoDelayReason  = "no-delay-reason"         // late or missed, without a reason
	FindingAttainment     = "attainment"              // a rate that is not that of the two figures it is of
	FindingNoReason       = "no-change-reason"        // changed, without a reason
	FindingMetrics        = "different-metrics"       // figures that cannot be compared
)

// planYears is how many years a local plan covers (Framework Act, articles 11
// and 12).
const planYears = 10

// checker collects what does not agree.
type checker struct {
	*document
	findings ghg.Findings
}

func (d *document) check() ghg.Findings {
	c := &checker{document: d}
	c.period()
	c.forecast()
	c.targets()
	c.headline()
	c.projects()
	c.reductions()
	c.money()
	c.performance()
	return c.findings
}

// find notes what does not agree in a row of a table, from 1.
func (c *checker) find(code string, s ghg.Severity, t Table, row int, stated, found, format string, a ...any) {
	c.findOf(code, s, t.row(row), stated, found, format, a...)
}

func (c *checker) findOf(code string, s ghg.Severity, of, stated, found, format string, a ...any) {
	t := remark(format, a...)
	c.findings.Add(ghg.Finding{Code: code, Severity: s, Of: of, Stated: stated, Found: found, Detail: t.En, DetailKo: t.Ko})
}

func (c *checker) period() {
	m := c.Meta
	if n := m.Last - m.First + 1; n != planYears && !m.IsCheck {
		c.find(FindingPlanYears, ghg.Warning, DocumentMetaTable, 1, fmt.Sprint(n), fmt.Sprint(planYears),
			"the plan is of %d to %d: a local plan covers %d years", m.First, m.Last, planYears)
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
		c.find(FindingUnknownProject, ghg.Serious, t, row, number, "",
			"no project has the management number %s: sector and name are left blank", words.Quote(number))
	}
}

// targets holds sectors against the whole.
func (c *checker) targets() {
	type of struct {
		boundary Boundary
		year     int
	}
	sums := map[of]*sectorSum{}
	for _, t := range c.ReductionTargets {
		k := of{t.Boundary, t.Year}
		if t.Level != SectorTarget || t.Emissions == (ghg.CO2e{}) {
			continue
		}
		if sums[k] == nil {
			sums[k] = &sectorSum{}
		}
		sums[k].add(t.Emissions)
	}
	for i, t := range c.ReductionTargets {
		c.ends(i+1, t)
		s := sums[of{t.Boundary, t.Year}]
		if t.Level != OverallTarget || t.Emissions == (ghg.CO2e{}) || s == nil {
			continue
		}
		switch {
		case s.err != nil:
			c.find(FindingMetrics, ghg.Serious, ReductionTargetsTable, i+1, "", "", "%v", s.err)
		case !s.sum.Equal(t.Emissions):
			c.find(FindingSum, ghg.Serious, ReductionTargetsTable, i+1, t.Emissions.String(), s.sum.String(),
				"the sectors add up to %s in %d, the whole is stated as %s", s.sum, t.Year, t.Emissions)
		}
	}
}

// sectorSum adds up targets of sectors.
type sectorSum struct {
	sum ghg.CO2e
	n   int
	err error
}

func (s *sectorSum) add(x ghg.CO2e) {
	if s.err == nil {
		s.sum, s.err = plus(s.sum, x, s.n)
		s.n++
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
			c.find(FindingNotQuantified, ghg.Warning, MitigationProjectsTable, i+1, p.Number, "",
				"%s is marked as quantified and has no reduction", projectOf(p.Number))
		case !p.Quantified && figures[p.Number]:
			c.find(FindingNotQuantified, ghg.Warning, MitigationProjectsTable, i+1, p.Number, "",
				"%s has a reduction and is not marked as quantified", projectOf(p.Number))
		}
	}
	seen := map[key]bool{}
	for i, a := range c.AnnualImplementation {
		c.known(AnnualImplementationTable, i+1, a.Project)
		c.outside(AnnualImplementationTable, i+1, a.Year)
		c.once(seen, AnnualImplementationTable, i+1, key{a.Project, a.Year, fmt.Sprint(a.From, a.To, a.Quantification)})
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
		c.find(FindingDuplicateRow, ghg.Serious, t, row, k.project, "", "%s has another row for %d", projectOf(k.project), k.year)
	}
	seen[k] = true
}

// reductions holds products, bases and sums of the quantified projects.
func (c *checker) reductions() {
	const t = QuantitativeReductionsTable
	seen, first := map[key]bool{}, map[string]TimeBasis{}
	sums, ns, errs := map[int]ghg.CO2e{}, map[int]int{}, map[int]error{}
	for i, r := range c.QuantitativeReductions {
		c.known(t, i+1, r.Project)
		c.outside(t, i+1, r.Year)
		// One project may monitor several factors, each with a unit of its own.
		c.once(seen, t, i+1, key{r.Project, r.Year, strings.Join([]string{r.Basis.String(), r.Quantification, r.UnitID, r.Factor}, "\n")})
		if b, ok := first[r.Project]; ok && b != r.Basis {
			c.find(FindingMixedBasis, ghg.Serious, t, i+1, r.Basis.String(), b.String(),
				"%s has %s figures and %s ones: they are never added", projectOf(r.Project), b, r.Basis)
		} else {
			first[r.Project] = r.Basis
		}
		c.product(i+1, r)
		if r.Basis != Annual || r.Expected == (ghg.CO2e{}) || errs[r.Year] != nil {
			continue
		}
		sums[r.Year], errs[r.Year] = plus(sums[r.Year], r.Expected, ns[r.Year])
		ns[r.Year]++
	}
	for _, y := range slices.Sorted(maps.Keys(errs)) {
		if errs[y] != nil {
			c.findOf(FindingMetrics, ghg.Serious, fmt.Sprintf("%s, %d", t, y), "", "", "the reductions of the year cannot be added: %v", errs[y])
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
			c.find(FindingMetrics, ghg.Serious, ReductionTargetsTable, i+1, "", "",
				"target and projects cannot be compared in %d: %v", goal.Year, err)
		case short.Sign() > 0:
			c.find(FindingBelowTarget, ghg.Warning, ReductionTargetsTable, i+1, need.String(), sum.String(),
				"the target asks for %s in %d and the quantified projects, simply added, cut %s: %s are missing", need, goal.Year, sum, short)
		}
	}
}

// product holds a reduction against its quantity and unit.
func (c *checker) product(row int, r QuantitativeReduction) {
	product, err := r.PerUnit.Scale(r.Quantity.Amount())
	if err == nil && r.PerUnit != (ghg.CO2e{}) && !r.Quantity.IsUnset() && !held(product).Equal(held(r.Expected)) {
		c.find(FindingProduct, ghg.Serious, QuantitativeReductionsTable, row, r.Expected.String(), product.String(),
			"%s × %s per %s = %s", r.Quantity, r.PerUnit, r.Quantity.Unit(), product)
	}
}
