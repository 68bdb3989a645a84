package korea

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// CheckDefinition is what [Check] makes the annual check of a year of.
type CheckDefinition struct {
	Year  int // that is checked
	Rules StatusRules
	// Meta is the heading. That it is a check is set.
	Meta DocumentMeta
	// Plan holds every project, with what was monitored and verified among the quantities
	// of its quantifications ([strategy.Quantification.With]), and what was spent (집행액)
	// beside its budget ([strategy.Action.SpentIn]).
	Plan strategy.Portfolio
	// Evaluation is what Plan is expected to cut, on its baseline. It gives the forecast,
	// the amounts of what cuts a share of a source, and what the targets are held against.
	// The zero Evaluation leaves these out.
	Evaluation strategy.Evaluation
	// Scenario is what the plan stands for in the forecast, and Method how that was made;
	// needed with an evaluation.
	Scenario Scenario
	Method   string
	Targets  []ReductionTarget
	// Factors are those of the place's inventory: units and effects that were made with
	// others are a Serious finding.
	Factors []ghg.Factors
}

// The codes of the findings of a check on its plan, beside those on a document.
const (
	FindingNoFigure     = "no-figure-in-year"   // a project that plans before and after the year, or until it, and not for it
	FindingNotMonitored = "not-monitored"       // planned for the year, and nothing says what was done
	FindingNoSpending   = "no-spending"         // a project with a budget for the year, of which no spending is stated
	FindingWithdrawn    = "spent-on-withdrawn"  // money of a project that has no row
	FindingYearsMissing = "years-of-heading"    // the heading covers years that no row of a table is of
	FindingBelowJointly = "below-target-joint"  // the plan cuts less than the target asks for, overlaps counted
	FindingNoAmount     = "share-not-an-amount" // a share that was monitored: its reduction is not known
)

var checked = struct{ noFigure, notMonitored, noSpending, withdrawn, years, targets, outside, below, share words.Term }{
	noFigure:     words.Term{En: "nothing is planned for %d, but for %s", Ko: "%d년 계획물량이 없음(계획연도: %s)"},
	notMonitored: words.Term{En: "planned for %d, and no quantity says what was done", Ko: "%d년 계획이 있으나 실적물량이 없음"},
	noSpending:   words.Term{En: "%s are budgeted for %d, and no spending is stated", Ko: "예산 %s(%d년)이 있으나 집행액이 없음"},
	withdrawn:    words.Term{En: "%s were spent on it in %d: as it is %s, it has no row", Ko: "%s 집행(%d년): %s 사업이므로 행이 없음"},
	years:        words.Term{En: "the heading is of %d to %d, and the table has no row for %s", Ko: "계획기간은 %d~%d년이나, %s년 행이 없음"},
	targets:      words.Term{En: "the heading names the target years %s, and no target is stated for them", Ko: "목표연도 %s년의 목표가 표에 없음"},
	outside:      words.Term{En: "the check is of %d: the heading is of %d to %d", Ko: "점검연도 %d년은 계획기간(%d~%d년) 밖"},
	below: words.Term{En: "BAU − target asks for %s in %d, and the plan, with what overlaps counted once, cuts %s: %s are missing",
		Ko: "배출전망 − 목표배출량 = %s(%d년)이나, 중복을 뺀 감축량은 %s: %s 부족"},
	share: words.Term{En: "a share of a source was monitored in %d: what it cut is not known, as it is not that share of a forecast",
		Ko: "%d년 실적이 배출원의 비율로만 있음: 전망에 대한 비율이 아니므로 실적감축량을 알 수 없음"},
}

// Check is the annual check of a plan: projects, quantities, reductions and money of all of
// it, and for the year a row for everything that a project counts, for reductions that it
// states, and for every other project. Money of a project stands in the first of its rows.
// What the plan cannot know is the caller's to fill in before [NewDocument]: what was said,
// the status of what is not counted, the kind, changes and actions.
//
// The findings are those on the making of the figures (all years of what is planned, the
// year of what was done), and what of the year is missing or does not agree. NewDocument
// adds those on the rows. What is refused comes at once, as [ghg.Faults]: an evaluation of
// another plan, or not of what is expected.
func Check(d CheckDefinition) (DocumentDefinition, ghg.Findings, error) {
	if err := d.check(); err != nil {
		return DocumentDefinition{}, ghg.Findings{}, err
	}
	base := d.Evaluation.Baseline()
	out := DocumentDefinition{Place: d.Plan.Place(), Meta: d.Meta, MitigationProjects: MitigationProjects(d.Plan),
		ReductionTargets: slices.Clone(d.Targets), AnnualImplementation: AnnualImplementations(d.Plan)}
	out.Meta.IsCheck = true
	var err error
	if out.QuantitativeReductions, err = QuantitativeReductions(Annual, d.Plan, base); err != nil {
		return DocumentDefinition{}, ghg.Findings{}, err
	}
	if out.FinancialPlan, err = FinancialPlan(d.Plan); err != nil {
		return DocumentDefinition{}, ghg.Findings{}, err
	}
	if !d.Evaluation.Portfolio().IsZero() {
		out.EmissionsForecast, err = EmissionsForecast(d.Method, map[Scenario]strategy.Evaluation{d.Scenario: d.Evaluation})
		if err != nil {
			return DocumentDefinition{}, ghg.Findings{}, err
		}
	}
	if out.MonitoringPerformance, err = d.performance(base); err != nil {
		return DocumentDefinition{}, ghg.Findings{}, err
	}
	return out, d.findings(out), nil
}

// check is what does not stand.
func (d CheckDefinition) check() error {
	if d.Plan.IsZero() {
		return strategy.ErrNoPortfolio
	}
	if d.Rules.name == "" {
		return errNoStatusRules
	}
	of := "check " + strconv.Itoa(d.Year)
	var faults ghg.Faults
	faults.RefuseYear(of, "year", d.Year)
	if e := d.Evaluation; !e.Portfolio().IsZero() {
		if e.Kind() != strategy.Expected {
			faults.Refuse(of, "evaluation", e.Kind().String(), "that of what is expected is needed")
		}
		if e.Portfolio().Name() != d.Plan.Name() {
			faults.Refuse(of, "evaluation", e.Portfolio().Name(), "it is not of the plan that is checked, "+words.Quote(d.Plan.Name()))
		}
		if err := e.Portfolio().Basis().Meets("the evaluation", d.Plan.Basis(), "the plan"); err != nil {
			return cmp.Or(faults.Err(), err)
		}
	}
	return faults.Err()
}

// performance are the rows of the year: those of what is quantified, and one of every
// project that has none.
func (d CheckDefinition) performance(base strategy.Baseline) ([]Performance, error) {
	rows, err := MonitoringPerformance(d.Year, d.Rules, d.Plan, base)
	if err != nil {
		return nil, err
	}
	var out []Performance
	for a := range d.Plan.Actions() {
		if a.Stage.IsWithdrawn() {
			continue
		}
		first := len(out)
		for ; len(rows) > 0 && rows[0].Project == a.ID; rows = rows[1:] {
			out = append(out, rows[0])
		}
		if len(out) == first {
			none := ghg.Undefined("the project is not quantified")
			if a.IsQuantified() {
				none = ghg.Undefined("neither a plan nor a result is stated for the year")
			}
			out = append(out, Performance{Year: d.Year, Project: a.ID, OfQuantity: none, OfReduction: none})
		}
		out[first].Spent, _ = a.SpentIn(d.Year)
	}
	return out, nil
}
