package target_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

func ExampleTarget_Progress_beforeBaseYear() {
	t, _ := target.New(daegu2030())
	_, err := t.Progress(2017, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5))
	var outside *ghg.YearError
	fmt.Println(errors.As(err, &outside), outside.First)
	fmt.Println(err)
	// Output:
	// true 2018
	// progress on target "Daegu 2030": year 2017: years from 2018 to 2300 are allowed
}

func ExampleProgress() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println("so far ", p.Reduction.Percent(2), "of the base,", p.Achieved.Percent(2), "of the target, in", p.Elapsed.Percent(2),
		"of the time")
	fmt.Println("a year ", p.AchievedLinear)
	fmt.Println("needed ", p.RequiredLinear, "or", p.RequiredLinearShare.Percent(2), "of the base, or compound", p.RequiredCompound.Percent(2))
	fmt.Println("faster ", p.Acceleration)
	fmt.Println(p)
	// Output:
	// so far  13.04% of the base, 28.99% of the target, in 33.33% of the time
	// a year  307500 tCO2e (AR5) a year
	// needed  376687.5 tCO2e (AR5) a year or 3.99% of the base, or compound 5.57%
	// faster  1.225
	// Daegu 2030 in 2022: slightly behind, reduction 13.04%, achieved 28.99%, gap 184500 tCO2e (AR5)
}

func ExampleProgress_Explain() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("8.97 MtCO2e (AR5)"), Vintage: 2, Source: "strategy of December 2022"},
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Status: ghg.Provisional, Vintage: ghg.FirstVintage,
			Source: "city inventory 2022"}))
	fmt.Println(p.Explain())
	// Output:
	// Daegu 2030 in 2022 = slightly behind
	//   y               = 2022   # year asked
	//   b               = 2018   # base year
	//   t               = 2030   # due year
	//   B               = 9,430,000 tCO2e (AR5)   # emissions of the base year; source: Daegu carbon neutrality strategy, December 2021
	//   cut             = 0.45   # cut by the due year; source: Daegu carbon neutrality strategy, December 2021
	//   T               = B × (1 - cut) = 9,430,000 × (1 - 0.45) = 5,186,500 tCO2e (AR5)   # level of the due year
	//   E               = 8,200,000 tCO2e (AR5)   # emissions of the year: GPC 1.1 BASIC, provisional, first vintage; source: city inventory 2022
	//   ya              = 2018   # year of the level before
	//   yz              = 2030   # year of the level after
	//   a               = B = 9,430,000 tCO2e (AR5)   # level before
	//   z               = T = 5,186,500 tCO2e (AR5)   # level after
	//   v               = a + (z - a) × (y - ya) / (yz - ya) = 9,430,000 + (5,186,500 - 9,430,000) × (2022 - 2018) / (2030 - 2018) = 8,015,500 tCO2e (AR5)   # pathway: linear
	//   reduction       = (B - E) / B = (9,430,000 - 8,200,000) / 9,430,000 = 0.130434782609   # reduction
	//   achieved        = (B - E) / (B - T) = (9,430,000 - 8,200,000) / (9,430,000 - 5,186,500) = 0.289855072464, where B > T   # share of the target achieved
	//   elapsed         = (y - b) / (t - b) = (2022 - 2018) / (2030 - 2018) = 0.333333333333   # share of the time gone by
	//   pace            = (B - E) × (t - b) / ((B - T) × (y - b)) = (9,430,000 - 8,200,000) × (2030 - 2018) / ((9,430,000 - 5,186,500) × (2022 - 2018)) = 0.869565217391, where B > T and y > b   # pace: achieved over elapsed
	//   gap             = E - v = 8,200,000 - 8,015,500 = 184,500 tCO2e (AR5)   # gap to the pathway
	//   gap_share       = (E - v) / v = (8,200,000 - 8,015,500) / 8,015,500 = 0.023017902813, where v > 0   # relative gap
	//   remaining       = E - T = 8,200,000 - 5,186,500 = 3,013,500 tCO2e (AR5)   # remaining to the level of the due year
	//   remaining_share = (E - T) / E = (8,200,000 - 5,186,500) / 8,200,000 = 0.3675, where E > 0   # remaining, share of emissions
	//   so_far          = (B - E) / (y - b) = (9,430,000 - 8,200,000) / (2022 - 2018) = 307,500 tCO2e (AR5)/yr, where y > b   # achieved a year, linear
	//   so_far_share    = (B - E) / (B × (y - b)) = (9,430,000 - 8,200,000) / (9,430,000 × (2022 - 2018)) = 0.032608695652, where y > b   # achieved a year, share of the base
	//   so_far_compound = 1 - round(root(E / B; y - b); 12) = 1 - round(root(8,200,000 / 9,430,000; 2022 - 2018); 12) = 0.034337114599, where y > b and E > 0   # achieved a year, compound
	//   e[i]   # figures of the series
	//       i     e [tCO2e (AR5)]
	//       2018  8,970,000        strategy of December 2022
	//       2019  undefined        the series has no figure for 2019
	//       2020  undefined        the series has no figure for 2020
	//       2021  undefined        the series has no figure for 2021
	//       2022  8,200,000        city inventory 2022
	//   year_on_year    = sum(i = b + 1..y: 1 - e[i] / e[i - 1]) / (y - b) = undefined, where y > b and min(i: known(e[i])) = 1 and min(i = b..y - 1: e[i]) > 0   # achieved a year, mean of the changes from year to year; the series has no figure for 2019
	//   needed          = (E - T) / (t - y) = (8,200,000 - 5,186,500) / (2030 - 2022) = 376,687.5 tCO2e (AR5)/yr, where t > y   # required a year, linear
	//   needed_share    = (E - T) / (B × (t - y)) = (8,200,000 - 5,186,500) / (9,430,000 × (2030 - 2022)) = 0.039945652174, where t > y   # required a year, share of the base
	//   needed_compound = 1 - round(root(T / E; t - y); 12) = 1 - round(root(5,186,500 / 8,200,000; 2030 - 2022); 12) = 0.05565090984, where t > y and T > 0 and E > 0   # required a year, compound
	//   acceleration    = (E - T) × (y - b) / ((B - E) × (t - y)) = (8,200,000 - 5,186,500) × (2022 - 2018) / ((9,430,000 - 8,200,000) × (2030 - 2022)) = 1.225, where t > y and y > b and B ≠ E   # acceleration: required over achieved
	//   p1              = 1.05   # threshold of “ahead”, rules pace-1; source: this library, edition 1; no standard sets such thresholds
	//   p2              = 0.95   # threshold of “on track”; source: this library, edition 1; no standard sets such thresholds
	//   p3              = 0.75   # threshold of “slightly behind”; source: this library, edition 1; no standard sets such thresholds
	//   status          = slightly_behind   # status, the first case that holds
	//                    ✗ base_only          base only: y = b: 2022 = 2018
	//                    ✗ below_target_level below target level: E ≤ T: 8,200,000 ≤ 5,186,500
	//                    ✗ regressed          regressed: E > B: 8,200,000 > 9,430,000
	//                    ✗ no_progress        no progress: E = B: 8,200,000 = 9,430,000
	//                    ✗ undetermined       undetermined: known(pace) = 0
	//                    ✗ ahead              ahead: pace ≥ p1: 0.869565217391 ≥ 1.05
	//                    ✗ on_track           on track: pace ≥ p2: 0.869565217391 ≥ 0.95
	//                    ✓ slightly_behind    slightly behind: pace ≥ p3: 0.869565217391 ≥ 0.75
	//                    ✓ off_track          off track
	// rounding: to 12 decimal places, half away from zero: v, reduction, achieved, elapsed, pace, gap_share, remaining_share, so_far, so_far_share, year_on_year, needed, needed_share, acceleration
}

