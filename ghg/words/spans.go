package words

import (
	"strconv"
)

// Spans are years in a sentence, in their order: "2024, 2026 to 2030" and "2024,
// 2026~2030". Two that follow one another are written each.
func Spans(years []int) Term {
	var out []Term
	for i := 0; i < len(years); {
		first := i
		for i++; i < len(years) && years[i] == years[i-1]+1; i++ {
		}
		from, to := strconv.Itoa(years[first]), strconv.Itoa(years[i-1])
		switch i - first {
		case 1:
			out = append(out, Term{En: from, Ko: from})
		case 2:
			out = append(out, Term{En: from, Ko: from}, Term{En: to, Ko: to})
		default:
			out = append(out, Term{En: from + " to " + to, Ko: from + "~" + to})
		}
	}
	return Join(out, ", ")
}
