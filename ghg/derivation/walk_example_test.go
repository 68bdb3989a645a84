package derivation_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/derivation"
)

// A page of its own is made by walking the steps.
func ExampleDerivation_Steps() {
	d, err := derivation.New(kinds())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Title().Ko)
	for s := range d.Steps() {
		rows, _ := d.Index(s.Index)
		fmt.Println(s.Symbol, s.Kind.NameKo(), s.Rounding.Mode.NameKo(), len(rows.Rows), len(s.Values))
		if len(s.Values) == 1 && !s.Values[0].IsDefined() {
			fmt.Println("  ", s.Values[0].Undefined.Ko)
		}
	}
	status, _ := derivation.New(progress())
	last, _ := status.Step("status")
	decision, ok := last.Decision()
	fmt.Println(decision.Name, ok)
	fmt.Println(status.Korean() != "")
	// Output:
	// 모든 종류
	// A 주어짐 반올림 없음 0 1
	// C 주어짐 반올림 없음 0 1
	// ratio 계산 반올림 0 1
	//    나눌 값 없음
	// F 주어짐 반올림 없음 4 4
	// r 풀이 반올림 0 1
	// best 탐색 반올림 없음 0 1
	// why 설명 반올림 없음 0 0
	// w 주어짐 반올림 없음 3 3
	// P 계산 최대잔여법 3 3
	// Q 계산 나머지는 가장 큰 값에 더함 3 3
	// g 계산 반올림 4 4
	// behind true
	// true
}
