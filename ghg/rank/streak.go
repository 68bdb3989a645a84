package rank

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Streak is a run of years, one after another, in each of which a place surely had a
// rank or a better one.
type Streak struct {
	From int `json:"from"`
	To   int `json:"to"`
	Rank int `json:"rank"` // that it had, or a better one
	// AtMost is how many years in a row it could be with years of the series beside it in
	// which the rank is not known or not certain.
	AtMost int `json:"atMost,omitempty"`

	series *series
	years  []YearRank
}

// Years is the number of years.
func (s Streak) Years() int { return len(s.years) }

// Streaks are the runs of years in which the place surely had a rank or a better one, in
// their order: 1 for years as the first, 3 for years among the first three. A year
// without a rank ends a run, as it is not known to be one of them; AtMost says what it
// could be. Of a rank below 1 there are none; a mean rank of 1.5 is not 1.
func (s Series) Streaks(rank int) []Streak {
	d := s.definition()
	if len(d.years) == 0 || rank < 1 {
		return nil
	}
	var out []Streak
	run := 0   // years that are or could be
	first := 0 // index in out of the first streak of the run
	end := func() {
		for i := first; i < len(out); i++ {
			out[i].AtMost = run
		}
		run, first = 0, len(out)
	}
	limit, next, last := whole(rank), 0, 0
	for year := d.first; year <= d.last; year++ {
		if next == len(d.years) || d.years[next].Year != year {
			run++ // not known
			continue
		}
		y := d.years[next]
		next++
		switch {
		case y.Best.GreaterThan(limit):
			end()
			continue
		case y.Worst.GreaterThan(limit):
			run++
			continue
		}
		run++
		if n := len(out); n > first && last == year-1 {
			out[n-1].To, out[n-1].years = year, append(out[n-1].years, y)
		} else {
			out = append(out, Streak{From: year, To: year, Rank: rank, series: d, years: []YearRank{y}})
		}
		last = year
	}
	end()
	return out
}

// StreakAt is the streak as it stood in a year, as an announcement of that time says it:
// that which has the year in it, without what came after. There is none where the rank
// of the year is not known, not certain or worse.
func (s Series) StreakAt(rank, year int) (Streak, bool) {
	for _, x := range s.Streaks(rank) {
		if year < x.From || year > x.To {
			continue
		}
		before := x.series.until(year)
		for _, cut := range before.Streaks(rank) {
			if cut.To == year {
				return cut, true
			}
		}
	}
	return Streak{}, false
}

// Times is in how many years, up to and including one, the place surely had a rank or a
// better one, and in how many more it could have had it: years between the first of the
// series and that year without a certain rank.
func (s Series) Times(rank, by int) (times, more int) {
	d := s.definition()
	limit, have := whole(rank), 0
	for _, y := range d.years {
		if y.Year > by {
			break
		}
		have++
		switch {
		case !y.Worst.GreaterThan(limit):
			times++
		case !y.Best.GreaterThan(limit):
			more++
		}
	}
	if len(d.years) > 0 {
		if span := min(by, d.last) - d.first + 1; span > have {
			more += span - have
		}
	}
	return times, more
}

// The sentences of a streak.
var (
	streakOf   = words.Term{En: "%s: %s %s, among %s, by %s", Ko: "%[1]s: %[3]s %[2]s(%[4]s, %[5]s)"}
	inARow     = words.Term{En: "for %d years in a row, %d to %d", Ko: "%[2]d~%[3]d년 %[1]d년 연속"}
	oneYear    = words.Term{En: "in %d", Ko: "%d년"}
	upTo       = words.Term{En: "%s or better", Ko: "%s 이내"}
	jointIn    = words.Term{En: "joint in %s", Ko: "%s년은 공동"}
	allOf      = words.Term{En: "of %s places", Ko: "%s곳 가운데"}
	ofIn       = words.Term{En: "%d in %s", Ko: "%[2]s년 %[1]d"}
	notSaidIn  = words.Term{En: "how many places is not stated for %s", Ko: "%s년은 몇 곳 가운데인지 적혀 있지 않음"}
	published  = words.Term{En: "as published", Ko: "공표된 순위"}
	computed   = words.Term{En: "as computed", Ko: "계산한 순위"}
	computedIn = words.Term{En: "as published, and computed for %s", Ko: "공표된 순위, %s년은 계산함"}
	noMethod   = words.Term{En: "method not stated", Ko: "평가방법이 적혀 있지 않음"}
	noMethodIn = words.Term{En: "method not stated for %s", Ko: "%s년은 평가방법이 적혀 있지 않음"}
	methodIs   = words.Term{En: "method %s", Ko: "평가방법 %s"}
	methodNew  = words.Term{En: "method changed in %d (%s, before %s)", Ko: "%d년 평가방법 바뀜(%s, 전에는 %s)"}
	couldBe    = words.Term{En: "up to %d in a row if years that are not known were so too", Ko: "알 수 없는 해까지 그렇다면 최대 %d년 연속"}
)

