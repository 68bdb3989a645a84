package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	gyeongnamRun = []string{"-scheme", "gyeongnam", "-metric", "unstated", "-year", "2018", "-of", "48",
		"-declared", "testdata/gyeongnam_2018_rows.csv", "-statistic", "testdata/gyeongnam_population_2013.csv"}
	madeUpRun = []string{"-scheme", "gpc", "-metric", "AR5", "-year", "2018", "-members", "testdata/members.csv",
		"-statistic", "testdata/made_up_population.csv"}
)

func TestGolden(t *testing.T) {
	for golden, c := range map[string]struct {
		args   []string
		status int
	}{
		"gyeongnam_en.golden": {append(gyeongnamRun, "testdata/gyeongnam_2018.csv"), 0},
		"gyeongnam_ko.golden": {append(gyeongnamRun, "-lang", "ko", "testdata/gyeongnam_2018.csv"), 0},
		"made_up_en.golden":   {append(madeUpRun, "testdata/made_up"), 1},
		"made_up_ko.golden":   {append(madeUpRun, "-lang", "ko", "-nested", "own", "testdata/made_up"), 1},
	} {
		t.Run(golden, func(t *testing.T) {
			var out, errs bytes.Buffer
			require.Equal(t, c.status, run(c.args, &out, &errs), errs.String())
			path := filepath.Join("testdata", golden)
			if *update {
				require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), out.String())
		})
	}
}

// What the published table hides, and the program finds: five categories agree with the
// province, one city is not there, one row is not the sum of its parts, and the figure of
// another is the whole difference.
func TestGyeongnam(t *testing.T) {
	var out, errs bytes.Buffer
	require.Zero(t, run(append(gyeongnamRun, "testdata/gyeongnam_2018.csv"), &out, &errs), errs.String())
	text := out.String()
	for _, category := range []string{"D.ROAD", "D.AGR", "D.LAND", "D.BLD.RES", "D.BLD.COM"} {
		_, rest, found := strings.Cut(text, "  "+category+" ")
		require.True(t, found, category)
		lines := strings.SplitN(rest, "\n", 3)
		assert.Contains(t, lines[0], "from 18 of 18 places", category)
		assert.Regexp(t, `difference 0\.0[0-3] kt, rounding up to 0\.095 kt: explained$`, lines[1], category)
	}
	for _, want := range []string{
		"I.TRA transport, electricity: 520.53 kt from 5 of 18 places", "stated 71.59 kt, difference 448.94 kt",
		"the figure of 48220 통영시, 448940 t, is the whole difference",
		"48120 창원시 indirect I.BLD, I.BLD, total-mismatch: declared as 2154.57 kt; its records give 2076610 t: 77960 t less",
		"I.BLD buildings, indirect, rows as stated: 6968.05 kt from 17 of 18 places\n      no number of: 48310 거제시\n" +
			"      stated 7392.54 kt, difference -424.49 kt",
		"stated 7392.54 kt, difference -502.45 kt",
	} {
		assert.Contains(t, text, want)
	}
}

func TestWrongUse(t *testing.T) {
	gyeongnam := func(change ...string) []string { return append(append([]string{}, gyeongnamRun...), change...) }
	for _, args := range [][]string{
		{"-nonsense"}, {"testdata/gyeongnam_2018.csv"}, gyeongnam(), gyeongnam("a", "b"),
		gyeongnam("-lang", "fr", "x"), gyeongnam("-nested", "all", "x"), gyeongnam("-members", "m", "x"), gyeongnam("-scheme", "ipcc", "x"),
		gyeongnam("-year", "18", "x"), gyeongnam("-metric", "", "x"), gyeongnam("-metric", "AR9", "x"), gyeongnam("-day", "soon", "x"),
		gyeongnam("-view", "BASIC", "x"), gyeongnam("-delimiter", ";;", "x"), gyeongnam("-unit", "bushel", "x"), gyeongnam("-places", "13", "x"),
		gyeongnam("no such file"), gyeongnam("testdata/none"), gyeongnam("-of", "고성군", "testdata/gyeongnam_2018.csv"),
		gyeongnam("-statistic", "none", "testdata/gyeongnam_2018.csv"), gyeongnam("-declared", "none", "testdata/gyeongnam_2018.csv"),
		append(madeUpRun, "-members", "none", "testdata/made_up"),
		append(madeUpRun, "-members", "testdata/gyeongnam_2018.csv", "testdata/made_up"),
		append(madeUpRun, t.TempDir()),
	} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, run(args, &out, &errs), args)
		assert.Empty(t, out.String(), args)
		assert.NotEmpty(t, errs.String(), args)
	}
	assert.Zero(t, run([]string{"-h"}, &bytes.Buffer{}, &bytes.Buffer{}))
	assert.Equal(t, 2, run(append(gyeongnamRun, "testdata/gyeongnam_2018.csv"), full{}, &bytes.Buffer{}))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

