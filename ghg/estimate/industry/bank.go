package industry

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Bank is what one refrigerant emits in a year, by all of it that came in since it was
// introduced: the worked example of the Refinement for 2F1, tier 2, whose columns A to Q are
// the symbols of the derivation. [Bank.Years] has all years.
type Bank struct {
	Use        words.Term // "mobile air conditioning"
	Gas        ghg.Gas
	Charging   estimate.Parameter // lost of what is filled into new equipment: 2 %
	InUse      estimate.Parameter // lost in a year of what equipment holds on 1 January: 0.1 1/yr
	Lifetime   int                // of equipment, in whole years
	Introduced int                // year in which the gas first came, or 0 where it is not known
	// Flows are those of each year from the first to the Year, none left out.
	Flows ghg.Years[Flow]
	Year  int
}

// Flow is what came and went of a refrigerant in a year. Each is stated, 0 kg where there was
// none.
type Flow struct {
	Produced, Imported, Exported         ghg.Quantity // A, B, C: in bulk
	EquipmentImported, EquipmentExported ghg.Quantity // D, E: in new equipment
	Recycled                             ghg.Quantity // N: recovered from retired equipment, and sold in the next year
	Destroyed, UsedExported              ghg.Quantity // O, P: of retired equipment
}

// Bounds of a bank: the derivation has ten columns of so many rows.
const mostLifetime = 60

var (
	bankTitle    = words.Term{En: "refrigerant of %s, by its bank", Ko: "%s 냉매(뱅크 기준)"}
	producedOf   = words.Term{En: "produced", Ko: "생산량"}
	bulkImported = words.Term{En: "imported in bulk", Ko: "벌크 수입량"}
	bulkExported = words.Term{En: "exported in bulk", Ko: "벌크 수출량"}
	newImported  = words.Term{En: "imported in new equipment", Ko: "신규 기기 수입분"}
	newExported  = words.Term{En: "exported in new equipment", Ko: "신규 기기 수출분"}
	recycledOf   = words.Term{En: "recycled", Ko: "재활용량"}
	destroyedOf  = words.Term{En: "destroyed", Ko: "파괴량"}
	usedExported = words.Term{En: "exported in used equipment", Ko: "중고 기기 수출분"}
	salesOf      = words.Term{En: "sold in bulk", Ko: "벌크 국내 판매량"}
	bankAtEnd    = words.Term{En: "held by equipment at the end of the year", Ko: "연말 뱅크"}
	refilledOf   = words.Term{En: "refilled into equipment in use", Ko: "사용 중 기기 재충전량"}
	retiredInIt  = words.Term{En: "filled into the equipment that is retired", Ko: "폐기 기기의 당초 충전량"}
)

// Title is the use.
func (b Bank) Title() words.Term { return bankTitle.With(b.Use) }

// Equation is that of the Refinement.
func (b Bank) Equation() string {
	return "IPCC 2019 Refinement V3 Ch7, calculation example for 2F1 tier 2 (eq. 7.10 to 7.14)"
}

// Work tells the flows, the bank of each year and what is emitted.
func (b Bank) Work(w *estimate.Worksheet) {
	s := b.stock(w)
	if w.Failed() {
		return
	}
	s.explain()
	last := s.years[len(s.years)-1]
	escapes(w, b.Gas, "H + L + Q", last.emitted())
	s.remarks()
}

// stock is a bank on a worksheet.
type stock struct {
	w     *estimate.Worksheet
	b     Bank
	from  int
	k, x  decimal.Decimal
	flows []flow
	years []bankYear
}

// flow is one of a year, in kg, in the order of the columns: A to E, N, O, P.
type flow [8]decimal.Decimal

// letters are the symbols of a flow.
var letters = [...]string{"A", "B", "C", "D", "E", "N", "O", "P"}

var flowTerms = [...]words.Term{producedOf, bulkImported, bulkExported, newImported, newExported, recycledOf, destroyedOf, usedExported}

func (f Flow) all() [8]ghg.Quantity {
	return [...]ghg.Quantity{f.Produced, f.Imported, f.Exported, f.EquipmentImported, f.EquipmentExported, f.Recycled, f.Destroyed,
		f.UsedExported}
}

// bankYear is a year, in kg, by the letters of the example.
type bankYear struct {
	opening, closing       decimal.Decimal
	f, g, h, j, k, l, m, q decimal.Decimal
	status                 ghg.Status
	emptied                bool
}

func (y bankYear) emitted() decimal.Decimal { return y.h.Add(y.l).Add(y.q) }

