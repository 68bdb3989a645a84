package quickstart

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The answers of the first program, asked as it asks, replay, and any digit changed in them
// is told.
func TestDerivations(t *testing.T) {
	records, _, err := ghg.ReadCSV(strings.NewReader("place,year,category,gas,mass,unit\n대구,2022,I.1.1,CO2,612.5,천톤\n"+
		"대구,2022,I.1.1,CH4,55,t\n대구,2022,II.1.1,CO2,2.05,Mt\n대구,2022,III.1.1,CH4,9.8,kt\n"), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	inv, _, err := ghg.NewInventory("대구", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	basic, err := inv.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "2938440 tCO2e (AR5)", basic.CO2e.String())
	yearly, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	require.NoError(t, err)
	goal, err := target.New(target.Definition{Name: "2030", Place: "대구", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("3.6 Mt"), Cut: ghg.MustShare("45%")}})
	require.NoError(t, err)
	p, err := goal.Progress(2022, target.Linear, target.DefaultRules, yearly)
	require.NoError(t, err)
	tally := derivationtest.Tampered(t, derivationtest.Of(basic, p)...)
	t.Logf("%+v", tally)
	assert.Equal(t, 2, tally.Derivations)
	assert.Positive(t, tally.Named)
	assert.Positive(t, tally.Silent)
}
