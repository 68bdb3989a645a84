package crosswalk

import (
	"slices"

	"github.com/localghg/localghg/ghg"
)

// settleKeys leaves notation keys in the remainder that would say more, or something else,
// of the category that they would come to:
//
//   - a key that the other scheme does not have;
//   - IE where the category that it names has no single counterpart, or becomes the same;
//   - the key of a record that is lifted, or of one of several categories that become one,
//     unless each of them is reported: NO and NA only where all of them are NO or NA, other
//     keys where each has a number or a key. The category then is partly reported.
//
// A number with a key beside it moves with it. It reports whether a record stays that moved
// before.
func (w *walk) settleKeys() (changed bool) {
	for i := range w.steps {
		s := &w.steps[i]
		if s.to == "" || s.record.Value.Key() == ghg.KeyNone {
			continue
		}
		if why := w.refusesKey(*s); why != 0 {
			s.stay(why)
			changed = true
		}
	}
	has := w.reported()
	for i := range w.steps {
		s := &w.steps[i]
		if v := s.record.Value; s.to != "" && v.Key() != ghg.KeyNone && !v.IsNumber() && !w.speaksForAll(*s, has) {
			s.stay(KeyOfPart)
			changed = true
		}
	}
	return changed
}

// refusesKey says why a key cannot stand in the other scheme, or 0.
func (w *walk) refusesKey(s step) Reason {
	if !w.to.AllowsKey(s.record.Value.Key()) {
		return KeyUnknown
	}
	in, ok := s.record.Value.IncludedIn()
	if !ok {
		return 0
	}
	switch to := w.counterpart(in, s.record.Gas); {
	case to.Code == "":
		return PlaceUnknown
	case !s.record.Value.IsNumber() && to.Code == s.to:
		return IncludedHere
	}
	return 0
}

// parts is what moves of a category, or would but for this rule, by gas; the zero Gas stands for all together.
type parts map[string]map[ghg.Gas]reported

type reported struct{ none, other bool } // NO or NA; a number or another key

func (w *walk) reported() parts {
	out := parts{}
	for _, s := range w.steps {
		v := s.record.Value
		if v.IsMissing() || s.to == "" && s.why != KeyOfPart { // such a key still says that nothing is hidden
			continue
		}
		of := out[s.record.Category.Code]
		if of == nil {
			of = map[ghg.Gas]reported{}
			out[s.record.Category.Code] = of
		}
		was := of[s.record.Gas]
		if !v.IsNumber() && isNone(v.Key()) {
			was.none = true
		} else {
			was.other = true
		}
		of[s.record.Gas] = was
	}
	return out
}

func isNone(k ghg.Key) bool { return k == ghg.NO || k == ghg.NA }

// in is what is reported of a gas in a category. What is said of all gases together is said
// of each, and the other way round.
func (p parts) in(code string, gas ghg.Gas) (out reported) {
	for g, r := range p[code] {
		if g == gas || g.IsZero() || gas.IsZero() {
			out.none, out.other = out.none || r.none, out.other || r.other
		}
	}
	return out
}

// speaksForAll reports whether the key of a record may be said of the category that it
// comes to.
func (w *walk) speaksForAll(s step, has parts) bool {
	if s.lifted {
		return false
	}
	all := w.partsOf(s.route.rule)
	if len(all) == 1 {
		return true
	}
	for _, code := range all {
		r := has.in(code, s.record.Gas)
		if !r.none && !r.other || isNone(s.record.Value.Key()) && r.other {
			return false
		}
	}
	return true
}

// partsOf are the categories of the left that make up the category which a rule gives: those
// of the rule, and those that other rules take to it or to a part of it, such as I.4.4, which
// goes to 1.A.1.a, of 1.A.1.
func (w *walk) partsOf(rule int) []string {
	if known, ok := w.parts[rule]; ok {
		return known
	}
	from, to := w.rules[rule].from.codes(), w.rules[rule].to.terms[0].category.Code
	own, above := map[string]bool{}, map[string]bool{}
	for _, code := range from {
		own[code] = true
		for _, top := range w.left.path(code) {
			above[top] = true
		}
	}
	out := slices.Clone(from)
	for _, code := range w.into[to] {
		within := slices.ContainsFunc(w.left.path(code), func(top string) bool { return own[top] })
		if !within && !above[code] {
			out = append(out, code)
		}
	}
	w.parts[rule] = out
	return out
}
