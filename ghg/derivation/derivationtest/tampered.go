package derivationtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
)

// mostOfColumn is how many values of a column are changed: all of a shorter one, and of a
// longer one so many, evenly spread, with its first and last.
const mostOfColumn = 12

// Tally counts what [Tampered] has changed.
type Tally struct {
	Derivations int
	Changed     int // digits, one at a time
	Named       int // changes where replay names a step
	Silent      int // changes that move no result, so that the checksum alone tells
}

// Of are the derivations of answers.
func Of(answers ...interface{ Explain() derivation.Derivation }) []derivation.Derivation {
	out := make([]derivation.Derivation, len(answers))
	for i, a := range answers {
		out[i] = a.Explain()
	}
	return out
}

// Tampered writes derivations as JSON and reads them back: each is the same, and replays.
// Then one digit of one given value is changed in the text, the first and the last of
// each value in turn ([mostOfColumn] bounds a column). Reading refuses it by its
// checksum; replaying what it says names only steps that are worked out of what was
// changed. Each derivation has a value of which a change is named, unless no number in it
// is worked out of what is given.
func Tampered(t testing.TB, of ...derivation.Derivation) Tally {
	t.Helper()
	var tally Tally
	for _, d := range of {
		text, err := json.Marshal(d)
		if err != nil || d.IsZero() {
			t.Error(d.Title().En, "is not written:", err)
			continue
		}
		back, err := derivation.Read(bytes.NewReader(text))
		switch {
		case err != nil:
			t.Error(d.Title().En, "is not read back:", err)
			continue
		case back.ID() != d.ID():
			t.Error(d.Title().En, "read back is another")
		}
		if wrong := back.Replay(); len(wrong) > 0 {
			t.Error(d.Title().En, "read back does not replay:", wrong, d)
			continue
		}
		tally.Derivations++
		s := tampering{back, text}
		named := tally.Named
		for _, x := range s.given() {
			for _, at := range x.digits() {
				tally.Changed++
				found, wrong := s.change(x.symbol, at)
				switch {
				case wrong != "":
					t.Error(d.Title().En, x.symbol, "byte", at, wrong)
				case found:
					tally.Named++
				default:
					tally.Silent++
				}
			}
		}
		if named == tally.Named && s.isWorkedOut() {
			t.Error("no change of what is given is named by replay:", d)
		}
	}
	return tally
}

// tampering is a derivation and its text.
type tampering struct {
	d    derivation.Derivation
	text []byte
}

// number is where a given value stands in the text.
type number struct {
	symbol     string
	from, upTo int
}

// digits are where the first and the last digit of a number stand.
func (x number) digits() []int {
	first, last := x.from, x.upTo-1
	if first == last {
		return []int{first}
	}
	return []int{first, last}
}

// given are the values that are given or found. A quotation mark within a text is written
// with a backslash, so that the name of a field is found as it is.
func (s tampering) given() (out []number) {
	at := 0
	for x := range s.d.Steps() {
		if len(x.Values) == 0 {
			continue
		}
		at = after(s.text, at, `"values":[`)
		var raw []json.RawMessage
		from := at - 1
		if json.NewDecoder(bytes.NewReader(s.text[from:])).Decode(&raw) != nil {
			return nil
		}
		column := make([]number, 0, len(raw))
		for _, v := range raw {
			start, end := at, at+len(v)
			at = end + 1 // the comma, or the bracket
			if v[0] == '{' {
				if !bytes.HasPrefix(v, []byte(`{"value":`)) {
					continue // undefined
				}
				start = after(s.text, start, `{"value":`)
				end = after(s.text, start+1, `"`)
			}
			start, end = start+1, end-1 // the quotation marks
			if s.text[start] == '-' {
				start++
			}
			column = append(column, number{x.Symbol, start, end})
		}
		if x.Kind == derivation.Given || x.Kind == derivation.Found {
			out = append(out, spread(column)...)
		}
	}
	return out
}

// after is where a text ends, from a place on.
func after(text []byte, from int, what string) int {
	return from + bytes.Index(text[from:], []byte(what)) + len(what)
}

// spread is a bounded choice of a column.
func spread(column []number) []number {
	if len(column) <= mostOfColumn {
		return column
	}
	out := make([]number, mostOfColumn)
	for i := range out {
		out[i] = column[i*(len(column)-1)/(mostOfColumn-1)]
	}
	return out
}

// change changes a digit by one, and reports whether replay names a step; and what is wrong
// where it is not seen, or where a step is named that has nothing to do with it.
func (s tampering) change(symbol string, at int) (named bool, wrong string) {
	changed := bytes.Clone(s.text)
	switch c := changed[at]; {
	case c < '0' || c > '9':
		return false, "is no digit"
	case c == '9':
		changed[at]--
	default:
		changed[at]++
	}
	_, err := derivation.Read(bytes.NewReader(changed))
	var told *derivation.ChecksumError
	if !errors.As(err, &told) {
		return false, fmt.Sprint("the change is not told: ", err)
	}
	if told.Stated != s.d.ID() || told.Read.ID() == s.d.ID() {
		return false, "the checksum is the same"
	}
	for _, m := range told.Read.Replay() {
		if of := told.Read.Precedents(m.Symbol); !slices.Contains(of, symbol) {
			return true, fmt.Sprint("replay names ", m, ", which is worked out of ", of)
		}
		named = true
	}
	return named, ""
}

// isWorkedOut reports whether a value is worked out of one that is given.
func (s tampering) isWorkedOut() bool {
	for x := range s.d.Steps() {
		if x.Kind == derivation.Decided || !slices.ContainsFunc(x.Values, derivation.Value.IsDefined) {
			continue
		}
		for _, p := range s.d.Precedents(x.Symbol) {
			if of, _ := s.d.Step(p); of.Kind == derivation.Given || of.Kind == derivation.Found {
				return true
			}
		}
	}
	return false
}
