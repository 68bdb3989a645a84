package ghg_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city's name in CP949 is refused, by whatever way it comes: 서울 and 광주 would
// both be four times U+FFFD, and one series of two cities.
func TestJSONDoorsRefuseWhatIsNotUTF8(t *testing.T) {
	figure := `"view":"BASIC","edition":"GPC 1.1","metric":"AR5","figures":[]}`
	for place, says := range map[string]string{
		"\xbc\xad\xbf\xef":  "CP949",
		"\xb1\xa4\xc1\xd6":  "CP949",
		"Gw\xe4":            "not UTF-8 text",
		"\uFFFD\uFFFD":      "CP949",
		`\ufffd`:            "CP949",
		`\uFFFD`:            "CP949",
		`Seoul\ud800`:       "CP949", // half of a pair
		`\udc00\ud800`:      "CP949",
		`\\\ud83d\u0041`:    "CP949",
		"\xed\xa0\x80 Seou": "not UTF-8",
	} {
		text := "{\n" + `"place":"` + place + `",` + figure
		_, err := ghg.ReadYearlyJSON(strings.NewReader(text), gpc.Views())
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, place)
		assert.Equal(t, ghg.FaultEncoding, fault.Code)
		assert.Equal(t, 2, fault.Line)
		assert.Contains(t, fault.Detail, says)
		text = `{"scheme":"GPC 1.1","period":"2018","vintage":1,"records":[],"place":"` + place + `"}`
		_, _, err = ghg.ReadJSON(strings.NewReader(text), gpcJSON)
		require.ErrorAs(t, err, &fault, place)
		assert.Equal(t, ghg.FaultEncoding, fault.Code)
	}
	for place, want := range map[string]string{`\ud83d\ude00`: "😀", `\\ufffd`: `\ufffd`, `\"`: `"`, "서울": "서울", `\uc11c`: "서"} {
		y, err := ghg.ReadYearlyJSON(strings.NewReader(`{"place":"`+place+`",`+figure), gpc.Views())
		require.NoError(t, err)
		assert.Equal(t, ghg.PlaceID(want), y.Place())
	}
}

// A byte order mark is read over; UTF-16 is named.
func TestJSONWithAByteOrderMark(t *testing.T) {
	text, err := json.Marshal(inv(t, rec("I.1.1", ghg.CO2, mass("5 t"))))
	require.NoError(t, err)
	for _, x := range []string{string(text), "\uFEFF" + string(text)} {
		back, _, err := ghg.ReadJSON(strings.NewReader(x), gpcJSON)
		require.NoError(t, err)
		assert.Equal(t, 1, back.Len())
	}
	_, _, err = ghg.ReadJSON(strings.NewReader("\uFEFF\uFEFF"+string(text)), gpcJSON)
	assert.ErrorContains(t, err, "invalid character")
	_, _, err = ghg.ReadJSON(strings.NewReader("\xFF\xFE{\x00"), gpcJSON)
	assert.ErrorContains(t, err, "UTF-16")
}

// A text that encoding/json would replace is not written.
func TestJSONIsNotWrittenWithLostCharacters(t *testing.T) {
	r := rec("I.1.1", ghg.CO2, mass("5 t"))
	r.Facility = "\xbc\xad\xbf\xef"
	_, err := json.Marshal(inv(t, rec("I.1.1", ghg.CO2, mass("1 t")), r))
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "record 1", fault.Of)
	assert.Equal(t, "facility", fault.Field)
	y, err := ghg.NewYearly("D", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: 1, Source: "plan\xff"}})
	require.NoError(t, err)
	_, err = json.Marshal(y)
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, ghg.FaultEncoding, fault.Code)
	// IE into another scheme would come back as IE into this one.
	r.Facility = ""
	r.Value, err = ghg.IncludedIn(ghg.Category{Scheme: "IPCC 2006", Code: "1.A"}, "why")
	require.NoError(t, err)
	_, err = json.Marshal(inv(t, r))
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "includedIn", fault.Field)
}

