package cost_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// district is what a district looks at for 2030: three measures save money.
func district() []cost.CurveMeasure {
	return []cost.CurveMeasure{
		{Name: "LED street lights", Group: "buildings", PerTonne: stated("-900000000", "1850"), Tonnes: tonnes("1850")},
		{Name: "building controls", Group: "buildings", PerTonne: stated("-1200000000", "7400"), Tonnes: tonnes("7400")},
		{Name: "heat pumps", Group: "buildings", PerTonne: stated("480000000", "2400"), Tonnes: tonnes("2400")},
		{Name: "electric buses", Group: "transport", PerTonne: stated("300000000", "5000"), Tonnes: tonnes("5000")},
		{Name: "boiler tuning", Group: "buildings", PerTonne: stated("-100000000", "9000"), Tonnes: tonnes("9000")},
	}
}

func ExampleCurve() {
	curve, err := cost.NewCurve(2030, cost.ByDominance, district())
	fmt.Println(err)
	fmt.Println(curve.Details())
	for b := range curve.Front() {
		fmt.Println("first front:", b.Name)
	}
	below, _ := curve.AtOrBelow(won("10만원"))
	fmt.Println("at or below 100,000 won:", below)
	for b := range curve.Dominating("LED street lights") {
		fmt.Println("LED street lights are dominated by", b.Name)
	}
	// Output:
	// <nil>
	// cost curve of 5 measures by dominance, tonnes in 2030: 25650 tCO2e (AR5)
	//   net present cost over undiscounted tonnes, at 4.5%, flows at end of year, public perspective; expected reductions
	//   0 to 9000: boiler tuning at -11111.11 KRW (2024 prices), saves: front 1
	//   9000 to 16400: building controls at -162162.16 KRW (2024 prices), saves: front 1
	//   16400 to 18250: LED street lights at -486486.49 KRW (2024 prices), saves: front 2
	//   18250 to 23250: electric buses at 60000 KRW (2024 prices)
	//   23250 to 25650: heat pumps at 200000 KRW (2024 prices)
	// first front: boiler tuning
	// first front: building controls
	// at or below 100,000 won: 23250 tCO2e (AR5)
	// LED street lights are dominated by building controls
}

// Two definitions never stand on one curve.
func ExampleNewCurve() {
	a, _ := lights().PerTonne(terms(cost.AnnualisedOverAnnual))
	_, err := cost.NewCurve(2030, cost.ByDominance, []cost.CurveMeasure{
		{Name: "heat pumps", PerTonne: stated("480000000", "2400"), Tonnes: tonnes("2400")},
		{Name: "LED street lights", PerTonne: a, Tonnes: tonnes("1850")},
	})
	fmt.Println(err)
	// Output:
	// cost curve, measure 2 "LED street lights" and cost curve, measure 1 "heat pumps" do not meet: definition annualised cost over annual tonnes and net present cost over undiscounted tonnes: work both out by one
}

func ExampleOrder() {
	for _, o := range []cost.Order{cost.ByDominance, cost.ByCostPerTonne, cost.ByTonnes, cost.ByCost} {
		curve, _ := cost.NewCurve(2030, o, district())
		fmt.Println(o, names(curve.Bars()))
	}
	// Output:
	// by dominance [boiler tuning building controls LED street lights electric buses heat pumps]
	// by cost per tonne [LED street lights building controls boiler tuning electric buses heat pumps]
	// by tonnes [boiler tuning building controls electric buses heat pumps LED street lights]
	// by cost [building controls LED street lights boiler tuning electric buses heat pumps]
}

func ExampleBar() {
	curve, _ := cost.NewCurve(2030, cost.ByDominance, district())
	b, ok := curve.Bar("electric buses")
	fmt.Println(b.Group, b.From, b.To, b.Front, ok)
	// Output: transport 18250 tCO2e (AR5) 23250 tCO2e (AR5) 0 true
}

func ExampleWidth() {
	fmt.Println(cost.Width(2030))
	fmt.Println(cost.OverLifetime)
	curve, _ := cost.NewCurve(cost.OverLifetime, cost.ByTonnes, district())
	fmt.Println(curve.Width(), curve.Order(), curve.Total())
	// Output:
	// tonnes in 2030
	// tonnes of the lifetime
	// tonnes of the lifetime by tonnes 25650 tCO2e (AR5)
}

