package ledger

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
)

// Keys of one hash are told apart, though no two are known that have one.
func TestKeysOfOneHash(t *testing.T) {
	x := newKeyIndex(gpc.Scheme)
	const hash = 7
	var keys []Key
	for y := range 40 {
		keys = append(keys, Key{Place: "Ghent", Period: ghg.CalendarYear(2000 + y), Category: "I.1.1", Gas: ghg.CO2})
		assert.EqualValues(t, y, x.put(hash, keys[y]))
	}
	for y := range keys {
		id, met := x.number(hash, &keys[y])
		assert.True(t, met)
		assert.EqualValues(t, y, id)
	}
	_, met := x.number(hash, &Key{Place: "Aalst"})
	assert.False(t, met)
	_, met = x.number(hash+1, &keys[0])
	assert.False(t, met)
}
