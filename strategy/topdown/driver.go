package topdown

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/words"
)

// Driver is something beside the plan that moved emissions from the base year
// to another year: above 0 it raised them. [OfKaya] and [OfSplit] take drivers from a
// decomposition; what none gives, such as a plant that closed, is stated with its source.
type Driver struct {
	Name   string   `json:"name"` // "population"
	CO2e   ghg.CO2e `json:"co2e"`
	Source string   `json:"source,omitempty"`

	origin   origin
	from, to int                 // of the decomposition
	by       drivers.Attribution // of a split
}

// origin is where a driver comes from.
type origin uint8

const (
	stated origin = iota
	ofKaya
	ofSplit
)

// OfKaya are population and GDP per head, as a Kaya decomposition has them, endpoint or
// chained. The two other factors are what cuts work through, and no drivers. The source
// is that of the statistics.
func OfKaya[K drivers.KayaChange | drivers.KayaChained](change K, source string) []Driver {
	var effects drivers.KayaEffects
	var from, to drivers.Point
	method := "endpoint"
	switch c := any(change).(type) {
	case drivers.KayaChange:
		effects, from, to = c.KayaEffects, c.Decomposition.From(), c.Decomposition.To()
	case drivers.KayaChained:
		effects, from, to = c.KayaEffects, c.Decomposition.From(), c.Decomposition.To()
		method = "chained"
	}
	var out []Driver
	for _, f := range []drivers.KayaFactor{drivers.Population, drivers.GDPPerHead} {
		out = append(out, Driver{Name: f.String(), CO2e: effects.Of(f), origin: ofKaya,
			Source: decomposed("Kaya identity, LMDI, "+method, source), from: from.Year(), to: to.Year()})
	}
	return out
}

// OfSplit are the parts of a split, ours or the grid's, that the plan did not bring:
// [drivers.Grid], [drivers.Activity], or both, which has to be said. Own measures are
// what cuts work through, and what nobody attributes is no driver: [New] refuses them. So
// it does activity beside the Kaya factors, which move with the same people and economy.
func OfSplit(split drivers.Split, source string, of ...drivers.Attribution) []Driver {
	var out []Driver
	for _, a := range of {
		out = append(out, Driver{Name: a.String(), CO2e: split.Of(a), origin: ofSplit,
			Source: decomposed("split, LMDI, chained", source), from: split.From(), to: split.To(), by: a})
	}
	return out
}

// decomposed is how a driver was found, with the source of its figures; without one it
// stays without, and is refused as any other.
func decomposed(method, source string) string {
	if source == "" {
		return ""
	}
	return method + "; " + source
}

// refuseDecomposed adds what does not stand in the drivers of a year that come from decompositions.
func refuseDecomposed(faults *ghg.Faults, base, year int, all []Driver) {
	kaya := false
	for _, x := range all {
		kaya = kaya || x.origin == ofKaya
	}
	seen := map[string]bool{}
	for _, x := range all {
		of := fmt.Sprintf("reconciliation of %d, driver %s", year, words.Quote(x.Name))
		split := x.origin == ofSplit
		switch {
		case x.origin == stated:
			continue
		case x.from != base || x.to != year:
			faults.Refuse(of, "years", fmt.Sprintf("%d to %d", x.from, x.to), fmt.Sprintf("a decomposition of %d to %d is needed", base, year))
		case split && x.by != drivers.Grid && x.by != drivers.Activity:
			faults.Refuse(of, "attribution", x.by.String(), "what cuts work through, and what nobody attributes, is no driver: "+
				"the grid factor and activity are")
		case split && kaya && x.by == drivers.Activity:
			faults.Refuse(of, "attribution", x.by.String(), "people and economy stand among the drivers already, as the Kaya factors: "+
				"take the grid factor alone")
		case seen[x.Name]:
			faults.Refuse(of, "name", x.Name, "a decomposition's part is given twice: it would count twice")
		}
		seen[x.Name] = true
	}
}
