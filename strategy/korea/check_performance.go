package korea

import (
	"github.com/localghg/localghg/ghg"
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
		c.once(seen, t, i+1, key{p.Project, p.Year, p.Planned.unit})
		k := of{p.Project, p.Year}
		c.attainment(i+1, p)
		project := projectOf(p.Project)
		late := p.Status == Delayed || p.Status == Missed
		if p.Status == 0 {
			c.find(FindingNoStatus, ghg.Warning, t, i+1, p.Project, "", "%s has no status in %d: %s", project, p.Year, p.Attainment)
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

// attainment holds the rate of a project against its quantities.
func (c *checker) attainment(row int, p Performance) {
	rate, ok := p.Attainment.Value()
	if !ok || p.Planned.IsUnset() || p.Monitored.IsUnset() || p.Planned.amount.IsZero() {
		return
	}
	found := ghg.Quotient(p.Monitored.amount, p.Planned.amount, "")
	if v, _ := found.Value(); !v.Shift(2).Round(ratePlaces).Equal(rate.Shift(2).Round(ratePlaces)) {
		stated, computed := p.Attainment.Percent(ratePlaces), found.Percent(ratePlaces)
		c.find(FindingAttainment, ghg.Serious, MonitoringPerformanceTable, row, stated, computed,
			"monitored %s / planned %s = %s, and %s is stated", p.Monitored, p.Planned, computed, stated)
	}
}
