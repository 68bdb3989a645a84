package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

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
	english, err := report(false)
	require.NoError(t, err)
	korean, err := report(true)
	require.NoError(t, err)
	for _, want := range []string{
		"204126",     // 260000 × 0.7851
		"55874",      // the partner's: 260000 − 204126
		"135000",     // 1312000 − 1177000
		"16909",      // 1.86 bn / 110000
		"79352.6877", // 75.1 kg × 1056627
		"200%",       // 2.45 Mt / (2.45 million × 1 t × 50 %)
		"22.39%",     // 950 / (9430 × 0.45)
		"23.54%",     // 950 / (8970 × 0.45)
		"55.59%",     // 45 + 950/8970
		"30.5%",      // 1 − (0.4173 − 7 × (0.4509 − 0.4173)/2) / 0.4312
	} {
		assert.Contains(t, english, want)
		assert.Contains(t, korean, want)
	}
	assert.Contains(t, english, "gap 3293.5 kt")
	assert.Contains(t, korean, "부족 308.65만톤")
	assert.Contains(t, english, "289.75 kt") // 950 × 30.5 %
	assert.Contains(t, english, "371.864 kt")
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

// What is not in the table of figures ends the report.
func TestMissingFigure(t *testing.T) {
	p := &page{}
	p.figure("none")
	assert.ErrorContains(t, p.err, `no published figure "none"`)
	p.keep(errors.New("second"))
	assert.NotContains(t, p.err.Error(), "second")
}
