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
	// Daegu 2030 in 2022: slightly_behind, reduction 13.04%, achieved 28.99%, gap 184500 tCO2e (AR5)
}

func ExampleProgress_Explain() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("8.97 MtCO2e (AR5)"), Vintage: 2, Source: "strategy of December 2022"},
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Status: ghg.Provisional, Vintage: ghg.FirstVintage,
			Source: "city inventory 2022"}))
	fmt.Print(p.Explain())
	// Output:
	// target                Daegu 2030: 45% below 2018 by 2030
	// set by                Daegu carbon neutrality strategy, December 2021
	// place                 Daegu
	// view                  GPC 1.1 BASIC
	// edition               GPC 1.1
	// metric                AR5
	// base                  B = 9430000 tCO2e (AR5) in 2018
	// level                 T = B × (1 - 45%) = 9430000 × 0.55 = 5186500 tCO2e (AR5) in 2030
	// emissions             E = 8200000 tCO2e (AR5) in 2022: provisional, first vintage, source city inventory 2022
	// pathway               v = a + (z - a) × (y - ya) / (yz - ya) = 8015500 tCO2e (AR5) (linear, with a = 9430000, z = 5186500, y = 2022, ya = 2018, yz = 2030)
	// reduction             1 - E/B = 1 - 8200000/9430000 = 0.130434782609
	// achieved              (B - E)/(B - T) = (9430000 - 8200000)/(9430000 - 5186500) = 0.289855072464
	// elapsed               (y - b)/(t - b) = (2022 - 2018)/(2030 - 2018) = 0.333333333333
	// pace                  achieved/elapsed = 0.869565217391
	// gap                   E - v = 8200000 - 8015500 = 184500 tCO2e (AR5)
	// relative gap          (E - v)/v = 184500/8015500 = 0.023017902813
	// remaining             E - T(t) = 3013500 tCO2e (AR5)
	//   share of emissions  (E - T(t))/E = 0.3675
	// achieved, linear      (B - E)/(y - b) = (9430000 - 8200000)/4 = 307500 tCO2e (AR5) a year
	//   share of base       (B - E)/(y - b)/B = 0.032608695652
	// achieved, compound    1 - (E/B)^(1/(y - b)) = 1 - (8200000/9430000)^(1/4) = 0.034337114599
	//   mean year on year   mean of 1 - E(i)/E(i - 1) = undefined: the series has no figure for 2019
	// required, linear      (E - T)/(t - y) = (8200000 - 5186500)/8 = 376687.5 tCO2e (AR5) a year
	//   share of base       (E - T)/(t - y)/B = 0.039945652174
	// required, compound    1 - (T/E)^(1/(t - y)) = 1 - (5186500/8200000)^(1/8) = 0.05565090984
	// acceleration          required, linear/achieved, linear = 1.225
	// status                slightly_behind: pace 0.869565217391 is at least 0.75 and below 0.95
	// rules                 pace-1 (pace: ahead from 1.05, on track from 0.95, slightly behind from 0.75); set by this library, edition 1; no standard sets such thresholds
	// rounding              ratios to 12 decimal places, pathway and amounts a year to 12 decimal places of a tonne, each once, half away from zero
	// serious               2018, base-year-differs: the target counts from 9430000 tCO2e (AR5) in 2018, the series has 8970000 tCO2e (AR5) (vintage 2): the figures hold for the target's base only
	// warning               2022, not-actual: the figure is provisional: it is no evidence of an achievement
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
