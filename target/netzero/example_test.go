package netzero_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
)

// daegu is the published goal of Daegu. What its base of 9.43 Mt counts is
// taken for the example to be BASIC, in AR5.
func daegu(due int, cut string, milestones ...target.Milestone) target.Target {
	t, err := target.New(target.Definition{
		Name: fmt.Sprintf("Daegu %d", due), Place: "Daegu", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal:       target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare(cut)},
		Milestones: milestones, Source: "Daegu carbon neutrality strategy, December 2021"})
	if err != nil {
		panic(err)
	}
	return t
}

// on is the edition of a criterion of a day.
func on(c netzero.CriterionName, d ghg.Date) netzero.Threshold {
	th, err := netzero.ThresholdOn(c, ghg.OnDay(d))
	if err != nil {
		panic(err)
	}
	return th
}

var today = ghg.Date{Year: 2026, Month: 11, Day: 2}

func show(c netzero.Check, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c)
}

// A city with a cut of 45 % by 2030 and net zero by 2050 asks what it may say.
func Example() {
	city := daegu(2050, "100%", target.Milestone{Year: 2030, Cut: ghg.MustShare("45%")}, target.Milestone{Year: 2040,
		Cut: ghg.MustShare("70%")})
	var checks []netzero.Check
	half, err := netzero.InterimCut(city, on(netzero.RaceToZeroHalf, today), target.Pathway{})
	if err != nil {
		fmt.Println(err)
		return
	}
	zero, err := netzero.NetZeroBy(city, on(netzero.RaceToZeroNetZero, today))
	if err != nil {
		fmt.Println(err)
		return
	}
	law, err := netzero.CarbonLaw(city, on(netzero.HalvingPerDecade, today))
	if err != nil {
		fmt.Println(err)
		return
	}
	checks = append(checks, half, zero, law)
	for _, c := range checks {
		fmt.Println(c.ID, "-", c.Result)
	}
	fmt.Print(half.Details())
	// Output:
	// interim-cut - warn
	// net-zero-by - pass
	// carbon-law - fail
	// check      interim-cut
	// subject    Daegu 2050: 100% below 2018 by 2050
	// result     warn
	// reason     a cut of 45% by 2030 goes towards 50% of the base and falls short by 5 percentage points: whether it is a fair share is for the place to show; the target's own level of 2030
	// formula    (B - T)/B = (9430000 - 5186500)/9430000, with T the target's own level of 2030
	// judged     cut by 2030 0.45 of the base
	// also       level 5186500 tCO2e (AR5)
	// also       shortfall 0.05 of the base
	// threshold  50% of the base in 2030 (race-to-zero-half-2022, from 2022-06-15)
	// source     Race to Zero, starting line criteria 3.0, 15 June 2022; confidence high
	// note       towards or beyond a fair share of the 50 % global cut by 2030; no base year is named
	// covers     the cut from the target's own base year; not what share of the global cut is a fair one for the place
}

func ExampleTable() {
	checks, err := netzero.Pledge{Place: "Daegu", Kind: netzero.Reach, Campaign: netzero.RaceToZero, Since: ghg.MustWhen("2021-03-15"),
		Evidence: []netzero.Document{{Of: netzero.RaceToZeroPlan, Title: "strategy", Date: ghg.MustWhen("2021-12-20")}}}.Shown(today)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(netzero.Table(checks[:2]))
	// Output:
	// check   result       value     threshold                                                    reason
	// pledge  cannot tell  -         a document (race-to-zero-pledge-2020, from 2020-06-05)       no document is shown: that is no evidence that there is none
	// plan    pass         280 days  12 months at most (race-to-zero-plan-2020, from 2020-06-05)  the first plan shown, of 2021-12-20, is there by 2022-03-15; plans shown since joining: 2021-12-20 strategy
}

func ExampleCheck_Details() {
	c, err := netzero.AnnualReduction(daegu(2030, "45%"), on(netzero.AbsoluteContraction15, today))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(c.Details())
	// Output:
	// check      annual-reduction
	// subject    Daegu 2030: 45% below 2018 by 2030
	// result     fail
	// reason     the linear annual reduction, 3.75%, is below the threshold of 4.2% of the base a year, linear
	// formula    (B - T)/B/(t - b) = (9430000 - 5186500)/9430000/(2030 - 2018)
	// judged     linear annual reduction 0.0375 of the base a year, linear
	// also       compound annual reduction 0.048599101002 of the year before, compound
	// also       cut 0.45 of the base
	// threshold  4.2% of the base a year, linear (sbti-aca-1.5c-2026, from 2026-04-29)
	// source     Science Based Targets initiative, news of 29 April 2026: the absolute contraction approach is updated; sciencebasedtargets.org; confidence high
	// note       the floor between base and target year, which was kept; the rate itself now follows from base year and net-zero year and may be higher: its formula is not in this table
	// covers     the rate from base year to due year; not whether the target's scopes, boundary and years are those that the programme asks for
	// finding    2030, only-due-year: the target sets a level for 2030 alone and has no milestone: what is emitted before is not seen
}

