package crosswalk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// randomScheme is a tree of some depth with memo items, nodes that hold no records, and
// methane of this and that origin.
func randomScheme(t *testing.T, rnd *rand.Rand, id string) ghg.Scheme {
	d := ghg.SchemeDefinition{ID: ghg.SchemeID(id), Source: "random", AnyLevel: true, Keys: []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C}}
	if rnd.IntN(2) == 0 {
		d.Keys = append(d.Keys, ghg.NA)
	}
	origins := []ghg.Gas{{}, {}, {}, ghg.CH4Fossil, ghg.CH4NonFossil}
	for i := range 4 + rnd.IntN(14) {
		n := ghg.Node{Code: string(rune('A' + i)), Reportable: rnd.IntN(8) > 0, Memo: rnd.IntN(9) == 0, CH4: origins[rnd.IntN(len(origins))]}
		if i > 0 && rnd.IntN(3) > 0 {
			n.Parent = d.Nodes[rnd.IntN(i)].Code
		}
		d.Nodes = append(d.Nodes, n)
	}
	s, err := ghg.NewScheme(d)
	require.NoError(t, err)
	return s
}

func codesOf(s ghg.Scheme) (out []string) {
	for n := range s.Nodes() {
		out = append(out, n.Code)
	}
	return out
}

// hostile is a crosswalk of random rules: signs, parents beside parts, one code in many.
func hostile(t *testing.T, rnd *rand.Rand, from, to ghg.Scheme) crosswalk.Crosswalk {
	side := func(s ghg.Scheme) string {
		var b strings.Builder
		codes := codesOf(s)
		rnd.Shuffle(len(codes), func(i, j int) { codes[i], codes[j] = codes[j], codes[i] })
		for i, c := range codes[:1+rnd.IntN(3)*rnd.IntN(2)] {
			switch {
			case rnd.IntN(12) == 0:
				b.WriteString(" - ")
			case i > 0:
				b.WriteString(" + ")
			}
			b.WriteString(c)
		}
		return b.String()
	}
	d := crosswalk.Definition{Name: words.Term{En: "random", Ko: "임의"}, From: from, To: to, Source: "random", Basis: crosswalk.OwnMapping}
	said := map[string]bool{}
	for range 1 + rnd.IntN(20) {
		r := crosswalk.RuleDefinition{From: side(from), To: side(to), Gas: []ghg.Gas{{}, {}, {}, ghg.N2O, ghg.CH4}[rnd.IntN(5)]}
		if key := fmt.Sprint(r.From, r.To, r.Gas); !said[key] {
			said[key] = true
			d.Rules = append(d.Rules, r)
		}
	}
	x, err := crosswalk.New(d)
	require.NoError(t, err)
	return x
}

