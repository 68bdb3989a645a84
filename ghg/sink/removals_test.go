package sink_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Stocks by fractions, as sums over cohorts; removals as their differences.
func TestAgainstStocks(t *testing.T) {
	r := rand.New(rand.NewPCG(60, 91))
	for range 40 {
		table := map[int]ghg.CO2e{}
		shares := map[int]ghg.Share{}
		alive := int64(100)
		for age := range 12 {
			table[age] = tonnes(fmt.Sprintf("%d.%d", r.IntN(9), r.IntN(10)))
			if age == 0 || r.IntN(3) == 0 {
				alive -= r.Int64N(10)
				shares[age] = ghg.MustShare(fmt.Sprintf("%d%%", alive))
			}
		}
		growth := must(sink.ByAge(sink.Hectare, table, sink.Listed, "table"))
		survival := must(sink.NewSurvival(shares, "count"))
		d := sink.Definition{Name: "woods", Place: "town", Metric: ghg.Unstated,
			Buffer: ghg.MustShare(fmt.Sprintf("%d%%", r.IntN(101))), Source: "rules"}
		for i := range 1 + r.IntN(4) {
			d.Cohorts = append(d.Cohorts, sink.Cohort{Name: fmt.Sprint(i), Year: 2025 + r.IntN(6),
				Planted: decimal.NewFromInt(r.Int64N(1000)).Shift(-1), Growth: growth, Survival: survival})
		}
		for range r.IntN(4) {
			d.Reversals = append(d.Reversals, sink.Reversal{Year: 2024 + r.IntN(10),
				Share: ghg.MustShare(fmt.Sprintf("%d%%", 1+r.IntN(100))), Cause: "fire"})
		}
		p := must(sink.New(d))
		res := must(p.Through(2036 - 1))
		before, claimed, last := new(big.Rat), new(big.Rat), 0
		for y := range res.Years() {
			stock := new(big.Rat)
			for _, c := range d.Cohorts {
				if y.Year < c.Year {
					continue
				}
				held := new(big.Rat)
				for age := 0; age <= y.Year-c.Year; age++ {
					held.Add(held, rat(t, table[age].Tonnes()))
				}
				held.Mul(held, rat(t, c.Planted)).Mul(held, rat(t, survival.At(y.Year-c.Year).Fraction()))
				for _, x := range d.Reversals {
					if x.Year >= c.Year && x.Year <= y.Year {
						held.Mul(held, rat(t, x.Share.Complement().Fraction()))
					}
				}
				stock.Add(stock, held)
			}
			equal(t, stock, y.Stock.CO2e(), "stock")
			equal(t, new(big.Rat).Sub(stock, before), y.Removal.CO2e(), "removal")
			sum := must(must(y.Growth.CO2e().Add(y.Mortality.CO2e())).Add(y.Reversal.CO2e()))
			assert.True(t, sum.Equal(y.Removal.CO2e()))
			assert.True(t, y.Growth.CO2e().Sign() >= 0 && y.Mortality.CO2e().Sign() <= 0 && y.Reversal.CO2e().Sign() <= 0)
			assert.True(t, y.HeldBack.CO2e().Sign() >= 0 && y.Drawn.CO2e().Sign() >= 0 && y.Buffer.CO2e().Sign() >= 0)
			assert.True(t, y.HeldBack.CO2e().Sign() == 0 || y.Drawn.CO2e().Sign() == 0)
			claimed.Add(claimed, rat(t, y.Claimable.CO2e().Tonnes()))
			equal(t, new(big.Rat).Sub(stock, claimed), y.Buffer.CO2e(), "claimed and buffer are the stock")
			if y.Removal.CO2e().Sign() > 0 {
				equal(t, new(big.Rat).Mul(rat(t, y.Removal.CO2e().Tonnes()), rat(t, d.Buffer.Fraction())), y.HeldBack.CO2e(), "held back")
			}
			if y.Claimable.CO2e().Sign() < 0 {
				assert.True(t, y.Buffer.CO2e().IsZero(), "the buffer goes first")
			}
			before, last = stock, y.Year
		}
		assert.Equal(t, 2035, last)
	}
}

