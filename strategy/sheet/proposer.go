package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/localghg/localghg/strategy"
)

// How many sit in a body, as it stands in brackets behind its name: "40 members",
// "2 chairs", "42명", "위원 40명", "공동위원장 2명".
var (
	countFirst = regexp.MustCompile(`^(\d{1,8}) ?(members?|chairs?|co-chairs?|명|인)$`)
	wordFirst  = regexp.MustCompile(`^(위원|시민위원|위원장|공동위원장|의장|공동의장) ?(\d{1,8}) ?(?:명|인)$`)
	between    = regexp.MustCompile(`\s*(?:,|\+|·|\band\b)\s*`)
)

// parseProposer reads a body, with its members in brackets where they are said in one
// of these words. Anything else in brackets is of its name.
func parseProposer(item string) strategy.Proposer {
	plain := strategy.Proposer{Body: item}
	inner, found := strings.CutSuffix(item, ")")
	i := strings.LastIndexByte(inner, '(')
	if !found || i <= 0 {
		return plain
	}
	p := strategy.Proposer{Body: strings.TrimSpace(inner[:i])}
	for _, part := range between.Split(strings.TrimSpace(inner[i+1:]), -1) {
		number, word := "", ""
		if m := countFirst.FindStringSubmatch(part); m != nil {
			number, word = m[1], m[2]
		} else if m := wordFirst.FindStringSubmatch(part); m != nil {
			number, word = m[2], m[1]
		}
		n, err := strconv.Atoi(number)
		to := &p.Members
		if strings.Contains(word, "chair") || strings.HasSuffix(word, "장") {
			to = &p.Chairs
		}
		if err != nil || n == 0 || *to != 0 {
			return plain
		}
		*to = n
	}
	return p
}
