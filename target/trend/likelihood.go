package trend

import (
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// Likelihood says where the level of a target lies with regard to the
// prediction interval of its due year. It is the projection rule beside the
// rules by pace and gap of [target.Rules], and like every trend it says what
// the years so far would bring, never that a goal is achieved. The zero
// Likelihood is no answer.
type Likelihood uint8

// The likelihoods, with T the level of the due year.
const (
	NoLikelihood Likelihood = iota
	Likely                  // the upper bound of the interval is at or below T
	Possible                // the line is at or below T, the upper bound above it
	Doubtful                // the line is above T, the lower bound at or below it
	Unlikely                // the lower bound is above T
)

// String is "likely", "possible", "doubtful" or "unlikely".
func (l Likelihood) String() string {
	switch l {
	case Likely:
		return "likely"
	case Possible:
		return "possible"
	case Doubtful:
		return "doubtful"
	case Unlikely:
		return "unlikely"
	}
	return "no answer"
}

// Korean is the same in Korean: 가능성 높음.
func (l Likelihood) Korean() string { return words.SetName("target/trend.Likelihood", l.String()) }

// MarshalText writes what String says.
func (l Likelihood) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Likelihood says where the level lies in the prediction interval, at the
// confidence that the outlook was made with.
func (o Outlook) Likelihood() Likelihood {
	level := o.Limit.Tonnes().InexactFloat64() + o.Fit.Line().slack(float64(o.Target.Due()))
	switch i := o.Prediction; {
	case o.Fit.IsZero():
		return NoLikelihood
	case i.High <= level:
		return Likely
	case i.Fit <= level:
		return Possible
	case i.Low <= level:
		return Doubtful
	}
	return Unlikely
}

// likelihoodText is the likelihood with the comparison behind it.
func (o Outlook) likelihoodText() string {
	i := o.Prediction
	return fmt.Sprintf("%s: level %s, interval %s to %s, line %s", o.Likelihood(), o.Limit.Tonnes(), figure(i.Low), figure(i.High),
		figure(i.Fit))
}
