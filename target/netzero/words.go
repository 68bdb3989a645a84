package netzero

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/names.tsv
var nameTable string

// terms are the names of the table by what they name and its code.
var terms = sync.OnceValue(mustTerms)

func mustTerms() map[[2]string]words.Term {
	out := map[[2]string]words.Term{}
	for r := range table.MustRead(nameTable, "what", "code", "en", "ko").Rows() {
		out[[2]string{r.Cell("what"), r.Cell("code")}] = words.Term{En: r.Cell("en"), Ko: r.Cell("ko")}
	}
	return out
}

// term is the name of a code, or the code itself where the table has none.
func term(what, code string) words.Term {
	if t, known := terms()[[2]string{what, code}]; known {
		return t
	}
	return words.Term{En: code, Ko: code}
}

// Korean is the result in Korean: "판단할 수 없음".
func (r CheckResult) Korean() string { return term("result", r.String()).Ko }

// OfPledge is what the result says of a pledge: "kept", "broken" or "cannot tell", in
// English and Korean. One that is planned to be broken is not broken yet.
func (r CheckResult) OfPledge() words.Term { return term("pledge", r.String()) }

// Name is the kind in words, in English and Korean.
func (k Kind) Name() words.Term { return term("kind", k.String()) }

// Name is what the campaign is called in English and Korean.
func (c Campaign) Name() words.Term { return term("campaign", string(c)) }

// Korean is the rule in Korean: "대체는 신규가 아님".
func (r ReplacementRule) Korean() string { return term("replacements", r.String()).Ko }
