package selection_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
)

// hard are n actions of a kind that makes selection hard, with a budget of
// half their cost.
func hard(kind string, n int) (selection.Definition, strategy.Money) {
	r := rand.New(rand.NewSource(25))
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	total := int64(0)
	for i := range n {
		cost := 1000 + r.Int63n(1_000_000)
		cut := 1 + r.Int63n(1_000_000)
		switch kind {
		case "equal ratios":
			cut = cost
		case "strongly correlated", "two budgets":
			cut = cost + 100_000
		case "alike":
			cost, cut = 1000, 500
		}
		total += cost
		c := selection.Candidate{ID: fmt.Sprintf("a%02d", i), Area: string(rune('A' + i%4)), Cost: won(cost), Reductions: cuts(cut, cut*2)}
		if kind == "two budgets" { // costs and posts that pull in opposite ways
			c.Uses = map[string]decimal.Decimal{"staff": decimal.NewFromInt(1_100_000 - cost)}
		}
		if kind == "all rules" {
			c.Uses = map[string]decimal.Decimal{"staff": decimal.New(r.Int63n(50), -1)}
			if i%6 == 5 {
				c.Requires = []string{fmt.Sprintf("a%02d", i-3)}
			}
			if i%7 == 6 {
				c.Excludes = []string{fmt.Sprintf("a%02d", i-5)}
			}
		}
		d.Candidates = append(d.Candidates, c)
	}
	switch kind {
	case "half of each area":
		for k := range 4 {
			inArea := int64(0)
			for i := k; i < n; i += 4 {
				inArea += d.Candidates[i].Cost.Amount().IntPart()
			}
			d.Minima = append(d.Minima, selection.Minimum{Area: string(rune('A' + k)), Actions: 2, Money: won(inArea / 2)})
		}
		total += total / 25
	case "two budgets":
		d.Limits = []selection.Limit{{Resource: "staff", Most: decimal.NewFromInt(int64(n) * 1_100_000 / 4)}}
	case "all rules":
		d.Limits = []selection.Limit{{Resource: "staff", Most: decimal.NewFromInt(int64(n))}}
		d.Minima = []selection.Minimum{{Area: "A", Actions: 2, Money: won(500_000)}, {Area: "B", Actions: 3}}
	case "shared source", "two shared sources", "all on 20 sources":
		sources := map[string]int{"shared source": 1, "two shared sources": 2, "all on 20 sources": 20}[kind]
		for k := range sources {
			s := selection.SharedSource{
				On:        strategy.EmissionSource{EndUse: fmt.Sprint(k)},
				Emissions: map[int]ghg.CO2e{2030: tonnes(5_000_000), 2031: tonnes(5_000_000)},
			}
			for i := range d.Candidates {
				if sources == 2 && i%2 != k {
					continue
				}
				share := must(ghg.NewShare(decimal.New(1+r.Int63n(300), -3)))
				s.Cuts = append(s.Cuts, selection.Cut{Candidate: d.Candidates[i].ID, ByYear: map[int]ghg.Share{2030: share, 2031: share}})
				d.Candidates[i].Reductions = strategy.Reductions{}
			}
			d.Shared = append(d.Shared, s)
		}
	}
	return d, won(total / 2)
}

var kinds = []string{
	"independent", "equal ratios", "strongly correlated", "two budgets", "alike", "all rules", "half of each area",
	"shared source", "two shared sources", "all on 20 sources",
}

// Exact selection of 25 actions, with its runner-up.
func BenchmarkMostTonnes25(b *testing.B) {
	for _, kind := range kinds {
		b.Run(kind, func(b *testing.B) {
			d, budget := hard(kind, selection.MaxExact)
			p := must(selection.New(d))
			for b.Loop() {
				if r, err := p.MostTonnes(budget, 0, 2030); err != nil || !r.IsExact {
					b.Fatal(r, err)
				}
			}
		})
	}
}

func BenchmarkLeastCost25(b *testing.B) {
	for _, kind := range kinds {
		b.Run(kind, func(b *testing.B) {
			d, budget := hard(kind, selection.MaxExact)
			p := must(selection.New(d))
			r, err := p.MostTonnes(budget, 0, 2030)
			if err != nil {
				b.Fatal(err)
			}
			need := map[int]ghg.CO2e{2030: tonnes(r.CO2e.Tonnes().IntPart())}
			for b.Loop() {
				if r, err := p.LeastCost(need, 0); err != nil || !r.IsExact {
					b.Fatal(r, err)
				}
			}
		})
	}
}

// Ninety actions, as in a city's plan.
func BenchmarkMostTonnes90(b *testing.B) {
	for _, kind := range kinds {
		b.Run(kind, func(b *testing.B) {
			d, budget := hard(kind, 40)
			if len(d.Shared) == 0 {
				d, budget = hard(kind, 90)
			}
			p := must(selection.New(d))
			for b.Loop() {
				r, err := p.MostTonnes(budget, 100_000, 2030)
				if err != nil {
					b.Fatal(err)
				}
				gap, _ := r.MostCO2e.Sub(r.CO2e)
				part, _ := gap.Ratio(r.CO2e, 9)
				b.ReportMetric(part.InexactFloat64()*1e6, "gap-ppm")
			}
		})
	}
}

// Many rules at once, with the allowance that each needs to be proved.
func BenchmarkManyRules(b *testing.B) {
	for _, n := range []int{60, 150, 300} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d, budget := ruled(n, 0)
			p := must(selection.New(d))
			nodes := 500
			for {
				if r, err := p.MostTonnes(budget, nodes, 2030); err != nil {
					b.Fatal(err)
				} else if r.IsExact {
					break
				}
				nodes *= 2
			}
			for b.Loop() {
				if r, err := p.MostTonnes(budget, nodes, 2030); err != nil || !r.IsExact {
					b.Fatal(r, err)
				}
			}
			b.ReportMetric(float64(nodes), "nodes")
		})
	}
}
