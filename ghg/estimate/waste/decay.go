package waste

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// DecayPlaces are the decimal places of e^-k.
const DecayPlaces = 30

// decay is a landfill on a worksheet: the carbon that is left in each year.
type decay struct {
	w        *estimate.Worksheet
	l        Landfill
	from, to int // the years of the columns
	streams  []stream
	f, ox    decimal.Decimal
	toCH4    methane
}

// stream is one of them.
type stream struct {
	Stream
	suffix         string            // "_3" of its symbols; "" of a single one
	deposits       []decimal.Decimal // t by year, from the first of the landfill on
	doc, docf, mcf decimal.Decimal
	content        decimal.Decimal   // DOC × DOCf × MCF
	left, remained decimal.Decimal   // Left and Decay
	carbon         []decimal.Decimal // H, by year
	fresh, aged    decimal.Decimal   // CH4 × M_C in the year, of a t of deposit and of a t of carbon left before
	keeps          decimal.Decimal   // t C of a t of waste that are stored for long
}

var (
	depositOf    = words.Term{En: "waste deposited", Ko: "매립량"}
	kOf          = words.Term{En: "rate of decay", Ko: "분해속도상수(k)"}
	remainedOf   = words.Term{En: "what a year leaves, e^-k", Ko: "1년 뒤 잔존율(e^-k)"}
	monthsOf     = words.Term{En: "months of decay in the year of deposit", Ko: "매립한 해의 분해 개월수"}
	leftOf       = words.Term{En: "what the year of deposit leaves", Ko: "매립한 해 말의 잔존율"}
	carbonOf     = words.Term{En: "carbon left that decays, at the end of the year", Ko: "연말에 남은 분해가능 탄소"}
	decomposedOf = words.Term{En: "carbon decomposed", Ko: "분해된 탄소"}
	perYear      = estimate.RateUnitOf("1/yr")
)

// decay tells the terms to a worksheet, and works out the carbon of each year.
func (l Landfill) decay(w *estimate.Worksheet) *decay {
	d := &decay{w: w, l: l, streams: make([]stream, len(l.Streams))}
	d.choices()
	if w.Failed() { // there are no rows for the columns
		return d
	}
	d.index()
	d.f = w.Fraction("F", fOf, l.F)
	d.ox = w.Fraction("OX", oxOf, l.OX)
	if l.Timing.countsYear() && l.Timing != DepositYear {
		w.Number("Months", monthsOf, "", "M = "+strconv.Itoa(int(l.Timing)), decimal.NewFromInt(l.Timing.months()))
	}
	known := map[string]decimal.Decimal{} // e^x by x: streams share their k
	for i := range d.streams {
		s := &d.streams[i]
		s.doc, s.docf, s.mcf = s.Material.content(w, s.suffix)
		s.content = s.doc.Mul(s.docf).Mul(s.mcf)
		d.rates(s, known)
		d.columns(s)
	}
	return d
}

// choices refuses what is not chosen, and years and deposits that do not stand.
func (d *decay) choices() {
	w, l := d.w, d.l
	if !l.Edition.Valid() {
		w.Refuse("Edition", "", fmt.Sprintf("%s or %s is accepted", estimate.IPCC2006, estimate.IPCC2019))
	}
	if !l.Timing.valid() {
		w.Refuse("Timing", strconv.Itoa(int(l.Timing)), "waste.NextJanuary (IPCC), a start month waste.Timing(7) to (13), "+
			"waste.DepositYear (GPC 8.2, CDM) or waste.EarlierDeposits is accepted")
	}
	d.toCH4 = l.Ratio.on(w)
	if !l.Excess.valid() {
		w.Refuse("Excess", strconv.Itoa(int(l.Excess)), "waste.RefuseExcess, waste.ClampExcess or waste.KETSRecovery is accepted")
	}
	if err := ghg.CheckYear("landfill", l.Year); err != nil {
		w.RefuseError("Year", strconv.Itoa(l.Year), err)
	}
	parts := 0
	for _, s := range l.Streams {
		parts += len(s.Composition)
	}
	if n := len(l.Streams); n == 0 || n > mostStreams || 3*n+parts > 4*mostStreams {
		w.Refuse("Streams", strconv.Itoa(n), "1 to 20 streams of waste are accepted, "+
			"and fewer where they have compositions of more than 20 parts in all")
		return
	}
	d.to = l.Year
	for i := range d.streams {
		s := &d.streams[i]
		if s.Stream = l.Streams[i]; len(l.Streams) > 1 {
			s.suffix = "_" + strconv.Itoa(i+1)
		}
		first, ok := s.Deposits.First()
		if !ok {
			w.Refuse("W"+s.suffix, s.name().En, "deposits by year (ghg.NewYears) are accepted")
			continue
		}
		if d.from == 0 || first.Year < d.from {
			d.from = first.Year
		}
	}
	if w.Failed() {
		return
	}
	if l.Opened > d.from {
		w.Refuse("Opened", strconv.Itoa(l.Opened), fmt.Sprintf(
			"a year no later than the first deposit, of %d, is accepted; 0 where it is not known", d.from))
	}
	if l.Year < d.from {
		w.Refuse("Year", strconv.Itoa(l.Year), fmt.Sprintf("a year from the first deposit, of %d, on is accepted", d.from))
		return
	}
	for i := range d.streams {
		d.deposits(&d.streams[i])
	}
}

