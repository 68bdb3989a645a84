//go:build unix

package ghg_test

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that the process has taken, the collector's
// included: on a machine that others use too it says more than a clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
