package ghg_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A document of a form that this version does not know is refused by its first
// field, before anything in it is misread.
func ExampleForm() {
	document := `{"format":"localghg yearly 2","place":"대구","view":"BASIC","edition":"GPC 1.1","metric":"AR5","figures":[]}`
	_, err := ghg.ReadYearlyJSON(strings.NewReader(document), gpc.Views())
	var fault ghg.Fault
	if errors.As(err, &fault) && fault.Code == ghg.FaultForm {
		fmt.Println(fault.Value)
	}
	fmt.Println(err)
	fmt.Println(ghg.Form("city 2").Check("city 1", "city 2"), ghg.Form("").Check("city 1"))
	// Output:
	// localghg yearly 2
	// yearly series: format "localghg yearly 2": no form that is read here: allowed are "localghg yearly 1", and documents of version 0, which state none
	// <nil> <nil>
}

// A file of every version that was ever written stays in testdata/forms and
// stays readable, and says the same as that of the newest version.
func TestJSONForms(t *testing.T) {
	read := map[string]func(string) (json.Marshaler, error){
		"inventory": func(text string) (json.Marshaler, error) {
			i, _, err := ghg.ReadJSON(strings.NewReader(text), gpcJSON)
			return i, err
		},
		"yearly": func(text string) (json.Marshaler, error) {
			return ghg.ReadYearlyJSON(strings.NewReader(text), gpc.Views())
		},
		"factors": func(text string) (json.Marshaler, error) { return ghg.ReadFactorsJSON(strings.NewReader(text)) },
	}
	files, err := filepath.Glob("testdata/forms/*.json")
	require.NoError(t, err)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			stem, _, _ := strings.Cut(filepath.Base(file), "_")
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			document, err := read[stem](string(text))
			require.NoError(t, err)
			written, err := json.Marshal(document)
			require.NoError(t, err)
			var states struct{ Format string }
			require.NoError(t, json.Unmarshal(written, &states))
			version, found := strings.CutPrefix(states.Format, "localghg "+stem+" ")
			require.True(t, found, states.Format)
			newest := file[:strings.LastIndex(file, "_")+1] + version + ".json"
			want, err := os.ReadFile(newest)
			require.NoError(t, err, "a new version of a form has a file of its own")
			assert.JSONEq(t, string(want), string(written))

			_, err = read[stem](strings.Replace(string(written), states.Format, states.Format+"9", 1))
			var fault ghg.Fault
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, ghg.FaultForm, fault.Code)
			assert.Contains(t, fault.Detail, states.Format)
		})
	}
	assert.Len(t, files, 10)
}

// The version of a CSV form is its set of columns.
func TestCSVForms(t *testing.T) {
	newest, err := os.ReadFile("testdata/forms/records_3.csv")
	require.NoError(t, err)
	for _, file := range []string{"records_1.csv", "records_2.csv", "records_3.csv"} {
		text, err := os.ReadFile(filepath.Join("testdata/forms", file))
		require.NoError(t, err)
		records, report, err := ghg.ReadCSV(bytes.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
		require.NoError(t, err)
		require.Zero(t, report.Faults.Len(), report.Faults)
		var again strings.Builder
		require.NoError(t, ghg.WriteCSV(&again, records))
		assert.Equal(t, string(newest), again.String(), file)
	}

	for file, node := range map[string]string{"declared_1.csv": "", "declared_2.csv": "II"} {
		text, err := os.ReadFile(filepath.Join("testdata/forms", file))
		require.NoError(t, err)
		totals, report, err := ghg.ReadDeclaredCSV(bytes.NewReader(text), ghg.CSVFormat{}, gpc.Views()...)
		require.NoError(t, err)
		require.Zero(t, report.Faults.Len(), report.Faults)
		require.Len(t, totals, 2)
		assert.Equal(t, "9.43 Mt", totals[1].Figure.String())
		assert.Equal(t, gpc.BasicPlus.ID(), totals[1].View.ID())
		assert.Equal(t, node, totals[0].Node)
	}
}
