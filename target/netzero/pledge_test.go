package netzero_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const kept, broken, undecided = "kept", "broken", "cannot tell"

// ownPledge is "no new fossil power plants" of May 2021.
func ownPledge() netzero.Pledge {
	return netzero.Pledge{Place: "Daegu", Name: "no new fossil power plants", Kind: netzero.BeginNoFossilPower,
		Since: ghg.MustWhen("2021-05")}
}

// power is a record of power generation in a year: an amount of CO2, or a key.
func power(year int, facility, fuel, value string) ghg.Record {
	r := record("I.4.4", fuel, "발전", value)
	r.Place, r.Period, r.Facility = "Daegu", ghg.CalendarYear(year), facility
	return r
}

func nothing(year int) ghg.Record { return power(year, "", "", "NO") }

func judge(t *testing.T, p netzero.Pledge, records ...ghg.Record) netzero.Check {
	t.Helper()
	j, err := p.Judge(slices.Values(records))
	require.NoError(t, err)
	return j
}

// answer is what is said of the pledge.
func answer(t *testing.T, p netzero.Pledge, records ...ghg.Record) string {
	t.Helper()
	return judge(t, p, records...).Result.OfPledge().En
}

// One LNG plant of 1.2 Mt, new in 2024, keeps a promise to end coal power, and breaks one
// not to begin fossil generation.
func TestANewGasPlantBreaksAPledgeToBeginNone(t *testing.T) {
	th := threshold(t, "powering-past-coal-oecd-2017")
	coal := netzero.Pledge{Place: "Daegu", Kind: netzero.EndCoalPower, Since: ghg.MustWhen("2021-05"), Campaign: netzero.PoweringPastCoal,
		Threshold: th, LastDay: th.LastDay()}
	var later []ghg.Record
	for year := 2031; year < 2033; year++ {
		later = append(later, power(year, "new plant", "LNG", "1.2 Mt"))
	}
	assert.Equal(t, kept, answer(t, coal, later...), "an answer on coal alone")

	j := judge(t, ownPledge(), nothing(2020), nothing(2021), nothing(2022), nothing(2023), power(2024, "new plant", "LNG", "1.2 Mt"))
	assert.Equal(t, broken, j.Result.OfPledge().En)
	assert.Equal(t, "위반", j.Result.OfPledge().Ko)
	assert.Equal(t, netzero.Fail, j.Result)
	assert.Equal(t, "fossil power begins after 2021-05: new plant (LNG): its first record, of 2024, lies after the pledge of 2021-05",
		j.Reason)
	assert.Equal(t, []string{netzero.FindingNewPlant}, codes(j))
	require.Len(t, j.Lines, 1)
	assert.Equal(t, "LNG", j.Lines[0].Record.Fuel)
	// No facility needs a name where nothing was generated before.
	assert.Equal(t, broken, answer(t, ownPledge(), nothing(2021), nothing(2022), nothing(2023), power(2024, "", "LNG",
		"1.2 Mt")))
	// A promise on coal is another.
	p := ownPledge()
	p.Kind = netzero.BeginNoCoalPower
	assert.Equal(t, kept, answer(t, p, nothing(2021), nothing(2022), nothing(2023), power(2024, "new plant", "LNG", "1.2 Mt")))
	assert.Equal(t, broken, answer(t, p, nothing(2021), nothing(2022), power(2023, "new plant", "유연탄", "1.2 Mt")))
}

func TestBeginNone(t *testing.T) {
	const cannot = undecided
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
		want    string
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
		assert.Equal(t, c.want, j.Result.OfPledge().En, "%s: %s", name, j.Details())
		assert.Contains(t, j.Reason, c.reason, name)
	}
	// The order of records does not matter.
	records := []ghg.Record{power(2022, "B", "경유", "1 kt"), power(2022, "A", "LNG", "6 kt"), power(2021, "A", "LNG", "5 kt")}
	assert.Equal(t, broken, answer(t, ownPledge(), records...))
}

