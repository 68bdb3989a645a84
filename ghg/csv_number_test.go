package ghg_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A table as it is printed: commas between thousands, and △ for what is below zero.
func ExampleCSVFormat_thousands() {
	file := "지역,연도,배출원,가스,배출량,단위\n대구,2022,I.1.1,CO2,\"16,628\",톤\n대구,2022,V.2,CO2,\"△1,234.5\",톤\n대구,2022,I.1.2,CO2,\"1,23\",톤\n"
	printed := ghg.CSVFormat{Scheme: gpc.Scheme, Thousands: ',', Accounting: true}
	for _, f := range []ghg.CSVFormat{{Scheme: gpc.Scheme}, printed} {
		records, report, err := ghg.ReadCSV(strings.NewReader(file), f)
		for _, r := range records {
			fmt.Println(r.Value, "of", r.Value.AsRead())
		}
		for _, fault := range report.Faults.All {
			fmt.Println(fault.Value, "|", strings.TrimSpace(fault.Detail[strings.LastIndex(fault.Detail, ";")+1:]))
		}
		fmt.Println(err)
	}
	// Output:
	// 16,628 | to read it as 16628 set CSVFormat.Thousands to ','
	// △1,234.5 | to read it as -1234.5 set CSVFormat.Thousands to ',' and CSVFormat.Accounting
	// 1,23 | thousands separators are not allowed)
	// <nil>
	// 16628 t of 16,628
	// -1234.5 t of △1,234.5
	// 1,23 | not a number: its digits do not stand in groups of three, as 1,234 and 12,345,678 do
	// <nil>
}

// readNumber reads a cell of a column of one's own.
func readNumber(t testing.TB, f ghg.CSVFormat, text string) (d decimal.Decimal, ok bool, faults string) {
	f.Delimiter = '\t'
	report, err := ghg.ReadCSVRows(strings.NewReader("id\tn\nA\t"+text+"\n"), f,
		[]ghg.CSVColumn{{Name: "id"}, {Name: "n", Required: true}}, func(r ghg.CSVRow) { d, ok = r.Number("n") })
	require.NoError(t, err)
	return d, ok, report.Faults.Error()
}

