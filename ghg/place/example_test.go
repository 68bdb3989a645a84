package place_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
)

// A county moved from a province to a metropolitan city. It is one place, and one series.
func Example() {
	korea := place.Korea()
	before, after := ghg.MustDate("2023-06-30"), ghg.MustDate("2023-07-01")
	daegu, _, err := korea.Find("대구광역시", after)
	if err != nil {
		fmt.Println(err)
		return
	}
	for p := range daegu.Members(after) {
		s, _ := p.On(after)
		fmt.Print(s.NameEn, ", ")
	}
	fmt.Println("of", daegu)

	gunwi, _, err := korea.Find("군위군", after)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range gunwi.Spans() {
		fmt.Println(s, "in", s.Parent, "from", s.From)
	}
	fmt.Println("in Daegu the day before:", gunwi.IsWithin(daegu, before))
	for _, c := range daegu.TerritoryChanges() {
		fmt.Println("territory of Daegu:", c)
	}
	// Output:
	// Jung-gu, Dong-gu, Seo-gu, Nam-gu, Buk-gu, Suseong-gu, Dalseo-gu, Dalseong-gun, Gunwi-gun, of 27 대구광역시
	// 47720 군위군 in 47 from 1988-04-23
	// 27720 군위군 in 27 from 2023-07-01
	// in Daegu the day before: false
	// territory of Daegu: 47720 → 27720 on 2023-07-01 (transfer, whole)
}

// An old code says what came of it.
func ExampleNotInForceError() {
	_, err := place.Korea().ByCode("44730", ghg.MustDate("2018-12-31"))
	var gone *place.NotInForceError
	if errors.As(err, &gone) {
		for _, c := range gone.Successors {
			fmt.Println("now", c.To, "since", c.On, c.Extent())
		}
	}
	fmt.Println(err)
	_, err = place.Korea().ByCode("11", ghg.MustDate("1980-01-01"))
	fmt.Println(err)
	// Output:
	// now 36 since 2012-07-01 whole
	// Korea: "44730" was not in force on 2018-12-31; there is 44730 연기군 from 1988-04-23 until 2012-06-30; what came of it: 44730 → 36 on 2012-07-01 (merge, whole)
	// Korea: the table begins on 1988-04-23: what "11" was on 1980-01-01 is not known
}

// A homonym gives every candidate; a parent tells them apart.
func ExampleGazetteer_ByName() {
	korea, day := place.Korea(), ghg.MustDate("2024-12-31")
	all, _, _ := korea.ByName("고성군", day)
	fmt.Println(all)
	all, _, _ = korea.ByName("경남 고성군", day)
	fmt.Println(all)
	all, findings, _ := korea.ByName("Suwon", day)
	fmt.Println(all, findings.All[0].Code)
	_, _, err := korea.ByName("Taegu", day)
	fmt.Println(err)
	// Output:
	// [48820 고성군 51820 고성군]
	// [48820 고성군]
	// [41110 수원시] matched-without-suffix
	// Korea on 2024-12-31: unknown place "Taegu": no place has that name; names that look alike: 27 Daegu
}

// A record names a place by code or by name; a name of several is refused with all.
func ExampleGazetteer_Find() {
	_, _, err := place.Korea().Find("고성군", ghg.MustDate("2024-12-31"))
	fmt.Println(err)
	// Output:
	// Korea, place "고성군": several places have the name on 2024-12-31: write a code, or the parent before the name: 48820 고성군 (경상남도), 51820 고성군 (강원특별자치도)
}

// GIR's sheets hold the two cities of Jeju, which are no governments: their figures are
// added into the province.
func ExamplePlace_Government() {
	day := ghg.MustDate("2022-12-31")
	city, _, err := place.Korea().Find("제주_서귀포시", day)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, _ := city.On(day)
	jeju, _ := city.Government(day)
	fmt.Println(s, "·", s.Level, "·", "added into", jeju)
	for range jeju.Members(day) {
		fmt.Println("never a member")
	}
	// Output:
	// 50130 서귀포시 · administrative-city · added into 50 제주특별자치도
}

// A part of a county went to a new city, and the rest into another one later.
func ExamplePlace_Successors() {
	korea := place.Korea()
	cheongwon := korea.Places("43710")[0]
	for _, s := range cheongwon.Successors() {
		fmt.Println(s.Extent(), "to", s.Place, "on", s.On)
	}
	for _, city := range korea.Places("43110") { // one code, two cities
		fmt.Println(city, len(city.Predecessors()), "predecessors")
	}
	// Output:
	// part to 36 세종특별자치시 on 2012-07-01
	// whole to 43110 청주시 on 2014-07-01
	// 43110 청주시 0 predecessors
	// 43110 청주시 2 predecessors
}

