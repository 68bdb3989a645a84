package rollup_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
)

var endOf2018 = ghg.MustDate("2018-12-31")

// at is a place of Korea by its code at the end of 2018.
func at(code string) place.Place {
	p, err := place.Korea().ByCode(code, endOf2018)
	if err != nil {
		panic(err)
	}
	return p
}

// road is what a centre printed of road transport, by kilometres driven: its selection is
// not known, but each kilometre is driven in one place.
func road() ghg.View {
	v, err := ghg.MustDeclaredView("road, by distance", "centre of the province").
		WithAdding("each kilometre is driven in one place", ghg.NoWasteConvention)
	if err != nil {
		panic(err)
	}
	return v
}

// printed is a series of printed figures of one place.
func printed(code string, v ghg.View, m ghg.Metric, byYear map[int]string) rollup.SeriesOf {
	var list []ghg.OfYear[ghg.Mass]
	for year, amount := range byYear {
		list = append(list, ghg.OfYear[ghg.Mass]{Year: year, Value: ghg.MustMass(amount)})
	}
	y, err := ghg.YearlyFrom(ghg.PlaceID(code), v, m, list)
	if err != nil {
		panic(err)
	}
	return rollup.SeriesOf{Place: at(code), Yearly: y}
}

// Three counties of a province are asked for. One has no figure, and is named.
func Example() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "서부경남", Day: endOf2018,
		Members: []place.Place{at("48860"), at("48870"), at("48880")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.Unstated}, []int{2018}, []rollup.SeriesOf{
		printed("48860", road(), ghg.Unstated, map[int]string{2018: "89.32 kt"}),
		printed("48880", road(), ghg.Unstated, map[int]string{2018: "132.25 kt"}),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := out.Sums[0]
	fmt.Println(s.CO2e.Figure(), "complete:", s.IsComplete())
	fmt.Println(s.Members().En)
	fmt.Println(s.Members().Ko)
	for _, f := range s.Findings.All {
		fmt.Println(f)
		fmt.Println(f.Korean())
	}
	// Output:
	// 221.57 kt complete: false
	// 2 of 3 places: 48860, 48880; missing: 48870
	// 3곳 가운데 2곳: 48860, 48880; 없음: 48870
	// 48870, missing-member: 48870 함양군 has no figure for 2018: it is missing from the sum, and not 0
	// 48870, 회원 지역의 수치가 빠짐: 48870 함양군의 2018년 수치가 없습니다. 합계에서 빠져 있으며 0이 아닙니다
}

// An inventory of a group is an inventory as any other. BASIC is refused, with its reason.
func ExampleGroup_Inventory() {
	record := func(code, category, kt string) ghg.Record {
		return ghg.Record{Place: ghg.PlaceID(code), Period: ghg.CalendarYear(2018), Gas: ghg.CO2,
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: category}, Value: ghg.Emitted(ghg.MustMass(kt))}
	}
	var reports []rollup.InventoryOf
	for code, kt := range map[string]string{"48120": "100.25 kt", "48170": "80.5 kt", "48310": "19.25 kt"} {
		inv, _, err := ghg.NewInventory(ghg.PlaceID(code), ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme,
			[]ghg.Record{record(code, "I.1.1", kt), record(code, "I.1.2", "7 kt")})
		if err != nil {
			fmt.Println(err)
			return
		}
		reports = append(reports, rollup.InventoryOf{Place: at(code), Inventory: inv})
	}
	g, err := rollup.NewGroup(rollup.Definition{Name: "three cities", Day: endOf2018,
		Members: []place.Place{at("48120"), at("48170"), at("48310")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 2018, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Total.CO2e, out.Inventory.Len(), "records of", out.Inventory.Place())
	own, err := gpc.Territorial.WithTags("of Geoje", []string{rollup.MemberTag(at("48310"), endOf2018)}, nil, "one place")
	if err != nil {
		fmt.Println(err)
		return
	}
	of, err := out.Inventory.Total(own, ghg.AR5)
	fmt.Println(of.CO2e, err)

	_, err = g.Inventory(rollup.Question{View: gpc.Basic, Metric: ghg.AR5}, 2018, reports)
	fmt.Println(err)
	// Output:
	// 200000 tCO2e (AR5) 3 records of three cities
	// 19250 tCO2e (AR5) <nil>
	// GPC 1.1 BASIC is not added between places: scope 2 of one place may be scope 1 of another. The places are 48120 창원시; 48170 진주시; 48310 거제시
}

// The governor's figure of a province is held against the sum of its cities. Rounding
// explains up to half a unit of each last digit; what it does not is the figure of one city.
func ExampleSum_Against() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "경상남도", Day: endOf2018, Members: []place.Place{at("48")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("48220", road(), ghg.AR5, map[int]string{2018: "448.94 kt"}),
		printed("48330", road(), ghg.AR5, map[int]string{2018: "56.24 kt"}),
		printed("48270", road(), ghg.AR5, map[int]string{2018: "12.02 kt"}),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	own := ghg.MustCO2e("68.26 ktCO2e (AR5)")
	c, err := out.Sums[0].Against("경상남도", own, own.Figure().HalfUnit())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Difference.Figure(), "within", c.Rounding, c.IsExplained, len(c.Missing), "missing")
	fmt.Println(c.Findings().All[1])
	// Output:
	// 448.94 kt within 20 t false 15 missing
	// 경상남도, difference-is-one-member: the figure of 48220 통영시, 448.94 kt, is the whole difference: it is in the sum and not in what is stated
}

