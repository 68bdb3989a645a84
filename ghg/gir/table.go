package gir

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// mustFind is the value of a word of the tables; a blank is the zero value.
func mustFind[T ~uint8](set words.Set[T], word string) T {
	v, ok := set.Find(word)
	if !ok && word != "" {
		panic("gir: unknown word " + words.Quote(word))
	}
	return v
}

// mustConfidence is the grade that a table states.
func mustConfidence(word string) ghg.Confidence {
	c, err := ghg.ParseConfidence(word)
	if err != nil {
		panic("gir: " + err.Error())
	}
	return c
}
