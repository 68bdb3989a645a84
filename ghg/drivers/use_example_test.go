package drivers_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
)

// What homes used in 2018 is lost, and what they emitted is not: the year
// counts, and the step from it is unattributed.
func ExampleUseYear() {
	homes, err := drivers.NewUse("homes, electricity", buildings(),
		drivers.UseYear{Year: 2018, Emissions: ghg.MustCO2e("413460 tCO2e (AR5)")},
		drivers.UseYear{Year: 2020, Emissions: ghg.MustCO2e("417772 tCO2e (AR5)"), Quantities: list("12300000", "920000"),
			Factors: list("0.4541")},
		drivers.UseYear{Year: 2022, Emissions: ghg.MustCO2e("379743 tCO2e (AR5)"), Quantities: list("12600000", "910000"),
			Factors: list("0.4173")})
	fmt.Println(err)
	for step := range must(drivers.Attribute(2018, 2022, homes)).Steps() {
		fmt.Println(step)
	}
	// Output:
	// <nil>
	// 2018 to 2020: 4312 tCO2e (AR5) = grid factor 0, own measures 0, activity 0, unattributed +4312
	// 2020 to 2022: -38029 tCO2e (AR5) = grid factor -33674, own measures -13957, activity +9602, unattributed 0
}
