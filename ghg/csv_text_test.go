package ghg

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLooksCP949(t *testing.T) {
	for text, want := range map[string]bool{
		"\xb4\xeb\xb1\xb8, 2018":   true,  // 대구
		"a\xb4\xeb\xa1\xa1":        true,  // half of the pairs are syllables
		"\xb4\xeb\xa1\xa1\xa1\xa1": false, // fewer are
		"\xb4":                     false, // half a pair
		"\xb4\x20":                 false, // no second half
		"\x80\xeb":                 false,
		"\xff\xeb":                 false,
		"\x80\xb4\xb4\xeb":         false, // no first half, beside a syllable
		"\xff\xb4\xb4\xeb":         false,
		"plain":                    false,
		"\x81\x41\xb4\xeb":         true, // a syllable of the extension
		"\x81\x5a\xb4\xeb":         true,
		"\x81\x61\xb4\xeb":         true,
		"\x81\x7a\xb4\xeb":         true,
		"\x81\x81\xb4\xeb":         true,
		"\x81\x40\xb4\xeb":         false,
		"\x81\x5b\xb4\xeb":         false,
		"\x81\x60\xb4\xeb":         false,
		"\x81\x80\xb4\xeb":         false,
		"\x81\x7b\xb4\xeb":         false,
		"\x81\xff\xb4\xeb":         false,
		"\xc8\xfe":                 true,
		"\xc9\xfe":                 false,
		"\xaf\xa1":                 false,
		"\xb0\xa0\xb0\xa1":         true,
	} {
		assert.Equal(t, want, looksCP949([]byte(text)), "%x", text)
	}
}

func TestScanQuotes(t *testing.T) {
	for _, c := range []struct {
		line       string
		open, ends bool
		wrong      bool
	}{
		{`a,b`, false, false, false}, {`"a",b`, false, false, false}, {`"a`, false, true, false},
		{`a`, true, true, false}, {`a"`, true, false, false}, {`a",b`, true, false, false}, {`a","b`, true, true, false},
		{`""`, false, false, false}, {`""`, true, true, false}, {`"""`, false, true, false}, {`"""`, true, false, false},
		{`"a"b`, false, false, true}, {`a"b`, true, false, true}, {`a"b`, false, false, false}, {`,"`, false, true, false},
		{``, false, false, false}, {``, true, true, false},
	} {
		open, detail := scanQuotes([]byte(c.line), ',', c.open)
		assert.Equal(t, c.wrong, detail != "", "%s, open %t", c.line, c.open)
		if !c.wrong {
			assert.Equal(t, c.ends, open, "%s, open %t", c.line, c.open)
		}
	}
}

// Lines that end in a lone CR are named, wherever the reader meets them first.
func TestLoneCRIsNamed(t *testing.T) {
	const head = "place,year,mass"
	long := strings.Repeat("대구,2022,5\r", maxRowBytes/12)
	for name, c := range map[string]struct {
		text, fault string
	}{
		"every line":             {head + "\r대구,2022,5\r부산,2022,6\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"one column":             {"place\r대구\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"no last line end":       {head + "\r대구,2022,5", "line 1, header: " + loneCR + "; nothing below it was read"},
		"blank lines first":      {"\r\r" + head + "\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"a byte order mark":      {"\ufeff" + head + "\r대구,2022,5\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"quotes in the header":   {`place,year,"mass"` + "\r대구,2022,5\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"quotes in the first":    {`"place",year,mass` + "\r대구,2022,5\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"quotes in a row":        {head + "\r" + `"대구",2022,5` + "\r", "line 1, header: " + loneCR + "; nothing below it was read"},
		"a file of many lines":   {head + "\r" + long, "line 1, header: longer than 1048576 bytes; " + loneCR + "; nothing below it was read"},
		"a header that LF ends":  {head + "\n대구,2022,5\r부산,2022,6\r", "line 2, " + loneCR},
		"a part of it":           {head + "\n광주,2022,4\n대구,2022,5\r부산,2022,6\n", "line 3, " + loneCR},
		"a part of it, quoted":   {head + "\n" + `"대구",2022,5` + "\r부산,2022,6\n", "line 2, " + loneCR},
		"a part, quoted at last": {head + "\n" + `대구,2022,"5"` + "\r부산,2022,6\n", "line 2, " + loneCR},
		"a column after it":      {head + "\n대구\r,2022,5\n", "line 2, " + loneCR},
	} {
		report, err := ReadCSVRows(strings.NewReader(c.text), CSVFormat{}, []CSVColumn{{Name: "place", Required: true}, {Name: "year"},
			{Name: "mass"}},
			func(CSVRow) {})
		require.NoError(t, err, name)
		assert.Equal(t, c.fault, strings.TrimSpace(report.Faults.Error()), name)
		want := FaultLine
		if strings.Contains(c.fault, "header: lines") {
			want = FaultHeader
		}
		assert.Equal(t, want, report.Faults.All[0].Code, name)
	}
	// A CR that a program has doubled ends a line with the LF, and one in quotes is of the cell.
	for _, text := range []string{head + "\r\r\n대구,2022,5\r\r\n", head + "\r\n\"대\r구\",2022,5\r\n"} {
		n := 0
		report, err := ReadCSVRows(strings.NewReader(text), CSVFormat{}, []CSVColumn{{Name: "place"}, {Name: "year"}, {Name: "mass"}},
			func(r CSVRow) { n++; assert.Equal(t, "5", r.Text("mass")) })
		require.NoError(t, err)
		assert.Zero(t, report.Faults.Len(), report.Faults.Error)
		assert.Equal(t, 1, n)
	}
}

// A row within quotation marks has as many bytes as a line may have, and no more.
func TestLongQuotedRows(t *testing.T) {
	for n, stands := range map[int]bool{maxRowBytes: true, maxRowBytes + 1: false} {
		r := newRowReader(strings.NewReader("\"a\n"+strings.Repeat("x", n-len("\"a\n\""))+"\"\nnext\n"), ',')
		fields, line, fault, err := r.next()
		require.NoError(t, err)
		assert.Equal(t, 1, line)
		if !stands {
			require.NotNil(t, fault)
			assert.Contains(t, fault.Detail, "not closed within 1048576 bytes")
			continue
		}
		require.Nil(t, fault)
		require.Len(t, fields, 1)
		assert.Len(t, fields[0], n-2, "without its quotation marks")
	}
}
