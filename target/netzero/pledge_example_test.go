package netzero_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
)

// noNewFossil is the promise of a city of May 2021: no new fossil power plants. What it
// makes of replacements it does not say.
func noNewFossil() netzero.Pledge {
	return netzero.Pledge{Place: "Daegu", Name: "no new fossil power plants", Kind: netzero.BeginNoFossilPower,
		Since: ghg.MustWhen("2021-05")}
}

// powerOf is what a facility emits in a year of power generation.
func powerOf(year int, facility, fuel, mass string) ghg.Record {
	r := ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(year), Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.4.4"},
		Gas: ghg.CO2, Fuel: fuel, Activity: "발전", Facility: facility}
	if mass == "" {
		r.Value = ghg.KeyedAsFound(ghg.NO, "no power station")
		return r
	}
	r.Value = ghg.Emitted(ghg.MustMass(mass))
	return r
}

// A gas plant of 1.2 Mt that is new in 2024 is no coal, and breaks a promise to begin no
// fossil generation.
func ExamplePledge_Judge() {
	records := []ghg.Record{powerOf(2020, "", "", ""), powerOf(2021, "", "", ""), powerOf(2022, "", "", ""), powerOf(2023, "", "", ""),
		powerOf(2024, "new plant", "LNG", "1.2 Mt")}
	j, err := noNewFossil().Judge(slices.Values(records))
	fmt.Println(j.Result.OfPledge().En, j.Result.OfPledge().Ko, err)
	fmt.Println(j.Reason)
	// Without the years before, it may be an old one.
	j, err = noNewFossil().Judge(slices.Values(records[4:]))
	fmt.Println(j.Result.OfPledge().En, err)
	fmt.Println(j.Reason)
	// Output:
	// broken 위반 <nil>
	// fossil power begins after 2021-05: new plant (LNG): its first record, of 2024, lies after the pledge of 2021-05
	// cannot tell <nil>
	// whether fossil power begins after 2021-05 is not told: new plant (LNG): its first record is of 2024, and none tells of power generation up to the pledge of 2021-05: it may be older
}

// A place's own promise, with what it shows for it.
func ExamplePledge() {
	p := noNewFossil()
	p.Since = ghg.MustWhen("2021-05-24")
	p.Source = "press release of the city, 24 May 2021 (constructed)"
	p.Evidence = []netzero.Document{{Title: "ordinance", Date: ghg.MustWhen("2022-03")}, {Title: "draft", Date: ghg.MustWhen("2019")}}
	checks, err := p.Shown(day(2026, 11, 2))
	fmt.Println(p)
	fmt.Println(checks[0], err)
	for _, f := range checks[0].Findings.All {
		fmt.Println(f.Korean())
	}
	// Output:
	// Daegu: no new fossil power plants (begin-no-fossil-power), since 2021-05-24; source: press release of the city, 24 May 2021 (constructed)
	// evidence: pass: shown by 2022-03 ordinance; from before, and no evidence: 2019 draft <nil>
	// 2019 draft, 가입 전 자료: 2021-05-24의 약속보다 앞선 자료이므로 이행을 보여 주지 않습니다
}

// Seongseo: 44 MW of bunker C to some 250 MW of LNG, 0.51 Mt a year. It is not silently a
// new plant, nor silently none.
func ExamplePlant() {
	p := noNewFossil()
	p.Plants = []netzero.Plant{{Name: "Seongseo", Fuel: "LNG", Status: ghg.Projected, Capacity: ghg.MustQuantity("250 MW"),
		Yearly: ghg.MustCO2e("0.51 MtCO2e"), Source: "tbc 164983",
		Replaces: []netzero.Plant{{Name: "Seongseo 1", Fuel: "벙커C유", Capacity: ghg.MustQuantity("44 MW"), Source: "tbc 164983"}}}}
	j, err := p.Judge(slices.Values([]ghg.Record{powerOf(2020, "Seongseo 1", "벙커C유", "120 kt"), powerOf(2022, "Seongseo 1", "벙커C유",
		"110 kt")}))
	fmt.Println(j.Result.OfPledge().En, err)
	for _, f := range j.Findings.All {
		if f.Code == netzero.FindingReplacement {
			fmt.Println(f.Detail)
		}
	}
	// Output:
	// cannot tell <nil>
	// Seongseo: Seongseo (LNG), 250 MW takes the place of Seongseo 1 (벙커C유), 44 MW (planned); 44 MW to 250 MW (+468.2%); 120000 tCO2e to 510000 tCO2e a year (+325.0%)
}

