package sink_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBalanceRefuses(t *testing.T) {
	r := must(woods().Through(2028))
	gross := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, []ghg.YearFigure{{Year: 2030, CO2e: tonnes("5"), Vintage: ghg.FirstVintage}}))
	_, err := sink.Removals{}.Balance(gross, 2030)
	assert.EqualError(t, err, "no project given: make one with sink.New")
	_, err = r.Balance(gross, 2030)
	assert.ErrorContains(t, err, `the removals of sink "city woods": no figure for 2030: compute them through that year`)
	_, err = r.Balance(gross, 2028)
	var none *ghg.NoFigureError
	assert.ErrorAs(t, err, &none)
	_, err = r.Balance(must(ghg.NewYearly("city", gpc.Basic, ghg.AR5, nil)), 2028)
	assert.EqualError(t, err, `the emissions and sink "city woods" do not meet: place "city" and "town": both must be of one place; `+
		`metric AR5 and unstated: make both with one metric, or restate one in the other's`)
	// Removals from land are in BASIC+ and not in BASIC; a declared view says nothing.
	for view, counted := range map[ghg.View]bool{
		gpc.Basic: false, gpc.BasicPlus: true, gpc.Territorial: true, ghg.MustDeclaredView("gross", "plan"): false,
	} {
		figures := []ghg.YearFigure{{Year: 2028, CO2e: tonnes("5000"), Vintage: ghg.FirstVintage}}
		_, err = r.Balance(must(ghg.NewYearly("town", view, ghg.Unstated, figures)), 2028)
		assert.Equal(t, counted, errors.Is(err, sink.ErrSinksCounted), "%s: %v", view, err)
	}
	early := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated,
		[]ghg.YearFigure{{Year: 2027, CO2e: tonnes("5000"), Vintage: ghg.FirstVintage}}))
	b, err := r.Balance(early, 2027)
	require.NoError(t, err)
	assert.True(t, b.Net.Equal(tonnes("2728")), "5000 − 2272")
	assert.True(t, b.NetOfStock.Equal(tonnes("2160")), "5000 − 2840")
	assert.Contains(t, b.Explain(), "(actual)\n")
}
