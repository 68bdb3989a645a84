package ghg_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseKoreanFigure(t *testing.T) {
	for _, x := range []struct{ text, mass, half, shown string }{
		{"1662만8000t", "16628000 t", "0.5 t", "1662만8000 t"},
		{"1662만8,000t", "16628000 t", "0.5 t", "1662만8,000 t"},
		{"1,662만톤", "16620000 t", "5000 t", "1,662 만톤"},
		{"943만t", "9430000 t", "5000 t", "943 만톤"},
		{"1억 2000만톤", "120000000 t", "5000 t", "1억 2000만 톤"},
		{"9.43백만톤", "9430000 t", "5000 t", "9.43 백만톤"},
		{"1천662만 8천t", "16628000 t", "500 t", "1천662만 8천 t"},
		{"2천만 톤", "20000000 t", "5000000 t", "2 천만톤"},
		{"2천5백만 톤", "25000000 t", "500000 t", "2천5백만 톤"},
		{"1조 5억톤", "1000500000000 t", "50000000 t", "1조 5억 톤"},
		{"7억 2,760만톤", "727600000 t", "5000 t", "7억 2,760만 톤"},
		{"3백억톤", "30000000000 t", "5000000000 t", "3백억 톤"},
		{"1억 2000.5만톤", "120005000 t", "500 t", "1억 2000.5만 톤"},
		{"1억 0500만톤", "105000000 t", "5000 t", "1억 0500만 톤"},
		{"943톤", "943 t", "0.5 t", "943 톤"},
		{"16,628천톤", "16628000 t", "500 t", "16,628 천톤"},
		{"9.43 Mt", "9430000 t", "5000 t", "9.43 Mt"},
		{"5만kg", "50 t", "5 t", "5 만kg"},
		{"3만5000kg", "35 t", "0.0005 t", "3만5000 kg"},
		{"-943만톤", "-9430000 t", "5000 t", "-943 만톤"},
		{" +1만 2천톤 ", "12000 t", "500 t", "+1만 2천 톤"},
		{"1만\u00a02천톤", "12000 t", "500 t", "1만\u00a02천 톤"},
		{"943\u1106\u1161\u11ab톤", "9430000 t", "5000 t", "943 만톤"},
	} {
		f, substance, err := ghg.ParseKoreanFigure(x.text)
		require.NoError(t, err, x.text)
		assert.Equal(t, []string{x.mass, x.half, x.shown}, []string{f.Mass().String(), f.HalfUnit().String(), f.String()}, x.text)
		assert.Equal(t, ghg.Substance{}, substance)
		again, _, err := ghg.ParseKoreanFigure(f.String())
		require.NoError(t, err, x.text)
		assert.True(t, again.Mass().Equal(f.Mass()) && again.HalfUnit().Equal(f.HalfUnit()), x.text)
	}
	for text, want := range map[string]ghg.Substance{
		"1,662만8천tCO2eq": {CO2e: true}, "943만톤CO2eq.": {CO2e: true}, "5만 t CH4": {Gas: ghg.CH4}, "5만톤 CO2 환산/년": {CO2e: true},
	} {
		_, substance, err := ghg.ParseKoreanFigure(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, substance, text)
	}
}

func TestParseKoreanFigureRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"1,23만톤":                        `figure "1,23만톤": "1,23" is not a number: a comma separates thousands here, in groups of three digits, as in 1,662`,
		"1662,000만톤":                    `"1662,000" is not a number: a comma separates`,
		"0,662만톤":                       `"0,662" is not a number: a comma separates`,
		"1,662,만톤":                      `"1,662," is not a number: a comma separates`,
		"1,662t":                        `"1,662t" is not a number: a comma may be a decimal mark where no Korean word or unit follows: write the digits without it`,
		"1,662 MtCO2e":                  "a comma may be a decimal mark",
		"1억 20000만톤":                    `"20000만" does not follow "1억": it must be smaller than what that counts in`,
		"1만 2억톤":                        `"2억" does not follow "1만"`,
		"1만 2만톤":                        `"2만" does not follow "1만"`,
		"1만 0.5만톤":                      `"0.5만" does not follow "1만"`,
		"1천 2000톤":                      `"2000" does not follow "1천"`,
		"1 662만톤":                       `"662만" does not follow "1"`,
		"5백3천톤":                         `"3천" does not follow "5백"`,
		"1.5억 2000만톤":                   `"1.5억" has decimals, and only the last number may`,
		"1.2.3만톤":                       `"1.2.3" is not a number`,
		"만톤":                            `"만톤" is not a number: it needs digits before anything else`,
		"1억천만톤":                         "number words stand before t, 톤, kg or g, and not before 천만톤",
		"5만억톤":                          "number words stand before t, 톤, kg or g, and not before 억톤",
		"5만kt":                          "number words stand before t, 톤, kg or g, and not before kt",
		"5만":                            `unknown unit "": none is given`,
		"5만명":                           `unknown unit "명"`,
		"5만 MT":                         "metric tons in the United States, megatonnes elsewhere",
		"약 943만톤":                       `"약 943만톤" is not a number: it needs digits before anything else`,
		"−943만톤":                        `"−943" is not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: write the hyphen-minus "-")`,
		"９43만톤":                         `"９43" is not a number: "９" is not allowed in it (it is of full width: write "9")`,
		".5만톤":                          "it needs digits before anything else",
		"--5만톤":                         `"--5" is not a number`,
		"-+5만톤":                         "it has two signs",
		"":                              `figure "": "" is not a number: it needs digits`,
		strings.Repeat("1", 39) + "만톤":  "out of bounds",
		strings.Repeat("1", 34) + "억톤":  "out of bounds",
		strings.Repeat("1", 100) + "만톤": "longer than 96 bytes",
	} {
		f, _, err := ghg.ParseKoreanFigure(text)
		require.ErrorContains(t, err, says, text)
		assert.Zero(t, f)
	}
	var syntax *exact.SyntaxError
	_, _, err := ghg.ParseKoreanFigure("1,23만톤")
	assert.ErrorAs(t, err, &syntax)
	_, err = ghg.ParseMass("1662만8000t")
	assert.ErrorContains(t, err, "an amount in several numbers with Korean words, as 1662만8000t, is read by ParseKoreanFigure")
}

