package rollup

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// CategoryKeys are the places of a sum that have a notation key in a category, or
// nothing at all where a number or a key is required. Each list is in the order of codes.
type CategoryKeys struct {
	Category          ghg.Category
	NotEstimated      []place.Place // NE (FX with it): the sum lacks it
	Confidential      []place.Place // C: the sum lacks it
	NotOccurring      []place.Place // NO (NA with it): the sum lacks nothing
	IncludedElsewhere []place.Place // IE: in another category of the place
	// NotFound are those of IncludedElsewhere in whose other category there is no number, or
	// who do not say which it is.
	NotFound []place.Place
	Gaps     []place.Place // neither number nor key
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
	keyNotEstimated = words.Term{En: "not estimated (NE) by %s: the sum is lower by it", Ko: "산정하지 않음(NE): %s. 그만큼 합계가 적습니다"}
	keyConfidential = words.Term{En: "confidential (C) of %s: the sum is lower by it", Ko: "비공개(C): %s. 그만큼 합계가 적습니다"}
	keyNotFound     = words.Term{En: "included elsewhere (IE) by %s, and not known to be in a number elsewhere",
		Ko: "다른 항목에 포함(IE): %s. 어느 수치에 들어 있는지 확인되지 않습니다"}
	keyGap = words.Term{En: "neither a number nor a key of %s: the sum may be lower by it",
		Ko: "수치도 표기기호도 없음: %s. 합계가 적을 수 있습니다"}
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
	for _, x := range s.Keyed {
		for _, f := range []struct {
			code   string
			places []place.Place
			text   words.Term
		}{{FindingNotEstimated, x.NotEstimated, keyNotEstimated}, {FindingConfidential, x.Confidential, keyConfidential},
			{FindingIENotFound, x.NotFound, keyNotFound}, {ghg.FindingGaps, x.Gaps, keyGap}} {
			if len(f.places) > 0 {
				s.Findings.Add(said(ghg.Finding{Code: f.code, Severity: ghg.Warning, Category: x.Category}, f.text, list(f.places, s.Day)))
			}
		}
	}
}
