package words_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/localghg/localghg/ghg/words"
)

func ExampleCodeName() {
	fmt.Println(words.CodeName("base-year-differs"))
	name, _ := words.CodeName("base-year-differs")
	fmt.Println(name.Ko)
	fmt.Println(words.CodeName("of-another-program"))
	// Output:
	// the base year differs true
	// 기준연도 배출량이 다름
	// of-another-program false
}

// The header of the table is no row, and a code that is spelled as it is one.
func TestCodeNameOfTheCodeCode(t *testing.T) {
	name, known := words.CodeName("code")
	assert.True(t, known)
	assert.Equal(t, words.Term{En: "no such coded value", Ko: "코드값이 없거나 알 수 없음"}, name)
	name, known = words.CodeName("")
	assert.False(t, known)
	assert.Zero(t, name)
}
