package place_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func coveredMembers(t *testing.T, v vector) {
	in := read[struct {
		Day     string
		Members []string
	}](t, v.Inputs)
	want := read[answer](t, v.Expected)
	day := ghg.MustDate(in.Day)
	d := place.CoalitionDefinition{Name: "c", Source: "a case"}
	for _, code := range in.Members {
		p, err := place.Korea().ByCode(code, day)
		require.NoError(t, err)
		d.Members = append(d.Members, place.Membership{Place: p, Joined: ghg.WithinYear(2021)})
	}
	c, err := place.NewCoalition(d)
	require.NoError(t, err)
	roll, err := c.On(day)
	require.NoError(t, err)
	var counted, covered []string
	for _, m := range roll.Members {
		if code := codesOf([]place.Place{m.Place}, day); m.CoveredBy.IsZero() {
			counted = append(counted, code...)
		} else {
			covered = append(covered, code...)
		}
	}
	assert.Equal(t, want.Counted, counted)
	assert.Equal(t, want.CoveredByParent, covered)
}

func districtAsMember(t *testing.T, v vector) {
	in := read[struct {
		Day     string
		Members []string
	}](t, v.Inputs)
	d := place.CoalitionDefinition{Name: "c", Source: "a case"}
	for _, code := range in.Members {
		p, err := place.Korea().ByCode(code, ghg.MustDate(in.Day))
		require.NoError(t, err)
		d.Members = append(d.Members, place.Membership{Place: p, Joined: ghg.OnDay(ghg.MustDate(in.Day))})
	}
	_, err := place.NewCoalition(d)
	var f ghg.Fault
	require.True(t, errors.As(err, &f))
	code, of, _ := strings.Cut(read[answer](t, v.Expected).Refused, ":")
	assert.Equal(t, code, f.Code)
	assert.Contains(t, f.Value, of)
}
