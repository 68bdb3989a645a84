package participation

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// CitizenAction is what a programme asks people to do.
type CitizenAction struct {
	ID, Name, NameKo string
	// Adoption is the share of the eligible who do it, Baseline the share who
	// would without the programme; 0 to 100 %, both to be given where the saving
	// is known, if only as 0 %.
	Adoption, Baseline ghg.Share
	Saving             UnitSaving
	Evidence           EvidenceLevel // of adoption
	Note               string
}

// of says in messages which action is meant.
func (a *CitizenAction) of() string { return "action " + words.Quote(a.ID) }

// refuse adds what does not stand of an action. Adoption does not count where the
// saving is not known.
func (a *CitizenAction) refuse(faults *ghg.Faults, i int, twice bool) {
	switch {
	case a.ID == "" || len(a.ID) > ghg.MaxName:
		faults.Refuse(fmt.Sprintf("action %d", i+1), "id", a.ID, fmt.Sprintf("one of at most %d bytes is needed", ghg.MaxName))
		return
	case twice:
		faults.Refuse(a.of(), "id", a.ID, "it is given twice: one is allowed")
		return
	case !a.Saving.known:
		return
	}
	faults.RefuseShare(a.of(), "adoption", a.Adoption)
	faults.RefuseShare(a.of(), "baseline adoption", a.Baseline)
	if !a.Evidence.valid() {
		faults.Refuse(a.of(), "evidence", a.Evidence.String(), "pledge, self-report, sampled and metered are allowed")
	}
}
