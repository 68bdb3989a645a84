package korea

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// Label is a name in both languages. Where one is missing the other is written.
type Label struct {
	Ko string `json:"ko,omitempty"`
	En string `json:"en,omitempty"`
}

// In is the name in a language, or in the other where there is none.
func (l Label) In(lang words.Language) string {
	if lang == words.Korean {
		return cmp.Or(l.Ko, l.En)
	}
	return cmp.Or(l.En, l.Ko)
}

// String is the English name, or the Korean one where there is none.
func (l Label) String() string { return l.In(words.English) }

// term is the name as findings take it, in the one language where the other is missing.
func (l Label) term() words.Term { return words.Term{En: l.In(words.English), Ko: l.In(words.Korean)} }

// coded is the label of one of a few values; the first is that of the zero
// value, which most tables leave blank.
func coded(what string, labels []Label, i uint8) Label {
	if int(i) < len(labels) {
		return labels[i]
	}
	unknown := fmt.Sprintf("unknown %s (%d)", what, i)
	return Label{unknown, unknown}
}
