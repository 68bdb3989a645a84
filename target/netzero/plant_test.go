package netzero_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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
