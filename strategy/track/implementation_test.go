package track_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// smallPlan is a fleet and roofs, and what is not there to score.
func smallPlan() []strategy.Action {
	fleet := action("buses", "T",
		completed(task("tender", "3", day(2024, 6, 30)), day(2024, 7, 15)),
		begun(task("depot", "2", day(2024, 12, 31)), "50%"))
	fleet.Phases = append(fleet.Phases, strategy.Phase{ID: "2040", End: 2040,
		Tasks: []strategy.Task{task("rest of the fleet", "5", day(2039, 12, 31))}})
	roofs := action("solar", "E",
		begun(task("survey", "40", day(2025, 1, 31)), "25%"),
		task("panels", "60", day(2028, 12, 31)),
		cancelled(task("carports", "900", day(2024, 1, 1))))
	gone := action("trams", "T", task("study", "10", day(2020, 1, 1)))
	gone.Stage = strategy.Cancelled
	return []strategy.Action{fleet, roofs, gone, action("lessons", "E")}
}

func ExampleAssessImplementation() {
	i, err := track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2025, 3, 1), track.ActionsEqually)
	fmt.Println(err)
	fmt.Println(i.Plan().Details())
	for _, s := range i.ByPhase() {
		fmt.Println(s)
	}
	// Output:
	// <nil>
	// plan on 2025-03-01, earned value, actions equally
	//   PV = Σ weight due / Σ weight = 0.9 / 2 = 0.45
	//   EV = Σ weight × done / Σ weight = 0.5 / 2 = 0.25
	//   SPI = EV / PV = 0.5 / 0.9 = 0.555555555556
	//   5 tasks of 2 actions; 0 without a due day, never in PV; 1 cancelled, left out
	// until 2030 on 2025-03-01: planned 70.0%, earned 45.0%, SPI 0.643
	// until 2040 on 2025-03-01: planned 0.0%, earned 0.0%, SPI undefined: no task was due by 2025-03-01
}

func ExampleWeighting() {
	for _, w := range []track.Weighting{track.ByTaskWeight, track.ActionsEqually} {
		i, _ := track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2025, 3, 1), w)
		fmt.Printf("%s: EV %s\n", w, i.Plan().EV.Percent(2))
	}
	_, err := track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2025, 3, 1), 0)
	fmt.Println(err)
	// Output:
	// by task weight: EV 12.73%
	// actions equally: EV 25.00%
	// implementation, weighting "no weighting": say how tasks of different actions meet: track.ByTaskWeight or track.ActionsEqually
}

func ExampleImplementation_ByAction() {
	i, _ := track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2025, 3, 1), track.ByTaskWeight)
	for s := range i.ByAction() {
		fmt.Println(s)
	}
	// Output:
	// buses on 2025-03-01: planned 50.0%, earned 40.0%, SPI 0.8
	// solar on 2025-03-01: planned 40.0%, earned 10.0%, SPI 0.25
	// lessons on 2025-03-01: undefined: there is no task that counts
}

func ExampleImplementation() {
	i, _ := track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2025, 3, 1), track.ByTaskWeight)
	for _, s := range i.ByArea() {
		fmt.Println(s.Of, s.SPI)
	}
	fmt.Println("left out:", slices.Collect(i.Withdrawn()))
	// Output:
	// T 0.8
	// E 0.25
	// left out: [trams]
}

func TestScoreCounts(t *testing.T) {
	plan := []strategy.Action{action("a", "E", task("due today", "1", day(2025, 3, 1)), task("due tomorrow", "2", day(2025, 3, 2)),
		begun(task("whenever", "4", ghg.Date{}), "50%"), cancelled(task("no", "8", ghg.Date{})))}
	plan[0].Phases = append(plan[0].Phases, strategy.Phase{ID: "x", Tasks: []strategy.Task{task("y", "1", ghg.Date{})}},
		strategy.Phase{ID: "z", End: 2030, Tasks: []strategy.Task{task("z", "1", day(2025, 1, 1))}})
	i, err := track.AssessImplementation(slices.Values(plan), strategy.Framework{}, day(2025, 3, 1), track.ByTaskWeight)
	require.NoError(t, err)
	s := i.Plan()
	assert.Equal(t, "0.222222222222", s.PV.String())
	assert.Equal(t, "0.222222222222", s.EV.String())
	assert.Equal(t, "1", s.SPI.String())
	assert.Equal(t, []int{1, 5, 2, 1}, []int{s.Actions, s.Tasks, s.Undated, s.Cancelled})
	assert.True(t, s.Total.Equal(dec("9")))
	phases := i.ByPhase()
	require.Len(t, phases, 2)
	assert.Equal(t, "until 2030", phases[0].Of)
	assert.Equal(t, 4, phases[0].Tasks, "two phases that end in one year")
	assert.Equal(t, 1, phases[0].Actions)
	assert.Equal(t, "no end stated", phases[1].Of)
	// What was given may change afterwards.
	plan[0].Phases[0].Tasks[0].Weight = dec("1000")
	plan[0].Phases[0] = strategy.Phase{}
	assert.True(t, i.Plan().Total.Equal(dec("9")))
	for range i.ByAction() {
		break
	}
}

func TestAssessImplementationRefuses(t *testing.T) {
	_, err := track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, ghg.Date{}, track.ByTaskWeight)
	assert.ErrorContains(t, err, "a day that exists")
	_, err = track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2024, 7, 14), track.ByTaskWeight)
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Contains(t, refused.Of, `task "tender"`)
	_, err = track.AssessImplementation(slices.Values(smallPlan()), strategy.Framework{}, day(2024, 7, 15), track.ByTaskWeight)
	assert.NoError(t, err)
	_, err = track.AssessImplementation(nil, strategy.Framework{}, day(2025, 3, 1), track.ByTaskWeight)
	assert.ErrorContains(t, err, "implementation, actions: those of a portfolio")
	var zero track.Implementation
	assert.Contains(t, zero.Plan().SPI.String(), "undefined")
	assert.Empty(t, zero.ByPhase())
	assert.Empty(t, zero.ByArea())
}

