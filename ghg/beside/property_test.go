package beside_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The oracle computes in fractions, from the records alone: it knows the categories of the
// two schemes by a list of its own, and three gases on two metrics.

var (
	ownCodes = []string{"I.1.1", "I.1.2", "II.1.1", "III.1.1", "V.1"}
	girCodes = []string{"1.A.4.b", "EL.1.A.4.b", "HT.1.A.4.b", "1.A.3.b", "4.A", "4.B", "WA"}
	comesTo  = map[string]string{"1.A.4.b": "I.1.1", "EL.1.A.4.b": "I.1.2", "HT.1.A.4.b": "I.1.2", "1.A.3.b": "II.1.1", "4.A": "V.1",
		"4.B": "V.1"}
	oracleGWP  = map[string]map[string]int64{"SAR": {"CO2": 1, "CH4": 21, "N2O": 310}, "AR5": {"CO2": 1, "CH4": 28, "N2O": 265}}
	oracleGas  = []string{"CO2", "CH4", "N2O", ""}
	metricByID = map[string]ghg.Metric{"SAR": ghg.SAR, "AR5": ghg.AR5}
)

// given is a record of the oracle.
type given struct {
	code, gas string // "" is CO2e of all gases
	amount    *big.Rat
}

// counted is a calculation of the oracle, per MWh.
type counted struct {
	code        string
	mwh, co2, n *big.Rat // amount, and tonnes of CO2 and N2O
}

type oracleSide struct {
	metric string
	lines  []given
	calcs  []counted
}

func (s oracleSide) count(g given, metric string) (*big.Rat, bool) {
	if g.gas == "" {
		return g.amount, metric == s.metric
	}
	return new(big.Rat).Mul(g.amount, big.NewRat(oracleGWP[metric][g.gas], 1)), true
}

func comparedCode(code string) string {
	if to, ok := comesTo[code]; ok {
		return to
	}
	if code == "WA" {
		return ""
	}
	return code
}

// expected are the parts by kind, and those of the calculations of electricity.
func expected(a, b oracleSide) map[beside.Kind]*big.Rat {
	parts := map[beside.Kind]*big.Rat{}
	add := func(k beside.Kind, x *big.Rat) {
		if parts[k] == nil {
			parts[k] = new(big.Rat)
		}
		parts[k].Add(parts[k], x)
	}
	sub := func(x, y *big.Rat) *big.Rat { return new(big.Rat).Sub(x, y) }
	halved := func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, big.NewRat(1, 2)) }
	type cell struct{ code, gas string }
	type sums struct {
		own, crossed *big.Rat
		across       bool
		n            int
	}
	tally := func(s oracleSide, other string, c cell) sums {
		x := sums{new(big.Rat), new(big.Rat), true, 0}
		for _, g := range s.lines {
			if comparedCode(g.code) != c.code || c.gas != "*" && g.gas != c.gas {
				continue
			}
			own, _ := s.count(g, s.metric)
			crossed, can := s.count(g, other)
			x.own.Add(x.own, own)
			x.crossed.Add(x.crossed, crossed)
			x.across, x.n = x.across && can, x.n+1
		}
		return x
	}
	for _, s := range []oracleSide{a, b} {
		for _, g := range s.lines {
			if comparedCode(g.code) == "" {
				x, _ := s.count(g, s.metric)
				if s.lines[0] == b.lines[0] {
					x = new(big.Rat).Neg(x)
				}
				add(beside.NotConverted, x)
			}
		}
	}
	for _, code := range ownCodes {
		cells := []cell{{code, "CO2"}, {code, "CH4"}, {code, "N2O"}}
		calcA, calcB := calcOf(a, code), calcOf(b, code)
		whole := tally(a, b.metric, cell{code, ""}).n+tally(b, a.metric, cell{code, ""}).n > 0
		nA, nB := tally(a, b.metric, cell{code, "*"}).n, tally(b, a.metric, cell{code, "*"}).n
		paired := calcA != nil && calcB != nil && nA > 0 && nB > 0
		if whole || paired || nA == 0 || nB == 0 {
			cells = []cell{{code, "*"}}
		}
		for _, c := range cells {
			x, y := tally(a, b.metric, c), tally(b, a.metric, c)
			rest := sub(x.own, y.own)
			switch {
			case x.n == 0 && y.n == 0:
				continue
			case y.n == 0:
				add(beside.OnlyFirst, rest)
				continue
			case x.n == 0:
				add(beside.OnlySecond, rest)
				continue
			case a.metric != b.metric && (!x.across || !y.across):
				add(beside.Inseparable, rest)
				continue
			case a.metric != b.metric:
				effect := halved(sub(sub(x.own, x.crossed), sub(y.own, y.crossed)))
				add(beside.Metric, effect)
				rest = sub(rest, effect)
			}
			if paired {
				mean := func(c *counted) *big.Rat {
					f := new(big.Rat).Add(c.co2, c.co2)
					for _, m := range []string{a.metric, b.metric} {
						f.Add(f, new(big.Rat).Mul(c.n, big.NewRat(oracleGWP[m]["N2O"], 1)))
					}
					return halved(f)
				}
				f, g := mean(calcA), mean(calcB)
				activity := halved(new(big.Rat).Mul(sub(calcA.mwh, calcB.mwh), new(big.Rat).Add(f, g)))
				byFactor := halved(new(big.Rat).Mul(sub(f, g), new(big.Rat).Add(calcA.mwh, calcB.mwh)))
				add(beside.Activity, activity)
				add(beside.Factor, byFactor)
				rest = sub(sub(rest, activity), byFactor)
			}
			add(beside.Remainder, rest)
		}
	}
	return parts
}

