package rollup_test

import (
	"errors"
	"fmt"
	"slices"

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
	// 48870 함양군의 2018년 수치가 없습니다. 합계에서 빠져 있으며 0이 아닙니다
}

// A metropolitan city and its districts are members of one coalition: what counts has to
// be said, and no place counts twice.
func ExampleNestedError() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "coalition", Day: endOf2018,
		Members: []place.Place{at("27"), at("27290"), at("41110")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	reports := []rollup.SeriesOf{
		printed("27", road(), ghg.AR5, map[int]string{2018: "8970 kt"}),
		printed("27290", road(), ghg.AR5, map[int]string{2018: "1500 kt"}),
		printed("41110", road(), ghg.AR5, map[int]string{2018: "5700 kt"}),
	}
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	_, err = g.Yearly(q, []int{2018}, reports)
	var both *rollup.NestedError
	if errors.As(err, &both) {
		fmt.Println(both.Place, both.Below, both.WouldBe)
		fmt.Println(both.Korean())
	}
	q.Nested = rollup.OwnFigure
	out, err := g.Yearly(q, []int{2018}, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range out.Sums[0].Covered {
		fmt.Println(c.Place, "is in the figure of", c.By)
	}
	fmt.Println(out.Sums[0].CO2e.Figure(), "by", q.Nested, "·", q.Nested.NameKo())
	// Output:
	// 27 대구광역시 [27290 달서구] 16170000 tCO2e (AR5)
	// 27 대구광역시와(과) 그 하위가 2018년 수치를 함께 냈습니다: 27290 달서구. 모두 더하면 16170000 tCO2e (AR5)로 이중 계산입니다. 자체 수치, 하위 합계, 대조 가운데 무엇을 집계할지 정하십시오
	// 27290 달서구 is in the figure of 27 대구광역시
	// 14670 kt by own figure · 자체 수치
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

func ExampleNotAddableError() {
	published := ghg.MustDeclaredView("total", "somebody's table")
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48860"), at("48880")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = g.Yearly(rollup.Question{View: published, Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("48860", published, ghg.AR5, map[int]string{2018: "89.32 kt"}),
		printed("48880", published, ghg.AR5, map[int]string{2018: "132.25 kt"})})
	var not *rollup.NotAddableError
	if errors.As(err, &not) {
		fmt.Println(len(not.Places), "places:", not.Why)
		fmt.Println(not.Korean())
	}
	// Output:
	// 2 places: what the figure contains is not known
	// total (as declared by somebody's table)은(는) 지역 사이에 더할 수 없습니다: what the figure contains is not known. 대상: 48860 산청군; 48880 거창군
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
	m, err := rollup.NewMeasure(rollup.MeasureDefinition{Kind: rollup.RegisteredPopulation, On: ghg.MustWhen("2013-12-31"),
		Source: "province", Of: []rollup.Measured{{Place: at("48720"), Number: number("30136")}, {Place: at("48730"), Number: number("70868")}}})
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

// Of a district that was divided, a part alone belongs to each of the two that came of it:
// the share is stated, and what comes of it is estimated.
func ExamplePortionError() {
	korea, now, then := place.Korea(), ghg.MustDate("2026-07-20"), endOf2018
	seohae, err := korea.ByCode("28275", now)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = rollup.Predecessors(korea, seohae, now, then)
	var part *rollup.PortionError
	if !errors.As(err, &part) {
		fmt.Println(err)
		return
	}
	fmt.Println("a part of", part.Place, "is in", part.Of)
	g, err := rollup.Predecessors(korea, seohae, now, then,
		rollup.Portion{Place: part.Place, Share: ghg.MustShare("62.5%"), Source: "the district, by registered population"})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018},
		[]rollup.SeriesOf{printed("28260", road(), ghg.AR5, map[int]string{2018: "1200 kt"})})
	if err != nil {
		fmt.Println(err)
		return
	}
	f, _ := out.Yearly.At(2018)
	fmt.Println(f.CO2e, f.Status)
	fmt.Println(out.Sums[0].Findings)
	// Output:
	// a part of 28260 서구 is in 28275 서해구
	// 750000 tCO2e (AR5) estimated
	// 28260, estimated-share: 62.5% of the figure of 28260 서구 counts, as the district, by registered population says: it is estimated
}

