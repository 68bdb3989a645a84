package bridge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// CauseKind says why a published figure changed from one vintage to the next, and so why
// the base of a target is told anew: one set for both. The first six are the triggers of
// a base-year recalculation in standards; a change of guideline edition stands apart, as
// it often brings several of them at once.
type CauseKind uint8

// The kinds of cause. Unknown is what is left in a bridge, and never given to one; a
// restated base whose cause no source states has it.
const (
	CauseUnknown    CauseKind = iota // no source states a cause
	CauseBoundary                    // what is counted: area, sectors, scopes, gross or net
	CauseMethod                      // how it is estimated
	CauseCorrection                  // an error or an omission put right
	CauseMetric                      // the global warming potentials
	CauseStructural                  // who is counted: places merged or split, plants sold or taken over
	CauseData                        // better or later activity data and factors
	CauseEdition                     // the edition of the guidelines
	causeKinds      = int(CauseEdition) + 1
)

var causeNames = [causeKinds]words.Term{
	{En: "unknown", Ko: "원인 미상"}, {En: "boundary", Ko: "산정범위"}, {En: "method", Ko: "산정방법"}, {En: "error", Ko: "오류 정정"},
	{En: "metric", Ko: "지구온난화지수"}, {En: "structural", Ko: "구조 변화"}, {En: "data", Ko: "자료 갱신"}, {En: "edition", Ko: "지침 판본"},
}

var (
	causeList  = listOfCauses()
	causeWords = words.NewSet(CauseBoundary, causeList, otherWords())
)

func listOfCauses() (out []string) {
	for _, t := range causeNames[1:] {
		out = append(out, t.En)
	}
	return out
}

func otherWords() map[string]CauseKind {
	out := map[string]CauseKind{"gwp": CauseMetric}
	for i, t := range causeNames[1:] {
		out[t.Ko] = CauseKind(i + 1)
	}
	return out
}

// Valid reports whether the kind is one of the set, unknown among them.
func (k CauseKind) Valid() bool { return int(k) < causeKinds }

// String is the kind in small letters.
func (k CauseKind) String() string { return k.term().En }

// Korean is the kind in Korean: "산정방법".
func (k CauseKind) Korean() string { return k.term().Ko }

func (k CauseKind) term() words.Term {
	if k.Valid() {
		return causeNames[k]
	}
	return words.Term{En: fmt.Sprintf("unknown (%d)", uint8(k)), Ko: fmt.Sprintf("알 수 없음 (%d)", uint8(k))}
}

// ParseCauseKind reads a kind of cause in English or Korean; "gwp" is [CauseMetric].
// "unknown" is refused, as it is a result and never given.
func ParseCauseKind(s string) (CauseKind, error) {
	if k, ok := causeWords.Find(s); ok {
		return k, nil
	}
	return 0, &ghg.UnknownError{What: "kind of cause", ID: s, Allowed: slices.Clone(causeList)}
}

func allowedKinds() string { return strings.Join(causeList, ", ") }

// MarshalText writes the kind in small letters.
func (k CauseKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what [ParseCauseKind] reads.
func (k *CauseKind) UnmarshalText(b []byte) error {
	v, err := ParseCauseKind(string(b))
	if err == nil {
		*k = v
	}
	return err
}

// Cause is a reason for a change that a document states.
type Cause struct {
	Kind     CauseKind `json:"kind"`
	What     string    `json:"what,omitempty"`     // in words: "private coal use had been left out"
	Date     ghg.Date  `json:"date,omitzero"`      // of the document; the zero Date where it is not known
	Document string    `json:"document,omitempty"` // that states the cause
}

// Of is the cause with the amount that its document states, in tonnes of CO2e
// and signed: what it added to the figure. A mass of a gas is refused.
func (c Cause) Of(amount ghg.Mass) Contribution { return Contribution{c, amount, true} }

// Unquantified is the cause where no document states its amount.
func (c Cause) Unquantified() Contribution { return Contribution{cause: c} }

// String is the cause as one line: "error: private coal use had been left out
// (Yonhap, 2025-01-02)".
func (c Cause) String() string {
	s := c.Kind.String()
	if what := words.OneLine(c.What); what != "" {
		s += ": " + what
	}
	if from := c.from(); from != "" {
		s += " (" + from + ")"
	}
	return s
}

// Korean is the cause with its kind in Korean; the rest is as its document has it.
func (c Cause) Korean() string {
	return c.Kind.Korean() + strings.TrimPrefix(c.String(), c.Kind.String())
}

// from is the document with its date.
func (c Cause) from() string {
	s := words.OneLine(c.Document)
	if s != "" && c.Date != (ghg.Date{}) {
		s += ", " + c.Date.String()
	}
	return s
}

// Contribution is a cause together with the amount it is said to have, or with
// the statement that none is known. It is made by [Cause.Of] and
// [Cause.Unquantified]; the zero Contribution is refused.
type Contribution struct {
	cause      Cause
	amount     ghg.Mass
	quantified bool
}

// Cause is the cause without its amount.
func (c Contribution) Cause() Cause { return c.cause }

// Amount is what the cause added, if that is stated.
func (c Contribution) Amount() (ghg.Mass, bool) { return c.amount, c.quantified }

// String is the amount and the cause.
func (c Contribution) String() string {
	if !c.quantified {
		return "amount not stated, " + c.cause.String()
	}
	return c.amount.String() + ", " + c.cause.String()
}

// Korean is the amount and the cause, with what is of a closed set in Korean.
func (c Contribution) Korean() string {
	if !c.quantified {
		return "증감량 미기재, " + c.cause.Korean()
	}
	return c.amount.String() + ", " + c.cause.Korean()
}

// Refuse adds what does not stand in a contribution by itself: its kind, document and
// date, and an amount that names a gas. Of names it.
func (c Contribution) Refuse(faults *ghg.Faults, of string) {
	if c.cause.check(of, faults) {
		c.checkAmount(of, faults)
	}
}

// Bounds of what a caller gives.
const (
	maxCauses = 1000
	maxText   = 1000 // bytes of one text
)

// check adds what does not stand in a cause, and reports whether it stands.
func (c Cause) check(of string, faults *ghg.Faults) bool {
	before := faults.Len()
	if c.Kind == CauseUnknown || !c.Kind.Valid() {
		faults.Refuse(of, "kind", c.Kind.String(), "allowed are "+allowedKinds()+"; what is unknown is what is left, and is not given")
	}
	if strings.TrimSpace(c.Document) == "" {
		faults.Refuse(of, "document", "", "say which document states the cause")
	}
	for _, t := range [2]struct{ field, text string }{{"what", c.What}, {"document", c.Document}} {
		if len(t.text) > maxText {
			faults.Refuse(of, t.field, t.text, fmt.Sprintf("at most %d bytes are allowed", maxText))
		}
	}
	if c.Date != (ghg.Date{}) && !c.Date.Valid() {
		faults.Refuse(of, "date", c.Date.String(), "a day that exists, in a year from 1850 to 2300, or the zero Date where it is not known")
	}
	return faults.Len() == before
}

// causeOf names the cause of an index in faults.
func causeOf(i int) string { return fmt.Sprintf("cause %d", i+1) }

func tooManyCauses(n int) error {
	return ghg.Fault{Code: ghg.FaultDefinition, Of: "bridge", Field: "causes", Value: strconv.Itoa(n),
		Detail: fmt.Sprintf("at most %d are allowed", maxCauses)}
}
