package words

import "fmt"

// Term is a word or sentence in English and in Korean, as tables of names and of
// messages hold it. Both are needed.
type Term struct {
	En string `json:"en"`
	Ko string `json:"ko"`
}

// String is the term in English.
func (t Term) String() string { return t.En }

// Fill is both sentences with their values put in, as fmt.Sprintf does it: a value
// that is a Term is put in in the language of each. Korean particles are chosen by what
// stands before them ([Particles]).
func (t Term) Fill(values ...any) (en, ko string) {
	inKorean := make([]any, len(values))
	for i, v := range values {
		inKorean[i] = v
		if x, ok := v.(Term); ok {
			inKorean[i] = x.Ko
		}
	}
	return fmt.Sprintf(t.En, values...), Particles(fmt.Sprintf(t.Ko, inKorean...))
}

// With is Fill as a term.
func (t Term) With(values ...any) Term {
	en, ko := t.Fill(values...)
	return Term{En: en, Ko: ko}
}

// Join is the terms as two lists.
func Join(items []Term, separator string) Term {
	var out Term
	for i, x := range items {
		if i > 0 {
			out.En, out.Ko = out.En+separator, out.Ko+separator
		}
		out.En, out.Ko = out.En+x.En, out.Ko+x.Ko
	}
	return out
}

// Listed is the terms as two lists, of which the first 20 are named and the others
// counted.
func Listed(items []Term) Term {
	out := Join(items[:min(len(items), mostListed)], "; ")
	if more := len(items) - mostListed; more > 0 {
		out.En, out.Ko = out.En+fmt.Sprintf("; and %d more", more), out.Ko+fmt.Sprintf("; 그 밖에 %d건", more)
	}
	return out
}
