package fuel_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/words"
)

// City gas that households burnt in 2023, by the values in force at the end of the year.
func ExampleCombustion() {
	day := ghg.MustDate("2023-12-31")
	ncv, err := inForce(gir.NetCalorific, "도시가스(LNG)", day, estimate.CalorificValue)
	if err != nil {
		log.Fatal(err)
	}
	carbon, err := inForce(gir.CarbonContent, "도시가스(LNG)", day, estimate.CarbonContent)
	if err != nil {
		log.Fatal(err)
	}
	e, err := estimate.Of(fuel.Combustion{
		Amount: fuel.Amount{
			Fuel:   words.Term{En: "city gas", Ko: "도시가스"},
			Burnt:  ghg.MustQuantity("1000 천N㎥"),
			Source: "sales by the gas company",
			NCV:    ncv,
		},
		Carbon:    carbon,
		Oxidation: estimate.MustParameter("1", "IPCC 2006 V2 Ch1"),
		Ratio:     factor.WholeWeights,
		CH4:       estimate.MustParameter("5 kg CH4/TJ (net)", "IPCC 2006 V2 T2.5, natural gas, residential"),
		N2O:       estimate.MustParameter("0.1 kg N2O/TJ (net)", "IPCC 2006 V2 T2.5, natural gas, residential"),
		Biogenic:  estimate.MustParameter("0", "natural gas is fossil"),
	})
	if err != nil {
		log.Fatal(err)
	}
	total, _ := e.CO2e(ghg.AR5)
	fmt.Println(total.Format(ghg.Tonne, 1))
	fmt.Println(e.Explain())
	fmt.Println(e.Findings().Len(), "findings")
	// Output:
	// 2157.2 tCO2e (AR5)
	// combustion of city gas = 2150.815333333333333333333333 t CO2
	//   Fuel_stated = 1000 thousand Nm3   # city gas burnt, as stated; source: sales by the gas company
	//   Fuel_per    = 1000 Nm3/thousand Nm3   # conversion of units
	//   Fuel        = Fuel_stated × Fuel_per = 1000 × 1000 = 1,000,000 Nm3   # city gas burnt
	//   NCV_stated  = 38.5 MJ (net)/Nm3   # net calorific value, as stated; source: ncv.2022.citygas_lng; public code repository ("Carbon Urban DSS" quoting KEA page; Energy Act revision 2022-11-21); in force from 2022-11-21
	//   NCV_per     = 0.000001 TJ (net)/MJ (net)   # conversion of units
	//   NCV         = NCV_stated × NCV_per = 38.5 × 0.000001 = 0.0000385 TJ (net)/Nm3   # net calorific value
	//   Energy      = Fuel × NCV = 1,000,000 × 0.0000385 = 38.5 TJ (net)   # net energy of it; by: IPCC 2006 V2 Ch2, eq. 2.1
	//   EF_CH4      = 5 kg CH4/TJ (net)   # emission factor, CH4; source: IPCC 2006 V2 T2.5, natural gas, residential
	//   CH4         = Energy × EF_CH4 = 38.5 × 5 = 192.5 kg CH4   # CH4; by: IPCC 2006 V2 Ch2, eq. 2.1
	//   EF_N2O      = 0.1 kg N2O/TJ (net)   # emission factor, N2O; source: IPCC 2006 V2 T2.5, natural gas, residential
	//   N2O         = Energy × EF_N2O = 38.5 × 0.1 = 3.85 kg N2O   # N2O; by: IPCC 2006 V2 Ch2, eq. 2.1
	//   Biogenic    = 0   # share of its energy that is biomass; source: natural gas is fossil
	//   Carbon      = 15.236 t C/TJ (net)   # carbon content; source: ef.gir2022.citygas_lng; github ava-jahlee/carbontrace src/data (quotes GIR and K-ETS originals); public code repository "Carbon Urban DSS" (quotes the GIR notice of 2025-03-31); in force from 2022-01-01
	//   Oxidation   = 1   # fraction oxidised; source: IPCC 2006 V2 Ch1
	//   M_CO2       = 44 t CO2/kmol   # molar mass of CO2; source: 44/12
	//   M_C         = 12 t C/kmol   # molar mass of C; source: 44/12
	//   CO2_all     = Energy × Carbon × Oxidation × M_CO2 / M_C = 38.5 × 15.236 × 1 × 44 / 12 = 2150.815333333333333333333333 t CO2   # CO2 of all its carbon; by: IPCC 2006 V2 Ch2, eq. 2.1
	//   CO2         = CO2_all = 2150.815333333333333333333333 t CO2   # CO2, fossil; by: IPCC 2006 V2 Ch2, eq. 2.1
	// rounding: to 24 decimal places, half away from zero: CO2_all
	// 0 findings
}

// inForce is a value of a fuel on a day, as a parameter.
func inForce[T fmt.Stringer](set func(string) (factor.Set[T], error), of string, day ghg.Date,
	as func(factor.Published[T]) (estimate.Parameter, error),
) (estimate.Parameter, error) {
	values, err := set(of)
	if err != nil {
		return estimate.Parameter{}, err
	}
	p, err := values.InForceOn(day)
	if err != nil {
		return estimate.Parameter{}, err
	}
	return as(p)
}
