package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// performance holds the check against the projects and the corrective actions.
func (c *checker) performance() {
	const t = MonitoringPerformanceTable
	type of struct {
		project string
		year    int
	}
	action, reason, delay := map[of]bool{}, map[of]bool{}, map[of]bool{}
	for i, a := range c.ChangesActions {
		c.known(ChangesActionsTable, i+1, a.Project)
		k := of{a.Project, a.Year}
		action[k] = action[k] || a.Action != ""
		reason[k] = reason[k] || a.ChangeReason != ""
		delay[k] = delay[k] || a.DelayReason != ""
	}
	seen, checked := map[key]bool{}, map[string]bool{}
	for i, p := range c.MonitoringPerformance {
		checked[p.Project] = true
		c.known(t, i+1, p.Project)
		c.once(seen, t, i+1, key{p.Project, p.Year, p.Quantification + " " + p.Planned.Unit().String()})
		k := of{p.Project, p.Year}
		c.attainment(i+1, p)
		project := projectOf(p.Project)
		late := p.Status == Delayed || p.Status == Missed
		if p.Status == 0 {
			c.find(FindingNoStatus, ghg.Warning, t, i+1, p.Project, "", "%s has no status in %d: %s", project, p.Year, unrated(p.OfQuantity))
		}
		if late && !delay[k] {
			c.find(FindingNoDelayReason, ghg.Warning, t, i+1, p.Status.String(), "",
				"%s is %s in %d, and no reason is stated", project, p.Status, p.Year)
		}
		if late && !action[k] {
			c.find(FindingNoAction, ghg.Warning, t, i+1, p.Status.String(), "",
				"%s is %s in %d, and no corrective action is stated", project, p.Status, p.Year)
		}
		if p.Kind == ChangedInCheck && !reason[k] {
			c.find(FindingNoReason, ghg.Warning, t, i+1, p.Kind.String(), "",
				"%s was changed in %d, and no reason is stated", project, p.Year)
		}
	}
	if !c.Meta.IsCheck {
		return
	}
	for i, p := range c.MitigationProjects {
		if !checked[p.Number] {
			c.find(FindingNotChecked, ghg.Note, MitigationProjectsTable, i+1, p.Number, "", "%s is not in the check", projectOf(p.Number))
		}
	}
}

// attainment holds the rates of a project against its quantities and reductions.
func (c *checker) attainment(row int, p Performance) {
	c.rate(row, p.OfQuantity, p.Monitored.Amount(), p.Planned.Amount(), !p.Planned.IsUnset() && !p.Monitored.IsUnset(),
		"monitored %s / planned %s = %s, and %s is stated", p.Monitored, p.Planned)
	c.rate(row, p.OfReduction, p.Implemented.Tonnes(), p.Expected.Tonnes(), !p.Expected.IsUnset() && !p.Implemented.IsUnset(),
		"implemented %s / expected %s = %s, and %s is stated", p.Implemented, p.Expected)
}

// rate holds one that is stated against the two that it is of, as it is written.
func (c *checker) rate(row int, is ghg.Ratio, a, b decimal.Decimal, both bool, format string, of ...any) {
	v, ok := is.Value()
	found, defined := ghg.Quotient(a, b, "").Value()
	if !ok || !both || !defined || found.Shift(2).Round(ratePlaces).Equal(v.Shift(2).Round(ratePlaces)) {
		return
	}
	stated, computed := is.Percent(ratePlaces), ghg.RatioOf(found).Percent(ratePlaces)
	c.find(FindingAttainment, ghg.Serious, MonitoringPerformanceTable, row, stated, computed, format, append(of, computed, stated)...)
}
