package gir

import "github.com/localghg/localghg/ghg/words"

// mustFind is the value of a word of the tables; a blank is the zero value.
func mustFind[T ~uint8](set words.Set[T], word string) T {
	v, ok := set.Find(word)
	if !ok && word != "" {
		panic("gir: unknown word " + words.Quote(word))
	}
	return v
}
