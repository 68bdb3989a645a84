package ghg

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"math/rand"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// slowLines is the plain way to read lines within a bound: a buffer of the
// largest line.
type slowLines struct{ in *bufio.Reader }

func (r slowLines) read() (textLine, error) {
	text, err := r.in.ReadSlice('\n')
	tooLong := false
	for errors.Is(err, bufio.ErrBufferFull) {
		tooLong = true
		text, err = r.in.ReadSlice('\n')
	}
	if err != nil && (!errors.Is(err, io.EOF) || len(text) == 0 && !tooLong) {
		return textLine{}, err
	}
	return textLine{text: bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r")), tooLong: tooLong}, nil
}

// Whatever the lengths of lines and the pieces that they come in, lines are what
// a large buffer reads.
func TestLineReader(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	broken := errors.New("the disk is gone")
	r := rand.New(rand.NewSource(5))
	lengths := []int{0, 1, 5, 60, 4094, 4095, 4096, 4097, 8191, 65_535, 65_536, maxRowBytes - 2, maxRowBytes - 1, maxRowBytes, maxRowBytes + 1,
		2 * maxRowBytes, 2*maxRowBytes + 7}
	for i := range 120 {
		var b strings.Builder
		for range r.Intn(12) {
			n := lengths[r.Intn(len(lengths)-i%7)]
			b.WriteString(strings.Repeat(string(rune('a'+r.Intn(26))), n))
			b.WriteString([]string{"\n", "\n", "\r\n", "\r", ""}[r.Intn(5)])
		}
		text := b.String()
		open := func() io.Reader {
			var in io.Reader = strings.NewReader(text)
			switch i % 4 {
			case 0:
				in = iotest.HalfReader(in)
			case 1:
				in = iotest.DataErrReader(in)
			case 2:
				in = io.MultiReader(in, iotest.ErrReader(broken))
			}
			return in
		}
		fast, slow := newLineReader(open()), slowLines{bufio.NewReaderSize(open(), maxRowBytes)}
		for {
			want, wantErr := slow.read()
			have, err := fast.read()
			require.Equal(t, wantErr, err)
			require.Equal(t, want.tooLong, have.tooLong)
			if want.tooLong {
				want.text, have.text = nil, nil
			}
			require.True(t, bytes.Equal(want.text, have.text))
			if err != nil {
				break
			}
		}
	}
}

// The buffer grows with the text, and no further than is of use.
func TestLineReaderGrows(t *testing.T) {
	for _, c := range []struct{ lines, buffer int }{{1, firstBuffer}, {100, firstBuffer}, {1000, 16 << 10}, {20_000, usualBuffer}} {
		r := newLineReader(strings.NewReader(strings.Repeat("한글 and text\r\n", c.lines)))
		for range c.lines {
			l, err := r.read()
			require.NoError(t, err)
			require.Equal(t, "한글 and text", string(l.text))
		}
		_, err := r.read()
		assert.Equal(t, io.EOF, err)
		assert.Equal(t, c.buffer, len(r.buf))
	}
	r := newLineReader(iotest.OneByteReader(strings.NewReader(strings.Repeat("x", maxRowBytes+9))))
	l, err := r.read()
	require.NoError(t, err)
	assert.True(t, l.tooLong)
	assert.Equal(t, maxRowBytes, len(r.buf))
}

type lazy struct{}

func (lazy) Read([]byte) (int, error) { return 0, nil }

func TestLineReaderWithoutProgress(t *testing.T) {
	r := newLineReader(lazy{})
	_, err := r.read()
	assert.Equal(t, io.ErrNoProgress, err)
}
