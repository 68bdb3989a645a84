package place

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// unknown says that nobody has a name on a day: who has it on other days, or without the
// parents that stand with it, and which names look alike.
func (t *table) unknown(name string, day ghg.Date) error {
	e := &ghg.UnknownError{Of: t.name + " on " + day.String(), What: "place", ID: name}
	key, said := words.Fold(name), "no place has that name then; there is "
	spans := slices.Concat(t.named[key], t.stems[key])
	for parts := qualified(name); len(spans) == 0 && len(parts) > 1; {
		parts = parts[1:]
		last := strings.Join(parts, " ")
		spans, said = t.named[words.Fold(last)], "no "+last+" is there then; there is "
	}
	var others []string
	for _, i := range spans {
		others = append(others, t.spans[i].String()+" "+t.spans[i].days())
	}
	const most = 5
	if more := len(others) - most; more > 0 {
		others = append(others[:most], fmt.Sprintf("and %d more", more))
	}
	e.Allowed = t.lookAlikes(key, day)
	switch {
	case len(others) > 0:
		e.Advice = said + strings.Join(others, ", ")
	case len(e.Allowed) > 0:
		e.Advice = "no place has that name; names that look alike: " + strings.Join(e.Allowed, ", ")
	default:
		e.Advice = "no place has that name, nor one that looks alike"
	}
	return e
}

// lookAlikes are the names on a day that differ from a folded one by a letter, or by two
// where it is long: at most five, the nearest first.
func (t *table) lookAlikes(key string, day ghg.Date) []string {
	type found struct {
		name string
		by   int
	}
	var all []found
	for _, s := range t.spans {
		if !s.Holds(day) {
			continue
		}
		for _, name := range []string{s.Name, s.NameEn} {
			if by, alike := words.Alike(key, name); alike {
				all = append(all, found{s.Code + " " + name, by})
			}
		}
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.name, b.name)) })
	var out []string
	for _, x := range all[:min(len(all), 5)] {
		out = append(out, x.name)
	}
	return out
}
