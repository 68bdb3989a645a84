package netzero

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// maxLines is how many records of one kind a check lists; the others are
// counted.
const maxLines = 100

// lines are records of one kind.
type lines struct {
	kept []Line
	more int
}

func (l *lines) n() int { return len(l.kept) + l.more }

func (l *lines) add(r ghg.Record, why string) {
	if len(l.kept) >= maxLines {
		l.more++
		return
	}
	l.kept = append(l.kept, Line{r, why})
}

// coalReader sorts records into those that show unabated coal power, those
// that show that power is generated otherwise, and those that do not tell.
type coalReader struct {
	lookup
	powerTold
	lastDay ghg.Date
	abated  string

	before              int
	unabated, projected lines // on actual figures, and on others
	unclear             lines
	unknownNames        map[string]bool
}

// verdict is what a record says of unabated coal power.
type verdict uint8

const (
	silent   verdict = iota // nothing
	isClean                 // power is generated, and not from unabated coal; or nothing is generated
	isCoal                  // unabated coal power
	isUnsure                // it may be unabated coal power
)

// read takes in one record.
func (r *coalReader) read(rec ghg.Record) {
	fuel, activity := classOf(rec.Fuel, r.fuels), classOf(rec.Activity, r.activities)
	v, why := r.judge(rec, fuel, activity)
	if rec.Period.IsZero() {
		if v == isCoal || v == isUnsure {
			r.unclear.add(rec, "it names no period")
		}
		return
	}
	if !r.lastDay.Before(rec.Period.End()) {
		if v == isCoal {
			r.before++
		}
		return
	}
	if !r.lastDay.Before(rec.Period.Start()) { // the day falls into the period
		if v == isCoal || v == isUnsure {
			r.unclear.add(rec, fmt.Sprintf("%s, in a period that begins before %s is over", why, r.lastDay))
			r.note(rec, fuel, activity)
		}
		return
	}
	r.after[rec.Period] = true
	switch v {
	case isCoal:
		if rec.Status == ghg.Actual {
			r.unabated.add(rec, why)
		} else {
			r.projected.add(rec, fmt.Sprintf("%s, on a figure that is %s", why, rec.Status))
		}
	case isUnsure:
		r.unclear.add(rec, why)
		r.note(rec, fuel, activity)
	case isClean:
		r.tell(rec)
		r.clean.add(rec, why)
	}
}

// note keeps names that no table has, as many as a reason could list.
func (r *coalReader) note(rec ghg.Record, fuel, activity class) {
	for _, n := range []struct {
		class class
		name  string
	}{{fuel, rec.Fuel}, {activity, rec.Activity}} {
		if n.class == unknown && len(r.unknownNames) < maxLines {
			r.unknownNames[words.Quote(n.name)] = true
		}
	}
}

// judge says what a record shows, and why. In power generation, by the activity
// or by the category, another fuel than coal decides; coal needs its activity
// named, as the category holds heat plants too. Elsewhere a named activity settles it,
// and without one only coal, or a category that may generate power, leaves
// doubt.
func (r *coalReader) judge(rec ghg.Record, fuel, activity class) (verdict, string) {
	category := categoryClass(rec.Category)
	if isOutside(rec, category) {
		return silent, "" // power from outside is no power of the boundary
	}
	generates := isPower(activity, category)
	doubtful := generates || activity != other && (fuel == coal || fuel == derived || category == may || category == unknown)
	if category == none && activity != powers {
		doubtful = false
	}
	if fuel == other {
		if generates {
			return isClean, "power is generated from another fuel"
		}
		return silent, ""
	}
	if !doubtful {
		return silent, ""
	}
	switch burning(rec.Value) {
	case nothing:
		if generates && (fuel == coal || fuel == unnamed) {
			return isClean, fmt.Sprintf("nothing is burned: %s", rec.Value)
		}
		return silent, ""
	case notSaid:
		return isUnsure, fmt.Sprintf("%s says neither that coal is burned nor that none is", rec.Value)
	}
	if r.abated != "" && rec.Tags.Has(r.abated) && activity == powers {
		return isClean, fmt.Sprintf("the tag %q says that it is abated", r.abated)
	}
	switch {
	case fuel == coal && activity == powers:
		return isCoal, "coal is burned to generate power"
	case fuel == coal:
		return isUnsure, "coal, and " + lack("activity", activity)
	case fuel == derived:
		return isUnsure, "a gas made of coal, of which the declaration does not say whether it counts"
	case generates:
		return isUnsure, "power generation, and " + lack("fuel", fuel)
	}
	return isUnsure, lack("fuel", fuel) + ", " + lack("activity", activity) + ", and the category may hold power generation"
}

// isOutside reports whether a record is of what is emitted, or counted, outside the
// boundary.
func isOutside(rec ghg.Record, category class) bool {
	return category == outside || category == unknown && rec.Scope > ghg.Scope1
}

// isPower reports whether power is generated, by the activity or by the category.
func isPower(activity, category class) bool {
	return activity == powers || activity != other && category == powers
}

func lack(what string, c class) string {
	if c == unnamed {
		return "no " + what + " is named"
	}
	return "its " + what + " is in no table"
}

// burnt is what a value says of burning.
type burnt uint8

const (
	something burnt = iota // an amount
	nothing                // 0, or the key NO
	notSaid                // no amount
)

func burning(v ghg.Value) burnt {
	if v.IsNumber() {
		zero := false
		if m, ok := v.Mass(); ok {
			zero = m.Sign() == 0
		} else if c, ok := v.CO2e(); ok {
			zero = c.IsZero()
		}
		switch {
		case !zero:
			return something
		case v.Key() == ghg.KeyNone:
			return nothing
		}
		return notSaid
	}
	if v.Key() == ghg.NO { // NA says that the activity is there, and emits nothing of a gas
		return nothing
	}
	return notSaid
}
