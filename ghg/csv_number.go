package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// readNumberIn reads a text of a column as a number in the declared format.
func (t *csvTable) readNumberIn(column int, text []byte) (decimal.Decimal, bool) {
	plain, why := t.format.plain(string(text))
	if why != "" {
		t.refuse(FaultNumber, column, "not a number: "+why+t.format.advice(string(text)))
		return decimal.Decimal{}, false
	}
	d, err := exact.ParseMark(plain, t.format.mark())
	if err != nil {
		detail := allowedBy(err) + t.format.advice(string(text))
		if isDash(string(text)) {
			detail = "not a number: it has no digits; say what it means in CSVFormat.Marks"
		}
		t.refuse(FaultNumber, column, detail)
	}
	return d, err == nil
}

// maxNumber is the length in bytes of a text that marks are looked for in: more than
// 38 digits in groups need.
const maxNumber = 200

// mark is the decimal mark of the file.
func (t *csvTable) mark() byte { return t.format.mark() }

func (f CSVFormat) mark() byte {
	if f.Comma {
		return ','
	}
	return '.'
}

// checkThousands refuses a separator of thousands that means something else already.
// That fields are separated by commas too is no conflict: a spreadsheet writes such
// numbers in quotes, and without them they would be a field too many.
func (f CSVFormat) checkThousands() error {
	switch s := f.Thousands; {
	case s != 0 && s != ',' && s != '.' && s != ' ':
		return fmt.Errorf("thousands are separated by %q: allowed are ',', '.' and ' '", s)
	case s == f.mark():
		return fmt.Errorf("thousands and decimals are both separated by %q", s)
	case s == ' ' && f.Delimiter == ' ':
		return fmt.Errorf("thousands and fields are both separated by %q", s)
	}
	return nil
}

// plain is a number as [exact.ParseMark] reads it, without what the format says of
// thousands and of numbers below zero, or why it is not written as that says.
func (f CSVFormat) plain(s string) (plain, why string) {
	digits, negative := s, false
	if len(s) > maxNumber {
		return s, "" // refused as it is
	}
	if f.Accounting {
		if digits, negative = belowZero(s); negative && (digits == "" || digits[0] == '-' || digits[0] == '+') {
			return "", "in brackets or behind △ it needs digits, without another sign"
		}
	}
	if f.Thousands != 0 {
		if plain, grouped := ungroup(digits, f.Thousands, f.mark()); plain != "" {
			digits = plain
		} else if grouped {
			return "", fmt.Sprintf("its digits do not stand in groups of three, as 1%[1]c234 and 12%[1]c345%[1]c678 do", f.Thousands)
		}
	}
	if negative {
		digits = "-" + digits
	}
	return digits, ""
}

// belowZero takes the marks off that mean below zero in accounts.
func belowZero(s string) (string, bool) {
	for _, mark := range []string{"△", "▲"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			return string(trim([]byte(rest))), true
		}
	}
	if len(s) > 1 && s[0] == '(' && s[len(s)-1] == ')' {
		return string(trim([]byte(s[1 : len(s)-1]))), true
	}
	return s, false
}

// blanks are what may stand between groups for a ' '.
var blanks = strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u202f", " ")

// ungroup takes separators of thousands out of a number: a sign, one to three digits
// of which the first is not 0, groups of three, and decimals or none. It gives "" for
// one that has separators and is not written so, or that has none, and says which.
func ungroup(s string, separator, mark byte) (plain string, grouped bool) {
	if separator == ' ' {
		s = blanks.Replace(s)
	}
	if strings.IndexByte(s, separator) < 0 {
		return "", false
	}
	whole, decimals, hasMark := strings.Cut(s, string(mark))
	if hasMark && (decimals == "" || !allDigits(decimals)) {
		return "", true
	}
	sign := ""
	if whole != "" && (whole[0] == '-' || whole[0] == '+') {
		sign, whole = whole[:1], whole[1:]
	}
	groups := strings.Split(whole, string(separator))
	for i, g := range groups {
		if !allDigits(g) || i == 0 && (len(g) > 3 || g[0] == '0') || i > 0 && len(g) != 3 {
			return "", true
		}
	}
	plain = sign + strings.Join(groups, "")
	if hasMark {
		plain += string(mark) + decimals
	}
	return plain, true
}

func allDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// advice says which options of the format would read a text that is no number
// without them, and as what. A comma in a file that is not separated by commas may be
// a decimal mark, and both readings are told.
func (f CSVFormat) advice(s string) string {
	if len(s) > maxNumber {
		return ""
	}
	advice := f.adviceWith(f, s)
	if with := f; !f.Comma {
		with.Comma = true
		if with.check() == nil {
			advice += f.adviceWith(with, s)
		}
	}
	return advice
}

// adviceWith is advice on a text in a format with some options set already.
func (f CSVFormat) adviceWith(set CSVFormat, s string) string {
	try := []CSVFormat{set}
	if f.Thousands == 0 {
		for _, separator := range []byte(",. ") {
			with := set
			with.Thousands = separator
			if with.checkThousands() == nil {
				try = append(try, with)
			}
		}
	}
	for _, accounting := range []bool{false, true} {
		for _, with := range try {
			with.Accounting = with.Accounting || accounting
			plain, why := with.plain(s)
			if _, err := exact.ParseMark(plain, with.mark()); why != "" || err != nil {
				continue
			}
			var options []string
			if with.Comma != f.Comma {
				options = append(options, "CSVFormat.Comma")
			}
			if with.Thousands != f.Thousands {
				options = append(options, fmt.Sprintf("CSVFormat.Thousands to %q", with.Thousands))
			}
			if with.Accounting != f.Accounting {
				options = append(options, "CSVFormat.Accounting")
			}
			return "; to read it as " + plain + " set " + strings.Join(options, " and ")
		}
	}
	return ""
}
