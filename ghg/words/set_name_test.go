package words_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/localghg/localghg/ghg/words"
)

// A value of a closed set is shown in the language of the reader.
func ExampleLanguage_Of() {
	for _, lang := range []words.Language{words.English, words.Korean} {
		fmt.Println(lang.Of(words.English), lang.Of(words.Korean))
	}
	// Output:
	// en ko
	// 영어 한국어
}

func TestSetName(t *testing.T) {
	assert.Equal(t, "심각", words.SetName("ghg.Severity", "serious"))
	assert.Equal(t, "알 수 없음(9)", words.SetName("ghg.Severity", "unknown (9)"), "what is not in the set")
	assert.Equal(t, "serious", words.SetName("ghg.Other", "serious"), "another set")
	assert.Equal(t, "알 수 없음(9)", words.Language(9).Korean())
}
