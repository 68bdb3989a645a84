package sink_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy/sink"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tonnes(s string) ghg.CO2e { return ghg.MustCO2e(s + " tCO2e") }

func rat(t *testing.T, d decimal.Decimal) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(d.String())
	require.True(t, ok)
	return r
}

func equal(t *testing.T, want *big.Rat, got ghg.CO2e, msg string) {
	t.Helper()
	assert.Zero(t, want.Cmp(rat(t, got.Tonnes())), "%s: want %s, got %s", msg, want.FloatString(9), got)
}

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
		d := sink.Definition{Name: "woods", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare(fmt.Sprintf("%d%%", r.IntN(101))), Source: "rules"}
		for i := range 1 + r.IntN(4) {
			d.Cohorts = append(d.Cohorts, sink.Cohort{Name: fmt.Sprint(i), Year: 2025 + r.IntN(6), Planted: decimal.NewFromInt(r.Int64N(1000)).Shift(-1), Growth: growth, Survival: survival})
		}
		for range r.IntN(4) {
			d.Reversals = append(d.Reversals, sink.Reversal{Year: 2024 + r.IntN(10), Share: ghg.MustShare(fmt.Sprintf("%d%%", 1+r.IntN(100))), Cause: "fire"})
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
			sum := must(must(y.Growth.Add(y.Mortality)).Add(y.Reversal))
			assert.True(t, sum.CO2e().Equal(y.Removal.CO2e()))
			assert.True(t, y.Growth.Sign() >= 0 && y.Mortality.Sign() <= 0 && y.Reversal.Sign() <= 0)
			assert.True(t, y.HeldBack.Sign() >= 0 && y.Drawn.Sign() >= 0 && y.Buffer.CO2e().Sign() >= 0)
			assert.True(t, y.HeldBack.Sign() == 0 || y.Drawn.Sign() == 0)
			claimed.Add(claimed, rat(t, y.Claimable.CO2e().Tonnes()))
			equal(t, new(big.Rat).Sub(stock, claimed), y.Buffer.CO2e(), "claimed and buffer are the stock")
			if y.Removal.Sign() > 0 {
				equal(t, new(big.Rat).Mul(rat(t, y.Removal.CO2e().Tonnes()), rat(t, d.Buffer.Fraction())), y.HeldBack.CO2e(), "held back")
			}
			if y.Claimable.Sign() < 0 {
				assert.True(t, y.Buffer.CO2e().IsZero(), "the buffer goes first")
			}
			before, last = stock, y.Year
		}
		assert.Equal(t, 2035, last)
	}
}

