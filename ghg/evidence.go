package ghg

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
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

// Korean is the same in Korean: 보통.
func (q Quality) Korean() string { return words.SetName("ghg.Quality", q.String()) }

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

// SHA256 is the checksum of a file (FIPS 180-4), which tells one edition of it from
// another. The zero SHA256 is none.
type SHA256 [sha256.Size]byte

// IsZero reports whether there is no checksum.
func (s SHA256) IsZero() bool { return s == SHA256{} }

// String is the checksum in 64 hexadecimal digits, or "".
func (s SHA256) String() string {
	if s.IsZero() {
		return ""
	}
	return hex.EncodeToString(s[:])
}

// ParseSHA256 reads 64 hexadecimal digits; an empty text is none.
func ParseSHA256(text string) (SHA256, error) {
	var s SHA256
	if b, err := hex.DecodeString(text); err == nil && len(b) == len(s) {
		return SHA256(b), nil
	}
	if text == "" {
		return s, nil
	}
	return s, fmt.Errorf("checksum %s: 64 hexadecimal digits are needed", words.Quote(text))
}

// MarshalText writes what String prints.
func (s SHA256) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what [ParseSHA256] reads.
func (s *SHA256) UnmarshalText(b []byte) error {
	v, err := ParseSHA256(string(b))
	if err == nil {
		*s = v
	}
	return err
}

// Evidence is what is known of a figure beyond its value: how good its data are, by
// what method and from what source it comes, and in which file it was found. It is
// immutable, and one for all the records that it is of: where in the file each
// stands, [Record.Line] and [Record.Column] say. The zero Evidence is none. Compare
// with [Evidence.Equal]: == is true of what is kept once.
type Evidence struct{ def *evidence }

// evidence is kept in parts, as files tend to say another source on each line and
// all else once.
type evidence struct {
	frame  *evidenceFrame
	source string
}

type evidenceFrame struct {
	file                      *sourceFile
	sheet, method, assumption string
	activity, factor          Quality
}

// sourceFile is a file; its checksum is known when all of it is read.
type sourceFile struct {
	name string
	sum  SHA256
}

// EvidenceDefinition is what [NewEvidence] makes evidence of.
type EvidenceDefinition struct {
	// ActivityQuality and FactorQuality grade the activity data and the emission
	// factor, as the GPC asks for each (1.1, Table 5.3).
	ActivityQuality Quality `json:"activityQuality,omitempty"`
	FactorQuality   Quality `json:"factorQuality,omitempty"`
	Method          string  `json:"method,omitempty"` // such as "GPC 1.1, eq. 8.3"
	Source          string  `json:"source,omitempty"` // document or data set
	// Assumption is what a user of the record assumed, and why.
	Assumption string `json:"assumption,omitempty"`
	// File is the name of the file that the figure was read from, SHA256 its
	// checksum, Sheet the sheet in it.
	File   string `json:"file,omitempty"`
	SHA256 SHA256 `json:"sha256,omitzero"`
	Sheet  string `json:"sheet,omitempty"`
}

// NewEvidence is evidence of what is known. Of nothing it is the zero Evidence.
func NewEvidence(d EvidenceDefinition) Evidence {
	if d == (EvidenceDefinition{}) {
		return Evidence{}
	}
	frame := &evidenceFrame{sheet: d.Sheet, method: d.Method, assumption: d.Assumption, activity: d.ActivityQuality, factor: d.FactorQuality}
	if d.File != "" || !d.SHA256.IsZero() {
		frame.file = &sourceFile{d.File, d.SHA256}
	}
	return Evidence{&evidence{frame, d.Source}}
}

// Definition is what the evidence is made of, for evidence that says more.
func (e Evidence) Definition() EvidenceDefinition {
	if e.def == nil {
		return EvidenceDefinition{}
	}
	f := e.def.frame
	d := EvidenceDefinition{ActivityQuality: f.activity, FactorQuality: f.factor, Method: f.method, Source: e.def.source,
		Assumption: f.assumption, Sheet: f.sheet}
	if f.file != nil {
		d.File, d.SHA256 = f.file.name, f.file.sum
	}
	return d
}

// IsZero reports whether nothing is known.
func (e Evidence) IsZero() bool { return e.def == nil }

// Equal reports whether two say the same.
func (e Evidence) Equal(o Evidence) bool { return e.def == o.def || e.Definition() == o.Definition() }

// Method is how the figure was computed.
func (e Evidence) Method() string { return e.Definition().Method }

// Source is the document or data set that it comes from.
func (e Evidence) Source() string { return e.Definition().Source }

// Assumption is what a user of the record assumed, and why.
func (e Evidence) Assumption() string { return e.Definition().Assumption }

// File is the name of the file that it was read from.
func (e Evidence) File() string { return e.Definition().File }

// assuming is the evidence with one assumption more.
func (e Evidence) assuming(what string) Evidence {
	d := e.Definition()
	d.Assumption = strings.TrimPrefix(d.Assumption+"; "+what, "; ")
	return NewEvidence(d)
}

// MarshalJSON writes what is known, and null where nothing is.
func (e Evidence) MarshalJSON() ([]byte, error) {
	if e.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(e.Definition())
}

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

// jsonEvidence may have one grade for activity data and emission factor alike, as it
// had before there were two.
type jsonEvidence struct {
	EvidenceDefinition
	Quality Quality `json:"quality,omitempty"`
}

func (j *jsonEvidence) evidence() Evidence {
	if j == nil {
		return Evidence{}
	}
	d := j.EvidenceDefinition
	d.ActivityQuality, d.FactorQuality = cmp.Or(d.ActivityQuality, j.Quality), cmp.Or(d.FactorQuality, j.Quality)
	return NewEvidence(d)
}