// The width may be of a year, while cost and tonnes behind it are of the
// lifetime.
func ExampleCurveMeasure() {
	p, _ := lights().PerTonne(terms(cost.NPVOverUndiscounted))
	curve, _ := cost.NewCurve(2030, cost.ByDominance, []cost.CurveMeasure{{Name: "LED street lights", PerTonne: p, Tonnes: tonnes("1850")}})
	for b := range curve.Bars() {
		fmt.Println(b.PerTonne.Tonnes(), b.To)
	}
	// Output: 27750 tCO2e (AR5) 1850 tCO2e (AR5)
}

func TestCurve(t *testing.T) {
	curve := must(cost.NewCurve(cost.OverLifetime, cost.ByDominance, district()))
	assert.Equal(t, cost.OverLifetime, curve.Width())
	assert.Equal(t, cost.ByDominance, curve.Order())
	assert.Equal(t, 5, curve.Len())
	assert.Equal(t, []string{"boiler tuning", "building controls"}, names(curve.Front()))
	for b := range curve.Front() {
		assert.Equal(t, "boiler tuning", b.Name)
		break
	}
	_, ok := curve.Bar("hydrogen")
	assert.False(t, ok)
	for _, name := range []string{"hydrogen", "electric buses", "boiler tuning"} {
		assert.Empty(t, names(curve.Dominating(name)))
	}
	for price, want := range map[string]string{
		"-11111.12원": "9250", "-11111원": "18250", "59999.99원": "18250", "60000원": "23250", "0원": "18250", "20만원": "25650",
	} {
		assert.Equal(t, want, must(curve.AtOrBelow(won(price))).Tonnes().String(), price)
	}
	low := must(curve.AtOrBelow(won("-1억원")))
	assert.True(t, low.IsZero() && low.Metric().ID() == ghg.AR5.ID())
	var money *strategy.MoneyMismatchError
	_, err := curve.AtOrBelow(nominal("5원"))
	assert.ErrorAs(t, err, &money)
	_, err = curve.AtOrBelow(strategy.Money{})
	assert.ErrorIs(t, err, strategy.ErrNoMoney)

	var none cost.Curve
	assert.Equal(t, "no cost curve", none.String())
	assert.Equal(t, "no cost curve", none.Details())
	assert.True(t, none.Total().IsZero())
	assert.True(t, must(none.AtOrBelow(won("5원"))).IsZero())
}

// A cost of 0 is no saving: it stands with those that cost money. Exact ties
// stay as they were given.
func TestTiesAndZero(t *testing.T) {
	in := []cost.CurveMeasure{
		onCurve("c", "10", "10"), onCurve("zero", "0", "1"), onCurve("a", "20", "20"),
		onCurve("s", "-5", "10"), onCurve("twin of s", "-5", "10"), onCurve("b", "1", "1"),
	}
	in[1].PerTonne = stated("0", "1000")
	for _, o := range []cost.Order{cost.ByDominance, cost.ByCostPerTonne} {
		assert.Equal(t, []string{"s", "twin of s", "zero", "c", "a", "b"}, names(must(cost.NewCurve(2030, o, in)).Bars()))
	}
	curve := must(cost.NewCurve(2030, cost.ByDominance, in))
	assert.Equal(t, []string{"s", "twin of s"}, names(curve.Front()))
	for _, b := range []string{"c", "zero"} {
		x, _ := curve.Bar(b)
		assert.Zero(t, x.Front)
	}
	slices.Reverse(in)
	assert.Equal(t, []string{"twin of s", "s", "zero", "b", "a", "c"}, names(must(cost.NewCurve(2030, cost.ByDominance, in)).Bars()))
}

