package strategy

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// SourceError says that an effect acts on a source that the baseline does not
// hold, or that it holds only within a wider one.
type SourceError struct {
	Action string
	Source EmissionSource
	Within []EmissionSource // wider or crossing sources of the baseline; none where it holds nothing of the kind
}

func (e *SourceError) Error() string {
	if len(e.Within) == 0 {
		return fmt.Sprintf("%s acts on %s, and the baseline has no emissions of it", actionOf(e.Action), e.Source)
	}
	return fmt.Sprintf("%s acts on %s, of which the baseline says only what %s emits: split that source in the baseline",
		actionOf(e.Action), e.Source, e.Within[0])
}

// BelowZeroError says that effects would cut a source below zero, or act on one
// that emits nothing, or less than nothing.
type BelowZeroError struct {
	Kind    Kind
	Source  EmissionSource
	Year    int
	Emits   ghg.CO2e
	Actions []string
}

func (e *BelowZeroError) Error() string {
	return fmt.Sprintf("%s reductions of %s on %s in %d are more than it emits (%s): "+
		"no source is cut below zero, and none that emits nothing is cut; what is added to a source that emits nothing names that source alone",
		e.Kind, words.Quoted(e.Actions), e.Source, e.Year, e.Emits)
}

// How many effects may meet on one source, and how many parts the joint effects
// of all sources and years may have.
const (
	maxMeeting = 2000
	maxParts   = 5_000_000
)

// placement is where the effects of one kind stand on a baseline.
type placement struct {
	p     Portfolio
	b     Baseline
	kind  Kind
	e     *evaluation
	ranks []int
	on    [][]int // effects on each source of the baseline
	wide  [][]int // sources under each effect
	pool  ints
	m     meeting // room for the one at hand
	parts []part
}

// placeOn finds the sources that each effect acts on.
func (p Portfolio) placeOn(b Baseline, kind Kind) (*placement, error) {
	out := &placement{p: p, b: b, kind: kind, on: make([][]int, len(b.def.cells)), wide: make([][]int, len(p.def.effects))}
	known := coverage{}
	var errs []error
	for i := range p.def.effects {
		e := &p.def.effects[i]
		if e.Kind() != kind {
			continue
		}
		under, err := known.of(p, b, e)
		if err != nil {
			if errs = append(errs, err); len(errs) == maxOverlaps {
				break
			}
			continue
		}
		out.wide[i] = under
		for _, c := range under {
			out.on[c] = append(out.on[c], i)
		}
	}
	if len(errs) == 0 {
		errs = append(errs, out.bounded())
	}
	return out, errors.Join(errs...)
}

// coverage is what sources of a baseline lie under the source of an effect,
// where that is known already.
type coverage map[coverageKey][]int

type coverageKey struct {
	category     ghg.Category
	fuel, endUse string
}

// of finds the sources under that of an effect, or says with a [*SourceError]
// that there are none.
func (known coverage) of(p Portfolio, b Baseline, e *placed) ([]int, error) {
	k := coverageKey{e.On.Category, e.fuel, e.endUse}
	under, ok := known[k]
	if ok {
		return under, nil
	}
	var within []EmissionSource
	for _, c := range b.def.meet.with(e) {
		if cell := &b.def.cells[c]; e.covers(cell) {
			under = append(under, c)
		} else {
			within = append(within, cell.On)
		}
	}
	if len(within) > 0 || len(under) == 0 {
		return nil, &SourceError{p.def.Actions[e.action].ID, e.On, within}
	}
	known[k] = under
	return under, nil
}

// bounded refuses what would take too long.
func (pl *placement) bounded() error {
	parts := 0
	for c, effects := range pl.on {
		if len(effects) > maxMeeting {
			return fmt.Errorf("%d effects meet on %s: at most %d are allowed", len(effects), pl.b.def.cells[c].On, maxMeeting)
		}
		parts += len(effects) * len(pl.b.def.years)
	}
	if parts > maxParts {
		return fmt.Errorf("%d parts of joint effects (effects × sources of the baseline under each × years): at most %d are allowed",
			parts, maxParts)
	}
	return nil
}

// covers reports whether a source holds all of another.
func (p *placed) covers(o *placed) bool {
	part := func(a, b string) bool { return a == b || a == "" }
	return part(p.fuel, o.fuel) && part(p.endUse, o.endUse) &&
		(len(p.lineage) == 0 || slices.Contains(o.lineage, p.lineage[0]))
}

