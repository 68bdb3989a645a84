package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMachine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cpuinfo")
	require.NoError(t, os.WriteFile(path, []byte("vendor_id\t: X\nmodel name\t: Some CPU \nmodel name\t: Some other\n"), 0o644))
	assert.Equal(t, "Some CPU", field(path, `(?m)^model name\s*:\s*(.+)$`))
	assert.Empty(t, field(path, `^none (.+)$`))
	assert.Empty(t, field(path+"_2", `(.+)`))
	load := filepath.Join(t.TempDir(), "loadavg")
	require.NoError(t, os.WriteFile(load, []byte("0.52 0.58 0.59 1/467 12345\n"), 0o644))
	assert.Equal(t, "0.52", field(load, `^([\d.]+) `))
	assert.Regexp(t, `^\d+ × \S`, teller{lang: words.Korean}.machine())
}