// randomInventory has keys, variants, projections, defaults and their overrides.
func randomInventory(t *testing.T, rnd *rand.Rand, s ghg.Scheme, plain bool) (ghg.Inventory, bool) {
	var codes []string
	for n := range s.Nodes() {
		if n.Reportable {
			codes = append(codes, n.Code)
		}
	}
	if len(codes) == 0 {
		return ghg.Inventory{}, false
	}
	var records []ghg.Record
	for i := range rnd.IntN(25) {
		r := ghg.Record{Place: "가람시", Period: ghg.CalendarYear(2020), Line: i + 1, Fuel: []string{"", "LNG"}[rnd.IntN(2)],
			Category: ghg.Category{Scheme: s.ID(), Code: codes[rnd.IntN(len(codes))]}, Facility: []string{"", "no. 3"}[rnd.IntN(2)],
			Gas: []ghg.Gas{{}, ghg.CO2, ghg.CH4, ghg.CH4Fossil, ghg.N2O, ghg.CO2Biogenic}[rnd.IntN(6)]}
		n := decimal.New(rnd.Int64N(2_000_001)-1_000_000, -int32(rnd.IntN(5)))
		number := ghg.Emitted(mass(t, n))
		if r.Gas.IsZero() || rnd.IntN(4) == 0 {
			number = ghg.Equivalent(co2e(t, n))
		}
		in, err := ghg.IncludedIn(ghg.Category{Scheme: s.ID(), Code: codes[rnd.IntN(len(codes))]}, "there")
		require.NoError(t, err)
		key := []ghg.Value{ghg.KeyedAsFound(ghg.NE, "small"), ghg.KeyedAsFound(ghg.NO, ""), in, ghg.KeyedAsFound(ghg.IE, ""),
			ghg.KeyedAsFound(ghg.C, "one plant")}[rnd.IntN(5)]
		if s.AllowsKey(ghg.NA) && rnd.IntN(3) == 0 {
			key = ghg.KeyedAsFound(ghg.NA, "")
		}
		switch rnd.IntN(6) {
		case 0:
			r.Value = key
		case 1:
			if r.Value, err = ghg.Partly(number, key); err != nil {
				r.Value = number
			}
		case 2:
			r.Value = []ghg.Value{{}, number}[rnd.IntN(2)]
		default:
			r.Value = number
		}
		if !plain {
			r.Variant = []ghg.Variant{0, 0, 0, ghg.LocationBased, ghg.DistanceBased, ghg.FuelBased}[rnd.IntN(6)]
			r.Status = []ghg.Status{0, 0, 0, 0, ghg.Provisional, ghg.Nowcast, ghg.Projected}[rnd.IntN(7)]
			if e, err := r.Value.EnteredAs([]ghg.Entry{0, 0, ghg.Confirmed, ghg.ProviderDefault, ghg.LocalOverride}[rnd.IntN(5)]); err == nil {
				r.Value = e
			}
		}
		records = append(records, r)
	}
	inv, _, err := ghg.NewInventory("가람시", ghg.CalendarYear(2020), ghg.FirstVintage, s, records)
	require.NoError(t, err)
	return inv, true
}

func mass(t *testing.T, tonnes decimal.Decimal) ghg.Mass {
	m, err := ghg.NewMass(tonnes, ghg.Tonne)
	require.NoError(t, err)
	return m
}

func co2e(t *testing.T, tonnes decimal.Decimal) ghg.CO2e {
	c, err := ghg.NewCO2e(tonnes, ghg.Tonne, ghg.AR5Split)
	require.NoError(t, err)
	return c
}

// everything is the view of all that counts; memo items have one of their own.
func everything(t *testing.T, s ghg.Scheme) (ghg.View, bool) {
	d := ghg.ViewDefinition{Name: "everything", Scheme: s, Variants: []ghg.Variant{ghg.LocationBased, ghg.FuelBased}}
	for n := range s.Nodes() {
		if n.Reportable && !n.Memo {
			d.Categories = append(d.Categories, n.Code)
		}
	}
	if len(d.Categories) == 0 {
		return ghg.View{}, false
	}
	v, err := ghg.NewView(d)
	require.NoError(t, err)
	return v, true
}

// sums are the exact sums of an inventory by gas, as mass and as CO2e.
func sums(inventories ...ghg.Inventory) map[string]string {
	out := map[string]decimal.Decimal{}
	for _, inv := range inventories {
		for r := range inv.Records() {
			if m, ok := r.Value.Mass(); ok {
				out["t "+r.Gas.String()] = out["t "+r.Gas.String()].Add(m.Tonnes())
			}
			if c, ok := r.Value.CO2e(); ok {
				out["CO2e "+r.Gas.String()] = out["CO2e "+r.Gas.String()].Add(c.Tonnes())
			}
		}
	}
	texts := map[string]string{}
	for k, d := range out {
		texts[k] = d.String()
	}
	return texts
}

// alike is a record without what a conversion may change.
func alike(r ghg.Record) ghg.Record {
	r.Category = ghg.Category{}
	r.Value = r.Value.PointingTo(ghg.Category{Code: "somewhere"})
	return r
}

