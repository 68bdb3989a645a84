package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
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
	assert.Contains(t, errs.String(), "-lang is en or ko")
	assert.Equal(t, 2, run([]string{"more"}, &out, &errs))
	assert.Equal(t, 2, run([]string{"-x"}, &out, &errs))
	assert.Equal(t, 0, run([]string{"-h"}, &out, &errs))
	assert.Equal(t, 1, run(nil, broken{}, &errs))
	assert.Empty(t, out.String())
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no paper") }

// The table is all used, and a broken line is named.
func TestTable(t *testing.T) {
	f, err := gather()
	require.NoError(t, err)
	n := 0
	for _, s := range []ghg.Yearly{f.nationGross, f.nationNet, f.seoul, f.provinceGross, f.provinceNet, f.gwangju} {
		n += s.Len()
	}
	assert.Equal(t, 86, n)
	assert.Equal(t, 86+4, strings.Count(seriesTable, "\n"))
	_, err = readFigure([]string{"KR", "gross"}, ghg.SAR)
	assert.ErrorContains(t, err, "2 cells, not 8")
	_, err = readFigure([]string{"KR", "gross", "x", "y", "z", "w", "", ""}, ghg.SAR)
	assert.Error(t, err)
}

func TestThousands(t *testing.T) {
	for in, want := range map[string]string{"1": "1", "123": "123", "1234": "1,234", "-123": "-123", "-1234567": "-1,234,567"} {
		assert.Equal(t, want, thousands(in))
	}
}

func TestChance(t *testing.T) {
	s := &text{}
	for p, want := range map[float64]string{0.001: "less than 1 in 100", 0.01: "about 1 in 100", 0.484: "about 48 in 100",
		0.999: "more than 99 in 100"} {
		assert.Equal(t, want, s.chance(p))
	}
}
