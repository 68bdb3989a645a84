package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// powerTold is what records tell of power generation, period by period.
type powerTold struct {
	after map[ghg.Period]bool // periods after the day of the promise that have records
	told  map[ghg.Period]bool // what generates power is told of; true where by actual figures only
	clean lines               // power after the day that breaks no promise
}

func newPowerTold() powerTold {
	return powerTold{after: map[ghg.Period]bool{}, told: map[ghg.Period]bool{}}
}

// tell notes that a record tells what generates power in its period.
func (p powerTold) tell(rec ghg.Record) {
	before, any := p.told[rec.Period]
	p.told[rec.Period] = rec.Status == ghg.Actual && (before || !any)
}

// untold is why the records do not show that a promise is kept after a day, or "".
func (p powerTold) untold(day fmt.Stringer) string {
	var silent, soft []string
	for period := range p.after {
		if final, any := p.told[period]; !any {
			silent = append(silent, period.String())
		} else if !final {
			soft = append(soft, period.String())
		}
	}
	slices.Sort(silent)
	slices.Sort(soft)
	switch {
	case len(p.after) == 0:
		return fmt.Sprintf("no record is of a period after %s", day)
	case len(silent) > 0:
		return fmt.Sprintf("no record says what generates power, or that nothing does, in %s: what is missing is not 0", shortList(silent))
	case len(soft) > 0:
		return fmt.Sprintf("the records of power generation in %s are not all actual figures: no evidence of an achievement", shortList(soft))
	}
	return ""
}