func TestCurveRefuses(t *testing.T) {
	_, err := cost.NewCurve(0, 0, nil)
	assert.EqualError(t, err, "cost curve, width \"no width (0)\": a year from 1850 to 2300 or cost.OverLifetime is needed\n"+
		"cost curve, order \"no order\": by dominance, by cost per tonne, by tonnes or by cost is needed\n"+
		"cost curve, measures \"0\": 1 to 10000 are allowed")
	_, err = cost.NewCurve(2301, cost.ByCost, make([]cost.CurveMeasure, 10_001))
	assert.ErrorContains(t, err, "no width (2301)")
	assert.ErrorContains(t, err, `measures "10001"`)

	refused := func(change func(*cost.CurveMeasure)) error {
		m := district()
		change(&m[1])
		_, err := cost.NewCurve(2030, cost.ByDominance, m)
		require.ErrorContains(t, err, "cost curve, measure 2")
		return err
	}
	assert.ErrorContains(t, refused(func(m *cost.CurveMeasure) { m.Name = "" }), `measure 2 "", name: one of at most 200 bytes`)
	assert.ErrorContains(t, refused(func(m *cost.CurveMeasure) { m.Name = "LED street lights" }), "no two measures may have the same")
	noCost := refused(func(m *cost.CurveMeasure) { m.PerTonne = cost.PerTonne{} })
	assert.ErrorContains(t, noCost, `measure 2 "building controls", cost per tonne: no cost per tonne given`)
	assert.ErrorContains(t, refused(func(m *cost.CurveMeasure) { m.Tonnes = tonnes("0") }), `width "0 tCO2e (AR5)": above 0`)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, refused(func(m *cost.CurveMeasure) { m.Tonnes = ghg.MustCO2e("3 tCO2e (AR6)") }), &metric)
	huge := refused(func(m *cost.CurveMeasure) { m.Tonnes = must(tonnes("1e28").Scale(dec("1e28"))) })
	assert.ErrorContains(t, huge, "width: a number")

	m := district()
	m[0].PerTonne = cost.PerTonne{}
	_, err = cost.NewCurve(2030, cost.ByDominance, m)
	assert.EqualError(t, err, `cost curve, measure 1 "LED street lights", cost per tonne: `+
		"no cost per tonne given: make one with cost.NewPerTonne, Measure.PerTonne or Stated.PerTonne")
	_, err = cost.NewCurve(2030, cost.ByDominance, make([]cost.CurveMeasure, 10_000))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 20_000, faults.Len())
}

// Fronts against their definition, by brute force, and the order against its
// rule.
func TestFrontsAgreeWithTheirDefinition(t *testing.T) {
	r := rand.New(rand.NewSource(13))
	for range 60 {
		n := 1 + r.Intn(30)
		in := make([]cost.CurveMeasure, n)
		for i := range in {
			in[i] = onCurve(fmt.Sprint(i), fmt.Sprint(r.Intn(16)-12), fmt.Sprint(1+r.Intn(9)))
		}
		curve := must(cost.NewCurve(2030, cost.ByDominance, in))
		front := map[string]int{}
		left := slices.Clone(in)
		left = slices.DeleteFunc(left, func(m cost.CurveMeasure) bool { return m.PerTonne.Cost().Sign() >= 0 })
		better := func(a, b cost.CurveMeasure) bool {
			x, y := must(a.PerTonne.Cost().Cmp(b.PerTonne.Cost())), must(a.Tonnes.Cmp(b.Tonnes))
			return x <= 0 && y >= 0 && (x < 0 || y > 0)
		}
		for k := 1; len(left) > 0; k++ {
			var now []string
			for _, m := range left {
				if !slices.ContainsFunc(left, func(o cost.CurveMeasure) bool { return better(o, m) }) {
					now = append(now, m.Name)
					front[m.Name] = k
				}
			}
			left = slices.DeleteFunc(left, func(m cost.CurveMeasure) bool { return slices.Contains(now, m.Name) })
		}
		place := map[string]int{}
		at := tonnes("0")
		var last cost.Bar
		for b := range curve.Bars() {
			require.Equal(t, front[b.Name], b.Front)
			require.True(t, at.Equal(b.From))
			at = must(at.Add(b.Tonnes))
			require.True(t, at.Equal(b.To))
			if place[b.Name] = len(place); len(place) > 1 {
				require.True(t, last.Front > 0 || b.Front == 0, "savers come first")
				if last.Front == 0 {
					require.LessOrEqual(t, must(last.PerTonne.Cmp(b.PerTonne)), 0)
				}
			}
			last = b
		}
		for _, m := range in {
			var want []string
			if m.PerTonne.Cost().Sign() < 0 {
				for _, o := range in {
					if better(o, m) {
						want = append(want, o.Name)
					}
				}
			}
			got := names(curve.Dominating(m.Name))
			require.ElementsMatch(t, want, got)
			for _, d := range got {
				require.Less(t, place[d], place[m.Name], "a measure comes after those that dominate it")
			}
		}
		require.True(t, at.Equal(curve.Total()))
	}
}

func TestTenThousandMeasures(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(17))
	in := make([]cost.CurveMeasure, 10_000)
	for i := range in {
		in[i] = onCurve(fmt.Sprint(i), fmt.Sprint(r.Intn(1e9)-5e8), fmt.Sprint(1+r.Intn(1e6)))
	}
	start := time.Now()
	curve := must(cost.NewCurve(2030, cost.ByDominance, in))
	for b := range curve.Bars() {
		if b.Front > 1 {
			assert.NotEmpty(t, names(curve.Dominating(b.Name)))
			break
		}
	}
	assert.Less(t, time.Since(start), 2*time.Second)
}
