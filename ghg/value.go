package ghg

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Value is what a record reports: a mass of its gas, an amount of CO2e, a
// notation key, a number and a key together (partly reported), or nothing. The
// zero Value is missing, which is not 0. Values are made by the functions
// below only. Compare with [Value.Equal]: == compares how the value is stored.
type Value struct { // 24 bytes
	n       int64      // low word of the coefficient of the number, in tonnes
	more    *valueMore // what few values have; never changed once made
	gas     Gas        // that the mass said it is of
	exp     int8       // of the number
	kind    valueKind
	key     Key
	metric  uint8 // of an amount of CO2e: 1 + its index in commonMetrics, or 0
	written uint8 // how the text was written that it was read from, or 0
	entry   Entry // how it was entered
}

// valueMore is what a value has beyond a number of one word in a published
// metric. It is shared by values, and replaced, never changed.
type valueMore struct {
	hi     int64            // what the high word of the coefficient is beyond the sign of the low one
	long   *decimal.Decimal // a number that no inventory takes
	metric Metric           // one of the user's own
	why    string           // explanation of the key
	in     *Category        // where IE points
	text   string           // that it was read from, where written does not say
}

type valueKind uint8

const (
	missing valueKind = iota
	emitted
	equivalent
)

// commonMetrics are those that a value keeps by their index.
var commonMetrics = append([]Metric{Unstated}, published()...)

// numeric is a value of a kind with a number.
func numeric(kind valueKind, t decimal.Decimal) Value {
	n, ok := numberOf(t)
	if !ok || n.exp < math.MinInt8 || n.exp > math.MaxInt8 {
		long := t // the parameter itself would move to the heap in every call
		return Value{kind: kind, more: &valueMore{long: &long}}
	}
	return valueOf(kind, n)
}

// valueOf is a value of a kind with a number whose exponent fits in a byte.
func valueOf(kind valueKind, n number) Value {
	v := Value{kind: kind, n: int64(n.lo), exp: int8(n.exp)}
	if hi := n.hi - v.n>>63; hi != 0 {
		v.more = &valueMore{hi: hi}
	}
	return v
}

// number is the number of a value that an inventory took.
func (v Value) number() number {
	n := smallNumber(v.n, int32(v.exp))
	if v.more != nil {
		n.hi += v.more.hi
	}
	return n
}

// t is the number as a decimal, in tonnes.
func (v Value) t() decimal.Decimal {
	if v.more != nil && v.more.long != nil {
		return *v.more.long
	}
	return v.number().decimal()
}

// check refuses a number that no inventory takes.
func (v Value) check() error {
	// 38 digits are less than 2^126. A word has at most 19, and an exponent adds zeros.
	if v.more == nil && v.exp <= 19 && v.exp >= -exact.MaxExponent ||
		v.more != nil && v.more.long == nil && v.exp <= 0 && v.exp >= -exact.MaxExponent && v.number().isBelow126() {
		return nil
	}
	return exact.Check(v.t())
}

func (v Value) metricOf() Metric {
	switch {
	case v.metric > 0:
		return commonMetrics[v.metric-1]
	case v.more != nil:
		return v.more.metric
	}
	return Metric{}
}

// withMetric says which metric an amount of CO2e is on.
func (v Value) withMetric(m Metric) Value {
	if i := slices.Index(commonMetrics, m); i >= 0 {
		v.metric = uint8(i + 1)
		return v
	}
	v.metric = 0
	return v.with(func(x *valueMore) { x.metric = m })
}

// with is the value with something more of what few have.
func (v Value) with(change func(*valueMore)) Value {
	var more valueMore
	if v.more != nil {
		more = *v.more
	}
	if change(&more); more == (valueMore{}) {
		v.more = nil
		return v
	}
	v.more = &more
	return v
}

// withKey is the value with the key of another, and what that says of it.
func (v Value) withKey(o Value) Value {
	v.key = o.key
	if v.more == nil && (o.more == nil || o.more.text == "") {
		v.more = o.more // a key has no number
		return v
	}
	return v.with(func(x *valueMore) {
		x.why, x.in = "", nil
		if o.more != nil {
			x.why, x.in = o.more.why, o.more.in
		}
	})
}

// explained is the value with what the reporter says of it.
func (v Value) explained(why string) Value {
	if why == "" && v.more == nil {
		return v
	}
	return v.with(func(x *valueMore) { x.why = why })
}

