package ghg

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestComposeHangul(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                    "plain",
		"대구":                       "대구",
		"\u1103\u1162\u1100\u116e": "대구",
		"\u110e\u1165\u11ab\u1110\u1169\u11ab, x": "천톤, x",
		"\u1112\u1175\u11c2":                      "힣",
		"\u1100\u1161":                            "가",
		"\u1100x\u1161":                           "\u1100x\u1161", // not a pair
		"\u1100":                                  "\u1100",
		"\u1100\u1161\u11a8\u11a8":                "각\u11a8", // a second final does not fit
		"\u1100\u1161\u1161":                      "가\u1161",
		"\u1113\u1161":                            "\u1113\u1161", // an old jamo
		"\u1100\u1161\u11a7":                      "가\u11a7",
		"\xff\u1100\u1161\xff":                    "\xff가\xff",
	} {
		assert.Equal(t, want, string(composeHangul([]byte(in))), "%q", in)
	}
}
