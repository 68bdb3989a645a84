package sheet_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// dice makes actions that a plan may hold.
type dice struct{ *rand.Rand }

func (r dice) text(most int) string {
	parts := []string{"a", "대구", "=", "+", "-", "@", "'", "\"", ",", "\n", " x", "(co-lead)", "(지원) x", "1", "＝", "𝒞", "A:B"}
	var b strings.Builder
	for range r.IntN(most) {
		b.WriteString(parts[r.IntN(len(parts))])
	}
	return strings.TrimSpace(b.String())
}

func (r dice) items() []string {
	seen := map[string]bool{}
	var out []string
	for range r.IntN(4) {
		if s := r.text(4); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func (r dice) day() ghg.Date {
	if r.IntN(3) == 0 {
		return ghg.Date{}
	}
	return ghg.Date{Year: 2020 + r.IntN(10), Month: time.Month(1 + r.IntN(12)), Day: 1 + r.IntN(28)}
}

func (r dice) number() decimal.Decimal {
	return decimal.New(r.Int64N(1_000_000_000)+1, int32(r.IntN(20)-12))
}

func (r dice) action(i int) strategy.Action {
	a := strategy.Action{
		ID: fmt.Sprint(r.text(3), i), Name: "n" + r.text(4), NameKo: r.text(4), Area: "E" + r.text(2), Lead: r.text(4),
		LegalBasis: r.text(4), Level: strategy.GovernanceLevel(r.IntN(4)), TargetGroup: r.text(3), Start: r.day(),
		Stage:    strategy.Stage(r.IntN(13)),
		Requires: r.items(), Excludes: r.items(), Links: r.items(), Source: r.text(3), Note: r.text(9),
	}
	if a.Start == (ghg.Date{}) {
		a.End = r.day()
		a.Continuous = a.End == ghg.Date{} && r.IntN(2) == 0
	}
	if a.Stage == strategy.Merged {
		a.Into = r.items()
	}
	for _, s := range r.items() {
		a.Partners = append(a.Partners, strategy.Partner{Body: s, Role: strategy.PartnerRole(r.IntN(2))})
		a.Codes = append(a.Codes, strategy.TaxonomyCode{Taxonomy: fmt.Sprint("F", r.IntN(9)), Code: s})
	}
	for _, s := range r.items() {
		a.ProposedBy = append(a.ProposedBy, strategy.Proposer{Body: s, Members: r.IntN(3) * r.IntN(50), Chairs: r.IntN(3)})
	}
	a.Codes = a.Codes[:min(len(a.Codes), 1)]
	for n := range r.IntN(4) {
		a.Phases = append(a.Phases, r.phase(n))
	}
	for range r.IntN(4) {
		prices := []strategy.Prices{strategy.Nominal, 2020}[r.IntN(2)]
		m := must(strategy.NewMoney(r.number(), []strategy.Currency{"KRW", "EUR"}[r.IntN(2)], prices))
		a.Budget = append(a.Budget, strategy.BudgetLine{Year: 2020 + r.IntN(9), Funds: strategy.Funds(1 + r.IntN(5)), Money: m})
	}
	told := map[string]bool{}
	for n := range r.IntN(4) {
		e := r.effect()
		if key := fmt.Sprint(e.Kind(), e.On.Folded()); told[key] || r.IntN(3) == 0 {
			e.Label = fmt.Sprint(r.text(3), n)
		} else {
			told[key] = true
		}
		a.Effects = append(a.Effects, e)
	}
	return a
}

func (r dice) phase(n int) strategy.Phase {
	p := strategy.Phase{ID: fmt.Sprint(r.text(3), n), Name: r.text(4), NameKo: r.text(4), Start: []int{0, 2025}[r.IntN(2)],
		End: []int{0, 2030}[r.IntN(2)]}
	for i := range r.IntN(3) {
		t := strategy.Task{ID: fmt.Sprint("t", n, i), Name: r.text(4), NameKo: r.text(4), Due: r.day(), Weight: r.number(),
			State: strategy.TaskState(r.IntN(4)), Evidence: r.text(4)}
		switch t.State {
		case strategy.TaskCompleted:
			t.CompletedOn = ghg.Date{Year: 2025, Month: 2, Day: 28}
		case strategy.TaskInProgress:
			t.Done = must(ghg.Percent(decimal.New(r.Int64N(10_001), -2)))
		}
		p.Tasks = append(p.Tasks, t)
	}
	return p
}

func (r dice) effect() strategy.Effect {
	e := strategy.Effect{On: on([]string{"I.1.1", "II.1"}[r.IntN(2)], []string{"", "gas", "Gas"}[r.IntN(3)], r.text(2)),
		Interaction: strategy.Interaction(r.IntN(5)),
		Source:      r.text(3), Confidence: r.text(3), Note: r.text(4)}
	if r.IntN(3) == 0 {
		e.On = strategy.EmissionSource{Fuel: r.text(3), EndUse: "x" + r.text(3)}
	}
	kind := strategy.Kind(1 + r.IntN(5))
	metric := []ghg.Metric{ghg.AR5, ghg.AR4, ghg.Unstated}[r.IntN(3)]
	amounts, shares := map[int]ghg.CO2e{}, map[int]ghg.Share{}
	for range 1 + r.IntN(3) {
		year := 2025 + r.IntN(9)
		amounts[year] = must(ghg.NewCO2e(r.number().Sub(r.number()), ghg.Tonne, metric))
		shares[year] = must(ghg.Percent(decimal.New(r.Int64N(200_001)-100_000, -3)))
	}
	if r.IntN(2) == 0 {
		e.Reductions = must(strategy.NewReductions(kind, metric, amounts))
	} else {
		e.Cuts = must(strategy.NewCuts(kind, shares))
	}
	return e
}

// again writes the four files of actions and reads them.
func again(actions []strategy.Action) ([]strategy.Action, error) {
	bare := sheet.Format{CSVFormat: plainCSV.CSVFormat}
	var read []strategy.Action
	for _, file := range []struct {
		write func(io.Writer, []strategy.Action) error
		read  func(io.Reader) ([]strategy.Action, ghg.Report, error)
	}{
		{sheet.WriteActions, func(r io.Reader) ([]strategy.Action, ghg.Report, error) { return sheet.ReadActions(r, bare) }},
		{sheet.WriteTasks, func(r io.Reader) ([]strategy.Action, ghg.Report, error) { return sheet.ReadTasks(r, bare, read) }},
		{sheet.WriteBudget, func(r io.Reader) ([]strategy.Action, ghg.Report, error) { return sheet.ReadBudget(r, bare, read) }},
		{sheet.WriteEffects, func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadEffects(r, bare, read)
		}},
	} {
		var b strings.Builder
		if err := file.write(&b, actions); err != nil {
			return nil, err
		}
		var report ghg.Report
		var err error
		if read, report, err = file.read(strings.NewReader(b.String())); err != nil {
			return nil, err
		}
		if report.Faults.Len() > 0 {
			return nil, fmt.Errorf("%w\nin\n%s", report.Faults, b.String())
		}
	}
	return read, nil
}

// What is written is read as the same values.
func TestCSVRoundTrip(t *testing.T) {
	r := dice{rand.New(rand.NewPCG(4, 2030))}
	for range 60 {
		var actions []strategy.Action
		for i := range r.IntN(6) {
			actions = append(actions, r.action(i))
		}
		read, err := again(actions)
		require.NoError(t, err)
		require.Equal(t, dumpAll(actions), dumpAll(read))
	}
}

// However the lines of a plan lie in files, and in whatever order these are read, the
// plan is the same; and no file is read twice.
func TestEffectsOfManyFiles(t *testing.T) {
	r := dice{rand.New(rand.NewPCG(6, 2030))}
	sorted := func(a strategy.Action) string {
		a.Effects = slices.Clone(a.Effects)
		slices.SortFunc(a.Effects, func(x, y strategy.Effect) int {
			one := func(e strategy.Effect) string { return fmt.Sprint(e.Kind(), e.On.Folded(), e.Label) }
			return strings.Compare(one(x), one(y))
		})
		for i := range a.Effects { // as it was written on the first line that was read
			a.Effects[i].On = a.Effects[i].On.Folded()
		}
		return dump(a)
	}
	for range 100 {
		var written []strategy.Action
		for i := range 1 + r.IntN(3) {
			a := r.action(i)
			a.Phases, a.Budget = nil, nil
			written = append(written, a)
		}
		whole, err := again(written)
		require.NoError(t, err)
		bare := slices.Clone(whole)
		for i := range bare {
			bare[i].Effects = nil
		}
		var b strings.Builder
		require.NoError(t, sheet.WriteEffects(&b, whole))
		lines, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		require.NoError(t, err)
		files := make([][][]string, 1+r.IntN(4))
		for _, i := range r.Perm(len(lines) - 1) {
			n := r.IntN(len(files))
			files[n] = append(files[n], lines[i+1])
		}
		read := bare
		for _, f := range files {
			var text strings.Builder
			w := csv.NewWriter(&text)
			require.NoError(t, w.WriteAll(append([][]string{lines[0]}, f...)))
			var report ghg.Report
			read, report, err = sheet.ReadEffects(strings.NewReader(text.String()), plainCSV, read)
			require.NoError(t, err)
			require.Zero(t, report.Faults.Len(), "%s", report.Faults)
			twice, report, err := sheet.ReadEffects(strings.NewReader(text.String()), plainCSV, read)
			require.NoError(t, err)
			require.Equal(t, len(f), report.Faults.Len())
			require.Equal(t, dumpAll(read), dumpAll(twice))
		}
		for i := range whole {
			require.Equal(t, sorted(whole[i]), sorted(read[i]))
		}
	}
}

// Whatever is read from a file is written and read as the same values.
// Carriage returns within a cell are the exception: they are refused.
func fuzzReader(f *testing.F, head string, seeds []string, read func(io.Reader) ([]strategy.Action, ghg.Report, error)) {
	for _, s := range seeds {
		f.Add(head + s)
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		actions, report, err := read(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Faults.All) > 1000 {
			t.Fatal(len(report.Faults.All))
		}
		for i := range actions {
			if actions[i].Name == "" {
				actions[i].Name, actions[i].Area = "n", "E"
			}
		}
		second, err := again(actions)
		if err != nil {
			if strings.Contains(text, "\r") || len(text) > 5000 {
				return
			}
			t.Fatal(err)
		}
		if a, b := dumpAll(actions), dumpAll(second); a != b {
			t.Fatalf("%s became %s", a, b)
		}
	})
}

