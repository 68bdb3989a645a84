// Package spoken says errors in the language that a user of the examples asked for.
package spoken

import (
	"errors"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// failure is an error of an example itself, in both languages.
type failure struct{ text words.Term }

// New is an error that an example tells, with its values put in as fmt.Sprintf does it.
func New(en, ko string, values ...any) error {
	return failure{words.Term{En: en, Ko: ko}.With(values...)}
}

func (f failure) Error() string { return f.text.En }

// Korean is the error in Korean.
func (f failure) Korean() string { return f.text.Ko }

// speaker is an error that says itself in Korean, as faults of the library do.
type speaker interface{ Korean() string }

// Text is an error in a language. What the library says of it is in its tables; what is
// in no table, such as the message of a system, stays as it is.
func Text(lang words.Language, err error) string {
	if lang != words.Korean {
		return err.Error()
	}
	return inKorean(err)
}

func inKorean(err error) string {
	if s, ok := err.(speaker); ok {
		return s.Korean()
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string
		for _, e := range several.Unwrap() {
			lines = append(lines, inKorean(e))
		}
		return strings.Join(lines, "\n")
	}
	inner := errors.Unwrap(err)
	var s speaker
	if before, ok := strings.CutSuffix(err.Error(), ": "+textOf(inner)); ok && errors.As(inner, &s) {
		before, _ = words.InKorean(before)
		return before + ": " + inKorean(inner)
	}
	text, _ := words.InKorean(err.Error())
	return text
}

func textOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
