package sheet_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
)

// townFormat is how the files of the example's town are written.
func townFormat() sheet.Format {
	areas, _ := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "town plan", Name: "기후계획", Source: "기후계획 2024",
		Areas: []strategy.Area{{Code: "B", Name: "건물"}, {Code: "T", Name: "수송"}},
	})
	return sheet.Format{
		CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme},
		Framework: areas, Source: "기후계획 2024", Metric: ghg.AR5, Prices: strategy.Nominal,
	}
}

const townActions = `관리번호,사업명,부문,주관부서,협조부서,추진상태,시작일,비고
B-1,노후주택 단열개선,건물,주택과,도시공사 (공동주관); 에너지공단,추진중,2025-03-01,
B-2,고효율 보일러 보급,건물,환경과,,예산확보,,- 저소득층 우선
T-1,전기버스 전환,수송,교통과,,승인,,
T-2,기후교육,수송,교육과,,구상,,정량화 없음
`

const townEffects = `관리번호,감축구분,배출원,연료,연도,감축량,단위,감축률,상호작용
B-1,예상,I.1.1,도시가스,2030,,,30%,중복
B-2,예상,I.1.1,도시가스,2030,,,20%,중복
T-1,예상,II.1.1,경유,2030,12.25,천톤CO2eq,,
`

const townBaseline = `배출원,연료,연도,배출량,단위
I.1.1,도시가스,2030,40,천톤
II.1.1,경유,2030,25,천톤
나머지,,2030,35,천톤
`

// A town keeps its plan in spreadsheets: one of actions, one of what they cut.
// With a baseline they say what the plan adds up to.
func Example_spreadsheets() {
	format := townFormat()
	actions, report, err := sheet.ReadActions(strings.NewReader(townActions), format)
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	actions, report, err = sheet.ReadEffects(strings.NewReader(townEffects), format, actions)
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	forecast, report, err := sheet.ReadBaseline(strings.NewReader(townBaseline), format, strategy.BaselineDefinition{
		Name: "배출전망", Place: "군위읍", View: gpc.Basic, Metric: ghg.AR5, Source: "배출전망 2024",
	})
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	base, err := strategy.NewBaseline(forecast)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, findings, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "기후계획", Place: "군위읍", Framework: format.Framework, View: gpc.Basic, Metric: ghg.AR5, Actions: actions,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range findings.All {
		if f.Code == strategy.FindingNotQuantified {
			fmt.Println(f)
		}
	}
	e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	fmt.Println(y.Baseline(), "−", y.Reduction(), "=", y.Emissions())
	fmt.Println("overlap", y.Overlap())
	// Output:
	// action "T-2", not-quantified: it has no effect on emissions that is quantified
	// 100000 tCO2e (AR5) − 29850 tCO2e (AR5) = 70150 tCO2e (AR5)
	// overlap 2400 tCO2e (AR5)
}

// All that is wrong with a file is said at once, in its own words. The buses
// get none of their effects, as one of their lines is at fault.
func ExampleReadEffects() {
	format := townFormat()
	actions, _, _ := sheet.ReadActions(strings.NewReader(townActions), format)
	file := `관리번호,감축구분,배출원,연료,연도,감축량,단위,감축률
B-1,예상,I.1.1,도시가스,2030,,,30
B-2,예상,I.1.1,도시가스,2030,,,20%
B-2,예상,I.1.1,도시가스,2031,500,톤,
T-1,예상,II.1.1,경유,2029,9500,톤,
T-1,예상,II.1.1,경유,2030,"12,250",톤,
T-9,목표,IX.1,경유,2030,1,톤,
`
	read, report, err := sheet.ReadEffects(strings.NewReader(file), format, actions)
	fmt.Println(report.Faults)
	for _, a := range read {
		fmt.Print(a.ID, " ", len(a.Effects), " ")
	}
	fmt.Println(err)
	// Output:
	// line 2, 감축률 "30": share "30": a bare number must lie between -1 and 1; write "30%" for percent
	// line 4, 감축량 "500": the effect has shares from line 3 on: it has amounts or shares, not both
	// line 6, 감축량 "12,250": not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed); to read it as 12250 set CSVFormat.Thousands to ','
	// line 7, 관리번호 "T-9": no such action: none was read, or its own line was at fault
	// line 7, 감축구분 "목표": allowed are potential (잠재), expected (예상), implemented (이행), verified (검증), claimed (주장)
	// line 7, 배출원 "IX.1": no category of GPC 1.1
	// B-1 0 B-2 0 T-1 0 T-2 0 <nil>
}