// stock tells the terms and works out the bank of each year.
func (b Bank) stock(w *estimate.Worksheet) *stock {
	s := &stock{w: w, b: b}
	named(w, "0", b.Use)
	held(w, b.Gas)
	if b.Lifetime < 1 || b.Lifetime > mostLifetime {
		w.Refuse("Lifetime", strconv.Itoa(b.Lifetime), "1 to 60 whole years are accepted")
	}
	if err := ghg.CheckYear("bank", b.Year); err != nil {
		w.RefuseError("Year", strconv.Itoa(b.Year), err)
	}
	first, ok := b.Flows.First()
	if !ok {
		w.Refuse("Flows", "", "flows by year (ghg.NewYears) are accepted")
		return s
	}
	s.from = first.Year
	if b.Year < s.from {
		w.Refuse("Year", strconv.Itoa(b.Year), fmt.Sprintf("a year from the first flow, of %d, on is accepted", s.from))
	}
	if b.Introduced > s.from {
		w.Refuse("Introduced", strconv.Itoa(b.Introduced), fmt.Sprintf(
			"a year no later than the first flow, of %d, is accepted; 0 where it is not known", s.from))
	}
	if w.Failed() {
		return s
	}
	s.k = w.Fraction("k", chargingOf, b.Charging)
	s.x = w.Parameter("x", inUseOf, b.InUse, perYear())
	if s.x.GreaterThan(one) {
		w.Refuse("x", b.InUse.Rate.String(), "no more than 1/yr is accepted: 15 % a year is 0.15 1/yr")
	}
	for year := s.from; year <= b.Year; year++ {
		s.read(year)
	}
	for i := 0; i < len(s.flows) && !w.Failed(); i++ {
		s.add(i)
	}
	return s
}

// read reads the flow of a year; what is missing of it is refused.
func (s *stock) read(year int) {
	of, err := s.b.Flows.Need(year)
	if err != nil {
		s.w.RefuseError("Flows["+strconv.Itoa(year)+"]", "", err)
		return
	}
	var out flow
	for i, q := range of.Value.all() {
		at := letters[i] + "[" + strconv.Itoa(year) + "]"
		if q.IsUnset() || q.Sign() < 0 {
			s.w.Refuse(at, asStated(q), "a mass from 0 on, as 1200 kg, is accepted: 0 kg where there was none")
			continue
		}
		m, err := q.Mass()
		if err != nil {
			s.w.RefuseError(at, q.String(), err)
			continue
		}
		out[i] = m.In(ghg.Kilogram)
	}
	s.flows = append(s.flows, out)
}

// add works out a year of the bank:
//
//	F = A + B - C + N of the year before      sold
//	K = min(leaks of the year before; F)      refilled; the rest, F - K, fills new equipment
//	J = (F - K) × (1 - k) + D - E             into the bank
//	L = bank on 1 January × x                 leaks
//	M = J of a lifetime before                retired
//	Bank = max(0; Bank before + J + K - L - M)
func (s *stock) add(i int) {
	in, at := s.flows[i], strconv.Itoa(s.from+i)
	var y bankYear
	of, _ := s.b.Flows.At(s.from + i)
	y.status = of.Status
	y.f = in[0].Add(in[1]).Sub(in[2])
	if i > 0 {
		before := s.years[i-1]
		y.status = max(y.status, before.status)
		y.f = y.f.Add(s.flows[i-1][5])
		y.opening = before.closing
		y.k = decimal.Min(before.opening.Mul(s.x), y.f)
	}
	if y.f.IsNegative() {
		s.w.Refuse("C["+at+"]", in[2].String()+" kg", "no more is exported in bulk than there is: the rest is in equipment")
		return
	}
	y.g = y.f.Sub(y.k)
	y.h = y.g.Mul(s.k)
	y.j = y.g.Sub(y.h).Add(in[3]).Sub(in[4])
	if y.j.IsNegative() {
		s.w.Refuse("E["+at+"]", in[4].String()+" kg", "no more is exported in new equipment than was filled and imported")
		return
	}
	y.l = y.opening.Mul(s.x)
	if i >= s.b.Lifetime {
		y.m = s.years[i-s.b.Lifetime].j
	}
	y.q = y.m.Sub(in[5]).Sub(in[6]).Sub(in[7])
	if y.q.IsNegative() {
		s.w.Refuse("M["+at+"]", y.m.String()+" kg", "no more is recycled, destroyed and exported than is in the equipment that is retired")
		return
	}
	y.closing = y.opening.Add(y.j).Add(y.k).Sub(y.l).Sub(y.m).Round(estimate.Places)
	if y.closing.IsNegative() {
		y.closing, y.emptied = decimal.Zero, true
	}
	s.years = append(s.years, y)
}
