package netzero

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// Account is what a net-zero balance is made of. Removals and offsets are kept
// apart, as the Net Zero Tracker asks of pledges: what a place removes inside
// its own boundary is no credit bought elsewhere, and a credit for avoided
// emissions removes nothing.
//
// All amounts are on one metric; 0 has to be said, as 0 tCO2e on that metric.
// Removals and offsets are positive amounts.
type Account struct {
	Place ghg.PlaceID
	// Gross are the year's emissions inside the boundary, before removals.
	Gross ghg.YearFigure
	// Removals are what was taken out of the air inside the boundary.
	Removals ghg.CO2e
	// RemovalOffsets and AvoidanceOffsets are credits retired for the year: for
	// removals, and for emissions avoided or reduced elsewhere.
	RemovalOffsets, AvoidanceOffsets ghg.CO2e
	// Base are the gross emissions of the base year, in the same boundary.
	Base ghg.CO2e
}

// Balance is a net-zero balance with its three claims.
type Balance struct {
	Account Account
	Year    int // of the claim

	NetInside       ghg.CO2e // gross - removals
	NetWithRemovals ghg.CO2e // gross - removals - removal offsets
	NetWithAll      ghg.CO2e // gross - removals - removal offsets - avoidance offsets
	// Residual is gross/base, the share of the base that is still emitted.
	Residual ghg.Ratio

	// ResidualCheck holds the residual share against its limit. The three
	// others are what may be claimed; see [NewBalance].
	ResidualCheck       Check
	NetZeroInside       Check // "net zero inside the boundary"
	NetZeroWithRemovals Check // "net zero with removal offsets"
	CarbonNeutral       Check // "carbon neutral with avoidance offsets"
}

// NewBalance makes the balance of a year, and judges the claims for the year
// from which a place makes them. The limit of the residual share is a
// [ResidualShare] threshold. All that does not stand in an account is returned at
// once as [ghg.Faults].
//
// A claim passes where its net amount is zero or below, on an actual figure
// without gaps, of the claim's year or later. On any other figure it cannot
// tell: a balance of an earlier year shows where the place stands. The two
// claims of net zero also need a residual share within the limit: net zero
// balances what cannot be cut, and a balance above the limit is [Warn]. Being
// carbon neutral needs the balance alone.
func NewBalance(a Account, year int, limit Threshold) (Balance, error) {
	if err := limit.need(CheckResidual, ResidualShare); err != nil {
		return Balance{}, err
	}
	if err := a.check(year); err != nil {
		return Balance{}, err
	}
	a.Gross.Coverage.Gaps = append([]ghg.Category(nil), a.Gross.Coverage.Gaps...)
	b := Balance{Account: a, Year: year}
	b.NetInside, _ = a.Gross.CO2e.Sub(a.Removals) // one metric: it was checked
	b.NetWithRemovals, _ = b.NetInside.Sub(a.RemovalOffsets)
	b.NetWithAll, _ = b.NetWithRemovals.Sub(a.AvoidanceOffsets)
	b.Residual = ghg.Quotient(a.Gross.CO2e.Tonnes(), a.Base.Tonnes(), "")
	b.judge(limit)
	return b, nil
}

// check refuses an account that no balance can be made of.
func (a *Account) check(year int) error {
	of := fmt.Sprintf("balance of %s", words.Quote(string(a.Place)))
	var faults ghg.Faults
	if a.Place == "" || len(a.Place) > maxText {
		faults.Refuse(of, "place", "", "say whose balance it is")
	} else {
		faults.CleanPlace(of, "place", &a.Place)
	}
	faults.RefuseYear(of, "claim's year", year)
	faults.RefuseYear(of, "gross.year", a.Gross.Year)
	if a.Gross.Status > ghg.Projected {
		faults.Refuse(of, "gross.status", a.Gross.Status.String(), "a status that exists is needed")
	}
	for _, f := range []struct {
		name   string
		amount ghg.CO2e
	}{
		{"gross", a.Gross.CO2e}, {"removals", a.Removals},
		{"removal offsets", a.RemovalOffsets}, {"avoidance offsets", a.AvoidanceOffsets}, {"base", a.Base},
	} {
		if err := exact.CheckResult(f.amount.Tonnes()); err != nil {
			faults.Refuse(of, f.name, "", err.Error())
			continue
		}
		if _, err := f.amount.Cmp(a.Gross.CO2e); err != nil {
			faults.Refuse(of, f.name, f.amount.String(), err.Error()+"; where there is nothing, say 0 on the metric of the rest")
		}
		if f.amount.Sign() < 0 {
			faults.Refuse(of, f.name, f.amount.String(),
				"an amount of zero or above is needed: removals and offsets are positive, and gross emissions count none of them")
		}
	}
	if a.Base.Sign() == 0 {
		faults.Refuse(of, "base", a.Base.String(), "the gross emissions of the base year, above zero, are needed")
	}
	return faults.Err()
}

