package words

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

// setFile is the table of the names of closed sets.
//
//go:embed data/sets.tsv
var setFile string

var setNames = sync.OnceValue(func() map[[2]string]string {
	out := map[[2]string]string{}
	for row := range table.MustRead(setFile, "set", "english", "korean").Rows() {
		out[[2]string{row.Cell("set"), row.Cell("english")}] = row.Cell("korean")
	}
	return out
})

// Named is a value of a closed set, with its name in both languages.
type Named interface {
	String() string
	Korean() string
}

// Of is the name of a value in the language.
func (l Language) Of(x Named) string { return In(l, x.String(), x.Korean()) }

// SetName is the Korean name of a value of a closed set, such as "ghg.Severity", by its
// English one. What the set does not have is said as [InKorean] says it: "unknown (9)" is
// 알 수 없음(9).
func SetName(set, english string) string {
	if korean, ok := setNames()[[2]string{set, english}]; ok {
		return korean
	}
	korean, _ := InKorean(english)
	return korean
}
