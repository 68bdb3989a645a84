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
		assert.Equal(t, c.want, j.Result.OfPledge().En, "%s: %s", name, j.Explain())
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
	for rule, want := range map[netzero.ReplacementRule]string{netzero.ReplacementsNotStated: undecided,
		netzero.ReplacementIsNotNew: kept, netzero.ReplacementIsNew: broken} {
		p.IfReplaced = rule
		j := judge(t, p, records...)
		assert.Equal(t, want, j.Result.OfPledge().En, "%s: %s", rule, j.Reason)
		require.Len(t, j.Replacements, 1)
		capacity, yearly := j.Replacements[0].Growth()
		assert.Equal(t, "4.681818181818", capacity.String()) // 206/44
		assert.Equal(t, "what a year emits is not stated", yearly.Undefined())
		assert.Equal(t, "성서 열병합: 성서 열병합 (LNG), 250 MW takes the place of 성서 열병합 1 (벙커C유), 44 MW; 44 MW to 250 MW (+468.2%); "+
			"510000 tCO2e a year, what the old one emitted is not stated", j.Findings.All[0].Detail)
		assert.Equal(t, []string{netzero.FindingReplacement}, codes(j), "said, whatever it counts as")
		assert.Contains(t, j.Reason, "250 MW")
		assert.Contains(t, j.Findings.All[0].Korean(), "대체; 용량 44 MW → 250 MW (+468.2%)")
	}
	// Where no day is stated and no record tells, neither is whether it has begun.
	p.IfReplaced = netzero.ReplacementIsNew
	p.Plants = []netzero.Plant{seongseo("", ghg.Actual)}
	assert.Equal(t, undecided, answer(t, p, records...))
	assert.Equal(t, broken, answer(t, p, append(records, power(2024, "성서 열병합", "LNG", "300 kt"))...), "a record does")
	assert.Empty(t, judge(t, p, nothing(2022), power(2020, "성서 열병합", "LNG", "300 kt"), power(2022, "성서 열병합", "LNG", "300 kt")).Replacements,
		"it is from before")
	// Planned, it breaks nothing yet, and is said.
	p.IfReplaced = netzero.ReplacementsNotStated
	p.Plants = []netzero.Plant{seongseo("", ghg.Projected)}
	j := judge(t, p, records...)
	assert.Equal(t, []any{undecided, netzero.Warn}, []any{j.Result.OfPledge().En, j.Result})
	assert.Len(t, j.Replacements, 1)
	// Records say what the old one emitted, where it is not stated.
	p.Plants = []netzero.Plant{seongseo("2024-06", ghg.Actual)}
	j = judge(t, p, power(2021, "성서 열병합 1", "벙커C유", "200 kt"), power(2022, "성서 열병합 1", "벙커C유", "170 kt"),
		nothing(2023), power(2024, "성서 열병합", "LNG", "300 kt"))
	require.Len(t, j.Replacements, 1)
	assert.True(t, j.Replacements[0].Replaces[0].Yearly.IsUnset(), "2021 holds the day of the pledge, and no record is of before")
	j = judge(t, p, power(2020, "성서 열병합 1", "벙커C유", "170 kt"), power(2024, "성서 열병합", "LNG", "300 kt"))
	require.Len(t, j.Replacements, 1)
	_, yearly := j.Replacements[0].Growth()
	assert.Equal(t, "2", yearly.String(), "170 kt to 510 kt")
}

// Records cannot tell whether one facility takes the place of another: it is asked.
func TestAnotherFacilityThatEnded(t *testing.T) {
	j := judge(t, ownPledge(), power(2020, "성서 1", "벙커C유", "150 kt"), power(2021, "성서 1", "벙커C유", "170 kt"), nothing(2022),
		power(2023, "성서 2", "LNG", "510 kt"))
	assert.Equal(t, broken, j.Result.OfPledge().En)
	assert.Contains(t, j.Reason, "whether it takes the place of 성서 1 (벙커C유), last recorded in 2021, a Plant can state")
}