// Another fuel in an old facility is a replacement as records tell it. The pledge decides
// whether that is a new plant.
func ExampleReplacementRule() {
	records := []ghg.Record{powerOf(2020, "Seongseo", "벙커C유", "170 kt"), powerOf(2022, "Seongseo", "벙커C유", "160 kt"),
		powerOf(2024, "Seongseo", "LNG", "510 kt")}
	p := noNewFossil()
	for _, rule := range []netzero.ReplacementRule{netzero.ReplacementsNotStated, netzero.ReplacementIsNotNew, netzero.ReplacementIsNew} {
		p.IfReplaced = rule
		j, err := p.Judge(slices.Values(records))
		fmt.Println(rule, "/", rule.Korean(), "-", j.Result.OfPledge().En, err)
		_, yearly := j.Replacements[0].Growth()
		fmt.Println(j.Replacements[0], "grows by", yearly.Percent(1))
	}
	// Output:
	// not stated / 밝히지 않음 - cannot tell <nil>
	// Seongseo (LNG) grows by 218.8%
	// no new plant / 대체는 신규가 아님 - kept <nil>
	// Seongseo (LNG) grows by 218.8%
	// new plant / 대체도 신규임 - broken <nil>
	// Seongseo (LNG) grows by 218.8%
}

// Race to Zero was joined in April 2021; the day is not known, and decides whether a plan
// of 10 April 2022 came within a year.
func ExamplePledge_Editions() {
	p := netzero.Pledge{Place: "Daegu", Kind: netzero.Reach, Campaign: netzero.RaceToZero, Since: ghg.MustWhen("2021-04"),
		Evidence: []netzero.Document{{Of: netzero.RaceToZeroPlan, Title: "plan of 1990", Date: ghg.MustWhen("1990")},
			{Of: netzero.RaceToZeroPlan, Title: "plan", Date: ghg.MustWhen("2022-04-10")}}}
	checks, err := p.Shown(day(2025, 6, 30))
	fmt.Println(checks[1], err)
	fmt.Println(p, "·", p.Kind.Name().Ko, "·", p.Campaign.Name().Ko)
	held, findings := p.Editions()
	for _, th := range held {
		fmt.Println(th)
	}
	fmt.Println(findings)
	// Output:
	// plan: cannot tell: whether the first plan shown, of 2022-04-10, is there by 2022-04-01 to 2022-04-30 is for the day to decide, which is not known; plans shown since joining: 2022-04-10 plan; from before, and no evidence: 1990 plan of 1990 <nil>
	// Daegu: Race to Zero (reach), since 2021-04 · 목표 연도까지 도달 · 레이스 투 제로
	// 2050 at the latest (race-to-zero-net-zero-2020, from 2020-06-05)
	// a document (race-to-zero-pledge-2020, from 2020-06-05)
	// 12 months at most (race-to-zero-plan-2020, from 2020-06-05)
	// a document (race-to-zero-proceed-2020, from 2020-06-05)
	// 1 time in a calendar year at least (race-to-zero-publish-2020, from 2020-06-05)
	// race-to-zero-half, day-decides: criterion race-to-zero-half: the day decides, and of 2021-04 it is not known: none or race-to-zero-half-2021; take one of race-to-zero-half-2021, race-to-zero-half-2022 by its ID
}

