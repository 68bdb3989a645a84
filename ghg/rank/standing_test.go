package rank_test

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func known(place, value string) rank.Peer {
	return rank.Peer{Place: ghg.PlaceID(place), Value: ghg.RatioOf(dec(value))}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
