package netzero

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Balance is a net-zero balance with its three claims.
type Balance struct {
	Account   Account `json:"account"`
	ClaimYear int     `json:"claimYear"` // from which the claims are made

	// Gross, Base and Removals are those of the account's years.
	Gross    ghg.YearFigure       `json:"gross"`
	Base     ghg.YearFigure       `json:"base"`
	Removals ghg.OfYear[ghg.CO2e] `json:"removals"`

	NetInside       ghg.CO2e `json:"netInside"`       // gross - removals
	NetWithRemovals ghg.CO2e `json:"netWithRemovals"` // gross - removals - removal offsets
	NetWithAll      ghg.CO2e `json:"netWithAll"`      // gross - removals - removal offsets - avoidance offsets
	// Residual is gross/base, the share of the base that is still emitted.
	Residual ghg.Ratio `json:"residual"`

	// ResidualCheck holds the residual share against its limit. The three
	// others are what may be claimed; see [NewBalance].
	ResidualCheck       Check `json:"residualCheck"`
	NetZeroInside       Check `json:"netZeroInside"`       // "net zero inside the boundary"
	NetZeroWithRemovals Check `json:"netZeroWithRemovals"` // "net zero with removal offsets"
	CarbonNeutral       Check `json:"carbonNeutral"`       // "carbon neutral with avoidance offsets"
}

// NewBalance makes the balance of the account's year, and judges the claims for
// the year from which a place makes them. The limit of the residual share is a
// [ResidualShare] threshold.
//
// Emissions with removals in them are refused with [ErrSinksCounted], a year
// that the emissions or the removals do not have with a [*ghg.NoFigureError], and
// a field that does not stand with [ghg.Faults]: all that is wrong at once.
//
// A claim passes where its net amount is zero or below, on an actual figure
// without gaps, of the claim's year or later, and on actual removals. On any
// other figure it cannot tell: a balance of an earlier year shows where the place
// stands. The two claims of net zero also need a residual share within the limit:
// net zero balances what cannot be cut, and a balance above the limit is [Warn].
// Being carbon neutral needs the balance alone.
func NewBalance(a Account, claim int, limit Threshold) (Balance, error) {
	if err := limit.need(CheckResidual, ResidualShare); err != nil {
		return Balance{}, err
	}
	b, err := a.read(claim)
	if err != nil {
		return Balance{}, err
	}
	b.NetInside, _ = b.Gross.CO2e.Sub(b.Removals.Value) // one metric: it was checked
	b.NetWithRemovals, _ = b.NetInside.Sub(a.RemovalOffsets)
	b.NetWithAll, _ = b.NetWithRemovals.Sub(a.AvoidanceOffsets)
	b.Residual = ghg.Quotient(b.Gross.CO2e.Tonnes(), b.Base.CO2e.Tonnes(), "")
	b.judge(limit)
	return b, nil
}

// judge fills in the checks.
func (b *Balance) judge(limit Threshold) {
	a := b.Account
	gross, base := b.Gross.CO2e.Tonnes(), b.Base.CO2e.Tonnes()
	within := gross.LessThanOrEqual(limit.Value().Mul(base))
	subject := fmt.Sprintf("%s, %d, for the claim from %d", a.Gross.Place(), a.Year, b.ClaimYear)
	of := strconv.Itoa(a.Year)
	if a.Gross.View().IsDeclared() {
		of += ", gross as stated by " + a.GrossBy
	}
	start := func(id CheckID, formula string, f Figure) Check {
		return Check{ID: id, Subject: subject, Formula: formula, Figures: []Figure{f},
			Covers: "the balance of " + of + "; not the quality of removals and credits, nor whether they last"}
	}
	c := start(CheckResidual, fmt.Sprintf("gross/base = %s/%s", gross, base), Figure{"residual share", b.Residual, "of the base"})
	c.Threshold, c.Result = limit, Fail
	if within {
		c.Result = Pass
	}
	c.says(because.residual.With(percent(b.Residual), limit.Measure().term(limit.Value())))
	if why := b.notFinal(); why.En != "" {
		c.adds("; ", why)
		c = c.untold()
	}
	b.ResidualCheck = c

	cut, bought, avoided := b.Removals.Value.Tonnes(), a.RemovalOffsets.Tonnes(), a.AvoidanceOffsets.Tonnes()
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
	c.says(because.balance.With(net))
	why := b.notFinal()
	if s := b.Removals.Status; why.En == "" && s != ghg.Actual {
		why = because.removals.With(words.Term{En: s.String(), Ko: s.Korean()})
	}
	switch {
	case why.En != "":
		c.adds("; ", why)
		return c.untold()
	case net.Sign() > 0:
		c.Result = Fail
	case exceeded:
		c.Result = Warn
		c.adds("", because.exceeded.With(percent(b.Residual)))
	default:
		c.Result = Pass
	}
	return c
}

// notFinal is why the figure supports no claim, or nothing.
func (b *Balance) notFinal() words.Term {
	f := b.Gross
	switch gaps := len(f.Coverage.Gaps); {
	case f.Year < b.ClaimYear:
		return because.notYet.With(f.Year, b.ClaimYear)
	case f.Status != ghg.Actual:
		return because.notActual.With(words.Term{En: f.Status.String(), Ko: f.Status.Korean()})
	case gaps > 0:
		return because.gaps.With(words.Term{En: plural(gaps, "gap"), Ko: strconv.Itoa(gaps) + "개"})
	}
	return words.Term{}
}

// Checks are the residual share and the three claims.
func (b Balance) Checks() []Check {
	return []Check{b.ResidualCheck, b.NetZeroInside, b.NetZeroWithRemovals, b.CarbonNeutral}
}

// String is the balance in one line.
func (b Balance) String() string {
	if b.Account.Gross.Place() == "" {
		return "no balance"
	}
	return fmt.Sprintf("%s in %d: net %s inside the boundary, %s with removal offsets, %s with all offsets",
		b.Account.Gross.Place(), b.Account.Year, b.NetInside, b.NetWithRemovals, b.NetWithAll)
}

// Details lists the residual share and the claims, each as a check.
func (b Balance) Details() string {
	out := b.String() + "\n"
	for _, c := range b.Checks() {
		out += "\n" + c.Details()
	}
	return out
}
