package korea_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
)

// What a sheet calls by number, on the metric of the city's plan.
func ExamplePublishedUnits() {
	units, err := korea.PublishedUnits(ghg.AR5, "the plan is on AR5")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range units[:2] {
		fmt.Println(u.ID, u.Saves, "per", u.Per)
	}
	// Output:
	// 1-1/1 0.617 tCO2e (AR5) per kW
	// 1-1/2 0.0004781 tCO2e (AR5) per kWh
}

func TestPublishedUnits(t *testing.T) {
	open, err := korea.PublishedUnits(ghg.Unstated, "")
	assert.NoError(t, err)
	assert.Equal(t, ghg.Unstated.ID(), open[0].Saves.Metric().ID())
	for _, u := range open {
		assert.NotEqual(t, "5-3", u.ID) // of one RT, which is read in more than one way
	}
	_, err = korea.PublishedUnits(ghg.AR5, "")
	assert.ErrorContains(t, err, "say why")
}
