package ghg

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ParseKoreanFigure reads an amount as Korean papers print it, in number words or not, and
// what it weighs: "1662만8000t", "1,662만톤", "1억 2000만톤", "9.43백만톤CO2eq", "1천662만 8천t".
//
// The words are 조, 억, 만 and, before and between them, 천, 백, 십; each has a number in
// digits before it, they fall from the largest to the smallest, and what follows one is
// smaller than it. The last number alone may have decimals. A comma separates thousands,
// and is read in groups of three and only where the text holds a Korean word or unit:
// "1,662t" may have been printed where a comma is a decimal mark, and is refused. The unit
// is t, 톤, kg or g, or without number words any that [ParseMassUnit] reads.
//
// Half a unit of the last printed digit is that of the last number: 0.5 t for
// "1662만8000t", 5000 t for "1,662만톤", 500 t for "1천662만 8천t". What is not read is an
// [*exact.SyntaxError], an unknown unit an [*UnknownError].
func ParseKoreanFigure(s string) (Figure, Substance, error) {
	f, substance, err := parseKoreanFigure(s)
	if err != nil {
		return Figure{}, Substance{}, fmt.Errorf("figure %s: %w", words.Quote(s), err)
	}
	return f, substance, nil
}

// koreanTerm is one number of a Korean amount with the words behind it.
type koreanTerm struct {
	number string // without separators
	words  string
	n      decimal.Decimal
	small  int32 // the power of ten of 천, 백 or 십
	place  int32 // that of the whole
}

var (
	koreanTermText = regexp.MustCompile(`^([0-9][0-9,.]*)[ \t\x{a0}]*(천|백|십)?[ \t\x{a0}]*(조|억|만)?[ \t\x{a0}]*`)
	grouped        = regexp.MustCompile(`^[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?$`)
	koreanPowers   = map[string]int32{"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12}
)

func parseKoreanFigure(s string) (Figure, Substance, error) {
	text := strings.TrimSpace(string(composeHangul([]byte(s))))
	refuse := func(format string, a ...any) (Figure, Substance, error) {
		return Figure{}, Substance{}, &exact.SyntaxError{Text: text, Reason: fmt.Sprintf(format, a...)}
	}
	if len(text) > 96 {
		return refuse("longer than 96 bytes")
	}
	digits := strings.TrimPrefix(strings.TrimPrefix(text, "-"), "+")
	if len(text)-len(digits) > 1 {
		return refuse("it has two signs")
	}
	terms, commas, rest, err := koreanTerms(digits)
	if err != nil {
		return Figure{}, Substance{}, err
	}
	if len(terms) == 0 {
		_, _, err := exact.ParseLeading(text)
		if err == nil { // a number that begins with its decimal mark
			return refuse("it needs digits before anything else")
		}
		return Figure{}, Substance{}, err
	}
	if commas && !strings.ContainsFunc(text, isHangul) {
		return refuse("a comma may be a decimal mark where no Korean word or unit follows: write the digits without it")
	}
	unit, substance, err := ParseMassUnit(rest)
	if err != nil {
		return Figure{}, Substance{}, err
	}
	var sum decimal.Decimal
	for i, t := range terms {
		if i > 0 {
			before := terms[i-1]
			switch {
			case t.place >= before.place || t.n.Shift(t.place).GreaterThanOrEqual(decimal.New(1, before.place)):
				return refuse("%q does not follow %q: it must be smaller than what that counts in", t.number+t.words, before.number+before.words)
			case before.n.Exponent() < 0:
				return refuse("%q has decimals, and only the last number may", before.number+before.words)
			}
		}
		sum = sum.Add(t.n.Shift(t.place))
	}
	last := terms[len(terms)-1]
	printed := strings.TrimSpace(strings.TrimSuffix(text, rest))
	if terms[0].words != "" {
		whole, joined := massUnits[terms[0].words+unit.name]
		switch {
		case unit.name != "t" && unit.name != "톤" && unit.name != "kg" && unit.name != "g":
			return refuse("number words stand before t, 톤, kg or g, and not before %s", unit)
		case joined && len(terms) == 1: // one number in a unit that has a name
			number, _, _ := strings.Cut(printed, terms[0].words[:len("만")])
			printed, unit = strings.TrimSpace(number), MassUnit{whole.name}
			sum, last.place = last.n, 0
		}
	}
	if strings.HasPrefix(text, "-") {
		sum = sum.Neg()
	}
	if err := exact.Check(sum.Shift(unit.power())); err != nil {
		return Figure{}, Substance{}, err
	}
	return Figure{printed, unit, sum.Shift(unit.power()), decimal.New(5, last.n.Exponent()-1+last.place+unit.power())}, substance, nil
}

// koreanTerms takes the numbers with their words off the front of a text.
func koreanTerms(text string) (terms []koreanTerm, commas bool, rest string, err error) {
	section := 0 // the first term that no 만, 억 or 조 closes yet
	for rest = text; ; {
		m := koreanTermText.FindStringSubmatch(rest)
		if m == nil {
			return terms, commas, rest, nil
		}
		t := koreanTerm{number: m[1], words: m[2] + m[3], small: koreanPowers[m[2]]}
		if strings.Contains(t.number, ",") {
			if !grouped.MatchString(t.number) {
				return nil, false, "", &exact.SyntaxError{Text: t.number,
					Reason: "a comma separates thousands here, in groups of three digits, as in 1,662"}
			}
			commas, t.number = true, strings.ReplaceAll(t.number, ",", "")
		}
		if t.n, err = exact.Parse(t.number); err != nil {
			return nil, false, "", err
		}
		t.place = t.small
		if terms = append(terms, t); m[3] != "" {
			for ; section < len(terms); section++ {
				terms[section].place += koreanPowers[m[3]]
			}
		}
		rest = rest[len(m[0]):]
	}
}

func isHangul(r rune) bool { return r >= '가' && r <= '힣' }
