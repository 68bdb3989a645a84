package track

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// EarnedValue is how far work has come, and at what cost, by earned value management. PV
// is what should be done by the day, EV what is done, SPI = EV/PV: below 1 it is behind
// plan. In money EV is the budget of the work that is done and AC what was spent on it,
// CPI = EV/AC: below 1 it costs more than its budget.
type EarnedValue struct {
	// Of is what it is of: "plan", the code of an area, the ID of an action, "until 2030".
	// Name and NameKo are its names, where they are known.
	Of        string    `json:"of,omitempty"`
	Name      string    `json:"name"`
	NameKo    string    `json:"name_ko,omitempty"`
	On        ghg.Date  `json:"on,omitzero"`
	Weighting Weighting `json:"weighting"`
	PV        ghg.Ratio `json:"pv"`
	EV        ghg.Ratio `json:"ev"`
	SPI       ghg.Ratio `json:"spi"`
	// Planned, Earned and Total are Σ weight of tasks due, Σ weight × part done
	// and Σ weight. With [ActionsEqually] the weights of each action are divided
	// by their sum, so Total is the number of actions with tasks.
	Planned   decimal.Decimal `json:"planned"`
	Earned    decimal.Decimal `json:"earned"`
	Total     decimal.Decimal `json:"total"`
	Actions   int             `json:"actions"`   // with tasks that count
	Tasks     int             `json:"tasks"`     // that count
	Undated   int             `json:"undated"`   // of those, without a due day
	Cancelled int             `json:"cancelled"` // tasks that do not count
	// Outside are the tasks that count and are due in a year that their phase does not
	// have, or beyond the action: a score by phase has them in the wrong step, and what
	// is planned in the years of the phase is short of them. See
	// [Implementation.Findings].
	Outside int `json:"outside"`
	// Budget is what is set aside in the years until that of the day and what was spent of
	// it, on all its actions, withdrawn ones too: execution by year and by source of funds.
	Budget Budget `json:"budget"`
	// Budgeted counts the actions with tasks and a budget above 0. BAC is their budget of
	// all years (budget at completion), PlannedMoney and EarnedMoney are Σ budget × PV and
	// Σ budget × EV of each of them.
	Budgeted     int            `json:"budgeted"`
	BAC          strategy.Money `json:"bac"`
	PlannedMoney strategy.Money `json:"plannedMoney"`
	EarnedMoney  strategy.Money `json:"earnedMoney"`
	// Reported counts those of them of which spending is reported for every year and source
	// with a budget until the year of the day. AC is what was spent on these until then, and
	// ReportedEarned is their part of EarnedMoney. The others are in neither.
	Reported       int            `json:"reported"`
	AC             strategy.Money `json:"ac"`
	ReportedEarned strategy.Money `json:"reportedEarned"`
	CPI            ghg.Ratio      `json:"cpi"` // ReportedEarned / AC
	ofPhase        bool
}

// weights are the sums over the tasks of one action, or of some of its phases.
type weights struct{ planned, earned, total decimal.Decimal }

// weigh sums up the tasks that count, and hands on each task.
func weigh(phases []strategy.Phase, on ghg.Date, each func(strategy.Task)) (w weights) {
	for _, p := range phases {
		for _, t := range p.Tasks {
			each(t)
			if t.State == strategy.TaskCancelled {
				continue
			}
			w.total = w.total.Add(t.Weight)
			w.earned = w.earned.Add(t.Weight.Mul(t.Earned().Fraction()))
			if t.Due != (ghg.Date{}) && !on.Before(t.Due) {
				w.planned = w.planned.Add(t.Weight)
			}
		}
	}
	return w
}

// add takes up the tasks of one action, or of some of its phases, of which some are
// due outside.
func (s *EarnedValue) add(phases []strategy.Phase, outside map[string]bool) {
	w := weigh(phases, s.On, func(t strategy.Task) {
		switch {
		case t.State == strategy.TaskCancelled:
			s.Cancelled++
			return
		case t.Due == ghg.Date{}:
			s.Undated++
		case outside[t.ID]:
			s.Outside++
		}
		s.Tasks++
	})
	if w.total.IsZero() {
		return
	}
	s.Actions++
	if s.Weighting == ActionsEqually {
		w.planned, _ = exact.Quotient(w.planned, w.total, meanPlaces)
		w.earned, _ = exact.Quotient(w.earned, w.total, meanPlaces)
		w.total = decimal.New(1, 0)
	}
	s.Planned, s.Earned, s.Total = s.Planned.Add(w.planned), s.Earned.Add(w.earned), s.Total.Add(w.total)
}

// account takes up the money of one action.
func (s *EarnedValue) account(m account) {
	if m.bac.IsUnset() {
		return
	}
	s.Budgeted++
	s.BAC, s.PlannedMoney, s.EarnedMoney = plus(s.BAC, m.bac), plus(s.PlannedMoney, m.planned), plus(s.EarnedMoney, m.earned)
	if m.spent.IsUnset() {
		return
	}
	s.Reported++
	s.AC, s.ReportedEarned = plus(s.AC, m.spent), plus(s.ReportedEarned, m.earned)
}

