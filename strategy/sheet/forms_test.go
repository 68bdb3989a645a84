package sheet_test

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The version of a CSV form is its set of columns: a file of each stays in
// testdata/forms, is read, and written as it was.
func TestCSVForms(t *testing.T) {
	format := sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme}}
	none := []strategy.Action{{ID: "B-1"}, {ID: "B-2"}}
	for _, form := range []struct {
		file  string
		read  func(io.Reader) ([]strategy.Action, ghg.Report, error)
		write func(io.Writer, []strategy.Action) error
	}{
		{"actions_2.csv", func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadActions(r, format)
		}, sheet.WriteActions},
		{"effects_1.csv", func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadEffects(r, format, none)
		}, sheet.WriteEffects},
		{"budget_2.csv", func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadBudget(r, format, none)
		}, sheet.WriteBudget},
		{"spending_1.csv", func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadSpending(r, format, none)
		}, sheet.WriteSpending},
		{"tasks_1.csv", func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadTasks(r, format, none)
		}, sheet.WriteTasks},
	} {
		t.Run(form.file, func(t *testing.T) {
			text, err := os.ReadFile("testdata/forms/" + form.file)
			require.NoError(t, err)
			actions, report, err := form.read(bytes.NewReader(text))
			require.NoError(t, err)
			require.Zero(t, report.Faults.Len(), report.Faults)
			var again bytes.Buffer
			require.NoError(t, form.write(&again, actions))
			assert.Equal(t, string(text), again.String())
		})
	}
	t.Run("quantifications_1.csv", func(t *testing.T) {
		text, err := os.ReadFile("testdata/forms/quantifications_1.csv")
		require.NoError(t, err)
		series, err := os.ReadFile("testdata/forms/factors_1.csv")
		require.NoError(t, err)
		factors, report, err := sheet.ReadFactors(bytes.NewReader(series), format)
		require.NoError(t, err)
		require.NoError(t, report.Err())
		actions, report, err := sheet.ReadQuantifications(bytes.NewReader(text), format, none, sheet.Named{Factors: factors})
		require.NoError(t, err)
		require.NoError(t, report.Err())
		var again bytes.Buffer
		require.NoError(t, sheet.WriteQuantifications(&again, actions))
		assert.Equal(t, string(text), again.String())
		again.Reset()
		require.NoError(t, sheet.WriteFactors(&again, sheet.FactorsOf(actions...)))
		assert.Equal(t, string(series), again.String())
	})
	t.Run("actions_1.csv", func(t *testing.T) { // without the column proposed_by
		text, err := os.ReadFile("testdata/forms/actions_1.csv")
		require.NoError(t, err)
		old, report, err := sheet.ReadActions(bytes.NewReader(text), format)
		require.NoError(t, err)
		require.Zero(t, report.Faults.Len(), report.Faults)
		text, err = os.ReadFile("testdata/forms/actions_2.csv")
		require.NoError(t, err)
		actions, _, err := sheet.ReadActions(bytes.NewReader(text), format)
		require.NoError(t, err)
		require.NotEmpty(t, actions[0].ProposedBy)
		actions[0].ProposedBy = nil
		assert.Equal(t, actions, old)
	})
	t.Run("budget_1.csv", func(t *testing.T) { // municipal funds were called city
		var budgets [][]strategy.Action
		for _, file := range []string{"budget_1.csv", "budget_2.csv"} {
			text, err := os.ReadFile("testdata/forms/" + file)
			require.NoError(t, err)
			actions, report, err := sheet.ReadBudget(bytes.NewReader(text), format, none)
			require.NoError(t, err)
			require.Zero(t, report.Faults.Len(), report.Faults)
			budgets = append(budgets, actions)
		}
		assert.Equal(t, budgets[1], budgets[0])
	})
	t.Run("baseline_1.csv", func(t *testing.T) {
		text, err := os.ReadFile("testdata/forms/baseline_1.csv")
		require.NoError(t, err)
		d, report, err := sheet.ReadBaseline(bytes.NewReader(text), format,
			strategy.BaselineDefinition{Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5})
		require.NoError(t, err)
		require.Zero(t, report.Faults.Len(), report.Faults)
		b, err := strategy.NewBaseline(d)
		require.NoError(t, err)
		require.Len(t, d.Sources, 1)
		assert.Equal(t, strategy.EmissionSource{Category: d.Sources[0].On.Category, Fuel: "gas", EndUse: "heating"}, d.Sources[0].On)
		total, ok := b.Total(2030)
		require.True(t, ok)
		assert.Equal(t, "75000 tCO2e (AR5)", total.String())
	})
}
