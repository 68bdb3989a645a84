package words_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func ExampleGrouped() {
	fmt.Println(words.Grouped("1056627"), words.Grouped("-79352.6877"), words.Grouped("999"))
	// Output: 1,056,627 -79,352.6877 999
}

func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{
		"": "", "0": "0", "1000": "1,000", "100000.0001": "100,000.0001", "-100": "-100", "-123456": "-123,456", "1e9": "1e9", "n/a": "n/a",
		".5000": ".5000",
	} {
		assert.Equal(t, want, words.Grouped(number), number)
	}
}
