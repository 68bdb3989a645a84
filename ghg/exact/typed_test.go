package exact_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What looks like a number is refused with what to write.
func TestParseSaysWhatToType(t *testing.T) {
	for text, says := range map[string]string{
		"−5":   `"−5" is not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: write the hyphen-minus "-")`,
		"–5":   `"–5" is not a number: "–" is not allowed in it (it is the dash or minus sign U+2013: write the hyphen-minus "-")`,
		"1e−5": `"1e−5" is not a number: its exponent is not a whole number`,
		"５":    `"５" is not a number: "５" is not allowed in it (it is of full width: write "5")`,
		"1５":   `"1５" is not a number: "５" is not allowed in it (it is of full width: write "5")`,
		"1．5":  `"1．5" is not a number: "．" is not allowed in it (it is of full width: write ".")`,
		"-５":   `"-５" is not a number: "５" is not allowed in it (it is of full width: write "5")`,
		"45％":  `"45％" is not a number: "％" is not allowed in it (it is of full width: write "%")`,
		"－5":   `"－5" is not a number: "－" is not allowed in it (it is of full width: write "-")`,
		"5！":   `"5！" is not a number: "！" is not allowed in it (it is of full width: write "!")`,
		"5～7":  `"5～7" is not a number: "～" is not allowed in it (it is of full width: write "~")`,
		"△5":   `"△5" is not a number: "△" is not allowed in it`,
	} {
		_, err := exact.Parse(text)
		assert.EqualError(t, err, says)
	}
}

func TestParseLeading(t *testing.T) {
	for text, want := range map[string][2]string{
		"9.43 Mt": {"9.43", "Mt"}, " 943만톤 ": {"943", "만톤"}, "5EUR": {"5", "EUR"}, "5e EUR": {"5", "e EUR"}, "5e3EUR": {"5000", "EUR"},
		"5e3 t": {"5000", "t"}, "-2.50": {"-2.5", ""}, "7EJ": {"7", "EJ"}, "3\u00a0t": {"3", "t"},
	} {
		d, rest, err := exact.ParseLeading(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, [2]string{d.String(), rest}, text)
	}
	for text, says := range map[string][2]string{
		"−5 t":     {`"−5" is not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: write the hyphen-minus "-")`, "t"},
		"５ t":      {`"５" is not a number: "５" is not allowed in it (it is of full width: write "5")`, "t"},
		"1５．2톤":    {`"1５．2" is not a number: "５" is not allowed in it (it is of full width: write "5")`, "톤"},
		"5，2 t":    {`"5，2" is not a number: "，" is not allowed in it (it is of full width: write ",")`, "t"},
		"－5 t":     {`"－5" is not a number: "－" is not allowed in it (it is of full width: write "-")`, "t"},
		"＋5 t":     {`"＋5" is not a number: "＋" is not allowed in it (it is of full width: write "+")`, "t"},
		"．5 t":     {`"．5" is not a number: "．" is not allowed in it (it is of full width: write ".")`, "t"},
		"1,5 t":    {`"1,5" is not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed)`, "t"},
		"about 5t": {`"about 5t" is not a number: it needs digits before anything else`, "about 5t"},
		"EUR":      {`"EUR" is not a number: it needs digits before anything else`, "EUR"},
		"":         {`"" is not a number: it needs digits before anything else`, ""},
		"- t":      {`"-" is not a number: it needs digits`, "t"},
	} {
		_, rest, err := exact.ParseLeading(text)
		require.EqualError(t, err, says[0], text)
		assert.Equal(t, says[1], rest, text)
	}
}

// Digits of full width are named from the first to the last.
func TestDigitsOfFullWidthAreNamed(t *testing.T) {
	for _, digit := range []string{"０", "５", "９"} {
		_, _, err := exact.ParseLeading(digit + " t")
		assert.ErrorContains(t, err, digit)
		assert.ErrorContains(t, err, "full width")
	}
}
