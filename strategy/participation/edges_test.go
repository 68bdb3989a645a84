package participation_test

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRefusals(t *testing.T) {
	heating := action("heating", "30%", "5%", "0.1 tCO2e", participation.Metered)
	for want, change := range map[string]func(d *participation.Definition){
		`programme "" of "people": a name and`:    func(d *participation.Definition) { d.Name = "" },
		`programme "town" of "": a name and`:      func(d *participation.Definition) { d.Unit = "" },
		"programme, actions: 0: 1 to 1000":        func(d *participation.Definition) { d.Actions = nil },
		"programme, actions: 1001":                func(d *participation.Definition) { d.Actions = make([]participation.CitizenAction, 1001) },
		"programme, persistence: 100.1%: 0% to":   func(d *participation.Definition) { d.Persistence = ghg.MustShare("100.1%") },
		"programme, overlap factor: -1%":          func(d *participation.Definition) { d.Overlap = ghg.MustShare("-1%") },
		"action 2: an ID is needed":               func(d *participation.Definition) { d.Actions = append(d.Actions, participation.CitizenAction{}) },
		`action "heating": the ID is given twice`: func(d *participation.Definition) { d.Actions = append(d.Actions, heating) },
		`"heating", baseline adoption: not given`: func(d *participation.Definition) { d.Actions[0].Baseline = ghg.Share{} },
		`action "heating": unknown (9): pledge,`:  func(d *participation.Definition) { d.Actions[0].Evidence = 9 },
		`action "x", unit saving: `: func(d *participation.Definition) {
			d.Actions = append(d.Actions, action("x", "1%", "0%", "1 tCO2e (AR4)", participation.Pledge))
		},
		"programme, eligible: -5: 1 or more are all": func(d *participation.Definition) { d.Eligible = -5 },
	} {
		d := programme("90%", "80%", heating)
		change(&d)
		p, err := participation.New(d)
		assert.ErrorContains(t, err, want)
		assert.True(t, p.IsZero())
	}
	d := programme("90%", "80%", heating, action("x", "1%", "0%", "1 tCO2e (AR4)", participation.Pledge))
	_, err := participation.New(d)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)

	full := programme("90%", "80%")
	for i := range 1000 {
		full.Actions = append(full.Actions, participation.CitizenAction{ID: strconv.Itoa(i)})
	}
	_ = must(participation.New(full))

	p := must(participation.New(programme("90%", "80%", heating)))
	for want, f := range map[string]func() error{
		strategy.ErrNoKind.Error():                  func() error { _, err := p.Reductions(0, 2025, 2026); return err },
		"is no kind of reduction":                   func() error { _, err := p.Reductions(77, 2025, 2026); return err },
		"reductions of town: 1 is no year":          func() error { _, err := p.Reductions(strategy.Claimed, 1, 2026); return err },
		"reductions of town: 2400 is no year":       func() error { _, err := p.Reductions(strategy.Claimed, 2025, 2400); return err },
		"the last year, 2024, lies before":          func() error { _, err := p.Reductions(strategy.Claimed, 2025, 2024); return err },
		"claimed reduction of -1 tCO2e":             func() error { _, err := p.BreakEven(ghg.MustCO2e("-1 tCO2e")); return err },
		"claimed reduction: ":                       func() error { _, err := p.BreakEven(ghg.MustCO2e("1 tCO2e (AR5)")); return err },
		`break-even of action "y": the programme h`: func() error { _, err := p.BreakEvenOf("y", ghg.MustCO2e("1 tCO2e")); return err },
	} {
		assert.ErrorContains(t, f(), want)
	}

	// Nothing quantified is not 0.
	unknown := must(participation.New(programme("90%", "80%", participation.CitizenAction{ID: "delete-e-mail"})))
	_, errR := unknown.Result()
	_, errK := unknown.Reductions(strategy.Potential, 2025, 2025)
	_, errB := unknown.BreakEven(ghg.MustCO2e("1 tCO2e"))
	for _, err := range []error{errR, errK, errB} {
		assert.ErrorContains(t, err, "no action of the programme has a unit saving")
	}
	_, err = unknown.BreakEvenOf("delete-e-mail", ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "has no such action with a unit saving")
	_, ok := unknown.Supporting(strategy.Potential)
	assert.False(t, ok)
}

