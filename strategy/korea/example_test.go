package korea_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
)

// A county hands in the check of 2027 and looks at what does not agree first.
func ExampleDocument() {
	doc, findings, err := korea.NewDocument(check())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range findings.All {
		fmt.Println(f)
	}
	if err := doc.WriteTable(os.Stdout, korea.ChangesActionsTable, korea.CSVStyle{Language: korea.Korean}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// reduction_targets, row 2, below-target: the target asks for 2000 tCO2e in 2028 and the quantified projects, simply added, cut 1282.228 tCO2e: 717.772 tCO2e are missing
	// 지자체명,점검연도,부문,관리번호,사업명,변경전,변경후,변경사유,지연미달성사유,조치계획
	// 하늘군,2027,수송,T-01,전기승용차 보급,260대,200대,국비 축소,보조금 조기 소진,추경 편성
}

// What cannot be written is refused at once, row by row.
func ExampleNewDocument() {
	d := plan()
	d.MitigationProjects[1].Number = "E-01"
	d.QuantitativeReductions[0].Basis = 0
	_, _, err := korea.NewDocument(d)
	var faults ghg.Faults
	fmt.Println(errors.As(err, &faults))
	for _, f := range faults.All {
		fmt.Println(f.Error())
	}
	// Output:
	// true
	// mitigation_projects, row 2, 관리번호 "E-01": row 1 has this management number too
	// quantitative_reductions, row 1, 시간기준: one of the values is needed
}

// All tables, each to a file of its name.
func ExampleDocument_WriteTables() {
	doc, _, err := korea.NewDocument(plan())
	if err != nil {
		fmt.Println(err)
		return
	}
	n := 0
	err = doc.WriteTables(korea.CSVStyle{Language: korea.Korean, ByteOrderMark: true}, func(name string) (io.Writer, error) {
		if n++; n <= 2 {
			fmt.Println(name)
		}
		return io.Discard, nil // os.Create(filepath.Join(dir, name)), closed after it
	})
	fmt.Println(n, err)
	// Output:
	// 00_문서메타.csv
	// 01_계획개요.csv
	// 16 <nil>
}

// Headers in both languages, with their units.
func ExampleTable() {
	fmt.Println(korea.FinancialPlanTable.Name().Ko, "|", korea.FinancialPlanTable.Name().En)
	for c := range korea.FinancialPlanTable.Columns() {
		fmt.Println(c.Header(korea.Korean), "|", c.Header(korea.English), "|", c.Added)
	}
	// Output:
	// 재정투자계획 | financial plan
	// 지자체명 | Local government | false
	// 계획구분 | Part of the plan | false
	// 관리번호 | Management number | true
	// 부문 | Sector | false
	// 사업명 | Project | false
	// 재원구분 | Source of funds | false
	// 연도 | Year | false
	// 예산액(백만원) | Budget (million KRW) | false
	// 가격 기준 | Prices | true
}

// 300 kW are built in 2026 and 400 kW in 2027: 700 kW save in 2027.
func ExampleQuantification() {
	q, err := korea.NewQuantification(solar())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Explain(strategy.Expected, 2027))
	sum, err := q.Cumulative(strategy.Expected, 2028)
	fmt.Println("to 2028:", sum, err)
	_, err = q.Reductions(strategy.Verified)
	fmt.Println(errors.Is(err, korea.ErrNotVerified))
	// Output:
	// expected reductions of project E-01 in 2027: 700 kW standing, of those new in the last 20 years (시설용량) × 0.617 tCO2e per kW = 431.9 tCO2e; guideline for local carbon-neutrality plans, appendix 3 (third party's transcription); medium
	// to 2028: 1357.4 tCO2e <nil>
	// true
}

