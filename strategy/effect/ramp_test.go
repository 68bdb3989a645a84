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
	// linear ramp from 2030 to 2025: the full effect comes after the start; for one in the same year use effect.Step
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
	// logistic ramp through 0%: shares above 0% and below 100% are allowed: the curve never reaches either
}

// A plan states 2025 and 2030. What lies between is read only where that is
// asked for.
func ExampleTable() {
	stated := map[int]ghg.Share{2025: ghg.MustShare("10%"), 2030: ghg.MustShare("100%")}
	ramp, _ := effect.Table(stated)
	_, err := ramp.Share(2027)
	var missing *effect.MissingYearError
	fmt.Println(errors.As(err, &missing), err)

	ramp, _ = effect.InterpolatedTable(stated)
	share, _ := ramp.Share(2027)
	fmt.Println(share, ramp.Formula())
	// Output:
	// true table of shares from 2025 to 2030: no figure for 2027, and none is carried over from another year: state it
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
	var year *effect.YearError
	fmt.Println(errors.As(err, &year), err)
	// Output:
	// true no ramp
	// true ramp: 30 is no year: 1850 to 2300 are allowed
}

func TestRampRefusals(t *testing.T) {
	s := ghg.MustShare
	one := decimal.NewFromInt(1)
	huge := decimal.New(1, 1_000_000_000)
	for want, f := range map[string]func() (effect.Ramp, error){
		"step: 1700 is no year":             func() (effect.Ramp, error) { return effect.Step(1700) },
		"linear ramp, start: 1849":          func() (effect.Ramp, error) { return effect.Linear(1849, 2030) },
		"linear ramp, full: 2301":           func() (effect.Ramp, error) { return effect.Linear(2025, 2301) },
		"linear ramp from 2025 to 2025":     func() (effect.Ramp, error) { return effect.Linear(2025, 2025) },
		"logistic ramp, first year":         func() (effect.Ramp, error) { return effect.Logistic(1, s("0.1"), 2030, s("0.9")) },
		"logistic ramp, second year":        func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.1"), 3000, s("0.9")) },
		"the second year comes after":       func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.1"), 2025, s("0.9")) },
		"through 100%":                      func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.1"), 2030, s("1")) },
		"from 90% to 90%":                   func() (effect.Ramp, error) { return effect.Logistic(2025, s("0.9"), 2030, s("0.9")) },
		"table of shares: at least":         func() (effect.Ramp, error) { return effect.Table(nil) },
		"table of shares, 2030: not given":  func() (effect.Ramp, error) { return effect.Table(map[int]ghg.Share{2030: {}}) },
		"table of shares, 2030: 101%":       func() (effect.Ramp, error) { return effect.Table(shares(map[int]string{2030: "101%"})) },
		"table of shares, 2030: -1%":        func() (effect.Ramp, error) { return effect.InterpolatedTable(shares(map[int]string{2030: "-1%"})) },
		"table of shares: 10 is no year":    func() (effect.Ramp, error) { return effect.Table(shares(map[int]string{10: "1%"})) },
		"installs, all units: a number":     func() (effect.Ramp, error) { return effect.Installs(huge, nil) },
		"installs, all units: 0":            func() (effect.Ramp, error) { return effect.Installs(decimal.Decimal{}, nil) },
		"installs: at least one":            func() (effect.Ramp, error) { return effect.Installs(one, nil) },
		"installs: 5 is no year":            func() (effect.Ramp, error) { return effect.Installs(one, map[int]decimal.Decimal{5: one}) },
		"installs, units in 2025: a number": func() (effect.Ramp, error) { return effect.Installs(one, map[int]decimal.Decimal{2025: huge}) },
		"installs, units in 2025: -1":       func() (effect.Ramp, error) { return effect.Installs(one, map[int]decimal.Decimal{2025: one.Neg()}) },
		"installs: 2 units up to 2026, of 1 in all: th": func() (effect.Ramp, error) {
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
	assert.Equal(t, "(y − 2025)/(2030 − 2025), held between 0 and 1", must(effect.Linear(2025, 2030)).Formula())
	assert.Equal(t, "1/(1 + e^(−k(y − x0))), k = 0.439444915467, x0 = 2030", must(effect.Logistic(2025, ghg.MustShare("0.1"), 2035, ghg.MustShare("0.9"))).Formula())
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
	steep := must(effect.Logistic(2023, ghg.MustShare("0.000000000000000000000000000001"), 2024, ghg.MustShare("0.999999999999999999999999999999")))
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
		log := must(effect.Logistic(start, must(ghg.NewShare(decimal.New(int64(a), -3))), full, must(ghg.NewShare(decimal.New(int64(a+1+rng.IntN(998-a)), -3)))))
		last := map[string]decimal.Decimal{}
		for y := start - 3; y <= full+3; y++ {
			for _, r := range []effect.Ramp{lin, log} {
				s := must(r.Share(y)).Fraction()
				require.False(t, s.IsNegative() || s.GreaterThan(decimal.NewFromInt(1)), "%s in %d: %s", r, y, s)
				require.True(t, s.GreaterThanOrEqual(last[r.String()]), "%s falls in %d", r, y)
				last[r.String()] = s
			}
			want := big.NewRat(int64(min(max(y-start, 0), full-start)), int64(full-start))
			require.Equal(t, want.FloatString(effect.SharePlaces), must(lin.Share(y)).Fraction().StringFixed(effect.SharePlaces))
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

// The plan says how far the heat network is built in 2026 and 2030, and nothing
// of 2028.
func ExampleMissingYearError() {
	network, err := effect.Table(map[int]ghg.Share{2026: ghg.MustShare("35%"), 2030: ghg.MustShare("100%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = network.Share(2028)
	var missing *effect.MissingYearError
	if errors.As(err, &missing) {
		fmt.Println("ask for", missing.Year)
	}
	fmt.Println(err)
	// Output:
	// ask for 2028
	// table of shares from 2026 to 2030: no figure for 2028, and none is carried over from another year: state it
}

// A year of two digits, as some spreadsheets have it.
func ExampleYearError() {
	_, err := effect.Linear(25, 2030)
	var year *effect.YearError
	fmt.Println(errors.As(err, &year) && year.Year == 25)
	fmt.Println(err)
	// Output:
	// true
	// linear ramp, start: 25 is no year: 1850 to 2300 are allowed
}
