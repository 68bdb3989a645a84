package words_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"":                             `""`,
		"a\x00\"b\n":                   `"a\x00\"b\n"`,
		strings.Repeat("x", 60):        `"` + strings.Repeat("x", 60) + `"`,
		strings.Repeat("x", 61):        `"` + strings.Repeat("x", 60) + `"…`,
		strings.Repeat("x", 59) + "군포": `"` + strings.Repeat("x", 59) + `"…`,
		strings.Repeat("\x80", 100):    `""…`, // no letter to cut before
	} {
		assert.Equal(t, want, words.Quote(text))
	}
}

func TestClip(t *testing.T) {
	assert.Equal(t, "abc", words.Clip("abc", 3))
	assert.Equal(t, "ab…", words.Clip("abc", 2))
	assert.Equal(t, "…", words.Clip("군포", 2), "never within a character")
	assert.Equal(t, "a\ufffd", words.Clip("a\x80", 3))
	assert.Equal(t, "a\ufffd…", words.Clip("a\xff\xffb", 3))
}

func TestSigned(t *testing.T) {
	for number, want := range map[string]string{"5": "+5", "-5": "-5", "0": "0", "0.00": "0.00", "0.01": "+0.01",
		"10": "+10", "0 t": "0 t", "-3.5 kt": "-3.5 kt", "2 t": "+2 t"} {
		assert.Equal(t, want, words.Signed(number))
	}
}

func ExampleQuoted() {
	fmt.Println(words.Quoted([]string{"E-1", "T-\n2"}))
	var many []string
	for i := range 22 {
		many = append(many, fmt.Sprint(i))
	}
	fmt.Println(words.Quoted(many)[:33])
	// Output:
	// "E-1", "T-\n2"
	// "0", "1", "2", "3", "4", "5", "6"
}

func ExampleLines() {
	fmt.Println(words.Lines([]int{3, 5}, func(n int) string { return fmt.Sprint(n, " t") }, 4))
	// Output:
	// 3 t
	// 5 t
	// and 4 more
}

func ExampleOneLine() {
	fmt.Println(words.OneLine("  a text \n of  two lines"))
	// Output: a text of two lines
}
