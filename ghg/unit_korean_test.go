package ghg_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A ton of refrigeration is one of two, and each has a name of its own: 3,024 and 3,320
// kcal/h, of 1.163 W. A use is counted, as the Korean tables count trips by bicycle.
func TestTonsOfRefrigerationAndUses(t *testing.T) {
	for text, kW := range map[string]string{"1 USRT": "3.516912 kW", "100 미국냉동톤": "351.6912 kW",
		"1 JRT": "3.86116 kW", "1 일본냉동톤": "3.86116 kW"} {
		q, err := ghg.MustQuantity(text).In(ghg.MustUnit("kW"))
		require.NoError(t, err)
		assert.Equal(t, kW, q.String(), text)
	}
	_, err := ghg.ParseUnit("RT")
	assert.ErrorContains(t, err, "more than one way")
	uses := ghg.MustQuantity("1200 천회")
	assert.Equal(t, "1200 thousand use", uses.String())
	assert.Equal(t, "1200 천회", uses.Korean())
	assert.True(t, uses.Equal(ghg.MustQuantity("1200000 trips")))
	assert.Equal(t, "uses 이용횟수 use", uses.Dimension().String()+" "+uses.Dimension().Korean()+" "+uses.Dimension().Base().String())
	_, err = uses.Add(ghg.MustQuantity("3 개"))
	assert.ErrorContains(t, err, "uses", "how often is not how many")
	var mismatch *ghg.UnitMismatchError
	_, err = ghg.MustQuantity("1 item").In(ghg.MustUnit("use"))
	assert.ErrorAs(t, err, &mismatch)
}