// A coalition's members on a day, and who was one of them is not known.
func ExampleOfCoalition() {
	c, err := place.NewCoalition(place.CoalitionDefinition{Name: "실천연대", Source: "own list of 2021", Members: []place.Membership{
		{Place: at("48310"), Joined: ghg.MustWhen("2018-03-02")},
		{Place: at("48120"), Joined: ghg.MustWhen("2018")},
		{Place: at("48170"), Joined: ghg.MustWhen("2017-05"), Left: ghg.MustWhen("2017-12-31")}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, findings, err := rollup.OfCoalition(c, ghg.MustDate("2018-06-30"))
	fmt.Println(g.Name(), g.Day(), g.Members(), err)
	fmt.Println(findings)
	// Output:
	// 실천연대 2018-06-30 [48310 거제시] <nil>
	// 48120 창원시, membership-unsure: whether 48120 창원시 was a member on 2018-06-30 is not known: it is not in the group
}

// Per head names which population, and of which day.
func ExampleSum_PerHead() {
	m, err := rollup.NewStatistic(rollup.StatisticDefinition{Kind: rollup.RegisteredPopulation, On: ghg.MustWhen("2013-12-31"),
		Source: "province",
		Of:     []rollup.PlaceNumber{{Place: at("48720"), Number: number("30136")}, {Place: at("48730"), Number: number("70868")}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48720"), at("48730")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("48730", road(), ghg.AR5, map[int]string{2018: "253.72 kt"})})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := out.Sums[0]
	fmt.Println(s.PerHead(m))
	fmt.Println(s.PerHead(m).Korean())
	x := s.Extent(m)
	fmt.Println(x.Covered.Percent(2), "of the", m, "of", m.Source(), "·", x.Missing[0].Place, x.Missing[0].Share.Percent(2))
	fmt.Println(x.Findings.All[0])
	for _, each := range s.PerHeadOfEach(m) {
		fmt.Println(each.Place, each)
	}
	// Output:
	// 3.580177230908 t/person by registered population of 2013-12-31
	// 1인당 3.580177230908톤, 주민등록인구(2013-12-31)
	// 70.16% of the registered population of 2013-12-31 of province · 48720 의령군 29.84%
	// population-of-another-year: the registered population of 2013-12-31 is held against figures for 2018
	// 48730 함안군 3.580177230908 t/person by registered population of 2013-12-31
}

// The base year of a government that came later: the places that it came of.
func ExamplePredecessors() {
	korea, now, then := place.Korea(), ghg.MustDate("2026-07-20"), endOf2018
	merged, _, err := korea.Find("전남광주통합특별시", now)
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := rollup.Predecessors(korea, merged, now, then)
	fmt.Println(g.Name(), g.Members(), err)
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("29", road(), ghg.AR5, map[int]string{2018: "7000 kt"}), printed("46", road(), ghg.AR5, map[int]string{2018: "90000 kt"})})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Yearly.Place(), out.Sums[0].CO2e.Figure())
	// Output:
	// 전남광주통합특별시 [29 광주광역시 46 전라남도] <nil>
	// 전남광주통합특별시 97000 kt
}

// A row is held against its parts before it is added to those of other places.
func ExampleCheckRow() {
	c, err := rollup.CheckRow("48120 창원시, buildings", 2018, ghg.MustCO2e("2154.57 ktCO2e"),
		ghg.MustCO2e("1390.37 ktCO2e"), ghg.MustCO2e("686.24 ktCO2e"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Difference.Figure(), c.IsExplained)
	fmt.Println(c.Findings())
	// Output:
	// -77.96 kt false
	// 48120 창원시, buildings, total-mismatch: stated as 2154.57 kt; the sum of 2 parts is 2076.61 kt: -77960 t difference; beyond the rounding of what is printed: 77945 t
}

// A statistic says what it counts, of which day and from where.
func ExampleNewStatistic() {
	m, err := rollup.NewStatistic(rollup.StatisticDefinition{Kind: rollup.LivingPopulation, On: ghg.MustWhen("2023-05"), Source: "statistics",
		Of: []rollup.PlaceNumber{{Place: at("48720"), Number: number("25817")}}})
	n, known := m.Of(at("48720"))
	fmt.Println(n, known, m.Kind(), m.Kind().Korean(), m.On(), m.Source(), err)
	_, err = rollup.NewStatistic(rollup.StatisticDefinition{Of: []rollup.PlaceNumber{{Place: at("48720"), Number: number("25817.5")}}})
	fmt.Println(err)
	// Output:
	// 25817 true living population 생활인구 2023-05 statistics <nil>
	// statistic, kind: say which population, or land area
	// statistic, on: say of which day, month or year
	// statistic, source: say where the numbers are from
}
