package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// From 2018 to 2015 and back to 2018 with another base: no revision, but a
// recalculation led round a corner.
func TestReviseRemembersEveryBaseYear(t *testing.T) {
	d := daegu2030()
	d.Published = ghg.Date{Year: 2021, Month: 12, Day: 14}
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	revise := func(h target.History, day, year int, base string) (target.History, error) {
		d.Goal = target.BaseYear{Year: year, Base: ghg.MustMass(base), Cut: ghg.MustShare("45%")}
		return h.Revise(target.Change{Reason: "a new council", Date: ghg.Date{Year: 2022, Month: 1, Day: day}, Document: "resolution"}, d)
	}
	h, err = revise(h, 1, 2015, "9.8 Mt")
	require.NoError(t, err, "another base year, first stated")
	_, err = revise(h, 2, 2018, "11 Mt")
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "goal.base", refused.Field)
	assert.Contains(t, refused.Detail, "the base of 2018 was 9430000 tCO2e (AR5)")
	back, err := revise(h, 2, 2018, "9.43 Mt")
	require.NoError(t, err, "the base as it was")
	assert.Equal(t, 3, back.Len())
}
