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
	// 2024, 2026 to 2028, 2030 and 2031
	// 2024, 2026~2028, 2030, 2031
}

func TestSpans(t *testing.T) {
	assert.Equal(t, words.Term{}, words.Spans(nil))
	assert.Equal(t, "2024", words.Spans([]int{2024}).Ko)
	assert.Equal(t, "2024 and 2025", words.Spans([]int{2024, 2025}).En)
	assert.Equal(t, words.Term{En: "2024 to 2026 and 2028", Ko: "2024~2026, 2028"}, words.Spans([]int{2028, 2025, 2026, 2025, 2024}))
	given := []int{2, 1}
	words.Spans(given)
	assert.Equal(t, []int{2, 1}, given, "what is given stays as it is")
	var many []int
	for y := 2000; y < 2030; y += 2 {
		many = append(many, y)
	}
	assert.Equal(t, "2000, 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022 and 3 more", words.Spans(many).En)
	assert.Equal(t, "2000, 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 그 밖에 3건", words.Spans(many).Ko)
}
