package standing_test

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/standing"
	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func known(place, value string) standing.Peer {
	return standing.Peer{Place: ghg.PlaceID(place), Value: standing.Known(dec(value))}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
