package words

import (
	"fmt"
	"slices"
	"strconv"
)

// mostSpans is how many spans of years a sentence names.
const mostSpans = 12

// Spans are years in a sentence, in order and each once: "2024, 2026 to 2030 and 2032"
// and "2024, 2026~2030, 2032". Two that follow one another are written each; of more than
// 12 spans the rest are counted.
func Spans(years []int) Term {
	years = slices.Clone(years)
	slices.Sort(years)
	years = slices.Compact(years)
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
	if more := len(out) - mostSpans; more > 0 {
		out = append(out[:mostSpans:mostSpans], Term{En: fmt.Sprintf("%d more", more), Ko: fmt.Sprintf("그 밖에 %d건", more)})
	}
	last := max(len(out)-1, 0)
	text := Join(out[:last], ", ")
	if last > 0 {
		text.En, text.Ko = text.En+" and ", text.Ko+", "
	}
	for _, x := range out[last:] {
		text.En, text.Ko = text.En+x.En, text.Ko+x.Ko
	}
	return text
}
