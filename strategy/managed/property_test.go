package managed_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// draw is a random city: sites, records of 2021, and rules.
type draw struct {
	rng   *rand.Rand
	r     carveout.Register
	as    ghg.View
	sites []carveout.Facility
	rules []managed.Rule
	part  map[string]map[int]*big.Rat // by category: what covered sites of others have of it, by year
}

var drawn = []struct {
	code  string
	scope ghg.Scope
}{{"I.1.1", 1}, {"I.1.2", 2}, {"I.3.1", 1}, {"I.3.2", 2}, {"III.3.1", 1}}

func amount(rng *rand.Rand) decimal.Decimal {
	return decimal.New(1+rng.Int64N(1e8), -int32(rng.IntN(4)))
}

func newDraw(t *testing.T, rng *rand.Rand) *draw {
	d := &draw{rng: rng, part: map[string]map[int]*big.Rat{}, as: must(carveout.ManagedView(gpc.Basic))}
	for i := range 1 + rng.IntN(4) {
		f := carveout.Facility{ID: fmt.Sprint("site ", i), Name: fmt.Sprint("site ", i), From: 2019 + rng.IntN(13), Source: "list",
			Ownership: carveout.Ownership(1 + rng.IntN(2))}
		if rng.IntN(3) == 0 {
			f.To = f.From + rng.IntN(10)
		}
		d.sites = append(d.sites, f)
	}
	var records []ghg.Record
	whole := map[string]*big.Rat{}
	for _, c := range drawn {
		whole[c.code], d.part[c.code] = new(big.Rat), map[int]*big.Rat{2026: new(big.Rat), 2030: new(big.Rat)}
		for i := -1; i < len(d.sites); i++ {
			r := ghg.Record{Place: "town", Period: ghg.CalendarYear(2021), Category: category(c.code), Gas: ghg.CO2}
			tonnes := amount(rng)
			whole[c.code].Add(whole[c.code], tonnes.Rat())
			if i >= 0 {
				r.Facility = d.sites[i].ID
				for y, sum := range d.part[c.code] {
					if d.sites[i].Covered(y) && d.sites[i].Ownership == carveout.OthersOwned {
						sum.Add(sum, tonnes.Rat())
					}
				}
			}
			r.Value = ghg.Emitted(must(ghg.NewMass(tonnes, ghg.Tonne)))
			records = append(records, r)
		}
		for _, sum := range d.part[c.code] {
			sum.Quo(sum, whole[c.code])
		}
	}
	inv, _, err := ghg.NewInventory("town", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	d.r, _, err = carveout.RegisterOf(carveout.RegisterDefinition{Trading: carveout.KETS, Metric: ghg.AR5, Source: "list",
		Facilities: d.sites}, gpc.Basic, inv)
	require.NoError(t, err)
	for _, i := range rng.Perm(len(drawn))[:rng.IntN(4)] {
		d.rules = append(d.rules, d.rule(category(drawn[i].code)))
	}
	for _, code := range []string{"I", "III"} { // so that something meets all
		d.rules = append(d.rules, d.rule(category(code)))
	}
	return d
}

func (d *draw) rule(of ghg.Category) managed.Rule {
	r := managed.Rule{Category: of, Source: "s"}
	share := must(ghg.NewShare(decimal.New(d.rng.Int64N(1001), -3)))
	switch d.rng.IntN(6) {
	case 0:
		r.Position = managed.OutsideETS
	case 1:
		r.Position = managed.IndirectETS
	case 2:
		r.Position, r.Share = managed.InsideETS, share
	case 3:
		r.Facility, r.Share = d.sites[d.rng.IntN(len(d.sites))].ID, share
	case 4:
		r.Facility = d.sites[d.rng.IntN(len(d.sites))].ID
	default:
		r.Position, r.ShareIn = managed.InsideETS, 2021
	}
	return r
}

// gone is the part of a category that is not managed in a year, as the rules say it.
func (d *draw) gone(code string, scope ghg.Scope, year int) *big.Rat {
	for _, r := range d.rules {
		if code != r.Category.Code && !strings.HasPrefix(code, r.Category.Code+".") {
			continue
		}
		share := big.NewRat(1, 1)
		if !r.Share.IsUnset() {
			share = r.Share.Fraction().Rat()
		}
		site, _ := d.r.Facility(r.Facility, year)
		switch {
		case r.ShareIn != 0:
			return d.part[code][year]
		case r.Facility == "" && r.Position == managed.InsideETS:
			return share
		case r.Facility != "" && site.Covered(year) && site.Ownership == carveout.OthersOwned:
			return share
		case r.Position == managed.IndirectETS && scope == ghg.Scope1:
			return share
		}
		break
	}
	return new(big.Rat)
}

// near reports whether an amount is that of a rational, but for what it is held to.
func near(t *testing.T, want *big.Rat, got ghg.CO2e, what string) {
	t.Helper()
	off := new(big.Rat).Sub(got.Tonnes().Rat(), want)
	assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 1e12)), 0, "%s: %s, not %s", what, got, want.FloatString(14))
}

