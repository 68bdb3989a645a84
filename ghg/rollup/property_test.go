package rollup_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// forest is a country of its own: states, provinces in them, towns in those, and
// districts of towns, which are no governments.
func forest(t *testing.T, r *rand.Rand) (place.Gazetteer, []place.Place) {
	t.Helper()
	day := ghg.MustDate("2000-01-01")
	d := place.GazetteerDefinition{Name: "Ruritania", Source: "a test", Begins: day}
	add := func(code, parent string, level place.Level) {
		d.Spans = append(d.Spans, place.Span{Code: code, Name: "N" + code, Level: level, Parent: parent, From: day})
	}
	for s := range 1 + r.IntN(3) {
		state := fmt.Sprintf("S%d", s)
		add(state, "", place.Metropolitan)
		for p := range r.IntN(4) {
			province := fmt.Sprintf("%sP%d", state, p)
			add(province, state, place.Metropolitan)
			for n := range r.IntN(4) {
				town := fmt.Sprintf("%sT%d", province, n)
				add(town, province, place.Basic)
				for q := range r.IntN(3) {
					add(fmt.Sprintf("%sD%d", town, q), town, place.OrdinaryDistrict)
				}
			}
		}
	}
	g, err := place.NewGazetteer(d)
	require.NoError(t, err)
	return g, slices.Collect(g.On(endOf2018))
}

// amountOf is a random amount, above or below 0, of up to 18 decimal places.
func amountOf(t *testing.T, r *rand.Rand) ghg.CO2e {
	t.Helper()
	c, err := ghg.NewCO2e(decimal.New(r.Int64N(2_000_001)-1_000_000, int32(r.IntN(21)-18)), ghg.Tonne, ghg.AR5)
	require.NoError(t, err)
	return c
}

// Whatever reports: nothing counts with what stands below it, nothing is lost, the sum is
// exact, and neither order nor grouping changes it.
func TestNoPlaceTwice(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 7))
		_, all := forest(t, r)
		var members []place.Place
		var reports []rollup.SeriesOf
		for _, p := range all {
			if s, _ := p.On(endOf2018); s.Level.IsGovernment() && (s.Parent == "" || r.IntN(3) == 0) {
				members = append(members, p)
			}
			if r.IntN(2) == 0 {
				reports = append(reports, series(t, p, road(), ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: amountOf(t, r), Vintage: 1}))
			}
		}
		nested := rollup.Nesting(r.IntN(4))
		sum := func(members []place.Place, reports []rollup.SeriesOf) (rollup.Sum, error) {
			g, err := rollup.NewGroup(rollup.Definition{Name: "all", Day: endOf2018, Members: members})
			require.NoError(t, err)
			out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5, Nested: nested}, []int{2018}, reports)
			if err != nil {
				return rollup.Sum{}, err
			}
			return out.Sums[0], nil
		}
		s, err := sum(members, reports)
		if len(reports) == 0 {
			require.ErrorIs(t, err, ghg.ErrNothingReported)
			continue
		}
		if nested == 0 && err != nil {
			var both *rollup.NestedError
			require.ErrorAs(t, err, &both)
			require.NotEmpty(t, both.Below)
			require.True(t, both.Below[0].IsWithin(both.Place, endOf2018))
			continue
		}
		require.NoError(t, err)
		exact := new(big.Rat)
		seen := map[place.Place]string{}
		note := func(p place.Place, as string) {
			require.Empty(t, seen[p], "%s is %s and %s", p, seen[p], as)
			seen[p] = as
		}
		for _, c := range s.Counted {
			note(c.Place, "counted")
			exact.Add(exact, c.CO2e.Tonnes().Rat())
			for _, o := range s.Counted {
				require.True(t, o.Place == c.Place || !c.Place.IsWithin(o.Place, endOf2018), "%s counts beside %s", c.Place, o.Place)
			}
		}
		for _, p := range s.ByParts {
			note(p, "by parts")
		}
		for _, p := range s.Missing {
			note(p, "missing")
		}
		for _, c := range s.Covered {
			note(c.Place, "covered")
			require.Contains(t, []string{"counted", "missing"}, seen[c.By])
		}
		require.Zero(t, exact.Cmp(s.CO2e.Tonnes().Rat()))
		for _, p := range members {
			require.NotEmpty(t, seen[p], p)
		}
		for _, x := range reports {
			require.NotEmpty(t, seen[x.Place], x.Place)
			require.NotEqual(t, "missing", seen[x.Place])
		}

		shuffled := slices.Clone(reports)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		others := slices.Clone(members)
		r.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
		again, err := sum(others, shuffled)
		require.NoError(t, err)
		require.Equal(t, s.CO2e.String(), again.CO2e.String())
		require.Equal(t, countedCodes(s), countedCodes(again))
		require.Equal(t, s.Members(), again.Members())
		require.Equal(t, s.Findings.String(), again.Findings.String())

		grouped := new(big.Rat) // state by state
		for _, p := range members {
			if _, ok := p.Parent(endOf2018); ok {
				continue
			}
			within := func(q place.Place) bool { return q.IsWithin(p, endOf2018) }
			var own []rollup.SeriesOf
			for _, x := range reports {
				if within(x.Place) {
					own = append(own, x)
				}
			}
			if part, err := sum([]place.Place{p}, own); err == nil {
				grouped.Add(grouped, part.CO2e.Tonnes().Rat())
			} else {
				require.ErrorIs(t, err, ghg.ErrNothingReported)
			}
		}
		require.Zero(t, exact.Cmp(grouped), "seed %d", seed)
	}
}

// A consolidated series is a series as any other: consolidated again, it comes to the same.
func TestConsolidatedAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var provinces, towns []rollup.SeriesOf
	for _, code := range []string{"48", "47"} {
		var own []rollup.SeriesOf
		for p := range at(code).Members(endOf2018) {
			own = append(own, series(t, p, road(), ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: amountOf(t, r), Vintage: 1}))
		}
		out, err := groupOf(t, "2018-12-31", code).Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2018}, own)
		require.NoError(t, err)
		provinces = append(provinces, rollup.SeriesOf{Place: at(code), Yearly: out.Yearly})
		towns = append(towns, own...)
	}
	g := groupOf(t, "2018-12-31", "48", "47")
	q := rollup.Question{View: road(), Metric: ghg.AR5}
	a, err := g.Yearly(q, []int{2018}, provinces)
	require.NoError(t, err)
	b, err := g.Yearly(q, []int{2018}, towns)
	require.NoError(t, err)
	require.Equal(t, a.Sums[0].CO2e.String(), b.Sums[0].CO2e.String())
	require.Len(t, b.Sums[0].ByParts, 2)
}