func TestThousands(t *testing.T) {
	for _, c := range []struct {
		format     ghg.CSVFormat
		text, want string
	}{
		{ghg.CSVFormat{Thousands: ','}, "1,234", "1234"},
		{ghg.CSVFormat{Thousands: ','}, "12,345,678.9", "12345678.9"},
		{ghg.CSVFormat{Thousands: ','}, "-999,000.50", "-999000.5"},
		{ghg.CSVFormat{Thousands: ','}, "+1,234", "1234"},
		{ghg.CSVFormat{Thousands: ','}, "1234.5", "1234.5"},
		{ghg.CSVFormat{Thousands: ','}, "1e3", "1000"},
		{ghg.CSVFormat{Thousands: ','}, "12,345,678,901,234,567,890,123,456,789,012,345,678", "12345678901234567890123456789012345678"},
		{ghg.CSVFormat{Thousands: '.', Comma: true}, "1.234", "1234"},
		{ghg.CSVFormat{Thousands: '.', Comma: true}, "1.234.567,25", "1234567.25"},
		{ghg.CSVFormat{Thousands: ' '}, "1 234 567.8", "1234567.8"},
		{ghg.CSVFormat{Thousands: ' ', Comma: true}, "1\u00a0234\u202f567,8", "1234567.8"},
		{ghg.CSVFormat{Thousands: ' '}, "1\u2009234", "1234"},
		{ghg.CSVFormat{Accounting: true}, "△1234", "-1234"},
		{ghg.CSVFormat{Accounting: true}, "▲ 0.5", "-0.5"},
		{ghg.CSVFormat{Accounting: true}, "(12.5)", "-12.5"},
		{ghg.CSVFormat{Accounting: true, Thousands: ','}, "( 1,234 )", "-1234"},
		{ghg.CSVFormat{Accounting: true, Thousands: ' '}, "△ 1 234", "-1234"},
		{ghg.CSVFormat{Accounting: true}, "(" + strings.Repeat(" ", 197) + "5)", "-5"}, // 200 bytes
	} {
		d, ok, faults := readNumber(t, c.format, c.text)
		assert.True(t, ok, "%s: %s", c.text, faults)
		assert.Equal(t, c.want, d.String(), c.text)
	}
	groups := "its digits do not stand in groups of three, as 1,234 and 12,345,678 do"
	for _, c := range []struct {
		format     ghg.CSVFormat
		text, says string
	}{
		{ghg.CSVFormat{Thousands: ','}, "1,23", groups},
		{ghg.CSVFormat{Thousands: ','}, "1234,567", groups},
		{ghg.CSVFormat{Thousands: ','}, ",123", groups},
		{ghg.CSVFormat{Thousands: ','}, "1,,234", groups},
		{ghg.CSVFormat{Thousands: ','}, "1,234,", groups},
		{ghg.CSVFormat{Thousands: ','}, "0,123", groups},
		{ghg.CSVFormat{Thousands: ','}, "1,234.", groups},
		{ghg.CSVFormat{Thousands: ','}, "1.234,567", groups},
		{ghg.CSVFormat{Thousands: ','}, "1,234e3", groups},
		{ghg.CSVFormat{Thousands: '.', Comma: true}, "12.5", "as 1.234 and 12.345.678 do"},
		{ghg.CSVFormat{Thousands: ','}, "△1,234", "; to read it as -1234 set CSVFormat.Accounting"},
		{ghg.CSVFormat{Accounting: true}, "(1,234)", "; to read it as -1234 set CSVFormat.Thousands to ','"},
		{ghg.CSVFormat{Comma: true}, "1.234", "; to read it as 1234 set CSVFormat.Thousands to '.'"},
		{ghg.CSVFormat{}, "1 234", "; to read it as 1234 set CSVFormat.Thousands to ' '"},
		{ghg.CSVFormat{Delimiter: ';'}, "1,234",
			"; to read it as 1234 set CSVFormat.Thousands to ','; to read it as 1,234 set CSVFormat.Comma"},
		{ghg.CSVFormat{Delimiter: ';'}, "12,5", "; to read it as 12,5 set CSVFormat.Comma"},
		{ghg.CSVFormat{Delimiter: '\t'}, "1.234,50", "; to read it as 1234,50 set CSVFormat.Comma and CSVFormat.Thousands to '.'"},
		{ghg.CSVFormat{}, "▲5", "; to read it as -5 set CSVFormat.Accounting"},
		{ghg.CSVFormat{Accounting: true}, "△-5", "it needs digits, without another sign"},
		{ghg.CSVFormat{Accounting: true}, "()", "it needs digits, without another sign"},
		{ghg.CSVFormat{Accounting: true}, "(5", `"(" is not allowed`},
		{ghg.CSVFormat{Accounting: true}, "△(5)", `"(" is not allowed`},
		{ghg.CSVFormat{Thousands: ','}, strings.Repeat("1,234", 50), "longer than 96 characters"},
	} {
		_, ok, faults := readNumber(t, c.format, c.text)
		assert.False(t, ok, c.text)
		if strings.HasPrefix(c.says, `"(" is`) {
			assert.Contains(t, faults, "not a number", c.text)
			continue
		}
		assert.Contains(t, faults, c.says, c.text)
	}
}

// What is read keeps its text, at every door that reads numbers.
func TestThousandsAtEveryDoor(t *testing.T) {
	f := ghg.CSVFormat{Scheme: gpc.Scheme, Delimiter: '\t', Thousands: ',', Accounting: true}
	tab := func(s string) *strings.Reader { return strings.NewReader(strings.ReplaceAll(s, "|", "\t")) }

	records, report, err := ghg.ReadCSV(tab("place|year|category|mass|unit|gas\nD|2018|I.1.1|12,345.60|천톤|CO2\nD|2018|V.2|(1,234)|t|\n"), f)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	require.Len(t, records, 2)
	assert.Equal(t, "12345600 t", records[0].Value.String())
	assert.Equal(t, "12,345.60", records[0].Value.AsRead())
	assert.Equal(t, "-1234 tCO2e", records[1].Value.String())
	assert.Equal(t, "(1,234)", records[1].Value.AsRead())

	totals, report, err := ghg.ReadDeclaredCSV(tab("place|year|view|mass|unit\nD|2018|BASIC|12,345.60|천톤\n"), f, gpc.Basic)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	require.Len(t, totals, 1)
	assert.Equal(t, "12,345.60 천톤", totals[0].Figure.String())
	assert.Equal(t, "12345600", totals[0].Figure.Mass().Tonnes().String())
	assert.Equal(t, "5", totals[0].Figure.HalfUnit().Tonnes().String())

	y, report, err := ghg.ReadYearlyCSV(tab("연도|배출량|단위\n2018|9,430|천톤\n"), f, "D", gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	at, ok := y.At(2018)
	require.True(t, ok)
	assert.Equal(t, "9430000 tCO2e (AR5)", at.CO2e.String())

	columns := []ghg.CSVColumn{{Name: "share"}, {Name: "amount"}, {Name: "unit"}}
	var got []string
	report, err = ghg.ReadCSVRows(tab("share|amount|unit\n△12.5%|1,290.5|kWh\n(7%)|△2,000|kWh\n"), f, columns, func(r ghg.CSVRow) {
		q, _ := r.Quantity("amount", "unit")
		got = append(got, r.Share("share").String()+" "+q.String())
	})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, []string{"-12.5% 1290.5 kWh", "-7% -2000 kWh"}, got)
}

