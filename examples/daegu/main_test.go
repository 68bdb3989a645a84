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
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for lang, golden := range map[string]string{"en": "en.golden", "ko": "ko.golden"} {
		t.Run(lang, func(t *testing.T) {
			var out, errs bytes.Buffer
			require.Zero(t, run([]string{"-lang", lang}, &out, &errs), errs.String())
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

// Both languages tell the same figures: each source of the one is in the other.
func TestLanguagesAgree(t *testing.T) {
	english, err := tell(false)
	require.NoError(t, err)
	korean, err := tell(true)
	require.NoError(t, err)
	for f := range daegu.Figures() {
		for _, s := range daegu.SourcesOf(f.Source) {
			assert.Equal(t, strings.Contains(english, s.String()), strings.Contains(korean, s.Ko()), s.Code)
		}
	}
	for _, want := range []string{"5.1865 Mt", "4.9335 Mt", "25.98%", "56.8 billion KRW", "4.88% less"} {
		assert.Contains(t, english, want)
	}
	for _, want := range []string{"518.65만톤", "493.35만톤", "25.98%", "568억 원", "4.88% 적습니다"} {
		assert.Contains(t, korean, want)
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"more"}, {"-nonsense"}} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, run(args, &out, &errs))
		assert.Empty(t, out.String())
		assert.NotEmpty(t, errs.String())
	}
	assert.Equal(t, 1, run(nil, full{}, &bytes.Buffer{}))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestVerdicts(t *testing.T) {
	s := &story{}
	assert.Equal(t, "does not reproduce", s.verdict(false))
	s.figure("no such figure")
	assert.Len(t, s.errs, 1)
	assert.False(t, s.check(errors.New("x")))
}

// In Korean nothing is left in English but names.
func TestKorean(t *testing.T) {
	text, err := tell(true)
	require.NoError(t, err)
	assert.Empty(t, korean.English(text, "ya", "yz", "Net", "Forest"))
}
