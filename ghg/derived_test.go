package ghg

import (
	"flag"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/stretchr/testify/assert"
)

// replayed counts the derivations that the tests made, and keeps what does not follow.
var replayed struct {
	sync.Mutex
	n      int
	faults []string
}

// Every derivation that a test or example makes is replayed.
func TestMain(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.bench").Value.String() != "" || flag.Lookup("test.fuzz").Value.String() != "" { // a replay is not to be measured
		os.Exit(m.Run())
	}
	derived = func(d derivation.Derivation) {
		mismatches := d.Replay()
		replayed.Lock()
		defer replayed.Unlock()
		replayed.n++
		if d.IsZero() {
			replayed.faults = append(replayed.faults, "a derivation was refused")
		}
		for _, x := range mismatches {
			replayed.faults = append(replayed.faults, fmt.Sprintf("%s: %s", d.Title(), x))
		}
	}
	code := m.Run()
	for _, f := range replayed.faults[:min(len(replayed.faults), 10)] {
		fmt.Println("derivation:", f)
		code = 1
	}
	os.Exit(code)
}

func TestDerivationsAreReplayed(t *testing.T) {
	before := replayed.n
	assert.True(t, Total{}.Explain().IsZero())
	assert.Equal(t, before, replayed.n)
	Total{inv: &inventory{}, Metric: AR5, Amount: Amount{none: true}}.Explain()
	assert.Greater(t, replayed.n, before)
}
