package carveout

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// String is the year as one line.
func (y YearFigures) String() string {
	en, _ := y.line()
	return en
}

// Korean is the year as one line in Korean.
func (y YearFigures) Korean() string {
	_, ko := y.line()
	return ko
}

func (y YearFigures) line() (en, ko string) {
	return yearLine.Fill(y.Year, y.Citywide, y.Covered, y.Managed)
}

var yearLine = words.Term{En: "%d: citywide %s, covered %s, managed %s", Ko: "%d년: 전체 %s, 할당대상 %s, 관리권한 %s"}

// Details is the carve-out of the year as arithmetic: every site with its
// owner, what was left out and why, and the sources.
func (y YearFigures) Details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "managed emissions in %d = citywide − covered + covered and council-owned\n", y.Year)
	fmt.Fprintf(&b, "citywide %s%s\n", y.Citywide, bracket(y.citywide))
	fmt.Fprintf(&b, "− covered %s (%s of citywide)%s\n", y.Covered, y.CoveredShare().Percent(2), bracket(y.register))
	for _, s := range y.Sites {
		fmt.Fprintf(&b, "    %s, %s, %s: direct %s, purchased energy %s\n", s.Facility, s.Name, s.Ownership, s.Direct, s.Purchased)
	}
	for _, l := range y.LeftOut {
		fmt.Fprintf(&b, "    not subtracted: %s, %s %s: %s\n", l.Facility, l.Emission.Scope, l.Emission.CO2e, l.Why)
	}
	fmt.Fprintf(&b, "+ council-owned %s\n", y.CouncilOwned)
	fmt.Fprintf(&b, "= managed %s (%s of citywide)", y.Managed, y.ManagedShare().Percent(2))
	for _, s := range y.Sectors {
		fmt.Fprintf(&b, "\n%s: citywide %s, covered %s (%s), council-owned %s, managed %s",
			s.Category, s.Citywide, s.Covered, s.CoveredShare().Percent(2), s.CouncilOwned, s.Managed)
	}
	return b.String()
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
