package main

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// machine is the processor, its memory and how busy it is, as far as the system tells:
// 2 × AMD EPYC, 24 GB, load 0.10. What runs beside makes all times longer, and not all alike.
func (t teller) machine() string {
	cpu := field("/proc/cpuinfo", `(?m)^model name\s*:\s*(.+)$`)
	if cpu == "" {
		cpu = t.pick("a processor that is not told", "알 수 없는 프로세서")
	}
	text := fmt.Sprintf("%d × %s", runtime.NumCPU(), cpu)
	if kb, err := strconv.ParseUint(field("/proc/meminfo", `(?m)^MemTotal:\s*(\d+) kB$`), 10, 64); err == nil {
		text += fmt.Sprintf(", %d GB", (kb+1<<19)>>20)
	}
	if load := field("/proc/loadavg", `^([\d.]+) `); load != "" {
		text += ", " + t.pick("load", "부하") + " " + load
	}
	return text
}

// field is what a pattern finds in a file of the system, if both are there.
func field(path, pattern string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	found := regexp.MustCompile(pattern).FindSubmatch(data)
	if found == nil {
		return ""
	}
	return strings.TrimSpace(string(found[1]))
}