// One view, one day, and lines of a statistic that do not stand.
func TestOneView(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "statistic.csv")
	require.NoError(t, os.WriteFile(bad, []byte("place,kind,on,number,source\n"+
		"nowhere,x,soon,,\n수원시,면적,2018,121.05,a\n대구광역시,생활인구,2018,5,a\n"), 0o600))
	var out, errs bytes.Buffer
	require.Equal(t, 1, run(append(madeUpRun, "-view", "영토 내", "-nested", "parts", "-day", "2018-06-30",
		"-statistic", bad, "testdata/made_up"),
		&out, &errs), errs.String())
	text := out.String()
	assert.Contains(t, text, "== territorial")
	assert.NotContains(t, text, "== BASIC")
	assert.Contains(t, text, "one file has one kind and day")
	assert.Contains(t, text, "per head, by land area of 2018")
	assert.Contains(t, text, "nowhere")
}

// A line that a file has twice is in the sum twice, and is told with its file and place.
func TestLineTwice(t *testing.T) {
	folder := t.TempDir()
	const head = "지역,연도,배출원,배출량,단위,지구온난화지수\n"
	for name, lines := range map[string]string{
		"1.csv": "수성구,2018,1.A.4.b,100,천톤,AR5\n",
		"2.csv": "대구 달서구,2018,1.A.4.b,250.5,천톤,AR5\n대구 달서구,2018,1.A.4.b,250.5,천톤,AR5\n수원시,2017,1.A.4.b,1,천톤,AR5\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(head+lines), 0o600))
	}
	ask := []string{"-scheme", "gir", "-metric", "AR5", "-year", "2018", "-of", "27", "-view", "gross", folder}
	for lang, want := range map[string][]string{
		"en": {"sum 601.00 kt", "2.csv, 대구 달서구: line 3, 1.A.4.b, same-line-twice: ", "수원시 2017"},
		"ko": {"합계 601.00 kt", "2.csv, 대구 달서구: 3행, 1.A.4.b, 같은 행이 두 번 있음: 3행: 같은 배출원"},
	} {
		var out, errs bytes.Buffer
		require.Zero(t, run(append([]string{"-lang", lang}, ask...), &out, &errs), errs.String())
		for _, text := range want {
			assert.Contains(t, out.String(), text)
		}
	}
}

// In Korean nothing is left in English but names.
func TestKorean(t *testing.T) {
	for _, args := range [][]string{append(gyeongnamRun, "testdata/gyeongnam_2018.csv"),
		append(madeUpRun, "-nested", "own", "testdata/made_up")} {
		var out, errs bytes.Buffer
		run(append([]string{"-lang", "ko"}, args...), &out, &errs)
		require.NotEmpty(t, out.String())
		assert.Empty(t, korean.English(out.String(), "hani", "ajunews", "mass"), args)
		assert.Empty(t, errs.String())
	}
	for _, args := range [][]string{{"x"}, {"-scheme", "ipcc", "-of", "48", "-year", "2018", "x"}, append(madeUpRun, "no such file"),
		append(gyeongnamRun, "-view", "BASIC", "x"), append(gyeongnamRun, "-places", "13", "x"), append(gyeongnamRun, "-nested", "all", "x")} {
		var out, errs bytes.Buffer
		require.Equal(t, 2, run(append([]string{"-lang", "ko"}, args...), &out, &errs))
		assert.Empty(t, korean.English(errs.String(), "coalition", "members", "scheme", "gpc", "gir", "gyeongnam", "view", "places", "nested",
			"own", "parts", "both", "of", "no", "such", "file"), args)
	}
}
