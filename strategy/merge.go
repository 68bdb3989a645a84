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

// Merge puts actions into one other. They keep their IDs and their effects as
// history, get the stage [Merged], and say in Into where they live on; the
// action that takes them up gets a copy of their effects and quantifications after its
// own, each with its document, and what they require and exclude. As withdrawn actions
// count no more, effects move once, and merging changes no amount; a [Group]
// that names the old ones must be stated anew. Budget and phases of the new one
// are the caller's.
//
// Actions that require or exclude the old ones require or exclude the one that
// takes them up from then on; so it is with [Split] and [Supersede]. Into is
// new, or replaces the action of its ID; then it is not among the ids. The new
// list is returned: the given one stands as it was.
func Merge(actions []Action, ids []string, into Action) ([]Action, error) {
	into = into.clone()
	for _, id := range ids {
		i := indexOf(actions, id)
		if i < 0 {
			continue // apply says so
		}
		for _, e := range actions[i].stated() {
			e.Source = cmp.Or(e.Source, actions[i].Source)
			into.Effects = append(into.Effects, e)
		}
		for _, q := range actions[i].Quantifications {
			into.Quantifications = append(into.Quantifications, q.within(id))
		}
		into.Requires = withIDs(into.Requires, actions[i].Requires, into.ID)
		into.Excludes = withIDs(into.Excludes, actions[i].Excludes, into.ID)
	}
	return replacement{Merged, ids, []Action{into}}.apply(actions)
}

// Supersede replaces actions by others, which state effects of their own. The
// old ones keep their IDs and effects as history, get the stage [Superseded],
// and say in Into where they live on. What is cut may change by it; to move
// effects as they are use [Merge] or [Split].
func Supersede(actions []Action, ids []string, by ...Action) ([]Action, error) {
	r := replacement{Superseded, ids, nil}
	for _, a := range by {
		r.into = append(r.into, a.clone())
	}
	return r.apply(actions)
}

// Split replaces an action by two or more parts that together have its effects.
// The action is superseded by them. Amounts on each source, by kind and year,
// must add up to those of the action: else a [*SplitError]. Shares of a source
// are not checked, as two shares that meet do not add up. Nor do two amounts
// that meet: for the joint effect of the parts to be what it was, state it in a
// [Group] of factor 1.
func Split(actions []Action, id string, parts ...Action) ([]Action, error) {
	if n := len(parts); n < 2 {
		return nil, ghg.Refusal(actionOf(id), "parts", strconv.Itoa(n), "two at least are needed")
	}
	if i := indexOf(actions, id); i >= 0 {
		if err := conserved(actions[i], parts); err != nil {
			return nil, err
		}
	}
	return Supersede(actions, []string{id}, parts...)
}

// SplitError says that the parts of an action do not add up to it.
type SplitError struct {
	Action       string
	On           EmissionSource
	Kind         Kind
	Year         int
	Whole, Parts ghg.CO2e // 0 where there is none
}

func (e *SplitError) Error() string {
	return fmt.Sprintf("%s is split: %s reductions of %d on %s were %s, and those of the parts are %s: they must add up",
		actionOf(e.Action), e.Kind, e.Year, e.On, e.Whole, e.Parts)
}