func TestNewRefuses(t *testing.T) {
	pine := must(sink.Constant(sink.Tree, tonnes("0.0091"), "study"))
	good := func() sink.Definition {
		return sink.Definition{Name: "trees", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("0%"), Source: "rules",
			Cohorts:   []sink.Cohort{{Name: "a", Year: 2025, Planted: dec("5"), Growth: pine, Survival: allLive}},
			Reversals: []sink.Reversal{{Year: 2030, Share: ghg.MustShare("100%"), Cause: "fire"}}}
	}
	p, err := sink.New(good())
	require.NoError(t, err)
	assert.Equal(t, "trees", p.Name())
	assert.Equal(t, "0%", p.Buffer().String())
	for name, c := range map[string]struct {
		change func(*sink.Definition)
		text   string
	}{
		"name":             {func(d *sink.Definition) { d.Name = "" }, "a name, a place and a source are needed"},
		"place":            {func(d *sink.Definition) { d.Place = "" }, "a name, a place and a source are needed"},
		"source":           {func(d *sink.Definition) { d.Source = "" }, "a name, a place and a source are needed"},
		"metric":           {func(d *sink.Definition) { d.Metric = ghg.Metric{} }, ghg.ErrNoMetric.Error()},
		"other metric":     {func(d *sink.Definition) { d.Metric = ghg.AR5 }, `cohort 1 "a": CO2e on metric AR5 and on metric unstated do not meet`},
		"buffer":           {func(d *sink.Definition) { d.Buffer = ghg.Share{} }, "0% has to be said"},
		"negative buffer":  {func(d *sink.Definition) { d.Buffer = ghg.MustShare("-1%") }, "buffer -1%: a share of 0% to 100% is needed"},
		"large buffer":     {func(d *sink.Definition) { d.Buffer = ghg.MustShare("101%") }, "buffer 101%"},
		"no cohort":        {func(d *sink.Definition) { d.Cohorts = nil }, "0 cohorts and 1 reversals: 1 to 500 cohorts"},
		"many cohorts":     {func(d *sink.Definition) { d.Cohorts = make([]sink.Cohort, 501) }, "501 cohorts"},
		"many reversals":   {func(d *sink.Definition) { d.Reversals = make([]sink.Reversal, 101) }, "101 reversals"},
		"year":             {func(d *sink.Definition) { d.Cohorts[0].Year = 1849 }, "planted in 1849: years from 1850 to 2300 are allowed"},
		"growth":           {func(d *sink.Definition) { d.Cohorts[0].Growth = sink.Growth{} }, sink.ErrNoGrowth.Error()},
		"survival":         {func(d *sink.Definition) { d.Cohorts[0].Survival = sink.Survival{} }, "no survival given"},
		"negative planted": {func(d *sink.Definition) { d.Cohorts[0].Planted = dec("-1") }, "planted: a number of trees of 0 or more is needed"},
		"huge planted":     {func(d *sink.Definition) { d.Cohorts[0].Planted = decimal.New(1, 100) }, "planted: a number of trees"},
		"reversal year":    {func(d *sink.Definition) { d.Reversals[0].Year = 0 }, "reversal 1: a year from 1850 to 2300"},
		"reversal cause":   {func(d *sink.Definition) { d.Reversals[0].Cause = "" }, "reversal 1"},
		"reversal share":   {func(d *sink.Definition) { d.Reversals[0].Share = ghg.MustShare("0%") }, "reversal 1"},
		"reversal > 1":     {func(d *sink.Definition) { d.Reversals[0].Share = ghg.MustShare("100.1%") }, "reversal 1"},
	} {
		d := good()
		c.change(&d)
		_, err := sink.New(d)
		assert.ErrorContains(t, err, c.text, name)
	}
	early := good()
	early.Reversals[0].Year = 2024
	p, err = sink.New(early)
	require.NoError(t, err)
	require.Len(t, p.Findings().All, 2)
	assert.Equal(t, `early-reversal: reversal 1, "fire" in 2024, takes nothing: the first planting is in 2025`, p.Findings().All[1].String())
	both := good()
	both.Place, both.Reversals[0].Cause = "", ""
	_, err = sink.New(both)
	assert.ErrorContains(t, err, "a name, a place")
	assert.ErrorContains(t, err, "reversal 1", "all at once")
	full := good()
	full.Buffer, full.Cohorts[0].Planted = ghg.MustShare("100%"), decimal.Decimal{}
	_, err = sink.New(full)
	assert.NoError(t, err)
}

