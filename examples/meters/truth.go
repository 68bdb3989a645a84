package main

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
)

// truth is what a country comes to: grams as whole numbers, by place and kind. No way that is
// compared has a part in it. A reading has less than 10^10 g, so that 10^9 of them fit.
type truth struct {
	grams  [places * len(kinds)]uint64
	meters [places * len(kinds)]int
}

// of is the place of a reading among the sums.
func (r reading) of() int { return (r.place-1)*len(kinds) + r.kind }

func (t *truth) add(r reading) {
	t.grams[r.of()] += r.grams
	t.meters[r.of()]++
}

// sums are how many sums have meters.
func (t *truth) sums() int {
	n := 0
	for _, m := range t.meters {
		if m > 0 {
			n++
		}
	}
	return n
}

// mark is what tells sums apart, as the columns of the file have it.
type mark [5]string

func markOf(sum int) mark {
	k := kinds[sum%len(kinds)]
	return mark{fmt.Sprintf("town %d", sum/len(kinds)+1), "2024", k.category, k.gas, k.fuel}
}

// kilograms are a sum as it is written, with its three places.
func kilograms(grams uint64) string { return fmt.Sprintf("%d.%03d", grams/1000, grams%1000) }

// decimals says whether sums in kilograms are these, to the last digit.
func (t *truth) decimals(got map[mark]decimal.Decimal) error {
	if len(got) != t.sums() {
		return spoken.New("%d sums, not %d", "합계가 %d개로, %d개가 아닙니다", len(got), t.sums())
	}
	for sum, grams := range t.grams {
		if x, ok := got[markOf(sum)]; t.meters[sum] > 0 && (!ok || !x.Equal(decimal.New(int64(grams), -3))) {
			return spoken.New("%v: %v kg, not %s", "%v: %v kg이며 %s kg이 아닙니다", markOf(sum), x, kilograms(grams))
		}
	}
	return nil
}

// floats counts the sums in kilograms that, written with three places, are wrong.
func (t *truth) floats(got func(sum int) float64) int {
	wrong := 0
	for sum, grams := range t.grams {
		if t.meters[sum] > 0 && strconv.FormatFloat(got(sum), 'f', 3, 64) != kilograms(grams) {
			wrong++
		}
	}
	return wrong
}

// partial is the truth as a partial sum: a row for each sum.
func (t *truth) partial() (ledger.Partial, error) {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		return ledger.Partial{}, err
	}
	for sum, grams := range t.grams {
		if t.meters[sum] == 0 {
			continue
		}
		r, err := recordOf(reading{sum/len(kinds) + 1, sum % len(kinds), grams})
		if err != nil {
			return ledger.Partial{}, err
		}
		mass, _ := r.Value.Mass()
		if err := b.Add(ledger.KeyOf(r), mass); err != nil {
			return ledger.Partial{}, err
		}
	}
	return b.Ledger().Partial(), nil
}

// recordOf is a reading as an ordinary record.
func recordOf(x reading) (ghg.Record, error) {
	k := &kinds[x.kind]
	mass, err := ghg.NewMass(decimal.New(int64(x.grams), -3), ghg.Kilogram)
	if err != nil {
		return ghg.Record{}, err
	}
	gas, err := ghg.ParseGas(k.gas)
	if err != nil {
		return ghg.Record{}, err
	}
	category, err := gpc.Scheme.Category(k.category)
	if err != nil {
		return ghg.Record{}, err
	}
	if mass, err = mass.Of(gas); err != nil {
		return ghg.Record{}, err
	}
	return ghg.Record{Place: ghg.PlaceID("town " + strconv.Itoa(x.place)), Period: ghg.CalendarYear(2024), Category: category, Gas: gas,
		Value: ghg.Emitted(mass), Fuel: k.fuel}, nil
}

// basic says whether the totals of the places are these: of each gas its mass × GWP.
func (t *truth) basic(got map[ghg.PlaceID]ghg.CO2e) error {
	want := map[ghg.PlaceID]decimal.Decimal{}
	for sum, grams := range t.grams {
		if t.meters[sum] == 0 {
			continue
		}
		gas, err := ghg.ParseGas(kinds[sum%len(kinds)].gas)
		if err != nil {
			return err
		}
		gwp, err := ghg.AR5.GWP(gas)
		if err != nil {
			return err
		}
		place := ghg.PlaceID(markOf(sum)[0])
		want[place] = want[place].Add(decimal.New(int64(grams), -6).Mul(gwp))
	}
	if len(got) != len(want) {
		return spoken.New("%d sums, not %d", "합계가 %d개로, %d개가 아닙니다", len(got), len(want))
	}
	for place, x := range want {
		if !got[place].Tonnes().Equal(x) {
			return spoken.New("%s: %v, not %v tCO2e", "%s: %v이며 %v tCO2e가 아닙니다", place, got[place], x)
		}
	}
	return nil
}
