package words_test

import (
	"flag"
	"fmt"
	"io"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

// A program takes its language as a flag, and another word is refused.
func ExampleLanguage() {
	flags := flag.NewFlagSet("program", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	fmt.Println(lang, words.In(lang, "kt", "천톤"))
	fmt.Println(flags.Parse([]string{"-lang", "ko"}), lang, words.In(lang, "kt", "천톤"))
	fmt.Println(flags.Parse([]string{"-lang", "fr"}))
	// Output:
	// en kt
	// <nil> ko 천톤
	// invalid value "fr" for flag -lang: language "fr": allowed are en and ko
}

func TestLanguageIsReadAsWritten(t *testing.T) {
	for _, l := range []words.Language{words.English, words.Korean} {
		b, err := l.MarshalText()
		assert.NoError(t, err)
		var again words.Language
		assert.NoError(t, again.UnmarshalText(b))
		assert.Equal(t, l, again)
	}
	l := words.Korean
	assert.Error(t, l.UnmarshalText([]byte("KO")))
	assert.Equal(t, words.Korean, l, "what is refused changes nothing")
	assert.Equal(t, "unknown (2)", words.Language(2).String())
}