// Records alone tell of a replacement by the facility: another fuel in an old one.
func TestAnotherFuelInAnOldFacility(t *testing.T) {
	j := judge(t, ownPledge(), power(2020, "성서", "벙커C유", "150 kt"), power(2021, "성서", "벙커C유", "170 kt"), power(2022, "성서", "벙커C유", "160 kt"),
		nothing(2023), power(2024, "성서", "LNG", "510 kt"), power(2020, "다른", "LNG", "1 kt"), power(2024, "다른", "LNG", "1 kt"))
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	require.Len(t, j.Replacements, 1)
	r := j.Replacements[0]
	assert.Equal(t, []string{"벙커C유", "LNG", "2024"}, []string{r.Replaces[0].Fuel, r.Fuel, j.Findings.All[0].Of})
	capacity, yearly := r.Growth()
	assert.Equal(t, "2.1875", yearly.String()) // 350/160
	assert.Equal(t, "a capacity is not stated", capacity.Undefined())
	assert.Contains(t, j.Reason, "an old plant is replaced, and the pledge does not say whether that is a new one")
	assert.Contains(t, j.Reason, "(+218.8%)")
	// Of two old fuels both are named, and what they emitted is added.
	j = judge(t, ownPledge(), power(2020, "성서", "벙커C유", "100 kt"), power(2020, "성서", "유연탄", "50 kt"), power(2022, "성서", "LNG", "450 kt"))
	require.Len(t, j.Replacements, 1)
	_, yearly = j.Replacements[0].Growth()
	assert.Equal(t, "2", yearly.String())
	assert.Contains(t, j.Findings.All[0].Detail, "성서 (LNG) takes the place of 성서 (벙커C유), 성서 (유연탄); 150000 tCO2e to 450000 tCO2e")
	// What the old fuel was is not known: it may have been the same.
	j = judge(t, ownPledge(), power(2020, "성서", "mix 7", "100 kt"), nothing(2021), power(2022, "성서", "LNG", "450 kt"))
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	assert.Empty(t, j.Replacements)
	// Without a facility's name it may be one where the old fuel ends.
	j = judge(t, ownPledge(), power(2021, "", "벙커C유", "170 kt"), power(2022, "", "LNG", "510 kt"))
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	assert.Len(t, j.Replacements, 1)
}

