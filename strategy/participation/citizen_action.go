package participation

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
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

func (a *CitizenAction) check(i int, twice bool) error {
	switch {
	case a.ID == "":
		return fmt.Errorf("action %d: an ID is needed", i+1)
	case twice:
		return fmt.Errorf("action %.60q: the ID is given twice", a.ID)
	case !a.Saving.known: // adoption does not count
		return nil
	}
	name := fmt.Sprintf("action %.60q", a.ID)
	var evidence error
	if !a.Evidence.Valid() {
		evidence = fmt.Errorf("%s: %s: pledge, self-report, sampled and metered are allowed", name, a.Evidence)
	}
	return errors.Join(checkFraction(name+", adoption", a.Adoption), checkFraction(name+", baseline adoption", a.Baseline), evidence)
}
