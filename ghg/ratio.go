package ghg

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// RatioPlaces is the precision of a [Ratio] in decimal places. It is rounded
// once, half away from zero.
const RatioPlaces = 12

// notComputed is why the zero Ratio has no value.
const notComputed = "not computed"

// Ratio is a signed number without unit, or with one that stands beside it, or no
// number and the reason why: a ratio to zero is undefined, and never 0. The zero Ratio
// is undefined.
type Ratio struct {
	value decimal.Decimal
	ok    bool
	why   string
}

// Undefined is a ratio without a number, for the reason given.
func Undefined(why string) Ratio { return Ratio{why: why} }

// Quotient is a/b to [RatioPlaces], or undefined for the reason given where b
// is zero.
func Quotient(a, b decimal.Decimal, why string) Ratio {
	v, err := exact.Quotient(a, b, RatioPlaces)
	if err != nil {
		return Undefined(why)
	}
	return Ratio{value: v, ok: true}
}

// Value is the number, and whether there is one.
func (r Ratio) Value() (decimal.Decimal, bool) { return r.value, r.ok }

// IsDefined reports whether there is a number.
func (r Ratio) IsDefined() bool { return r.ok }

// Undefined is the reason why there is no number, or "".
func (r Ratio) Undefined() string {
	if !r.ok && r.why == "" {
		return notComputed
	}
	return r.why
}

// String is the number, or "undefined: " and the reason.
func (r Ratio) String() string {
	if !r.ok {
		return "undefined: " + r.Undefined()
	}
	return r.value.String()
}

// Percent is the ratio as a percentage with a fixed number of decimal places,
// rounded half away from zero: "13.04%". Where there is no number it is what
// String gives.
func (r Ratio) Percent(places int32) string {
	if !r.ok {
		return r.String()
	}
	return r.value.Shift(2).StringFixed(places) + "%"
}

// RatioOf is a ratio known as a number, every digit kept.
func RatioOf(v decimal.Decimal) Ratio { return Ratio{value: v, ok: true} }

// MarshalJSON writes {"value": "0.75"}, or {"value": null, "undefined": why}.
func (r Ratio) MarshalJSON() ([]byte, error) {
	out := struct {
		Value     *string `json:"value"`
		Undefined string  `json:"undefined,omitempty"`
	}{nil, r.Undefined()}
	if r.ok {
		value := r.value.String()
		out.Value = &value
	}
	return json.Marshal(out)
}
