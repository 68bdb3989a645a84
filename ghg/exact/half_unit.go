package exact

import "github.com/shopspring/decimal"

// HalfUnit is half a unit of the last digit that a number has, which is how far what was
// printed may be off: 12.50 stands for 12.495 to 12.505, and 1e3 for 500 to 1500.
func HalfUnit(d decimal.Decimal) decimal.Decimal { return decimal.New(5, d.Exponent()-1) }
