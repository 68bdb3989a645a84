package spoken_test

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func TestText(t *testing.T) {
	own := spoken.New("%d files", "파일 %d개을(를) 받음", 3)
	assert.EqualError(t, own, "3 files")
	assert.Equal(t, "3 files", spoken.Text(words.English, own))
	assert.Equal(t, "파일 3개를 받음", spoken.Text(words.Korean, own))
	assert.Equal(t, "a.csv: 파일 3개를 받음", spoken.Text(words.Korean, fmt.Errorf("a.csv: %w", own)))
	fault := ghg.Fault{Line: 3, Field: "배출량", Value: "x", Detail: "it is given twice"}
	assert.Equal(t, "a.csv: 3행, 배출량 \"x\": 두 번 적혀 있습니다\n파일 3개를 받음",
		spoken.Text(words.Korean, errors.Join(fmt.Errorf("a.csv: %w", fault), own)))
	_, err := os.Open("no/such.csv")
	assert.Equal(t, "파일이 없습니다: no/such.csv", spoken.Text(words.Korean, err))
	assert.Equal(t, "open no/such.csv: no such file or directory", spoken.Text(words.English, err))
}
