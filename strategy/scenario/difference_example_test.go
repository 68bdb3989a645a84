package scenario_test

import (
	"fmt"
)

func ExampleYearDifference() {
	d, _ := lateBuses().Difference("plan", "variant")
	for y := range d.Years() {
		fmt.Println(y.Year, y.Emissions, "=", y.Baseline, "−", y.Reduction)
	}
	// Output:
	// 2030 120000 tCO2e = 0 tCO2e − -120000 tCO2e
	// 2035 140000 tCO2e = 0 tCO2e − -140000 tCO2e
}

func ExamplePartDifference() {
	d, _ := lateBuses().Difference("plan", "variant")
	y, _ := d.Year(2035)
	for _, p := range y.ByArea {
		fmt.Println(p.Name, p.From, "to", p.To, "is", p.CO2e, p.InFrom)
	}
	// Output:
	// Energy 0 tCO2e to 0 tCO2e is 0 tCO2e false
	// Transport 260000 tCO2e to 120000 tCO2e is -140000 tCO2e true
}

func ExampleSourceDifference() {
	d, _ := lateBuses().Difference("plan", "variant")
	y, _ := d.Year(2035)
	for _, s := range y.BySource {
		fmt.Println(s.On, s.Emissions)
	}
	// Output:
	// GPC 1.1 I.1.2, electricity 0 tCO2e
	// GPC 1.1 II.1.1, diesel 140000 tCO2e
}
