package participation_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/participation"
)

func ExampleCitizenAction() {
	for a := range town().Actions() {
		fmt.Println(a.ID, a.Adoption, a.Baseline, a.Saving.Explain(), a.Evidence)
	}
	// Output:
	// cycling 40% 15% 0.2 tCO2e (AR5) (travel survey) pledge
	// heating 30% 5% 0.1 tCO2e (AR5) (meters) metered
}

func action(id, adoption, baseline, saving string, e participation.EvidenceLevel) participation.CitizenAction {
	return participation.CitizenAction{ID: id, Adoption: ghg.MustShare(adoption), Baseline: ghg.MustShare(baseline), Saving: saves(saving),
		Evidence: e}
}
