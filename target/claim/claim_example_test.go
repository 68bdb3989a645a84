package claim_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
)

// megatonnes is a figure as a press release prints it.
func megatonnes(number string, view ghg.View) claim.Amount {
	f, err := ghg.ParseFigure(number, ghg.Megatonne)
	if err != nil {
		fmt.Println(err)
	}
	return claim.Amount{Figure: f, View: view}
}

// daegu2021Result is what the city published of the year 2021: a forecast of
// 11.46 Mt, 1.52 Mt or 13.3 % cut, where 1.32 Mt or 12 % were to be cut.
func daegu2021Result() claim.Claim {
	own := ghg.MustDeclaredView("city total", "Daegu, October 2022")
	return claim.Claim{
		Name: "Daegu 2021", Source: "New Daily TK, 24 October 2022", Due: 2021,
		Baseline:  megatonnes("11.46", own),
		Cut:       claim.MustShareFigure("12%"),
		CutAmount: megatonnes("1.32", own),
		Follows:   claim.AmountsFollow, // the promise was a percentage
		Reduced:   megatonnes("1.52", own),
		Reduction: claim.MustShareFigure("13.3%"),
	}
}

// Does the figure in this press release reproduce?
func ExampleClaim_Check() {
	c, err := daegu2021Result().Check()
	fmt.Println(c, err)
	for _, r := range c.Relations {
		judged := r.Readings[0]
		fmt.Printf("%s: %s = %s %s, printed %s: %s\n", judged.Of, judged.Figures, judged.Computed, judged.Unit, judged.Printed, r.Verdict)
	}
	// Output:
	// Daegu 2021: does_not_reproduce (cut amount and cut does_not_reproduce, reduction reproduces) <nil>
	// cut amount: 11.46 Mt × 12% = 1.3752 Mt, printed 1.32 Mt: does_not_reproduce
	// reduction: 1.52 Mt/11.46 Mt = 13.26352530541 %, printed 13.3%: reproduces
}

// The headline of 40 % holds a net level against a gross base.
func ExampleClaim_Check_basisMismatch() {
	gross, net := ghg.MustDeclaredView("gross", "2030 NDC"), ghg.MustDeclaredView("net", "2030 NDC")
	c, err := claim.Claim{
		Name: "Korea's 2030 target", Source: "2030 NDC, October 2021", BaseYear: 2018, Due: 2030,
		Base: megatonnes("727.6", gross), Level: megatonnes("436.6", net), Cut: claim.MustShareFigure("40%"), Follows: claim.AmountsFollow,
		OtherBases:  []claim.Amount{megatonnes("686.3", net)},
		OtherLevels: []claim.Amount{megatonnes("507.1", gross)},
	}.Check()
	fmt.Println(c.Verdict, err)
	fmt.Println(c.Relations[0].Reason)
	fmt.Println("the numbers alone:", c.Relations[0].Numbers)
	for _, o := range c.OneBasis {
		fmt.Println(o)
	}
	// Output:
	// basis_mismatch <nil>
	// base is stated in gross (as declared by 2030 NDC), level in net (as declared by 2030 NDC)
	// the numbers alone: reproduces
	// gross (as declared by 2030 NDC): 1 - 507.1 Mt/727.6 Mt = 30.31%, the printed cut does_not_reproduce
	// net (as declared by 2030 NDC): 1 - 436.6 Mt/686.3 Mt = 36.38%, the printed cut does_not_reproduce
}

// The press wrote of "reducing emissions by 536 Mt".
func ExampleClaim_Check_levelCalledCut() {
	c, err := claim.Claim{
		Name: "INDC 2015", Source: "ICAP news 562, June 2018", Due: 2030,
		Baseline: megatonnes("850.8", ghg.View{}), Cut: claim.MustShareFigure("37%"), CutAmount: megatonnes("536", ghg.View{}),
		Follows: claim.AmountsFollow,
	}.Check()
	fmt.Println(c.Verdict, err)
	fmt.Println(c.Findings)
	// Output:
	// does_not_reproduce <nil>
	// the amount to cut, level-called-cut: 536 Mt is called the amount to cut, but is the level: the level = 850.8 Mt × (1 - 37%) = 536.004 Mt; the amount to cut = 850.8 Mt × 37% = 314.796 Mt; or 37% is what is left, as in "to 37%"
	// baseline, cut amount, basis-not-stated: no view is stated for baseline, cut amount: whether all amounts are on one basis, such as gross or net, was not checked
}

