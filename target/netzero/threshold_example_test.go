package netzero_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
)

func ExampleThreshold() {
	floor, err := netzero.ThresholdByID("sbti-aca-1.5c-2019")
	fmt.Println(floor, err)
	fmt.Println(floor.Definition().Source)
	fmt.Println(floor.HoldsOn(today))
	fmt.Println(netzero.Threshold{})
	// Output:
	// 4.2% of the base a year, linear (sbti-aca-1.5c-2019, 2019-04-17 to 2026-04-28) <nil>
	// Science Based Targets initiative, criteria 4.0, 17 April 2019, and later ones up to Near-Term Criteria 5.3
	// false
	// no threshold
}

func ExampleThresholdByID() {
	_, err := netzero.ThresholdByID("opcc-2026")
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println("there is no", unknown.What, unknown.ID, "among", len(unknown.Allowed))
	}
	// Output:
	// there is no threshold opcc-2026 among 18
}

// Which edition held depends on the day; where the table cannot tell, neither
// does it guess.
func ExampleThresholdOn() {
	for _, d := range []ghg.Date{{Year: 2021, Month: 12, Day: 20}, {Year: 2026, Month: 11, Day: 2}} {
		th, err := netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.OnDay(d))
		fmt.Println(th, err, "- it asks for a cut by", th.Definition().Year)
	}
	_, err := netzero.ThresholdOn(netzero.PoweringPastCoalRest, ghg.OnDay(today))
	fmt.Println(err)
	// Output:
	// 50% of the base in 2030 (race-to-zero-half-2021, 2021-04-01 to 2022-06-14) <nil> - it asks for a cut by 2030
	// 50% of the base in 2030 (race-to-zero-half-2022, from 2022-06-15) <nil> - it asks for a cut by 2030
	// criterion powering-past-coal-rest: the first day of an edition is not known, so the one of 2026-11-02 is not either; take one of powering-past-coal-rest-2017, powering-past-coal-rest-2040 by its ID
}

func ExampleNoEditionError() {
	_, err := netzero.ThresholdOn(netzero.RaceToZeroPersuade, ghg.MustWhen("2021-12-20"))
	var none *netzero.NoEditionError
	if errors.As(err, &none) {
		fmt.Println(none.Criterion, none.IDs)
	}
	// Output:
	// race-to-zero-persuade [race-to-zero-persuade-2022]
}

func ExampleThresholds() {
	for th := range netzero.Thresholds() {
		if d := th.Definition(); d.Criterion == netzero.RaceToZeroHalf {
			fmt.Println(d.ID, d.Confidence)
		}
	}
	// Output:
	// race-to-zero-half-2021 medium
	// race-to-zero-half-2022 high
}

func ExampleNewThreshold() {
	_, err := netzero.NewThreshold(netzero.ThresholdDefinition{
		ID: "rate-2026", Criterion: "rate", Measure: netzero.LinearRate, Value: decimal.RequireFromString("4.2"),
		From: ghg.Date{Year: 2026, Month: 1, Day: 1}, Source: "council resolution", Confidence: "high"})
	fmt.Println(err)
	// Output:
	// threshold "rate-2026", value "4.2": a value above 0 to 1 is needed; a share is a fraction, as 0.042 for 4.2%
}

func ExampleNewThreshold_withoutSource() {
	_, err := netzero.NewThreshold(netzero.ThresholdDefinition{
		ID: "rate-2026", Criterion: "rate", Measure: netzero.LinearRate, Value: decimal.RequireFromString("0.05"),
		From: ghg.Date{Year: 2026, Month: 1, Day: 1}, Confidence: "high"})
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field)
	}
	// Output:
	// source
}

// A criterion goes through its editions; which of them a council was held to
// depends on the day.
func ExampleCriterionName() {
	for th := range netzero.Thresholds() {
		if th.Definition().Criterion == netzero.AbsoluteContraction15 {
			fmt.Println(th.ID(), th.Measure(), th)
		}
	}
	// Output:
	// sbti-aca-1.5c-2019 linear-rate 4.2% of the base a year, linear (sbti-aca-1.5c-2019, 2019-04-17 to 2026-04-28)
	// sbti-aca-1.5c-2026 linear-rate 4.2% of the base a year, linear (sbti-aca-1.5c-2026, from 2026-04-29)
}

// A council holds its own goal against a floor that it resolved on itself.
func ExampleThresholdDefinition() {
	own, err := netzero.NewThreshold(netzero.ThresholdDefinition{
		ID: "council-2026", Criterion: "council", Measure: netzero.LinearRate, Value: decimal.RequireFromString("0.035"),
		From: ghg.Date{Year: 2026, Month: 1, Day: 1}, Source: "council resolution (constructed)", Confidence: "high"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(own)
	show(netzero.AnnualReduction(daegu(2030, "45%"), own))
	// Output:
	// 3.5% of the base a year, linear (council-2026, from 2026-01-01)
	// annual-reduction: pass: the linear annual reduction, 3.75%, is at or above the threshold of 3.5% of the base a year, linear
}
