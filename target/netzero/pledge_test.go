package netzero_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ownPledge is "no new fossil power plants" of May 2021.
func ownPledge() netzero.Pledge {
	return netzero.Pledge{Place: "Daegu", Name: "no new fossil power plants", Kind: netzero.BeginNone, Subject: netzero.FossilPower,
		Since: ghg.MustWhen("2021-05")}
}

// power is a record of power generation in a year: an amount of CO2, or a key.
func power(year int, facility, fuel, value string) ghg.Record {
	r := record("I.4.4", fuel, "발전", value)
	r.Place, r.Period, r.Facility = "Daegu", ghg.CalendarYear(year), facility
	return r
}

func nothing(year int) ghg.Record { return power(year, "", "", "NO") }

func judge(t *testing.T, p netzero.Pledge, records ...ghg.Record) netzero.Judgement {
	t.Helper()
	j, err := p.Judge(slices.Values(records))
	require.NoError(t, err)
	return j
}

// One LNG plant of 1.2 Mt, new in 2024, keeps a promise to end coal power, and breaks one
// not to begin fossil generation.
func TestANewGasPlantBreaksAPledgeToBeginNone(t *testing.T) {
	th := threshold(t, "powering-past-coal-oecd-2017")
	coal := netzero.CoalPledge{Place: "Daegu", Threshold: th, LastDay: th.LastDay()}
	var later []ghg.Record
	for year := 2031; year < 2033; year++ {
		later = append(later, power(year, "new plant", "LNG", "1.2 Mt"))
	}
	assert.Equal(t, netzero.Kept, judge(t, coal.AsPledge(ghg.MustWhen("2021-05")), later...).Status, "an answer on coal alone")

	j := judge(t, ownPledge(), nothing(2020), nothing(2021), nothing(2022), nothing(2023), power(2024, "new plant", "LNG", "1.2 Mt"))
	assert.Equal(t, netzero.Broken, j.Status)
	assert.Equal(t, "위반", j.Status.Korean())
	assert.Equal(t, netzero.Fail, j.Check.Result)
	assert.Equal(t, "fossil power begins after 2021-05: new plant (LNG): its first record, of 2024, lies after the pledge of 2021-05",
		j.Check.Reason)
	assert.Equal(t, []string{netzero.FindingNewPlant}, codes(j.Check))
	require.Len(t, j.Check.Lines, 1)
	assert.Equal(t, "LNG", j.Check.Lines[0].Record.Fuel)
	// No facility needs a name where nothing was generated before.
	assert.Equal(t, netzero.Broken, judge(t, ownPledge(), nothing(2021), nothing(2022), nothing(2023), power(2024, "", "LNG",
		"1.2 Mt")).Status)
	// A promise on coal is another.
	p := ownPledge()
	p.Subject = netzero.CoalPower
	assert.Equal(t, netzero.Kept, judge(t, p, nothing(2021), nothing(2022), nothing(2023), power(2024, "new plant", "LNG", "1.2 Mt")).Status)
	assert.Equal(t, netzero.Broken, judge(t, p, nothing(2021), nothing(2022), power(2023, "new plant", "유연탄", "1.2 Mt")).Status)
}

