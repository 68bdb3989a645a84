package bridge_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recordSize is how many bytes make a record.
const recordSize = 6

// recordsOf makes records of bytes: categories of the whole scheme, masses, CO2e
// on several metrics, notation keys, tags, variants and labels.
func recordsOf(data []byte) []ghg.Record {
	codes := gpc.BasicPlusS3.Categories()
	codes = append(codes[:12], "I.4.4", "V.2", "III.1.3")
	gases := []ghg.Gas{ghg.CO2, ghg.CH4, ghg.N2O, ghg.SF6, ghg.CO2Biogenic}
	metrics := []ghg.Metric{ghg.SAR, ghg.AR5, ghg.AR6, ghg.Unstated}
	fuels := []string{"", "", "gas", "coal"}
	var out []ghg.Record
	for ; len(data) >= recordSize; data = data[recordSize:] {
		r := line(codes[int(data[0])%len(codes)], gases[int(data[1])%len(gases)], ghg.Value{}, fuels[int(data[2])%len(fuels)])
		amount := decimal.New(int64(data[3])*int64(data[4])-3000, -int32(data[4]%4))
		m, _ := ghg.NewMass(amount, ghg.Tonne)
		switch data[5] % 8 {
		case 0:
			c, _ := ghg.NewCO2e(amount, ghg.Tonne, metrics[int(data[2])%len(metrics)])
			r.Value = ghg.Equivalent(c)
		case 1:
			c, _ := ghg.NewCO2e(amount, ghg.Tonne, metrics[int(data[2])%len(metrics)])
			r.Gas, r.Value = ghg.Gas{}, ghg.Equivalent(c)
		case 2:
			r.Value = ghg.KeyedAsFound(ghg.NE, "")
		default:
			r.Value = ghg.Emitted(m)
		}
		if data[5]&0x10 != 0 {
			r = tagged(r, "ets")
		}
		if data[5]&0x20 != 0 {
			r.Variant = []ghg.Variant{ghg.LocationBased, ghg.MarketBased}[data[2]%2]
		}
		if data[5]&0x40 != 0 {
			r.Facility = "plant"
		}
		out = append(out, r)
	}
	return out
}

// readingsOf makes two readings: the choice of views and metrics is one byte.
func readingsOf(choice byte, from, to []byte) (a, z bridge.Reading, ok bool) {
	managed, err := gpc.BasicPlus.WithTags("managed", nil, []string{"ets"}, "")
	if err != nil {
		return a, z, false
	}
	views := []ghg.View{gpc.Basic, gpc.BasicPlus, gpc.Territorial, managed}
	metrics := []ghg.Metric{ghg.SAR, ghg.AR5, ghg.AR6, ghg.Unstated}
	read := func(v ghg.Vintage, view, metric byte, data []byte) (bridge.Reading, bool) {
		inv, _, err := ghg.NewInventory("Hwaseong", ghg.CalendarYear(2018), v, gpc.Scheme, recordsOf(data))
		return bridge.Reading{Inventory: inv, View: views[view%4], Metric: metrics[metric%4]}, err == nil
	}
	a, okA := read(1, choice, choice>>2, from)
	z, okZ := read(2, choice>>4, choice>>6, to)
	return a, z, okA && okZ
}

// checkBridge asserts what every computed bridge keeps; it reports whether there
// was one.
func checkBridge(t *testing.T, a, z bridge.Reading, causes ...bridge.CategoryCause) bool {
	b, err := bridge.Inventories(a, z, causes...)
	back, errBack := bridge.Inventories(z, a, causes...)
	require.Equal(t, err == nil, errBack == nil)
	if err != nil {
		return false
	}
	from, errFrom := a.Inventory.Total(a.View, a.Metric)
	to, errTo := z.Inventory.Total(z.View, z.Metric)
	require.NoError(t, errFrom)
	require.NoError(t, errTo)

	// with another arithmetic: lines, causes and categories each add up to the difference of the totals
	want := new(big.Rat).Sub(to.CO2e.Tonnes().Rat(), from.CO2e.Tonnes().Rat())
	all, explained, byCause, byCategory := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for l := range b.Lines() {
		d, stated := l.Amount()
		require.True(t, stated)
		all.Add(all, d.Tonnes().Rat())
		if l.Cause.Kind != bridge.CauseUnknown {
			explained.Add(explained, d.Tonnes().Rat())
		}
	}
	for _, d := range b.ByCause() {
		byCause.Add(byCause, d.Tonnes().Rat())
	}
	for c, d := range b.ByCategory() {
		byCategory.Add(byCategory, d.Tonnes().Rat())
		assert.True(t, a.View.Selects(c.Code) || z.View.Selects(c.Code))
	}
	for name, got := range map[string]*big.Rat{"lines": all, "causes": byCause, "categories": byCategory,
		"change": b.Change().Tonnes().Rat()} {
		require.Zero(t, want.Cmp(got), "%s add up to %s, the change is %s\n%s", name, got.FloatString(9), want.FloatString(9), b.Details())
	}
	require.Zero(t, new(big.Rat).Sub(want, explained).Cmp(b.Unknown().Tonnes().Rat()), "unknown is what is left")

	// backwards, every line is negated
	require.Equal(t, signature(b, false), signature(back, true))
	return true
}

// signature lists the lines, read backwards or not, in a stable order.
func signature(b bridge.Bridge, backwards bool) []string {
	var out []string
	for l := range b.Lines() {
		d, _ := l.Amount()
		amount, change := d.Tonnes(), l.Change
		if backwards {
			amount = amount.Neg()
			switch change {
			case bridge.ChangeAdded:
				change = bridge.ChangeRemoved
			case bridge.ChangeRemoved:
				change = bridge.ChangeAdded
			}
		}
		out = append(out, fmt.Sprint(l.Category, l.Gas, l.Label, change, new(big.Rat).Set(amount.Rat()), l.Cause.Kind))
	}
	slices.Sort(out)
	return out
}

