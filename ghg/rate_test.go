package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleRate() {
	factor := ghg.MustRate("56.1 t CO2/TJ (net)")
	inKg, err := factor.In(ghg.MustRateUnit("kg/TJ (net)"))
	fmt.Println(inKg, err)

	fmt.Println(factor.Equal(ghg.MustRate("56.1 g CO2/kJ (net)")), factor.Equal(ghg.MustRate("56100 g CO2/GJ (net)")))

	_, err = ghg.MustRate("56.1 t CO2/TJ (gross)").In(ghg.MustRateUnit("kg/TJ (net)"))
	fmt.Println(err)
	// Output:
	// 56100 kg/TJ (net) <nil>
	// false true
	// a rate in t CO2/TJ (gross) does not become one in kg/TJ (net): an amount in TJ (gross) does not become one in TJ (net): gross and net heat of a fuel differ by 5 to 10 %; the amount of the fuel with its net calorific value and the source is accepted (ghg.CalorificValue)
}

func ExampleRateUnit() {
	u, err := ghg.ParseRateUnit("kg CH4 / kg BOD")
	fmt.Println(u, err)
	_, err = ghg.ParseRateUnit("kg/furlong")
	fmt.Println(err)
	// Output:
	// kg CH4/kg BOD <nil>
	// unknown unit of a rate "kg/furlong": "furlong" is no unit; allowed are units such as kg CO2/TJ (net), kg CH4/kg BOD, kg/head/yr, t/10^6 m3, 1/yr and %
}

func TestRatesInOtherUnits(t *testing.T) {
	for _, c := range [][3]string{
		{"1.17 Gg/10^6 m3", "t/m3", "0.00117"},
		{"40 %", "", "0.4"},
		{"0.035", "%", "3.5"},
		{"78 kg/head/yr", "t/yr/head", "0.078"},
		{"0.35 kg/kWh", "g/MWh", "350000"},
		{"0.185 1/yr", "1/year", "0.185"},
		{"10 g CH4/kg dry waste", "kg/t", "10"},
		{"3 kg/1000 person/day", "g/person/day", "3"},
		{"0.6 kg CH4/kg BOD", "kg CH4/kg BOD", "0.6"},
		{"43 TJ (net)/Gg", "MJ (net)/kg", "43"},
		{"288.15 K", "K", "288.15"},
	} {
		got, err := ghg.MustRate(c[0]).In(ghg.MustRateUnit(c[1]))
		require.NoError(t, err, c)
		assert.Equal(t, c[2], got.Amount().String(), c)
		assert.True(t, got.Equal(ghg.MustRate(c[0])), c)
	}
}

func TestRatesThatDoNotMeet(t *testing.T) {
	for _, c := range [][3]string{
		{"1 kg CH4/kg BOD", "kg CH4/kg COD", "BOD is not COD"},
		{"1 kg CH4/TJ", "kg N2O/TJ", "CH4 is not N2O"},
		{"1 kg/TJ", "kg/TJ (net)", "does not state a calorific value"},
		{"1 kg/L", "kg/kg", "density"},
		{"1 kg/head/yr", "kg/head", "one of 2 units"},
		{"1 kg/yr", "kg/day", "yr is not day"},
		{"1 kg/yr", "kg/TJ", "yr is not TJ"},
		{"14", "kg/t", "a plain number does not become"},
		{"1 kg/t", "", "one of 1 units"},
		{"1 kg/MJ", "kg/kWh", ""}, // × 3.6: it does
	} {
		_, err := ghg.MustRate(c[0]).In(ghg.MustRateUnit(c[1]))
		if c[2] == "" {
			assert.NoError(t, err, c)
			continue
		}
		assert.ErrorContains(t, err, c[2], c)
	}
	var m *ghg.UnitMismatchError
	_, err := ghg.MustRate("1 kg/L").In(ghg.MustRateUnit("kg/kg"))
	assert.ErrorAs(t, err, &m)
	_, err = ghg.Rate{}.In(ghg.MustRateUnit("kg/kg"))
	assert.EqualError(t, err, "no rate is given: one in kg/kg is accepted")
}

