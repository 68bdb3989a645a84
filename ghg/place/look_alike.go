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
	type alike struct {
		name string
		by   int
	}
	given := letters(key)
	most := 1
	if len(given) > 7 {
		most = 2
	}
	var found []alike
	for _, s := range t.spans {
		if !s.Holds(day) {
			continue
		}
		for _, name := range []string{s.Name, s.NameEn} {
			if by := distance(given, letters(words.Fold(name)), most); name != "" && by <= most {
				found = append(found, alike{s.Code + " " + name, by})
			}
		}
	}
	slices.SortFunc(found, func(a, b alike) int { return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.name, b.name)) })
	var out []string
	for _, x := range found[:min(len(found), 5)] {
		out = append(out, x.name)
	}
	return out
}

// letters are the letters of a name, those of a Hangul syllable one by one, so that 수언
// and 수원 differ by a letter.
func letters(name string) (out []rune) {
	const first, syllables, vowels, finals = 0xAC00, 11172, 21, 28
	for _, r := range name {
		n := r - first
		if n < 0 || n >= syllables {
			out = append(out, r)
			continue
		}
		out = append(out, 0x1100+n/(vowels*finals), 0x1161+n/finals%vowels)
		if final := n % finals; final > 0 {
			out = append(out, 0x11A7+final)
		}
	}
	return out
}

// distance is how many letters must be put in, left out or changed to make one word of
// another (Levenshtein), or more than most.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
