package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// CO2 alone is a part of CO2e, and never held against it.
func ExampleMetric_Unit() {
	alone := ghg.MustCO2e("9.396 MtCO2")
	_, err := alone.Cmp(ghg.MustCO2e("9.43 MtCO2e"))
	fmt.Println(alone, "·", alone.Metric(), "·", alone.Metric().Unit(), "·", ghg.AR5.Unit())
	fmt.Println(err)
	// Output:
	// 9396000 tCO2 · CO2Only · tCO2 · tCO2e (AR5)
	// CO2e on metric CO2Only and on metric unstated do not meet: compute both with one metric
}

func TestCO2OnlyCountsCO2(t *testing.T) {
	for gas, want := range map[string]string{"CO2": "1", "CO2(b)": "0", "CH4": "0", "CH4-fossil": "0", "SF6": "0", "R-410A": "0"} {
		gwp, err := ghg.CO2Only.GWP(ghg.MustGas(gas))
		require.NoError(t, err, gas)
		assert.Equal(t, want, gwp.String(), gas)
	}
	_, err := ghg.CO2Only.GWP(ghg.Gas{})
	assert.EqualError(t, err, "metric CO2Only has no factor for all gases together: name the gas")
	assert.Equal(t, ghg.CO2Only, ghg.CO2Only.BasketOnly(), "it has no other convention")
	for _, text := range []string{"CO2Only", "co2only", "CO2-only"} {
		m, err := ghg.ParseMetric(text)
		require.NoError(t, err, text)
		assert.Equal(t, ghg.CO2Only, m)
	}
}

func TestCO2OnlyInText(t *testing.T) {
	for text, want := range map[string]string{
		"9.396 MtCO2":            "9396000 tCO2",
		"9396 천톤 CO2":            "9396000 tCO2",
		"9396000 tCO2e(CO2Only)": "9396000 tCO2",
		"-2 kgCO2":               "-0.002 tCO2",
	} {
		c, err := ghg.ParseCO2e(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, c.String())
		assert.Equal(t, ghg.CO2Only, c.Metric())
		written, err := json.Marshal(c)
		require.NoError(t, err)
		var again ghg.CO2e
		require.NoError(t, json.Unmarshal(written, &again))
		assert.True(t, again.Equal(c))
	}
	assert.Equal(t, "9.4 MtCO2", ghg.MustCO2e("9.396 MtCO2").Format(ghg.Megatonne, 1))
	for _, text := range []string{"9.396 MtCO2 (AR5)", "9.396 MtCO2(b)", "9.396 Mt (CO2Only)", "9.396 MtCH4"} {
		_, err := ghg.ParseCO2e(text)
		assert.Error(t, err, text)
	}
	c, err := ghg.CO2eOf(ghg.MustMass("9.396 Mt CO2"), ghg.CO2Only)
	require.NoError(t, err)
	assert.Equal(t, "9396000 tCO2", c.String())
	_, err = ghg.CO2eOf(ghg.MustMass("9.396 Mt CO2"), ghg.AR5)
	assert.EqualError(t, err, "a mass of CO2 is not CO2e: convert it with its CO2e method")
}

// 300 t CO2 and 2 t CH4: 300 t of CO2 alone, and 356 tCO2e. What is told as CO2e of
// all gases cannot join the first.
func TestTotalOfCO2Alone(t *testing.T) {
	records := []ghg.Record{
		{Place: "Daegu", Period: ghg.CalendarYear(2005), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, Gas: ghg.CO2,
			Value: ghg.Emitted(ghg.MustMass("300 t CO2"))},
		{Place: "Daegu", Period: ghg.CalendarYear(2005), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.2.1"}, Gas: ghg.CH4,
			Value: ghg.Emitted(ghg.MustMass("2 t CH4"))},
	}
	inv, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2005), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	for m, want := range map[ghg.Metric]string{ghg.CO2Only: "300 tCO2", ghg.AR5: "356 tCO2e (AR5)"} {
		total, err := inv.Total(gpc.Basic, m)
		require.NoError(t, err)
		assert.Equal(t, want, total.CO2e.String())
	}
	all := records[1]
	all.Gas, all.Value = ghg.Gas{}, ghg.Equivalent(ghg.MustCO2e("9 tCO2e (AR5)"))
	inv, _, err = ghg.NewInventory("Daegu", ghg.CalendarYear(2005), ghg.FirstVintage, gpc.Scheme, append(records[:1:1], all))
	require.NoError(t, err)
	_, err = inv.Total(gpc.Basic, ghg.CO2Only)
	assert.ErrorIs(t, err, ghg.ErrAllGases)
}

func TestGasesAreAnAspect(t *testing.T) {
	basis := func(m ghg.Metric) ghg.Basis { return ghg.Basis{Place: "Daegu", View: gpc.Basic, Metric: m} }
	for m, says := range map[ghg.Metric]string{ghg.AR5: "CO2e in AR5", ghg.Unstated: "CO2e, gases not stated"} {
		err := basis(ghg.CO2Only).Meets("the base", basis(m), "the series")
		var mismatch *ghg.MismatchError
		require.ErrorAs(t, err, &mismatch)
		require.Len(t, mismatch.Differ, 1)
		assert.Equal(t, []any{ghg.AspectGases, "CO2 alone", says}, []any{mismatch.Differ[0].Aspect, mismatch.Differ[0].A, mismatch.Differ[0].B})
		var metrics *ghg.MetricMismatchError
		assert.True(t, errors.As(err, &metrics))
	}
	assert.NoError(t, basis(ghg.CO2Only).Meets("", basis(ghg.CO2Only), ""))
}

// What the unit says and what the metric says are held against each other.
func TestYearlyCSVOfCO2(t *testing.T) {
	view := ghg.MustDeclaredView("city total", "plan")
	const co2, co2e, plain = "year,amount,unit\n2005,9396,ktCO2\n2006,9.4,MtCO2\n", "year,amount,unit\n2005,9396,ktCO2eq\n2006,9.4,Mt\n",
		"year,amount,unit\n2005,9396,kt\n2006,9.4,Mt\n"
	for _, x := range []struct {
		text   string
		metric ghg.Metric
		found  string // unit as stated, and how many
	}{
		{co2, ghg.CO2Only, ""}, {plain, ghg.CO2Only, ""}, {plain, ghg.AR5, ""}, {co2e, ghg.AR5, ""}, {co2e, ghg.Unstated, ""},
		{co2, ghg.AR5, "ktCO2, 2"}, {co2, ghg.Unstated, "ktCO2, 2"}, {co2e, ghg.CO2Only, "ktCO2eq, 1"},
	} {
		y, report, err := ghg.ReadYearlyCSV(strings.NewReader(x.text), ghg.CSVFormat{}, "Daegu", view, x.metric)
		require.NoError(t, err)
		require.NoError(t, report.Err())
		f, ok := y.At(2005)
		assert.True(t, ok)
		assert.Equal(t, "9396000 "+x.metric.Unit(), f.CO2e.String())
		if x.found == "" {
			assert.Zero(t, report.Findings.Len(), report.Findings)
			continue
		}
		require.Equal(t, 1, report.Findings.Len(), x)
		of := report.Findings.All[0]
		assert.Equal(t, ghg.FindingGasesOfUnit, of.Code)
		assert.Contains(t, of.Stated+", "+of.Detail, strings.Replace(x.found, ", ", ", the unit of ", 1)+" figures")
		assert.Equal(t, 2, of.Line)
		assert.Equal(t, x.metric.Unit(), of.Found)
	}
}
