package bridge_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// published is a series of one published figure.
func published(place ghg.PlaceID, view ghg.View, f ghg.YearFigure) ghg.Yearly {
	y, err := ghg.NewYearly(place, view, f.CO2e.Metric(), []ghg.YearFigure{f})
	if err != nil {
		panic(err)
	}
	return y
}

// gross is the national total without land use, on an edition of the guidelines.
func gross(edition ghg.SchemeID) ghg.View {
	v, err := ghg.MustDeclaredView("gross", "national inventory of the Republic of Korea").WithEdition(edition)
	if err != nil {
		panic(err)
	}
	return v
}

const (
	guidelines1996 = "1996 IPCC Guidelines"
	guidelines2006 = "2006 IPCC Guidelines"
	newspaper      = "Yonhap News"
)

var reported = ghg.Date{Year: 2025, Month: 1, Day: 2}

// The country's gross emissions of 2018, as first published, with coal that had
// been left out, and on the 2006 Guidelines with the potentials of AR5 (Yonhap
// News, 2 January 2025). The amount of the coal is the difference of the first
// two figures, as the report names no other cause of it.
func national(v ghg.Vintage) ghg.Yearly {
	switch v {
	case 1:
		return published("Republic of Korea", gross(guidelines1996),
			ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("725.0 MtCO2e (SAR)"), Vintage: 1, Source: newspaper})
	case 2:
		return published("Republic of Korea", gross(guidelines1996),
			ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("732.9 MtCO2e (SAR)"), Vintage: 2, Source: newspaper})
	}
	return published("Republic of Korea", gross(guidelines2006),
		ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("783.9 MtCO2e (AR5)"), Vintage: 3, Source: newspaper})
}

func omittedCoal() bridge.Contribution {
	return bridge.Cause{Kind: bridge.CauseCorrection, What: "private coal use had been left out", Date: reported,
		Document: newspaper}.Of(ghg.MustMass("7.9 Mt"))
}

func newEdition() bridge.Contribution {
	return bridge.Cause{Kind: bridge.CauseEdition, What: "1996 to 2006 IPCC Guidelines", Date: reported, Document: newspaper}.Unquantified()
}

func newMetric() bridge.Contribution {
	return bridge.Cause{Kind: bridge.CauseMetric, What: "SAR to AR5", Date: reported, Document: newspaper}.Unquantified()
}

// Daegu's 2018 was published as 9.43 Mt in December 2021 and as 8.97 Mt in
// December 2022. No source says why.
func daegu(v ghg.Vintage) ghg.Yearly {
	view := ghg.MustDeclaredView("city total", "Daegu Metropolitan City")
	if v == 1 {
		return published("Daegu", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Vintage: 1,
			Source: "carbon neutrality strategy, December 2021"})
	}
	return published("Daegu", view, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("8.97 MtCO2e"), Vintage: 2,
		Source: "carbon neutrality strategy, December 2022"})
}

func ExamplePublished() {
	b, err := bridge.Published(2018, daegu(1), daegu(2))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(b)
	fmt.Print(b.Details())
	// Output:
	// Daegu 2018, first vintage to vintage 2: -460000 tCO2e, -4.88%
	// restatement    Daegu 2018, first vintage to vintage 2
	// from           9430000 tCO2e, city total (as declared by Daegu Metropolitan City), actual, first vintage, source: carbon neutrality strategy, December 2021
	// to             8970000 tCO2e, city total (as declared by Daegu Metropolitan City), actual, vintage 2, source: carbon neutrality strategy, December 2022
	// change         to - from = 8970000 - 9430000 = -460000 tCO2e, -4.88%
	//   line         -460000  unknown: no source states a cause
	// sum            -460000 tCO2e
	//   by cause     unknown: -460000
}

// Metric and guideline edition changed together, and no source divides the
// change between them: the bridge says so, and claims nothing of either.
func ExamplePublished_twoMetrics() {
	b, err := bridge.Published(2018, national(2), national(3), newEdition(), newMetric())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(b.Details())
	_, err = b.Change().CO2e()
	fmt.Println(err)
	// Output:
	// restatement    Republic of Korea 2018, vintage 2 to vintage 3
	// from           732900000 tCO2e (SAR), 1996 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea), actual, vintage 2, source: Yonhap News
	// to             783900000 tCO2e (AR5), 2006 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea), actual, vintage 3, source: Yonhap News
	// differ in      metric: SAR and AR5
	// differ in      guideline edition: 1996 IPCC Guidelines and 2006 IPCC Guidelines
	// change         to - from = 783900000 - 732900000 = +51000000 t of mixed metrics (SAR to AR5), 6.96%
	//                figures on two metrics: the change is CO2e on neither
	//   line         not stated  edition: 1996 to 2006 IPCC Guidelines (Yonhap News, 2025-01-02)
	//   line         not stated  metric: SAR to AR5 (Yonhap News, 2025-01-02)
	//   line          +51000000  unknown: no source states how much is due to: edition, metric
	// sum            +51000000 t of mixed metrics (SAR to AR5)
	//   by cause     unknown: +51000000
	// CO2e on metric SAR and on metric AR5 do not meet: compute both with one metric
}

