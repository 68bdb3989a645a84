package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/localghg/localghg/target"
)

// forecast is the plan of the files on what would be emitted without it.
type forecast struct {
	plan strategy.Portfolio
	base strategy.Baseline
	strategy.Evaluation
}

// planned reads the plan: its actions, what they do, their steps and money; and what would be
// emitted without them.
func (c *city) planned() (f forecast, err error) {
	named := sheet.Named{}
	var actions []strategy.Action
	without := strategy.BaselineDefinition{Name: "BAU", Place: c.place, View: c.gross, Metric: c.metric, Source: "bau.csv"}
	named.Units, err = korea.PublishedUnits(c.metric, "city.csv")
	for _, file := range []struct {
		name string
		read func(io.Reader) (ghg.Report, error)
	}{
		{"actions.csv", func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = sheet.ReadActions(r, c.format)
			return report, err
		}},
		{"factors.csv", func(r io.Reader) (report ghg.Report, err error) {
			named.Factors, report, err = sheet.ReadFactors(r, c.format)
			c.format.Factors = named.Factors
			return report, err
		}},
		{"quantifications.csv", func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = sheet.ReadQuantifications(r, c.format, actions, named)
			return report, err
		}},
		{"tasks.csv", func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = sheet.ReadTasks(r, c.format, actions)
			return report, err
		}},
		{"budget.csv", func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = sheet.ReadBudget(r, c.format, actions)
			return report, err
		}},
		{"spent.csv", func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = sheet.ReadSpending(r, c.format, actions)
			return report, err
		}},
		{"bau.csv", func(r io.Reader) (report ghg.Report, err error) {
			without, report, err = sheet.ReadBaseline(r, c.format, without)
			return report, err
		}},
	} {
		err = errors.Join(err, c.read(file.name, file.read))
	}
	if err != nil {
		return f, err
	}
	var findings ghg.Findings
	f.plan, findings, err = strategy.NewPortfolio(strategy.PortfolioDefinition{Name: c.need("plan"), Place: c.place,
		Framework: c.format.Framework,
		View:      c.gross, Metric: c.metric, Actions: actions, Through: c.year("through")})
	c.findings.AddAll(findings)
	var err1 error
	f.base, err1 = strategy.NewBaseline(without)
	if err = errors.Join(c.faults, err, err1); err != nil {
		return f, err
	}
	f.Evaluation, err = f.plan.Evaluate(f.base, strategy.Expected, strategy.Shapley)
	return f, err
}

// addedUp is what the plan adds up to, what it leaves to the target, and what the grid alone
// is worth.
func (c *city) addedUp(p page, f forecast, t target.Target) error {
	y, ok := f.Year(t.Due())
	if !ok {
		return fmt.Errorf("bau.csv: no figures for %d", t.Due())
	}
	gap, err := y.Gap(t)
	if err != nil {
		return err
	}
	p.say("2. What the plan adds up to in %d: %d actions", "2. %d년 계획의 합산: 사업 %d개", t.Due(), f.plan.Len())
	p.say("  without it %s, it cuts %s (%s would be counted twice), left %s", "  계획이 없으면 %s, 감축 %s(이중으로 계산될 %s 제외), 남는 배출량 %s",
		p.kt(y.Baseline()), p.kt(y.Reduction()), p.kt(y.Overlap()), p.kt(y.Emissions()))
	p.say("  the target allows %s: %s are missing", "  목표 %s: 부족량 %s", p.kt(gap.Limit), p.kt(gap.CO2e))
	p.say("  %d actions quantified, %d not, %d not counted by their stage", "  정량 %d개, 비정량 %d개, 단계 때문에 세지 않음 %d개",
		gap.Total.Quantified, gap.Total.NotQuantified, gap.Total.NotCounted)
	wedges, err := f.Wedges(strategy.ByArea)
	if err != nil {
		return err
	}
	of, _ := wedges.Year(t.Due())
	for _, w := range of.Wedges {
		p.say("    %s %s", "    %s %s", p.name(w.Name, w.NameKo), p.kt(w.CO2e))
	}
	for a := range y.Total().ByAction() {
		if !a.Quantified {
			continue
		}
		p.say("    - %s %s %s", "    - %s %s %s", a.Action.ID, p.name(a.Action.Name, a.Action.NameKo), p.kt(a.CO2e))
	}
	frozen, err := c.frozen(f)
	if err != nil {
		return err
	}
	z, _ := frozen.Year(t.Due())
	grid, err1 := z.Baseline().Sub(y.Baseline())
	less, err2 := z.Reduction().Sub(y.Reduction())
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	p.say("  with the factor %q in its one place: without the plan %s, it cuts %s, left %s",
		"  계수를 %q 하나만 바꾸면: 계획이 없으면 %s, 감축 %s, 남는 배출량 %s",
		c.need("frozen factor"), p.kt(z.Baseline()), p.kt(z.Reduction()), p.kt(z.Emissions()))
	p.say("    so the grid alone is worth %s, and the plan %s less for it", "    전력망만의 몫 %s, 그만큼 계획의 감축은 %s 줄어듦", p.kt(grid), p.kt(less))
	p.most(f.Findings(), 6)
	return nil
}

// frozen is the forecast with another factor, in the plan and in what would be without it.
func (c *city) frozen(f forecast) (e strategy.Evaluation, err error) {
	i := slices.IndexFunc(c.format.Factors, func(x ghg.Factors) bool { return x.Of()+" "+x.Edition() == c.need("frozen factor") })
	if i < 0 {
		return e, fmt.Errorf("factors.csv: no %q", c.need("frozen factor"))
	}
	d, err1 := f.plan.Definition().WithFactors(c.format.Factors[i])
	base, err2 := f.base.WithFactors(c.format.Factors[i])
	if err := errors.Join(err1, err2); err != nil {
		return e, err
	}
	plan, _, err := strategy.NewPortfolio(d)
	if err != nil {
		return e, err
	}
	return plan.Evaluate(base, strategy.Expected, strategy.Shapley)
}

// name is a name in the language of the page, or in the one that it has.
func (p page) name(en, ko string) string {
	return words.In(p.lang, cmp.Or(en, ko), cmp.Or(ko, en))
}
