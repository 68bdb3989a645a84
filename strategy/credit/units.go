package credit

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Most of what is kept: units of one entry, entries of one kind in an account,
// readings of a landfill, and bytes of a text.
const (
	maxUnits    = 100_000_000_000
	maxEntries  = 1_000
	maxReadings = 10_000
	maxText     = 500
)

// Credits are whole units of a crediting programme (CDM CER, KOC): each stands
// for one tonne of CO2e that was reduced or removed, verified and issued. A
// credit is not an allowance, and the two types do not add.
type Credits int64

// Allowances are whole emission allowances of a trading scheme (KAU): each
// permits one tonne of CO2e to be emitted. An allowance is no reduction, a
// surplus of allowances neither, and nothing here makes one of it.
type Allowances int64

// Offsets are whole credits that an entity under a trading scheme has converted
// (KCU), to surrender them for its emissions. They are made by
// [Account.Convert], which takes the credits off the account.
type Offsets int64

// CO2e is the reduction that the credits stand for, on the metric that it was
// verified with: one tonne each.
func (c Credits) CO2e(m ghg.Metric) (ghg.CO2e, error) {
	return ghg.NewCO2e(decimal.NewFromInt(int64(c)), ghg.Tonne, m)
}

// tonnes is an amount on a metric. What accounts compute is within bounds, as
// what enters them is.
func tonnes(d decimal.Decimal, m ghg.Metric) ghg.CO2e {
	c, _ := ghg.NewCO2e(d, ghg.Tonne, m)
	return c
}

// String is "204126 credits".
func (c Credits) String() string { return counted(int64(c), "credit") }

// String is "110000 allowances".
func (a Allowances) String() string { return counted(int64(a), "allowance") }

// String is "5000 offsets".
func (o Offsets) String() string { return counted(int64(o), "offset") }

func counted(n int64, what string) string {
	if n == 1 || n == -1 {
		return fmt.Sprintf("%d %s", n, what)
	}
	return fmt.Sprintf("%d %ss", n, what)
}
