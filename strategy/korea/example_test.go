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
	"github.com/localghg/localghg/ghg/words"
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
	if err := doc.WriteTable(os.Stdout, korea.ChangesActionsTable, korea.CSVStyle{}, words.Korean); err != nil {
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
	err = doc.WriteTables(korea.CSVStyle{ByteOrderMark: true}, words.Korean, func(name string) (io.Writer, error) {
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
		fmt.Println(c.Header(words.Korean), "|", c.Header(words.English), "|", c.Added)
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

// 300 kW are built in 2026 and 400 kW in 2027: 700 kW save in 2027. The rows come of the
// plan; nobody writes them.
func ExampleQuantitativeReductions() {
	rows, err := korea.QuantitativeReductions(korea.Annual, county(), strategy.Baseline{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range rows[:4] {
		fmt.Println(r.Explain())
	}
	// Output:
	// project "E-01", quantification "1" reduction in 2026, annual = 185.1 tCO2e
	//   q = 300 kW   # quantity: 시설용량; derivation ca6be2f62d8e…
	//   u = 0.617 tCO2e/kW   # reduction unit 1-1/1; source: guideline for local carbon-neutrality plans, appendix 3 (third party's transcription)
	//   R = q × u = 300 × 0.617 = 185.1 tCO2e   # expected reduction
	// rounding: to 12 decimal places, half away from zero: R
	// project "E-01", quantification "1" reduction in 2027, annual = 431.9 tCO2e
	//   q = 700 kW   # quantity: 시설용량; derivation f93932997415…
	//   u = 0.617 tCO2e/kW   # reduction unit 1-1/1; source: guideline for local carbon-neutrality plans, appendix 3 (third party's transcription)
	//   R = q × u = 700 × 0.617 = 431.9 tCO2e   # expected reduction
	// rounding: to 12 decimal places, half away from zero: R
	// project "E-01", quantification "1" reduction in 2028, annual = 740.4 tCO2e
	//   q = 1200 kW   # quantity: 시설용량; derivation 7f740f72954d…
	//   u = 0.617 tCO2e/kW   # reduction unit 1-1/1; source: guideline for local carbon-neutrality plans, appendix 3 (third party's transcription)
	//   R = q × u = 1200 × 0.617 = 740.4 tCO2e   # expected reduction
	// rounding: to 12 decimal places, half away from zero: R
	// project "T-01", quantification "1" reduction in 2026, annual = 116.4 tCO2e
	//   q = 120 vehicle   # quantity: 전기승용차 보급대수(대); derivation 46e34e3cafda…
	//   u = 0.97 tCO2e/vehicle   # reduction unit 4-1; source: guideline for local carbon-neutrality plans, appendix 3 (third party's transcription)
	//   R = q × u = 120 × 0.97 = 116.4 tCO2e   # expected reduction
	// rounding: to 12 decimal places, half away from zero: R
}

// A unit of the appendix in the model of a project: it says what it acts on.
func ExampleReductionUnit_PublishedUnit() {
	u, _ := korea.FindReductionUnit("4-2")
	trucks, err := u.PublishedUnit(strategy.EmissionSource{EndUse: "화물차"}, strategy.Overlapping)
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := strategy.NewQuantification(strategy.QuantificationDefinition{ID: "trucks", Counts: u.Definition().Factor, Unit: u.Per(),
		Counting: strategy.StandingInYear, Published: trucks, Source: "plan 2026",
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2026: decimal.NewFromInt(40)}}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := q.ByPublishedUnit(strategy.Expected, 2026, 2026)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.At(2026))
	u, _ = korea.FindReductionUnit("5-3")
	_, err = u.PublishedUnit(strategy.EmissionSource{EndUse: "난방"}, strategy.Overlapping)
	fmt.Println(err)
	// Output:
	// 86.2 tCO2e true
	// reduction unit "5-3", per "RT": say which with AssumePer: unknown unit "RT": it is read in more than one way (the US ton of refrigeration is 3.517 kW, the Japanese one 3.861): write kW; allowed are units such as kWh, TJ, TJ (net), Gcal, TOE, t, L, Nm3, 천㎥, km, 대·km, 인·km, m2, ha, 두, 명, 가구, 대 (ghg.AllUnits lists them)
}

// Whoever knows which ton of refrigeration a plant is rated in says so.
func ExampleReductionUnit_AssumePer() {
	u, _ := korea.FindReductionUnit("5-3")
	us, err := u.AssumePer(ghg.MustUnit("USRT"), "the supplier's data sheet")
	fmt.Println(us, "-", us.Definition().Note, err)
	_, err = us.AssumePer(ghg.MustUnit("JRT"), "newer")
	fmt.Println(err)
	// Output:
	// 5-3 농촌 지열히트펌프 보급: 1.37 tCO2e per 미국냉동톤 (보급용량) - RT taken as USRT: the supplier's data sheet <nil>
	// reduction unit "5-3", per "JRT": it is by USRT already
}

// Photovoltaics hold the grid of 2021 (0.4781, SAR). A city that counts by its own may
// restate them, and says so.
func ExampleReductionUnit_Restated() {
	grid, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR 2025", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2024, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []string{"1-1/2", "1-1/1", "4-1"} {
		u, _ := korea.FindReductionUnit(id)
		ours, err := u.Restated(grid, 2024)
		fmt.Println(ours, err)
	}
	// Output:
	// 1-1/2 태양광 발전: 0.0004173 tCO2e (AR5) per kWh (발전량) <nil>
	// 1-1/1 태양광 발전: 0.538536080318 tCO2e (AR5) per kW (시설용량) <nil>
	// no reduction unit reduction unit "4-1", contains "전력": it is not known to contain a factor of it: state effects of your own
}

// Photovoltaics by energy: ER = E × 0.45941 / 1000, E in kWh.
func ExampleNewReductionUnit() {
	u, err := korea.NewReductionUnit(korea.ReductionUnitDefinition{
		Project: "태양광 발전", Factor: "발전량", Per: ghg.KilowattHour, Saves: ghg.MustCO2e("0.00045941 tCO2e (SAR)"),
		Source: "public sector guideline, notice 2020-304, table 7", Year: 2020,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(u)
	fmt.Println(u.Saves().Scale(decimal.NewFromInt(1250000)))
	// Output:
	// 태양광 발전: 0.00045941 tCO2e (SAR) per kWh (발전량)
	// 574.2625 tCO2e (SAR) <nil>
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

// A third of the cars that were planned is missed; nothing planned is no rate. The
// attainment of the quantity is not that of the reduction.
func ExampleAttainment() {
	for a := range county().Actions() {
		for _, q := range a.Quantifications {
			for _, year := range []int{2026, 2027} {
				x, err := korea.AttainmentOf(a.ID, q, year, strategy.Baseline{})
				if err != nil {
					fmt.Println(err)
					return
				}
				status, err := x.Status(korea.OwnStatusRules)
				fmt.Println(x.Project, year, x.OfQuantity.Percent(1), status, err, "| reduction", x.OfReduction.Percent(1))
			}
		}
	}
	fmt.Println(korea.OwnStatusRules)
	// Output:
	// E-01 2026 103.3% achieved <nil> | reduction 103.3%
	// E-01 2027 82.5% on track <nil> | reduction 91.4%
	// T-01 2026 80.0% on track <nil> | reduction 80.0%
	// T-01 2027 45.0% missed <nil> | reduction 45.0%
	// W-01 2026 undefined: the year was not monitored  <nil> | reduction undefined: no reduction is known of what was done
	// W-01 2027 100.0% achieved <nil> | reduction 100.0%
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
	fmt.Println(b.Details())
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
			fmt.Println(u.ID(), u.Definition().Project, "|", u.Saves(), "per", u.Per().Korean())
		}
	}
	fmt.Println(n, "in all")
	// Output:
	// 6-1 준호기성 매립지 | 0.05 tCO2e per 톤
	// 6-2/1 고형폐기물의 생물학적 처리량 감소 | 0.439 tCO2e per 톤
	// 10 in all
}
