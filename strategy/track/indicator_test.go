package track_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// byYear is values by year, written as numbers.
func byYear(years ...any) map[int]decimal.Decimal {
	out := map[int]decimal.Decimal{}
	for i := 0; i < len(years); i += 2 {
		out[years[i].(int)] = dec(years[i+1].(string))
	}
	return out
}

// carKm is an indicator that is to fall.
func carKm() track.IndicatorDefinition {
	return track.IndicatorDefinition{ID: "car km", Name: "Car kilometres", NameKo: "승용차 주행거리", Unit: "million km", Level: track.Tactical,
		StartYear: 2018, Start: dec("100"), Goals: byYear(2020, "90", 2030, "40"),
		Values: byYear(2018, "100", 2019, "97", 2024, "84"), Source: "traffic counts, 2025"}
}

func indicator(t *testing.T, d track.IndicatorDefinition) track.Indicator {
	i, err := track.NewIndicator(d)
	require.NoError(t, err)
	return i
}

func ExampleNewIndicator() {
	i, err := track.NewIndicator(track.IndicatorDefinition{
		ID: "chargers", Name: "Public chargers", Unit: "chargers", Level: track.Operational,
		StartYear: 2022, Start: decimal.New(120, 0), Source: "utility, 2025",
		Goals:  map[int]decimal.Decimal{2030: decimal.New(2000, 0)},
		Values: map[int]decimal.Decimal{2024: decimal.New(590, 0)},
	})
	fmt.Println(i, err)
	c, _ := i.Completion(2030, 2025)
	fmt.Println(c.Details())
	// Output:
	// Public chargers (chargers) <nil>
	// Public chargers: 25.0% of the way to 2000 in 2030
	//   start 120 in 2022, goal 2000 in 2030, chargers
	//   completion = (latest - start)/(goal - start) = (590 - 120)/(2000 - 120) = 0.25
	//   latest 590 in 2024; the line through start and goals has 590 in that year
	//   source: utility, 2025
}

// The plan has goals for 2020 and 2030, and none between.
func ExampleIndicator_Completion() {
	i, _ := track.NewIndicator(carKm())
	_, err := i.Completion(2025, 2024)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		c, _ := i.Completion(missing.Have[len(missing.Have)-1], 2024)
		fmt.Println(c)
	}
	fmt.Println(err)
	// Output:
	// Car kilometres: 26.7% of the way to 40 in 2030, late
	// indicator "car km": goal: no figure for 2025 (there are figures for 2020 and 2030): what is missing is not 0, and none is carried over from another year: state it
}

func ExampleCompletion() {
	d := carKm()
	d.Values = map[int]decimal.Decimal{2023: dec("103")}
	i, _ := track.NewIndicator(d)
	c, _ := i.Completion(2030, 2024)
	fmt.Println(c)
	fmt.Println(c.Regress(), c.Latest, c.Due)
	// Output:
	// Car kilometres: -5.0% of the way to 40 in 2030, regress, late
	// true 2023 75
}

func ExampleIndicatorDefinition() {
	d := carKm()
	d.Goals = map[int]decimal.Decimal{2018: dec("90")}
	_, err := track.NewIndicator(d)
	fmt.Println(err)
	// Output:
	// indicator "car km", goal "2018": goals lie after the start year, 2018
}

func ExampleIndicatorLevel() {
	i, _ := track.NewIndicator(carKm())
	year, start := i.Start()
	goal, _ := i.Goal(2030)
	fmt.Println(i.Level(), "-", i.Name(), "-", i.NameKo())
	fmt.Println("from", start, "in", year, "to", goal, i.Unit(), "-", i.Source())
	// Output:
	// tactical - Car kilometres - 승용차 주행거리
	// from 100 in 2018 to 40 million km - traffic counts, 2025
}

func TestIndicator(t *testing.T) {
	d := carKm()
	i := indicator(t, d)
	d.Values[2024] = dec("1")
	d.Goals[2030] = dec("1")
	assert.Equal(t, []string{"car km", "Car kilometres", "승용차 주행거리", "million km", "traffic counts, 2025"},
		[]string{i.ID(), i.Name(), i.NameKo(), i.Unit(), i.Source()})
	year, start := i.Start()
	assert.Equal(t, 2018, year)
	assert.Equal(t, "100", start.String())
	for upTo, want := range map[int]int{2018: 0, 2019: 2019, 2023: 2019, 2024: 2024, 2300: 2024} {
		got, _, ok := i.Latest(upTo)
		assert.Equal(t, want, got, upTo)
		assert.Equal(t, want > 0, ok)
	}
	_, v, _ := i.Latest(2024)
	assert.Equal(t, "84", v.String(), "a copy was kept")
	goal, ok := i.Goal(2030)
	assert.True(t, ok)
	assert.Equal(t, "40", goal.String())
	_, ok = i.Goal(2029)
	assert.False(t, ok)
	var zero track.Indicator
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no indicator", zero.String())
	_, err := zero.Completion(2030, 2024)
	var missing *ghg.NoFigureError
	assert.ErrorAs(t, err, &missing)
}