// Random plans and baselines: managed and not managed add up to what is citywide, of every
// effect and source in every year; what the managed plan cuts never exceeds what the
// managed baseline emits, though effects cut up to all of a source.
func TestSplitsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 28))
	framework := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "I", Name: "Industry"}}}))
	for round := range 80 {
		d := newDraw(t, rng)
		base := strategy.BaselineDefinition{Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast"}
		var actions []strategy.Action
		for _, c := range drawn {
			on := strategy.EmissionSource{Category: category(c.code)}
			source := strategy.SourceEmissions{On: on, ByYear: map[int]ghg.CO2e{}}
			byAction := []map[int]ghg.CO2e{{}, {}, {}}
			for _, y := range []int{2026, 2030} {
				sum := t5("0")
				for _, a := range byAction {
					a[y] = must(ghg.NewCO2e(amount(rng), ghg.Tonne, ghg.AR5))
					sum = must(sum.Add(a[y]))
				}
				if rng.IntN(2) == 0 { // more than is cut
					sum = must(sum.Add(must(ghg.NewCO2e(amount(rng), ghg.Tonne, ghg.AR5))))
				}
				source.ByYear[y] = sum
			}
			base.Sources = append(base.Sources, source)
			for i, amounts := range byAction {
				id := fmt.Sprint(c.code, " ", i)
				actions = append(actions, strategy.Action{ID: id, Name: id, Area: "I", Source: "plan", Effects: []strategy.Effect{
					{On: on, Interaction: strategy.Independent, Reductions: must(strategy.NewReductions(strategy.Expected, ghg.AR5, amounts))}}})
			}
		}
		plan, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "plan", Place: "town", Framework: framework,
			View: gpc.Basic, Metric: ghg.AR5, Actions: actions})
		require.NoError(t, err)
		split, _, err := managed.Split(d.r, plan, d.rules, d.as)
		require.NoError(t, err, round)
		bases, _, err := managed.SplitBaseline(d.r, must(strategy.NewBaseline(base)), d.rules, d.as)
		require.NoError(t, err, round)
		e, err := split.Managed().Evaluate(bases.Managed(), strategy.Expected, strategy.Shapley)
		require.NoError(t, err, round)
		for y := range e.Years() {
			gone := new(big.Rat)
			for n, c := range drawn {
				part := d.gone(c.code, c.scope, y.Year())
				on := base.Sources[n].On
				city, _ := bases.Citywide().At(on, y.Year())
				kept, _ := bases.Managed().At(on, y.Year())
				near(t, new(big.Rat).Mul(city.Tonnes().Rat(), part), must(city.Sub(kept)), c.code)
				cutThere := t5("0")
				for i := range 3 {
					id := fmt.Sprint(c.code, " ", i)
					all, _ := plan.Action(id)
					own, _ := split.Managed().Action(id)
					x, _ := all.Effects[0].Reductions.At(y.Year())
					m, _ := own.Effects[0].Reductions.At(y.Year())
					near(t, new(big.Rat).Mul(x.Tonnes().Rat(), part), must(x.Sub(m)), id)
					gone.Add(gone, must(x.Sub(m)).Tonnes().Rat())
					cutThere = must(cutThere.Add(m))
					where, ok := split.Where(id, on, y.Year())
					require.True(t, ok)
					assert.True(t, part.Sign() == 0 || !where.Managed)
				}
				assert.GreaterOrEqual(t, must(kept.Sub(cutThere)).Sign(), 0, "round %d, %s: cuts %s of %s", round, c.code, cutThere, kept)
			}
			total, err := split.Total(strategy.Expected, y.Year())
			require.NoError(t, err)
			assert.Zero(t, gone.Cmp(total.NotManaged().Tonnes().Rat()))
			parts := must(must(total.Inside.Add(total.Indirect)).Add(total.Outside))
			assert.True(t, parts.Equal(total.Citywide.CO2e), "round %d: %s", round, total.Explain())
			assert.Equal(t, total.Citywide.Quantified, total.Managed.Quantified, "what is not managed is 0, not unknown")
		}
	}
}