func TestBeginNone(t *testing.T) {
	const (
		kept, broken, cannot = netzero.Kept, netzero.Broken, netzero.Undecided
	)
	soft := func(r ghg.Record) ghg.Record { r.Status = ghg.Projected; return r }
	heat := power(2024, "boiler house", "LNG", "5 kt")
	heat.Activity = "지역난방"
	industry := func(year int) ghg.Record {
		r := record("I.3.1", "LNG", "", "9 kt")
		r.Place, r.Period, r.Facility = "Daegu", ghg.CalendarYear(year), "works"
		return r
	}
	unnamedIndustry := func(year int) ghg.Record { r := industry(year); r.Facility = ""; return r }
	byCategory := power(2022, "B", "LNG", "1 kt")
	byCategory.Activity = ""
	for name, c := range map[string]struct {
		records []ghg.Record
		want    netzero.Status
		reason  string
	}{
		"nothing at all": {nil, cannot, "no record is of a period after 2021-05"},
		"old ones go on": {[]ghg.Record{power(2020, "A", "LNG", "5 kt"), power(2022, "A", "LNG", "6 kt")}, kept,
			"no fossil power begins after 2021-05; what goes on is from before: A (LNG): its first record, of 2020, is from before the pledge"},
		"a new one beside": {[]ghg.Record{power(2021, "A", "LNG", "5 kt"), power(2022, "A", "LNG", "6 kt"), power(2022, "B", "경유", "1 kt")},
			broken,
			"B (경유): its first record, of 2022, lies after the pledge"},
		"no record before": {[]ghg.Record{power(2024, "B", "LNG", "1.2 Mt")}, cannot,
			"its first record is of 2024, and none tells of power generation up to the pledge of 2021-05: it may be older"},
		"a gap before the pledge": {[]ghg.Record{nothing(2018), nothing(2019), nothing(2022), power(2024, "B", "LNG", "1 kt")}, cannot,
			"it may be older"},
		"a gap in the year of the pledge": {[]ghg.Record{nothing(2019), nothing(2020), power(2022, "B", "LNG", "1 kt")}, cannot,
			"it may be older"},
		"a gap after it": {[]ghg.Record{nothing(2021), power(2024, "B", "LNG", "1 kt")}, broken,
			"lies after the pledge of 2021-05; no record tells of power generation in 2022, 2023"},
		"in the year of the pledge": {[]ghg.Record{nothing(2020), power(2021, "B", "LNG", "1 kt"), power(2022, "B", "LNG", "2 kt")}, cannot,
			"its first record is of 2021: whether it began after the pledge of 2021-05 is for the day to decide"},
		"planned": {[]ghg.Record{nothing(2021), nothing(2022), soft(power(2027, "B", "LNG", "1 kt"))}, cannot,
			"fossil power is planned after 2021-05, and in no actual figure"},
		"solar": {[]ghg.Record{nothing(2021), power(2022, "roof", "태양광", "1 t"), power(2022, "B", "목재펠릿", "1 t")}, kept,
			"no fossil power begins"},
		"heat only": {[]ghg.Record{nothing(2021), nothing(2024), heat}, kept, "no fossil power begins"},
		"waste":     {[]ghg.Record{nothing(2021), power(2022, "B", "고형연료", "1 kt")}, cannot, "a part of its fuel may be fossil"},
		"unknown fuel": {[]ghg.Record{nothing(2021), power(2022, "B", "mix 7", "1 kt")}, cannot,
			"power generation, and its fuel is in no table"},
		"no fuel": {[]ghg.Record{nothing(2021), power(2022, "B", "", "1 kt")}, cannot, "power generation, and no fuel is named"},
		"not estimated": {[]ghg.Record{nothing(2021), power(2022, "B", "LNG", "NE")}, cannot,
			"NE says neither that fuel is burned nor that none is"},
		"0 t": {[]ghg.Record{nothing(2021), power(2022, "B", "LNG", "0 t")}, kept, "no fossil power begins"},
		"a sum of all goes on": {[]ghg.Record{power(2021, "", "LNG", "5 kt"), power(2022, "", "LNG", "9 kt")}, cannot,
			"no facility is named, and a new plant may be in what goes on"},
		"named only later": {[]ghg.Record{power(2021, "", "LNG", "5 kt"), power(2022, "B", "LNG", "5 kt")}, cannot, "it may be in them"},
		"one fuel by two names": {[]ghg.Record{power(2020, "A", "천연가스", "5 kt"), power(2022, "A", "LNG", "5 kt")}, kept,
			"no fossil power begins"},
		"industry, as before": {[]ghg.Record{nothing(2021), industry(2020), nothing(2022), industry(2022)}, kept, "no fossil power begins"},
		"industry, new":       {[]ghg.Record{nothing(2021), nothing(2022), industry(2022)}, cannot, "the category may hold power generation"},
		"industry, and a new plant": {
			[]ghg.Record{nothing(2020), unnamedIndustry(2020), nothing(2021), unnamedIndustry(2021), nothing(2022), power(2022, "B", "LNG", "1 kt")},
			broken, "B (LNG): its first record, of 2022"},
		"by the category alone": {[]ghg.Record{nothing(2021), byCategory}, broken, "B (LNG): its first record, of 2022"},
		"a year without power":  {[]ghg.Record{nothing(2021), industry(2020), industry(2022)}, cannot, "no record says what generates power"},
		"not final":             {[]ghg.Record{nothing(2021), soft(nothing(2022))}, cannot, "not all actual figures"},
		"fossil in a plant of wood": {[]ghg.Record{power(2021, "A", "목재펠릿", "5 kt"), power(2022, "A", "LNG", "9 kt")}, broken,
			"A (LNG): its first record, of 2022"},
		"another, with coal going on": {[]ghg.Record{power(2021, "", "유연탄", "5 kt"), power(2022, "", "유연탄", "5 kt"), power(2022, "", "LNG",
			"1 kt")},
			broken, "(LNG): its first record, of 2022, lies after the pledge"},
	} {
		j := judge(t, ownPledge(), c.records...)
		assert.Equal(t, c.want, j.Status, "%s: %s", name, j.Explain())
		assert.Contains(t, j.Check.Reason, c.reason, name)
	}
	// The order of records does not matter.
	records := []ghg.Record{power(2022, "B", "경유", "1 kt"), power(2022, "A", "LNG", "6 kt"), power(2021, "A", "LNG", "5 kt")}
	assert.Equal(t, broken, judge(t, ownPledge(), records...).Status)
}

