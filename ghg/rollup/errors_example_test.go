package rollup_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
)

// A metropolitan city and its districts are members of one coalition: what counts has to
// be said, and no place counts twice.
func ExampleNestedError() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "coalition", Day: endOf2018,
		Members: []place.Place{at("27"), at("27290"), at("41110")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	reports := []rollup.SeriesOf{
		printed("27", road(), ghg.AR5, map[int]string{2018: "8970 kt"}),
		printed("27290", road(), ghg.AR5, map[int]string{2018: "1500 kt"}),
		printed("41110", road(), ghg.AR5, map[int]string{2018: "5700 kt"}),
	}
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	_, err = g.Yearly(q, []int{2018}, reports)
	var both *rollup.NestedError
	if errors.As(err, &both) {
		fmt.Println(both.Place, both.Below, both.WouldBe)
		fmt.Println(both.Korean())
	}
	q.Nested = rollup.OwnFigure
	out, err := g.Yearly(q, []int{2018}, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range out.Sums[0].Covered {
		fmt.Println(c.Place, "is in the figure of", c.By)
	}
	fmt.Println(out.Sums[0].CO2e.Figure(), "by", q.Nested, "·", q.Nested.Korean())
	// Output:
	// 27 대구광역시 [27290 달서구] 16170000 tCO2e (AR5)
	// 27 대구광역시와 그 하위가 2018년 수치를 함께 냈습니다: 27290 달서구. 모두 더하면 16170000 tCO2e (AR5)로 이중 계산입니다. 자체 수치, 하위 합계, 대조 가운데 무엇을 집계할지 정하십시오
	// 27290 달서구 is in the figure of 27 대구광역시
	// 14670 kt by own figure · 자체 수치
}

func ExampleNotAddableError() {
	published := ghg.MustDeclaredView("total", "somebody's table")
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48860"), at("48880")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = g.Yearly(rollup.Question{View: published, Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("48860", published, ghg.AR5, map[int]string{2018: "89.32 kt"}),
		printed("48880", published, ghg.AR5, map[int]string{2018: "132.25 kt"})})
	var not *rollup.NotAddableError
	if errors.As(err, &not) {
		fmt.Println(len(not.Places), "places:", not.Why)
		fmt.Println(not.Korean())
	}
	// Output:
	// 2 places: what the figure contains is not known
	// total (as declared by somebody's table)은(는) 지역 사이에 더할 수 없습니다: 수치에 무엇이 들어 있는지 알 수 없습니다. 대상: 48860 산청군; 48880 거창군
}

// Of a district that was divided, a part alone belongs to each of the two that came of it:
// the share is stated, and what comes of it is estimated.
func ExamplePortionError() {
	korea, now, then := place.Korea(), ghg.MustDate("2026-07-20"), endOf2018
	seohae, err := korea.ByCode("28275", now)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = rollup.Predecessors(korea, seohae, now, then)
	var part *rollup.PortionError
	if !errors.As(err, &part) {
		fmt.Println(err)
		return
	}
	fmt.Println("a part of", part.Place, "is in", part.Of)
	fmt.Println(part.Korean())
	g, err := rollup.Predecessors(korea, seohae, now, then,
		rollup.Portion{Place: part.Place, Share: ghg.MustShare("62.5%"), Source: "the district, by registered population"})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018},
		[]rollup.SeriesOf{printed("28260", road(), ghg.AR5, map[int]string{2018: "1200 kt"})})
	if err != nil {
		fmt.Println(err)
		return
	}
	f, _ := out.Yearly.At(2018)
	fmt.Println(f.CO2e, f.Status)
	fmt.Println(out.Sums[0].Findings)
	// Output:
	// a part of 28260 서구 is in 28275 서해구
	// 2018-12-31 당시 28260 서구의 일부만 28275 서해구에 속하게 됩니다. 그 비율을 출처와 함께 밝히거나 해당 부분의 수치를 주십시오
	// 750000 tCO2e (AR5) estimated
	// 28260, estimated-share: 62.5% of the figure of 28260 서구 counts, as the district, by registered population says: it is estimated
}

