package rank_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rankingOf is a ranking by points of places A, B, C and so on; "" is no value.
func rankingOf(ties rank.TieRule, values ...string) rank.Ranking { return byGuide("", ties, values...) }

// byGuide is the same by an edition of the evaluation.
func byGuide(guide string, ties rank.TieRule, values ...string) rank.Ranking {
	var list []rank.Peer
	for i, v := range values {
		p := rank.Peer{Place: ghg.PlaceID(rune('A' + i))}
		if v != "" {
			p.Value = ghg.RatioOf(dec(v))
		}
		list = append(list, p)
	}
	c := points
	c.Source = guide
	return must(must(rank.NewPeers("cities", c, list)).Ranking(ties))
}

var cities = words.Term{En: "cities"}

func seriesOf(computed map[int]rank.Ranking, published ...rank.Published) (rank.Series, error) {
	return rank.NewSeries("A", cities, points, published, computed)
}

func first(year, until, of int) rank.Published {
	return rank.Published{Year: year, Until: until, Rank: 1, Of: of, Source: "press"}
}

// Points of the guide: A is first of three in 2019, shares the first place in 2020, and
// has no points in 2021.
func ExampleSeries_computed() {
	s := must(seriesOf(map[int]rank.Ranking{
		2019: byGuide("guide 2019", rank.Competition, "91.5", "88", "72.25"),
		2020: byGuide("guide 2019", rank.Competition, "90", "90", "71"),
		2021: byGuide("guide 2019", rank.Competition, "", "86", "79"),
	}))
	for y := range s.Years() {
		fmt.Println(y)
		fmt.Println(y.Korean())
	}
	fmt.Println(s.Streaks(1)[0])
	fmt.Println(s.Findings())
	// Output:
	// A, 2019: 1st of 3 (91.5 points)
	// A, 2019년: 1위, 3곳 가운데 (91.5 points)
	// A, 2020: joint 1st of 3 (90 points)
	// A, 2020년: 공동 1위, 3곳 가운데 (90 points)
	// A: 1st for 2 years in a row, 2019 to 2020, among cities, by adaptation measures; joint in 2020; of 3 places; as computed; method guide 2019; up to 3 in a row if years that are not known were so too
	// rank of A, years-missing: no rank is known for 2021: nothing is said of them
}

func TestSeriesYear(t *testing.T) {
	at2019 := func(ranking ...string) map[int]rank.Ranking {
		return map[int]rank.Ranking{2019: rankingOf(rank.Competition, ranking...)}
	}
	type statements struct {
		computed  map[int]rank.Ranking
		published []rank.Published
	}
	seriesOf := func(computed map[int]rank.Ranking, published ...rank.Published) statements {
		return statements{computed, published}
	}
	second := first(2019, 0, 0)
	second.Rank = 2
	joint := first(2019, 0, 3)
	joint.Joint = true
	valued := first(2019, 0, 3)
	valued.Value = ghg.RatioOf(dec("8.1"))
	below := first(2019, 0, 17)
	below.Value, below.Mean = ghg.RatioOf(dec("89")), ghg.RatioOf(dec("90.1"))
	other := first(2019, 0, 3)
	other.Method = "guide 1"
	another := first(2019, 0, 3)
	another.Method = "guide 2"
	for name, c := range map[string]struct {
		def  statements
		want string
		code string
	}{
		"computed": {seriesOf(at2019("9", "8", "7")), "A, 2019: 1st of 3 (9 points)", ""},
		"others may be more": {seriesOf(at2019("9", "8", "", "")),
			"A, 2019: 1st to 3rd of 4, 2 without a value (9 points)", rank.FindingValuesMissing},
		"published within": {seriesOf(at2019("9", "8", "", ""), first(2019, 0, 4)),
			"A, 2019: 1st of 4, 2 without a value as published (9 points)", ""},
		"published beside": {seriesOf(at2019("9", "8", "7"), second),
			"A, 2019: 1st to 2nd of 3 as published (9 points); statements contradict each other", rank.FindingRankContradicted},
		"two papers": {seriesOf(nil, first(2019, 0, 17), second),
			"A, 2019: 1st to 2nd as published, of 16 others not known; statements contradict each other", rank.FindingRankContradicted},
		"three papers": {seriesOf(nil, second, first(2019, 0, 17), second),
			"A, 2019: 1st to 2nd as published, of 16 others not known; statements contradict each other", rank.FindingRankContradicted},
		"of 16 and of 17": {seriesOf(nil, first(2019, 0, 16), first(2018, 2019, 17)),
			"A, 2019: 1st as published, of 15 others not known; statements contradict each other", rank.FindingRankContradicted},
		"two methods": {seriesOf(nil, other, another),
			"A, 2019: 1st as published, of 2 others not known; statements contradict each other", rank.FindingRankContradicted},
		"joint as published": {seriesOf(nil, joint), "A, 2019: joint 1st as published, of 2 others not known", ""},
		"joint is not computed": {seriesOf(at2019("9", "8", "7"), joint),
			"A, 2019: joint 1st of 3 as published (9 points); statements contradict each other",
			rank.FindingRankContradicted},
		"rounded value": {seriesOf(at2019("8.14", "8", "7"), valued), "A, 2019: 1st of 3 as published (8.14 points)", ""},
		"another value": {seriesOf(at2019("8.15", "8", "7"), valued),
			"A, 2019: 1st of 3 as published (8.15 points); statements contradict each other",
			rank.FindingRankContradicted},
		"first and below the mean": {seriesOf(nil, below),
			"A, 2019: 1st as published, of 16 others not known (89 points, 1.1 worse than the mean of 90.1)",
			rank.FindingRankContradicted},
	} {
		t.Run(name, func(t *testing.T) {
			s := must(rank.NewSeries("A", cities, points, c.def.published, c.def.computed))
			y, err := s.At(2019)
			require.NoError(t, err)
			assert.Equal(t, c.want, y.String())
			assert.NotContains(t, y.Korean(), "%!")
			var codes []string
			for _, f := range s.Findings().All {
				codes = append(codes, f.Code)
				assert.NotContains(t, f.DetailKo+f.Detail, "%!")
				assert.NotEmpty(t, f.DetailKo)
			}
			if c.code == "" {
				assert.Empty(t, codes)
			} else {
				assert.Contains(t, codes, c.code)
			}
		})
	}
}

