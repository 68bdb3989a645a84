package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

const district, faults = "data/district.csv", "testdata/faults.csv"

func ran(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return out.String(), errs.String(), status
}

func TestGolden(t *testing.T) {
	for golden, c := range map[string]struct {
		status int
		args   []string
	}{
		"records.csv.golden": {0, []string{"-metric", "AR5", district}},
		"en.golden":          {0, []string{"-metric", "AR5", "-explain", district}},
		"ko.golden":          {0, []string{"-metric", "AR5", "-explain", "-lang", "ko", district}},
		"faults.golden":      {1, []string{"-metric", "AR5", faults}},
		"faults_ko.golden":   {1, []string{"-metric", "AR5", "-lang", "ko", faults}},
	} {
		out, errs, status := ran(t, c.args...)
		assert.Equal(t, c.status, status, golden)
		out += errs
		path := "testdata/" + golden
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(out), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, string(want), out, golden)
	}
}

// From bills to BASIC: what is written is read as an inventory, and its totals are those
// worked out by hand.
func TestBASIC(t *testing.T) {
	out, errs, _ := ran(t, "-metric", "AR5", district)
	assert.Empty(t, errs, "every factor is published and holds in the year")
	records, report, err := ghg.ReadCSV(strings.NewReader(out), ghg.CSVFormat{Scheme: gpc.Scheme, File: "records.csv"})
	require.NoError(t, errors.Join(err, report.Err()))
	inventories, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	require.Len(t, inventories, 1)
	total, err := inventories[0].Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "893023.0 tCO2e (AR5)", total.CO2e.Format(ghg.Tonne, 1))
	for _, r := range records {
		assert.Contains(t, r.Place, "(가상)", "the district is made up, and says so on every line")
		assert.Contains(t, r.Evidence.Source(), "(가상)")
		assert.Equal(t, "district.csv", r.Evidence.File())
		assert.NotEmpty(t, r.Evidence.Method())
	}
}

// Every derivation replays, and any digit changed in one is told.
func TestDerivations(t *testing.T) {
	sheet, report, err := read(district, ghg.CSVFormat{}, "AR5")
	require.NoError(t, errors.Join(err, report.Err()))
	var all []derivation.Derivation
	for line := range sheet.Lines() {
		d, found := sheet.Explain(line)
		require.True(t, found)
		all = append(all, d)
	}
	tally := derivationtest.Tampered(t, all...)
	t.Logf("%+v", tally)
	assert.Equal(t, 16, tally.Derivations)
	assert.Positive(t, tally.Named)
}

// In Korean nothing is left in English but units, citations and names of sets and fuels as
// tables have them.
func TestKorean(t *testing.T) {
	asWritten := strings.Fields("Fuel Energy stated per net Biogenic Carbon Oxidation Ratio nonfossil " +
		"thousand Nm3 MJ TJ kL Gcal kmol eq Ch2 " +
		"NCV all rec DOCf activity ncv kerosene Set InForceOn AR5Split AR5Feedback AR6Single")
	for _, args := range [][]string{
		{"-explain", district}, {"-explain", faults}, {"-metric", "AR9", district}, {}, {district, faults}, {"no/such.csv"},
	} {
		out, errs, _ := ran(t, append([]string{"-lang", "ko"}, args...)...)
		for line := range strings.Lines(out + errs) { // sources stand behind the term
			line, _, _ = strings.Cut(line, "; 출처: ")
			line, _, _ = strings.Cut(line, "; 식 출처: ")
			assert.Empty(t, korean.English(line, asWritten...), "%v: %s", args, line)
		}
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{}, {"-lang", "fr", district}, {"-metric", "AR9", district}, {"no/such.csv"},
		{"-delimiter", ";;", district}} {
		out, errs, status := ran(t, args...)
		assert.Equal(t, 2, status, args)
		assert.Empty(t, out)
		assert.NotEmpty(t, errs)
	}
	_, _, status := ran(t, "-help")
	assert.Zero(t, status)
	for _, args := range [][]string{{district}, {"-explain", district}} {
		assert.Equal(t, 2, run(args, full{}, &bytes.Buffer{}))
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }
