package ledger

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Marks stand where delimiters and ends of lines do, and nowhere else, whatever the bytes and
// however long the text.
func TestMarks(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var m marks
	for n := range 400 {
		text := make([]byte, n)
		for i := range text {
			text[i] = byte(r.IntN(256))
			if r.IntN(3) == 0 {
				text[i] = []byte{'|', '\n', '|' | 0x80, '\n' | 0x80, '|' + 1, '\n' - 1}[r.IntN(6)]
			}
		}
		m = m.of(text, repeated('|'))
		var places []int
		for i, b := range text {
			is := b == '|' || b == '\n'
			assert.Equal(t, is, m[i/64]>>(i%64)&1 == 1, "byte %d of %q", i, text)
			assert.Equal(t, m[i/64]>>(i%64)&1, m.window(i)&1)
			if is {
				places = append(places, i)
			}
		}
		for range 10 {
			if len(places) < 3 {
				break
			}
			first := r.IntN(len(places))
			last := first + r.IntN(len(places)-first)
			require.Equal(t, places[last], m.next(places[first], 1+last-first))
			require.GreaterOrEqual(t, m.next(places[first], 1+len(places)-first), n, "none")
		}
	}
}