// A pledge on coal needs the activity of coal, as the check of its end does.
func TestBeginNoCoal(t *testing.T) {
	p := ownPledge()
	p.Subject, p.Abated = netzero.CoalPower, "ccs"
	r := power(2022, "B", "유연탄", "1 kt")
	assert.Equal(t, netzero.Broken, judge(t, p, nothing(2021), r).Status)
	abated := r
	abated.Tags = ghg.MakeTags("ccs")
	assert.Equal(t, netzero.Kept, judge(t, p, nothing(2021), abated).Status)
	r.Activity = ""
	assert.Equal(t, netzero.Undecided, judge(t, p, nothing(2021), r).Status)
	assert.Equal(t, netzero.Undecided, judge(t, p, nothing(2021), power(2022, "B", "고로가스", "1 kt")).Status, "a gas made of coal")
	assert.Equal(t, netzero.Kept, judge(t, p, nothing(2021), power(2022, "B", "고형연료", "1 kt")).Status, "waste is no coal")
}

// Years between of which no record tells are named.
func TestYearsWithoutData(t *testing.T) {
	j := judge(t, ownPledge(), nothing(2019), nothing(2020), nothing(2021), power(2024, "B", "LNG", "1 kt"))
	assert.Equal(t, netzero.Broken, j.Status, "after the pledge a gap matters not")
	assert.Equal(t, []string{netzero.FindingNewPlant, netzero.FindingYearsWithoutData}, codes(j.Check))
	assert.Equal(t, "no record tells of power generation in 2022, 2023", j.Check.Findings.All[1].Detail)
	assert.Contains(t, j.Check.Findings.All[1].Korean(), "2022, 2023")
	// Before its year it leaves open whether the plant is older.
	j = judge(t, ownPledge(), nothing(2015), nothing(2018), nothing(2020), nothing(2021), nothing(2022), nothing(2023),
		power(2024, "B", "LNG", "1 kt"))
	assert.Equal(t, netzero.Undecided, j.Status)
	assert.Contains(t, j.Check.Reason, "none tells of power generation in 2016, 2017, 2019, before the pledge: it may be older")
	// Of a facility that is from before, the years without a record are said.
	j = judge(t, ownPledge(), power(2018, "A", "LNG", "5 kt"), power(2019, "A", "LNG", "5 kt"), nothing(2020), nothing(2021), nothing(2022),
		power(2023, "A", "LNG", "5 kt"))
	assert.Equal(t, netzero.Kept, j.Status)
	assert.Contains(t, j.Check.Reason, "A (LNG): its first record, of 2018, is from before the pledge; none is of 2020, 2021, 2022")
	assert.Equal(t, []string{netzero.FindingYearsWithoutData}, codes(j.Check))
}

