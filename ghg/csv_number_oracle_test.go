package ghg_test

import (
	"regexp"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// numberPatterns are the numbers of a format by regular expressions.
type numberPatterns struct{ signed, negative *regexp.Regexp }

// numberMarks are what a format says of the marks in numbers.
type numberMarks struct {
	comma     bool
	thousands byte
}

var numberPatternsOf = sync.OnceValue(func() map[numberMarks]numberPatterns {
	all := map[numberMarks]numberPatterns{}
	for _, f := range numberFormats() {
		mark, other := `\.`, ""
		if f.Comma {
			mark = ","
		}
		switch f.Thousands {
		case ',', '.':
			other = regexp.QuoteMeta(string(f.Thousands))
		case ' ':
			other = `[ \x{a0}\x{2009}\x{202f}]`
		}
		unsigned := `([0-9]+` + mark + `?[0-9]*|` + mark + `[0-9]+)([eE][+-]?[0-9]+)?`
		if other != "" {
			unsigned = `(` + unsigned + `|[1-9][0-9]{0,2}(` + other + `[0-9]{3})+(` + mark + `[0-9]+)?)`
		}
		const blank = `[\s\pZ\v\x{85}]*`
		all[numberMarks{f.Comma, f.Thousands}] = numberPatterns{
			signed:   regexp.MustCompile(`^([+-]?` + unsigned + `)$`),
			negative: regexp.MustCompile(`^([△▲]` + blank + unsigned + `|\(` + blank + unsigned + blank + `\))$`),
		}
	}
	return all
})

// numberOracle reads a cell by regular expressions.
func numberOracle(f ghg.CSVFormat, text string) (decimal.Decimal, bool) {
	text = strings.TrimSpace(text)
	is := numberPatternsOf()[numberMarks{f.Comma, f.Thousands}]
	negative := f.Accounting && is.negative.MatchString(text)
	if !negative && !is.signed.MatchString(text) {
		return decimal.Decimal{}, false
	}
	plain := text
	for _, mark := range []string{"△", "▲", "(", ")"} {
		plain = strings.ReplaceAll(plain, mark, "")
	}
	plain = strings.Join(strings.Fields(plain), "")
	if f.Thousands != 0 {
		plain = strings.ReplaceAll(plain, string(f.Thousands), "")
	}
	d, err := exact.ParseMark(plain, map[bool]byte{true: ',', false: '.'}[f.Comma])
	if negative {
		d = d.Neg()
	}
	return d, err == nil
}