// Any country: a county that took over a town.
func ExampleNewGazetteer() {
	g, err := place.NewGazetteer(place.GazetteerDefinition{Name: "Ruritania", Source: "gazette of 2020",
		Begins: ghg.MustDate("1990-01-01"), Suffixes: []string{" County"},
		Spans: []place.Span{
			{Code: "A", Name: "Strelsau County", Level: place.Basic, From: ghg.MustDate("1990-01-01")},
			{Code: "B", Name: "Hentzau", Level: place.Basic, From: ghg.MustDate("1990-01-01"), To: ghg.MustDate("2020-01-01")},
		},
		Changes: []place.Change{{From: "B", To: "A", On: ghg.MustDate("2020-01-01"), Kind: place.Merge}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, findings, err := g.Find("Strelsau", ghg.MustDate("2021-01-01"))
	fmt.Println(g, "after the", g.Source())
	fmt.Println(p, p.TerritoryChanges(), findings.Len(), err)

	_, err = place.NewGazetteer(place.GazetteerDefinition{Name: "Ruritania", Source: "gazette of 2020",
		Begins: ghg.MustDate("1990-01-01"),
		Spans:  []place.Span{{Code: "C", Name: "Zenda", Level: place.Basic, Parent: "R", From: ghg.MustDate("1990-01-01")}}})
	fmt.Println(err)
	// Output:
	// Ruritania after the gazette of 2020
	// A Strelsau County [B → A on 2020-01-01 (merge, whole)] 1 <nil>
	// C Zenda, parent "R": it is not in force on 1990-01-01
}

// Who was in a coalition on a day, and who cannot be told.
func ExampleCoalition_On() {
	korea, day := place.Korea(), ghg.MustDate("2021-06-30")
	find := func(name ghg.PlaceID) place.Place {
		p, _, err := korea.Find(name, day)
		if err != nil {
			fmt.Println(err)
		}
		return p
	}
	c, err := place.NewCoalition(place.CoalitionDefinition{Name: "pact", Source: "minutes of 2022-01-10",
		Members: []place.Membership{
			{Place: find("경상남도"), Joined: ghg.MustWhen("2020-07-07")},
			{Place: find("거제시"), Joined: ghg.MustWhen("2021-04-22")},
			{Place: find("통영시"), Joined: ghg.MustWhen("2021")},
			{Place: find("대구 중구"), Joined: ghg.MustWhen("2019"), Left: ghg.MustWhen("2021-06-30")},
		}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Name(), "of", len(c.Memberships()), "memberships, after the", c.Source())
	roll, err := c.On(day)
	for _, m := range roll.Members {
		fmt.Printf("%s, covered by %q\n", m.Place, m.CoveredBy)
	}
	fmt.Println("unsure:", roll.Unsure, "· ended:", roll.Ended, err)
	// Output:
	// pact of 4 memberships, after the minutes of 2022-01-10
	// 48 경상남도, covered by ""
	// 48310 거제시, covered by "48 경상남도"
	// unsure: [48220 통영시] · ended: [] <nil>
}

// The governments of a day: rows of ordinary districts and of Jeju's cities are parts of others.
func ExampleGazetteer_On() {
	day := ghg.MustDate("2026-07-20")
	governments, parts := map[place.Level]int{}, map[place.Level]int{}
	for p := range place.Korea().On(day) {
		s, _ := p.On(day)
		if s.Level.IsGovernment() {
			governments[s.Level]++
		} else {
			parts[s.Level]++
		}
	}
	fmt.Println(governments, parts)
	level, err := place.ParseLevel("일반구")
	fmt.Println(level, level.Korean(), parts[level], err)
	// Output:
	// map[metropolitan:16 basic:227] map[ordinary-district:39 administrative-city:2]
	// ordinary-district 일반구 39 <nil>
}

// What stands above and below a city.
func ExamplePlace_Units() {
	korea, day := place.Korea(), ghg.MustDate("2026-07-20")
	suwon, _, err := korea.Find("수원시", day)
	if err != nil {
		fmt.Println(err)
		return
	}
	for district := range suwon.Units(day) {
		fmt.Print(district)
		for above := range district.Ancestors(day) {
			fmt.Print(" < ", above)
		}
		fmt.Println()
	}
	province, ok := suwon.Parent(day)
	fmt.Println(province, ok)
	// Output:
	// 41111 장안구 < 41110 수원시 < 41 경기도
	// 41113 권선구 < 41110 수원시 < 41 경기도
	// 41115 팔달구 < 41110 수원시 < 41 경기도
	// 41117 영통구 < 41110 수원시 < 41 경기도
	// 41 경기도 true
}

// A place that is recoded goes on; one that is split ends.
func ExampleKind() {
	for _, word := range []string{"rename-recode", "통합", "split"} {
		kind, err := place.ParseKind(word)
		c := place.Change{Kind: kind}
		fmt.Println(kind, "· goes on:", kind.Continues(), "· whole:", c.IsWhole(), err)
	}
	// Output:
	// rename-recode · goes on: true · whole: true <nil>
	// merge · goes on: false · whole: true <nil>
	// split · goes on: false · whole: false <nil>
}

// The days of a span: from the first on, and no more on the day that ends it.
func ExampleSpan_Holds() {
	yeongi := place.Korea().Places("44730")[0].Spans()[0]
	fmt.Println(yeongi.To, yeongi.Holds(ghg.MustDate("2012-06-30")), yeongi.Holds(yeongi.To))
	// Output: 2012-07-01 true false
}
