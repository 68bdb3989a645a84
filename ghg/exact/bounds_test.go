package exact_test

import (
	"math"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseReadsPlainDecimals(t *testing.T) {
	for text, want := range map[string]decimal.Decimal{
		"0":                     {},
		"-0":                    {},
		"0.000":                 {},
		"7":                     decimal.New(7, 0),
		"+7":                    decimal.New(7, 0),
		"-7.25":                 decimal.New(-725, -2),
		".5":                    decimal.New(5, -1),
		"5.":                    decimal.New(5, 0),
		"007":                   decimal.New(7, 0),
		"000000000000000000001": decimal.New(1, 0),
		"1e3":                   decimal.New(1000, 0),
		"1E+3":                  decimal.New(1000, 0),
		"12.5e-3":               decimal.New(125, -4),
		"-1.5e2":                decimal.New(-150, 0),
		"999999999999999999":    decimal.New(999999999999999999, 0),
		"-999999999999999999":   decimal.New(-999999999999999999, 0),
		"9430000":               decimal.New(9430000, 0),
	} {
		got, err := exact.Parse(text)
		require.NoError(t, err, text)
		assert.True(t, got.Equal(want), "%s is read as %s", text, got)
	}
}

// The last 19 digits do not fit an int64 with 18 safe digits, so these take the
// slower way; both must agree with math/big.
func TestParseLongNumbers(t *testing.T) {
	for _, text := range []string{
		"1234567890123456789", "-1234567890123456789.123456789", "+9999999999999999999",
		"0.1234567890123456789", "1234567890123456789e-30", "12345678901234567890123456789012345678",
	} {
		got, err := exact.Parse(text)
		require.NoError(t, err, text)
		want, ok := new(big.Rat).SetString(text)
		require.True(t, ok)
		assert.Zero(t, got.Rat().Cmp(want), "%s is read as %s", text, got)
	}
}

func TestParseRefuses(t *testing.T) {
	for text, reason := range map[string]string{
		"":           "it needs digits",
		" ":          "it needs digits (thousands separators are not allowed)",
		"+":          "it needs digits",
		".":          "it needs digits",
		"e5":         "it needs digits",
		"NaN":        "it needs digits",
		"Inf":        "it needs digits",
		",5":         `it needs digits (the decimal mark is '.'; thousands separators are not allowed)`,
		"0x1F":       `"x" is not allowed in it`,
		"1_000":      `"_" is not allowed in it (thousands separators are not allowed)`,
		"1 000":      `" " is not allowed in it (thousands separators are not allowed)`,
		"1'000":      `"'" is not allowed in it (thousands separators are not allowed)`,
		"1\u00a0000": `"\u00a0" is not allowed in it (thousands separators are not allowed)`,
		"1,000":      `"," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed)`,
		"1.2.3":      `"." is not allowed in it`,
		"1.234,5":    `"," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed)`,
		"12톤":        `"톤" is not allowed in it`,
		"--1":        "it needs digits",
		"1-":         `"-" is not allowed in it`,
		"1e":         "its exponent is not a whole number",
		"1e+":        "its exponent is not a whole number",
		"1e1.5":      "its exponent is not a whole number",
		"1e/":        "its exponent is not a whole number",
		"1e:":        "its exponent is not a whole number",
		"١٢":         `"١" is not allowed in it`,
	} {
		_, err := exact.Parse(text)
		var syntax *exact.SyntaxError
		require.ErrorAs(t, err, &syntax, text)
		assert.Equal(t, text, syntax.Text)
		assert.Equal(t, reason, syntax.Reason, text)
	}
}

func TestParseMark(t *testing.T) {
	got, err := exact.ParseMark("-9,43", ',')
	require.NoError(t, err)
	assert.True(t, got.Equal(decimal.New(-943, -2)))

	got, err = exact.ParseMark("1234567890123456789,25", ',')
	require.NoError(t, err)
	assert.Equal(t, "1234567890123456789.25", got.String())

	_, err = exact.ParseMark("9.43", ',')
	assert.EqualError(t, err, `"9.43" is not a number: "." is not allowed in it (the decimal mark is ','; thousands separators are `+
		`not allowed)`)

	for _, mark := range []byte{0, ';', ' ', '5', 'e'} {
		_, err = exact.ParseMark("1", mark)
		assert.ErrorContains(t, err, "its decimal mark must be '.' or ','")
	}
}

func TestSyntaxErrorCutsLongText(t *testing.T) {
	short := strings.Repeat("x", 40)
	_, err := exact.Parse(short)
	assert.ErrorContains(t, err, `"`+short+`"`)
	_, err = exact.Parse(short + "y")
	assert.ErrorContains(t, err, `"`+short+`…"`)
	_, err = exact.Parse(strings.Repeat("x", 39) + "톤톤")
	assert.ErrorContains(t, err, `"`+strings.Repeat("x", 39)+`…"`, "a rune is not cut in two")
}

func TestTextIsBounded(t *testing.T) {
	_, err := exact.Parse(strings.Repeat("0", 96))
	require.NoError(t, err)
	_, err = exact.Parse(strings.Repeat("0", 97))
	assert.ErrorContains(t, err, "longer than 96 characters")
}

func TestDigitsAreBounded(t *testing.T) {
	for digits, ok := range map[int]bool{exact.MaxDigits - 1: true, exact.MaxDigits: true, exact.MaxDigits + 1: false} {
		for _, text := range []string{strings.Repeat("9", digits), "-" + strings.Repeat("1", digits)} {
			d, err := exact.Parse(text)
			coefficient, _ := new(big.Int).SetString(text, 10)
			checked := exact.Check(decimal.NewFromBigInt(coefficient, 0))
			if ok {
				require.NoError(t, err, text)
				require.NoError(t, checked, text)
				assert.Equal(t, text, d.String())
				continue
			}
			var bounds *exact.BoundsError
			require.ErrorAs(t, err, &bounds, text)
			assert.Equal(t, exact.BoundsError{Digits: digits, MaxDigits: exact.MaxDigits, MaxExponent: exact.MaxExponent}, *bounds)
			assert.Equal(t, err, checked)
		}
	}
	// The zeros that an exponent stands for are digits too.
	for text, ok := range map[string]bool{
		"12345678e29": true, "12345678e30": true, "123456789e30": false, "123456789e29": true,
		"1234567890e28": true, "1234567890e29": false,
	} {
		_, err := exact.Parse(text)
		assert.Equal(t, ok, err == nil, "%s: %v", text, err)
	}
}

func TestExponentIsBounded(t *testing.T) {
	for exponent, ok := range map[int32]bool{29: true, 30: true, 31: false, -29: true, -30: true, -31: false,
		math.MaxInt32: false, math.MinInt32: false} {
		d := decimal.New(7, exponent)
		err := exact.Check(d)
		assert.Equal(t, ok, err == nil, "exponent %d", exponent)
		if ok {
			got, err := exact.Parse("7e" + decimal.NewFromInt(int64(exponent)).String())
			require.NoError(t, err)
			assert.True(t, got.Equal(d))
		} else {
			assert.ErrorContains(t, err, "at most 38 digits, written out, and an exponent from -30 to 30 are allowed")
		}
	}
	for _, text := range []string{"1e31", "1e-31", "1e1000000000", "1e-1000000000", "1e4294967296", "1e18446744073709551616",
		"1e99999999999999999999999999999", "0e31", "0." + strings.Repeat("0", 30) + "1"} {
		_, err := exact.Parse(text)
		var bounds *exact.BoundsError
		assert.ErrorAs(t, err, &bounds, text)
	}
}

func TestResultDigitsAreBounded(t *testing.T) {
	for digits, ok := range map[int]bool{exact.MaxResultDigits - 1: true, exact.MaxResultDigits: true, exact.MaxResultDigits + 1: false} {
		coefficient, _ := new(big.Int).SetString(strings.Repeat("3", digits), 10)
		err := exact.CheckResult(decimal.NewFromBigInt(coefficient, 0))
		assert.Equal(t, ok, err == nil, "%d digits", digits)
		err = exact.CheckResult(decimal.New(1, -int32(digits)))
		assert.Equal(t, ok, err == nil, "%d places", digits)
	}
	assert.EqualError(t, exact.CheckResult(decimal.New(12, 400)),
		"a number of 2 digits with exponent 400 is out of bounds: at most 400 digits, written out, and an exponent from -400 to 400 are allowed")
	assert.NoError(t, exact.CheckResult(decimal.New(1, 399)))
	assert.Error(t, exact.CheckResult(decimal.New(1, 400)))
}

// What may enter can be written and read again.
func TestWhatPassesCanBeReadAgain(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		digits := 1 + r.Intn(exact.MaxDigits)
		text := make([]byte, digits)
		for i := range text {
			text[i] = byte('0' + r.Intn(10))
		}
		coefficient, _ := new(big.Int).SetString(string(text), 10)
		d := decimal.NewFromBigInt(coefficient, int32(r.Intn(61)-30))
		if exact.Check(d) != nil {
			continue
		}
		again, err := exact.Parse(d.String())
		require.NoError(t, err, d.String())
		require.True(t, again.Equal(d))
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"9.43", "-0.5e3", "1e1000000000", "NaN", "0x1p-2", "1_000", "+.5E-30", "1,5", "Infinity",
		"12345678901234567890123456789012345678", "00000000000000000000", "1.e1", "１２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := exact.Parse(s)
		comma, commaErr := exact.ParseMark(strings.Map(func(r rune) rune {
			switch r {
			case '.':
				return ','
			case ',':
				return '.'
			}
			return r
		}, s), ',')
		if (err == nil) != (commaErr == nil) {
			t.Fatalf("%q: with a point %v, with a comma %v", s, err, commaErr)
		}
		if err != nil {
			if len(err.Error()) > 400 {
				t.Fatalf("%q: a message of %d bytes", s, len(err.Error()))
			}
			return
		}
		if strings.Trim(s, "+-.eE0123456789") != "" {
			t.Fatalf("%q was accepted", s)
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || d.Rat().Cmp(want) != 0 {
			t.Fatalf("%q is read as %s", s, d)
		}
		other, err := decimal.NewFromString(s)
		if err != nil || !other.Equal(d) || !comma.Equal(d) {
			t.Fatalf("%q is read as %s, by shopspring as %s (%v), with a comma as %s", s, d, other, err, comma)
		}
		if err := exact.Check(d); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if again, err := exact.Parse(d.String()); err != nil || !again.Equal(d) {
			t.Fatalf("%q is printed as %s: %v", s, d, err)
		}
	})
}

// An exponent is named as far as it was read.
func TestExponentInAMessage(t *testing.T) {
	for exponent, beyond := range map[int]bool{999_999: false, 1_000_000: true, -999_999: false, -1_000_000: true} {
		e := exact.BoundsError{Digits: 1, Exponent: exponent}
		assert.Equal(t, beyond, strings.Contains(e.Error(), "an exponent beyond 1000000"), "%d", exponent)
	}
}

func TestText(t *testing.T) {
	assert.Equal(t, "-12.5", exact.Text(dec("-12.50")))
	assert.Equal(t, "out of bounds", exact.Text(decimal.New(1, 39)))
}

// A byte that begins no character is what is wrong, not that digits are missing.
func TestFirstByteBeyondASCII(t *testing.T) {
	for _, s := range []string{"\x80", "\x80\x81", "−5", "５"} {
		_, err := exact.Parse(s)
		assert.ErrorContains(t, err, "is not allowed in it", s)
	}
	_, err := exact.Parse("\x7f")
	assert.ErrorContains(t, err, "it needs digits")
}
