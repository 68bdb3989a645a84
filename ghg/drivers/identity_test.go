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
		{"", zero, []drivers.Factor{a}, "the unit of the product is needed"},
		{long, zero, []drivers.Factor{a}, "the unit of the product is needed"},
		{"t", ghg.Share{}, []drivers.Factor{a}, "identity, tolerance: one for stated amounts is needed"},
		{"t", ghg.MustShare("-1%"), []drivers.Factor{a}, `tolerance "-1%": from 0% to below 100%`},
		{"t", ghg.MustShare("100%"), []drivers.Factor{a}, `tolerance "100%": from 0% to below 100%`},
		{"t", zero, nil, `factors "0": 1 to 8 are allowed`},
		{"t", zero, nine, `factors "9": 1 to 8 are allowed`},
		{"t", zero, []drivers.Factor{a, {}}, "factor 2, name: a name of at most"},
		{"t", zero, []drivers.Factor{{Name: long}}, "at most 200 bytes"},
		{"t", zero, []drivers.Factor{{Name: "a", Unit: long}}, "at most 200 bytes"},
		{"t", zero, []drivers.Factor{a, b, a}, `factor 3, name "a": given twice`},
		{"t", zero, []drivers.Factor{{Name: "a", Attribution: 4}}, `factor 1, attribution "4": one of AllAttributions`},
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
	assert.False(t, id.IsZero())
	assert.Equal(t, "no factors", drivers.Identity{}.String())
	assert.True(t, drivers.Identity{}.IsZero())
}

// All that does not stand is reported at once.
func TestIdentityReportsAll(t *testing.T) {
	_, err := drivers.NewIdentity("", ghg.Share{}, drivers.Factor{}, drivers.Factor{Name: "a"}, drivers.Factor{Name: "a", Attribution: 9})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 5, faults.Len())
}

// Two points meet only in one identity: factors, their order, unit and tolerance.
func TestIdentitiesMustBeTheSame(t *testing.T) {
	a, b := drivers.Factor{Name: "people"}, drivers.Factor{Name: "emissions per head", Unit: "t/person"}
	point := func(year int, unit, tolerance string, factors ...drivers.Factor) drivers.Point {
		id := must(drivers.NewIdentity(unit, ghg.MustShare(tolerance), factors...))
		return must(drivers.NewPoint(id, year, drivers.Row{Category: "A", Factors: values("1", "2")}))
	}
	from := point(2000, "t", "2%", a, b)
	_, err := drivers.Decompose(from, point(2001, "t", "0.02", a, b))
	require.NoError(t, err)
	for _, to := range []drivers.Point{point(2001, "kt", "2%", a, b), point(2001, "t", "1%", a, b), point(2001, "t", "2%", b, a)} {
		_, err := drivers.Decompose(from, to)
		assert.ErrorContains(t, err, "both points need one identity")
	}
}
