package rollup_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var adding = rollup.Question{View: road(), Metric: ghg.AR5}

// nestedAs is the question with a choice.
func nestedAs(n rollup.Nesting) rollup.Question {
	q := adding
	q.Nested = n
	return q
}

// Sheets of the two cities of Jeju are added into it; they are no members.
func TestUnitsAreAddedIntoTheirProvince(t *testing.T) {
	const day = "2018-12-31"
	reports := tables(t, day, 2018, map[string]string{"50110": "2600.50", "50130": "1400.25"})
	out, err := groupOf(t, day, "50", "48120").Yearly(adding, []int{2018}, append(reports, tables(t, day, 2018,
		map[string]string{"48120": "1"})...))
	require.NoError(t, err)
	s := out.Sums[0]
	equalKt(t, "4001.75", s.CO2e)
	assert.Equal(t, []string{"50"}, codes(s.ByParts))
	assert.True(t, s.IsComplete())

	out, err = groupOf(t, day, "50").Yearly(adding, []int{2018}, reports[:1])
	require.NoError(t, err)
	assert.Equal(t, []string{"missing-member:50130"}, findingCodes(out.Sums[0].Findings))

	_, err = rollup.NewGroup(rollup.Definition{Name: "x", Day: endOf2018, Members: []place.Place{at("50110")}})
	var f ghg.Fault
	require.True(t, errors.As(err, &f))
	assert.Equal(t, place.FaultNotAGovernment, f.Code)
	_, err = groupOf(t, day, "50").Yearly(adding, []int{2018}, append(reports, tables(t, day, 2018, map[string]string{"50": "4000.75"})...))
	var nested *rollup.NestedError
	require.ErrorAs(t, err, &nested)
	assert.Equal(t, []string{"50110", "50130"}, codes(nested.Below))
	equalKt(t, "8001.5", nested.WouldBe)
}

// A choice is needed where both sides have figures, and only there.
func TestOneSideAlone(t *testing.T) {
	const day = "2018-12-31"
	g := groupOf(t, day, "27", "27290")
	for _, n := range []rollup.Nesting{0, rollup.OwnFigure, rollup.SumOfParts, rollup.OwnAndParts} {
		out, err := g.Yearly(nestedAs(n), []int{2018}, tables(t, day, 2018, map[string]string{"27": "9430"}))
		require.NoError(t, err)
		assert.Equal(t, []string{"27"}, countedCodes(out.Sums[0]), n)
		assert.Len(t, out.Sums[0].Covered, 1)
		assert.Empty(t, out.Sums[0].Compared)

		out, err = g.Yearly(nestedAs(n), []int{2018}, tables(t, day, 2018, map[string]string{"27290": "1500"}))
		require.NoError(t, err)
		assert.Equal(t, []string{"27290"}, countedCodes(out.Sums[0]), n)
		assert.Len(t, out.Sums[0].Missing, 7, "the other districts")
	}
	// A year in which they are on different sides is taken for itself.
	city := printed("27", road(), ghg.AR5, map[int]string{2016: "9000 kt", 2017: "9100 kt"})
	district := printed("27290", road(), ghg.AR5, map[int]string{2018: "1500 kt"})
	q := nestedAs(rollup.OwnFigure)
	q.Align = []rollup.Alignment{{Place: at("27"), Year: 2018}}
	out, err := g.Yearly(q, []int{2018, 2016, 2017, 2016}, []rollup.SeriesOf{city, district})
	require.NoError(t, err)
	require.Equal(t, 3, out.Yearly.Len())
	assert.Equal(t, []string{"27"}, countedCodes(out.Sums[0]))
	assert.Equal(t, []string{"27290"}, countedCodes(out.Sums[2]))
}

