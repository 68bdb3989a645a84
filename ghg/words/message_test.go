package words_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

// A fault of a file is told to a city's staff in Korean, with the values that it names.
func ExampleInKorean() {
	for _, text := range []string{"it is needed", "at most 20 bytes are allowed", "write a year from 1850 to 2300",
		"allowed are pledge (서약), metered (계측)", "not a number: it is needed", "reading: it is needed; it is given twice",
		"what nobody wrote"} {
		fmt.Println(words.InKorean(text))
	}
	// Output:
	// 입력해야 합니다 true
	// 최대 20바이트까지 쓸 수 있습니다 true
	// 1850년에서 2300년 사이의 연도를 적어야 합니다 true
	// 쓸 수 있는 값: pledge (서약), metered (계측) true
	// 숫자가 아닙니다: 입력해야 합니다 true
	// reading: 입력해야 합니다; 두 번 적혀 있습니다 true
	// what nobody wrote false
}

func TestInKorean(t *testing.T) {
	long := strings.Repeat("x", 5000)
	got, ok := words.InKorean(long)
	assert.False(t, ok)
	assert.Equal(t, long, got)
	_, ok = words.InKorean("")
	assert.False(t, ok)
	_, ok = words.InKorean("한국어")
	assert.False(t, ok)
	got, _ = words.InKorean(strings.Repeat("not a number: ", 60) + "x")
	assert.True(t, strings.HasPrefix(got, "숫자가 아닙니다: "))
}

// What comes from a file is put in as it is.
func FuzzInKorean(f *testing.F) {
	f.Add("allowed are %s", "1")
	f.Add("no such action %d", "a; b: c")
	f.Fuzz(func(t *testing.T, a, b string) {
		got, _ := words.InKorean("allowed are " + a + b)
		assert.NotEmpty(t, got)
	})
}