func TestThousandsThatMeanSomethingElse(t *testing.T) {
	for says, f := range map[string]ghg.CSVFormat{
		`both separated by '.'`:                   {Thousands: '.'},
		`both separated by ','`:                   {Thousands: ',', Comma: true, Delimiter: ';'},
		`fields are both separated by ' '`:        {Thousands: ' ', Delimiter: ' '},
		`thousands are separated by '\'': all`:    {Thousands: '\''},
		`'(' cannot separate fields where`:        {Accounting: true, Delimiter: '('},
		`with decimal commas needs another delim`: {Comma: true, Thousands: '.'},
	} {
		_, err := ghg.ReadCSVRows(strings.NewReader("n\n"), f, []ghg.CSVColumn{{Name: "n"}}, func(ghg.CSVRow) {})
		assert.ErrorContains(t, err, says)
	}
}

// numberFormats are all that may be said of numbers.
func numberFormats() []ghg.CSVFormat {
	var all []ghg.CSVFormat
	for _, accounting := range []bool{false, true} {
		for _, comma := range []bool{false, true} {
			for _, thousands := range []byte{0, ',', '.', ' '} {
				if thousands != map[bool]byte{true: ',', false: '.'}[comma] {
					all = append(all, ghg.CSVFormat{Comma: comma, Thousands: thousands, Accounting: accounting})
				}
			}
		}
	}
	return all
}

func agreesWithOracle(t *testing.T, f ghg.CSVFormat, text string) bool {
	got, ok, faults := readNumber(t, f, text)
	want, wanted := numberOracle(f, text)
	if ok != wanted || ok && !got.Equal(want) || ok == (faults != "") {
		t.Fatalf("%q with %+v is read as %s %t %s, and the oracle says %s %t", text, f, got, ok, faults, want, wanted)
	}
	return ok
}

// What is read is what an oracle reads, and all else is refused.
func TestNumbersLikeOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	pieces := []string{"1", "23", "456", "007", "0", ",", ",", ".", ".", " ", "\u00a0", "\u2009", "△", "▲", "(", ")", "-", "+", "e2",
		",345", ".678", " 901"}
	formats, read := numberFormats(), 0
	for range 40_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if text := strings.TrimSpace(b.String()); text != "" && agreesWithOracle(t, formats[r.IntN(len(formats))], text) {
			read++
		}
	}
	assert.Greater(t, read, 4000)
}

// A number that is formatted reads as it was.
func TestFormattedNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 5000 {
		n, places := r.Int64N(1_000_000_000_000_000), int32(r.IntN(4))
		want := decimal.New(n, -places)
		f := numberFormats()[r.IntN(len(numberFormats()))]
		text := want.StringFixed(places)
		whole, decimals, hasMark := strings.Cut(text, ".")
		if f.Thousands != 0 {
			for i := len(whole) - 3; i > 0; i -= 3 {
				whole = whole[:i] + string(f.Thousands) + whole[i:]
			}
		}
		if text = whole; hasMark {
			text += map[bool]string{true: ",", false: "."}[f.Comma] + decimals
		}
		if f.Accounting {
			text, want = []string{"△" + text, "(" + text + ")"}[r.IntN(2)], want.Neg()
		}
		got, ok, faults := readNumber(t, f, text)
		require.True(t, ok, faults)
		require.True(t, want.Equal(got), "%s as %s", text, got)
	}
}

func FuzzNumbersLikeOracle(f *testing.F) {
	for i, text := range []string{"1,234.5", "△1.234,5", "(1 234)", "1e3", "▲ .5", "12,345,678", "-1\u00a0234"} {
		f.Add(text, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		if len(text) > 90 || strings.ContainsAny(text, "\"\n\r\t'\x00\ufffd") || strings.TrimSpace(text) == "" ||
			strings.ToValidUTF8(text, "") != text {
			return
		}
		formats := numberFormats()
		agreesWithOracle(t, formats[int(which)%len(formats)], text)
	})
}
