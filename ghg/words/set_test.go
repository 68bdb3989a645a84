package words_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

type light uint8

const (
	red light = iota + 1
	amber
	green
)

func (l light) Valid() bool    { return l >= red && l <= green }
func (l light) String() string { return [...]string{"", "red", "amber light", "green"}[l] }

var lights = words.SetOf(red, map[string]light{"빨강": red, "적색": red, "노랑": amber, "stop": red})

func ExampleSet() {
	for _, word := range []string{"Amber-Light", "적 색", "blue", "파랑"} {
		if v, ok := lights.Find(word); ok {
			fmt.Println(word, "is", v)
		} else {
			fmt.Println(word, "is none of", lights.List(word))
		}
	}
	// Output:
	// Amber-Light is amber light
	// 적 색 is red
	// blue is none of red, amber light, green
	// 파랑 is none of red (빨강, 적색), amber light (노랑), green
}

func TestSetIsCopied(t *testing.T) {
	names, also := []string{"a", "b"}, map[string]light{"c": 5}
	s := words.NewSet[light](4, names, also)
	names[0], also["d"] = "x", 4
	v, ok := s.Find("A")
	assert.True(t, ok)
	assert.Equal(t, light(4), v)
	_, ok = s.Find("d")
	assert.False(t, ok)
	v, ok = s.Find("c")
	assert.True(t, ok)
	assert.Equal(t, light(5), v)
	_, ok = words.Set[light]{}.Find("a")
	assert.False(t, ok)
	assert.Equal(t, "", words.Set[light]{}.List("a"))
}
