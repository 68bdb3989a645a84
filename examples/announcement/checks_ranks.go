package main

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/words"
)

// streak holds "first for so many years in a row" against the ranks that were published:
// the number of years, and what it was first of, where that is known.
func streak(r *release, s statement) (answer, error) {
	f, err := r.all(s.figures)
	if err != nil {
		return answer{}, err
	}
	if len(f) == 0 {
		return answer{}, ghg.Refusal("check streak", "figures", "", "it asks for the number of years in a row")
	}
	years, err := f[0].Number()
	if err != nil {
		return answer{}, err
	}
	var published []rank.Published
	for _, x := range s.against {
		first, last, span := strings.Cut(x.when, "/")
		from, bad := strconv.Atoi(first)
		if bad != nil {
			continue // another of the words
		}
		p := rank.Published{Year: from, Source: f[0].Source}
		if p.Rank, bad = strconv.Atoi(x.what); bad == nil && span {
			p.Until, bad = strconv.Atoi(last)
		}
		if bad != nil {
			return answer{}, ghg.Refusal("check streak", "against", x.when+" "+x.what, `it asks for years and ranks, as "2017/2020 1"`)
		}
		if len(f) > 1 {
			of, err := f[1].Number()
			if err != nil {
				return answer{}, err
			}
			p.Of = int(of.IntPart())
		}
		published = append(published, p)
	}
	by := rank.Criterion{ID: s.param("by"), Name: s.param("by"), NameKo: s.param("by_ko"), Unit: "points", Better: rank.HigherIsBetter}
	series, err := rank.NewSeries(r.place, words.Term{En: s.param("among"), Ko: s.param("among_ko")}, by, published, nil)
	if err != nil {
		return answer{}, err
	}
	last, err := strconv.Atoi(s.when)
	if err != nil {
		return answer{}, ghg.Refusal("check streak", "when", s.when, "it asks for the last year of the streak")
	}
	a := answer{verdict: cannotTell, by: text{"ghg/rank, streaks", "ghg/rank, 연속 순위"}, figure: listed(f[:1]), sources: sourcesOf(f)}
	row, ok := series.StreakAt(1, last)
	if !ok {
		return a, nil
	}
	a.detail = text{row.String(), strings.Replace(row.Korean(), string(r.place), r.placeKo, 1)}
	a.verdict = contradicted
	if int64(row.Years()) == years.IntPart() {
		a.verdict = reproduces
	}
	return a, nil
}