// What converts and what stays are what there was: record by record, gas by gas, and in
// totals, whatever the rules.
func TestConversionConserves(t *testing.T) {
	moved, stayed, lifted, totals := 0, 0, 0, 0
	reasons := map[crosswalk.Reason]int{}
	for seed := range uint64(700) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		from, to := randomScheme(t, rnd, "from"), randomScheme(t, rnd, "to")
		x := hostile(t, rnd, from, to)
		x.Check()
		inv, ok := randomInventory(t, rnd, from, seed%2 == 0)
		if !ok {
			continue
		}
		for _, placing := range []crosswalk.Placing{crosswalk.OwnRule, crosswalk.CommonParent} {
			c, err := x.Convert(inv, placing)
			require.NoError(t, err)
			require.Equal(t, sums(inv), sums(c.Converted, c.Remainder), "seed %d", seed)
			byLine := map[int]ghg.Record{}
			for r := range c.Converted.Records() {
				byLine[r.Line] = r
			}
			for r := range c.Remainder.Records() {
				byLine[r.Line] = r
			}
			require.Equal(t, inv.Len(), c.Converted.Len()+c.Remainder.Len())
			require.Len(t, byLine, inv.Len(), "no record is there twice")
			for r := range inv.Records() {
				require.True(t, alike(r).Value.Equal(alike(byLine[r.Line]).Value), "seed %d line %d", seed, r.Line)
				a, b := alike(r), alike(byLine[r.Line])
				a.Value, b.Value = ghg.Value{}, ghg.Value{}
				require.Equal(t, a, b)
			}
			require.Len(t, c.Left, c.Remainder.Len())
			for _, l := range c.Left {
				reasons[l.Reason]++
			}
			n := 0
			for _, m := range c.Moves {
				n += m.Records
				if m.Lifted {
					lifted += m.Records
				}
			}
			require.Equal(t, c.Converted.Len(), n)
			moved, stayed = moved+n, stayed+c.Remainder.Len()
			totals += sameTotals(t, seed, inv, c)
		}
	}
	t.Logf("%d moved (%d lifted), %d stayed, %d totals", moved, lifted, stayed, totals)
	for r := crosswalk.NoRule; r < crosswalk.KnownToHaveNone; r++ {
		assert.Positive(t, reasons[r], r.String())
	}
	assert.Greater(t, lifted, 300)
	assert.Greater(t, totals, 1500)
}

// sameTotals holds the total of an inventory against those of what became of it, as
// measured, nowcast and projected.
func sameTotals(t *testing.T, seed uint64, inv ghg.Inventory, c crosswalk.Conversion) (compared int) {
	before, ok1 := everything(t, inv.Scheme())
	after, ok2 := everything(t, c.Converted.Scheme())
	if !ok1 || !ok2 {
		return 0
	}
	for _, take := range []func(ghg.Inventory) ghg.Inventory{
		func(i ghg.Inventory) ghg.Inventory { return i },
		func(i ghg.Inventory) ghg.Inventory { return taking(t, i, ghg.Projected) },
		func(i ghg.Inventory) ghg.Inventory { return taking(t, i, ghg.Nowcast) },
	} {
		whole, err := take(inv).Total(before, ghg.AR5Split)
		if err != nil {
			continue
		}
		moved, err := take(c.Converted).Total(after, ghg.AR5Split)
		require.NoError(t, err, "seed %d", seed)
		stayed, err := take(c.Remainder).Total(before, ghg.AR5Split)
		require.NoError(t, err, "seed %d", seed)
		sum, err := moved.CO2e.Add(stayed.CO2e)
		require.NoError(t, err)
		require.Equal(t, whole.CO2e.Tonnes().String(), sum.Tonnes().String(), "seed %d\n%s\n%s", seed, whole.Explain(),
			c.Details().En)
		compared++
	}
	return compared
}

func taking(t *testing.T, inv ghg.Inventory, first ghg.Status) ghg.Inventory {
	out, err := inv.Taking(first, ghg.Actual, ghg.Provisional)
	require.NoError(t, err)
	return out
}
