package industry

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/industry.tsv
var defaultText string

// Defaults are the published parameters of industry and product use, by table: "carbonates",
// "cement", "lime", "glass", "non-energy", "refrigeration", "switchgear".
func Defaults() estimate.Defaults { return defaults() }

var defaults = sync.OnceValue(func() estimate.Defaults {
	return estimate.MustDefaults(table.MustRead(defaultText, estimate.DefaultColumns()...))
})

//go:embed data/names.tsv
var nameText string

var names = sync.OnceValue(func() table.Table { return table.MustRead(nameText, "english", "korean") })

// Name is that of an item of the [Defaults] in both languages, by either of them: "clinker",
// "dolomitic lime". Another is a [*ghg.UnknownError].
func Name(item string) (words.Term, error) {
	unknown := &ghg.UnknownError{What: "item of industry", ID: item}
	for r := range names().Rows() {
		t := words.Term{En: r.Cell("english"), Ko: r.Cell("korean")}
		if words.Fold(t.En) == words.Fold(item) || words.Fold(t.Ko) == words.Fold(item) {
			return t, nil
		}
		unknown.Allowed = append(unknown.Allowed, t.En)
	}
	return words.Term{}, unknown
}
