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
	Name, NameKo string
	// Unit is who takes part, in the plural: "people", "households". Eligible is
	// how many there are, 1 or more. Unit savings are for one of them.
	Unit     string
	Eligible int64
	// Persistence is the share of the saving that is kept, Overlap the share
	// that is left once savings on one source are counted once; 0 to 100 %. Both
	// must be given: 100 % says that nothing is lost.
	Persistence, Overlap ghg.Share
	Actions              []CitizenAction
	Source               string
}

// Programme is a programme of citizens' actions. It is immutable; the zero
// Programme is refused.
type Programme struct{ def *Definition }

const maxActions = 1000

// New checks a definition and makes a programme of it; all that does not stand
// comes at once, as [ghg.Faults]. With them, unit savings on two metrics are a
// [*ghg.MetricMismatchError].
func New(d Definition) (Programme, error) {
	d.Actions = slices.Clone(d.Actions)
	of := Programme{&d}.of()
	var faults ghg.Faults
	for _, x := range []struct{ field, value, such string }{{"name", d.Name, "Cool town"}, {"unit", d.Unit, "households"}} {
		if x.value == "" || len(x.value) > ghg.MaxName {
			faults.Refuse(of, x.field, x.value, fmt.Sprintf("one of at most %d bytes is needed, such as %s", ghg.MaxName, x.such))
		}
	}
	if d.Eligible < 1 {
		faults.Refuse(of, "eligible", strconv.FormatInt(d.Eligible, 10), "1 or more are allowed")
	}
	faults.RefuseShare(of, "persistence", d.Persistence)
	faults.RefuseShare(of, "overlap factor", d.Overlap)
	if n := len(d.Actions); n == 0 || n > maxActions {
		faults.Refuse(of, "actions", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxActions))
		return Programme{}, faults.Err()
	}
	ids := map[string]bool{}
	var first *CitizenAction
	var metrics []error
	for i := range d.Actions {
		a := &d.Actions[i]
		a.refuse(&faults, i, ids[a.ID])
		ids[a.ID] = true
		if !a.Saving.known {
			continue
		}
		first = cmp.Or(first, a)
		if x, y := first.Saving.co2e.Metric().ID(), a.Saving.co2e.Metric().ID(); x != y {
			metrics = append(metrics, fmt.Errorf("%s, unit saving: %w", a.of(), &ghg.MetricMismatchError{A: x, B: y}))
		}
	}
	if err := errors.Join(append(metrics, faults.Err())...); err != nil {
		return Programme{}, err
	}
	return Programme{&d}, nil
}

// of says in messages which programme is meant.
func (p Programme) of() string { return "programme " + words.Quote(p.Name()) }

var errNoProgramme = errors.New("no programme given: make one with participation.New")

// IsZero reports whether there is no programme.
func (p Programme) IsZero() bool { return p.def == nil }

// Name is the name of the programme.
func (p Programme) Name() string {
	if p.IsZero() {
		return ""
	}
	return p.def.Name
}

// Eligible is how many may take part, and what they are: 1056627, "households".
func (p Programme) Eligible() (n int64, unit string) {
	if p.IsZero() {
		return 0, ""
	}
	return p.def.Eligible, p.def.Unit
}

// Actions yields the actions in their order.
func (p Programme) Actions() iter.Seq[CitizenAction] {
	if p.IsZero() {
		return func(func(CitizenAction) bool) {}
	}
	return slices.Values(p.def.Actions)
}

// Supporting is the programme of only those actions whose evidence bears a kind
// of reduction. Actions that are not quantified stay. It is false where no
// quantified action is left.
func (p Programme) Supporting(kind strategy.Kind) (Programme, bool) {
	if p.IsZero() {
		return Programme{}, false
	}
	d := *p.def
	d.Actions = nil
	quantified := false
	for _, a := range p.def.Actions {
		if a.Saving.known && !a.Evidence.Supports(kind) {
			continue
		}
		quantified = quantified || a.Saving.known
		d.Actions = append(d.Actions, a)
	}
	if !quantified {
		return Programme{}, false
	}
	return Programme{&d}, true
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
	return fmt.Sprintf("%s: %d %s, %s", p.def.Name, p.def.Eligible, p.def.Unit, actions)
}