// Against fractions of whole numbers, and whatever the order of the actions.
func TestScoreProperty(t *testing.T) {
	r := rand.New(rand.NewSource(41))
	on := day(2025, 6, 15)
	for range 200 {
		var plan []strategy.Action
		pooled, equal := [3]*big.Rat{{}, {}, {}}, [3]*big.Rat{{}, {}, {}}
		for n := range 1 + r.Intn(5) {
			a := action(strconv.Itoa(n), "E")
			own := [3]*big.Rat{{}, {}, {}} // planned, earned, total
			for k := range r.Intn(5) {
				w, percent := int64(1+r.Intn(50)), int64(r.Intn(101))
				x := begun(task(strconv.Itoa(k), fmt.Sprint(w), day(2025, 6, 14+r.Intn(3))), fmt.Sprintf("%d%%", percent))
				a.Phases[0].Tasks = append(a.Phases[0].Tasks, x)
				own[2].Add(own[2], big.NewRat(w, 1))
				own[1].Add(own[1], big.NewRat(w*percent, 100))
				if x.Due.Day <= 15 {
					own[0].Add(own[0], big.NewRat(w, 1))
				}
			}
			plan = append(plan, a)
			for i := range own {
				pooled[i].Add(pooled[i], own[i])
				if own[2].Sign() > 0 {
					equal[i].Add(equal[i], new(big.Rat).Quo(own[i], own[2]))
				}
			}
		}
		for w, want := range map[track.Weighting][3]*big.Rat{track.ByTaskWeight: pooled, track.ActionsEqually: equal} {
			i, err := track.AssessImplementation(slices.Values(plan), strategy.Framework{}, on, w)
			require.NoError(t, err)
			s := i.Plan()
			if want[2].Sign() == 0 {
				assert.Equal(t, "there is no task that counts", s.PV.Undefined())
				continue
			}
			assert.Equal(t, ratio(want[0], want[2]), s.PV.String())
			assert.Equal(t, ratio(want[1], want[2]), s.EV.String())
			if want[0].Sign() > 0 {
				assert.Equal(t, ratio(want[1], want[0]), s.SPI.String())
			} else {
				assert.Equal(t, "no task was due by 2025-06-15", s.SPI.Undefined())
			}
			slices.Reverse(plan)
			turned, err := track.AssessImplementation(slices.Values(plan), strategy.Framework{}, on, w)
			require.NoError(t, err)
			assert.Equal(t, s.SPI.String(), turned.Plan().SPI.String())
		}
	}
}

func ratio(a, b *big.Rat) string {
	return decimal.RequireFromString(new(big.Rat).Quo(a, b).FloatString(12)).String()
}

// The second forest is due in 2045, and its phase ends in 2030: nothing is planned until
// 2030, and it is told why.
func ExampleImplementation_Findings() {
	forest := strategy.Action{ID: "forest", Area: "E", Phases: []strategy.Phase{
		{ID: "2030", Start: 2022, End: 2030, Tasks: []strategy.Task{task("second forest", "1", day(2045, 6, 30))}}}}
	i, err := track.AssessImplementation(slices.Values([]strategy.Action{forest}), strategy.Framework{}, day(2030, 12, 31), track.ByTaskWeight)
	fmt.Println(err)
	for _, s := range i.ByPhase() {
		fmt.Println(s)
	}
	fmt.Println(i.Findings().All[0].Code, i.Findings().Len())
	// Output:
	// <nil>
	// until 2030 on 2030-12-31: planned 0.0%, earned 0.0%, SPI undefined: no task was due by 2030-12-31; 1 of 1 tasks due outside their phase
	// task-outside 1
}

func TestScoreOutside(t *testing.T) {
	a := action("a", "E", task("in time", "1", day(2025, 3, 1)), cancelled(task("no", "8", day(2060, 1, 1))))
	a.Phases[0].Start, a.Phases[0].End = 2022, 2030
	a.Phases[0].Tasks = append(a.Phases[0].Tasks, task("early", "2", day(2021, 1, 1)), begun(task("late", "4", day(2045, 1, 1)), "25%"),
		task("whenever", "1", ghg.Date{}))
	b := action("b", "T", task("in time", "1", day(2026, 3, 1)))
	b.Phases[0].Start, b.Phases[0].End = 2022, 2030
	gone := action("c", "T", task("late", "1", day(2045, 1, 1)))
	gone.Phases[0].Start, gone.Phases[0].End, gone.Stage = 2022, 2030, strategy.Merged
	all := slices.Values([]strategy.Action{a, b, gone})
	i, err := track.AssessImplementation(all, strategy.Framework{}, day(2025, 6, 1), track.ByTaskWeight)
	require.NoError(t, err)
	assert.Equal(t, 2, i.Plan().Outside)
	assert.Contains(t, i.Plan().Details(), "1 without a due day, never in PV; 1 cancelled, left out; 2 due outside their phase")
	assert.Equal(t, []int{2, 0}, []int{i.ByArea()[0].Outside, i.ByArea()[1].Outside})
	require.Equal(t, 1, i.Findings().Len(), "one for an action, none for the withdrawn one")
	assert.Equal(t, `action "a"`, i.Findings().All[0].Of)
}
