package target

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Status says in one word how a place stands against a target. The zero Status
// is [NoData].
type Status uint8

// The statuses, with what makes each of them. E is the year's emissions, B the
// base, T the level of the due year. The first that holds counts.
const (
	NoData           Status = iota // the year has no figure
	BaseOnly                       // the year is the base year
	Achieved                       // the due year or a later one, on an actual, complete figure: E <= T
	ExpiredMissed                  // the due year or a later one, on an actual, complete figure: E > T
	BelowTargetLevel               // E <= T, but the due year is to come, or the figure is not final or not complete
	Regressed                      // E > B
	NoProgress                     // E = B
	Ahead                          // pace at or above the first threshold
	OnTrack                        // pace at or above the second
	SlightlyBehind                 // pace at or above the third
	OffTrack                       // pace below it; or from the due year on E > T on a figure that is not final
)

var statusNames = [...]string{"no_data", "base_only", "achieved", "expired_missed", "below_target_level",
	"regressed", "no_progress", "ahead", "on_track", "slightly_behind", "off_track"}

// AllStatuses yields every status in the order in which they are tried.
func AllStatuses() iter.Seq[Status] {
	return func(yield func(Status) bool) {
		for i := range statusNames {
			if !yield(Status(i)) {
				return
			}
		}
	}
}

// String is the status as data files name it: "slightly_behind".
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return fmt.Sprintf("unknown (%d)", uint8(s))
}

// ParseStatus reads what String writes.
func ParseStatus(s string) (Status, error) {
	if i := slices.Index(statusNames[:], s); i >= 0 {
		return Status(i), nil
	}
	return 0, fmt.Errorf("unknown status %.60q: allowed are %q", s, statusNames)
}

// MarshalText writes what [ParseStatus] reads.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what [ParseStatus] reads.
func (s *Status) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStatus(string(b))
	return err
}

// judge finds the status of a panel, and says why. The pace is the one that
// the panel shows, so that a reader can repeat the judgement.
func judge(p Progress) (Status, string) {
	e, b, t := p.Emissions.Tonnes(), p.Base.Tonnes(), p.Limit.Tonnes()
	gaps := len(p.Figure.Coverage.Gaps)
	final := p.Figure.Status == ghg.Actual && gaps == 0
	why := p.Figure.Status.String()
	if gaps > 0 {
		why = fmt.Sprintf("incomplete (%d gaps)", gaps)
	}
	come := p.Year >= p.Target.Due()
	below := e.LessThanOrEqual(t)
	switch {
	case p.Year == p.Target.BaseYear():
		return BaseOnly, fmt.Sprintf("%d is the base year", p.Year)
	case come && final && below:
		return Achieved, fmt.Sprintf("the actual figure of %d is at or below the level of %d", p.Year, p.Target.Due())
	case come && final:
		return ExpiredMissed, fmt.Sprintf("the actual figure of %d is above the level of %d", p.Year, p.Target.Due())
	case below && come:
		return BelowTargetLevel, fmt.Sprintf("at or below the level of %d on a figure that is %s, so not an achievement", p.Target.Due(), why)
	case below:
		return BelowTargetLevel, fmt.Sprintf("at or below the level of %d, which is still to come", p.Target.Due())
	case e.GreaterThan(b):
		return Regressed, "above the base"
	case e.Equal(b):
		return NoProgress, "exactly at the base"
	case come:
		return OffTrack, fmt.Sprintf("above the level of %d on a figure that is %s", p.Target.Due(), why)
	}
	pace, _ := p.Pace.Value() // defined: base year < year < due year, and T < E < B
	return p.Rules.pace(pace)
}
