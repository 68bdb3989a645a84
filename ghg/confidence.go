package ghg

import "github.com/localghg/localghg/ghg/words"

// Confidence says how sure a source, or whoever transcribed it, is of what a table holds.
// The zero Confidence is not stated. Grades are in order.
type Confidence uint8

// The grades.
const (
	LowConfidence Confidence = iota + 1
	LowMediumConfidence
	MediumConfidence
	MediumHighConfidence
	HighConfidence
)

var confidences = [...]words.Term{
	{En: "not stated", Ko: "밝히지 않음"},
	{En: "low", Ko: "낮음"},
	{En: "low-medium", Ko: "다소 낮음"},
	{En: "medium", Ko: "보통"},
	{En: "medium-high", Ko: "다소 높음"},
	{En: "high", Ko: "높음"},
}

// Term is the grade in both languages.
func (c Confidence) Term() words.Term {
	if !c.Valid() {
		return confidences[0]
	}
	return confidences[c]
}

// Valid reports whether it is one of the grades.
func (c Confidence) Valid() bool { return c >= LowConfidence && c <= HighConfidence }

// String is the grade in English: "medium-high".
func (c Confidence) String() string { return c.Term().En }

// Korean is the grade in Korean: 다소 높음.
func (c Confidence) Korean() string { return c.Term().Ko }

var confidenceWords = words.SetOf(LowConfidence, nil)

// ParseConfidence reads a grade in English; an empty text is none.
func ParseConfidence(s string) (Confidence, error) {
	c, ok := confidenceWords.Find(s)
	if !ok && s != "" {
		return 0, &UnknownError{What: "confidence", ID: s, Allowed: []string{"low", "low-medium", "medium", "medium-high", "high"}}
	}
	return c, nil
}

// MarshalText writes what [ParseConfidence] reads.
func (c Confidence) MarshalText() ([]byte, error) {
	if !c.Valid() {
		return nil, nil
	}
	return []byte(c.String()), nil
}