// Two publications of one place are two answers.
func ExampleVintageError() {
	first := printed("27", road(), ghg.AR5, map[int]string{2018: "9430 kt"})
	y, err := ghg.NewYearly("대구", road(), ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("8970 ktCO2e (AR5)"), Vintage: 2, Source: "publication of 2022-12"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := rollup.NewGroup(rollup.Definition{Name: "one", Day: endOf2018, Members: []place.Place{at("27")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	reports := []rollup.SeriesOf{first, {Place: at("27"), Yearly: y}}
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	_, err = g.Yearly(q, []int{2018}, reports)
	var several *rollup.VintageError
	if errors.As(err, &several) {
		fmt.Println(several.Place, several.Have)
		fmt.Println(several.Korean())
	}
	q.Vintages = []rollup.VintageOf{{Place: at("27"), Vintage: slices.Max(several.Have)}}
	out, err := g.Yearly(q, []int{2018}, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Sums[0].CO2e)
	fmt.Println(out.Sums[0].Findings)
	// Output:
	// 27 대구광역시 [first vintage vintage 2]
	// 27 대구광역시의 2018년 수치가 여러 판본입니다(제1판; 제2판). 어느 판본을 집계할지 정하십시오
	// 8970000 tCO2e (AR5)
	// 27, vintage-aligned: of 27 대구광역시 the vintage 2 counts, as was told
}

// A place that counts waste where it is generated and one that counts it where it is
// treated count a tonne twice.
func ExampleWasteConventionError() {
	by := func(name string, w ghg.WasteConvention) ghg.View {
		v, err := ghg.MustDeclaredView(name, "plan").WithAdding("energy stands where it is used", w)
		if err != nil {
			panic(err)
		}
		return v
	}
	generated, treated := by("managed", ghg.WasteByGenerator), by("managed, waste treated", ghg.WasteByTreatment)
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48120"), at("48170")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = g.Yearly(rollup.Question{View: generated, Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("48120", generated, ghg.AR5, map[int]string{2018: "140 kt"}), printed("48170", treated, ghg.AR5, map[int]string{2018: "140 kt"})})
	var mixed *rollup.WasteConventionError
	if errors.As(err, &mixed) {
		fmt.Println(mixed.ByGenerator, mixed.ByTreatment, mixed.WouldBe)
		fmt.Println(mixed.Korean())
	}
	// Output:
	// [48120 창원시] [48170 진주시] 280000 tCO2e (AR5)
	// 2018년 수치의 폐기물 기준이 다릅니다. 처리지 기준: 48170 진주시. 발생지 기준: 48120 창원시. 더하면 280000 tCO2e (AR5)로 이중 계산이나 누락이 생깁니다. 한 기준으로 맞추십시오
}

// Gunwi went from one province to another: an old territory and a new one overlap.
func ExampleOverlapError() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: ghg.MustDate("2022-12-31"), Members: []place.Place{at("27"), at("47")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	daegu := printed("27", road(), ghg.AR5, map[int]string{2022: "9200 kt"})
	daegu.Territory = ghg.MustDate("2023-07-01") // restated
	_, err = g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2022}, []rollup.SeriesOf{
		printed("47", road(), ghg.AR5, map[int]string{2022: "60000 kt"}), daegu})
	var both *rollup.OverlapError
	if errors.As(err, &both) {
		for _, o := range both.Overlaps {
			fmt.Println(o.Codes, o.Place, "in", o.A, "and", o.B)
		}
		fmt.Println(both.Korean())
	}
	fmt.Println(err)
	// Output:
	// 47720/27720 27720 군위군 in 47 경상북도 and 27 대구광역시
	// 더하려는 2022년 수치의 구역이 겹칩니다: 47720 군위군이 47 경상북도(2022-12-31 기준)와 27 대구광역시(2023-07-01 기준)에 모두 들어 있습니다
	// figures for 2022 that were to be added hold the same territory: 47720 군위군 is in that of 47 경상북도 (as of 2022-12-31) and in that of 27 대구광역시 (as of 2023-07-01)
}