// fieldsOnce is a slow reading of what the scan looks for.
func fieldsOnce(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	open, isDelim := token.(json.Delim)
	if !isDelim {
		if s, ok := token.(string); ok && strings.Contains(s, "\uFFFD") {
			return errors.New("U+FFFD")
		}
		return nil
	}
	if depth > 20 {
		return errors.New("too deep")
	}
	seen := map[string]bool{}
	for d.More() {
		if open == '{' {
			name, err := d.Token()
			if err != nil {
				return err
			}
			folded := strings.ToLower(strings.ToUpper(fmt.Sprint(name)))
			if seen[folded] || strings.Contains(folded, "\uFFFD") {
				return errors.New("twice, or U+FFFD")
			}
			seen[folded] = true
		}
		if err := fieldsOnce(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token()
	return err
}

// The scan and a reading token by token agree on every document.
func FuzzStrictJSON(f *testing.F) {
	for _, s := range []string{`{"a":1,"A":2}`, `{"a":{"b":[1,{"a":"\ufffd"}]}}`, `[[["\ud800"]]]`, `{"a":1,"\u0061":2}`, `"\\"`,
		`{"ſ":1,"S":2}`, strings.Repeat("[", 21) + strings.Repeat("]", 21), strings.Repeat("[", 22) + strings.Repeat("]", 22),
		`{"k":"\"{[,"}`, `{"a":"\ud83d\ude00"}`, "\xff", "\uFEFF{}", `{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,` +
			`"k":1,"l":1,"m":1,"n":1,"o":1,"p":1,"q":1,"r":1,"Q":1}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v any
		err := ghg.ReadStrictJSON(strings.NewReader(s), 1<<20, &v)
		bare := strings.TrimPrefix(s, "\uFEFF")
		if !json.Valid([]byte(bare)) {
			require.Error(t, err)
			return
		}
		slow := fieldsOnce(json.NewDecoder(strings.NewReader(bare)), 0)
		if strings.ToValidUTF8(bare, "\uFFFD") != bare {
			slow = errors.New("not UTF-8")
		}
		require.Equal(t, slow == nil, err == nil, "%v, %v", slow, err)
	})
}

// A document of 8.4 MB takes memory in proportion, whatever it is made of.
func TestStrictJSONIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	const size = 8_400_000
	head := `{"format":"localghg inventory 1","scheme":"GPC 1.1","place":"D","period":"2018","vintage":1,"records":`
	fill := func(part string) string { return strings.Repeat(part, size/len(part)) }
	for name, text := range map[string]string{
		"open":             fill("["),
		"open within":      head + fill("["),
		"open, objects":    head + fill(`{"a":`),
		"lists":            head + "[" + fill("[],") + "[]]}",
		"nested lists":     head + "[" + fill(strings.Repeat("[", 18)+strings.Repeat("]", 18)+",") + "[]]}",
		"objects":          head + "[" + fill("{},") + "{}]}",
		"sectors":          head + "[" + fill(`{"category":"I"},`) + "{}]}",
		"records":          head + "[" + fill(`{"category":"I.1.1"},`) + "{}]}",
		"unknown fields":   head + "[" + fill(`{"a":1},`) + "{}]}",
		"one string":       head + `"` + fill("a") + `"}`,
		"one string, open": head + `"` + fill("a"),
		"escapes":          head + `"` + fill(`\"`) + `"}`,
		"many fields":      "{" + strings.Repeat(`"a":1,`, 5),
		"blank":            fill(" "),
		"numbers":          head + "[" + fill("1,") + "1]}",
		"closed":           fill("]"),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := ghg.ReadJSON(strings.NewReader(text), gpcJSON)
		runtime.ReadMemStats(&after)
		assert.Error(t, err, name)
		took := after.TotalAlloc - before.TotalAlloc
		t.Logf("%s: %.1f MB", name, float64(took)/1e6)
		assert.Less(t, took, uint64(250e6), "%s: all that was ever allocated", name)
	}
	var fields bytes.Buffer
	for i := range 1001 {
		fmt.Fprintf(&fields, `"f%d":1,`, i)
	}
	var v any
	err := ghg.ReadStrictJSON(strings.NewReader("{"+fields.String()+`"x":1}`), 1<<20, &v)
	assert.ErrorContains(t, err, "more than 1000 fields")
	err = ghg.ReadStrictJSON(strings.NewReader(`{"a":{`+fields.String()[:900]+`"F7":1}}`), 1<<20, &v)
	assert.Error(t, err)
}

func ExampleReadStrictJSON() {
	var doc struct{ City string }
	err := ghg.ReadStrictJSON(strings.NewReader("{\"city\":\"\xbc\xad\xbf\xef\"}"), 1<<20, &doc)
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Code, strings.Contains(fault.Detail, "CP949"))
	fmt.Println(ghg.ReadStrictJSON(strings.NewReader(`{"city":"서울","City":"광주"}`), 1<<20, &doc))
	// Output:
	// true encoding true
	// field "City" is given twice
}

func ExampleStrictJSON() {
	text, err := ghg.StrictJSON(map[string]string{"city": "서울"})
	fmt.Println(string(text), err)
	_, err = ghg.StrictJSON(map[string]string{"city": "\xbc\xad\xbf\xef"})
	fmt.Println(err)
	// Output:
	// {"city":"서울"} <nil>
	// a text in it is not UTF-8, or holds U+FFFD where a character was lost: it would not be read as it is
}

// A text that was lost from its first character on is named as that.
func TestStrictJSONThatWasLostAtTheBeginning(t *testing.T) {
	var doc map[string]string
	for line, text := range map[int]string{1: "\uFFFD{}", 2: "\n\uFFFD{}"} {
		err := ghg.ReadStrictJSON(strings.NewReader(text), 1<<20, &doc)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, ghg.FaultEncoding, fault.Code)
		assert.Equal(t, line, fault.Line)
	}
}

// Behind a character that is written as a pair of escapes nothing is passed over.
func TestStrictJSONBehindAPair(t *testing.T) {
	var doc map[string]string
	err := ghg.ReadStrictJSON(strings.NewReader(`{"a":"\ud83d\ude00","a":"x"}`), 1<<20, &doc)
	assert.ErrorContains(t, err, "given twice")
}
