package effect

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// The codes of findings on additionality, named after what speaks against it.
const (
	FindingRegulatory      = "required-by-law"
	FindingBusinessAsUsual = "business-as-usual"
	FindingFinancial       = "pays-for-itself"
)

// Doubt is what speaks against reductions being additional. The zero Doubt is
// refused.
type Doubt uint8

// The doubts.
const (
	// Regulatory: law requires the action anyway.
	Regulatory Doubt = iota + 1
	// BusinessAsUsual: it is common practice and would have been done.
	BusinessAsUsual
	// Financial: it pays for itself without the programme.
	Financial
)

var doubts = [...]struct {
	name, code string
}{{}, {"regulatory", FindingRegulatory}, {"business as usual", FindingBusinessAsUsual}, {"financial", FindingFinancial}}

// Valid reports whether the doubt is one of those above.
func (d Doubt) Valid() bool { return d > 0 && int(d) < len(doubts) }

// String is the doubt in small letters.
func (d Doubt) String() string {
	if !d.Valid() {
		return fmt.Sprintf("unknown (%d)", uint8(d))
	}
	return doubts[d].name
}

// Flag is a doubt and what it rests on: the law and its article, the practice,
// the payback.
type Flag struct {
	Doubt Doubt
	Text  string // needed
}

// LegalDecision says whether what law requires counts. The zero LegalDecision
// is none.
type LegalDecision uint8

// What law requires would have come without the action: its net is 0. It counts
// where somebody argues so, as for a law that nobody enforces.
const (
	Undecided LegalDecision = iota
	NotCounted
	Counted
)

// String is the decision in small letters.
func (d LegalDecision) String() string {
	switch d {
	case Undecided:
		return "undecided"
	case NotCounted:
		return "not counted"
	case Counted:
		return "counted"
	}
	return fmt.Sprintf("unknown (%d)", uint8(d))
}

// ErrUndecided says that law requires an action and nobody has said whether its
// reductions count.
var ErrUndecided = errors.New("law requires the action: " +
	"say whether its reductions count, with effect.NotCounted, or with effect.Counted and an argument")

// Additionality is what is known of how much of an effect would have come
// without the action.
type Additionality struct {
	// InBaseline is b, the share of the gross reductions that the baseline holds
	// already. Where a share a of all acts, and a0 would without the action, b is
	// a0/a, and not a0. It must be given: 0 % where gross is of a - a0, as that
	// of a participation programme is.
	InBaseline ghg.Share
	// FreeRiders is φ, the share by those who take part but would have acted
	// anyway, of the reductions that the baseline does not hold. It must be
	// given, if only as 0 %. A survey of all who take part finds those of the
	// baseline as well: then b is 0 %.
	FreeRiders ghg.Share
	Flags      []Flag
	// Required says whether what law requires counts. It is needed where a flag
	// is Regulatory, and refused elsewhere.
	Required LegalDecision
	Argument string // why what law requires counts; needed for Counted
	Source   string
}

// Additional are reductions with the part of them that would not have come
// without the action. They are immutable; the zero Additional has none.
type Additional struct {
	def        Additionality
	gross, net strategy.Reductions
	findings   ghg.Findings
}

// Net takes from gross reductions what would have come anyway, for each year:
//
//	net = gross × (1 - b) × (1 - φ)
//
// exactly, and 0 where law requires the action and it is not argued that it
// counts. The kind stays. Each flag gives a finding. All that does not stand is
// refused at once, as [ghg.Faults]; what law requires and nobody has decided is
// [ErrUndecided].
func Net(gross strategy.Reductions, a Additionality) (Additional, error) {
	a.Flags = slices.Clone(a.Flags)
	var faults ghg.Faults
	if gross.IsZero() {
		faults.Add(noReductions("additional reductions"))
	}
	if err := a.check(&faults); err != nil {
		return Additional{}, err
	}
	r := Additional{def: a, gross: gross}
	byYear := map[int]ghg.CO2e{}
	for y, c := range gross.All() {
		n, err := c.Scale(a.beyondBaseline())
		if err == nil {
			n, err = n.Scale(a.FreeRiders.Complement().Fraction())
		}
		if err != nil {
			return Additional{}, fmt.Errorf("net reductions in %d: %w", y, err)
		}
		byYear[y] = n
	}
	for i, f := range a.Flags {
		r.findings.Add(a.finding(flagOf(i), f))
	}
	var err error
	r.net, err = strategy.NewReductions(gross.Kind(), gross.Metric(), byYear)
	return r, err
}

