package participation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
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
	What     string // "electricity"
	Quantity decimal.Decimal
	Unit     string   // "kWh"
	Factor   ghg.CO2e // for one unit
	Source   string   // of quantity and factor
}

// Saves is a unit saving as an amount a year, above 0.
func Saves(amount ghg.CO2e, source string) (UnitSaving, error) {
	if amount.Sign() <= 0 {
		return UnitSaving{}, fmt.Errorf("unit saving of %s: above 0 is allowed", amount)
	}
	return UnitSaving{co2e: amount, source: source, known: true}, nil
}

const maxParts = 100

// SavesParts is a unit saving as the sum of quantity × factor, exactly. A part
// may be negative, as where a heat pump needs power; the sum may not. Factors
// are on one metric.
func SavesParts(parts ...SavingPart) (UnitSaving, error) {
	if len(parts) == 0 || len(parts) > maxParts {
		return UnitSaving{}, fmt.Errorf("unit saving of %d parts: 1 to %d are allowed", len(parts), maxParts)
	}
	s := UnitSaving{parts: slices.Clone(parts), known: true}
	for i, p := range parts {
		if p.What == "" || p.Unit == "" {
			return UnitSaving{}, fmt.Errorf("unit saving, part %d: a name and a unit are needed, such as electricity in kWh", i+1)
		}
		c, err := p.Factor.Scale(p.Quantity)
		if err == nil && i > 0 {
			c, err = s.co2e.Add(c)
		}
		if err != nil {
			return UnitSaving{}, fmt.Errorf("unit saving, %.60s: %w", p.What, err)
		}
		s.co2e = c
	}
	if s.co2e.Sign() <= 0 {
		return UnitSaving{}, fmt.Errorf("unit saving of %s: above 0 is allowed", s.co2e)
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
		term := fmt.Sprintf("%s %s %s × %s", p.Quantity, p.Unit, p.What, p.Factor)
		if p.Source != "" {
			term += " (" + p.Source + ")"
		}
		terms = append(terms, term)
	}
	return strings.Join(terms, " + ") + " = " + s.String()
}
