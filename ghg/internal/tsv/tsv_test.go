package tsv_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/internal/tsv"
	"github.com/stretchr/testify/assert"
)

func TestRead(t *testing.T) {
	header, rows := tsv.Read("# about\ncode\tname\r\n\n11\tSeoul\n# between\n26\t\n")
	assert.Equal(t, []string{"code", "name"}, header)
	assert.Equal(t, [][]string{{"11", "Seoul"}, {"26", ""}}, rows)
	assert.Equal(t, []string{"a", "b"}, tsv.List("a | b", " | "))
	assert.Nil(t, tsv.List("", " | "))
}

func TestMustRows(t *testing.T) {
	assert.Equal(t, []map[string]string{{"code": "11", "name": "Seoul"}, {"code": "26", "name": ""}},
		tsv.MustRows("# about\ncode\tname\n11\tSeoul\n26\t\n"))
	assert.PanicsWithValue(t, `table: ["11"] has 1 cells, its header 2`, func() { tsv.MustRows("code\tname\n11\n") })
}
