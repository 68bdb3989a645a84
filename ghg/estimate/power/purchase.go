package power

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Carrier is what a network supplies.
type Carrier uint8

// The carriers.
const (
	Electricity Carrier = iota + 1
	Heat
	Steam
	Cooling
)

var carriers = [...]words.Term{
	{En: "carrier not stated", Ko: "구분 미기재"}, {En: "electricity", Ko: "전기"}, {En: "heat", Ko: "열"},
	{En: "steam", Ko: "스팀"}, {En: "cooling", Ko: "냉열"},
}

// valid reports whether it is one of the carriers.
func (c Carrier) valid() bool { return c > 0 && int(c) < len(carriers) }

// term is the name in both languages.
func (c Carrier) term() words.Term { return named(carriers[:], int(c)) }

// String is the name in English: "electricity".
func (c Carrier) String() string { return c.term().En }

// Korean is the name in Korean.
func (c Carrier) Korean() string { return c.term().Ko }

// unit is that of amounts where the factor does not say it.
func (c Carrier) unit() ghg.Unit {
	if c == Electricity || !c.valid() {
		return ghg.MegawattHour
	}
	return ghg.Terajoule
}

// HeatRule says which heat, steam and cooling is an indirect emission of who takes it.
type HeatRule uint8

// The rules.
const (
	// AllSupplied counts all of a network, whatever it is made from: GPC, GHG Protocol.
	AllSupplied HeatRule = iota + 1
	// MadeFromFuelOrElectricity counts only that of which the heat is of fuel or
	// electricity: 탄소중립기본법 제2조.
	MadeFromFuelOrElectricity
)

// valid reports whether it is one of the rules.
func (r HeatRule) valid() bool { return r == AllSupplied || r == MadeFromFuelOrElectricity }

var heatRules = [...]words.Term{
	{En: "rule not stated", Ko: "산입 규칙 미기재"}, {En: "all supplied", Ko: "전체 공급"},
	{En: "made from fuel or electricity", Ko: "연료·전기로 만든 열"},
}

// term is the name in both languages.
func (r HeatRule) term() words.Term { return named(heatRules[:], int(r)) }

// String is the name in English: "all supplied".
func (r HeatRule) String() string { return r.term().En }

// Korean is the name in Korean.
func (r HeatRule) Korean() string { return r.term().Ko }

// Origin is what heat is made from.
type Origin uint8

// The origins.
const (
	FromFuel         Origin = iota + 1
	FromElectricity         // of boilers and heat pumps
	FromIncineration        // of waste
	FromOther               // of industry, the sun or the ground
)

var origins = [...]words.Term{
	{En: "origin not stated", Ko: "열원 미기재"}, {En: "fuel", Ko: "연료"}, {En: "electricity", Ko: "전기"}, {En: "incineration", Ko: "소각"},
	{En: "other", Ko: "기타"},
}

// term is the name in both languages.
func (o Origin) term() words.Term { return named(origins[:], int(o)) }

// String is the name in English: "fuel".
func (o Origin) String() string { return o.term().En }

// Korean is the name in Korean.
func (o Origin) Korean() string { return o.term().Ko }

// Metered is an amount with what it is and where it stands.
type Metered struct {
	What   words.Term // "charging of vehicles"
	Amount ghg.Quantity
	Source string
}

// mostMetered bounds the lists of a method.
const mostMetered = 100

// Purchase is electricity, heat, steam or cooling of a network, location-based: scope 2.
type Purchase struct {
	Carrier Carrier
	Used    ghg.Quantity // as the user's meter has it
	Source  string
	// Elsewhere is what of it is counted in another line: vehicles that charge behind the
	// meter of a building are of II.1.2, and leave I.2.2.
	Elsewhere []Metered
	Factor    Factor

	// Rule is asked for heat, steam and cooling, From where the rule counts by it.
	Rule HeatRule
	From Origin
}

var (
	purchased = words.Term{En: "purchased %s, location-based", Ko: "구입 %s(지역기반)"}
	usedOf    = words.Term{En: "%s used", Ko: "%s 사용량"}
	elsewhere = words.Term{En: "of it counted in another line: %s", Ko: "다른 항목에 계상: %s"}
	netOf     = words.Term{En: "%s of this line", Ko: "이 항목의 %s 사용량"}
)

// Title is what is purchased.
func (p Purchase) Title() words.Term { return purchased.With(p.Carrier.term()) }

// Equation is the document of the method.
func (p Purchase) Equation() string { return "GPC ch. 6, scope 2, location-based" }

var _ = []estimate.Varied{Purchase{}, MarketBased{}, OffGrid{}}

// Variant says that it is the location-based of two ways.
func (p Purchase) Variant() ghg.Variant { return ghg.LocationBased }

// Work is the equation.
func (p Purchase) Work(w *estimate.Worksheet) {
	p.check(w)
	unit := p.Factor.unit(p.Carrier.unit())
	q := w.Quantity("Q", usedOf.With(p.Carrier.term()), p.Used, unit, p.Source)
	symbol := "Q"
	if len(p.Elsewhere) > mostMetered {
		w.Refuse("Elsewhere", strconv.Itoa(len(p.Elsewhere)), "at most 100 are accepted")
	} else if len(p.Elsewhere) > 0 {
		symbol, q = p.net(w, q, unit)
	}
	p.Factor.Emits(w, symbol, q, unit)
}

// net is what is used without what is counted elsewhere.
func (p Purchase) net(w *estimate.Worksheet, q decimal.Decimal, unit ghg.Unit) (string, decimal.Decimal) {
	formula := strings.Builder{}
	formula.WriteString("Q")
	for i, m := range p.Elsewhere {
		symbol := "Elsewhere" + strconv.Itoa(i+1)
		q = q.Sub(w.Quantity(symbol, elsewhere.With(m.What), m.Amount, unit, m.Source))
		formula.WriteString(" - " + symbol)
	}
	if q.IsNegative() {
		w.Refuse("Elsewhere", q.Neg().String()+" "+unit.String(), "it is more than is used: at most all of it is accepted")
		return "Net", decimal.Zero
	}
	return "Net", w.Computed("Net", netOf.With(p.Carrier.term()), unit.String(), formula.String(), estimate.Exactly, q)
}

// check refuses what is asked beside the numbers.
func (p Purchase) check(w *estimate.Worksheet) {
	switch {
	case !p.Carrier.valid():
		w.Refuse("Carrier", "", "electricity, heat, steam or cooling is accepted")
	case p.Carrier == Electricity:
	case !p.Rule.valid():
		w.Refuse("Rule", "", "power.AllSupplied (GPC) or power.MadeFromFuelOrElectricity (the Korean Act) is accepted")
	case p.Rule == AllSupplied, p.From == FromFuel, p.From == FromElectricity:
	case p.From == FromIncineration:
		w.Refuse("From", "incineration", "heat made from fuel or electricity is accepted:"+
			" that of incineration is no indirect emission under the Act, and its emissions are those of the incinerator")
	case p.From == FromOther:
		w.Refuse("From", "other", "heat made from fuel or electricity is accepted: no other is an indirect emission under the Act")
	default:
		w.Refuse("From", "", "what the heat is made from is asked under the Act: fuel or electricity is accepted")
	}
}
