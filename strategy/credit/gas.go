package credit

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Conditions are the temperature and pressure that a volume of gas is stated
// at. The zero Conditions are refused. Compare with [Conditions.Equal].
type Conditions struct {
	Celsius     decimal.Decimal `json:"celsius"`     // °C
	Kilopascals decimal.Decimal `json:"kilopascals"` // kPa, absolute
}

// NormalConditions are 0 °C and 101.325 kPa, at which a normal cubic metre
// (Nm3) is stated.
func NormalConditions() Conditions { return Conditions{Kilopascals: decimal.New(101325, -3)} }

// Equal reports whether two conditions are the same temperature and pressure.
func (c Conditions) Equal(o Conditions) bool {
	return c.Celsius.Equal(o.Celsius) && c.Kilopascals.Equal(o.Kilopascals)
}

// String is "0 °C, 101.325 kPa".
func (c Conditions) String() string {
	if exact.Check(c.Celsius) != nil || exact.Check(c.Kilopascals) != nil {
		return "conditions out of bounds"
	}
	return fmt.Sprintf("%s °C, %s kPa", c.Celsius, c.Kilopascals)
}

// Density is the mass of methane in a cubic metre at stated conditions, such as
// 0.7168 kg/m3 at 0 °C and 101.325 kPa.
type Density struct {
	KilogramsPerM3 decimal.Decimal `json:"kilogramsPerM3"`
	At             Conditions      `json:"at"`
	Source         string          `json:"source,omitempty"`
}

// String is "0.7168 kg/m3 at 0 °C, 101.325 kPa".
func (d Density) String() string {
	if exact.Check(d.KilogramsPerM3) != nil {
		return "density out of bounds"
	}
	return fmt.Sprintf("%s kg/m3 at %s", d.KilogramsPerM3, d.At)
}

func (in input) conditions(c Conditions) {
	zero := decimal.New(-27315, -2)
	switch {
	case exact.Check(c.Celsius) != nil || exact.Check(c.Kilopascals) != nil:
		in.refuse("conditions", c, "shorter numbers are needed")
	case c.Celsius.LessThanOrEqual(zero) || c.Kilopascals.Sign() <= 0:
		in.refuse("conditions", c, "a temperature above -273.15 °C and a pressure above 0 kPa are needed")
	}
}