func FuzzReadActions(f *testing.F) {
	fuzzReader(f, actionHead, []string{"A,a,E,x (co-lead);'=y,광역,merged,2024-2-29,,,B;C,D,S:1,s\n", "'=A,\"a\nb\",E,,,,,,O,,,,\n",
		townActions},
		func(r io.Reader) ([]strategy.Action, ghg.Report, error) { return sheet.ReadActions(r, plainCSV) })
}

func FuzzReadEffects(f *testing.F) {
	fuzzReader(f, effectHead, []string{"A,예상,II.1.1,Diesel,x,1,중복,2031,1.5,kt,AR4,,'=p,b,c,GPC 1.1\nA,예상,II.1.1,diesel,x,,,2031,,,,-3%,,,,\n"},
		func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadEffects(r, plainCSV, abc())
		})
}

func FuzzReadBudget(f *testing.F) {
	fuzzReader(f, "action,year,funds,amount,unit,prices\n", []string{"A,2026,국비,1.50,bn KRW,2020\nB,2026,city,1e3,억원,\n"},
		func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadBudget(r, plainCSV, abc())
		})
}

func FuzzReadTasks(f *testing.F) {
	fuzzReader(f, taskHead, []string{"A,1,one,하나,2025,2030,t1,'-x,2027.1.31,1.50,in progress,0.5,,x\nA,2,,,,,,,,,,,,\n"},
		func(r io.Reader) ([]strategy.Action, ghg.Report, error) {
			return sheet.ReadTasks(r, plainCSV, abc())
		})
}

// A baseline is given as a whole or not at all.
func FuzzReadBaseline(f *testing.F) {
	f.Add(townBaseline)
	f.Add("category,year,amount,unit,metric,page\nrest,2030,1,t,AR5,x\nII.1.1,2030,1e3,kg,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, report, err := sheet.ReadBaseline(strings.NewReader(text), plainCSV, townForecast)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range report.Faults.All {
			if len(d.Sources) > 0 || d.Rest != nil {
				t.Fatal(x)
			}
		}
		for _, s := range d.Sources {
			if len(s.ByYear) == 0 || s.On == (strategy.EmissionSource{}) {
				t.Fatal(s)
			}
		}
	})
}
