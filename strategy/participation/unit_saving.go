package participation

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// UnitSaving is what one person or household saves in a year by an action: an
// amount, or parts that add up to it. It is immutable; the zero UnitSaving is
// unknown, and an action that has it is not quantified.
type UnitSaving struct {
	co2e   ghg.CO2e
	parts  []SavingPart
	source string
	known  bool
}

// SavingPart is a part of a unit saving: an amount of energy, water or goods
// times its emission factor.
type SavingPart struct {
	What     string       // "electricity"
	Quantity ghg.Quantity // a year: "12.4 kWh"
	Factor   ghg.CO2e     // for one of the unit of the quantity
	Source   string       // of quantity and factor
}

// Saves is a unit saving as an amount a year, above 0.
func Saves(amount ghg.CO2e, source string) (UnitSaving, error) {
	if amount.Sign() <= 0 {
		return UnitSaving{}, ghg.Refusal("unit saving", "amount", amount.String(), "above 0 is allowed")
	}
	return UnitSaving{co2e: amount, source: source, known: true}, nil
}

const maxParts = 100

// SavesParts is a unit saving as the sum of quantity × factor, exactly. A part
// may be negative, as where a heat pump needs power; the sum may not. Factors
// are on one metric.
func SavesParts(parts ...SavingPart) (UnitSaving, error) {
	if n := len(parts); n == 0 || n > maxParts {
		return UnitSaving{}, ghg.Refusal("unit saving", "parts", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxParts))
	}
	var faults ghg.Faults
	for i, p := range parts {
		of := fmt.Sprintf("unit saving, part %d", i+1)
		if p.What == "" || len(p.What) > ghg.MaxName {
			faults.Refuse(of, "what", p.What, fmt.Sprintf("a name of at most %d bytes is needed, such as electricity", ghg.MaxName))
		}
		if p.Quantity.IsUnset() {
			faults.Refuse(of, "quantity", "", "a number with its unit is needed, such as 12.4 kWh")
		}
	}
	if err := faults.Err(); err != nil {
		return UnitSaving{}, err
	}
	s := UnitSaving{parts: slices.Clone(parts), known: true}
	for i, p := range parts {
		c, err := p.Factor.Scale(p.Quantity.Amount())
		if err == nil && i > 0 {
			c, err = s.co2e.Add(c)
		}
		if err != nil {
			return UnitSaving{}, fmt.Errorf("unit saving, %s: %w", p.What, err)
		}
		s.co2e = c
	}
	if s.co2e.Sign() <= 0 {
		return UnitSaving{}, ghg.Refusal("unit saving", "sum of the parts", s.co2e.String(), "above 0 is allowed")
	}
	return s, nil
}

// Known reports whether there is a saving, and not only the zero UnitSaving.
func (s UnitSaving) Known() bool { return s.known }

// CO2e is the saving of one unit in a year; 0 where it is not known.
func (s UnitSaving) CO2e() ghg.CO2e { return s.co2e }

// String is the saving as one line: "0.0751 tCO2e".
func (s UnitSaving) String() string {
	if !s.known {
		return "not quantified"
	}
	return s.co2e.String()
}

// Explain writes the saving with its parts or its source.
func (s UnitSaving) Explain() string {
	if len(s.parts) == 0 {
		if s.source == "" {
			return s.String()
		}
		return s.String() + " (" + s.source + ")"
	}
	var terms []string
	for _, p := range s.parts {
		term := fmt.Sprintf("%s %s × %s", p.Quantity, p.What, p.Factor)
		if p.Source != "" {
			term += " (" + p.Source + ")"
		}
		terms = append(terms, term)
	}
	return strings.Join(terms, " + ") + " = " + s.String()
}
