package credit_test

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A year keeps a thousand trades, and not one more.
func TestTradesAreBounded(t *testing.T) {
	y := credit.ComplianceYear{Year: 2020, Verified: sar("0"), Banked: 1000}
	for range 1000 {
		y.Bought = append(y.Bought, credit.Trade{Units: 1, With: "KRX", On: day(2020, 6, 1)})
	}
	_, err := trading(t).Close(y)
	require.NoError(t, err)
	y.Bought, y.Banked = append(y.Bought, y.Bought[0]), 1001
	_, err = trading(t).Close(y)
	assert.ErrorContains(t, err, "at most 1000 trades are kept")
}

// Money that does not meet is named as it was received.
func TestMismatchNamesWhatWasReceived(t *testing.T) {
	s := sale("1", "2019", 100, 2021)
	s.Received = strategy.MustMoney("2164900 EUR", strategy.Nominal)
	_, err := must(holding(t).Sell(s)).Revenue(strategy.KRW)
	var mismatch *strategy.MoneyMismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, "2164900 EUR (nominal)", mismatch.B.String())
}

// At the lowest temperature there is no volume.
func TestLowestTemperature(t *testing.T) {
	for celsius, ok := range map[string]bool{"-273.14": true, "-273.15": false, "-273.16": false} {
		gas := acm0001()
		gas.Methane.At.Celsius = dec(celsius)
		r := reading("2008", "소각기", "49270000", "50.14%", "99.5%")
		r.At = gas.Methane.At
		_, err := gas.Reduction(sar("0"), r)
		assert.Equal(t, ok, err == nil, "%s: %v", celsius, err)
	}
}

// Before anything is issued nothing can be sold, on whatever day.
func TestNothingIsSoldBeforeItIsIssued(t *testing.T) {
	a := must(open(t, bangcheonri()).Verify(verification("2019", "2019", "260000")))
	s := sale("1", "2019", 1, 2021)
	s.On = ghg.Date{}
	_, err := a.Sell(s)
	var not *credit.NotHeldError
	assert.ErrorAs(t, err, &not)
}

// The largest number of units, and of tonnes, stands; one more does not.
func TestMostUnits(t *testing.T) {
	const most = 100_000_000_000
	y := credit.ComplianceYear{Year: 2020, Verified: sar("100000000000"), Allocated: most, Surrendered: most,
		Bought: []credit.Trade{{Units: most, With: "KRX", On: day(2020, 6, 1)}}, Banked: most}
	a, err := trading(t).Close(y)
	require.NoError(t, err)
	c, _ := a.Year(2020)
	assert.EqualValues(t, most, c.Due)
	for field, change := range map[string]func(*credit.ComplianceYear){
		`allocated "100000000001": 0 to 100000000000 are allowed`: func(y *credit.ComplianceYear) { y.Allocated++ },
		`units "100000000001": 1 to 100000000000 are allowed`:     func(y *credit.ComplianceYear) { y.Bought[0].Units++ },
		`0 to 100000000000 t are allowed`:                         func(y *credit.ComplianceYear) { y.Verified = sar("100000000000.1") },
	} {
		z := y
		z.Bought = slices.Clone(y.Bought)
		change(&z)
		_, err := trading(t).Close(z)
		assert.ErrorContains(t, err, field)
	}
}
