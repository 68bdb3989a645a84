package ghg

import (
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// InKorean prints the amount as Korean tables and reports do: in a unit, to a number of
// decimal places, rounded as Format rounds, with commas between thousands and △ before
// what is below zero: "9,552.0천톤CO2e (AR5)", "△252.4천톤CO2e (AR5)". The unit is one
// that reads so, such as [KilotonneKo] (천톤), [ManTonneKo] (만톤) or [MegatonneKo] (백만톤).
func (c CO2e) InKorean(u MassUnit, places int32) string {
	return numberKo(c.In(u).StringFixed(places)) + u.String() + c.m.substance()
}

// NumberKo is Number as Korean tables print it, with commas between thousands and △ before
// what is below zero: "9,552.0", "△252.4"; "–" where nothing is reported.
func (s Shown) NumberKo() string { return numberKo(s.Number()) }

// numberKo is a number as Korean tables print it; what rounds to 0 has no sign.
func numberKo(number string) string {
	digits, isBelow := strings.CutPrefix(number, "-")
	if isBelow && strings.Trim(digits, "0.") != "" {
		return "△" + words.Grouped(digits)
	}
	return words.Grouped(digits)
}
