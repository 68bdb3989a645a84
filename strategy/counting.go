package strategy

import "github.com/localghg/localghg/ghg/words"

// Counting says what the quantity of a year counts (집계방식). It decides what a
// unit effect is multiplied by, and has no default: the zero Counting is refused.
type Counting uint8

// The ways to count.
const (
	// NewInYear counts what is new in the year: cars bought, panels installed. Each
	// works in its first year and in every year of its life after it.
	NewInYear Counting = iota + 1
	// StandingInYear counts all that stand in the year, as documents do that cumulate
	// installations. It is never cumulated again.
	StandingInYear
	// DoneInYear counts what is done in the year, and works in that year alone: MWh
	// generated, tonnes treated.
	DoneInYear
)

// countings are the names in English and Korean (own words).
var countings = []words.Term{
	{En: "no counting", Ko: "미기재"},
	NewInYear:      {En: "new in the year", Ko: "연간 신규"},
	StandingInYear: {En: "standing in the year", Ko: "누적 보급"},
	DoneInYear:     {En: "done in the year", Ko: "연간 활동량"},
}

// String is the counting in small letters.
func (c Counting) String() string { return termOf("counting", countings, uint8(c)).En }

// MarshalText writes what String says.
func (c Counting) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what String says of a counting that is one.
func (c *Counting) UnmarshalText(text []byte) error {
	return readWord(c, "counting", englishOf(countings), 1, text)
}

// Korean is the counting in Korean, or "" where there is no such counting.
func (c Counting) Korean() string { return termOf("counting", countings, uint8(c)).Ko }

// Valid reports whether the counting is one of those above.
func (c Counting) Valid() bool { return c >= NewInYear && c <= DoneInYear }

// termOf is the name of one of a few values in both languages.
func termOf(what string, terms []words.Term, i uint8) words.Term {
	if int(i) < len(terms) {
		return terms[i]
	}
	unknown := word(what, nil, i)
	return words.Term{En: unknown, Ko: unknown}
}
