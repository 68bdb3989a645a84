package ghg

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Shown is an amount of CO2e as a list or table shows it: in a unit, to a
// number of decimal places. It may be off by up to one unit of the last place,
// so that what stands beside it adds up; compute with the amounts that were
// shown, never with this.
type Shown struct {
	amount decimal.Decimal
	unit   MassUnit
	places int32
	none   bool // nothing is reported
}

// Amount is the number shown, in the unit; 0 where nothing is reported.
func (s Shown) Amount() decimal.Decimal { return s.amount }

// IsReported reports whether there is anything that the amount is of, as
// [Amount.IsReported] does of a part. A CO2e that is shown by itself always is.
func (s Shown) IsReported() bool { return !s.none }

// Number is the number with all its places, for a table that has its unit in
// the header: "12.0"; "–" where nothing is reported.
func (s Shown) Number() string {
	if s.none {
		return nothingReported
	}
	if whole := s.amount; s.places == 0 && whole.Exponent() == 0 && whole.NumDigits() <= 18 { // as most tables have it
		return strconv.FormatInt(whole.CoefficientInt64(), 10)
	}
	return s.amount.StringFixed(s.places)
}

// String is the number with its unit: "12.0 kt", "12.0 천톤"; "–" where nothing is
// reported.
func (s Shown) String() string {
	if s.none {
		return nothingReported
	}
	return s.Number() + " " + s.unit.String()
}

// MarshalText writes the text of String.
func (s Shown) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalJSON writes the text of String, and null where nothing is reported.
func (s Shown) MarshalJSON() ([]byte, error) {
	if s.none {
		return []byte("null"), nil
	}
	return json.Marshal(s.String())
}

// ShownList is amounts of CO2e as they are shown, with the total that they add
// up to.
type ShownList struct {
	parts  []Shown
	total  Shown
	metric Metric
}

// ShowList rounds amounts, in a unit and to a number of decimal places, so that
// they add up to their sum, which is rounded to the nearest, half away from
// zero. A part is its true amount rounded up or down ([exact.LargestRemainder]).
// Negative places round to tens, hundreds and so on; the zero MassUnit is the
// tonne, as in [CO2e.Format].
//
// Parts on two metrics are a [*MetricMismatchError]; places or amounts out of
// bounds are refused, as [exact.Quotients] does it. The total of no parts is 0.
func ShowList(unit MassUnit, places int32, parts ...CO2e) (ShownList, error) {
	amounts := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		if err := parts[0].mismatch(p); err != nil {
			return ShownList{}, fmt.Errorf("part %d: %w", i+1, err)
		}
		amounts[i] = p.In(unit)
	}
	rounded, total, err := exact.Quotients(amounts, one, places) // by 1: what is left is the rounding
	if err != nil {
		return ShownList{}, err
	}
	l := newShownList(unit, places, rounded, total)
	if len(parts) > 0 {
		l.metric = parts[0].Metric()
	}
	return l, nil
}

// newShownList makes a list of numbers that are rounded already and add up to a total.
func newShownList(unit MassUnit, places int32, rounded []decimal.Decimal, total decimal.Decimal) ShownList {
	l := ShownList{parts: make([]Shown, len(rounded)), total: Shown{amount: total, unit: unit, places: places}}
	for i, d := range rounded {
		l.parts[i] = Shown{amount: d, unit: unit, places: places}
	}
	return l
}

// Parts yields the amounts with their index, in the order given.
func (l ShownList) Parts() iter.Seq2[int, Shown] { return slices.All(l.parts) }

// Len is the number of parts.
func (l ShownList) Len() int { return len(l.parts) }

// Total is what the parts add up to, exactly.
func (l ShownList) Total() Shown { return l.total }

// Metric is the metric of all the amounts.
func (l ShownList) Metric() Metric { return CO2e{m: l.metric}.Metric() }

// String is the numbers as a sum: "11 + 10 + 10 = 31 kt".
func (l ShownList) String() string {
	var text []byte
	for i, p := range l.parts {
		if i > 0 {
			text = append(text, " + "...)
		}
		text = append(text, p.Number()...)
	}
	if len(l.parts) > 0 {
		text = append(text, " = "...)
	}
	return string(text) + l.total.String()
}

type jsonShownList struct {
	Metric string  `json:"metric"`
	Parts  []Shown `json:"parts"`
	Total  Shown   `json:"total"`
}

// MarshalJSON writes the parts and the total as texts with their unit.
func (l ShownList) MarshalJSON() ([]byte, error) {
	return json.Marshal(jsonShownList{l.Metric().String(), append([]Shown{}, l.parts...), l.total})
}
