package ghg

import (
	"io"
	"io/fs"
	"slices"
)

// How many records there is room for: at first, to see how long rows are; at most
// at once on the word of a reader that says its size, which may be wrong; and in a
// chunk where it does not say.
const (
	firstRoom    = 512
	roomAtOnce   = 1 << 18
	chunkRecords = 4096
)

// recordRoom is the room that records are read into. Records are large: where the
// size of the text is known there is room for all at once, else they fill chunks,
// as one slice that grows would be copied again and again.
type recordRoom struct {
	full    [][]Record // chunks
	records []Record   // the chunk being filled
}

// next is a new record to fill, in the text that lines are taken from.
func (c *recordRoom) next(in *lineReader) *Record {
	if len(c.records) == cap(c.records) {
		c.grow(in)
	}
	c.records = c.records[:len(c.records)+1]
	return &c.records[len(c.records)-1]
}

// giveBack takes the last record back, which cannot be used.
func (c *recordRoom) giveBack() {
	n := len(c.records) - 1
	c.records[n] = Record{}
	c.records = c.records[:n]
}

func (c *recordRoom) grow(in *lineReader) {
	n := len(c.records)
	left := in.left()
	if left < 0 {
		c.full = append(c.full, c.records)
		c.records = make([]Record, 0, min(chunkRecords, 2*cap(c.records)+16))
		return
	}
	// As many more as there would be if the rest were like what has been read, and some.
	more := float64(left)/float64(in.taken())*float64(n+1)*65/64 + 2
	most := max(roomAtOnce, 4*n)
	if n == 0 {
		most = firstRoom
	}
	old := c.records
	c.records = appendRecords(make([]Record, 0, n+int(min(more, float64(most)))), old)
}

// appendRecords copies records a few at a time: while the collector is at work, one
// long copy would keep it waiting, and both processors busy with that.
func appendRecords(to, from []Record) []Record {
	for few := range slices.Chunk(from, 64) {
		to = append(to, few...)
	}
	return to
}

// all are the records read.
func (c *recordRoom) all() []Record {
	n := len(c.records)
	for _, chunk := range c.full {
		n += len(chunk)
	}
	switch {
	case n == 0:
		return nil
	case len(c.full) == 0 && cap(c.records) <= n+n/8+firstRoom:
		return c.records
	}
	out := make([]Record, 0, n)
	for _, chunk := range append(c.full, c.records) {
		out = appendRecords(out, chunk)
	}
	return out
}

// sizeOf is how many bytes a reader says that it holds, or -1.
func sizeOf(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface {
		io.Seeker
		Stat() (fs.FileInfo, error)
	}:
		info, err := r.Stat()
		if err != nil || !info.Mode().IsRegular() {
			return -1
		}
		at, err := r.Seek(0, io.SeekCurrent)
		if err != nil {
			return -1
		}
		return info.Size() - at
	}
	return -1
}
