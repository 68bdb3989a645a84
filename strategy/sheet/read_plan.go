package sheet

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Files are the names of the files of a plan. One without a name is not read, but for
// that of the actions. What lies in other forms or in several files, such as a budget with
// years as columns, is read by the readers themselves.
type Files struct {
	Actions, Factors, Effects, Quantifications, Tasks, Budget, Spending, Baseline string
}

// Plan is what [ReadPlan] is given and gives back: definitions with what the files say.
type Plan struct {
	Portfolio strategy.PortfolioDefinition // its Actions come from files
	Baseline  strategy.BaselineDefinition  // its Sources and Rest do
	Named     Named                        // its Factors are followed by those of the file
	// Findings are remarks on the files, each under the name of its file.
	Findings ghg.Findings
}

// ReadPlan reads the files of a plan from a folder, in the order in which one needs the
// other: the factors before what calls them by name, actions before what belongs to them.
// Areas are those of the portfolio's framework, where the format names none.
//
// It is for those who need all of it: where a file is missing or a line of one cannot be
// used, the error says which, and there is no plan. A sum of what is left would be smaller
// than the plan's. The readers of each file give what stands beside what does not.
func ReadPlan(dir fs.FS, files Files, f Format, p Plan) (Plan, error) {
	if files.Actions == "" {
		return Plan{}, errors.New("reading a plan needs the name of the file of its actions")
	}
	if f.Framework.IsZero() {
		f.Framework = p.Portfolio.Framework
	}
	actions := p.Portfolio.Actions
	var errs []error
	for _, file := range []struct {
		name string
		read func(io.Reader) (ghg.Report, error)
	}{
		{files.Factors, func(r io.Reader) (report ghg.Report, err error) {
			var read []ghg.Factors
			read, report, err = ReadFactors(r, f)
			p.Named.Factors = append(p.Named.Factors[:len(p.Named.Factors):len(p.Named.Factors)], read...)
			return report, err
		}},
		{files.Actions, func(r io.Reader) (report ghg.Report, err error) {
			var read []strategy.Action
			read, report, err = ReadActions(r, f)
			actions = append(actions[:len(actions):len(actions)], read...)
			return report, err
		}},
		{files.Effects, func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = ReadEffects(r, f, actions)
			return report, err
		}},
		{files.Quantifications, func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = ReadQuantifications(r, f, actions, p.Named)
			return report, err
		}},
		{files.Tasks, func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = ReadTasks(r, f, actions)
			return report, err
		}},
		{files.Budget, func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = ReadBudget(r, f, actions)
			return report, err
		}},
		{files.Spending, func(r io.Reader) (report ghg.Report, err error) {
			actions, report, err = ReadSpending(r, f, actions)
			return report, err
		}},
		{files.Baseline, func(r io.Reader) (report ghg.Report, err error) {
			f.Factors = p.Named.Factors
			p.Baseline, report, err = ReadBaseline(r, f, p.Baseline)
			return report, err
		}},
	} {
		if file.name != "" {
			errs = append(errs, p.read(dir, file.name, file.read))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return Plan{}, err
	}
	p.Portfolio.Actions, p.Portfolio.Framework = actions, f.Framework
	return p, nil
}

// read reads one of the files, and keeps the remarks on it.
func (p *Plan) read(dir fs.FS, name string, read func(io.Reader) (ghg.Report, error)) error {
	file, err := dir.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	report, err := read(file)
	for _, x := range report.Findings.All {
		if x.Of != "" {
			x.Of = ", " + x.Of
		}
		x.Of = name + x.Of
		p.Findings.Add(x)
	}
	if err = errors.Join(err, report.Err()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