// What was expected and what the meters said lie in two files. A file that is read
// again says nothing new.
func ExampleReadEffects_twoFiles() {
	format := townFormat()
	actions, _, _ := sheet.ReadActions(strings.NewReader(townActions), format)
	plan := "관리번호,감축구분,배출원,연료,연도,감축량,단위\nT-1,예상,II.1.1,경유,2025,9500,톤\n"
	meters := "관리번호,감축구분,배출원,연료,연도,감축량,단위\nT-1,검증,II.1.1,경유,2025,8120,톤\n"
	for _, file := range []string{plan, meters, meters} {
		read, report, err := sheet.ReadEffects(strings.NewReader(file), format, actions)
		if err != nil || report.Faults.Len() > 0 {
			fmt.Println(report.Faults, err)
			continue
		}
		actions = read
	}
	for _, a := range actions {
		for _, e := range a.Effects {
			c, _ := e.Reductions.At(2025)
			fmt.Println(a.ID, e.Kind(), c)
		}
	}
	// Output:
	// line 2, 연도 "2025": what was read before has this year of the effect too <nil>
	// T-1 expected 9500 tCO2e (AR5)
	// T-1 verified 8120 tCO2e (AR5)
}

func ExampleReadActions() {
	actions, report, err := sheet.ReadActions(strings.NewReader(townActions+"T-2,주차요금,교통,교통과,,정상,2026-13-01,\n"), townFormat())
	a := actions[0]
	fmt.Println(a.ID, a.Name, a.Area, a.Stage, a.Start, a.Partners)
	fmt.Println(report.Faults, err)
	// Output:
	// B-1 노후주택 단열개선 B in progress 2025-03-01 [{도시공사 co-lead} {에너지공단 support}]
	// line 6, 부문 "교통": no area of town plan: allowed are B, T
	// line 6, 추진상태 "정상": allowed are unstated, idea (구상), scoping (기획), feasibility (타당성검토, 타당성조사), approved (승인, 확정), funded (예산확보), in progress (시행중, 진행중, 추진, 추진중), completed (완료, 준공), operating (운영, 운영중), postponed (보류, 연기), cancelled (취소, 폐지), merged (통합), superseded (대체)
	// line 6, 시작일 "2026-13-01": write a day from 1850 to 2300 as 2026-03-01
	// line 6, 관리번호 "T-2": line 5 has this ID too <nil>
}

func ExampleReadBudget() {
	file := `관리번호,연도,재원,금액,단위
B-1,2026,국비,3.5,억원
B-1,2026,시·군·구비,150,백만원
B-2,2026,시비,1,억원
`
	actions := []strategy.Action{{ID: "B-1"}, {ID: "B-2"}}
	read, report, err := sheet.ReadBudget(strings.NewReader(file), townFormat(), actions)
	for _, l := range read[0].Budget {
		fmt.Println(l.Year, l.Funds, l.Money)
	}
	fmt.Println(report.Faults, err)
	// Output:
	// 2026 national 350000000 KRW (nominal)
	// 2026 municipal 150000000 KRW (nominal)
	// line 4, 재원 "시비": it is read in two ways: write provincial (시·도비) for a metropolitan city's money and municipal (시·군·구비) for a municipality's; allowed are national (국비), provincial (도비, 시도비, 시비도비), municipal (구군비, 구비, 군비, 시군구비), local (지방비), earmarked (기금), private (민간, 민자), household (가계), business (기업), credit revenue (배출권수익, 배출권판매수익, 크레딧수입) <nil>
}

func ExampleReadTasks() {
	file := `action,phase,phase_start,phase_end,id,name,due,weight,state,done,completed_on
buses,until 2030,2025,2030,depot,Charging depot,2027-06-30,3,completed,,2027-05-12
buses,until 2030,,,fleet,First 40 buses,2028-12-31,7,in progress,25%,
buses,until 2040,2031,2040,,,,,,,
`
	read, _, err := sheet.ReadTasks(strings.NewReader(file), sheet.Format{}, []strategy.Action{{ID: "buses"}})
	for _, p := range read[0].Phases {
		fmt.Println(p.ID, p.Start, p.End)
		for _, t := range p.Tasks {
			fmt.Println("  ", t.ID, t.Weight, t.State, t.Earned())
		}
	}
	fmt.Println(err)
	// Output:
	// until 2030 2025 2030
	//    depot 3 completed 100%
	//    fleet 7 in progress 25%
	// until 2040 2031 2040
	// <nil>
}

