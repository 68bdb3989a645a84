package rank

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Standing is where one place stands.
type Standing struct {
	Place ghg.PlaceID     `json:"place"`
	Value decimal.Decimal `json:"value"` // in the criterion's unit
	// Rank is 1 for the best; a whole number but for mean ranks. It is that among the
	// places that have a value.
	Rank decimal.Decimal `json:"rank"`
	// WorstRank is what the rank would be if all places without a value were better;
	// Rank is what it would be if all were worse.
	WorstRank decimal.Decimal `json:"worstRank"`
	// Better and Worse are the places with a better and a worse value, Tied the
	// others with the same; Of is all that have one, the place itself included, and
	// Missing those that have none.
	Better  int `json:"better"`
	Worse   int `json:"worse"`
	Tied    int `json:"tied"`
	Of      int `json:"of"`
	Missing int `json:"missing"`
	// ToBest is how far the best value is away, 0 for the best itself.
	// AboveMedian is how much better the place is than the median, and below 0
	// how much worse.
	ToBest      decimal.Decimal `json:"toBest"`
	AboveMedian decimal.Decimal `json:"aboveMedian"`

	criterion Criterion
	ties      TieRule
	kind      string
}

// IsJoint reports whether another place has the same rank.
func (s Standing) IsJoint() bool { return s.Tied > 0 }

// Ordinal is the rank as it is printed: "joint 2nd", "공동 2위".
func (s Standing) Ordinal() words.Term { return ordinal(s.Rank, s.IsJoint()) }

// Percentile is the percentile by a definition, which is needed: higher is better,
// whichever way the criterion points. It is undefined where there is none.
func (s Standing) Percentile(rule PercentileRule) ghg.Ratio {
	if s.Of == 0 {
		return ghg.Undefined("no standing")
	}
	num, den := whole(s.Worse), whole(s.Of)
	switch equal := whole(s.Tied + 1); rule {
	case StrictPercentile:
	case WeakPercentile:
		num = num.Add(equal)
	case MidPercentile:
		num = num.Add(equal.Mul(half))
	case InclusivePercentile:
		den = den.Sub(one)
	case ExclusivePercentile:
		num, den = num.Add(one), den.Add(one)
	default:
		return ghg.Undefined("name a definition of the percentile, such as rank.MidPercentile")
	}
	return ghg.Quotient(num, den, "one place alone is not above or below others")
}

// The sentences of a standing.
var (
	standingAmong = words.Term{En: "%s: %srank %s of %d by %s (%s %s)", Ko: "%[1]s: %[4]d곳 가운데 %[2]s%[3]s위, %[5]s %[6]s %[7]s"}
	standingPart  = words.Term{
		En: "%s: %srank %s of %d with a value by %s (%s %s); %d without a value: %s of %d",
		Ko: "%[1]s: 값이 있는 %[4]d곳 가운데 %[2]s%[3]s위, %[5]s %[6]s %[7]s; 값이 없는 %[8]d곳을 더하면 %[10]d곳 가운데 %[9]s",
	}
	standingOnly = words.Term{
		En: "%s: no rank, as no other of the %d places has a value by %s (%s %s): %s",
		Ko: "%[1]s: 순위를 알 수 없음. %[2]d곳 가운데 값이 있는 곳이 여기뿐임, %[3]s %[4]s %[5]s: %[6]s",
	}
	standingAlone = words.Term{
		En: "%s: no rank, as no other place is compared by %s (%s %s)", Ko: "%s: 견줄 곳이 없어 순위가 없음, %s %s %s",
	}
	jointly = words.Term{En: "joint ", Ko: "공동 "}
)

// term is the standing as one line. A place that alone has a value has no rank.
func (s Standing) term() words.Term {
	c := words.Term{En: s.criterion.Name, Ko: cmp.Or(s.criterion.NameKo, s.criterion.Name)}
	joint := words.Term{}
	if s.IsJoint() {
		joint = jointly
	}
	all := s.Of + s.Missing
	switch {
	case s.Of == 0:
		return words.Term{En: "no standing", Ko: "순위 없음"}
	case all == 1:
		return standingAlone.With(s.Place, c, s.Value, s.criterion.Unit)
	case s.Of == 1:
		return standingOnly.With(s.Place, all, c, s.Value, s.criterion.Unit, ordinals(s.Rank, s.WorstRank))
	case s.Missing > 0:
		return standingPart.With(s.Place, joint, s.Rank, s.Of, c, s.Value, s.criterion.Unit, s.Missing, ordinals(s.Rank, s.WorstRank), all)
	}
	return standingAmong.With(s.Place, joint, s.Rank, s.Of, c, s.Value, s.criterion.Unit)
}

// String is the standing as one line, with the places that have no value.
func (s Standing) String() string { return s.term().En }

// Korean is the standing as one line in Korean.
func (s Standing) Korean() string { return s.term().Ko }

// Details is the standing with what it is counted from.
func (s Standing) Details() string {
	if s.Of == 0 {
		return s.String()
	}
	median := "at the median"
	switch s.AboveMedian.Sign() {
	case 1:
		median = fmt.Sprintf("%s better than the median", s.AboveMedian)
	case -1:
		median = fmt.Sprintf("%s worse than the median", s.AboveMedian.Neg())
	}
	return fmt.Sprintf("%s\namong %s: %d better, %d tied, %d worse, %d without a value; %s\n"+
		"ties %s; %s %s from the best, %s",
		s, s.kind, s.Better, s.Tied, s.Worse, s.Missing, s.criterion.Better,
		s.ties, s.ToBest, s.criterion.Unit, median)
}
