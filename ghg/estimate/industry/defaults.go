package industry

import (
	_ "embed"
	"sync"

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

var items = sync.OnceValue(func() estimate.Items {
	return estimate.NewItems("item of industry", table.MustRead(nameText, "english", "korean"))
})

// Item is what a default is of, in both languages, by either of them: "clinker", "dolomitic
// lime". Another is a [*ghg.UnknownError].
func Item(name string) (words.Term, error) { return items().Of(name) }