// flagOf names a flag in faults and findings.
func flagOf(i int) string { return fmt.Sprintf("flag %d", i+1) }

// check adds what does not stand, and returns all of it.
func (a Additionality) check(faults *ghg.Faults) error {
	const of = "additionality"
	faults.RefuseShare(of, "share in the baseline", a.InBaseline)
	faults.RefuseShare(of, "free riders", a.FreeRiders)
	required := false
	for i, f := range a.Flags {
		of := flagOf(i)
		if !f.Doubt.Valid() {
			faults.Refuse(of, "doubt", f.Doubt.String(), "regulatory, business as usual and financial are allowed")
		}
		if f.Text == "" {
			faults.Refuse(of, "text", "", "say what the doubt rests on: the law and its article, the practice, the payback")
		}
		required = required || f.Doubt == Regulatory
	}
	switch {
	case a.Required > Counted:
		faults.Refuse(of, "decision", a.Required.String(), "not counted and counted are allowed")
	case !required && a.Required != Undecided:
		faults.Refuse(of, "decision", a.Required.String(), "no flag says that law requires the action: add one with its text")
	case a.Required == Counted && a.Argument == "":
		faults.Refuse(of, "argument", "", "what law requires is counted: say why")
	}
	if required && a.Required == Undecided {
		return errors.Join(faults.Err(), ErrUndecided)
	}
	return faults.Err()
}

// beyondBaseline is the fraction that the baseline does not hold: none of what
// law requires and is not counted.
func (a Additionality) beyondBaseline() decimal.Decimal {
	if a.Required == NotCounted {
		return zero
	}
	return a.InBaseline.Complement().Fraction()
}

func (a Additionality) finding(of string, f Flag) ghg.Finding {
	x := ghg.Finding{Code: doubts[f.Doubt].code, Severity: ghg.Warning, Of: of, Stated: f.Text, Detail: f.Doubt.String() + ": " + f.Text}
	if f.Doubt == Regulatory {
		x.Found = a.Required.String()
		x.Detail += "; " + a.Required.String()
		if a.Required == Counted {
			x.Severity = ghg.Serious
			x.Detail += ": " + a.Argument
		}
	}
	return x
}

// Gross are the reductions as they were given.
func (r Additional) Gross() strategy.Reductions { return r.gross }

// Net are the additional ones.
func (r Additional) Net() strategy.Reductions { return r.net }

// Findings are the doubts, in the order of the flags.
func (r Additional) Findings() ghg.Findings {
	return ghg.Findings{All: slices.Clone(r.findings.All), More: r.findings.More}
}

// String is the share that is additional.
func (r Additional) String() string {
	if r.gross.IsZero() {
		return "no reductions"
	}
	share := r.def.beyondBaseline().Mul(r.def.FreeRiders.Complement().Fraction())
	return fmt.Sprintf("%s reductions, %s%% of them additional", r.gross.Kind(), share.Shift(2))
}

// Explain writes the net reductions as their arithmetic, a line for each year,
// and the findings.
func (r Additional) Explain() string {
	if r.gross.IsZero() {
		return r.String() + "\n"
	}
	var b words.Rows
	if r.def.Required == NotCounted {
		b.Row("net", "0, as law requires the action and it is not counted")
	} else {
		b.Row("net", "gross × (1 - b) × (1 - φ)")
	}
	b.Row("in baseline", "b = %s", r.def.InBaseline)
	b.Row("free riders", "φ = %s", r.def.FreeRiders)
	b.Row("source", "%s", cmp.Or(r.def.Source, "not stated"))
	for y, g := range r.gross.All() {
		n, _ := r.net.At(y) // of the same years
		b.Row(fmt.Sprint(y), "%s gross, %s net", g, n)
	}
	for _, f := range r.findings.All {
		b.Row(f.Severity.String(), "%s", f)
	}
	return b.String()
}
