package waste_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// e is e^x by its series, in fractions of 200 bits.
func e(x *big.Rat) *big.Rat {
	cut := func(r *big.Rat) *big.Rat {
		const bits = 200
		n := new(big.Int).Lsh(r.Num(), bits)
		return new(big.Rat).SetFrac(n.Quo(n, r.Denom()), new(big.Int).Lsh(big.NewInt(1), bits))
	}
	sum, term := big.NewRat(1, 1), big.NewRat(1, 1)
	for i := int64(1); term.Sign() != 0; i++ {
		term = cut(term.Mul(term, x).Quo(term, big.NewRat(i, 1)))
		sum.Add(sum, term)
	}
	return sum
}

// direct is the methane of a year as the sum over its deposits, of what each still has at the
// start of the year less what it has at its end: nothing of the recurrence.
func direct(deposits map[int]int64, from, year int, k, content *big.Rat, timing waste.Timing) *big.Rat {
	months := map[waste.Timing]int64{waste.DepositYear: 12, waste.EarlierDeposits: 12}
	m, ok := months[timing]
	if !ok {
		m = 13 - int64(timing)
	}
	sum := new(big.Rat)
	for x := from; x <= year; x++ {
		if x == year && timing == waste.EarlierDeposits {
			continue
		}
		left := func(end int) *big.Rat { // of the deposit of x at the end of a year
			if end < x {
				return big.NewRat(1, 1)
			}
			age := new(big.Rat).Add(big.NewRat(m, 12), big.NewRat(int64(end-x), 1))
			return e(age.Mul(age, k).Neg(age))
		}
		decayed := new(big.Rat).Sub(left(year-1), left(year))
		sum.Add(sum, decayed.Mul(decayed, big.NewRat(deposits[x], 1)))
	}
	sum.Mul(sum, content)
	return sum.Mul(sum, big.NewRat(2, 3)) // F 0.5 × 16/12
}

// Landfills by chance, of every timing, are what the sum over their deposits is.
func TestLandfillIsTheSumOfItsDeposits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 3))
	timings := []waste.Timing{waste.DepositYear, waste.EarlierDeposits, 7, 8, 9, 10, 11, 12, waste.NextJanuary}
	for n := range 45 {
		timing := timings[n%len(timings)]
		l := waste.Landfill{Edition: estimate.IPCC2019, Timing: timing, Ratio: waste.WholeWeights, F: p("50 %"), OX: p("0"),
			Year: 2000 + r.IntN(12)}
		want := new(big.Rat)
		for range 1 + r.IntN(3) {
			first, k, doc := 1990+r.IntN(11), int64(r.IntN(700)), int64(1+r.IntN(50))
			deposits := map[int]int64{}
			var years []ghg.OfYear[ghg.Quantity]
			for y := first; y <= l.Year; y++ {
				deposits[y] = int64(r.IntN(100_000))
				years = append(years, ghg.OfYear[ghg.Quantity]{Year: y, Value: ghg.MustQuantity(fmt.Sprint(deposits[y], " t"))})
			}
			s := waste.Stream{K: p(fmt.Sprintf("0.%03d 1/yr", k))}
			s.DOC, s.DOCf, s.MCF = p(fmt.Sprintf("0.%02d", doc)), p("0.7"), p("0.8")
			if len(years) == 0 {
				continue
			}
			s.Deposits = must(ghg.NewYears("deposits", "", nil, years...))
			l.Streams = append(l.Streams, s)
			want.Add(want, direct(deposits, first, l.Year, big.NewRat(k, 1000), big.NewRat(doc*56, 10_000), timing))
		}
		if len(l.Streams) == 0 {
			continue
		}
		got := tonnes(t, of(t, l), ghg.CH4NonFossil)
		difference := new(big.Rat).Sub(got.Rat(), want)
		assert.Negative(t, difference.Abs(difference).Cmp(big.NewRat(1, 1e18)), "%s: %s and not %s", timing, got, want.FloatString(24))
	}
}