// A sum with a line missing would be too low, so none of it is given.
func ExampleReadBaseline() {
	d := strategy.BaselineDefinition{Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast of 2024"}
	read, report, err := sheet.ReadBaseline(strings.NewReader(townBaseline+"나머지,,2031,약 30,천톤\n"), townFormat(), d)
	fmt.Println(len(read.Sources), err)
	fmt.Println(report.Faults)
	// Output:
	// 0 <nil>
	// line 5, 배출량 "약 30": not a number: "약" is not allowed in it
}

// A total as the press prints it stands in one cell, or has its unit beside it.
func ExampleReadBaseline_numberWords() {
	d := strategy.BaselineDefinition{Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "press, 2024"}
	read, report, err := sheet.ReadBaseline(strings.NewReader(`배출원,연도,배출량,단위
I.1.1,2030,881만9000톤,
나머지,2030,1천662만 8천,t
`), townFormat(), d)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Faults)
		return
	}
	fmt.Println(read.Sources[0].ByYear[2030], read.Rest[2030])
	// Output:
	// 8819000 tCO2e (AR5) 16628000 tCO2e (AR5)
}

// A note that a spreadsheet would take for a formula has an apostrophe before
// it in the file, and none once it is read again.
func ExampleWriteActions() {
	err := sheet.WriteActions(os.Stdout, []strategy.Action{{
		ID: "buses", Name: "Electric buses", Area: "T", Level: strategy.Municipality, Stage: strategy.Funded, Continuous: true,
		Partners:   []strategy.Partner{{Body: "bus company", Role: strategy.CoLead}, {Body: "grid operator"}},
		ProposedBy: []strategy.Proposer{{Body: "Citizens Council", Members: 40, Chairs: 2}},
		Codes:      []strategy.TaxonomyCode{{Taxonomy: "SDG", Code: "11"}}, Source: "climate plan, 2024", Note: "=A1 of the old sheet",
	}})
	fmt.Println(err)
	// Output:
	// id,name,name_ko,area,lead,partners,proposed_by,level,stage,purpose,start,end,continuous,target_group,legal_basis,requires,excludes,into,codes,source,note,links
	// buses,Electric buses,,T,,bus company (co-lead); grid operator,"Citizens Council (40 members, 2 chairs)",municipality,funded,,,,true,,,,,,SDG:11,"climate plan, 2024",'=A1 of the old sheet,
	// <nil>
}

func ExampleWriteEffects() {
	cuts, _ := strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare("30%")})
	err := sheet.WriteEffects(os.Stdout, []strategy.Action{
		action("windows", "E", strategy.Effect{On: on("I.1.1", "gas", ""), Interaction: strategy.Overlapping, Cuts: cuts}),
		action("buses", "T", expected(on("II.1.1", "diesel", ""), "12250", strategy.InteractionUnstated)),
	})
	fmt.Println(err)
	// Output:
	// action,kind,category,scheme,fuel,end_use,effect,interaction,year,amount,unit,metric,share,source,confidence,note
	// windows,expected,I.1.1,GPC 1.1,gas,,,overlapping,2030,,,,30%,,,
	// buses,expected,II.1.1,GPC 1.1,diesel,,,,2030,12250,tCO2e,unstated,,,,
	// <nil>
}

func ExampleWriteBudget() {
	err := sheet.WriteBudget(os.Stdout, []strategy.Action{{ID: "buses", Budget: []strategy.BudgetLine{
		{Year: 2026, Funds: strategy.NationalFunds, Money: strategy.MustMoney("35억원", strategy.Nominal)},
		{Year: 2026, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("15억원", strategy.Nominal)},
	}}})
	fmt.Println(err)
	// Output:
	// action,year,funds,amount,unit,prices
	// buses,2026,national,3500000000,KRW,nominal
	// buses,2026,municipal,1500000000,KRW,nominal
	// <nil>
}

// What could not be read again is refused before anything is written.
func ExampleWriteTasks() {
	a := strategy.Action{ID: "buses", Phases: []strategy.Phase{{ID: "until 2030", Tasks: []strategy.Task{
		{ID: "depot", Name: "Charging depot", Weight: decimalOf("3"), State: strategy.TaskCompleted},
	}}}}
	err := sheet.WriteTasks(os.Stdout, []strategy.Action{a})
	fmt.Println(err)
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Code)
	// Output:
	// what is to be written could not be read: line 2, completed_on: a completed task needs the day on which it was completed
	// true task
}

// A file with decimal commas, from a city in Germany.
func ExampleFormat() {
	file := strings.NewReader("action;kind;category;fuel;year;amount;unit\nbuses;expected;II.1.1;diesel;2030;12,25;kt\n")
	format := sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme, Comma: true, Delimiter: ';'}, Metric: ghg.AR5}
	read, _, err := sheet.ReadEffects(file, format, []strategy.Action{{ID: "buses"}})
	c, _ := read[0].Effects[0].Reductions.At(2030)
	fmt.Println(c, err)
	// Output:
	// 12250 tCO2e (AR5) <nil>
}
