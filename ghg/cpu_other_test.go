//go:build !unix

package ghg_test

import "time"

var processStart = time.Now()

// cpuTime is the time by the clock, where the processor's is not told.
func cpuTime() time.Duration { return time.Since(processStart) }
