package ledger

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"sync/atomic"

	"github.com/localghg/localghg/ghg"
)

// usualBlock is about how much text is read at a time. A row that is longer, or has more
// behind it that is needed to tell where it ends, makes a block longer.
const usualBlock = 256 << 10

// block is a part of a text, of whole rows.
type block struct {
	text   []byte
	line   int       // of the file, that it begins on
	quotes bool      // whether there are any in it
	hard   []hardRow // in order
}

// hardRow is a row of a block that does not end with the line that it begins on, or that is
// none.
type hardRow struct {
	at, size, lines int
	fault           []ghg.Fault // of a line that is given up
}

// cutter parts a text into blocks.
type cutter struct {
	in     io.Reader
	format ghg.CSVFormat
	block  int // about how long one is
	head   header
	text   []byte      // read and not yet cut
	line   int         // that it begins on
	last   bool        // no more will come
	free   chan []byte // room of blocks that are read
}

func newCutter(in io.Reader, f ghg.CSVFormat, block int) *cutter {
	if f.Delimiter == 0 {
		f.Delimiter = ','
	}
	return &cutter{in: in, format: f, block: block, line: 1, free: make(chan []byte, 64)}
}

// fill reads until there is so much text, or no more comes.
func (c *cutter) fill(size int) error {
	for len(c.text) < size && !c.last {
		if cap(c.text) < size+room {
			c.text = append(c.make(size), c.text...)
		}
		n, err := c.in.Read(c.text[len(c.text):size])
		c.text = c.text[:len(c.text)+n]
		switch {
		case errors.Is(err, io.EOF):
			c.last = true
		case err != nil:
			return err
		}
		c.shorten()
	}
	return nil
}

// shorten cuts what follows the bound of a line, which is a fault in any case, so that a
// text without line ends does not fill the memory.
func (c *cutter) shorten() {
	const bound = 2 * maxRowBytes
	if len(c.text) <= bound || bytes.IndexByte(c.text[:bound], '\n') >= 0 {
		return
	}
	rest := c.text[bound:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[i:]
	} else {
		rest = rest[len(rest):]
	}
	c.text = append(c.text[:bound], rest...)
}

// next is the next block, or io.EOF. Its text is its own, and has room behind it.
func (c *cutter) next() (block, error) {
	for size := c.block; ; size *= 2 {
		if err := c.fill(size); err != nil {
			return block{}, err
		}
		if len(c.text) == 0 {
			return block{}, io.EOF
		}
		end := len(c.text)
		if !c.last {
			end = bytes.LastIndexByte(c.text, '\n') + 1
		}
		b := block{line: c.line, quotes: bytes.IndexByte(c.text[:end], '"') >= 0}
		if b.quotes {
			end = c.cutRows(&b, end)
		}
		if end == 0 {
			continue
		}
		b.text = c.text[:end]
		c.text = append(append(c.room(), c.text[end:]...), make([]byte, room)...)[:len(c.text)-end]
		c.line += bytes.Count(b.text, []byte("\n"))
		return b, nil
	}
}

// room is room for a block, of one that is read where there is any.
func (c *cutter) room() []byte {
	select {
	case room := <-c.free:
		return room[:0]
	default:
		return c.make(c.block)
	}
}

// make makes room for so much text and some more. There is room behind any text.
func (c *cutter) make(size int) []byte { return make([]byte, 0, size+size/8+room) }

// giveBack takes the text of a block that is read, unless it is one of the few that are long.
func (c *cutter) giveBack(b block) {
	if cap(b.text) > 4*c.block {
		return
	}
	select {
	case c.free <- b.text:
	default:
	}
}

// cutRows finds the hard rows of a block and says how far it goes: up to the last row of
// which it is known where it ends.
func (c *cutter) cutRows(b *block, end int) int {
	for at := 0; at < end; {
		quote := bytes.IndexByte(c.text[at:end], '"')
		if quote < 0 {
			break
		}
		at += bytes.LastIndexByte(c.text[at:at+quote], '\n') + 1 // all rows before end with their lines
		how, size, lines := endOfRow(c.text[at:end], c.format.Delimiter, c.last)
		switch how {
		case notKnown:
			return at
		case behind:
			b.hard = append(b.hard, hardRow{at: at, size: size, lines: lines})
		case givenUp:
			b.hard = append(b.hard, hardRow{at, size, 1, faultOfLine(c.text[at:end], c.head, c.format)})
		}
		at += size
	}
	return end
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n atomic.Int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n.Add(int64(n))
	return n, err
}

// plainText is the text of a file, which may be compressed by gzip.
func plainText(in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 64<<10)
	if magic, _ := b.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		return gzip.NewReader(b)
	}
	return b, nil
}
