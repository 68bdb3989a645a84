package topdown

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// shown is an amount in a text, to the kilogram: effects of a decomposition have many
// decimals.
func shown(c ghg.CO2e) string {
	q, err := c.Quotient(decimal.New(1, 0), 3)
	if err != nil {
		return c.String()
	}
	return q.String()
}

// Verdict is the result in a few sober words: "explained to 83%".
func (y Year) Verdict() string {
	seen, counted := y.TopDown.Sign(), y.BottomUp.Sign()
	switch {
	case seen == 0 && counted == 0:
		return "nothing to explain: no fall is seen beyond the drivers, and no cut is counted"
	case seen <= 0 && counted > 0:
		return "not seen: cuts are counted, and no fall is seen beyond the drivers"
	case seen <= 0:
		return "no fall is seen beyond the drivers, and no cut is counted"
	case counted <= 0:
		return "not explained: no cut is counted"
	case y.Residual.Sign() < 0:
		return "more is counted than is seen, by " + shown(y.Residual.Neg())
	case y.Residual.Sign() == 0:
		return "explained"
	}
	if p := y.Explained.Percent(0); p != "100%" {
		return "explained to " + p
	}
	return "explained but for " + shown(y.Residual)
}

// String is the year in one line.
func (y Year) String() string {
	return fmt.Sprintf("%d against %d: top-down %s, bottom-up %s, residual %s: %s",
		y.Inventory.Year, y.Base.Year, shown(y.TopDown), shown(y.BottomUp), shown(y.Residual), y.Verdict())
}
