package ghg_test

import (
	"math"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
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

func TestReconcile(t *testing.T) {
	i := inv(t, rec("I.1.1", ghg.CO2, mass("100 t")), rec("I.1.2", ghg.CO2, mass("30 t")), rec("II.1.1", ghg.CH4, mass("2 t")),
		rec("III.1.1", ghg.Gas{}, co2e("7 tCO2e (AR4)")), rec("I.4.4", ghg.CO2, mass("9 t")))
	declare := func(v ghg.View, node, number string, line int) ghg.Declared {
		return ghg.Declared{View: v, Node: node, Figure: figure(t, number, ghg.Tonne), Line: line}
	}
	findings := i.Reconcile(ghg.AR5,
		declare(gpc.Basic, "I", "130", 2),  // agrees: silent
		declare(gpc.Basic, "I", "131", 3),  // 1 less
		declare(gpc.Basic, "ii", "50", 4),  // 6 more
		declare(gpc.Basic, "III", "7", 5),  // withheld: CO2e of all gases, on AR4
		declare(gpc.Basic, "", "193", 6),   // withheld as a whole
		declare(gpc.Basic, "VII", "1", 7),  // no such node
		declare(ghg.View{}, "I", "130", 8), // no view
		declare(ghg.MustDeclaredView("total", "city"), "", "193", 9),
	)
	var lines []string
	for _, f := range findings.All {
		lines = append(lines, f.String())
		assert.NotEmpty(t, f.Stated)
		assert.Equal(t, f.Code == ghg.FindingTotalMismatch, f.Found != "", f.String())
		assert.Equal(t, map[bool]ghg.Severity{true: ghg.Serious, false: ghg.Warning}[f.Code == ghg.FindingTotalMismatch], f.Severity)
	}
	require.Len(t, lines, 7, strings.Join(lines, "\n"))
	assert.Equal(t, "line 3, BASIC I, I, total-mismatch: declared as 131 t; its records give 130 t: 1 t less", lines[0])
	assert.Equal(t, "line 4, BASIC ii, II, total-mismatch: declared as 50 t; its records give 56 t: 6 t more", lines[1])
	assert.Equal(t, ghg.Category{Scheme: "GPC 1.1", Code: "II"}, findings.All[1].Category)
	assert.Equal(t, "50 t", findings.All[1].Stated)
	assert.Equal(t, "56 tCO2e (AR5)", findings.All[1].Found)
	assert.Contains(t, lines[2], "line 5, BASIC III, III, declared-unreconciled: the declared total is not checked: CO2e on metric AR4")
	assert.Contains(t, lines[3], "line 6, BASIC, declared-unreconciled: the declared total is not checked: total GPC 1.1 BASIC "+
		"in AR5 is withheld")
	assert.Contains(t, lines[4], `line 7, BASIC VII, declared-unreconciled: the declared total is not checked: GPC 1.1: unknown `+
		`category "VII"`)
	assert.Contains(t, lines[5], "line 8, declared-unreconciled")
	assert.Contains(t, lines[5], "no view given")
	assert.Contains(t, lines[6], "is declared: what it selects is not known")
	assert.Zero(t, i.Reconcile(ghg.AR5).Len())
}

// A number beyond all bounds is refused at once.
func TestFigureReproducesNothingOutOfBounds(t *testing.T) {
	f, err := ghg.ParseFigure("9.43", ghg.Megatonne)
	require.NoError(t, err)
	assert.False(t, f.Reproduces(decimal.New(1, math.MaxInt32)))
	assert.True(t, f.Reproduces(decimal.New(9_434_999, 0)))
}
