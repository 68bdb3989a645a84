package korea_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDocumentFaults(t *testing.T) {
	long := strings.Repeat("x", 10_001)
	for name, c := range map[string]struct {
		change func(*korea.DocumentDefinition)
		want   string // code, table, row and column
	}{
		"no number": {func(d *korea.DocumentDefinition) { d.MitigationProjects[0].Number = "" },
			"project mitigation_projects, row 1, 관리번호"},
		"long number": {func(d *korea.DocumentDefinition) { d.MitigationProjects[0].Number = long[:201] },
			"project mitigation_projects, row 1, 관리번호"},
		"two of a number": {func(d *korea.DocumentDefinition) { d.MitigationProjects[2].Number = "E-01" },
			"project mitigation_projects, row 3, 관리번호"},
		"text":           {func(d *korea.DocumentDefinition) { d.GovernanceFeedback[0].Due = long }, "text governance_feedback, row 1, 기한"},
		"no first year":  {func(d *korea.DocumentDefinition) { d.Meta.First = 0 }, "year document_meta, row 1, 계획시작연도"},
		"plan backwards": {func(d *korea.DocumentDefinition) { d.Meta.Last = 2025 }, "year document_meta, row 1, 계획종료연도"},
		"span backwards": {func(d *korea.DocumentDefinition) {
			d.AnnualImplementation[0].From, d.AnnualImplementation[0].To = 2031, 2030
		}, "year annual_implementation, row 1, 기간종료"},
		"target year": {func(d *korea.DocumentDefinition) { d.Meta.TargetYears = []int{20} }, "year document_meta, row 1, 목표연도"},
		"published":   {func(d *korea.DocumentDefinition) { d.Meta.Published.Day = 31 }, "year document_meta, row 1, 발간일"},
		"government":  {func(d *korea.DocumentDefinition) { d.Meta.Government = 7 }, "code document_meta, row 1, 지자체유형"},
		"condition":   {func(d *korea.DocumentDefinition) { d.RegionalConditions[0].Year = 0 }, "year regional_conditions, row 1, 연도"},
		"number": {func(d *korea.DocumentDefinition) {
			d.RegionalConditions[0].Value = decimal.NewNullDecimal(decimal.New(1, 1000))
		}, "number regional_conditions, row 1, 값"},
		"kind":         {func(d *korea.DocumentDefinition) { d.EmissionsRegional[1].Kind = 0 }, "code emissions_regional, row 2, 배출유형"},
		"managed kind": {func(d *korea.DocumentDefinition) { d.EmissionsManagement[0].Kind = 4 }, "code emissions_management, row 1, 직간접구분"},
		"scenario":     {func(d *korea.DocumentDefinition) { d.EmissionsForecast[0].Scenario = 0 }, "code emissions_forecast, row 1, 시나리오"},
		"level":        {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].Level = 0 }, "code reduction_targets, row 2, 목표수준"},
		"boundary":     {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].Boundary = 0 }, "code reduction_targets, row 2, 목표범위"},
		"base year":    {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].BaseYear = 0 }, "year reduction_targets, row 2, 기준연도"},
		"metric": {func(d *korea.DocumentDefinition) { d.ReductionTargets[1].BAU = ghg.MustCO2e("1 tCO2e (AR5)") },
			"metrics-in-row reduction_targets, row 2, 배출전망"},
		"plan year": {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].Year = 0 }, "year annual_implementation, row 1, 연도"},
		"half a span": {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].From = 2031 },
			"year annual_implementation, row 1, 기간종료"},
		"other half": {func(d *korea.DocumentDefinition) { d.AnnualImplementation[0].To = 2031 }, "year annual_implementation, row 1, 기간시작"},
		"basis": {func(d *korea.DocumentDefinition) { d.QuantitativeReductions[3].Basis = 3 },
			"code quantitative_reductions, row 4, 시간기준"},
		"dollars": {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Budget = won("1 mn USD") },
			"money financial_plan, row 1, 예산액"},
		"no budget": {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Budget = strategy.Money{} },
			"money financial_plan, row 1, 예산액"},
		"no funds":        {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Funds = 0 }, "code financial_plan, row 1, 재원구분"},
		"unknown funds":   {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].Funds = 10 }, "code financial_plan, row 1, 재원구분"},
		"total and funds": {func(d *korea.DocumentDefinition) { d.FinancialPlan[0].IsTotal = true }, "code financial_plan, row 1, 재원구분"},
		"status": {func(d *korea.DocumentDefinition) { d.MonitoringPerformance[0].Status = 5 },
			"code monitoring_performance, row 1, 달성여부"},
		"two units": {func(d *korea.DocumentDefinition) {
			d.MonitoringPerformance[0].Monitored = ghg.MustQuantity("330 MW")
		}, "units-in-row monitoring_performance, row 1, 단위"},
		"rows": {func(d *korea.DocumentDefinition) { d.GovernanceFeedback = make([]korea.GovernanceFeedback, 100_001) },
			"rows governance_feedback, rows"},
	} {
		d := check()
		c.change(&d)
		_, _, err := korea.NewDocument(d)
		var faults ghg.Faults
		require.True(t, errors.As(err, &faults), name)
		var got []string
		for _, f := range faults.All {
			got = append(got, f.Code+" "+f.Of+", "+f.Field)
			assert.Zero(t, f.Line, "a row of a table is no line of a file")
			assert.Equal(t, ghg.PlaceID("하늘군"), f.Place)
		}
		assert.Contains(t, got, c.want, name)
	}
	d := check()
	d.Place = ""
	_, _, err := korea.NewDocument(d)
	assert.ErrorContains(t, err, `document "하늘군 2027년도 추진상황 점검", place: a name is needed`)
	d.Place = ghg.PlaceID(long[:201])
	_, _, err = korea.NewDocument(d)
	assert.Error(t, err)
	d.Place = ghg.PlaceID(long[:200])
	d.GovernanceFeedback = make([]korea.GovernanceFeedback, 5)
	d.GovernanceFeedback[0].Due = long[:10_000]
	d.MitigationProjects = append(d.MitigationProjects, korea.MitigationProject{Number: long[:200]})
	_, _, err = korea.NewDocument(d)
	assert.NoError(t, err)
}