// Its own figure counts, and what its parts come to is held against it.
func TestOwnAndParts(t *testing.T) {
	const day = "2018-12-31"
	kts := map[string]string{"27": "1000"}
	for p := range at("27").Members(endOf2018) {
		kts[codes([]place.Place{p})[0]] = "100.25"
	}
	out, err := groupOf(t, day, "27").Yearly(nestedAs(rollup.OwnAndParts), []int{2018}, tables(t, day, 2018, kts))
	require.NoError(t, err)
	s := out.Sums[0]
	equalKt(t, "1000", s.CO2e)
	require.Len(t, s.Compared, 1)
	c := s.Compared[0]
	equalKt(t, "-198", c.Difference)
	equal(t, "0.045", c.Rounding.In(ghg.Kilotonne))
	assert.False(t, c.IsExplained)
	assert.Empty(t, c.Alone)
	require.Len(t, s.Findings.All, 1)
	assert.Equal(t, ghg.FindingTotalMismatch, s.Findings.All[0].Code)
	assert.Equal(t, "stated as 1000.00 kt; the sum of 8 parts is 802.00 kt: -198000 t difference; "+
		"beyond the rounding of what is printed: 197955 t", s.Findings.All[0].Detail)
	assert.Contains(t, s.Findings.All[0].Korean(), "하위 8건의 합 802.00 kt")

	kts["27"] = "802.04" // within the rounding, as half a unit of each explains 0.045
	out, err = groupOf(t, day, "27").Yearly(nestedAs(rollup.OwnAndParts), []int{2018}, tables(t, day, 2018, kts))
	require.NoError(t, err)
	assert.True(t, out.Sums[0].Compared[0].IsExplained)
	assert.Equal(t, ghg.FindingTotalRounded, out.Sums[0].Findings.All[0].Code)
	kts["27"] = "802.05"
	out, err = groupOf(t, day, "27").Yearly(nestedAs(rollup.OwnAndParts), []int{2018}, tables(t, day, 2018, kts))
	require.NoError(t, err)
	assert.False(t, out.Sums[0].Compared[0].IsExplained)

	delete(kts, "27110") // what has no part's figure is said, and not filled
	out, err = groupOf(t, day, "27").Yearly(nestedAs(rollup.OwnAndParts), []int{2018}, tables(t, day, 2018, kts))
	require.NoError(t, err)
	assert.Equal(t, []string{"27110"}, codes(out.Sums[0].Compared[0].Missing))
	assert.Contains(t, out.Sums[0].Findings.All[0].Detail, "; there is no figure of 27110 중구, and the difference is not taken for one")
	assert.Empty(t, out.Sums[0].Missing, "the city's own figure is complete")
}

func TestNestingNames(t *testing.T) {
	assert.Equal(t, "own figure, held against the sum of parts", rollup.OwnAndParts.String())
	assert.Equal(t, "하위 합계", rollup.SumOfParts.Korean())
	assert.Equal(t, "unknown (9)", rollup.Nesting(9).String())
	assert.Equal(t, "알 수 없음 (9)", rollup.Nesting(9).Korean())
	assert.Equal(t, "not chosen", rollup.Nesting(0).String())
	assert.Equal(t, "unknown (4)", rollup.Nesting(4).String(), "one beyond the last")
	assert.Equal(t, "알 수 없음 (4)", rollup.Nesting(4).Korean())
}

// All places that are nested are named at once.
func TestEveryNestIsTold(t *testing.T) {
	_, err := groupOf(t, "2018-12-31", "27", "48", "50").Yearly(adding, []int{2018}, tables(t, "2018-12-31", 2018,
		map[string]string{"27": "1", "27290": "1", "48": "1", "48120": "1", "50": "1", "50110": "1"}))
	var nested *rollup.NestedError
	require.ErrorAs(t, err, &nested)
	assert.Equal(t, at("27"), nested.Place)
	assert.Equal(t, []string{"48", "50"}, codes(nested.Others))
	assert.Contains(t, err.Error(), "27290 달서구; and so have 48 경상남도; 50 제주특별자치도; all added would be 6000 tCO2e (AR5)")
}
