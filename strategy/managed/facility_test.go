package managed_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/shopspring/decimal"
)

func FuzzFacilitySplit(f *testing.F) {
	f.Add(int64(4120050), int32(-2), int64(375), int32(-3))
	f.Add(int64(1), int32(30), int64(1), int32(-30))
	f.Fuzz(func(t *testing.T, amount int64, exp int32, part int64, partExp int32) {
		c, err := ghg.NewCO2e(decimal.New(amount, exp), ghg.Kilogram, ghg.AR5)
		if err != nil {
			return
		}
		s, err := ghg.NewShare(decimal.New(part, partExp))
		if err != nil {
			return
		}
		in, out, err := managed.Facility{ID: "x", Emissions: []managed.SiteEmission{{CO2e: c}}}.Split(s)
		if err != nil {
			return
		}
		sum, err := in.Emissions[0].CO2e.Add(out.Emissions[0].CO2e)
		if err != nil || !sum.Equal(c) {
			t.Fatalf("%s and %s do not add up to %s", in.Emissions[0].CO2e, out.Emissions[0].CO2e, c)
		}
	})
}