// The day of the pledge decides where a period begins in its month or year.
func TestBeginNoneByTheDay(t *testing.T) {
	half := func(from, to string) ghg.Period {
		p, err := ghg.ParsePeriod(from + "/" + to)
		require.NoError(t, err)
		return p
	}
	at := func(p ghg.Period, facility, value string) ghg.Record {
		r := power(2021, facility, "LNG", value)
		if value == "NO" {
			r = nothing(2021)
		}
		r.Period = p
		return r
	}
	first, second := half("2021-01-01", "2021-06-30"), half("2021-07-01", "2021-12-31")
	for since, want := range map[string]netzero.Status{
		"2021-05": netzero.Broken, "2021-05-02": netzero.Broken, "2021-06-30": netzero.Broken, "2021-07-01": netzero.Undecided,
		"2021": netzero.Undecided, "2021-07": netzero.Undecided,
	} {
		p := ownPledge()
		p.Since = ghg.MustWhen(since)
		j := judge(t, p, at(first, "", "NO"), at(second, "B", "4 kt"))
		assert.Equal(t, want, j.Status, "%s: %s", since, j.Check.Reason)
	}
}

// Seongseo: 44 MW of bunker C to some 250 MW of LNG, 0.51 Mt a year.
func seongseo(began string, status ghg.Status) netzero.Plant {
	p := netzero.Plant{Name: "성서 열병합", Fuel: "LNG", Status: status, Capacity: ghg.MustQuantity("250 MW"),
		Yearly: ghg.MustCO2e("0.51 MtCO2e"), Source: "tbc 164983",
		Replaces: []netzero.Plant{{Name: "성서 열병합 1", Fuel: "벙커C유", Capacity: ghg.MustQuantity("44 MW"), Source: "tbc 164983"}}}
	if began != "" {
		p.Began = ghg.MustWhen(began)
	}
	return p
}

func TestAReplacementIsStatedApart(t *testing.T) {
	p := ownPledge()
	p.Plants = []netzero.Plant{seongseo("2024-06", ghg.Actual)}
	records := []ghg.Record{nothing(2021), nothing(2022), nothing(2023), nothing(2024)}
	for rule, want := range map[netzero.Replacements]netzero.Status{netzero.ReplacementsNotStated: netzero.Undecided,
		netzero.ReplacementIsNotNew: netzero.Kept, netzero.ReplacementIsNew: netzero.Broken} {
		p.Replacements = rule
		j := judge(t, p, records...)
		assert.Equal(t, want, j.Status, "%s: %s", rule, j.Check.Reason)
		require.Len(t, j.Replacements, 1)
		r := j.Replacements[0]
		assert.Equal(t, "4.681818181818", r.Capacity.String()) // 206/44
		assert.Equal(t, "성서 열병합: 성서 열병합 (LNG), 250 MW takes the place of 성서 열병합 1 (벙커C유), 44 MW; 44 MW to 250 MW (+468.2%); "+
			"510000 tCO2e a year, what the old one emitted is not stated", r.String())
		assert.Equal(t, []string{netzero.FindingReplacement}, codes(j.Check), "said, whatever it counts as")
		assert.Contains(t, j.Check.Reason, "250 MW")
		assert.Contains(t, j.Check.Findings.All[0].Korean(), "대체; 용량 44 MW → 250 MW (+468.2%)")
	}
	// Where no day is stated and no record tells, neither is whether it has begun.
	p.Replacements = netzero.ReplacementIsNew
	p.Plants = []netzero.Plant{seongseo("", ghg.Actual)}
	assert.Equal(t, netzero.Undecided, judge(t, p, records...).Status)
	assert.Equal(t, netzero.Broken, judge(t, p, append(records, power(2024, "성서 열병합", "LNG", "300 kt"))...).Status, "a record does")
	assert.Empty(t, judge(t, p, nothing(2022), power(2020, "성서 열병합", "LNG", "300 kt"), power(2022, "성서 열병합", "LNG", "300 kt")).Replacements,
		"it is from before")
	// Planned, it breaks nothing yet, and is said.
	p.Replacements = netzero.ReplacementsNotStated
	p.Plants = []netzero.Plant{seongseo("", ghg.Projected)}
	j := judge(t, p, records...)
	assert.Equal(t, []any{netzero.Undecided, netzero.Warn}, []any{j.Status, j.Check.Result})
	assert.Len(t, j.Replacements, 1)
	// Records say what the old one emitted, where it is not stated.
	p.Plants = []netzero.Plant{seongseo("2024-06", ghg.Actual)}
	j = judge(t, p, power(2021, "성서 열병합 1", "벙커C유", "200 kt"), power(2022, "성서 열병합 1", "벙커C유", "170 kt"),
		nothing(2023), power(2024, "성서 열병합", "LNG", "300 kt"))
	require.Len(t, j.Replacements, 1)
	assert.True(t, j.Replacements[0].YearlyWas.IsUnset(), "2021 holds the day of the pledge, and no record is of before")
	j = judge(t, p, power(2020, "성서 열병합 1", "벙커C유", "170 kt"), power(2024, "성서 열병합", "LNG", "300 kt"))
	require.Len(t, j.Replacements, 1)
	assert.Equal(t, "2", j.Replacements[0].Yearly.String(), "170 kt to 510 kt")
}

