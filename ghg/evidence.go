package ghg

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Quality is the quality of data as the GPC grades it (1.1, Table 5.3).
type Quality uint8

// High is detailed activity data or a specific factor, Medium modelled data or
// a general factor, Low highly modelled data or a default factor.
const (
	NoQuality Quality = iota
	High
	Medium
	Low
)

var qualityNames = [...]string{"", "high", "medium", "low"}

// String is the grade in small letters.
func (q Quality) String() string { return nameOf(qualityNames[:], int(q)) }

// ParseQuality reads "high" or "H"; an empty text is [NoQuality].
func ParseQuality(s string) (Quality, error) {
	for i, name := range qualityNames {
		if len(s) == 1 && name != "" && strings.EqualFold(s, name[:1]) {
			return Quality(i), nil
		}
	}
	return parseName[Quality]("quality", qualityNames[:], s)
}

// MarshalText writes what [ParseQuality] reads.
func (q Quality) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads what [ParseQuality] reads.
func (q *Quality) UnmarshalText(b []byte) error {
	p, err := ParseQuality(string(b))
	if err == nil {
		*q = p
	}
	return err
}

// Evidence is what is known of a figure beyond its value: how good its data are,
// by what method and from what source it comes. It is immutable, and one for all
// the records that it is of. The zero Evidence is none. Compare with
// [Evidence.Equal]: == is true of what is kept once.
type Evidence struct{ def *EvidenceDefinition }

// EvidenceDefinition is what [NewEvidence] makes evidence of.
type EvidenceDefinition struct {
	Quality Quality `json:"quality,omitempty"`
	Method  string  `json:"method,omitempty"` // such as "GPC 1.1, eq. 8.3"
	Source  string  `json:"source,omitempty"` // document or data set
	// Assumption is what a user of the record assumed, and why.
	Assumption string `json:"assumption,omitempty"`
}

// NewEvidence is evidence of what is known. Of nothing it is the zero Evidence.
func NewEvidence(d EvidenceDefinition) Evidence {
	if d == (EvidenceDefinition{}) {
		return Evidence{}
	}
	return Evidence{&d}
}

// Definition is what the evidence is made of, for evidence that says more.
func (e Evidence) Definition() EvidenceDefinition {
	if e.def == nil {
		return EvidenceDefinition{}
	}
	return *e.def
}

// IsZero reports whether nothing is known.
func (e Evidence) IsZero() bool { return e.def == nil }

// Equal reports whether two say the same.
func (e Evidence) Equal(o Evidence) bool { return e.def == o.def || e.Definition() == o.Definition() }

// Quality is the grade of the data.
func (e Evidence) Quality() Quality { return e.Definition().Quality }

// Method is how the figure was computed.
func (e Evidence) Method() string { return e.Definition().Method }

// Source is the document or data set that it comes from.
func (e Evidence) Source() string { return e.Definition().Source }

// Assumption is what a user of the record assumed, and why.
func (e Evidence) Assumption() string { return e.Definition().Assumption }

// assuming is the evidence with one assumption more.
func (e Evidence) assuming(what string) Evidence {
	d := e.Definition()
	d.Assumption = strings.TrimPrefix(d.Assumption+"; "+what, "; ")
	return NewEvidence(d)
}

// MarshalJSON writes what is known, and null where nothing is.
func (e Evidence) MarshalJSON() ([]byte, error) { return json.Marshal(e.def) }

// UnmarshalJSON reads what [Evidence.MarshalJSON] writes. Unknown fields are
// refused.
func (e *Evidence) UnmarshalJSON(b []byte) error {
	var d EvidenceDefinition
	if err := ReadStrictJSON(bytes.NewReader(b), int64(len(b)), &d); err != nil {
		return err
	}
	*e = NewEvidence(d)
	return nil
}