// A pledge on coal needs the activity of coal, as the check of its end does.
func TestBeginNoCoal(t *testing.T) {
	p := ownPledge()
	p.Kind, p.Abated = netzero.BeginNoCoalPower, "ccs"
	r := power(2022, "B", "유연탄", "1 kt")
	assert.Equal(t, broken, answer(t, p, nothing(2021), r))
	abated := r
	abated.Tags = ghg.MakeTags("ccs")
	assert.Equal(t, kept, answer(t, p, nothing(2021), abated))
	r.Activity = ""
	assert.Equal(t, undecided, answer(t, p, nothing(2021), r))
	assert.Equal(t, undecided, answer(t, p, nothing(2021), power(2022, "B", "고로가스", "1 kt")), "a gas made of coal")
	assert.Equal(t, kept, answer(t, p, nothing(2021), power(2022, "B", "고형연료", "1 kt")), "waste is no coal")
}

// Years between of which no record tells are named.
func TestYearsWithoutData(t *testing.T) {
	j := judge(t, ownPledge(), nothing(2019), nothing(2020), nothing(2021), power(2024, "B", "LNG", "1 kt"))
	assert.Equal(t, broken, j.Result.OfPledge().En, "after the pledge a gap matters not")
	assert.Equal(t, []string{netzero.FindingNewPlant, netzero.FindingYearsWithoutData}, codes(j))
	assert.Equal(t, "no record tells of power generation in 2022, 2023", j.Findings.All[1].Detail)
	assert.Contains(t, j.Findings.All[1].Korean(), "2022, 2023")
	// Before its year it leaves open whether the plant is older.
	j = judge(t, ownPledge(), nothing(2015), nothing(2018), nothing(2020), nothing(2021), nothing(2022), nothing(2023),
		power(2024, "B", "LNG", "1 kt"))
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	assert.Contains(t, j.Reason, "none tells of power generation in 2016, 2017, 2019, before the pledge: it may be older")
	// Of a facility that is from before, the years without a record are said.
	j = judge(t, ownPledge(), power(2018, "A", "LNG", "5 kt"), power(2019, "A", "LNG", "5 kt"), nothing(2020), nothing(2021), nothing(2022),
		power(2023, "A", "LNG", "5 kt"))
	assert.Equal(t, kept, j.Result.OfPledge().En)
	assert.Contains(t, j.Reason, "A (LNG): its first record, of 2018, is from before the pledge; none is of 2020, 2021, 2022")
	assert.Equal(t, []string{netzero.FindingYearsWithoutData}, codes(j))
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
	for since, want := range map[string]string{
		"2021-05": broken, "2021-05-02": broken, "2021-06-30": broken, "2021-07-01": undecided,
		"2021": undecided, "2021-07": undecided,
	} {
		p := ownPledge()
		p.Since = ghg.MustWhen(since)
		j := judge(t, p, at(first, "", "NO"), at(second, "B", "4 kt"))
		assert.Equal(t, want, j.Result.OfPledge().En, "%s: %s", since, j.Reason)
	}
}

func TestOwnNamesOfFuels(t *testing.T) {
	p := ownPledge()
	p.Names = netzero.Names{Fossil: []string{"mix 7", "고형연료", "LNG"}, NotFossil: []string{"mix 8"}}
	assert.Equal(t, broken, answer(t, p, nothing(2021), power(2022, "B", "mix 7", "1 kt")))
	assert.Equal(t, broken, answer(t, p, nothing(2021), power(2022, "B", "고형연료", "1 kt")))
	assert.Equal(t, kept, answer(t, p, nothing(2021), power(2022, "B", "mix 8", "1 kt")))
	p.Names = netzero.Names{Fossil: []string{"wood"}}
	_, err := p.Judge(nil)
	assert.ErrorContains(t, err, `names.fossil "wood": it is already known as no`)
}

// Very many facilities are listed up to a bound, and counted.
func TestManyNewPlants(t *testing.T) {
	records := []ghg.Record{nothing(2021)}
	for i := range 150 {
		records = append(records, power(2022, fmt.Sprintf("unit %03d", i), "LNG", "1 kt"))
	}
	j := judge(t, ownPledge(), records...)
	assert.Len(t, j.Lines, 100)
	assert.Equal(t, 50, j.More)
	assert.Contains(t, j.Reason, "and 130 more")
	assert.True(t, figure(t, j, "begun after the pledge").Equal(dec("150")))
}