func TestUnitSavingRefusals(t *testing.T) {
	part := participation.SavingPart{What: "electricity", Quantity: dec("2"), Unit: "kWh", Factor: ghg.MustCO2e("0.4 kgCO2e")}
	for want, parts := range map[string][]participation.SavingPart{
		"unit saving of 0 parts: 1 to 100 are allowed": nil,
		"unit saving of 101 parts":                     make([]participation.SavingPart, 101),
		"unit saving, part 2: a name and":              {part, {Unit: "kWh"}},
		"unit saving, gas: factor: a number with":      {part, {What: "gas", Unit: "m3", Quantity: decimal.New(1, 1_000_000), Factor: part.Factor}},
		"unit saving of -0.0008 tCO2e: above 0":        {{What: "power", Unit: "kWh", Quantity: dec("-2"), Factor: part.Factor}},
		"unit saving, gas: CO2e on ":                   {part, {What: "gas", Unit: "m3", Quantity: dec("1"), Factor: ghg.MustCO2e("2 kgCO2e (AR5)")}},
		"unit saving of 0 tCO2e: above 0 is allowed":   {part, {What: "power", Unit: "kWh", Quantity: dec("-2"), Factor: part.Factor}},
	} {
		s, err := participation.SavesParts(parts...)
		assert.Error(t, err, want)
		if want != "unit saving, gas: CO2e on " {
			assert.ErrorContains(t, err, want)
		} else {
			var metric *ghg.MetricMismatchError
			assert.ErrorAs(t, err, &metric)
		}
		assert.False(t, s.Known())
	}
	// A heat pump needs power and saves gas.
	s := must(participation.SavesParts(participation.SavingPart{What: "power", Unit: "kWh", Quantity: dec("-2"), Factor: part.Factor},
		participation.SavingPart{What: "gas", Unit: "m3", Quantity: dec("1"), Factor: ghg.MustCO2e("2 kgCO2e")}))
	same(t, "1.2", s.CO2e().In(ghg.Kilogram))
	assert.True(t, s.Known())
	assert.Equal(t, "0.001 tCO2e", saves("1 kgCO2e").Explain())
	all := make([]participation.SavingPart, 100)
	for i := range all {
		all[i] = part
	}
	same(t, "80", must(participation.SavesParts(all...)).CO2e().In(ghg.Kilogram))
}

func TestZeroValues(t *testing.T) {
	var p participation.Programme
	assert.True(t, p.IsZero())
	assert.Equal(t, "no programme", p.String())
	assert.Equal(t, "", p.Name())
	n, unit := p.Eligible()
	assert.Zero(t, n)
	assert.Equal(t, "", unit)
	for range p.Actions() {
		t.Fatal("an action of nothing")
	}
	_, errR := p.Result()
	_, errK := p.Reductions(strategy.Potential, 2025, 2025)
	_, errB := p.BreakEven(ghg.CO2e{})
	for _, err := range []error{errR, errK, errB} {
		assert.ErrorContains(t, err, "no programme given")
	}
	_, ok := p.Supporting(strategy.Potential)
	assert.False(t, ok)
	assert.Equal(t, "no result\n", participation.Result{}.Explain())
	var b participation.BreakEven
	assert.Nil(t, b.Exact())
	assert.Equal(t, "no break-even\n", b.Explain())
	assert.False(t, b.Reachable())
	assert.True(t, b.Missing().IsZero())
	_, ok = b.Adoption().Value()
	assert.False(t, ok)

	p = town()
	assert.Equal(t, "Cool town", p.Name())
	n, unit = p.Eligible()
	assert.Equal(t, int64(1000), n)
	assert.Equal(t, "people", unit)
	one := must(participation.New(programme("90%", "80%", action("x", "1%", "0%", "1 tCO2e", participation.Pledge))))
	assert.Equal(t, "town: 1000 people, 1 action", one.String())
}

// The caller's slice is not held, and findings and unknown actions go along.
func TestImmutable(t *testing.T) {
	d := programme("90%", "80%", action("x", "10%", "0%", "1 tCO2e", participation.Sampled), participation.CitizenAction{ID: "y"})
	p := must(participation.New(d))
	d.Actions[0].Adoption = ghg.MustShare("90%")
	r := must(p.Result())
	same(t, "72", r.Total.Net.Tonnes()) // 1000 × 0.1 × 0.9 × 0.8
	assert.Equal(t, []string{"y"}, r.NotQuantified)
	assert.Equal(t, "y", r.Findings.All[0].Stated)
	s, ok := p.Supporting(strategy.Implemented)
	require.True(t, ok)
	assert.Equal(t, "town: 1000 people, 2 actions", s.String())
	_, ok = p.Supporting(strategy.Verified)
	assert.False(t, ok)
	_ = must(p.BreakEven(ghg.MustCO2e("5 tCO2e")))
	same(t, "72", must(p.Result()).Total.Net.Tonnes())
	e := must(p.BreakEven(ghg.MustCO2e("72 tCO2e")))
	e.Exact().SetInt64(7)
	assert.Equal(t, "1/10", e.Exact().RatString())
}

