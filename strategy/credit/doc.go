// Package credit keeps account of the credits of a reduction project and of the
// allowances of a trading scheme, so that no tonne is both sold and claimed.
//
// # Terms
//
// A [LandfillGas] project turns monitored gas into a computed reduction. A
// [Verification] is what a verifier confirms of a [Project], whole; with what
// the programme issues for it, it is a batch. An [Account] keeps the batches
// for one place. [Credits] are units that stand for a reduction (CDM CER, KOC);
// [Allowances] are permits to emit (KAU); [Offsets] are credits converted for
// surrender (KCU). The three are three types, and do not add.
//
// # From gas to claim
//
// Every step is a figure of its own. None stands for another:
//
//	computed     CH4 destroyed × (1 - burnt anyway) × (1 - oxidation) × GWP - project emissions
//	verified     at most computed; of the whole project
//	owned        verified × own share; the rest is the partner's
//	issued       at most owned × (1 - levy - buffer), rounded down to whole tonnes
//	held         issued - sold - retired - cancelled - converted
//	claimable    owned - levy - buffer - sold - cancelled - converted - claimed
//
// Of 260,000 t verified and a share of 78.51 %, 204,126 t are the place's. When
// all are sold the place may claim 0 t, not 55,874 t: those are the partner's,
// less what the partner sold.
//
// A unit that is retired stays claimable: it was retired for the place's own
// claim. A unit that is cancelled is nobody's. A unit that is converted is spent
// in the trading scheme. What was owned and not issued may be claimed.
//
// # Two bases
//
// A claim by units is made of the place's own tonnes that nobody else has:
// [Account.Claim], [Account.Reductions]. By inventory, the total of the
// territory falls by all that was verified, whoever sold it; a goal in
// accountable emissions then adds back what others count: [Position.AddBack],
// and [Account.SoldUnits] for [target.Adjustments]. To take the fall and not to
// add back claims the sold tonnes twice. So does adding the reductions of a
// claim to the fall of the inventory.
//
// What the partner sold is one of three: nothing, an amount, or unknown. Unknown
// is not nothing: figures over the whole project are refused with their bounds.
//
// # Trading account
//
//	held         at hand + bought - repaid          at hand: allocated + carried in
//	due          verified emissions, whole tonnes
//	surplus      held - due
//	uncovered    due - surrendered - offsets
//	balance      at hand + bought + borrowed = surrendered + sold + banked + cancelled + repaid
//	offsets      at most limit × due, rounded down
//
// A surplus is not a reduction, and nothing here makes one of it. Limits on
// banking and borrowing are the scheme's and are not checked.
//
// # Money
//
// Revenue is summed in one currency and the prices of one year. Money received
// in another joins by the exchange stated with the sale. An implied price is
// revenue/units, rounded once, half away from zero, to 8 decimal places.
// A [Forecast] enters no account and no sum.
//
// # Exactness
//
// Tonnes are exact. Units are whole. A reduction verified has at most 6 decimal
// places of a tonne, a share is in whole millionths of a percent. Amounts on two
// metrics do not meet; an account is kept on one.
//
// # What is refused
//
// A field that does not stand is a [ghg.Fault], all of an entry at once; such are
// units issued for days outside the crediting period, a figure by year of a batch
// of several, and a programme whose credits do not convert. An ID entered before
// is a [*ghg.TwiceError], a batch or claim that is not there a
// [*ghg.UnknownError], revenue in another currency without an exchange a
// [*strategy.MoneyMismatchError]. Each with its numbers are a [*NotHeldError]
// (sold, retired or cancelled twice), a [*DoubleClaimError], a
// [*PartnerSalesError], a [*BalanceError] and an [*OffsetLimitError]. Whatever is
// refused changes nothing.
//
// # What is not an error
//
// To sell to an entity under a trading scheme is a [FindingDoubleClaim]: the
// place sold, and its inventory still shows the reduction. A project that emits
// more than it saves has a reduction below zero, which nobody verifies. Fewer
// units issued than possible, and fewer surrendered than due, stand as entered.
//
// # Sources
//
// The steps of a landfill-gas project follow the CDM methodology ACM0001,
// Flaring or use of landfill gas. Units sold, retired and cancelled follow the
// GHG Protocol Mitigation Goal Standard (2014), double counting across borders
// Article 6 of the Paris Agreement. That 1 KOC = 1 KCU = 1 KAU = 1 tCO2e, and
// that only an entity with an allocation converts, is the practice of the K-ETS
// as the Korean press reports it. Limits and shares are the caller's to state.
package credit
