package strategy

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// How many effects, judgements and lines of quantities a quantification may have.
const (
	maxUnitEffects = 50
	maxJudged      = 20
	maxQuantities  = 500
)

// of names the quantification in faults, findings and errors.
func (d *QuantificationDefinition) of() string { return "quantification " + words.Quote(d.ID) }

// check is what does not stand; where all does, kinds and metric are set.
func (q *quantification) check() error {
	var faults ghg.Faults
	of := q.of()
	for _, text := range []struct{ field, value, detail string }{
		{"id", q.ID, "an ID of 1 to %d bytes is needed"},
		{"counts", q.Counts, "say in 1 to %d bytes what is counted"},
		{"source", q.Source, "name the document in 1 to %d bytes"},
	} {
		if text.value == "" || len(text.value) > ghg.MaxName {
			faults.Refuse(of, text.field, text.value, fmt.Sprintf(text.detail, ghg.MaxName))
		}
	}
	switch {
	case !q.Counting.Valid():
		faults.Refuse(of, "counting", q.Counting.String(), "say what a quantity counts, such as strategy.StandingInYear")
	case q.Counting != NewInYear && !q.Life.isZero():
		faults.Refuse(of, "life", q.Life.String(), "it is given only where what is new is counted, and here it is what is "+q.Counting.String())
	default:
		q.Life.refuse(&faults, of)
	}
	for _, list := range []struct {
		field   string
		n, most int
	}{{"effects", len(q.Effects), maxUnitEffects}, {"judged", len(q.Judged), maxJudged}, {"quantities", len(q.Quantities), maxQuantities}} {
		if list.n > list.most {
			faults.Refuse(of, list.field, strconv.Itoa(list.n), fmt.Sprintf("at most %d are allowed", list.most))
			return faults.Err()
		}
	}
	mismatch := q.checkEffects(&faults)
	for i, j := range q.Judged {
		j.refuse(&faults, fmt.Sprintf("%s, judgement %d", of, i+1))
	}
	if len(q.Quantities) == 0 {
		faults.Refuse(of, "quantities", "", "at least those of one kind are needed")
	}
	q.count(&faults)
	return errors.Join(faults.Err(), mismatch)
}

// checkEffects adds what does not stand of what one changes, and finds its metric.
func (q *quantification) checkEffects(faults *ghg.Faults) (mismatch error) {
	of := q.of()
	if len(q.Effects) == 0 && q.Published.IsZero() {
		faults.Refuse(of, "effects", "", "say what one changes, or give a published unit")
	}
	meets := func(of string, m ghg.Metric) {
		switch {
		case m.IsZero():
		case q.metric.IsZero():
			q.metric = m
		case q.metric.ID() != m.ID():
			err := &ghg.MetricMismatchError{A: q.metric.ID(), B: m.ID()}
			faults.Refuse(of, "metric", string(m.ID()), err.Error())
			mismatch = cmp.Or[error](mismatch, err)
		}
	}
	shares := 0
	for i, u := range q.Effects {
		name := fmt.Sprintf("%s, effect %d", of, i+1)
		u.refuse(faults, name)
		meets(name, u.Factors.Metric())
		if u.whole {
			shares++
		}
		if u.Of.rule == ofInstallation && q.Counting != NewInYear {
			faults.Refuse(name, "factor of", u.Of.String(), "what is "+q.Counting.String()+" has no year of installation")
		}
		if slices.ContainsFunc(q.Effects[:i], func(o UnitEffect) bool { return o.On.same(u.On) }) {
			faults.Refuse(name, "source", u.On.String(), "two effects act on it: give one, or two quantifications")
		}
	}
	if !q.Published.IsZero() {
		q.Published.refuse(faults, of, q.Unit, len(q.Effects) == 0)
		meets(of+", published unit", q.Published.Saves.Metric())
	}
	switch ofSource := shares > 0; {
	case ofSource && (shares < len(q.Effects) || !q.Published.IsZero()):
		faults.Refuse(of, "effects", "", "shares of a source and amounts do not go together: make two quantifications")
	case ofSource && !q.Unit.IsZero():
		faults.Refuse(of, "unit", q.Unit.String(), "quantities that are shares of a source have none")
	case ofSource && q.Counting == DoneInYear:
		faults.Refuse(of, "counting", q.Counting.String(), "a share of a source stands, or is new in the year")
	case !ofSource && q.Unit.IsZero():
		faults.Refuse(of, "unit", "", "give that of the quantities, such as 대 or MWh")
	}
	return mismatch
}