// judge fills in the checks.
func (b *Balance) judge(limit Threshold) {
	a := b.Account
	gross, base := a.Gross.CO2e.Tonnes(), a.Base.Tonnes()
	within := gross.LessThanOrEqual(limit.Value().Mul(base))
	subject := fmt.Sprintf("%s, %d, for the claim from %d", a.Place, a.Gross.Year, b.Year)
	start := func(id CheckID, formula string, f Figure) Check {
		return Check{ID: id, Subject: subject, Formula: formula, Figures: []Figure{f},
			Covers: fmt.Sprintf("the balance of %d; not the quality of removals and credits, nor whether they last", a.Gross.Year)}
	}
	c := start(CheckResidual, fmt.Sprintf("gross/base = %s/%s", gross, base), figureOf("residual share", b.Residual, "of the base"))
	c.Threshold, c.Result = limit, Fail
	if within {
		c.Result = Pass
	}
	c.Reason = fmt.Sprintf("%s of the base is still emitted, where %s is allowed", percent(b.Residual), limit.Measure().text(limit.Value()))
	if why := b.notFinal(); why != "" {
		c = c.cannotTell("%s; %s", c.Reason, why)
	}
	b.ResidualCheck = c

	cut, bought, avoided := a.Removals.Tonnes(), a.RemovalOffsets.Tonnes(), a.AvoidanceOffsets.Tonnes()
	inside := fmt.Sprintf("gross - removals = %s - %s", gross, cut)
	removals := fmt.Sprintf("gross - removals - removal offsets = %s - %s - %s", gross, cut, bought)
	all := fmt.Sprintf("gross - removals - removal offsets - avoidance offsets = %s - %s - %s - %s", gross, cut, bought, avoided)
	net := start(CheckNetZeroInside, inside, amount("net inside the boundary", b.NetInside))
	b.NetZeroInside = b.claim(net, b.NetInside, limit, !within)
	net = start(CheckNetZeroRemovals, removals, amount("net with removal offsets", b.NetWithRemovals))
	b.NetZeroWithRemovals = b.claim(net, b.NetWithRemovals, limit, !within)
	net = start(CheckCarbonNeutral, all, amount("net with all offsets", b.NetWithAll))
	b.CarbonNeutral = b.claim(net, b.NetWithAll, Threshold{}, false)
}

// claim judges one claim by its net amount. A limit given was exceeded or not.
func (b *Balance) claim(c Check, net ghg.CO2e, limit Threshold, exceeded bool) Check {
	c.Threshold = limit
	c.Reason = fmt.Sprintf("the balance is %s", net)
	switch {
	case b.notFinal() != "":
		return c.cannotTell("%s; %s", c.Reason, b.notFinal())
	case net.Sign() > 0:
		c.Result = Fail
	case exceeded:
		c.Result = Warn
		c.Reason += fmt.Sprintf(", but %s of the base is still emitted, above the limit: what can be cut is not residual", percent(b.Residual))
	default:
		c.Result = Pass
	}
	return c
}

// notFinal is why the figure supports no claim, or "".
func (b *Balance) notFinal() string {
	f := b.Account.Gross
	switch gaps := len(f.Coverage.Gaps); {
	case f.Year < b.Year:
		return fmt.Sprintf("the figure is of %d, and the claim is for %d: it shows where the place stands, and no more", f.Year, b.Year)
	case f.Status != ghg.Actual:
		return fmt.Sprintf("the figure is %s: only an actual one supports a claim", f.Status)
	case gaps > 0:
		return fmt.Sprintf("the figure has %s: what is missing is not 0", plural(gaps, "gap"))
	}
	return ""
}

// Checks are the residual share and the three claims.
func (b Balance) Checks() Checks {
	return Checks{b.ResidualCheck, b.NetZeroInside, b.NetZeroWithRemovals, b.CarbonNeutral}
}

// String is the balance in one line.
func (b Balance) String() string {
	if b.Account.Place == "" {
		return "no balance"
	}
	return fmt.Sprintf("%s in %d: net %s inside the boundary, %s with removal offsets, %s with all offsets",
		b.Account.Place, b.Account.Gross.Year, b.NetInside, b.NetWithRemovals, b.NetWithAll)
}

// Explain writes the residual share and the claims as their arithmetic.
func (b Balance) Explain() string {
	out := b.String() + "\n"
	for _, c := range b.Checks() {
		out += "\n" + c.Explain()
	}
	return out
}
