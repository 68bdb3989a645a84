package place

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// FindingWithoutSuffix is the code of a name that was found without its suffix: "광주" for
// 광주시.
const FindingWithoutSuffix = "matched-without-suffix"

// indexNames finds the spans of each name, and of each name without its suffix.
func (t *table) indexNames() {
	t.named, t.stems = map[string][]int{}, map[string][]int{}
	for i, s := range t.spans {
		keep := func(index map[string][]int, name string) {
			key := words.Fold(name)
			if n := len(index[key]); key != "" && (n == 0 || index[key][n-1] != i) {
				index[key] = append(index[key], i)
			}
		}
		for _, name := range append([]string{s.Name, s.NameEn}, s.OtherNames...) {
			keep(t.named, name)
		}
		stem, ends := t.stem(s.Name)
		if ends && stem == "" {
			continue // 중구 is not "중", and Jung-gu not "Jung"
		}
		keep(t.stems, stem)
		stem, _ = t.stem(s.NameEn)
		keep(t.stems, stem)
	}
}

// stem is a name without its suffix, or "" where that is a single syllable, and whether
// it ends in one.
func (t *table) stem(name string) (stem string, ends bool) {
	for _, suffix := range t.suffixes {
		if stem, ends := strings.CutSuffix(name, suffix); ends {
			if utf8.RuneCountInString(stem) < 2 {
				stem = ""
			}
			return stem, true
		}
	}
	return "", false
}

// match is a place that a name finds.
type match struct {
	span    int
	stemmed bool
}

// match finds the places of a name on a day, in the order of codes.
func (t *table) match(name string, day ghg.Date) (out []match) {
	key := words.Fold(name)
	for _, i := range t.named[key] {
		if t.spans[i].Holds(day) {
			out = append(out, match{i, false})
		}
	}
	exact := len(out)
	for _, i := range t.stems[key] {
		isKnown := slices.ContainsFunc(out[:exact], func(m match) bool { return m.span == i })
		if t.spans[i].Holds(day) && !isKnown {
			out = append(out, match{i, true})
		}
	}
	slices.SortFunc(out, func(a, b match) int { return cmp.Compare(t.spans[a.span].Code, t.spans[b.span].Code) })
	return out
}

// ByName gives every place that a name may mean on a day, in the order of codes: a
// homonym such as 중구 or 고성군 has several, and none is picked. Names are read in the
// language of the country and in English; case, blanks and hyphens do not matter. A name
// without its suffix is found too, with a finding [FindingWithoutSuffix]. Parents may
// stand before a name, or behind it and a comma, to tell homonyms apart: "경남 고성군",
// "경기_수원시", "Jung-gu, Seoul".
//
// A name that nobody has on the day is a [*ghg.UnknownError] that tells who has it on
// other days, and look-alikes.
func (g Gazetteer) ByName(name string, day ghg.Date) ([]Place, ghg.Findings, error) {
	var findings ghg.Findings
	if err := g.checkDay(day); err != nil {
		return nil, findings, err
	}
	clean, err := ghg.ParsePlace(name)
	if err != nil {
		return nil, findings, err
	}
	if g.t == nil {
		return nil, findings, &ghg.UnknownError{What: "place", ID: name, Advice: "the gazetteer holds none"}
	}
	if day.Before(g.t.begins) {
		return nil, findings, &NotInForceError{Of: g.t.name, Code: string(clean), Day: day, BeforeTable: true, Begins: g.t.begins}
	}
	matches := g.t.match(string(clean), day)
	if len(matches) == 0 {
		matches = g.t.matchQualified(string(clean), day)
	}
	if len(matches) == 0 {
		return nil, findings, g.t.unknown(string(clean), day)
	}
	var out []Place
	for _, m := range matches {
		s := g.t.spans[m.span]
		out = append(out, g.t.place(m.span))
		if m.stemmed {
			findings.Add(ghg.Finding{Code: FindingWithoutSuffix, Severity: ghg.Warning, Of: s.Code, Stated: string(clean), Found: s.Name,
				Detail: "the name was found without its suffix: write the whole name, or the code"})
		}
	}
	return out, findings, nil
}

// matchQualified finds a name with parents before it, or behind it and a comma.
func (t *table) matchQualified(name string, day ghg.Date) []match {
	parts := qualified(name)
	for i := 1; i < len(parts); i++ {
		var out []match
		for _, m := range t.match(strings.Join(parts[i:], " "), day) {
			if t.isQualified(m.span, parts[:i], day) {
				out = append(out, m)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// qualified are the parts of a name, from the outermost parent to the place itself; of a
// name of very many, the first ones are one.
func qualified(name string) []string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' })
	if strings.Contains(name, ",") {
		parts = strings.Split(name, ",")
		slices.Reverse(parts)
	}
	const most = 5
	if more := len(parts) - most; more > 0 {
		parts = append([]string{strings.Join(parts[:more+1], " ")}, parts[more+1:]...)
	}
	return parts
}

// isQualified reports whether each of some names is of the place or of one above it.
func (t *table) isQualified(span int, names []string, day ghg.Date) bool {
	for _, name := range names {
		if !slices.ContainsFunc(t.match(name, day), func(m match) bool { return t.place(span).IsWithin(t.place(m.span), day) }) {
			return false
		}
	}
	return true
}

// Find is the one place that a record names, by code or by name, on a day. A name of
// several places is refused with all of them.
func (g Gazetteer) Find(id ghg.PlaceID, day ghg.Date) (Place, ghg.Findings, error) {
	if g.t != nil && len(g.t.byCode[strings.TrimSpace(string(id))]) > 0 {
		p, err := g.ByCode(string(id), day)
		return p, ghg.Findings{}, err
	}
	all, findings, err := g.ByName(string(id), day)
	switch {
	case err != nil:
		return Place{}, findings, err
	case len(all) == 1:
		return all[0], findings, nil
	}
	var list []string
	for _, p := range all {
		s, _ := p.On(day) // it was found on that day
		text := s.String()
		if above, ok := p.Parent(day); ok {
			s, _ := above.On(day)
			text += " (" + s.Name + ")"
		}
		list = append(list, text)
	}
	const most = 20
	if more := len(list) - most; more > 0 {
		list = append(list[:most], fmt.Sprintf("and %d more", more))
	}
	return Place{}, ghg.Findings{}, ghg.Refusal(g.t.name, "place", string(id),
		fmt.Sprintf("several places have the name on %s: write a code, or the parent before the name: %s", day, strings.Join(list, ", ")))
}