// 45 % in twelve years is below a linear floor of 4.2 % a year, though it is
// 4.86 % a year when read as a compound rate.
func ExampleAnnualReduction() {
	c, err := netzero.AnnualReduction(daegu(2030, "45%"), on(netzero.AbsoluteContraction15, today))
	fmt.Println(c.Result, err)
	for _, f := range c.Figures {
		fmt.Println(f)
	}
	// Output:
	// fail <nil>
	// linear annual reduction 0.0375 of the base a year, linear
	// compound annual reduction 0.048599101002 of the year before, compound
	// cut 0.45 of the base
}

// The near-term rate of "55 % by 2030, zero by 2050" is 55/12, not 100/32.
func ExampleAnnualReduction_milestones() {
	both := daegu(2050, "100%", target.Milestone{Year: 2030, Cut: ghg.MustShare("55%")})
	c, err := netzero.AnnualReduction(both, on(netzero.AbsoluteContraction15, today))
	fmt.Println(c, err)
	for _, f := range c.Figures {
		fmt.Println(f)
	}
	fmt.Println(c.Findings)
	// Output:
	// annual-reduction: pass: the linear annual reduction, 4.58%, is at or above the threshold of 4.2% of the base a year, linear; it is that to 2030, the first level <nil>
	// linear annual reduction 0.045833333333 of the base a year, linear
	// compound annual reduction 0.06437666935 of the year before, compound
	// cut 0.55 of the base
	// linear annual reduction to 2050 0.03125 of the base a year, linear
	// 2050, rates-differ: judged by the level of 2050 (linear annual reduction to 2050 0.03125 of the base a year, linear) the result would be another: the rate to 2030 is judged, as the first that the target of 2050 sets
}

// A share cut in ten years is no rate a year.
func ExampleAnnualReduction_refused() {
	_, err := netzero.AnnualReduction(daegu(2030, "45%"), on(netzero.HalvingPerDecade, today))
	fmt.Println(err)
	// Output:
	// check annual-reduction, threshold "carbon-law-2017": it is a cut-per-decade, and a linear-rate or a compound-rate is needed: the two are not compared
}

func ExampleInterimCut() {
	half := on(netzero.RaceToZeroHalf, today)
	show(netzero.InterimCut(daegu(2030, "45%"), half, target.Pathway{}))
	// A target for 2050 alone has no level for 2030: the pathway has to be chosen.
	show(netzero.InterimCut(daegu(2050, "100%"), half, target.Pathway{}))
	show(netzero.InterimCut(daegu(2050, "100%"), half, target.Linear))
	// Output:
	// interim-cut: warn: a cut of 45% by 2030 goes towards 50% of the base and falls short by 5 percentage points: whether it is a fair share is for the place to show; the target's own level of 2030
	// interim-cut: cannot tell: the target sets no level for 2030, and no pathway was given to find one
	// interim-cut: warn: a cut of 37.5% by 2030 goes towards 50% of the base and falls short by 12.5 percentage points: whether it is a fair share is for the place to show; the value of the linear pathway in 2030, for which the target sets no level of its own
}

func ExampleNetZeroBy() {
	by := on(netzero.RaceToZeroNetZero, today)
	show(netzero.NetZeroBy(daegu(2050, "100%"), by))
	show(netzero.NetZeroBy(daegu(2050, "90%"), by))
	show(netzero.NetZeroBy(daegu(2060, "100%"), by))
	// Output:
	// net-zero-by: pass: the level is 0 tCO2e (AR5) in 2050, by 2050 at the latest
	// net-zero-by: cannot tell: the target leaves 943000 tCO2e (AR5) in 2050: net zero only if removals balance it, which the target does not say
	// net-zero-by: fail: the first level of zero is that of 2060, after 2050
}

func ExampleCarbonLaw() {
	show(netzero.CarbonLaw(daegu(2030, "45%"), on(netzero.HalvingPerDecade, today)))
	// Output:
	// carbon-law: fail: the level of 2030, 5186500 tCO2e (AR5), is above the path, which allows 4104645.905941225316 tCO2e (AR5)
}

func ExampleDecadePath() {
	law := on(netzero.HalvingPerDecade, today)
	for _, n := range []int{0, 10, 12, 20} {
		c, err := netzero.DecadePath(ghg.MustCO2e("9.43 MtCO2e (AR5)"), law, n)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(2018+n, c.Format(ghg.Megatonne, 2))
	}
	// Output:
	// 2018 9.43 MtCO2e (AR5)
	// 2028 4.72 MtCO2e (AR5)
	// 2030 4.10 MtCO2e (AR5)
	// 2038 2.36 MtCO2e (AR5)
}