// What the others reach alone needs no adoption of this one; full adoption is
// still reachable, and zero claimed is met at the baseline.
func TestBreakEvenEdges(t *testing.T) {
	p := town()
	// At no cycling: heating 18, baseline of cycling −21.6; each per cent adds 1.44.
	b := must(p.BreakEvenOf("cycling", ghg.MustCO2e("3.6 tCO2e (AR5)")))
	assert.Equal(t, "1/20", b.Exact().RatString())
	b = must(p.BreakEvenOf("heating", ghg.MustCO2e("0 tCO2e (AR5)"))) // cycling alone reaches 36
	assert.Equal(t, -1, b.Exact().Sign())
	assert.True(t, b.Reachable())
	assert.Equal(t, `0 tCO2e (AR5) is reached without adoption of "heating"`, b.String())
	b = must(must(participation.New(programme("50%", "50%", action("x", "90%", "20%", "1 tCO2e", participation.Pledge)))).BreakEven(ghg.MustCO2e("0 tCO2e")))
	assert.Equal(t, "1/5", b.Exact().RatString())
	same(t, "0.2", value(b.Adoption().Value()))
	same(t, "200", b.Most().Tonnes()) // 1000 × 0.8 × 0.25
}

func value(d decimal.Decimal, ok bool) decimal.Decimal {
	if !ok {
		panic("undefined")
	}
	return d
}

func random(rng *rand.Rand) (participation.Definition, []*big.Rat) {
	share := func() ghg.Share { return must(ghg.NewShare(decimal.New(rng.Int64N(1001), -3))) }
	d := programme("1", "1")
	d.Eligible, d.Persistence, d.Overlap = 1+rng.Int64N(5_000_000), must(ghg.NewShare(decimal.New(1+rng.Int64N(1000), -3))), must(ghg.NewShare(decimal.New(1+rng.Int64N(1000), -3)))
	for i := range 1 + rng.IntN(10) {
		a := participation.CitizenAction{ID: string(rune('a' + i)), Adoption: share(), Baseline: share(), Evidence: participation.Metered}
		a.Saving = must(participation.Saves(must(ghg.NewCO2e(decimal.New(1+rng.Int64N(9999), -4), ghg.Tonne, ghg.AR5)), ""))
		d.Actions = append(d.Actions, a)
	}
	// gross, additional, net, potential in fractions
	sums := []*big.Rat{{}, {}, {}, {}}
	for _, a := range d.Actions {
		s := new(big.Rat).Mul(a.Saving.CO2e().Tonnes().Rat(), new(big.Rat).SetInt64(d.Eligible))
		extra := new(big.Rat).Sub(a.Adoption.Fraction().Rat(), a.Baseline.Fraction().Rat())
		sums[0].Add(sums[0], new(big.Rat).Mul(s, a.Adoption.Fraction().Rat()))
		sums[1].Add(sums[1], new(big.Rat).Mul(s, extra))
		sums[3].Add(sums[3], s)
	}
	sums[2].Mul(sums[1], d.Persistence.Fraction().Rat())
	sums[2].Mul(sums[2], d.Overlap.Fraction().Rat())
	return d, sums
}

// Against fractions: the four sums, the actions that add up to them, and the
// break-even, which put back as adoption gives the claim.
func TestProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		d, want := random(rng)
		p := must(participation.New(d))
		r := must(p.Result())
		sum := make([]decimal.Decimal, 4)
		for _, a := range r.Actions {
			for i, c := range []ghg.CO2e{a.Total.Gross, a.Total.Additional, a.Total.Net, a.Total.Potential} {
				sum[i] = sum[i].Add(c.Tonnes())
			}
		}
		for i, c := range []ghg.CO2e{r.Total.Gross, r.Total.Additional, r.Total.Net, r.Total.Potential} {
			require.Zero(t, want[i].Cmp(c.Tonnes().Rat()), "%d: %s", i, r.Explain())
			require.True(t, sum[i].Equal(c.Tonnes()))
		}
		require.LessOrEqual(t, value(r.OfPotential.Value()).Abs().Cmp(dec("1")), 0)

		claimed := must(ghg.NewCO2e(decimal.New(rng.Int64N(1_000_000), -1), ghg.Tonne, ghg.AR5))
		b := must(p.BreakEven(claimed))
		// net at a* = N p o (a* Σs − Σ a0 s)
		back := new(big.Rat).Mul(b.Exact(), want[3])
		base := new(big.Rat).Sub(want[0], want[1]) // N Σ a0 s
		back.Sub(back, base)
		back.Mul(back, d.Persistence.Fraction().Rat())
		back.Mul(back, d.Overlap.Fraction().Rat())
		require.Zero(t, back.Cmp(claimed.Tonnes().Rat()))
		require.Equal(t, b.Reachable(), must(claimed.Cmp(b.Most())) <= 0)

		// Twice the people, twice the reduction.
		d.Eligible *= 2
		require.True(t, must(must(participation.New(d)).Result()).Total.Net.Tonnes().Equal(r.Total.Net.Tonnes().Mul(dec("2"))))
	}
}

