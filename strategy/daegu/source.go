package daegu

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/sources.tsv
var sourceTable string

var sources = sync.OnceValue(mustSources)

// Source is where a figure was published, as a reader knows it.
type Source struct {
	Code     string `json:"code"` // as the tables cite it: "hani 1023297"
	Outlet   string `json:"outlet,omitempty"`
	OutletKo string `json:"outlet_ko,omitempty"` // "Hankyoreh", "한겨레"
	Date     string `json:"date,omitempty"`      // "2021-12-14", "2021-12", or "" where it was not found
}

// SourcesOf takes a cell of sources apart, such as "hani 1023297; kbmaeil
// 202112140323093". A remark in brackets behind a source is left out; what is in no
// table, such as how a figure was derived, is its own name.
func SourcesOf(cited string) []Source {
	var out []Source
	for code := range strings.SplitSeq(cited, ";") {
		if code = strings.TrimSpace(code); code == "" {
			continue
		}
		bare, _, _ := strings.Cut(code, " (")
		s, ok := sources()[bare]
		if !ok {
			s = Source{Code: code, Outlet: code, OutletKo: code}
		}
		out = append(out, s)
	}
	return out
}

// String is "Hankyoreh 2021-12-14", or, where no day was found, "Hankyoreh 1071650".
func (s Source) String() string { return s.named(s.Outlet) }

// Ko is "한겨레 2021-12-14", or, where no day was found, "한겨레 1071650".
func (s Source) Ko() string { return s.named(s.OutletKo) }

func (s Source) named(outlet string) string {
	if s.Date != "" {
		return outlet + " " + s.Date
	}
	if _, article, ok := strings.Cut(s.Code, " "); ok && s.Code != s.Outlet {
		return outlet + " " + article
	}
	return outlet
}

func mustSources() map[string]Source {
	out := map[string]Source{}
	for r := range table.MustRead(sourceTable, "code", "outlet", "outlet_ko", "date").Rows() {
		s := Source{r.Cell("code"), r.Cell("outlet"), r.Cell("outlet_ko"), r.Cell("date")}
		if _, twice := out[s.Code]; twice {
			panic("daegu: source twice: " + s.Code)
		}
		out[s.Code] = s
	}
	return out
}