func calcOf(s oracleSide, code string) *counted {
	for i := range s.calcs {
		if comparedCode(s.calcs[i].code) == code {
			return &s.calcs[i]
		}
	}
	return nil
}

// random makes a number of up to six digits, with up to four decimal places.
func random(r *rand.Rand) decimal.Decimal { return decimal.New(r.Int64N(1_000_000), -r.Int32N(5)) }

func rat(d decimal.Decimal) *big.Rat { return d.Rat() }

// randomSide is a side, and what the oracle knows of it.
func randomSide(t *testing.T, r *rand.Rand, scheme ghg.Scheme, codes []string, calculated string) (beside.Side, oracleSide) {
	t.Helper()
	o := oracleSide{metric: []string{"SAR", "AR5"}[r.IntN(2)]}
	var records []ghg.Record
	for n := 1 + r.IntN(12); n > 0; n-- {
		g := given{code: codes[r.IntN(len(codes))], gas: oracleGas[r.IntN(4)]}
		amount := random(r)
		g.amount = rat(amount)
		x := record(scheme, g.code, "", ghg.Value{})
		x.Line = len(records) + 2
		if g.gas == "" {
			x.Value = ghg.Equivalent(ghg.MustCO2e(fmt.Sprintf("%s tCO2e (%s)", amount, o.metric)))
		} else {
			x.Gas, x.Value = ghg.MustGas(g.gas), ghg.Emitted(ghg.MustMass(fmt.Sprintf("%s t %s", amount, g.gas)))
		}
		records, o.lines = append(records, x), append(o.lines, g)
	}
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2023), 1, scheme, records)
	require.NoError(t, err)
	s := beside.Side{Inventory: inv, Metric: metricByID[o.metric]}
	has := false
	for _, g := range o.lines {
		has = has || g.code == calculated
	}
	if has && r.IntN(3) > 0 {
		mwh, co2, n := random(r), random(r), random(r)
		o.calcs = []counted{{calculated, rat(mwh), rat(co2), rat(n)}}
		f := emission(t, "", ghg.Metric{}, ghg.MustMass(co2.String()+" t CO2"), ghg.MustMass(n.String()+" t N2O"))
		q := mwh.String() + " MWh"
		if r.IntN(2) == 0 {
			q = mwh.Shift(3).String() + " kWh"
		}
		s.Calculations = []beside.Calculation{{Category: calculated, Activity: ghg.MustQuantity(q), Factor: f}}
	}
	return s, o
}

// The parts are those of the definitions, add up to the difference to the last digit, and of
// the sides the other way round are the same with the other sign.
func TestPartsAddUpInBothDirections(t *testing.T) {
	r := rand.New(rand.NewPCG(20231129, 7))
	mirror := map[beside.Kind]beside.Kind{beside.OnlyFirst: beside.OnlySecond, beside.OnlySecond: beside.OnlyFirst}
	met := map[beside.Kind]int{}
	for range 600 {
		own, a := randomSide(t, r, gpc.Scheme, ownCodes, "I.1.2")
		official, b := randomSide(t, r, gir.Scheme, girCodes, "EL.1.A.4.b")
		own.Name, own.View = words.Term{En: "own", Ko: "자체"}, gpc.BasicPlus
		official.Name, official.View = words.Term{En: "GIR", Ko: "통계"}, gir.RegionWithoutSinks
		official.Crosswalk, official.Placing = crosswalk.RegionalToGPC, crosswalk.OwnRule
		there, err := beside.Compare(own, official)
		require.NoError(t, err)
		back, err := beside.Compare(official, own)
		require.NoError(t, err)

		difference, ok := there.Tonnes()
		require.True(t, ok)
		opposite, _ := back.Tonnes()
		require.True(t, difference.Equal(opposite.Neg()))
		require.True(t, difference.Equal(there.First().CO2e.Tonnes().Sub(there.Second().CO2e.Tonnes())))

		want, negated := expected(a, b), map[beside.Kind]decimal.Decimal{}
		for p := range back.Parts() {
			negated[p.Kind] = p.Tonnes.Neg()
		}
		var sum decimal.Decimal
		for p := range there.Parts() {
			met[p.Kind] += p.Lines
			sum = sum.Add(p.Tonnes)
			exact := want[p.Kind]
			if exact == nil {
				exact = new(big.Rat)
			}
			require.Zero(t, exact.Cmp(rat(p.Tonnes)), "%s: %s and %s", p.Kind, exact.FloatString(8), p.Tonnes)
			k := p.Kind
			if other, ok := mirror[k]; ok {
				k = other
			}
			require.True(t, p.Tonnes.Equal(negated[k]), "%s: %s and %s", p.Kind, p.Tonnes, negated[k])
		}
		require.True(t, sum.Equal(difference))
		linesNameAllRecords(t, there, own.Inventory, official.Inventory)
	}
	for k := beside.OnlyFirst; k <= beside.Remainder; k++ {
		if k != beside.Method {
			assert.Greater(t, met[k], 30, k.String())
		}
	}
}

// linesNameAllRecords: what counts is named on its side, unless the lines of its category
// add nothing.
func linesNameAllRecords(t *testing.T, c beside.Comparison, own, official ghg.Inventory) {
	t.Helper()
	for l := range c.Lines() {
		n := 0
		for s := range l.First() {
			require.Equal(t, s.Record.Category.Scheme, own.Scheme().ID())
			require.GreaterOrEqual(t, s.Record.Line, 2)
			n++
		}
		for s := range l.Second() {
			require.Equal(t, s.Record.Category.Scheme, official.Scheme().ID())
			require.LessOrEqual(t, s.Record.Line, official.Len()+1)
			n++
		}
		require.Positive(t, n, "%s %s", l.Kind, l.Category.Code)
	}
}
