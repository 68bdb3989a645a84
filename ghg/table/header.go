package table

import (
	"fmt"
	"strings"
	"time"
)

// keys are what a header has to state.
var keys = [...]string{"source", "edition", "retrieved"}

// header is what the lines above the columns state.
type header struct {
	text [len(keys)]string
	line [len(keys)]int // of each key
	open int            // the key whose text the next line may go on with, from 1
}

// add takes a line of '#'.
func (h *header) add(line string, at int) error {
	if h.open > 0 && strings.HasPrefix(line, "#  ") {
		h.text[h.open-1] = strings.TrimSpace(h.text[h.open-1] + " " + strings.TrimSpace(line[1:]))
		return nil
	}
	h.open = 0
	for i, key := range keys {
		text, is := strings.CutPrefix(line, "# "+key+":")
		if !is {
			continue
		}
		if h.line[i] > 0 {
			return fmt.Errorf("line %d: %q stands in line %d already", at, "# "+key+":", h.line[i])
		}
		h.text[i], h.line[i], h.open = strings.TrimSpace(text), at, i+1
	}
	return nil
}

// check refuses a header that leaves something out.
func (h *header) check() error {
	for i, key := range keys {
		if h.text[i] == "" {
			return fmt.Errorf("no %q with a text stands above the columns", "# "+key+":")
		}
	}
	for _, form := range [...]string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(form, h.text[2]); err == nil {
			return nil
		}
	}
	return fmt.Errorf("line %d: behind retrieved a day, month or year is needed, such as 2026-11-29", h.line[2])
}
