package rollup

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// downscaleVector is a worked case of either file, with the fields that downscaling has.
type downscaleVector struct {
	ID, Group     string
	Inputs, Input json.RawMessage
	Expected      json.RawMessage
}

func downscaleVectors(t *testing.T, file string, is func(downscaleVector) bool) []downscaleVector {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	var all struct{ Vectors []downscaleVector }
	require.NoError(t, json.Unmarshal(text, &all))
	return slices.DeleteFunc(all.Vectors, func(v downscaleVector) bool { return !is(v) })
}

func downUnpack[T any](t *testing.T, text json.RawMessage) (v T) {
	t.Helper()
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

func downNumber(t *testing.T, text string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(text)
	require.NoError(t, err)
	return d
}

// proxyOf shares by an activity that is counted, so that any number may be a weight.
func downProxy(t *testing.T, places, weights []string) (Proxy, error) {
	t.Helper()
	d := ProxyDefinition{By: ByActivity, Name: "items", Year: 2022, Source: "test"}
	for i, w := range weights {
		q, err := ghg.ParseQuantity(w + " 개")
		require.NoError(t, err)
		d.Parts = append(d.Parts, ProxyPart{Place: ghg.PlaceID(places[i]), Quantity: q})
	}
	return NewProxy(d)
}

func downTonnes(t *testing.T, n string) ghg.CO2e {
	t.Helper()
	c, err := ghg.NewCO2e(downNumber(t, n), ghg.Tonne, ghg.AR5)
	require.NoError(t, err)
	return c
}

func TestVectors(t *testing.T) {
	vectors := downscaleVectors(t, "../gir/testdata/korea.json", func(v downscaleVector) bool { return strings.HasPrefix(v.ID, "kr-down-") })
	assert.Len(t, vectors, 10)
	for _, v := range vectors {
		t.Run(v.ID, func(t *testing.T) { testKoreanSplit(t, v) })
	}
	vectors = downscaleVectors(t, "testdata/data-model.json", func(v downscaleVector) bool { return v.Group == "downscale" })
	assert.Len(t, vectors, len(seriesVectors))
	for _, v := range vectors {
		t.Run(v.ID, func(t *testing.T) {
			test, known := seriesVectors[v.ID]
			require.True(t, known)
			test(t, v)
		})
	}
}

func testKoreanSplit(t *testing.T, v downscaleVector) {
	in := downUnpack[struct {
		Total           string
		Weights, Shares json.RawMessage
		Order           []string
		Scale           int32
	}](t, v.Inputs)
	want := downUnpack[struct {
		Parts   map[string]string
		Sum     string
		Refused string
		Told    map[string]string `json:"when_told_to_normalise"`
	}](t, v.Expected)
	if in.Shares != nil {
		testStatedShares(t, downUnpack[map[string]string](t, in.Shares), downTonnes(t, in.Total), in.Scale, want.Refused, want.Told)
		return
	}
	places, weights := in.Order, []string(nil)
	if in.Weights[0] == '[' {
		weights = downUnpack[[]string](t, in.Weights)
		for i := range weights {
			places = append(places, fmt.Sprint("place ", i))
		}
	} else {
		by := downUnpack[map[string]string](t, in.Weights)
		if len(places) == 0 {
			for name := range by {
				places = append(places, name)
			}
			slices.Sort(places)
		}
		for _, name := range places {
			weights = append(weights, by[name])
		}
	}
	proxy, err := downProxy(t, places, weights)
	var split Split
	if err == nil {
		split, err = proxy.Split(downTonnes(t, in.Total), ghg.Tonne, in.Scale)
	}
	if want.Refused != "" {
		var f ghg.Fault
		require.ErrorAs(t, err, &f)
		assert.Equal(t, want.Refused, f.Code)
		if f.Code == FaultFinerThanScale { // the vector's note: a scale of three
			split, err = proxy.Split(downTonnes(t, in.Total), ghg.Tonne, in.Scale+1)
			require.NoError(t, err)
			assert.Equal(t, []string{"5.003", "5.002"}, []string{split.Parts[0].CO2e.Tonnes().String(), split.Parts[1].CO2e.Tonnes().String()})
		}
		return
	}
	require.NoError(t, err)
	require.Len(t, split.Parts, len(want.Parts))
	sum := decimal.Zero
	for _, p := range split.Parts {
		sum = sum.Add(p.CO2e.Tonnes())
		assert.Equal(t, ghg.Estimated, p.Status)
		expected := want.Parts[string(p.Place)]
		assert.True(t, downNumber(t, expected).Equal(p.CO2e.Tonnes()), "%s: want %s, have %s", p.Place, expected, p.CO2e)
	}
	assert.True(t, downNumber(t, want.Sum).Equal(sum))
}

func testStatedShares(t *testing.T, shares map[string]string, total ghg.CO2e, scale int32, refused string, told map[string]string) {
	t.Helper()
	d := ProxyDefinition{By: ByShares, Year: 2022, Source: "test"}
	for _, name := range []string{"a", "b"} {
		d.Parts = append(d.Parts, ProxyPart{Place: ghg.PlaceID(name), Share: ghg.MustShare(shares[name])})
	}
	_, err := NewProxy(d)
	var f ghg.Fault
	require.ErrorAs(t, err, &f)
	assert.Equal(t, refused, f.Code)
	assert.Equal(t, "0.8", f.Value)
	d.Normalise = true
	proxy, err := NewProxy(d)
	require.NoError(t, err)
	split, err := proxy.Split(total, ghg.Tonne, scale)
	require.NoError(t, err)
	for name, want := range told {
		c, ok := split.Of(ghg.PlaceID(name))
		require.True(t, ok)
		assert.True(t, downNumber(t, want).Equal(c.Tonnes()))
	}
}
