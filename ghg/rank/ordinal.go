package rank

import (
	"fmt"

	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ordinal is a rank in both languages: "joint 2nd", "공동 2위".
func ordinal(rank decimal.Decimal, joint bool) words.Term {
	t := words.Term{En: rank.String() + suffix(rank), Ko: rank.String() + "위"}
	if joint {
		t.En, t.Ko = "joint "+t.En, "공동 "+t.Ko
	}
	return t
}

// suffix is what makes an English ordinal of a number; a mean rank has that of all
// others.
func suffix(rank decimal.Decimal) string {
	n := rank.IntPart()
	if !rank.IsInteger() || n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// ordinals are all ranks from one to another: "1st", "1st to 3rd".
func ordinals(from, to decimal.Decimal) words.Term {
	if from.Equal(to) {
		return ordinal(from, false)
	}
	a, b := ordinal(from, false), ordinal(to, false)
	return words.Term{En: a.En + " to " + b.En, Ko: from.String() + "~" + b.Ko}
}

// plain is a text that is the same in both languages.
func plain(v any) words.Term {
	s := fmt.Sprint(v)
	return words.Term{En: s, Ko: s}
}
