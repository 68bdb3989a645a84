package credit

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// LandfillGas is how a project that collects and burns the gas of a landfill
// turns what its meters read into a reduction. Every field is needed.
type LandfillGas struct {
	Methane Density `json:"methane"` // density of CH4, with its conditions
	// Oxidation is the share of the methane that the landfill's cover would have
	// oxidised, had it not been collected (OX).
	Oxidation ghg.Share `json:"oxidation"`
	// BurntAnyway is the share of the methane destroyed that would have been
	// destroyed without the project, by law or by habit.
	BurntAnyway ghg.Share  `json:"burntAnyway"`
	Metric      ghg.Metric `json:"metric"`           // with the GWP of CH4: SAR counts it 21
	Source      string     `json:"source,omitempty"` // methodology and its version
}

// Monitored is the reading of one device, a flare or an engine, over a period.
type Monitored struct {
	Period ghg.Period      `json:"period,omitzero"`
	Device string          `json:"device,omitempty"`
	Gas    decimal.Decimal `json:"gas"` // landfill gas that went to the device, in m3
	At     Conditions      `json:"at"`  // that the m3 are stated at
	CH4    ghg.Share       `json:"ch4"` // of the gas, by volume
	// Destroyed is the share of the methane that the device destroys: its
	// destruction efficiency.
	Destroyed ghg.Share `json:"destroyed"`
}

// GasReduction is a reduction computed from monitored gas, step by step. It is
// what a verifier is shown; it is not verified.
type GasReduction struct {
	Gas       decimal.Decimal `json:"gas"`       // landfill gas, in m3 at the density's conditions
	Methane   ghg.Mass        `json:"methane"`   // CH4 in that gas
	Destroyed ghg.Mass        `json:"destroyed"` // CH4 destroyed
	Baseline  ghg.CO2e        `json:"baseline"`  // emitted without the project
	Project   ghg.CO2e        `json:"project"`   // emitted by the project: power, fuel
	Reduction ghg.CO2e        `json:"reduction"` // Baseline - Project; below zero where the project emits more

	by        LandfillGas
	monitored []Monitored
}

// Reduction computes the reduction of the periods monitored, all exactly:
//
//	CH4 in gas       = Σ gas × CH4 share × density
//	CH4 destroyed    = Σ gas × CH4 share × density × destroyed share
//	baseline         = CH4 destroyed × (1 - burnt anyway) × (1 - oxidation) × GWP
//	reduction        = baseline - project emissions
//
// after the CDM methodology ACM0001 for landfill gas. The readings of one
// device must not overlap in time, and volumes are at the conditions of the
// density. All that does not stand is refused at once.
func (g LandfillGas) Reduction(project ghg.CO2e, monitored ...Monitored) (GasReduction, error) {
	if err := g.check(project, monitored); err != nil {
		return GasReduction{}, err
	}
	var gas, methane, destroyed decimal.Decimal
	for _, m := range monitored {
		kg := m.Gas.Mul(m.CH4.Fraction()).Mul(g.Methane.KilogramsPerM3)
		gas = gas.Add(m.Gas)
		methane = methane.Add(kg)
		destroyed = destroyed.Add(kg.Mul(m.Destroyed.Fraction()))
	}
	gwp, err := g.Metric.GWP(ghg.CH4NonFossil)
	if err != nil {
		return GasReduction{}, fmt.Errorf("landfill gas: %w", err)
	}
	r := GasReduction{Gas: gas, Project: project, by: g, monitored: slices.Clone(monitored)}
	if r.Methane, err = methaneMass(methane); err != nil {
		return GasReduction{}, err
	}
	if r.Destroyed, err = methaneMass(destroyed); err != nil {
		return GasReduction{}, err
	}
	kept := g.BurntAnyway.Complement().Fraction().Mul(g.Oxidation.Complement().Fraction()).Mul(gwp)
	if r.Baseline, err = ghg.NewCO2e(destroyed.Shift(-3).Mul(kept), ghg.Tonne, g.Metric); err != nil {
		return GasReduction{}, fmt.Errorf("baseline emissions: %w", err)
	}
	r.Reduction, err = r.Baseline.Sub(project)
	return r, err
}

func methaneMass(kg decimal.Decimal) (ghg.Mass, error) {
	m, err := ghg.NewMass(kg, ghg.Kilogram)
	if err != nil {
		return ghg.Mass{}, fmt.Errorf("methane: %w", err)
	}
	return m.Of(ghg.CH4NonFossil)
}

