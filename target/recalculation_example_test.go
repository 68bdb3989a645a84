package target_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// fivePercent is a policy of an invented council.
func fivePercent() target.RecalculationPolicy {
	p, err := target.NewRecalculationPolicy("five percent", "council resolution, constructed", ghg.MustShare("5%"),
		ghg.MustShare("5%"), bridge.CauseStructural)
	if err != nil {
		panic(err)
	}
	return p
}

func ExampleRecalculationPolicy_Judge() {
	r, err := fivePercent().Judge(daeguHistory(), in2022())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r)
	both, _ := r.Sensitivity(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	for _, v := range both {
		fmt.Println(v.Progress.Base, v.Progress.Achieved.Percent(1))
	}
	due, _ := r.Restated().Limit(2030)
	fmt.Println("if restated, the level of 2030 is", due)
	// Output:
	// not required: a change of -4.88%, -4.88% since the last recalculation, is below 5% and 5%
	// 9430000 tCO2e (AR5) 29.0%
	// 8970000 tCO2e (AR5) 19.1%
	// if restated, the level of 2030 is 4933500 tCO2e (AR5)
}

func ExampleRecalculation_Details() {
	r, _ := fivePercent().Judge(daeguHistory(), in2022())
	fmt.Print(r.Details())
	// Output:
	// target                Daegu 2030: 45% below 2018 by 2030 (version 1)
	// cause                 cause not stated
	// published             2022-12-14, Daegu, December 2022
	// change                9430000 tCO2e (AR5) to 8970000 tCO2e (AR5): -4.88%
	//   relative            (B' - B)/B = (8970000 - 9430000)/9430000 = -0.048780487805
	//   source              9430000 tCO2e (AR5) in GPC 1.1 BASIC: strategy of December 2021
	//   source              8970000 tCO2e (AR5) in GPC 1.1 BASIC: Daegu, December 2022
	// since recalculation   9430000 tCO2e (AR5) to 8970000 tCO2e (AR5): -4.88%
	//   relative            (B' - B0)/B0 = (8970000 - 9430000)/9430000 = -0.048780487805
	//   source              9430000 tCO2e (AR5) in GPC 1.1 BASIC: strategy of December 2021
	//   source              8970000 tCO2e (AR5) in GPC 1.1 BASIC: Daegu, December 2022
	// policy                five percent (from 5%, cumulated from 5%, always for structural); set by council resolution, constructed
	// recalculation         not required: a change of -4.88%, -4.88% since the last recalculation, is below 5% and 5%
	// level if restated     B × (1 - 45%) = 8970000 × 0.55 = 4933500 tCO2e (AR5) in 2030, before 5186500 tCO2e (AR5)
}

func ExampleNewRecalculationPolicy_refused() {
	_, err := target.NewRecalculationPolicy("five percent", "council resolution", ghg.MustShare("500%"), ghg.MustShare("10%"))
	fmt.Println(err)
	// Output:
	// recalculation policy "five percent", significance "500%": a share of the base above 0% and at most 100% is needed
}

func ExampleVersionKind() {
	h, _ := nationalHistory(&testing.T{})
	for v := range h.All() {
		fmt.Println(v.Kind, v.Kind.Korean(), "·", v.Cause, v.Cause.Korean())
	}
	// Output:
	// first 최초 설정 · unknown 원인 미상
	// restated 재산정 · error 오류 정정
	// restated 재산정 · method 산정방법
}
