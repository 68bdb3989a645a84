package ghg

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// Value is what a record reports: a mass of its gas, an amount of CO2e, a
// notation key, a number and a key together (partly reported), or nothing. The
// zero Value is missing, which is not 0. Values are made by the functions
// below only.
type Value struct {
	t      decimal.Decimal
	metric Metric // of an amount of CO2e
	why    string // explanation of the key
	in     Category
	gas    Gas // that the mass said it is of
	kind   valueKind
	key    Key
}

type valueKind uint8

const (
	missing valueKind = iota
	emitted
	equivalent
)

// ErrNoExplanation says that a notation key came without an explanation, which
// the GPC requires (1.1, chapter 2.2).
var ErrNoExplanation = errors.New("a notation key needs an explanation")

// Emitted is a mass of the record's gas.
func Emitted(m Mass) Value { return Value{kind: emitted, t: m.t, gas: m.gas} }

// Equivalent is a figure reported as CO2e: of the record's gas, or of all
// gases together where the record names none.
func Equivalent(c CO2e) Value { return Value{kind: equivalent, t: c.t, metric: c.Metric()} }

// Keyed is a notation key with its explanation; an empty explanation is
// refused with [ErrNoExplanation]. For IE use [IncludedIn].
func Keyed(k Key, explanation string) (Value, error) {
	switch {
	case k == KeyNone || k > NA:
		return Value{}, fmt.Errorf("no notation key given: %s", k)
	case k == IE:
		return Value{}, errors.New("IE must say where: use IncludedIn")
	case strings.TrimSpace(explanation) == "":
		return Value{}, fmt.Errorf("%s: %w", k, ErrNoExplanation)
	}
	return Value{key: k, why: explanation}, nil
}

// KeyedAsFound is a key as files hold it, with or without an explanation; a
// finding follows where it is missing.
func KeyedAsFound(k Key, explanation string) Value { return Value{key: k, why: explanation} }

// IncludedIn is the key IE with the category that holds the emissions; an empty
// explanation is refused with [ErrNoExplanation].
func IncludedIn(c Category, explanation string) (Value, error) {
	switch {
	case c == Category{}:
		return Value{}, errors.New("IE must name the category that holds the emissions")
	case strings.TrimSpace(explanation) == "":
		return Value{}, fmt.Errorf("IE: %w", ErrNoExplanation)
	}
	return Value{key: IE, in: c, why: explanation}, nil
}

// Partly joins a number and a key: the number is reported, the rest has the
// key. NO and NA deny that there is anything, and cannot stand beside a number.
func Partly(number, rest Value) (Value, error) {
	if number.kind == missing || number.key != KeyNone || rest.kind != missing || rest.key == KeyNone {
		return Value{}, errors.New("a partly reported value needs a number and a key")
	}
	if rest.key == NO || rest.key == NA {
		return Value{}, fmt.Errorf("%s cannot stand beside a number", rest.key)
	}
	number.key, number.why, number.in = rest.key, rest.why, rest.in
	return number, nil
}

// IsMissing reports whether there is neither a number nor a key.
func (v Value) IsMissing() bool { return v.kind == missing && v.key == KeyNone }

// IsNumber reports whether there is a number, be it partly reported.
func (v Value) IsNumber() bool { return v.kind != missing }

// Mass is the mass of the record's gas, if that was reported.
func (v Value) Mass() (Mass, bool) {
	if v.kind != emitted {
		return Mass{}, false
	}
	return Mass{v.t, v.gas}, true
}

// CO2e is the amount of CO2e, if that was reported.
func (v Value) CO2e() (CO2e, bool) {
	if v.kind != equivalent {
		return CO2e{}, false
	}
	return CO2e{v.t, v.metric}, true
}

// Key is the notation key, or [KeyNone].
func (v Value) Key() Key { return v.key }

// IncludedIn is where a key IE says that the emissions are.
func (v Value) IncludedIn() (Category, bool) { return v.in, v.in != Category{} }

// Explanation is what the reporter says of the key.
func (v Value) Explanation() string { return v.why }

// includedIn says where IE points, for readers.
func (v Value) includedIn(c Category) Value { v.in = c; return v }

// String is the value as a table shows it: "12.5 t", "40 tCO2e (AR5)", "IE
// (II.1.1)", "3 t, NE" or "missing".
func (v Value) String() string {
	s := ""
	switch v.kind {
	case emitted:
		s = Mass{v.t, v.gas}.String()
	case equivalent:
		s = CO2e{v.t, v.metric}.String()
	}
	if v.key == KeyNone {
		if s == "" {
			return "missing"
		}
		return s
	}
	if s != "" {
		s += ", "
	}
	s += v.key.String()
	if v.in.Code != "" {
		s += " (" + v.in.Code + ")"
	}
	return s
}

// MarshalText writes what String prints, for reading by people: a record as a
// whole is exchanged by [Record.MarshalJSON] and [WriteCSV].
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Equal reports whether two values report the same: number, metric, key,
// place and explanation.
func (v Value) Equal(o Value) bool {
	return v.kind == o.kind && v.t.Equal(o.t) && v.metric.ID() == o.metric.ID() &&
		v.gas == o.gas && v.key == o.key && v.in == o.in && v.why == o.why
}
