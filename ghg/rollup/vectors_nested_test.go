package rollup_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func testNested(t *testing.T, v vector) {
	in := read[struct {
		Day     string
		Members []string
		Kt      map[string]string
	}](t, v.Inputs)
	want := read[struct {
		All struct {
			Refused string
			WouldBe string `json:"would_be_kt"`
		} `json:"all_added"`
		Own        string `json:"own_figure_kt"`
		Sum        string `json:"sum_of_children_kt"`
		Difference string `json:"difference_kt"`
		Total      string `json:"total_kt"`
		Counted    []string
		Covered    []string `json:"covered_by_parent"`
	}](t, v.Expected)
	if in.Day == "" {
		in.Day = "2018-12-31"
	}
	year := ghg.MustDate(in.Day).Year
	g := groupOf(t, in.Day, in.Members...)
	reports := tables(t, in.Day, year, in.Kt)
	ask := func(n rollup.Nesting) (rollup.Sum, error) {
		out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5, Nested: n}, []int{year}, reports)
		if err != nil {
			return rollup.Sum{}, err
		}
		return out.Sums[0], nil
	}
	_, err := ask(0)
	var nested *rollup.NestedError
	require.ErrorAs(t, err, &nested)
	if want.All.WouldBe != "" {
		equalKt(t, want.All.WouldBe, nested.WouldBe)
	}
	own, err := ask(rollup.OwnFigure)
	require.NoError(t, err)
	if want.Total != "" {
		equalKt(t, want.Total, own.CO2e)
		assert.Equal(t, want.Counted, countedCodes(own))
		var covered []place.Place
		for _, c := range own.Covered {
			covered = append(covered, c.Place)
		}
		assert.Equal(t, want.Covered, codes(covered))
		return
	}
	equalKt(t, want.Own, own.CO2e)
	parts, err := ask(rollup.SumOfParts)
	require.NoError(t, err)
	equalKt(t, want.Sum, parts.CO2e)
	both, err := ask(rollup.OwnAndParts)
	require.NoError(t, err)
	equalKt(t, want.Own, both.CO2e)
	require.Len(t, both.Compared, 1)
	equalKt(t, want.Difference, both.Compared[0].Difference)
}

func testDistrict(t *testing.T, v vector) {
	in := read[struct {
		Day     string
		Members []string
		Kt      map[string]string
	}](t, v.Inputs)
	d := rollup.Definition{Name: "coalition", Day: ghg.MustDate(in.Day)}
	for _, c := range in.Members {
		d.Members = append(d.Members, on(t, c, in.Day))
	}
	_, err := rollup.NewGroup(d)
	var f ghg.Fault
	require.True(t, errors.As(err, &f))
	assert.Equal(t, read[struct{ Refused string }](t, v.Expected).Refused, f.Code+":"+strings.Fields(f.Value)[0])
	// As a figure beside that of its city it is a part of it.
	_, err = groupOf(t, in.Day, "41110").Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{2025},
		tables(t, in.Day, 2025, in.Kt))
	var nested *rollup.NestedError
	require.ErrorAs(t, err, &nested)
}

func testGunwi(t *testing.T, v vector) {
	in := read[struct {
		Year    int
		Members []struct{ Code, Territory, Kt string }
	}](t, v.Inputs)
	want := read[struct{ Overlap []string }](t, v.Expected)
	var reports []rollup.SeriesOf
	for _, m := range in.Members {
		r := tables(t, "2022-12-31", in.Year, map[string]string{m.Code: m.Kt})[0]
		if day, _, _ := strings.Cut(m.Territory, " "); len(day) > 4 {
			r.Territory = ghg.MustDate(day)
		}
		reports = append(reports, r)
	}
	_, err := groupOf(t, "2022-12-31", "27", "47").Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{in.Year}, reports)
	var both *rollup.OverlapError
	require.ErrorAs(t, err, &both)
	var overlap []string
	for _, o := range both.Overlaps {
		overlap = append(overlap, o.Codes)
	}
	assert.Equal(t, want.Overlap, overlap)
}
