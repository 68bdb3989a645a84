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
	assert.Regexp(t, `^\d+ × \S`, teller{lang: words.Korean}.machine())
}
