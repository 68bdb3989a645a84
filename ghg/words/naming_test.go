package words_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func ExampleNaming() {
	for _, of := range []string{`action "B-2", quantification "1"`, "factors", "reduction_targets, row 3", "2030"} {
		fmt.Println(words.Naming(of).Ko)
	}
	// Output:
	// 사업 "B-2", 정량화 "1"
	// 배출계수
	// reduction_targets, 3행
	// 2030
}

// Names stay as they were given, whatever they say.
func TestNamingKeepsNames(t *testing.T) {
	for of, want := range map[string]string{
		`project "action", quantification "target"`: `사업 "action", 정량화 "target"`,
		`factors of "전력"`:                           `배출계수 "전력"`,
		`project "A"; project "B"`:                  `사업 "A"; 사업 "B"`,
		`the action "A"`:                            `the action "A"`,
		`widget "A"`:                                `widget "A"`,
		"":                                          "",
	} {
		assert.Equal(t, words.Term{En: of, Ko: want}, words.Naming(of))
	}
}
