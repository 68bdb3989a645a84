package participation

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Definition is what a [Programme] is made of.
type Definition struct {
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	Year   int    `json:"year"` // that it is of: factors, adoption and the eligible are that year's
	// Persistence is the share of the saving that is kept, Overlap the share
	// that is left once savings on one source are counted once; 0 to 100 %. Both
	// must be given: 100 % says that nothing is lost.
	Persistence ghg.Share       `json:"persistence"`
	Overlap     ghg.Share       `json:"overlap"`
	Actions     []CitizenAction `json:"actions,omitempty"`
	// VerifiedBy says who verified the adoption, and in which document; needed for
	// verified reductions.
	VerifiedBy string `json:"verifiedBy,omitempty"`
	Source     string `json:"source,omitempty"` // document
}

// Programme is a programme of citizens' actions in one year. It is immutable; the zero
// Programme is refused.
type Programme struct{ def *programme }

type programme struct {
	Definition
	saves []ghg.CO2e // what one saves by each action in the year; unset where that is not known
}

const maxActions = 1000

// New checks a definition and makes a programme of it; all that does not stand
// comes at once, as [ghg.Faults]. With them, savings on two metrics are a
// [*ghg.MetricMismatchError], and a factor that the year lacks a
// [*ghg.NoFigureError].
func New(d Definition) (Programme, error) {
	d = d.clone()
	p := &programme{Definition: d, saves: make([]ghg.CO2e, len(d.Actions))}
	of := p.of()
	var faults ghg.Faults
	for _, x := range []struct{ field, value, such string }{{"name", d.Name, "Cool town"}, {"source", d.Source, "climate plan, 2024"}} {
		if x.value == "" || len(x.value) > ghg.MaxName {
			faults.Refuse(of, x.field, x.value, fmt.Sprintf("one of at most %d bytes is needed, such as %s", ghg.MaxName, x.such))
		}
	}
	faults.RefuseYear(of, "year", d.Year)
	faults.RefuseShare(of, "persistence", d.Persistence)
	faults.RefuseShare(of, "overlap factor", d.Overlap)
	if n := len(d.Actions); n == 0 || n > maxActions {
		faults.Refuse(of, "actions", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxActions))
		return Programme{}, faults.Err()
	}
	ids := map[string]bool{}
	first := -1
	var errs []error
	for i := range d.Actions {
		a := &d.Actions[i]
		stands := a.refuse(&faults, i, ids[a.ID])
		ids[a.ID] = true
		if !stands || !a.IsQuantified() {
			continue
		}
		s, err := a.saving(&faults, d.Year)
		if p.saves[i] = s; err != nil {
			errs = append(errs, err)
		}
		if s.IsUnset() {
			continue
		}
		if first < 0 {
			first = i
		}
		if x, y := p.saves[first].Metric().ID(), s.Metric().ID(); x != y {
			errs = append(errs, fmt.Errorf("%s, saves: %w", a.of(), &ghg.MetricMismatchError{A: x, B: y}))
		}
	}
	if err := errors.Join(append(errs, faults.Err())...); err != nil {
		return Programme{}, err
	}
	return Programme{p}, nil
}

// clone copies what a caller could change.
func (d Definition) clone() Definition {
	d.Actions = slices.Clone(d.Actions)
	for i := range d.Actions {
		d.Actions[i].Saves = slices.Clone(d.Actions[i].Saves)
	}
	return d
}

// of says in messages which programme is meant.
func (p *programme) of() string { return "programme " + words.Quote(p.Name) }

var errNoProgramme = errors.New("no programme given: make one with participation.New")

// IsZero reports whether there is no programme.
func (p Programme) IsZero() bool { return p.def == nil }

func (p Programme) definition() *programme { return cmp.Or(p.def, &programme{}) }

// Name is the name of the programme.
func (p Programme) Name() string { return p.definition().Name }

// Year is the year that the programme is of; 0 for the zero Programme.
func (p Programme) Year() int { return p.definition().Year }

// Definition is what the programme was made of, for making that of another year.
func (p Programme) Definition() Definition { return p.definition().clone() }

// Actions yields the actions in their order.
func (p Programme) Actions() iter.Seq[CitizenAction] { return slices.Values(p.Definition().Actions) }

// quantified yields the actions whose saving is known, with what one saves.
func (p *programme) quantified() iter.Seq2[*CitizenAction, ghg.CO2e] {
	return func(yield func(*CitizenAction, ghg.CO2e) bool) {
		for i := range p.Actions {
			if a := &p.Actions[i]; a.IsQuantified() && !yield(a, p.saves[i]) {
				return
			}
		}
	}
}

// Supporting is the programme of only those actions whose evidence bears a kind
// of reduction. Actions that are not quantified stay. It is false where no
// quantified action is left.
func (p Programme) Supporting(kind strategy.Kind) (Programme, bool) {
	d := p.definition()
	out := &programme{Definition: d.Definition}
	out.Actions = nil
	quantified := false
	for i, a := range d.Actions {
		if a.IsQuantified() && !a.Evidence.Supports(kind) {
			continue
		}
		quantified = quantified || a.IsQuantified()
		out.Actions, out.saves = append(out.Actions, a), append(out.saves, d.saves[i])
	}
	if !quantified {
		return Programme{}, false
	}
	return Programme{out}, true
}

// String is the programme as one line.
func (p Programme) String() string {
	if p.IsZero() {
		return "no programme"
	}
	actions := "1 action"
	if n := len(p.def.Actions); n != 1 {
		actions = fmt.Sprintf("%d actions", n)
	}
	return fmt.Sprintf("%s, %d: %s", p.def.Name, p.def.Year, actions)
}