// What is generated in all the years to come is what the deposits can make: L0 × W, but for
// the first year that EarlierDeposits leaves out.
func TestAllIsGeneratedAtLast(t *testing.T) {
	for timing, want := range map[waste.Timing]string{
		waste.NextJanuary: "66.6666666667", 7: "66.6666666667", waste.DepositYear: "66.6666666667",
		waste.EarlierDeposits: "32.7763", // 200/3 × e^-0.71 = 66.6667 × 0.491644
	} {
		l := pulse("0.71", "0.5")
		l.Timing, l.Year = timing, 2060
		all, err := l.Years()
		require.NoError(t, err)
		sum := dec("0")
		for y := range all.All() {
			sum = sum.Add(y.Value.Generated.Tonnes())
		}
		assert.Equal(t, want, sum.StringFixed(int32(len(want) - 3))[:len(want)], timing)
	}
}

func TestRecovery(t *testing.T) {
	l := pulse("0.185", "0.5")
	l.Year, l.OX = 2001, p("10 %") // 11.2597… t generated
	l.Recovered = must(ghg.NewYears("recovery", "", nil, ghg.OfYear[waste.Recovery]{Year: 2001, Value: waste.Recovery{
		Flared: waste.LandfillGas{Volume: ghg.MustQuantity("2000 Nm3"), Share: p("50 %"), Density: p("0.7 kg CH4/Nm3"), Source: "flow meter"},
		Used:   waste.LandfillGas{CH4: ghg.MustQuantity("300 kg")}}, Source: "operator"}))
	em := of(t, l)
	assert.Equal(t, "0.7", step(t, em, "Flared").String())
	assert.Equal(t, "1", step(t, em, "R").String())
	generated := step(t, em, "CH4_generated")
	assert.Equal(t, generated.Sub(dec("1")).Mul(dec("0.9")).Round(24).String(), tonnes(t, em, ghg.CH4NonFossil).String())
	assert.Equal(t, "1.925", tonnes(t, em, ghg.CO2Biogenic).String(), "0.7 × 44/16")
	assert.Contains(t, findings(em), "gas-used-for-energy: 0.3 t of CH4 was used for energy")
	used, ok := em.Explain().Step("Used_stated")
	require.True(t, ok)
	assert.Equal(t, "operator", used.Source)

	l.Recovered = flared(2001, "12 t")
	assert.Contains(t, refused(t, l), `R[2001] "12 t CH4": no more than the 11.259714 t CH4 that are generated is accepted`)
	l.Excess = waste.ClampExcess
	em = of(t, l)
	assert.Equal(t, "0", tonnes(t, em, ghg.CH4NonFossil).String())
	assert.Equal(t, "33", tonnes(t, em, ghg.CO2Biogenic).String())
	assert.Contains(t, findings(em), "recovery-above-generation: 12 t of CH4 was recovered, more than the 11.259714 t generated")
	l.Excess = waste.KETSRecovery // generation 16, of which 4 are left, and 3.6 behind the cover
	em = of(t, l)
	assert.Equal(t, "3.6", tonnes(t, em, ghg.CH4NonFossil).String())
	assert.Contains(t, findings(em), "generation-raised-by-k-ets: 12 t of CH4 was recovered, above 75 % of the 11.259714 t generated: "+
		"generation is taken as 16 t")
	l.Recovered = flared(2001, "8 t") // 71 %
	em = of(t, l)
	assert.Equal(t, generated.Sub(dec("8")).Mul(dec("0.9")).Round(24).String(), tonnes(t, em, ghg.CH4NonFossil).String())
	assert.Empty(t, findings(em))
	l.Excess = waste.ClampExcess
	assert.Equal(t, tonnes(t, em, ghg.CH4NonFossil), tonnes(t, of(t, l), ghg.CH4NonFossil))

	l.Recovered = flared(2000, "0 t")
	assert.Contains(t, refused(t, l), "R[2001]: recovery: no figure for 2001")
	l.Recovered = must(ghg.NewYears("recovery", "", nil, ghg.OfYear[waste.Recovery]{Year: 2001}))
	assert.Contains(t, refused(t, l), "R[2001]: what was flared or used for energy is accepted: 0 t where it was none")
}

func findings(e estimate.Emissions) string {
	var out []string
	for _, f := range e.Findings().All {
		out = append(out, f.String())
	}
	return strings.Join(out, "\n")
}

