package topdown

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

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
		return "more is counted than is seen, by " + y.Residual.Neg().String()
	case y.Residual.Sign() == 0:
		return "explained"
	}
	if p := y.Explained.Percent(0); p != "100%" {
		return "explained to " + p
	}
	return "explained but for " + y.Residual.String()
}

// String is the year in one line.
func (y Year) String() string {
	return fmt.Sprintf("%d against %d: top-down %s, bottom-up %s, residual %s: %s",
		y.Inventory.Year, y.Base.Year, y.TopDown, y.BottomUp, y.Residual, y.Verdict())
}

// Explain is the year as arithmetic, with its sources.
func (y Year) Explain() string {
	var b strings.Builder
	b.WriteString(y.String())
	figure := func(f ghg.YearFigure) string {
		s := fmt.Sprintf("%s (%d, %s", f.CO2e, f.Year, f.Status)
		if f.Source != "" {
			s += "; " + f.Source
		}
		return s + ")"
	}
	fmt.Fprintf(&b, "\nchange: %s − %s = %s", figure(y.Inventory), figure(y.Base), y.Change)
	for _, x := range y.Drivers {
		fmt.Fprintf(&b, "\n  driver %s: %s; %s", x.Name, x.CO2e, x.Source)
	}
	if len(y.Drivers) == 0 {
		b.WriteString("\n  not adjusted for activity")
	}
	fmt.Fprintf(&b, "\ntop-down: drivers %s − change %s = %s", y.Driven, y.Change, y.TopDown)
	fmt.Fprintf(&b, "\nbottom-up: %s − %s (%s) = %s", y.Cuts.CO2e, y.InBase, y.inBase, y.BottomUp)
	fmt.Fprintf(&b, "\nresidual: %s − %s = %s", y.TopDown, y.BottomUp, y.Residual)
	fmt.Fprintf(&b, "\n%s", y.Cuts.Explain())
	return b.String()
}
