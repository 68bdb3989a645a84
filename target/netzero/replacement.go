package netzero

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Replacement is a plant that takes the place of an old one, with its growth. It is
// stated apart: it is not silently a new plant, nor silently none.
type Replacement struct {
	Facility string
	Old, New string // the plants, or the fuels of one facility, in words
	Status   ghg.Status
	// From is when the new one began, as far as it is known.
	From string
	// CapacityWas and CapacityIs are unset where they are not stated, and Capacity, the
	// growth (is - was)/was, is undefined then.
	CapacityWas, CapacityIs ghg.Quantity
	Capacity                ghg.Ratio
	// YearlyWas and YearlyIs are what a year emits: as stated, or of the last year of the
	// old fuel and the first of the new one, in which CO2 counts as CO2e. Yearly is the
	// growth.
	YearlyWas, YearlyIs ghg.CO2e
	Yearly              ghg.Ratio

	noStart bool // whether it has begun is not known
}

// String is the replacement in one line, with its growth.
func (r Replacement) String() string {
	parts := []string{fmt.Sprintf("%s: %s takes the place of %s", r.Facility, r.New, r.Old)}
	if r.Status == ghg.Projected {
		parts[0] += " (planned)"
	}
	if !r.CapacityWas.IsUnset() && !r.CapacityIs.IsUnset() {
		parts = append(parts, fmt.Sprintf("%s to %s (%s)", r.CapacityWas, r.CapacityIs, growth(r.Capacity)))
	}
	switch {
	case !r.YearlyWas.IsUnset() && !r.YearlyIs.IsUnset():
		parts = append(parts, fmt.Sprintf("%s to %s a year (%s)", r.YearlyWas, r.YearlyIs, growth(r.Yearly)))
	case !r.YearlyIs.IsUnset():
		parts = append(parts, fmt.Sprintf("%s a year, what the old one emitted is not stated", r.YearlyIs))
	}
	return strings.Join(parts, "; ")
}

func (r Replacement) korean() string {
	parts := []string{fmt.Sprintf("%s: %s을(를) %s(으)로 대체", r.Facility, r.Old, r.New)}
	if !r.CapacityWas.IsUnset() && !r.CapacityIs.IsUnset() {
		parts = append(parts, fmt.Sprintf("용량 %s → %s (%s)", r.CapacityWas, r.CapacityIs, growth(r.Capacity)))
	}
	switch {
	case !r.YearlyWas.IsUnset() && !r.YearlyIs.IsUnset():
		parts = append(parts, fmt.Sprintf("연간 %s → %s (%s)", r.YearlyWas, r.YearlyIs, growth(r.Yearly)))
	case !r.YearlyIs.IsUnset():
		parts = append(parts, fmt.Sprintf("연간 %s, 기존 배출량은 제시되지 않음", r.YearlyIs))
	}
	return strings.Join(parts, "; ")
}

// growth is "+468.2%", or why there is none.
func growth(r ghg.Ratio) string {
	if v, ok := r.Value(); ok && !v.IsNegative() {
		return "+" + r.Percent(1)
	}
	return r.Percent(1)
}

// grow fills in the growth.
func (r Replacement) grow() Replacement {
	r.Capacity, r.Yearly = ghg.Undefined("a capacity is not stated"), ghg.Undefined("what a year emits is not stated")
	if !r.CapacityWas.IsUnset() && !r.CapacityIs.IsUnset() {
		r.Capacity = ghg.Undefined("the capacities are not in units of one kind")
		if was, err := r.CapacityWas.In(r.CapacityIs.Unit()); err == nil {
			r.Capacity = growthOf(was.Amount(), r.CapacityIs.Amount(), "the old capacity is 0")
		}
	}
	if !r.YearlyWas.IsUnset() && !r.YearlyIs.IsUnset() {
		r.Yearly = ghg.Undefined("the amounts are on two metrics")
		if _, err := r.YearlyIs.Cmp(r.YearlyWas); err == nil {
			r.Yearly = growthOf(r.YearlyWas.Tonnes(), r.YearlyIs.Tonnes(), "the old one emitted 0")
		}
	}
	return r
}

func growthOf(was, is decimal.Decimal, why string) ghg.Ratio {
	if !was.IsPositive() {
		return ghg.Undefined(why)
	}
	return ghg.Quotient(is.Sub(was), was, why)
}

// replacement is what a plant says of the plants whose place it takes.
func (p Plant) replacement() Replacement {
	r := Replacement{Facility: p.Name, New: p.String(), Status: p.Status, From: p.Began.String(), CapacityIs: p.Capacity, YearlyIs: p.Yearly}
	var old []string
	for i, o := range p.Replaces {
		old = append(old, o.String())
		if i == 0 {
			r.CapacityWas, r.YearlyWas = o.Capacity, o.Yearly
			continue
		}
		if sum, err := r.CapacityWas.Add(o.Capacity); err == nil && !o.Capacity.IsUnset() && !r.CapacityWas.IsUnset() {
			r.CapacityWas = sum
		} else {
			r.CapacityWas = ghg.Quantity{}
		}
		if sum, err := r.YearlyWas.Add(o.Yearly); err == nil && !o.Yearly.IsUnset() && !r.YearlyWas.IsUnset() {
			r.YearlyWas = sum
		} else {
			r.YearlyWas = ghg.CO2e{}
		}
	}
	r.Old = shortList(old)
	return r.grow()
}
