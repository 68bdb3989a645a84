package bridge

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// FindingUnlike: a category or gas counts in one of the two figures and not in the other,
// where it is not estimated or has no figure. Its whole amount stands in the change.
const FindingUnlike = "vintages-unlike"

// Findings says what the two figures do not have in common, with its amount, so far as
// their parts are known: of published numbers alone nothing is. A category that one of them
// leaves out or does not estimate, and gases beside CO2 that one of them lacks, are
// [FindingUnlike]: Serious, as the change is then no better figure of the same thing, and a
// Note where the figures are of two views, which may be why. What does not occur (NO) or is
// counted elsewhere (IE) is no such part.
func (b Bridge) Findings() ghg.Findings {
	var findings ghg.Findings
	u, text := b.unlike()
	if u.IsZero() {
		return findings
	}
	f := ghg.Finding{Code: FindingUnlike, Severity: ghg.Serious,
		Of: fmt.Sprintf("%s %d, %s to %s", b.Place(), b.Year(), b.From().Vintage, b.To().Vintage)}
	f = f.Said(notTheSame, text)
	if b.FromView().ID() != b.ToView().ID() {
		f.Severity = ghg.Note
		f.Detail += "; they are of two views"
		f.DetailKo += " 두 수치는 집계범위가 다릅니다."
	}
	first, second := u.Amounts()
	if len(u.OnlyFirst) > 0 {
		f.Stated = first.String()
	}
	if len(u.OnlySecond) > 0 {
		f.Found = second.String()
	}
	findings.Add(f)
	return findings
}

var notTheSame = words.Term{
	En: "the figures do not count the same: %s; what one of them leaves out is in the change with its whole amount",
	Ko: "두 수치가 세는 것이 다릅니다: %s. 한쪽에 없는 것은 그 양 전체가 변화에 들어 있습니다."}

// unlike is what the two figures do not have in common, and its text.
func (b Bridge) unlike() (ghg.Unlike, string) {
	u := b.From().Unlike(b.To())
	first, second := b.From().Vintage.String(), b.To().Vintage.String()
	if first == second {
		first, second = "the first figure", "the second figure"
	}
	return u, u.Text(first, second)
}
