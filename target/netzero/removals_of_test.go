package netzero_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// grossAndNet are the two views of a small tree with a forest.
func grossAndNet() (gross, net ghg.View) {
	tree := must(ghg.NewScheme(ghg.SchemeDefinition{ID: "town tree", Title: "town tree", Source: "s", Nodes: []ghg.Node{
		{Code: "E", Name: "Energy", Reportable: true}, {Code: "F", Name: "Forest", Reportable: true, Negative: true}}}))
	view := func(name string, codes ...string) ghg.View {
		return must(ghg.NewView(ghg.ViewDefinition{Name: name, Scheme: tree, Categories: codes, Addable: true, Why: "w", Source: "s"}))
	}
	return view("gross", "E"), view("net", "E", "F")
}

func kilotonnes(place ghg.PlaceID, v ghg.View, metric ghg.Metric, figures ...ghg.YearFigure) ghg.Yearly {
	for i := range figures {
		figures[i].Vintage = ghg.FirstVintage
	}
	return must(ghg.NewYearly(place, v, metric, figures))
}

func kt5(s string) ghg.CO2e { return ghg.MustCO2e(s + " ktCO2e (AR5)") }

// A city states gross and net emissions; what lies between them are its removals.
func ExampleRemovalsOf() {
	g, n := grossAndNet()
	gross := kilotonnes("town", g, ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: kt5("95.5"), Source: "gross table"},
		ghg.YearFigure{Year: 2022, CO2e: kt5("88.2"), Source: "gross table"})
	net := kilotonnes("town", n, ghg.AR5, ghg.YearFigure{Year: 2022, CO2e: kt5("86.9"), Status: ghg.Provisional, Source: "net table"})
	removals, err := netzero.RemovalsOf(gross, net)
	if err != nil {
		fmt.Println(err)
		return
	}
	for y := range removals.All() {
		fmt.Println(y.Year, y.Value, y.Status, y.Source)
	}
	_, err = netzero.RemovalsOf(gross, gross)
	fmt.Println(err)
	// Output:
	// 2022 1300 tCO2e (AR5) provisional net table
	// removals, net "town tree gross": it is the view of the gross emissions too: what sinks take up is in neither, or in both
}

func TestRemovalsOf(t *testing.T) {
	g, n := grossAndNet()
	gross := kilotonnes("town", g, ghg.AR5, ghg.YearFigure{Year: 2020, CO2e: kt5("91"), Status: ghg.Estimated},
		ghg.YearFigure{Year: 2021, CO2e: kt5("90")})
	net := kilotonnes("town", n, ghg.AR5, ghg.YearFigure{Year: 2020, CO2e: kt5("93")}, ghg.YearFigure{Year: 2021, CO2e: kt5("89.5")},
		ghg.YearFigure{Year: 2022, CO2e: kt5("7")})
	removals, err := netzero.RemovalsOf(gross, net)
	require.NoError(t, err)
	var got []string
	for y := range removals.All() {
		got = append(got, fmt.Sprint(y.Year, " ", y.Value, " ", y.Status))
	}
	assert.Equal(t, []string{"2020 -2000 tCO2e (AR5) estimated", "2021 500 tCO2e (AR5) actual"}, got) // a release, and what is taken up

	var mismatch *ghg.MismatchError
	_, err = netzero.RemovalsOf(gross, kilotonnes("city", n, ghg.AR5))
	require.ErrorAs(t, err, &mismatch)
	assert.Len(t, mismatch.Differ, 1)
	_, err = netzero.RemovalsOf(gross, kilotonnes("town", n, ghg.AR4))
	assert.ErrorAs(t, err, &mismatch)
	_, err = netzero.RemovalsOf(net, gross)
	assert.ErrorIs(t, err, netzero.ErrSinksCounted)
	_, err = netzero.RemovalsOf(ghg.Yearly{}, net)
	assert.Error(t, err)
	removals, err = netzero.RemovalsOf(gross, kilotonnes("town", n, ghg.AR5))
	require.NoError(t, err)
	assert.Zero(t, removals.Len())
}
