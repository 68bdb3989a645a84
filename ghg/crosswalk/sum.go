package crosswalk

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Bounds of one side of a rule.
const (
	maxSumText = 10_000
	maxTerms   = 500
)

// Sum is one side of a rule: a signed sum of categories of one scheme. The zero Sum is
// empty.
type Sum struct{ terms []term }

type term struct {
	category ghg.Category
	factor   int
}

// ParseSum reads a signed sum of codes of a scheme, such as "2.A.3 + 2.A.4" or "-A+B". A
// code with a blank or a sign in it stands in quotation marks: "\"-a b\" + C". A code that
// is there twice counts twice. It fails with a [ghg.Fault] where the text is no sum, and
// with a [*ghg.UnknownError] where a code is none of the scheme.
func ParseSum(scheme ghg.Scheme, text string) (Sum, error) {
	refuse := func(why string) (Sum, error) { return Sum{}, ghg.Refusal("rule", "sum", text, why) }
	if len(text) > maxSumText {
		return refuse(fmt.Sprintf("longer than %d bytes", maxSumText))
	}
	var s Sum
	rest := strings.TrimSpace(text)
	for first := true; first || rest != ""; first = false {
		factor := 1
		switch {
		case strings.HasPrefix(rest, "+"), strings.HasPrefix(rest, "-"):
			if rest[0] == '-' {
				factor = -1
			}
			rest = strings.TrimSpace(rest[1:])
		case !first:
			return refuse("+ or - is needed between two codes")
		}
		var code string
		switch quoted, isQuoted := strings.CutPrefix(rest, `"`); {
		case isQuoted:
			var closed bool
			if code, rest, closed = strings.Cut(quoted, `"`); !closed {
				return refuse("a quotation mark is not closed")
			}
		default:
			end := strings.IndexAny(rest, "+- \t\"")
			if end < 0 {
				end = len(rest)
			}
			code, rest = rest[:end], rest[end:]
		}
		if code == "" {
			return refuse("a code is needed")
		}
		c, err := scheme.Category(code)
		if err != nil {
			return Sum{}, err
		}
		if s.add(c, factor); len(s.terms) > maxTerms {
			return refuse(fmt.Sprintf("more than %d categories", maxTerms))
		}
		rest = strings.TrimSpace(rest)
	}
	if slices.ContainsFunc(s.terms, func(t term) bool { return t.factor == 0 }) {
		return refuse("a category is added and taken away again")
	}
	return s, nil
}

func (s *Sum) add(c ghg.Category, factor int) {
	if i := s.index(c.Code); i >= 0 {
		s.terms[i].factor += factor
		return
	}
	s.terms = append(s.terms, term{c, factor})
}

func (s Sum) index(code string) int {
	return slices.IndexFunc(s.terms, func(t term) bool { return t.category.Code == code })
}

// All yields the categories with what each counts: 1, or -1 where it is taken away.
func (s Sum) All() iter.Seq2[ghg.Category, int] {
	return func(yield func(ghg.Category, int) bool) {
		for _, t := range s.terms {
			if !yield(t.category, t.factor) {
				return
			}
		}
	}
}

// Len is the number of categories.
func (s Sum) Len() int { return len(s.terms) }

// isPlain reports whether every category counts once, and none is taken away.
func (s Sum) isPlain() bool {
	return !slices.ContainsFunc(s.terms, func(t term) bool { return t.factor != 1 })
}

// codes are the codes that count once.
func (s Sum) codes() (out []string) {
	for _, t := range s.terms {
		if t.factor == 1 {
			out = append(out, t.category.Code)
		}
	}
	return out
}

// String is the sum as [ParseSum] reads it: "2.A.3 + 2.A.4".
func (s Sum) String() string {
	var b strings.Builder
	for i, t := range s.terms {
		sign, n := " + ", t.factor
		if n < 0 {
			sign, n = " - ", -n
		}
		for range n {
			switch {
			case b.Len() > 0:
				b.WriteString(sign)
			case i == 0 && t.factor < 0:
				b.WriteString("-")
			}
			b.WriteString(quoted(t.category.Code))
		}
	}
	return b.String()
}

// MarshalText writes what [ParseSum] reads.
func (s Sum) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// quoted is a code as a sum has it.
func quoted(code string) string {
	if strings.ContainsAny(code, "+- \t\"") {
		return `"` + code + `"`
	}
	return code
}