func TestYears(t *testing.T) {
	l := pulse("0.185", "0.5")
	l.Year, l.OX, l.Excess = 2003, p("0.1"), waste.KETSRecovery
	l.Recovered = flared(2000, "0 t", "1 t", "2 t", "7 t")
	all, err := l.Years()
	require.NoError(t, err)
	assert.Equal(t, "CH4 of landfill, 2000 to 2003", all.String())
	for y := range all.All() {
		l.Year = y.Year
		em := of(t, l)
		assert.Equal(t, tonnes(t, em, ghg.CH4NonFossil).String(), y.Value.Emitted.Tonnes().String(), y.Year)
		assert.Equal(t, step(t, em, "CH4_generated").String(), y.Value.Generated.Tonnes().String())
		assert.Equal(t, []ghg.Mass{y.Value.Generated}, y.Value.OfStreams)
	}
	assert.Equal(t, "2.1", must(all.Need(2003)).Value.Emitted.Tonnes().StringFixed(1), "(7/0.75 - 7) × 0.9")
	assert.True(t, must(all.Need(2001)).Value.Stored.IsZero())

	l = pulse("0.185", "0.5")
	l.Year, l.Recovered = 2002, flared(2001, "70 t", "80 t")
	_, err = l.Years()
	for _, want := range []string{"R[2000]: recovery: no figure for 2000", `R[2001] "70 t CH4"`, `R[2002] "80 t CH4"`} {
		assert.ErrorContains(t, err, want)
	}

	// The deposit of the last year is not asked, where it does not decay then; its status counts
	// where it is stated.
	l = pulse("0.185", "0.5")
	l.Streams[0].Ended, l.Year = 0, 2001
	all, err = l.Years()
	require.NoError(t, err)
	assert.True(t, must(all.Need(2001)).Value.Stored.IsUnset())
	assert.Contains(t, string(must(json.Marshal(all))), `"stored":""`, "what is not known is not 0")
	assert.Equal(t, ghg.Actual, must(all.Need(2001)).Status)
	l.Streams[0].Deposits = must(ghg.NewYears("deposits", "", nil, ghg.OfYear[ghg.Quantity]{Year: 2000, Value: ghg.MustQuantity("10 t")},
		ghg.OfYear[ghg.Quantity]{Year: 2001, Value: ghg.MustQuantity("20 t"), Status: ghg.Projected}))
	l.Streams[0].DOCf = p("0.25")
	all, err = l.Years()
	require.NoError(t, err)
	assert.Equal(t, ghg.Projected, must(all.Need(2001)).Status)
	assert.Equal(t, "15", must(all.Need(2001)).Value.Stored.Amount().String(), "20 × 1 × 0.75 × 1")
	assert.Empty(t, findings(of(t, l)), "the projected deposit does not decay yet")
	l.Timing = 7
	assert.Equal(t, "deposits-projected: deposits of 2001 are projected", findings(of(t, l)))
}

func TestHistory(t *testing.T) {
	l := pulse("0.185", "0.5")
	l.Year, l.Opened = 2003, 1995
	assert.Equal(t, "landfill-history-short: the landfill opened in 1995, and deposits are stated from 2000 on: "+
		"the methane of those before is missing", findings(of(t, l)))
	l.Opened = 0
	assert.Contains(t, findings(of(t, l)), "landfill-history-short: deposits start in 2000, 3 years before the year")
	l.Year = 2049
	assert.Contains(t, findings(of(t, l)), "landfill-history-short")
	l.Year = 2050
	assert.Empty(t, findings(of(t, l)))
	l.Timing, l.Opened = waste.EarlierDeposits, 2000
	assert.Contains(t, findings(of(t, l)), "decay-of-first-year-left: what decays within the year of deposit is in no year")
	l.Opened = 2001
	assert.Contains(t, refused(t, l), `Opened "2001": a year no later than the first deposit, of 2000, is accepted`)
}

