package claim

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func TestClaimSpan(t *testing.T) {
	of := func(value, half string) span {
		return printed(decimal.RequireFromString(value), decimal.RequireFromString(half))
	}
	text := func(s span) string {
		switch {
		case s.why != "":
			return s.why
		case s.open:
			return rounded(s.mid, 6).String() + " open"
		}
		return rounded(s.low, 6).String() + " " + rounded(s.mid, 6).String() + " " + rounded(s.high, 6).String()
	}
	two, three, minus, zero := of("2", "0.5"), of("3", "0.5"), of("-2", "0.5"), of("0", "0.5")
	undefined := span{why: "nothing there"}
	open := three.over(of("0.1", "0.5"))
	for name, x := range map[string]struct {
		got  span
		want string
	}{
		"sum":                    {two.plus(three), "4 5 6"},
		"difference":             {two.minus(three), "-2 -1 0"},
		"product":                {two.times(three), "3.75 6 8.75"},
		"product, signs":         {two.times(minus), "-6.25 -4 -2.25"},
		"product about zero":     {two.times(zero), "-1.25 0 1.25"},
		"quotient":               {two.over(three), "0.428571 0.666667 1"},
		"quotient, signs":        {two.over(minus), "-1.666667 -1 -0.6"},
		"quotient of zero":       {zero.over(two), "-0.333333 0 0.333333"},
		"quotient by zero":       {two.over(zero), "it would be divided by zero"},
		"quotient by about zero": {open, "30 open"},
		"by what ends at zero":   {two.over(of("0.5", "0.5")), "4 open"},
		"open with more":         {open.plus(two), "32 open"},
		"more with open":         {two.minus(open), "-28 open"},
		"by open":                {three.over(open), "0.1 open"},
		"open power":             {open.pow(2), "900 open"},
		"open root":              {open.root(2), "5.477226 open"},
		"power":                  {two.pow(3), "3.375 8 15.625"},
		"power of about zero":    {of("0.1", "0.5").pow(2), "0 0.01 0.36"},
		"power below zero":       {minus.pow(2), "more than the whole would be cut"},
		"root":                   {two.root(2), "1.224745 1.414214 1.581139"},
		"root of a fraction":     {of("0.25", "0").root(2), "0.5 0.5 0.5"},
		"root of zero":           {zero.root(2), "0 0 0.707107"},
		"undefined first":        {undefined.plus(two), "nothing there"},
		"undefined second":       {two.times(undefined), "nothing there"},
		"undefined by zero":      {undefined.over(zero), "nothing there"},
		"by undefined":           {two.over(undefined), "nothing there"},
		"undefined power":        {undefined.pow(2), "nothing there"},
		// A thousand-millionth part, where the printed digits are finer.
		"many digits": {of("5000000.0000", "0.00005"), "4999999.995 5000000 5000000.005"},
	} {
		assert.Equal(t, x.want, text(x.got), name)
	}
	huge := printed(decimal.New(1, 500), decimal.Decimal{})
	assert.Contains(t, huge.root(2).why, "out of bounds")
}

func TestClaimSpanMeets(t *testing.T) {
	of := func(low, high int64) span {
		return span{mid: big.NewRat(low, 1), low: big.NewRat(low, 1), high: big.NewRat(high, 1)}
	}
	a := of(2, 5)
	for _, x := range []struct {
		low, high int64
		want      bool
	}{{0, 1, false}, {0, 2, true}, {3, 4, true}, {0, 9, true}, {5, 9, true}, {6, 9, false}} {
		assert.Equal(t, x.want, a.meets(of(x.low, x.high)), x)
		assert.Equal(t, x.want, of(x.low, x.high).meets(a), x)
	}
	for v, want := range map[int64]bool{1: false, 2: true, 3: true, 5: true, 6: false} {
		assert.Equal(t, want, a.holds(big.NewRat(v, 1)), v)
	}
	open := span{mid: big.NewRat(1, 1), open: true}
	assert.True(t, a.meets(open))
	assert.True(t, open.meets(a))
	assert.True(t, open.holds(big.NewRat(9, 1)))
}
