package strategy

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// word is the name of one of a few values.
func word(what string, names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown %s (%d)", what, i)
}

// readWord reads one of a few values by its name, of those from the first that may be given.
func readWord[T ~uint8](into *T, what string, names []string, first int, text []byte) error {
	i := slices.Index(names[first:], string(text))
	if i < 0 {
		return &ghg.UnknownError{What: what, ID: string(text), Allowed: names[first:]}
	}
	*into = T(first + i)
	return nil
}

// englishOf are the names of a few values in English.
func englishOf(terms []words.Term) []string {
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = t.En
	}
	return names
}
