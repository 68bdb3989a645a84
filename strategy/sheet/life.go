package sheet

import (
	"errors"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// life is how long one works: years, shares by age, or for good.
func (r csvRow) life() (strategy.Life, bool) {
	text := r.Text("life")
	if text == "" || says(text, forGood) {
		return strategy.Life{}, text != ""
	}
	refuse := func(err error) (strategy.Life, bool) {
		r.Refuse(ghg.FaultField, "life", err)
		return strategy.Life{}, false
	}
	if !strings.Contains(text, "%") {
		years, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, "년")))
		if err != nil || years < 1 {
			return refuse(errors.New("write whole years, for good (영구), or what one does at each age as 50%; 100%; 50%"))
		}
		return strategy.Life{Years: years}, true
	}
	var l strategy.Life
	for _, age := range ghg.SplitList(text) {
		if r.format.Comma { // the format says what a comma is, and a point is none
			age = strings.NewReplacer(",", ".", ".", " ").Replace(age)
		}
		s, err := ghg.ParseShare(age)
		if err != nil {
			return refuse(err)
		}
		l.ByAge = append(l.ByAge, s)
	}
	return l, true
}

// lifeText is what life reads.
func lifeText(l strategy.Life) string {
	switch {
	case len(l.ByAge) > 0:
		var ages []string
		for _, s := range l.ByAge {
			ages = append(ages, s.String())
		}
		return strings.Join(ages, "; ")
	case l.Years == 0:
		return forGood.En
	}
	return strconv.Itoa(l.Years)
}