// someCauses are causes for whole sectors and for no single change, so that
// they say the same backwards.
func someCauses() []bridge.CategoryCause {
	return []bridge.CategoryCause{
		{Category: "I.1", Cause: cause(bridge.CauseData)},
		{Category: "I.2.1", Change: bridge.ChangeValue, Cause: cause(bridge.CauseMethod)},
	}
}

func TestRandomInventories(t *testing.T) {
	r := rand.New(rand.NewSource(20181231))
	bridges := 0
	for range 3000 {
		from, to := make([]byte, recordSize*(1+r.Intn(9))), make([]byte, recordSize*(1+r.Intn(9)))
		r.Read(from)
		r.Read(to)
		if r.Intn(2) == 0 {
			copy(to, from) // most of a restatement stays as it was
		}
		if a, z, ok := readingsOf(byte(r.Intn(256)), from, to); ok && checkBridge(t, a, z, someCauses()...) {
			bridges++
		}
	}
	assert.Greater(t, bridges, 300)
}

// Of masses alone the split has a closed form, computed here with rationals:
// the metric effect is half the sum of the masses times the difference of the
// factors, the value half the sum of the factors times the difference of the
// masses.
func TestSplitAgainstClosedForm(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	half := big.NewRat(1, 2)
	for range 200 {
		f, z := decimal.New(r.Int63n(1e9)-2e8, -r.Int31n(5)), decimal.New(r.Int63n(1e9)-2e8, -r.Int31n(5))
		metrics := []ghg.Metric{ghg.SAR, ghg.AR4, ghg.AR5, ghg.AR6}
		from, to := metrics[r.Intn(4)], metrics[r.Intn(4)]
		gas := []ghg.Gas{ghg.CH4NonFossil, ghg.N2O, ghg.SF6}[r.Intn(3)]
		read := func(v ghg.Vintage, m decimal.Decimal, metric ghg.Metric) bridge.Reading {
			amount, err := ghg.NewMass(m, ghg.Tonne)
			require.NoError(t, err)
			reading := in(v, line("III.1.1", gas, ghg.Emitted(amount), ""))
			reading.Metric = metric
			return reading
		}
		b := between(t, read(1, f, from), read(2, z, to))
		g, err := from.GWP(gas)
		require.NoError(t, err)
		h, err := to.GWP(gas)
		require.NoError(t, err)
		got := map[bridge.ChangeKind]*big.Rat{bridge.ChangeMetric: new(big.Rat), bridge.ChangeValue: new(big.Rat)}
		for l := range b.Lines() {
			d, _ := l.Amount()
			got[l.Change] = d.Tonnes().Rat()
		}
		product := func(x, y *big.Rat) *big.Rat { return x.Mul(x, y).Mul(x, half) }
		assert.Zero(t, product(new(big.Rat).Add(f.Rat(), z.Rat()), new(big.Rat).Sub(h.Rat(), g.Rat())).Cmp(got[bridge.ChangeMetric]))
		assert.Zero(t, product(new(big.Rat).Sub(z.Rat(), f.Rat()), new(big.Rat).Add(h.Rat(), g.Rat())).Cmp(got[bridge.ChangeValue]))
	}
}

func TestRandomPublished(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	view := ghg.MustDeclaredView("total", "county")
	amount := func() decimal.Decimal { return decimal.New(r.Int63n(2e12)-1e12, -r.Int31n(8)) }
	for range 300 {
		at := func(v ghg.Vintage) ghg.Yearly {
			c, err := ghg.NewCO2e(amount(), ghg.Tonne, ghg.AR5)
			require.NoError(t, err)
			return published("P", view, ghg.YearFigure{Year: 2018, CO2e: c, Vintage: v})
		}
		from, to := at(1), at(2)
		var causes []bridge.Contribution
		stated := new(big.Rat)
		for range r.Intn(5) {
			if r.Intn(3) == 0 {
				causes = append(causes, cause(bridge.CauseMethod).Unquantified())
				continue
			}
			m, err := ghg.NewMass(amount(), ghg.Tonne)
			require.NoError(t, err)
			causes = append(causes, cause(bridge.CauseData).Of(m))
			stated.Add(stated, m.Tonnes().Rat())
		}
		b, err := bridge.Published(2018, from, to, causes...)
		require.NoError(t, err)
		change := new(big.Rat).Sub(b.To().CO2e.Tonnes().Rat(), b.From().CO2e.Tonnes().Rat())
		assert.Zero(t, change.Cmp(sumOf(b).Rat()))
		assert.Zero(t, change.Sub(change, stated).Cmp(b.Unknown().Tonnes().Rat()))
	}
}

func FuzzBridgeInventories(f *testing.F) {
	f.Add(byte(0), []byte("abcdefghijkl"), []byte("abcdefghijkm"))
	f.Add(byte(0x45), []byte("\x00\x01\x00\x10\x10\x03\x05\x01\x00\x20\x20\x04"), []byte("\x00\x01\x00\x10\x11\x03"))
	f.Add(byte(0xff), []byte(""), []byte("\x01\x02\x03\x04\x05\x00"))
	f.Fuzz(func(t *testing.T, choice byte, from, to []byte) {
		const most = 40 * recordSize
		a, z, ok := readingsOf(choice, from[:min(len(from), most)], to[:min(len(to), most)])
		if ok {
			checkBridge(t, a, z, someCauses()...)
		}
	})
}
