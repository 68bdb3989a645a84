package carveout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The city's records of two years, with the facility where one is known.
const cityRecords = `지역,연도,배출원,가스,배출량,단위,시설
하늘군,2021,I.1.1,CO2,52000.5,t,
하늘군,2021,I.3.1,CO2,41200.5,t,cement
하늘군,2021,I.3.1,CH4,2,t,cement
하늘군,2021,I.3.1,CO2,7300,t,
하늘군,2021,I.3.2,CO2,18750.25,t,cement
하늘군,2021,III.3.1,CO2,9310,t,incinerator
하늘군,2021,I.2.2,CO2,1204,t,incinerator
하늘군,2022,I.1.1,CO2,50125,t,
하늘군,2022,I.3.1,CO2,39870,t,cement
하늘군,2022,I.3.2,CO2,17020.75,t,cement
하늘군,2022,III.3.1,CO2,9105,t,incinerator
하늘군,2022,I.2.2,CO2,1187.5,t,incinerator
`

// cityInventories are those of a file of records.
func cityInventories(file string) []ghg.Inventory {
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err := firstOf(err, report.Err()); err != nil {
		panic(err)
	}
	inventories, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	if err != nil {
		panic(err)
	}
	return inventories
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// citySites are the facilities of the table that are not at fault.
func citySites() []carveout.Facility {
	sites, _, err := carveout.ReadFacilities(strings.NewReader(facilityTable), ghg.CSVFormat{})
	if err != nil {
		panic(err)
	}
	return sites
}

func cityDefinition(sites ...carveout.Facility) carveout.RegisterDefinition {
	return carveout.RegisterDefinition{Trading: carveout.KETS, Metric: ghg.AR5, Source: "facilities.csv", Facilities: sites}
}

// The table says who owns a site and when it trades, the inventory what it emits: no
// figure is told twice.
func ExampleRegisterOf() {
	register, findings, err := carveout.RegisterOf(cityDefinition(citySites()...), gpc.Basic, cityInventories(cityRecords)...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range register.Facilities() {
		for _, e := range f.Emissions {
			fmt.Println(f.NameKo, e.Year, e.Category.Code, e.Scope, e.CO2e)
		}
	}
	fmt.Println(findings)
	fmt.Println(findings.Korean())
	// Output:
	// 시멘트공장 2021 I.3.1 scope 1 41256.5 tCO2e (AR5)
	// 시멘트공장 2021 I.3.2 scope 2 18750.25 tCO2e (AR5)
	// 시멘트공장 2022 I.3.1 scope 1 39870 tCO2e (AR5)
	// 시멘트공장 2022 I.3.2 scope 2 17020.75 tCO2e (AR5)
	// 소각장 2021 III.3.1 scope 1 9310 tCO2e (AR5)
	// 소각장 2021 I.2.2 scope 2 1204 tCO2e (AR5)
	// 소각장 2022 III.3.1 scope 1 9105 tCO2e (AR5)
	// 소각장 2022 I.2.2 scope 2 1187.5 tCO2e (AR5)
	// facility "dairy", site-without-record: no record is of it; the scheme covers it in none of the years of the records
	// 시설 "dairy", 기록이 없는 시설: 이 시설의 배출량 기록이 없음: 기록이 있는 연도에는 할당대상이 아님
}

// The records spell the cement works in their own way, and one plant trades of which the
// table has no row: neither may stay in the managed total unseen.
func ExampleRegisterOf_spelling() {
	file := strings.ReplaceAll(cityRecords, "t,cement", "t,시멘트 공장") + "하늘군,2022,I.4.1,CO2,300,t,power plant\n"
	inventories := cityInventories(file)
	for i, inv := range inventories {
		inventories[i] = inv.Tagged(func(r ghg.Record) ghg.Tags {
			if r.Facility == "power plant" {
				return ghg.MakeTags(carveout.TagCovered)
			}
			return r.Tags
		})
	}
	_, _, err := carveout.RegisterOf(cityDefinition(citySites()...), gpc.Basic, inventories...)
	fmt.Println(err)
	// Output:
	// line 3, inventory, facility "시멘트 공장": 5 records are of it, and the table has it as "cement": write it so
	// line 14, inventory, facility "power plant": 1 records have the tag of a covered site (ets), and no row of the table is of it: give it one, or take the tag off
}

func ExampleRegister_Carved() {
	register, _, err := carveout.RegisterOf(cityDefinition(citySites()...), gpc.Basic, cityInventories(cityRecords)...)
	if err != nil {
		fmt.Println(err)
		return
	}
	// Of manufacturing in 2021, what is not managed in 2030?
	part, whole, err := register.Carved(category("I.3"), "", 2021, 2030)
	fmt.Println(part, "of", whole, err)
	_, _, err = register.Carved(category("V.1"), "", 2021, 2030)
	fmt.Println(err)
	// Output:
	// 60006.75 tCO2e (AR5) of 67306.75 tCO2e (AR5) <nil>
	// the total of GPC 1.1 V.1: no figure for 2021: the share of it that the trading scheme covers is not known: make the register of records that have it, or state the share
}

func codes(findings ghg.Findings) (out []string) {
	for _, f := range findings.All {
		out = append(out, f.Code+" "+f.Of)
	}
	return out
}

// What a total does not count is no emission of a site: keys, alternatives, projections.
func TestRegisterOfTakesWhatTotalsTake(t *testing.T) {
	year := ghg.CalendarYear(2021)
	line := func(code string, v ghg.Value, change ...func(*ghg.Record)) ghg.Record {
		r := ghg.Record{Place: "town", Period: year, Category: category(code), Facility: "mill", Gas: ghg.CO2, Value: v}
		for _, c := range change {
			c(&r)
		}
		return r
	}
	tonnes := func(s string) ghg.Value { return ghg.Emitted(ghg.MustMass(s + " t")) }
	records := []ghg.Record{
		line("I.1.1", tonnes("900"), func(r *ghg.Record) { r.Facility = "" }),
		line("I.3.1", tonnes("40")),
		line("I.3.1", tonnes("37"), func(r *ghg.Record) { r.Status = ghg.Projected }), // not as measured
		line("I.3.1", tonnes("2.5"), func(r *ghg.Record) { r.Fuel = "diesel" }),
		line("I.3.1", tonnes("0.25"), func(r *ghg.Record) { r.Fuel = "Diesel " }),
		line("I.3.2", tonnes("18"), func(r *ghg.Record) { r.Variant = ghg.LocationBased }),
		line("I.3.2", tonnes("11"), func(r *ghg.Record) { r.Variant = ghg.MarketBased }),
		line("IV.1", tonnes("3")),   // not in BASIC
		line("II.1.3", tonnes("1")), // scope 3
	}
	inv, _, err := ghg.NewInventory("town", year, ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	inv, err = inv.Taking(ghg.Actual)
	require.NoError(t, err)
	site := mill()
	site.Emissions = nil
	both := ghg.MustView(ghg.ViewDefinition{Name: "both", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.3.1", "I.3.2"}})
	_, _, err = carveout.RegisterOf(cityDefinition(site), both, inv)
	var withheld *ghg.WithheldError
	require.ErrorAs(t, err, &withheld, "which electricity?")
	view := must(gpc.Basic.WithVariant(ghg.MarketBased))
	r, findings, err := carveout.RegisterOf(cityDefinition(site), view, inv)
	require.NoError(t, err)
	assert.Equal(t, []string{`not-held facility "mill"`}, codes(findings))
	assert.Contains(t, findings.String(), "the view does not count its records in IV.1")
	f, _ := r.Facility("mill", 2021)
	var got []string
	for _, e := range f.Emissions {
		got = append(got, e.Category.Code+" "+e.Fuel+" "+e.CO2e.Tonnes().String())
	}
	assert.Equal(t, []string{"I.3.1  40", "I.3.1 diesel 2.75", "I.3.2  11"}, got)

	// Such a register is of the view that it was made in.
	_, err = r.CarveOut(carveout.Totals{Citywide: citywide(gpc.Basic, map[int]string{2021: "1000"})}, inGPC)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectView))
	part, whole, err := r.Carved(category("I.3"), "DIESEL", 2021, 2019)
	require.NoError(t, err)
	assert.Equal(t, "2.75 of 2.75", part.Tonnes().String()+" of "+whole.Tonnes().String())
	part, _, err = r.Carved(category("I.3.1"), "", 2021, 2018)
	require.NoError(t, err)
	assert.True(t, part.IsZero(), "it traded from 2019 on")
	_, _, err = r.Carved(category("I.3.1"), "hydrogen", 2021, 2019)
	assert.ErrorContains(t, err, "the total of GPC 1.1 I.3.1, hydrogen: no figure for 2021")
	_, _, err = r.Carved(category("I.3.1"), "", 2020, 2019)
	assert.Error(t, err)
	_, _, err = carveout.Register{}.Carved(category("I.3.1"), "", 2020, 2019)
	assert.ErrorIs(t, err, carveout.ErrNoRegister)
	_, _, err = must(carveout.NewRegister(townRegister(mill()))).Carved(category("I.3.1"), "", 2021, 2021)
	assert.Error(t, err, "its totals are not known")
}

// Every way in which table and records miss each other is said.
func TestRegisterOfFindings(t *testing.T) {
	year := ghg.CalendarYear(2021)
	record := func(code, facility, tags string, v ghg.Value) ghg.Record {
		return ghg.Record{Place: "town", Period: year, Category: category(code), Facility: facility, Gas: ghg.CO2, Value: v,
			Tags: ghg.MakeTags(tags)}
	}
	ton := ghg.Emitted(ghg.MustMass("7 t"))
	key := func(k ghg.Key) ghg.Value { return ghg.KeyedAsFound(k, "no meter") }
	plant, plant2, lone := incinerator(), mill(), smallMill()
	plant.Emissions, plant2.Emissions, lone.Emissions = nil, nil, nil
	lone.From = 2020
	inv, _, err := ghg.NewInventory("town", year, ghg.FirstVintage, gpc.Scheme, []ghg.Record{
		record("I.1.1", "", "", ton),
		record("III.3.1", "incinerator", "ets;ets-others", ton), // whose?
		record("I.2.2", "incinerator", "ets;council-owned", key(ghg.NO)),
		record("I.3.1", "mill", "", ton),
		record("I.3.2", "mill", "", key(ghg.NE)),
		record("I.3.1", "mil", "", ton),
		record("I.3.2", "mil", "", ton),
		record("I.3.1", "foundry", "", ton),
	})
	require.NoError(t, err)
	_, findings, err := carveout.RegisterOf(cityDefinition(plant, plant2, lone), gpc.Basic, inv)
	require.NoError(t, err)
	assert.Equal(t, []string{`looks-alike facility "mil"`, `tag-differs facility "incinerator"`, `site-without-record facility "small mill"`,
		`site-without-number facility "mill"`}, codes(findings))
	assert.Contains(t, findings.All[0].Detail, `records are of it (2), and no row of the table: it looks like "mill"`)
	assert.Contains(t, findings.All[1].Detail, "by the register they have ets;council-owned: the register counts")
	assert.Equal(t, ghg.Serious, findings.All[2].Severity)
	assert.Contains(t, findings.All[2].Detail, "the scheme covers it in 2021")
	assert.Contains(t, findings.All[3].DetailKo, "간접(스코프 2) 기록에 수치가 없음")

	// Tagged as covered before it was.
	plant2.From = 2022
	early := inv.Tagged(func(r ghg.Record) ghg.Tags {
		if r.Facility == "mill" {
			return ghg.MakeTags("ets;ets-others")
		}
		return ghg.Tags{}
	})
	_, findings, err = carveout.RegisterOf(cityDefinition(plant2), gpc.Basic, early)
	require.NoError(t, err)
	assert.Contains(t, findings.Korean(), "시설 목록으로는 해당 없음")

	// A tag and no facility.
	bare := inv.Tagged(func(r ghg.Record) ghg.Tags {
		if r.Facility == "" {
			return ghg.MakeTags("ets")
		}
		return ghg.Tags{}
	})
	_, _, err = carveout.RegisterOf(cityDefinition(plant, plant2), gpc.Basic, bare)
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, carveout.FaultUnregistered, fault.Code)

	// Plant 2 is not a slip for plant 3.
	plant2.ID, plant2.Name = "plant 2", "Plant 2"
	third, _, err := ghg.NewInventory("town", year, ghg.FirstVintage, gpc.Scheme, []ghg.Record{record("I.3.1", "plant 3", "", ton)})
	require.NoError(t, err)
	_, findings, err = carveout.RegisterOf(cityDefinition(plant2), gpc.Basic, third)
	require.NoError(t, err)
	assert.Equal(t, []string{`site-without-record facility "plant 2"`}, codes(findings))
}
