package place

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Kind says how one government came of another. The zero Kind is not stated.
type Kind uint8

// A place that is given a new code (Recode), name (Rename), both (RenameRecode) or
// parent (Transfer) goes on: it is one [Place]. A Merge takes the whole of a
// predecessor, which ends; a Split takes a part of one that ends; Territory is a part of
// one that goes on.
const (
	Recode Kind = iota + 1
	Rename
	RenameRecode
	Transfer
	Merge
	Split
	Territory
)

var kindNames = [...]string{"recode", "rename", "rename-recode", "transfer", "merge", "split", "territory"}

var kindWords = words.NewSet(Recode, kindNames[:], map[string]Kind{
	"코드 변경": Recode, "명칭 변경": Rename, "명칭 및 코드 변경": RenameRecode, "편입": Transfer, "통합": Merge, "분구": Split,
	"관할구역 변경": Territory,
})

// valid reports whether it is one of the kinds.
func (k Kind) valid() bool { return k >= Recode && k <= Territory }

// Continues reports whether the place goes on as the same one.
func (k Kind) Continues() bool { return k >= Recode && k <= Transfer }

// String is the kind in small letters, and "" where it is not stated.
func (k Kind) String() string {
	if !k.valid() {
		return ""
	}
	return kindNames[k-Recode]
}

// Korean is the same in Korean: 명칭 변경.
func (k Kind) Korean() string { return words.SetName("ghg/place.Kind", k.String()) }

// MarshalText writes what String says.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// ParseKind reads a kind as String writes it, and in Korean.
func ParseKind(s string) (Kind, error) {
	if k, ok := kindWords.Find(s); ok {
		return k, nil
	}
	return 0, &ghg.UnknownError{What: "kind of change", ID: s, Allowed: kindNames[:]}
}

// Change says what came of what: the code of the predecessor on the day before, the code
// of the successor on the day, and whether the whole of the predecessor went there or a
// part of it.
type Change struct {
	From   string   `json:"from,omitempty"`
	To     string   `json:"to,omitempty"` // codes
	On     ghg.Date `json:"on,omitzero"`
	Kind   Kind     `json:"kind"`
	Source string   `json:"source,omitempty"`
}

// IsWhole reports whether the whole of the predecessor went to the successor.
func (c Change) IsWhole() bool { return c.Kind != Split && c.Kind != Territory }

// Extent is "whole" or "part": how much of the predecessor went to the successor.
func (c Change) Extent() string {
	if c.IsWhole() {
		return "whole"
	}
	return "part"
}

// String is "47720 → 27720 on 2023-07-01 (transfer, whole)".
func (c Change) String() string {
	from, to := words.Clip(c.From, ghg.MaxName), words.Clip(c.To, ghg.MaxName)
	return fmt.Sprintf("%s → %s on %s (%s, %s)", from, to, c.On, c.Kind, c.Extent())
}

// changeList writes changes in a sentence, the first 20 of them.
func changeList(changes []Change) string {
	const most = 20
	var out []string
	for _, c := range changes[:min(len(changes), most)] {
		out = append(out, c.String())
	}
	if more := len(changes) - most; more > 0 {
		out = append(out, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(out, "; ")
}
