package exact

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

// ln 2 from 512 bits, and beyond them, is off by no more than it says, by 2048 of them.
func TestLn2(t *testing.T) {
	const long = 2048
	for _, bits := range []uint{1, 63, 64, 140, 300, 504, 511, 512, 513, 900} {
		l := ln2(bits)
		require.Equal(t, bits, l.bits)
		off := seriesOfLn2(long).value
		off.Sub(off, new(big.Int).Lsh(l.value, long-bits)).Abs(off)
		require.Negative(t, off.Cmp(new(big.Int).Lsh(l.off, long-bits)), "%d bits", bits)
		l.off.SetInt64(0) // it is the caller's
		l.value.SetInt64(0)
		require.Positive(t, ln2(bits).value.Sign(), "%d bits", bits)
	}
}
