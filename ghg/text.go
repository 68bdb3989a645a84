package ghg

import (
	"strings"
	"unicode/utf8"
)

// must is for values that this package or a program's source holds as
// literals.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// replaced is what a program puts where bytes are not text. One that is there says
// that a text was lost before: 서울 and 광주 in CP949 are both four of them.
const replaced = '\uFFFD'

var replacedBytes = []byte(string(replaced))

// notText says why bytes are no text that anybody wrote, or is "".
func notText(s string) string {
	switch {
	case !utf8.ValidString(s):
		return whyNotUTF8([]byte(s))
	case strings.Contains(s, string(replaced)):
		return hasReplaced
	}
	return ""
}

const (
	zeroByte    = "a zero byte: this is not text"
	isUTF16     = "the file is UTF-16: save it as UTF-8 (in Excel: CSV UTF-8)"
	hasReplaced = "U+FFFD stands where a character was lost: a program read a file as UTF-8 that was not, most often CP949 (EUC-KR); " +
		"go back to the file before it (UTF-8로 다시 저장하십시오)"
)

// whyNotUTF8 says what bytes are that are not UTF-8, and names CP949 where they
// look so.
func whyNotUTF8(text []byte) string {
	if looksCP949(text) {
		return "not UTF-8; it looks like CP949 (EUC-KR), as Korean Excel writes: save the file as UTF-8 (in Excel: CSV UTF-8; " +
			"UTF-8로 저장하십시오)"
	}
	return "not UTF-8 text"
}

// notKept says why a text would not be read from a file as it was written, or is
// "".
func notKept(s string) string {
	if why := notText(s); why != "" {
		return why
	}
	switch b := []byte(s); {
	case strings.IndexByte(s, 0) >= 0:
		return zeroByte
	case len(trim(b)) != len(b):
		return "blanks at its ends would be lost"
	case strings.IndexByte(s, '\r') >= 0:
		return "a carriage return would be lost: write line ends as LF"
	case len(composeHangul(b)) != len(b):
		return "decomposed Hangul would be composed: write syllables (NFC)"
	}
	return ""
}
