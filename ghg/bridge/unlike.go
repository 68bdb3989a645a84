package bridge

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
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
		Of:     fmt.Sprintf("%s %d, %s to %s", b.Place(), b.Year(), b.From().Vintage, b.To().Vintage),
		Detail: "the figures do not count the same: " + text + "; what one of them leaves out is in the change with its whole amount"}
	if b.FromView().ID() != b.ToView().ID() {
		f.Severity = ghg.Note
		f.Detail += "; they are of two views"
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

// unlike is what the two figures do not have in common, and its text.
func (b Bridge) unlike() (ghg.Unlike, string) {
	u := b.From().Unlike(b.To())
	first, second := b.From().Vintage.String(), b.To().Vintage.String()
	if first == second {
		first, second = "the first figure", "the second figure"
	}
	return u, u.Text(first, second)
}
