package target

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Status says in one word how a place stands against a target. The zero Status
// is [NoData].
type Status uint8

// The statuses, with what makes each of them. E is the year's emissions, B the
// base, T the level of the due year. The first that holds counts; of a goal or path that
// allows emissions above the base, rules that judge the gap come right after those of
// the due year. After the due
// year a goal stays what the due year has made of it, whatever came later.
const (
	NoData           Status = iota // the year has no figure
	BaseOnly                       // the year is the base year
	Achieved                       // the due year, on an actual, complete figure that counts what the base counts: E <= T
	ExpiredMissed                  // the due year, on an actual, complete figure: E > T
	BelowTargetLevel               // E <= T, but the due year is to come, or has no actual and complete figure
	Regressed                      // E > B
	NoProgress                     // E = B
	Ahead                          // by the rules: pace at or above the first threshold, or gap at or below it
	OnTrack                        // the second
	SlightlyBehind                 // the third
	OffTrack                       // worse than that; or from the due year on E > T without a final figure of the due year
	Undetermined                   // what the rules judge is undefined, or of two views; or a multi-year goal lacks a final figure
)

// statuses are what data files name each, and what a Korean reader reads.
var statuses = [...]words.Term{
	{En: "no_data", Ko: "자료 없음"}, {En: "base_only", Ko: "기준연도"}, {En: "achieved", Ko: "달성"}, {En: "expired_missed", Ko: "미달성"},
	{En: "below_target_level", Ko: "목표 수준 이하"}, {En: "regressed", Ko: "기준연도보다 증가"}, {En: "no_progress", Ko: "변화 없음"},
	{En: "ahead", Ko: "계획보다 앞섬"}, {En: "on_track", Ko: "정상 추진"}, {En: "slightly_behind", Ko: "다소 지연"},
	{En: "off_track", Ko: "지연"}, {En: "undetermined", Ko: "판정 불가"},
}

// AllStatuses yields every status in the order in which they are tried.
func AllStatuses() iter.Seq[Status] {
	return func(yield func(Status) bool) {
		for i := range statuses {
			if !yield(Status(i)) {
				return
			}
		}
	}
}

// String is the status as data files name it: "slightly_behind".
func (s Status) String() string { return s.term().En }

// Korean is the status in Korean: "다소 지연".
func (s Status) Korean() string { return s.term().Ko }

// inWords is the status as a sentence says it: "slightly behind", 다소 지연.
func (s Status) inWords() words.Term {
	t := s.term()
	t.En = strings.ReplaceAll(t.En, "_", " ")
	return t
}

func (s Status) term() words.Term {
	if int(s) < len(statuses) {
		return statuses[s]
	}
	return words.Term{En: fmt.Sprintf("unknown (%d)", uint8(s)), Ko: fmt.Sprintf("알 수 없음 (%d)", uint8(s))}
}

// ParseStatus reads what String writes; another word is a [*ghg.UnknownError].
func ParseStatus(s string) (Status, error) {
	names := make([]string, len(statuses))
	for i, t := range statuses {
		names[i] = t.En
	}
	if i := slices.Index(names, s); i >= 0 {
		return Status(i), nil
	}
	return 0, &ghg.UnknownError{What: "status", ID: s, Allowed: names}
}

// MarshalText writes what [ParseStatus] reads.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what [ParseStatus] reads.
func (s *Status) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStatus(string(b))
	return err
}

// judge finds the status of a panel, and says why. The figure judged is the one
// that the panel shows, so that a reader can repeat the judgement.
func (p *Progress) judge() error {
	t := p.Target
	many := t.Timeframe().kind != single
	if p.Year < t.Due() || p.Year == t.Due() && !many {
		p.Status, p.Reason = p.status()
		return nil
	}
	o, err := p.outcome()
	switch {
	case err != nil:
		return err
	case o.Decision == Undecided && !many:
		p.Status, p.Reason = p.status()
		return nil
	}
	p.Status = map[Decision]Status{Met: Achieved, Missed: ExpiredMissed, Undecided: Undetermined}[o.Decision]
	p.Reason = o.Reason
	if p.Year > t.Due() && !many {
		p.Reason = fmt.Sprintf("the goal was %s by the actual figure of %d", o.Decision, t.Due())
	}
	return nil
}

// outcome is what the series and the adjustments decide.
func (p *Progress) outcome() (Outcome, error) {
	var a Adjustments
	if p.adjustments != nil {
		a = *p.adjustments
	}
	return p.Target.Outcome(p.series, a)
}

func (p *Progress) status() (Status, string) {
	e, b, t := p.Emissions.Tonnes(), p.Base.co2e.Tonnes(), p.Limit.co2e.Tonnes()
	year := OutcomeYear{HasFigure: true, Figure: p.Figure, Unlike: p.Target.unlike(p.series, p.Figure)}
	final, why := year.isFinal(), year.state()
	due := p.Target.Due()
	come, after := p.Year == due, p.Year > due // after it, without a final figure of the due year
	below := p.Limit.ok && e.LessThanOrEqual(t)
	v := p.OnPathway.co2e.Tonnes()
	byPath := p.Rules.JudgedBy() == ByGap && p.Gap.ok && p.Base.ok && p.Year < due
	growth := byPath && p.Limit.ok && t.GreaterThan(b) // the goal allows it, so that its path alone tells
	rises := byPath && v.GreaterThan(b)                // so does a path that is above the base on the way to a cut
	switch {
	case p.Year == p.Target.BaseYear():
		return BaseOnly, fmt.Sprintf("%d is the base year", p.Year)
	case after && below:
		return BelowTargetLevel, fmt.Sprintf("at or below the level of %d, but of that year there is no final figure, so not an achievement", due)
	case come && final && below:
		return Achieved, fmt.Sprintf("the actual figure of %d is at or below the level of %d", p.Year, due)
	case come && final:
		return ExpiredMissed, fmt.Sprintf("the actual figure of %d is above the level of %d", p.Year, due)
	case below && come:
		return BelowTargetLevel, fmt.Sprintf("at or below the level of %d on a figure that is %s, so not an achievement", due, why)
	case below && !growth:
		return BelowTargetLevel, fmt.Sprintf("at or below the level of %d, which is still to come", due)
	case growth || rises:
		// the rules judge
	case p.Base.ok && e.GreaterThan(b):
		return Regressed, "above the base"
	case p.Base.ok && e.Equal(b):
		return NoProgress, "exactly at the base"
	case !p.Limit.ok:
		return Undetermined, "there is no level to compare with: " + p.Limit.why
	case after:
		return OffTrack, fmt.Sprintf("above the level of %d, and of that year there is no final figure", due)
	case come:
		return OffTrack, fmt.Sprintf("above the level of %d on a figure that is %s", due, why)
	}
	if !p.Target.Views().areOne() {
		return Undetermined, "base and due year are measured in two views: pace and gap hold the change of view too; see the reduction in each"
	}
	return p.Rules.judge(p.Pace, p.RelativeGap)
}
