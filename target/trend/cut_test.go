package trend_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func measured(amount, uncertainty string) trend.Measured {
	return trend.Measured{CO2e: level(amount, ghg.Tonne), Uncertainty: ghg.MustShare(uncertainty)}
}

// sd 10 and 6 by hand: half-widths of 19.6 in 200 and of 11.76 in 168.
func TestCutReached(t *testing.T) {
	base, current := measured("200", "9.8%"), measured("168", "7%")
	for _, c := range []struct {
		r        string
		variance float64
	}{{"0", 136}, {"0.5", 76}, {"-1", 256}, {"1", 16}} {
		p, err := trend.CutReached(level("30", ghg.Tonne), base, current, ghg.MustShare(c.r))
		require.NoError(t, err)
		near(t, math.Sqrt(c.variance), p.SD, 1e-12, c.r)
		near(t, 0.5*(1+math.Erf(2/math.Sqrt(2*c.variance))), p.Value, 1e-12, c.r)
		assert.Equal(t, "32 tCO2e", p.Cut.String())
	}
	// Errors that cancel out, or none: it is as the inventories say.
	same := measured("200", "5%")
	p, err := trend.CutReached(level("0", ghg.Tonne), same, same, ghg.MustShare("1"))
	require.NoError(t, err)
	assert.Zero(t, p.SD)
	assert.Equal(t, 1.0, p.Value)
	p, err = trend.CutReached(level("1", ghg.Tonne), measured("200", "0%"), measured("200", "0%"), ghg.MustShare("0"))
	require.NoError(t, err)
	assert.Equal(t, 0.0, p.Value)
	// A net total below zero errs as much as one above.
	p, err = trend.CutReached(level("200", ghg.Tonne), measured("200", "9.8%"), measured("-168", "7%"), ghg.MustShare("0"))
	require.NoError(t, err)
	near(t, math.Sqrt(136), p.SD, 1e-12)
	_, err = trend.CutReached(level("1", ghg.Tonne), measured("200", "200%"), measured("100", "200%"), ghg.MustShare("-1"))
	assert.NoError(t, err)
}

func TestCutReachedRefused(t *testing.T) {
	one := level("1", ghg.Tonne)
	var wrong ghg.Fault
	_, err := trend.CutReached(one, trend.Measured{CO2e: one}, measured("1", "-5%"), ghg.MustShare("120%"))
	require.ErrorAs(t, err, &wrong)
	assert.EqualError(t, err,
		"uncertainty of a cut, base: "+
			"half the width of the 95% interval as a share of the total is needed, from 0% to 200%\nuncertainty of a cut, "+
			"current \"-5%\": half the width of the 95% interval as a share of the total is needed, "+
			"from 0% to 200%\nuncertainty of a cut, correlation \"1.2\": "+
			"the correlation of the errors of both totals is needed, from -1 to 1; 0 where they are independent")
	for _, bad := range []func() error{
		func() error {
			return second(trend.CutReached(one, measured("1", "201%"), measured("1", "5%"), ghg.MustShare("0")))
		},
		func() error {
			return second(trend.CutReached(one, measured("1", "5%"), trend.Measured{CO2e: one}, ghg.MustShare("0")))
		},
		func() error {
			return second(trend.CutReached(one, measured("1", "5%"), measured("1", "5%"), ghg.Share{}))
		},
		func() error {
			return second(trend.CutReached(one, measured("1", "5%"), measured("1", "5%"), ghg.MustShare("-101%")))
		},
	} {
		assert.ErrorAs(t, bad(), &wrong)
	}
	ar5 := trend.Measured{CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Uncertainty: ghg.MustShare("5%")}
	var other *ghg.MetricMismatchError
	_, err = trend.CutReached(one, measured("1", "5%"), ar5, ghg.MustShare("0"))
	assert.ErrorAs(t, err, &other)
	_, err = trend.CutReached(one, ar5, ar5, ghg.MustShare("0"))
	assert.ErrorAs(t, err, &other)
	huge, err := level("1e30", ghg.Tonne).Scale(decimal.New(1, 8))
	require.NoError(t, err)
	_, err = trend.CutReached(one, trend.Measured{CO2e: huge, Uncertainty: ghg.MustShare("5%")}, measured("1", "5%"), ghg.MustShare("0"))
	assert.ErrorContains(t, err, "out of bounds")
}

// Daegu's base of 2018 and a figure of 2022: is the cut real, if both
// inventories use the same emission factors?
func ExampleCutReached() {
	base := trend.Measured{CO2e: ghg.MustCO2e("9.43 MtCO2e"), Uncertainty: ghg.MustShare("5%")}
	now := trend.Measured{CO2e: ghg.MustCO2e("7.7 MtCO2e"), Uncertainty: ghg.MustShare("5%")}
	needed := ghg.MustCO2e("1.768125 MtCO2e") // five twelfths of 45 %
	p, err := trend.CutReached(needed, base, now, ghg.MustShare("0.8"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p)
	fmt.Print(p.Details())
	_, err = trend.CutReached(needed, base, now, ghg.Share{})
	var wrong ghg.Fault
	fmt.Println(errors.As(err, &wrong), err)
	// Output:
	// 40%: true cut at least 1768125 tCO2e, given a cut of 1730000 tCO2e and the uncertainty of both inventories
	// base     9430000 tCO2e ± 5%, sd = 9430000 × 0.05/1.96 = 240561
	// current  7700000 tCO2e ± 5%, sd = 7700000 × 0.05/1.96 = 196429
	// cut      1730000 tCO2e, sd = √(240561² + 196429² - 2 × 0.8 × 240561 × 196429) = 144392
	// P        Φ((1730000 - 1768125)/144392) = 40% that the true cut is at least 1768125 tCO2e
	// true uncertainty of a cut, correlation: the correlation of the errors of both totals is needed, from -1 to 1; 0 where they are independent
}
