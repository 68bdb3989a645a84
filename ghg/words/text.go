package words

import (
	"strconv"
	"strings"
)

// Quote puts a text of unknown origin in quotation marks: escaped, and cut after
// 60 bytes.
func Quote(s string) string {
	const most = 60
	if len(s) <= most {
		return strconv.Quote(s)
	}
	return strconv.Quote(head(s, most)) + "…"
}

// Clip cuts a text of unknown origin after a number of bytes.
func Clip(s string, most int) string {
	if len(s) <= most {
		return strings.ToValidUTF8(s, "\ufffd")
	}
	return strings.ToValidUTF8(head(s, most), "\ufffd") + "…"
}

// head is the first bytes of a longer text, without cutting a character.
func head(s string, most int) string {
	for most > 0 && s[most]&0xC0 == 0x80 {
		most--
	}
	return s[:most]
}

// OneLine folds line breaks and runs of blanks, which would break a table.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Signed puts a plus before a positive number, which may have its unit behind it.
func Signed(number string) string {
	digits, _, _ := strings.Cut(number, " ")
	if strings.HasPrefix(digits, "-") || strings.Trim(digits, "0.") == "" {
		return number
	}
	return "+" + number
}
