package netzero

import (
	"errors"

	"github.com/localghg/localghg/ghg"
)

// RemovalsOf are the removals of a place that states gross and net emissions (총배출량,
// 순배출량), by year, for its [Account]: gross − net. A year that only one of the two has is
// left out. The status is that of the less final of the two, and the source is that of net.
//
// The two must be of one place, edition and metric, else a [*ghg.MismatchError] is returned;
// that their views differ is the point. Gross emissions with removals in them are
// [ErrSinksCounted].
func RemovalsOf(gross, net ghg.Yearly) (ghg.Years[ghg.CO2e], error) {
	var none ghg.Years[ghg.CO2e]
	as := net.Basis()
	if gross.Basis().Meets("", as, "") == nil {
		return none, ghg.Refusal("removals", "net", as.View.String(),
			"it is the view of the gross emissions too: what sinks take up is in neither, or in both")
	}
	as.View = gross.View()
	err := gross.Basis().Meets("the gross emissions", as, "the net emissions")
	if err = errors.Join(err, Account{Gross: gross, GrossBy: "RemovalsOf"}.refuseRemovals("removals", &ghg.Faults{})); err != nil {
		return none, err
	}
	var years []ghg.OfYear[ghg.CO2e]
	for g := range gross.All() {
		n, found := net.At(g.Year)
		if !found {
			continue
		}
		removed, err := g.CO2e.Sub(n.CO2e)
		if err != nil {
			return none, err
		}
		years = append(years, ghg.OfYear[ghg.CO2e]{Year: g.Year, Value: removed, Status: max(g.Status, n.Status), Source: n.Source})
	}
	return ghg.NewYears("removals", "", nil, years...)
}
