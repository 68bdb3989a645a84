package rank

import (
	"cmp"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// YearRank is the rank of a place in one year of a [Series].
type YearRank struct {
	Year int `json:"year"`
	// Best and Worst are the rank: two numbers where the values of others are missing or
	// statements contradict each other.
	Best    decimal.Decimal `json:"best"`
	Worst   decimal.Decimal `json:"worst"`
	Joint   bool            `json:"joint"`   // with another place, as published or computed
	Of      int             `json:"of"`      // places ranked, itself included; 0 where it is not stated
	Missing int             `json:"missing"` // of these, without a value in the ranking that was computed
	// Value is the place's own and Mean that of all places as published.
	Value  ghg.Ratio `json:"value"`
	Mean   ghg.Ratio `json:"mean"`
	Method string    `json:"method,omitempty"` // "" where it is not stated
	// IsPublished and IsComputed say where the rank comes from.
	IsPublished bool     `json:"published"`
	IsComputed  bool     `json:"computed"`
	Sources     []string `json:"sources,omitempty"` // of what is published

	contradicted bool
	isSplit      bool // by ranks that contradict each other
	series       *series
}

// IsCertain reports whether the rank is one number.
func (y YearRank) IsCertain() bool { return y.Best.Equal(y.Worst) }

// publish takes a statement up.
func (y *YearRank) publish(p Published) {
	y.take(whole(p.Rank), whole(p.Rank), p.Of, p.Method)
	y.IsPublished = true
	y.Joint = y.Joint || p.Joint
	if stated, known := p.Value.Value(); known {
		before, was := y.Value.Value()
		y.contradicted = y.contradicted || was && !before.Equal(stated)
		y.Value = p.Value
	}
	if p.Mean.IsDefined() {
		y.Mean = p.Mean
	}
	if !slices.Contains(y.Sources, p.Source) {
		y.Sources = append(y.Sources, p.Source)
	}
}

// compute takes a standing up.
func (y *YearRank) compute(s Standing, method string) {
	y.take(s.Rank, s.WorstRank, s.Of+s.Missing, method)
	stated, known := y.Value.Value()
	rounded := known && stated.Equal(s.Value.Round(-stated.Exponent())) // as it is printed
	y.contradicted = y.contradicted || known && !rounded || y.IsPublished && s.Missing == 0 && y.Joint != s.IsJoint()
	y.IsComputed, y.Joint, y.Missing, y.Value = true, y.Joint || s.IsJoint(), s.Missing, ghg.RatioOf(s.Value)
}

// take narrows the rank to what a statement leaves open, or widens it where they
// contradict each other.
func (y *YearRank) take(best, worst decimal.Decimal, of int, method string) {
	switch {
	case !y.IsPublished && !y.IsComputed:
		y.Best, y.Worst = best, worst
	case y.isSplit || best.GreaterThan(y.Worst) || worst.LessThan(y.Best):
		y.contradicted, y.isSplit = true, true
		y.Best, y.Worst = decimal.Min(y.Best, best), decimal.Max(y.Worst, worst)
	default:
		y.Best, y.Worst = decimal.Max(y.Best, best), decimal.Min(y.Worst, worst)
	}
	y.contradicted = y.contradicted || y.Of != 0 && of != 0 && y.Of != of || y.Method != "" && method != "" && y.Method != method
	y.Of, y.Method = cmp.Or(y.Of, of), cmp.Or(y.Method, method)
}

// The sentences of a year.
var (
	yearRank      = words.Term{En: "%s, %d: %s%s", Ko: "%s, %d년: %s%s"}
	asPublished   = words.Term{En: " as published", Ko: "(공표값)"}
	othersUnknown = words.Term{En: ", of %d others not known", Ko: ", 다른 %d곳의 값은 알 수 없음"}
	othersUnsaid  = words.Term{En: ", of how many is not stated", Ko: ", 몇 곳 가운데인지는 알 수 없음"}
	ofPlaces      = words.Term{En: " of %d", Ko: ", %d곳 가운데"}
	missingOthers = words.Term{En: ", %d without a value", Ko: ", 값이 없는 곳 %d"}
	ownValue      = words.Term{En: " (%s %s%s)", Ko: " (%s %s%s)"}
	betterBy      = words.Term{En: ", %s better than the mean of %s", Ko: ", 평균 %[2]s보다 %[1]s 앞섬"}
	worseBy       = words.Term{En: ", %s worse than the mean of %s", Ko: ", 평균 %[2]s보다 %[1]s 뒤짐"}
	atTheMean     = words.Term{En: ", at the mean of %[2]s", Ko: ", 평균 %[2]s과(와) 같음"}
	contradictory = words.Term{En: "; statements contradict each other", Ko: "; 서로 어긋나는 기록이 있음"}
)

// term is the year as one line.
func (y YearRank) term() words.Term {
	if y.series == nil {
		return words.Term{En: "no rank", Ko: "순위 없음"}
	}
	rank := ordinals(y.Best, y.Worst)
	if y.IsCertain() {
		rank = ordinal(y.Best, y.Joint)
	}
	var rest []words.Term
	switch {
	case !y.IsComputed && y.Of > 0:
		rest = append(rest, asPublished, othersUnknown.With(y.Of-1))
	case !y.IsComputed:
		rest = append(rest, asPublished, othersUnsaid)
	default:
		rest = append(rest, ofPlaces.With(y.Of))
		if y.Missing > 0 {
			rest = append(rest, missingOthers.With(y.Missing))
		}
		if y.IsPublished {
			rest = append(rest, asPublished)
		}
	}
	if y.Value.IsDefined() {
		rest = append(rest, ownValue.With(y.Value, y.series.criterion.Unit, y.toMean()))
	}
	if y.contradicted {
		rest = append(rest, contradictory)
	}
	return yearRank.With(y.series.place, y.Year, rank, words.Join(rest, ""))
}

// aboveMean is above 0 where the value is better than the mean of all, below 0 where it
// is worse, and 0 where it is neither or not known.
func (y YearRank) aboveMean() int {
	value, known := y.Value.Value()
	mean, isStated := y.Mean.Value()
	if !known || !isStated {
		return 0
	}
	return y.series.criterion.better(value, mean)
}

// toMean is how much better the value is than the mean of all.
func (y YearRank) toMean() words.Term {
	value, known := y.Value.Value()
	mean, isStated := y.Mean.Value()
	if !known || !isStated {
		return words.Term{}
	}
	t := atTheMean
	switch y.aboveMean() {
	case 1:
		t = betterBy
	case -1:
		t = worseBy
	}
	return t.With(value.Sub(mean).Abs(), y.Mean)
}

// String is the year as one line: "대구, 2022: 1st as published, of 16 others not known".
func (y YearRank) String() string { return y.term().En }

// Korean is the year as one line in Korean.
func (y YearRank) Korean() string { return y.term().Ko }

// Details is the year with its method and the documents of what is published.
func (y YearRank) Details() string {
	method := cmp.Or(y.Method, "not stated")
	text := y.String() + "\nmethod: " + method
	if len(y.Sources) > 0 {
		text += "\nsource: " + strings.Join(y.Sources, "; ")
	}
	return text
}