func (s EarnedValue) finish() EarnedValue {
	s.PV = ghg.Quotient(s.Planned, s.Total, reasons.noTask.En)
	s.EV = ghg.Quotient(s.Earned, s.Total, reasons.noTask.En)
	why := reasons.notDue.En + s.On.String()
	if s.Total.IsZero() {
		why = reasons.noTask.En
	}
	s.SPI = ghg.Quotient(s.Earned, s.Planned, why)
	switch {
	case s.ofPhase:
		s.CPI = ghg.Undefined(reasons.ofPhases.En)
	case s.Budgeted == 0:
		s.CPI = ghg.Undefined(reasons.noneBudgeted.En)
	case s.Reported == 0:
		s.CPI = ghg.Undefined(reasons.noneReported.En)
	case s.AC.Sign() <= 0:
		s.CPI = ghg.Undefined(reasons.nothingSpent.En)
	default:
		s.CPI = ghg.Quotient(s.ReportedEarned.Amount(), s.AC.Amount(), "")
	}
	return s
}

// ScheduleVariance is SV = EV - PV in money: below 0 less work is done than should be, by
// its budget. It is false where no action with tasks has a budget.
func (s EarnedValue) ScheduleVariance() (strategy.Money, bool) {
	m, err := s.EarnedMoney.Sub(s.PlannedMoney)
	return m, err == nil && s.Budgeted > 0
}

// CostVariance is CV = EV - AC of the actions whose spending is reported: below 0 the work
// costs more than its budget. It is false where there are none.
func (s EarnedValue) CostVariance() (strategy.Money, bool) {
	m, err := s.ReportedEarned.Sub(s.AC)
	return m, err == nil && s.Reported > 0
}

// String is the score as one line, with cost where there is a budget: money in whole units.
func (s EarnedValue) String() string { return s.term().En }

// Korean is String in Korean.
func (s EarnedValue) Korean() string { return s.term().Ko }

func (s EarnedValue) term() words.Term {
	name := named(s.Of, s.Name, s.NameKo)
	if s.Of == ofPlan.En || s.ofPhase { // these are words, and no codes
		name = words.Term{En: s.Of, Ko: s.NameKo}
	}
	var t words.Term
	if s.Total.IsZero() {
		t = words.Term{En: "%s on %s: %s", Ko: "%s, %s 기준: %s"}.With(name, s.On, ratioTerm(s.EV, s.EV.String()))
	} else {
		t = words.Term{En: "%s on %s: planned %s, earned %s, SPI %s", Ko: "%s, %s 기준: 계획 진척률 %s, 실적 진척률 %s, 일정성과지수(SPI) %s"}.With(
			name, s.On, percentTerm(s.PV, 1), percentTerm(s.EV, 1), indexTerm(s.SPI))
	}
	if s.Outside > 0 {
		t = joined(t, words.Term{En: "; %d of %d tasks due outside their phase", Ko: "; 과업 %[2]d개 가운데 %[1]d개의 기한이 단계 밖"}.With(
			s.Outside, s.Tasks))
	}
	if s.Budgeted > 0 {
		t = joined(t, words.Term{En: "; ", Ko: "; "}, s.cost())
	}
	return t
}

// cost is schedule and cost in money.
func (s EarnedValue) cost() words.Term {
	sv, _ := s.ScheduleVariance()
	cv, known := s.CostVariance()
	t := words.Term{En: "schedule variance %s, CPI %s", Ko: "일정편차 %s, 비용성과지수(CPI) %s"}.With(
		sv.Round(0).Shown(), indexTerm(s.CPI))
	if !known {
		return t
	}
	t = joined(t, words.Term{En: ", cost variance %s", Ko: ", 비용편차 %s"}.With(cv.Round(0).Shown()))
	if n := s.Budgeted - s.Reported; n > 0 {
		t = joined(t, words.Term{En: " (without %d of %d actions, whose spending is not reported)",
			Ko: "(사업 %[2]d개 가운데 집행 미보고 %[1]d개 제외)"}.With(n, s.Budgeted))
	}
	return t
}

// Details is the score as arithmetic.
func (s EarnedValue) Details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s on %s, earned value, %s", named(s.Of, s.Name, s.NameKo).En, s.On, s.Weighting)
	fmt.Fprintf(&b, "\n  PV = Σ weight due / Σ weight = %s / %s = %s", s.Planned, s.Total, s.PV)
	fmt.Fprintf(&b, "\n  EV = Σ weight × done / Σ weight = %s / %s = %s", s.Earned, s.Total, s.EV)
	fmt.Fprintf(&b, "\n  SPI = EV / PV = %s / %s = %s", s.Earned, s.Planned, s.SPI)
	fmt.Fprintf(&b, "\n  %d tasks of %d actions; %d without a due day, never in PV; %d cancelled, left out",
		s.Tasks, s.Actions, s.Undated, s.Cancelled)
	if s.Outside > 0 {
		fmt.Fprintf(&b, "; %d due outside their phase", s.Outside)
	}
	if sv, ok := s.ScheduleVariance(); ok {
		fmt.Fprintf(&b, "\n  actions with tasks and a budget: %d, together %s", s.Budgeted, s.BAC)
		fmt.Fprintf(&b, "\n  SV = Σ budget × EV - Σ budget × PV = %s - %s = %s", s.EarnedMoney.Amount(), s.PlannedMoney.Amount(), sv.Amount())
		fmt.Fprintf(&b, "\n  of these with spending reported until %d: %d", s.On.Year, s.Reported)
	}
	if cv, ok := s.CostVariance(); ok {
		fmt.Fprintf(&b, "\n  CPI = EV / AC = %s / %s = %s", s.ReportedEarned.Amount(), s.AC.Amount(), s.CPI)
		fmt.Fprintf(&b, "\n  CV = EV - AC = %s", cv.Amount())
	}
	return b.String()
}