// The same three numbers are three figures, by what they count.
func ExampleCounting() {
	d := solar()
	for _, c := range []korea.Counting{korea.NewInYear, korea.StandingInYear, korea.DoneInYear} {
		d.Counting, d.Life = c, 0
		if c == korea.NewInYear {
			d.Life = 2
		}
		q, err := korea.NewQuantification(d)
		if err != nil {
			fmt.Println(err)
			return
		}
		saved, _ := q.Annual(strategy.Expected, 2028)
		fmt.Println(c.Label().Ko, "|", c, "|", saved)
	}
	_, err := korea.NewQuantification(korea.QuantificationDefinition{Project: "E-01", Unit: unit("1-1/1")})
	fmt.Println(err)
	// Output:
	// 연간 신규 | new in the year | 555.3 tCO2e
	// 누적 보급 | standing in the year | 308.5 tCO2e
	// 연간 활동량 | done in the year | 308.5 tCO2e
	// project "E-01", counting "no counting": say what a quantity counts, such as korea.StandingInYear
}

// Photovoltaics by energy: ER = E × 0.45941 / 1000, E in kWh.
func ExampleNewReductionUnit() {
	u, err := korea.NewReductionUnit(korea.ReductionUnitDefinition{
		Project: "태양광 발전", Factor: "발전량", Per: "kWh", Saves: ghg.MustCO2e("0.00045941 tCO2e (SAR)"),
		Source: "public sector guideline, notice 2020-304, table 7", Year: 2020,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := korea.NewQuantification(korea.QuantificationDefinition{Project: "E-02", Unit: u, Counting: korea.DoneInYear,
		Planned: map[int]decimal.Decimal{2026: decimal.NewFromInt(1250000)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(u)
	fmt.Println(q.Annual(strategy.Expected, 2026))
	// Output:
	// 태양광 발전: 0.00045941 tCO2e (SAR) per kWh (발전량)
	// 574.2625 tCO2e (SAR) true
}

// The appendix does not say its metric. Its figure for electricity is the grid
// factor on SAR, and whoever knows that may say so.
func ExampleReductionUnit_AssumeMetric() {
	u, _ := korea.FindReductionUnit("1-1/2")
	fmt.Println(u)
	sar, err := u.AssumeMetric(ghg.SAR, "the grid factor approved in 2021")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sar, "-", sar.Definition().Note)
	_, err = sar.AssumeMetric(ghg.AR5, "newer")
	fmt.Println(err)
	// Output:
	// 1-1/2 태양광 발전: 0.0004781 tCO2e per kWh (발전량)
	// 1-1/2 태양광 발전: 0.0004781 tCO2e (SAR) per kWh (발전량) - taken as SAR: the grid factor approved in 2021
	// CO2e on metric SAR and on metric AR5 do not meet: compute both with one metric
}

// A third of the cars that were planned is missed; nothing planned is no rate.
func ExampleAttainment() {
	for _, q := range projects() {
		for _, year := range []int{2026, 2027} {
			a, _ := q.Attainment(year)
			status, err := a.Status(korea.OwnStatusRules)
			fmt.Println(a.Project, year, a.Rate.Percent(1), status, err)
		}
	}
	fmt.Println(korea.OwnStatusRules)
	// Output:
	// E-01 2026 103.3% achieved <nil>
	// E-01 2027 82.5% on track <nil>
	// T-01 2026 80.0% on track <nil>
	// T-01 2027 45.0% missed <nil>
	// W-01 2026 undefined: the year was not monitored  <nil>
	// W-01 2027 100.0% achieved <nil>
	// own thresholds: achieved from 100%, on track from 80%, delayed from 50%, else missed (own choice; the guideline as known has no numbers)
}

// Gyeonggi's target, in its own figures: 83,243 kt are forecast for 2030 and
// 46,581 kt allowed.
func ExampleReductionTarget() {
	t := korea.ReductionTarget{
		Level: korea.OverallTarget, Boundary: korea.WholeRegion, BaseYear: 2018, Base: ghg.MustCO2e("77643 kt CO2e"),
		Year: 2030, BAU: ghg.MustCO2e("83243 kt CO2e"), Emissions: ghg.MustCO2e("46581 kt CO2e"),
	}
	fmt.Println(t.TargetReduction())
	fmt.Println(t.Rate().Percent(2))
	t.BaseCounts, t.YearCounts = korea.Label{Ko: "총배출량"}, korea.Label{Ko: "순배출량"}
	if t.IsMixed() {
		fmt.Println("the cut of neither", t.BaseCounts, "nor", t.YearCounts)
	}
	// Output:
	// 36662000 tCO2e true
	// 40.01%
	// the cut of neither 총배출량 nor 순배출량
}

// The report of the check is due on 31 May; a county's plan, six months after
// that of its province.
func ExampleDuty() {
	report, _ := korea.FindDuty("check-report")
	fmt.Println(report)
	fmt.Println(report.DueIn(2027))
	p, _ := korea.FindDuty("municipal-plan")
	fmt.Println(p.DueAfter(ghg.Date{Year: 2026, Month: time.April, Day: 30}))
	// Output:
	// Report of the annual check of the plan, each year by 05-31 (Act §13(2); Decree §8(5))
	// 2027-05-31 true
	// 2026-10-31 true
}

// Gyeongnam's budget of 2025. The page prints 28, 7, 3 and 62 %, and in another
// table 23 % for what has a potential effect: it is 2.7 %.
func ExampleTaggingScheme_Tally() {
	line := func(tag string, projects int, thousands string) korea.TaggedLine {
		return korea.TaggedLine{Tag: tag, Projects: projects, Money: strategy.MustMoney(thousands+"천원", strategy.Nominal)}
	}
	b, err := korea.GyeongnamTagging.Tally([]korea.TaggedLine{
		line("기후친화", 361, "1720112741"), line("부정영향", 144, "475335303"), line("잠재영향", 51, "169851258"), line("중립", 2254, "3829623953"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(b.Explain())
	fmt.Println(b.Percentages(0))
	_, err = korea.NationalTagging.Tally([]korea.TaggedLine{line("잠재영향", 51, "169851258")})
	fmt.Println(err)
	// Output:
	// climate budget, scheme Gyeongnam (Gyeongnam carbon neutrality centre, budget analysis 2025): 2810 projects, 6194923255000 KRW (nominal)
	//   기후친화 (climate-friendly): 361 projects, 1720112741000 KRW (nominal), 27.8%
	//   부정영향 (negative effect): 144 projects, 475335303000 KRW (nominal), 7.7%
	//   잠재영향 (potential effect): 51 projects, 169851258000 KRW (nominal), 2.7%
	//   중립 (neutral): 2254 projects, 3829623953000 KRW (nominal), 61.8%
	// [28 7 3 62] <nil>
	// budget line 1, tag "잠재영향": no class of scheme national: allowed are 감축, 배출, 중립
}

// The council asks for 100 cars more in 2028: the plan again, with another quantity.
func ExampleQuantification_Definition() {
	q, err := korea.NewQuantification(cars())
	if err != nil {
		fmt.Println(err)
		return
	}
	d := q.Definition()
	d.Planned[2028] = d.Planned[2028].Add(decimal.NewFromInt(100))
	more, err := korea.NewQuantification(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for year := range more.Years(strategy.Expected) {
		before, _ := q.Annual(strategy.Expected, year)
		after, _ := more.Annual(strategy.Expected, year)
		fmt.Println(more.Project(), year, before, "->", after)
	}
	// Output:
	// T-01 2026 116.4 tCO2e -> 116.4 tCO2e
	// T-01 2027 252.2 tCO2e -> 252.2 tCO2e
	// T-01 2028 407.4 tCO2e -> 504.4 tCO2e
}

// A document that was handed in, with one row mended.
func ExampleDocument_Definition() {
	doc, _, err := korea.NewDocument(plan())
	if err != nil {
		fmt.Println(err)
		return
	}
	d := doc.Definition()
	d.MitigationProjects[0].Lead = "기후환경과"
	mended, _, err := korea.NewDocument(d)
	fmt.Println(mended.Len(korea.MitigationProjectsTable), "projects", err)
	// Output:
	// 3 projects <nil>
}

// What the county owes in 2027, and by when.
func ExampleDuties() {
	for d := range korea.Duties() {
		if due, ok := d.DueIn(2027); ok && d.By == "local government" {
			fmt.Println(due, d.Name.Ko)
		}
	}
	// Output:
	// 2027-05-31 추진상황 점검 결과 제출
	// 2027-12-31 추진상황 점검 결과 지방의회 보고
	// 2027-03-31 지역 통계 자료 제출
	// 2027-04-30 적응대책 이행 점검 결과
}

// An inventory by sector and kind, as the tables of the plan have it.
func ExampleEmissionsRegional() {
	total := countyTotal()
	rows, err := korea.EmissionsRegional("GIR", total)
	for _, r := range rows {
		fmt.Println(r.Kind.Label().Ko, "|", r.Sector, "|", r.Year, r.Emissions)
	}
	fmt.Println(err)
	// Output:
	// 직접배출 | Stationary energy | 2023 12000.5 tCO2e (AR5)
	// 간접배출 | Stationary energy | 2023 30000 tCO2e (AR5)
	// 직접배출 | Transportation | 2023 45000 tCO2e (AR5)
	// <nil>
}

// Which managed sector a record is in, the county says: here homes are buildings,
// and the rest is left to transport.
func ExampleEmissionsManagement() {
	rows, err := korea.EmissionsManagement("GIR", countyTotal(), func(r ghg.Record) korea.Label {
		if strings.HasPrefix(r.Category.Code, "I.") {
			return korea.Label{Ko: "건물", En: "buildings"}
		}
		return korea.Label{Ko: "수송", En: "transport"}
	})
	for _, r := range rows {
		fmt.Println(r.Sector.Ko, r.Kind, r.Emissions, r.InTotal)
	}
	fmt.Println(err)
	// Output:
	// 건물 direct 12000.5 tCO2e (AR5) true
	// 건물 indirect 30000 tCO2e (AR5) true
	// 수송 direct 45000 tCO2e (AR5) true
	// <nil>
}

// countyTotal is what the county emitted in 2023.
func countyTotal() ghg.Total {
	records := []ghg.Record{record("I.1.1", "CO2", "12000.5 t"), record("I.1.2", "CO2", "30000 t"), record("II.1.1", "CO2", "45000 t")}
	inv, _, err := ghg.NewInventory("하늘군", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		panic(err)
	}
	return must(inv.Total(gpc.Basic, ghg.AR5))
}

// The reduction units of waste, to choose from.
func ExampleReductionUnits() {
	n := 0
	for u := range korea.ReductionUnits() {
		if u.Definition().Sector != "폐기물" {
			continue
		}
		if n++; n <= 2 {
			fmt.Println(u.ID(), u.Definition().Project, "|", u.Saves(), "per", u.Per())
		}
	}
	fmt.Println(n, "in all")
	// Output:
	// 6-1 준호기성 매립지 | 0.05 tCO2e per 톤
	// 6-2/1 고형폐기물의 생물학적 처리량 감소 | 0.439 tCO2e per 톤
	// 10 in all
}

// Was the target quantity changed, and by how much?
func ExampleNewQuantity() {
	before := korea.MustQuantity("260 대")
	after, err := korea.NewQuantity(decimal.NewFromInt(200), "대")
	if err != nil {
		fmt.Println(err)
		return
	}
	switch {
	case before.IsUnset() || after.IsUnset():
		fmt.Println("not stated")
	case before.Unit() != after.Unit():
		fmt.Println("units are not converted")
	case !after.Equal(before):
		fmt.Println("changed by", after.Amount().Sub(before.Amount()), after.Unit())
	}
	_, err = korea.ParseQuantity("200대")
	fmt.Println(err)
	// Output:
	// changed by -60 대
	// quantity "200대": write the number, a blank and the unit, such as 120 대
}
