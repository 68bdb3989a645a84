package ghg_test

import (
	"math"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func figure(t *testing.T, number string, unit ghg.MassUnit) ghg.Figure {
	t.Helper()
	f, err := ghg.ParseFigure(number, unit)
	require.NoError(t, err)
	return f
}

func TestParseFigure(t *testing.T) {
	for _, x := range []struct {
		number string
		unit   ghg.MassUnit
		mass   string
		half   string
		text   string
	}{
		{"9.43", ghg.Megatonne, "9430000 t", "5000 t", "9.43 Mt"},
		{" 943 ", ghg.ManTonneKo, "9430000 t", "5000 t", "943 만톤"},
		{"9.430", ghg.Megatonne, "9430000 t", "500 t", "9.430 Mt"},
		{"-12", ghg.Tonne, "-12 t", "0.5 t", "-12 t"},
		{"1e3", ghg.Tonne, "1000 t", "500 t", "1e3 t"},
		{"0.5", ghg.Kilogram, "0.0005 t", "0.00005 t", "0.5 kg"},
	} {
		f := figure(t, x.number, x.unit)
		assert.Equal(t, x.mass, f.Mass().String())
		assert.Equal(t, x.half, f.HalfUnit().String(), x.number)
		assert.Equal(t, x.text, f.String())
		assert.Equal(t, x.unit, f.Unit())
	}
	assert.Equal(t, ghg.MassUnit{}, ghg.Figure{}.Unit(), "the zero Figure was not printed")
	var syntax *exact.SyntaxError
	_, err := ghg.ParseFigure("9,43", ghg.Megatonne)
	assert.ErrorAs(t, err, &syntax)
	var bounds *exact.BoundsError
	_, err = ghg.ParseFigure("1e31", ghg.Tonne)
	assert.ErrorAs(t, err, &bounds)
}

func TestFigureReproduces(t *testing.T) {
	for _, x := range []struct {
		number string
		unit   ghg.MassUnit
		tonnes string
		want   bool
	}{
		{"9.43", ghg.Megatonne, "9425000", true}, // half a unit of the last digit, ends included
		{"9.43", ghg.Megatonne, "9424999.999", false},
		{"9.43", ghg.Megatonne, "9435000", true},
		{"9.43", ghg.Megatonne, "9435000.001", false},
		{"-9.43", ghg.Megatonne, "-9435000", true},
		{"9.43", ghg.Megatonne, "-9430000", false},
		// One part in 10^9 where that is more: 5 kg of 5 Mt, here.
		{"5000000.0000", ghg.Tonne, "5000000.005", true},
		{"5000000.0000", ghg.Tonne, "4999999.995", true},
		{"5000000.0000", ghg.Tonne, "5000000.0051", false},
		{"-5000000.0000", ghg.Tonne, "-5000000.005", true},
		{"0", ghg.Tonne, "0.5", true},
		{"0", ghg.Tonne, "0.51", false},
	} {
		assert.Equal(t, x.want, figure(t, x.number, x.unit).Reproduces(dec(x.tonnes)), "%s %s, %s t", x.number, x.unit, x.tonnes)
	}
	assert.True(t, ghg.Figure{}.Reproduces(dec("0")))
	assert.False(t, ghg.Figure{}.Reproduces(dec("0.001")))
}

// A number beyond all bounds is refused at once.
func TestFigureReproducesNothingOutOfBounds(t *testing.T) {
	f, err := ghg.ParseFigure("9.43", ghg.Megatonne)
	require.NoError(t, err)
	assert.False(t, f.Reproduces(decimal.New(1, math.MaxInt32)))
	assert.True(t, f.Reproduces(decimal.New(9_434_999, 0)))
}
