package series

import (
	"strings"

	"github.com/localghg/localghg/ghg"
)

// threadID tells the records of one source apart from others.
type threadID struct {
	category                 ghg.Category
	scope                    ghg.Scope
	gas                      ghg.Gas
	fuel, activity, facility string
	variant                  ghg.Variant
	tags                     ghg.Tags
	entry                    ghg.Entry
	metric                   ghg.MetricID // of CO2e
	isMass                   bool
}

// thread is what inventories of several years say of one source.
type thread struct {
	id     threadID
	line   line
	first  ghg.Record // met first, for what all of them share
	gas    ghg.Gas    // that the masses say they are of
	metric ghg.Metric
}

// told is a record of a year: a figure, a key, or both.
type told struct {
	id       threadID
	isNumber bool
	point
}

// tellsOf says whether two records may tell of one source: what both say is the same.
func tellsOf(a, b threadID) bool {
	open := func(a, b string) bool { return a == "" || b == "" || a == b }
	return (a.gas.IsZero() || b.gas.IsZero() || covers(a.gas, b.gas) || covers(b.gas, a.gas)) &&
		(a.variant == ghg.NoVariant || b.variant == ghg.NoVariant || a.variant == b.variant) &&
		open(a.fuel, b.fuel) && open(a.activity, b.activity) && open(a.facility, b.facility) &&
		open(a.tags.String(), b.tags.String()) && open(a.entry.String(), b.entry.String())
}

// covers says whether a gas is another, or one of which the other says the origin.
func covers(a, b ghg.Gas) bool {
	m, _ := ghg.Mass{}.Of(a) // of no gas so far
	_, err := m.Of(b)
	return err == nil
}

// nameOfThread is a source in a sentence.
func nameOfThread(r ghg.Record, place ghg.PlaceID) string {
	parts := []string{r.Category.Code}
	if !r.Gas.IsZero() {
		parts = append(parts, r.Gas.String())
	}
	for _, s := range []string{r.Fuel, r.Activity, r.Facility, r.Variant.String(), r.Tags.String()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return string(place) + ", " + strings.Join(parts, " ")
}
