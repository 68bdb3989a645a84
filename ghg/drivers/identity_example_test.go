package drivers_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
)

// A share has no unit. Nobody said whose the gas factor is: it is unattributed,
// which is no error, but the same name twice is one.
func ExampleFactor() {
	share := drivers.Factor{Name: "heated part", Attribution: drivers.Own}
	gas := drivers.Factor{Name: "gas factor", Unit: "tCO2e/GJ"}
	fmt.Println(share, "|", share.Attribution)
	fmt.Println(gas, "|", gas.Attribution)
	_, err := drivers.NewIdentity("tCO2e", ghg.MustShare("0.1%"), gas, share, gas)
	fmt.Println(err)
	// Output:
	// heated part | own measures
	// gas factor [tCO2e/GJ] | unattributed
	// factor 3, name "gas factor": given twice: each factor has a name of its own
}
