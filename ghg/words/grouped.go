package words

import "strings"

// Grouped puts commas between the thousands of a number, as tables and reports print
// them: "1056627.25" is "1,056,627.25". What is no plain number stays as it is.
func Grouped(number string) string {
	sign := ""
	if rest, ok := strings.CutPrefix(number, "-"); ok {
		sign, number = "-", rest
	}
	whole, rest := number, ""
	if i := strings.IndexByte(number, '.'); i >= 0 {
		whole, rest = number[:i], number[i:]
	}
	if strings.Trim(whole, "0123456789") != "" {
		return sign + number
	}
	if len(whole) <= 3 {
		return sign + number
	}
	b := make([]byte, 0, len(sign)+len(number)+len(whole)/3)
	b = append(b, sign...)
	for i := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b = append(b, ',')
		}
		b = append(b, whole[i])
	}
	return string(append(b, rest...))
}
