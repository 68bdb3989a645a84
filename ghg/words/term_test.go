package words_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func ExampleTerm() {
	idea := words.Term{En: "idea", Ko: "구상"}
	en, ko := words.Term{En: "%d actions are at the stage %s", Ko: "%[2]s 단계의 사업이 %[1]d건입니다"}.Fill(3, idea)
	fmt.Println(en)
	fmt.Println(ko)
	// Output:
	// 3 actions are at the stage idea
	// 구상 단계의 사업이 3건입니다
}

func ExampleTerm_With() {
	due := words.Term{En: "due in %d", Ko: "기한 %d년"}.With(2026)
	late := words.Term{En: "%s: late", Ko: "%s: 지연"}.With(due)
	fmt.Println(late.En, late.Ko)
	// Output: due in 2026: late 기한 2026년: 지연
}

func ExampleListed() {
	var many []words.Term
	for i := range 22 {
		many = append(many, words.Term{En: fmt.Sprint(i), Ko: fmt.Sprint(i, "년")})
	}
	all := words.Listed(many)
	fmt.Println(all.En[len(all.En)-18:])
	fmt.Println(words.Join(many[:2], " · ").Ko)
	// Output:
	// 18; 19; and 2 more
	// 0년 · 1년
}

func TestListedAreCounted(t *testing.T) {
	all := words.Listed(make([]words.Term, 25))
	assert.True(t, strings.HasSuffix(all.Ko, "; 그 밖에 5건"), all.Ko)
	assert.Equal(t, "; ; and 5 more", words.Listed(make([]words.Term, 25)).En[36:])
	assert.Equal(t, words.Term{}, words.Listed(nil))
}
