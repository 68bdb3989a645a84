package credit

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Programme is the crediting programme that issues the credits, as data.
type Programme struct {
	Name string `json:"name"` // "CDM CER", "KOC"
	// OffsetName is what an entity under a trading scheme converts the credits
	// to, one for one: "KCU" for a KOC. Empty where they cannot be converted.
	OffsetName string `json:"offsetName,omitempty"`
}

// Project is a crediting project of a place, and of a partner where it owns
// only a share of it.
type Project struct {
	ID          string      `json:"id"`
	Place       ghg.PlaceID `json:"place"`
	Programme   Programme   `json:"programme"`
	Methodology string      `json:"methodology,omitempty"`
	Crediting   ghg.Period  `json:"crediting,omitzero"` // crediting period: nothing monitored outside it is issued
	Metric      ghg.Metric  `json:"metric"`             // that the programme counts in
	Own         ghg.Share   `json:"own"`                // the place's share of the units; the rest is the partner's
	Partner     string      `json:"partner,omitempty"`  // who owns the rest; empty where Own is 100%
	Source      string      `json:"source,omitempty"`
}

// of says in messages which project is meant.
func (p Project) of() string { return "project " + words.Quote(p.ID) }

// check refuses a project that no account can be kept for.
func (p *Project) check() error {
	in := newInput(p.of())
	in.text("id", p.ID)
	in.place(&p.Place)
	in.text("programme", p.Programme.Name)
	in.text("methodology", p.Methodology)
	if p.Crediting.IsZero() {
		in.refuse("crediting period", p.Crediting, "its first and last day are needed")
	}
	in.metric(p.Metric)
	in.fraction("own share", p.Own)
	if in.faults.Len() == 0 && (p.Partner == "") != p.whole() {
		in.refuse("partner", p.Partner,
			fmt.Sprintf("a name is needed where the own share is below 100%%, and none where it is not; it is %s", p.Own))
	}
	return in.faults.Err()
}

// whole reports whether the place owns all of the project.
func (p Project) whole() bool { return p.Own.Complement().Fraction().IsZero() }

var errNoAccount = errors.New("no account: make one with credit.NewAccount")

// days is a period with its days spelled out.
func days(p ghg.Period) string { return p.Start().String() + " to " + p.End().String() }
