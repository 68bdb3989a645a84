package rank

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of the findings on a series.
const (
	FindingYearsMissing     = "years-missing"     // years between the first and the last without a rank
	FindingMethodChanged    = "method-changed"    // years by another method than the one before
	FindingPlacesChanged    = "places-changed"    // years with another number of places
	FindingValuesMissing    = "values-missing"    // places without a value, so that ranks are open
	FindingRankContradicted = "rank-contradicted" // statements that do not agree, or a first place below the mean
)

var (
	yearsMissing   = words.Term{En: "no rank is known for %s: nothing is said of them", Ko: "%s년 순위를 알 수 없으며, 그 해에 대해서는 말할 수 없습니다"}
	methodsChanged = words.Term{
		En: "ranks by two methods are not of one thing: %s", Ko: "평가방법이 다르면 순위를 그대로 견줄 수 없습니다: %s",
	}
	placesChanged    = words.Term{En: "the number of places ranked changed: %s", Ko: "순위를 매긴 곳의 수가 바뀌었습니다: %s"}
	valuesMissing    = words.Term{En: "places without a value leave ranks open: %s", Ko: "값이 없는 곳이 있어 순위가 정해지지 않습니다: %s"}
	valuesMissingIn  = words.Term{En: "%d (%d of %d places, %s)", Ko: "%d년(%[3]d곳 가운데 %[2]d곳, %[4]s)"}
	rankContradicted = words.Term{En: "what is stated does not agree: %s", Ko: "기록이 서로 어긋납니다: %s"}
	contradictedIn   = words.Term{En: "%d (%s)", Ko: "%d년(%s)"}
	firstBelowMean   = words.Term{En: "%d (first%s)", Ko: "%d년(1위인데%s)"}
	placesNew        = words.Term{En: "%d in %d, before %d", Ko: "%[2]d년 %[1]d곳, 전에는 %[3]d곳"}
)

// find lists what the series leaves open, once for each code.
func (s *series) find() {
	add := func(code string, severity ghg.Severity, sentence words.Term, items words.Term) {
		if items == (words.Term{}) {
			return
		}
		x := ghg.Finding{Code: code, Severity: severity, Of: "rank of " + string(s.place)}
		s.findings.Add(x.Said(sentence, items))
	}
	missing := slices.Clone(s.unranked)
	var places, open, wrong []words.Term
	for i, y := range s.years {
		if i > 0 {
			for year := s.years[i-1].Year + 1; year < y.Year; year++ {
				if !slices.Contains(s.unranked, year) {
					missing = append(missing, year)
				}
			}
			if before := s.years[i-1].Of; before != 0 && y.Of != 0 && before != y.Of {
				places = append(places, placesNew.With(y.Of, y.Year, before))
			}
		}
		if y.Missing > 0 && !y.IsCertain() {
			open = append(open, valuesMissingIn.With(y.Year, y.Missing, y.Of, ordinals(y.Best, y.Worst)))
		}
		switch {
		case y.contradicted:
			wrong = append(wrong, contradictedIn.With(y.Year, ordinals(y.Best, y.Worst)))
		case y.Worst.Equal(whole(1)) && y.aboveMean() < 0:
			wrong = append(wrong, firstBelowMean.With(y.Year, y.toMean()))
		}
	}
	slices.Sort(missing)
	add(FindingYearsMissing, ghg.Warning, yearsMissing, yearList(missing))
	add(FindingMethodChanged, ghg.Warning, methodsChanged, words.Listed(methodChanges(s.years)))
	add(FindingPlacesChanged, ghg.Note, placesChanged, words.Listed(places))
	add(FindingValuesMissing, ghg.Warning, valuesMissing, words.Listed(open))
	add(FindingRankContradicted, ghg.Serious, rankContradicted, words.Listed(wrong))
}
