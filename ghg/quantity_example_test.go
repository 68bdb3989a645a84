package ghg_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// District heat billed in Gcal and electricity in MWh: 1 Gcal is 1.163 MWh
// exactly, so the sum is in MWh.
func ExampleQuantity() {
	heat, electricity := ghg.MustQuantity("1500 Gcal"), ghg.MustQuantity("320.5 MWh")
	sum, err := heat.Add(electricity)
	fmt.Println(sum, err)
	tj, err := sum.In(ghg.Terajoule)
	fmt.Println(tj, err)
	toe, err := sum.Rounded(ghg.OilEquivalent, 2)
	fmt.Println(toe, err)
	fmt.Println(sum.Equal(tj), ghg.MustQuantity("9 thousand m3").Korean())
	// Output:
	// 2065 MWh <nil>
	// 7.434 TJ <nil>
	// 177.56 toe <nil>
	// true 9 천㎥
}

func ExampleParseQuantity() {
	for _, s := range []string{"1290.5 kWh", "9천㎥", "35 TJ (순발열량)", "2,000 kWh", "12"} {
		q, err := ghg.ParseQuantity(s)
		if err != nil {
			fmt.Printf("refused: %.60s…\n", err)
			continue
		}
		fmt.Println(q)
	}
	// Output:
	// 1290.5 kWh
	// 9 thousand m3
	// 35 TJ (net)
	// refused: quantity "2,000 kWh": "2,000" is not a number: "," is not al…
	// refused: quantity "12": unknown unit "": none is given; allowed are u…
}

// A mistake that does not pass: litres are no tonnes, and net heat is no gross
// heat.
func ExampleUnitMismatchError() {
	_, err := ghg.MustQuantity("200 kL").In(ghg.Tonne.Unit())
	var mismatch *ghg.UnitMismatchError
	fmt.Println(errors.As(err, &mismatch), mismatch.Has, mismatch.Wants)
	fmt.Println(err)
	_, err = ghg.MustQuantity("35 TJ (gross)").Add(ghg.MustQuantity("2 TJ (net)"))
	fmt.Println(err)
	// Output:
	// true kL t
	// an amount in kL does not become one in t: it takes a density with its source (ghg.Density)
	// an amount in TJ (net) does not become one in TJ (gross): net and gross heat of a fuel differ by 5 to 10 %; the amount of the fuel with its gross calorific value and the source is accepted (ghg.CalorificValue)
}

func ExampleInexactError() {
	_, err := ghg.MustQuantity("100 MJ").In(ghg.KilowattHour)
	fmt.Println(err)
	var inexact *ghg.InexactError
	if errors.As(err, &inexact) {
		q, _ := ghg.MustQuantity("100 MJ").Rounded(inexact.Wants, 3)
		fmt.Println(q)
	}
	// Output:
	// an amount in MJ has no last decimal place in kWh: ask Quantity.Rounded with the number of places
	// 27.778 kWh
}

// Petrol is sold in litres; its factor is per net TJ.
func ExampleDensity() {
	petrol := ghg.Density{Kilograms: dec("0.745"), Per: ghg.Litre, Source: "supplier's data sheet"}
	kg, err := petrol.MassOf(ghg.MustQuantity("200 kL"))
	fmt.Println(petrol, "-", kg, err)
	ncv := ghg.CalorificValue{Energy: ghg.MustQuantity("44.3 TJ (net)"), Per: ghg.Gigagram.Unit(), Source: "IPCC 2006, volume 2, Table 1.2"}
	tj, err := ncv.EnergyOf(kg)
	fmt.Println(tj, err)
	// Output:
	// 0.745 kg per L - 149000 kg <nil>
	// 6.6007 TJ (net) <nil>
}

// City gas is metered at 0 °C; a value per Nm3 does not take cubic metres at
// unstated conditions.
func ExampleCalorificValue() {
	gas := ghg.CalorificValue{Energy: ghg.MustQuantity("38.9 MJ (net)"), Per: ghg.NormalCubicMetre, Source: "supplier, monthly mean"}
	mj, err := gas.EnergyOf(ghg.MustQuantity("31.9 N㎥"))
	fmt.Println(gas, "-", mj, err)
	_, err = gas.EnergyOf(ghg.MustQuantity("31.9 ㎥"))
	fmt.Println(err)
	// Output:
	// 38.9 MJ (net) per Nm3 - 1240.91 MJ (net) <nil>
	// an amount in m3 does not become one in Nm3: a volume of gas that states its temperature and one that does not are not compared: state it where the source does, as Nm3 or Sm3
}

func ExampleQuantity_AtConditions() {
	normal := ghg.MustQuantity("1000 Nm3")
	_, err := normal.In(ghg.StandardCubicMetre)
	fmt.Println(err)
	standard, _ := normal.AtConditions(ghg.StandardCubicMetre, 3)
	fmt.Println(standard)
	// Output:
	// an amount in Nm3 does not become one in Sm3: a gas at 0 °C and at 15 °C fills two volumes: restate one with Quantity.AtConditions
	// 1054.915 Sm3
}

func ExampleQuantityOf() {
	q, err := ghg.QuantityOf(ghg.MustMass("12 kt"))
	m, _ := ghg.MustQuantity("1.2만톤").Mass()
	fmt.Println(q, err, m)
	_, err = ghg.QuantityOf(ghg.MustMass("12 kt CH4"))
	fmt.Println(err)
	// Output:
	// 12000 t <nil> 12000 t
	// a mass of CH4 is no quantity without its gas: say the gas in what the series or factor is of
}

// A year's electricity of a city hall, from three meters: what the solar roof sold
// is taken off, and the rest divided by the floor area.
func ExampleQuantity_Add() {
	used, _ := ghg.NewQuantity(decimal.RequireFromString("812.4"), ghg.MegawattHour)
	annex, sold := ghg.MustQuantity("96300 kWh"), ghg.MustQuantity("41.5 MWh")
	sum, err := used.Add(annex)
	if err != nil {
		log.Fatal(err)
	}
	net, _ := sum.Sub(sold)
	fmt.Println(net, "·", net.Unit(), "of", net.Dimension())
	order, _ := net.Cmp(used)
	fmt.Println("more than the main building's:", order > 0, "· sold back more than used:", net.Sign() < 0)
	half, _ := net.Scale(decimal.RequireFromString("0.5"))
	share, _ := half.Ratio(used, 3)
	fmt.Println("half of it is", half, "or", share, "of the main building's;", "as a saving", half.Neg())
	var bill ghg.Quantity
	fmt.Println("no bill came:", bill.IsUnset())
	// Output:
	// 867.2 MWh · MWh of energy
	// more than the main building's: true · sold back more than used: false
	// half of it is 433.6 MWh or 0.534 of the main building's; as a saving -433.6 MWh
	// no bill came: true
}
