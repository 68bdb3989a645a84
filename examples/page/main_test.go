package main

import (
	"bytes"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the answer and the pages anew")

func TestPages(t *testing.T) {
	var out, errs bytes.Buffer
	require.Zero(t, run([]string{"-json"}, &out, &errs), errs.String())
	if *update {
		require.NoError(t, os.WriteFile("data/answer.json", out.Bytes(), 0o644))
		quickstart = out.String()
	}
	assert.Equal(t, quickstart, out.String(), "the answer that is kept is the quick start's")
	for _, lang := range []string{"en", "ko"} {
		var page bytes.Buffer
		require.Zero(t, run([]string{"-lang", lang, "data/answer.json"}, &page, &errs), errs.String())
		path := filepath.Join("testdata", lang+".html")
		if *update {
			require.NoError(t, os.WriteFile(path, page.Bytes(), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, string(want), page.String())
		assert.NotContains(t, page.String(), "<script")
	}
	page := string(must(os.ReadFile("testdata/ko.html")))
	links := regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1)
	require.NotEmpty(t, links, "the emissions lead to the total behind them")
	for _, link := range links {
		assert.Contains(t, page, `id="`+link[1]+`"`)
	}
	for _, want := range []string{"<html lang=\"ko\">", "산출 과정", "검토 의견", "2938440", "I.1.1"} {
		assert.Contains(t, strings.ReplaceAll(page, ",", ""), want)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestRefused(t *testing.T) {
	var out, errs bytes.Buffer
	assert.Equal(t, 2, run([]string{"-lang", "fr"}, &out, &errs))
	assert.Equal(t, 2, run([]string{"a", "b"}, &out, &errs))
	assert.Equal(t, 0, run([]string{"-h"}, &out, &errs))
	assert.Equal(t, 1, run([]string{"nowhere.json"}, &out, &errs))
	for text, want := range map[string]string{"{}": "no derivation", "[": "unexpected end", `{"derivations":[{"version":9}]}`: "version 9"} {
		assert.ErrorContains(t, write(&out, strings.NewReader(text), words.English), want)
	}
}

var tag = regexp.MustCompile(`(?s)<style>.*?</style>|<code>.*?</code>|<span class="source">.*?</span>|<[^>]*>`)

// In Korean nothing is left in English but sources, symbols and codes.
func TestKorean(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, write(&out, strings.NewReader(quickstart), words.Korean))
	text := html.UnescapeString(tag.ReplaceAllString(out.String(), " "))
	assert.Contains(t, text, "산출 과정")
	assert.Empty(t, korean.English(text, "yr", "pace"))
}