func ExampleCheck_Details() {
	c, _ := daegu2021Result().Check()
	fmt.Print(c.Details())
	// Output:
	// claim          Daegu 2021
	// source         New Daily TK, 24 October 2022
	// printed        baseline 11.46 Mt, city total (as declared by Daegu, October 2022)
	// printed        cut amount 1.32 Mt, city total (as declared by Daegu, October 2022)
	// printed        cut 12%
	// printed        reduced 1.52 Mt, city total (as declared by Daegu, October 2022)
	// printed        reduction 13.3%
	// due year       2021
	// taken as       the amounts follow from the percentage
	// verdict        does_not_reproduce
	// relation       cut amount and cut: does_not_reproduce: cut amount = baseline × cut = 11.46 Mt × 12% = 1.3752 Mt; printed 1.32 Mt stands for 1.315 to 1.325 Mt; the others allow 1.3746 to 1.3758 Mt
	//   other way    cut = cut amount/baseline = 1.32 Mt/11.46 Mt = 11.51832460733%; printed 12% stands for 11.5 to 12.5%; the others allow 11.469690361971 to 11.567001309472%
	//   other way    baseline = cut amount/cut = 1.32 Mt/12% = 11 Mt; printed 11.46 Mt stands for 11.455 to 11.465 Mt; the others allow 10.958333333333 to 11.041666666667 Mt
	// relation       reduction: reproduces: reduction = reduced/baseline = 1.52 Mt/11.46 Mt = 13.26352530541%; printed 13.3% stands for 13.25 to 13.35%; the others allow 13.21412996075 to 13.312963771279%
	//   other way    reduced = baseline × reduction = 11.46 Mt × 13.3% = 1.52418 Mt; printed 1.52 Mt stands for 1.515 to 1.525 Mt; the others allow 1.5177875 to 1.5305775 Mt
	//   other way    baseline = reduced/reduction = 1.52 Mt/13.3% = 11.428571428571 Mt; printed 11.46 Mt stands for 11.455 to 11.465 Mt; the others allow 11.348314606742 to 11.509433962264 Mt
	// warning        cut amount, coarse-digits: cut amount = 11.46 Mt × 12% = 1.3752 Mt, printed 1.32 Mt: off by 0.0552 Mt; it agrees only where the decided cut of 12% is a rounded one, from 11.5 to 11.567001309472%
	// rounding       a printed number stands for half a unit of its last digit to both sides; the others follow from the decided cut as it is; values are given to 12 decimal places
}

func ExampleClaim() {
	// A council says: 45 % less, which is 3.75 % a year.
	stated := claim.Claim{Name: "council speech", BaseYear: 2018, Due: 2030,
		Cut: claim.MustShareFigure("45%"), LinearRate: claim.MustShareFigure("3.75%")}
	c, err := stated.Check()
	fmt.Println(c, err)
	// Said of a compound rate, it is not true.
	stated.CompoundRate, stated.LinearRate = stated.LinearRate, claim.ShareFigure{}
	c, _ = stated.Check()
	fmt.Println(c)
	fmt.Println(c.Findings)
	// Output:
	// council speech: reproduces (linear rate reproduces) <nil>
	// council speech: does_not_reproduce (compound rate does_not_reproduce)
	// the compound rate, rate-kind: 3.75% is called the compound rate, but is the linear rate: the linear rate = 45%/12 = 3.75%; the compound rate = 1 - (1 - 45%)^(1/12) = 4.859910100175%
}

// 45 % of 9.43 Mt leaves 5.19 Mt. A level of 5.20 Mt does not follow from a goal
// of 45 %; decided by a council as it is, it is a cut of 45 % when rounded.
func ExampleFollows() {
	stated := claim.Claim{Base: megatonnes("9.43", ghg.View{}), Level: megatonnes("5.20", ghg.View{}), Cut: claim.MustShareFigure("45%")}
	for _, stated.Follows = range []claim.Follows{claim.AmountsFollow, claim.PercentageFollows} {
		c, _ := stated.Check()
		fmt.Printf("%s: %s\n  %s\n", stated.Follows, c.Verdict, c.Relations[0].Readings[0])
	}
	// Output:
	// the amounts follow from the percentage: does_not_reproduce
	//   level = base × (1 - cut) = 9.43 Mt × (1 - 45%) = 5.1865 Mt; printed 5.20 Mt stands for 5.195 to 5.205 Mt; the others allow 5.18375 to 5.18925 Mt
	// the percentage follows from the amounts: reproduces
	//   cut = 1 - level/base = 1 - 5.20 Mt/9.43 Mt = 44.856839872747%; printed 45% stands for 44.5 to 45.5%; the others allow 44.774535809019 to 44.939056703763%
}

