package strategy

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Life says how long one that is new works, and how much (내용연수). It is given where
// what is new is counted, and only there.
type Life struct {
	// Years are those in which one works, that of its installation included; 0 for good.
	Years int `json:"years"`
	// Decay is the share that one loses each year of what it did the year before. Nobody
	// has to state it: unset is none.
	Decay ghg.Share `json:"decay"`
	// ByAge is what one does at each age, as a share of its full effect, in place of
	// Years and Decay: half a year at both ends is 50 %, 100 %, …, 50 %.
	ByAge []ghg.Share `json:"byAge,omitempty"`
	// RenewedTo is the last year in which what expires is replaced at once by as many
	// new ones; 0 where nothing is. A renewal is never assumed.
	RenewedTo int `json:"renewedTo,omitempty"`
}

// maxLife is how many years one may work.
const maxLife = 200

func (l Life) isZero() bool {
	return l.Years == 0 && l.Decay.IsUnset() && len(l.ByAge) == 0 && l.RenewedTo == 0
}

// refuse adds what does not stand.
func (l Life) refuse(faults *ghg.Faults, of string) {
	if l.Years < 0 || l.Years > maxLife {
		faults.Refuse(of, "life", strconv.Itoa(l.Years), fmt.Sprintf("1 to %d years are allowed, and 0 for good", maxLife))
	}
	if !l.Decay.IsUnset() {
		faults.RefuseShare(of, "decay", l.Decay)
	}
	if len(l.ByAge) > 0 && (l.Years != 0 || !l.Decay.IsUnset()) {
		faults.Refuse(of, "life by age", "", "give it in place of years and decay, not beside them")
	}
	if len(l.ByAge) > maxLife {
		faults.Refuse(of, "life by age", strconv.Itoa(len(l.ByAge)), fmt.Sprintf("at most %d years are allowed", maxLife))
		return
	}
	for age, s := range l.ByAge {
		faults.RefuseShare(fmt.Sprintf("%s, age %d", of, age), "life by age", s)
	}
	switch {
	case l.RenewedTo == 0:
	case l.years() == 0:
		faults.Refuse(of, "renewed to", strconv.Itoa(l.RenewedTo), "what works for good is never replaced")
	default:
		faults.RefuseYear(of, "renewed to", l.RenewedTo)
	}
}

// years are those in which one works; 0 for good.
func (l Life) years() int {
	if len(l.ByAge) > 0 {
		return len(l.ByAge)
	}
	return l.Years
}

// profile is what one does at each age up to one, as a fraction.
func (l Life) profile(ages int) []decimal.Decimal {
	if n := l.years(); n > 0 {
		ages = min(ages, n)
	}
	out := make([]decimal.Decimal, 0, ages)
	left := decimal.New(1, 0)
	for age := range ages {
		if len(l.ByAge) > 0 {
			left = l.ByAge[age].Fraction()
		}
		out = append(out, left)
		left = left.Mul(l.Decay.Complement().Fraction())
	}
	return out
}

// String is the life in words.
func (l Life) String() string {
	s := "for good"
	if n := l.years(); n > 0 {
		s = fmt.Sprintf("%d years", n)
	}
	if !l.Decay.IsUnset() && l.Decay.Fraction().Sign() != 0 {
		s += fmt.Sprintf(", decay %s a year", l.Decay)
	}
	if len(l.ByAge) > 0 {
		s += " by age"
	}
	if l.RenewedTo > 0 {
		s += fmt.Sprintf(", renewed to %d", l.RenewedTo)
	}
	return s
}
