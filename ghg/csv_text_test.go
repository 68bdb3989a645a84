package ghg

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLooksCP949(t *testing.T) {
	for text, want := range map[string]bool{
		"\xb4\xeb\xb1\xb8, 2018":   true,  // 대구
		"a\xb4\xeb\xa1\xa1":        true,  // half of the pairs are syllables
		"\xb4\xeb\xa1\xa1\xa1\xa1": false, // fewer are
		"\xb4":                     false, // half a pair
		"\xb4\x20":                 false, // no second half
		"\x80\xeb":                 false,
		"\xff\xeb":                 false,
		"plain":                    false,
		"\x81\x41\xb4\xeb":         true, // a syllable of the extension
		"\x81\x5b\xb4\xeb":         false,
		"\x81\x7b\xb4\xeb":         false,
		"\x81\xff\xb4\xeb":         false,
		"\xc8\xfe":                 true,
		"\xc9\xfe":                 false,
		"\xaf\xa1":                 false,
		"\xb0\xa0\xb0\xa1":         true,
	} {
		assert.Equal(t, want, looksCP949([]byte(text)), "%x", text)
	}
}

func TestScanQuotes(t *testing.T) {
	for _, c := range []struct {
		line       string
		open, ends bool
		wrong      bool
	}{
		{`a,b`, false, false, false}, {`"a",b`, false, false, false}, {`"a`, false, true, false},
		{`a`, true, true, false}, {`a"`, true, false, false}, {`a",b`, true, false, false}, {`a","b`, true, true, false},
		{`""`, false, false, false}, {`""`, true, true, false}, {`"""`, false, true, false}, {`"""`, true, false, false},
		{`"a"b`, false, false, true}, {`a"b`, true, false, true}, {`a"b`, false, false, false}, {`,"`, false, true, false},
		{``, false, false, false}, {``, true, true, false},
	} {
		open, detail := scanQuotes([]byte(c.line), ',', c.open)
		assert.Equal(t, c.wrong, detail != "", "%s, open %t", c.line, c.open)
		if !c.wrong {
			assert.Equal(t, c.ends, open, "%s, open %t", c.line, c.open)
		}
	}
}
