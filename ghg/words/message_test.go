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

// A message within another, or behind what it is of, is found whole; what is in quotation
// marks or brackets is not taken apart, nor a list of what may be written.
func TestInKoreanOfSeveral(t *testing.T) {
	for text, want := range map[string]string{
		// The message has "; " and ": " in it.
		"record 3, gas: a mass needs its gas; a figure for all gases together is CO2e: use Equivalent": "기록 3, 가스: 질량에는 가스를 밝혀야 합니다. " +
			"모든 가스를 합한 수치는 CO2e입니다: Equivalent를 써야 합니다",
		"reading: it is needed; it is given twice": "reading: 입력해야 합니다; 두 번 적혀 있습니다",
		`target "it is needed: a, b", base 2: x`:   `목표 "it is needed: a, b", base 2: x`,
		"the column 'x' is not read; it is needed": "'x' 열은 읽지 않습니다; 입력해야 합니다",
		"allowed are name, source":                 "쓸 수 있는 값: name, source",
		"factors of power, 2024: it is needed":     "power의 배출계수, 2024: 입력해야 합니다",
		"year 2020 is given twice: one is allowed": "연도 2020: 두 번 적혀 있습니다: 하나만 쓸 수 있습니다",
		"name, source": "name, source",
		strings.Repeat("it is needed, ", 20) + "x y": strings.Repeat("it is needed, ", 20) + "x y", // a list
	} {
		got, _ := words.InKorean(text)
		assert.Equal(t, want, got, text)
	}
}
