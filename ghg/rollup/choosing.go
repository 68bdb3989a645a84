package rollup

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// chosen is the figure of a place that counts in a year.
type chosen struct {
	candidate
	aligned bool    // it was told to take another year
	portion Portion // its share is unset where the whole counts
}

// year is which figures count in a year.
type year struct {
	year    int
	roots   []*node
	counted []chosen
	of      map[place.Place]chosen // those counted and those held beside
	picked  map[place.Place]chosen // of all places that report, counted or not
}

// maxErrors is how many places a refusal names.
const maxErrors = 20

// pick is the figure of a place that counts in a year, if it counts; none where it was
// told that the place is missing.
func (a *asking) pick(p place.Place, year int) (c chosen, reports bool, err error) {
	take, aligned := a.align[alignAt{p, year}]
	if !aligned {
		take = year
	} else if take == 0 {
		return chosen{}, false, nil
	}
	var found []candidate
	var years []int
	for _, x := range a.by[p] {
		years = append(years, x.year)
		if x.year == take {
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		if len(years) == 0 {
			return chosen{}, false, nil
		}
		slices.Sort(years)
		return chosen{}, true, &ghg.NoFigureError{Of: p.String(), Year: take, Have: slices.Compact(years),
			Remedy: "say with rollup.Alignment which year counts in its stead, or that it is missing"}
	}
	var have []ghg.Vintage
	for _, x := range found {
		have = append(have, x.vintage)
	}
	if v, told := a.vintages[p]; told {
		found = slices.DeleteFunc(found, func(x candidate) bool { return x.vintage != v })
		if len(found) == 0 {
			return chosen{}, true, newVintageError(noSuchVintage, p, take, have)
		}
	} else if slices.Min(have) != slices.Max(have) {
		return chosen{}, true, newVintageError(severalVintages, p, take, have)
	}
	if len(found) > 1 {
		return chosen{}, true, &ghg.TwiceError{Of: p.String(), What: "year", ID: fmt.Sprint(take)}
	}
	c = chosen{candidate: found[0], aligned: aligned && take != year}
	c.portion, _ = a.group.portionOf(p)
	return c, true, nil
}

// choose decides which figures count in a year. WouldBe is what all of them come to, for
// the refusal of places within others.
func (a *asking) choose(y int, wouldBe func([]chosen) ghg.CO2e) (*year, error) {
	out := &year{year: y, of: map[place.Place]chosen{}, picked: map[place.Place]chosen{}}
	var reports []place.Place
	failed := map[place.Place]error{}
	for _, p := range a.places {
		c, there, err := a.pick(p, y)
		if !there {
			continue
		}
		reports = append(reports, p)
		if err != nil {
			failed[p] = err
		} else {
			out.picked[p] = c
		}
	}
	r := newResolver(a.group, a.Nested, reports)
	if out.roots = r.roots(); r.refused != nil {
		var all []chosen
		for _, p := range reports {
			if c, ok := out.picked[p]; ok {
				all = append(all, c)
			}
		}
		e := r.refused
		e.Year, e.WouldBe = y, wouldBe(all)
		e.tell(a.group.day)
		return nil, e
	}
	var errs []error
	take := func(n *node) (c chosen, ok bool) {
		if !n.own {
			return c, false
		}
		if err := failed[n.place]; err != nil {
			errs = append(errs, err)
			return c, false
		}
		c = out.picked[n.place]
		out.of[n.place] = c
		return c, true
	}
	walk(out.roots, func(n *node) {
		if c, ok := take(n); ok {
			out.counted = append(out.counted, c)
		}
		walk(n.beside, func(n *node) { take(n) })
	})
	if len(errs) > 0 {
		return nil, errors.Join(errs[:min(len(errs), maxErrors)]...)
	}
	return out, a.mayMeet(out)
}

// mayMeet refuses figures that are not added: of a view that does not add, of other
// vintages, periods or territories.
func (a *asking) mayMeet(y *year) error {
	if len(y.counted) > 1 {
		if can, why := a.View.Addable(); !can {
			return newNotAddable(a.View, why, y.counted, a.group.day)
		}
	}
	if err := a.likeVintages(y.year, y.counted); err != nil {
		return err
	}
	var first *chosen
	for i, c := range y.counted {
		switch {
		case c.aligned:
		case first == nil:
			first = &y.counted[i]
		case c.period != first.period:
			return ghg.Fault{Code: ghg.FaultMismatch, Of: c.place.String(), Field: "period", Value: c.period.String(),
				Detail: fmt.Sprintf("that of %s is %s: figures of other days are taken only where rollup.Alignment says so", first.place, first.period)}
		}
	}
	return a.apart(y)
}

// missing are the places that should be in the sum and have no figure.
func (y *year) missing() (out []place.Place) {
	walk(y.roots, func(n *node) {
		if n.isMissing() {
			out = append(out, n.place)
		}
	})
	return out
}

// NotAddableError says that figures of a view are not added between places.
type NotAddableError struct {
	View   ghg.View
	Why    string
	Places []place.Place // whose figures were to be added
	text   words.Term
}

var notAddable = words.Term{En: "%s is not added between places: %s. The places are %s",
	Ko: "%s은(는) 지역 사이에 더할 수 없습니다: %s. 대상: %s"}

func newNotAddable(v ghg.View, why string, counted []chosen, day ghg.Date) *NotAddableError {
	e := &NotAddableError{View: v, Why: why}
	for _, c := range counted {
		e.Places = append(e.Places, c.place)
	}
	whyKo, _ := words.InKorean(why)
	e.text.En, e.text.Ko = notAddable.Fill(v, words.Term{En: why, Ko: whyKo}, namesOf(e.Places, day))
	return e
}

func (e *NotAddableError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *NotAddableError) Korean() string { return e.text.Ko }