// Rooftop solar power of 0.95 Mt is printed as 10.6 % of 8.97 Mt, and added to
// the goal of 45 %.
func ExampleParts() {
	own := ghg.MustDeclaredView("city total", "Daegu, December 2022")
	c, err := claim.Claim{Name: "rooftop PV", Source: "Kukinews, 14 December 2022", Parts: []claim.Parts{{
		Whole: megatonnes("8.97", own),
		Parts: []claim.StatedPart{
			{Name: "goal", Share: claim.MustShareFigure("45%")},
			{Name: "rooftop PV", Amount: megatonnes("0.95", own), Share: claim.MustShareFigure("10.6%")},
		},
		Total: claim.StatedPart{Share: claim.MustShareFigure("56%")},
	}}}.Check()
	fmt.Println(c.Verdict, err)
	for _, r := range c.Relations {
		fmt.Println(r)
	}
	// Output:
	// reproduces <nil>
	// share of rooftop PV: reproduces: share of rooftop PV = rooftop PV/whole = 0.95 Mt/8.97 Mt = 10.590858416945%; printed 10.6% stands for 10.55 to 10.65%; the others allow 10.529247910864 to 10.652537646403%
	// sum of shares: reproduces: share of the total = share of goal + share of rooftop PV = 45% + 10.6% = 55.6%; printed 56% stands for 55.5 to 56.5%; the others allow 55.05 to 56.15%
}

func ExampleStatedPart() {
	p := claim.StatedPart{Name: "transport", Amount: megatonnes("2.15", ghg.View{}), Share: claim.MustShareFigure("24%")}
	fmt.Println(p.Name, p.Amount.Figure, p.Share)
	// Output:
	// transport 2.15 Mt 24%
}

func ExampleAmount() {
	net := ghg.MustDeclaredView("net", "2030 NDC")
	a := megatonnes("436.6", net)
	a.Metric = ghg.SAR
	fmt.Println(a.Figure, "in", a.View, "on", a.Metric)
	fmt.Println(claim.Amount{}.IsUnset(), claim.ShareFigure{}.IsUnset())
	// Output:
	// 436.6 Mt in net (as declared by 2030 NDC) on SAR
	// true true
}

func ExampleRelation() {
	c, _ := daegu2021Result().Check()
	fmt.Println(c.Relations[1])
	// Output:
	// reduction: reproduces: reduction = reduced/baseline = 1.52 Mt/11.46 Mt = 13.26352530541%; printed 13.3% stands for 13.25 to 13.35%; the others allow 13.21412996075 to 13.312963771279%
}

// Which percentage would the printed amount need? One that is a rounded 12 %;
// with 12 % itself, no amount and no forecast of these digits agree.
func ExampleReading_Needs() {
	c, _ := daegu2021Result().Check()
	for _, r := range c.Relations[0].Readings {
		if needs, ok := r.Needs(); ok {
			fmt.Printf("%s: printed %s, needs %s %s\n", r.Of, r.Printed, needs, r.Unit)
		} else {
			fmt.Printf("%s: printed %s, needs what its digits do not allow\n", r.Of, r.Printed)
		}
	}
	// Output:
	// cut amount: printed 1.32 Mt, needs what its digits do not allow
	// cut: printed 12%, needs 11.5 to 11.567001309472 %
	// baseline: printed 11.46 Mt, needs what its digits do not allow
}

func ExampleRange() {
	c, _ := daegu2021Result().Check()
	share := c.Relations[1].Readings[0]
	fmt.Println(share.Printed, "stands for", share.Stands)
	// Output:
	// 13.3% stands for 13.25 to 13.35
}

func ExampleOneBasis() {
	net := ghg.MustDeclaredView("net", "2030 NDC")
	c, _ := claim.Claim{Level: megatonnes("436.6", net), OtherBases: []claim.Amount{megatonnes("686.3", net)}}.Check()
	fmt.Println(c.OneBasis[0].Cut.Percent(1), c.OneBasis[0].Verdict)
	// Output:
	// 36.4% not_checkable
}

