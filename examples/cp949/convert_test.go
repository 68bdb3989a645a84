package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/korean"
)

// The bytes are those of the code page, written out: the table is not asked what it
// should answer.
func TestConvert(t *testing.T) {
	for text, in := range map[string]string{
		"":               "",
		"place,year\r\n": "place,year\r\n",
		"대구,서울\n":        "\xb4\xeb\xb1\xb8,\xbc\xad\xbf\xef\n",
		"똠방각하":           "\x8c\x63\xb9\xe6\xb0\xa2\xc7\xcf", // a syllable beyond KS X 1001, with a letter as its second byte
		"힣,갂":            "\xc6\x52,\x81\x41",
		"㎢ 大邱":           "\xa7\xb4 \xd3\xde\xcf\xc8",
		"천톤\n천\n":        "\xc3\xb5\xc5\xe6\n\xc3\xb5\n", // the second line could be õ
		"천\n천톤":          "\xc3\xb5\n\xc3\xb5\xc5\xe6",
	} {
		t.Run(text, func(t *testing.T) {
			var out bytes.Buffer
			require.NoError(t, convert(&out, iotest.OneByteReader(strings.NewReader(in)), false))
			assert.Equal(t, text, out.String())
		})
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		in, written, why string
	}{
		"no such pair":          {"a\n\xb4\xeb,\xc9\xa1,x\n", "a\n", "line 2, byte 6: 0xc9a1 is no character of CP949"},
		"no lead byte":          {"\xb4\xeb\x80\n", "", "line 1, byte 3: 0x800a is no character"},
		"no trail byte":         {"\xb4\xeb\n\xb4,\n", "대\n", "line 2, byte 4: 0xb42c is no character"},
		"cut off at a line end": {"\xb4\xeb\xb1\n", "", "line 1, byte 3: 0xb10a is no character"},
		"cut off at the end":    {"\xb4\xeb\n\xb1", "대\n", "line 2, byte 4: 0xb1 is no character"},
		"UTF-8":                 {"place\n대구\n", "place\n", "line 2, byte 7: this is UTF-8 already"},
		"UTF-8 with a mark":     {"\ufeffplace\n", "", "line 1, byte 1: this is UTF-8 already"},
		"UTF-8 further down":    {"\xb4\xeb\n서울\n", "대\n", "line 2, byte 4: this is UTF-8 already"},
		"UTF-16":                {"\xff\xfea\x00", "", "this is UTF-16"},
		"UTF-16 without a mark": {"\xb4\xeb\na\x00\n", "대\n", "line 2, byte 5: a zero byte"},
		"U+FFFD":                {"\xb4\xeb\n\uFFFD\n", "대\n", "this is UTF-8 already"},
		"both":                  {"area\n\"5 m\xc2\xb2\"\n", "area\n\"5 m짼\"\n", "line 2, byte 10: this may be UTF-8 or CP949"},
		"long line":             {"a\n" + strings.Repeat("a", maxLine+1), "a\n", "line 2, byte 3: a line longer than 1048576 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			err := convert(&out, strings.NewReader(c.in), false)
			require.ErrorContains(t, err, c.why)
			assert.NotContains(t, out.String(), "\uFFFD")
			assert.Equal(t, c.written, out.String())
		})
	}
}

func TestForce(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, convert(&out, strings.NewReader("\xc3\xb5\n"), true))
	assert.Equal(t, "천\n", out.String())
	assert.ErrorContains(t, convert(&out, strings.NewReader("\ufeffa\n"), true), alreadyUTF8, "a mark leaves no doubt")
}

// Every pair of bytes is the character that is written with it, or refused.
func TestEveryPair(t *testing.T) {
	encoder := korean.EUCKR.NewEncoder()
	syllables, others := 0, 0
	for lead := 0x80; lead <= 0xff; lead++ {
		for trail := 0; trail <= 0xff; trail++ {
			pair := []byte{byte(lead), byte(trail)}
			text, bad := decode(nil, pair)
			if bad >= 0 {
				assert.Zero(t, bad)
				continue
			}
			back, err := encoder.Bytes(text)
			require.NoError(t, err, "%x", pair)
			require.Equal(t, pair, back)
			require.Equal(t, 1, utf8.RuneCount(text), "%x", pair)
			if r, _ := utf8.DecodeRune(text); r >= '가' && r <= '힣' {
				syllables++
			} else {
				others++
			}
		}
	}
	assert.Equal(t, 11172, syllables, "19 initials × 21 vowels × 28 finals")
	assert.Equal(t, 4888+988, others, "hanja and symbols of KS X 1001, with € and ®")
}

// What fails in reading or writing is told.
func TestInputAndOutputFail(t *testing.T) {
	broken := errors.New("no paper")
	assert.ErrorIs(t, convert(&bytes.Buffer{}, iotest.ErrReader(broken), false), broken)
	assert.ErrorIs(t, convert(failing{broken}, strings.NewReader("a\n"), false), broken)
	assert.ErrorIs(t, convert(failing{broken}, strings.NewReader(strings.Repeat("a\n", 5000)), false), broken)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestRun(t *testing.T) {
	for name, c := range map[string]struct {
		in, out, err string
		args         []string
		status       int
	}{
		"converted":  {"\xb4\xeb\n", "대\n", "", nil, converted},
		"refused":    {"\xff\n", "", "cp949: line 1, byte 1: 0xff0a is no character of CP949", nil, refused},
		"force":      {"\xc3\xb5\n", "천\n", "", []string{"-force"}, converted},
		"help":       {"", "", "-force", []string{"-h"}, converted},
		"a file":     {"", "", "standard input", []string{"in.csv"}, wrongUse},
		"wrong flag": {"", "", "-nonsense", []string{"-nonsense"}, wrongUse},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			assert.Equal(t, c.status, run(c.args, strings.NewReader(c.in), &out, &errs))
			assert.Equal(t, c.out, out.String())
			assert.Contains(t, errs.String(), c.err)
		})
	}
}
