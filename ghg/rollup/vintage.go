package rollup

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// VintageError says that a place gives figures of several publications, or of another one
// than the other places do, and that it was not said which counts.
type VintageError struct {
	Place place.Place
	Year  int
	Have  []ghg.Vintage // those that it gives, the lowest first
	Other ghg.Vintage   // that of the other places; 0 where the place alone gives several
	text  words.Term
}

var (
	severalVintages = words.Term{En: "%s gives figures of several vintages for %d (%s): say which counts with rollup.VintageOf",
		Ko: "%s의 %d년 수치가 여러 판본입니다(%s). 어느 판본을 집계할지 정하십시오"}
	unlikeVintages = words.Term{En: "%s gives %d in the %s, and others in the %s: say which counts of it with rollup.VintageOf",
		Ko: "%s의 %d년 수치는 %s, 다른 곳은 %s입니다. 어느 판본을 집계할지 정하십시오"}
	noSuchVintage = words.Term{En: "%s gives no figure of the vintage asked for in %d: it gives %s",
		Ko: "%s의 %d년 수치에 요구한 판본이 없습니다: %s"}
)

func (e *VintageError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *VintageError) Korean() string { return e.text.Ko }

func newVintageError(t words.Term, p place.Place, year int, have []ghg.Vintage) *VintageError {
	e := &VintageError{Place: p, Year: year, Have: slices.Clone(have)}
	slices.Sort(e.Have)
	e.Have = slices.Compact(e.Have)
	items := make([]words.Term, len(e.Have))
	for i, v := range e.Have {
		items[i] = vintageName(v)
	}
	e.text.En, e.text.Ko = t.Fill(p, year, words.Listed(items))
	return e
}

// vintageName is a vintage in a sentence.
func vintageName(v ghg.Vintage) words.Term {
	return words.Term{En: v.String(), Ko: fmt.Sprintf("제%d판", uint16(v))}
}

// likeVintages refuses figures of other vintages than the first one that was not asked
// for by name.
func (a *asking) likeVintages(year int, counted []chosen) error {
	var common ghg.Vintage
	for _, c := range counted {
		if _, told := a.vintages[c.place]; told {
			continue
		}
		if common == 0 {
			common = c.vintage
		}
		if c.vintage != common {
			e := newVintageError(unlikeVintages, c.place, year, []ghg.Vintage{c.vintage})
			e.Other = common
			e.text.En, e.text.Ko = unlikeVintages.Fill(c.place, year, vintageName(c.vintage), vintageName(common))
			return e
		}
	}
	return nil
}
