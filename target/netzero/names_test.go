package netzero_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUnknownNamesAreListed(t *testing.T) {
	var records []ghg.Record
	for _, name := range []string{"mix B", "mix A", "mix B", "연료\x00"} {
		records = append(records, record("I.4.4", name, "block 7", "1 t"))
	}
	c := phaseOut(t, pledge(t), records...)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Equal(t, `whether there is unabated coal power is not told by 4 records; names in no table: "block 7", "mix A", "mix B",`+
		` "연료\x00" (the pledge's Names can say what they are)`, c.Reason)

	p := pledge(t)
	p.Names = netzero.Names{Coal: []string{"Mix B"}, NotCoal: []string{"mix A", "연료\x00", "blast furnace gas"},
		Power: []string{"block-7"}, NotPower: []string{"block 8"}}
	c = phaseOut(t, p, records...)
	assert.Equal(t, netzero.Fail, c.Result)
	assert.Len(t, c.Lines, 2)
	c = phaseOut(t, p, records[1], record("I.3.1", "coal", "block 8", "1 t"), record("I.4.4", "고로가스", "block 7", "1 t"))
	assert.Equal(t, netzero.CannotTell, c.Result, "own names say it of one spelling, in one language")
	c = phaseOut(t, p, records[1], record("I.3.1", "coal", "block 8", "1 t"), record("I.4.4", "Blast-Furnace Gas", "block 7", "1 t"))
	assert.Equal(t, netzero.Pass, c.Result)

	// Very many names and records are counted.
	records = nil
	for i := range 300 {
		records = append(records, record("I.4.4", fmt.Sprintf("mix %03d", i), "발전", "1 t"))
	}
	c = phaseOut(t, pledge(t), records...)
	assert.Contains(t, c.Reason, "is not told by 300 records")
	assert.Contains(t, c.Reason, `"mix 019" and 80 more`)
	assert.NotContains(t, c.Reason, "mix 020")
	assert.Len(t, c.Lines, 100)
	assert.Equal(t, 200, c.More)
	assert.Contains(t, c.Details(), "record     and 200 more\n")
	assert.True(t, figure(t, c, "records that do not tell").Equal(dec("300")))
}

// table is an embedded table as the test reads it: name to cells.
func table(t *testing.T, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile("data/" + file)
	require.NoError(t, err)
	var out [][]string
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return out[1:]
}

func TestTablesOfNames(t *testing.T) {
	for file, want := range map[string]int{"fuels.tsv": 109, "activities.tsv": 47, "categories.tsv": 54, "tcre.tsv": 2, "thresholds.tsv": 18} {
		assert.Len(t, table(t, file), want, file)
	}
	fold := func(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(strings.ToLower(s)) }
	for _, file := range []string{"fuels.tsv", "activities.tsv"} {
		seen := map[string]bool{}
		for _, row := range table(t, file) {
			for _, name := range row[:2] {
				assert.False(t, name != "" && seen[fold(name)], "%s is there twice", name)
				seen[fold(name)] = true
			}
		}
	}
	for _, row := range table(t, "fuels.tsv") {
		assert.Contains(t, []string{"coal", "derived", "other"}, row[2], row[0])
	}
	for _, row := range table(t, "activities.tsv") {
		assert.Contains(t, []string{"power", "other"}, row[2], row[0])
	}
}

// The categories are the references of the GPC; those of scopes 2 and 3 are
// outside, and no others.
func TestTableOfCategories(t *testing.T) {
	classes := map[string]string{}
	for _, row := range table(t, "categories.tsv") {
		assert.Equal(t, string(gpc.Scheme.ID()), row[0])
		assert.Contains(t, []string{"power", "may", "burns", "none", "outside"}, row[2])
		classes[row[1]] = row[2]
	}
	for n := range gpc.Scheme.Nodes() {
		class, there := classes[n.Code]
		assert.Equal(t, n.Reportable, there, n.Code)
		if n.Reportable {
			assert.Equal(t, n.Scope != ghg.Scope1, class == "outside", n.Code)
			assert.Equal(t, n.Code == "I.4.4", class == "power", n.Code)
		}
	}
}