// Records cannot tell whether one facility takes the place of another: it is asked.
func TestAnotherFacilityThatEnded(t *testing.T) {
	j := judge(t, ownPledge(), power(2020, "성서 1", "벙커C유", "150 kt"), power(2021, "성서 1", "벙커C유", "170 kt"), nothing(2022),
		power(2023, "성서 2", "LNG", "510 kt"))
	assert.Equal(t, netzero.Broken, j.Status)
	assert.Contains(t, j.Check.Reason, "whether it takes the place of 성서 1 (벙커C유), last recorded in 2021, a Plant can state")
}

// Records alone tell of a replacement by the facility: another fuel in an old one.
func TestAnotherFuelInAnOldFacility(t *testing.T) {
	j := judge(t, ownPledge(), power(2020, "성서", "벙커C유", "150 kt"), power(2021, "성서", "벙커C유", "170 kt"), power(2022, "성서", "벙커C유", "160 kt"),
		nothing(2023), power(2024, "성서", "LNG", "510 kt"), power(2020, "다른", "LNG", "1 kt"), power(2024, "다른", "LNG", "1 kt"))
	assert.Equal(t, netzero.Undecided, j.Status)
	require.Len(t, j.Replacements, 1)
	r := j.Replacements[0]
	assert.Equal(t, []string{"벙커C유", "LNG", "2024"}, []string{r.Old, r.New, r.From})
	assert.Equal(t, "2.1875", r.Yearly.String()) // 350/160
	assert.Equal(t, "a capacity is not stated", r.Capacity.Undefined())
	assert.Contains(t, j.Check.Reason, "an old plant is replaced, and the pledge does not say whether that is a new one")
	assert.Contains(t, j.Check.Reason, "(+218.8%)")
	// Of two old fuels both are named, and what they emitted is added.
	j = judge(t, ownPledge(), power(2020, "성서", "벙커C유", "100 kt"), power(2020, "성서", "유연탄", "50 kt"), power(2022, "성서", "LNG", "450 kt"))
	require.Len(t, j.Replacements, 1)
	assert.Equal(t, []string{"벙커C유, 유연탄", "2"}, []string{j.Replacements[0].Old, j.Replacements[0].Yearly.String()})
	// What the old fuel was is not known: it may have been the same.
	j = judge(t, ownPledge(), power(2020, "성서", "mix 7", "100 kt"), nothing(2021), power(2022, "성서", "LNG", "450 kt"))
	assert.Equal(t, netzero.Undecided, j.Status)
	assert.Empty(t, j.Replacements)
	// Without a facility's name it may be one where the old fuel ends.
	j = judge(t, ownPledge(), power(2021, "", "벙커C유", "170 kt"), power(2022, "", "LNG", "510 kt"))
	assert.Equal(t, netzero.Undecided, j.Status)
	assert.Len(t, j.Replacements, 1)
}