// Streams of their own years, k and source: a change of site or a ban is two streams.
func TestStreamsOfUnlikeYears(t *testing.T) {
	one := pulse("0.2", "0.5")
	one.Streams[0].Deposits, one.Streams[0].Ended, one.Year, one.Timing = every(2000, 2005, "60 t"), 2005, 2008, 9
	two := one
	before, after := one.Streams[0], one.Streams[0]
	before.Deposits, before.Ended = every(2000, 2002, "60 t"), 2002
	after.Deposits, after.Ended, after.Name = every(2003, 2005, "60000 kg"), 2005, named("after")
	two.Streams = []waste.Stream{before, after}
	within(t, tonnes(t, of(t, two), ghg.CH4NonFossil), tonnes(t, of(t, one), ghg.CH4NonFossil), "1e-22", "two streams")
	d := of(t, two).Explain()
	w, ok := d.Step("W_2")
	require.True(t, ok)
	assert.Equal(t, "before the first deposit of the stream", w.Values[2].Source)
	assert.Equal(t, "weighbridge; stated as 60000 kg", w.Values[3].Source)
	assert.Equal(t, "60", w.Values[3].Number.String())
	assert.Equal(t, "deposits ended in 2005", w.Values[6].Source)
	assert.Equal(t, "waste deposited, after", w.What.En)
}

// 1.336 for 16/12 is part of the method.
func TestRatio(t *testing.T) {
	l := pulse("0.1", "0.5")
	l.Year, l.Ratio, l.Site, l.Edition = 2001, waste.AtomicWeights, named("Bangcheon"), estimate.IPCC2019
	em := of(t, l)
	whole := l
	whole.Ratio = waste.WholeWeights
	within(t, tonnes(t, em, ghg.CH4NonFossil).Mul(dec("16")), tonnes(t, of(t, whole), ghg.CH4NonFossil).Mul(dec("16.032")), "1e-22",
		"1.336 × 12")
	assert.Equal(t, "methane of landfills, Bangcheon", l.Title().En)
	assert.Equal(t, "IPCC 2019 Refinement V5 Ch3, eq. 3.1", l.Equation())
	l.Timing = waste.DepositYear
	assert.Equal(t, "GPC 1.1, eq. 8.2", methodOf(t, l))
}

// methodOf is the method of the record that a landfill makes.
func methodOf(t *testing.T, l waste.Landfill) string {
	t.Helper()
	records := of(t, l).Records(ghg.Record{})
	require.Len(t, records, 1)
	return records[0].Evidence.Definition().Method
}

func TestLandfillRefused(t *testing.T) {
	all := refused(t, waste.Landfill{Timing: 3, Excess: 9})
	for _, want := range []string{
		"Edition: IPCC 2006 or IPCC 2019 Refinement is accepted",
		`Timing "3": waste.NextJanuary (IPCC), a start month waste.Timing(7) to (13), waste.DepositYear (GPC 8.2, CDM) or waste.EarlierDep`,
		"Ratio: 16/12 (waste.WholeWeights) or 1.336 (waste.AtomicWeights) is accepted",
		`Excess "9": waste.RefuseExcess, waste.ClampExcess or waste.KETSRecovery is accepted`,
		`Year "0": `, `Streams "0": 1 to 20 streams of waste are accepted`,
	} {
		assert.Contains(t, all, want)
	}
	for want, change := range map[string]func(*waste.Landfill){
		`W "waste": deposits by year (ghg.NewYears) are accepted`: func(l *waste.Landfill) { l.Streams[0].Deposits = ghg.Years[ghg.Quantity]{} },
		`Year "1999": a year from the first deposit, of 2000, on`: func(l *waste.Landfill) { l.Year = 1999 },
		`W[2003] "waste": the deposit of each year up to the last that counts is accepted: 0 t where there was none, a projection, ` +
			`or the year in which deposits ended (Ended)`: func(l *waste.Landfill) { l.Streams[0].Ended, l.Year = 0, 2004 },
		`W "1999": deposits that end no earlier than the last one stated, of 2000,`: func(l *waste.Landfill) { l.Streams[0].Ended = 1999 },
		`W[2001] "waste": the deposit of each year up to the last`: func(l *waste.Landfill) {
			l.Streams[0].Ended, l.Year = 2001, 2003
		},
		`Excess "3": `: func(l *waste.Landfill) { l.Excess = 3 },
		`W[2000] "-5 t": an amount of wet waste from 0 on`: func(l *waste.Landfill) {
			l.Streams[0].Deposits = every(2000, 2000, "-5 t")
		},
		`W[2000] "5 m3": `:                 func(l *waste.Landfill) { l.Streams[0].Deposits = every(2000, 2000, "5 m3") },
		`k "18.5 %": `:                     func(l *waste.Landfill) { l.Streams[0].K = p("18.5 %") },
		`k "-1 1/yr": `:                    func(l *waste.Landfill) { l.Streams[0].K = p("-1 1/yr") },
		`DOC "40": a fraction from 0 to 1`: func(l *waste.Landfill) { l.Streams[0].DOC = p("40") },
		`DOC "1": DOC as a number or by a composition of at most 40 parts, one of them, is accepted`: func(l *waste.Landfill) {
			l.Streams[0].Composition = []waste.Part{{Name: named("food"), Share: p("0.5"), DOC: p("0.15")}}
		},
		`Composition "1.1": shares that add up to 1 at most are accepted`: func(l *waste.Landfill) {
			l.Streams[0].DOC = estimate.Parameter{}
			l.Streams[0].Composition = []waste.Part{{Name: named("food"), Share: p("0.5"), DOC: p("0.15")},
				{Name: named("wood"), Share: p("0.6"), DOC: p("0.4")}}
		},
		"DOCf: none is given": func(l *waste.Landfill) { l.Streams[0].DOCf = estimate.Parameter{} },
		"F: none is given":    func(l *waste.Landfill) { l.F = estimate.Parameter{} },
		`Streams "21": `:      func(l *waste.Landfill) { l.Streams = make([]waste.Stream, 21) },
	} {
		l := pulse("0.1", "0.5")
		l.Year = 2001
		change(&l)
		assert.Contains(t, refused(t, l), want)
		if _, err := l.Years(); assert.Error(t, err) {
			assert.Contains(t, err.Error(), want)
		}
	}
}

