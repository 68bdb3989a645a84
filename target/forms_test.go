package target_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A file of every version that was ever written stays in testdata/forms and
// stays readable, and says the same as that of the newest version.
func TestJSONForms(t *testing.T) {
	_, national := nationalHistory(t)
	views := slices.Concat(readViews(t), national, []ghg.View{gpc.Territorial}, planViews)
	read := map[string]func(string) (json.Marshaler, error){
		"target": func(text string) (json.Marshaler, error) {
			return target.ReadTargetJSON(strings.NewReader(text), views)
		},
		"history": func(text string) (json.Marshaler, error) {
			return target.ReadHistoryJSON(strings.NewReader(text), views)
		},
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

			for _, form := range []string{`"localghg target 1"`, `"localghg yearly 1"`, `"` + states.Format + `"`} {
				changed := strings.Replace(string(written), form, `"localghg stem 9"`, 1)
				if changed == string(written) {
					continue
				}
				_, err = read[stem](changed)
				var fault ghg.Fault
				require.ErrorAs(t, err, &fault, form)
				assert.Equal(t, ghg.FaultForm, fault.Code)
				assert.Contains(t, fault.Detail, form)
			}
		})
	}
	assert.Len(t, files, 22)
}