// What is known of a plant beyond the records settles what they leave open.
func TestStatedPlants(t *testing.T) {
	plant := func(began string) netzero.Plant {
		return netzero.Plant{Name: "B", Fuel: "LNG", Began: ghg.MustWhen(began), Source: "register"}
	}
	only := power(2024, "B", "LNG", "1.2 Mt")
	for began, want := range map[string]string{"2024": broken, "2021-06-01": broken, "2021-06": broken,
		"2021": undecided, "2021-05-20": undecided, "2021-05": undecided, "2021-05-01": kept,
		"2021-04": kept, "2012": kept} {
		p := ownPledge()
		p.Plants = []netzero.Plant{plant(began)}
		assert.Equal(t, want, answer(t, p, only), began)
	}
	p := ownPledge()
	p.Plants = []netzero.Plant{{Name: "B", Fuel: "태양광", Began: ghg.MustWhen("2024"), Source: "register"}}
	assert.Equal(t, kept, answer(t, p, nothing(2022)), "no fossil fuel")
	p.Plants[0].Fuel = ""
	assert.Equal(t, undecided, answer(t, p, nothing(2022)))
	assert.Equal(t, broken, answer(t, p, nothing(2022), only), "the records name its fuel")
	p.Plants[0] = netzero.Plant{Name: "B", Fuel: "LNG", Status: ghg.Projected, Source: "register"}
	assert.Equal(t, netzero.Warn, judge(t, p, nothing(2022)).Result)
	p.Plants[0] = netzero.Plant{Name: "B", Fuel: "LNG", Source: "register"}
	assert.Equal(t, broken, answer(t, p, nothing(2021), nothing(2022), only), "the records tell")
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

// A pledge to reach a level is kept by the outcome of its target.
func TestReach(t *testing.T) {
	p := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04")}.pledge()
	series := func(mt string, status ghg.Status) ghg.Yearly {
		y, err := ghg.NewYearly("Daegu", goal(t, 2018, "10 Mt", 2030, "45%").Views().Due, ghg.AR5, []ghg.YearFigure{
			ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e(mt + " MtCO2e (AR5)"), Status: status, Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		return y
	}
	j, err := p.JudgeReach(series("5", ghg.Actual), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	p.Target = goal(t, 2018, "10 Mt", 2030, "45%")
	for mt, want := range map[string]string{"5.5": kept, "5.6": broken} {
		j, err = p.JudgeReach(series(mt, ghg.Actual), target.Adjustments{})
		require.NoError(t, err)
		assert.Equal(t, want, j.Result.OfPledge().En)
	}
	j, err = p.JudgeReach(series("5", ghg.Provisional), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, undecided, j.Result.OfPledge().En)
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
		"two tags":       {func(p *netzero.Pledge) { p.Abated = "a;b" }, "abated"},
		"campaign":       {func(p *netzero.Pledge) { p.Campaign = "opcc" }, "campaign"},
		"replacements":   {func(p *netzero.Pledge) { p.IfReplaced = 3 }, "if replaced"},
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
	for _, ko := range []string{netzero.CannotTell.Korean(), netzero.Warn.Korean(), netzero.Fail.Korean(), netzero.Pass.OfPledge().Ko,
		netzero.CannotTell.OfPledge().Ko, netzero.Reach.Name().Ko, netzero.EndCoalPower.Name().Ko, netzero.BeginNoCoalPower.Name().Ko,
		netzero.BeginNoFossilPower.Name().Ko, netzero.RaceToZero.Name().Ko, netzero.PoweringPastCoal.Name().Ko,
		netzero.ReplacementIsNew.Korean(), netzero.ReplacementIsNotNew.Korean(), netzero.ReplacementsNotStated.Korean()} {
		assert.Regexp(t, `\p{Hangul}`, ko)
	}
	assert.Equal(t, "other", netzero.FindingName("other").Ko)
	assert.Equal(t, "unknown (9)", netzero.Kind(9).String())
}

func TestCheckJSON(t *testing.T) {
	p := ownPledge()
	p.Plants = []netzero.Plant{seongseo("2024-06", ghg.Actual)}
	b, err := json.Marshal(judge(t, p, nothing(2021), power(2022, "B", "LNG", "1 kt")))
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, []any{"begin-none", "fail", "미충족"}, []any{got["check"], got["result"], got["result_ko"]})
	assert.Len(t, got["findings"], 2)
	assert.Len(t, got["records"], 1)
	one := got["replacements"].([]any)[0].(map[string]any)
	assert.Equal(t, []any{"250 MW", "2024-06", map[string]any{"value": "4.681818181818"}}, []any{one["capacity"], one["began"],
		one["capacityGrowth"]})
	old := one["replaces"].([]any)[0].(map[string]any)
	assert.Equal(t, []any{"44 MW", nil, nil}, []any{old["capacity"], old["yearly"], old["capacityGrowth"]})

	c, err := netzero.AnnualReduction(goal(t, 2018, "9.43 Mt", 2050, "100%", milestone(2030, "55%")), threshold(t, "sbti-aca-1.5c-2019"))
	require.NoError(t, err)
	b, err = json.Marshal(c)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, "sbti-aca-1.5c-2019", got["threshold"].(map[string]any)["id"])
	assert.Equal(t, "0.045833333333", got["figures"].([]any)[0].(map[string]any)["number"])
	b, err = json.Marshal(netzero.Check{})
	require.NoError(t, err)
	assert.Contains(t, string(b), `"result":"cannot tell"`)
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
