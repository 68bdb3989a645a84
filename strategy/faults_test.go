package strategy_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fault is the one that an error holds.
func fault(t *testing.T, err error) ghg.Fault {
	t.Helper()
	var f ghg.Fault
	require.ErrorAs(t, err, &f)
	return f
}

// faultsIn are what the faults of an error are of, and their fields.
func faultsIn(t *testing.T, err error) (all []string) {
	t.Helper()
	var f ghg.Faults
	require.ErrorAs(t, err, &f)
	for _, x := range f.All {
		all = append(all, x.Of+" "+x.Field)
	}
	return all
}

// A year out of range hides neither a category that nobody knows nor an amount on
// another metric.
func TestBaselineAllAtOnce(t *testing.T) {
	d := baseline(map[strategy.EmissionSource]string{on("I.1.1", "", ""): "40000"})
	d.Name = ""
	d.Sources[0].ByYear[1] = d.Sources[0].ByYear[2030]
	d.Sources = append(d.Sources,
		strategy.SourceEmissions{On: on("no such", "", ""), ByYear: map[int]ghg.CO2e{
			1: ghg.MustCO2e("1 tCO2e"), 2030: ghg.MustCO2e("1 tCO2e (AR5)")}},
		strategy.SourceEmissions{On: on("I.1.1", "gas", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}})
	_, err := strategy.NewBaseline(d)
	assert.Equal(t, []string{
		`baseline "" name`,
		`baseline "" years`,
		`baseline "", source GPC 1.1 no such category`,
		`baseline "", source GPC 1.1 no such in 2030 emissions`,
		`baseline "", source GPC 1.1 I.1.1, gas emissions`,
		`baseline "" sources`,
	}, faultsIn(t, err))
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	assert.Equal(t, ghg.MetricID("AR5"), metric.B)
}

func TestLifecycleAllAtOnce(t *testing.T) {
	day := ghg.Date{Year: 2024, Month: 5, Day: 1}
	_, err := strategy.NewLifecycle("", strategy.StageChange{}, strategy.StageChange{Stage: strategy.Completed, On: day, By: "council"},
		strategy.StageChange{Stage: strategy.Cancelled, On: ghg.Date{Year: 2023, Month: 1, Day: 1}})
	assert.Equal(t, []string{"lifecycle action", "lifecycle, change to unstated on", "lifecycle, change to unstated by",
		"lifecycle, change to cancelled on", "lifecycle, change to cancelled by", "lifecycle, change to cancelled reason"}, faultsIn(t, err))
	var transition *strategy.TransitionError
	require.ErrorAs(t, err, &transition, "beside the faults")
	assert.Equal(t, strategy.StageUnstated, transition.To)
}

func TestParseMoneyAllAtOnce(t *testing.T) {
	_, err := strategy.ParseMoney("1,000 xx", 0)
	assert.Equal(t, []string{`money "1,000 xx" amount`, `money "1,000 xx" unit`, `money "1,000 xx" prices`}, faultsIn(t, err))
	_, err = strategy.ParsePrices("real")
	assert.Equal(t, "prices", fault(t, err).Field)
	for _, s := range []string{"2024", "2024년", "2024 prices"} {
		assert.Equal(t, strategy.Prices(2024), must(strategy.ParsePrices(s)))
	}
	for _, s := range []string{"nominal", "경상"} {
		assert.Equal(t, strategy.Nominal, must(strategy.ParsePrices(s)))
	}
	_, err = strategy.Split([]strategy.Action{action("a", "E")}, "a", action("b", "E"))
	assert.Equal(t, ghg.Refusal(`action "a"`, "parts", "1", "two at least are needed"), fault(t, err))
	_, err = strategy.Merge(nil, nil, strategy.Action{})
	assert.Equal(t, []string{"actions that are to be merged ids", `action "" id`}, faultsIn(t, err))
}
