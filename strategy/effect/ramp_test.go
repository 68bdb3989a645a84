package effect_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Home solar is offered from 2025 and has reached all who take it by 2030.
func ExampleLinear() {
	ramp, err := effect.Linear(2025, 2030)
	if err != nil {
		panic(err)
	}
	for _, year := range []int{2024, 2026, 2030, 2035} {
		share, _ := ramp.Share(year)
		fmt.Println(year, share)
	}
	_, err = effect.Linear(2030, 2025)
	fmt.Println(err)
	// Output:
	// 2024 0%
	// 2026 20%
	// 2030 100%
	// 2035 100%
	// linear ramp, full "2025": the full effect comes after the start, 2030; for one in the same year use effect.Step
}

// A fuel-cell plant replaces cogeneration in 2028, all at once.
func ExampleStep() {
	ramp, _ := effect.Step(2028)
	before, _ := ramp.Share(2027)
	after, _ := ramp.Share(2028)
	fmt.Println(before, after, ramp)
	// Output: 0% 100% step in 2028
}

// Electric taxis: 10 % in 2025, and 90 % expected for 2035.
func ExampleLogistic() {
	ramp, err := effect.Logistic(2025, ghg.MustShare("10%"), 2035, ghg.MustShare("90%"))
	if err != nil {
		panic(err)
	}
	share, _ := ramp.Share(2030)
	fmt.Println(share, ramp)
	k, midpoint, _ := ramp.LogisticParameters()
	fmt.Println(k.StringFixed(4), midpoint)
	_, err = effect.Logistic(2025, ghg.MustShare("0%"), 2035, ghg.MustShare("90%"))
	fmt.Println(err)
	// Output:
	// 50% logistic through 10% in 2025 and 90% in 2035
	// 0.4394 2030
	// logistic ramp, first share "0%": above 0% and below 100% is allowed: the curve never reaches either
}

// A plan states 2025 and 2030. What lies between is read only where that is
// asked for.
func ExampleTable() {
	stated := map[int]ghg.Share{2025: ghg.MustShare("10%"), 2030: ghg.MustShare("100%")}
	ramp, _ := effect.Table(stated)
	_, err := ramp.Share(2027)
	var missing *ghg.NoFigureError
	fmt.Println(errors.As(err, &missing) && missing.Year == 2027)
	fmt.Println(err)

	ramp, _ = effect.InterpolatedTable(stated)
	share, _ := ramp.Share(2027)
	fmt.Println(share, ramp.Formula())
	// Output:
	// true
	// table of shares: no figure for 2027 (there are figures for 2025 and 2030): what is missing is not 0, and none is carried over from another year: state it
	// 46% as stated, linear between stated years
}

// 300 of 1,200 heat pumps are installed in 2025, 500 in 2027.
func ExampleInstalls() {
	ramp, _ := effect.Installs(decimal.NewFromInt(1200), map[int]decimal.Decimal{2025: decimal.NewFromInt(300), 2027: decimal.NewFromInt(500)})
	for _, year := range []int{2024, 2025, 2026, 2027, 2030} {
		share, _ := ramp.Share(year)
		fmt.Println(year, share)
	}
	// Output:
	// 2024 0%
	// 2025 25%
	// 2026 25%
	// 2027 66.6666666667%
	// 2030 66.6666666667%
}

func ExampleRamp() {
	var none effect.Ramp
	_, err := none.Share(2030)
	fmt.Println(errors.Is(err, effect.ErrNoRamp), none)
	ramp, _ := effect.Linear(2025, 2030)
	_, err = ramp.Share(30)
	var year *ghg.YearError
	fmt.Println(errors.As(err, &year) && year.Year == 30, err)
	// Output:
	// true no ramp
	// true ramp: year 30: years from 1850 to 2300 are allowed
}

