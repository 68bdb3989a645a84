package ghg

import (
	"fmt"
	"strings"
)

// Coverage says how much of what a view requires is reported. NE and C are
// disclosed exclusions; a gap is neither a number nor a key.
type Coverage struct {
	Required int `json:"required"` // categories that the view requires
	Reported int `json:"reported"` // a number
	Partly   int `json:"partly"`   // a number, and a key for the rest
	NO       int `json:"NO"`       // does not occur (NA with it)
	IE       int `json:"IE"`       // counted in another category
	NE       int `json:"NE"`       // disclosed as not estimated (FX with it)
	C        int `json:"C"`        // disclosed as confidential
	// Gaps are the required categories that hold neither.
	Gaps []Category `json:"gaps"`
}

// Complete reports whether nothing required is a gap: what the GPC asks before
// a level may be claimed (1.1, chapter 4.2).
func (c Coverage) Complete() bool { return len(c.Gaps) == 0 }

// String is the coverage in words: "32 required: 20 reported, 8 NO, 4 NE".
func (c Coverage) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d required: %d reported", c.Required, c.Reported)
	for _, x := range []struct {
		n    int
		what string
	}{{c.Partly, "partly"}, {c.NO, "NO"}, {c.IE, "IE"}, {c.NE, "NE"}, {c.C, "C"}, {len(c.Gaps), "gaps"}} {
		if x.n > 0 {
			fmt.Fprintf(&b, ", %d %s", x.n, x.what)
		}
	}
	return b.String()
}

type coverage struct {
	view   *view
	number []bool
	key    []Key // of each node, the one that hides no gap
}

func newCoverage(v *view) coverage {
	return coverage{v, make([]bool, len(v.selects)), make([]Key, len(v.selects))}
}

func (c coverage) see(node int32, v Value) {
	if v.IsNumber() {
		c.number[node] = true
	}
	if k := v.key; k != KeyNone && (c.key[node] == KeyNone || k < c.key[node]) {
		c.key[node] = k
	}
}

// of counts the required categories whose node belongs.
func (c coverage) of(belongs func(node int32) bool) Coverage {
	var out Coverage
	for i, required := range c.view.required {
		if !required || !belongs(int32(i)) {
			continue
		}
		out.Required++
		switch k := c.key[i]; {
		case c.number[i] && (k == KeyNone || k == NO || k == NA):
			out.Reported++
		case c.number[i]:
			out.Partly++
		case k == NO || k == NA:
			out.NO++
		case k == IE:
			out.IE++
		case k == NE || k == FX:
			out.NE++
		case k == C:
			out.C++
		default:
			out.Gaps = append(out.Gaps, Category{c.view.Scheme.ID(), c.view.Scheme.def.Nodes[i].Code})
		}
	}
	return out
}