// What grows beyond the digits of a mass is refused, and nothing panics.
func TestBounds(t *testing.T) {
	l := pulse("0."+strings.Repeat("1", 29), "0.5")
	l.Year, l.Streams[0].Deposits = 2001, every(2000, 2000, strings.Repeat("9", 31)+" t")
	assert.Contains(t, refused(t, l), `CH4 "`)
	_, err := l.Years()
	assert.ErrorContains(t, err, `CH4 "`)
	l.Streams[0].Deposits, l.Streams[0].K = every(2000, 2000, "5 t"), p("1"+strings.Repeat("0", 29)+" 1/yr")
	assert.Equal(t, "3.333333333333333333333333", tonnes(t, of(t, l), ghg.CH4NonFossil).String(), "all of it within a year")
}

// Terms of many decimal places are worked out to the last one that is kept, as the replay has them.
func TestFineTerms(t *testing.T) {
	l := pulse("0.10000000000000000003", "0.5")
	s := &l.Streams[0]
	s.Deposits, l.Year = every(2000, 2000, "1.00000000000000000007 t"), 2001
	s.DOC, s.DOCf, s.MCF = p("0.10000000000000000001"), p("0.50000000000000000003"), p("0.70000000000000000009")
	h, ok := of(t, l).Explain().Step("H")
	require.True(t, ok)
	// 0.1 × 0.5 × 0.7 × (1 + 7e-20)(1 + 1e-19)(1 + 6e-20)(1 + 9e-20/0.7), to 24 places
	assert.Equal(t, "0.035000000000000000012550", h.Values[0].Number.StringFixed(24))
}

// All that is generated may be recovered, and no more.
func TestAllIsRecovered(t *testing.T) {
	l := pulse("1000", "0.5")
	l.Year, l.Streams[0].Deposits, l.Recovered = 2001, every(2000, 2000, "3 t"), flared(2001, "2 t")
	for _, x := range []waste.Excess{waste.RefuseExcess, waste.ClampExcess} {
		l.Excess = x
		em := of(t, l)
		assert.True(t, tonnes(t, em, ghg.CH4NonFossil).IsZero())
		assert.Empty(t, findings(em))
	}
}

// The largest landfill that is accepted has a derivation, which replays.
func TestLargest(t *testing.T) {
	l := pulse("0.1", "50 %")
	l.Timing, l.Year, l.OX = 8, 2003, p("10 %")
	l.Recovered = flared(2003, "1 kg")
	s := l.Streams[0]
	s.DOC, s.DOCf, s.MCF = estimate.Parameter{}, p("50 %"), p("80 %")
	s.Composition = []waste.Part{{Name: named("food"), Share: p("50 %"), DOC: p("15 %")}}
	l.Streams = nil
	for i := range 20 {
		s.K = p("0." + strconv.Itoa(i+10) + " 1/yr")
		l.Streams = append(l.Streams, s)
	}
	d := of(t, l).Explain()
	steps := 0
	for range d.Steps() {
		steps++
	}
	assert.Greater(t, steps, 350)
	l.Streams[0].Composition = append(l.Streams[0].Composition, l.Streams[0].Composition...)
	assert.Contains(t, refused(t, l), "fewer where they have compositions of more than 20 parts in all")
}

