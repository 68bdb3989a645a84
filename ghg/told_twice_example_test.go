package ghg_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// A city writes 2021 down as it was measured and as it was planned. It emitted
// 7,455 kt, not both.
func ExampleInventory_Taking() {
	file := strings.NewReader(`place,year,category,mass,unit,metric,status
Oslo,2021,II.1.1,7455,kt,AR5,actual
Oslo,2021,II.1.1,7455,kt,AR5,projected
`)
	records, _, _ := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	inv, findings, _ := ghg.NewInventory("Oslo", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, records)
	fmt.Println(findings)
	total, err := inv.Total(gpc.Basic, ghg.AR5)
	var two *ghg.StatusError
	fmt.Println(total, errors.As(err, &two), two.A, two.B)

	measured, _ := inv.Taking(ghg.Actual, ghg.Provisional, ghg.Estimated)
	total, err = measured.Total(gpc.Basic, ghg.AR5)
	fmt.Println(total, err)
	out := total.LeftOut[0]
	fmt.Println(out.Record().Status, "-", out.Why, "·", out.Record().Status.Korean(), "-", out.Why.Korean())
	// Output:
	// line 3, not-actual: line 3: the figures are projected ones and no achievement
	// withheld true actual projected
	// 7455000 tCO2e (AR5) <nil>
	// projected - another status is taken · 전망 - 다른 상태의 수치를 씀
}

// Of a source that is told as measured and as nowcast, what was measured counts; what
// is known as nowcast alone counts too.
func ExampleStatusError() {
	file := strings.NewReader(`place,year,category,fuel,gas,mass,unit,status
Oslo,2023,I.1.1,gas,CO2,120,kt,actual
Oslo,2023,I.1.1,,CO2,150,kt,nowcast
Oslo,2023,II.1.1,,CO2,80,kt,nowcast
`)
	records, _, _ := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	inv, _, _ := ghg.NewInventory("Oslo", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.Scheme, records)
	total, err := inv.Total(gpc.Basic, ghg.AR5)
	var two *ghg.StatusError
	if errors.As(err, &two) {
		fmt.Println(two)
	}
	fmt.Println(len(total.Unjoined), "lines cannot join")
	known, _ := inv.Taking(ghg.Actual, ghg.Nowcast)
	total, err = known.Total(gpc.Basic, ghg.AR5)
	fmt.Println(total, err)
	// Output:
	// category I.1.1 holds actual and nowcast figures of one source, which are alternatives and never added: choose with Inventory.Taking
	// 2 lines cannot join
	// 200000 tCO2e (AR5) <nil>
}

// The same figure stands in a file as CO2e of all gases and as its gases, and a line is
// there again. Totals count what is there; the findings say what it would be without.
func ExampleFinding_toldTwice() {
	file := strings.NewReader(`place,year,category,gas,mass,unit,metric,facility
Bremen,2019,II.1.1,,94193.4,Gg,SAR,
Bremen,2019,II.1.1,CO2,93464.6,Gg,,
Bremen,2019,II.1.1,CH4,23.78,Gg,,
Bremen,2019,II.1.1,N2O,0.74,Gg,,
Bremen,2019,I.3.1,,11045,kt,SAR,
Bremen,2019,I.3.1,,11045,kt,SAR,
Bremen,2019,I.4.1,,70,kt,SAR,meter 1
Bremen,2019,I.4.1,,70,kt,SAR,meter 2
`)
	records, _, _ := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	_, findings, _ := ghg.NewInventory("Bremen", ghg.CalendarYear(2019), ghg.FirstVintage, gpc.Scheme, records)
	for _, f := range findings.All {
		fmt.Println(f.Severity, f.Code, f.Category.Code, "-", f.Stated, "→", f.Found)
		fmt.Println(" ", f.Detail)
	}
	// Output:
	// serious same-line-twice I.3.1 - 22090000 tCO2e (SAR) → 11045000 tCO2e (SAR)
	//   line 7: the same was said before, of the same source: the category has 22090000 tCO2e (SAR), and 11045000 tCO2e (SAR) without; if they are two meters, name them (facility), or enter them as confirmed
	// serious all-gases-and-gases II.1.1 - 188386780 tCO2e (SAR) → 94193380 tCO2e (SAR)
	//   line 2: CO2e of all gases together; lines 3, 4, 5: gases of the same source, which make the same but for rounding. Totals count both: it is 94193380 tCO2e (SAR) without line 2, 94193400 tCO2e (SAR) without lines 3, 4, 5; if both stand, name what each is of (fuel, facility), or enter them as confirmed
}