func TestThroughRefuses(t *testing.T) {
	_, err := sink.Project{}.Through(2030)
	assert.EqualError(t, err, "no project given: make one with sink.New")
	assert.True(t, sink.Project{}.IsZero())
	assert.Zero(t, sink.Project{}.Findings().Len())
	_, err = woods().Through(2024)
	var year *ghg.YearError
	require.ErrorAs(t, err, &year)
	assert.Equal(t, ghg.YearError{Of: `sink "city woods", last year`, Year: 2024, First: 2025, Last: 2300}, *year)
	_, err = woods().Through(2301)
	assert.Error(t, err)
	r, err := woods().Through(2025)
	require.NoError(t, err)
	_, ok := r.Year(2026)
	assert.False(t, ok)
	assert.Equal(t, "no removals", sink.Removals{}.String())
	assert.Equal(t, "no removals", sink.Removals{}.Details())
	for range r.Years() {
		break
	}
}

// Shares of many digits make numbers without end: they are refused, not
// computed for ever.
func TestThroughIsBounded(t *testing.T) {
	d := sink.Definition{Name: "woods", Place: "town", Metric: ghg.Unstated,
		Buffer: ghg.MustShare("0.12345678901234567890123456789"), Source: "rules",
		Cohorts: []sink.Cohort{{Name: "a", Year: 2025, Planted: dec("1"),
			Growth: must(sink.Constant(sink.Tree, tonnes("1"), "s")), Survival: allLive}}}
	for i := range 100 {
		d.Reversals = append(d.Reversals, sink.Reversal{Year: 2026 + i/5,
			Share: ghg.MustShare("0.000000000000000000000001234567"), Cause: "pests"})
	}
	_, err := must(sink.New(d)).Through(2100)
	assert.ErrorContains(t, err, "digits")
}

// Five hundred cohorts over all years that are allowed.
func BenchmarkThrough(b *testing.B) {
	pine := must(sink.Constant(sink.Tree, tonnes("0.0091"), "study"))
	d := sink.Definition{Name: "trees", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("20%"), Source: "rules"}
	for i := range 500 {
		d.Cohorts = append(d.Cohorts, sink.Cohort{Name: fmt.Sprint(i), Year: 1850 + i%50, Planted: dec("1000"), Growth: pine, Survival: allLive})
	}
	p := must(sink.New(d))
	for b.Loop() {
		_, err := p.Through(2300)
		require.NoError(b, err)
	}
}

// Whatever the numbers: a project is refused or adds up.
func FuzzThrough(f *testing.F) {
	f.Add("600", "4.5", "0.9", "0.6", "0.2", 3)
	f.Add("1e30", "99999999999999999999999999999999999999", "1", "1e-30", "0", 0)
	f.Add("0", "0", "0", "1", "1", 450)
	f.Fuzz(func(t *testing.T, planted, uptake, alive, share, buffer string, years int) {
		number, err := decimal.NewFromString(planted)
		c, err2 := ghg.ParseCO2e(uptake + " tCO2e")
		live, err3 := ghg.ParseShare(alive)
		burnt, err4 := ghg.ParseShare(share)
		held, err5 := ghg.ParseShare(buffer)
		for _, err := range []error{err, err2, err3, err4, err5} {
			if err != nil {
				return
			}
		}
		growth, err := sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: c, 3: ghg.MustCO2e("0.7 tCO2e"), 500: c}, sink.Linear, "fuzz")
		if err != nil {
			return
		}
		survival, err := sink.NewSurvival(map[int]ghg.Share{0: ghg.MustShare("100%"), 2: live}, "fuzz")
		if err != nil {
			return
		}
		p, err := sink.New(sink.Definition{Name: "f", Place: "p", Metric: ghg.Unstated, Buffer: held, Source: "fuzz",
			Cohorts:   []sink.Cohort{{Name: "c", Year: 1850, Planted: number, Growth: growth, Survival: survival}},
			Reversals: []sink.Reversal{{Year: 1852, Share: burnt, Cause: "fire"}, {Year: 1852, Share: burnt, Cause: "storm"}}})
		if err != nil {
			return
		}
		r, err := p.Through(1850 + years%450)
		if err != nil {
			return
		}
		claimed := tonnes("0")
		for y := range r.Years() {
			claimed = must(claimed.Add(y.Claimable.CO2e()))
			require.True(t, must(claimed.Add(y.Buffer.CO2e())).Equal(y.Stock.CO2e()))
			require.GreaterOrEqual(t, y.Stock.CO2e().Sign(), 0)
		}
	})
}
