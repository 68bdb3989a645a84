package series_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/series"
)

// gunwi is the change by which Gunwi-gun came to Daegu.
func gunwi() place.Change {
	daegu, err := place.Korea().ByCode("27", ghg.MustDate("2023-12-31"))
	if err != nil {
		panic(err)
	}
	changes := daegu.TerritoryChanges()
	return changes[len(changes)-1]
}

// Daegu has held Gunwi-gun since 2023-07-01. The amounts are made up.
func ExampleOneTerritory() {
	daegu := seriesOf("대구", map[int]string{2022: "8500 kt", 2023: "8400 kt", 2024: "8450 kt"})
	err := series.OneTerritory(daegu, []place.Change{gunwi()})
	var two *series.TerritoryError
	if errors.As(err, &two) {
		x := two.Crossings[0]
		fmt.Println(x.Change.On, x.Before, x.In, x.After)
		fmt.Println(two.Korean())
	}
	// Output:
	// 2023-07-01 [2022] [2023] [2024]
	// 대구의 시계열에 구역이 다른 수치가 있습니다: 47720 → 27720 on 2023-07-01 (transfer, whole)(이전 2022, 해당 연도 2023, 이후 2024): series.Restate로 재산정하거나 한쪽 구역의 연도를 빼십시오
}

func ExampleRestate() {
	daegu := seriesOf("대구", map[int]string{2022: "8500 kt", 2023: "8400 kt", 2024: "8450 kt"})
	change := series.Boundary{
		Change: gunwi(), Moved: series.Joined, InYear: series.ByDay, To: series.After,
		Part: seriesOf("군위군", map[int]string{2022: "365 kt", 2023: "365 kt"}),
	}
	restated, err := series.Restate(daegu, change)
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range restated.Yearly.All() {
		fmt.Println(f.Year, f.CO2e.Format(ghg.Kilotonne, 0), f.Status)
	}
	fmt.Println(change.Moved.Korean(), "·", change.InYear.Korean())
	fmt.Println(restated.Steps[1].Korean())
	// Output:
	// 2022 8865 ktCO2e (AR5) actual
	// 2023 8581 ktCO2e (AR5) estimated
	// 2024 8450 ktCO2e (AR5) actual
	// 편입 · 날짜별 구역
	// 대구, 2023년(추정): 변경 후 구역(47720 → 27720 on 2023-07-01 (transfer, whole), 군위군)에 맞추어 재산정: 8400000 + (181/365) × 365000 = 8581000 tCO2e (AR5)
}

// Where what moved has no figures of its own, a stated share of those of its old parent may do.
func ExamplePartOf() {
	shares, err := ghg.NewYears("population", "", nil,
		ghg.OfYear[ghg.Share]{Year: 2022, Value: ghg.MustShare("0.9%"), Source: "residents, 2022-12-31"})
	if err != nil {
		fmt.Println(err)
		return
	}
	part, err := series.PartOf(seriesOf("경상북도", map[int]string{2022: "40000 kt"}), "군위군", shares)
	if err != nil {
		fmt.Println(err)
		return
	}
	f, _ := part.At(2022)
	fmt.Println(part.Place(), f.CO2e, f.Status)
	fmt.Println(f.Source)
	// Output:
	// 군위군 360000 tCO2e (AR5) estimated
	// 0.9% of the figure of 경상북도 by population; residents, 2022-12-31
}
