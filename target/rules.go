package target

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

//go:embed data/rules.tsv
var rulesTable string

// Rules are a set of thresholds that turn the pace of progress into a
// [Status]. A set has an ID, which names its version: other thresholds are
// another set. The zero Rules are refused with [ErrNoRules].
type Rules struct{ def *rules }

type rules struct {
	id, source                     string
	ahead, onTrack, slightlyBehind decimal.Decimal
}

// DefaultRules are the set "pace-1": ahead from a pace of 1.05, on track from
// 0.95, slightly behind from 0.75.
var DefaultRules = mustRules(rulesTable, "pace-1")

// ErrNoRules says that a rule set was needed and none was given.
var ErrNoRules = errors.New("no rules given: name a set, such as target.DefaultRules")

// NewRules makes a rule set: a pace of at least ahead is ahead, then at least
// onTrack on track, then at least slightlyBehind slightly behind; below it is
// off track. Thresholds fall, and the last is above zero. The source says who
// set them.
func NewRules(id, source string, ahead, onTrack, slightlyBehind decimal.Decimal) (Rules, error) {
	if id == "" || source == "" {
		return Rules{}, fmt.Errorf("rules %q: an ID and a source are needed", id)
	}
	for _, d := range []decimal.Decimal{ahead, onTrack, slightlyBehind} {
		if err := exact.Check(d); err != nil {
			return Rules{}, fmt.Errorf("rules %q: %w", id, err)
		}
	}
	if !ahead.GreaterThan(onTrack) || !onTrack.GreaterThan(slightlyBehind) || !slightlyBehind.IsPositive() {
		return Rules{}, fmt.Errorf("rules %q: thresholds %s, %s, %s: each must be below the one before, and the last above zero", id, ahead, onTrack, slightlyBehind)
	}
	return Rules{&rules{id, source, ahead, onTrack, slightlyBehind}}, nil
}

// mustRules reads a set from the embedded table.
func mustRules(table, id string) Rules {
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if cells[0] != id {
			continue
		}
		var d [3]decimal.Decimal
		for i := range d {
			d[i] = decimal.RequireFromString(cells[i+1])
		}
		r, err := NewRules(id, "target/data/rules.tsv", d[0], d[1], d[2])
		if err != nil {
			panic(err)
		}
		return r
	}
	panic("no rules " + id)
}

func (r Rules) definition() rules {
	if r.def == nil {
		return rules{}
	}
	return *r.def
}

// IsZero reports whether there is no rule set.
func (r Rules) IsZero() bool { return r.def == nil }

// ID names the set and its version.
func (r Rules) ID() string { return r.definition().id }

// Source says who set the thresholds.
func (r Rules) Source() string { return r.definition().source }

// Ahead is the pace from which progress is ahead.
func (r Rules) Ahead() decimal.Decimal { return r.definition().ahead }

// OnTrack is the pace from which progress is on track.
func (r Rules) OnTrack() decimal.Decimal { return r.definition().onTrack }

// SlightlyBehind is the pace from which progress is slightly behind; below it,
// progress is off track.
func (r Rules) SlightlyBehind() decimal.Decimal { return r.definition().slightlyBehind }

// String is the ID with the thresholds.
func (r Rules) String() string {
	if r.def == nil {
		return "no rules"
	}
	return fmt.Sprintf("%s (pace: ahead from %s, on track from %s, slightly behind from %s)", r.def.id, r.def.ahead, r.def.onTrack, r.def.slightlyBehind)
}

// pace is the status of a pace, and the comparison behind it.
func (r Rules) pace(p decimal.Decimal) (Status, string) {
	d := r.definition()
	switch {
	case p.GreaterThanOrEqual(d.ahead):
		return Ahead, fmt.Sprintf("pace %s is at least %s", p, d.ahead)
	case p.GreaterThanOrEqual(d.onTrack):
		return OnTrack, fmt.Sprintf("pace %s is at least %s and below %s", p, d.onTrack, d.ahead)
	case p.GreaterThanOrEqual(d.slightlyBehind):
		return SlightlyBehind, fmt.Sprintf("pace %s is at least %s and below %s", p, d.slightlyBehind, d.onTrack)
	}
	return OffTrack, fmt.Sprintf("pace %s is below %s", p, d.slightlyBehind)
}