// koreanValue is a slow oracle: it splits at the words, the largest first.
func koreanValue(text string) *big.Rat {
	for _, w := range []struct {
		word string
		zero int
	}{{"조", 12}, {"억", 8}, {"만", 4}, {"천", 3}, {"백", 2}, {"십", 1}} {
		if before, after, ok := strings.Cut(text, w.word); ok {
			power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(w.zero)), nil))
			return new(big.Rat).Add(power.Mul(power, koreanValue(before)), koreanValue(after))
		}
	}
	if text = strings.NewReplacer(",", "", " ", "").Replace(text); text == "" {
		return new(big.Rat)
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return r
}

// printKorean prints whole numbers as papers do, in one of their ways each.
func printKorean(r *rand.Rand, n int64) string {
	var parts []string
	for _, big := range []struct {
		word string
		size int64
	}{{"조", 1e12}, {"억", 1e8}, {"만", 1e4}, {"", 1}} {
		section := n / big.size
		n %= big.size
		if section == 0 {
			continue
		}
		text := fmt.Sprint(section)
		switch {
		case r.Intn(3) == 0 && section >= 1000:
			text = fmt.Sprintf("%d,%03d", section/1000, section%1000)
		case r.Intn(2) == 0 && section >= 1000:
			text = fmt.Sprintf("%d천", section/1000)
			if rest := section % 1000; rest > 0 && r.Intn(2) == 0 && rest >= 100 {
				text += fmt.Sprintf("%d백", rest/100)
				if rest %= 100; rest > 0 {
					text += fmt.Sprint(rest)
				}
			} else if rest > 0 {
				text += fmt.Sprint(rest)
			}
		}
		parts = append(parts, text+big.word)
	}
	return strings.Join(parts, []string{"", " "}[r.Intn(2)])
}

// What is read is what the oracle says, and half a unit is half of what another last
// digit would make.
func TestParseKoreanFigureAgreesWithOracle(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(11))
	for range 4000 {
		n := r.Int63n([]int64{1e4, 1e6, 1e9, 1e13, 9e15}[r.Intn(5)]) + 1
		if zeros := []int64{1, 1e4, 1e8}[r.Intn(3)]; n > zeros {
			n -= n % zeros
		}
		text := printKorean(r, n)
		f, _, err := ghg.ParseKoreanFigure(text + "톤")
		require.NoError(t, err, text)
		require.Zero(t, f.Mass().Tonnes().Rat().Cmp(koreanValue(text)), text)
		require.Zero(t, f.Mass().Tonnes().Rat().Cmp(new(big.Rat).SetInt64(n)), text)

		i := strings.LastIndexAny(text, "0123456789")
		other := text[:i] + string('0'+(text[i]-'0'+5)%10) + text[i+1:] // the last digit, five more or less
		gap := new(big.Rat).Sub(koreanValue(other), koreanValue(text))
		gap.Quo(gap.Abs(gap), big.NewRat(10, 1))
		require.Zero(t, f.HalfUnit().Tonnes().Rat().Cmp(gap), "%s: %s", text, f.HalfUnit())
	}
}

func FuzzParseKoreanFigure(f *testing.F) {
	for _, s := range []string{"1662만8000t", "1,662만톤", "1억 2000만톤", "9.43백만톤CO2eq", "1천662만 8천t", "-3만5000kg", "1,23만톤", "만톤", "5만kt",
		"0만0톤", "9.만톤", "1662,t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, _, err := ghg.ParseKoreanFigure(s)
		if err != nil {
			return
		}
		again, _, err := ghg.ParseKoreanFigure(x.String())
		if err != nil || !again.Mass().Equal(x.Mass()) || !again.HalfUnit().Equal(x.HalfUnit()) || again.String() != x.String() {
			t.Fatalf("%q is %s, which is %s (%v)", s, x, again, err)
		}
	})
}
