package ghg

import "strconv"

// must is for values that this package or a program's source holds as
// literals.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// quote prints a text of unknown origin in a message: escaped, and cut where
// it is long.
func quote(s string) string {
	const most = 60
	if len(s) <= most {
		return strconv.Quote(s)
	}
	return strconv.Quote(head(s, most)) + "…"
}

// head is the first bytes of a longer text, without cutting a rune.
func head(s string, most int) string {
	for most > 0 && s[most]&0xC0 == 0x80 {
		most--
	}
	return s[:most]
}