// A check of what is not there is no failure, and neither is a pledge that nobody can judge.
func ExampleCheckResult() {
	var unset netzero.CheckResult
	fmt.Println(unset, "-", unset.OfPledge().Ko)
	fmt.Println(netzero.Fail, "-", netzero.Fail.OfPledge().En, "-", netzero.Fail.OfPledge().Ko)
	// Output:
	// cannot tell - 판단할 수 없음
	// fail - broken - 위반
}

// A member of Race to Zero shows what it has; what it does not show cannot be told.
func ExamplePledge_Shown() {
	checks, err := netzero.Pledge{Place: "Daegu", Kind: netzero.Reach, Campaign: netzero.RaceToZero, Since: ghg.MustWhen("2021-03-15"),
		Evidence: []netzero.Document{
			{Of: netzero.RaceToZeroPledge, Title: "pledge of the mayor", Date: ghg.MustWhen("2021-03-15")},
			{Of: netzero.RaceToZeroPlan, Title: "carbon neutrality strategy", Date: ghg.MustWhen("2022-04-01")},
			{Of: netzero.RaceToZeroPublish, Title: "inventory 2020", Date: ghg.MustWhen("2022-09-01")},
			{Of: netzero.RaceToZeroPublish, Title: "inventory 2022", Date: ghg.MustWhen("2024-09-01")},
		}}.Shown(day(2025, 6, 30))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range checks {
		fmt.Println(c)
	}
	// Output:
	// pledge: pass: shown by 2021-03-15 pledge of the mayor
	// plan: fail: the first plan shown is of 2022-04-01, after 2022-03-15: 12 months from joining; plans shown since joining: 2022-04-01 carbon neutrality strategy
	// proceed: cannot tell: no document is shown: that is no evidence that there is none
	// publish: warn: nothing is shown for 2023
	// persuade: cannot tell: no document is shown: that is no evidence that there is none
}

func ExamplePledge_Shown_refused() {
	_, err := netzero.Pledge{Place: "Daegu", Kind: netzero.Reach, Campaign: netzero.RaceToZero, Since: ghg.MustWhen("2021-03-15"),
		Evidence: []netzero.Document{{Of: netzero.RaceToZeroPlan, Title: "strategy"},
			{Of: netzero.RaceToZeroPlan, Title: "strategy that is still to come", Date: ghg.MustWhen("2027-01-01")}}}.Shown(today)
	fmt.Println(err)
	// Output:
	// pledge of "Daegu", plan, document 1, date: a document needs the day from which the public could read it
	// pledge of "Daegu", plan, document 2, date "2027-01-01": a document of that day shows nothing on 2026-11-02
}

func ExampleDocument() {
	fmt.Println(netzero.Document{Title: "Carbon neutrality strategy", Link: "https://example.org/strategy",
		Date: ghg.OnDay(day(2021, 12, 20))})
	// Output:
	// 2021-12-20 Carbon neutrality strategy <https://example.org/strategy>
}

func ExampleFigure() {
	fmt.Println(netzero.Figure{Name: "linear annual reduction", Value: ghg.RatioOf(decimal.RequireFromString("0.0375")),
		Unit: "of the base a year"})
	fmt.Println(netzero.Figure{Name: "compound annual reduction", Value: ghg.Undefined("a compound rate needs both ends above 0")})
	// Output:
	// linear annual reduction 0.0375 of the base a year
	// compound annual reduction undefined: a compound rate needs both ends above 0
}

// A compound rate is another measure, and judges the compound rate.
func ExampleMeasure() {
	own, err := netzero.NewThreshold(netzero.ThresholdDefinition{
		ID: "climate-plan-2026", Criterion: "climate-plan", Measure: netzero.CompoundRate, Value: decimal.RequireFromString("0.042"),
		From: day(2026, 1, 1), Source: "climate plan, page 12: 4.2 % of the year before", Confidence: "high"})
	if err != nil {
		fmt.Println(err)
		return
	}
	show(netzero.AnnualReduction(daegu(2030, "45%"), own))
	// Output:
	// annual-reduction: pass: the compound annual reduction, 4.86%, is at or above the threshold of 4.2% of the year before, compound
}

func ExampleThresholdOn_unknown() {
	_, err := netzero.ThresholdOn("half-by-2030", ghg.OnDay(today))
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.What, unknown.ID, "- the table begins with", unknown.Allowed[0])
	}
	// Output:
	// criterion half-by-2030 - the table begins with sbti-aca-1.5c
}
