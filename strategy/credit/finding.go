package credit

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// The codes of findings.
const (
	// FindingDoubleClaim: the buyer surrenders the units for its own emissions,
	// and the inventory of the place shows the same reduction.
	FindingDoubleClaim = "double-claim"
	// FindingBuyerUnknown: units went to a trader, and who counts them in the
	// end is not known.
	FindingBuyerUnknown = "buyer-unknown"
	// FindingPartnerUnknown: what the partner sold is not known, so that
	// nothing can be said of the whole project.
	FindingPartnerUnknown = "partner-sales-unknown"
	// FindingConverted: credits became offsets for the place's own emissions.
	FindingConverted = "converted-to-offsets"
)

// Findings are remarks on the account, in the order of its entries. A foreign
// sale without a corresponding adjustment has the code
// [target.FindingNoCorrespondingAdjustment].
func (a Account) Findings() ghg.Findings {
	var out ghg.Findings
	for _, s := range a.sales {
		f := ghg.Finding{Severity: ghg.Warning, Of: "sale " + s.ID, Found: s.Units.String()}
		units := fmt.Sprintf("%s of batch %s", s.Units, s.Batch)
		switch {
		case s.Type == ComplianceBuyer:
			f.Code = FindingDoubleClaim
			f.Detail = fmt.Sprintf("%s surrenders %s for its emissions; the inventory of %s shows the same reduction: "+
				"add them back, or do not claim it",
				s.Buyer, units, a.project.Place)
		case s.Type == Trader:
			f.Code, f.Severity = FindingBuyerUnknown, ghg.Note
			f.Detail = fmt.Sprintf("%s sells on %s: who counts them is not known", s.Buyer, units)
		case s.Type == ForeignBuyer && !s.CorrespondingAdjustment:
			f.Code = target.FindingNoCorrespondingAdjustment
			f.Detail = fmt.Sprintf("%s counts %s abroad, with no corresponding adjustment at home", s.Buyer, units)
		default:
			continue
		}
		out.Add(f)
	}
	for _, d := range a.disposals {
		if d.How == "converted" {
			out.Add(ghg.Finding{Code: FindingConverted, Severity: ghg.Note, Of: "batch " + d.Batch, Found: d.Units.String(),
				Detail: fmt.Sprintf("%s were converted for %s: their tonnes are spent in the trading scheme and not claimable", d.Units, d.For)})
		}
	}
	for _, b := range a.batches {
		if p := a.position(b.v.Batch, b); len(p.unknown) > 0 {
			out.Add(ghg.Finding{Code: FindingPartnerUnknown, Severity: ghg.Warning, Of: "batch " + b.v.Batch, Found: p.Partner.String(),
				Detail: fmt.Sprintf("%s owns %s, and what it sold is not known", a.project.Partner, p.Partner)})
		}
	}
	return out
}