func TestRatesWithoutALastPlace(t *testing.T) {
	perKWh := ghg.MustRate("1 kg/kWh")
	_, err := perKWh.In(ghg.MustRateUnit("kg/MJ"))
	assert.ErrorContains(t, err, "no last decimal place in kg/MJ")
	r, err := perKWh.Rounded(ghg.MustRateUnit("kg/MJ"), 6)
	require.NoError(t, err)
	assert.Equal(t, "0.277778 kg/MJ", r.String())
	_, err = perKWh.Rounded(ghg.MustRateUnit("kg/km"), 6)
	assert.Error(t, err)
}

func TestUnitsOfRatesThatAreRefused(t *testing.T) {
	for _, s := range []string{"kg/", "/kg", "kg//yr", "kg/1", "2", "kg/yr of waste", "10^0 kg", "10^x kg", "-1 kg/t",
		"kg/t/t/t/t/t", strings.Repeat("k", 101), "kg/TJ (upper)", "% of waste"} {
		_, err := ghg.ParseRateUnit(s)
		var unknown *ghg.UnknownError
		if assert.ErrorAs(t, err, &unknown, s) {
			assert.Equal(t, "unit of a rate", unknown.What)
		}
	}
	for _, s := range []string{"", "kg/t", "1,000 kg/t", "1 kg/furlong"} {
		_, err := ghg.ParseRate(s)
		assert.Error(t, err, s)
	}
	assert.Panics(t, func() { ghg.MustRate("x") })
}

func TestRatesAsText(t *testing.T) {
	for _, s := range []string{"56100 kg CO2/TJ (net)", "0.14", "0", "40 %", "0.185 1/yr", "-2 t/10^6 m3", "3 kg/1000 person/day"} {
		var back ghg.Rate
		text, err := json.Marshal(ghg.MustRate(strings.ReplaceAll(s, "10^6", "1000000")))
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(text, &back))
		assert.True(t, back.Equal(ghg.MustRate(s)), "%s: %s", s, text)
	}
	var unit ghg.RateUnit
	require.NoError(t, json.Unmarshal([]byte(`"g / MJ"`), &unit))
	text, err := json.Marshal(unit)
	require.NoError(t, err)
	assert.JSONEq(t, `"g/MJ"`, string(text))
	assert.Error(t, json.Unmarshal([]byte(`"g / furlong"`), &unit))
	text, err = json.Marshal(ghg.Rate{})
	require.NoError(t, err)
	assert.JSONEq(t, `""`, string(text))
	back := ghg.MustRate("1")
	require.NoError(t, back.UnmarshalText(nil))
	assert.True(t, back.IsUnset())
	assert.Equal(t, "no rate", back.String())
	assert.True(t, back.Equal(ghg.Rate{}))
	assert.False(t, back.Equal(ghg.MustRate("0")))
	assert.Error(t, back.UnmarshalText([]byte("x")))
	_, err = ghg.ParseRate("1e99 kg/t")
	assert.True(t, errors.Unwrap(err) != nil, err)
}

func FuzzParseRate(f *testing.F) {
	for _, s := range []string{"56100 kg CO2/TJ (net)", "40 %", "0.14", "1.17 Gg/10^6 m3", "9천 천㎥/년"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ghg.ParseRate(s)
		if err != nil {
			return
		}
		back, err := ghg.ParseRate(r.String())
		require.NoError(t, err, "%q is written %q", s, r)
		assert.True(t, back.Equal(r), "%q is written %q", s, r)
		assert.Equal(t, r.Unit(), back.Unit())
	})
}

func TestUnitThatARateIsPer(t *testing.T) {
	for s, want := range map[string]string{
		"kg CO2/TJ (net)": "TJ (net)", "MJ (net)/천㎥": "thousand m3", "kg/L diesel": "L",
		"kg/head/yr": "", "kg/10^6 m3": "", "1/yr": "", "%": "", "": "",
	} {
		u, ok := ghg.MustRateUnit(s).Per()
		assert.Equal(t, want != "", ok, s)
		if ok {
			assert.Equal(t, want, u.String(), s)
		}
	}
}
