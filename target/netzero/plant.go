package netzero

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// maxPlants is how many plants a pledge may name.
const maxPlants = 1000

// Plant is what is known of a power plant: by a report, a permit or a plan, or as the
// records of a check tell it.
type Plant struct {
	Name     string       // as records name it in Facility
	Fuel     string       // as records name fuels; "" where it is not stated
	Began    ghg.When     // the first day of generation; not stated where it is not known
	Status   ghg.Status   // [ghg.Projected] where it is planned
	Capacity ghg.Quantity // of the plant; unset where it is not stated
	// Yearly is what the plant emits in a year, as stated; unset where it is not.
	Yearly   ghg.CO2e
	Replaces []Plant // whose place it takes: it is not silently a new plant, nor silently none
	Source   string
}

// String is the plant in a few words: "Seongseo (LNG), 250 MW".
func (p Plant) String() string {
	s := words.Clip(p.Name, maxText)
	if p.Fuel != "" {
		s += " (" + words.Clip(p.Fuel, ghg.MaxName) + ")"
	}
	if !p.Capacity.IsUnset() {
		s += ", " + p.Capacity.String()
	}
	return s
}

func (p Pledge) plantFaults(out *ghg.Faults) {
	if len(p.Plants) > maxPlants {
		out.Refuse(p.of(), "plants", strconv.Itoa(len(p.Plants)), fmt.Sprintf("at most %d plants are read", maxPlants))
		return
	}
	for i, plant := range p.Plants {
		of := fmt.Sprintf("%s, plant %d", p.of(), i+1)
		plant.faults(of, out)
		if len(plant.Replaces) > maxPlants {
			out.Refuse(of, "replaces", strconv.Itoa(len(plant.Replaces)), fmt.Sprintf("at most %d plants are read", maxPlants))
			continue
		}
		for j, old := range plant.Replaces {
			old.faults(fmt.Sprintf("%s, replaces %d", of, j+1), out)
			if len(old.Replaces) > 0 {
				out.Refuse(of, "replaces", old.Name, "a plant that is replaced replaces none: name them one after another")
			}
		}
	}
}

func (p Plant) faults(of string, out *ghg.Faults) {
	if foldName(p.Name) == "" || len(p.Name) > ghg.MaxName {
		out.Refuse(of, "name", p.Name, fmt.Sprintf("a name of 1 to %d bytes is needed, as records name the facility", ghg.MaxName))
	}
	if p.Status > ghg.Projected {
		out.Refuse(of, "status", p.Status.String(), "a status that exists is needed")
	}
	if strings.TrimSpace(p.Source) == "" || len(p.Source) > maxText {
		out.Refuse(of, "source", p.Source, "name the document")
	}
}

// was are the capacity of the plants whose place it takes, and what they emit in a year;
// unset where one of them does not state it.
func (p Plant) was() (capacity ghg.Quantity, yearly ghg.CO2e) {
	for i, o := range p.Replaces {
		if i == 0 {
			capacity, yearly = o.Capacity, o.Yearly
			continue
		}
		if sum, err := capacity.Add(o.Capacity); err == nil && !o.Capacity.IsUnset() && !capacity.IsUnset() {
			capacity = sum
		} else {
			capacity = ghg.Quantity{}
		}
		if sum, err := yearly.Add(o.Yearly); err == nil && !o.Yearly.IsUnset() && !yearly.IsUnset() {
			yearly = sum
		} else {
			yearly = ghg.CO2e{}
		}
	}
	return capacity, yearly
}

// Growth is (is - was)/was of capacity and of yearly emissions against the plants whose
// place it takes; undefined where one of the two is not stated.
func (p Plant) Growth() (capacity, yearly ghg.Ratio) {
	capacity, yearly = ghg.Undefined("a capacity is not stated"), ghg.Undefined("what a year emits is not stated")
	capacityWas, yearlyWas := p.was()
	if !capacityWas.IsUnset() && !p.Capacity.IsUnset() {
		capacity = ghg.Undefined("the capacities are not in units of one kind")
		if was, err := capacityWas.In(p.Capacity.Unit()); err == nil {
			capacity = growthOf(was.Amount(), p.Capacity.Amount(), "the old capacity is 0")
		}
	}
	if !yearlyWas.IsUnset() && !p.Yearly.IsUnset() {
		yearly = ghg.Undefined("the amounts are on two metrics")
		if _, err := p.Yearly.Cmp(yearlyWas); err == nil {
			yearly = growthOf(yearlyWas.Tonnes(), p.Yearly.Tonnes(), "the old one emitted 0")
		}
	}
	return capacity, yearly
}

func growthOf(was, is decimal.Decimal, why string) ghg.Ratio {
	if !was.IsPositive() {
		return ghg.Undefined(why)
	}
	return ghg.Quotient(is.Sub(was), was, why)
}

// growth is "+468.2%", or why there is none.
func growth(r ghg.Ratio) string {
	if v, ok := r.Value(); ok && !v.IsNegative() {
		return "+" + r.Percent(1)
	}
	return r.Percent(1)
}

// The sentences of a replacement.
var (
	takesThePlace = words.Term{En: "%s: %s takes the place of %s%s", Ko: "%[1]s: %[3]s을(를) %[2]s(으)로 대체%[4]s"}
	isPlanned     = words.Term{En: " (planned)", Ko: " (계획)"}
	capacityGrows = words.Term{En: "%s to %s (%s)", Ko: "용량 %s → %s (%s)"}
	yearlyGrows   = words.Term{En: "%s to %s a year (%s)", Ko: "연간 %s → %s (%s)"}
	yearlyIs      = words.Term{En: "%s a year, what the old one emitted is not stated", Ko: "연간 %s, 기존 배출량은 제시되지 않음"}
)

// replacing is what it takes the place of, with its growth.
func (p Plant) replacing() words.Term {
	var old []string
	for _, o := range p.Replaces {
		old = append(old, o.String())
	}
	planned := words.Term{}
	if p.Status == ghg.Projected {
		planned = isPlanned
	}
	parts := []words.Term{takesThePlace.With(words.Clip(p.Name, maxText), p, shortList(old), planned)}
	capacityWas, yearlyWas := p.was()
	capacity, yearly := p.Growth()
	if !capacityWas.IsUnset() && !p.Capacity.IsUnset() {
		parts = append(parts, capacityGrows.With(capacityWas, p.Capacity, growth(capacity)))
	}
	switch {
	case !yearlyWas.IsUnset() && !p.Yearly.IsUnset():
		parts = append(parts, yearlyGrows.With(yearlyWas, p.Yearly, growth(yearly)))
	case !p.Yearly.IsUnset():
		parts = append(parts, yearlyIs.With(p.Yearly))
	}
	return words.Join(parts, "; ")
}
