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
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + rest
}
