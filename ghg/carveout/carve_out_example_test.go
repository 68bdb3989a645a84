package carveout_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
)

// A town takes the dyeing mill out of its total. Its own incinerator trades too,
// and stays.
func ExampleRegister_CarveOut() {
	register, err := carveout.NewRegister(townRegister(mill(), incinerator()))
	if err != nil {
		fmt.Println(err)
		return
	}
	total := citywide(published, map[int]string{2021: "812000"})
	c, err := register.CarveOut(carveout.Totals{Citywide: total, Scopes: []ghg.Scope{ghg.Scope1, ghg.Scope2},
		Sectors: []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
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
	// managed emissions in 2021 = 752,049.25 tCO2e (AR5)
	//   E            = 812,000 tCO2e (AR5)   # citywide; source: inventory
	//   d[i]   # direct; source: facility register, 2022
	//   p[i]   # purchased energy; source: facility register, 2022
	//   o[i]   # 1 where council-owned; source: facility register, 2022
	//       i  d [tCO2e (AR5)]  p [tCO2e (AR5)]  o
	//       1  41,200.5         18,750.25        0  mill, Dyeing mill, owned by others
	//       2  9310             1204             1  incinerator, Incinerator, council-owned
	//   Es[s]   # citywide, of the sector
	//   Cs[s]   # covered, of the sector
	//   Os[s]   # covered and council-owned, of the sector
	//   Ms[s] = Es[s] - Cs[s] + Os[s]   # managed, of the sector
	//       s  Es [tCO2e (AR5)]  Cs [tCO2e (AR5)]  Os [tCO2e (AR5)]  Ms [tCO2e (AR5)]
	//       1  96,000            59,950.75         0                 36,049.25         GPC 1.1 I.3
	//   C            = sum(i: d[i] + p[i]) = (41,200.5 + 18,750.25) + (9310 + 1204) = 70,464.75 tCO2e (AR5)   # covered
	//   O            = sum(i: o[i] × (d[i] + p[i])) = 0 × (41,200.5 + 18,750.25) + 1 × (9310 + 1204) = 10,514 tCO2e (AR5)   # covered and council-owned
	//   coveredShare = C / E = 70,464.75 / 812,000 = 0.086779248768, where E ≠ 0   # covered share of citywide
	//   managedShare = (E - C + O) / E = (812,000 - 70,464.75 + 10,514) / 812,000 = 0.926169027094, where E ≠ 0   # managed share of citywide
	//   M            = E - C + O = 812,000 - 70,464.75 + 10,514 = 752,049.25 tCO2e (AR5)   # managed
	// rounding: to 12 decimal places, half away from zero: coveredShare, managedShare
	// managed authority (as declared by town)
}

// gimhae has a foundry that trades since 2023, and an incinerator of its own. The
// amounts are invented.
func gimhae() carveout.RegisterDefinition {
	return carveout.RegisterDefinition{Place: "김해시", Trading: carveout.KETS, Scheme: gpc.Scheme, Metric: ghg.AR5,
		Source: "시설 목록, 2024", Facilities: []carveout.Facility{
			{ID: "주물공장", Name: "Foundry", Registration: "K-2207", From: 2023, Ownership: carveout.OthersOwned,
				Source: "list of allocated entities, 2023",
				Emissions: []carveout.SiteEmission{emits(2023, "I.3.1", ghg.Scope1, "26400"), emits(2023, "I.3.2", ghg.Scope2, "61250.5"),
					emits(2023, "IV.1", ghg.Scope1, "3120")}},
			{ID: "소각장", Name: "Incinerator", Registration: "K-0988", From: 2015, Ownership: carveout.CouncilOwned,
				Source: "list of allocated entities, 2023",
				Emissions: []carveout.SiteEmission{emits(2022, "III.3.1", ghg.Scope1, "19102"), emits(2022, "I.2.2", ghg.Scope2, "2410"),
					emits(2023, "III.3.1", ghg.Scope1, "18730.25"), emits(2023, "I.2.2", ghg.Scope2, "2385")}},
		}}
}

// gimhaeTotals are the city's totals in BASIC, with that of manufacturing.
func gimhaeTotals() carveout.Totals {
	figure := func(year int, tonnes string) ghg.YearFigure {
		return ghg.YearFigure{Year: year, CO2e: t5(tonnes), Status: ghg.Provisional, Vintage: ghg.FirstVintage, Source: "inventory, 2025"}
	}
	return carveout.Totals{
		Citywide: must(ghg.NewYearly("김해시", gpc.Basic, ghg.AR5, []ghg.YearFigure{figure(2022, "3241500"), figure(2023, "3184000")})),
		Sectors: []carveout.Sector{{Category: category("I.3"), Source: "inventory, 2025",
			ByYear: map[int]ghg.CO2e{2022: t5("804200"), 2023: t5("779350.5")}}},
	}
}

var gimhaeView = must(ghg.MustDeclaredView("관리권한 배출량", "김해시").WithEdition(gpc.Scheme.ID()))

// The foundry begins to trade in 2023: from then on it is not managed.
func ExampleCarveOut() {
	c, err := must(carveout.NewRegister(gimhae())).CarveOut(gimhaeTotals(), gimhaeView)
	if err != nil {
		fmt.Println(err)
		return
	}
	for y := range c.Years() {
		fmt.Println(y)
	}
	fmt.Println(c.Citywide().View(), "beside", c.Managed().View())
	_, err = c.At(2024)
	fmt.Println(err)
	// Output:
	// 2022: citywide 3241500 tCO2e (AR5), covered 21512 tCO2e (AR5), managed 3241500 tCO2e (AR5)
	// 2023: citywide 3184000 tCO2e (AR5), covered 108765.75 tCO2e (AR5), managed 3096349.5 tCO2e (AR5)
	// GPC 1.1 BASIC beside GPC 1.1 관리권한 배출량 (as declared by 김해시)
	// the series of 김해시: no figure for 2024 (there are figures for 2022 and 2023): a year without a figure is not 0; ask for one that has one, or add it to the series with its status
}

// A series that a city declares has to say which scopes it holds: Gimhae's own
// leaflet counts direct emissions only, so the electricity of its sites stays.
func ExampleTotals() {
	register := must(carveout.NewRegister(gimhae()))
	leaflet := ghg.MustDeclaredView("직접배출량", "김해시")
	series := must(ghg.NewYearly("김해시", leaflet, ghg.AR5,
		[]ghg.YearFigure{{Year: 2023, CO2e: t5("1421000"), Status: ghg.Provisional, Vintage: ghg.FirstVintage, Source: "leaflet, 2025"}}))
	own := ghg.MustDeclaredView("관리권한 배출량", "김해시")
	_, err := register.CarveOut(carveout.Totals{Citywide: series}, own)
	fmt.Println(err)
	c, err := register.CarveOut(carveout.Totals{Citywide: series, Scopes: []ghg.Scope{ghg.Scope1}}, own)
	y, _ := c.At(2023)
	fmt.Println(y, err)
	// Output:
	// carve-out for "김해시", scopes: view 직접배출량 (as declared by 김해시) is a declared one: say which scopes its total holds, as purchased energy is not subtracted from a total of direct emissions
	// 2023: citywide 1421000 tCO2e (AR5), covered 48250.25 tCO2e (AR5), managed 1391480 tCO2e (AR5) <nil>
}

// The total of manufacturing was copied without its electricity: it cannot hold
// what the foundry emits.
func ExampleSector() {
	totals := gimhaeTotals()
	totals.Sectors = []carveout.Sector{{Category: category("I.3"), Source: "table 3-2", ByYear: map[int]ghg.CO2e{2023: t5("74020")}}}
	_, err := must(carveout.NewRegister(gimhae())).CarveOut(totals, gimhaeView)
	fmt.Println(err)
	// Output:
	// carve-out for "김해시": GPC 1.1 I.3 in 2023 is 74020 tCO2e (AR5), and its sites emit 87650.5 tCO2e (AR5): "주물공장" 87650.5 tCO2e (AR5); look at units, years and boundary
}

func ExampleYearFigures() {
	c := must(must(carveout.NewRegister(gimhae())).CarveOut(gimhaeTotals(), gimhaeView))
	y, _ := c.At(2023)
	fmt.Println(y.Citywide, "-", y.Covered, "+", y.CouncilOwned, "=", y.Managed)
	fmt.Println(y.Korean())
	fmt.Println("covered", y.CoveredShare().Percent(2), "managed", y.ManagedShare().Percent(2))
	// Output:
	// 3184000 tCO2e (AR5) - 108765.75 tCO2e (AR5) + 21115.25 tCO2e (AR5) = 3096349.5 tCO2e (AR5)
	// 2023년: 전체 3184000 tCO2e (AR5), 할당대상 108765.75 tCO2e (AR5), 관리권한 3096349.5 tCO2e (AR5)
	// covered 3.42% managed 97.25%
}

// Which sites make up what is covered?
func ExampleSiteFigure() {
	c := must(must(carveout.NewRegister(gimhae())).CarveOut(gimhaeTotals(), gimhaeView))
	y, _ := c.At(2023)
	for _, s := range y.Sites {
		fmt.Println(s.Facility, s.Ownership, s.Direct.Tonnes(), "+", s.Purchased.Tonnes(), "=", s.CO2e, s.ShareOfTotal.Percent(2))
	}
	// Output:
	// 주물공장 owned by others 26400 + 61250.5 = 87650.5 tCO2e (AR5) 2.75%
	// 소각장 council-owned 18730.25 + 2385 = 21115.25 tCO2e (AR5) 0.66%
}

func ExampleSectorFigure() {
	c := must(must(carveout.NewRegister(gimhae())).CarveOut(gimhaeTotals(), gimhaeView))
	for y := range c.Years() {
		for _, s := range y.Sectors {
			fmt.Println(y.Year, s.Category, "managed", s.Managed, "covered", s.CoveredShare().Percent(1))
		}
	}
	// Output:
	// 2022 GPC 1.1 I.3 managed 804200 tCO2e (AR5) covered 0.0%
	// 2023 GPC 1.1 I.3 managed 691700 tCO2e (AR5) covered 11.2%
}

// BASIC holds no industrial processes, so those of the foundry cannot be taken
// out of it.
func ExampleLeftOut() {
	c := must(must(carveout.NewRegister(gimhae())).CarveOut(gimhaeTotals(), gimhaeView))
	y, _ := c.At(2023)
	for _, l := range y.LeftOut {
		fmt.Println(l.Facility, l.Emission.Category, l.Emission.CO2e, "-", l.Why)
	}
	// Output:
	// 주물공장 GPC 1.1 IV.1 3120 tCO2e (AR5) - the citywide total does not hold it
}
