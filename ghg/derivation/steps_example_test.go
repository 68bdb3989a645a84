package derivation_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/derivation"
)

// A page of one's own is made of the steps.
func ExampleDerivation_Steps() {
	d, err := derivation.New(progress())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Title().Ko)
	for s := range d.Steps() {
		if c, ok := s.Decision(); ok {
			fmt.Println(s.Symbol, s.Kind.Korean(), c.What.Ko)
			continue
		}
		if v := s.Values[0]; v.IsDefined() {
			fmt.Println(s.Symbol, s.Kind.Korean(), v.Number)
		}
	}
	// Output:
	// 대구 2022년
	// B 주어짐 9430000
	// E 주어짐 8200000
	// cut 주어짐 0.45
	// T 계산 5186500
	// achieved 계산 0.289855072464
	// pace 계산 0.869565217391
	// status 판정 다소 지연
}

// Kinds and modes of rounding are closed lists, with a name in both languages.
func ExampleMode() {
	for m := derivation.Exact; m.Valid(); m++ {
		fmt.Printf("%s %s\n", m, m.Korean())
	}
	fmt.Println(derivation.ToPlaces(12).Korean())
	for k := derivation.Given; k.Valid(); k++ {
		fmt.Printf("%s %s · ", k, k.Korean())
	}
	fmt.Println()
	// Output:
	// exact 반올림 없음
	// half away from zero 반올림
	// down 내림
	// largest remainder 최대잔여법
	// the largest takes the rest 나머지는 가장 큰 값에 더함
	// 소수 12자리, 반올림
	// given 주어짐 · computed 계산 · solved 풀이 · decided 판정 · found 탐색 · told 설명 ·
}

// What is read is of one version, and bounded; roots and logarithms have so many places.
func ExampleRead() {
	fmt.Println(derivation.Version, derivation.MostBytes, derivation.WorkingPlaces)
	// Output: 1 8388608 80
}
