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
	cut := most
	for cut > 0 && s[cut]&0xC0 == 0x80 { // do not cut a rune
		cut--
	}
	return strconv.Quote(s[:cut]) + "…"
}
