package track_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cut are reductions in kt by year.
func cut(kind strategy.Kind, years ...any) strategy.Reductions {
	m := map[int]ghg.CO2e{}
	for i := 0; i < len(years); i += 2 {
		m[years[i].(int)] = ghg.MustCO2e(years[i+1].(string) + " ktCO2e")
	}
	r, err := strategy.NewReductions(kind, ghg.Unstated, m)
	if err != nil {
		panic(err)
	}
	return r
}

// Daegu reported 1,520 kt for 2021 against 1,320 kt planned (New Daily TK,
// 24 October 2022). It is a claim: nobody is named who verified it.
func ExampleNewRealisation() {
	daegu, err := track.NewRealisation("climate plan of Daegu",
		cut(strategy.Expected, 2021, "1320"), cut(strategy.Claimed, 2021, "1520"), strategy.Reductions{})
	fmt.Println(err)
	fmt.Println(daegu.Details())
	// Output:
	// <nil>
	// action "climate plan of Daegu", years planned, reported or verified: 1
	//   2021: planned 1320000 tCO2e, reported 1520000 tCO2e, verified unknown
	//     realisation rate = verified/planned = undefined: no reduction is verified
	//     verified/reported = undefined: no reduction is verified
	//     reported/planned = 1.151515151515
}

func ExampleCarryForward() {
	planned, verified := cut(strategy.Expected, 2023, "40", 2024, "50"), cut(strategy.Verified, 2023, "36")
	plain, _ := track.NewRealisation("solar", planned, strategy.Reductions{}, verified)
	y, _ := plain.Year(2024)
	fmt.Println(y.Rate())
	stated, _ := track.NewRealisation("solar", planned, strategy.Reductions{}, verified,
		track.CarryForward{Into: 2024, Reason: "meters are read every second year"})
	y, _ = stated.Year(2024)
	fmt.Println(y)
	fmt.Println(y.Rate())
	// Output:
	// undefined: no reduction is verified
	// 2024: planned 50000 tCO2e, reported unknown, verified 36000 tCO2e (carried forward from 2023: meters are read every second year)
	// 0.72
}

func ExampleRealisation() {
	_, err := track.NewRealisation("1110", cut(strategy.Potential, 2030, "2450"), strategy.Reductions{}, strategy.Reductions{})
	var kinds *strategy.KindMismatchError
	if errors.As(err, &kinds) {
		fmt.Println("a plan is", kinds.A, "and this", kinds.B)
	}
	fmt.Println(err)
	// Output:
	// a plan is expected and this potential
	// action "1110", planned: expected and potential reductions are never added: keep a sum for each kind
}

func ExampleRealised() {
	solar, _ := track.NewRealisation("solar", cut(strategy.Expected, 2024, "50"), strategy.Reductions{}, cut(strategy.Verified, 2024, "36"))
	buses, _ := track.NewRealisation("buses", cut(strategy.Expected, 2024, "20"), strategy.Reductions{}, cut(strategy.Verified, 2024, "27"))
	lamps, _ := track.NewRealisation("lamps", cut(strategy.Expected, 2024, "30"), cut(strategy.Claimed, 2024, "30"), strategy.Reductions{})
	total, err := track.Realised(2024, []track.Realisation{solar, buses, lamps})
	fmt.Println(err)
	fmt.Println(total.Details())
	// Output:
	// <nil>
	// 2024: 63000 tCO2e verified of 70000 tCO2e planned, 90.0%, for 2 actions
	//   realisation rate = Σ verified / Σ planned = 63000 tCO2e / 70000 tCO2e = 0.9
	//   planned and not verified, left out: lamps
}

func ExampleRealisedYear() {
	solar, _ := track.NewRealisation("solar",
		cut(strategy.Expected, 2024, "50", 2025, "55"), cut(strategy.Claimed, 2024, "60"), cut(strategy.Verified, 2024, "45"),
		track.CarryForward{Into: 2025, Reason: "meters are read every second year"})
	y, _ := solar.Year(2024)
	fmt.Println(y.Rate(), y.VerifiedOfReported(), y.ReportedOfPlanned())
	for y := range solar.Years() {
		planned, _ := y.Planned()
		verified, _ := y.Verified()
		_, isReported := y.Reported()
		carried, _ := y.Carried()
		fmt.Println(solar.Action(), y.Year(), planned, verified, isReported, carried.Reason != "")
	}
	fmt.Println(y.Details())
	// Output:
	// 0.9 0.75 1.2
	// solar 2024 50000 tCO2e 45000 tCO2e true false
	// solar 2025 55000 tCO2e 45000 tCO2e false true
	// 2024: planned 50000 tCO2e, reported 60000 tCO2e, verified 45000 tCO2e
	//     realisation rate = verified/planned = 0.9
	//     verified/reported = 0.75
	//     reported/planned = 1.2
}

