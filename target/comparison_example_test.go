package target_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// The plans of 2010, 2020 and 2021, and the base of 2018 as it was told a year later.
func ExampleHistory_Supersede() {
	h := plans(&testing.T{})
	for v := range h.All() {
		level, _ := v.Target.Limit(v.Target.Due())
		fmt.Printf("%d  %s  %s: %s\n", v.Number, v.Change.Date, v.Target, level)
	}
	v, _ := h.Version(2)
	fmt.Println(v)
	fmt.Println(len(v.Differ()), "aspects differ from version 1, the first of them", v.Differ()[0].Aspect)
	fmt.Println(h.Current().Base)
	// Output:
	// 1  2010-04-13  Daegu 2010: 5% below 2005 by 2020: 8926200 tCO2
	// 2  2020  Daegu 2020: 30% below the static baseline by 2030: 8823500 tCO2e
	// 3  2021-12-14  Daegu 2021: 45% below 2018 by 2030: 5186500 tCO2e
	// 4  2022-12-14  Daegu 2021: 45% below 2018 by 2030: 4933500 tCO2e
	// version 2, 2020: superseding, cause not stated: Daegu 2020: 30% below the static baseline by 2030
	// 4 aspects differ from version 1, the first of them base year
	// 9430000 tCO2e to 8970000 tCO2e: -4.88%
}

func ExampleHistory_Comparisons() {
	for c := range plans(&testing.T{}).Comparisons() {
		if c.B.Number > 3 {
			break // a restatement: its base is in BaseChange
		}
		fmt.Println(c.A.Target.Name(), "·", c.B.Target.Name())
		fmt.Println("  in aspects:", len(c.Differ), "· levels:", c.LevelsMeet(), "· cuts:", c.CutsMeet())
		for _, d := range c.Differ {
			fmt.Printf("  %s: %s · %s\n", d.Aspect, d.A, d.B)
		}
	}
	// Output:
	// Daegu 2010 · Daegu 2020
	//   in aspects: 4 · levels: false · cuts: false
	//   base year: 2005 · none
	//   view: energy and processes (as declared by MKE 2009) · without industry (as declared by plan of 2020)
	//   gases: CO2 alone · CO2e, gases not stated
	//   goal: base year · baseline forecast, static
	// Daegu 2010 · Daegu 2021
	//   in aspects: 3 · levels: false · cuts: false
	//   base year: 2005 · 2018
	//   view: energy and processes (as declared by MKE 2009) · with industry (as declared by strategy of 2021)
	//   gases: CO2 alone · CO2e, gases not stated
	// Daegu 2020 · Daegu 2021
	//   in aspects: 3 · levels: false · cuts: false
	//   base year: none · 2018
	//   view: without industry (as declared by plan of 2020) · with industry (as declared by strategy of 2021)
	//   goal: baseline forecast, static · base year
}

// In a program the reasons are data; for readers there are two languages.
func ExampleTarget_Compare() {
	a, _ := target.New(plan2010())
	b, _ := target.New(plan2020())
	c, _ := a.Compare(b)
	for _, text := range []string{c.String(), c.Korean()} {
		fmt.Println(strings.ReplaceAll(text, "), ", "),\n  "))
	}
	var mismatch *ghg.MismatchError
	if errors.As(c.Err(), &mismatch) {
		fmt.Println(mismatch.In(target.AspectGoal), mismatch.In(target.AspectBaseYear), mismatch.In(target.AspectBase), c.In(ghg.AspectGases))
	}
	// Output:
	// cannot be compared: base year (2005; none),
	//   boundary (energy and processes (as declared by MKE 2009); without industry (as declared by plan of 2020)),
	//   gases (CO2 alone; CO2e, gases not stated),
	//   kind of goal (base year; baseline forecast, static)
	// 비교할 수 없음: 기준연도 (2005; 없음),
	//   집계범위 (energy and processes(MKE 2009 공표); without industry(plan of 2020 공표)),
	//   대상 가스 (CO2만; CO2e, 대상 가스 미상),
	//   목표 유형 (기준연도 대비; 배출전망치(BAU) 대비, 고정)
	// true true false true
}

// From another base year the levels meet and the shares do not.
func ExampleComparison() {
	one := plan2021()
	other := one
	other.Goal = target.BaseYear{Year: 2015, Base: ghg.MustMass("9.7 Mt"), Cut: ghg.MustShare("40%")}
	a, _ := target.New(one)
	b, _ := target.New(other)
	c, _ := a.Compare(b)
	fmt.Println(c.LevelsMeet(), c)
	c, _ = a.Compare(a)
	fmt.Println(c.CutsMeet(), c, "·", c.Korean())
	// Output:
	// true levels can be compared, cuts cannot: base year (2018; 2015)
	// true can be compared · 비교할 수 있음
}
