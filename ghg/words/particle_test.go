package words_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

// A sentence of which the values come later has both forms of a particle; the one that is
// right stays.
func ExampleParticles() {
	for _, place := range []string{"대구광역시", "경상북도 군위군", "GIR", "KOSIS", "forest"} {
		fmt.Println(words.Particles(fmt.Sprintf("%s은(는) 2022년 수치를 %s(으)로 고쳤습니다", place, place)))
	}
	// Output:
	// 대구광역시는 2022년 수치를 대구광역시로 고쳤습니다
	// 경상북도 군위군은 2022년 수치를 경상북도 군위군으로 고쳤습니다
	// GIR은 2022년 수치를 GIR로 고쳤습니다
	// KOSIS는 2022년 수치를 KOSIS로 고쳤습니다
	// forest은(는) 2022년 수치를 forest(으)로 고쳤습니다
}

func TestParticles(t *testing.T) {
	for sentence, want := range map[string]string{
		"":                   "",
		"을(를)":               "을(를)",
		"2030년이(가) 2031을(를)": "2030년이 2031을",
		"5이(가) 7과(와) 9와(과) 0은(는)":  "5가 7과 9와 0은",
		"서울(으)로, 부산(으)로, 제주(으)로":   "서울로, 부산으로, 제주로",
		"1(으)로 3(으)로 4(으)로":        "1로 3으로 4로",
		"‘배출’을(를) \"자료\"이(가)":      "‘배출’을 \"자료\"가",
		"대구광역시(2023-07-01 기준)을(를)": "대구광역시(2023-07-01 기준)를",
		"3 t을(를) 12 kWh은(는)":       "3 t을 12 kWh는",
		"3000 tCO2e (AR5)이(가)":     "3000 tCO2e (AR5)가",
		"45%을(를)":                  "45%를",
		"NE(으)로 읽고 FSL(으)로":        "NE로 읽고 FSL로",
		"AR5와(과) SAR":              "AR5와 SAR",
		"(가)은(는)":                  "(가)은(는)",
		"a)을(를)":                   "a)을(를)",
		"BASIC+은(는)":               "BASIC+은(는)",
	} {
		assert.Equal(t, want, words.Particles(sentence))
	}
}
