package crosswalk

import (
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// countedTwice are the groups of categories in which what a category has arrives more than
// once, by the method of climate_categories (find_over_counting_problems), and for each gas
// that rules are limited to:
//
// What a category has is part of what those above it have. The right sides of all rules in
// which it or one above it stands are the places where it arrives. Those places that hold
// no other are the last ones, and should be one place: if the union of the last places is
// larger than the largest of them, it arrives in two. Rules with signs are left out.
func (x *crosswalk) countedTwice(code string) []string {
	for _, gas := range x.gases() {
		var places [][]string
		var hull []string
		for _, c := range x.left.path(code) {
			for _, i := range x.of[c] {
				r := x.rules[i]
				counts := r.from.terms[r.from.index(c)].factor == 1
				if to := r.to.codes(); counts && len(to) > 0 && (r.gas.IsZero() || r.gas == gas) {
					places, hull = append(places, to), append(hull, to...)
				}
			}
		}
		holds := map[string]bool{} // what holds something of the hull
		for _, c := range hull {
			for _, top := range x.right.path(c)[1:] {
				holds[top] = true
			}
		}
		last := slices.DeleteFunc(places, func(place []string) bool {
			return slices.ContainsFunc(place, func(top string) bool { return holds[top] })
		})
		if groups := apart(last); len(groups) > 0 {
			return groups
		}
	}
	return nil
}

// apart are the places, if their union is larger than the largest of them.
func apart(places [][]string) (groups []string) {
	union, largest := map[string]bool{}, 0
	for _, place := range places {
		largest = max(largest, len(place))
		for _, c := range place {
			union[c] = true
		}
	}
	if len(union) == largest {
		return nil
	}
	said := map[string]bool{}
	for _, place := range places {
		if text := strings.Join(place, " + "); !said[text] {
			said[text] = true
			groups = append(groups, text)
		}
	}
	return groups
}

// gases are none, for rules that hold for all gases, and those that rules are limited to.
func (x *crosswalk) gases() []ghg.Gas {
	out := []ghg.Gas{{}}
	for _, r := range x.rules {
		if !slices.Contains(out, r.gas) {
			out = append(out, r.gas)
		}
	}
	return out
}
