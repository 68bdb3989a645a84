package rollup

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// CategoryKeys are the places of a sum that have a notation key in a category, or
// nothing at all where a number or a key is required. Each list is in the order of codes.
type CategoryKeys struct {
	Category          ghg.Category  `json:"category,omitzero"`
	NotEstimated      []place.Place `json:"notEstimated,omitempty"`      // NE (FX with it): the sum lacks it
	Confidential      []place.Place `json:"confidential,omitempty"`      // C: the sum lacks it
	NotOccurring      []place.Place `json:"notOccurring,omitempty"`      // NO (NA with it): the sum lacks nothing
	IncludedElsewhere []place.Place `json:"includedElsewhere,omitempty"` // IE: in another category of the place
	// NotFound are those of IncludedElsewhere in whose other category there is no number, or
	// who do not say which it is.
	NotFound []place.Place `json:"notFound,omitempty"`
	Gaps     []place.Place `json:"gaps,omitempty"` // neither number nor key
}

// IsComplete reports whether the sum lacks nothing in the category.
func (k CategoryKeys) IsComplete() bool {
	return len(k.NotEstimated)+len(k.Confidential)+len(k.NotFound)+len(k.Gaps) == 0
}

// The codes of findings on the categories of a sum.
const (
	FindingNotEstimated = "not-estimated"      // by some of the places
	FindingConfidential = "confidential"       // of some of the places
	FindingIENotFound   = "included-not-found" // elsewhere
)

var (
	keyNotEstimated = words.Term{En: "%s: not estimated (NE) by %s, and the sum is lower by it",
		Ko: "%s: 산정하지 않음(NE), %s. 그만큼 합계가 적습니다"}
	keyConfidential = words.Term{En: "%s: confidential (C) of %s, and the sum is lower by it",
		Ko: "%s: 비공개(C), %s. 그만큼 합계가 적습니다"}
	keyNotFound = words.Term{En: "%s: included elsewhere (IE) by %s, and not known to be in a number elsewhere",
		Ko: "%s: 다른 항목에 포함(IE), %s. 어느 수치에 들어 있는지 확인되지 않습니다"}
	keyGap = words.Term{En: "%s: neither a number nor a key of %s, and the sum may be lower by it",
		Ko: "%s: 수치도 표기기호도 없음, %s. 합계가 적을 수 있습니다"}
)

// keyed gathers keys and gaps by category.
type keyed struct {
	at    map[ghg.Category]int
	list  []CategoryKeys
	where []pendingIE
}

// pendingIE is a key IE of which it is not known yet whether the other category has a
// number.
type pendingIE struct {
	category ghg.Category
	place    place.Place
	in       ghg.Category
}

func (k *keyed) of(c ghg.Category) *CategoryKeys {
	i, ok := k.at[c]
	if !ok {
		if k.at == nil {
			k.at = map[ghg.Category]int{}
		}
		i = len(k.list)
		k.at[c] = i
		k.list = append(k.list, CategoryKeys{Category: c})
	}
	return &k.list[i]
}

// see takes a key of a place in a category; in is where IE points.
func (k *keyed) see(p place.Place, c ghg.Category, key ghg.Key, in ghg.Category) {
	add := func(list *[]place.Place) {
		if n := len(*list); n == 0 || (*list)[n-1] != p { // one place comes after the other
			*list = append(*list, p)
		}
	}
	x := k.of(c)
	switch key {
	case ghg.NE, ghg.FX:
		add(&x.NotEstimated)
	case ghg.C:
		add(&x.Confidential)
	case ghg.NO, ghg.NA:
		add(&x.NotOccurring)
	case ghg.IE:
		add(&x.IncludedElsewhere)
		k.where = append(k.where, pendingIE{c, p, in})
	}
}

// gaps takes what a place leaves open of what is required.
func (k *keyed) gaps(c Counted) {
	for _, gap := range c.figure.coverage.Gaps {
		x := k.of(gap)
		x.Gaps = append(x.Gaps, c.Place)
	}
}

// settle says which of the keys IE were found, once the numbers of their place are known.
func (k *keyed) settle(hasNumber func(ghg.Category) bool) {
	for _, w := range k.where {
		if x := k.of(w.category); !hasNumber(w.in) && !slices.Contains(x.NotFound, w.place) {
			x.NotFound = append(x.NotFound, w.place)
		}
	}
	k.where = k.where[:0]
}

// tell puts the categories into the sum, in the order of the view, with their findings.
func (k *keyed) tell(s *Sum) {
	order := map[string]int{}
	for i, code := range s.View.Categories() {
		order[code] = i
	}
	slices.SortStableFunc(k.list, func(a, b CategoryKeys) int { return order[a.Category.Code] - order[b.Category.Code] })
	s.Keyed = k.list
	for _, kind := range []struct {
		code   string
		text   words.Term
		places func(CategoryKeys) []place.Place
	}{
		{FindingNotEstimated, keyNotEstimated, func(x CategoryKeys) []place.Place { return x.NotEstimated }},
		{FindingConfidential, keyConfidential, func(x CategoryKeys) []place.Place { return x.Confidential }},
		{FindingIENotFound, keyNotFound, func(x CategoryKeys) []place.Place { return x.NotFound }},
		{ghg.FindingGaps, keyGap, func(x CategoryKeys) []place.Place { return x.Gaps }},
	} {
		s.tellAlike(kind.code, kind.text, kind.places)
	}
}

// tellAlike tells once of all categories that the same places leave open.
func (s *Sum) tellAlike(code string, text words.Term, places func(CategoryKeys) []place.Place) {
	var open [][]place.Place
	var categories [][]ghg.Category
	for _, x := range s.Keyed {
		list := places(x)
		if len(list) == 0 {
			continue
		}
		i := slices.IndexFunc(open, func(o []place.Place) bool { return slices.Equal(o, list) })
		if i < 0 {
			i = len(open)
			open, categories = append(open, list), append(categories, nil)
		}
		categories[i] = append(categories[i], x.Category)
	}
	for i, list := range open {
		f := ghg.Finding{Code: code, Severity: ghg.Warning, Category: categories[i][0], Found: fmt.Sprint(len(categories[i]))}
		items := make([]words.Term, len(categories[i]))
		for j, c := range categories[i] {
			items[j] = words.Term{En: c.Code, Ko: c.Code}
		}
		s.Findings.Add(f.Said(text, words.Listed(items), namesOf(list, s.Day)))
	}
}
