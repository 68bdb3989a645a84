package rank_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A place is a peer once, however it is typed, and is found so.
func TestAPeerIsOneHoweverTyped(t *testing.T) {
	c := rank.Criterion{ID: "x", Name: "x", Unit: "t", Better: rank.LowerIsBetter, Source: "s"}
	_, err := rank.NewPeers("cities", c, []rank.Peer{known("대구", "1"), known("\u1103\u1162\u1100\u116e ", "2")})
	assert.ErrorContains(t, err, "it stands twice")
	_, err = rank.NewPeers("cities", c, []rank.Peer{known("\xff", "1")})
	assert.ErrorContains(t, err, "not UTF-8")
	for _, name := range []ghg.PlaceID{"진주시", " 진주시\u200b", "진주시\u00a0"} {
		p, err := electricity().Peer(name)
		require.NoError(t, err)
		assert.Equal(t, ghg.PlaceID("진주시"), p.Place)
	}
	_, err = electricity().Peer("\xff")
	assert.Error(t, err)
}