// A leaflet that exchanged its years is refused with all that does not stand.
func ExampleClaim_Check_refused() {
	_, err := claim.Claim{Name: "leaflet", BaseYear: 2030, Due: 2018,
		Base: megatonnes("9.43", ghg.View{}), Level: megatonnes("5.19", ghg.View{}), Cut: claim.MustShareFigure("45%")}.Check()
	var refused ghg.Faults
	if errors.As(err, &refused) {
		for _, f := range refused.All {
			fmt.Println(f.Field)
		}
	}
	fmt.Println(err)
	// Output:
	// due
	// follows
	// claim "leaflet", due "2018": the due year must come after the base year 2030: look whether the two were exchanged
	// claim "leaflet", follows: say what follows from what: claim.AmountsFollow where the percentage was decided, claim.PercentageFollows where the amounts were decided or measured
}

func ExampleCheck() {
	c, _ := claim.Claim{Name: "leaflet", Base: megatonnes("9.43", ghg.View{}), Level: megatonnes("5.19", ghg.View{}),
		CutAmount: megatonnes("4.24", ghg.View{}), Reduction: claim.MustShareFigure("13%")}.Check()
	fmt.Println(c.Verdict, c.Unused)
	b, err := json.MarshalIndent(c.Relations[0].Verdict, "", " ")
	fmt.Println(string(b), err)
	// Output:
	// reproduces [reduction]
	// "reproduces" <nil>
}

func ExampleVerdict() {
	var v claim.Verdict
	fmt.Println(v)
	v, err := claim.ParseVerdict("rounding")
	fmt.Println(v == claim.Rounding, v < claim.DoesNotReproduce, err)
	// Output:
	// not_checkable
	// true true <nil>
}

// "45%" and "45.0%" claim different things.
func ExampleShareFigure() {
	for _, s := range []string{"45%", "45.0%", "0.450"} {
		f, err := claim.ParseShareFigure(s)
		fmt.Println(f, f.Fraction(), f.HalfUnit(), err)
	}
	// Output:
	// 45% 0.45 0.005 <nil>
	// 45.0% 0.45 0.0005 <nil>
	// 0.450 0.45 0.0005 <nil>
}

// A percent where a fraction belongs is refused.
func ExampleParseShareFigure() {
	_, err := claim.ParseShareFigure("45")
	fmt.Println(err)
	// Output:
	// share "45": a bare number must lie between -1 and 1; write "45%" for percent
}

// A column headed "%" that holds 0.33: a third of a percent, or of everything?
func ExampleParsePercentFigure() {
	f, err := claim.ParsePercentFigure("13.3")
	fmt.Println(f, err)
	_, err = claim.ParsePercentFigure("0.33")
	fmt.Println(err)
	// Output:
	// 13.3% <nil>
	// percentage "0.33": a bare number from -1 to 1 is most often a fraction; write "0.33%" if it is a percentage, or read it with ParseShareFigure if it is a fraction
}

func ExamplePercentFigureError() {
	_, err := claim.ParsePercentFigure("0.45")
	var bare *claim.PercentFigureError
	fmt.Println(errors.As(err, &bare), bare.Text)
	// Output:
	// true 0.45
}

// "By 45 %" and "to 45 %" of one base are two levels.
func ExampleImplied() {
	base, _ := ghg.ParseFigure("16628", ghg.Kilotonne)
	c, err := claim.Claim{Base: claim.Amount{Figure: base}, Cut: claim.MustShareFigure("45%")}.Check()
	for _, x := range c.Implied {
		switch {
		case x.Of != "level":
		case x.Reading == claim.ByShare:
			fmt.Println("cut by 45 %:", x.Value, x.Unit)
		case x.Reading == claim.ToShare:
			fmt.Println("cut to 45 %:", x.Value, x.Unit)
		}
	}
	fmt.Println(c.Verdict, err)
	// Output:
	// cut by 45 %: 9145.4 kt
	// cut to 45 %: 7482.6 kt
	// not_checkable <nil>
}

// In a column that is known to hold percent, 0.33 is a third of one.
func ExampleParseStatedPercentFigure() {
	f, err := claim.ParseStatedPercentFigure("0.33")
	fmt.Println(f, f.Fraction(), err)
	_, err = claim.ParsePercentFigure("0.33")
	var bare *claim.PercentFigureError
	fmt.Println(errors.As(err, &bare), bare.Text)
	// Output:
	// 0.33% 0.0033 <nil>
	// true 0.33
}
