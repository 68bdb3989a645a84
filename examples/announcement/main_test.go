package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func printedBy(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	require.Zero(t, run(args, &out, &errs), errs.String())
	return out.String()
}

func TestGolden(t *testing.T) {
	busan := filepath.Join("testdata", "busan")
	for name, args := range map[string][]string{
		"en": nil, "ko": {"-lang", "ko"}, "busan_en": {"-data", busan}, "busan_ko": {"-data", busan, "-lang", "ko"},
	} {
		t.Run(name, func(t *testing.T) {
			got := printedBy(t, args...)
			path := filepath.Join("testdata", name+".golden")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

// What comes of each statement, as it was worked out by hand from the sources: the
// paragraph, words that the statement has, and the verdict.
var byHand = []struct{ paragraph, says, verdict string }{
	{"1", "policies", "no accounting"},
	{"2", "first climate plan in 2010", "cannot tell"},
	{"2", "5 % less by 2020", "as published"},
	{"2", "comprehensive plan", "as published"},
	{"2", "side by side", "as published"},
	{"3", "four years", "reproduces"},
	{"3", "five years", "reproduces"},
	{"4", "209", "contradicted"},
	{"5", "P4G", "no accounting"},
	{"6", "Race to Zero", "as published"},
	{"6", "Powering Past Coal", "as published"},
	{"6", "no new fossil", "cannot tell"},
	{"6", "mega-projects", "no accounting"},
	{"7", "53.5", "reproduces"},
	{"7", "3.3 bn", "as published"},
	{"7", "56.8", "reproduces"},
	{"8", "9.43", "as published"},
	{"8", "40 %", "reproduces"},
	{"8", "2050", "as published"},
	{"9", "eight areas", "as published"},
	{"10", "42", "reproduces"},
	{"11", "one tonne", "as published"},
	{"12", "eating", "no accounting"},
	{"12", "2.45", "as published"},
	{"12", "expected", "contradicted"},
	{"12", "26 %", "reproduces"},
	{"13", "incentives", "no accounting"},
	{"14", "ESG", "no accounting"},
	{"15", "mayor", "no accounting"},
}

func TestVerdicts(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(printedBy(t, "-csv"))).ReadAll()
	require.NoError(t, err)
	korean, err := csv.NewReader(strings.NewReader(printedBy(t, "-csv", "-lang", "ko"))).ReadAll()
	require.NoError(t, err)
	require.Len(t, korean, len(rows))
	var stated [][]string
	for _, r := range rows[1:] {
		if r[0] != "" {
			stated = append(stated, r)
		}
	}
	require.Len(t, stated, len(byHand))
	for i, want := range byHand {
		assert.Equal(t, want.paragraph, stated[i][0])
		assert.Contains(t, stated[i][1], want.says)
		assert.Equal(t, want.verdict, stated[i][6], stated[i][1])
	}
	paragraphs := map[string]bool{}
	for i, r := range rows[1:] {
		paragraphs[r[0]] = true
		assert.NotEqual(t, r[1], korean[i+1][1], "both languages")
		for _, column := range []int{1, 6} {
			assert.NotEmpty(t, korean[i+1][column])
		}
	}
	for n := range 15 {
		assert.True(t, paragraphs[[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"}[n]],
			"paragraph %d", n+1)
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"x"}, {"-nonsense"}} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, run(args, &out, &errs), args)
		assert.Empty(t, out.String())
		assert.NotEmpty(t, errs.String())
	}
}

// Every figure of the table is told by a check or at the end of the table.
func TestEveryFigureIsUsed(t *testing.T) {
	out := printedBy(t, "-csv")
	for f := range daegu.Figures() {
		assert.Contains(t, strings.ReplaceAll(out, ",", ""), f.Value, f.ID)
	}
}

// A table that does not stand is refused with its line.
func TestTablesThatDoNotStand(t *testing.T) {
	const head = "paragraph\tsays\tsays_ko\tcheck\tfigures\n"
	for name, c := range map[string]struct{ statements, want string }{
		"no such check":       {head + "1\ta\t가\tguess\t\n", `line 2: unknown check "guess"`},
		"no such figure":      {head + "1\ta\t가\tpublished\tnowhere\n", `figure "nowhere"`},
		"too few figures":     {head + "1\ta\t가\tshare\tcut-2030\n", "it asks for part, whole, share"},
		"a column missing":    {"says\tcheck\na\tnone\n", "says_ko"},
		"not an amount":       {head + "1\ta\t가\tlevel\ttasks-2021 cut-2030 cut-2030\n", "amount of CO2e"},
		"kinds not said":      {head + "1\ta\t가\tkind\tcut-2030\n", "it asks for"},
		"sum of two kinds":    {head + "1\ta\t가\tsum\tcut-2030 tasks-2021 cut-2040\n", "it must be that of the total"},
		"a streak of nothing": {head + "1\ta\t가\tstreak\t\n", "years in a row"},
		"no campaign":         {"paragraph\tsays\tsays_ko\tcheck\twhen\n1\ta\t가\tcampaign\t2021-04\n", "no campaign of package netzero"},
		"no day":              {head + "1\ta\t가\tcampaign\t\n", "write a day, a month or a year"},
		"one part is a sum":   {head + "1\ta\t가\tsum\tcut-2030 cut-2040\n", "two parts or more"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, "statements.tsv"), []byte(c.statements), 0o644))
			var out, errs bytes.Buffer
			assert.Equal(t, 1, run([]string{"-data", dir}, &out, &errs))
			assert.Contains(t, errs.String(), c.want)
		})
	}
}

// In Korean nothing is left in English but the names of packages and campaigns.
func TestKorean(t *testing.T) {
	for _, args := range [][]string{nil, {"-data", filepath.Join("testdata", "busan")}} {
		text := printedBy(t, append(args, "-lang", "ko")...)
		assert.Empty(t, korean.English(text, "target", "claim", "ghg", "rank", "netzero", "strategy", "Race", "to", "Zero"))
	}
}
