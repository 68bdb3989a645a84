package ledger

import (
	"encoding/binary"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Digits read at once, and one by one where nothing stands behind them, are one number.
func TestPlainMass(t *testing.T) {
	r, taken := rand.New(rand.NewPCG(4, 4)), 0
	for _, c := range []struct {
		text   string
		n      int64
		places int32
		ok     bool
	}{
		{"0", 0, 0, true}, {"7", 7, 0, true}, {"12.5", 125, 1, true}, {"-12.50", -1250, 2, true}, {"12345678", 12345678, 0, true},
		{"99999999.99999999", 9999999999999999, 8, true}, {"123456789.987654321", 123456789987654321, 9, true},
		{"999999999999999999", 999999999999999999, 0, true}, {"0.000000000000000001", 0, 0, false}, {"0.00000000000000001", 1, 17, true},
		{"1000000000000000000", 0, 0, false}, {"", 0, 0, false}, {"-", 0, 0, false}, {".5", 0, 0, false}, {"5.", 0, 0, false},
		{"1.2.3", 0, 0, false}, {"1e3", 0, 0, false}, {"+1", 0, 0, false}, {"1/2", 0, 0, false}, {"1:2", 0, 0, false}, {"--1", 0, 0, false},
		{"1\xb02", 0, 0, false}, {"12 ", 0, 0, false},
	} {
		for _, behind := range []string{"", "99999999", ",t,CO2\n\n\n"} {
			b := []byte(c.text + behind)
			cell := b[:len(c.text)]
			if behind == "" {
				cell = cell[:len(cell):len(cell)]
			}
			n, places, ok := plainMass(cell, '.')
			assert.Equal(t, c.ok, ok, c.text)
			if ok {
				assert.Equal(t, c.n, n, c.text)
				assert.Equal(t, c.places, places, c.text)
			}
		}
	}
	for range 100_000 { // as words, or not at all
		text := make([]byte, 1+r.IntN(20))
		for i := range text {
			text[i] = "0123456789012345678901234567890123456789.-/:\xb0,"[r.IntN(45)]
		}
		block := append(append([]byte("t\n1.5,2,Ghent,2.5,"), text...), ",t"...)
		to := len(block) - 2
		n, places, ok := (&massWords{binary.LittleEndian.Uint64(block[to-16:]), binary.LittleEndian.Uint64(block[to-8:]), text[0] == '-',
			uint(len(text))}).number(repeated('.'))
		if ok {
			taken++
			wantN, wantPlaces, want := plainMass(text, '.')
			assert.True(t, want && n == wantN && places == wantPlaces, "%q", text)
		}
	}
	assert.Greater(t, taken, 20_000)
	for n := range 100_000 {
		text := strconv.Itoa(n * 997)
		got, _, ok := plainMass([]byte(text + ",        ")[:len(text)], '.')
		assert.True(t, ok && got == int64(n*997), text)
	}
	for b := range 256 { // no byte but a digit is one
		_, _, ok := plainMass([]byte("1" + string([]byte{byte(b)}) + "23456789")[:3], '.')
		assert.Equal(t, strings.ContainsRune("0123456789.", rune(b)), ok, b)
	}
}
