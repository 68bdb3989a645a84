package place_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The changes of the territory of every place are those by which it comes to hold, or no
// longer holds, what the table says moved: read from the table, change by change.
func TestTerritoryChangesOfAll(t *testing.T) {
	text, err := os.ReadFile("data/korea_changes.tsv")
	require.NoError(t, err)
	korea := place.Korea()
	want, all := map[place.Place][]string{}, map[place.Place]bool{}
	for row := range strings.Lines(string(text)) {
		cells := strings.Split(row, "\t")
		if strings.HasPrefix(row, "#") || cells[0] == "from" {
			continue
		}
		on := ghg.MustDate(cells[2])
		last := time.Date(on.Year, on.Month, on.Day-1, 0, 0, 0, 0, time.UTC)
		before := ghg.Date{Year: last.Year(), Month: last.Month(), Day: last.Day()}
		from, err := korea.ByCode(cells[0], before)
		require.NoError(t, err)
		to, err := korea.ByCode(cells[1], on)
		require.NoError(t, err)
		for p := range korea.On(on) {
			all[p] = true
			if _, err := p.On(before); err == nil && from.IsWithin(p, before) != to.IsWithin(p, on) {
				want[p] = append(want[p], cells[0]+" "+cells[1])
			}
		}
	}
	require.NotEmpty(t, want)
	for p := range all {
		var got []string
		for _, c := range p.TerritoryChanges() {
			got = append(got, c.From+" "+c.To)
		}
		assert.ElementsMatch(t, want[p], got, p)
	}
	assert.Empty(t, place.Place{}.TerritoryChanges())
}