// What is known of a plant beyond the records settles what they leave open.
func TestStatedPlants(t *testing.T) {
	plant := func(began string) netzero.Plant {
		return netzero.Plant{Name: "B", Fuel: "LNG", Began: ghg.MustWhen(began), Source: "register"}
	}
	only := power(2024, "B", "LNG", "1.2 Mt")
	for began, want := range map[string]netzero.Status{"2024": netzero.Broken, "2021-06-01": netzero.Broken, "2021-06": netzero.Broken,
		"2021": netzero.Undecided, "2021-05-20": netzero.Undecided, "2021-05": netzero.Undecided, "2021-05-01": netzero.Kept,
		"2021-04": netzero.Kept, "2012": netzero.Kept} {
		p := ownPledge()
		p.Plants = []netzero.Plant{plant(began)}
		assert.Equal(t, want, judge(t, p, only).Status, began)
	}
	p := ownPledge()
	p.Plants = []netzero.Plant{{Name: "B", Fuel: "태양광", Began: ghg.MustWhen("2024"), Source: "register"}}
	assert.Equal(t, netzero.Kept, judge(t, p, nothing(2022)).Status, "no fossil fuel")
	p.Plants[0].Fuel = ""
	assert.Equal(t, netzero.Undecided, judge(t, p, nothing(2022)).Status)
	assert.Equal(t, netzero.Broken, judge(t, p, nothing(2022), only).Status, "the records name its fuel")
	p.Plants[0] = netzero.Plant{Name: "B", Fuel: "LNG", Status: ghg.Projected, Source: "register"}
	assert.Equal(t, netzero.Warn, judge(t, p, nothing(2022)).Check.Result)
	p.Plants[0] = netzero.Plant{Name: "B", Fuel: "LNG", Source: "register"}
	assert.Equal(t, netzero.Broken, judge(t, p, nothing(2021), nothing(2022), only).Status, "the records tell")
}

func TestOwnNamesOfFuels(t *testing.T) {
	p := ownPledge()
	p.Names = netzero.Names{Fossil: []string{"mix 7", "고형연료", "LNG"}, NotFossil: []string{"mix 8"}}
	assert.Equal(t, netzero.Broken, judge(t, p, nothing(2021), power(2022, "B", "mix 7", "1 kt")).Status)
	assert.Equal(t, netzero.Broken, judge(t, p, nothing(2021), power(2022, "B", "고형연료", "1 kt")).Status)
	assert.Equal(t, netzero.Kept, judge(t, p, nothing(2021), power(2022, "B", "mix 8", "1 kt")).Status)
	p.Names = netzero.Names{Fossil: []string{"wood"}}
	_, err := p.Judge(nil)
	assert.ErrorContains(t, err, `names.fossil "wood": it is already known as no`)
}

