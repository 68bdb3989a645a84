package ghg

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// RateUnit is the unit of a [Rate]: an amount of one thing for each unit of others,
//
//	kg CO2/TJ (net)    kg CH4/kg BOD    kg/head/yr    t/10^6 m3    1/yr    %
//
// Behind a unit may stand of what it is, and before it how many there are of it. The zero
// RateUnit is that of a plain number. It is comparable.
type RateUnit struct{ text string }

// rateTerm is one of the units of a rate.
type rateTerm struct {
	count decimal.Decimal
	unit  Unit   // the zero Unit where it is a time, or 1
	time  string // "yr", "month", "day"; "K"
	of    string // "CO2", "BOD", "dry waste"
}

// mostRateTerms are the units that a rate may have.
const mostRateTerms = 5

// rateTimes are the spellings of times, and of kelvins, which are units of rates alone.
var rateTimes = map[string]string{
	"yr": "yr", "year": "yr", "a": "yr", "년": "yr", "month": "month", "월": "month", "day": "day", "d": "day", "일": "day", "K": "K",
	"h": "h", "hour": "h", "시간": "h",
}

// ParseRateUnit reads the unit of a rate: units as [ParseUnit] reads them and yr, month,
// day, h and K, parted by strokes, with of what they are behind them. "" and "1" are that of a
// plain number, "%" that of hundredths.
func ParseRateUnit(s string) (RateUnit, error) {
	terms, err := rateTerms(s)
	if err != nil {
		return RateUnit{}, err
	}
	if terms == nil {
		return RateUnit{}, nil
	}
	texts := make([]string, len(terms))
	for i, t := range terms {
		texts[i] = t.String()
	}
	return RateUnit{strings.Join(texts, "/")}, nil
}

// MustRateUnit is [ParseRateUnit] for literals in tests and examples; it panics where
// ParseRateUnit fails.
func MustRateUnit(s string) RateUnit { return must(ParseRateUnit(s)) }

// String is the unit as [ParseRateUnit] reads it; "" for a plain number.
func (u RateUnit) String() string { return u.text }

// MarshalText writes the unit as [ParseRateUnit] reads it.
func (u RateUnit) MarshalText() ([]byte, error) { return []byte(u.text), nil }

// UnmarshalText reads what MarshalText writes.
func (u *RateUnit) UnmarshalText(b []byte) error {
	read, err := ParseRateUnit(string(b))
	if err == nil {
		*u = read
	}
	return err
}

// Per is the unit that a rate is per, where that is one: TJ (net) of kg CO2/TJ (net).
func (u RateUnit) Per() (Unit, bool) {
	terms := must(rateTerms(u.text))
	if len(terms) != 2 || terms[1].unit.IsZero() || !terms[1].count.Equal(decimal.New(1, 0)) {
		return Unit{}, false
	}
	return terms[1].unit, true
}

// Unit is the unit of what a rate is an amount of, where it is one: L of 8 L/100 vehicle-km.
func (u RateUnit) Unit() (Unit, bool) {
	terms := must(rateTerms(u.text))
	if len(terms) == 0 || terms[0].unit.IsZero() || !terms[0].count.Equal(decimal.New(1, 0)) {
		return Unit{}, false
	}
	return terms[0].unit, true
}

// percent is the unit of hundredths.
const percent = "%"

// rateTerms are the units of a rate; none for a plain number.
func rateTerms(s string) ([]rateTerm, error) {
	if len(s) > 100 {
		return nil, unknownRate(s, "at most 100 bytes are allowed")
	}
	switch s = strings.TrimSpace(s); s {
	case "", "1":
		return nil, nil
	case percent:
		return []rateTerm{{count: decimal.New(1, -2), time: percent}}, nil
	}
	parts := strings.Split(s, "/")
	if len(parts) > mostRateTerms {
		return nil, unknownRate(s, fmt.Sprintf("at most %d units are allowed", mostRateTerms))
	}
	terms := make([]rateTerm, len(parts))
	for i, part := range parts {
		t, why := readRateTerm(part, i > 0 || len(parts) == 1)
		if why != "" {
			return nil, unknownRate(s, why)
		}
		terms[i] = t
	}
	return terms, nil
}

func unknownRate(s, why string) error {
	return &UnknownError{What: "unit of a rate", ID: s, Advice: why +
		"; allowed are units such as kg CO2/TJ (net), kg CH4/kg BOD, kg/head/yr, t/10^6 m3, 1/yr and %"}
}

// knownRateTerms are units as they stand in tables of factors, by their text, as
// parseRateTerm reads them: a table of a thousand factors reads each a thousand times.
var knownRateTerms = sync.OnceValue(func() map[string]rateTerm {
	one, out := decimal.New(1, 0), map[string]rateTerm{}
	for name := range units().byName {
		out[name] = rateTerm{count: one, unit: Unit{name}}
	}
	for _, unit := range [...]string{"g", "kg", "t", "Gg"} {
		for _, of := range [...]string{"CO2", "CH4", "N2O", "CO2e", "C", "N", "N2O-N", "BOD", "COD", "wet waste", "dry waste"} {
			out[unit+" "+of] = rateTerm{count: one, unit: Unit{unit}, of: of}
		}
	}
	return out
})

