package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cut makes reductions on the unstated metric of alternating years and
// kilotonnes.
func cut(kind strategy.Kind, byYear map[int]string) strategy.Reductions {
	amounts := map[int]ghg.CO2e{}
	for y, s := range byYear {
		amounts[y] = ghg.MustCO2e(s + " ktCO2e")
	}
	return must(strategy.NewReductions(kind, ghg.Unstated, amounts))
}

// must is for what tests and examples know to stand.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A bus fleet goes electric step by step; the year between is not known.
func ExampleReductions() {
	buses, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{
		2026: ghg.MustCO2e("3.5 kt CO2e (AR5)"),
		2030: ghg.MustCO2e("12.25 kt CO2e (AR5)"),
	})
	if err != nil {
		fmt.Println(err)
	}
	for year, amount := range buses.All() {
		fmt.Println(year, amount)
	}
	_, known := buses.At(2028)
	fmt.Println(buses.Kind(), known)
	// Output:
	// 2026 3500 tCO2e (AR5)
	// 2030 12250 tCO2e (AR5)
	// expected false
}

// The city would like to add a verified retrofit to a campaign's potential.
func ExampleKindMismatchError() {
	retrofit, _ := strategy.NewReductions(strategy.Verified, ghg.AR5, map[int]ghg.CO2e{2024: ghg.MustCO2e("800 tCO2e (AR5)")})
	campaign, _ := strategy.NewReductions(strategy.Potential, ghg.AR5, map[int]ghg.CO2e{2024: ghg.MustCO2e("90000 tCO2e (AR5)")})
	_, err := retrofit.Add(campaign)
	var mismatch *strategy.KindMismatchError
	if errors.As(err, &mismatch) {
		fmt.Println("two sums:", mismatch.A, "and", mismatch.B)
	}
	fmt.Println(err)
	// Output:
	// two sums: verified and potential
	// verified and potential reductions are never added: keep a sum for each kind
}

func TestReductionsRefuse(t *testing.T) {
	one := map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}
	_, err := strategy.NewReductions(0, ghg.Unstated, one)
	assert.Equal(t, ghg.Refusal("reductions", "kind", "", strategy.ErrNoKind.Error()), fault(t, err))
	_, err = strategy.NewReductions(9, ghg.Unstated, one)
	assert.Equal(t, "unknown (9)", fault(t, err).Value)
	_, err = strategy.NewReductions(strategy.Expected, ghg.Metric{}, one)
	assert.Equal(t, ghg.Refusal("reductions", "metric", "", ghg.ErrNoMetric.Error()), fault(t, err))
	_, err = strategy.NewReductions(strategy.Expected, ghg.Unstated, nil)
	assert.Equal(t, "years", fault(t, err).Field)
	_, err = strategy.NewReductions(0, ghg.AR5, map[int]ghg.CO2e{1: {}, 2030: ghg.MustCO2e("1 tCO2e (AR6)"), 4000: {}})
	all := faultsIn(t, err)
	assert.Equal(t, []string{"reductions kind", "reductions year", "reductions in 2030 amount", "reductions year"}, all, "all at once")
	for _, year := range []int{1849, 2301} {
		_, err = strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: {}, year: {}})
		assert.ErrorContains(t, err, fmt.Sprint(year))
	}
	_, err = strategy.NewReductions(strategy.Expected, ghg.AR6,
		map[int]ghg.CO2e{2029: ghg.MustCO2e("1 tCO2e (AR6)"), 2030: ghg.MustCO2e("1 tCO2e (AR5)")})
	var mismatch *ghg.MetricMismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.MetricMismatchError{A: "AR6", B: "AR5"}, *mismatch)
	assert.ErrorContains(t, err, "2030")
}

func TestReductionsCopyWhatTheyAreGiven(t *testing.T) {
	amounts := map[int]ghg.CO2e{2030: ghg.MustCO2e("7 tCO2e")}
	r, err := strategy.NewReductions(strategy.Expected, ghg.Unstated, amounts)
	require.NoError(t, err)
	amounts[2030] = ghg.MustCO2e("70 tCO2e")
	amounts[2031] = ghg.MustCO2e("70 tCO2e")
	assert.Equal(t, 1, r.Len())
	got, ok := r.At(2030)
	assert.True(t, ok)
	assert.True(t, got.Equal(ghg.MustCO2e("7 tCO2e")))
	_, ok = r.At(2031)
	assert.False(t, ok)
}

func TestReductionsAdd(t *testing.T) {
	a := cut(strategy.Expected, map[int]string{2026: "1.25", 2028: "4", 2030: "10"})
	b := cut(strategy.Expected, map[int]string{2028: "-0.5", 2030: "3.3", 2032: "9"})
	for _, sum := range []func() (strategy.Reductions, error){
		func() (strategy.Reductions, error) { return a.Add(b) },
		func() (strategy.Reductions, error) { return b.Add(a) },
	} {
		s, err := sum()
		require.NoError(t, err)
		assert.Equal(t, strategy.Expected, s.Kind())
		assert.Equal(t, ghg.Unstated, s.Metric())
		var got []string
		for y, c := range s.All() {
			got = append(got, fmt.Sprint(y, " ", c))
		}
		assert.Equal(t, []string{"2028 3500 tCO2e", "2030 13300 tCO2e"}, got, "years that one lacks are unknown")
	}
	_, err := a.Add(cut(strategy.Expected, map[int]string{2027: "1"}))
	assert.ErrorContains(t, err, "no year in common")

	ar5, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR5)")})
	require.NoError(t, err)
	_, err = a.Add(ar5)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
}

func TestZeroReductions(t *testing.T) {
	var zero strategy.Reductions
	assert.True(t, zero.IsZero())
	assert.True(t, zero.Metric().IsZero())
	assert.Zero(t, zero.Len())
	_, ok := zero.At(2030)
	assert.False(t, ok)
	_, err := zero.Add(zero)
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	_, err = zero.Add(cut(strategy.Verified, map[int]string{2030: "1"}))
	var mismatch *strategy.KindMismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, strategy.KindMismatchError{A: 0, B: strategy.Verified}, *mismatch)
	r := cut(strategy.Verified, map[int]string{2030: "0", 2031: "1"})
	assert.False(t, r.IsZero(), "reductions of 0 are known")
	for range r.All() {
		break
	}
}

// Two steps of one action, stated apart.
func ExampleReductions_Join() {
	first := cut(strategy.Expected, map[int]string{2025: "1.2", 2026: "2.5"})
	second := cut(strategy.Expected, map[int]string{2027: "4"})
	all, err := first.Join(second)
	for year, c := range all.All() {
		fmt.Println(year, c)
	}
	fmt.Println(err)
	_, err = all.Join(first)
	fmt.Println(err)
	// Output:
	// 2025 1200 tCO2e
	// 2026 2500 tCO2e
	// 2027 4000 tCO2e
	// <nil>
	// reductions of two spans: year 2025 is given twice: one is allowed
}

func TestJoinRefusals(t *testing.T) {
	a := cut(strategy.Expected, map[int]string{2025: "1"})
	_, err := a.Join(cut(strategy.Verified, map[int]string{2026: "1"}))
	var kinds *strategy.KindMismatchError
	assert.ErrorAs(t, err, &kinds)
	_, err = a.Join(must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: ghg.MustCO2e("1 tCO2e (AR5)")})))
	var metrics *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metrics)
	_, err = strategy.Reductions{}.Join(strategy.Reductions{})
	assert.ErrorIs(t, err, strategy.ErrNoKind)
}
