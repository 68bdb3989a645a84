package managed_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
)

// The mill begins to trade in 2028. A waste-heat project there cuts outside the
// scheme until then, and inside it from then on.
func ExamplePosition() {
	later := mill()
	later.From = 2028
	plan, tags := townPlan()
	split := must(managed.Split(registerOf("town", later), plan, tags, inGPC))
	for key := range tags {
		if key.Action == "waste heat" {
			for _, year := range []int{2027, 2028} {
				position, owner, _ := split.Position(key, year)
				fmt.Println(year, position, "-", owner)
			}
		}
	}
	// Output:
	// 2027 outside - owned by others
	// 2028 inside_ets - owned by others
}

// An effect is named by action and source. A slip in either is found: nobody cuts
// with a key that the plan does not have.
func ExampleEffectKey() {
	plan, tags := townPlan()
	tags[managed.EffectKey{Action: "waste heat", On: strategy.EmissionSource{Category: category("I.3.1"), EndUse: "drying"}}] =
		managed.EffectTag{Facility: "mill", Scope: ghg.Scope1, Source: "project list"}
	_, err := managed.Split(registerOf("town", mill()), plan, tags, inGPC)
	fmt.Println(err)
	// Output:
	// action "waste heat", effect on GPC 1.1 I.3.1, drying: it has a tag, and the portfolio has no such effect
}

// The heat project is tagged without a facility of the register: then the tag has
// to say whose site it is, as the council's own would stay managed.
func ExampleEffectTag() {
	register := registerOf("town", mill())
	plan, tags := townPlan()
	var heat managed.EffectKey
	for key := range tags {
		if key.Action == "waste heat" {
			heat = key
		}
	}
	for _, owner := range []carveout.Ownership{carveout.OwnershipUnstated, carveout.OthersOwned, carveout.CouncilOwned} {
		tags[heat] = managed.EffectTag{Position: managed.InsideETS, Scope: ghg.Scope1, Ownership: owner, Source: "project list"}
		split, err := managed.Split(register, plan, tags, inGPC)
		if err != nil {
			fmt.Println(err)
			continue
		}
		total, _ := split.Total(strategy.Expected, 2030)
		fmt.Println(owner, total.Managed.CO2e)
	}
	// Output:
	// action "waste heat", effect on GPC 1.1 I.3.1, process heat: inside_ets needs the owner of the site: a council-owned one stays managed
	// owned by others 6950.5 tCO2e (AR5)
	// council-owned 13450.5 tCO2e (AR5)
}