// Two publications of one place are two answers.
func ExampleVintageError() {
	first := printed("27", road(), ghg.AR5, map[int]string{2018: "9430 kt"})
	y, err := ghg.NewYearly("대구", road(), ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("8970 ktCO2e (AR5)"), Vintage: 2, Source: "publication of 2022-12"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := rollup.NewGroup(rollup.Definition{Name: "one", Day: endOf2018, Members: []place.Place{at("27")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	reports := []rollup.SeriesOf{first, {Place: at("27"), Yearly: y}}
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	_, err = g.Yearly(q, []int{2018}, reports)
	var several *rollup.VintageError
	if errors.As(err, &several) {
		fmt.Println(several.Place, several.Have)
		fmt.Println(several.Korean())
	}
	q.Vintages = []rollup.VintageOf{{Place: at("27"), Vintage: slices.Max(several.Have)}}
	out, err := g.Yearly(q, []int{2018}, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Sums[0].CO2e)
	fmt.Println(out.Sums[0].Findings)
	// Output:
	// 27 대구광역시 [first vintage vintage 2]
	// 27 대구광역시의 2018년 수치가 여러 판본입니다(제1판; 제2판). 어느 판본을 집계할지 정하십시오
	// 8970000 tCO2e (AR5)
	// 27, vintage-aligned: of 27 대구광역시 the vintage 2 counts, as was told
}

// A place that counts waste where it is generated and one that counts it where it is
// treated count a tonne twice.
func ExampleWasteConventionError() {
	by := func(name string, w ghg.WasteConvention) ghg.View {
		v, err := ghg.MustDeclaredView(name, "plan").WithAdding("energy stands where it is used", w)
		if err != nil {
			panic(err)
		}
		return v
	}
	generated, treated := by("managed", ghg.WasteByGenerator), by("managed, waste treated", ghg.WasteByTreatment)
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: endOf2018, Members: []place.Place{at("48120"), at("48170")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = g.Yearly(rollup.Question{View: generated, Metric: ghg.AR5}, []int{2018}, []rollup.SeriesOf{
		printed("48120", generated, ghg.AR5, map[int]string{2018: "140 kt"}), printed("48170", treated, ghg.AR5, map[int]string{2018: "140 kt"})})
	var mixed *rollup.WasteConventionError
	if errors.As(err, &mixed) {
		fmt.Println(mixed.ByGenerator, mixed.ByTreatment, mixed.WouldBe)
		fmt.Println(mixed.Korean())
	}
	// Output:
	// [48120 창원시] [48170 진주시] 280000 tCO2e (AR5)
	// 2018년 수치의 폐기물 기준이 다릅니다. 처리지 기준: 48170 진주시. 발생지 기준: 48120 창원시. 더하면 280000 tCO2e (AR5)로 이중 계산이나 누락이 생깁니다. 한 기준으로 맞추십시오
}

// Gunwi went from one province to another: an old territory and a new one overlap.
func ExampleOverlapError() {
	g, err := rollup.NewGroup(rollup.Definition{Name: "two", Day: ghg.MustDate("2022-12-31"), Members: []place.Place{at("27"), at("47")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	daegu := printed("27", road(), ghg.AR5, map[int]string{2022: "9200 kt"})
	daegu.Territory = ghg.MustDate("2023-07-01") // restated
	_, err = g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2022}, []rollup.SeriesOf{
		printed("47", road(), ghg.AR5, map[int]string{2022: "60000 kt"}), daegu})
	var both *rollup.OverlapError
	if errors.As(err, &both) {
		for _, o := range both.Overlaps {
			fmt.Println(o.Codes, o.Place, "in", o.A, "and", o.B)
		}
	}
	fmt.Println(err)
	// Output:
	// 47720/27720 27720 군위군 in 47 경상북도 and 27 대구광역시
	// figures for 2022 that were to be added hold the same territory: 47720 군위군 is in that of 47 경상북도 (as of 2022-12-31) and in that of 27 대구광역시 (as of 2023-07-01)
}