func ExampleTarget_Progress_otherMetric() {
	t, _ := target.New(daegu2030())
	_, err := t.Progress(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR6Single,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR6Single)"), Vintage: ghg.FirstVintage}))
	fmt.Println(err)
	// Output:
	// target "Daegu 2030" and the series do not meet: metric AR5 and AR6Single: make both with one metric, or restate one in the other's
}

func ExampleTarget_Match() {
	t, _ := target.New(daegu2030())
	ulsan, _ := ghg.NewYearly("Ulsan", gpc.Territorial, ghg.AR5, nil)
	var mismatch *ghg.MismatchError
	if errors.As(t.Match(ulsan), &mismatch) {
		for _, d := range mismatch.Differ {
			fmt.Println(d.Aspect, d.A, "/", d.B)
		}
	}
	fmt.Println("guidelines:", t.Basis().Edition())
	// Output:
	// place "Daegu" / "Ulsan"
	// view GPC 1.1 BASIC / GPC 1.1 territorial
	// guidelines: GPC 1.1
}

func ExampleTarget_Progress_noFigure() {
	t, _ := target.New(daegu2030())
	_, err := t.Progress(2023, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	var missing *ghg.NoFigureError
	fmt.Println(errors.As(err, &missing), missing.Have)
	fmt.Println(err)
	// Output:
	// true [2022]
	// the series of Daegu: no figure for 2023 (there are figures for 2022): a year without a figure is not 0; ask for one that has one, or add it to the series with its status
}

func ExampleProgress_undefined() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2018, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println(p.Achieved)
	fmt.Println(p.Pace)
	_, ok := p.Pace.Value()
	fmt.Println(ok)
	// Output:
	// 0
	// undefined: no time has passed in the base year 2018
	// false
}

func ExamplePerYear() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2030, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2030, CO2e: ghg.MustCO2e("5.5 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println(p.AchievedLinear)
	fmt.Println(p.RequiredLinear)
	// Output:
	// 327500 tCO2e (AR5) a year
	// undefined: no year is left before the due year 2030
}

func ExampleStatus() {
	s, err := target.ParseStatus("slightly_behind")
	fmt.Println(s == target.SlightlyBehind, err)
	_, err = target.ParseStatus("late")
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println(len(unknown.Allowed), "are allowed:")
	}
	for s := range target.AllStatuses() {
		fmt.Print(s, " ")
	}
	// Output:
	// true <nil>
	// 12 are allowed:
	// no_data base_only achieved expired_missed below_target_level regressed no_progress ahead on_track slightly_behind off_track undetermined
}

func ExampleRules() {
	fmt.Println(target.DefaultRules)
	// Output:
	// pace-1 (pace: ahead from 1.05, on track from 0.95, slightly behind from 0.75)
}

func ExampleNewRules() {
	// A council that calls nothing on track that is behind the straight line.
	strict, err := target.NewRules("council-2024", "city council, resolution of March 2024", target.ByPace,
		decimal.RequireFromString("1.1"), decimal.RequireFromString("1"), decimal.RequireFromString("0.9"))
	if err != nil {
		fmt.Println(err)
		return
	}
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2022, target.Linear, strict, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println(p.Status, "-", p.Reason)
	// Output:
	// off_track - pace 0.869565217391 is below 0.9
}
