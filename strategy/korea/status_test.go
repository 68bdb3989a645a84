package korea_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStatusThresholds(t *testing.T) {
	for rate, want := range map[string]korea.Status{
		"1.2": korea.Achieved, "1": korea.Achieved, "0.999999": korea.OnTrack, "0.8": korea.OnTrack, "0.799999": korea.Delayed,
		"0.5": korea.Delayed, "0.499999": korea.Missed, "0": korea.Missed,
	} {
		a := korea.Attainment{OfQuantity: ghg.Quotient(n(rate), n("1"), "")}
		got, err := a.Status(korea.OwnStatusRules)
		require.NoError(t, err)
		assert.Equal(t, want, got, rate)
	}
	_, err := korea.Attainment{}.Status(korea.StatusRules{})
	assert.ErrorContains(t, err, "no rules of status given")
	got, err := korea.Attainment{}.Status(korea.OwnStatusRules)
	assert.NoError(t, err)
	assert.Zero(t, got)
	assert.Equal(t, "", got.String())
	assert.Equal(t, "미달성", korea.Missed.Label().Ko)
	assert.Equal(t, "unknown status (9)", korea.Status(9).String())
}

func TestNewStatusRules(t *testing.T) {
	s := ghg.MustShare
	_, err := korea.NewStatusRules("ours", "ordinance", s("110%"), s("110%"), s("110%"))
	assert.NoError(t, err)
	for _, bad := range [][3]string{{"80%", "90%", "50%"}, {"100%", "40%", "50%"}, {"100%", "80%", "0%"}, {"100%", "80%", "-1%"}} {
		_, err := korea.NewStatusRules("ours", "ordinance", s(bad[0]), s(bad[1]), s(bad[2]))
		assert.ErrorContains(t, err, "each must be at least the next", bad)
	}
	_, err = korea.NewStatusRules("", "ordinance", s("100%"), s("80%"), s("50%"))
	assert.Error(t, err)
	_, err = korea.NewStatusRules("ours", "", s("100%"), s("80%"), s("50%"))
	assert.Error(t, err)
	assert.Equal(t, "no rules of status", korea.StatusRules{}.String())
}
