package drivers_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestIdentityRefuses(t *testing.T) {
	zero := ghg.MustShare("0%")
	a, b := drivers.Factor{Name: "a"}, drivers.Factor{Name: "b"}
	long := strings.Repeat("x", 201)
	nine := make([]drivers.Factor, 9)
	for i := range nine {
		nine[i].Name = string(rune('a' + i))
	}
	_, err := drivers.NewIdentity("t", zero, nine[:8]...)
	require.NoError(t, err)
	_, err = drivers.NewIdentity(long[:200], zero, drivers.Factor{Name: long[:200], Unit: long[:200]})
	require.NoError(t, err)
	_, err = drivers.NewIdentity("t", ghg.MustShare("99.9%"), a)
	require.NoError(t, err)
	for _, x := range []struct {
		unit      string
		tolerance ghg.Share
		factors   []drivers.Factor
		want      string
	}{
		{"", zero, []drivers.Factor{a}, "needs the unit of its product"},
		{long, zero, []drivers.Factor{a}, "needs the unit of its product"},
		{"t", ghg.Share{}, []drivers.Factor{a}, "needs a tolerance"},
		{"t", ghg.MustShare("-1%"), []drivers.Factor{a}, "is -1%: from 0% to below 100%"},
		{"t", ghg.MustShare("100%"), []drivers.Factor{a}, "is 100%: from 0% to below 100%"},
		{"t", zero, nil, "0 factors: 1 to 8 are allowed"},
		{"t", zero, nine, "9 factors: 1 to 8 are allowed"},
		{"t", zero, []drivers.Factor{a, {}}, "factor 2 of the identity needs a name"},
		{"t", zero, []drivers.Factor{{Name: long}}, "at most 200 bytes"},
		{"t", zero, []drivers.Factor{{Name: "a", Unit: long}}, "at most 200 bytes"},
		{"t", zero, []drivers.Factor{a, b, a}, `factor "a" is twice`},
		{"t", zero, []drivers.Factor{{Name: "a", Attribution: 4}}, "an attribution that does not exist"},
	} {
		id, err := drivers.NewIdentity(x.unit, x.tolerance, x.factors...)
		assert.ErrorContains(t, err, x.want)
		assert.True(t, id.IsZero())
	}
}

func TestIdentityIsAValue(t *testing.T) {
	factors := []drivers.Factor{{Name: "people"}, {Name: "emissions per head", Unit: "t/person"}}
	id := must(drivers.NewIdentity("t", ghg.MustShare("2%"), factors...))
	factors[0].Name = "changed"
	id.Factors()[1].Name = "changed"
	assert.Equal(t, "t = people × emissions per head [t/person]", id.String())
	assert.Equal(t, "t", id.Unit())
	assert.Equal(t, "2%", id.Tolerance().String())
	assert.False(t, id.IsZero())
	assert.Equal(t, "no factors", drivers.Identity{}.String())
	assert.True(t, drivers.Identity{}.IsZero())

	same := must(drivers.NewIdentity("t", ghg.MustShare("0.02"), id.Factors()...))
	assert.True(t, id.Equal(same))
	turned := id.Factors()
	turned[0], turned[1] = turned[1], turned[0]
	for _, other := range []drivers.Identity{
		must(drivers.NewIdentity("kt", ghg.MustShare("2%"), id.Factors()...)),
		must(drivers.NewIdentity("t", ghg.MustShare("1%"), id.Factors()...)),
		must(drivers.NewIdentity("t", ghg.MustShare("2%"), turned...)),
	} {
		assert.False(t, id.Equal(other))
	}
}
