package netzero

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// source is where generation of one kind is recorded: a facility, or a category where
// no facility is named, with a family of fuels.
type source struct {
	facility, category string // one of the two
	family             class
}

// generation is what the records say of one source.
type generation struct {
	source
	name, fuel string // as the records name facility and fuel
	unsure     string // why it may be something else, or ""
	power      bool   // electricity is generated; otherwise it may be
	first      ghg.Record
	periods    map[ghg.Period]*emitted
}

// emitted is what the records of one period add up to.
type emitted struct {
	co2, all       decimal.Decimal // tonnes of CO2, and of all gases together
	hasCO2, hasAll bool
	metric         ghg.Metric
	metricsDiffer  bool
	line           ghg.Record
}

// beginReader sorts records of power generation by where they are from.
type beginReader struct {
	lookup
	powerTold
	pledge  Pledge
	sources map[source]*generation
	order   []source
}

// maxSources bounds what is kept of hostile input.
const maxSources = 100_000

func (r *beginReader) read(rec ghg.Record) error {
	if !rec.Period.IsZero() && r.isAfter(rec.Period) {
		r.after[rec.Period] = true
	}
	kind, family, why := r.judge(rec)
	if kind == silent {
		return nil
	}
	if rec.Period.IsZero() {
		if kind == isClean {
			return nil
		}
		why = "it names no period"
		kind = isUnsure
	}
	if kind == isClean {
		r.tell(rec)
		if r.isAfter(rec.Period) {
			r.clean.add(rec, why)
		}
		return nil
	}
	key := source{facility: foldName(rec.Facility), family: family}
	if key.facility == "" {
		key.category = rec.Category.String()
	}
	g := r.sources[key]
	if g == nil {
		if len(r.sources) >= maxSources {
			return ghg.Refusal(r.pledge.of(), "records", "", fmt.Sprintf("at most %d facilities and fuels are read", maxSources))
		}
		g = &generation{source: key, name: rec.Facility, fuel: rec.Fuel, first: rec, periods: map[ghg.Period]*emitted{}}
		r.sources[key] = g
		r.order = append(r.order, key)
	}
	if kind == isUnsure && g.unsure == "" {
		g.unsure = why
	}
	g.power = g.power || kind == isCoal || isPower(classOf(rec.Activity, r.activities), categoryClass(rec.Category))
	g.take(rec)
	if kind == isCoal {
		r.tell(rec)
	}
	return nil
}

func (g *generation) take(rec ghg.Record) {
	e := g.periods[rec.Period]
	if e == nil {
		e = &emitted{line: rec}
		g.periods[rec.Period] = e
	}
	if rec.Period.Start().Before(g.first.Period.Start()) {
		g.first = rec
	}
	if c, ok := rec.Value.CO2e(); ok {
		e.metricsDiffer = e.metricsDiffer || e.hasAll && e.metric.ID() != c.Metric().ID()
		e.all, e.hasAll, e.metric = e.all.Add(c.Tonnes()), true, c.Metric()
	} else if m, ok := rec.Value.Mass(); ok && rec.Gas == ghg.CO2 {
		e.co2, e.hasCO2 = e.co2.Add(m.Tonnes()), true
	}
}

// yearly is what is emitted in a period, as far as one amount tells.
func (e *emitted) yearly() ghg.CO2e {
	out := ghg.CO2e{}
	switch {
	case e == nil || e.metricsDiffer:
	case e.hasAll:
		out, _ = ghg.NewCO2e(e.all, ghg.Tonne, e.metric)
	case e.hasCO2:
		out, _ = ghg.NewCO2e(e.co2, ghg.Tonne, ghg.Unstated)
	}
	return out
}

