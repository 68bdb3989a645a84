package korea_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files")

// One golden file a language, with all tables of the county's check.
func TestGolden(t *testing.T) {
	doc, _, err := korea.NewDocument(check())
	require.NoError(t, err)
	for _, lang := range []words.Language{words.Korean, words.English} {
		var all bytes.Buffer
		require.NoError(t, doc.WriteTables(korea.CSVStyle{}, lang, func(name string) (io.Writer, error) {
			fmt.Fprintf(&all, "-- %s --\n", name)
			return &all, nil
		}))
		golden := "testdata/check_" + words.In(lang, "english", "korean") + ".txt"
		if *update {
			require.NoError(t, os.WriteFile(golden, all.Bytes(), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), all.String(), "run with -update to write it, and read the difference")
	}
}

// Every row has a cell for every column, in both languages.
func TestEveryRowHasItsColumns(t *testing.T) {
	doc, _, err := korea.NewDocument(check())
	require.NoError(t, err)
	n := 0
	for table := range korea.Tables() {
		n++
		assert.NotZero(t, doc.Len(table), table)
		assert.NotEmpty(t, table.Name().Ko)
		for _, lang := range []words.Language{words.Korean, words.English} {
			var b bytes.Buffer
			require.NoError(t, doc.WriteTable(&b, table, korea.CSVStyle{}, lang))
			rows, err := csv.NewReader(&b).ReadAll() // refuses rows of another length than the header
			require.NoError(t, err, table)
			assert.Len(t, rows, doc.Len(table)+1, table)
		}
	}
	assert.Equal(t, 16, n)
	assert.Zero(t, doc.Len("budget"))
	assert.Zero(t, korea.Document{}.Len(korea.DocumentMetaTable))
}

func TestByteOrderMark(t *testing.T) {
	doc, _, err := korea.NewDocument(plan())
	require.NoError(t, err)
	var with, without bytes.Buffer
	require.NoError(t, doc.WriteTable(&with, korea.MitigationProjectsTable, korea.CSVStyle{ByteOrderMark: true}, words.Korean))
	require.NoError(t, doc.WriteTable(&without, korea.MitigationProjectsTable, korea.CSVStyle{}, words.Korean))
	assert.Equal(t, "\xEF\xBB\xBF"+without.String(), with.String())
	assert.True(t, strings.HasPrefix(without.String(), "지자체명,관리번호,"))
}

func TestWriteRefuses(t *testing.T) {
	doc, _, err := korea.NewDocument(plan())
	require.NoError(t, err)
	assert.ErrorContains(t, korea.Document{}.WriteTable(io.Discard, korea.DocumentMetaTable, korea.CSVStyle{}, words.Korean), "no document")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, doc.WriteTable(io.Discard, "budget", korea.CSVStyle{}, words.Korean), &unknown)
	assert.Len(t, unknown.Allowed, 16)
	full := errors.New("disk full")
	assert.ErrorIs(t, doc.WriteTables(korea.CSVStyle{}, words.Korean, func(string) (io.Writer, error) { return nil, full }), full)
	// Every byte at which the disk may fill up.
	for _, style := range []korea.CSVStyle{{}, {ByteOrderMark: true}} {
		w := &failing{err: full}
		err := doc.WriteTables(style, words.Korean, func(string) (io.Writer, error) { return w, nil })
		assert.ErrorIs(t, err, full)
		assert.ErrorContains(t, err, "00_문서메타.csv")
		assert.True(t, w.closed)
	}
	// A large table overflows the buffer in the middle.
	d := plan()
	for range 200 {
		d.PlanOverview = append(d.PlanOverview, korea.PlanOverview{Text: strings.Repeat("가", 100)})
	}
	doc, _, err = korea.NewDocument(d)
	require.NoError(t, err)
	assert.ErrorIs(t, doc.WriteTable(&failing{err: full}, korea.PlanOverviewTable, korea.CSVStyle{}, words.Korean), full)
}

// failing takes nothing.
type failing struct {
	err    error
	closed bool
}

func (f *failing) Write([]byte) (int, error) { return 0, f.err }
func (f *failing) Close() error              { f.closed = true; return nil }

// written is a text as it is in the file, and as a reader gets it back.
func written(t testing.TB, text string) string {
	t.Helper()
	d := korea.DocumentDefinition{Place: "하늘군", Meta: korea.DocumentMeta{First: 2026, Last: 2035},
		PlanOverview: []korea.PlanOverview{{Text: text}}}
	doc, _, err := korea.NewDocument(d)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, doc.WriteTable(&b, korea.PlanOverviewTable, korea.CSVStyle{}, words.Korean))
	require.True(t, utf8.Valid(b.Bytes()))
	rows, err := csv.NewReader(&b).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2)
	return rows[1][3]
}

func TestHostileText(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		"태양광":                        "태양광",
		`=HYPERLINK("http://x","y")`: `'=HYPERLINK("http://x","y")`,
		"+1":                         "'+1",
		"-1":                         "'-1",
		"@SUM(A1)":                   "'@SUM(A1)",
		"＝1+1":                       "'＝1+1",
		"＋1":                         "'＋1",
		"－1":                         "'－1",
		"＠x":                         "'＠x",
		"  =1":                       "'  =1",
		"\uFEFF=1":                   "'\uFEFF=1",
		"\u00A0=1":                   "'\u00A0=1",
		"\t=1":                       "'\t=1",
		"\tx":                        "'\tx",
		"\nx":                        "'\nx",
		"\x00=1":                     "'=1",
		"a=1":                        "a=1",
		"1-2":                        "1-2",
		"a\r\nb\rc":                  "a\nb\nc",
		"say \"no\", please":         "say \"no\", please",
		"a\x00b\x1bc\u0085d":         "abcd",
		"a\tb":                       "a\tb",
	} {
		assert.Equal(t, want, written(t, text), "%q", text)
	}
}

// Whatever a text holds, it stays in its cell, is UTF-8, and is no formula.
func FuzzHostileText(f *testing.F) {
	for _, s := range []string{"=1", "\r\n=1", "\"", "\xff", "a,b", "＝", "\u2028=1", "\x1f-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 5000 || !utf8.ValidString(s) || strings.ContainsRune(s, '\uFFFD') {
			return
		}
		got := written(t, s)
		trimmed := strings.TrimSpace(strings.TrimLeft(got, "\uFEFF"))
		for _, p := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
			if strings.HasPrefix(trimmed, p) {
				t.Fatalf("%q is written as %q", s, got)
			}
		}
	})
}
