package ghg_test

import (
	"math/rand"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/require"
)

// randomRecords are records of Daegu 2018 that differ in everything that they may
// differ in, more than are kept as one.
func randomRecords(t *testing.T, r *rand.Rand, n int) []ghg.Record {
	codes := gpc.BasicPlus.Categories()
	word := func(name string, of int) string {
		if k := r.Intn(of); k > 0 {
			return name + " " + strconv.Itoa(k)
		}
		return ""
	}
	out := make([]ghg.Record, n)
	for i := range out {
		amount := strconv.Itoa(r.Intn(1000)) + "." + strconv.Itoa(r.Intn(100))
		key := []ghg.Value{ghg.KeyedAsFound(ghg.NE, word("why", 3)), ghg.KeyedAsFound(ghg.C, "")}[r.Intn(2)]
		v := []ghg.Value{mass(amount + " t"), co2e(amount + " tCO2e (AR4)"), co2e(amount + " tCO2e"), key, {}}[r.Intn(5)]
		if both, err := ghg.Partly(v, key); err == nil && r.Intn(3) == 0 {
			v = both
		}
		out[i] = rec(codes[r.Intn(len(codes))], ghg.CH4, v)
		x := &out[i]
		x.Fuel, x.Activity, x.Facility = word("fuel", 4), word("activity", 3), word("plant", []int{2, 1 << 20}[i%2])
		x.Tags = ghg.MakeTags(word("tag", 3), word("tag", 3))
		x.Scope, x.Variant, x.Status = ghg.Scope(r.Intn(4)), ghg.Variant(r.Intn(5)), ghg.Status(r.Intn(5))
		x.Line = r.Intn(1 << 30)
		if r.Intn(2) == 0 {
			x.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.Quality(r.Intn(4)), Method: word("method", 4),
				Source: word("source", []int{3, 1 << 20}[i%2])})
		}
	}
	return out
}

// An inventory gives back what it was given, in the order given.
func TestInventoryKeepsItsRecords(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for _, n := range []int{0, 1, 2, 7, 100, 20_000} {
		records := randomRecords(t, r, n)
		i := inv(t, records...)
		require.Equal(t, n, i.Len())
		at := 0
		for got := range i.Records() {
			require.Equal(t, records[at], got)
			at++
		}
		require.Equal(t, n, at)
		for range i.Records() {
			break
		}
	}
}