// readRateTerm reads one unit; why says why it is none.
func readRateTerm(s string, needsUnit bool) (t rateTerm, why string) {
	if t, known := knownRateTerms()[s]; known {
		return t, ""
	}
	return parseRateTerm(s, needsUnit)
}

// parseRateTerm reads one unit anew.
func parseRateTerm(s string, needsUnit bool) (t rateTerm, why string) {
	t.count = decimal.New(1, 0)
	rest := strings.Fields(s)
	if len(rest) == 0 {
		return t, "a unit is missing beside a stroke"
	}
	if n, ok := rateCount(rest[0]); ok {
		if t.count, rest = n, rest[1:]; len(rest) == 0 {
			if needsUnit || !n.Equal(decimal.New(1, 0)) {
				return t, fmt.Sprintf("%s is no unit", words.Quote(s))
			}
			return t, ""
		}
	}
	for n := len(rest); n > 0; n-- {
		name := strings.Join(rest[:n], " ")
		unit, err := ParseUnit(name)
		time, isTime := rateTimes[name]
		if err != nil && !isTime {
			continue
		}
		if t.of = strings.Join(rest[n:], " "); t.of != "" && isTime || strings.ContainsFunc(t.of, notInName) {
			break
		}
		if t.time = time; !isTime {
			t.unit = unit
		}
		return t, ""
	}
	return t, fmt.Sprintf("%s is no unit", words.Quote(s))
}

// notInName is what of a unit is not named with.
func notInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" -.", r)
}

// rateCount reads how many there are of a unit: 1000 or 10^6.
func rateCount(s string) (decimal.Decimal, bool) {
	if power, found := strings.CutPrefix(s, "10^"); found {
		if len(power) != 1 || power[0] < '1' || power[0] > '9' {
			return decimal.Decimal{}, false
		}
		return decimal.New(1, int32(power[0]-'0')), true
	}
	n, err := exact.Parse(s)
	return n, err == nil && n.IsPositive()
}

func (t rateTerm) String() string {
	var parts []string
	if !t.count.Equal(decimal.New(1, 0)) && t.time != percent || t.unit.IsZero() && t.time == "" {
		parts = append(parts, t.count.String())
	}
	if name := t.unit.String(); !t.unit.IsZero() {
		parts = append(parts, name)
	}
	for _, s := range []string{t.time, t.of} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// size is how much one of the term is, in the base unit of its dimension.
func (t rateTerm) size() *big.Rat {
	size := t.count.Rat()
	if !t.unit.IsZero() {
		size.Mul(size, t.unit.def().amount.Rat())
	}
	return size
}

// meets says why two terms are not amounts of one thing, or nil.
func (t rateTerm) meets(o rateTerm) error {
	switch {
	case t.of != "" && o.of != "" && t.of != o.of:
		return fmt.Errorf("%s is not %s", t.of, o.of)
	case t.unit.IsZero() || o.unit.IsZero():
		if t.time != o.time || t.unit != o.unit {
			return fmt.Errorf("%s is not %s", t, o)
		}
		return nil
	default:
		return mismatch(t.unit, o.unit)
	}
}

// ratio is what turns an amount in one unit of a rate into one in another.
func (u RateUnit) ratio(to RateUnit) (*big.Rat, error) {
	if u == to {
		return big.NewRat(1, 1), nil
	}
	refuse := func(err error) error {
		return fmt.Errorf("a rate in %s does not become one in %s: %w", u.shown(), to.shown(), err)
	}
	have, wants := must(rateTerms(u.text)), must(rateTerms(to.text))
	ratio := big.NewRat(1, 1)
	if plain(have) && plain(wants) { // one in hundredths, the other not
		for _, t := range have {
			ratio.Mul(ratio, t.size())
		}
		for _, t := range wants {
			ratio.Quo(ratio, t.size())
		}
		return ratio, nil
	}
	if len(have) != len(wants) {
		return nil, refuse(fmt.Errorf("one of %d units is accepted", max(len(wants), 1)))
	}
	if err := have[0].meets(wants[0]); err != nil {
		return nil, refuse(err)
	}
	ratio.Quo(have[0].size(), wants[0].size())
	below := slices.Clone(wants[1:])
	for i, t := range have[1:] {
		at := slices.IndexFunc(below, func(o rateTerm) bool { return t.meets(o) == nil })
		if at < 0 {
			return nil, refuse(t.meets(wants[1+i]))
		}
		ratio.Mul(ratio, below[at].size()).Quo(ratio, t.size())
		below = slices.Delete(below, at, at+1)
	}
	return ratio, nil
}

// plain reports whether the terms are those of a plain number or of hundredths.
func plain(terms []rateTerm) bool {
	return len(terms) == 0 || len(terms) == 1 && terms[0].time == percent
}

// shown is the unit in a sentence.
func (u RateUnit) shown() string {
	if u.text == "" {
		return "a plain number"
	}
	return u.text
}
