//go:build unix

package derivation_test

import (
	"syscall"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A formula that grows beyond its bounds takes seconds of the processor: of a clock it may be
// more, where others have the processor too.
func TestReplayTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	taken := func() time.Duration {
		var u syscall.Rusage
		require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
		return time.Duration(u.Utime.Nano())
	}
	for formula, want := range map[string]string{
		"sum(i = 1..999: sum(j = 1..999: sum(k = 1..999: i × j × k)))": "more operations",
		"integral(t: prod(i = 1..999: 1 - t × i / 7))":                 "more operations",
		"prod(i = 1..1000: prod(j = 1..1000: i + j / 7))":              "beyond what is allowed",
	} {
		d := must(sheet(formula, "1", derivation.Rounding{}))
		began := taken()
		got := d.Replay()
		assert.Less(t, taken()-began, 20*time.Second, formula)
		require.Len(t, got, 1, formula)
		assert.Contains(t, got[0].Detail, want, formula)
	}
}