// deposits are the tonnes of each year; each that is missing is refused.
func (d *decay) deposits(s *stream) {
	w, symbol := d.w, "W"+s.suffix
	first, _ := s.Deposits.First()
	last, _ := s.Deposits.Last()
	if s.Ended != 0 && (s.Ended < first.Year || s.Ended < last.Year) {
		w.Refuse(symbol, strconv.Itoa(s.Ended), fmt.Sprintf(
			"deposits that end no earlier than the last one stated, of %d, are accepted", last.Year))
		return
	}
	s.deposits = make([]decimal.Decimal, d.l.Year-d.from+1)
	for year := max(first.Year, d.from); year <= d.l.Year; year++ {
		of, ok := s.Deposits.At(year)
		at := symbol + "[" + strconv.Itoa(year) + "]"
		switch {
		case ok:
			s.deposits[year-d.from] = d.tonnes(at, of.Value)
		case s.Ended != 0 && year > s.Ended: // none
		case year == d.l.Year && !d.l.Timing.countsYear():
			d.to = year - 1 // it is not asked
		default:
			w.Refuse(at, s.name().En, "the deposit of each year up to the last that counts is accepted: 0 t where there was none, a projection, "+
				"or the year in which deposits ended (Ended)")
		}
	}
}

// tonnes is a deposit in t.
func (d *decay) tonnes(at string, q ghg.Quantity) decimal.Decimal {
	if q.IsUnset() || q.Sign() < 0 {
		d.w.Refuse(at, q.String(), "an amount of wet waste from 0 on, as 1200 t, is accepted")
		return decimal.Zero
	}
	m, err := q.Mass()
	if err != nil {
		d.w.RefuseError(at, q.String(), err)
	}
	return m.Tonnes()
}

// index tells the years of the columns.
func (d *decay) index() {
	if !d.w.Explaining() {
		return
	}
	rows := make([]derivation.Row, 0, d.to-d.from+1)
	for year := d.from; year <= d.to; year++ {
		rows = append(rows, derivation.Row{ID: strconv.Itoa(year)})
	}
	d.w.Sheet().Index("y", rows...)
}

// rates tells k, and what a year and the year of deposit leave.
func (d *decay) rates(s *stream, known map[string]decimal.Decimal) {
	w := d.w
	power := func(x decimal.Decimal) decimal.Decimal {
		text := x.String()
		e, ok := known[text]
		if !ok {
			var err error
			if e, err = exact.Exp(x, DecayPlaces); err != nil {
				w.RefuseError("k"+s.suffix, s.K.String(), err)
			}
			known[text] = e
		}
		return e
	}
	k := w.Parameter("k"+s.suffix, labelled(w, kOf, s.name(), s.suffix), s.K, perYear())
	s.remained = w.Computed("Decay"+s.suffix, labelled(w, remainedOf, s.name(), s.suffix), "", "exp(-k"+s.suffix+")",
		derivation.ToPlaces(DecayPlaces), power(k.Neg()))
	s.left = one
	switch d.l.Timing {
	case NextJanuary:
	case DepositYear, EarlierDeposits:
		s.left = s.remained
	default:
		exponent := k.Neg().Mul(decimal.NewFromInt(d.l.Timing.months())).DivRound(twelve, 2*DecayPlaces)
		s.left = w.Computed("Left"+s.suffix, labelled(w, leftOf, s.name(), s.suffix), "", "exp(-k"+s.suffix+" × Months / 12)",
			derivation.ToPlaces(DecayPlaces), power(exponent))
	}
}