// evaluate evaluates every year. It goes from source to source, as the years of
// one effect lie together, and then closes each year.
func (pl *placement) evaluate() ([]evaluated, error) {
	years := make([]evaluated, len(pl.b.def.years))
	for i := range years {
		years[i] = evaluated{year: pl.b.def.years[i], sources: make([]sourceCut, len(pl.on)), actions: make([]*big.Int, pl.p.Len())}
	}
	errs := make([][]error, len(years))
	wrong := 0
	for c, effects := range pl.on {
		for i := range years {
			if err := pl.evaluateOn(c, i, effects, &years[i]); err != nil {
				errs[i] = append(errs[i], err)
				wrong++
			}
		}
		if wrong >= maxOverlaps {
			break
		}
	}
	if wrong > 0 {
		return nil, errors.Join(slices.Concat(errs...)...)
	}
	for i := range years {
		pl.close(i, &years[i])
	}
	return years, nil
}

// evaluateOn evaluates one source in one year, rounded down.
func (pl *placement) evaluateOn(c, i int, effects []int, y *evaluated) error {
	m, err := pl.meet(c, i, effects)
	if err != nil || m == nil {
		return err
	}
	y.sources[c], err = pl.divide(m, c, y.year)
	return err
}

// ids are the actions that meet, in the order of the portfolio.
func (pl *placement) ids(m *meeting) []string {
	var actions []int
	for _, b := range m.blocks {
		for _, p := range b.parts {
			actions = append(actions, pl.p.def.effects[p.effect].action)
		}
	}
	slices.Sort(actions)
	var out []string
	for _, a := range slices.Compact(actions) {
		out = append(out, pl.p.def.Actions[a].ID)
	}
	return out
}

// divide rounds a joint effect and the sum of the single effects down, and closes
// the parts on the joint effect.
func (pl *placement) divide(m *meeting, c, year int) (sourceCut, error) {
	joint, left, of := pl.pool.floored(m.joint, m.den, m.power)
	if err := pl.fits(joint, c, year); err != nil {
		return sourceCut{}, err
	}
	out := sourceCut{joint: pl.pool.keep(joint), jointRest: pl.pool.restOf(left, of), parts: make([]int, 0, m.nParts)}
	for _, b := range m.blocks {
		for _, p := range b.parts {
			out.parts = append(out.parts, p.effect)
		}
	}
	if m.nParts == 1 {
		out.shares, out.alone, out.aloneRest = []*big.Int{out.joint}, out.joint, out.jointRest
		return out, nil
	}
	num, den := m.alone()
	alone, left, of := pl.pool.floored(num, den, m.power)
	out.alone, out.aloneRest = pl.pool.keep(alone), pl.pool.restOf(left, of)
	nums, den, reason := m.split(pl.e.division.method, func(effect int) int {
		a := pl.p.def.effects[effect].action
		if pl.ranks == nil {
			return a
		}
		return pl.ranks[a]
	})
	if reason != "" {
		return out, &DivisionError{pl.e.division, pl.b.def.cells[c].On, year, pl.ids(m), reason}
	}
	if !slices.IsSorted(out.parts) { // blocks hold parts from here and there
		nums = inOrderOf(out.parts, nums)
		slices.Sort(out.parts)
	}
	out.shares, out.turn = pl.pool.closed(nums, den, m.power, joint)
	for i, s := range out.shares {
		if err := pl.fits(s, c, year); err != nil {
			return sourceCut{}, err
		}
		out.shares[i] = pl.pool.keep(s)
	}
	return out, pl.fits(out.alone, c, year)
}

// fits refuses a figure that is too long to be an amount.
func (pl *placement) fits(units *big.Int, c, year int) error {
	if units.CmpAbs(tooLarge) < 0 {
		return nil
	}
	return fmt.Errorf("reductions on %s in %d: figures of 10^%d t and more are not computed; look at the unit of the baseline and the effects",
		pl.b.def.cells[c].On, year, mostDigits-heldPlaces)
}

// mostDigits is how many digits a figure may have: so few that sums of them stay
// within what an amount holds.
const mostDigits = 30

var tooLarge = tenTo(mostDigits)

// inOrderOf are numbers in the order that their keys have when sorted.
func inOrderOf(keys []int, nums []*big.Int) []*big.Int {
	at := make([]int, len(keys))
	for i := range at {
		at[i] = i
	}
	slices.SortFunc(at, func(a, b int) int { return keys[a] - keys[b] })
	out := make([]*big.Int, len(nums))
	for i, n := range at {
		out[i] = nums[n]
	}
	return out
}
