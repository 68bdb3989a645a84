package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Daegu's limit for 2030: its base of 2018 less 45 %.
func ExampleMass() {
	base, cut := ghg.MustMass("9.43 Mt"), ghg.MustShare("45%")
	limit, err := base.Scale(cut.Complement().Fraction())
	fmt.Println(limit, err)
	fmt.Println(limit.Format(ghg.Megatonne, 2))
	// Output:
	// 5186500 t <nil>
	// 5.19 Mt
}

func ExampleParseMass() {
	for _, s := range []string{"943만톤", "12 kt CH4", "12", "1 tCO2e"} {
		m, err := ghg.ParseMass(s)
		if err != nil {
			fmt.Println("refused:", err)
			continue
		}
		fmt.Println(m)
	}
	// Output:
	// 9430000 t
	// 12000 t CH4
	// refused: mass "12": unknown unit "": none is given; allowed are kg, t, kt, Mt, Gg, Tg, 톤, 천톤, 만톤 and 백만톤, with CO2e or the gas behind them
	// refused: mass "1 tCO2e": CO2-equivalent is not a mass of a substance: read it with ParseCO2e, or write the bare unit where the metric is given apart
}

func ExampleNewMass() {
	m, err := ghg.NewMass(decimal.RequireFromString("2.45"), ghg.MegatonneKo)
	fmt.Println(m, err)
	_, err = ghg.NewMass(decimal.New(1, 1_000_000_000), ghg.Tonne)
	fmt.Println(err != nil)
	// Output:
	// 2450000 t <nil>
	// true
}

// A mistake that does not pass: a landfill's methane and a clinic's nitrous
// oxide are tonnes of two things.
func ExampleMass_Add_twoGases() {
	landfill, clinic := ghg.MustMass("310 t CH4"), ghg.MustMass("2 t N2O")
	_, err := landfill.Add(clinic)
	fmt.Println(err)

	a, _ := landfill.CO2e(ghg.AR5)
	b, _ := clinic.CO2e(ghg.AR5)
	sum, err := a.Add(b)
	fmt.Println(sum, err)
	// Output:
	// a mass of CH4 and a mass of N2O cannot be added or compared: convert both to CO2e with one metric
	// 9210 tCO2e (AR5) <nil>
}

func ExampleGasMismatchError() {
	_, err := ghg.MustMass("1 t CH4").Cmp(ghg.MustMass("1 t"))
	var mismatch *ghg.GasMismatchError
	if errors.As(err, &mismatch) {
		fmt.Printf("%q and %q\n", mismatch.A, mismatch.B)
	}
	// Output:
	// "CH4" and ""
}

func ExampleMass_CO2e() {
	leak := ghg.MustMass("12.5 kg R-410A")
	c, err := leak.CO2e(ghg.AR5)
	fmt.Println(c, err)
	_, err = ghg.MustMass("12.5 kg").CO2e(ghg.AR5)
	fmt.Println(err)
	// Output:
	// 24.04375 tCO2e (AR5) <nil>
	// a mass of unstated substance has no CO2e: say its gas with Of
}

func ExampleMass_Ratio() {
	share, err := ghg.MustMass("2.45 Mt").Ratio(ghg.MustMass("9.43 Mt"), 4)
	fmt.Println(share, err)
	// Output:
	// 0.2598 <nil>
}

func ExampleMass_Equal() {
	a, b := ghg.MustMass("9.43 Mt"), ghg.MustMass("943만톤")
	fmt.Println(a.Equal(b), a == b, a.Neg())
	// Output: true false -9430000 t
}
