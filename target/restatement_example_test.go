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
	h, err = h.Restate(target.RestatementOf(change, coal.Unquantified()))
	fmt.Println(h.Current(), err)
	fmt.Println(h.Current().Base, "·", coal.Korean())

	_, err = h.Restate(target.RestatementOf(change, coal.Unquantified())) // once more: the base has moved on
	fmt.Println(err)
	// Output:
	// version 2, 2025-01-02: error, coal burnt by private plants had been left out: country 2030: 40% below 2018 by 2030 <nil>
	// 725000000 tCO2e (SAR) to 732900000 tCO2e (SAR): 1.09% · 오류 정정: coal burnt by private plants had been left out (GIR national inventory 2024, 2025-01-02)
	// change of target "country 2030", from "725000000 tCO2e (SAR)": the target counts from 732900000 tCO2e (SAR)
}

// A base is published again for two reasons, and one document states the part of each. Parts
// that do not add up are a remark.
func ExampleVersion_Causes() {
	view := grossOn("IPCC 1996")
	published := func(v ghg.Vintage, amount string) ghg.Yearly {
		y, _ := ghg.NewYearly("KOR", view, ghg.SAR, []ghg.YearFigure{{Year: 2018, CO2e: ghg.MustCO2e(amount), Vintage: v, Source: "GIR"}})
		return y
	}
	t, _ := target.New(target.Definition{Name: "country 2030", Place: "KOR", Due: 2030, Views: target.Same(view), Metric: ghg.SAR,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("725.0 Mt"), Cut: ghg.MustShare("40%")},
		Source: "constructed goal", Published: ghg.MustDate("2021-10-27")})
	h, _ := target.NewHistory(t)
	coal := bridge.Cause{Kind: bridge.CauseCorrection, What: "coal had been left out", Date: ghg.MustDate("2025-01-02"), Document: "GIR 2024"}
	factors := bridge.Cause{Kind: bridge.CauseData, What: "new factors", Date: ghg.MustDate("2024-12-30"), Document: "notice 2024-5"}
	parts := []bridge.Contribution{coal.Of(ghg.MustMass("8.2 Mt")), factors.Of(ghg.MustMass("-0.2 Mt"))}
	b, err := bridge.Published(2018, published(1, "725.0 MtCO2e (SAR)"), published(2, "732.9 MtCO2e (SAR)"), parts...)
	if err != nil {
		fmt.Println(err)
		return
	}
	h, err = h.Restate(target.RestatementOf(b, parts...))
	fmt.Println(h.Current(), err)
	for _, c := range h.Current().Causes() {
		fmt.Println(c.Korean())
	}
	fmt.Println(h.Findings())
	fmt.Println(h.Findings().Korean())
	// Output:
	// version 2, 2025-01-02: error +8200000 t, data -200000 t, coal had been left out; new factors: country 2030: 40% below 2018 by 2030 <nil>
	// 8200000 t, 오류 정정: coal had been left out (GIR 2024, 2025-01-02)
	// -200000 t, 자료 갱신: new factors (notice 2024-5, 2024-12-30)
	// version 2 of target "country 2030", parts-of-restatement-differ: the 2 causes of the restated base add up to +8000000 t, and the base changed by +7900000 t
	// 목표 "country 2030", 2차, 사유별 합이 재산정 변화량과 다름: 기준배출량 재산정의 원인 2건의 증감량 합계는 +8000000 t이나 기준배출량의 증감량은 +7900000 t입니다
}
