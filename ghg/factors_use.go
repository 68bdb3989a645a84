package ghg

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/uses.tsv
var useRows string

// uses gives each folded spelling of a use its word in the embedded table.
var uses = sync.OnceValue(func() map[string]string {
	byAlias := map[string]string{}
	for r := range table.MustRead(useRows, "use", "korean", "aliases").Rows() {
		use := r.Cell("use")
		for _, alias := range append(r.List("aliases"), use, r.Cell("korean")) {
			byAlias[squeezeUse(alias)] = use
		}
	}
	return byAlias
})

// foldUse is one word for what is used, however it is written: "electricity" for
// 전력 and Grid electricity. A text that the table lacks is folded by itself.
func foldUse(s string) string {
	squeezed := squeezeUse(s)
	if use, ok := uses()[squeezed]; ok {
		return use
	}
	return squeezed
}

func squeezeUse(s string) string {
	s = strings.ToLower(string(composeHangul([]byte(s))))
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\u00a0', '-', '_', '·', '\u2010', '\u2011':
			return -1
		}
		return r
	}, s)
}
