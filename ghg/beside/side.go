package beside

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
)

// Side is one of the two inventories, as it is read for its total: through a view, in a
// metric.
type Side struct {
	// Name is what a reader calls it: "own inventory", "자체 인벤토리".
	Name      words.Term
	Inventory ghg.Inventory
	View      ghg.View // of the inventory's own scheme
	Metric    ghg.Metric

	// Crosswalk takes its lines to the categories of the comparison, and Placing says what
	// becomes of those without one category. The zero Crosswalk leaves them where they are.
	Crosswalk crosswalk.Crosswalk
	Placing   crosswalk.Placing

	// Calculations are activity and factor of categories, so far as they are stated.
	Calculations []Calculation
}

// Calculation is how a category was computed, as the compiler of an inventory states it:
// activity × factor.
type Calculation struct {
	Category string // a code of the side's own scheme
	// Of is what it is of, where a category has several: "electricity", "heat". Both sides
	// must call it the same.
	Of       string
	Activity ghg.Quantity
	Factor   factor.Emission
	// ActivitySource and FactorSource are the statistics and the document, "" where they are
	// not stated.
	ActivitySource, FactorSource string
}

// Bounds of what a caller gives.
const (
	maxCalculations = 10_000
	maxText         = 1000 // bytes of one text
)

// check adds what does not stand in a side.
func (s Side) check(of string, faults *ghg.Faults) {
	for _, t := range [2]struct{ field, text string }{{"name (En)", s.Name.En}, {"name (Ko)", s.Name.Ko}} {
		checkName(of, t.field, t.text, faults)
	}
	if n := len(s.Calculations); n > maxCalculations {
		faults.Refuse(of, "calculations", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxCalculations))
		return
	}
	for i, c := range s.Calculations {
		c.check(fmt.Sprintf("%s, calculation %d", of, i+1), s.Inventory.Scheme(), faults)
	}
}

func checkName(of, field, text string, faults *ghg.Faults) {
	if strings.TrimSpace(text) == "" || len(text) > ghg.MaxName {
		faults.Refuse(of, field, text, fmt.Sprintf("a name of 1 to %d bytes is needed, which readers are shown", ghg.MaxName))
	}
}

func (c Calculation) check(of string, scheme ghg.Scheme, faults *ghg.Faults) {
	if _, err := scheme.Category(c.Category); err != nil {
		faults.Add(ghg.Fault{Code: ghg.FaultUnknownCategory, Of: of, Field: "category", Value: c.Category, Detail: err.Error()})
	}
	if c.Activity.IsUnset() {
		faults.Refuse(of, "activity", "", "a quantity with its unit is needed")
	}
	if c.Factor.IsZero() {
		faults.Refuse(of, "factor", "", "an emission factor is needed")
	} else if err := c.meets(c.Activity); err != nil && !c.Activity.IsUnset() {
		faults.Refuse(of, "activity", c.Activity.String(), err.Error())
	}
	for _, t := range [...]struct{ field, text string }{
		{"of", c.Of}, {"activity source", c.ActivitySource}, {"factor source", c.FactorSource}} {
		if len(t.text) > maxText {
			faults.Refuse(of, t.field, t.text, fmt.Sprintf("at most %d bytes are allowed", maxText))
		}
	}
}