func ExampleThresholdOn_month() {
	fmt.Println(netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.MustWhen("2021-05")))
	_, err := netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.MustWhen("2022-06"))
	var none *netzero.NoEditionError
	if errors.As(err, &none) {
		fmt.Println(none.When, "-", none.Between)
	}
	// Output:
	// 50% of the base in 2030 (race-to-zero-half-2021, 2021-04-01 to 2022-06-14) <nil>
	// 2022-06 - [race-to-zero-half-2021 race-to-zero-half-2022]
}

// Membership of the Powering Past Coal Alliance is a pledge to end something.
func ExampleCampaign() {
	p := coalTown()
	fmt.Println(p)
	fmt.Println(p.Kind.Name().En, "/", p.Kind.Name().Ko, "·", p.Campaign.Criteria())
	c, err := p.Judge(slices.Values([]ghg.Record(nil)))
	fmt.Println(c.Result.OfPledge(), "-", c.Reason, err)
	// Output:
	// Boryeong: Powering Past Coal Alliance (end-coal-power), since 2021-05
	// end unabated coal power by a day / 저감장치 없는 석탄발전의 기한 내 종료 · [powering-past-coal-oecd powering-past-coal-rest]
	// cannot tell - no record is of a period after 2030-12-31 <nil>
}

func ExamplePledge_JudgeReach() {
	p := netzero.Pledge{Place: "Daegu", Name: "45 % by 2030", Kind: netzero.Reach, Since: ghg.MustWhen("2021-12-14"), Target: daegu(2030,
		"45%")}
	series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{{Year: 2030, CO2e: ghg.MustCO2e("5.3 MtCO2e (AR5)"),
		Vintage: ghg.FirstVintage}})
	if err != nil {
		fmt.Println(err)
		return
	}
	j, err := p.JudgeReach(series, target.Adjustments{})
	fmt.Println(j.Result.OfPledge().En, err)
	fmt.Println(j.Figures)
	// Output:
	// broken <nil>
	// [allowed 5186500 tCO2e (AR5) accountable 5300000 tCO2e (AR5)]
}

// What goes on is from before.
func ExampleKind() {
	c, err := noNewFossil().Judge(slices.Values([]ghg.Record{powerOf(2019, "A", "LNG", "9 kt"), powerOf(2022, "A", "LNG", "8 kt")}))
	fmt.Println(c.Subject, "-", c.Result.OfPledge(), err)
	fmt.Println(c.Reason)
	fmt.Println(netzero.BeginNoFossilPower, "/", netzero.BeginNoFossilPower.Name().Ko)
	// Output:
	// Daegu: no new fossil power plants (begin-no-fossil-power), since 2021-05 - kept <nil>
	// no fossil power begins after 2021-05; what goes on is from before: A (LNG): its first record, of 2019, is from before the pledge; none is of 2020, 2021
	// begin-no-fossil-power / 신규 화석연료 발전 금지
}

// The judgement of a promise to end coal power.
func ExampleCheck_Details_coal() {
	c, err := coalTown().Judge(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(c.Details())
	// Output:
	// check      coal-phase-out
	// subject    Boryeong, after 2030-12-31
	// result     cannot tell
	// reason     no record is of a period after 2030-12-31
	// judged     records of unabated coal power after the last day 0
	// also       records that do not tell 0
	// also       records of unabated coal power up to the last day 0
	// threshold  2030 at the latest (powering-past-coal-oecd-2017, from 2017-11-16)
	// source     Powering Past Coal Alliance, declaration of 16 November 2017; confidence high
	// note       what its analysis shows to be needed in the OECD and the EU; a member's own date may be earlier
	// covers     one promise of the Powering Past Coal Alliance: existing unabated coal power is phased out in the boundary. Not covered: no new unabated coal power stations, limits on financing them, and electricity that is bought from outside
}

func ExampleCheckResult_Korean() {
	fmt.Println(netzero.Fail, "/", netzero.Fail.Korean())
	// Output: fail / 미충족
}
