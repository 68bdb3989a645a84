package effect_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func same(t *testing.T, want string, got decimal.Decimal, what ...any) {
	t.Helper()
	assert.True(t, dec(want).Equal(got), "want %s, got %s %s", want, got, fmt.Sprint(what...))
}

func near(t *testing.T, want string, got decimal.Decimal, tolerance string) {
	t.Helper()
	assert.True(t, dec(want).Sub(got).Abs().LessThanOrEqual(dec(tolerance)), "want %s, got %s", want, got)
}

func tonnes(t *testing.T, r strategy.Reductions, year int) decimal.Decimal {
	t.Helper()
	c, ok := r.At(year)
	assert.True(t, ok, year)
	return c.Tonnes()
}

func shares(s map[int]string) map[int]ghg.Share {
	out := map[int]ghg.Share{}
	for y, x := range s {
		out[y] = ghg.MustShare(x)
	}
	return out
}
