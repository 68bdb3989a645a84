package estimate_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// Rice is a method of a program's own: methane of flooded fields, area × days × factor.
type Rice struct {
	Area   ghg.Quantity
	Days   estimate.Parameter
	Factor estimate.Parameter // kg CH4/ha/day
	Source string             // of the area
}

func (r Rice) Title() words.Term { return words.Term{En: "rice fields", Ko: "벼 재배"} }
func (r Rice) Equation() string  { return "IPCC 2006 V4 Ch5, eq. 5.1" }

func (r Rice) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", words.Term{En: "area of harvest", Ko: "재배면적"}, r.Area, ghg.Hectare, r.Source)
	days := w.Parameter("T", words.Term{En: "days of cultivation", Ko: "재배일수"}, r.Days, ghg.MustRateUnit("1 day"))
	ef := w.Parameter("EF", words.Term{En: "daily emission factor", Ko: "일 배출계수"}, r.Factor, ghg.MustRateUnit("kg CH4/ha/day"))
	w.Emits("CH4", words.Term{En: "methane", Ko: "메탄"}, ghg.CH4NonFossil, ghg.Kilogram, "A × T × EF", estimate.Exactly, area.Mul(days).Mul(ef))
}

// A method of one's own is worked out, checked and explained as those of the library are.
func ExampleMethod() {
	e, err := estimate.Of(Rice{
		Area: ghg.MustQuantity("1000 ha"), Source: "crop statistics",
		Days:   estimate.MustParameter("130 day", "the city's farm office"),
		Factor: estimate.MustParameter("0.78 kg CH4/ha/day", "1.30 × 0.6, intermittent flooding"),
	})
	fmt.Println(err)
	fmt.Println(e.Mass(ghg.CH4NonFossil))
	fmt.Println(e.Explain())
	// Output:
	// <nil>
	// 101.4 t CH4-nonfossil true
	// rice fields = 101,400 kg CH4
	//   A   = 1000 ha   # area of harvest; source: crop statistics
	//   T   = 130 day   # days of cultivation; source: the city's farm office
	//   EF  = 0.78 kg CH4/ha/day   # daily emission factor; source: 1.30 × 0.6, intermittent flooding
	//   CH4 = A × T × EF = 1000 × 130 × 0.78 = 101,400 kg CH4   # methane; by: IPCC 2006 V4 Ch5, eq. 5.1
}

// What does not stand is refused at once, with what would be accepted.
func ExampleOf() {
	_, err := estimate.Of(Rice{Area: ghg.MustQuantity("5 t"), Factor: estimate.MustParameter("0.78 kg CH4/head/day", "")})
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f)
		}
	}
	// Output:
	// A "5 t": an amount in t does not become one in ha: mass is not area; a unit of area, such as ha, is accepted
	// T: none is given; a rate in day is accepted
	// EF "0.78 kg CH4/head/day": a rate in kg CH4/head/day does not become one in kg CH4/ha/day: an amount in head does not become one in ha: heads is not area; a unit of area, such as ha, is accepted
}
