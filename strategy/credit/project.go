package credit

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Programme is the crediting programme that issues the credits, as data.
type Programme struct {
	Name string // "CDM CER", "KOC"
	// OffsetName is what an entity under a trading scheme converts the credits
	// to, one for one: "KCU" for a KOC. Empty where they cannot be converted.
	OffsetName string
}

// Project is a crediting project of a place, and of a partner where it owns
// only a share of it.
type Project struct {
	ID          string
	Place       ghg.PlaceID
	Programme   Programme
	Methodology string
	Crediting   ghg.Period // crediting period: nothing monitored outside it is issued
	Metric      ghg.Metric // that the programme counts in
	Own         ghg.Share  // the place's share of the units; the rest is the partner's
	Partner     string     // who owns the rest; empty where Own is 100%
	Source      string
}

// check refuses a project that no account can be kept for.
func (p Project) check() error {
	in := inputs{of: fmt.Sprintf("project %.60q", p.ID)}
	in.text("ID", p.ID)
	in.text("place", string(p.Place))
	in.text("programme", p.Programme.Name)
	in.text("methodology", p.Methodology)
	if p.Crediting.IsZero() {
		in.refuse("crediting period", p.Crediting, "its first and last day are needed")
	}
	if p.Metric.IsZero() {
		in.errs = append(in.errs, fmt.Errorf("%s: %w", in.of, ghg.ErrNoMetric))
	}
	in.fraction("own share", p.Own)
	if len(in.errs) == 0 && (p.Partner == "") != p.whole() {
		in.refuse("partner", p.Partner, fmt.Sprintf("a name is needed where the own share is below 100%%, and none where it is not; it is %s", p.Own))
	}
	return in.err()
}

// whole reports whether the place owns all of the project.
func (p Project) whole() bool { return p.Own.Complement().Fraction().IsZero() }

// ErrNoAccount says that the zero Account was used.
var ErrNoAccount = errors.New("no account: make one with credit.NewAccount")

// CreditingPeriodError says that credits were to be issued for days outside the
// crediting period.
type CreditingPeriodError struct {
	Project              string
	Monitored, Crediting ghg.Period
}

func (e *CreditingPeriodError) Error() string {
	return fmt.Sprintf("project %.60q: monitored %s, but the crediting period is %s: nothing is issued for days outside it", e.Project, days(e.Monitored), days(e.Crediting))
}

// days is a period with its days spelled out.
func days(p ghg.Period) string { return p.Start().String() + " to " + p.End().String() }
