package carveout_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Records are of the register's place however that is typed.
func TestARegisterIsOfOnePlaceHoweverTyped(t *testing.T) {
	d := townRegister(mill())
	d.Place = "town\u00a0\u200b"
	r := must(carveout.NewRegister(d))
	assert.Equal(t, ghg.PlaceID("town"), r.Place())
	rec := siteRecord("I.3.1", "mill", 2021)
	rec.Place = " town"
	out, _, err := r.TagRecords([]ghg.Record{rec})
	require.NoError(t, err)
	assert.True(t, out[0].Tags.Has(carveout.TagCarvedOut))
	d.Place = "\xff"
	_, err = carveout.NewRegister(d)
	assert.ErrorContains(t, err, "not UTF-8")
}