func TestGrowthAndSurvivalRefuse(t *testing.T) {
	one := map[int]ghg.CO2e{0: tonnes("1")}
	for name, c := range map[string]struct {
		per     sink.Unit
		table   map[int]ghg.CO2e
		between sink.Between
		source  string
		text    string
	}{
		"unit":     {0, one, sink.Held, "s", "growth per unknown unit (0): sink.Tree and sink.Hectare are allowed"},
		"between":  {sink.Tree, one, 3, "s", "unknown rule (3): sink.Listed, sink.Held and sink.Linear are allowed"},
		"source":   {sink.Tree, one, sink.Held, "", "growth needs a source"},
		"empty":    {sink.Tree, nil, sink.Held, "s", "growth needs uptakes of ages from 0"},
		"no 0":     {sink.Tree, map[int]ghg.CO2e{1: tonnes("1")}, sink.Held, "s", "growth needs uptakes of ages from 0"},
		"before":   {sink.Tree, map[int]ghg.CO2e{-1: tonnes("1"), 0: tonnes("1")}, sink.Held, "s", "growth needs uptakes of ages from 0"},
		"old":      {sink.Tree, map[int]ghg.CO2e{0: tonnes("1"), 501: tonnes("1")}, sink.Held, "s", "to 500 at most"},
		"negative": {sink.Tree, map[int]ghg.CO2e{0: tonnes("1"), 3: tonnes("-1")}, sink.Held, "s", "uptake at age 3, -1 tCO2e: 0 or more is allowed"},
		"metrics":  {sink.Tree, map[int]ghg.CO2e{0: tonnes("1"), 3: ghg.MustCO2e("1 tCO2e (AR5)")}, sink.Held, "s", "uptake at age 3: CO2e on metric unstated and on metric AR5"},
	} {
		_, err := sink.ByAge(c.per, c.table, c.between, c.source)
		assert.ErrorContains(t, err, c.text, name)
	}
	_, err := sink.Constant(sink.Tree, tonnes("-1"), "s")
	assert.Error(t, err)
	_, err = sink.Growth{}.At(0)
	assert.ErrorIs(t, err, sink.ErrNoGrowth)
	assert.Equal(t, sink.Unit(0), sink.Growth{}.Per())
	assert.Empty(t, sink.Growth{}.Source())
	_, err = sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: tonnes("0"), 500: tonnes("1")}, sink.Held, "s")
	assert.NoError(t, err)

	all := ghg.MustShare("100%")
	for name, c := range map[string]struct {
		table  map[int]ghg.Share
		source string
		text   string
	}{
		"source":   {map[int]ghg.Share{0: all}, "", "survival needs a source"},
		"empty":    {nil, "s", "survival needs shares of ages from 0"},
		"no 0":     {map[int]ghg.Share{1: all}, "s", "survival needs shares of ages from 0"},
		"old":      {map[int]ghg.Share{0: all, 501: all}, "s", "to 500 at most"},
		"unset":    {map[int]ghg.Share{0: {}}, "s", "survival at age 0, 0%: a share"},
		"negative": {map[int]ghg.Share{0: all, 2: ghg.MustShare("-1%")}, "s", "survival at age 2, -1%: a share"},
		"above 1":  {map[int]ghg.Share{0: ghg.MustShare("101%")}, "s", "survival at age 0, 101%"},
		"rises":    {map[int]ghg.Share{0: ghg.MustShare("80%"), 4: ghg.MustShare("81%")}, "s", "survival at age 4, 81%, is more than 80% before"},
	} {
		_, err := sink.NewSurvival(c.table, c.source)
		assert.ErrorContains(t, err, c.text, name)
	}
	s := must(sink.NewSurvival(map[int]ghg.Share{0: all, 3: ghg.MustShare("0%")}, "s"))
	for age, want := range map[int]string{-1: "0%", 0: "100%", 2: "100%", 3: "0%", 99: "0%"} {
		assert.Equal(t, want, s.At(age).String(), age)
	}
}

func TestGrowth(t *testing.T) {
	table := map[int]ghg.CO2e{0: tonnes("1"), 3: tonnes("2"), 5: tonnes("8")}
	want := map[sink.Between]map[int]string{
		sink.Listed: {-1: "", 0: "1", 1: "", 3: "2", 4: "", 5: "8", 6: ""},
		sink.Held:   {-1: "", 0: "1", 1: "1", 2: "1", 3: "2", 4: "2", 5: "8", 400: "8"},
		sink.Linear: {-1: "", 0: "1", 1: "1.333333333333", 2: "1.666666666667", 3: "2", 4: "5", 5: "8", 6: ""},
	}
	for between, ages := range want {
		g := must(sink.ByAge(sink.Hectare, table, between, "table"))
		for age, w := range ages {
			got, err := g.At(age)
			if w == "" {
				var no *sink.NoUptakeError
				require.ErrorAs(t, err, &no, "%s %d", between, age)
				assert.Equal(t, sink.NoUptakeError{Age: age, Last: 5, Between: between}, *no)
				continue
			}
			require.NoError(t, err)
			assert.True(t, got.Equal(tonnes(w)), "%s at %d: %s", between, age, got)
		}
		assert.Equal(t, "hectare", g.Per().String())
	}
	table[0] = tonnes("99")
	assert.Equal(t, "tree", sink.Tree.String())
}

func TestThroughRefuses(t *testing.T) {
	_, err := sink.Project{}.Through(2030)
	assert.ErrorIs(t, err, sink.ErrNoProject)
	assert.True(t, sink.Project{}.IsZero())
	assert.Zero(t, sink.Project{}.Findings().Len())
	_, err = woods().Through(2024)
	assert.ErrorContains(t, err, `sink "city woods" through 2024: years from the first planting, 2025, to 2300 are allowed`)
	_, err = woods().Through(2301)
	assert.Error(t, err)
	r, err := woods().Through(2025)
	require.NoError(t, err)
	assert.Equal(t, "city woods", r.Project().Name())
	_, ok := r.Year(2026)
	assert.False(t, ok)
	assert.Equal(t, "no removals", sink.Removals{}.String())
	assert.Equal(t, "no removals", sink.Removals{}.Explain())
	for range r.Years() {
		break
	}
}