// A pledge to reach a level is kept by the outcome of its target.
func TestReach(t *testing.T) {
	p := netzero.Member{Place: "Daegu", Joined: ghg.MustWhen("2021-04")}.AsPledge()
	series := func(mt string, status ghg.Status) ghg.Yearly {
		y, err := ghg.NewYearly("Daegu", goal(t, 2018, "10 Mt", 2030, "45%").Views().Due, ghg.AR5, []ghg.YearFigure{
			ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e(mt + " MtCO2e (AR5)"), Status: status, Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		return y
	}
	j, err := p.JudgeReach(series("5", ghg.Actual), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, netzero.Undecided, j.Status)
	p.Target = goal(t, 2018, "10 Mt", 2030, "45%")
	for mt, want := range map[string]netzero.Status{"5.5": netzero.Kept, "5.6": netzero.Broken} {
		j, err = p.JudgeReach(series(mt, ghg.Actual), target.Adjustments{})
		require.NoError(t, err)
		assert.Equal(t, want, j.Status)
	}
	j, err = p.JudgeReach(series("5", ghg.Provisional), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, netzero.Undecided, j.Status)
	_, err = p.Judge(nil)
	assert.ErrorContains(t, err, "JudgeReach")
	_, err = ownPledge().JudgeReach(series("5", ghg.Actual), target.Adjustments{})
	assert.ErrorContains(t, err, "judged by records")
}

func TestWhatAPledgeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*netzero.Pledge)
		field  string
	}{
		"no place":       {func(p *netzero.Pledge) { p.Place = "" }, "place"},
		"no name":        {func(p *netzero.Pledge) { p.Name = "" }, "name"},
		"long name":      {func(p *netzero.Pledge) { p.Name = strings.Repeat("x", 2001) }, "name"},
		"no kind":        {func(p *netzero.Pledge) { p.Kind = 0 }, "kind"},
		"no day":         {func(p *netzero.Pledge) { p.Since = ghg.When{} }, "since"},
		"no subject":     {func(p *netzero.Pledge) { p.Subject = 0 }, "subject"},
		"fossil ends":    {func(p *netzero.Pledge) { p.Kind = netzero.EndBy }, "subject"},
		"campaign":       {func(p *netzero.Pledge) { p.Campaign = "opcc" }, "campaign"},
		"replacements":   {func(p *netzero.Pledge) { p.Replacements = 3 }, "replacements"},
		"another place":  {func(p *netzero.Pledge) { p.Target = goal(t, 2018, "1 Mt", 2030, "1%"); p.Place = "Busan" }, "target"},
		"plant's name":   {func(p *netzero.Pledge) { p.Plants = []netzero.Plant{{Name: " ", Source: "x"}} }, "name"},
		"plant's source": {func(p *netzero.Pledge) { p.Plants = []netzero.Plant{{Name: "B"}} }, "source"},
		"plant's status": {func(p *netzero.Pledge) { p.Plants = []netzero.Plant{{Name: "B", Source: "x", Status: 9}} }, "status"},
		"plant's old one": {func(p *netzero.Pledge) {
			p.Plants = []netzero.Plant{{Name: "B", Source: "x", Replaces: []netzero.Plant{{Source: "x"}}}}
		}, "name"},
		"a chain": {func(p *netzero.Pledge) {
			p.Plants = []netzero.Plant{{Name: "B", Source: "x", Replaces: []netzero.Plant{seongseo("2024", ghg.Actual)}}}
		}, "replaces"},
		"too many": {func(p *netzero.Pledge) { p.Plants = make([]netzero.Plant, 1001) }, "plants"},
		"own name": {func(p *netzero.Pledge) { p.Names.Fossil = []string{""} }, "names.fossil"},
	} {
		p := ownPledge()
		c.change(&p)
		_, err := p.Judge(nil)
		var refused ghg.Fault
		if assert.ErrorAs(t, err, &refused, name) {
			assert.Equal(t, c.field, refused.Field, name)
		}
	}
	r := power(2022, "B", "LNG", "1 kt")
	r.Place = "Busan"
	_, err := ownPledge().Judge(slices.Values([]ghg.Record{r}))
	assert.ErrorContains(t, err, "record 1")
}