// columns works out the carbon that is left, year by year.
func (d *decay) columns(s *stream) {
	s.carbon = left(s.deposits[:d.to-d.from+1], s.content.Mul(s.left), s.remained)
	toCH4 := d.f.Mul(d.toCH4.by)
	s.fresh = s.content.Mul(one.Sub(s.left)).Mul(toCH4)
	s.aged = one.Sub(s.remained).Mul(toCH4)
	s.keeps = s.doc.Mul(one.Sub(s.docf)).Mul(s.mcf)
	if !d.w.Explaining() {
		return
	}
	sheet, n := d.w.Sheet(), d.to-d.from+1
	given := sheet.Given("W"+s.suffix, labelled(d.w, depositOf, s.name(), s.suffix), "t", "", derivation.Numbers(s.deposits[:n]...)...)
	given.Index = "y"
	for i := range given.Values {
		given.Values[i].Source = s.source(d.from + i)
	}
	content, at := "DOC"+s.suffix+" × DOCf"+s.suffix+" × MCF"+s.suffix, "[y]"
	formula := "W" + s.suffix + at + " × " + content + s.leaves(d.l.Timing) + " + H" + s.suffix + "[y - 1] × Decay" + s.suffix
	left := sheet.Computed("H"+s.suffix, labelled(d.w, carbonOf, s.name(), s.suffix), "t C", formula, estimate.Rounded,
		derivation.Numbers(s.carbon...)...)
	left.Index, left.Equation = "y", d.l.Equation()
}

// leaves is the factor of what the year of deposit leaves.
func (s *stream) leaves(t Timing) string {
	switch t {
	case NextJanuary:
		return ""
	case DepositYear, EarlierDeposits:
		return " × Decay" + s.suffix
	}
	return " × Left" + s.suffix
}

// source is that of a deposit.
func (s *stream) source(year int) string {
	of, ok := s.Deposits.At(year)
	switch {
	case !ok && s.Ended != 0 && year > s.Ended:
		return fmt.Sprintf("deposits ended in %d", s.Ended)
	case !ok:
		return "before the first deposit of the stream"
	case of.Value.Unit() != ghg.Tonne.Unit():
		return strings.TrimPrefix(of.Source+"; stated as "+of.Value.String(), "; ")
	}
	return of.Source
}

// generated is the methane of a stream in a year, in t CH4.
func (d *decay) generated(s *stream, year int) (n decimal.Decimal) {
	i := year - d.from
	if i > 0 {
		n = s.carbon[i-1].Mul(s.aged)
	}
	if d.l.Timing.countsYear() && !s.deposits[i].IsZero() {
		n = n.Add(s.deposits[i].Mul(s.fresh))
	}
	return n.DivRound(d.toCH4.over, estimate.Places)
}

// explain tells the carbon of the stream that decomposes in the year, and gives the formula
// of the methane that it makes.
func (d *decay) explain(s *stream) string {
	var parts []string
	var n decimal.Decimal
	x, year, i := s.suffix, strconv.Itoa(d.l.Year), d.l.Year-d.from
	if d.l.Timing.countsYear() {
		left := strings.TrimPrefix(s.leaves(d.l.Timing), " × ")
		parts = append(parts, "W"+x+"["+year+"] × DOC"+x+" × DOCf"+x+" × MCF"+x+" × (1 - "+left+")")
		n = s.deposits[i].Mul(s.content).Mul(one.Sub(s.left))
	}
	if i > 0 {
		n = n.Add(s.carbon[i-1].Mul(one.Sub(s.remained)))
		parts = append(parts, "H"+x+"["+strconv.Itoa(d.l.Year-1)+"] × (1 - Decay"+x+")")
	}
	if len(parts) == 0 {
		parts = append(parts, "0") // the first year, of which nothing decays yet
	}
	d.w.Computed("Decomposed"+x, labelled(d.w, decomposedOf, s.name(), x), "t C", strings.Join(parts, " + "), estimate.Exactly, n)
	return "Decomposed" + x + " × F" + d.toCH4.formula
}

// stored is the carbon of the deposits of the year that does not decay, in t C, where they are
// all stated.
func (d *decay) stored(year int) (n decimal.Decimal, ok bool) {
	if year > d.to {
		return n, false
	}
	for i := range d.streams {
		s := &d.streams[i]
		n = n.Add(s.deposits[year-d.from].Mul(s.keeps))
	}
	return n.Round(estimate.Places), true
}

// explainStored tells the carbon that is stored for long, for information.
func (d *decay) explainStored() {
	n, ok := d.stored(d.l.Year)
	if !ok || !d.w.Explaining() {
		return
	}
	parts := make([]string, len(d.streams))
	for i, s := range d.streams {
		parts[i] = fmt.Sprintf("W%[1]s[%[2]d] × DOC%[1]s × (1 - DOCf%[1]s) × MCF%[1]s", s.suffix, d.l.Year)
	}
	d.w.Computed("Stored", storedOf, "t C", strings.Join(parts, " + "), estimate.Rounded, n)
}
