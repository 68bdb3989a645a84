package main

import (
	"bytes"
	"time"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/localghg/localghg/ghg/words"
)

// way is one to add up meters.
type way struct {
	name    words.Term
	workers int // and processors that it has
	rows    int // that one run is of
	run     func() (check, error)
	took    []time.Duration
	wrong   int
}

// check says how many of the sums are wrong. Sums that are exact by their kind are an error
// where they are not.
type check func() (wrong int, err error)

// addsUpNothing is what is said of a way that has no sums.
const addsUpNothing = -1

// exact is the check of what has no right to a wrong sum.
func exact(err error) (int, error) { return 0, err }

// same is the check of partial sums: to the byte.
func same(got, want ledger.Partial) check {
	return func() (int, error) {
		a, err := got.MarshalBinary()
		if err != nil {
			return 0, err
		}
		b, err := want.MarshalBinary()
		if err == nil && !bytes.Equal(a, b) {
			err = spoken.New("the partial sums are others", "부분합이 다릅니다")
		}
		return exact(err)
	}
}

// totals are those of inventories of records, place by place.
func totals(records []ghg.Record) (map[ghg.PlaceID]ghg.CO2e, error) {
	out := map[ghg.PlaceID]ghg.CO2e{}
	for id, group := range ghg.GroupRecords(records) {
		inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
		if err != nil {
			return nil, err
		}
		total, err := inv.Total(gpc.Basic, ghg.AR5)
		if err != nil {
			return nil, err
		}
		out[id.Place] = total.CO2e
	}
	return out, nil
}

// both runs two jobs side by side and merges their sums.
func both(job func(half int) (ledger.Partial, error)) (ledger.Partial, error) {
	type result struct {
		p   ledger.Partial
		err error
	}
	other := make(chan result)
	go func() {
		p, err := job(1)
		other <- result{p, err}
	}()
	first, err := job(0)
	second := <-other
	switch {
	case err != nil:
		return ledger.Partial{}, err
	case second.err != nil:
		return ledger.Partial{}, second.err
	}
	return first.Merge(second.p)
}
