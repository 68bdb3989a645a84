package ghg

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":                             `""`,
		"a\x00\"b\n":                   `"a\x00\"b\n"`,
		strings.Repeat("x", 60):        `"` + strings.Repeat("x", 60) + `"`,
		strings.Repeat("x", 61):        `"` + strings.Repeat("x", 60) + `"…`,
		strings.Repeat("x", 59) + "군포": `"` + strings.Repeat("x", 59) + `"…`,
		strings.Repeat("\x80", 100):    `""…`, // no letter to cut before
	} {
		assert.Equal(t, want, quote(text))
	}
}
