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

// The field of a definition stands before its value, which stays as it is.
func TestFieldWithItsValue(t *testing.T) {
	for text, want := range map[string]string{
		"share: 0% to 100% are allowed":                         "비율: 0%에서 100%까지 쓸 수 있습니다",
		`cash flows, years "0": 1 to 450 are allowed`:           `현금흐름, 연도 "0": 1개에서 450개까지 쓸 수 있습니다`,
		`year "a: \"b\"; c"`:                                    `연도 "a: \"b\"; c"`,
		`name "` + strings.Repeat("x", 60) + `"…: it is needed`: `이름 "` + strings.Repeat("x", 60) + `"…: 입력해야 합니다`,
	} {
		got, ok := words.InKorean(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, got)
	}
	for _, text := range []string{`nobody's "0"`, `weighting "0" and "1"`} {
		_, ok := words.InKorean(text)
		assert.False(t, ok, text)
	}
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
