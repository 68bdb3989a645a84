package korea

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// DocumentDefinition is what [NewDocument] makes a document of: the rows of its
// tables. Those of the last two belong to an annual check.
type DocumentDefinition struct {
	Place                  ghg.PlaceID             `json:"place"`
	Meta                   DocumentMeta            `json:"meta"`
	PlanOverview           []PlanOverview          `json:"planOverview,omitempty"`
	RegionalConditions     []RegionalCondition     `json:"regionalConditions,omitempty"`
	EmissionsRegional      []RegionalEmissions     `json:"emissionsRegional,omitempty"`
	EmissionsManagement    []ManagedEmissions      `json:"emissionsManagement,omitempty"`
	EmissionsForecast      []Forecast              `json:"emissionsForecast,omitempty"`
	ReductionTargets       []ReductionTarget       `json:"reductionTargets,omitempty"`
	VisionStrategy         []VisionStrategy        `json:"visionStrategy,omitempty"`
	MitigationProjects     []MitigationProject     `json:"mitigationProjects,omitempty"`
	AnnualImplementation   []AnnualImplementation  `json:"annualImplementation,omitempty"`
	QuantitativeReductions []QuantitativeReduction `json:"quantitativeReductions,omitempty"`
	FinancialPlan          []FinancialLine         `json:"financialPlan,omitempty"`
	FoundationMeasures     []FoundationMeasure     `json:"foundationMeasures,omitempty"`
	GovernanceFeedback     []GovernanceFeedback    `json:"governanceFeedback,omitempty"`
	MonitoringPerformance  []Performance           `json:"monitoringPerformance,omitempty"`
	ChangesActions         []ChangeAction          `json:"changesActions,omitempty"`
}

// Document is a plan or an annual check as its tables. It is immutable. The
// zero Document is refused.
type Document struct{ def *document }

type document struct {
	DocumentDefinition
	number map[string]int // of the project with a management number
}

var errNoDocument = errors.New("no document: make one with korea.NewDocument")

// maxRows is how many rows a table may have.
const maxRows = 100_000

// The codes of the faults of a row: what cannot be written.
const (
	FaultProject = "project"        // no management number, or one that two projects have
	FaultText    = "text"           // too long, or not UTF-8
	FaultCode    = "code"           // a coded value that is missing or unknown
	FaultYear    = "year"           // no such year or day
	FaultMetric  = "metrics-in-row" // two metrics in one row
	FaultMoney   = "money"          // none, or not in won
	FaultUnit    = "units-in-row"   // two units in one row
	FaultNumber  = "number"         // out of bounds
	FaultRows    = "rows"           // too many
)

// NewDocument makes a document of its rows, of which a table has 100,000 at most.
// What cannot be written is refused as a whole, with a [ghg.Faults] of every fault
// at once, each of a table and row. What can be written and does not agree stands,
// with findings: see the Finding… constants.
func NewDocument(d DocumentDefinition) (Document, ghg.Findings, error) {
	var faults ghg.Faults
	if faults.CleanPlace("document "+words.Quote(d.Meta.Plan), "place", &d.Place) {
		return Document{}, ghg.Findings{}, faults
	}
	doc := &document{d.clone(), map[string]int{}}
	refuse := func(code, of, field, value, detail string) {
		faults.Add(ghg.Fault{Code: code, Place: d.Place, Of: of, Field: field, Value: value, Detail: detail})
	}
	for i, p := range doc.MitigationProjects {
		if j, taken := doc.number[p.Number]; taken && p.Number != "" {
			t := MitigationProjectsTable
			refuse(FaultProject, t.row(i+1), t.info().columns[1].Name.Ko, p.Number, fmt.Sprintf("row %d has this management number too", j+1))
			continue
		}
		doc.number[p.Number] = i
	}
	for t := range Tables() {
		rows := doc.rows(t)
		if n := len(rows); n > maxRows {
			refuse(FaultRows, string(t), "rows", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxRows))
			continue
		}
		for i, r := range rows {
			for _, f := range doc.cells(t, r, words.Korean).faults {
				refuse(f.Code, t.row(i+1), f.Field, f.Value, f.Detail)
			}
		}
	}
	if err := faults.Err(); err != nil {
		return Document{}, ghg.Findings{}, err
	}
	return Document{doc}, doc.check(), nil
}