func TestRampRefusals(t *testing.T) {
	s := ghg.MustShare
	one := decimal.NewFromInt(1)
	huge := decimal.New(1, 1_000_000_000)
	for want, f := range map[string]func() (effect.Ramp, error){
		"step: year 1700":                     func() (effect.Ramp, error) { return effect.Step(1700) },
		`linear ramp, start "1849": year`:     func() (effect.Ramp, error) { return effect.Linear(1849, 2030) },
		`linear ramp, full "2301": years`:     func() (effect.Ramp, error) { return effect.Linear(2025, 2301) },
		`linear ramp, full "2025": the full`:  func() (effect.Ramp, error) { return effect.Linear(2025, 2025) },
		"logistic ramp, first year":           func() (effect.Ramp, error) { return effect.Logistic(1, s("0.1"), 2030, s("0.9")) },
		`logistic ramp, second year "3000"`:   func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.1"), 3000, s("0.9")) },
		`second year "2025": it comes after`:  func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.1"), 2025, s("0.9")) },
		`second share "100%": above 0%`:       func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.1"), 2030, s("1")) },
		`second share "90%": above the first`: func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.9"), 2030, s("0.9")) },
		"table of shares, years: at least":    func() (effect.Ramp, error) { return effect.Table(nil) },
		"table of shares in 2030, share: sta": func() (effect.Ramp, error) { return effect.Table(map[int]ghg.Share{2030: {}}) },
		`table of shares in 2030, share "101`: func() (effect.Ramp, error) { return effect.Table(shares(map[int]string{2030: "101%"})) },
		`of shares in 2030, share "-1%": 0%`: func() (effect.Ramp, error) {
			return effect.InterpolatedTable(shares(map[int]string{2030: "-1%"}))
		},
		`table of shares, year "10": `:    func() (effect.Ramp, error) { return effect.Table(shares(map[int]string{10: "1%"})) },
		`units "out of bounds": a number`: func() (effect.Ramp, error) { return effect.Installs(huge, nil) },
		`installs, all units "0"`:         func() (effect.Ramp, error) { return effect.Installs(decimal.Decimal{}, nil) },
		"installs, years: at least one":   func() (effect.Ramp, error) { return effect.Installs(one, nil) },
		`installs, year "5"`:              func() (effect.Ramp, error) { return effect.Installs(one, map[int]decimal.Decimal{5: one}) },
		`installs in 2025, units "out of`: func() (effect.Ramp, error) { return effect.Installs(one, map[int]decimal.Decimal{2025: huge}) },
		`installs in 2025, units "-1"`: func() (effect.Ramp, error) {
			return effect.Installs(one, map[int]decimal.Decimal{2025: one.Neg()})
		},
		`installs up to 2026, units "2": at most all units, 1`: func() (effect.Ramp, error) {
			return effect.Installs(one, map[int]decimal.Decimal{2025: one, 2026: one})
		},
	} {
		r, err := f()
		assert.ErrorContains(t, err, want)
		assert.True(t, r.IsZero(), want)
	}
}

func TestRampWords(t *testing.T) {
	none := effect.Ramp{}
	assert.Equal(t, "no ramp", none.Formula())
	_, _, ok := none.LogisticParameters()
	assert.False(t, ok)
	r := must(effect.Step(2030))
	assert.Equal(t, "0 before 2030, 1 from then on", r.Formula())
	_, _, ok = r.LogisticParameters()
	assert.False(t, ok)
	assert.Equal(t, "(y - 2025)/(2030 - 2025), held between 0 and 1", must(effect.Linear(2025, 2030)).Formula())
	log := must(effect.Logistic(2025, ghg.MustShare("0.1"), 2035, ghg.MustShare("0.9")))
	assert.Equal(t, "1/(1 + e^(-k(y - x0))), k = 0.439444915467, x0 = 2030", log.Formula())
	in := must(effect.Installs(dec("10"), map[int]decimal.Decimal{2025: dec("2"), 2026: dec("3")}))
	assert.Equal(t, "installs from 2025 to 2026, 5 of 10 units", in.String())
	assert.Equal(t, "units installed up to and in y / 10", in.Formula())
	table := must(effect.Table(shares(map[int]string{2025: "0", 2026: "1"})))
	assert.Equal(t, "as stated by year", table.Formula())
	between := must(effect.InterpolatedTable(shares(map[int]string{2025: "0", 2028: "1"})))
	assert.Equal(t, "interpolated table of shares from 2025 to 2028", between.String())
	same(t, "0.333333333333", must(between.Share(2026)).Fraction())
	for _, y := range []int{2024, 2029} {
		_, err := between.Share(y)
		assert.ErrorContains(t, err, fmt.Sprintf("no figure for %d", y))
	}
	// A table may fall: a programme that runs out.
	falling := must(effect.InterpolatedTable(shares(map[int]string{2025: "80%", 2029: "20%"})))
	same(t, "0.65", must(falling.Share(2026)).Fraction())
}

