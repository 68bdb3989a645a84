package netzero_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
)

// A city that buys credits for avoided emissions may be carbon neutral, and is
// not net zero.
func ExampleAccount() {
	limit := on(netzero.Residual, today)
	city, err := netzero.NewBalance(netzero.Account{
		Place: "Daegu", Gross: ghg.YearFigure{Year: 2050, CO2e: ghg.MustCO2e("0.80 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
		Removals: ghg.MustCO2e("0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0.15 MtCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0.40 MtCO2e (AR5)"),
		Base:             ghg.MustCO2e("9.43 MtCO2e (AR5)")}, 2050, limit)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range city.Checks() {
		fmt.Println(c)
	}
	// Output:
	// residual-share: pass: 8.4835630965% of the base is still emitted, where 10% of the base at most is allowed
	// net-zero-inside: fail: the balance is 550000 tCO2e (AR5)
	// net-zero-with-removal-offsets: fail: the balance is 400000 tCO2e (AR5)
	// carbon-neutral-with-avoidance-offsets: pass: the balance is 0 tCO2e (AR5)
}

func ExampleBalance() {
	b, err := netzero.NewBalance(netzero.Account{
		Place: "Daegu", Gross: ghg.YearFigure{Year: 2026, CO2e: ghg.MustCO2e("7.90 MtCO2e (AR5)"), Vintage: ghg.FirstVintage,
			Status: ghg.Provisional},
		Removals: ghg.MustCO2e("0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		Base:             ghg.MustCO2e("9.43 MtCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	fmt.Println(b.NetZeroInside.Result, err)
	fmt.Print(b.Explain())
	// Output:
	// cannot tell <nil>
	// Daegu in 2026: net 7650000 tCO2e (AR5) inside the boundary, 7650000 tCO2e (AR5) with removal offsets, 7650000 tCO2e (AR5) with all offsets
	//
	// check      residual-share
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     83.7751855779% of the base is still emitted, where 10% of the base at most is allowed; the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross/base = 7900000/9430000
	// judged     residual share 0.837751855779 of the base
	// threshold  10% of the base at most (sbti-residual-2021, from 2021-10-28)
	// source     Science Based Targets initiative, Corporate Net-Zero Standard 1.0, 28 October 2021: long-term cut of at least 90 %; confidence high
	// note       for companies across sectors; some sectors have limits of their own
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
	//
	// check      net-zero-inside
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross - removals = 7900000 - 250000
	// judged     net inside the boundary 7650000 tCO2e (AR5)
	// threshold  10% of the base at most (sbti-residual-2021, from 2021-10-28)
	// source     Science Based Targets initiative, Corporate Net-Zero Standard 1.0, 28 October 2021: long-term cut of at least 90 %; confidence high
	// note       for companies across sectors; some sectors have limits of their own
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
	//
	// check      net-zero-with-removal-offsets
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross - removals - removal offsets = 7900000 - 250000 - 0
	// judged     net with removal offsets 7650000 tCO2e (AR5)
	// threshold  10% of the base at most (sbti-residual-2021, from 2021-10-28)
	// source     Science Based Targets initiative, Corporate Net-Zero Standard 1.0, 28 October 2021: long-term cut of at least 90 %; confidence high
	// note       for companies across sectors; some sectors have limits of their own
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
	//
	// check      carbon-neutral-with-avoidance-offsets
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross - removals - removal offsets - avoidance offsets = 7900000 - 250000 - 0 - 0
	// judged     net with all offsets 7650000 tCO2e (AR5)
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
}

// Removals on another metric do not come off the emissions.
func ExampleNewBalance_refused() {
	_, err := netzero.NewBalance(netzero.Account{
		Place: "Daegu", Gross: ghg.YearFigure{Year: 2050, CO2e: ghg.MustCO2e("0.80 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
		Removals: ghg.MustCO2e("0.25 MtCO2e (AR4)"), RemovalOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		Base:             ghg.MustCO2e("9.43 MtCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field, refused.Value)
		fmt.Println(refused.Detail)
	}
	// Output:
	// removals 250000 tCO2e (AR4)
	// CO2e on metric AR4 and on metric AR5 do not meet: compute both with one metric; where there is nothing, say 0 on the metric of the rest
}
