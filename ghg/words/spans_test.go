package words_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func ExampleSpans() {
	years := words.Spans([]int{2024, 2026, 2027, 2028, 2030, 2031})
	fmt.Println(years.En)
	fmt.Println(years.Ko)
	// Output:
	// 2024, 2026 to 2028, 2030, 2031
	// 2024, 2026~2028, 2030, 2031
}

func TestSpans(t *testing.T) {
	assert.Equal(t, words.Term{}, words.Spans(nil))
	assert.Equal(t, "2024", words.Spans([]int{2024}).Ko)
	assert.Equal(t, "2024, 2025", words.Spans([]int{2024, 2025}).En)
}
