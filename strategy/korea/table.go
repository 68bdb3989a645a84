package korea

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"sync"

	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/tables.tsv
var tablesTSV string

// Table names one of the tables by its key, such as "financial_plan".
type Table string

// The tables of a plan, and the last two of its annual check.
const (
	DocumentMetaTable           Table = "document_meta"
	PlanOverviewTable           Table = "plan_overview"
	RegionalConditionsTable     Table = "regional_conditions"
	EmissionsRegionalTable      Table = "emissions_regional"
	EmissionsManagementTable    Table = "emissions_management"
	EmissionsForecastTable      Table = "emissions_forecast"
	ReductionTargetsTable       Table = "reduction_targets"
	VisionStrategyTable         Table = "vision_strategy"
	MitigationProjectsTable     Table = "mitigation_projects"
	AnnualImplementationTable   Table = "annual_implementation"
	QuantitativeReductionsTable Table = "quantitative_reductions"
	FinancialPlanTable          Table = "financial_plan"
	FoundationMeasuresTable     Table = "foundation_measures"
	GovernanceFeedbackTable     Table = "governance_feedback"
	MonitoringPerformanceTable  Table = "monitoring_performance"
	ChangesActionsTable         Table = "changes_actions"
)

// Column is a column of a table.
type Column struct {
	Name Label
	Unit Label // of its figures, such as tCO2eq and 백만원; empty where there is none
	// Added says that the column is this package's: the sheets of the guideline
	// do not have it.
	Added bool
}

// Header is the column's name in a language with its unit: "예산액(백만원)",
// "Budget (million KRW)".
func (c Column) Header(lang words.Language) string {
	switch unit := c.Unit.In(lang); {
	case unit == "":
		return c.Name.In(lang)
	case lang == words.Korean:
		return c.Name.In(lang) + "(" + unit + ")"
	default:
		return c.Name.In(lang) + " (" + unit + ")"
	}
}

// tableInfo is a table as the embedded list has it.
type tableInfo struct {
	key     Table
	number  string
	name    Label
	columns []Column
}

var tables = sync.OnceValue(func() []tableInfo {
	var out []tableInfo
	for r := range table.MustRead(tablesTSV, "no", "table", "name_ko", "name_en", "column_ko", "column_en", "unit_ko", "unit_en",
		"added").Rows() {
		label := func(of string) Label { return Label{r.Cell(of + "_ko"), r.Cell(of + "_en")} }
		if key := Table(r.Cell("table")); len(out) == 0 || out[len(out)-1].key != key {
			out = append(out, tableInfo{key: key, number: r.Cell("no"), name: label("name")})
		}
		t := &out[len(out)-1]
		t.columns = append(t.columns, Column{label("column"), label("unit"), r.Cell("added") == "yes"})
	}
	return out
})

// Tables yields the tables in the order of the document.
func Tables() iter.Seq[Table] {
	return func(yield func(Table) bool) {
		for _, t := range tables() {
			if !yield(t.key) {
				return
			}
		}
	}
}

// info is the table in the embedded list; an empty one for another name.
func (t Table) info() tableInfo {
	i := slices.IndexFunc(tables(), func(x tableInfo) bool { return x.key == t })
	if i < 0 {
		return tableInfo{key: t}
	}
	return tables()[i]
}

// row names a row of the table, from 1, in a fault or finding.
func (t Table) row(n int) string { return fmt.Sprintf("%s, row %d", t, n) }

// Name is the table's name in both languages.
func (t Table) Name() Label { return t.info().name }

// Columns yields the columns of the table in their order.
func (t Table) Columns() iter.Seq[Column] { return slices.Values(t.info().columns) }

// FileName is the name of the table's file in a language, numbered in the order
// of the document: "11_재정투자계획.csv", "11_financial_plan.csv".
func (t Table) FileName(lang words.Language) string {
	info := t.info()
	if lang == words.Korean {
		return info.number + "_" + info.name.Ko + ".csv"
	}
	return info.number + "_" + string(info.key) + ".csv"
}

// must is for what the embedded tables hold.
func must[T any](v T, err error) T {
	if err != nil {
		panic("korea: " + err.Error())
	}
	return v
}