func (g LandfillGas) check(project ghg.CO2e, monitored []Monitored) error {
	in := newInput("landfill gas")
	in.metric(g.Metric)
	if d := g.Methane.KilogramsPerM3; exact.Check(d) != nil || d.Sign() <= 0 {
		in.refuse("density of methane", g.Methane, "kg/m3 above 0 are needed, such as 0.7168 at 0 °C and 101.325 kPa")
	}
	in.conditions(g.Methane.At)
	in.fraction("oxidation", g.Oxidation)
	in.fraction("burnt anyway", g.BurntAnyway)
	in.amount("project emissions", project, g.Metric, exactPlaces)
	in.text("source", g.Source)
	if n := len(monitored); n == 0 || n > maxReadings {
		in.refuse("readings", n, fmt.Sprintf("1 to %d are allowed", maxReadings))
		return in.faults.Err()
	}
	for i, m := range monitored {
		at := in.about(fmt.Sprintf("reading %d (%s, %s)", i+1, words.Clip(m.Device, 60), m.Period))
		if m.Period.IsZero() {
			at.refuse("period", m.Period, "first and last day are needed")
		}
		at.text("device", m.Device)
		if exact.Check(m.Gas) != nil || m.Gas.Sign() < 0 {
			at.refuse("gas", exact.Text(m.Gas), "m3, 0 or more, are needed")
		}
		at.conditions(m.At)
		at.fraction("CH4", m.CH4)
		at.fraction("destroyed", m.Destroyed)
		if in.faults.Len() == 0 && !m.At.Equal(g.Methane.At) {
			at.refuse("conditions", m.At, fmt.Sprintf("those of the density, %s, are needed: restate one of them", g.Methane.At))
		}
	}
	if in.faults.Len() == 0 {
		in.overlaps(monitored)
	}
	return in.faults.Err()
}

// overlaps refuses gas that was read twice.
func (in input) overlaps(monitored []Monitored) {
	sorted := slices.Clone(monitored)
	slices.SortStableFunc(sorted, func(a, b Monitored) int {
		return cmp.Or(strings.Compare(a.Device, b.Device), strings.Compare(a.Period.Start().String(), b.Period.Start().String()))
	})
	for i := 1; i < len(sorted); i++ {
		if a, b := sorted[i-1], sorted[i]; a.Device == b.Device && overlap(a.Period, b.Period) {
			in.about("readings of "+words.Quote(a.Device)).refuse("periods", fmt.Sprintf("%s and %s", a.Period, b.Period),
				"periods that do not overlap are needed")
		}
	}
}

func overlap(a, b ghg.Period) bool {
	return !a.End().Before(b.Start()) && !b.End().Before(a.Start())
}

// IsZero reports whether nothing was computed.
func (r GasReduction) IsZero() bool { return r.monitored == nil }

// Readings yields the readings that the reduction comes from.
func (r GasReduction) Readings() iter.Seq[Monitored] { return slices.Values(r.monitored) }

// String is the reduction as one line.
func (r GasReduction) String() string {
	if r.IsZero() {
		return "no gas monitored"
	}
	return fmt.Sprintf("%s reduced by %s of CH4 destroyed, not yet verified", r.Reduction, r.Destroyed.Format(ghg.Tonne, 3))
}

// Details is the computation with its numbers, one step a line.
func (r GasReduction) Details() string {
	if r.IsZero() {
		return "no gas monitored"
	}
	gwp, _ := r.by.Metric.GWP(ghg.CH4NonFossil) // computed with before
	var b strings.Builder
	for _, m := range r.monitored {
		fmt.Fprintf(&b, "%s, %s: %s m3 at %s × %s CH4, %s of it destroyed\n", m.Period, m.Device, m.Gas, m.At, m.CH4, m.Destroyed)
	}
	fmt.Fprintf(&b, "CH4 in the gas = Σ m3 × CH4 × %s = %s\n", r.by.Methane, r.Methane)
	fmt.Fprintf(&b, "CH4 destroyed = %s\n", r.Destroyed)
	fmt.Fprintf(&b, "baseline = CH4 destroyed × (1 - %s burnt anyway) × (1 - %s oxidised) × %s = %s\n",
		r.by.BurntAnyway, r.by.Oxidation, gwp, r.Baseline)
	fmt.Fprintf(&b, "reduction = baseline - project emissions of %s = %s\n", r.Project, r.Reduction)
	fmt.Fprintf(&b, "source: %s", r.by.Source)
	return b.String()
}
