package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/target"
)

// Why a base year was published again is said once: the bridge between the two figures
// names the cause, and the base of the target is restated over it.
func ExampleRestatementOf() {
	view := grossOn("IPCC 1996")
	published := func(v ghg.Vintage, amount, source string) ghg.Yearly {
		y, _ := ghg.NewYearly("KOR", view, ghg.SAR, []ghg.YearFigure{{Year: 2018, CO2e: ghg.MustCO2e(amount), Vintage: v, Source: source}})
		return y
	}
	t, _ := target.New(target.Definition{Name: "country 2030", Place: "KOR", Due: 2030, Views: target.Same(view), Metric: ghg.SAR,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("725.0 Mt"), Cut: ghg.MustShare("40%")},
		Source: "constructed goal", Published: ghg.MustDate("2021-10-27")})
	h, _ := target.NewHistory(t)

	coal := bridge.Cause{Kind: bridge.CauseCorrection, What: "coal burnt by private plants had been left out",
		Date: ghg.MustDate("2025-01-02"), Document: "GIR national inventory 2024"}
	change, err := bridge.Published(2018, published(1, "725.0 MtCO2e (SAR)", "GIR 2023"),
		published(2, "732.9 MtCO2e (SAR)", "GIR 2024"), coal.Of(ghg.MustMass("7.9 Mt")))
	if err != nil {
		fmt.Println(err)
		return
	}
	h, err = h.Restate(target.RestatementOf(change, coal))
	fmt.Println(h.Current(), err)
	fmt.Println(h.Current().Base, "·", h.Current().Cause.Korean())

	_, err = h.Restate(target.RestatementOf(change, coal)) // once more: the base has moved on
	fmt.Println(err)
	// Output:
	// version 2, 2025-01-02: error, coal burnt by private plants had been left out: country 2030: 40% below 2018 by 2030 <nil>
	// 725000000 tCO2e (SAR) to 732900000 tCO2e (SAR): 1.09% · 오류 정정
	// change of target "country 2030", from "725000000 tCO2e (SAR)": the target counts from 732900000 tCO2e (SAR)
}
