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
		Removals: ghg.MustCO2e("0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0.15 MtCO2e (AR5)"), AvoidanceOffsets: ghg.MustCO2e("0.40 MtCO2e (AR5)"),
		Base: ghg.MustCO2e("9.43 MtCO2e (AR5)")}, 2050, limit)
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
		Place: "Daegu", Gross: ghg.YearFigure{Year: 2026, CO2e: ghg.MustCO2e("7.90 MtCO2e (AR5)"), Vintage: ghg.FirstVintage, Status: ghg.Provisional},
		Removals: ghg.MustCO2e("0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0 tCO2e (AR5)"), AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		Base: ghg.MustCO2e("9.43 MtCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	fmt.Println(b, err)
	fmt.Println(b.NetZeroInside)
	// Output:
	// Daegu in 2026: net 7650000 tCO2e (AR5) inside the boundary, 7650000 tCO2e (AR5) with removal offsets, 7650000 tCO2e (AR5) with all offsets <nil>
	// net-zero-inside: cannot tell: the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
}

func ExampleAccountError() {
	_, err := netzero.NewBalance(netzero.Account{
		Place: "Daegu", Gross: ghg.YearFigure{Year: 2050, CO2e: ghg.MustCO2e("0.80 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
		Removals: ghg.MustCO2e("0.25 MtCO2e (AR4)"), RemovalOffsets: ghg.MustCO2e("0 tCO2e (AR5)"), AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		Base: ghg.MustCO2e("9.43 MtCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	var metrics *ghg.MetricMismatchError
	fmt.Println(errors.As(err, &metrics))
	fmt.Println(err)
	// Output:
	// true
	// balance, Removals "250000 tCO2e (AR4)": CO2e on metric AR4 and on metric AR5 do not meet: compute both with one metric; where there is nothing, say 0 on the metric of the rest
}