func TestNewIndicatorRefuses(t *testing.T) {
	huge := decimal.New(1, 1<<30)
	for want, change := range map[string]func(*track.IndicatorDefinition){
		`indicator "", id: one of at most 200 bytes`:                 func(d *track.IndicatorDefinition) { d.ID = "" },
		"unit: one of at most":                                       func(d *track.IndicatorDefinition) { d.Unit = "" },
		`…, id "xxx`:                                                 func(d *track.IndicatorDefinition) { d.ID = strings.Repeat("x", 201) },
		"source: the document":                                       func(d *track.IndicatorDefinition) { d.Source = "" },
		"name: one of at most":                                       func(d *track.IndicatorDefinition) { d.Name = "" },
		`level "unknown level (4)"`:                                  func(d *track.IndicatorDefinition) { d.Level = 4 },
		`start year "1849": years from 1850`:                         func(d *track.IndicatorDefinition) { d.StartYear = 1849 },
		"start: a number":                                            func(d *track.IndicatorDefinition) { d.Start = huge },
		"goals: at least one":                                        func(d *track.IndicatorDefinition) { d.Goals = nil },
		`goal "2301": years from 1850`:                               func(d *track.IndicatorDefinition) { d.Goals[2301] = dec("1") },
		`indicator "car km" in 2025, value: a number`:                func(d *track.IndicatorDefinition) { d.Values[2025] = huge },
		`start "100": the value observed in 2018 is 99: give one of`: func(d *track.IndicatorDefinition) { d.Values[2018] = dec("99") },
	} {
		d := carKm()
		change(&d)
		_, err := track.NewIndicator(d)
		assert.ErrorContains(t, err, want)
	}
	d := carKm()
	d.ID = strings.Repeat("x", 200)
	d.Values[2018] = dec("100.0")
	indicator(t, d)
}

// Signed, never clipped; late against the line, whichever way it runs.
func TestCompletion(t *testing.T) {
	up := carKm()
	up.Start, up.Goals = dec("10"), byYear(2022, "30", 2030, "70")
	down := carKm()
	for _, c := range []struct {
		d           track.IndicatorDefinition
		year        int
		value       string
		goal        int
		ratio, line string
		late        bool
	}{
		{down, 2025, "65", 2030, "0.583333333333", "65", false},
		{down, 2025, "65.01", 2030, "0.583166666667", "65", true},
		{down, 2025, "64.99", 2030, "0.5835", "65", false},
		{down, 2019, "94", 2030, "0.1", "95", false},
		{down, 2019, "96", 2020, "0.4", "95", true},
		{down, 2020, "90", 2020, "1", "90", false},
		{down, 2030, "30", 2030, "1.166666666667", "40", false},
		{down, 2033, "41", 2030, "0.983333333333", "40", true},
		{down, 2033, "40", 2030, "1", "40", false},
		{up, 2020, "20", 2030, "0.166666666667", "20", false},
		{up, 2020, "19", 2022, "0.45", "20", true},
		{up, 2025, "46", 2030, "0.6", "45", false},
		{up, 2019, "7", 2022, "-0.15", "15", true},
		{down, 2019, "100", 2030, "0", "95", true}, // as at the start: no regress
		{up, 2040, "69.999", 2030, "0.999983333333", "70", true},
	} {
		c.d.Values = byYear(c.year, c.value)
		got, err := indicator(t, c.d).Completion(c.goal, c.year)
		require.NoError(t, err)
		assert.Equal(t, c.ratio, got.Ratio.String(), c)
		assert.True(t, got.Due.Equal(dec(c.line)), "%v: %s", c, got.Due)
		assert.Equal(t, c.late, got.Late, c)
		assert.Equal(t, c.ratio[0] == '-', got.Regress())
	}
	third := carKm()
	third.Goals, third.Values = byYear(2021, "99"), byYear(2019, "99.666666666667") // the line has 99.666…
	got, err := indicator(t, third).Completion(2021, 2019)
	require.NoError(t, err)
	assert.Equal(t, "99.666666666667", got.Due.String())
	assert.True(t, got.Late, "compared exactly, not with the rounded line")
}

func TestCompletionUndefined(t *testing.T) {
	d := carKm()
	d.Goals[2025] = dec("100")
	c, err := indicator(t, d).Completion(2025, 2024)
	require.NoError(t, err)
	assert.Equal(t, "undefined: the goal is the start", c.Ratio.String())
	assert.False(t, c.Late)
	assert.False(t, c.Regress())
	c, err = indicator(t, d).Completion(2030, 2018)
	require.NoError(t, err)
	assert.Equal(t, "Car kilometres: completion by 2030 undefined: no value after the start is known by 2018\n"+
		"  start 100 in 2018, goal 40 in 2030, million km", c.Details())
	_, err = indicator(t, d).Completion(2031, 2024)
	assert.EqualError(t, err, `indicator "car km": goal: no figure for 2031 (there are figures for 2020, 2025 and 2030): `+
		"what is missing is not 0, and none is carried over from another year: state it")
}

// A comparison with the last goal passed (2020: 90) would call 84 in time; the
// line to 2030 has 90 - 50 × 4/10 = 70 in 2024. Completion is (84 - 100)/(40 -
// 100) = 16/60, which a whole percent would cut to 26.
func TestIndicatorLateAgainstInterpolatedGoal(t *testing.T) {
	c, err := indicator(t, carKm()).Completion(2030, 2025)
	require.NoError(t, err)
	assert.Equal(t, "0.266666666667", c.Ratio.String())
	assert.Equal(t, "70", c.Due.String())
	assert.True(t, c.Late)
	goal, _ := c.Indicator.Goal(2020)
	assert.True(t, c.Value.LessThan(goal))
}
