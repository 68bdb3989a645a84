package selection_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// published is a problem of testdata/mknap1.tsv: the first resource is money, the
// others are limits.
type published struct {
	selection.Definition
	budget, worth int64
}

func orLibrary(t *testing.T) map[string]published {
	t.Helper()
	text, err := os.ReadFile("testdata/mknap1.tsv")
	require.NoError(t, err)
	out := map[string]published{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "problem" {
			continue
		}
		var x []int64
		for _, c := range cells[1:] {
			x = append(x, must(strconv.ParseInt(c, 10, 64)))
		}
		p := out[cells[0]]
		if x[0] == 0 {
			p = published{selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}, x[2], x[1]}
		} else {
			p.Candidates = append(p.Candidates, selection.Candidate{ID: cells[1], Cost: won(x[2]), Reductions: cuts(x[1]),
				Uses: map[string]decimal.Decimal{}})
		}
		for k, n := range x[3:] {
			resource := fmt.Sprint("r", k+2)
			if x[0] == 0 {
				p.Limits = append(p.Limits, selection.Limit{Resource: resource, Most: decimal.NewFromInt(n)})
			} else {
				p.Candidates[len(p.Candidates)-1].Uses[resource] = decimal.NewFromInt(n)
			}
		}
		out[cells[0]] = p
	}
	require.Len(t, out["6"].Candidates, 39)
	require.Len(t, out["7"].Candidates, 50)
	return out
}

// The optimum of each is published, and is proved.
func TestORLibrary(t *testing.T) {
	for name, d := range orLibrary(t) {
		t.Run(name, func(t *testing.T) {
			p := must(selection.New(d.Definition))
			a, err := p.MostTonnes(won(d.budget), 100_000, 2030)
			require.NoError(t, err)
			assert.True(t, a.IsExact)
			assert.True(t, a.CO2e.Equal(tonnes(d.worth)), a.String())
			assert.True(t, a.MostCO2e.Equal(a.CO2e))
			// The cheapest that is worth as much costs no more.
			least, err := p.LeastCost(map[int]ghg.CO2e{2030: tonnes(d.worth)}, 100_000)
			require.NoError(t, err)
			assert.True(t, least.IsExact)
			assert.LessOrEqual(t, least.Cost.Amount().IntPart(), a.Cost.Amount().IntPart())
		})
	}
}
