package activity_test

import (
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cases are the lines of a file of testdata that are no remarks, by cells.
func cases(t *testing.T, file string, cells int) (out [][]string) {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	for line := range strings.Lines(string(text)) {
		if c := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); line[0] != '#' && assert.Len(t, c, cells, line) {
			out = append(out, c)
		}
	}
	return out
}

// Each kind in English and in Korean, with what it gives worked out by hand.
func TestKinds(t *testing.T) {
	all := cases(t, "kinds.tsv", 3)
	assert.Len(t, all, 24)
	for _, c := range all {
		sheet, report := read(t, header+"Nara,2023,"+c[0]+"\n", ghg.AR5)
		require.NoError(t, report.Err(), c[0])
		var have []string
		for r := range sheet.Records() {
			have = append(have, strings.Join(strings.Fields(r.Category.Code+" "+r.Variant.String()+" "+r.Gas.String()+" "+r.Value.String()), " "))
		}
		assert.Equal(t, strings.Split(c[1], " | "), have, c[0])
	}
}

// What cannot be used is told in its cell, in both languages, and the row after it stands.
func TestKindsRefused(t *testing.T) {
	all := cases(t, "refused.tsv", 2)
	assert.Len(t, all, 73)
	for _, c := range all {
		sheet, report := read(t, header+"Nara,2023,"+c[0]+"\nNara,2023,I.1.2,1,MWh,electricity,,consumption end,of the year,,,,,,\n", ghg.AR5)
		require.NotEmpty(t, report.Faults.All, c[0])
		f := report.Faults.All[0]
		assert.Equal(t, 2, f.Line, c[0])
		assert.True(t, strings.HasPrefix(f.Field+": "+f.Detail, c[1]), "%s: %s: %s", c[0], f.Field, f.Detail)
		assert.Equal(t, 1, sheet.Len(), "the other row stands: %s", c[0])
		assert.NotEqual(t, strings.SplitN(f.Error(), ": ", 2)[1], strings.SplitN(f.Korean(), ": ", 2)[1], "Korean of %s", f)
	}
}

// FuzzRead holds that whatever a table has, what stands of it is what its derivations give.
func FuzzRead(f *testing.F) {
	for _, file := range []string{"kinds.tsv", "refused.tsv"} {
		text, err := os.ReadFile("testdata/" + file)
		require.NoError(f, err)
		for line := range strings.Lines(string(text)) {
			row, _, _ := strings.Cut(line, "\t")
			f.Add("Nara,2023," + row + "\nNara,2023," + row)
		}
	}
	f.Fuzz(func(t *testing.T, rows string) {
		_, report := read(t, header+rows, ghg.AR5)
		_ = report.Faults.Korean() + report.Findings.Korean()
	})
}