// judge says what a record shows of power from the subject: isCoal stands for that.
func (r *beginReader) judge(rec ghg.Record) (verdict, class, string) {
	fuel, activity := classOf(rec.Fuel, r.families), classOf(rec.Activity, r.activities)
	category := categoryClass(rec.Category)
	if isOutside(rec, category) {
		return silent, "", ""
	}
	generates := isPower(activity, category)
	may := !generates && activity != other && (category == may || category == unknown)
	if !generates && !may {
		return silent, "", ""
	}
	isSubject := fuel == coal || r.pledge.Kind == BeginNoFossilPower && (fuel == oil || fuel == fossilGas || fuel == fossil)
	clear := fuel == notFossil || r.pledge.Kind == BeginNoCoalPower && (fuel == oil || fuel == fossilGas || fuel == fossil || fuel == unsure)
	switch burning(rec.Value) {
	case nothing:
		if generates && !clear {
			return isClean, "", fmt.Sprintf("nothing is burned: %s", rec.Value)
		}
		return silent, "", ""
	case notSaid:
		if generates && !clear {
			return isUnsure, fuel, fmt.Sprintf("%s says neither that fuel is burned nor that none is", rec.Value)
		}
		return silent, "", ""
	}
	abated := r.pledge.Abated != "" && rec.Tags.Has(r.pledge.Abated)
	switch {
	case generates && clear:
		return isClean, "", "power is generated from another fuel"
	case generates && isSubject && abated && activity == powers:
		return isClean, "", fmt.Sprintf("the tag %q says that it is abated", r.pledge.Abated)
	case generates && isSubject && r.pledge.Kind == BeginNoCoalPower && classOf(rec.Fuel, r.fuels) == derived:
		return isUnsure, fuel, "a gas made of coal, of which the declaration does not say whether it counts"
	case generates && isSubject && r.pledge.Kind == BeginNoCoalPower && activity != powers:
		return isUnsure, fuel, "coal, and " + lack("activity", activity) // the category holds heat plants too
	case generates && isSubject:
		return isCoal, fuel, fmt.Sprintf("power from %s", rec.Fuel)
	case generates:
		return isUnsure, fuel, "power generation, and " + lackFuel(fuel)
	case isSubject:
		return isUnsure, fuel, fmt.Sprintf("%s, %s, and the category may hold power generation", rec.Fuel, lack("activity", activity))
	}
	return silent, "", ""
}

func lackFuel(c class) string {
	if c == unsure {
		return "a part of its fuel may be fossil"
	}
	return lack("fuel", c)
}

func (r *beginReader) isAfter(p ghg.Period) bool { return r.pledge.Since.Last().Before(p.Start()) }

// isBefore reports whether a period is over by the day of the pledge.
func (r *beginReader) isBefore(p ghg.Period) bool {
	return !p.IsZero() && !r.pledge.Since.First().Before(p.End())
}

// span are the periods of a source in their order: before the pledge, of its day, after.
func (r *beginReader) span(g *generation) (before, during, after []ghg.Period) {
	for p := range g.periods {
		switch {
		case p.IsZero():
		case r.isBefore(p):
			before = append(before, p)
		case r.isAfter(p):
			after = append(after, p)
		default:
			during = append(during, p)
		}
	}
	byStart := func(a, b ghg.Period) int { return compareDates(a.Start(), b.Start()) }
	slices.SortFunc(before, byStart)
	slices.SortFunc(during, byStart)
	slices.SortFunc(after, byStart)
	return before, during, after
}

// coversPledge reports whether a record tells of power generation right up to the
// pledge: in the period of its day, or in one that ends on the day before.
func (r *beginReader) coversPledge() bool {
	first, last := r.pledge.Since.First(), r.pledge.Since.Last()
	eve := timeOf(last).AddDate(0, 0, -1)
	for p := range r.told {
		if !first.Before(p.Start()) && !timeOf(p.End()).Before(eve) {
			return true
		}
	}
	return false
}

// yearsWithoutData are calendar years between the first and the last that records of
// power generation tell of.
func (r *beginReader) yearsWithoutData() []string { return yearsBetween(maps.Keys(r.told)) }

// gapsBefore are those of them that lie before the year of the pledge.
func (r *beginReader) gapsBefore() []string {
	year := fmt.Sprint(r.pledge.Since.Year())
	return slices.DeleteFunc(r.yearsWithoutData(), func(y string) bool { return y >= year })
}

// gaps are the years without a record of a source between its first and its last.
func (g *generation) gaps() []string { return yearsBetween(maps.Keys(g.periods)) }

// yearsBetween are the calendar years between the first and the last of periods that
// none of them is of.
func yearsBetween(periods iter.Seq[ghg.Period]) []string {
	seen, low, high := map[int]bool{}, 0, 0
	for p := range periods {
		if p.IsZero() {
			continue
		}
		for y := p.Start().Year; y <= p.End().Year; y++ {
			seen[y] = true
		}
		if low == 0 || p.Start().Year < low {
			low = p.Start().Year
		}
		high = max(high, p.End().Year)
	}
	var out []string
	for y := low; y < high; y++ {
		if !seen[y] {
			out = append(out, fmt.Sprint(y))
		}
	}
	return out
}
