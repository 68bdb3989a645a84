package participation

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// EvidenceLevel is how adoption is known. It grows from pledge to metered. The
// zero EvidenceLevel is refused.
type EvidenceLevel uint8

// The levels of evidence.
const (
	Pledge     EvidenceLevel = iota + 1 // what people mean to do
	SelfReport                          // what people say that they do
	Sampled                             // looked at in a sample
	Metered                             // measured at those who take part
)

// levels are the names in English and Korean (own translation), with the kinds that each
// bears.
var levels = [...]struct {
	words.Term
	adjective string
	bears     []strategy.Kind
}{
	{words.Term{En: "no evidence", Ko: "근거 미기재"}, "unfounded", nil},
	{words.Term{En: "pledge", Ko: "서약"}, "pledged", []strategy.Kind{strategy.Potential}},
	{words.Term{En: "self-report", Ko: "자기보고"}, "self-reported", []strategy.Kind{strategy.Potential, strategy.Claimed}},
	{words.Term{En: "sampled", Ko: "표본조사"}, "sampled", []strategy.Kind{
		strategy.Potential, strategy.Claimed, strategy.Expected, strategy.Implemented}},
	{words.Term{En: "metered", Ko: "계측"}, "metered", []strategy.Kind{
		strategy.Potential, strategy.Claimed, strategy.Expected, strategy.Implemented, strategy.Verified}},
}

// valid reports whether the evidence is one of the levels.
func (e EvidenceLevel) valid() bool { return e > 0 && int(e) < len(levels) }

// Supports reports whether the evidence bears a figure of a kind of reduction:
// see the table of the package.
func (e EvidenceLevel) Supports(k strategy.Kind) bool {
	if !e.valid() {
		return false
	}
	return slices.Contains(levels[e].bears, k)
}

// String is the level in small letters.
func (e EvidenceLevel) String() string {
	if int(e) < len(levels) {
		return levels[e].En
	}
	return fmt.Sprintf("unknown (%d)", uint8(e))
}

// MarshalText writes what String says.
func (e EvidenceLevel) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// Korean is the level in Korean, or "" where there is no such level.
func (e EvidenceLevel) Korean() string {
	if int(e) < len(levels) {
		return levels[e].Ko
	}
	return ""
}

// EvidenceError says that the evidence for an action does not bear a kind of
// reduction.
type EvidenceError struct {
	Action   string // ID of the first action that falls short
	Evidence EvidenceLevel
	Kind     strategy.Kind
}

func (e *EvidenceError) Error() string {
	adjective, bears := levels[0].adjective, "nothing"
	if e.Evidence.valid() {
		adjective, bears = levels[e.Evidence].adjective, e.Evidence.list()
	}
	return fmt.Sprintf("action %s: %s adoption bears no %s reduction, only %s", words.Quote(e.Action), adjective, e.Kind, bears)
}

// list names what the evidence bears.
func (e EvidenceLevel) list() string {
	s := ""
	for i, k := range levels[e].bears {
		switch {
		case i > 0 && i == len(levels[e].bears)-1:
			s += " and "
		case i > 0:
			s += ", "
		}
		s += k.String()
	}
	return s
}