func ExampleRealisationTotal() {
	lamps, _ := track.NewRealisation("lamps", cut(strategy.Expected, 2024, "30"), cut(strategy.Claimed, 2024, "30"), strategy.Reductions{})
	total, _ := track.Realised(2024, []track.Realisation{lamps})
	fmt.Println(total.Rate())
	// Output: undefined: of no action planned and verified reductions are both known
}

func TestRealisation(t *testing.T) {
	r, err := track.NewRealisation("a", cut(strategy.Expected, 2024, "50", 2022, "0"),
		cut(strategy.Claimed, 2023, "8", 2024, "60"), cut(strategy.Verified, 2024, "45", 2022, "-3"))
	require.NoError(t, err)
	var years []int
	for y := range r.Years() {
		years = append(years, y.Year())
	}
	assert.Equal(t, []int{2022, 2023, 2024}, years)
	assert.Equal(t, "a", r.Action())
	y, ok := r.Year(2024)
	require.True(t, ok)
	assert.Equal(t, "0.9", y.Rate().String())
	assert.Equal(t, "0.75", y.VerifiedOfReported().String())
	assert.Equal(t, "1.2", y.ReportedOfPlanned().String())
	planned, ok := y.Planned()
	assert.True(t, ok)
	assert.Equal(t, "50000 tCO2e", planned.String())
	reported, ok := y.Reported()
	assert.True(t, ok)
	assert.Equal(t, "60000 tCO2e", reported.String())
	_, ok = y.Carried()
	assert.False(t, ok)
	y, _ = r.Year(2022)
	assert.Equal(t, "undefined: the planned reduction is 0", y.Rate().String())
	assert.Equal(t, "undefined: no reduction is reported", y.ReportedOfPlanned().String())
	assert.Equal(t, "undefined: no reduction is reported", y.VerifiedOfReported().String())
	y, _ = r.Year(2023)
	_, ok = y.Planned()
	assert.False(t, ok)
	assert.Equal(t, "undefined: no reduction is planned", y.ReportedOfPlanned().String())
	y, ok = r.Year(2030)
	assert.False(t, ok)
	assert.Equal(t, 2030, y.Year())
}

// More of a planned increase is no better realisation, and a cut in its place no
// negative one.
func TestRateOfPlannedIncrease(t *testing.T) {
	none := strategy.Reductions{}
	r, err := track.NewRealisation("a", cut(strategy.Expected, 2024, "-5", 2025, "-5", 2026, "4"),
		cut(strategy.Claimed, 2024, "-1"), cut(strategy.Verified, 2024, "-10", 2025, "3", 2026, "-2"))
	require.NoError(t, err)
	why := "undefined: the planned reduction is below 0, an increase"
	for year, want := range map[int]string{2024: why, 2025: why, 2026: "-0.5"} {
		y, _ := r.Year(year)
		assert.Equal(t, want, y.Rate().String(), year)
		total, err := track.Realised(year, []track.Realisation{r})
		require.NoError(t, err)
		assert.Equal(t, want, total.Rate().String(), year)
	}
	y, _ := r.Year(2024)
	assert.Equal(t, why, y.ReportedOfPlanned().String())
	assert.Equal(t, "undefined: the reported reduction is below 0, an increase", y.VerifiedOfReported().String())

	_, err = track.Realised(0, nil)
	assert.ErrorContains(t, err, "realisation: year 0: years from 1850 to 2300")
	unknown, err := track.NewRealisation("b", none, none, cut(strategy.Verified, 2024, "1"))
	require.NoError(t, err)
	total, err := track.Realised(2024, []track.Realisation{unknown})
	require.NoError(t, err)
	assert.Equal(t, "2024: realisation rate undefined: of no action planned and verified reductions are both known\n"+
		"  verified and not planned, left out: b", total.Details(), "what is unknown is not 0 t")
}

