package words

import "fmt"

// Language is one of the two that texts are in. The zero Language is English. A
// program takes one as a flag with [flag.TextVar].
type Language uint8

// The languages.
const (
	English Language = iota
	Korean
)

var languages = [...]string{"en", "ko"}

// String is the code of the language: "en", "ko".
func (l Language) String() string {
	if int(l) < len(languages) {
		return languages[l]
	}
	return fmt.Sprintf("unknown (%d)", uint8(l))
}

// Korean is the same in Korean: 한국어.
func (l Language) Korean() string { return SetName("ghg/words.Language", l.String()) }

// MarshalText writes the code.
func (l Language) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads "en" or "ko".
func (l *Language) UnmarshalText(b []byte) error {
	for i, code := range languages {
		if string(b) == code {
			*l = Language(i)
			return nil
		}
	}
	return fmt.Errorf("language %s: allowed are en and ko", Quote(Clip(string(b), 40)))
}

// In is the one of two texts, or of two of anything, that is in the language.
func In[T any](l Language, english, korean T) T {
	if l == Korean {
		return korean
	}
	return english
}
