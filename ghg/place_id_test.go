package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spellings are ways to type a place that nobody can tell apart.
var spellings = map[ghg.PlaceID][]string{
	"São Paulo": {"São Paulo", "Sa\u0303o Paulo", "São\u00a0Paulo", " São Paulo", "São Paulo\u200b",
		"S\u00adão  Paulo", "\uFEFFSão Paulo\u3000",
		"S\u200ba\u0303o\u202fPaulo", "São Paulo\u200e", "Sa\u034f\u0303o Paulo", "São\tPaulo"},
	"대구":       {"대구", "\u1103\u1162\u1100\u116e", " 대구", "대구\u00a0", "대\u200b구", "\u2060대구", "대\u1100\u116e", "대구\u3164"},
	"金海":       {"金海", "\uf90a海", "金\ufe00海", "金\U000e0100海"},
	"Hà Nội":   {"Hà Nội", "Ha\u0300 No\u0323\u0302i", "Ha\u0300 No\u0302\u0323i", "Hà N\u1ecd\u0302i"},
	"Ångström": {"\u212bngström", "A\u030angstro\u0308m"},
	"New York": {"New York", "New  York", "New\u2003York", "New\nYork"},
	"كوهدشت":   {"كوه\u200cدشت", "كوهدشت"},
	"दिल्ली":   {"दिल्ली", "\u200fदिल्ली"},
	"กรุงเทพ":  {"กรุงเทพ"},
	"Ọ̀yọ́":    {"O\u0323\u0300yo\u0323\u0301", "O\u0300\u0323yo\u0301\u0323"},
}

func TestParsePlace(t *testing.T) {
	for want, names := range spellings {
		for _, name := range names {
			got, err := ghg.ParsePlace(name)
			require.NoError(t, err, "%q", name)
			assert.Equal(t, want, got, "%+q", name)
			assert.True(t, got.Is(ghg.PlaceID(name)) && ghg.PlaceID(name).Is(got))
			again, err := ghg.ParsePlace(string(got))
			require.NoError(t, err)
			assert.Equal(t, got, again)
		}
	}
	for name, says := range map[string]string{
		"":                       "a name is needed",
		" \u200b\u00a0":          "a name is needed",
		strings.Repeat("가", 67):  "longer than 200 bytes",
		strings.Repeat("x", 201): "longer than 200 bytes",
		"\xbc\xad\xbf\xef":       "CP949",
		"Seoul\xff":              "not UTF-8",
		"\uFFFD\uFFFD":           "U+FFFD",
		"a\x00b":                 "control character (U+0000)",
		"a\x1bb":                 "control character (U+001B)",
		"a\u0086b":               "control character (U+0086)",
		"a\x80b":                 "UTF-8",
	} {
		_, err := ghg.ParsePlace(name)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, "%q", name)
		assert.Equal(t, ghg.FaultPlace, fault.Code)
		assert.Contains(t, fault.Detail, says)
	}
	for _, name := range []string{strings.Repeat("가", 66), strings.Repeat("x", 200), strings.Repeat("x", 200) + " \u200b", "대구 수성구"} {
		_, err := ghg.ParsePlace(name)
		assert.NoError(t, err)
	}
	for _, other := range [][2]ghg.PlaceID{{"Seoul", "SEOUL"}, {"São Paulo", "Sao Paulo"}, {"", "x"}, {"\xff", "\xfe"}, {"a b", "ab"}} {
		assert.False(t, other[0].Is(other[1]), "%q", other)
	}
}

