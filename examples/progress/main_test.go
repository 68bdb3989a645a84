package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		t.Run(lang, func(t *testing.T) {
			var out, errs bytes.Buffer
			require.Zero(t, run([]string{"-lang", lang}, &out, &errs), errs.String())
			path := filepath.Join("testdata", lang+".golden")
			if *update {
				require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), out.String())
		})
	}
}

// Figures that were worked out by hand, in both languages.
func TestFigures(t *testing.T) {
	english, err := tell(false)
	require.NoError(t, err)
	korean, err := tell(true)
	require.NoError(t, err)
	for _, want := range []string{
		"40.0%", // 1 - 436.6/727.6
		"29.6%", // 1 - 512.0/727.6
		"36.4%", // 1 - 436.6/686.35226
		"33.9%", // (727.63844 - 654.5)/(727.63844 - 512.0), gross, in 2022
		"19.5%", // (49445 - 45590)/(49445 × 0.4), Seoul in 2020
		"57.7%", // (20998.2 - 16100.1)/(20998.2 - 12514.3), Gyeongnam's head start
		"28.5%", // (16100.1 - 15078.7)/(16100.1 - 12514.3)
		"17.1%", // (9552 - 8819)/(9552 × 0.45), Gwangju in 2022
	} {
		assert.Contains(t, english, want)
		assert.Contains(t, korean, want)
	}
	assert.Contains(t, english, "No trend: the city has published 2 figures")
	assert.Contains(t, korean, "추세 없음: 공표된 수치가 2개")
}

func TestUsage(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-lang", "fr"}, &out, &errs))
	assert.Contains(t, errs.String(), "allowed are en and ko")
	assert.Equal(t, 2, run([]string{"more"}, &out, &errs))
	assert.Equal(t, 2, run([]string{"-x"}, &out, &errs))
	assert.Equal(t, 0, run([]string{"-h"}, &out, &errs))
	assert.Equal(t, 1, run(nil, broken{}, &errs))
	assert.Empty(t, out.String())
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no paper") }

func TestChance(t *testing.T) {
	s := &text{}
	for p, want := range map[float64]string{0.001: "less than 1 in 100", 0.01: "about 1 in 100", 0.484: "about 48 in 100",
		0.999: "more than 99 in 100"} {
		assert.Equal(t, want, s.chance(p))
	}
}

// A file of one's own, and what it says where a line or a flag does not stand.
func TestOwnFigures(t *testing.T) {
	file := filepath.Join(t.TempDir(), "city.csv")
	write := func(text string) { require.NoError(t, os.WriteFile(file, []byte(text), 0o644)) }
	args := func(more ...string) []string {
		return append([]string{"-series", file, "-place", "Suwon", "-view", "city total", "-source", "annual report", "-base-year", "2018",
			"-due", "2030"}, more...)
	}
	tell := func(want int, more ...string) string {
		var out, errs bytes.Buffer
		assert.Equal(t, want, run(args(more...), &out, &errs), errs.String())
		return out.String() + errs.String()
	}
	write("year,amount,unit,status,note\n2018,10,Mt,,\n2020,9.6,Mt,,\n2022,9,Mt,,x\n2023,8.9,Mt,provisional,\n")
	english := tell(0, "-cut", "40%")
	for _, want := range []string{"from 10.00 Mt in 2018 to 6.00 Mt in 2030", "2023: 8.90 Mt (provisional), down 11.0% since 2018",
		"Trend of 4 figures, 2018 to 2023", "not-actual",
		`the column "note" is not read`} {
		assert.Contains(t, english, want)
	}
	assert.Contains(t, tell(0, "-cut", "40%", "-lang", "ko"), "목표: 기준연도(2018년) 1,000만톤")
	assert.Contains(t, tell(0, "-level", "7 Mt", "-year", "2022"), "2022: 9.00 Mt")
	assert.Contains(t, tell(1), "say -cut or -level")
	assert.Contains(t, tell(1, "-cut", "40"), "-cut")
	assert.Contains(t, tell(1, "-level", "x"), "-level")
	assert.Contains(t, tell(1, "-cut", "40%", "-metric", "AR9"), "-metric")
	assert.Contains(t, tell(1, "-cut", "40%", "-view", ""), "-view and -source")
	assert.Contains(t, tell(1, "-cut", "40%", "-delimiter", ""), "one character")
	assert.Contains(t, tell(1, "-cut", "40%", "-base-year", "2017"), "-base-year")
	assert.Contains(t, tell(1, "-cut", "40%", "-year", "2024"), "no figure for 2024")
	write("year;amount;unit\n2018;10,5;Mt\n2022;9;Mt\n")
	assert.Contains(t, tell(0, "-cut", "40%", "-delimiter", ";", "-decimal-comma"), "No trend: 2 figures, and 3 are needed")
	write("year,amount,unit\n2018,10,Mt\n2022,\"1,900\",kt\n")
	assert.Contains(t, tell(1, "-cut", "40%"), `line 3, amount "1,900"`)
	require.NoError(t, os.Remove(file))
	assert.Contains(t, tell(1, "-cut", "40%"), "city.csv")
}

// In Korean nothing is left in English but names.
func TestKorean(t *testing.T) {
	text, err := tell(true)
	require.NoError(t, err)
	assert.Empty(t, korean.English(text, "r1", "Net", "Zero", "Tracker", "pace", "Mann", "Kendall"))
}