func TestStreaks(t *testing.T) {
	third := rank.Published{Year: 2020, Rank: 3, Of: 17, Source: "press"}
	s := must(seriesOf(map[int]rank.Ranking{
		2021: rankingOf(rank.Competition, "9", "8", ""),      // 1st or 2nd
		2024: rankingOf(rank.MeanRank, "9", "9", "7"),        // 1.5
		2025: rankingOf(rank.Competition, "", "9", "7", "1"), // not known
	}, first(2015, 2017, 16), first(2019, 0, 17), third, first(2022, 2023, 0)))
	type streak struct{ from, to, atMost int }
	of := func(n int) (out []streak) {
		for _, x := range s.Streaks(n) {
			assert.Equal(t, x.To-x.From+1, x.Years())
			assert.NotContains(t, x.String()+x.Korean(), "%!")
			out = append(out, streak{x.From, x.To, x.AtMost})
		}
		return out
	}
	assert.Equal(t, []streak{{2015, 2017, 5}, {2019, 2019, 5}, {2022, 2023, 3}}, of(1))
	assert.Equal(t, []streak{{2015, 2017, 5}, {2019, 2019, 5}, {2021, 2024, 5}}, of(2))
	assert.Equal(t, []streak{{2015, 2017, 11}, {2019, 2024, 11}}, of(3))
	assert.Empty(t, of(0))
	assert.Contains(t, s.Streaks(3)[1].String(), "A: 3rd or better for 6 years in a row, 2019 to 2024, "+
		"among cities, by adaptation measures; joint in 2024; "+
		"of 17 in 2019 to 2020, 3 in 2021, 2024 places; "+
		"how many places is not stated for 2022 to 2023; as published, and computed for 2021, 2024")
	assert.Contains(t, s.Streaks(3)[1].Korean(), "2019~2024년 6년 연속 3위 이내")
	x, ok := s.StreakAt(3, 2022)
	assert.True(t, ok)
	assert.Equal(t, []int{2019, 2022, 8}, []int{x.From, x.To, x.AtMost}, "what came after is not known then")
	for _, year := range []int{2014, 2018, 2025, 2026} {
		_, ok = s.StreakAt(3, year)
		assert.False(t, ok, year)
	}
	_, ok = s.StreakAt(1, 2021)
	assert.False(t, ok, "first or second")
	times, more := s.Times(1, 2025)
	assert.Equal(t, []int{6, 3}, []int{times, more}, "2018, 2021 and 2025 are open")
	times, more = s.Times(1, 2017)
	assert.Equal(t, []int{3, 0}, []int{times, more})
	times, more = s.Times(1, 2014)
	assert.Equal(t, []int{0, 0}, []int{times, more})
	_, err := s.At(2025)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Contains(t, s.Findings().String(), "no rank is known for 2018, 2025")
	assert.Contains(t, s.Streaks(1)[0].Details(), "\n  A, 2016: 1st as published, of 15 others not known; method: not stated; source: press")

	var zero rank.Series
	assert.Empty(t, zero.Streaks(1))
	times, more = zero.Times(1, 2020)
	assert.Equal(t, []int{0, 0}, []int{times, more})
	_, err = zero.At(2020)
	require.Error(t, err)
	assert.Equal(t, "no rank", rank.YearRank{}.String())
	assert.Equal(t, "no streak", rank.Streak{}.String())
}

