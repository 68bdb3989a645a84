package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A year with a change of the boundary has two territories: which one a figure is of is
// stated.
func TestTerritoryIsStated(t *testing.T) {
	const day = "2023-12-31"
	g := groupOf(t, day, "27", "47")
	reports := tables(t, day, 2023, map[string]string{"27": "9000", "47": "60000"})
	_, err := g.Yearly(adding, []int{2023}, reports)
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, rollup.FaultTerritory, fault.Code)
	for i := range reports {
		reports[i].Territory = ghg.MustDate(day)
	}
	out, err := g.Yearly(adding, []int{2023}, reports)
	require.NoError(t, err)
	assert.Empty(t, out.Sums[0].Findings.All)

	// In the year before nothing has to be stated, but the group is of another territory.
	out, err = g.Yearly(adding, []int{2022}, tables(t, day, 2022, map[string]string{"27": "9000", "47": "60000"}))
	require.NoError(t, err)
	assert.Equal(t, []string{"territory-differs:27", "territory-differs:47"}, findingCodes(out.Sums[0].Findings))
	assert.Contains(t, out.Sums[0].Findings.All[0].Korean(), "47720 → 27720")
}

// What stood below another place in the year of its figure is counted with it, whatever
// the day of the group says.
func TestNestedInTheirYear(t *testing.T) {
	const day = "2023-12-31"
	_, err := groupOf(t, day, "47", "27720").Yearly(adding, []int{2022},
		tables(t, day, 2022, map[string]string{"47": "60000", "27720": "300"}))
	var both *rollup.OverlapError
	require.ErrorAs(t, err, &both)
	require.Len(t, both.Overlaps, 1)
	assert.Equal(t, "47720/47720", both.Overlaps[0].Codes)
	assert.Contains(t, both.Korean(), "구역이 겹칩니다: 47720 군위군이 47720 군위군(2022-12-31 기준)")
}

// A county of which a part went to a new city is in both, where their days differ.
func TestPartOfATerritoryInBoth(t *testing.T) {
	const day = "2013-12-31"
	d := rollup.Definition{Name: "x", Day: ghg.MustDate(day), Members: []place.Place{on(t, "36", day), on(t, "43710", day)}}
	g, err := rollup.NewGroup(d)
	require.NoError(t, err)
	county := series(t, on(t, "43710", day), road(), ghg.AR5, ghg.YearFigure{Year: 2013, CO2e: hundredths(t, "2"), Vintage: 1})
	city := series(t, on(t, "36", day), road(), ghg.AR5, ghg.YearFigure{Year: 2013, CO2e: hundredths(t, "1"), Vintage: 1})
	_, err = g.Yearly(adding, []int{2013}, []rollup.SeriesOf{city, county})
	require.NoError(t, err)
	county.Territory = ghg.MustDate("2011-12-31")
	_, err = g.Yearly(adding, []int{2013}, []rollup.SeriesOf{city, county})
	var both *rollup.OverlapError
	require.ErrorAs(t, err, &both)
	assert.Equal(t, "43710/36", both.Overlaps[0].Codes)

	// A figure of a year in which the place was not there states its territory.
	early := series(t, on(t, "36", day), road(), ghg.AR5, ghg.YearFigure{Year: 2010, CO2e: hundredths(t, "1"), Vintage: 1})
	_, err = groupOf(t, day, "36").Yearly(adding, []int{2010}, []rollup.SeriesOf{early})
	var none *place.NotInForceError
	require.ErrorAs(t, err, &none)
	early.Territory = ghg.MustDate(day)
	_, err = groupOf(t, day, "36").Yearly(adding, []int{2010}, []rollup.SeriesOf{early})
	require.NoError(t, err)
}

// Territories of very many days are refused: each is held against every later one.
func TestTerritoriesOfManyDays(t *testing.T) {
	var members []string
	var reports []rollup.SeriesOf
	for p := range at("41").Members(endOf2018) {
		members = append(members, codes([]place.Place{p})[0])
		r := series(t, p, road(), ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: hundredths(t, "1"), Vintage: 1})
		r.Territory = ghg.Date{Year: 2018, Month: 12, Day: len(members)}
		reports = append(reports, r)
		switch _, err := groupOf(t, "2018-12-31", members...).Yearly(adding, []int{2018}, reports); len(members) {
		case 20:
			require.NoError(t, err)
		case 21:
			require.ErrorContains(t, err, "they are of more than 20 days")
			return
		}
	}
}
