package ghg_test

import "github.com/shopspring/decimal"

// dec is a decimal literal of a test.
func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }
