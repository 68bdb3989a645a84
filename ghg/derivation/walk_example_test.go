package derivation_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/derivation"
)

// A page of one's own layout is made of the steps.
func Example_walk() {
	d, _ := derivation.New(kinds())
	fmt.Println(d.Title().Ko)
	for s := range d.Steps() {
		line := fmt.Sprintf("%s: %s, %s", s.Symbol, s.Kind.Korean(), s.Rounding.Mode.Korean())
		if index, ok := d.Index(s.Index); ok {
			line += fmt.Sprintf(", %d행", len(index.Rows))
		}
		for _, v := range s.Values {
			if !v.IsDefined() {
				line += ", " + v.Undefined.Ko
			}
		}
		fmt.Println(line)
	}
	// Output:
	// 모든 종류
	// A: 주어짐, 반올림 없음
	// C: 주어짐, 반올림 없음
	// ratio: 계산, 반올림, 나눌 값 없음
	// F: 주어짐, 반올림 없음, 4행
	// r: 풀이, 반올림
	// best: 탐색, 반올림 없음
	// why: 설명, 반올림 없음
	// w: 주어짐, 반올림 없음, 3행
	// P: 계산, 최대잔여법, 3행
	// Q: 계산, 나머지는 가장 큰 값에 더함, 3행
	// g: 계산, 반올림, 4행, 알 수 없음
}
