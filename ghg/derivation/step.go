package derivation

import (
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Kind says how a step comes to its value. The zero Kind is Given.
type Kind uint8

// The kinds.
const (
	Given Kind = iota
	Computed
	Solved
	Decided
	Found
	Told
)

var kinds = [...]words.Term{
	Given: {En: "given", Ko: "주어짐"}, Computed: {En: "computed", Ko: "계산"}, Solved: {En: "solved", Ko: "풀이"},
	Decided: {En: "decided", Ko: "판정"}, Found: {En: "found", Ko: "탐색"}, Told: {En: "told", Ko: "설명"},
}

// Valid reports whether the kind is one of the list.
func (k Kind) Valid() bool { return int(k) < len(kinds) }

// String is the kind in small letters.
func (k Kind) String() string { return termOf(kinds[:], k).En }

// Korean is the kind in Korean.
func (k Kind) Korean() string { return termOf(kinds[:], k).Ko }

// termOf is the text of a value of a closed set, or "unknown".
func termOf[T ~uint8](terms []words.Term, v T) words.Term {
	if int(v) < len(terms) {
		return terms[v]
	}
	return words.Term{En: "unknown", Ko: "알 수 없음"}
}

// Step is a line of the worksheet.
type Step struct {
	Symbol string
	What   words.Term // what it is, in both languages
	Unit   string     // of its values, as "kg CO2/TJ (net)"; "" for a plain number
	Kind   Kind
	// Index is the letter of the [Index] whose rows a column has; "" where the step has
	// one value.
	Index  string
	Values []Value
	Later  Later[Value] // in place of Values
	// Formula is how a computed value comes about, and what is 0 at a solved one.
	Formula string
	// When is the condition under which a computed or solved value exists; "" is always.
	// A cell where it does not hold is undefined.
	When     string
	Rounding Rounding
	// Cases are those of a decided step, in order: the first that holds is its value.
	Cases []Case
	// Equation is the document and number of the formula: "GPC 1.1, equation 8.1".
	Equation string
	Source   string     // of what is given
	Note     words.Term // what a search looked at, or what is told
}

// Value is a value of a step.
type Value struct {
	Number decimal.Decimal
	// Undefined is why there is no number. Without it there is one.
	Undefined words.Term
	Source    string // where it differs from that of the step and of the row
	// From is the ID of the derivation that it comes from.
	From string
}

// Number is a value that is known.
func Number(d decimal.Decimal) Value { return Value{Number: d} }

// Undefined is a value that there is not, and why.
func Undefined(why words.Term) Value { return Value{Undefined: why} }

// IsDefined reports whether there is a number.
func (v Value) IsDefined() bool { return v.Undefined == words.Term{} }

// Index is what the columns of a worksheet go over: records, actions, years.
type Index struct {
	Letter string
	Rows   []Row
	Later  Later[Row] // in place of Rows
}

// Row is one of an index.
type Row struct {
	ID     string     // of its own in the index: a number of a record, a year
	Label  words.Term // what it is, where its ID does not say it
	Source string
}

// Case is a case of a decided step.
type Case struct {
	Name string // its code: "on_track"
	What words.Term
	If   string // the condition; "" holds always
	// Holds is whether the condition holds, whatever came before.
	Holds bool
}

// Decision is the case of a decided step: the first that holds.
func (s Step) Decision() (Case, bool) {
	for _, c := range s.Cases {
		if c.Holds {
			return c, true
		}
	}
	return Case{}, false
}