// Definition is what the document was made of.
func (d Document) Definition() DocumentDefinition {
	if d.def == nil {
		return DocumentDefinition{}
	}
	return d.def.clone()
}

// IsZero reports whether there is no document.
func (d Document) IsZero() bool { return d.def == nil }

// Len is the number of rows of a table.
func (d Document) Len(t Table) int {
	if d.def == nil {
		return 0
	}
	return len(d.def.rows(t))
}

// clone copies what a caller could change.
func (d DocumentDefinition) clone() DocumentDefinition {
	d.Meta.TargetYears = slices.Clone(d.Meta.TargetYears)
	d.PlanOverview = slices.Clone(d.PlanOverview)
	d.RegionalConditions = slices.Clone(d.RegionalConditions)
	d.EmissionsRegional = slices.Clone(d.EmissionsRegional)
	d.EmissionsManagement = slices.Clone(d.EmissionsManagement)
	d.EmissionsForecast = slices.Clone(d.EmissionsForecast)
	d.ReductionTargets = slices.Clone(d.ReductionTargets)
	d.VisionStrategy = slices.Clone(d.VisionStrategy)
	d.MitigationProjects = slices.Clone(d.MitigationProjects)
	d.AnnualImplementation = slices.Clone(d.AnnualImplementation)
	d.QuantitativeReductions = slices.Clone(d.QuantitativeReductions)
	d.FinancialPlan = slices.Clone(d.FinancialPlan)
	d.FoundationMeasures = slices.Clone(d.FoundationMeasures)
	d.GovernanceFeedback = slices.Clone(d.GovernanceFeedback)
	d.MonitoringPerformance = slices.Clone(d.MonitoringPerformance)
	d.ChangesActions = slices.Clone(d.ChangesActions)
	return d
}

// rows are the rows of a table.
func (d *document) rows(t Table) []row {
	switch t {
	case DocumentMetaTable:
		return []row{d.Meta}
	case PlanOverviewTable:
		return asRows(d.PlanOverview)
	case RegionalConditionsTable:
		return asRows(d.RegionalConditions)
	case EmissionsRegionalTable:
		return asRows(d.EmissionsRegional)
	case EmissionsManagementTable:
		return asRows(d.EmissionsManagement)
	case EmissionsForecastTable:
		return asRows(d.EmissionsForecast)
	case ReductionTargetsTable:
		return asRows(d.ReductionTargets)
	case VisionStrategyTable:
		return asRows(d.VisionStrategy)
	case MitigationProjectsTable:
		return asRows(d.MitigationProjects)
	case AnnualImplementationTable:
		return asRows(d.AnnualImplementation)
	case QuantitativeReductionsTable:
		return asRows(d.QuantitativeReductions)
	case FinancialPlanTable:
		return asRows(d.FinancialPlan)
	case FoundationMeasuresTable:
		return asRows(d.FoundationMeasures)
	case GovernanceFeedbackTable:
		return asRows(d.GovernanceFeedback)
	case MonitoringPerformanceTable:
		return asRows(d.MonitoringPerformance)
	case ChangesActionsTable:
		return asRows(d.ChangesActions)
	}
	return nil
}

func asRows[R row](rs []R) []row {
	out := make([]row, len(rs))
	for i, r := range rs {
		out[i] = r
	}
	return out
}

// cells are those of one row.
func (d *document) cells(t Table, r row, lang words.Language) *cells {
	c := &cells{lang: lang, table: t.info(), number: d.project}
	c.text(string(d.Place))
	r.write(c)
	return c
}

// project finds a project by its management number.
func (d *document) project(number string) (MitigationProject, bool) {
	i, ok := d.number[number]
	if !ok || number == "" {
		return MitigationProject{}, false
	}
	return d.MitigationProjects[i], true
}