// conserved compares the amounts of an action and its parts in the order that
// they are met.
func conserved(whole Action, parts []Action) error {
	type key struct {
		on   EmissionSource
		kind Kind
		year int
	}
	var order []key
	names := map[key]EmissionSource{} // as they were written first
	sums := map[key][2]ghg.CO2e{}
	add := func(side int, a Action) error {
		effects, err := a.worked()
		if err != nil {
			return fmt.Errorf("%s: %w", actionOf(a.ID), err)
		}
		for _, e := range effects {
			for year, c := range e.Reductions.All() {
				k := key{e.On.Folded(), e.Reductions.Kind(), year}
				s, met := sums[k]
				if !met {
					order, names[k] = append(order, k), e.On
					s[0], s[1] = zeroOf(c), zeroOf(c)
				}
				sum, err := s[side].Add(c)
				if err != nil {
					return fmt.Errorf("%s: %w", actionOf(a.ID), err)
				}
				s[side] = sum
				sums[k] = s
			}
		}
		return nil
	}
	errs := []error{add(0, whole)}
	for _, p := range parts {
		errs = append(errs, add(1, p))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for _, k := range order {
		if s := sums[k]; !s[0].Equal(s[1]) {
			return &SplitError{whole.ID, names[k], k.kind, k.year, s[0], s[1]}
		}
	}
	return nil
}

// zeroOf is nothing, on the metric of an amount.
func zeroOf(c ghg.CO2e) ghg.CO2e {
	zero, _ := c.Sub(c)
	return zero
}

// replacement is what Merge, Supersede and Split do.
type replacement struct {
	stage Stage
	ids   []string
	into  []Action
}

// apply gives the new list, or says all that speaks against it.
func (r replacement) apply(actions []Action) ([]Action, error) {
	var faults ghg.Faults
	of := fmt.Sprintf("actions that are to be %s", r.stage)
	if len(r.ids) == 0 {
		faults.Refuse(of, "ids", "", "one at least is needed")
	}
	if len(r.into) == 0 {
		faults.Refuse(of, "into", "", "one action at least is needed that takes them up")
	}
	out := slices.Clone(actions)
	var names []string
	for _, a := range r.into {
		switch {
		case a.ID == "" || slices.Contains(names, a.ID):
			faults.Refuse(actionOf(a.ID), "id", a.ID, "it takes up others: an ID of its own is needed")
		case slices.Contains(r.ids, a.ID):
			faults.Refuse(actionOf(a.ID), "id", a.ID, fmt.Sprintf("it takes up others and cannot be %s itself: leave it out of these", r.stage))
		case !a.Stage.Valid() || a.Stage.IsWithdrawn() || len(a.Into) > 0:
			faults.Refuse(actionOf(a.ID), "stage", a.Stage.String(), "it takes up others: it cannot be withdrawn itself, nor live on elsewhere")
		}
		names = append(names, a.ID)
	}
	errs := []error{faults.Err()}
	index, last, seen := indexByID(actions), 0, map[string]bool{}
	for _, id := range r.ids {
		at, ok := index[id]
		switch {
		case !ok:
			errs = append(errs, unknownAction(actions, "", id))
		case seen[id]:
			errs = append(errs, &ghg.TwiceError{What: "action", ID: id})
		case !actions[at].Stage.CanBecome(r.stage):
			var err error = &TransitionError{id, actions[at].Stage, r.stage, actions[at].Stage.Next()}
			if lives := actions[at].Into; len(lives) > 0 {
				err = fmt.Errorf("%w; it lives on in %s: name that instead", err, words.Quoted(lives))
			}
			errs = append(errs, err)
		default:
			out[at] = actions[at].clone()
			out[at].Stage, out[at].Into = r.stage, slices.Clone(names)
			last = max(last, at)
		}
		seen[id] = true
	}
	var fresh []Action
	for _, a := range r.into {
		at, ok := index[a.ID]
		switch {
		case !ok:
			fresh = append(fresh, a)
			continue
		case actions[at].Stage.IsWithdrawn():
			errs = append(errs, &TransitionError{a.ID, actions[at].Stage, a.Stage, nil})
		}
		out[at] = a
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	out = slices.Insert(out, min(last+1, len(out)), fresh...)
	old := setOf(r.ids)
	for i := range out {
		if a := &out[i]; !a.Stage.IsWithdrawn() {
			a.Requires, a.Excludes = renamed(a.Requires, old, names, a.ID), renamed(a.Excludes, old, names, a.ID)
		}
	}
	return out, nil
}

// withIDs are IDs with those of more that they lack, but the action's own.
func withIDs(ids, more []string, own string) []string {
	for _, id := range more {
		if id != own && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// renamed are IDs with names in place of the old ones, each once, and without
// the action's own.
func renamed(ids []string, old map[string]bool, names []string, own string) []string {
	if !slices.ContainsFunc(ids, func(id string) bool { return old[id] }) {
		return ids
	}
	var out []string
	seen := map[string]bool{own: true}
	add := func(id string) {
		if !seen[id] {
			out = append(out, id)
		}
		seen[id] = true
	}
	for _, id := range ids {
		if !old[id] {
			add(id)
			continue
		}
		for _, name := range names {
			add(name)
		}
	}
	return out
}

// Resolve finds the actions that an action lives on in: itself where it is
// live, those that it was merged into or superseded by, through any number of
// steps, or none where it was cancelled. An ID that no action has is a
// [*ghg.UnknownError], a circle a [*CycleError].
func Resolve(actions []Action, id string) ([]Action, error) {
	index := indexByID(actions)
	if _, ok := index[id]; !ok {
		return nil, unknownAction(actions, "", id)
	}
	w := walk{relation: "into", index: index, to: func(i int) []string { return livesOnIn(actions[i]) }}
	if err := w.from(index[id]); err != nil {
		return nil, err
	}
	var live []Action
	for _, i := range w.met {
		switch a := actions[i]; {
		case !a.Stage.IsWithdrawn():
			live = append(live, a.clone())
		case a.Stage != Cancelled && len(a.Into) == 0:
			return nil, ghg.Fault{Code: FaultInto, Of: actionOf(a.ID), Field: "into",
				Detail: fmt.Sprintf("it is %s, and does not say into what", a.Stage)}
		}
		for _, next := range livesOnIn(actions[i]) {
			if _, ok := index[next]; !ok {
				return nil, unknownAction(actions, fmt.Sprintf("%s, which is %s", actionOf(actions[i].ID), actions[i].Stage), next)
			}
		}
	}
	return live, nil
}

// livesOnIn are the IDs that a withdrawn action lives on in.
func livesOnIn(a Action) []string {
	if !a.Stage.IsWithdrawn() {
		return nil
	}
	return a.Into
}

func indexOf(actions []Action, id string) int {
	return slices.IndexFunc(actions, func(a Action) bool { return a.ID == id })
}

// indexByID is the place of each ID in a list; of one that is there twice, the
// first.
func indexByID(actions []Action) map[string]int {
	index := make(map[string]int, len(actions))
	for i, a := range actions {
		if _, taken := index[a.ID]; !taken {
			index[a.ID] = i
		}
	}
	return index
}
