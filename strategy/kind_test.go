package strategy_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleKind() {
	for _, k := range strategy.Kinds() {
		fmt.Println(k, k.Korean())
	}
	_, err := strategy.ParseKind("planned")
	fmt.Println(err)
	// Output:
	// potential 잠재
	// expected 예상
	// implemented 이행
	// verified 검증
	// claimed 주장
	// unknown kind of reduction "planned": allowed are potential, expected, implemented, verified, claimed
}

func TestKind(t *testing.T) {
	assert.Equal(t, []strategy.Kind{strategy.Potential, strategy.Expected, strategy.Implemented, strategy.Verified,
		strategy.Claimed}, strategy.Kinds())
	for _, k := range strategy.Kinds() {
		assert.True(t, k.Valid())
		got, err := strategy.ParseKind(k.String())
		require.NoError(t, err)
		assert.Equal(t, k, got)
		b, err := json.Marshal(k)
		require.NoError(t, err)
		var back strategy.Kind
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, k, back)
	}
	for _, k := range []strategy.Kind{0, strategy.Claimed + 1} {
		assert.False(t, k.Valid())
		assert.Empty(t, k.Korean())
		_, err := k.MarshalText()
		assert.Error(t, err)
	}
	assert.Equal(t, "no kind", strategy.Kind(0).String())
	assert.Equal(t, "unknown (6)", (strategy.Claimed + 1).String())
	_, err := strategy.ParseKind("")
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	k := strategy.Verified
	assert.Error(t, k.UnmarshalText([]byte("nonsense")))
	assert.Equal(t, strategy.Verified, k, "a failed reading changes nothing")
}

func FuzzParseKind(f *testing.F) {
	for _, s := range []string{"", "potential", "Expected", "claimed "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k, err := strategy.ParseKind(s)
		if err == nil && (k.String() != s || !k.Valid()) {
			t.Errorf("%q was read as %s", s, k)
		}
		if err != nil && k != 0 {
			t.Errorf("%q gave both %s and %v", s, k, err)
		}
	})
}
