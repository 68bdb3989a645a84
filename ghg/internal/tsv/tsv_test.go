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