func TestCarryForward(t *testing.T) {
	none := strategy.Reductions{}
	verified := cut(strategy.Verified, 2022, "5", 2024, "7")
	make := func(c ...track.CarryForward) (track.Realisation, error) {
		return track.NewRealisation("a", none, none, verified, c...)
	}
	r, err := make(track.CarryForward{2023, "late meters"}, track.CarryForward{2025, "late meters"})
	require.NoError(t, err)
	assert.Len(t, slices.Collect(r.Years()), 4)
	y, _ := r.Year(2025)
	v, ok := y.Verified()
	assert.True(t, ok)
	assert.Equal(t, "7000 tCO2e", v.String())
	c, ok := y.Carried()
	assert.True(t, ok)
	assert.Equal(t, track.CarryForward{2025, "late meters"}, c)
	for want, carried := range map[string][]track.CarryForward{
		`action "a", carry forward into 2023, reason: say why`:  {{Into: 2023}},
		`into "0": years from 1850`:                             {{0, "x"}},
		`into "2024": this year has a verified reduction`:       {{2024, "x"}},
		`into "2026": 2025 has no verified reduction of its`:    {{2026, "x"}},
		`into "2026": 2025 has no verified reduction of its ow`: {{2025, "x"}, {2026, "x"}},
		`into "2023": this year has`:                            {{2023, "x"}, {2023, "x"}},
	} {
		_, err := make(carried...)
		assert.ErrorContains(t, err, want)
	}
}

func TestNewRealisationRefuses(t *testing.T) {
	none := strategy.Reductions{}
	_, err := track.NewRealisation("", none, none, none)
	assert.ErrorContains(t, err, "an ID of at most 200 bytes")
	_, err = track.NewRealisation(strings.Repeat("x", 201), none, none, none)
	assert.Error(t, err)
	_, err = track.NewRealisation(strings.Repeat("x", 200), none, none, none)
	assert.NoError(t, err)
	var kinds *strategy.KindMismatchError
	_, err = track.NewRealisation("a", none, cut(strategy.Verified, 2024, "1"), none)
	assert.ErrorAs(t, err, &kinds)
	_, err = track.NewRealisation("a", none, none, cut(strategy.Claimed, 2024, "1"))
	assert.ErrorAs(t, err, &kinds)
	onAR5, err := strategy.NewReductions(strategy.Verified, ghg.AR5, map[int]ghg.CO2e{2024: ghg.MustCO2e("1 tCO2e (AR5)")})
	require.NoError(t, err)
	_, err = track.NewRealisation("a", cut(strategy.Expected, 2024, "1"), none, onAR5)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
	alone, err := track.NewRealisation("a", none, none, onAR5)
	require.NoError(t, err)

	planned, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2024: ghg.MustCO2e("4 tCO2e (AR5)")})
	require.NoError(t, err)
	inAR5, err := track.NewRealisation("b", planned, none, onAR5)
	require.NoError(t, err)
	plain, err := track.NewRealisation("c", cut(strategy.Expected, 2024, "1"), none, cut(strategy.Verified, 2024, "1"))
	require.NoError(t, err)
	_, err = track.Realised(2024, []track.Realisation{inAR5, plain})
	assert.ErrorAs(t, err, &metric)
	assert.ErrorContains(t, err, `action "c"`)
	_, err = track.Realised(2024, []track.Realisation{plain, plain})
	assert.EqualError(t, err, "realisation in 2024: action c is given twice: one is allowed")
	total, err := track.Realised(2024, []track.Realisation{alone})
	require.NoError(t, err)
	assert.Equal(t, []string{"a"}, total.NotPlanned)
	assert.Equal(t, "of no action planned and verified reductions are both known", total.Rate().Undefined())
	carried, err := track.NewRealisation("d", cut(strategy.Expected, 2025, "4"), none, cut(strategy.Verified, 2024, "1"),
		track.CarryForward{2025, "late"})
	require.NoError(t, err)
	total, err = track.Realised(2025, []track.Realisation{plain, carried})
	require.NoError(t, err)
	assert.Equal(t, []string{"d"}, total.Carried)
	assert.Equal(t, "0.25", total.Rate().String())
	assert.Empty(t, total.NotVerified)
	assert.Contains(t, total.Details(), "carried forward from the year before: d")
}