// term is the streak with of whom, and with what changed in it.
func (s Streak) term() words.Term {
	if s.series == nil {
		return words.Term{En: "no streak", Ko: "연속 기록 없음"}
	}
	what := ordinal(whole(s.Rank), false)
	if s.Rank > 1 {
		what = upTo.With(what)
	}
	when := oneYear.With(s.From)
	if s.Years() > 1 {
		when = inARow.With(s.Years(), s.From, s.To)
	}
	c := s.series.criterion
	head := streakOf.With(s.series.place, what, when, s.series.among, words.Term{En: c.Name, Ko: cmp.Or(c.NameKo, c.Name)})
	return words.Join(append([]words.Term{head}, s.remarks()...), "; ")
}

// remarks are what is to be known with the streak.
func (s Streak) remarks() (out []words.Term) {
	years := func(is func(YearRank) bool) (list []int) {
		for _, y := range s.years {
			if is(y) {
				list = append(list, y.Year)
			}
		}
		return list
	}
	if joint := years(func(y YearRank) bool { return y.Joint }); len(joint) > 0 {
		out = append(out, jointIn.With(yearList(joint)))
	}
	out = append(out, s.places()...)
	switch own := years(func(y YearRank) bool { return y.IsComputed && !y.IsPublished }); {
	case len(own) == 0:
		out = append(out, published)
	case len(own) == s.Years():
		out = append(out, computed)
	default:
		out = append(out, computedIn.With(yearList(own)))
	}
	unsaid := years(func(y YearRank) bool { return y.Method == "" })
	switch {
	case len(unsaid) == s.Years():
		out = append(out, noMethod)
	case len(unsaid) > 0:
		out = append(out, noMethodIn.With(yearList(unsaid)))
	}
	changes := methodChanges(s.years)
	if len(unsaid) < s.Years() && len(changes) == 0 {
		for _, y := range s.years {
			if y.Method != "" {
				out = append(out, methodIs.With(y.Method))
				break
			}
		}
	}
	out = append(out, changes...)
	if s.AtMost > s.Years() {
		out = append(out, couldBe.With(s.AtMost))
	}
	return out
}

// places say among how many the place was ranked.
func (s Streak) places() (out []words.Term) {
	var items []words.Term
	var unsaid []int
	byNumber, order := map[int][]int{}, []int{}
	for _, y := range s.years {
		if y.Of == 0 {
			unsaid = append(unsaid, y.Year)
			continue
		}
		if byNumber[y.Of] == nil {
			order = append(order, y.Of)
		}
		byNumber[y.Of] = append(byNumber[y.Of], y.Year)
	}
	if len(order) == 1 {
		items = append(items, plain(order[0]))
	} else {
		for _, n := range order {
			items = append(items, ofIn.With(n, yearList(byNumber[n])))
		}
	}
	if len(items) > 0 {
		out = append(out, allOf.With(words.Join(items, ", ")))
	}
	if len(unsaid) > 0 {
		out = append(out, notSaidIn.With(yearList(unsaid)))
	}
	return out
}

// methodChanges are the years whose method is another than the last one stated.
func methodChanges(years []YearRank) (out []words.Term) {
	before := ""
	for _, y := range years {
		if y.Method == "" {
			continue
		}
		if before != "" && before != y.Method {
			out = append(out, methodNew.With(y.Year, y.Method, before))
		}
		before = y.Method
	}
	return out
}

// yearList names years, those that follow one another as a span: "2017 to 2019, 2021".
func yearList(years []int) words.Term {
	var items []words.Term
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		item := plain(years[i])
		if j > i {
			item = words.Term{En: fmt.Sprintf("%d to %d", years[i], years[j]), Ko: fmt.Sprintf("%d~%d", years[i], years[j])}
		}
		items = append(items, item)
		i = j + 1
	}
	return words.Join(items, ", ")
}

// String is the streak as one line: of whom, as what, by which method, and what is not
// known.
func (s Streak) String() string { return s.term().En }

// Korean is the streak as one line in Korean.
func (s Streak) Korean() string { return s.term().Ko }

// Details is the streak with each of its years.
func (s Streak) Details() string {
	var b strings.Builder
	b.WriteString(s.String())
	for _, y := range s.years {
		b.WriteString("\n  " + strings.ReplaceAll(y.Details(), "\n", "; "))
	}
	return b.String()
}