// Streaks against a search over all spans of years.
func TestStreaksProperty(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 300 {
		ranks := map[int]int{} // 0: not known
		var list []rank.Published
		for year := 2000; year < 2012; year++ {
			if n := r.IntN(4); n > 0 || year == 2000 || year == 2011 {
				n = max(n, 1)
				ranks[year] = n
				list = append(list, rank.Published{Year: year, Rank: n, Source: "s"})
			}
		}
		s := must(seriesOf(nil, list...))
		limit := 1 + r.IntN(3)
		all := func(from, to int, is func(n int) bool) bool {
			for y := from; y <= to; y++ {
				if y < 2000 || y > 2011 || !is(ranks[y]) {
					return false
				}
			}
			return true
		}
		sure := func(n int) bool { return n > 0 && n <= limit }
		could := func(n int) bool { return n <= limit }
		var want, got [][3]int
		for from := 2000; from < 2012; from++ {
			for to := from; to < 2012; to++ {
				if !all(from, to, sure) || all(from-1, to, sure) || all(from, to+1, sure) {
					continue
				}
				a, b := from, to
				for all(a-1, b, could) {
					a--
				}
				for all(a, b+1, could) {
					b++
				}
				want = append(want, [3]int{from, to, b - a + 1})
			}
		}
		for _, x := range s.Streaks(limit) {
			got = append(got, [3]int{x.From, x.To, x.AtMost})
		}
		assert.Equal(t, want, got, "%v within %d", ranks, limit)
	}
}

func TestSeriesRefuses(t *testing.T) {
	with := func(change func(*rank.Published)) error {
		p := first(2019, 2020, 17)
		change(&p)
		_, err := seriesOf(nil, p)
		return err
	}
	computed := func(year int, r rank.Ranking) error {
		_, err := seriesOf(map[int]rank.Ranking{year: r})
		return err
	}
	named := func(place ghg.PlaceID, among words.Term, c rank.Criterion) error {
		_, err := rank.NewSeries(place, among, c, []rank.Published{first(2019, 0, 0)}, nil)
		return err
	}
	many := func(n int) error {
		_, err := seriesOf(nil, make([]rank.Published, n)...)
		return err
	}
	otherwise := points
	otherwise.Better = rank.LowerIsBetter
	elsewhere := must(must(rank.NewPeers("cities", points, []rank.Peer{known("B", "1")})).Ranking(rank.Dense))
	upside := must(must(rank.NewPeers("cities", otherwise, []rank.Peer{known("A", "1")})).Ranking(rank.Dense))
	good := rankingOf(rank.Dense, "1", "2")
	for want, err := range map[string]error{
		"place: a place is needed":               named("", cities, points),
		"say in at most":                         named("A", words.Term{}, points),
		"say whether higher":                     named("A", cities, rank.Criterion{ID: "x", Name: "x", Unit: "t"}),
		`ranks "0": 1 to 1000`:                   many(0),
		`ranks "1001"`:                           many(1001),
		`year "19"`:                              with(func(p *rank.Published) { p.Year = 19 }),
		`until "2018": it cannot be before 2019`: with(func(p *rank.Published) { p.Until = 2018 }),
		`rank "0"`:                               with(func(p *rank.Published) { p.Rank = 0 }),
		`rank "18": from 1 to the number`:        with(func(p *rank.Published) { p.Rank = 18 }),
		`of "-1"`:                                with(func(p *rank.Published) { p.Of, p.Rank = -1, 1 }),
		`of "1": 0, where`:                       with(func(p *rank.Published) { p.Of, p.Joint = 1, true }),
		"a value is that of one year":            with(func(p *rank.Published) { p.Value = ghg.RatioOf(dec("1")) }),
		"name the document":                      with(func(p *rank.Published) { p.Source = "" }),
		"make one with Peers.Ranking":            computed(2019, rank.Ranking{}),
		"it is none of the peers":                computed(2019, elsewhere),
		"or ranks are of two things":             computed(2019, upside),
		`ranking of 1, year "1"`:                 computed(1, good),
	} {
		require.ErrorContains(t, err, want)
		var fault *ghg.Fault
		require.ErrorAs(t, err, &fault)
	}
	list := []rank.Published{first(2019, 2020, 17)}
	s := must(seriesOf(nil, list...))
	list[0].Rank = 5
	assert.Equal(t, 2, s.Streaks(1)[0].Years(), "what is given may change afterwards")
	assert.Zero(t, list[0].Of-17)
}