// Every name has one in both languages.
func TestNamesInTwoLanguages(t *testing.T) {
	for _, code := range []string{netzero.FindingOnlyDueYear, netzero.FindingRatesDiffer, netzero.FindingBeforeJoining,
		netzero.FindingBeforeCriterion,
		netzero.FindingDayDecides, netzero.FindingNewPlant, netzero.FindingPlantPlanned, netzero.FindingReplacement,
		netzero.FindingYearsWithoutData, netzero.FindingNoFacility} {
		n := netzero.FindingName(code)
		assert.NotEqual(t, code, n.En)
		assert.Regexp(t, `\p{Hangul}`, n.Ko, code)
	}
	for _, ko := range []string{netzero.CannotTell.Korean(), netzero.Warn.Korean(), netzero.Fail.Korean(), netzero.Kept.Korean(),
		netzero.Undecided.Korean(), netzero.Reach.Name().Ko, netzero.EndBy.Name().Ko, netzero.BeginNone.Name().Ko, netzero.CoalPower.Name().Ko,
		netzero.FossilPower.Name().Ko, netzero.RaceToZero.Name().Ko, netzero.PoweringPastCoal.Name().Ko,
		netzero.ReplacementIsNew.Korean(), netzero.ReplacementIsNotNew.Korean(), netzero.ReplacementsNotStated.Korean()} {
		assert.Regexp(t, `\p{Hangul}`, ko)
	}
	assert.Equal(t, "other", netzero.FindingName("other").Ko)
	for _, name := range []string{"reach", "end-by", "begin-none"} {
		k, err := netzero.ParseKind(name)
		require.NoError(t, err)
		assert.Equal(t, name, k.String())
	}
	_, err := netzero.ParseKind("")
	assert.EqualError(t, err, `unknown kind of pledge "": allowed are reach, end-by, begin-none`)
	_, err = netzero.ParseSubject("oil")
	assert.Error(t, err)
	s, err := netzero.ParseStatus("broken")
	require.NoError(t, err)
	assert.Equal(t, netzero.Broken, s)
	assert.Equal(t, "unknown (9)", netzero.Kind(9).String())
}

func TestJudgementJSON(t *testing.T) {
	p := ownPledge()
	p.Source = "newsmin 59468"
	p.Plants = []netzero.Plant{seongseo("2024-06", ghg.Actual)}
	p.Evidence = []netzero.Evidence{{Document: paper("2021-05-24", "speech")}}
	b, err := json.Marshal(judge(t, p, nothing(2021), power(2022, "B", "LNG", "1 kt")))
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, []any{"broken", "위반"}, []any{got["status"], got["status_ko"]})
	pledge := got["pledge"].(map[string]any)
	assert.Equal(t, []any{"Daegu", "begin-none", "fossil-power", "2021-05", "newsmin 59468"},
		[]any{pledge["place"], pledge["kind"], pledge["subject"], pledge["since"], pledge["source"]})
	check := got["check"].(map[string]any)
	assert.Equal(t, []any{"begin-none", "fail"}, []any{check["check"], check["result"]})
	assert.Len(t, check["findings"], 2)
	assert.Len(t, check["records"], 1)
	one := got["replacements"].([]any)[0].(map[string]any)
	assert.Equal(t, []any{"44 MW", "250 MW", map[string]any{"value": "4.681818181818"}}, []any{one["capacityWas"], one["capacityIs"],
		one["capacityGrowth"]})
	assert.Nil(t, one["yearlyWas"])

	c, err := netzero.AnnualReduction(goal(t, 2018, "9.43 Mt", 2050, "100%", milestone(2030, "55%")), threshold(t, "sbti-aca-1.5c-2019"))
	require.NoError(t, err)
	b, err = json.Marshal(c)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, "sbti-aca-1.5c-2019", got["threshold"].(map[string]any)["id"])
	assert.Equal(t, "0.045833333333", got["figures"].([]any)[0].(map[string]any)["number"])
	b, err = json.Marshal(netzero.Judgement{})
	require.NoError(t, err)
	assert.Contains(t, string(b), `"status":"cannot tell"`)
}

// Very many facilities are listed up to a bound, and counted.
func TestManyNewPlants(t *testing.T) {
	records := []ghg.Record{nothing(2021)}
	for i := range 150 {
		records = append(records, power(2022, fmt.Sprintf("unit %03d", i), "LNG", "1 kt"))
	}
	j := judge(t, ownPledge(), records...)
	assert.Len(t, j.Check.Lines, 100)
	assert.Equal(t, 50, j.Check.More)
	assert.Contains(t, j.Check.Reason, "and 130 more")
	assert.True(t, figure(t, j.Check, "begun after the pledge").Equal(dec("150")))
}