func TestCommitmentRefused(t *testing.T) {
	c := waste.Commitment{Waste: ghg.MustQuantity("5 m3")}
	assert.Equal(t, "methane commitment of waste", c.Title().En)
	all := refused(t, c)
	for _, want := range []string{`MSW "5 m3"`, "DOC: none is given", "DOCf: none is given", "MCF: none is given", "F: none is given",
		"Ratio: 16/12", "f_rec: none is given", "OX: none is given"} {
		assert.Contains(t, all, want)
	}
}

func TestMostParts(t *testing.T) {
	c := waste.Commitment{Waste: ghg.MustQuantity("3 t"), Ratio: waste.WholeWeights, F: p("0.5"), Recovered: p("0"), OX: p("0")}
	c.DOCf, c.MCF = p("0.5"), p("1")
	for range 40 {
		c.Composition = append(c.Composition, waste.Part{Name: named("paper"), Share: p("2 %"), DOC: p("40 %")})
	}
	assert.Equal(t, "0.32", step(t, of(t, c), "DOC").String(), "0.8 × 0.4")
	c.Composition = append(c.Composition, waste.Part{Name: named("paper"), Share: p("2 %"), DOC: p("40 %")})
	assert.Contains(t, refused(t, c), "a composition of at most 40 parts")
}

func TestGasRefused(t *testing.T) {
	all := refused(t, waste.LandfillGas{})
	assert.Contains(t, all, "methane as a mass (CH4) or as a volume of gas with share and density, one of them, is accepted")
	g := waste.LandfillGas{Volume: ghg.MustQuantity("100 Nm3"), Share: p("50 %"), Density: p("0.7156 kg CH4/m3")}
	assert.Contains(t, refused(t, g), `Gas_density "0.7156 kg CH4/m3": the mass of CH4 per volume at stated conditions, `+
		`as 0.7156 kg CH4/Nm3, is accepted`)
	g.Density = p("0.7")
	assert.Contains(t, refused(t, g), `Gas_density "0.7"`)
	g.Density = p("0.68 kg CH4/Sm3")
	assert.Contains(t, refused(t, g), "a gas at 0 °C and at 15 °C fills two volumes")
	g.Volume = ghg.MustQuantity("100 Sm3")
	assert.Equal(t, "0.034", tonnes(t, of(t, g), ghg.CH4NonFossil).String())
	g.CH4 = ghg.MustQuantity("1 t")
	assert.Contains(t, refused(t, g), "one of them, is accepted")
	assert.Equal(t, "1", tonnes(t, of(t, waste.LandfillGas{CH4: ghg.MustQuantity("1 t")}), ghg.CH4NonFossil).String())
}

func TestNames(t *testing.T) {
	assert.Equal(t, "from January of the year after deposit (M = 13)", waste.NextJanuary.String())
	assert.Equal(t, "시작월 M = 9부터", waste.Timing(9).Korean())
	assert.Equal(t, "not stated", waste.Timing(0).String())
	assert.Equal(t, "from January of the year of deposit, of earlier deposits", waste.EarlierDeposits.String())
	assert.Equal(t, "매립한 해 1월부터", waste.DepositYear.Korean())
	assert.Equal(t, "not stated", waste.MethaneRatio(0).String())
	assert.Equal(t, "not stated", waste.MethaneRatio(3).String())
	assert.Equal(t, "1.336", waste.AtomicWeights.Korean())
	assert.Equal(t, "not stated", waste.Excess(7).String())
	assert.Equal(t, "발생량은 회수량/0.75 이상(배출권거래제)", waste.KETSRecovery.Korean())
	for want, x := range map[string]interface{ MarshalText() ([]byte, error) }{
		"from start month M = 7": waste.Timing(7), "16/12": waste.WholeWeights, "recovery above generation leaves 0": waste.ClampExcess,
	} {
		assert.Equal(t, want, string(must(x.MarshalText())))
	}
}
