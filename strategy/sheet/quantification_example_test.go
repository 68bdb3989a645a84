package sheet_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
)

// townFactors are the factors that the town's projects call by name.
const townFactors = `계수,단위,상태,출처,2024년,2025년
전력,tCO2eq/MWh,확정,국가 고시,0.4173,
전력,kgCO2eq/MWh,전망,,,390
`

// townUnits are reduction units of a guideline.
func townUnits() []strategy.PublishedUnit {
	return []strategy.PublishedUnit{{ID: "1-1/2", Per: ghg.MegawattHour, Saves: ghg.MustCO2e("0.4781 tCO2e (AR5)"), Source: "지침 부록 3"}}
}

// The usual project has two lines: a target and a result, with the number of a published
// unit. What one car changes stands on lines of its own, one a source.
const townProjects = `관리번호,정량번호,항목,모니터링인자,단위,집계방식,내용연수,감축원단위번호,배출원,연료,용도,상호작용,단위당절감량,절감단위,계수,계수연도,출처,2024,2025
B-1,1,목표물량,발전량,MWh,연간 활동량,,1-1/2,,,전력,중복,,,,,기본계획 2024,260,580
B-1,1,실적물량,,,,,,,,,,,,,,이행점검 2025,245.14,
T-1,1,목표물량,전기승용차 보급대수,대,연간 신규,10,,,,,,,,,,기본계획 2024,28,50
T-1,1,실적물량,,,,,,,,,,,,,,이행점검 2025,26,
T-1,1,단위효과,,,,,,II.1.1,휘발유,,중복,1.8,tCO2eq,휘발유 승용차,,차종 모형,,
T-1,1,단위효과,,,,,,II.1.2,전력,,중복,-2000,kWh,전력,해당연도,,,
`

func ExampleReadQuantifications() {
	format := townFormat()
	actions, _, err := sheet.ReadActions(strings.NewReader(townActions), format)
	if err != nil {
		fmt.Println(err)
		return
	}
	factors, report, err := sheet.ReadFactors(strings.NewReader(townFactors), format)
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	actions, report, err = sheet.ReadQuantifications(strings.NewReader(townProjects), format, actions,
		sheet.Named{Factors: factors, Units: townUnits()})
	if err != nil || report.Faults.Len() > 0 {
		fmt.Println(err, report.Faults)
		return
	}
	for _, a := range actions {
		for _, q := range a.Quantifications {
			for kind := range q.Kinds() {
				net, err := q.Net(kind, 2024, 2025)
				if err != nil {
					fmt.Println(err)
					return
				}
				for year, amount := range net.All() {
					fmt.Println(a.ID, q.Counts(), kind.Korean(), year, amount)
				}
			}
		}
	}
	// Output:
	// B-1 발전량 예상 2024 124.306 tCO2e (AR5)
	// B-1 발전량 예상 2025 277.298 tCO2e (AR5)
	// B-1 발전량 이행 2024 117.201434 tCO2e (AR5)
	// T-1 전기승용차 보급대수 예상 2024 27.0312 tCO2e (AR5)
	// T-1 전기승용차 보급대수 예상 2025 79.56 tCO2e (AR5)
	// T-1 전기승용차 보급대수 이행 2024 25.1004 tCO2e (AR5)
}

// What cannot be used is said with its line and column, also where it shows only once all
// lines are read.
func ExampleReadQuantifications_faults() {
	file := `관리번호,정량번호,항목,모니터링인자,단위,집계방식,내용연수,배출원,단위당절감량,절감단위,계수,2024,2025
B-1,1,목표물량,세대수,가구,누적 보급,10,,,,,100,-5
B-1,1,단위효과,,,,,I.1.1,200,L,등유,,
B-2,1,목표물량,보일러,대,연간 신규,,,,,,12,30%
B-2,1,단위효과,,,,,I.1.1,0.3,tCO2eq,,,
T-1,1,목표물량,버스,대,누적 보급,,,,,,5,-1
T-1,1,단위효과,,,,,II.1.1,60,tCO2eq,,,
`
	actions, _, _ := sheet.ReadActions(strings.NewReader(townActions), townFormat())
	factors, _, _ := sheet.ReadFactors(strings.NewReader(townFactors), townFormat())
	read, report, err := sheet.ReadQuantifications(strings.NewReader(file), townFormat(), actions, sheet.Named{Factors: factors})
	fmt.Println(report.Faults)
	fmt.Println(len(read[0].Quantifications), err)
	// Output:
	// line 2, 2025 "-5": 0 or more is allowed
	// line 3, 계수 "등유": allowed are 전력
	// line 4, 내용연수: what is new in a year works for some years, or for good (영구): say how long
	// line 4, 2025 "30%": the unit is not %
	// line 6, 2025 "-1": 0 or more is allowed
	// 0 <nil>
}

// Quantifications of a plan are written with the series that they name.
func ExampleWriteQuantifications() {
	format := townFormat()
	factors, _, _ := sheet.ReadFactors(strings.NewReader(townFactors), format)
	actions, _, err := sheet.ReadQuantifications(strings.NewReader(townProjects), format,
		[]strategy.Action{{ID: "B-1"}, {ID: "T-1"}}, sheet.Named{Factors: factors, Units: townUnits()})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := sheet.WriteQuantifications(os.Stdout, actions); err != nil {
		fmt.Println(err)
	}
	if err := sheet.WriteFactors(os.Stdout, sheet.FactorsOf(actions...)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// action,no,item,counts,unit,counting,life,decay,renewed_to,last,unit_id,category,scheme,fuel,end_use,interaction,per_one,per_one_unit,metric,factor,factor_year,kept,reason,by,source,2024,2025
	// B-1,1,expected,발전량,MWh,done in the year,,,,,,,,,,,,,,,,,,,기본계획 2024,260,580
	// B-1,1,implemented,발전량,MWh,done in the year,,,,,,,,,,,,,,,,,,,이행점검 2025,245.14,
	// B-1,1,published unit,,,,,,,,1-1/2,,,,전력,overlapping,0.4781,tCO2e,AR5,,,,,,지침 부록 3,,
	// T-1,1,expected,전기승용차 보급대수,vehicle,new in the year,10,,,,,,,,,,,,,,,,,,기본계획 2024,28,50
	// T-1,1,implemented,전기승용차 보급대수,vehicle,new in the year,10,,,,,,,,,,,,,,,,,,이행점검 2025,26,
	// T-1,1,unit effect,,,,,,,,,II.1.1,GPC 1.1,휘발유,,overlapping,1.8,tCO2e,AR5,휘발유 승용차,,,,,차종 모형,,
	// T-1,1,unit effect,,,,,,,,,II.1.2,GPC 1.1,전력,,overlapping,-2000,kWh,,전력,of each year,,,,,,
	// factor,edition,unit,metric,status,source,factor_source,mean_from,mean_to,published,all_years,2024,2025
	// 전력,,tCO2e/MWh,AR5,actual,국가 고시,,,,,,0.4173,
	// 전력,,tCO2e/MWh,AR5,projected,국가 고시,,,,,,,0.39
}
