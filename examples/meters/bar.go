package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// bar shows on a terminal how far reading has come, and elsewhere nothing.
type bar struct {
	w     io.Writer
	size  int64
	shown int
}

// width is that of the bar in letters.
const width = 40

func newBar(w io.Writer, size int64) *bar {
	f, ok := w.(*os.File)
	if !ok || size == 0 {
		return &bar{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &bar{}
	}
	return &bar{w: w, size: size, shown: -1}
}

// at draws the bar where it has grown.
func (b *bar) at(bytes int64) {
	if b.size == 0 {
		return
	}
	if n := int(min(bytes, b.size) * width / b.size); n != b.shown {
		b.shown = n
		fmt.Fprintf(b.w, "\r[%s%s]", strings.Repeat("#", n), strings.Repeat(".", width-n))
	}
}

// end leaves the line to what comes behind.
func (b *bar) end() {
	if b.shown > 0 {
		fmt.Fprintf(b.w, "\r%s\r", strings.Repeat(" ", width+2))
	}
}