// includedIn says where IE points, for readers.
func (v Value) includedIn(c Category) Value { return v.with(func(x *valueMore) { x.in = &c }) }

// ErrNoExplanation says that a notation key came without an explanation, which
// the GPC requires (1.1, chapter 2.2).
var ErrNoExplanation = errors.New("a notation key needs an explanation")

// Emitted is a mass of the record's gas.
func Emitted(m Mass) Value {
	v := numeric(emitted, m.t)
	v.gas = m.gas
	return v
}

// Equivalent is a figure reported as CO2e: of the record's gas, or of all
// gases together where the record names none.
func Equivalent(c CO2e) Value { return numeric(equivalent, c.t).withMetric(c.Metric()) }

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
	return KeyedAsFound(k, explanation), nil
}

// KeyedAsFound is a key as files hold it, with or without an explanation; a
// finding follows where it is missing.
func KeyedAsFound(k Key, explanation string) Value { return Value{key: k}.explained(explanation) }

// IncludedIn is the key IE with the category that holds the emissions; an empty
// explanation is refused with [ErrNoExplanation].
func IncludedIn(c Category, explanation string) (Value, error) {
	switch {
	case c == Category{}:
		return Value{}, errors.New("IE must name the category that holds the emissions")
	case strings.TrimSpace(explanation) == "":
		return Value{}, fmt.Errorf("IE: %w", ErrNoExplanation)
	}
	return KeyedAsFound(IE, explanation).includedIn(c), nil
}

// Partly joins a number and a key: the number is reported, the rest has the
// key. NO and NA deny that there is anything, and cannot stand beside a number; nor
// can a 0 beside any key: nothing of it is reported, and the key alone says so.
func Partly(number, rest Value) (Value, error) {
	if number.kind == missing || number.key != KeyNone || rest.kind != missing || rest.key == KeyNone {
		return Value{}, errors.New("a partly reported value needs a number and a key")
	}
	if rest.key == NO || rest.key == NA {
		return Value{}, fmt.Errorf("%s cannot stand beside a number", rest.key)
	}
	if number.t().IsZero() {
		return Value{}, fmt.Errorf("0 beside %s is no number: report the key alone", rest.key)
	}
	return number.withKey(rest), nil
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
	return Mass{v.t(), v.gas}, true
}

// CO2e is the amount of CO2e, if that was reported.
func (v Value) CO2e() (CO2e, bool) {
	if v.kind != equivalent {
		return CO2e{}, false
	}
	return CO2e{v.t(), v.metricOf()}, true
}

// Key is the notation key, or [KeyNone].
func (v Value) Key() Key { return v.key }

// IncludedIn is where a key IE says that the emissions are.
func (v Value) IncludedIn() (Category, bool) {
	if v.more == nil || v.more.in == nil {
		return Category{}, false
	}
	return *v.more.in, *v.more.in != Category{}
}

// Explanation is what the reporter says of the key.
func (v Value) Explanation() string {
	if v.more == nil {
		return ""
	}
	return v.more.why
}

// String is the value as a table shows it: "12.5 t", "40 tCO2e (AR5)", "IE
// (II.1.1)", "3 t, NE", "0 t, confirmed" or "missing".
func (v Value) String() string { return v.withEntry(v.text()) }

func (v Value) text() string {
	s := v.numberText()
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
	if in, _ := v.IncludedIn(); in.Code != "" {
		s += " (" + in.Code + ")"
	}
	return s
}

// numberText is the number as String prints it.
func (v Value) numberText() string {
	switch v.kind {
	case emitted:
		return Mass{v.t(), v.gas}.String()
	case equivalent:
		return CO2e{v.t(), v.metricOf()}.String()
	}
	return ""
}

// MarshalText writes what String prints, for reading by people: a record as a
// whole is exchanged by [Record.MarshalJSON] and [WriteCSV].
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Equal reports whether two values report the same: number, metric, key,
// place, explanation and entry. The text that they were read from does not matter.
func (v Value) Equal(o Value) bool {
	inV, _ := v.IncludedIn()
	inO, _ := o.IncludedIn()
	return v.kind == o.kind && v.gas == o.gas && v.key == o.key && v.entry == o.entry && inV == inO &&
		v.Explanation() == o.Explanation() && v.metricOf().ID() == o.metricOf().ID() && v.t().Equal(o.t())
}