func FuzzProgramme(f *testing.F) {
	f.Add(int64(2450000), "60%", "25%", "0.12", "80%", "90%", "1")
	f.Add(int64(1), "0.000000000000000000000000000001%", "0", "1e-30", "1", "1", "1e30")
	f.Fuzz(func(t *testing.T, n int64, a, a0, s, p, o, claimed string) {
		var share [4]ghg.Share
		for i, text := range []string{a, a0, p, o} {
			var err error
			if share[i], err = ghg.ParseShare(text); err != nil {
				return
			}
		}
		saving, err := ghg.ParseCO2e(s + " tCO2e")
		if err != nil {
			return
		}
		claim, err := ghg.ParseCO2e(claimed + " tCO2e")
		if err != nil {
			return
		}
		unit, err := participation.Saves(saving, "")
		if err != nil {
			return
		}
		d := participation.Definition{Name: "x", Unit: "people", Eligible: n, Persistence: share[2], Overlap: share[3],
			Actions: []participation.CitizenAction{{ID: "a", Adoption: share[0], Baseline: share[1], Saving: unit, Evidence: participation.Metered}}}
		programme, err := participation.New(d)
		if err != nil {
			return
		}
		r, err := programme.Result()
		if err != nil {
			return
		}
		if r.Total.Net.Tonnes().Abs().GreaterThan(r.Total.Potential.Tonnes()) {
			t.Error(r.Explain())
		}
		if b, err := programme.BreakEven(claim); err == nil && b.Reachable() != (must(claim.Cmp(b.Most())) <= 0) {
			t.Error(b.Explain())
		}
	})
}

// Shares and savings that are too long for arithmetic are refused when they are
// used, with the name of what they belong to.
func TestTooLong(t *testing.T) {
	tiny := "0.000000000000000000000000000001%"
	for want, d := range map[string]participation.Definition{
		`action "x": factor: a number`:              programme("1", "1", action("x", tiny, "0", "1 tCO2e", participation.Pledge)),
		`action "y": factor: a number`:              programme("1", "1", action("x", "1", "0", "1 tCO2e", participation.Pledge), action("y", "1", tiny, "1 tCO2e", participation.Pledge)),
		`action "x": persistence: factor: a number`: programme(tiny, "1", action("x", "1", "0", "1 tCO2e", participation.Pledge)),
		`action "x": overlap factor: factor: a num`: programme("1", tiny, action("x", "1", "0", "1 tCO2e", participation.Pledge)),
	} {
		p := must(participation.New(d))
		_, err := p.Result()
		assert.ErrorContains(t, err, want)
		_, err = p.Reductions(strategy.Potential, 2025, 2025)
		assert.ErrorContains(t, err, want)
	}
	_, err := must(participation.New(programme("1", tiny, action("x", "1", "0", "1 tCO2e", participation.Pledge)))).BreakEven(ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "overlap factor")
	_, err = must(participation.New(programme("1", "1", action("x", "1", tiny, "1 tCO2e", participation.Pledge)))).BreakEven(ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "factor")

	// A saving of 398 digits, for 1,000 people.
	long := ghg.MustCO2e("1e7 tCO2e")
	for range 13 {
		long = must(long.Scale(dec("100000000000000000000000000001")))
	}
	saving := must(participation.Saves(long, ""))
	d := programme("1", "1", participation.CitizenAction{ID: "x", Adoption: ghg.MustShare("1"), Baseline: ghg.MustShare("0"), Saving: saving, Evidence: participation.Pledge})
	d.Eligible = 1_000_000_000_000_000_000
	_, err = must(participation.New(d)).Result()
	assert.ErrorContains(t, err, `action "x": product`)
}

// Adoption at its baseline adds nothing, and is not below it.
func TestAtBaseline(t *testing.T) {
	r := must(must(participation.New(programme("1", "1", action("x", "20%", "20%", "1 tCO2e", participation.Sampled)))).Result())
	assert.True(t, r.Total.Net.IsZero())
	assert.Zero(t, r.Findings.Len())
}

// A claim that is met leaves nothing missing, on the metric of the claim.
func TestMissing(t *testing.T) {
	b := must(town().BreakEven(ghg.MustCO2e("10 tCO2e (AR5)")))
	assert.True(t, b.Missing().Equal(ghg.MustCO2e("0 tCO2e (AR5)")))
	assert.Contains(t, must(town().Result()).Explain(), "source not stated")
	d := programme("1", "1", action("x", "1", "0", "1 tCO2e", participation.Pledge))
	d.Source = "council paper 12"
	assert.Contains(t, must(must(participation.New(d)).Result()).Explain(), "source council paper 12\n")
	assert.Equal(t, "no result", participation.Result{}.String())
}
