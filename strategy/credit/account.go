package credit

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Account keeps the credits of one project for one place: what was verified,
// issued, sold, retired, cancelled and converted, batch by batch, and what the
// place has claimed. It is immutable: every method that enters something
// returns a new account, and one that returns an error has entered nothing. The
// zero Account holds nothing and takes nothing.
type Account struct {
	project   Project
	batches   []*batch // never written to
	sales     []Sale
	disposals []Disposal
	claims    []Claim
}

// NewAccount opens the account of a project.
func NewAccount(p Project) (Account, error) {
	if err := p.check(); err != nil {
		return Account{}, err
	}
	return Account{project: p}, nil
}

// Project is what the account was opened for.
func (a Account) Project() Project { return a.project }

func (a Account) find(name string) (int, error) {
	if a.project.ID == "" {
		return 0, errNoAccount
	}
	var known []string
	for i, b := range a.batches {
		if b.v.Batch == name {
			return i, nil
		}
		known = append(known, b.v.Batch)
	}
	return 0, &ghg.UnknownError{Of: a.project.of(), What: "batch", ID: name, Allowed: known}
}

// twice says that an ID was entered before: it would count twice.
func (a Account) twice(what, id string) error {
	return &ghg.TwiceError{Of: a.project.of(), What: what, ID: id}
}

// with is the account with one batch replaced.
func (a Account) with(i int, b batch) Account {
	a.batches = slices.Clone(a.batches)
	a.batches[i] = &b
	return a
}

// Verify enters a verified reduction. A period that overlaps that of another
// batch is refused: one tonne would be verified twice. Days outside the
// crediting period may be verified, though nothing is issued for them.
func (a Account) Verify(v Verification) (Account, error) {
	if a.project.ID == "" {
		return Account{}, errNoAccount
	}
	in := newInput("verification of batch " + words.Quote(v.Batch))
	in.text("batch", v.Batch)
	in.amount("amount", v.Amount, a.project.Metric, verifiedPlaces)
	if v.Period.IsZero() {
		in.refuse("period", v.Period, "the first and last day monitored are needed")
	} else {
		in.day(v.On, v.Period.End(), "the last day monitored")
	}
	if len(a.batches) >= maxEntries {
		in.refuse("batches", len(a.batches)+1, fmt.Sprintf("at most %d are kept", maxEntries))
	}
	for _, b := range a.batches {
		if b.v.Batch == v.Batch {
			return Account{}, a.twice("batch", v.Batch)
		}
		if !v.Period.IsZero() && overlap(b.v.Period, v.Period) {
			in.refuse("period", v.Period, fmt.Sprintf("batch %s has days of it: %s", words.Quote(b.v.Batch), days(b.v.Period)))
		}
	}
	if err := in.faults.Err(); err != nil {
		return Account{}, err
	}
	if !v.Computed.IsZero() {
		for m := range v.Computed.Readings() {
			if m.Period.Start().Before(v.Period.Start()) || v.Period.End().Before(m.Period.End()) {
				in.refuse("computed", m.Period, fmt.Sprintf("gas monitored within the period is needed, %s", days(v.Period)))
				return Account{}, in.faults.Err()
			}
		}
		c, err := v.Computed.Reduction.Cmp(v.Amount)
		if err != nil {
			return Account{}, fmt.Errorf("%s: %w", in.of, err)
		}
		if c < 0 {
			in.refuse("amount", v.Amount, fmt.Sprintf("no more than was computed from the monitored gas, %s", v.Computed.Reduction))
			return Account{}, in.faults.Err()
		}
	}
	b := batch{v: v}
	if err := a.checkPartner(b, v.Partner); err != nil {
		return Account{}, err
	}
	a.batches = append(slices.Clip(a.batches), &b)
	return a, nil
}

// checkPartner refuses sales beyond what the partner owns.
func (a Account) checkPartner(b batch, s PartnerSales) error {
	in := newInput("partner's sales of batch " + words.Quote(b.v.Batch))
	if sold, known := s.amount(a.project.Metric); known {
		in.amount("amount", sold, a.project.Metric, exactPlaces)
		if owns := b.partner(a.project); in.faults.Len() == 0 && sold.Tonnes().GreaterThan(owns) {
			in.refuse("amount", sold, fmt.Sprintf("the partner owns %s t", owns))
		}
	}
	return in.faults.Err()
}

// WithPartnerSales enters what has become known of the partner's sales out of a
// batch, in place of what was known before.
func (a Account) WithPartnerSales(batch string, s PartnerSales) (Account, error) {
	i, err := a.find(batch)
	if err != nil {
		return Account{}, err
	}
	b := *a.batches[i]
	if err := a.checkPartner(b, s); err != nil {
		return Account{}, err
	}
	b.v.Partner = s
	return a.with(i, b), nil
}

// Issuable is the most that the programme can issue to the place for a batch:
// own tonnes × (1 - levy - buffer), rounded down to whole tonnes, as registries
// do.
func (a Account) Issuable(batch string, levy, buffer ghg.Share) (Credits, error) {
	i, err := a.find(batch)
	if err != nil {
		return 0, err
	}
	in := newInput("issuance of batch " + words.Quote(batch))
	in.withheld(levy, buffer)
	if err := in.faults.Err(); err != nil {
		return 0, err
	}
	return issuable(a.batches[i].owned(a.project), levy, buffer), nil
}

func (in input) withheld(levy, buffer ghg.Share) {
	in.fraction("levy", levy)
	in.fraction("buffer", buffer)
	if in.faults.Len() == 0 && levy.Cmp(buffer.Complement()) > 0 {
		in.refuse("levy and buffer", levy.String()+" and "+buffer.String(), "together at most 100%")
	}
}

// Issue enters the units that were issued for a batch, once. What was monitored
// outside the crediting period is refused. Where the levy or the buffer would take
// tonnes that the place has claimed already, it is a [*DoubleClaimError].
func (a Account) Issue(x Issuance) (Account, error) {
	i, err := a.find(x.Batch)
	if err != nil {
		return Account{}, err
	}
	b, p := *a.batches[i], a.project
	in := newInput("issuance of batch " + words.Quote(x.Batch))
	in.units("units", int64(x.Units))
	in.day(x.On, b.v.On, "the day of the verification")
	in.withheld(x.Levy, x.Buffer)
	if err := in.faults.Err(); err != nil {
		return Account{}, err
	}
	switch most := issuable(b.owned(p), x.Levy, x.Buffer); {
	case b.issued.Units > 0:
		return Account{}, a.twice("issuance of batch", x.Batch)
	case b.v.Period.Start().Before(p.Crediting.Start()) || p.Crediting.End().Before(b.v.Period.End()):
		in.refuse("days monitored", days(b.v.Period),
			fmt.Sprintf("the crediting period is %s: nothing is issued for days outside it", days(p.Crediting)))
		return Account{}, in.faults.Err()
	case x.Units > most:
		in.refuse("units", x.Units, fmt.Sprintf("at most %d: own tonnes %s × (1 - %s levy - %s buffer), rounded down",
			int64(most), b.owned(p), x.Levy, x.Buffer))
		return Account{}, in.faults.Err()
	}
	b.issued = x
	if b.free(p).Sign() < 0 {
		return Account{}, a.doubleClaim(*a.batches[i], "issue", b.levy(p).Add(b.buffer(p)))
	}
	return a.with(i, b), nil
}