// Expected values from mpmath 1.2.1, 30 digits:
// 1/(1+exp(-(l1+(l2-l1)*(y-y1)/(y2-y1)))).
func TestLogisticOracle(t *testing.T) {
	r := must(effect.Logistic(2023, ghg.MustShare("0.0625"), 2035, ghg.MustShare("0.98")))
	for y, want := range oracle {
		same(t, want, must(r.Share(y)).Fraction(), y)
	}
	// As stated in the two years, not one digit off.
	same(t, "0.0625", must(r.Share(2023)).Fraction())
	same(t, "0.98", must(r.Share(2035)).Fraction())
	// However steep, it stays between 0 and 1.
	low, high := ghg.MustShare("0.000000000000000000000000000001"), ghg.MustShare("0.999999999999999999999999999999")
	steep := must(effect.Logistic(2023, low, 2024, high))
	same(t, "0", must(steep.Share(1850)).Fraction())
	same(t, "1", must(steep.Share(2300)).Fraction())
}

// A ramp stays between 0 and 1 and does not fall; linear ones agree with
// fractions.
func TestRampProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		start := 1990 + rng.IntN(60)
		full := start + 1 + rng.IntN(40)
		lin := must(effect.Linear(start, full))
		a := 1 + rng.IntN(500)
		first := must(ghg.NewShare(decimal.New(int64(a), -3)))
		second := must(ghg.NewShare(decimal.New(int64(a+1+rng.IntN(998-a)), -3)))
		log := must(effect.Logistic(start, first, full, second))
		last := map[string]decimal.Decimal{}
		for y := start - 3; y <= full+3; y++ {
			for _, r := range []effect.Ramp{lin, log} {
				s := must(r.Share(y)).Fraction()
				require.False(t, s.IsNegative() || s.GreaterThan(decimal.NewFromInt(1)), "%s in %d: %s", r, y, s)
				require.True(t, s.GreaterThanOrEqual(last[r.String()]), "%s falls in %d", r, y)
				last[r.String()] = s
			}
			want := big.NewRat(int64(min(max(y-start, 0), full-start)), int64(full-start))
			require.Equal(t, want.FloatString(12), must(lin.Share(y)).Fraction().StringFixed(12))
		}
	}
}

var oracle = map[int]string{
	2000: "0.00000021389",
	2020: "0.012641878412",
	2024: "0.103580352771",
	2028: "0.510472428283",
	2030: "0.758023588589",
	2034: "0.965836313481",
	2050: "0.999994667358",
}

// One list of faults, which says the year of each, and nothing hides behind another.
func TestRampFaultsAllAtOnce(t *testing.T) {
	fields := func(_ effect.Ramp, err error) (all []string) {
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults)
		for _, f := range faults.All {
			all = append(all, f.Of+" "+f.Field)
		}
		return all
	}
	assert.Equal(t, []string{"table of shares in 2020 share", "table of shares in 2025 share"},
		fields(effect.Table(map[int]ghg.Share{2020: {}, 2025: ghg.MustShare("-4%")})))
	one := decimal.NewFromInt(1)
	assert.Equal(t, []string{"installs all units", "installs year", "installs in 2020 units", "installs in 2021 units"},
		fields(effect.Installs(one.Neg(), map[int]decimal.Decimal{1: one, 2020: one.Neg(), 2021: one.Neg()})))
	assert.Equal(t, []string{"linear ramp start", "linear ramp full"}, fields(effect.Linear(3, 1)))
	of := "logistic ramp "
	assert.Equal(t, []string{of + "first year", of + "second year", of + "first share", of + "second share"},
		fields(effect.Logistic(2, ghg.Share{}, 1, ghg.Share{})))
}
