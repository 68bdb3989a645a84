package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Units as Korean files write them, and what is refused.
func ExampleParseUnit() {
	for _, s := range []string{"㎿h", "석유환산톤", "MJ (총발열량)", "천㎥", "대·km", "인ㆍ㎞", "두", "백만kWh", "gallon", "톤/년"} {
		u, err := ghg.ParseUnit(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s = %s (%s)\n", u, u.Korean(), u.Dimension())
	}
	// Output:
	// MWh = MWh (energy)
	// toe = TOE (energy)
	// MJ (gross) = MJ (총발열량) (energy)
	// thousand m3 = 천㎥ (volume)
	// vehicle-km = 대·km (vehicle-distance)
	// passenger-km = 인·km (passenger-distance)
	// head = 두 (heads)
	// million kWh = 백만kWh (energy)
	// unknown unit "gallon": it is read in more than one way: write US gal; allowed are units such as kWh, TJ, TJ (net), Gcal, TOE, t, L, Nm3, 천㎥, km, 대·km, 인·km, m2, ha, 두, 명, 가구, 대 (ghg.AllUnits lists them)
	// unknown unit "톤/년": a rate is no amount: write the bare unit; allowed are units such as kWh, TJ, TJ (net), Gcal, TOE, t, L, Nm3, 천㎥, km, 대·km, 인·km, m2, ha, 두, 명, 가구, 대 (ghg.AllUnits lists them)
}

func ExampleUnit() {
	for _, u := range []ghg.Unit{ghg.KilowattHour, ghg.MegawattHour, ghg.Gigajoule, ghg.Terajoule, ghg.Gigacalorie, ghg.OilEquivalent,
		ghg.Litre, ghg.CubicMetre, ghg.NormalCubicMetre, ghg.StandardCubicMetre, ghg.ThousandCubicMetres, ghg.Kilometre,
		ghg.VehicleKilometre, ghg.PassengerKilometre, ghg.SquareMetre, ghg.Hectare, ghg.Head, ghg.Person, ghg.Household, ghg.Vehicle} {
		fmt.Print(u.Korean(), " ")
	}
	fmt.Println(ghg.TonneKo.Unit())
	// Output: kWh MWh GJ TJ Gcal TOE L ㎥ N㎥ S㎥ 천㎥ km 대·km 인·km ㎡ ha 두 명 가구 대 톤
}

// A balance whose header says net calorific values has them in its unit.
func ExampleUnit_On() {
	net, err := ghg.Terajoule.On(ghg.NetCalorific)
	fmt.Println(net, net.Korean(), net.Calorific(), err)
	_, err = net.On(ghg.GrossCalorific)
	var refused *ghg.UnknownError
	fmt.Println(errors.As(err, &refused), refused.ID)
	// Output:
	// TJ (net) TJ (순발열량) net <nil>
	// true TJ (net)
}

func ExampleUnknownError_unit() {
	_, err := ghg.ParseUnit("TCE")
	var refused *ghg.UnknownError
	fmt.Println(errors.As(err, &refused), refused.ID)
	// Output: true TCE
}

func ExampleAllUnits() {
	n := map[ghg.Dimension]int{}
	for u := range ghg.AllUnits() {
		n[u.Dimension()]++
	}
	fmt.Println(n[ghg.DimensionEnergy], n[ghg.DimensionVolume])
	// Output: 22 9
}

func ExampleDimension() {
	for d := range ghg.AllDimensions() {
		if d <= ghg.DimensionVolume {
			fmt.Println(d, d.Korean(), d.Base())
		}
	}
	// Output:
	// energy 에너지 MJ
	// mass 질량 t
	// volume 부피 m3
}

func ExampleCalorificBasis() {
	u := ghg.MustUnit("Gcal (저위)")
	fmt.Println(u.Calorific(), u.Calorific().Korean())
	// Output: net 순발열량
}
