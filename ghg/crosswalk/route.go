package crosswalk

import (
	"slices"

	"github.com/localghg/localghg/ghg"
)

// route is where records of a category and gas go, or why they stay.
type route struct {
	to     string
	rule   int  // index
	lifted bool // to a category that holds more than the rule says
	why    Reason
}

// source is what decides where a record goes.
type source struct {
	code string
	gas  ghg.Gas
}

// router remembers where records go.
type router struct {
	*crosswalk
	placing Placing
	met     map[source]route
}

func (r *router) route(s source) route {
	if known, ok := r.met[s]; ok {
		return known
	}
	out := r.find(s)
	if out.to != "" {
		out = r.checked(s, out)
	}
	r.met[s] = out
	return out
}

// checked refuses a target that would change what a record counts.
func (r *router) checked(s source, out route) route {
	from, to := r.left.nodes[s.code], r.right.nodes[out.to]
	switch {
	case !to.Reportable:
		return route{why: NotReportable}
	case from.Memo != to.Memo && out.lifted:
		return route{why: r.whyNone(s, r.rulesOf(s.code, s.gas))}
	case from.Memo != to.Memo:
		return route{why: MemoDiffers}
	case s.gas == ghg.CH4 && from.CH4 != to.CH4:
		return route{why: OriginDiffers}
	}
	return out
}

// find looks at the rules of the category itself, and then, if records may be lifted, at
// those of the categories above it.
func (r *router) find(s source) route {
	own := r.rulesOf(s.code, s.gas)
	if out := r.single(own); out.to != "" || out.why == TwoPlaces {
		return out
	}
	if r.placing == CommonParent {
		out := r.sum(own)
		for _, above := range r.left.path(s.code)[1:] {
			if out.to != "" || out.why == TwoPlaces {
				break
			}
			rules := r.rulesOf(above, s.gas)
			if out = r.single(rules); out.to == "" && out.why == 0 {
				out = r.sum(rules)
			}
			if out.to != "" && !r.right.nodes[out.to].Reportable {
				out = route{}
			}
		}
		if out.to != "" {
			out.lifted = true
			return out
		}
	}
	return route{why: r.whyNone(s, own)}
}

// whyNone says why no rule takes a record.
func (r *router) whyNone(s source, own []int) Reason {
	_, none := r.without[s.code]
	switch {
	case len(own) > 0:
		return OnlySum
	case none:
		return KnownToHaveNone
	case len(r.of[s.code]) == 0:
		return NoRule
	case slices.ContainsFunc(r.of[s.code], func(i int) bool { return !r.rules[i].takes(s.gas) }):
		return OtherGas
	}
	return OnlySigned
}

// rulesOf are the rules without signs that have a category on the left, for a gas.
func (r *router) rulesOf(code string, gas ghg.Gas) (out []int) {
	for _, i := range r.of[code] {
		if rule := r.rules[i]; rule.takes(gas) && !rule.isSigned() {
			out = append(out, i)
		}
	}
	return out
}

// single is the one category that rules give: 1:1 before n:1, a rule for one gas before one
// for all, and of categories within each other the lowest.
func (r *router) single(rules []int) route {
	for _, kind := range []Kind{OneToOne, ManyToOne} {
		for _, limited := range []bool{true, false} {
			var targets []string
			var from []int
			for _, i := range rules {
				if rule := r.rules[i]; rule.Kind() == kind && rule.gas.IsZero() != limited {
					targets, from = append(targets, rule.to.terms[0].category.Code), append(from, i)
				}
			}
			if len(targets) == 0 {
				continue
			}
			to := r.right.deepest(targets)
			if to == "" {
				return route{why: TwoPlaces}
			}
			return route{to: to, rule: from[slices.Index(targets, to)]}
		}
	}
	return route{}
}

// sum is the lowest category that holds what a sum of rules is of.
func (r *router) sum(rules []int) route {
	var targets []string
	var from []int
	for _, i := range rules {
		if k := r.rules[i].Kind(); k != OneToMany && k != ManyToMany {
			continue
		}
		if top := r.right.common(r.rules[i].to.codes()); top != "" {
			targets, from = append(targets, top), append(from, i)
		}
	}
	if len(targets) == 0 {
		return route{}
	}
	to := r.right.deepest(targets)
	if to == "" {
		return route{why: TwoPlaces}
	}
	return route{to: to, rule: from[slices.Index(targets, to)]}
}