// Shares of many digits make numbers without end: they are refused, not
// computed for ever.
func TestThroughIsBounded(t *testing.T) {
	d := sink.Definition{Name: "woods", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("0.12345678901234567890123456789"), Source: "rules",
		Cohorts: []sink.Cohort{{Name: "a", Year: 2025, Planted: dec("1"), Growth: must(sink.Constant(sink.Tree, tonnes("1"), "s")), Survival: allLive}}}
	for i := range 100 {
		d.Reversals = append(d.Reversals, sink.Reversal{Year: 2026 + i/5, Share: ghg.MustShare("0.000000000000000000000001234567"), Cause: "pests"})
	}
	_, err := must(sink.New(d)).Through(2100)
	assert.ErrorContains(t, err, "digits")
}

func TestBalanceRefuses(t *testing.T) {
	r := must(woods().Through(2028))
	gross := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, []ghg.YearFigure{{Year: 2030, CO2e: tonnes("5"), Vintage: ghg.FirstVintage}}))
	_, err := sink.Removals{}.Balance(gross, 2030)
	assert.ErrorIs(t, err, sink.ErrNoProject)
	_, err = r.Balance(gross, 2030)
	assert.ErrorContains(t, err, `sink "city woods": no removals of 2030 were computed`)
	_, err = r.Balance(gross, 2028)
	var none *target.NoFigureError
	assert.ErrorAs(t, err, &none)
	_, err = r.Balance(must(ghg.NewYearly("city", gpc.Basic, ghg.AR5, nil)), 2028)
	assert.EqualError(t, err, "the place must be one: the emissions' is \"city\", the sink's \"town\"\nthe metric must be one: the emissions' is \"AR5\", the sink's \"unstated\"")
	// Removals from land are in BASIC+ and not in BASIC; a declared view says nothing.
	for view, counted := range map[ghg.View]bool{gpc.Basic: false, gpc.BasicPlus: true, gpc.Territorial: true, ghg.MustDeclaredView("gross", "plan"): false} {
		_, err = r.Balance(must(ghg.NewYearly("town", view, ghg.Unstated, []ghg.YearFigure{{Year: 2028, CO2e: tonnes("5000"), Vintage: ghg.FirstVintage}})), 2028)
		assert.Equal(t, counted, errors.Is(err, sink.ErrSinksCounted), "%s: %v", view, err)
	}
	early := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, []ghg.YearFigure{{Year: 2027, CO2e: tonnes("5000"), Vintage: ghg.FirstVintage}}))
	b, err := r.Balance(early, 2027)
	require.NoError(t, err)
	assert.True(t, b.Net.Equal(tonnes("2728")), "5000 − 2272")
	assert.True(t, b.NetOfStock.Equal(tonnes("2160")), "5000 − 2840")
	assert.Contains(t, b.Explain(), "(actual)\n")
}

func TestAmounts(t *testing.T) {
	r := must(woods().Through(2028))
	y, _ := r.Year(2028)
	assert.Equal(t, "368 tCO2e released", y.Removal.String())
	assert.Equal(t, -1, y.Removal.Sign())
	var none sink.Removal
	assert.Equal(t, 0, none.Sign())
	assert.Equal(t, "0 tCO2e removed", none.String())
	ar5 := must(must(sink.New(sink.Definition{Name: "n", Place: "p", Metric: ghg.AR5, Buffer: ghg.MustShare("0%"), Source: "s",
		Cohorts: []sink.Cohort{{Year: 2028, Planted: dec("1"), Growth: must(sink.Constant(sink.Tree, ghg.MustCO2e("1 tCO2e (AR5)"), "s")), Survival: allLive}}})).Through(2028))
	z, _ := ar5.Year(2028)
	_, err := y.Removal.Add(z.Removal)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
	_, err = y.Stock.Since(z.Stock)
	assert.ErrorAs(t, err, &metric)
	y.Causes[0] = "x"
	again, _ := r.Year(2028)
	assert.Equal(t, []string{"fire"}, again.Causes)
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
