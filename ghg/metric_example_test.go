package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

func ExampleMetric() {
	for _, m := range []ghg.Metric{ghg.AR4, ghg.AR5, ghg.AR6Single} {
		gwp, err := m.GWP(ghg.CH4)
		fmt.Println(m, gwp, err)
	}
	// Output:
	// AR4 25 <nil>
	// AR5 28 <nil>
	// AR6Single 27.9 <nil>
}

// A blend counts as its constituents do, by mass.
func ExampleMetric_GWP() {
	gwp, err := ghg.AR5.GWP(ghg.MustGas("R-410A"))
	fmt.Println(gwp, err)
	_, err = ghg.AR4.GWP(ghg.MustGas("R-402A"))
	fmt.Println(err)
	// Output:
	// 1923.5 <nil>
	// metric AR4 has no factor for C3H8 (a constituent of R-402A): ask for AR4-BasketOnly to count the constituents of the basket only
}

// AR5 has no factor for the propane in R-402A. Lists that count the HFCs and PFCs
// of a blend alone give it 1902, the 60 % of HFC-125 in it; its HCFC-22 counts
// nothing there. Who wants that asks for it by name.
func ExampleMetric_BasketOnly() {
	leak := ghg.MustMass("50 kg R-402A")
	_, err := leak.CO2e(ghg.AR5)
	fmt.Println(err)
	c, err := leak.CO2e(ghg.AR5.BasketOnly())
	fmt.Println(c, err)
	_, err = c.Add(ghg.MustCO2e("1 tCO2e (AR5)"))
	fmt.Println(err)
	// Output:
	// metric AR5 has no factor for C3H8 (a constituent of R-402A): ask for AR5-BasketOnly to count the constituents of the basket only
	// 95.1 tCO2e (AR5-BasketOnly) <nil>
	// CO2e on metric AR5-BasketOnly and on metric AR5 do not meet: compute both with one metric
}

// AR6 tells methane from a gas main from methane of a landfill; which one it is
// has to be said.
func ExampleNoFactorError() {
	_, err := ghg.AR6.GWP(ghg.CH4)
	var none *ghg.NoFactorError
	if errors.As(err, &none) {
		fmt.Println(none.Gas, none.Metric)
	}
	fmt.Println(err)
	// Output:
	// CH4 AR6
	// metric AR6 has no factor for CH4 of unstated origin: state CH4-fossil or CH4-nonfossil, or ask for a metric with one value, such as AR5 or AR6Single
}

func ExampleParseMetric() {
	m, err := ghg.ParseMetric("AR5 GWP100")
	fmt.Println(m, err)
	m, err = ghg.ParseMetric("")
	fmt.Println(m, err)
	_, err = ghg.ParseMetric("AR7")
	fmt.Println(err != nil)
	// Output:
	// AR5 <nil>
	// unstated <nil>
	// true
}

// A city reports with the SF6 value of the August 2021 supplement. The ID ends
// with a checksum of the table.
func ExampleNewMetric() {
	m, err := ghg.NewMetric("city-2021", "AR6 WGI supplement, August 2021", map[ghg.Gas]decimal.Decimal{
		ghg.CH4: decimal.RequireFromString("27.9"), ghg.SF6: decimal.NewFromInt(25200),
	})
	fmt.Println(m, err)
	gwp, _ := m.GWP(ghg.SF6)
	fmt.Println(gwp)
	_, err = m.GWP(ghg.N2O)
	fmt.Println(err)
	// Output:
	// city-2021@dbcaba282b17ee1e0fe5e0b2c4a4fce2 <nil>
	// 25200
	// metric city-2021@dbcaba282b17ee1e0fe5e0b2c4a4fce2 has no factor for N2O
}

func ExampleAllMetrics() {
	for m := range ghg.AllMetrics() {
		gwp, _ := m.GWP(ghg.N2O)
		fmt.Print(m, " ", gwp, "; ")
	}
	// Output:
	// SAR 310; TAR 296; AR4 298; CFR98 298; AR5 265; AR5Split 265; AR5Feedback 298; AR6 273; AR6Single 273; TAR-GWP20 275; AR4-GWP20 289; AR5-GWP20 264; AR6-GWP20 273;
}

func ExampleMetricID() {
	fmt.Println(ghg.AR5.ID(), ghg.Unstated.ID())
	// Output:
	// AR5 unstated
}

func ExampleUnknownError_metric() {
	_, err := ghg.ParseMetric("GWP100")
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.ID, "is none of", len(unknown.Allowed))
	}
	// Output:
	// GWP100 is none of 13
}

// A report names its metric and the document behind each factor.
func ExampleMetric_Source() {
	fmt.Println(ghg.AR5.Title())
	fmt.Println(ghg.AR5.Source())
	fmt.Println(ghg.MustGas("HFC-134a").Note() == "")
	// Output:
	// IPCC Fifth Assessment Report (2013), GWP100, Table 8.A.1
	// ghg/data/gwp.tsv, edition 2, column AR5
	// true
}