// Without a cause for each way in which the figures differ there is no bridge.
func ExampleUnbridgedError() {
	_, err := bridge.Published(2018, national(2), national(3), newEdition())
	fmt.Println(err)
	var unbridged *bridge.UnbridgedError
	if errors.As(err, &unbridged) {
		fmt.Println("list a cause of kind", unbridged.Kind)
	}
	// Output:
	// the figures differ in metric, SAR and AR5, and no cause of kind metric is listed: list one; its amount may be left open with Unquantified
	// list a cause of kind metric
}

// What a document claims may leave more unknown than the whole change: here a
// council explains a fall of 0.46 Mt by one of 0.9 Mt.
func ExampleBridge_Unknown() {
	b, err := bridge.Published(2018, daegu(1), daegu(2),
		bridge.Cause{Kind: bridge.CauseBoundary, What: "two works left out",
			Document: "minutes of the council (invented)"}.Of(ghg.MustMass("-0.9 Mt")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for l := range b.Lines() {
		fmt.Println(l)
	}
	fmt.Println("unknown:", b.Unknown())
	// Output:
	// -900000 boundary: two works left out (minutes of the council (invented))
	// +440000 unknown: left by the causes stated
	// unknown: 440000 tCO2e
}

// A threshold of 5 % for recalculating a base year is just not met.
func ExampleBridge_Relative() {
	b, _ := bridge.Published(2018, daegu(1), daegu(2))
	change, _ := b.Relative().Value()
	fmt.Println(b.Relative().Percent(2), change.Abs().LessThan(ghg.MustShare("5%").Fraction()))
	// Output:
	// -4.88% true
}

func ExampleBridge() {
	b, _ := bridge.Published(2018, national(1), national(2), omittedCoal())
	fmt.Println(b.Place(), b.Year(), b.From().CO2e, b.To().CO2e, b.Change())
	var none bridge.Bridge
	fmt.Println(none)
	_, err := json.Marshal(none)
	fmt.Println(errors.Is(err, bridge.ErrNoBridge))
	// Output:
	// Republic of Korea 2018 725000000 tCO2e (SAR) 732900000 tCO2e (SAR) 7900000 tCO2e (SAR)
	// no bridge
	// true
}

func ExampleBridge_MarshalJSON() {
	b, _ := bridge.Published(2018, national(1), national(2), omittedCoal())
	text, _ := json.MarshalIndent(b, "", " ")
	fmt.Println(string(text))
	// Output:
	// {
	//  "place": "Republic of Korea",
	//  "year": 2018,
	//  "from": {
	//   "co2e": "725000000 tCO2e (SAR)",
	//   "metric": "SAR",
	//   "view": "1996 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea)",
	//   "edition": "1996 IPCC Guidelines",
	//   "status": "actual",
	//   "vintage": 1,
	//   "source": "Yonhap News"
	//  },
	//  "to": {
	//   "co2e": "732900000 tCO2e (SAR)",
	//   "metric": "SAR",
	//   "view": "1996 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea)",
	//   "edition": "1996 IPCC Guidelines",
	//   "status": "actual",
	//   "vintage": 2,
	//   "source": "Yonhap News"
	//  },
	//  "change": "7900000 tCO2e (SAR)",
	//  "mixedMetrics": false,
	//  "unknown": "0 tCO2e (SAR)",
	//  "lines": [
	//   {
	//    "amount": "7900000 tCO2e (SAR)",
	//    "cause": "error",
	//    "what": "private coal use had been left out",
	//    "document": "Yonhap News",
	//    "date": "2025-01-02"
	//   }
	//  ]
	// }
}

// The history of one figure through three vintages.
func ExampleChain() {
	coal, err := bridge.Published(2018, national(1), national(2), omittedCoal())
	if err != nil {
		fmt.Println(err)
		return
	}
	guidelines, err := bridge.Published(2018, national(2), national(3), newEdition(), newMetric())
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := bridge.NewChain(coal, guidelines)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c)
	fmt.Print(c.Details())
	// Output:
	// Republic of Korea 2018: 725000000 tCO2e (SAR) → 732900000 tCO2e (SAR) → 783900000 tCO2e (AR5): +58900000 t of mixed metrics (SAR to AR5), 8.12%
	// restatements   Republic of Korea 2018, first vintage to vintage 3
	// figure         725000000 tCO2e (SAR), 1996 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea), actual, first vintage, source: Yonhap News
	//   line           +7900000   +7900000  error: private coal use had been left out (Yonhap News, 2025-01-02)
	// figure         732900000 tCO2e (SAR), 1996 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea), actual, vintage 2, source: Yonhap News
	//   line         not stated   +7900000  edition: 1996 to 2006 IPCC Guidelines (Yonhap News, 2025-01-02)
	//   line         not stated   +7900000  metric: SAR to AR5 (Yonhap News, 2025-01-02)
	//   line          +51000000  +58900000  unknown: no source states how much is due to: edition, metric
	//                from SAR to AR5: these lines are CO2e on neither metric
	// figure         783900000 tCO2e (AR5), 2006 IPCC Guidelines gross (as declared by national inventory of the Republic of Korea), actual, vintage 3, source: Yonhap News
	// change         last - first = 783900000 - 725000000 = +58900000 t of mixed metrics (SAR to AR5), 8.12%
}

// The history of a figure, as a newsletter would tell it: from which to which, by
// how much, and in what the figures differ.
func ExampleChain_Bridges() {
	coal, _ := bridge.Published(2018, national(1), national(2), omittedCoal())
	guidelines, _ := bridge.Published(2018, national(2), national(3), newEdition(), newMetric())
	c, err := bridge.NewChain(coal, guidelines)
	fmt.Println(c.From().CO2e, "to", c.To().CO2e, c.Change().Tonnes(), c.Relative().Percent(1), err)
	for b := range c.Bridges() {
		fmt.Println(b.FromView().ID().Scheme, "to", b.ToView().ID().Scheme, b.Unknown().Equal(b.Change()))
	}
	// Output:
	// 725000000 tCO2e (SAR) to 783900000 tCO2e (AR5) 58900000 8.1% <nil>
	// 1996 IPCC Guidelines to 1996 IPCC Guidelines false
	// 1996 IPCC Guidelines to 2006 IPCC Guidelines true
}

func ExampleNewChain_refused() {
	coal, _ := bridge.Published(2018, national(1), national(2), omittedCoal())
	_, err := bridge.NewChain(coal, coal)
	fmt.Println(err)
	// Output:
	// bridge 2, amount "725000000 tCO2e (SAR)": it begins there, and the one before ends at 732900000 tCO2e (SAR): put a bridge between them
	// bridge 2, vintage "first vintage": it begins there, and the one before ends at vintage 2: put a bridge between them
}

func ExampleCause() {
	coal := bridge.Cause{Kind: bridge.CauseCorrection, What: "private coal use had been left out", Date: reported, Document: newspaper}
	fmt.Println(coal.Of(ghg.MustMass("7.9 Mt")))
	fmt.Println(coal.Unquantified())
	// Output:
	// 7900000 t, error: private coal use had been left out (Yonhap News, 2025-01-02)
	// amount not stated, error: private coal use had been left out (Yonhap News, 2025-01-02)
}

func ExampleContribution() {
	amount, stated := omittedCoal().Amount()
	fmt.Println(omittedCoal().Cause().Kind, amount, stated)
	_, stated = newMetric().Amount()
	fmt.Println(newMetric().Cause().Kind, stated)
	// Output:
	// error 7900000 t true
	// metric false
}

func ExampleParseCauseKind() {
	k, err := bridge.ParseCauseKind("gwp")
	fmt.Println(k, err)
	_, err = bridge.ParseCauseKind("unknown")
	fmt.Println(err)
	// Output:
	// metric <nil>
	// unknown kind of cause "unknown": allowed are boundary, method, error, metric, structural, data, edition
}

func ExampleCauseKind() {
	b, _ := bridge.Published(2018, national(1), national(2), omittedCoal())
	for kind, amount := range b.ByCause() {
		fmt.Println(kind, kind.Korean(), amount)
	}
	// Output:
	// error 오류 정정 7900000 tCO2e (SAR)
}

func ExamplePublished_refused() {
	unsourced := bridge.Cause{Kind: bridge.CauseData, What: "better data"}.Unquantified()
	_, err := bridge.Published(2018, daegu(1), daegu(2), unsourced)
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Field)
	fmt.Println(err)
	// Output:
	// true document
	// cause 1, document: say which document states the cause
}

func ExampleDifference() {
	b, _ := bridge.Published(2018, daegu(1), daegu(2))
	fmt.Println(b.Change(), b.Change().IsMixed())
	fmt.Println(b.Change().CO2e())
	// Output:
	// -460000 tCO2e false
	// -460000 tCO2e <nil>
}

func ExamplePublished_places() {
	_, err := bridge.Published(2018, daegu(1), national(2))
	var mismatch *ghg.MismatchError
	fmt.Println(errors.As(err, &mismatch), mismatch.In(ghg.AspectPlace))
	fmt.Println(err)
	// Output:
	// true true
	// the figure to bridge from and the one to bridge to do not meet: place "Daegu" and "Republic of Korea": both must be of one place
}

func ExamplePublished_missingYear() {
	_, err := bridge.Published(2019, daegu(1), daegu(2))
	fmt.Println(err)
	// Output:
	// the series to bridge from: no figure for 2019: what is missing is not 0, and none is carried over from another year: state it
}
