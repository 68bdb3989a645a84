package target

import (
	_ "embed"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

//go:embed data/rules.tsv
var rulesTable string

// Rules are a set of thresholds that turn a measure of progress into a
// [Status]. A set has an ID, which names its version: other thresholds are
// another set. The zero Rules are refused.
type Rules struct{ def *rules }

type rules struct {
	id, source                     string
	measure                        JudgedBy
	ahead, onTrack, slightlyBehind decimal.Decimal
}

// JudgedBy is the figure that a rule set judges. The zero JudgedBy is refused.
type JudgedBy uint8

// The figures that a rule set can judge.
const (
	// ByPace judges [Progress.Pace]: the more, the better. It knows no
	// pathway but the straight line from base to due year, and no milestone:
	// [FindingMilestoneNotJudged] says what these would make of it.
	ByPace JudgedBy = iota + 1
	// ByGap judges [Progress.RelativeGap]: the less, the better. It goes by
	// the pathway that was asked for.
	ByGap
)

// String is "pace" or "gap".
func (m JudgedBy) String() string {
	switch m {
	case ByPace:
		return "pace"
	case ByGap:
		return "gap"
	}
	return fmt.Sprintf("unknown (%d)", uint8(m))
}

// Korean is the same in Korean: 감축경로와의 차이.
func (m JudgedBy) Korean() string { return words.SetName("target.JudgedBy", m.String()) }

// MarshalText writes what String says.
func (m JudgedBy) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// DefaultRules are the set "pace-1": ahead from a pace of 1.05, on track from
// 0.95, slightly behind from 0.75.
var DefaultRules = mustRules(rulesTable, "pace-1")

// GapRules are the set "gap-1": on track at or below the pathway, ahead from 5 %
// below it, slightly behind up to 5 % above it.
var GapRules = mustRules(rulesTable, "gap-1")

var errNoRules = errors.New("no rules given: name a set, such as target.DefaultRules")

// NewRules makes a rule set of what it judges and the thresholds from which
// progress is ahead, on track and slightly behind; worse than that is off track.
// By pace they fall, and the last is above zero; by gap they rise. The source
// says who set them. All that does not stand is returned at once as
// [ghg.Faults].
func NewRules(id, source string, m JudgedBy, ahead, onTrack, slightlyBehind decimal.Decimal) (Rules, error) {
	of := "rules " + words.Quote(id)
	var faults ghg.Faults
	if id == "" || len(id) > ghg.MaxName {
		faults.Refuse(of, "id", id, fmt.Sprintf("an ID of 1 to %d bytes is needed", ghg.MaxName))
	}
	if source == "" {
		faults.Refuse(of, "source", "", "say who set the thresholds")
	}
	if m != ByPace && m != ByGap {
		faults.Refuse(of, "judged by", "", "say what they judge: target.ByPace or target.ByGap")
	}
	bounded := true
	for _, x := range []struct {
		field string
		value decimal.Decimal
	}{{"ahead", ahead}, {"on track", onTrack}, {"slightly behind", slightlyBehind}} {
		if err := exact.Check(x.value); err != nil {
			faults.Refuse(of, x.field, "", err.Error())
			bounded = false
		}
	}
	if !bounded {
		return Rules{}, faults.Err()
	}
	if wrong := m.wrong(ahead, onTrack, slightlyBehind); wrong != "" {
		faults.Refuse(of, "thresholds", fmt.Sprintf("%s, %s, %s", ahead, onTrack, slightlyBehind), wrong)
	}
	if err := faults.Err(); err != nil {
		return Rules{}, err
	}
	return Rules{&rules{id, source, m, ahead, onTrack, slightlyBehind}}, nil
}

// wrong says what is wrong with thresholds, or is "".
func (m JudgedBy) wrong(ahead, onTrack, slightlyBehind decimal.Decimal) string {
	switch {
	case m == ByPace && (!ahead.GreaterThan(onTrack) || !onTrack.GreaterThan(slightlyBehind) || !slightlyBehind.IsPositive()):
		return "each must be below the one before, and the last above zero"
	case m == ByGap && (!ahead.LessThan(onTrack) || !onTrack.LessThan(slightlyBehind)):
		return "each must be above the one before"
	case m != ByPace && m != ByGap &&
		ByPace.wrong(ahead, onTrack, slightlyBehind) != "" && ByGap.wrong(ahead, onTrack, slightlyBehind) != "":
		return "by pace each must be below the one before, and the last above zero; by gap each above the one before"
	}
	return ""
}

// mustRules reads a set from the embedded table.
func mustRules(text, id string) Rules {
	t := table.MustRead(text, "id", "measure", "ahead", "on_track", "slightly_behind")
	for row := range t.Rows() {
		if row.Cell("id") != id {
			continue
		}
		number := func(column string) decimal.Decimal { return decimal.RequireFromString(row.Cell(column)) }
		m := ByPace
		if row.Cell("measure") == ByGap.String() {
			m = ByGap
		}
		r, err := NewRules(id, "this library, edition "+t.Edition()+"; no standard sets such thresholds", m,
			number("ahead"), number("on_track"), number("slightly_behind"))
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

// JudgedBy is the figure that the set judges.
func (r Rules) JudgedBy() JudgedBy { return r.definition().measure }

// Ahead is the threshold of [Ahead].
func (r Rules) Ahead() decimal.Decimal { return r.definition().ahead }

// OnTrack is the threshold of [OnTrack].
func (r Rules) OnTrack() decimal.Decimal { return r.definition().onTrack }

// SlightlyBehind is the threshold of [SlightlyBehind]; progress that does not
// reach it is off track.
func (r Rules) SlightlyBehind() decimal.Decimal { return r.definition().slightlyBehind }

// String is the ID with the thresholds.
func (r Rules) String() string {
	if r.def == nil {
		return "no rules"
	}
	word := "from"
	if r.def.measure == ByGap {
		word = "up to"
	}
	return fmt.Sprintf("%s (%s: ahead %s %s, on track %[3]s %[5]s, slightly behind %[3]s %[6]s)",
		r.def.id, r.def.measure, word, r.def.ahead, r.def.onTrack, r.def.slightlyBehind)
}

// judge is the status of progress by what the set measures, and the comparison
// behind it.
func (r Rules) judge(pace, gap ghg.Ratio) (Status, string) {
	d := r.definition()
	measured := pace
	reached := func(x, threshold decimal.Decimal) bool { return x.GreaterThanOrEqual(threshold) }
	best, worse := "at least", "below"
	if d.measure == ByGap {
		measured = gap
		reached = func(x, threshold decimal.Decimal) bool { return x.LessThanOrEqual(threshold) }
		best, worse = "at most", "above"
	}
	x, ok := measured.Value()
	if !ok {
		return Undetermined, fmt.Sprintf("the %s is undefined: %s", d.measure, measured.Undefined())
	}
	switch {
	case reached(x, d.ahead):
		return Ahead, fmt.Sprintf("%s %s is %s %s", d.measure, x, best, d.ahead)
	case reached(x, d.onTrack):
		return OnTrack, fmt.Sprintf("%s %s is %s %s and %s %s", d.measure, x, best, d.onTrack, worse, d.ahead)
	case reached(x, d.slightlyBehind):
		return SlightlyBehind, fmt.Sprintf("%s %s is %s %s and %s %s", d.measure, x, best, d.slightlyBehind, worse, d.onTrack)
	}
	return OffTrack, fmt.Sprintf("%s %s is %s %s", d.measure, x, worse, d.slightlyBehind)
}