// A row on AR5 and an unstated amount do not meet, in either order.
func TestUnstatedMetricInARow(t *testing.T) {
	d := check()
	d.ReductionTargets = []korea.ReductionTarget{{Level: korea.OverallTarget, Boundary: korea.WholeRegion, Year: 2030, BaseYear: 2018,
		Base: ghg.MustCO2e("10 tCO2e"), Emissions: ghg.MustCO2e("6 tCO2e (AR5)")}}
	_, _, err := korea.NewDocument(d)
	assert.ErrorContains(t, err, "another amount of the row is on metric")
	d.ReductionTargets[0].Base = ghg.CO2e{}
	_, _, err = korea.NewDocument(d)
	assert.NoError(t, err)
}

func TestDocumentIsImmutable(t *testing.T) {
	d := check()
	doc, _, err := korea.NewDocument(d)
	require.NoError(t, err)
	before := text(t, doc, korea.MitigationProjectsTable) + text(t, doc, korea.DocumentMetaTable)
	e := doc.Definition()
	for _, x := range []korea.DocumentDefinition{d, e} {
		x.MitigationProjects[0].Lead = "changed"
		x.Meta.TargetYears[0] = 2099
	}
	assert.Equal(t, before, text(t, doc, korea.MitigationProjectsTable)+text(t, doc, korea.DocumentMetaTable))
	assert.False(t, doc.IsZero())
	assert.True(t, korea.Document{}.IsZero())
	assert.Empty(t, korea.Document{}.Definition())
}

func text(t testing.TB, doc korea.Document, table korea.Table) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, doc.WriteTable(&b, table, korea.CSVStyle{}, words.Korean))
	return b.String()
}

// Figures keep their minus and every digit; rates are rounded half away from
// zero; what is not stated is blank.
func TestCells(t *testing.T) {
	d := check()
	d.Meta = korea.DocumentMeta{First: 2026, Last: 2035}
	d.ReductionTargets = []korea.ReductionTarget{
		{Level: korea.SectorTarget, Boundary: korea.ManagementAndAdditional, Sector: korea.Label{En: "transport"},
			BaseYear: 2018, Base: ghg.MustCO2e("30000 tCO2e (AR5)"), Year: 2030, Emissions: ghg.MustCO2e("33001.5 tCO2e (AR5)")},
		{Level: korea.OverallTarget, Boundary: korea.WholeRegion, Year: 2050}}
	d.FinancialPlan = append(d.FinancialPlan, korea.FinancialLine{Part: korea.OtherPart, Funds: strategy.CreditRevenue, Year: 2026,
		Budget: strategy.MustMoney("-1234567원", 2024)})
	doc, _, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Contains(t, text(t, doc, korea.DocumentMetaTable), "하늘군,,,,,2026,2035,,,,아니오\n")
	lines := strings.Split(text(t, doc, korea.ReductionTargetsTable), "\n")
	assert.Equal(t, "하늘군,부문,관리권한+추가감축,transport,2018,30000,,2030,,,33001.5,,-10.01,AR5", lines[1])
	assert.Equal(t, "하늘군,총괄,지역전체,,,,,2050,,,,,,", lines[2])
	assert.Contains(t, text(t, doc, korea.FinancialPlanTable), "하늘군,기타,,,,크레딧 수입,2026,-1.234567,2024년 불변\n")
	var b bytes.Buffer
	require.NoError(t, doc.WriteTable(&b, korea.FinancialPlanTable, korea.CSVStyle{}, words.English))
	assert.Contains(t, b.String(), "하늘군,other,,,,credit revenue,2026,-1.234567,2024 prices\n")
}

func TestRate(t *testing.T) {
	r := korea.ReductionTarget{Base: ghg.MustCO2e("0 tCO2e"), Emissions: ghg.MustCO2e("1 tCO2e")}
	assert.Equal(t, "the base is 0", r.Rate().Undefined())
	r.Base = ghg.MustCO2e("1 tCO2e (AR5)")
	assert.Contains(t, r.Rate().Undefined(), "do not meet")
	r.BAU = ghg.MustCO2e("1 tCO2e (AR5)")
	_, ok := r.TargetReduction()
	assert.False(t, ok)
	r.Emissions = ghg.CO2e{}
	_, ok = r.TargetReduction()
	assert.False(t, ok)
	assert.Equal(t, "base and target emissions are needed", r.Rate().Undefined())
	assert.IsType(t, ghg.Ratio{}, r.Rate())
}
