package target_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/target"
)

// Every change says why, when and where it stands.
func ExampleChange() {
	h, views := nationalHistory(&testing.T{})
	_, err := h.Restate(target.Restatement{Cause: bridge.CauseCorrection,
		From:   target.ViewLevel{View: views[1], CO2e: ghg.MustCO2e("783.9 MtCO2e (AR5)")},
		To:     target.ViewLevel{View: views[1], CO2e: ghg.MustCO2e("784.1 MtCO2e (AR5)")},
		Change: target.Change{Date: ghg.OnDay(ghg.Date{Year: 2026, Month: 1, Day: 2}), Document: "GIR"}})
	fmt.Println(err)
	// Output:
	// change of target "national", reason: say why the target changes
}

// A change that does not stand names its field, and what is allowed there.
func ExampleHistory_Revise_refused() {
	h, _ := nationalHistory(&testing.T{})
	_, err := h.Revise(target.Change{Reason: "a new council", Date: ghg.OnDay(ghg.Date{Year: 2020, Month: 6, Day: 1}), Document: "ordinance"},
		h.Current().Target.Definition())
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field, refused.Value)
		fmt.Println(refused.Detail)
	}
	// Output:
	// date 2020-06-01
	// it lies before version 3 of 2025-01-02: changes are told in order
}

func ExampleBaseChange() {
	h, _ := nationalHistory(&testing.T{})
	for v := range h.All() {
		fmt.Println(v.Base.Relative.Percent(2), "·", v.Base.Apparent.Percent(2))
	}
	// Output:
	// undefined: not computed · undefined: not computed
	// 1.09% · 1.09%
	// undefined: the two are on two metrics: not a change of emissions · 6.96%
}

// A level that was edited by hand does not follow from the goal.
func ExampleReadTargetJSON_edited() {
	t, _ := target.New(daegu2030())
	text, _ := t.MarshalJSON()
	_, err := target.ReadTargetJSON(strings.NewReader(strings.Replace(string(text), "5186500 tCO2e", "5000000 tCO2e", 1)),
		[]ghg.View{t.Views().Due})
	var wrong ghg.Fault
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Field, wrong.Value)
	}
	// Output:
	// level of 2030 5000000 tCO2e (AR5)
}

// What stood on a day, and what stands now.
func ExampleVersion() {
	h, _ := nationalHistory(&testing.T{})
	before, _ := h.At(ghg.Date{Year: 2024, Month: 12, Day: 31})
	for _, v := range []target.Version{before, h.Current()} {
		limit, _ := v.Target.Limit(2030)
		fmt.Println(v.Number, v.Change.Date, v.Change.Reason, "·", limit)
	}
	// Output:
	// 1 2021-01-02 first set · 435000000 tCO2e (SAR)
	// 3 2025-01-02 2006 guidelines and AR5 · 470340000 tCO2e (AR5)
}
