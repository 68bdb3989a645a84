package credit_test

import (
	"fmt"

	"github.com/localghg/localghg/strategy/credit"
)

// A normal cubic metre and one at 25 °C are two amounts of gas.
func ExampleConditions() {
	normal := credit.NormalConditions()
	warm := credit.Conditions{Celsius: dec("25"), Kilopascals: dec("101.325")}
	fmt.Println(normal, "|", warm, "|", normal.Equal(warm))
	fmt.Println(normal.Equal(credit.Conditions{Celsius: dec("0.0"), Kilopascals: dec("101.3250")}))
	// Output:
	// 0 °C, 101.325 kPa | 25 °C, 101.325 kPa | false
	// true
}

// A density belongs to the conditions that it was stated for; one of no
// conditions is refused.
func ExampleDensity() {
	d := credit.Density{KilogramsPerM3: dec("0.7168"), At: credit.NormalConditions(), Source: "ACM0001"}
	fmt.Println(d)
	gas := acm0001()
	gas.Methane = credit.Density{KilogramsPerM3: dec("0.7168"), Source: "ACM0001"}
	_, err := gas.Reduction(sar("0"), reading("2008", "소각기", "49270000", "50.14%", "99.5%"))
	fmt.Println(err)
	// Output:
	// 0.7168 kg/m3 at 0 °C, 101.325 kPa
	// landfill gas, conditions "0 °C, 0 kPa": a temperature above -273.15 °C and a pressure above 0 kPa are needed
}
