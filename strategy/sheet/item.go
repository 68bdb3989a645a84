package sheet

import (
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// item is what a line of a sheet of quantifications gives (항목). The first are the
// quantities of a kind and have its number; those from itemWithout on are what there
// would be without the project, of all kinds or of one; those after itemJudged are what
// a part of it does not count for.
type item uint8

const (
	itemQuantities item = 0
	itemWithout         = item(strategy.Claimed) + 1
	itemWhole           = itemWithout + item(strategy.Claimed) + 1
	itemEffect          = itemWhole + 1
	itemPublished       = itemEffect + 1
	itemJudged          = itemPublished
)

// quantities are the names of the quantities of each kind in Korean documents, and others
// that files have for them.
var quantities = []struct {
	nameKo string
	also   []string
}{
	strategy.Potential:   {"잠재물량", nil},
	strategy.Expected:    {"목표물량", []string{"planned", "target", "계획물량", "예상물량"}},
	strategy.Implemented: {"실적물량", []string{"monitored", "result", "이행물량", "실적"}},
	strategy.Verified:    {"검증물량", nil},
	strategy.Claimed:     {"주장물량", nil},
}

// The items that are neither quantities nor a reason, in English and Korean (own words).
var (
	without        = words.Term{En: "without", Ko: "사업 없이"}
	quantification = words.Term{En: "quantification", Ko: "정량화"}
	unitEffect     = words.Term{En: "unit effect", Ko: "단위효과"}
	publishedUnit  = words.Term{En: "published unit", Ko: "감축원단위"}
)

// itemTerms are the items in English and Korean, by their number.
var itemTerms = termsOfItems()

func termsOfItems() []words.Term {
	out := make([]words.Term, itemWithout)
	withouts := []words.Term{without}
	for _, k := range strategy.Kinds() {
		t := words.Term{En: k.String(), Ko: quantities[k].nameKo}
		out[k] = t
		withouts = append(withouts, words.Term{En: t.En + " " + without.En, Ko: t.Ko + " " + without.Ko})
	}
	out = append(append(out, withouts...), quantification, unitEffect, publishedUnit)
	for why := strategy.Persistence; why.Valid(); why++ {
		out = append(out, words.Term{En: why.String(), Ko: why.Korean()})
	}
	return out
}

// itemWords read an item.
var itemWords = wordsOfItems()

func wordsOfItems() words.Set[item] {
	var names []string
	also := map[string]item{"effect": itemEffect, "without the project": itemWithout}
	for i, t := range itemTerms[1:] {
		names = append(names, t.En)
		also[t.Ko] = item(i + 1)
	}
	for k, q := range quantities {
		for _, word := range q.also {
			also[word] = item(k)
		}
	}
	for _, k := range strategy.Kinds() {
		also[k.Korean()] = item(k)
	}
	return words.NewSet(item(1), names, also)
}

// String is the item in English.
func (i item) String() string { return itemTerms[i].En }

// kind is the kind of the quantities, or of those without the project; 0 where it is of
// all or of none.
func (i item) kind() strategy.Kind {
	switch {
	case i < itemWithout:
		return strategy.Kind(i)
	case i < itemWhole:
		return strategy.Kind(i - itemWithout)
	}
	return 0
}

func (i item) isQuantities() bool { return i > itemQuantities && i < itemWithout }
func (i item) isWithout() bool    { return i >= itemWithout && i < itemWhole }

// why is the reason of a judgement.
func (i item) why() strategy.JudgedAs { return strategy.JudgedAs(i - itemJudged) }

// countingWords read how quantities count.
var countingWords = words.SetOf(strategy.NewInYear, map[string]strategy.Counting{
	strategy.NewInYear.Korean(): strategy.NewInYear, strategy.StandingInYear.Korean(): strategy.StandingInYear,
	strategy.DoneInYear.Korean(): strategy.DoneInYear, "신규": strategy.NewInYear, "누적": strategy.StandingInYear, "활동량": strategy.DoneInYear,
	"new": strategy.NewInYear, "standing": strategy.StandingInYear, "done": strategy.DoneInYear,
})

// What stands in place of a number: a share of the whole source, and a life without end.
var (
	wholeSource = words.Term{En: "whole source", Ko: "배출원 전체"}
	forGood     = words.Term{En: "for good", Ko: "영구"}
)

// says reports whether a text is a term, in English or Korean.
func says(text string, t words.Term) bool {
	folded := words.Fold(text)
	return folded == words.Fold(t.En) || folded == words.Fold(t.Ko)
}