// Every door reads a place so: however typed, it is one inventory and one series.
func TestOnePlaceAtEveryDoor(t *testing.T) {
	year := ghg.CalendarYear(2022)
	const head = "place,year,category,mass,unit,gas\n"
	for want, names := range spellings {
		var file strings.Builder
		var records []ghg.Record
		for _, name := range names {
			fmt.Fprintf(&file, "\"%s\",2022,I.1.1,5,t,CO2\n", name)
			r := rec("I.1.1", ghg.CO2, mass("5 t"))
			r.Place, r.Period = ghg.PlaceID(name), year
			records = append(records, r)

			y, err := ghg.NewYearly(ghg.PlaceID(name), gpc.Basic, ghg.AR5, nil)
			require.NoError(t, err)
			assert.Equal(t, want, y.Place())
			b := y.Basis()
			b.Place = ghg.PlaceID(name)
			assert.NoError(t, y.Basis().Meets("a", b, "b"))

			quoted, err := json.Marshal(name)
			require.NoError(t, err)
			text := `{"view":"BASIC","edition":"GPC 1.1","metric":"AR5","figures":[],"place":` + string(quoted) + `}`
			y, err = ghg.ReadYearlyJSON(strings.NewReader(text), gpc.Views())
			require.NoError(t, err)
			assert.Equal(t, want, y.Place())
			text = `{"scheme":"GPC 1.1","period":"2018","vintage":1,"records":[{"category":"I.1.1","gas":"CO2","mass":"3 t"}],"place":` +
				string(quoted) + `}`
			i, _, err := ghg.ReadJSON(strings.NewReader(text), gpcJSON)
			require.NoError(t, err)
			assert.Equal(t, want, i.Place())
		}
		got, report, err := ghg.ReadCSV(strings.NewReader(head+file.String()), ghg.CSVFormat{Scheme: gpc.Scheme})
		require.NoError(t, errors.Join(err, report.Err()))
		for _, list := range [][]ghg.Record{got, records} {
			n := 0
			for id, group := range ghg.GroupRecords(list) {
				n++
				assert.Equal(t, ghg.InventoryID{Place: want, Period: year}, id)
				i, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
				require.NoError(t, err)
				assert.Equal(t, len(names), i.Len())
				for r := range i.Records() {
					assert.Equal(t, want, r.Place)
				}
			}
			assert.Equal(t, 1, n, want)
		}
	}
	_, report, err := ghg.ReadCSV(strings.NewReader(head+"\u200b,2022,I.1.1,5,t,CO2\n"), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	assert.Equal(t, "place", faultsOf(report.Faults))
}

// A mark that makes up no character is told: without it the place is another.
func TestMarksInPlacesAreTold(t *testing.T) {
	for name, marks := range map[ghg.PlaceID]string{"q\u0303o": "U+0303", "Ọ̀yọ́": "U+0300, U+0301", "대\u11a8\u11a8": "U+11A8",
		"दिल्ली": "", "กรุงเทพ": "", "São Paulo": "", "Sa\u0303o Paulo": ""} {
		_, findings, err := ghg.NewInventory(name, ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, nil)
		require.NoError(t, err)
		if marks == "" {
			assert.Zero(t, findings.Len(), name)
			continue
		}
		require.Equal(t, 1, findings.Len(), name)
		assert.Equal(t, ghg.FindingPlaceMarks, findings.All[0].Code)
		assert.Equal(t, marks, findings.All[0].Found)
	}
}

// The blocks of marks are known to their first and last character.
func TestMarksByBlock(t *testing.T) {
	for _, block := range [][2]rune{{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}, {0x11A8, 0x11FF}} {
		for mark, want := range map[rune]int{block[0]: 1, block[1]: 1, block[1] + 1: 0, block[0] - 1: 0} {
			if block[0] == 0x11A8 && mark < block[0] { // jamo are marks from U+1100 on
				mark, want = 0x10FF, 0
			}
			_, findings, err := ghg.NewInventory("q"+ghg.PlaceID(mark), ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, nil)
			if err != nil { // what is no character of a name at all
				assert.Zero(t, want, "%U", mark)
				continue
			}
			assert.Equal(t, want, findings.Len(), "%U", mark)
		}
	}
	_, findings, err := ghg.NewInventory("q\u1100", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, nil)
	require.NoError(t, err)
	assert.Equal(t, "U+1100", findings.All[0].Found)
}

// CleanPlace puts the name as it is read in its place, or leaves it with a fault.
func TestCleanPlace(t *testing.T) {
	var faults ghg.Faults
	place := ghg.PlaceID(" 대구 ")
	assert.False(t, faults.CleanPlace("plan", "place", &place))
	assert.Equal(t, ghg.PlaceID("대구"), place)
	assert.Zero(t, faults.Len())
	place = "a\x00b"
	assert.True(t, faults.CleanPlace("plan", "place", &place))
	assert.Equal(t, ghg.PlaceID("a\x00b"), place)
	assert.ErrorContains(t, faults, "plan, place")
}

func FuzzParsePlace(f *testing.F) {
	for _, names := range spellings {
		for _, n := range names {
			f.Add(n)
		}
	}
	f.Fuzz(func(t *testing.T, name string) {
		place, err := ghg.ParsePlace(name)
		if err != nil {
			return
		}
		again, err := ghg.ParsePlace(string(place))
		require.NoError(t, err)
		require.Equal(t, place, again)
		for _, dressed := range []string{" " + name, name + "\u00a0", "\u200b" + name + "\uFEFF"} {
			other, err := ghg.ParsePlace(dressed)
			require.NoError(t, err)
			require.Equal(t, place, other)
		}
	})
}

// A name from a Mac, one from a web page, and one from a keyboard.
func ExampleParsePlace() {
	for _, name := range []string{"Sa\u0303o Paulo", "São\u00a0Paulo\u200b", "São Paulo", "\xbc\xad\xbf\xef"} {
		place, err := ghg.ParsePlace(name)
		fmt.Println(place, place == "São Paulo", err != nil)
	}
	fmt.Println(ghg.PlaceID("\u1103\u1162\u1100\u116e").Is("대구"))
	// Output:
	// São Paulo true false
	// São Paulo true false
	// São Paulo true false
	//  false true
	// true
}
