package participation

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Reductions are the net amounts as reductions of a kind, the same in each year
// of a span. Potential ones are of the adoption that is stated too, and not of
// everyone: that is [Amounts].Potential. A kind that the evidence of a
// quantified action does not bear is an [*EvidenceError].
func (p Programme) Reductions(kind strategy.Kind, first, last int) (strategy.Reductions, error) {
	net, err := p.net(kind)
	if err != nil {
		return strategy.Reductions{}, err
	}
	of := "reductions of " + p.of()
	var faults ghg.Faults
	if wrong := faults.RefuseYear(of, "first year", first); !faults.RefuseYear(of, "last year", last) && !wrong && last < first {
		faults.Refuse(of, "last year", strconv.Itoa(last), fmt.Sprintf("it lies before the first, %d", first))
	}
	if err := faults.Err(); err != nil {
		return strategy.Reductions{}, err
	}
	byYear := map[int]ghg.CO2e{}
	for y := first; y <= last; y++ {
		byYear[y] = net
	}
	return strategy.NewReductions(kind, net.Metric(), byYear)
}

// YearlyReductions are the net amounts of a programme that changes, as adoption
// grows and habits fade: a [Programme] for each year, as it stands in that
// year. Each must bear the kind, and all are on one metric. A year without a
// programme has no amount.
func YearlyReductions(kind strategy.Kind, byYear map[int]Programme) (strategy.Reductions, error) {
	if len(byYear) == 0 {
		return strategy.Reductions{}, ghg.Refusal("yearly reductions", "programmes", "", "that of at least one year is needed")
	}
	net := map[int]ghg.CO2e{}
	var metric ghg.Metric
	for i, y := range slices.Sorted(maps.Keys(byYear)) {
		c, err := byYear[y].net(kind)
		if err != nil {
			return strategy.Reductions{}, fmt.Errorf("programme of %d: %w", y, err)
		}
		if net[y] = c; i == 0 {
			metric = c.Metric()
		}
	}
	return strategy.NewReductions(kind, metric, net)
}

// net is the net amount of a year, if the evidence bears the kind.
func (p Programme) net(kind strategy.Kind) (ghg.CO2e, error) {
	r, err := p.Result()
	if err != nil {
		return ghg.CO2e{}, err
	}
	if !kind.Valid() {
		_, err := kind.MarshalText() // says why
		return ghg.CO2e{}, err
	}
	for _, a := range r.Actions {
		if !a.Action.Evidence.Supports(kind) {
			return ghg.CO2e{}, &EvidenceError{a.Action.ID, a.Action.Evidence, kind}
		}
	}
	return r.Total.Net, nil
}
