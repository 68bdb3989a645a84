package place_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/table"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// table reads a table of the package as it lies in the tree.
func cellsOf(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	b, err := os.ReadFile("data/" + name)
	require.NoError(t, err)
	got := table.MustRead(string(b))
	assert.Equal(t, "2026-07-20", got.Edition())
	assert.Equal(t, "2026-11-29", got.Retrieved())
	assert.Contains(t, place.Korea().Source(), "edition 2026-07-20, retrieved 2026-11-29")
	assert.Len(t, maps.Collect(got.Columns()), columns)
	var rows [][]string
	for r := range got.Rows() {
		var cells []string
		for i := range got.Columns() {
			cells = append(cells, r.At(i))
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestKoreaTableSize(t *testing.T) {
	places, changes := cellsOf(t, "korea_places.tsv", 11), cellsOf(t, "korea_changes.tsv", 7)
	levels := map[string]int{}
	for _, r := range places {
		levels[r[5]]++
		assert.NotEmpty(t, r[10], "%s has no source", r[0])
	}
	assert.Equal(t, map[string]int{"metropolitan": 26, "basic": 418, "administrative-city": 2, "ordinary-district": 39}, levels)
	kinds := map[string]int{}
	for _, r := range changes {
		kind, err := place.ParseKind(r[3])
		require.NoError(t, err)
		assert.Equal(t, place.Change{Kind: kind}.Extent(), r[4], r)
		kinds[r[3]]++
	}
	assert.Equal(t, map[string]int{"recode": 59, "rename-recode": 6, "transfer": 1, "merge": 9, "split": 4, "territory": 2}, kinds)
}

// TestKoreaCrossReferences looks at every day on which something changes, so at every
// state of the table: each parent is there, nothing stands below itself, no code is held
// twice.
func TestKoreaCrossReferences(t *testing.T) {
	korea := place.Korea()
	days := map[string]bool{}
	for _, r := range cellsOf(t, "korea_places.tsv", 11) {
		days[r[7]] = true
		if r[8] != "" {
			days[r[8]] = true
		}
	}
	assert.Len(t, days, 30)
	for day := range days {
		on, seen := ghg.MustDate(day), map[string]bool{}
		for p := range korea.On(on) {
			s, err := p.On(on)
			require.NoError(t, err)
			assert.False(t, seen[s.Code], "%s twice on %s", s.Code, day)
			seen[s.Code] = true
			above, ok := p.Parent(on)
			require.Equal(t, s.Level != place.Metropolitan, ok, "%s on %s", s, day)
			if !ok {
				continue
			}
			chain := slices.Collect(p.Ancestors(on))
			assert.LessOrEqual(t, len(chain), 2)
			assert.NotContains(t, chain, p)
			below := above.Members(on)
			if !s.Level.IsGovernment() {
				below = above.Units(on)
			}
			assert.Contains(t, slices.Collect(below), p)
			found, err := korea.ByCode(s.Code, on)
			require.NoError(t, err)
			assert.Equal(t, p, found)
		}
	}
}

// What ended since the changes are held has a successor, and what began then a
// predecessor, but for what is new: nothing in the table is left hanging.
func TestKoreaChangesAreWhole(t *testing.T) {
	first, n := ghg.MustDate("2006-07-02"), 0
	for _, r := range cellsOf(t, "korea_places.tsv", 11) {
		if r[5] == "ordinary-district" || r[5] == "administrative-city" {
			continue
		}
		for _, p := range place.Korea().Places(r[0]) {
			spans := p.Spans()
			if end := spans[len(spans)-1].To; end != (ghg.Date{}) && !end.Before(first) {
				n++
				assert.NotEmpty(t, p.Successors(), "%s ended on %s", p, end)
			}
			if begin := spans[0].From; !begin.Before(first) {
				n++
				assert.NotEmpty(t, p.Predecessors(), "%s began on %s", p, begin)
			}
		}
	}
	// Ended: Changwon, Masan, Jinhae, Yeongi, Cheongju (whose code is in two lines and has
	// two places, so four times in all), Cheongwon, Gwangju, Jeonnam, three of Incheon.
	// Began: Changwon, Sejong, Cheongju, the integrated city, four of Incheon.
	assert.Equal(t, 21, n)
}

func TestKoreaTerritory(t *testing.T) {
	korea, day := place.Korea(), ghg.MustDate("2024-12-31")
	for code, want := range map[string][]string{
		"47":    {"47720 → 27720 on 2023-07-01 (transfer, whole)"},
		"27720": nil,
		"44150": {"44150 → 36 on 2012-07-01 (territory, part)"},
		"43":    {"43710 → 36 on 2012-07-01 (territory, part)"}, // the merger of Cheongju is within it
		"44":    {"44150 → 36 on 2012-07-01 (territory, part)", "44730 → 36 on 2012-07-01 (merge, whole)"},
		"52":    nil, "51": nil, "36": nil,
	} {
		p, err := korea.ByCode(code, day)
		require.NoError(t, err)
		var have []string
		for _, c := range p.TerritoryChanges() {
			have = append(have, c.String())
		}
		assert.ElementsMatch(t, want, have, code)
	}
}

func TestKoreaNames(t *testing.T) {
	korea := place.Korea()
	for _, c := range []struct{ name, day, want string }{
		{"경기_수원시", "2021-12-31", "41110"}, // as the sheets of the regional statistics are named
		{"세종_세종시", "2021-12-31", "36"},
		{"전북 전주시", "2024-06-01", "52110"},
		{"전북 전주시", "2023-06-01", "45110"},
		{"전라남도 목포시", "2026-06-30", "46110"},
		{"목포시", "2026-07-01", "12110"},
		{"Jung-gu, Daegu", "2020-01-01", "27110"},
		{"Goseong-gun, Gangwon State", "2024-01-01", "51820"},
		{"경상북도 포항시 남구", "2026-08-01", "47111"},
		{"부산직할시", "1994-12-31", "21"},
		{"\u1109\u116e\u110b\u116f\u11ab\u1109\u1175", "2024-01-01", "41110"}, // in single letters
	} {
		p, _, err := korea.Find(ghg.PlaceID(c.name), ghg.MustDate(c.day))
		if assert.NoError(t, err, c.name) {
			assert.Equal(t, c.want, codesOf([]place.Place{p}, ghg.MustDate(c.day))[0], c.name)
		}
	}
	for _, c := range []struct{ name, day, says string }{
		{"수언시", "2024-01-01", "41110 수원시"},
		{"중", "2024-01-01", "nor one that looks alike"},
		{"강원특별자치도", "2022-01-01", "from 2023-06-11 on"},
		{"대구 고성군", "2022-01-01", "no 고성군 is there then; there is 42820"},
		{"수원시 영통구", "2018-01-01", "since when is not known"},
		{"인천 서구", "2026-07-20", "no 서구 is there then; there is"},
		{"a b c d e f g h", "2024-01-01", "nor one that looks alike"},
		{"제물포구", "2026-06-30", "28125"},
		{"영통구", "2020-01-01", "since when is not known"},
	} {
		_, _, err := korea.Find(ghg.PlaceID(c.name), ghg.MustDate(c.day))
		var e *ghg.UnknownError
		if assert.ErrorAs(t, err, &e, c.name) {
			assert.ErrorContains(t, err, c.says)
		}
	}
	for _, name := range []string{"", strings.Repeat("구", 100), "\xff"} {
		_, _, err := korea.Find(ghg.PlaceID(name), ghg.MustDate("2024-01-01"))
		var f ghg.Fault
		assert.ErrorAs(t, err, &f)
	}
}
