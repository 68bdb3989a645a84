package managed_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/managed"
)

// A town takes the dyeing mill out of its total. Its own incinerator trades too,
// and stays.
func ExampleRegister_CarveOut() {
	register, err := managed.NewRegister(townRegister(mill(), incinerator()))
	if err != nil {
		fmt.Println(err)
		return
	}
	total := citywide(published, map[int]string{2021: "812000"})
	c, err := register.CarveOut(managed.Totals{Citywide: total, Scopes: []ghg.Scope{ghg.Scope1, ghg.Scope2},
		Sectors: []managed.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := c.At(2021)
	fmt.Println(y)
	fmt.Println(y.Explain())
	fmt.Println(c.Managed().View())
	// Output:
	// 2021: citywide 812000 tCO2e (AR5), covered 70464.75 tCO2e (AR5), managed 752049.25 tCO2e (AR5)
	// managed emissions in 2021 = citywide − covered + covered and council-owned
	// citywide 812000 tCO2e (AR5) (inventory)
	// − covered 70464.75 tCO2e (AR5) (8.68% of citywide) (facility register, 2022)
	//     mill, Dyeing mill, owned by others: direct 41200.5 tCO2e (AR5), purchased energy 18750.25 tCO2e (AR5)
	//     incinerator, Incinerator, council-owned: direct 9310 tCO2e (AR5), purchased energy 1204 tCO2e (AR5)
	// + council-owned 10514 tCO2e (AR5)
	// = managed 752049.25 tCO2e (AR5) (92.62% of citywide)
	// GPC 1.1 I.3: citywide 96000 tCO2e (AR5), covered 59950.75 tCO2e (AR5) (62.45%), council-owned 0 tCO2e (AR5), managed 36049.25 tCO2e (AR5)
	// managed authority (as declared by town)
}
