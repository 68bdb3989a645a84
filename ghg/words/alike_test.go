package words_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

func TestAlike(t *testing.T) {
	for _, x := range []struct {
		a, b  string
		by    int
		alike bool
	}{
		{"수언", "수원", 1, true},
		{"Dyeing mill", "dyeing-mill", 0, true},
		{"Dyeing mill", "Dying mil", 2, true},
		{"mill", "mall", 1, true},
		{"mill", "mail", 2, false},
		{"mill", "", 2, false},
		{"", "", 0, false},
	} {
		by, alike := words.Alike(x.a, x.b)
		assert.Equal(t, x.by, by, "%s and %s", x.a, x.b)
		assert.Equal(t, x.alike, alike, "%s and %s", x.a, x.b)
	}
}
