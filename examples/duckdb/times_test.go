package main

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each time is told on a line of its own, and the table is that of the file.
func TestTimes(t *testing.T) {
	csv := file(t, "meters.csv", hard)
	out, said, status := ran("-times", "2", "-threads", "1", csv)
	assert.Zero(t, status, said)
	assert.Equal(t, table(t, csv), out)
	assert.Regexp(t, regexp.MustCompile(`^version v1\.5\.6\n(csv \d+\nparquet \d+\nmemory \d+\n){2}$`), said)
}
